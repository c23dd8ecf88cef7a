"""Seeds about running text: words, sentences, lines, paragraphs and their layout on a page."""

from __future__ import annotations

from itertools import pairwise

from evol.seedbank import cases, raises


@cases(
    ordinary=[
        ("One line.\n\nAnother line.", 2),
        ("a\nb\nc", 1),
        ("a\nb\n\nc\n\n\n\nd", 3),
        ("first\n\nsecond\nstill second\n", 2),
    ],
    empty=[("", 0)],
    single=[("x", 1)],
    whitespace=[("a\n   \nb", 2), ("   \n\n  ", 0), ("\n\na\n\n", 1), ("  a\n  b", 1)],
    unicode=[("é\n\nü", 2)],
)
def count_paragraphs(text: str) -> int:
    """Count the paragraphs of `text`, where a paragraph is a group of lines that follow each other directly and are not
    blank.

    Lines end with a line feed. A line is blank when it is empty or holds nothing but spaces. A text without a line that is
    not blank has 0 paragraphs.
    """
    blank = [not line.strip(" ") for line in ["", *text.split("\n")]]
    return sum(1 for before, now in pairwise(blank) if before and not now)


@cases(
    ordinary=[
        (["pen", "ink", "paper"], "pen, ink and paper"),
        (["tea", "milk"], "tea and milk"),
        (["a", "b", "c", "d"], "a, b, c and d"),
        (["salt and pepper", "oil"], "salt and pepper and oil"),
    ],
    empty=[([], "nothing")],
    single=[(["rice"], "rice")],
    duplicate=[(["egg", "egg", "egg"], "egg, egg and egg")],
    unicode=[(["café", "thé"], "café and thé")],
)
def shopping_sentence(items: list[str]) -> str:
    """Return the texts of `items` joined to one phrase, with " and " before the last item and ", " before every other item
    but the first.

    One item alone comes back as it is. No items give the text "nothing".
    """
    if not items:
        return "nothing"
    *head, last = items
    return f"{', '.join(head)} and {last}" if head else last


@cases(
    ordinary=[
        (["a", "bbb", "cc"], ["  a", "bbb", " cc"]),
        (["12", "345", "6"], [" 12", "345", "  6"]),
        (["one two", "three"], ["one two", "  three"]),
        (["wide line", "x", "mid"], ["wide line", "        x", "      mid"]),
    ],
    empty=[([], [])],
    single=[(["alone"], ["alone"])],
    boundary=[(["ab", "cd"], ["ab", "cd"]), (["", "abc"], ["   ", "abc"])],
    whitespace=[(["a ", "bbbb"], ["  a ", "bbbb"]), ([" a", "b"], [" a", " b"])],
    unicode=[(["é", "été"], ["  é", "été"])],
)
def push_lines_right(lines: list[str]) -> list[str]:
    """Return `lines` with spaces put before every line that is shorter than the longest one, so that all lines have the
    length of the longest.

    Spaces that a line already has are kept and belong to its length. No lines give an empty list.
    """
    width = max(map(len, lines), default=0)
    return [line.rjust(width) for line in lines]


@cases(
    ordinary=[
        (["the gar-", "den gate"], "the garden gate"),
        (["one", "two", "three"], "one two three"),
        (["a well-", "known tune", "plays"], "a wellknown tune plays"),
        (["well-known", "song"], "well-known song"),
        (["re-", "mem-", "ber"], "remember"),
    ],
    empty=[([], "")],
    single=[(["hello"], "hello")],
    boundary=[(["end-"], "end-"), (["a", "end-"], "a end-"), (["a--", "b"], "a-b")],
    unicode=[(["ca-", "fé"], "café")],
)
def rejoin_printed_lines(lines: list[str]) -> str:
    """Return `lines` joined to one text with a space between a line and the next, or with nothing between them when the line
    ends with "-", which is then left out.

    Only the one hyphen at the very end of a line is left out, and only when another line follows. No lines give the empty
    text.
    Assume that no line is empty.
    """
    text = "".join(line[:-1] if line.endswith("-") else line + " " for line in lines[:-1])
    return text + "".join(lines[-1:])


@cases(
    ordinary=[
        (["red fox", "red hen"], {"red": [1, 2], "fox": [1], "hen": [2]}),
        (["A bee", "a bee A"], {"a": [1, 2], "bee": [1, 2]}),
        (["on and on"], {"on": [1], "and": [1]}),
        (["x", "", "x y"], {"x": [1, 3], "y": [3]}),
    ],
    empty=[([], {}), ([""], {})],
    single=[(["Word"], {"word": [1]})],
    duplicate=[(["go go", "go"], {"go": [1, 2]})],
    whitespace=[(["  a   b "], {"a": [1], "b": [1]})],
    boundary=[(["end.", "end"], {"end.": [1], "end": [2]})],
    unicode=[(["ÉTÉ", "été"], {"été": [1, 2]})],
)
def line_numbers_per_word(lines: list[str]) -> dict[str, list[int]]:
    """Build a dictionary from each word in `lines`, in lower case, to the numbers of the lines in which it stands, in
    ascending order.

    The first line has the number 1. Words are separated by whitespace, and every other character belongs to the word. A number
    is given once even if the word stands several times in that line.
    """
    numbers: dict[str, list[int]] = {}
    for number, line in enumerate(lines, start=1):
        for word in set(line.lower().split()):
            numbers.setdefault(word, []).append(number)
    return numbers


@cases(
    ordinary=[
        ("The Lord of the Isles", "LI"),
        ("point of sale", "PS"),
        ("and so it goes", "SIG"),
        ("Birds and Bees", "BB"),
        ("Theory of andes", "TA"),
    ],
    empty=[("", "")],
    single=[("zoo", "Z"), ("The", "")],
    boundary=[("of the and", ""), ("OF MICE", "M")],
    whitespace=[("  big   red ", "BR")],
    unicode=[("école of art", "ÉA")],
)
def club_initials(name: str) -> str:
    """Return the first characters of the words of `name` in upper case, one after the other, without the words "of", "the" and
    "and".

    These three words are left out in upper, lower or mixed case. Words are separated by whitespace. When no word is
    left the result is empty.
    """
    return "".join(word[0].upper() for word in name.split() if word.lower() not in ("of", "the", "and"))


@cases(
    ordinary=[
        (["a", "  b", "    c"], True),
        (["a", "    b"], False),
        (["a", "  b", "    c", "d", "  e"], True),
        (["  a", "b"], False),
        (["a", "   b"], False),
        (["list", "  one", "  two"], True),
    ],
    empty=[([], True)],
    single=[(["top"], True), (["  top"], False)],
    boundary=[(["a", " b"], False), (["a", "  b", "      c"], False)],
)
def is_tidy_outline(lines: list[str]) -> bool:
    """Check whether the first line begins without a space, every line begins with an even number of spaces, and no line
    begins with more than two spaces beyond the line before it.

    The lines are the texts in `lines`, and a line may begin with any number of spaces fewer than the line before. An outline
    without lines is tidy.
    Assume that every line holds at least one character that is not a space.
    """
    before = -2
    for line in lines:
        indent = len(line) - len(line.lstrip(" "))
        if indent % 2 or indent > before + 2:
            return False
        before = indent
    return True


@cases(
    ordinary=[
        ("I came. I saw it.", 2.5),
        ("Stop! Why? No.", 1.0),
        ("One two three four.", 4.0),
        ("A b c. D e. F.", 2.0),
    ],
    single=[("Go.", 1.0)],
    boundary=[("Yes!No? Maybe not.", 1.3333333333333333), ("It is 7 - so.", 5.0)],
    whitespace=[("  Big   red. Sun. ", 1.5)],
    unicode=[("Été là. Où?", 1.5)],
)
def mean_sentence_length(text: str) -> float:
    """Return the average number of words in the sentences of `text`, where every sentence ends with ".", "!" or "?".

    Words are separated by whitespace or by the end of a sentence, and a dash between spaces is a word too.
    Assume that each of the marks ".", "!" and "?" in the text ends a sentence of at least one word.
    Assume that the text holds at least one sentence and that nothing but whitespace follows the last one.
    """
    sentences = text.replace("!", ".").replace("?", ".").split(".")[:-1]
    return sum(len(sentence.split()) for sentence in sentences) / len(sentences)


@cases(
    ordinary=[
        (["a", "bcd"], ["x", "y"], ["a   | x", "bcd | y"]),
        (["tea", "jam"], ["2", "15"], ["tea | 2", "jam | 15"]),
        (["one two", "x"], ["left", ""], ["one two | left", "x       | "]),
        (["7", "70", "700"], ["a", "b", "c"], ["7   | a", "70  | b", "700 | c"]),
    ],
    empty=[([], [], [])],
    single=[(["k"], ["v"], ["k | v"])],
    boundary=[(["", ""], ["a", "b"], [" | a", " | b"])],
    unicode=[(["é", "né"], ["a", "b"], ["é  | a", "né | b"])],
)
def set_columns_side_by_side(left: list[str], right: list[str]) -> list[str]:
    """Return one line for each place of two columns: the text of `left`, padded at its end with spaces to the longest length
    in `left`, then " | ", then the text of `right`.

    Nothing is added after the text of `right`. Empty columns give no lines.
    Assume that `left` and `right` have the same length.
    """
    width = max(map(len, left), default=0)
    return [f"{a.ljust(width)} | {b}" for a, b in zip(left, right, strict=True)]


@cases(
    ordinary=[
        ("we saw the the fox", ["the"]),
        ("It was was so so dark", ["was", "so"]),
        ("no word is twice here, no", []),
        ("The the end End", ["the", "end"]),
        ("go go now go go", ["go"]),
    ],
    empty=[("", [])],
    single=[("alone", [])],
    duplicate=[("ha ha ha", ["ha"])],
    boundary=[("yes, yes", []), ("no, no,", ["no,"])],
    whitespace=[("a   a", ["a"])],
    unicode=[("Été été", ["été"])],
)
def stuttered_words(text: str) -> list[str]:
    """Return the words of `text` that are directly followed by the same word, in lower case and in the order in which that
    first happens.

    Words are separated by whitespace, and every other character belongs to the word. Upper and lower case do not matter for
    being the same. Each word is given only once.
    """
    words = text.lower().split()
    return list(dict.fromkeys(word for word, after in pairwise(words) if word == after))


@cases(
    ordinary=[
        ("the quick brown fox", 9, True),
        ("one two three four five six", 7, False),
        ("a bb ccc dddd", 4, True),
        ("aa bb cc dd", 2, False),
        ("some words that fit", 30, True),
    ],
    empty=[("", 5, True)],
    single=[("word", 4, True), ("words", 4, False)],
    boundary=[("ab cd ef gh ij kl", 5, True), ("ab cd ef gh ij kl m", 5, False), ("a a a", 1, True), ("a a a a", 1, False)],
    whitespace=[("  ab    cd  ", 5, True)],
    unicode=[("éé éé", 2, True)],
)
def fits_on_gift_card(text: str, width: int) -> bool:
    """Check whether the words of `text` can be written in their order on at most 3 lines of at most `width` characters without
    dividing a word.

    Words are separated by whitespace in the text, and by exactly one space on a line of the card; a line has no
    space before its first or after its last word. A text without words always fits.
    Assume that `width` is at least 1.
    """
    lines = 0
    room = 0
    for word in text.split():
        if len(word) > width:
            return False
        if len(word) + 1 <= room:
            room -= len(word) + 1
        else:
            lines += 1
            room = width - len(word)
    return lines <= 3


@cases(
    ordinary=[
        ("Roots", 7, "Roots .................... 7"),
        ("The Lake", 112, "The Lake ............... 112"),
        ("Leaves and Bark", 24, "Leaves and Bark ......... 24"),
        ("A", 1, "A ........................ 1"),
    ],
    boundary=[
        ("Twenty two letters abc", 88, "Twenty two letters abc .. 88"),
        ("Twenty three letters ab", 88, "Twenty three letters ab . 88"),
        ("Twenty four letters abcd", 88, raises(ValueError)),
        ("Twenty three letters ab", 188, raises(ValueError)),
    ],
    unicode=[("Été", 9, "Été ...................... 9")],
)
def contents_line(chapter: str, page: int) -> str:
    """Build a line of exactly 28 characters that holds `chapter`, a space, a row of dots, a space and the number `page`.

    The row is as long as the 28 characters demand. When there is no room for at least one dot, ValueError is raised.
    Assume that `page` is at least 1.
    """
    dots = 28 - len(chapter) - len(str(page)) - 2
    if dots < 1:
        raise ValueError("the chapter is too long for the line")
    return f"{chapter} {'.' * dots} {page}"


@cases(
    ordinary=[
        ("we met in the old mill", "we met at the old mill", 2),
        ("Once upon a time", "once upon A day", 3),
        ("red fox", "blue fox", 0),
        ("to be or not", "to be or not", 4),
        ("sun light", "sun lights", 1),
    ],
    empty=[("", "", 0), ("", "a", 0)],
    single=[("hey", "HEY", 1)],
    unequal_lengths=[("a b", "a b c d", 2)],
    whitespace=[("a  b", " a b", 2)],
    unicode=[("Été doux", "été froid", 1)],
)
def count_shared_opening_words(first: str, second: str) -> int:
    """Count the words at the beginning of `first` that are equal, one by one, to the words at the beginning of `second`.

    Counting stops at the first place where the words differ or where one text has no more words. Upper and lower case do not
    matter. Words are separated by whitespace, and whitespace at the beginning is ignored.
    """
    count = 0
    for one, other in zip(first.lower().split(), second.lower().split(), strict=False):
        if one != other:
            break
        count += 1
    return count

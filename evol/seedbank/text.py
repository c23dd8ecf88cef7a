"""Seeds about running text: words, sentences, lines, paragraphs and their layout on a page."""

from __future__ import annotations

from collections import Counter
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


@cases(
    ordinary=[
        ("Menu", ["+------+", "| Menu |", "+------+"]),
        ("Two\nlines here", ["+------------+", "| Two        |", "| lines here |", "+------------+"]),
        ("a\n\nb", ["+---+", "| a |", "|   |", "| b |", "+---+"]),
        ("for\nyou!", ["+------+", "| for  |", "| you! |", "+------+"]),
    ],
    empty=[("", ["+--+", "|  |", "+--+"])],
    single=[("x", ["+---+", "| x |", "+---+"])],
    whitespace=[(" a", ["+----+", "|  a |", "+----+"])],
    unicode=[("é", ["+---+", "| é |", "+---+"])],
)
def frame_notice(notice: str) -> list[str]:
    """Return the lines of a frame around `notice`: a border line, each line of the notice between "| " and " |", and the same
    border line again.

    Lines of the notice are separated by line feeds, and shorter lines are filled up with spaces at their end to the length of
    the longest. The border is "+", then as many "-" as needed to be as long as the other lines, then "+". An empty notice is
    one empty line.
    """
    lines = notice.split("\n")
    width = max(map(len, lines))
    border = f"+{'-' * (width + 2)}+"
    return [border, *(f"| {line.ljust(width)} |" for line in lines), border]


@cases(
    ordinary=[
        ("so it goes\nand on\nwe went to\nthe barn", 2),
        ("a long line\nwith a\nhat", 1),
        ("no short ends here\neither of these", 0),
        ("I\nam\nnot\nhere", 3),
    ],
    boundary=[("the cat\nx", 1), ("the cats\nx", 0)],
    whitespace=[("we go  \nhome", 1), ("\n\nend", 0), ("on \n\non", 1)],
    empty=[("", 0)],
    single=[("up", 0)],
    unicode=[("un été\nchaud", 1)],
)
def count_weak_line_ends(text: str) -> int:
    """Count the lines of `text`, apart from its last line, whose last word has 3 or fewer characters.

    Lines are separated by line feeds. Words are separated by whitespace, and every other character belongs to the word.
    Whitespace at the end of a line is ignored. A line without any word does not count.
    """
    last_words = [line.split()[-1] for line in text.split("\n")[:-1] if line.split()]
    return sum(len(word) <= 3 for word in last_words)


@cases(
    ordinary=[
        ("big bad wolf by big barn", ("big", 2)),
        ("The cat saw the dog", ("the", 2)),
        ("pear fig pear fig", ("fig", 2)),
        ("b a c", ("a", 1)),
        ("one two two Two one one two", ("two", 4)),
    ],
    single=[("Solo", ("solo", 1))],
    duplicate=[("la la la", ("la", 3))],
    boundary=[("end. end end.", ("end.", 2))],
    whitespace=[("  x   y  y ", ("y", 2))],
    unicode=[("Été été hiver", ("été", 2))],
)
def favourite_word(text: str) -> tuple[str, int]:
    """Return the word that occurs most often in `text`, in lower case, together with the number of times it occurs.

    Upper and lower case do not matter. Words are separated by whitespace, and every other character belongs to the word.
    Among words that occur equally often, the one that comes first in ascending order wins.
    Assume that the text holds at least one word.
    """
    counts = Counter(text.lower().split())
    word = min(counts, key=lambda word: (-counts[word], word))
    return word, counts[word]


@cases(
    ordinary=[
        ("a b c d e f g", "c d e"),
        ("one two three four five", "two three four"),
        ("the old boat drifts away slowly now", "boat drifts away"),
        ("x  y   z", "x y z"),
    ],
    boundary=[("we all go", "we all go"), ("Up, down, left, right, stop!", "down, left, right,")],
    whitespace=[("  a b c d e ", "b c d")],
    duplicate=[("go go go go no", "go go go")],
    unicode=[("à é ü ö ß", "é ü ö")],
)
def middle_three_words(sentence: str) -> str:
    """Return the three words in the middle of `sentence`, joined by single spaces.

    As many words stand before these three as after them. Words are separated by whitespace.
    Assume that the number of words is odd and at least 3.
    """
    words = sentence.split()
    start = (len(words) - 3) // 2
    return " ".join(words[start : start + 3])


@cases(
    ordinary=[
        (["  a", "    b", "  c"], ["a", "  b", "c"]),
        (["x", "  y"], ["x", "  y"]),
        (["   one", "  two"], [" one", "two"]),
        (["    deep", "", "      deeper"], ["deep", "", "  deeper"]),
    ],
    empty=[([], []), ([""], [""])],
    single=[(["   z"], ["z"])],
    whitespace=[(["  a", " ", "  b"], ["a", "", "b"]), (["    ", "  a "], ["", "a "])],
    boundary=[(["a", " b", "  c"], ["a", " b", "  c"])],
    unicode=[(["  é", "   ü"], ["é", " ü"])],
)
def shift_block_to_margin(lines: list[str]) -> list[str]:
    """Return `lines` with the same number of spaces taken from the beginning of every line, as many as possible without taking
    any other character.

    Lines that are empty or hold nothing but spaces do not limit this number, and each of them becomes an empty line. The rest
    of every other line stays as it is.
    """
    filled = [line for line in lines if line.strip(" ")]
    margin = min((len(line) - len(line.lstrip(" ")) for line in filled), default=0)
    return [line[margin:] if line.strip(" ") else "" for line in lines]


@cases(
    ordinary=[
        ("the rose garden", "The Rose Garden"),
        ("a walk in the park", "A Walk in The Park"),
        ("song of a sailor", "Song of a Sailor"),
        ("LOUD noise", "LOUD Noise"),
        ("if it is so", "If it is So"),
    ],
    empty=[("", "")],
    single=[("q", "Q")],
    boundary=[("on or in", "On or In"), ("to be", "To Be"), ("oh no yes", "Oh no Yes")],
    duplicate=[("we we we", "We we We")],
    unicode=[("été à pau", "Été à Pau")],
)
def concert_title(title: str) -> str:
    """Return `title` with a capital at the beginning of its first word, of its last word and of every word of three or more
    characters.

    All other characters stay as they are, so capitals are never made small. The words are separated by single spaces. The
    empty title comes back empty.
    Assume that `title` has no space at its beginning or end and no two spaces side by side.
    """
    words = title.split(" ")
    last = len(words) - 1
    capital = [place in (0, last) or len(word) >= 3 for place, word in enumerate(words)]
    return " ".join(word[:1].upper() + word[1:] if big else word for word, big in zip(words, capital, strict=True))


@cases(
    ordinary=[
        ("Roses are red\nsky is blue", "Roses are red / sky is blue"),
        ("a\nb\n\nc", "a / b // c"),
        ("one\n\ntwo\n\nthree", "one // two // three"),
        ("hush\nthe owl\n\nsings\nno more", "hush / the owl // sings / no more"),
    ],
    empty=[("", "")],
    single=[("line", "line")],
    boundary=[("x\ny", "x / y"), ("x\n\ny", "x // y")],
    unicode=[("l’été\nà Pau", "l’été / à Pau")],
)
def quote_poem_in_one_line(poem: str) -> str:
    """Return `poem` on one line, with " / " between two lines of the same verse and " // " between two verses.

    Lines end with a line feed, and verses are separated by one empty line. The empty poem comes back empty.
    Assume that no line feed stands at the beginning or end of the poem and that never more than two stand side by side.
    """
    return poem.replace("\n\n", " // ").replace("\n", " / ")


@cases(
    ordinary=[
        (7, "....:.."),
        (12, "....:....+.."),
        (10, "....:....+"),
        (26, "....:....+....:....+....:."),
        (3, "..."),
    ],
    zero=[(0, "")],
    boundary=[(1, "."), (5, "....:"), (9, "....:....")],
    negative=[(-1, raises(ValueError)), (-10, raises(ValueError))],
)
def column_ruler(width: int) -> str:
    """Build a ruler of `width` characters with "+" at every tenth column, ":" at every other fifth column and "." everywhere
    else.

    The columns are counted from 1, so "+" stands at the columns 10, 20, 30, ... and ":" at the columns 5, 15, 25, ... A width
    of 0 gives the empty text. A negative width raises ValueError.
    """
    if width < 0:
        raise ValueError("width must not be negative")
    return ("....:....+" * (width // 10 + 1))[:width]


@cases(
    ordinary=[
        ([5, 5, 5], 1),
        ([12, 12, 12], 3),
        ([15, 3, 10, 4], 2),
        ([3, 18, 3, 16], 3),
        ([20, 1, 20], 3),
    ],
    empty=[([], 0)],
    single=[([7], 1)],
    boundary=[
        ([10, 9], 1),
        ([10, 10], 2),
        ([20], 1),
        ([21], raises(ValueError)),
        ([9, 9, 1], 2),
        ([2, 21], raises(ValueError)),
    ],
    duplicate=[([4, 4, 4, 4, 4], 2), ([6, 6, 6], 1)],
)
def count_printed_pages(paragraphs: list[int]) -> int:
    """Count the pages of 20 lines that are needed to print paragraphs with the given numbers of lines in their order, when no
    paragraph may be divided between two pages.

    `paragraphs` holds the number of lines of each paragraph. One blank line stands between two paragraphs on the same page
    and takes one of its lines. Each paragraph is put on the same page as the one before it if it fits there. No paragraphs
    need 0 pages. A paragraph of more than 20 lines raises ValueError.
    Assume that every number in `paragraphs` is at least 1.
    """
    pages = 0
    room = 0
    for lines in paragraphs:
        if lines > 20:
            raise ValueError("a paragraph is longer than a page")
        if lines + 1 <= room:
            room -= lines + 1
        else:
            pages += 1
            room = 20 - lines
    return pages


@cases(
    ordinary=[
        (["a cat", "ran"], ["a big cat", "sat"], ["a big cat", "ran"]),
        (["one", "three"], ["two", "four"], ["one", "three"]),
        (["x", "yy"], ["xx", "y"], ["xx", "yy"]),
        (["dawn", "", "noon"], ["day", "mid", "no"], ["dawn", "mid", "noon"]),
    ],
    empty=[([], [], []), ([], ["new"], ["new"])],
    single=[(["same"], ["tame"], ["same"])],
    unequal_lengths=[(["a"], ["bb", "c", ""], ["bb", "c", ""]), (["a", "b", "c"], ["dd"], ["dd", "b", "c"])],
    whitespace=[(["a"], ["a "], ["a "])],
    unicode=[(["été"], ["ete"], ["été"])],
)
def keep_fuller_lines(first: list[str], second: list[str]) -> list[str]:
    """Return for each line number the longer of the two lines that `first` and `second` have there, in the order of the
    lines.

    Length is counted in characters, spaces too. Of two equally long lines the one from `first` is kept. Where only one of the
    lists has a line, that line is kept.
    """
    shared = [max(a, b, key=len) for a, b in zip(first, second, strict=False)]
    return shared + first[len(shared) :] + second[len(shared) :]


@cases(
    ordinary=[
        ("Bring the red box, not the blue one.", False),
        ("Who (if anybody) knows?", True),
        ("I said so.", True),
        ("wait for me.", False),
        ("It ends here", False),
        ("Go, now!", True),
    ],
    empty=[("", False)],
    single=[("A", False), ("?", False)],
    boundary=[("A.", True), ("Ten. ", False), ("Stop...", True), ("One two three four five six seven.", True)],
    whitespace=[(" Go.", False)],
    unicode=[("Été.", False)],
)
def is_brief_sentence(text: str) -> bool:
    """Check whether `text` begins with a letter A to Z, ends with ".", "!" or "?", and has at most 7 words.

    Words are separated by whitespace. Nothing may stand before the first letter or after the last mark, not even a space. An
    accented letter at the beginning does not count as a letter A to Z. The empty text gives False.
    """
    return "A" <= text[:1] <= "Z" and text.endswith((".", "!", "?")) and len(text.split()) <= 7

"""More seeds about running text: words, sentences, lines, paragraphs and their layout on a page."""

from __future__ import annotations

from collections import Counter

from evol.seedbank import cases, raises


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

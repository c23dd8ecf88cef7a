"""More seeds about single strings: counting, checking, rewriting characters."""

from __future__ import annotations

from evol.seedbank import cases, raises


@cases(
    ordinary=[("Rex", 11), ("No 7", 10), ("A&B", 17), ("est 1999", 17)],
    empty=[("", 0)],
    single=[("z", 3), ("?", 7)],
    whitespace=[("   ", 0), ("\t", 7)],
    unicode=[("Zoë", 15)],
)
def engraving_cost(text: str) -> int:
    """Return the cost of engraving `text` at 5 for each letter A to Z, 3 for each letter a to z, 2 for each digit, 0 for each
    space and 7 for any other character.

    The digits are 0 to 9. Accented letters and tabs are other characters. The empty text costs 0.
    """
    total = 0
    for char in text:
        if "A" <= char <= "Z":
            total += 5
        elif "a" <= char <= "z":
            total += 3
        elif "0" <= char <= "9":
            total += 2
        elif char != " ":
            total += 7
    return total


@cases(
    ordinary=[("#..#....#", 4), ("a#b#c", 1), ("......#.#", 1), ("#.....#..##", 5), ("x#1234#y#........", 4)],
    boundary=[("##", 0)],
    duplicate=[("####", 0)],
    whitespace=[("#   #.#", 3)],
    unicode=[("#éé#", 2)],
)
def widest_gap_between_marks(line: str) -> int:
    """Return the largest number of characters that stand between one "#" mark and the next "#" mark in `line`.

    Characters before the first mark or after the last mark do not count.
    Assume that `line` holds at least two "#" marks.
    """
    return max(len(gap) for gap in line.split("#")[1:-1])


@cases(
    ordinary=[("Ab", 0.5), ("ABC", 1.0), ("hello", 0.0), ("Hi you", 0.2), ("A1 b-c D", 0.5)],
    single=[("x", 0.0)],
    boundary=[("Z9999", 1.0)],
    unicode=[("éA", 1.0), ("ÉaB", 0.5)],
)
def upper_case_share(text: str) -> float:
    """Return the fraction of the letters in `text` that are upper case, as a number from 0 to 1.

    Only A to Z and a to z are letters; all other characters are ignored.
    Assume that `text` holds at least one letter from A to Z or a to z.
    """
    letters = [char for char in text if char.isascii() and char.isalpha()]
    return sum(char.isupper() for char in letters) / len(letters)


@cases(
    ordinary=[
        ("ab^cd^e", "abCDe"),
        ("^hi", "HI"),
        ("a^^b", "ab"),
        ("Hi^ You", "Hi YOU"),
        ("^a^B^c^", "ABC"),
        ("no 1^2x", "no 12X"),
    ],
    empty=[("", "")],
    boundary=[("^", ""), ("^^", "")],
    unicode=[("é^é", "éÉ")],
)
def type_with_caps_lock(keys: str) -> str:
    """Return the text that appears when `keys` is typed and each "^" turns caps lock on or off instead of appearing.

    Caps lock is off at first. While it is on, every letter appears in upper case; while it is off, every character appears
    just as it stands in `keys`. Characters that are not letters are never changed.
    """
    parts = keys.split("^")
    return "".join(part.upper() if index % 2 else part for index, part in enumerate(parts))


@cases(
    ordinary=[
        ("sunflow", "flower", "sunflower"),
        ("rail", "light", "railight"),
        ("cat", "dog", "catdog"),
        ("anana", "nanas", "ananas"),
        ("abcd", "bc", "abcdbc"),
    ],
    empty=[("", "x", "x"), ("x", "", "x"), ("", "", "")],
    single=[("a", "a", "a")],
    boundary=[("banana", "nana", "banana"), ("aab", "aabb", "aabb")],
    duplicate=[("abab", "abab", "abab"), ("aaa", "aa", "aaa")],
)
def join_overlapping_strips(left: str, right: str) -> str:
    """Build the shortest text that starts with `left`, ends with `right` and is at least as long as each of them.

    This means laying the beginning of `right` over the end of `left` as far as the characters agree. When no end of `left`
    agrees with a beginning of `right`, `right` simply follows `left`. Case matters.
    """
    size = min(len(left), len(right))
    while not left.endswith(right[:size]):
        size -= 1
    return left + right[size:]


@cases(
    ordinary=[
        ("abcdefg", 3, ["abc", "def", "g"]),
        ("ribbon", 2, ["ri", "bb", "on"]),
        ("a b c", 4, ["a b ", "c"]),
        ("xyz", 1, ["x", "y", "z"]),
    ],
    empty=[("", 3, []), ("", 0, raises(ValueError))],
    boundary=[("four", 4, ["four"]), ("four", 9, ["four"])],
    zero=[("abc", 0, raises(ValueError))],
    negative=[("abc", -2, raises(ValueError))],
)
def cut_ribbon(ribbon: str, size: int) -> list[str]:
    """Return the pieces of `ribbon`, from left to right, when it is cut after every `size` characters.

    The last piece is shorter when the length does not divide evenly, and no piece is empty. An empty ribbon gives no pieces.
    A `size` of less than 1 raises ValueError, for an empty ribbon too.
    """
    if size < 1:
        raise ValueError("size must be at least 1")
    return [ribbon[start : start + size] for start in range(0, len(ribbon), size)]


@cases(
    ordinary=[("New York", [0, 4]), ("hello", []), ("ABC", [0, 1, 2]), ("iPhone X", [1, 7]), ("a-B 9C", [2, 5])],
    empty=[("", [])],
    single=[("Q", [0])],
    boundary=[("endZ", [3])],
    unicode=[("ÉaB", [2])],
)
def capital_positions(text: str) -> list[int]:
    """Return the positions of all capital letters A to Z in `text`, in ascending order.

    Positions are counted from 0. Accented capitals do not count.
    """
    return [index for index, char in enumerate(text) if "A" <= char <= "Z"]


@cases(
    ordinary=[
        ("hello", {"h": 0, "e": 1, "l": 3, "o": 4}),
        ("banana", {"b": 0, "a": 5, "n": 4}),
        ("abc", {"a": 0, "b": 1, "c": 2}),
        ("Aa", {"A": 0, "a": 1}),
    ],
    empty=[("", {})],
    single=[("z", {"z": 0})],
    duplicate=[("####", {"#": 3})],
    whitespace=[(" a ", {" ": 2, "a": 1})],
    unicode=[("éaé", {"é": 2, "a": 1})],
)
def last_char_positions(text: str) -> dict[str, int]:
    """Build a dictionary from each character of `text` to the position of its last occurrence.

    Positions are counted from 0. Spaces count as characters, and case matters. An empty text gives an empty dictionary.
    """
    return {char: index for index, char in enumerate(text)}


@cases(
    ordinary=[("abcab", 3), ("hello", 1), ("level", 2), ("abcdbea", 3), ("Axa-A", 4)],
    boundary=[("aba", 2), ("xabcdx", 5)],
    duplicate=[("zzz", 1)],
    unicode=[("éaué", 3)],
)
def closest_copies_distance(text: str) -> int:
    """Return the smallest distance between the positions of two equal characters in `text`.

    Two equal characters that stand directly side by side have the distance 1. Case matters.
    Assume that at least one character occurs more than once in `text`.
    """
    return min(text.index(char, index + 1) - index for index, char in enumerate(text) if char in text[index + 1 :])


@cases(
    ordinary=[("abc", 2, "b"), ("abc", 5, "b"), ("red", 7, "r"), ("a-b-", 8, "-")],
    single=[("x", 99, "x")],
    boundary=[("abc", 1, "a"), ("abc", 3, "c"), ("abc", 4, "a")],
    huge=[("01", 10**18, "1")],
    unicode=[("éa", 3, "é")],
)
def character_on_endless_tape(pattern: str, place: int) -> str:
    """Return the character at number `place` of an endless tape on which `pattern` is printed again and again without gaps.

    The first character of the tape has the number 1.
    Assume that `pattern` is not empty.
    Assume that `place` is at least 1.
    """
    return pattern[(place - 1) % len(pattern)]


@cases(
    ordinary=[
        ("red (warm) tone", "warm"),
        ("f(x)", "x"),
        ("a(b)c(d)", "b"),
        ("one (two three", "two three"),
        ("1) a (b)", "b"),
    ],
    boundary=[("()", ""), ("end(", "")],
    nested=[("a(b(c)d)", "b(c")],
    whitespace=[("( a )", " a ")],
    unicode=[("thé (été)", "été")],
)
def remark_in_parentheses(note: str) -> str:
    """Return the part of `note` that stands after the first "(" and before the next ")" that follows it.

    Another "(" inside that part is kept like any other character. When no ")" follows, the part runs up to the end of the
    note. Spaces are kept.
    Assume that `note` holds at least one "(".
    """
    return note[note.index("(") + 1 :].split(")", 1)[0]

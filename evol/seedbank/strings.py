"""Seeds about single strings: counting, checking, rewriting characters."""

from __future__ import annotations

import re
from itertools import pairwise

from evol.seedbank import cases, raises


@cases(
    ordinary=[("banana", 3), ("rhythm and blues", 3), ("Programming", 3)],
    empty=[("", 0)],
    single=[("E", 1), ("z", 0)],
    unicode=[("café", 1)],
)
def count_vowels(text: str) -> int:
    """Return how many characters of `text` are vowels.

    The vowels are a, e, i, o and u, in upper or lower case. Accented letters do not count.
    """
    return sum(1 for char in text.lower() if char in "aeiou")


@cases(
    ordinary=[
        ("aaabccd", [("a", 3), ("b", 1), ("c", 2), ("d", 1)]),
        ("hello", [("h", 1), ("e", 1), ("l", 2), ("o", 1)]),
        ("bookkeeper", [("b", 1), ("o", 2), ("k", 2), ("e", 2), ("p", 1), ("e", 1), ("r", 1)]),
    ],
    empty=[("", [])],
    single=[("q", [("q", 1)])],
    duplicate=[("zzzz", [("z", 4)])],
    unicode=[("ééa", [("é", 2), ("a", 1)])],
)
def run_lengths(text: str) -> list[tuple[str, int]]:
    """Return the runs of equal characters in `text`, from left to right, as pairs of the character and the length of the run.

    Upper and lower case letters are different characters. An empty text has no runs.
    """
    runs: list[tuple[str, int]] = []
    for char in text:
        if runs and runs[-1][0] == char:
            runs[-1] = (char, runs[-1][1] + 1)
        else:
            runs.append((char, 1))
    return runs


@cases(
    ordinary=[("madam", "adm", True), ("level", "lev", True), ("banana", "an", False), ("stone", "notes", True)],
    single=[("a", "a", True)],
    boundary=[("abc", "abcd", True)],
    empty=[("", "xyz", True)],
)
def uses_only(word: str, letters: str) -> bool:
    """Check whether `word` can be written with the characters of `letters` alone, each as often as needed.

    Letters that `word` does not use do not matter. Case matters. The empty word needs no letters.
    """
    return set(word) <= set(letters)


@cases(
    ordinary=[("apple", "a"), ("banana", "b"), ("swiss", "w"), ("programming", "p")],
    single=[("x", "x")],
    boundary=[("aabbc", "c")],
    unicode=[("ééü", "ü")],
)
def first_unique_char(text: str) -> str:
    """Return the first character of `text` that occurs exactly once in it.

    Case matters.
    Assume that at least one character occurs exactly once.
    """
    return next(char for char in text if text.count(char) == 1)


@cases(
    ordinary=[("AB12-9987", "*****9987"), ("123456", "**3456"), ("hello", "*ello"), ("7 7 7 7", "*** 7 7")],
    empty=[("", "")],
    single=[("x", "x")],
    boundary=[("1234", "1234"), ("123", "123")],
    unicode=[("éàüöß", "*àüöß")],
)
def mask_serial_number(serial: str) -> str:
    """Return `serial` with every character before its last four replaced by "*".

    Hyphens, spaces and all other characters are replaced alike. A serial of four or fewer characters comes back unchanged.
    """
    return "*" * (len(serial) - 4) + serial[-4:]


@cases(
    ordinary=[
        ("blue-box", True),
        ("box2-a", True),
        ("a-7", True),
        ("2box", False),
        ("blue--box", False),
        ("Blue-box", False),
    ],
    empty=[("", False)],
    single=[("q", True), ("-", False)],
    boundary=[("box-", False), ("-box", False)],
    whitespace=[("blue box", False), ("box\n", False)],
    unicode=[("café-box", False)],
)
def is_tidy_label(label: str) -> bool:
    """Check whether `label` starts with a letter and consists of groups of the lower case letters a to z and the digits
    0 to 9, joined by single hyphens.

    One group without any hyphen is enough, and a group is never empty, so a hyphen at either end is not allowed. The empty
    label is not tidy.
    """
    return re.fullmatch(r"[a-z][a-z0-9]*(-[a-z0-9]+)*", label) is not None


@cases(
    ordinary=[("ace", "bdf", "abcdef"), ("hlo", "el!", "hello!"), ("xx", "oo", "xoxo"), ("2 ", "a4", "2a 4")],
    empty=[("", "", "")],
    single=[("p", "q", "pq")],
    duplicate=[("aa", "aa", "aaaa")],
    unicode=[("éé", "ab", "éaéb")],
)
def interleave_strands(left: str, right: str) -> str:
    """Build the text that takes one character from `left`, then one from `right`, and so on in turn until both are used up.

    Two empty texts give the empty text.
    Assume that `left` and `right` have the same length.
    """
    return "".join(a + b for a, b in zip(left, right, strict=True))


@cases(
    ordinary=[
        ("running", "singing", "ing"),
        ("table", "cable", "able"),
        ("stone", "stage", "e"),
        ("north", "south", "th"),
        ("cat", "dog", ""),
        ("Cat", "cAt", "t"),
    ],
    empty=[("", "cat", ""), ("", "", "")],
    single=[("a", "a", "a")],
    boundary=[("cat", "bobcat", "cat"), ("bobcat", "bobcat", "bobcat")],
    unicode=[("café", "olé", "é")],
)
def longest_shared_ending(first: str, second: str) -> str:
    """Return the longest text with which both `first` and `second` end.

    Case matters. The result is empty when the last characters differ or when one of the texts is empty.
    """
    size = 0
    while size < min(len(first), len(second)) and first[-1 - size] == second[-1 - size]:
        size += 1
    return first[len(first) - size :]


@cases(
    ordinary=[("ace", 4), ("cab", 3), ("zebra", 57), ("moon", 3), ("aza", 50)],
    empty=[("", 0)],
    single=[("k", 0)],
    duplicate=[("zzz", 0)],
    boundary=[("az", 25), ("za", 25)],
)
def letter_step_total(word: str) -> int:
    """Return the sum of the distances in the alphabet between each letter of `word` and the letter after it.

    The distance is the number of steps from one letter to the other, forwards or backwards, never round from z to a, and it
    is never negative. A word of fewer than two letters gives 0.
    Assume that `word` holds only the lower case letters a to z.
    """
    return sum(abs(ord(a) - ord(b)) for a, b in pairwise(word))


@cases(
    ordinary=[("PyThon", 3), ("hello", 0), ("Hello World", 3), ("ABCdef", 1), ("a1B2c", 2), ("no-NO", 1)],
    empty=[("", 0)],
    single=[("Q", 0)],
    boundary=[("aB", 1), ("a 7 b", 0)],
    unicode=[("aÉb", 0)],
)
def count_case_switches(text: str) -> int:
    """Count how often the letters of `text` change from upper to lower case or from lower to upper case between one letter
    and the next.

    Only A to Z and a to z are letters; every other character is passed over as if it were not there.
    """
    letters = [char for char in text if char.isascii() and char.isalpha()]
    return sum(1 for a, b in pairwise(letters) if a.isupper() != b.isupper())


@cases(
    ordinary=[("abcdef", "afbecd"), ("abcde", "aebdc"), ("1234", "1423"), ("noon", "nnoo"), ("hello", "hoell")],
    empty=[("", "")],
    single=[("x", "x")],
    boundary=[("ab", "ab")],
    unicode=[("éab", "éba")],
)
def read_from_both_ends(text: str) -> str:
    """Build the text that takes the first character of `text`, then the last, then the second, then the second last, and
    so on until every character is used once.

    The empty text gives the empty text.
    """
    half = len(text) // 2
    pairs = "".join(text[i] + text[-1 - i] for i in range(half))
    return pairs + text[half] if len(text) % 2 else pairs


@cases(
    ordinary=[
        ("please", 2, "p-p-please"),
        ("No", 1, "N-No"),
        ("ok", 3, "o-o-o-ok"),
        ("ice cream", 1, "i-ice cream"),
    ],
    zero=[("stop", 0, "stop")],
    single=[("a", 2, "a-a-a")],
    negative=[("go", -1, raises(ValueError))],
    unicode=[("été", 1, "é-été")],
)
def stutter_word(word: str, times: int) -> str:
    """Build the stuttered form of `word`, which is its first character and a hyphen, repeated `times` times, and then the
    whole word.

    When `times` is 0 the word comes back unchanged. A negative `times` raises ValueError.
    Assume that `word` is not empty.
    """
    if times < 0:
        raise ValueError("times must not be negative")
    return f"{word[0]}-" * times + word


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

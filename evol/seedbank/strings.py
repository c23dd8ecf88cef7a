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

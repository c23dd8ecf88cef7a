"""More seeds about finding things: first and last matches, nearest values, places in a plan."""

from __future__ import annotations

from itertools import pairwise

from evol.seedbank import cases, raises


@cases(
    ordinary=[
        ("a smart hat", "that", True),
        ("is that a hat", "that", False),
        ("green tea", "tent", False),
        ("we buy bread now", "down", False),
        ("she ate an apple", "tean", True),
    ],
    boundary=[("on e", "one", True), ("one", "one", False), ("go at goat", "goat", False)],
    unicode=[("caf é", "café", True)],
    empty=[("", "owl", False)],
    duplicate=[("aa a", "aaa", True), ("a a", "aaa", False)],
)
def hides_across_spaces(sentence: str, word: str) -> bool:
    """Check whether `word` occurs in `sentence` once all spaces are taken out of it, but does not occur in it as it stands.

    An occurrence may lie inside a longer word. Case matters.
    Assume that `word` is not empty and holds no spaces.
    """
    return word in sentence.replace(" ", "") and word not in sentence


@cases(
    ordinary=[([1, 5, 2], [3, 2, 2], 1), ([1, 1, 1], [2, 2, 2], -1), ([0, 4, 9], [5, 0, 1], 2), ([6, 0], [5, 9], 0)],
    empty=[([], [], -1)],
    single=[([2], [1], 0)],
    boundary=[([1, 3], [2, 2], -1), ([1, 3, 1], [2, 2, 0], 2), ([3], [3], -1)],
    negative=[([-2, 1, 5], [-1, -1, 1], 1)],
)
def first_day_in_the_lead(mine: list[int], theirs: list[int]) -> int:
    """Return the first position at which the sum of `mine` up to and including it is larger than the sum of `theirs` up to
    and including it, or -1 when that never happens.

    Positions are counted from 0. Equal sums are no lead.
    Assume that `mine` and `theirs` have the same length.
    """
    lead = 0
    for position, (gained, lost) in enumerate(zip(mine, theirs, strict=True)):
        lead += gained - lost
        if lead > 0:
            return position
    return -1


@cases(
    ordinary=[
        ([40, 10, 20, 50, 5], (1, 2)),
        ([10, 40, 12, 13, 14, 60], (2, 3)),
        ([35, 80, 31], (0, 0)),
        ([5, 90, 28, 29], (2, 2)),
    ],
    empty=[([], (0, 0))],
    single=[([12], (0, 1)), ([44], (0, 0))],
    boundary=[([29, 30, 29, 28], (2, 2)), ([30], (0, 0)), ([31, 29], (1, 1))],
    duplicate=[([9, 9, 50, 9, 9], (0, 2))],
    zero=[([0, 0, 30], (0, 2))],
)
def longest_quiet_stretch(noise: list[int]) -> tuple[int, int]:
    """Return the start position and the length of the longest stretch of neighbouring values in `noise` that are all less
    than 30.

    Positions are counted from 0. Of equally long stretches the first one is returned. When no value is less than 30, the
    result is (0, 0).
    """
    best = (0, 0)
    length = 0
    for position, level in enumerate(noise):
        length = length + 1 if level < 30 else 0
        if length > best[1]:
            best = (position - length + 1, length)
    return best


@cases(
    ordinary=[
        (["..X", "X.."], [(0, 2), (1, 0)]),
        (["...", "..."], []),
        (["XX", ".X"], [(0, 0), (0, 1), (1, 1)]),
        (["x.", "", "..X"], [(2, 2)]),
    ],
    empty=[([], []), ([""], [])],
    single=[(["X"], [(0, 0)])],
    unequal_lengths=[(["X", ".X", "..X"], [(0, 0), (1, 1), (2, 2)])],
)
def crosses_on_map(rows: list[str]) -> list[tuple[int, int]]:
    """Return the places of all capital letters X in the map `rows`, as pairs of the row and the column.

    Rows and columns are counted from 0. The places are ordered by row and within a row by column. A small x is no cross.
    Rows may have different lengths. A map without crosses gives an empty list.
    """
    return [(r, c) for r, row in enumerate(rows) for c, mark in enumerate(row) if mark == "X"]


@cases(
    ordinary=[
        (["do", "re", "mi", "do"], True),
        (["do", "re", "do", "re"], False),
        (["a", "b", "c", "d", "b", "c"], True),
        (["a", "b", "c", "d", "a", "b"], False),
        (["g", "g", "e", "f", "e"], False),
    ],
    empty=[([], False)],
    single=[(["la"], False)],
    boundary=[(["a", "b", "b"], False), (["x", "y", "z", "k", "k", "k", "k"], True)],
    duplicate=[(["so", "so", "so", "so"], True), (["so", "so", "so"], False)],
)
def has_echo_three_later(notes: list[str]) -> bool:
    """Check whether some note in `notes` is equal to the note exactly three places after it.

    Lists with fewer than four notes have no such note.
    """
    return any(early == late for early, late in zip(notes, notes[3:], strict=False))


@cases(
    ordinary=[
        (["red fox", "fox den"], {"red": [1], "fox": [1, 2], "den": [2]}),
        (["Sun sun", "moon"], {"sun": [1], "moon": [2]}),
        (["a b", "c", "b a b"], {"a": [1, 3], "b": [1, 3], "c": [2]}),
        (["Tea", "no", "tea"], {"tea": [1, 3], "no": [2]}),
    ],
    empty=[([], {}), (["", "end"], {"end": [2]})],
    single=[(["one"], {"one": [1]})],
    duplicate=[(["go go go", "go"], {"go": [1, 2]})],
    whitespace=[([" far  away "], {"far": [1], "away": [1]})],
)
def book_index(pages: list[str]) -> dict[str, list[int]]:
    """Build a dictionary from each word in `pages`, in lower case, to the ascending list of the numbers of the pages on
    which it occurs.

    The first page has the number 1. Words are separated by one or more spaces, and a page number is listed once only,
    however often the word stands on that page. A page without words is counted too. No pages give an empty dictionary.
    Assume that the pages hold only letters and spaces.
    """
    index: dict[str, list[int]] = {}
    for number, page in enumerate(pages, start=1):
        for word in dict.fromkeys(page.lower().split()):
            index.setdefault(word, []).append(number)
    return index


@cases(
    ordinary=[([30, 10, 22], (22, 30)), ([100, 40, 55, 42], (40, 42)), ([1, 4, 6, 9], (4, 6)), ([500, 7, 90], (7, 90))],
    boundary=[([8, 3], (3, 8)), ([9, 1, 5], (1, 5))],
    duplicate=[([7, 1, 7, 2], (7, 7)), ([20, 10, 30], (10, 20))],
    negative=[([-5, 4, -9], (-9, -5))],
    zero=[([0, 10, 3], (0, 3))],
)
def closest_departures(times: list[int]) -> tuple[int, int]:
    """Return the two values of `times` that lie closest together, as a pair with the smaller one first.

    Equal values at different positions lie 0 apart. Of several pairs that lie equally close the one with the smallest values
    is returned. The times may come in any order.
    Assume that `times` holds at least two values.
    """
    return min(pairwise(sorted(times)), key=lambda pair: pair[1] - pair[0])


@cases(
    ordinary=[([1.0, 4.0, 7.0, 2.0], 4.0), ([2.0, 3.0], 3.0), ([9.5, 1.0, 10.0], 9.5), ([0.5, 0.5, 2.0, 8.0], 8.0)],
    boundary=[([3.0, 1.0, 3.5, 4.5], 3.5)],
    negative=[([-4.0, -1.0, -2.0], -1.0), ([-3.0, -2.0, -9.0], -3.0)],
    zero=[([0.0, 0.0, 6.0], 6.0)],
)
def first_reading_above_average(readings: list[float]) -> float:
    """Return the first value in `readings` that is larger than the average of all of them.

    A value that is exactly the average is not larger.
    Assume that `readings` holds at least two different values.
    """
    average = sum(readings) / len(readings)
    return next(reading for reading in readings if reading > average)


@cases(
    ordinary=[(25, 2), (37, 3), (63, 6), (88, 3), (2, 7)],
    boundary=[(50, 1), (75, 2), (1, 6), (100, 7), (99, 6), (101, raises(ValueError))],
    zero=[(0, raises(ValueError))],
    negative=[(-5, raises(ValueError))],
)
def guesses_by_halving(secret: int) -> int:
    """Return how many guesses are needed to find `secret` between 1 and 100, when each guess is the middle of the numbers
    that are still possible and is answered with too low, too high or right.

    The middle is half the sum of the smallest and the largest possible number, rounded down. The right guess is counted as
    well, even when only one number was left. A `secret` below 1 or above 100 raises ValueError.
    """
    if not 1 <= secret <= 100:
        raise ValueError("secret must be from 1 to 100")
    low, high, guesses = 1, 100, 1
    while (middle := (low + high) // 2) != secret:
        if middle < secret:
            low = middle + 1
        else:
            high = middle - 1
        guesses += 1
    return guesses


@cases(
    ordinary=[([4, 3, 5], 6, (2, 2)), ([4, 3, 5], 10, (3, 3)), ([10, 10], 7, (1, 7)), ([2, 6, 1, 9], 9, (3, 1))],
    empty=[([], 1, raises(ValueError))],
    single=[([5], 3, (1, 3))],
    boundary=[([4, 3, 5], 4, (1, 4)), ([4, 3, 5], 5, (2, 1)), ([4, 3, 5], 12, (3, 5)), ([4, 3, 5], 13, raises(ValueError))],
    zero=[([2, 0, 3], 3, (3, 1)), ([4], 0, raises(ValueError))],
    negative=[([4], -2, raises(ValueError))],
)
def row_and_place_of_locker(rows: list[int], locker: int) -> tuple[int, int]:
    """Return the row and the place in that row of the locker with the number `locker`, when the lockers are numbered through
    row after row and `rows` holds how many lockers each row has.

    Lockers, rows and places are all counted from 1. A row may have 0 lockers. A locker number that does not exist raises
    ValueError.
    """
    place = locker
    for row, size in enumerate(rows, start=1):
        if 1 <= place <= size:
            return row, place
        place -= size
    raise ValueError("no such locker")

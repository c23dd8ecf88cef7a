"""More seeds about sets: membership, overlap, differences and things that come at most once."""

from __future__ import annotations

from collections import Counter
from itertools import pairwise

from evol.seedbank import cases, raises


@cases(
    ordinary=[
        ({"a", "b"}, {"a", "c"}, True),
        ({"a", "b"}, {"c", "d"}, False),
        ({"x", "y", "z"}, {"z", "y", "w"}, True),
        ({"a", "b"}, {"a", "b", "c"}, False),
    ],
    empty=[(set(), set(), False), (set(), {"a"}, False)],
    single=[({"a"}, {"b"}, True)],
    boundary=[({"a", "b"}, {"b", "a"}, False), ({"a", "b", "c"}, {"a", "d"}, False)],
)
def differ_by_one_swap(first: set[str], second: set[str]) -> bool:
    """Check whether `first` becomes equal to `second` when exactly one of its values is replaced by one value it did not hold.

    Equal sets do not differ, so they give False, and so do sets of different sizes.
    """
    return len(first - second) == 1 and len(second - first) == 1


@cases(
    ordinary=[({1, 5}, 2, {1, 3, 5, 7}), ({10}, 7, {10, 17}), ({1, 2, 3}, 1, {1, 2, 3, 4}), ({0, 4}, 4, {0, 4, 8})],
    empty=[(set(), 3, set()), (set(), 0, raises(ValueError))],
    negative=[({-3}, 3, {-3, 0}), ({2}, -1, raises(ValueError))],
    zero=[({2}, 0, raises(ValueError))],
)
def knocks_with_echoes(knocks: set[int], delay: int) -> set[int]:
    """Return the times at which something is heard when each knock at a time in `knocks` is followed by one echo `delay`
    later.

    Both the knocks and the echoes are heard; an echo has no further echo. A delay of less than 1 raises ValueError, even
    without knocks.
    """
    if delay < 1:
        raise ValueError("the delay must be at least 1")
    return knocks | {knock + delay for knock in knocks}


@cases(
    ordinary=[({1, 4, 9}, 5), ({10, 20}, 10), ({3, 2, 1}, 1), ({100, 1, 60}, 59)],
    boundary=[({7, 8}, 1)],
    zero=[({0, 5, 6}, 5)],
    negative=[({-10, -4, 1}, 6)],
    huge=[({0, 10**16, 10**16 + 3}, 10**16)],
)
def widest_post_distance(posts: set[int]) -> int:
    """Return the largest distance between two neighbouring posts of a fence whose posts stand at the positions in `posts`.

    Two posts are neighbours when no other post stands between them. The distance is the difference of their positions.
    Assume that `posts` holds at least two positions.
    """
    places = sorted(posts)
    return max(right - left for left, right in pairwise(places))


@cases(
    ordinary=[
        ("OPEN", {"O", "P", "N"}, ["e"]),
        ("cafe", {"a", "c"}, ["e", "f"]),
        ("Zoo", {"z", "O"}, []),
        ("mama", set(), ["a", "m"]),
        ("a-b 7", {"B"}, ["a"]),
    ],
    empty=[("", {"x"}, []), ("", set(), [])],
    duplicate=[("Aa", set(), ["a"])],
    whitespace=[("  ", set(), [])],
    single=[("Q", {"q"}, [])],
)
def letters_missing_for_sign(sign: str, stencils: set[str]) -> list[str]:
    """Return the letters that occur in `sign` but not in `stencils`, each once, in lower case and in alphabetical order.

    The upper and the lower case form count as the same letter, in the sign and among the stencils. One stencil is enough for
    a letter that occurs several times. Digits, spaces and all other characters that are not letters need no stencil.
    """
    owned = {letter.lower() for letter in stencils}
    return sorted({char for char in sign.lower() if char.isalpha()} - owned)


@cases(
    ordinary=[
        ({"chess": {"ann", "bob"}, "golf": {"bob"}}, {"ann": 1, "bob": 2}),
        ({"a": {"x"}, "b": {"x"}, "c": {"x"}}, {"x": 3}),
        ({"a": {"x", "y"}, "b": {"z"}}, {"x": 1, "y": 1, "z": 1}),
        ({"a": {"x", "y"}, "b": {"y", "z"}, "c": {"z", "y"}}, {"x": 1, "y": 3, "z": 2}),
    ],
    empty=[({}, {}), ({"a": set()}, {})],
    single=[({"solo": {"kim"}}, {"kim": 1})],
    unicode=[({"thé": {"Zoé", "Jan"}, "café": {"Zoé"}}, {"Zoé": 2, "Jan": 1})],
)
def clubs_per_member(clubs: dict[str, set[str]]) -> dict[str, int]:
    """Build a dictionary from each person to the number of clubs that person is in, where `clubs` maps each club to its
    members.

    Only people who are in at least one club are in the result.
    """
    return dict(Counter(member for members in clubs.values() for member in members))


@cases(
    ordinary=[
        ({1, 2, 3}, {3, 4}, (2, 1, 1)),
        ({1}, {2, 3}, (1, 0, 2)),
        ({5, 6}, {5, 6, 7, 8}, (0, 2, 2)),
        ({9, 8, 7}, {9}, (2, 1, 0)),
    ],
    empty=[(set(), set(), (0, 0, 0)), (set(), {4}, (0, 0, 1))],
    boundary=[({1, 2}, {2, 1}, (0, 2, 0))],
    negative=[({-1}, {1}, (1, 0, 1))],
)
def compare_collections(mine: set[int], theirs: set[int]) -> tuple[int, int, int]:
    """Return how many numbers are only in `mine`, how many are in both sets and how many are only in `theirs`, in this order.

    For two empty sets all three numbers are 0.
    """
    return len(mine - theirs), len(mine & theirs), len(theirs - mine)


@cases(
    ordinary=[
        ({"top": {"tea", "jam"}, "low": {"oil"}}, {"oil"}, "low"),
        ({"top": {"tea", "jam"}, "low": {"oil", "jam"}}, {"tea", "jam"}, "top"),
        ({"k": {"a", "b", "c"}, "m": {"x", "y"}}, {"a", "x", "y"}, "m"),
        ({"b": {"a"}, "c": {"z", "a"}}, {"a", "z"}, "c"),
    ],
    single=[({"only": {"tea"}}, {"tea"}, "only")],
    boundary=[({"low": {"tea"}, "bay": {"tea", "jam"}}, {"tea"}, "bay"), ({"b": {"x"}, "a": {"y"}}, {"x", "y"}, "a")],
    empty=[({"b": {"tea"}, "a": set()}, {"jam"}, "a"), ({"q": {"tea"}, "p": {"tea"}}, set(), "p")],
)
def best_matching_shelf(shelves: dict[str, set[str]], wanted: set[str]) -> str:
    """Return the name of the shelf in `shelves`, which maps names to the items on them, that holds the most of the items in
    `wanted`.

    Among shelves that hold equally many of them, even none, the first name in alphabetical order wins.
    Assume that `shelves` is not empty.
    """
    return min(shelves, key=lambda name: (-len(shelves[name] & wanted), name))


@cases(
    ordinary=[({2, 9, 20}, 8, 9), ({5, 50}, 12, 5), ({10, 30, 31}, 29, 30), ({100, 1}, 60, 100)],
    single=[({7}, 500, 7)],
    boundary=[({4, 8}, 6, 4), ({4, 8}, 8, 8), ({3, 6, 9, 12}, 7, 6)],
    negative=[({-5, 5}, -1, -5), ({-5, 5}, 0, -5)],
    huge=[({0, 10**15}, 10**15 - 1, 10**15)],
)
def nearest_station(stations: set[int], place: int) -> int:
    """Return the position in `stations` that has the smallest distance to `place`.

    When two positions are equally near, the smaller one is returned. A station right at the place has the distance 0.
    Assume that `stations` is not empty.
    """
    return min(stations, key=lambda station: (abs(station - place), station))


@cases(
    ordinary=[({1, 2, 4}, 3), ({5, 8}, 6), ({10, 11, 12, 14, 16}, 13), ({20, 24, 22, 21}, 23)],
    boundary=[({1, 3}, 2)],
    zero=[({0, 2}, 1)],
    negative=[({-3, -2, 1}, -1), ({-1, 1}, 0)],
    huge=[({10**15, 10**15 + 1, 10**15 + 9}, 10**15 + 2)],
)
def first_missing_badge(badges: set[int]) -> int:
    """Return the smallest whole number that is greater than the smallest number in `badges` and is not in `badges` itself.

    The result lies between the smallest and the largest badge.
    Assume that at least one whole number between the smallest and the largest number in `badges` is missing.
    """
    number = min(badges)
    while number in badges:
        number += 1
    return number


@cases(
    ordinary=[
        ({"ann", "bob"}, "ann", "bob"),
        ({"ann", "bob"}, "bob", "ann"),
        ({"tea", "milk"}, "tea", "milk"),
        ({"x1", "x2"}, "x2", "x1"),
    ],
    boundary=[({"Kim", "kim"}, "kim", "Kim"), ({"a", "ab"}, "a", "ab")],
    empty=[({"", "z"}, "z", "")],
    unicode=[({"Zoé", "Zoe"}, "Zoe", "Zoé")],
)
def other_one_of_two(couple: set[str], name: str) -> str:
    """Return the value in `couple` that is not equal to `name`.

    Case matters. The empty text is a value like any other.
    Assume that `couple` holds exactly two values.
    Assume that `name` is one of the values in `couple`.
    """
    (other,) = couple - {name}
    return other

"""Seeds about sets: membership, overlap, differences and things that come at most once."""

from __future__ import annotations

from collections import Counter

from evol.seedbank import cases, raises


@cases(
    ordinary=[
        ([{"chess", "golf"}, {"golf", "yoga"}], {"golf"}),
        ([{"a", "b", "c"}, {"b", "c"}, {"c", "b", "z"}], {"b", "c"}),
        ([{"a"}, {"b"}], set()),
        ([{"x", "y"}, {"x", "y"}], {"x", "y"}),
        ([{"a", "b"}, {"b", "c"}, {"c", "a"}], set()),
    ],
    single=[([{"run", "swim"}], {"run", "swim"})],
    empty=[([{"a"}, set()], set())],
    unicode=[([{"thé", "eau"}, {"thé"}], {"thé"})],
)
def hobbies_shared_by_all(people: list[set[str]]) -> set[str]:
    """Return the hobbies that occur in every set of `people`, which holds one set of hobbies per person.

    Case matters. The hobbies of a single person are all shared.
    Assume that `people` is not empty.
    """
    return set.intersection(*people)


@cases(
    ordinary=[
        ({1, 2}, {2, 3}, {1, 3}),
        ({5}, {6, 7}, {5, 6, 7}),
        ({1, 2, 3}, {1}, {2, 3}),
        ({4, 8}, {8, 4, 12}, {12}),
    ],
    empty=[(set(), {3}, {3}), ({3}, set(), {3}), (set(), set(), set())],
    boundary=[({1, 2}, {1, 2}, set())],
    zero=[({0, 1}, {0}, {1})],
    negative=[({-1}, {1}, {-1, 1})],
)
def lamps_after_switching(lit: set[int], switched: set[int]) -> set[int]:
    """Return the numbers of the lamps that shine after each lamp in `switched` is switched once, when those in `lit` shine
    before.

    Switching a lamp turns it off if it shines and on if it does not. Lamps that are not switched stay as they are.
    """
    return lit ^ switched


@cases(
    ordinary=[
        (5, {2, 4}, [1, 3, 5]),
        (3, {1, 2, 3}, []),
        (4, {1}, [2, 3, 4]),
        (6, {6, 3}, [1, 2, 4, 5]),
        (4, {2, 7}, raises(ValueError)),
    ],
    empty=[(3, set(), [1, 2, 3])],
    boundary=[(2, {2}, [1]), (2, {3}, raises(ValueError))],
    zero=[(0, set(), []), (3, {0, 1}, raises(ValueError))],
)
def free_seats(total: int, taken: set[int]) -> list[int]:
    """Return the seat numbers from 1 to `total`, both included, that are not in `taken`, in ascending order.

    A number in `taken` that is smaller than 1 or greater than `total` raises ValueError. With a total of 0 and nothing taken
    the result is empty.
    """
    seats = set(range(1, total + 1))
    if not taken <= seats:
        raise ValueError("a taken seat does not exist")
    return sorted(seats - taken)


@cases(
    ordinary=[({3, 4, 5}, True), ({1, 2, 4}, False), ({10, 8, 9}, True), ({1, 3}, False)],
    empty=[(set(), True)],
    single=[({42}, True)],
    negative=[({-1, 0, 1}, True), ({-2, 2}, False)],
    huge=[({10**15, 10**15 + 1}, True), ({0, 10**15}, False)],
)
def is_unbroken_block(tiles: set[int]) -> bool:
    """Check whether the numbers in `tiles` are consecutive, so that no whole number between the smallest and the largest is
    missing.

    An empty set counts as unbroken.
    """
    return not tiles or max(tiles) - min(tiles) == len(tiles) - 1


@cases(
    ordinary=[
        ({"a", "b"}, {"b", "c", "d"}, 0.5),
        ({"a"}, {"a", "b", "c"}, 1.0),
        ({"a", "b", "c", "d"}, {"d", "x", "y", "z"}, 0.25),
        ({"p"}, {"q"}, 0.0),
        ({"a", "b", "c", "d", "e"}, {"a", "b"}, 1.0),
    ],
    single=[({"k"}, {"k"}, 1.0)],
    boundary=[({"a", "b"}, {"a", "c"}, 0.5)],
    unicode=[({"é", "e"}, {"é", "f", "g"}, 0.5)],
)
def smaller_set_coverage(first: set[str], second: set[str]) -> float:
    """Return the number of values that `first` and `second` share, divided by the size of the smaller of the two sets.

    When both sets have the same size, that size is the divisor. The result lies from 0 to 1 and is not rounded.
    Assume that neither `first` nor `second` is empty.
    """
    return len(first & second) / min(len(first), len(second))


@cases(
    ordinary=[({1, 2, 5}, 1), ({1, 3, 5}, 3), ({4, 5, 6}, 0), ({10, 20, 21, 30}, 2)],
    empty=[(set(), 0)],
    single=[({9}, 1)],
    boundary=[({1, 2}, 0), ({1, 3}, 2)],
    zero=[({0, 1, -5}, 1)],
    negative=[({-3, -2, 2}, 1)],
)
def count_lonely_numbers(numbers: set[int]) -> int:
    """Count the numbers in `numbers` for which neither the number one below nor the number one above is in the set too.

    An empty set gives 0.
    """
    return sum(1 for number in numbers if number - 1 not in numbers and number + 1 not in numbers)


@cases(
    ordinary=[
        ([{"a", "b"}, {"b", "c"}], {"a", "c"}),
        ([{"a", "b"}, {"b"}, {"b", "d"}], {"a", "d"}),
        ([{"x"}, {"y"}], {"x", "y"}),
        ([{"a"}, {"a"}, {"a"}], set()),
    ],
    empty=[([], set()), ([set(), {"k"}], {"k"})],
    single=[([{"p", "q"}], {"p", "q"})],
    duplicate=[([{"a", "b"}, {"a", "b"}], set())],
)
def stamps_owned_once(albums: list[set[str]]) -> set[str]:
    """Return the stamps that occur in exactly one of the sets in `albums`.

    A stamp that occurs in three albums does not count either. Without albums the result is empty.
    """
    owners = Counter(stamp for album in albums for stamp in album)
    return {stamp for stamp, count in owners.items() if count == 1}


@cases(
    ordinary=[({3, -3, 5}, [3]), ({1, -1, 2, -2}, [1, 2]), ({4, 5, 6}, []), ({-7, 9, 7, -9, 8}, [7, 9])],
    empty=[(set(), [])],
    single=[({-4}, [])],
    zero=[({0, 2, -2}, [2]), ({0}, [])],
    negative=[({-1, -2}, [])],
)
def balanced_loads(loads: set[int]) -> list[int]:
    """Return the positive numbers in `loads` whose negative counterpart is in `loads` too, in ascending order.

    The number 0 is not positive, so it is never in the result.
    """
    return sorted(load for load in loads if load > 0 and -load in loads)


@cases(
    ordinary=[
        ([{"cook", "sew"}, {"swim"}], {"cook", "swim"}, True),
        ([{"cook"}, {"swim"}], {"cook", "sing"}, False),
        ([{"a", "b"}, {"b", "c"}], {"a", "b", "c"}, True),
        ([{"a"}, {"a"}], {"b"}, False),
    ],
    empty=[([], {"cook"}, False), ([], set(), True), ([{"cook"}], set(), True)],
    single=[([{"a", "b"}], {"b"}, True)],
    boundary=[([{"Cook"}], {"cook"}, False)],
)
def team_covers_skills(team: list[set[str]], needed: set[str]) -> bool:
    """Check whether every skill in `needed` is in at least one of the sets in `team`, which holds the skills of each member.

    Different skills may come from different members. Case matters. When no skill is needed, every team is enough, even an
    empty one.
    """
    return needed <= set().union(*team)


@cases(
    ordinary=[
        ({(0, 0), (0, 1), (1, 0)}, 2),
        ({(0, 0), (1, 1)}, 0),
        ({(0, 0), (0, 1), (1, 0), (1, 1)}, 4),
        ({(2, 5), (3, 5), (4, 5)}, 2),
    ],
    empty=[(set(), 0)],
    single=[({(3, 3)}, 0)],
    negative=[({(-1, 0), (0, 0)}, 1)],
    boundary=[({(0, 0), (0, 2)}, 0)],
)
def count_touching_tiles(tiles: set[tuple[int, int]]) -> int:
    """Count the pairs of tiles in `tiles`, given as (row, column), that lie directly next to each other in the same row or in
    the same column.

    Each pair counts once. Tiles that meet only at a corner do not touch.
    """
    return sum(((row + 1, column) in tiles) + ((row, column + 1) in tiles) for row, column in tiles)


@cases(
    ordinary=[({1, 2}, 3), ({2, 4}, 5), ({1, 4}, 2), ({2, 3, 6}, 4), ({2, 4, 6, 8}, 9)],
    empty=[(set(), 1)],
    single=[({1}, 2), ({2}, 3)],
    boundary=[({3}, 1)],
    negative=[({-1, 0}, 1)],
)
def first_free_locker_pair(taken: set[int]) -> int:
    """Return the smallest number of 1 or more such that neither it nor the number one above it is in `taken`.

    Numbers below 1 in `taken` make no difference.
    """
    locker = 1
    while locker in taken or locker + 1 in taken:
        locker += 1
    return locker

"""Seeds about counting and listing choices, orders, pairs and teams."""

from __future__ import annotations

import math
from collections import Counter
from itertools import combinations, product

from evol.seedbank import cases, raises


@cases(
    ordinary=[([2, 3], 11), ([1, 1, 1], 7), ([3, 3], 15), ([2, 2, 2], 26)],
    empty=[([], 0)],
    single=[([5], 5)],
    zero=[([0, 4], 4), ([0, 0], 0)],
    negative=[([3, -1], raises(ValueError))],
)
def snack_choices(drawers: list[int]) -> int:
    """Count the ways to take at most one snack from each drawer and at least one in all, when `drawers` lists how many
    different snacks each drawer holds.

    All snacks in all drawers differ, and the order of taking does not matter. With no drawers there is no way.
    Raise ValueError when a number in `drawers` is negative.
    """
    if any(count < 0 for count in drawers):
        raise ValueError("negative number of snacks")
    return math.prod(count + 1 for count in drawers) - 1


@cases(
    ordinary=[
        (["soup", "salad"], ["cake"], ["soup + cake", "salad + cake"]),
        (["soup"], ["cake", "ice"], ["soup + cake", "soup + ice"]),
        (["fruit", "soup"], ["fruit", "cake"], ["fruit + cake", "soup + fruit", "soup + cake"]),
        (["a", "b"], ["d", "c"], ["a + d", "a + c", "b + d", "b + c"]),
    ],
    empty=[([], ["cake"], []), (["soup"], [], [])],
    single=[(["fruit"], ["fruit"], [])],
    duplicate=[(["soup"], ["cake", "cake"], ["soup + cake", "soup + cake"])],
)
def two_course_menus(starters: list[str], desserts: list[str]) -> list[str]:
    """Return all menus "STARTER + DESSERT" made of one of the `starters` and one of the `desserts` with different names.

    Menus with the same starter stand together; starters and desserts keep the order of their lists. A name listed twice
    gives its menus twice.
    """
    return [f"{starter} + {dessert}" for starter, dessert in product(starters, desserts) if starter != dessert]


@cases(
    ordinary=[
        (["Ann", "Bob", "Al"], [("Ann", "Bob"), ("Bob", "Al")]),
        (["Ida", "Jo", "Kai"], [("Ida", "Jo"), ("Ida", "Kai"), ("Jo", "Kai")]),
        (["Zoe", "zed", "Mia"], [("Zoe", "Mia"), ("zed", "Mia")]),
        (["Bea", "Amy"], [("Bea", "Amy")]),
    ],
    empty=[([], [])],
    single=[(["Cy"], [])],
    duplicate=[(["Bo", "Bo", "Al"], [("Bo", "Al"), ("Bo", "Al")])],
    boundary=[(["ann", "Abe"], [])],
    unicode=[(["Éva", "Eli", "éric"], [("Éva", "Eli"), ("Eli", "éric")])],
)
def duet_pairs(singers: list[str]) -> list[tuple[str, str]]:
    """Return all pairs of names from `singers` that begin with different letters.

    In each pair the name that comes earlier in the list is first, and the pairs are ordered by the place of the first name,
    then by the place of the second. Upper and lower case make no difference, but accented letters differ from plain ones.
    Two entries with the same name are two singers.
    Assume that no name is empty.
    """
    return [(one, two) for one, two in combinations(singers, 2) if one[0].lower() != two[0].lower()]


@cases(
    ordinary=[
        (2, ["..", ".X", "X."]),
        (3, ["...", "..X", ".X.", "X..", "X.X"]),
        (4, ["....", "...X", "..X.", ".X..", ".X.X", "X...", "X..X", "X.X."]),
        (
            5,
            [".....", "....X", "...X.", "..X..", "..X.X", ".X...", ".X..X", ".X.X."]
            + ["X....", "X...X", "X..X.", "X.X..", "X.X.X"],
        ),
    ],
    zero=[(0, [""])],
    single=[(1, [".", "X"])],
    negative=[(-1, raises(ValueError)), (-4, raises(ValueError))],
)
def bench_patterns(seats: int) -> list[str]:
    """Return all texts of `seats` characters, each a free seat "." or a taken seat "X", in which no two taken seats are
    neighbours.

    The texts are sorted, with "." before "X". For 0 seats the only text is the empty one.
    Raise ValueError when `seats` is negative.
    """
    if seats < 0:
        raise ValueError("seats is negative")
    texts = ("".join(choice) for choice in product(".X", repeat=seats))
    return [text for text in texts if "XX" not in text]


@cases(
    ordinary=[(2, 6), (9, 55), (10, 63), (13, 75), (1, 3)],
    zero=[(0, 1)],
    boundary=[(27, 1), (26, 3), (28, 0)],
    negative=[(-1, 0)],
)
def lock_codes_with_sum(total: int) -> int:
    """Count the lock codes from "000" to "999" whose three digits add up to `total`.

    Codes may start with zeros. A total that no code reaches gives 0.
    """
    return sum(1 for digits in product(range(10), repeat=3) if sum(digits) == total)


@cases(
    ordinary=[("aabb", 2), ("aabc", 2), ("aabbc", 6), ("abc", 0), ("aaab", 2)],
    empty=[("", 0)],
    single=[("a", 1)],
    duplicate=[("aaa", 1)],
    boundary=[("aA", 0)],
    unicode=[("éeé", 1)],
)
def matching_end_orders(beads: str) -> int:
    """Count the different texts that use all characters of `beads`, in any order, and begin and end with the same character.

    Equal characters cannot be told apart, so swapping them gives no new text. Case matters. A single character is both the
    beginning and the end. No beads give 0.
    """
    if len(beads) == 1:
        return 1
    total = 0
    counts = Counter(beads)
    for bead, count in counts.items():
        if count >= 2:
            inner = counts - Counter({bead: 2})
            total += math.factorial(len(beads) - 2) // math.prod(math.factorial(n) for n in inner.values())
    return total


@cases(
    ordinary=[([4, 4], 25), ([5, 3, 2], 31), ([6, 6, 6, 6], 126), ([2, 2, 2], 9)],
    empty=[([], 0)],
    single=[([3], 6), ([1], 0)],
    boundary=[([1, 1], 1)],
)
def season_games(groups: list[int]) -> int:
    """Count the games of a season in which every two teams of a group play each other twice, and afterwards every two group
    winners play each other once.

    The list `groups` holds the number of teams in each group. Each group has exactly one winner. No groups play no games.
    Assume that every group has at least one team.
    """
    return sum(teams * (teams - 1) for teams in groups) + math.comb(len(groups), 2)


@cases(
    ordinary=[
        ([{1, 2, 3}], 3, True),
        ([{1, 2}, {2, 3}], 3, False),
        ([{1, 2}, {2, 3}, {1, 3}], 3, True),
        ([{1, 2, 3}, {1, 4}, {2, 4}], 4, False),
        ([{1, 2, 3}, {1, 4}, {2, 3, 4}], 4, True),
    ],
    empty=[([], 2, False), ([], 1, True)],
    zero=[([], 0, True)],
    boundary=[([{1, 2, 9}], 2, True)],
)
def every_pair_meets(tables: list[set[int]], guests: int) -> bool:
    """Check whether every two different guests out of those numbered 1 to `guests` sit together at one or more of the
    `tables`.

    Each table is the set of the numbers of the people at it. Other numbers at a table do not matter. With fewer than two
    guests there is no pair, and the answer is True.
    """
    return all(any({one, two} <= table for table in tables) for one, two in combinations(range(1, guests + 1), 2))


@cases(
    ordinary=[
        (["Al", "Bo", "Cy"], ["Bo", "Cy", "Al"], True),
        (["Al", "Bo", "Cy"], ["Al", "Cy", "Bo"], False),
        (["Al", "Bo", "Cy", "Di"], ["Di", "Al", "Bo", "Cy"], True),
        (["Al", "Bo", "Cy", "Di"], ["Di", "Cy", "Bo", "Al"], False),
    ],
    empty=[([], [], True)],
    single=[(["Al"], ["Al"], True)],
    unequal_lengths=[(["Al", "Bo"], ["Al", "Bo", "Al", "Bo"], False)],
    duplicate=[(["x", "x", "y"], ["x", "y", "x"], True), (["x", "x", "y", "y"], ["x", "y", "x", "y"], False)],
)
def same_round_table(first: list[str], second: list[str]) -> bool:
    """Check whether the seating `second` is the seating `first` turned around a round table by any number of seats,
    also none.

    The direction counts: a mirrored seating is not the same unless a turn alone also gives it. Seatings of different lengths
    are never the same. Two empty seatings are the same.
    """
    if len(first) != len(second):
        return False
    return not first or any(first[i:] + first[:i] == second for i in range(len(first)))


@cases(
    ordinary=[
        ([1, 2], [1, 2, 3]),
        ([2, 3, 5], [2, 3, 5, 7, 8, 10]),
        ([10, 1, 1], [1, 2, 10, 11, 12]),
        ([20, 5, 10], [5, 10, 15, 20, 25, 30, 35]),
    ],
    empty=[([], [])],
    single=[([4], [4])],
    duplicate=[([5, 5], [5, 10]), ([1, 1, 1], [1, 2, 3])],
    unsorted=[([7, 3], [3, 7, 10])],
)
def payable_totals(coins: list[int]) -> list[int]:
    """Return, in ascending order and without repeats, all totals that can be paid exactly with one or more of the `coins`.

    Each coin in the list can be used once, so a value listed twice is two coins. No coins pay nothing, which gives an empty
    list.
    Assume that every coin is positive.
    """
    totals = {0}
    for coin in coins:
        totals |= {total + coin for total in totals}
    return sorted(totals - {0})


@cases(
    ordinary=[(3, 2, 6), (2, 5, 6), (4, 3, 20), (5, 1, 5)],
    zero=[(3, 0, 1), (0, 0, 1), (0, 2, 0)],
    single=[(1, 9, 1)],
    negative=[(-1, 2, raises(ValueError)), (2, -1, raises(ValueError))],
)
def bouquet_choices(kinds: int, stems: int) -> int:
    """Count the different bouquets of exactly `stems` flowers that can be bound from `kinds` kinds of flower.

    There are enough flowers of each kind, a kind may be used several times or not at all, and the order of the flowers does
    not matter. There is one bouquet of 0 stems, also from 0 kinds. Raise ValueError when `kinds` or `stems` is negative.
    """
    if kinds < 0 or stems < 0:
        raise ValueError("negative number")
    return math.comb(kinds + stems - 1, stems) if stems else 1


@cases(
    ordinary=[
        (0, 2, ["0|0", "0|1", "0|2", "1|1", "1|2", "2|2"]),
        (1, 2, ["1|1", "1|2", "2|2"]),
        (9, 11, ["9|9", "9|10", "9|11", "10|10", "10|11", "11|11"]),
        (0, 3, ["0|0", "0|1", "0|2", "0|3", "1|1", "1|2", "1|3", "2|2", "2|3", "3|3"]),
    ],
    single=[(3, 3, ["3|3"])],
    zero=[(0, 0, ["0|0"])],
    boundary=[(5, 4, []), (7, 8, ["7|7", "7|8", "8|8"])],
)
def domino_names(lowest: int, highest: int) -> list[str]:
    """Return the names "A|B" of all domino stones whose halves A and B are numbers from `lowest` to `highest`, both
    included, and A is not greater than B.

    Each stone appears once. The stones are ordered by the number A, then by the number B. When `lowest` is greater than
    `highest` there are none.
    Assume that `lowest` and `highest` are not negative.
    """
    return [f"{a}|{b}" for a in range(lowest, highest + 1) for b in range(a, highest + 1)]


@cases(
    ordinary=[
        (["a", "b", "c"], [["b", "c"], ["a", "c"], ["a", "b"]]),
        (["p", "q"], [["q"], ["p"]]),
        (["d", "c", "b", "a"], [["c", "b", "a"], ["d", "b", "a"], ["d", "c", "a"], ["d", "c", "b"]]),
        (["Max", "Kim", "Lee"], [["Kim", "Lee"], ["Max", "Lee"], ["Max", "Kim"]]),
    ],
    empty=[([], [])],
    single=[(["x"], [[]])],
    duplicate=[(["k", "k"], [["k"], ["k"]]), (["m", "n", "m"], [["n", "m"], ["m", "m"], ["m", "n"]])],
)
def teams_missing_one(members: list[str]) -> list[list[str]]:
    """Return the teams that can play when exactly one of the `members` stays at home, one team for each member who may stay.

    The first team misses the first member, the second team the second member, and so on. Within a team the order of
    `members` is kept. Equal names are different people. One member gives one team without anyone in it, and no members
    give no teams.
    """
    return [members[:i] + members[i + 1 :] for i in range(len(members))]


@cases(
    ordinary=[
        ([1, 2], [1, 3], [1, 5, 6]),
        ([1, 0, 2], [1, 1], [1, 1, 2, 2]),
        ([1, 2, 1], [1, 2, 1], [1, 4, 6, 4, 1]),
        ([2, 1], [4, 0, 3], [8, 4, 6, 3]),
    ],
    single=[([1], [1, 4, 6], [1, 4, 6]), ([2, 1], [3], [6, 3])],
    zero=[([0], [5, 7], [0, 0])],
    unequal_lengths=[([1, 1], [1, 2, 1], [1, 3, 3, 1])],
)
def combined_pick_counts(first: list[int], second: list[int]) -> list[int]:
    """Return a list with, at index k, the number of ways to pick k things in all from two boxes, when `first` and `second`
    hold at index i the ways to pick i things from each.

    Every way for the first box goes with every way for the second. The result ends at the sum of the last indexes of both
    lists; zeros at the end are kept.
    Assume that neither `first` nor `second` is empty.
    """
    counts = [0] * (len(first) + len(second) - 1)
    for i, ways in enumerate(first):
        for j, other_ways in enumerate(second):
            counts[i + j] += ways * other_ways
    return counts


@cases(
    ordinary=[(4, {0: 1, 2: 6, 4: 1}), (5, {0: 1, 2: 10, 4: 5}), (6, {0: 1, 2: 15, 4: 15, 6: 1}), (3, {0: 1, 2: 3})],
    zero=[(0, {0: 1})],
    single=[(1, {0: 1})],
    boundary=[(2, {0: 1, 2: 1}), (7, {0: 1, 2: 21, 4: 35, 6: 7})],
)
def even_pick_counts(items: int) -> dict[int, int]:
    """Return a dictionary from each even number from 0 to at most `items` to the number of ways to pick that many out of
    `items` different things.

    The order of picking does not matter. There is one way to pick nothing.
    Assume that `items` is not negative.
    """
    return {size: math.comb(items, size) for size in range(0, items + 1, 2)}


@cases(
    ordinary=[([2, 2], 1 / 3), ([3, 1], 0.5), ([4, 6], 42 / 90), ([3, 2, 1], 8 / 30)],
    single=[([5], 1.0)],
    zero=[([2, 0], 1.0)],
    boundary=[([1, 1], 0.0), ([2], 1.0), ([1, 1, 1, 1], 0.0)],
)
def matching_socks_chance(socks: list[int]) -> float:
    """Return the chance, from 0 to 1, that two socks pulled blindly from a drawer have the same colour, when `socks` lists
    how many socks of each colour it holds.

    The first sock is not put back before the second is pulled, and every sock is equally likely.
    Assume that the drawer holds at least two socks.
    Assume that no number is negative.
    """
    total = sum(socks)
    return sum(count * (count - 1) for count in socks) / (total * (total - 1))


@cases(
    ordinary=[
        ([3, 5, 8, 2], 10, (8, 2)),
        ([7, 2, 4], 6, (2, 4)),
        ([6, 1, 4, 3], 9, (6, 3)),
        ([1, 2, 3], 100, (2, 3)),
    ],
    empty=[([], 5, None)],
    single=[([4], 8, None)],
    boundary=[([4, 6, 7, 3], 10, (4, 6)), ([9, 2], 10, None)],
    duplicate=[([5, 5], 10, (5, 5)), ([3, 1, 3], 5, (3, 1))],
)
def heaviest_pair_within(weights: list[int], limit: int) -> tuple[int, int] | None:
    """Return the two weights at different places in `weights` with the greatest sum that is no more than `limit`.

    The weight that comes earlier in the list is first in the pair. Among pairs with the same sum, take the one whose first
    weight comes earliest in the list, then the one whose second weight does. Return None when no pair is within the limit.
    """
    pairs = [pair for pair in combinations(weights, 2) if sum(pair) <= limit]
    return max(pairs, key=sum, default=None)

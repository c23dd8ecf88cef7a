"""Seeds whose answers grow from the answers of smaller questions: best totals, numbers of ways, cheapest plans."""

from __future__ import annotations

from itertools import takewhile

from evol.seedbank import cases, raises


@cases(
    ordinary=[
        ([4, 1, 1, 5], 9),
        ([5, 6, 7, 8], 13),
        ([2, 9, 3, 1, 4], 13),
        ([3, 8, 8, 8, 3, 1, 9], 20),
        ([1, 2, 3, 4, 5, 6, 7], 12),
    ],
    empty=[([], 0)],
    single=[([6], 6), ([-6], 0)],
    boundary=[([4, 1, 5], 5), ([4, 1, 5, 2], 6)],
    negative=[([-1, -2, -3], 0), ([3, -9, -9, -4, 2], 5)],
    duplicate=[([5, 5, 5, 5], 10)],
)
def best_bed_harvest(yields: list[int]) -> int:
    """Return the largest total of `yields` that can be harvested from garden beds in a row when any two harvested beds must
    have at least two other beds between them.

    Each number of `yields` is what one bed gives, in the order of the row. It is allowed to harvest no bed at all, which
    gives 0.
    """
    best = [0, 0, 0]
    for amount in yields:
        best.append(max(best[-1], best[-3] + amount))
    return best[-1]


@cases(
    ordinary=[(11, 2), (16, 4), (18, 3), (21, 3), (15, 3), (5, -1), (13, -1)],
    zero=[(0, 0)],
    boundary=[(4, 1), (3, -1), (10, 1), (9, -1)],
    negative=[(-4, raises(ValueError))],
)
def fewest_full_crates(jars: int) -> int:
    """Return the smallest number of crates, each holding exactly 4, 7 or 10 jars, into which exactly `jars` jars can be
    packed so that every crate is full.

    Every size of crate may be used as often as needed. The result is -1 when it cannot be done. No jars need 0 crates. A
    negative number of jars raises ValueError.
    """
    if jars < 0:
        raise ValueError("jars must not be negative")
    fewest: list[int | None] = [0]
    for total in range(1, jars + 1):
        before = [fewest[total - size] for size in (4, 7, 10) if size <= total]
        known = [count for count in before if count is not None]
        fewest.append(min(known) + 1 if known else None)
    last = fewest[jars]
    return -1 if last is None else last


@cases(
    ordinary=[
        ([100, 104, 105, 110], 3),
        ([90, 120, 95, 100, 121], 4),
        ([120, 110, 100], 1),
        ([60, 62, 64, 66, 68], 2),
        ([10, 14, 15, 19, 20, 24, 25], 4),
    ],
    empty=[([], 0)],
    single=[([88], 1)],
    boundary=[([80, 85], 2), ([80, 84], 1)],
    duplicate=[([70, 70, 70], 1)],
    negative=[([-10, -5, 0], 3)],
)
def longest_tempo_ramp(tempos: list[int]) -> int:
    """Return the largest number of songs that can be kept of a playlist so that each kept song is at least 5 beats faster
    than the kept song before it.

    `tempos` holds the beats of the songs in playing order. Songs may be left out anywhere, but the order stays as it is. An
    empty playlist gives 0.
    """
    lengths: list[int] = []
    for index, tempo in enumerate(tempos):
        lengths.append(1 + max((lengths[i] for i in range(index) if tempo - tempos[i] >= 5), default=0))
    return max(lengths, default=0)


@cases(
    ordinary=[("oooo", 2), ("ooooo", 3), ("oxxo", 1), ("ooxoo", 2), ("oxooxo", 0), ("oooooooo", 9)],
    single=[("o", 1)],
    boundary=[("oo", 1), ("ooo", 1), ("oxo", 0), ("oxxxo", 0)],
)
def count_stone_crossings(stones: str) -> int:
    """Count the different ways to get from the first to the last character of `stones` by jumps of 1 or 3 places to the
    right, landing on "o" only.

    Two ways are different when they land on different places. When the first character is also the last, standing still is
    the one way.
    Assume that `stones` holds only the characters "o" (a stone) and "x" (a hole).
    Assume that `stones` begins and ends with "o".
    """
    ways: list[int] = []
    for place, stone in enumerate(stones):
        if stone == "x":
            ways.append(0)
        elif place == 0:
            ways.append(1)
        else:
            ways.append(ways[place - 1] + (ways[place - 3] if place >= 3 else 0))
    return ways[-1]


@cases(
    ordinary=[
        ([3, 1, 4], 7),
        ([5, 5, 1, 5, 5], 20),
        ([1, 9, 9, 9, 1], 20),
        ([2, 2, 2, 2, 2, 2], 8),
        ([1, 9, 9, 1, 9, 9, 1], 36),
    ],
    empty=[([], 0)],
    single=[([7], 7)],
    boundary=[([4, 6], 10), ([6, 5, 4], 11)],
    zero=[([0, 8, 0, 8, 8, 0], 24), ([0, 0, 0], 0)],
)
def best_training_total(gains: list[int]) -> int:
    """Return the largest total of `gains` that can be reached by training on some of the days when it is not allowed to
    train on three days in a row.

    Each number of `gains` is what training on that day brings; a day of rest brings 0. No days give 0.
    Assume that no number in `gains` is negative.
    """
    rested, once, twice = 0, 0, 0
    for gain in gains:
        rested, once, twice = max(rested, once, twice), rested + gain, once + gain
    return max(rested, once, twice)


@cases(
    ordinary=[(5, 3), (9, 2), (12, 2), (14, 3), (17, 3), (20, 2), (30, 2)],
    zero=[(0, 0)],
    boundary=[(1, 1), (10, 1), (11, 2), (15, 1), (28, 1)],
)
def fewest_triangle_stacks(cans: int) -> int:
    """Return the smallest number of triangle stacks that together use exactly `cans` cans.

    A triangle stack has a top row of 1 can, below it a row of 2 cans, then 3 and so on, so it uses 1, 3, 6, 10, 15, ...
    cans. Stacks of the same size may be built more than once. No cans need 0 stacks.
    Assume that `cans` is not negative.
    """
    sizes = [rows * (rows + 1) // 2 for rows in range(1, cans + 1)]
    fewest = [0]
    for total in range(1, cans + 1):
        fewest.append(1 + min(fewest[total - size] for size in takewhile(total.__ge__, sizes)))
    return fewest[cans]


@cases(
    ordinary=[
        ([1, 9, 1], [5, 1, 5], 7),
        ([1, 9, 9], [5, 1, 1], 5),
        ([3, 3, 3], [4, 4, 4], 9),
        ([4, 4, 4], [3, 3, 3], 9),
        ([9, 1, 9, 1], [1, 9, 1, 9], 10),
    ],
    empty=[([], [], 0)],
    single=[([6], [2], 2), ([2], [6], 2)],
    boundary=[([1, 5], [5, 3], 6), ([1, 5], [5, 2], 5)],
    duplicate=[([2, 2], [2, 2], 4)],
)
def quickest_two_lane_ride(left: list[int], right: list[int]) -> int:
    """Return the shortest time for riding along all parts of a road on which `left` and `right` hold the time that each part
    takes in the left and in the right lane.

    The ride may begin and end in either lane. Between one part and the next the lane may be changed, and every change takes
    2 extra. A road without parts takes 0.
    Assume that `left` and `right` have the same length.
    """
    in_left, in_right = 0, 0
    for left_time, right_time in zip(left, right, strict=True):
        in_left, in_right = (
            min(in_left, in_right + 2) + left_time,
            min(in_right, in_left + 2) + right_time,
        )
    return min(in_left, in_right)


@cases(
    ordinary=[
        ([3], [3, 7]),
        ([1, 2], [1, 3, 7, 9]),
        ([4, 1], [3, 5, 7]),
        ([2, 2, 2], [2, 4, 6, 8]),
        ([13, 5], [2, 8]),
    ],
    empty=[([], [0])],
    single=[([5], [5]), ([7], [3, 7])],
    zero=[([0, 1], [1, 9]), ([0], [0])],
    boundary=[([10], [0]), ([9, 1], [0, 2, 8])],
    duplicate=[([5, 5], [0])],
    huge=[([10**20 + 1], [1, 9])],
)
def dial_ends_after_turns(turns: list[int]) -> list[int]:
    """Return all numbers on which the pointer of a dial with the numbers 0 to 9 in a ring can end when every number of `turns`
    is turned once, either forwards or backwards.

    The pointer begins at 0. Each turn moves it by that many numbers, forwards or backwards as one likes; after 9 the ring goes
    on with 0. The result is in ascending order, with each number once. Without turns the only end is 0.
    Assume that no number in `turns` is negative.
    """
    ends = {0}
    for turn in turns:
        ends = {(end + step) % 10 for end in ends for step in (turn, -turn)}
    return sorted(ends)


@cases(
    ordinary=[
        ("stone", "store", 3),
        ("bread", "bead", 1),
        ("bead", "bread", 2),
        ("cat", "dog", 9),
        ("abcde", "badce", 6),
        ("Tea", "tea", 3),
    ],
    empty=[("", "", 0), ("", "ab", 4), ("ab", "", 2)],
    single=[("a", "b", 3)],
    boundary=[("same", "same", 0)],
    duplicate=[("aaaa", "aa", 2)],
    unicode=[("café", "cafe", 3)],
)
def cheapest_sign_change(old: str, new: str) -> int:
    """Return the lowest cost of turning the sign `old` into the sign `new` when taking one letter away costs 1 and putting one
    letter in costs 2.

    Letters may be taken away or put in at any place, but they cannot be moved or replaced in one go. Case matters, and every
    character counts as a letter. Equal signs cost 0.
    """
    costs = [2 * size for size in range(len(new) + 1)]
    for removed, old_letter in enumerate(old, start=1):
        row = [removed]
        for place, new_letter in enumerate(new, start=1):
            if old_letter == new_letter:
                row.append(costs[place - 1])
            else:
                row.append(min(costs[place] + 1, row[place - 1] + 2))
        costs = row
    return costs[-1]


@cases(
    ordinary=[
        ([3, 5], 11, True),
        ([3, 5], 13, True),
        ([3, 5], 9, False),
        ([4, 6], 17, False),
        ([2, 7, 9], 25, True),
        ([5, 8], 15, False),
    ],
    empty=[([], 0, True), ([], 4, False)],
    single=[([6], 12, True), ([6], 18, False)],
    zero=[([3, 5], 0, True)],
    duplicate=[([4, 4], 16, True), ([4, 4], 20, False)],
    boundary=[([3, 5], 16, True), ([3, 5], 17, False)],
)
def can_fill_shelf_exactly(widths: list[int], shelf: int) -> bool:
    """Check whether boxes can be chosen whose widths add up to exactly `shelf` when there are two boxes of each width in
    `widths`.

    Each of these boxes may be used or left out. A width that stands in the list several times gives two boxes each time. No
    boxes add up to 0.
    Assume that all numbers in `widths` are greater than 0.
    """
    totals = {0}
    for width in widths:
        totals |= {total + count * width for total in totals for count in (1, 2)}
    return shelf in totals


@cases(
    ordinary=[(5, True), (6, True), (8, True), (9, False), (16, False), (20, True), (40, True)],
    zero=[(0, False)],
    boundary=[(1, True), (2, False), (3, True), (4, True), (7, False), (14, False)],
)
def first_player_wins_pebbles(pebbles: int) -> bool:
    """Check whether the player who begins can be sure to win a game in which two players in turn take 1, 3 or 4 pebbles from
    a heap of `pebbles` and whoever takes the last pebble wins.

    Nobody may take more pebbles than are left, and nobody may pass. Who has to move when no pebble is left has lost, so a
    game that begins with 0 pebbles is not won.
    Assume that `pebbles` is not negative.
    """
    wins: list[bool] = []
    for heap in range(pebbles + 1):
        wins.append(any(not wins[heap - taken] for taken in (1, 3, 4) if taken <= heap))
    return wins[pebbles]

"""Seeds whose answers grow from the answers of smaller questions: best totals, numbers of ways, cheapest plans."""

from __future__ import annotations

from collections import Counter
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


@cases(
    ordinary=[(2, 8), (3, 22), (4, 60), (5, 164), (8, 3344)],
    zero=[(0, 1)],
    boundary=[(1, 3)],
    negative=[(-1, raises(ValueError)), (-7, raises(ValueError))],
)
def count_bead_strings(length: int) -> int:
    """Count the different strings of `length` beads, each of them red, blue or white, in which no two red beads are side by
    side.

    A string has a left and a right end, so a string and its mirror image are different unless they look the same. There is
    one string of 0 beads. A negative length raises ValueError.
    """
    if length < 0:
        raise ValueError("length must not be negative")
    ends_red, ends_other = 0, 1
    for _ in range(length):
        ends_red, ends_other = ends_other, 2 * (ends_red + ends_other)
    return ends_red + ends_other


@cases(
    ordinary=[
        (4, [0, 1, 1, 2]),
        (7, [0, 1, 1, 2, 3, 2, 3]),
        (10, [0, 1, 1, 2, 3, 2, 3, 4, 2, 3]),
        (13, [0, 1, 1, 2, 3, 2, 3, 4, 2, 3, 4, 3, 4]),
    ],
    boundary=[(1, [0]), (2, [0, 1]), (3, [0, 1, 1])],
    zero=[(0, [])],
    negative=[(-5, [])],
)
def fewest_presses_per_count(top: int) -> list[int]:
    """Return for each number from 1 to `top`, in ascending order, the fewest presses that bring a counter from 1 to that
    number.

    The counter shows 1 at first. Each press is on one of two buttons: one adds 1, the other multiplies by 3. When `top` is
    less than 1 the result is empty.
    """
    presses: list[int] = []
    for number in range(1, top + 1):
        ways = [presses[number - 2] + 1] if number > 1 else [0]
        if number % 3 == 0:
            ways.append(presses[number // 3 - 1] + 1)
        presses.append(min(ways))
    return presses


@cases(
    ordinary=[
        ([1, 2], {0: 1, 1: 1, 2: 1, 3: 1}),
        ([1, 2, 3], {0: 1, 1: 1, 2: 1, 3: 2, 4: 1, 5: 1, 6: 1}),
        ([4, 9], {0: 1, 4: 1, 9: 1, 13: 1}),
        ([2, 2, 4], {0: 1, 2: 2, 4: 2, 6: 2, 8: 1}),
    ],
    empty=[([], {0: 1})],
    single=[([5], {0: 1, 5: 1})],
    zero=[([0], {0: 2}), ([0, 3], {0: 2, 3: 2})],
    duplicate=[([1, 1], {0: 1, 1: 2, 2: 1})],
    negative=[([2, -2], {0: 2, 2: 1, -2: 1})],
)
def hands_per_total(cards: list[int]) -> dict[int, int]:
    """Build a dictionary from each total that some of the numbers in `cards` can have to the number of ways in which that
    total can be chosen.

    Each card is either taken or left. Two ways are different when they differ in at least one place of the list, even where
    the numbers are equal. Taking no card is one way and has the total 0.
    """
    ways = Counter({0: 1})
    for card in cards:
        ways += Counter({total + card: count for total, count in ways.items()})
    return dict(ways)


@cases(
    ordinary=[(2, 0.75), (3, 0.625), (4, 0.6875), (5, 0.65625), (7, 0.6640625)],
    zero=[(0, 1.0)],
    boundary=[(1, 0.5)],
    negative=[(-1, 0.0), (-8, 0.0)],
)
def chance_of_landing_on(field: int) -> float:
    """Return the probability that a token which begins on field 0 and always moves 1 or 2 fields forwards, each with
    probability one half, ever stands on `field`.

    The token goes on for ever and never moves back. It stands on field 0 at the beginning, so that probability is 1. For a
    negative field the probability is 0.
    """
    before, chance = 0.0, 1.0
    for _ in range(field):
        before, chance = chance, (before + chance) / 2
    return chance if field >= 0 else 0.0


@cases(
    ordinary=[
        ([5, 9], [4, 6, 10], 2),
        ([5, 9], [9, 5, 7], 2),
        ([3, 8, 4], [8, 3, 9, 1, 4], 1),
        ([6, 2], [2, 6], 8),
        ([10, 20], [19, 11, 12, 29], 9),
    ],
    empty=[([], [], 0), ([], [3, 4], 0)],
    single=[([7], [1, 8, 5], 1)],
    boundary=[([1, 2, 3], [3, 2, 1], 4), ([4, 4], [4, 4], 0)],
    duplicate=[([5, 5], [5, 1, 5], 0)],
)
def least_misfit_of_lids(jars: list[int], lids: list[int]) -> int:
    """Return the smallest total misfit with which every jar gets a lid of its own when the order of the jars and lids has to
    be kept.

    `jars` and `lids` hold widths. The misfit of a jar is the difference between its width and the width of its lid, as a
    number of 0 or more. A jar further right gets a lid further right than every jar before it, and lids may be left over
    anywhere. No jars give 0.
    Assume that `lids` is at least as long as `jars`.
    """
    spare = len(lids) - len(jars)
    best = [0] * (spare + 1)
    for index, jar in enumerate(jars):
        row: list[int] = []
        for skipped in range(spare + 1):
            fitted = best[skipped] + abs(jar - lids[index + skipped])
            row.append(min(fitted, row[-1]) if row else fitted)
        best = row
    return min(best)


@cases(
    ordinary=[
        ([(1, 2), (2, 5), (5, 3)], 3),
        ([(1, 2), (4, 4), (2, 7), (9, 1), (7, 1)], 3),
        ([(3, 1), (1, 2), (2, 3), (1, 9)], 3),
        ([(5, 6), (4, 5), (3, 4)], 1),
        ([(2, 1), (3, 1), (1, 3)], 2),
    ],
    empty=[([], 0)],
    single=[([(6, 2)], 1)],
    duplicate=[([(4, 4), (4, 4), (4, 4)], 3), ([(1, 2), (1, 2)], 1)],
    boundary=[([(1, 2), (3, 4)], 1)],
)
def longest_tile_chain(tiles: list[tuple[int, int]]) -> int:
    """Return the largest number of tiles that can be kept so that the right number of each kept tile equals the left number
    of the next kept tile.

    `tiles` holds the left and the right number of each tile. Tiles may be left out anywhere, but they cannot be flipped and
    they stay in their order. No tiles give 0.
    """
    longest: dict[int, int] = {}
    for left, right in tiles:
        length = longest.get(left, 0) + 1
        longest[right] = max(longest.get(right, 0), length)
    return max(longest.values(), default=0)


@cases(
    ordinary=[("abac", 2), ("banana", 2), ("stone", 5), ("abcabc", 3), ("mississippi", 2), ("aAa", 1)],
    empty=[("", 0)],
    single=[("x", 1)],
    boundary=[("ab", 2), ("aba", 1)],
    duplicate=[("zzzz", 1)],
    unicode=[("éaéb", 2)],
)
def fewest_framed_pieces(text: str) -> int:
    """Return the smallest number of pieces into which `text` can be cut so that every piece begins and ends with the same
    character.

    The pieces cover the whole text and none of them is empty. A piece of one character is allowed. Case matters. The empty
    text has 0 pieces.
    """
    fewest = [0]
    for end in range(1, len(text) + 1):
        fewest.append(1 + min(fewest[start] for start in range(end) if text[start] == text[end - 1]))
    return fewest[-1]


@cases(
    ordinary=[
        (["acb", "bad"], "abad"),
        (["tea", "arm"], "tarm"),
        (["ab", "cd", "ef"], "abdf"),
        (["xbz", "bya", "caa"], "xbcaa"),
        (["aba", "bab", "aca"], "ababa"),
    ],
    single=[(["q"], "q")],
    boundary=[(["word"], "word"), (["w", "e", "b"], "web")],
    duplicate=[(["oo", "oo"], "ooo")],
)
def first_word_across_grid(rows: list[str]) -> str:
    """Return the word that comes first in the alphabet among all words read along a way from the first letter of the first
    row to the last letter of the last row.

    The grid has the texts of `rows` as its rows, the first one on top. Each step of the way goes one letter to the right or
    one letter down.
    Assume that `rows` holds at least one text.
    Assume that all texts in `rows` have the same length, which is not 0.
    Assume that the texts hold only the lower case letters a to z.
    """
    best = [""] * len(rows[0])
    for index, row in enumerate(rows):
        for column, letter in enumerate(row):
            ways = [best[column]] if index > 0 else []
            if column > 0:
                ways.append(best[column - 1])
            best[column] = min(ways, default="") + letter
    return best[-1]


@cases(
    ordinary=[
        ([2, 2, 2, 9], 8),
        ([1, 1, 9, 1], 6),
        ([9, 9, 9, 9], 8),
        ([1, 1, 9, 9, 9], 9),
        ([1, 1, 1, 1, 9], 7),
        ([2, 3, 9, 9, 2], 10),
    ],
    empty=[([], 0)],
    single=[([2], 2), ([9], 4)],
    boundary=[([4], 4), ([4, 4], 4), ([5, 1], 4), ([1, 2], 3)],
    zero=[([0, 0, 0], 0)],
)
def cheapest_ferry_plan(fares: list[int]) -> int:
    """Return the lowest total price of a trip with the given `fares` when a pair ticket for 4 may be bought instead of any
    one fare or any two fares that follow each other directly.

    Any number of pair tickets may be bought. Every fare is either paid by itself or covered by one pair ticket. No fares cost
    0.
    Assume that no number in `fares` is negative.
    """
    best = [0, 0]
    for fare in reversed(fares):
        best.append(min(fare + best[-1], 4 + best[-2]))
    return best[-1]


@cases(
    ordinary=[
        ([2, 4, 3], [0, 2]),
        ([4, 1, 1, 5], [0, 3]),
        ([1, 9, 1, 9, 1], [1, 3]),
        ([3, 4, 5, 5], [1, 3]),
        ([6, 1, 1, 1, 6], [0, 2, 4]),
    ],
    single=[([8], [0])],
    boundary=[([3, 7], [1]), ([7, 3], [0]), ([2, 9, 2], [1])],
    huge=[([10**15, 10**15 + 1], [1])],
)
def best_spaced_stalls(takings: list[int]) -> list[int]:
    """Return the positions of the stalls with the largest total of `takings` that can be opened when two neighbouring stalls
    may not both be open.

    Positions are counted from 0 and returned in ascending order.
    Assume that all numbers in `takings` are greater than 0.
    Assume that exactly one choice of stalls has the largest total.
    """
    before: tuple[int, list[int]] = (0, [])
    best: tuple[int, list[int]] = (0, [])
    for position, taking in enumerate(takings):
        opened = (before[0] + taking, [*before[1], position])
        before, best = best, opened if opened[0] > best[0] else best
    return best[1]

"""More seeds whose answers grow from the answers of smaller questions: best totals, numbers of ways, cheapest plans."""

from __future__ import annotations

from collections import Counter

from evol.seedbank import cases, raises


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

"""More seeds about the binary digits of whole numbers: switches, lamps, masks and packed fields."""

from __future__ import annotations

from itertools import pairwise

from evol.seedbank import cases, raises


@cases(
    ordinary=[
        ({"ann": 1}, {"ann": 2}, {"ann": 3}),
        ({"ann": 5, "bo": 1}, {"bo": 1, "cy": 4}, {"ann": 5, "bo": 1, "cy": 4}),
        ({"ann": 6}, {"ann": 3}, {"ann": 7}),
        ({"x": 12, "y": 10}, {"y": 9, "x": 4}, {"x": 12, "y": 11}),
    ],
    empty=[({}, {}, {}), ({"ann": 4}, {}, {"ann": 4}), ({}, {"bo": 9}, {"bo": 9})],
    zero=[({"ann": 0}, {"bo": 0}, {"ann": 0, "bo": 0})],
    boundary=[({"Ann": 1}, {"ann": 2}, {"Ann": 1, "ann": 2})],
)
def merge_door_rights(first: dict[str, int], second: dict[str, int]) -> dict[str, int]:
    """Build a dictionary of the door rights of everybody in `first` or `second`, where a binary digit is one if it is one in
    the rights that either dictionary gives to that person.

    The keys are names, and case matters in them; the values are rights. Somebody who stands in only one of the dictionaries
    keeps those rights, even if they are 0.
    Assume that no rights are negative.
    """
    return {name: first.get(name, 0) | second.get(name, 0) for name in first | second}


@cases(
    ordinary=[
        ([0b00, 0b11, 0b01], [2, 1]),
        ([5, 10, 10, 2], [4, 0, 1]),
        ([7, 8, 7], [4, 4]),
        ([1, 3, 7, 6], [1, 1, 1]),
    ],
    empty=[([], [])],
    single=[([13], [])],
    zero=[([0, 0], [0]), ([0, 255], [8])],
    duplicate=[([6, 6, 6], [0, 0])],
    huge=[([2**75, 2**74], [2])],
)
def count_lamp_changes(states: list[int]) -> list[int]:
    """Return for each number of `states` after the first how many binary digits differ between it and the number before it.

    The shorter number is filled with zeros at the top. With fewer than two numbers the result is empty.
    Assume that no number in `states` is negative.
    """
    return [(before ^ after).bit_count() for before, after in pairwise(states)]


@cases(
    ordinary=[
        ([0b00011000, 0b01111110], ["...##...", ".######."]),
        ([1, 2, 4], [".......#", "......#.", ".....#.."]),
        ([170, 85], ["#.#.#.#.", ".#.#.#.#"]),
        ([15, 240], ["....####", "####...."]),
    ],
    empty=[([], [])],
    single=[([200], ["##..#..."])],
    zero=[([0], ["........"])],
    boundary=[([255, 128], ["########", "#......."])],
    duplicate=[([3, 3], ["......##", "......##"])],
)
def draw_pixel_rows(rows: list[int]) -> list[str]:
    """Return a text of eight characters for each number of `rows`, with "#" for every one and "." for every zero of its eight
    binary digits.

    The highest digit stands on the left, and zeros at the top are drawn too. No rows give an empty list.
    Assume that every number in `rows` lies from 0 to 255.
    """
    return [f"{row:08b}".replace("1", "#").replace("0", ".") for row in rows]


@cases(
    ordinary=[([255, 0], 0.5), ([15], 0.5), ([1, 1, 1, 1], 0.125), ([3, 7, 127, 0], 0.375)],
    single=[([64], 0.125)],
    zero=[([0, 0, 0], 0.0)],
    boundary=[([255], 1.0), ([254], 0.875)],
)
def lit_pixel_share(rows: list[int]) -> float:
    """Return the fraction of all pixels that are lit in a picture in which each number of `rows` is a row of eight pixels, one
    for each of its eight binary digits.

    A pixel is lit when its digit is one. Zeros at the top of a number are pixels too. The result lies from 0 to 1.
    Assume that `rows` is not empty.
    Assume that every number in `rows` lies from 0 to 255.
    """
    return sum(row.bit_count() for row in rows) / (8 * len(rows))


@cases(
    ordinary=[
        (5, [0, 1, 4, 5]),
        (6, [0, 2, 4, 6]),
        (12, [0, 4, 8, 12]),
        (7, [0, 1, 2, 3, 4, 5, 6, 7]),
        (26, [0, 2, 8, 10, 16, 18, 24, 26]),
    ],
    zero=[(0, [0])],
    boundary=[(1, [0, 1]), (8, [0, 8])],
    huge=[(2**60 + 1, [0, 1, 2**60, 2**60 + 1])],
)
def toppings_choices(toppings: int) -> list[int]:
    """Return all numbers that come from `toppings` by turning none, some or all of its binary ones into zeros, in ascending
    order.

    The number itself and 0 are always among them. Each number stands in the result once.
    Assume that `toppings` is not negative.
    """
    choices = [0]
    for place in range(toppings.bit_length()):
        if toppings >> place & 1:
            choices += [choice | 1 << place for choice in choices]
    return choices


@cases(
    ordinary=[
        (0b1100, 0b1010, 0b0110, 0b1110),
        (5, 5, 2, 5),
        (1, 2, 4, 0),
        (7, 3, 9, 3),
        (12, 6, 3, 6),
    ],
    zero=[(0, 0, 15, 0), (0, 9, 9, 9)],
    duplicate=[(11, 11, 11, 11)],
    huge=[(2**70, 2**70 + 1, 1, 2**70 + 1)],
)
def majority_of_three_masks(first: int, second: int, third: int) -> int:
    """Return the number that has a binary one exactly in those places where at least two of `first`, `second` and `third`
    have a one.

    Assume that none of the numbers is negative.
    """
    return first & second | first & third | second & third


@cases(
    ordinary=[
        (0b10110000, 0b10111111, "1011"),
        (0b01010000, 0b01011000, "0101"),
        (5, 4, "0000010"),
        (170, 160, "1010"),
        (192, 223, "110"),
    ],
    zero=[(0, 0, "00000000"), (0, 1, "0000000")],
    boundary=[(0, 255, ""), (128, 127, ""), (255, 255, "11111111"), (256, 0, raises(ValueError))],
    negative=[(3, -1, raises(ValueError))],
)
def shared_address_start(first: int, second: int) -> str:
    """Return the longest row of binary digits with which both `first` and `second` begin when each is written with eight
    binary digits.

    The highest digit is written first, and zeros at the top are written too. The result is empty when the first digits
    differ. A number that does not lie from 0 to 255 raises ValueError.
    """
    if not (0 <= first <= 255 and 0 <= second <= 255):
        raise ValueError("both numbers must lie from 0 to 255")
    return f"{first:08b}"[: 8 - (first ^ second).bit_length()]


@cases(
    ordinary=[(0b0111000, True), (0b1101, False), (6, True), (5, False), (0b111100, True), (0b1100110, False)],
    zero=[(0, False)],
    boundary=[(1, True), (64, True), (255, True)],
    huge=[(2**80 - 2**40, True), (2**80 + 2**40, False)],
)
def is_one_parking_block(taken: int) -> bool:
    """Check whether the binary form of `taken` has at least one digit 1 and all its ones stand side by side without a zero
    between them.

    A single one counts as such a block. Zeros above or below the block do not matter.
    Assume that `taken` is not negative.
    """
    return "1" in f"{taken:b}" and "0" not in f"{taken:b}".strip("0")


@cases(
    ordinary=[("..#.#", 5), ("#..", 4), ("##.#", 13), ("#.#.#.", 42), ("...#", 1)],
    empty=[("", 0)],
    single=[("#", 1), (".", 0)],
    boundary=[("........", 0), ("########", 255)],
    huge=[("#" + "." * 70, 2**70)],
)
def read_hole_row(row: str) -> int:
    """Return the number whose binary digits are given by `row`, with "#" for one and "." for zero and the highest digit on
    the left.

    An empty row gives 0.
    Assume that `row` holds only the characters "#" and ".".
    """
    number = 0
    for mark in row:
        number = 2 * number + (mark == "#")
    return number


@cases(
    ordinary=[
        ({"ann": 3, "bo": 6}, {0: ["ann"], 1: ["ann", "bo"], 2: ["bo"]}),
        ({"zoe": 5, "al": 4}, {0: ["zoe"], 2: ["al", "zoe"]}),
        ({"x": 8}, {3: ["x"]}),
        ({"c": 1, "a": 1, "b": 3}, {0: ["a", "b", "c"], 1: ["b"]}),
    ],
    empty=[({}, {})],
    zero=[({"ann": 0}, {}), ({"ann": 0, "bo": 1}, {0: ["bo"]})],
    boundary=[({"b": 1, "B": 1}, {0: ["B", "b"]})],
    huge=[({"ann": 2**64}, {64: ["ann"]})],
)
def volunteers_by_shift(plans: dict[str, int]) -> dict[int, list[str]]:
    """Build a dictionary from each shift that somebody takes to the list of the names of those who take it, where `plans`
    gives every name a number whose binary ones mark the shifts.

    Shift 0 is the lowest binary digit, which is worth 1. The names in each list are in ascending order, as Python compares
    texts. A shift that nobody takes does not appear.
    Assume that no number in `plans` is negative.
    """
    shifts: dict[int, list[str]] = {}
    for name in sorted(plans):
        for shift in range(plans[name].bit_length()):
            if plans[name] >> shift & 1:
                shifts.setdefault(shift, []).append(name)
    return shifts

"""Seeds about single numbers: digits, rounding, amounts and dials."""

from __future__ import annotations

import math
from itertools import pairwise

from evol.seedbank import cases, raises


@cases(
    ordinary=[(128, 1), (129, 2), (4599, 3), (1990, 1)],
    zero=[(0, 1)],
    boundary=[(9, 2), (999, 4)],
    huge=[(999999999999999999, 19)],
)
def odometer_wheels_turned(reading: int) -> int:
    """Return how many digits of an odometer change when it advances by one from `reading`.

    The odometer shows no leading zeros, and a new digit that appears on the left counts as a changed one.
    Assume that `reading` is not negative.
    """
    wheels = 1
    while reading % 10 == 9:
        wheels += 1
        reading //= 10
    return wheels


@cases(
    ordinary=[(1907, 9), (1357, 2), (98765, 1), (2260, 6)],
    single=[(7, 0)],
    zero=[(0, 0)],
    negative=[(-482, 6), (-5, 0)],
    duplicate=[(555, 0)],
    boundary=[(10, 1)],
)
def widest_digit_gap(number: int) -> int:
    """Return the largest difference between two neighbouring decimal digits of `number`.

    Differences are never negative, and the sign of `number` is ignored. A number of one digit gives 0.
    """
    digits = [int(char) for char in str(abs(number))]
    return max((abs(left - right) for left, right in pairwise(digits)), default=0)


@cases(
    ordinary=[(25, 10, 5), (13, 4, 3), (1, 6, 5), (50, 12, 10)],
    zero=[(0, 6, 0), (5, 0, raises(ValueError))],
    negative=[(-1, 6, raises(ValueError)), (4, -2, raises(ValueError))],
    boundary=[(30, 10, 0), (8, 7, 6), (7, 8, 1)],
)
def spare_tray_slots(items: int, slots: int) -> int:
    """Return how many slots stay empty when `items` items are put into as few trays as possible, each with `slots` slots.

    No tray is used for 0 items, so nothing stays empty then.
    Raise ValueError when `items` is negative or `slots` is less than 1.
    """
    if items < 0 or slots < 1:
        raise ValueError("need items >= 0 and slots >= 1")
    return -items % slots


@cases(
    ordinary=[(1.1, 1.0), (2.63, 2.75), (7.5, 7.5), (0.2, 0.25)],
    zero=[(0.0, 0.0)],
    boundary=[(1.125, 1.25), (0.375, 0.5)],
    negative=[(-0.375, -0.25), (-1.2, -1.25), (-0.125, 0.0)],
)
def nearest_quarter_turn(turns: float) -> float:
    """Return the multiple of 0.25 that lies nearest to `turns`.

    When two multiples are equally near, the greater one is returned, also for negative numbers.
    """
    return math.floor(turns * 4 + 0.5) / 4


@cases(
    ordinary=[(472, 519, 579), (305, 350, 355), (8, 123, 128), (90, 9, 99)],
    zero=[(0, 0, 0), (0, 47, 47)],
    duplicate=[(66, 66, 66)],
    boundary=[(1000, 999, 1999)],
)
def merge_digit_maxima(first: int, second: int) -> int:
    """Return the number whose every decimal digit is the larger of the digits of `first` and `second` at the same place.

    Places are counted from the right, and the shorter number is filled up with zeros on the left.
    Assume that neither `first` nor `second` is negative.
    """
    width = max(len(str(first)), len(str(second)))
    pairs = zip(str(first).zfill(width), str(second).zfill(width), strict=True)
    return int("".join(max(pair) for pair in pairs))


@cases(
    ordinary=[
        (405, {100: 4, 1: 5}),
        (90, {10: 9}),
        (1234, {1000: 1, 100: 2, 10: 3, 1: 4}),
        (10203, {10000: 1, 100: 2, 1: 3}),
    ],
    single=[(7, {1: 7})],
    zero=[(0, {})],
    boundary=[(1000, {1000: 1})],
    huge=[(6000000000000, {1000000000000: 6})],
)
def digits_by_place(number: int) -> dict[int, int]:
    """Return a dictionary from each place value (1, 10, 100, ...) of `number` to the decimal digit that stands there.

    Places where the digit is 0 are left out, so the number 0 gives an empty dictionary.
    Assume that `number` is not negative.
    """
    digits = str(number)
    return {10 ** (len(digits) - i - 1): int(digit) for i, digit in enumerate(digits) if digit != "0"}


@cases(
    ordinary=[(1999, "19.99"), (123456, "1'234.56"), (5, "0.05"), (4020, "40.20")],
    zero=[(0, "0.00")],
    negative=[(-5, "-0.05"), (-250000, "-2'500.00")],
    boundary=[(99999, "999.99"), (100000, "1'000.00")],
    huge=[(123456789012345, "1'234'567'890'123.45")],
)
def price_tag_text(cents: int) -> str:
    """Return the amount of `cents` written as whole units, a dot and two digits for the cents, with "'" between thousands.

    One unit is 100 cents. The whole part has at least one digit, and an apostrophe stands before every group of three digits
    counted from the dot, except at the very start. Negative amounts start with "-".
    """
    whole, rest = divmod(abs(cents), 100)
    sign = "-" if cents < 0 else ""
    grouped = f"{whole:,}".replace(",", "'")
    return f"{sign}{grouped}.{rest:02d}"


@cases(
    ordinary=[(3, 3), (7, 8), (10, 11), (21, 25)],
    single=[(1, 1)],
    boundary=[(4, 5), (11, 12), (12, 15), (22, 27)],
)
def hotel_door_number(position: int) -> int:
    """Return the number on the door at `position` when doors are numbered upwards and numbers ending in 4 or divisible by
    13 are left out.

    The first door is at position 1 and has the number 1.
    Assume that `position` is at least 1.
    """
    door = 0
    while position > 0:
        door += 1
        if door % 10 != 4 and door % 13 != 0:
            position -= 1
    return door


@cases(
    ordinary=[
        (100, 3, [35, 35, 30]),
        (120, 4, [30, 30, 30, 30]),
        (15, 2, [10, 5]),
        (1000, 6, [170, 170, 165, 165, 165, 165]),
    ],
    zero=[(0, 4, [0, 0, 0, 0])],
    single=[(95, 1, [95])],
    boundary=[(5, 3, [5, 0, 0]), (20, 4, [5, 5, 5, 5])],
)
def even_bill_shares(total: int, people: int) -> list[int]:
    """Return the shares of `people` guests in a bill of `total` cents, as equal as possible with every share a multiple
    of 5.

    The shares add up to `total`, two shares never differ by more than 5, and the larger shares come first.
    Assume that `total` is a multiple of 5 and not negative.
    Assume that `people` is positive.
    """
    share, extra = divmod(total // 5, people)
    return [(share + 1) * 5] * extra + [share * 5] * (people - extra)


@cases(
    ordinary=[(123, 3321, True), (1234, 123, False), (40, 44, False), (907, 7090, True)],
    duplicate=[(112, 221, True), (55, 5, True)],
    zero=[(0, 100, False), (0, 0, True)],
    negative=[(-42, 24, True), (-1, -2, False)],
)
def same_digit_kinds(first: int, second: int) -> bool:
    """Check whether exactly the same decimal digits occur in `first` and in `second`, no matter how often and in which
    order.

    Signs are ignored. The number 0 has the one digit 0.
    """
    return set(str(abs(first))) == set(str(abs(second)))


@cases(
    ordinary=[(10.0, 12.0, 12.0), (10.0, 30.0, 15.0), (10.0, 1.0, 5.0), (2.0, 7.5, 7.0)],
    zero=[(0.0, 0.0, 0.0)],
    negative=[(-3.0, -20.0, -8.0), (-1.0, 2.5, 2.5)],
    boundary=[(10.0, 15.0, 15.0), (7.5, 7.5, 7.5)],
)
def dial_moved_toward(current: float, target: float) -> float:
    """Return where a dial at `current` stands after moving straight toward `target` by at most 5.0.

    A target that is no more than 5.0 away, up or down, is reached exactly.
    """
    return max(current - 5.0, min(current + 5.0, target))


@cases(
    ordinary=[(3, "|||"), (7, "||||/ ||"), (12, "||||/ ||||/ ||"), (10, "||||/ ||||/")],
    zero=[(0, "")],
    single=[(1, "|")],
    boundary=[(4, "||||"), (5, "||||/"), (6, "||||/ |")],
    negative=[(-1, raises(ValueError))],
)
def tally_marks(count: int) -> str:
    """Return the tally for `count`: "||||/" for every full five and one "|" for each one left over, with a space between
    groups.

    Groups of five come first, and the rest, if there is one, makes the last group. There is no space at either end.
    The count 0 gives an empty text. Raise ValueError when `count` is negative.
    """
    if count < 0:
        raise ValueError("count is negative")
    fives, rest = divmod(count, 5)
    groups = ["||||/"] * fives
    if rest:
        groups.append("|" * rest)
    return " ".join(groups)


@cases(
    ordinary=[(9321, True), (631, True), (1234, False), (19, False)],
    single=[(7, True)],
    zero=[(0, False)],
    boundary=[(532, False), (44, False), (100, True)],
    negative=[(-821, True), (-358, False)],
)
def is_top_heavy(number: int) -> bool:
    """Check whether the first decimal digit of `number` is greater than the sum of all its other digits.

    The sign is ignored. A number of one digit has no other digits, and their sum is 0.
    """
    first, *rest = (int(char) for char in str(abs(number)))
    return first > sum(rest)


@cases(
    ordinary=[([3, 8, 5], (3, 5)), ([20, 25, 22, 30], (20, 10)), ([10, 1], (1, 9)), ([0, 0, 6], (0, 6))],
    single=[([7], (7, 0))],
    negative=[([-4, 2, -9], (-9, 11))],
    duplicate=[([5, 5, 5], (5, 0))],
    zero=[([0], (0, 0))],
)
def lowest_and_spread(readings: list[int]) -> tuple[int, int]:
    """Return the smallest of the `readings` together with how far the largest one lies above it.

    Assume that `readings` is not empty.
    """
    lowest = min(readings)
    return lowest, max(readings) - lowest


@cases(
    ordinary=[(1.5, (1, 30)), (2.25, (2, 15)), (7.1, (7, 6)), (0.1, (0, 6))],
    zero=[(0.0, (0, 0))],
    boundary=[(0.125, (0, 8)), (0.375, (0, 23)), (0.999, (1, 0)), (3.0, (3, 0))],
)
def hours_and_minutes(hours: float) -> tuple[int, int]:
    """Return a length of `hours` hours as a pair of whole hours and minutes, rounded to the nearest minute.

    Half a minute is rounded up. The minutes are from 0 to 59, so sixty minutes become another hour.
    Assume that `hours` is not negative.
    """
    return divmod(math.floor(hours * 60 + 0.5), 60)


@cases(
    ordinary=[
        (87, ["1 x 50", "1 x 20", "3 x 5", "2 x 1"]),
        (275, ["5 x 50", "1 x 20", "1 x 5"]),
        (40, ["2 x 20"]),
        (60, ["1 x 50", "2 x 5"]),
    ],
    zero=[(0, [])],
    single=[(1, ["1 x 1"])],
    boundary=[(50, ["1 x 50"]), (49, ["2 x 20", "1 x 5", "4 x 1"])],
    negative=[(-1, raises(ValueError))],
)
def coin_roll_lines(cents: int) -> list[str]:
    """Return the lines "COUNT x COIN" that pay `cents` with coins of 50, 20, 5 and 1, taking as many as possible of each
    coin in that order.

    The lines go from the largest coin to the smallest, and coins that are not needed get no line.
    Raise ValueError when `cents` is negative.
    """
    if cents < 0:
        raise ValueError("cents is negative")
    lines: list[str] = []
    for coin in (50, 20, 5, 1):
        count, cents = divmod(cents, coin)
        if count:
            lines.append(f"{count} x {coin}")
    return lines

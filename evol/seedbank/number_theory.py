"""Seeds about whole numbers: divisors, remainders, dials and weights."""

from __future__ import annotations

import math
from itertools import pairwise

from evol.seedbank import cases, raises


@cases(
    ordinary=[(4, 6, 2, 8), (3, 5, 1, 6), (10, 4, 6, 10), (9, 2, 1, 9), (4, 6, 1, None)],
    zero=[(7, 3, 0, 0)],
    single=[(1, 9, 4, 4)],
    boundary=[(5, 7, 7, 35), (6, 6, 6, 6)],
    duplicate=[(2, 2, 1, None)],
)
def first_common_blink(first: int, second: int, delay: int) -> int | None:
    """Return the first second at which two lamps blink together, one blinking every `first` seconds from second 0 on, the
    other every `second` seconds from second `delay` on.

    Both lamps blink at their starting second too. Return None when they never blink together.
    Assume that `first` and `second` are positive.
    Assume that `delay` is not negative.
    """
    for turn in range(first):
        moment = delay + turn * second
        if moment % first == 0:
            return moment
    return None


@cases(
    ordinary=[(12, 1), (40, 3), (36, 0), (90, 1), (26, 11)],
    single=[(1, 0)],
    boundary=[(7, 6), (97, 96)],
    huge=[(1000000000000, 0)],
)
def narrowest_tile_gap(tiles: int) -> int:
    """Return the smallest possible difference between the two sides of a full rectangle laid with exactly `tiles` unit
    tiles.

    Both sides are whole numbers and at least 1. A square has the difference 0.
    Assume that `tiles` is positive.
    """
    side = math.isqrt(tiles)
    while tiles % side:
        side -= 1
    return tiles // side - side


@cases(
    ordinary=[
        (10, [0, 1, 2, 0, 4, 3, 2, 1]),
        (25, [1, 1, 1, 0, 1, 4, 1, 7]),
        (100, [0, 1, 0, 0, 4, 2, 4, 1]),
        (9, [1, 0, 1, 4, 3, 2, 1, 0]),
    ],
    zero=[(0, [0, 0, 0, 0, 0, 0, 0, 0])],
    single=[(1, [1, 1, 1, 1, 1, 1, 1, 1])],
    boundary=[(2520, [0, 0, 0, 0, 0, 0, 0, 0])],
    negative=[(-1, [1, 2, 3, 4, 5, 6, 7, 8])],
)
def remainders_two_to_nine(number: int) -> list[int]:
    """Return the remainders of `number` when it is divided by 2, by 3 and so on up to 9, in this order.

    Every remainder is at least 0 and less than its divisor, also for a negative number.
    """
    return [number % divisor for divisor in range(2, 10)]


@cases(
    ordinary=[(23, True), (47, True), (5, False), (7, False), (12, False)],
    zero=[(0, False)],
    boundary=[(11, True), (10, False)],
    single=[(1, False)],
)
def lacks_one_roll_everywhere(rolls: int) -> bool:
    """Check whether `rolls` leaves the remainder 1 when divided by 2, the remainder 2 when divided by 3, and the remainder 3
    when divided by 4.

    All three must hold.
    Assume that `rolls` is not negative.
    """
    return all(rolls % size == size - 1 for size in (2, 3, 4))


@cases(
    ordinary=[(6, 4, [3, 4, 6]), (12, 6, [4, 12]), (10, 15, [2, 3, 10, 15]), (16, 4, [8, 16])],
    duplicate=[(9, 9, [])],
    single=[(1, 8, [2, 4, 8]), (1, 1, [])],
    boundary=[(7, 5, [5, 7])],
)
def unshared_divisors(first: int, second: int) -> list[int]:
    """Return, in ascending order, the positive numbers that divide exactly one of `first` and `second` without remainder.

    A number that divides both or neither is left out.
    Assume that `first` and `second` are positive.
    """
    candidates = range(1, max(first, second) + 1)
    return [number for number in candidates if (first % number == 0) != (second % number == 0)]


@cases(
    ordinary=[(60, 3), (36, 9), (210, 21), (45, 9)],
    single=[(1, 1)],
    boundary=[(1000, 1), (33, 33)],
    huge=[(3 * 2**40 * 5**10, 3)],
)
def part_without_twos_and_fives(number: int) -> int:
    """Return what is left of `number` after dividing it by 2 and by 5 as often as each division leaves no remainder.

    Assume that `number` is positive.
    """
    for factor in (2, 5):
        while number % factor == 0:
            number //= factor
    return number


@cases(
    ordinary=[(1, 4, True), (1, 3, False), (3, 6, True), (2, 14, False)],
    zero=[(0, 7, True), (5, 0, raises(ValueError)), (0, 0, raises(ValueError))],
    negative=[(-1, 8, True), (1, -3, False), (-9, -12, True)],
    boundary=[(14, 7, True)],
)
def decimal_expansion_ends(top: int, bottom: int) -> bool:
    """Check whether the fraction `top` / `bottom` can be written as a decimal number with finitely many digits after
    the point.

    Whole numbers can. Signs make no difference. Raise ValueError when `bottom` is 0.
    """
    if bottom == 0:
        raise ValueError("bottom is 0")
    rest = abs(bottom) // math.gcd(top, bottom)
    for factor in (2, 5):
        while rest % factor == 0:
            rest //= factor
    return rest == 1


@cases(
    ordinary=[(5, 3), (10, 7), (16, 9), (21, 10)],
    zero=[(0, 0)],
    single=[(1, 0)],
    boundary=[(6, 3), (7, 4), (14, 7)],
    negative=[(-3, raises(ValueError))],
)
def days_with_one_visitor(days: int) -> int:
    """Count the days from 1 to `days`, both included, whose number is divisible by exactly one of 2, 3 and 7.

    A day number divisible by two or all three of them does not count. With 0 days the count is 0.
    Raise ValueError when `days` is negative.
    """
    if days < 0:
        raise ValueError("days is negative")
    return sum(1 for day in range(1, days + 1) if sum(day % step == 0 for step in (2, 3, 7)) == 1)


@cases(
    ordinary=[(12, [12, 6, 3, 1]), (45, [45, 15, 5, 1]), (35, [35, 7, 1]), (30, [30, 15, 5, 1])],
    single=[(1, [1])],
    boundary=[(7, [7, 1]), (49, [49, 7, 1])],
    duplicate=[(8, [8, 4, 2, 1])],
)
def smallest_divisor_chain(number: int) -> list[int]:
    """Return the numbers met when `number` is divided again and again by its smallest divisor greater than 1, until 1 is
    reached.

    The smallest divisor is found anew for every number met. The list starts with `number` itself and ends with 1; for 1 it
    is just [1].
    Assume that `number` is positive.
    """
    chain = [number]
    while chain[-1] > 1:
        current = chain[-1]
        divisor = next(d for d in range(2, current + 1) if current % d == 0)
        chain.append(current // divisor)
    return chain


@cases(
    ordinary=[(7, 4), (8, 3), (12, 4), (15, 5), (5, 3)],
    single=[(1, 0)],
    boundary=[(2, 1), (3, 2), (9, 4)],
)
def steps_of_shrinking_pile(stones: int) -> int:
    """Count the steps until a pile of `stones` stones has one stone left, when each step removes as many stones as the
    largest divisor of the pile that is smaller than the pile.

    The divisor is found anew before every step. A pile of one stone needs 0 steps.
    Assume that `stones` is positive.
    """
    steps = 0
    while stones > 1:
        stones -= next(d for d in range(stones // 2, 0, -1) if stones % d == 0)
        steps += 1
    return steps


@cases(
    ordinary=[
        (12, 4, [0, 4, 8]),
        (10, 3, [0, 3, 6, 9, 2, 5, 8, 1, 4, 7]),
        (6, 8, [0, 2, 4]),
        (7, 6, [0, 6, 5, 4, 3, 2, 1]),
    ],
    zero=[(6, 0, [0])],
    single=[(1, 5, [0])],
    boundary=[(5, 5, [0])],
    negative=[(8, -2, [0, 6, 4, 2])],
)
def dial_stops(positions: int, step: int) -> list[int]:
    """Return the stops of a pointer on a round dial with positions 0 to `positions` - 1 that starts at 0 and moves on by
    `step` positions until it would stop at 0 again.

    The stops are listed in the order they are visited, with 0 first and only once. Only the places where the pointer stops
    count, not those it passes. A negative step moves backwards, and the dial wraps around in both directions.
    Assume that `positions` is positive.
    """
    stops = [0]
    place = step % positions
    while place != 0:
        stops.append(place)
        place = (place + step) % positions
    return stops


@cases(
    ordinary=[("123", 3), ("21", 6), ("12", 0), ("77", 5)],
    empty=[("", 0)],
    single=[("5", 2)],
    zero=[("0000", 0)],
    boundary=[("90", 0), ("1a", raises(ValueError))],
    whitespace=[("1 2", raises(ValueError))],
    unicode=[("\uff11", raises(ValueError))],
)
def badge_check_digit(digits: str) -> int:
    """Return the check digit of a badge: the digits of `digits` times 4, 7, 4, 7 and so on from the left, summed, modulo 9.

    An empty text gives 0. Raise ValueError when `digits` contains a character other than "0" to "9".
    """
    if any(char not in "0123456789" for char in digits):
        raise ValueError("not a digit")
    return sum(int(char) * (7 if i % 2 else 4) for i, char in enumerate(digits)) % 9


@cases(
    ordinary=[(1, 1, 3), (10, 20, 36), (30, 40, 9), (2, 3, 11)],
    zero=[(0, 5, 5), (7, 0, 7), (100, 0, 3)],
    boundary=[(13, 6, 0), (96, 50, 96)],
)
def blended_dye_code(first: int, second: int) -> int:
    """Return the sum of `first`, `second` and their product, modulo 97.

    Assume that `first` and `second` are not negative.
    """
    return (first + second + first * second) % 97


@cases(
    ordinary=[(5, ([9], [1, 3])), (7, ([1, 9], [3])), (11, ([3, 9], [1])), (4, ([1, 3], []))],
    zero=[(0, ([], []))],
    single=[(1, ([1], []))],
    boundary=[(13, ([1, 3, 9], [])), (14, ([27], [1, 3, 9]))],
    negative=[(-2, raises(ValueError))],
)
def pan_weights(grams: int) -> tuple[list[int], list[int]]:
    """Return which weights of 1, 3, 9, 27, ... grams, one of each, balance goods of `grams` grams: those on the empty
    pan and those beside the goods.

    The sum of the first list equals `grams` plus the sum of the second, and no weight is in both. Both lists are ascending,
    and there is always exactly one way. Goods of 0 grams need no weights. Raise ValueError when `grams` is negative.
    """
    if grams < 0:
        raise ValueError("grams is negative")
    opposite: list[int] = []
    beside: list[int] = []
    weight = 1
    while grams:
        grams, rest = divmod(grams, 3)
        if rest == 1:
            opposite.append(weight)
        elif rest == 2:
            beside.append(weight)
            grams += 1
        weight *= 3
    return opposite, beside


@cases(
    ordinary=[([4, 9, 10], True), ([6, 9], False), ([3, 5, 6], True), ([8, 15, 7, 14], False)],
    empty=[([], True)],
    single=[([8], True)],
    duplicate=[([1, 1], True), ([7, 7], False)],
    zero=[([0, 1], True), ([0, 5], False)],
)
def gears_wear_evenly(teeth: list[int]) -> bool:
    """Check whether no two neighbouring numbers in `teeth` have a common divisor greater than 1.

    Neighbours are next to each other in the list; the list is not a ring. Every number divides 0. A list of fewer than two
    numbers passes.
    Assume that no number is negative.
    """
    return all(math.gcd(left, right) == 1 for left, right in pairwise(teeth))


@cases(
    ordinary=[([12, 3, 4, 6, 2], 2), ([8, 12, 4, 6], 4), ([6, 4, 3], 3), ([9, 3, 9, 27], 3)],
    single=[([5], 5)],
    boundary=[([7, 5], 7), ([6, 3, 4, 2, 9], 3)],
    duplicate=[([10, 5, 20, 5], 5), ([4, 8, 6, 6], 4)],
)
def most_dividing_entry(numbers: list[int]) -> int:
    """Return the entry of `numbers` that divides the most entries of the list without remainder, itself included.

    Equal entries are counted as often as they occur. Among equally good entries the earliest in the list is returned.
    Assume that `numbers` is not empty.
    Assume that every entry is positive.
    """
    return max(numbers, key=lambda divisor: sum(1 for number in numbers if number % divisor == 0))


@cases(
    ordinary=[
        ({"glass": 4, "paper": 2, "bio": 1}, 2, ["bio", "paper"]),
        ({"glass": 4, "paper": 2, "bio": 1}, 4, ["bio", "glass", "paper"]),
        ({"tin": 3, "oil": 5}, 15, ["oil", "tin"]),
        ({"tin": 3, "oil": 5}, 10, ["oil"]),
    ],
    empty=[({}, 6, [])],
    single=[({"glass": 4}, 3, [])],
    zero=[({"tin": 3, "oil": 5}, 0, ["oil", "tin"])],
    boundary=[({"tin": 8, "oil": 7}, 7, ["oil"])],
)
def bins_due_on(periods: dict[str, int], day: int) -> list[str]:
    """Return, in alphabetical order, the names in `periods` whose number divides `day` without remainder.

    Day 0 is divided by every number.
    Assume that every number in `periods` is positive.
    """
    return sorted(name for name, period in periods.items() if day % period == 0)


@cases(
    ordinary=[(8, 0.5), (10, 0.4), (20, 0.4), (7, 6 / 7), (12, 1 / 3)],
    single=[(1, 1.0)],
    boundary=[(2, 0.5), (9, 2 / 3)],
)
def coprime_share(number: int) -> float:
    """Return the share of the numbers from 1 to `number`, both included, that have no divisor greater than 1 in common with
    `number`.

    The share is a fraction from 0 to 1, not a percentage. The number 1 has no divisor greater than 1 and gives 1.0.
    Assume that `number` is positive.
    """
    return sum(1 for other in range(1, number + 1) if math.gcd(other, number) == 1) / number

"""Seeds about lists: walking, comparing, regrouping and measuring sequences of values."""

from __future__ import annotations

from itertools import pairwise, zip_longest

from evol.seedbank import cases, raises


@cases(
    ordinary=[([3, 1, 4, 4, 5], 3), ([5, 4, 3], 1), ([1, 2, 3, 4], 4), ([10, 9, 11, 10, 12], 3)],
    empty=[([], 0)],
    single=[([7], 1)],
    zero=[([0, 0, 1], 2)],
    negative=[([-5, -7, -2], 2)],
    duplicate=[([2, 2, 2], 1)],
)
def count_new_records(scores: list[int]) -> int:
    """Count the scores in `scores` that are strictly higher than every score before them.

    The first score always counts. A score that only equals the best so far does not count. An empty list gives 0.
    """
    return sum(1 for index, score in enumerate(scores) if all(score > earlier for earlier in scores[:index]))


@cases(
    ordinary=[([20, 22, 19, 21], 3), ([30, 10, 15], 20), ([1, 4, 7, 10], 3), ([100, 101, 99, 104], 5)],
    boundary=[([1, 10], 9)],
    duplicate=[([5, 5, 5], 0)],
    negative=[([-3, 4, -4], 8), ([4, -6, 1], 10)],
    zero=[([0, 0, 7, 7], 7)],
    huge=[([10**18, 0, 1], 10**18)],
)
def largest_step_between_readings(readings: list[int]) -> int:
    """Return the largest absolute difference between a reading in `readings` and the reading directly after it.

    A step downwards counts by its size, just like a step upwards.
    Assume that `readings` holds at least two readings.
    """
    return max(abs(after - before) for before, after in pairwise(readings))


@cases(
    ordinary=[
        (["a", "b", "a", "c"], ["a", "b", "c"]),
        (["a", "b", "c", "a"], ["a", "b", "c", "a"]),
        (["x", "x", "y", "x"], ["x", "y"]),
        (["a", "b", "a", "a", "c", "a"], ["a", "b", "c", "a"]),
        (["Sun", "sun"], ["Sun", "sun"]),
    ],
    empty=[([], [])],
    single=[(["Moon"], ["Moon"])],
    duplicate=[(["a", "a", "a", "a"], ["a"])],
)
def skip_recent_songs(songs: list[str]) -> list[str]:
    """Return the songs of `songs` in order, leaving out each song that equals one of the last 2 songs kept before it.

    Only kept songs matter for this; a song that was left out is forgotten. Case matters.
    """
    kept: list[str] = []
    for song in songs:
        if song not in kept[-2:]:
            kept.append(song)
    return kept


@cases(
    ordinary=[
        ([1, 2, 3], [4, 5, 6], [5, 7, 9]),
        ([10, 0], [5, 5], [15, 5]),
        ([8], [8], [16]),
        ([1, 1, 1], [2, 0, 9], [3, 1, 10]),
    ],
    unequal_lengths=[([1, 2, 3], [10], [11, 2, 3]), ([5], [1, 1, 7], [6, 1, 7])],
    empty=[([], [], []), ([], [3, 4], [3, 4])],
    negative=[([-2, 5], [2, -9], [0, -4])],
)
def merge_shift_totals(first: list[int], second: list[int]) -> list[int]:
    """Return the position-by-position sums of `first` and `second`, where the shorter list counts as if it were filled up
    with zeros at its end.

    The result is as long as the longer list. Two empty lists give an empty list.
    """
    return [a + b for a, b in zip_longest(first, second, fillvalue=0)]


@cases(
    ordinary=[
        ([3, 5, 7], [2, 5, 9], 1),
        ([1, 2, 3], [0, 1, 2], 3),
        ([1, 1], [4, 4], 0),
        ([9, 2, 8, 4], [5, 3, 7, 4], 2),
    ],
    empty=[([], [], 0)],
    single=[([2], [1], 1)],
    duplicate=[([6, 6, 6], [6, 6, 6], 0)],
    negative=[([-1, -5], [-2, -4], 1)],
)
def count_days_ahead(mine: list[int], theirs: list[int]) -> int:
    """Count the positions at which the value in `mine` is strictly greater than the value in `theirs`.

    Equal values do not count. Two empty lists give 0.
    Assume that `mine` and `theirs` have the same length.
    """
    return sum(1 for a, b in zip(mine, theirs, strict=True) if a > b)


@cases(
    ordinary=[([1, 2, 4, 3], True), ([5, 8, 9], False), ([9, 7, 4], False), ([10, 11, 12, 13, 14], True)],
    empty=[([], True)],
    single=[([50], True)],
    boundary=[([3, 5, 3], True), ([3, 6], False), ([6, 3], False)],
    negative=[([-1, 1, 0], True)],
)
def is_gentle_slope(heights: list[int]) -> bool:
    """Check whether each height in `heights` differs from the height directly after it by at most 2.

    The difference counts upwards and downwards alike. A list of fewer than two heights is gentle.
    """
    return all(abs(a - b) <= 2 for a, b in pairwise(heights))


@cases(
    ordinary=[
        ([1, 2, 3, 4], 2, [[1, 3], [2, 4]]),
        ([5, 6, 7, 8, 9], 3, [[5, 8], [6, 9], [7]]),
        ([4, 4, 2], 1, [[4, 4, 2]]),
        ([9, 8, 7, 6, 5, 4], 3, [[9, 6], [8, 5], [7, 4]]),
    ],
    empty=[([], 2, [[], []])],
    boundary=[([1, 2], 3, [[1], [2], []])],
    zero=[([1, 2], 0, raises(ValueError))],
    negative=[([1], -3, raises(ValueError))],
)
def deal_round_robin(cards: list[int], players: int) -> list[list[int]]:
    """Return the hands that result when `cards` are dealt from the first to the last, one card at a time, to `players`
    players in turn.

    The result has one hand for each player, in the order of the players, and each hand lists its cards in the order dealt. A
    player who gets no card has an empty hand. A number of players below 1 raises ValueError.
    """
    if players < 1:
        raise ValueError("at least one player is needed")
    return [cards[player::players] for player in range(players)]


@cases(
    ordinary=[([5, 5, 5], 12, 3), ([1, 2, 3], 7, -1), ([10, 1], 3, 1), ([4, -2, 4, 1], 5, 3)],
    empty=[([], 5, -1), ([], 0, -1)],
    boundary=[([3, 3], 6, 2)],
    zero=[([2, 2], 0, 1)],
    negative=[([-1, -1], 0, -1), ([-4, 3], -2, 2)],
)
def day_goal_is_reached(deposits: list[int], goal: int) -> int:
    """Return the number of the first day, counted from 1, at whose end the running total of `deposits`, one per day, is at
    least `goal`.

    The total starts at 0 and is looked at only at the end of a day, so the earliest answer is 1, whatever the goal. A
    negative deposit lowers the total. When no day reaches the goal the answer is -1.
    """
    total = 0
    for day, deposit in enumerate(deposits, start=1):
        total += deposit
        if total >= goal:
            return day
    return -1


@cases(
    ordinary=[([7, 8, 9], 8.0), ([1, 5, 5, 9], 5.0), ([2, 4, 6, 10, 5], 5.0), ([3, 4, 5, 6, 7, 8], 5.5)],
    duplicate=[([6, 6, 6], 6.0), ([9, 9, 9, 1], 9.0), ([10, 10, 1], 10.0)],
    negative=[([-4, 0, 4], 0.0)],
    zero=[([0, 0, 3, 6], 1.5)],
    unsorted=[([8, 2, 9, 3], 5.5)],
)
def trimmed_judge_score(marks: list[int]) -> float:
    """Return the average of the marks that remain in `marks` after one lowest and one highest mark are left out.

    When several marks share the lowest or the highest value, only one of them is left out.
    Assume that `marks` holds at least three marks.
    """
    return (sum(marks) - min(marks) - max(marks)) / (len(marks) - 2)


@cases(
    ordinary=[([5, 4, 3], 9), ([10, 20], 30), ([2, 3, 4, 5, 6, 7, 8], 24), ([1, 1, 50, 1], 3)],
    empty=[([], 0)],
    single=[([9], 9)],
    boundary=[([1, 2, 30, 4, 5, 60], 12)],
    zero=[([0, 7, 7], 7)],
    duplicate=[([1, 1, 1, 1, 1, 1], 4)],
)
def third_item_free_total(prices: list[int]) -> int:
    """Return the total of `prices` when every third item of the list is free.

    The free items are the third, the sixth, the ninth and so on, counted from the start of the list, whatever they cost. An
    empty list gives 0.
    """
    return sum(prices) - sum(prices[2::3])


@cases(
    ordinary=[([3, 1], True), ([1, 3], False), ([5, 100, 4], True), ([1, 9, 3, 2], True), ([6, 1, 0, 1, 5], True)],
    empty=[([], False)],
    single=[([8], False)],
    boundary=[([3, 50, 3], False), ([4, 2, 3, 3], False)],
    negative=[([-5, -9], True)],
    duplicate=[([2, 2, 2, 2], False)],
)
def front_half_heavier(weights: list[int]) -> bool:
    """Check whether the front half of `weights` adds up to strictly more than the back half.

    When the number of weights is odd, the middle one belongs to neither half. An empty half adds up to 0.
    """
    half = len(weights) // 2
    return sum(weights[:half]) > sum(weights[len(weights) - half :])


@cases(
    ordinary=[
        (["Ann", "Bob", "Cem"], 0, ["Bob", "Cem", "Ann"]),
        (["Ann", "Bob", "Cem"], 1, ["Ann", "Cem", "Bob"]),
        (["a", "b", "c", "d"], 2, ["a", "b", "d", "c"]),
        (["p", "q"], 0, ["q", "p"]),
    ],
    boundary=[(["Ann", "Bob", "Cem"], 2, ["Ann", "Bob", "Cem"]), (["Ann", "Bob"], 2, raises(ValueError))],
    single=[(["Ann"], 0, ["Ann"])],
    empty=[([], 0, raises(ValueError))],
    negative=[(["Ann", "Bob"], -1, raises(ValueError))],
    duplicate=[(["Bo", "Al", "Bo", "Cy"], 2, ["Bo", "Al", "Cy", "Bo"])],
)
def send_to_back(queue: list[str], position: int) -> list[str]:
    """Return `queue` with the person at index `position`, counted from 0, moved to the end and all others in the same order.

    A position that is negative or not smaller than the length of the queue raises ValueError.
    """
    if not 0 <= position < len(queue):
        raise ValueError("nobody stands at this position")
    return queue[:position] + queue[position + 1 :] + [queue[position]]


@cases(
    ordinary=[([1, 2, 5], [3, 4]), ([10, 12, 14], [11, 13]), ([3, 4, 5], []), ([20, 23, 21], [22])],
    single=[([6], [])],
    unsorted=[([7, 2, 4], [3, 5, 6])],
    duplicate=[([1, 1, 3, 3], [2])],
    negative=[([-2, 1], [-1, 0])],
    boundary=[([8, 9], [])],
)
def gaps_in_ticket_roll(tickets: list[int]) -> list[int]:
    """Return the whole numbers between the smallest and the largest number in `tickets` that are missing from it, in
    ascending order.

    Each missing number is listed once. The tickets may be in any order and may repeat.
    Assume that `tickets` is not empty.
    """
    present = set(tickets)
    return [number for number in range(min(present), max(present)) if number not in present]


@cases(
    ordinary=[
        ([20.0, 17.5, 19.0, 22.0], 2),
        ([19.0, 20.0], 0),
        ([17.0, 16.0, 17.0], 1),
        ([22.0, 17.0, 22.0, 17.0], 3),
    ],
    empty=[([], 0)],
    single=[([10.0], 1)],
    boundary=[([18.0, 21.0], 0), ([17.9, 21.0, 17.9], 1), ([17.9, 21.1, 18.0], 2)],
    negative=[([-5.0, 25.0, -5.0], 3)],
)
def count_heater_switches(temperatures: list[float]) -> int:
    """Count how often a heater switches on or off while it reads `temperatures` in order, when it goes on below 18.0 and off
    above 21.0.

    The heater is off before the first reading. A reading that asks for the state which the heater already has switches
    nothing, and so does a reading from 18.0 to 21.0, both included.
    """
    heating = False
    switches = 0
    for temperature in temperatures:
        if (heating and temperature > 21.0) or (not heating and temperature < 18.0):
            heating = not heating
            switches += 1
    return switches


@cases(
    ordinary=[([4, 9, 2, 7], (2, 1)), ([1, 2, 3], (0, 2)), ([8, 5], (1, 0)), ([3, 1, 6, 1, 6, 2], (1, 4))],
    single=[([5], (0, 0))],
    duplicate=[([7, 7, 7], (0, 2)), ([2, 9, 9, 2], (0, 2))],
    negative=[([-1, -8, -3], (1, 0))],
)
def lightest_and_heaviest_positions(weights: list[int]) -> tuple[int, int]:
    """Return the position of the first smallest value and the position of the last largest value in `weights`, as a pair.

    Positions are counted from 0.
    Assume that `weights` is not empty.
    """
    heaviest = max(range(len(weights)), key=lambda index: (weights[index], index))
    return weights.index(min(weights)), heaviest


@cases(
    ordinary=[
        (["tea", "milk", "tea"], {"tea": 1, "milk": 2}),
        (["a", "b", "c"], {"a": 1, "b": 2, "c": 3}),
        (["x", "y", "y", "x", "z"], {"x": 1, "y": 2, "z": 5}),
        (["Tea", "tea"], {"Tea": 1, "tea": 2}),
    ],
    empty=[([], {})],
    single=[(["cup"], {"cup": 1})],
    duplicate=[(["o", "o", "o"], {"o": 1})],
    unicode=[(["thé", "café", "thé"], {"thé": 1, "café": 2})],
)
def first_order_numbers(orders: list[str]) -> dict[str, int]:
    """Build a dictionary from each different text in `orders` to the number of its first place in the list, counted from 1.

    Case matters. An empty list gives an empty dictionary.
    """
    numbers: dict[str, int] = {}
    for number, order in enumerate(orders, start=1):
        numbers.setdefault(order, number)
    return numbers


@cases(
    ordinary=[([5, 2, 8], 1, 2), ([5, 2, 8], 2, 5), ([5, 2, 8, 6], 3, 6), ([40, 10, 30, 20], 2, 20)],
    single=[([7], 1, 7)],
    duplicate=[([4, 4, 9], 2, 9), ([3, 1, 1, 3, 2], 3, 3)],
    boundary=[([6, 1, 5], 3, 6)],
    negative=[([-2, -8, 0], 1, -8)],
)
def weight_at_rank(weights: list[int], rank: int) -> int:
    """Return the value in `weights` that has the place `rank` when the different values are put in ascending order.

    Rank 1 is the smallest value. Equal values share one place, so each value is counted once.
    Assume that `rank` is at least 1 and at most the number of different values in `weights`.
    """
    return sorted(set(weights))[rank - 1]


@cases(
    ordinary=[([60, 62, 90], 1.5), ([80, 70, 60], 0.75), ([50, 100], 2.0), ([40, 99, 12, 50], 1.25)],
    single=[([63], 1.0)],
    duplicate=[([70, 70, 70], 1.0)],
    boundary=[([4, 3], 0.75)],
    huge=[([10**15, 1, 2 * 10**15], 2.0)],
)
def last_lap_ratio(laps: list[int]) -> float:
    """Return the time of the last lap in `laps` divided by the time of the first lap.

    The result is not rounded. With a single lap, that lap is both the first and the last.
    Assume that `laps` is not empty.
    Assume that no time in `laps` is 0 or negative.
    """
    return laps[-1] / laps[0]


@cases(
    ordinary=[([10, 14, 16, 9], 2, 1), ([30, 20, 10], 2, 0), ([1, 5, 2, 8], 1, 3), ([3, 1, 2, 4, 6, 5], 3, 3)],
    single=[([12], 1, 0)],
    boundary=[([5, 6, 7], 3, 0)],
    duplicate=[([4, 4, 4, 4], 2, 0), ([1, 9, 1, 9], 2, 0)],
    negative=[([-9, -1, -2, -8], 2, 1)],
    zero=[([0, 0, 1], 2, 1)],
)
def warmest_stretch_start(temperatures: list[int], days: int) -> int:
    """Return the position at which the stretch of `days` consecutive values in `temperatures` with the largest sum begins.

    Positions are counted from 0. Among stretches with the same sum, the earliest one counts.
    Assume that `days` is at least 1 and at most the length of `temperatures`.
    """
    starts = range(len(temperatures) - days + 1)
    return max(starts, key=lambda start: sum(temperatures[start : start + days]))

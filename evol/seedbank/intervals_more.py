"""More seeds about intervals: bookings, opening hours, stretches on a line, ranges of numbers."""

from __future__ import annotations

from itertools import groupby

from evol.seedbank import cases, raises


@cases(
    ordinary=[("09:30-11:05", 95), ("08:00-08:45", 45), ("22:30-01:15", 165), ("06:10-18:20", 730)],
    boundary=[("23:59-00:00", 1), ("12:00-12:01", 1), ("00:00-23:59", 1439), ("00:01-00:00", 1439), ("10:00-10:00", 1440)],
)
def minutes_of_time_slot(slot: str) -> int:
    """Return the length in minutes of the time slot `slot`, which is written as two times of day in the form "HH:MM-HH:MM".

    When the second time is not later than the first, the slot ends on the next day, so a slot with two equal times lasts
    1440 minutes.
    Assume that both times lie between 00:00 and 23:59.
    """
    start, end = (int(time[:2]) * 60 + int(time[3:]) for time in slot.split("-"))
    return end - start if end > start else end - start + 1440


@cases(
    ordinary=[(21, 0), (15, 3), (30, 6), (20, 0), (40, 16)],
    boundary=[(18, 0), (24, 0), (17, 1), (25, 1)],
    zero=[(0, 18)],
    negative=[(-5, 23)],
)
def degrees_outside_comfort(reading: int) -> int:
    """Return by how many degrees `reading` lies outside the comfort range from 18 to 24.

    Both 18 and 24 belong to the range. A reading within the range gives 0, and the result is never negative.
    """
    return max(18 - reading, reading - 24, 0)


@cases(
    ordinary=[
        ([5, 12, 14, 30, 11, 13, 19], (10, 20), 3),
        ([1, 2, 3], (5, 9), 0),
        ([4, 4, 9, 4, 4, 4], (1, 5), 3),
        ([7, 8, 20, 9], (5, 10), 2),
    ],
    empty=[([], (1, 5), 0), ([], (5, 1), raises(ValueError))],
    boundary=[([10, 20, 21, 9, 15], (10, 20), 2), ([3, 3, 4], (3, 3), 2)],
    negative=[([-3, -1, 0, 2], (-2, 0), 2)],
    unsorted=[([1, 2], (9, 4), raises(ValueError))],
)
def longest_stay_within_limits(readings: list[int], limits: tuple[int, int]) -> int:
    """Return the length of the longest unbroken run of neighbouring `readings` that all lie within `limits`.

    `limits` is a pair of the lowest and the highest allowed reading; both are allowed themselves. When no reading is
    allowed, or there are no readings, the result is 0. Limits whose first number is larger than the second raise ValueError
    in every case.
    """
    low, high = limits
    if low > high:
        raise ValueError("the lower limit is above the upper one")
    runs = groupby(readings, key=lambda reading: low <= reading <= high)
    return max((len(list(run)) for inside, run in runs if inside), default=0)


@cases(
    ordinary=[(300, "small"), (1200, "medium"), (4500, "large"), (12000, "freight")],
    boundary=[
        (1, "small"),
        (500, "small"),
        (501, "medium"),
        (2000, "medium"),
        (2001, "large"),
        (10000, "large"),
        (10001, "freight"),
    ],
    zero=[(0, raises(ValueError))],
    negative=[(-20, raises(ValueError))],
)
def parcel_size_band(grams: int) -> str:
    """Return the band of a parcel that weighs `grams`: "small" up to 500, "medium" above that up to 2000, "large" above that
    up to 10000, and "freight" for anything heavier.

    The upper limit of each band belongs to it. A weight of 0 or less raises ValueError.
    """
    if grams <= 0:
        raise ValueError("a parcel has a positive weight")
    for limit, band in ((500, "small"), (2000, "medium"), (10000, "large")):
        if grams <= limit:
            return band
    return "freight"


@cases(
    ordinary=[
        ([(0, 4), (6, 10)], 0.8),
        ([(0, 1), (3, 4)], 0.5),
        ([(10, 20), (20, 30)], 1.0),
        ([(2, 3), (4, 6), (9, 10)], 0.5),
    ],
    single=[([(7, 9)], 1.0)],
    negative=[([(-4, -3), (-1, 0)], 0.5)],
    unsorted=[([(6, 8), (0, 4)], 0.75), ([(9, 10), (5, 6), (0, 2)], 0.4)],
)
def busy_share_of_ferry(trips: list[tuple[int, int]]) -> float:
    """Return which fraction of the time from the start of the earliest of `trips` to the end of the latest one is taken up
    by trips.

    Each trip is a pair of the minute at which it starts and the minute at which it ends. The trips may come in any order.
    One trip alone gives 1.
    Assume that `trips` is not empty.
    Assume that every trip starts before it ends.
    Assume that no two trips overlap.
    """
    busy = sum(end - start for start, end in trips)
    first = min(start for start, _ in trips)
    last = max(end for _, end in trips)
    return busy / (last - first)


@cases(
    ordinary=[
        ([(30, 90)], {0: 1, 1: 1}),
        ([(60, 75), (100, 130), (125, 140)], {1: 2, 2: 2}),
        ([(500, 510), (0, 59)], {0: 1, 8: 1}),
        ([(10, 200)], {0: 1, 1: 1, 2: 1, 3: 1}),
    ],
    empty=[([], {})],
    boundary=[([(0, 60)], {0: 1}), ([(59, 61)], {0: 1, 1: 1}), ([(120, 121), (119, 120)], {1: 1, 2: 1})],
    duplicate=[([(5, 6), (5, 6)], {0: 2})],
)
def calls_per_hour(calls: list[tuple[int, int]]) -> dict[int, int]:
    """Build a dictionary from each hour during which some of `calls` went on to the number of calls that went on during it.

    Each call is a pair of the minute at which it starts and the minute at which it ends. Hour 0 reaches from minute 0 to
    minute 60, hour 1 from minute 60 to minute 120, and so on. A call that ends exactly when an hour begins does not go on
    during that hour. Hours without calls are not in the dictionary.
    Assume that every call starts at minute 0 or later and ends later than it starts.
    """
    counts: dict[int, int] = {}
    for start, end in calls:
        for hour in range(start // 60, (end - 1) // 60 + 1):
            counts[hour] = counts.get(hour, 0) + 1
    return counts


@cases(
    ordinary=[
        ([(1, 10), (3, 5), (4, 12)], 1),
        ([(0, 20), (2, 8), (3, 7), (15, 25)], 2),
        ([(1, 3), (5, 7)], 0),
        ([(6, 8), (1, 9), (0, 10)], 2),
    ],
    empty=[([], 0)],
    single=[([(4, 6)], 0)],
    boundary=[([(1, 5), (1, 3), (4, 5)], 2)],
    duplicate=[([(2, 6), (2, 6)], 2)],
)
def count_swallowed_ranges(ranges: list[tuple[int, int]]) -> int:
    """Count those of `ranges` that lie completely inside another one in the list.

    Each range is a pair of its lower and upper end. A range may share one end or both ends with the other one, so two equal
    ranges both count. The ranges may come in any order.
    """
    return sum(
        any(i != j and other[0] <= inner[0] and inner[1] <= other[1] for j, other in enumerate(ranges))
        for i, inner in enumerate(ranges)
    )


@cases(
    ordinary=[
        ([1, 4, 9, 11, 13], 4),
        ([5, 10, 20], 15),
        ([2, 3, 50, 51, 90], 40),
        ([100, 7, 30, 9, 12], 5),
    ],
    boundary=[([4, 8, 15], 11)],
    duplicate=[([6, 6, 1, 6], 0), ([5, 5, 7, 20], 2)],
    negative=[([-9, -4, 0, 3], 7)],
    unsorted=[([30, 1, 28, 16], 14)],
)
def shortest_stretch_of_three(marks: list[int]) -> int:
    """Return the length of the shortest stretch of a line that reaches over at least three of `marks`, which are positions
    on it.

    The length is the distance from the first to the last mark in the stretch. Marks may come in any order, and several marks
    may share a position; each of them counts.
    Assume that `marks` holds at least three numbers.
    """
    ordered = sorted(marks)
    return min(ordered[i + 2] - ordered[i] for i in range(len(ordered) - 2))


@cases(
    ordinary=[
        ({"yoga": (9, 11), "chess": (10, 12), "choir": (14, 15)}, ["chess", "yoga"]),
        ({"a": (1, 2), "b": (3, 4)}, []),
        ({"zumba": (8, 20), "art": (9, 10), "judo": (12, 13)}, ["art", "judo", "zumba"]),
        ({"x": (5, 8), "M": (1, 3), "k": (7, 9), "c": (2, 4)}, ["M", "c", "k", "x"]),
    ],
    empty=[({}, [])],
    single=[({"solo": (1, 5)}, [])],
    boundary=[({"early": (9, 10), "late": (10, 11)}, [])],
    duplicate=[({"two": (3, 4), "one": (3, 4)}, ["one", "two"])],
)
def clashing_courses(courses: dict[str, tuple[int, int]]) -> list[str]:
    """Return the names of all courses in `courses` that overlap in time with at least one other course, in alphabetical
    order.

    `courses` gives the start hour and the end hour for each name. A course that ends at the hour at which another one starts
    does not overlap with it. In the order of the names, every capital letter comes before every lower case letter.
    Assume that every course starts before it ends.
    """
    return sorted(
        name
        for name, (start, end) in courses.items()
        if any(other != name and start < until and begin < end for other, (begin, until) in courses.items())
    )


@cases(
    ordinary=[
        (10, 4, ["1-4", "5-8", "9-10"]),
        (9, 3, ["1-3", "4-6", "7-9"]),
        (5, 2, ["1-2", "3-4", "5"]),
        (3, 1, ["1", "2", "3"]),
    ],
    zero=[(0, 5, [])],
    boundary=[(4, 4, ["1-4"]), (4, 9, ["1-4"]), (5, 4, ["1-4", "5"]), (1, 6, ["1"])],
)
def drawer_labels(cards: int, size: int) -> list[str]:
    """Build the labels of the drawers into which `cards` cards, numbered from 1 on, are put in order so that each drawer
    holds `size` cards and only the last drawer may hold fewer.

    A label is the first and the last number in the drawer joined by "-", or the number alone when the drawer holds just one
    card. No cards need no drawers.
    Assume that `cards` is not negative.
    Assume that `size` is at least 1.
    """
    labels = []
    for first in range(1, cards + 1, size):
        last = min(first + size - 1, cards)
        labels.append(str(first) if first == last else f"{first}-{last}")
    return labels


@cases(
    ordinary=[
        ([3, 8, 15], [(0, 5), (7, 10)], [15]),
        ([1, 2, 3, 4], [(2, 3)], [1, 4]),
        ([20, 5, 11], [(6, 9)], [20, 5, 11]),
        ([6, 30, 12], [(1, 20), (25, 40)], []),
    ],
    empty=[([], [(1, 2)], []), ([7, 9], [], [7, 9])],
    boundary=[([4, 5, 9, 10], [(5, 9)], [4, 10]), ([5, 6], [(6, 6)], [5])],
    duplicate=[([8, 2, 8], [(1, 3)], [8, 8])],
    negative=[([-4, -2, 0], [(-3, -1)], [-4, 0])],
)
def plants_without_sprinkler(plants: list[int], sprinklers: list[tuple[int, int]]) -> list[int]:
    """Return the positions in `plants` that no sprinkler reaches, in the order in which they are given.

    Each of `sprinklers` is a pair of the first and the last position that it reaches, and it reaches both of them and every
    position between. A position that is listed several times is returned as often.
    """
    return [plant for plant in plants if not any(first <= plant <= last for first, last in sprinklers)]

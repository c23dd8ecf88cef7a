"""Seeds about intervals: bookings, opening hours, stretches on a line, ranges of numbers."""

from __future__ import annotations

from itertools import pairwise

from evol.seedbank import cases, raises


@cases(
    ordinary=[
        ([(0, 10), (20, 25)], 15),
        ([(0, 10), (5, 12)], 12),
        ([(60, 90), (30, 70), (65, 80)], 60),
        ([(3, 4), (8, 20), (10, 12), (19, 22)], 15),
    ],
    empty=[([], 0)],
    single=[([(15, 45)], 30)],
    boundary=[([(0, 10), (10, 15)], 15)],
    duplicate=[([(5, 9), (5, 9)], 4)],
    zero=[([(7, 7), (0, 0)], 0)],
)
def booked_minutes(bookings: list[tuple[int, int]]) -> int:
    """Return the total number of minutes during which at least one of `bookings` uses the room.

    Each booking is a pair of the minute at which it starts and the minute at which it ends, and it uses the room for end
    minus start minutes. Bookings may come in any order and may overlap; a minute used by several bookings counts once. No
    bookings give 0.
    Assume that no booking ends before it starts.
    """
    total = 0
    reached: int | None = None
    for start, end in sorted(bookings):
        begin = start if reached is None else max(start, reached)
        if end > begin:
            total += end - begin
        reached = end if reached is None else max(reached, end)
    return total


@cases(
    ordinary=[
        ([(0, 600), (600, 1440)], True),
        ([(0, 700), (650, 1000), (900, 1440)], True),
        ([(0, 600), (601, 1440)], False),
        ([(0, 1000), (200, 300), (1000, 1440)], True),
        ([(0, 500), (500, 1200)], False),
    ],
    empty=[([], False)],
    single=[([(0, 1440)], True), ([(1, 1440)], False)],
    boundary=[([(0, 1439)], False)],
    unsorted=[([(900, 1440), (0, 300), (300, 900)], True)],
)
def day_is_fully_guarded(shifts: list[tuple[int, int]]) -> bool:
    """Check whether the guards' `shifts` together cover the whole day from minute 0 to minute 1440 without a break.

    Each shift is a pair of its first minute and the minute at which it ends, so a shift that ends at minute 600 and one that
    starts at minute 600 leave no break. The shifts may come in any order and may overlap.
    """
    reached = 0
    for start, end in sorted(shifts):
        if start > reached:
            return False
        reached = max(reached, end)
    return reached >= 1440


@cases(
    ordinary=[
        ((9, 17), (12, 20), (12, 17)),
        ((8, 12), (9, 11), (9, 11)),
        ((14, 18), (6, 15), (14, 15)),
        ((8, 10), (13, 15), None),
    ],
    boundary=[((8, 12), (12, 16), None), ((8, 13), (12, 16), (12, 13)), ((7, 9), (7, 9), (7, 9))],
    zero=[((0, 5), (0, 24), (0, 5))],
)
def shared_opening_hours(first: tuple[int, int], second: tuple[int, int]) -> tuple[int, int] | None:
    """Return the pair of opening and closing hour of the time in which both shops are open, or None when they are never open
    together.

    `first` and `second` are the opening and the closing hour of the two shops. A shop that closes at the hour at which the
    other opens is never open together with it.
    Assume that each shop opens before it closes.
    """
    opening = max(first[0], second[0])
    closing = min(first[1], second[1])
    return (opening, closing) if opening < closing else None


@cases(
    ordinary=[
        ([4, 7], [9, 12], [4, 12]),
        ([3, 20], [5, 8], [3, 20]),
        ([15, 18], [2, 16], [2, 18]),
        ([-3, 4], [-8, -5], [-8, 4]),
    ],
    empty=[([], [2, 6], [2, 6]), ([1, 9], [], [1, 9]), ([], [], [])],
    single=[([5], [5], [5, 5]), ([8], [2], [2, 8])],
    unsorted=[([9, 4, 6], [7, 5], [4, 9])],
)
def span_of_both_trays(first: list[int], second: list[int]) -> list[int]:
    """Return the smallest and the largest of all numbers in `first` and `second` together, as a list of these two numbers.

    The smallest number comes first. When there is only one number, it is given twice. When both lists are empty, the result
    is the empty list. The numbers may come in any order.
    """
    together = first + second
    return [min(together), max(together)] if together else []


@cases(
    ordinary=[
        ([(1, 5), (3, 8), (4, 6)], 4),
        ([(10, 20), (15, 18), (0, 30)], 15),
        ([(2, 4), (6, 9), (8, 11), (1, 3)], 2),
        ([(5, 7), (1, 3)], 1),
    ],
    single=[([(12, 14)], 12)],
    boundary=[([(1, 5), (5, 9)], 1), ([(1, 5), (5, 9), (6, 7)], 6)],
    duplicate=[([(1, 4), (3, 9), (3, 9)], 3)],
    unsorted=[([(8, 12), (9, 10), (0, 2), (1, 2)], 1)],
)
def fullest_car_park_minute(stays: list[tuple[int, int]]) -> int:
    """Return the earliest minute at which the number of cars in the car park is the largest.

    Each of `stays` is a pair of the minute in which a car arrives and the minute in which it leaves. The car is in the car
    park from its minute of arrival on, but no longer in the minute in which it leaves.
    Assume that `stays` is not empty.
    Assume that every car leaves later than it arrives.
    """
    arrivals = sorted(start for start, _ in stays)
    return max(arrivals, key=lambda minute: sum(start <= minute < end for start, end in stays))


@cases(
    ordinary=[
        ([1, 2, 3, 7, 8, 12], 3),
        ([5, 6, 7], 1),
        ([2, 4, 6, 8], 4),
        ([10, 11, 13, 14, 15], 2),
    ],
    empty=[([], 0)],
    single=[([42], 1)],
    unsorted=[([9, 3, 8, 4], 2)],
    duplicate=[([3, 3, 4, 4, 6], 2)],
    negative=[([-2, -1, 0, 1], 1)],
)
def count_page_stretches(pages: list[int]) -> int:
    """Count the unbroken stretches of consecutive numbers into which the numbers in `pages` fall.

    The numbers 4, 5 and 6 form one stretch; a number without neighbours is a stretch of its own. The numbers may come in any
    order, and a number that is listed several times counts once. No pages give 0.
    """
    known = set(pages)
    return sum(1 for page in known if page - 1 not in known)


@cases(
    ordinary=[
        ([(2, 4), (6, 9)], 12, [(0, 2), (4, 6), (9, 12)]),
        ([(0, 3), (5, 8)], 8, [(3, 5)]),
        ([(1, 2), (2, 5)], 6, [(0, 1), (5, 6)]),
        ([(4, 7)], 7, [(0, 4)]),
    ],
    empty=[([], 10, [(0, 10)])],
    boundary=[([(0, 10)], 10, []), ([(0, 9)], 10, [(9, 10)])],
    zero=[([], 0, [])],
)
def free_shelf_stretches(blocks: list[tuple[int, int]], width: int) -> list[tuple[int, int]]:
    """Return the free stretches of a shelf that reaches from 0 to `width` and on which each of `blocks` fills the space
    between two positions.

    Each block, and each free stretch in the result, is a pair of its left and right position. The result runs from left to
    right, and a stretch of width 0 is not listed.
    Assume that `blocks` is sorted from left to right.
    Assume that no two blocks overlap.
    Assume that no block reaches beyond the shelf.
    """
    ends = [0] + [right for _, right in blocks]
    starts = [left for left, _ in blocks] + [width]
    return [(end, start) for end, start in zip(ends, starts, strict=True) if start > end]


@cases(
    ordinary=[
        (22, 6, 23, True),
        (22, 6, 3, True),
        (22, 6, 12, False),
        (8, 16, 12, True),
        (8, 16, 20, False),
    ],
    boundary=[(8, 16, 8, True), (8, 16, 16, False), (22, 6, 22, True), (22, 6, 6, False), (22, 6, 5, True), (7, 7, 3, True)],
    zero=[(0, 8, 0, True), (20, 0, 0, False), (20, 0, 23, True)],
)
def hour_lies_in_shift(start: int, end: int, hour: int) -> bool:
    """Check whether `hour` lies in the daily shift that begins with the hour `start` and stops when the hour `end` begins.

    The hour `start` belongs to the shift, and the hour `end` does not. When `end` is smaller than `start`, the shift runs
    over midnight into the next day. When both are equal, the shift takes the whole day, so that every hour lies in it.
    Assume that all three are hours from 0 to 23.
    """
    if start < end:
        return start <= hour < end
    if start > end:
        return hour >= start or hour < end
    return True


@cases(
    ordinary=[
        ([(0, 10), (5, 15)], 2, 5),
        ([(0, 10), (5, 15)], 1, 15),
        ([(0, 4), (2, 9), (3, 6), (8, 12)], 2, 5),
        ([(0, 8), (0, 8), (2, 5)], 3, 3),
    ],
    empty=[([], 1, 0)],
    boundary=[([(0, 5), (5, 9)], 2, 0)],
    duplicate=[([(1, 4), (1, 4)], 2, 3)],
    zero=[([(0, 5)], 0, raises(ValueError))],
    negative=[([], -1, raises(ValueError))],
)
def fence_length_with_coats(strokes: list[tuple[int, int]], coats: int) -> int:
    """Return the length of those parts of a fence over which at least `coats` of the `strokes` of paint go.

    Each stroke is a pair of the position at which it starts and the larger position at which it ends, and it paints what
    lies between the two. The strokes may come in any order. A `coats` of less than 1 raises ValueError, even without any
    strokes.
    """
    if coats < 1:
        raise ValueError("coats must be at least 1")
    cuts = sorted({position for stroke in strokes for position in stroke})
    return sum(
        right - left
        for left, right in pairwise(cuts)
        if sum(start <= left and right <= end for start, end in strokes) >= coats
    )


@cases(
    ordinary=[
        ([(9, 10), (11, 12), (13, 15)], True),
        ([(9, 11), (10, 12)], False),
        ([(1, 9), (3, 4)], False),
        ([(13, 15), (9, 10), (14, 16)], False),
    ],
    empty=[([], True)],
    single=[([(8, 9)], True)],
    boundary=[([(9, 10), (10, 11)], True)],
    duplicate=[([(9, 10), (9, 10)], False)],
    unsorted=[([(12, 14), (8, 12), (14, 15)], True)],
)
def lessons_never_clash(lessons: list[tuple[int, int]]) -> bool:
    """Check whether no two of `lessons` take place at the same time.

    Each lesson is a pair of the hour at which it starts and the hour at which it ends. A lesson may start at the hour at
    which another one ends. The lessons may come in any order. Without lessons, nothing clashes.
    Assume that every lesson starts before it ends.
    """
    return all(earlier[1] <= later[0] for earlier, later in pairwise(sorted(lessons)))


@cases(
    ordinary=[
        ([(0, 5), (8, 12), (20, 30)], (4, 25), [(4, 5), (8, 12), (20, 25)]),
        ([(1, 3), (6, 9)], (3, 6), []),
        ([(10, 40), (0, 12)], (5, 20), [(10, 20), (5, 12)]),
        ([(2, 4), (3, 9)], (0, 10), [(2, 4), (3, 9)]),
    ],
    empty=[([], (0, 10), [])],
    boundary=[([(0, 5), (5, 8), (8, 11)], (5, 8), [(5, 8)])],
    negative=[([(-6, -2), (-3, 1)], (-4, 0), [(-4, -2), (-3, 0)])],
    duplicate=[([(1, 9), (1, 9)], (2, 3), [(2, 3), (2, 3)])],
)
def trim_clips_to_window(clips: list[tuple[int, int]], window: tuple[int, int]) -> list[tuple[int, int]]:
    """Return the parts of `clips` that lie within `window`, in the same order as the clips.

    Each clip, the window and each part in the result is a pair of a start and an end. A clip that has nothing in common with
    the window, or only a single point, is left out. Parts that overlap are not joined.
    Assume that every clip and the window start before they end.
    """
    low, high = window
    trimmed = [(max(start, low), min(end, high)) for start, end in clips]
    return [(start, end) for start, end in trimmed if start < end]

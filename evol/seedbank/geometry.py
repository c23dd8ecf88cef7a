"""Seeds about points, rectangles, angles and walks in the plane."""

from __future__ import annotations

import math
from string import ascii_uppercase

from evol.seedbank import cases, raises


@cases(
    ordinary=[
        ([(0, 0), (3, 0), (3, 4)], 12.0),
        ([(0, 0), (2, 0), (2, 2), (0, 2)], 8.0),
        ([(1, 1), (4, 5), (1, 5)], 12.0),
        ([(0, 0), (4, 3), (4, 0), (0, 3)], 16.0),
    ],
    empty=[([], 0.0)],
    single=[([(2, 2)], 0.0)],
    duplicate=[([(1, 1), (1, 1)], 0.0)],
    boundary=[([(0, 0), (3, 4)], 10.0)],
    negative=[([(-3, -4), (0, 0), (0, -4)], 12.0)],
)
def rope_round_pegs(pegs: list[tuple[int, int]]) -> float:
    """Return the length of a rope led straight from peg to peg in the order of `pegs` and from the last peg back to the
    first.

    Every peg is a pair of coordinates. With two pegs the rope goes there and back. With fewer than two pegs the length
    is 0.0.
    """
    return math.fsum(math.dist(peg, pegs[i - 1]) for i, peg in enumerate(pegs))


@cases(
    ordinary=[
        ((0, 0, 2, 2), (1, 1, 3, 3), True),
        ((0, 0, 2, 2), (3, 0, 4, 2), False),
        ((0, 0, 5, 5), (1, 1, 2, 2), True),
        ((0, 0, 2, 2), (0, 3, 2, 5), False),
        ((0, 2, 6, 3), (2, 0, 3, 6), True),
    ],
    boundary=[((0, 0, 2, 2), (2, 0, 4, 2), True), ((2, 2, 3, 3), (0, 0, 2, 2), True)],
    negative=[((-3, -3, -1, -1), (-1, -1, 1, 1), True), ((-5, 0, -4, 1), (4, 0, 5, 1), False)],
)
def rugs_touch(first: tuple[int, int, int, int], second: tuple[int, int, int, int]) -> bool:
    """Check whether the rectangular rugs `first` and `second`, each given as (left, bottom, right, top), have at least one
    point in common.

    The edges and corners belong to a rug, so rugs that only meet at an edge or in a corner do touch.
    Assume that left is less than right and bottom is less than top in both rugs.
    """
    left, bottom, right, top = first
    other_left, other_bottom, other_right, other_top = second
    return left <= other_right and other_left <= right and bottom <= other_top and other_bottom <= top


@cases(
    ordinary=[
        ((0, 0, 2, 2), (1, 1, 3, 3), (0, 0, 3, 3)),
        ((0, 5, 1, 6), (4, 0, 9, 1), (0, 0, 9, 6)),
        ((0, 0, 10, 10), (2, 3, 4, 5), (0, 0, 10, 10)),
        ((3, 1, 4, 8), (1, 2, 7, 3), (1, 1, 7, 8)),
    ],
    duplicate=[((1, 2, 3, 4), (1, 2, 3, 4), (1, 2, 3, 4))],
    negative=[((-4, -1, -2, 0), (0, -6, 1, -5), (-4, -6, 1, 0))],
    zero=[((0, 0, 1, 1), (0, 1, 1, 2), (0, 0, 1, 2))],
    boundary=[((5, 5, 6, 6), (6, 6, 7, 7), (5, 5, 7, 7))],
)
def common_tray(first: tuple[int, int, int, int], second: tuple[int, int, int, int]) -> tuple[int, int, int, int]:
    """Return the smallest upright rectangle that covers both `first` and `second`, all given as (left, bottom, right, top).

    Assume that left is less than right and bottom is less than top in both rectangles.
    """
    left, bottom = (min(pair) for pair in zip(first[:2], second[:2], strict=True))
    right, top = (max(pair) for pair in zip(first[2:], second[2:], strict=True))
    return left, bottom, right, top


@cases(
    ordinary=[("EEWN", 2), ("WWEEE", 3), ("NNSS", 0), ("EEEWWWW", 4), ("ENWNENWN", 1)],
    empty=[("", 0)],
    single=[("W", 1)],
    boundary=[("EEX", raises(ValueError)), ("e", raises(ValueError))],
)
def walk_width(moves: str) -> int:
    """Return the distance from west to east between the westernmost and the easternmost place of a walk along `moves`.

    Each letter is one step of length 1: "N" north, "S" south, "E" east or "W" west. The starting place belongs to the walk,
    and no steps give 0. Raise ValueError when `moves` contains any other character, also for lower case letters.
    """
    x = west = east = 0
    for move in moves:
        if move not in "NSEW":
            raise ValueError(f"unknown move {move!r}")
        x += {"E": 1, "W": -1}.get(move, 0)
        west, east = min(west, x), max(east, x)
    return east - west


@cases(
    ordinary=[(3, (10.0, 0.0)), (1, (5.0, 8.66)), (10, (-8.66, 5.0)), (8, (-8.66, -5.0)), (6, (0.0, -10.0))],
    boundary=[(12, (0.0, 10.0)), (13, raises(ValueError))],
    zero=[(0, raises(ValueError))],
    negative=[(-3, raises(ValueError))],
)
def clock_mark(hour: int) -> tuple[float, float]:
    """Return the coordinates of the mark for `hour` on a clock face of radius 10 around (0, 0), rounded to 3 decimals.

    The mark for 12 is straight up at (0, 10), and the mark for 3 is on the right at (10, 0).
    Raise ValueError when `hour` is not from 1 to 12.
    """
    if not 1 <= hour <= 12:
        raise ValueError("hour is not from 1 to 12")
    angle = math.radians(30 * hour)
    return round(10 * math.sin(angle), 3) + 0.0, round(10 * math.cos(angle), 3) + 0.0


@cases(
    ordinary=[((3, 0), (0, 5), True), ((1, 2), (2, -1), True), ((2, 3), (3, 2), False), ((4, 6), (-3, 2), True)],
    duplicate=[((1, 1), (1, 1), False)],
    zero=[((0, 0), (4, 1), True), ((0, 0), (0, 0), True)],
    negative=[((-1, 1), (1, 1), True), ((1, 0), (-1, 0), False)],
)
def boards_are_square(first: tuple[int, int], second: tuple[int, int]) -> bool:
    """Check whether the directions `first` and `second`, each given as (x, y), are at right angles to each other.

    The direction (0, 0) counts as being at right angles to every direction, itself included.
    """
    return first[0] * second[0] + first[1] * second[1] == 0


@cases(
    ordinary=[
        ([(1, 1), (2, 5), (-1, 3)], {"NE": 2, "NW": 1, "SW": 0, "SE": 0}),
        ([(4, -4), (-4, -4), (4, 4), (-4, 4)], {"NE": 1, "NW": 1, "SW": 1, "SE": 1}),
        ([(9, -1), (8, -2), (-7, -3)], {"NE": 0, "NW": 0, "SW": 1, "SE": 2}),
        ([(0, 3), (5, 2), (5, 0)], {"NE": 1, "NW": 0, "SW": 0, "SE": 0}),
    ],
    empty=[([], {"NE": 0, "NW": 0, "SW": 0, "SE": 0})],
    single=[([(-2, 6)], {"NE": 0, "NW": 1, "SW": 0, "SE": 0})],
    zero=[([(0, 0)], {"NE": 0, "NW": 0, "SW": 0, "SE": 0})],
    duplicate=[([(1, 2), (1, 2)], {"NE": 2, "NW": 0, "SW": 0, "SE": 0})],
)
def quadrant_counts(points: list[tuple[int, int]]) -> dict[str, int]:
    """Return a dictionary from "NE", "NW", "SW" and "SE" to how many of the `points` lie in that quarter of the plane.

    A point is a pair (x, y): north is y above 0, south y below 0, east x above 0, west x below 0. Points on an axis count
    nowhere. A point listed twice counts twice. All four keys are always there.
    """
    counts = {"NE": 0, "NW": 0, "SW": 0, "SE": 0}
    for x, y in points:
        if x != 0 and y != 0:
            counts[("N" if y > 0 else "S") + ("E" if x > 0 else "W")] += 1
    return counts


@cases(
    ordinary=[(3, 2, 4), (5, 3, 7), (6, 4, 8), (12, 18, 24)],
    single=[(1, 1, 1)],
    boundary=[(1, 7, 7), (4, 4, 4)],
    huge=[(1000000007, 1, 1000000007)],
)
def tiles_crossed_by_crack(width: int, height: int) -> int:
    """Count the unit tiles of a floor of `width` by `height` tiles that a straight crack from one corner of the floor to the
    opposite corner passes through.

    A tile that the crack only touches at a corner does not count.
    Assume that `width` and `height` are positive.
    """
    return width + height - math.gcd(width, height)


@cases(
    ordinary=[
        ([(0, 0), (5, 5), (2, 1)], (3, 1), 2),
        ([(9, 9), (1, 0), (8, 0)], (0, 0), 1),
        ([(0, 5), (3, 3)], (0, 0), 1),
        ([(4, 4), (4, 7), (4, 5)], (4, 6), 1),
    ],
    single=[([(100, 100)], (0, 0), 0)],
    zero=[([(3, 3), (0, 0)], (0, 0), 1)],
    duplicate=[([(7, 7), (2, 2), (2, 2)], (1, 1), 1)],
    negative=[([(-1, -1), (5, 5)], (-4, 0), 0)],
)
def nearest_hydrant(hydrants: list[tuple[int, int]], house: tuple[int, int]) -> int:
    """Return the index in `hydrants` of the point with the smallest straight-line distance to the point `house`.

    Points are pairs of coordinates, and indexes start at 0. Among equally near hydrants the earliest one is returned.
    Assume that `hydrants` is not empty.
    """
    return min(range(len(hydrants)), key=lambda i: (hydrants[i][0] - house[0]) ** 2 + (hydrants[i][1] - house[1]) ** 2)


@cases(
    ordinary=[
        ((5, 2, 3), (3, 2), True),
        ((5, 2, 3), (2, 2), False),
        ((2, 6, 7), (9, 5), True),
        ((6, 6, 7), (5, 9), False),
        ((10, 1, 1), (2, 1), True),
    ],
    boundary=[((4, 4, 4), (4, 4), True), ((2, 10, 11), (5, 9), False)],
    duplicate=[((1, 9, 9), (9, 1), True)],
    unsorted=[((11, 3, 8), (8, 4), True)],
)
def fits_through_slot(box: tuple[int, int, int], slot: tuple[int, int]) -> bool:
    """Check whether a box with the three side lengths `box` can be pushed through a rectangular slot with the two side
    lengths `slot`.

    The box may be turned so that any of its sides points forward, with the other two parallel to the sides of the slot,
    either way round. A side fits when it is no longer than the side of the slot. Tilting is not allowed.
    Assume that all lengths are positive.
    """
    small, middle, _ = sorted(box)
    narrow, wide = sorted(slot)
    return small <= narrow and middle <= wide


@cases(
    ordinary=[([60, 60], 60), ([90, 90, 90], 90), ([30, 70], 80), ([108, 108, 108, 108], 108)],
    boundary=[([90, 90], raises(ValueError)), ([89, 90], 1), ([45, 45, 45, 45], raises(ValueError)), ([1, 1, 1], 357)],
    single=[([45], raises(ValueError))],
    empty=[([], raises(ValueError))],
)
def missing_angle(angles: list[int]) -> int:
    """Return the one missing inner angle, in degrees, of a polygon whose other inner angles are `angles`.

    The inner angles of a polygon with n corners add up to 180 * (n - 2). Raise ValueError when fewer than two angles are
    given, or when the missing angle would not be more than 0 and less than 360.
    """
    missing = 180 * (len(angles) - 1) - sum(angles)
    if len(angles) < 2 or not 0 < missing < 360:
        raise ValueError("no such polygon")
    return missing


@cases(
    ordinary=[(10, 100, 90), (350, 10, 20), (10, 350, -20), (200, 45, -155)],
    zero=[(0, 359, -1)],
    duplicate=[(45, 45, 0)],
    boundary=[(0, 180, 180), (270, 90, 180), (0, 181, -179)],
)
def shortest_turn(heading: int, target: int) -> int:
    """Return the smallest turn, in degrees, that brings a ship from the compass course `heading` to the course `target`.

    A turn to the right, where courses grow, is positive, and a turn to the left is negative. A half turn is given as 180.
    Assume that both courses are from 0 to 359.
    """
    turn = (target - heading) % 360
    return turn if turn <= 180 else turn - 360


@cases(
    ordinary=[("RR", "S"), ("LLL", "E"), ("RLLR", "N"), ("RRRRR", "E"), ("LLR", "W")],
    empty=[("", "N")],
    single=[("L", "W"), ("R", "E")],
    boundary=[("LRX", raises(ValueError)), ("r", raises(ValueError))],
)
def compass_after_turns(turns: str) -> str:
    """Return the direction "N", "E", "S" or "W" someone faces who starts facing north and makes the quarter turns in
    `turns`.

    "L" is a turn to the left and "R" one to the right. No turns leave "N".
    Raise ValueError when `turns` contains any other character, also for lower case letters.
    """
    if set(turns) - set("LR"):
        raise ValueError("turns are L and R")
    return "NESW"[(turns.count("R") - turns.count("L")) % 4]


@cases(
    ordinary=[(5, 3, [3, 2, 1, 1]), (6, 2, [2, 2, 2]), (8, 6, [6, 2, 2, 2]), (13, 5, [5, 5, 3, 2, 1, 1])],
    single=[(1, 1, [1])],
    boundary=[(4, 4, [4])],
    unsorted=[(3, 5, [3, 2, 1, 1]), (1, 3, [1, 1, 1])],
)
def squares_cut_from_sheet(width: int, height: int) -> list[int]:
    """Return the side lengths of the squares gained by cutting the largest possible square off one end of a `width` by
    `height` sheet, again and again, until nothing is left.

    The sides of every square lie along the sides of the sheet, and the squares are listed in the order they are cut.
    Assume that `width` and `height` are positive.
    """
    squares: list[int] = []
    long, short = max(width, height), min(width, height)
    while short:
        squares += [short] * (long // short)
        long, short = short, long % short
    return squares


@cases(
    ordinary=[(2.0, 1.0, 3 * math.pi), (5.0, 3.0, 16 * math.pi), (10.0, 6.0, 64 * math.pi), (4.0, 2.0, 12 * math.pi)],
    zero=[(1.0, 0.0, math.pi), (0.0, 0.0, 0.0)],
    boundary=[(3.0, 3.0, 0.0), (1.0, 2.0, raises(ValueError))],
    negative=[(2.0, -1.0, raises(ValueError))],
)
def ring_area(outer: float, inner: float) -> float:
    """Return the area between two circles around the same centre with the radii `outer` and `inner`.

    Equal radii give 0.0. Raise ValueError when `inner` is negative or greater than `outer`.
    """
    if not 0 <= inner <= outer:
        raise ValueError("need 0 <= inner <= outer")
    return math.pi * (outer**2 - inner**2)


@cases(
    ordinary=[
        ([(1, 2), (4, 0)], 3, [(5, 2), (2, 0)]),
        ([(0, 0), (2, 2), (4, 0)], 2, [(4, 0), (2, 2), (0, 0)]),
        ([(7, 1), (8, 6)], 5, [(3, 1), (2, 6)]),
        ([(10, 3), (11, 3)], 1, [(-8, 3), (-9, 3)]),
    ],
    empty=[([], 4, [])],
    zero=[([(3, 5), (-2, 1)], 0, [(-3, 5), (2, 1)])],
    negative=[([(-4, -4)], -1, [(2, -4)])],
    boundary=[([(6, 1)], 6, [(6, 1)])],
)
def mirrored_points(points: list[tuple[int, int]], axis: int) -> list[tuple[int, int]]:
    """Return the `points`, pairs (x, y), mirrored at the vertical line where x equals `axis`.

    The order of the points is kept. A point on the line stays where it is.
    """
    return [(2 * axis - x, y) for x, y in points]


@cases(
    ordinary=[
        ([(25.5, 47.0), (3.0, 3.0)], ["C5", "A1"]),
        ([(99.0, 12.5)], ["J2"]),
        ([(15.0, 5.0), (5.0, 15.0)], ["B1", "A2"]),
        ([(259.9, 99.9)], ["Z10"]),
    ],
    empty=[([], [])],
    zero=[([(0.0, 0.0)], ["A1"])],
    boundary=[([(10.0, 0.0), (9.9, 10.0)], ["B1", "A2"])],
    duplicate=[([(31.0, 31.0), (32.0, 32.0)], ["D4", "D4"])],
)
def map_cells(points: list[tuple[float, float]]) -> list[str]:
    """Return for each point (x, y) in `points` the name of its map cell: a letter for the column, then the number of
    the row.

    Columns are 10 wide along x and lettered from "A" at x = 0, rows are 10 high along y and numbered from 1 at y = 0. A
    point on the line between two cells belongs to the one with the later letter or the greater number. The order of the
    points is kept.
    Assume that x and y are at least 0 and less than 260.
    """
    return [f"{ascii_uppercase[int(x // 10)]}{int(y // 10) + 1}" for x, y in points]

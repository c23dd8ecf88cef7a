"""Seeds about small worlds that change step by step: queues, machines, robots, games."""

from __future__ import annotations

from evol.seedbank import cases, raises


@cases(
    ordinary=[([5, 5, 5], 6), ([10, 12], 16), ([1, 1], 0), ([2, 0, 4], 1), ([19, 5], 17)],
    empty=[([], 0)],
    single=[([25], 17)],
    zero=[([9, 0, 0], 0), ([7, 0], 1)],
    boundary=[([20], 17), ([3], 0), ([19, 4], 17), ([19, 3], 16)],
)
def leaky_bucket_level(pours: list[int]) -> int:
    """Return how many litres are in a bucket at the end, when each value of `pours` is poured into it in turn, it holds at
    most 20 litres, and 3 litres leak out after each pour.

    The bucket is empty at first. What does not fit runs over and is lost before the leak. When there are fewer than 3
    litres, all of them leak out. No pours leave 0 litres.
    Assume that no value of `pours` is negative.
    """
    level = 0
    for pour in pours:
        level = max(min(level + pour, 20) - 3, 0)
    return level


@cases(
    ordinary=[(0, [3, 5, 2], 10), (0, [3, 5, 2, 4], 14), (4, [1, 1], 3), (6, [2, 9], 11)],
    empty=[(5, [], 0)],
    single=[(1, [7], 6)],
    zero=[(0, [0, 0, 0], 0)],
    negative=[(2, [-1, 6], 10)],
    boundary=[(3, [3, 3, 3, 3, 3, 3, 3], 12), (1, [1, 1, 1], 1)],
)
def lift_floors_travelled(start: int, calls: list[int]) -> int:
    """Return the total number of floors that a lift travels when it begins on floor `start`, goes to the floors in `calls`
    one after the other and goes back to floor 0 after every third call.

    It also goes back when the third call is the last one, and the way back to floor 0 counts. Floors below 0 are cellars.
    Going to the floor where the lift already stands counts 0, but it is still a call.
    """
    floor, travelled = start, 0
    for number, call in enumerate(calls, start=1):
        travelled += abs(call - floor)
        floor = call
        if number % 3 == 0:
            travelled += abs(floor)
            floor = 0
    return travelled


@cases(
    ordinary=[
        ([3, 5, 2, 4], [3, 5, 5, 9]),
        ([10, 1, 1, 1, 1], [10, 1, 2, 3, 4]),
        ([2, 6, 5, 1], [2, 6, 7, 7]),
        ([1, 1, 1], [1, 1, 2]),
    ],
    empty=[([], [])],
    single=[([4], [4])],
    zero=[([0, 3, 2], [0, 3, 2])],
    duplicate=[([5, 5, 5, 5], [5, 5, 10, 10])],
)
def two_till_finish_minutes(jobs: list[int]) -> list[int]:
    """Return the minute at which each customer of a queue is done, when two tills open at minute 0 and the customer at the
    front always goes to the till that is free first.

    The list `jobs` holds the minutes each customer needs, in the order of the queue. The result is in the same order. An
    empty queue gives an empty list.
    Assume that no value of `jobs` is negative.
    """
    tills = [0, 0]
    done = []
    for minutes in jobs:
        till = tills.index(min(tills))
        tills[till] += minutes
        done.append(tills[till])
    return done


@cases(
    ordinary=[(["R5", "L2"], 3), (["R39", "R2"], 1), (["L45"], 35), (["R100", "L10"], 10), (["L3", "L4"], 33)],
    empty=[([], 0)],
    single=[(["L1"], 39)],
    zero=[(["R0"], 0)],
    boundary=[(["R40"], 0), (["L40", "R7"], 7), (["R39"], 39)],
)
def safe_dial_number(turns: list[str]) -> int:
    """Return the number that a round safe dial with the numbers 0 to 39 shows after all of `turns`, when it shows 0 at
    first.

    A turn is the letter R or L and then a whole number of steps. R counts upwards and L counts downwards; 39 and 0 are
    neighbours on the dial. Without any turns the dial shows 0.
    Assume that each text in `turns` has this form.
    """
    shown = 0
    for turn in turns:
        steps = int(turn[1:])
        shown += steps if turn[0] == "R" else -steps
    return shown % 40


@cases(
    ordinary=[(50, [30, 20, 20], True), (50, [30, 31], False), (100, [50, 61], False), (60, [20, 30, 20, 20], True)],
    empty=[(5, [], True)],
    zero=[(0, [0, 10], True), (0, [1], False)],
    boundary=[(100, [5, 100], True), (100, [0, 101], False), (40, [40, 10, 10], True), (40, [40, 10, 11], False)],
)
def drone_completes_legs(charge: int, legs: list[int]) -> bool:
    """Check whether a drone that begins with `charge` percent of battery can fly all of `legs` in order, when it gains 10
    percentage points after each leg, but never above 100.

    Each value of `legs` is the percentage that the leg uses, and a leg can be flown when the battery holds at least that
    much at its start. Without any legs the answer is True.
    Assume that `charge` is from 0 to 100.
    """
    for leg in legs:
        if leg > charge:
            return False
        charge = min(charge - leg + 10, 100)
    return True


@cases(
    ordinary=[("..#..", ".###."), ("###", "#.#"), (".#.#.", "##.##"), ("####", "#..#"), ("#..#.#", "####.#")],
    empty=[("", "")],
    single=[("#", "#"), (".", ".")],
    boundary=[("#..", "##."), ("##", "##")],
)
def next_flower_row(row: str) -> str:
    """Return how a row of garden beds looks one day later, when an empty bed with exactly one flowering neighbour starts to
    flower and a flowering bed with two flowering neighbours becomes empty.

    In `row` a flowering bed is "#" and an empty bed is ".". All other beds stay as they are, and all beds change at the same
    moment. The neighbours are the beds directly to the left and right, so a bed at an end has only one. An empty row stays
    empty.
    Assume that `row` holds only the characters "#" and ".".
    """
    fresh = []
    for index, bed in enumerate(row):
        flowering = (row[max(index - 1, 0) : index] + row[index + 1 : index + 2]).count("#")
        if bed == ".":
            fresh.append("#" if flowering == 1 else ".")
        else:
            fresh.append("." if flowering == 2 else "#")
    return "".join(fresh)


@cases(
    ordinary=[([(0, 5), (2, 6)], 0), ([(0, 10), (0, 5)], 3), ([(0, 10), (4, 7)], 1), ([(0, 20), (12, 13)], 9)],
    empty=[([], 0)],
    single=[([(0, 15)], 3)],
    zero=[([(0, 0)], 0)],
    boundary=[([(0, 12), (12, 12)], 0), ([(0, 13)], 1), ([(3, 13)], 1), ([(0, 2), (5, 12), (0, 1)], 1)],
)
def passengers_left_behind(stops: list[tuple[int, int]]) -> int:
    """Return how many people in all do not fit into a bus with 12 seats, empty at first, when at each stop people first get
    off and then waiting people get on while seats are free.

    Each pair in `stops` holds the number of people who want to get off and the number of people who wait. When more are to
    get off than are aboard, the bus is simply empty. People left behind do not wait for another bus. No stops give 0.
    """
    aboard = left = 0
    for leaving, waiting in stops:
        aboard = max(aboard - leaving, 0)
        boarding = min(waiting, 12 - aboard)
        aboard += boarding
        left += waiting - boarding
    return left


@cases(
    ordinary=[("FF", 3), ("FRFRFRFR", 4), ("FLLF", 2), ("FRFLF", 4), ("FFRFRFFRF", 6), ("FLFRRFF", 4)],
    empty=[("", 1)],
    single=[("F", 2), ("R", 1)],
    boundary=[("LLLL", 1)],
)
def tiles_swept_by_robot(program: str) -> int:
    """Return on how many different tiles a sweeping robot stands while it carries out `program` on an endless square grid.

    Each F moves the robot one tile forward, each L turns it left on the spot and each R turns it right on the spot, always
    by a quarter turn. The tile on which it starts counts, so an empty program gives 1. A tile visited again counts only
    once.
    Assume that `program` holds only the letters F, L and R.
    """
    place, step = 0j, 1j
    seen = {place}
    for order in program:
        if order == "F":
            place += step
            seen.add(place)
        else:
            step *= 1j if order == "L" else -1j
    return len(seen)


@cases(
    ordinary=[(10, 2), (100, 6), (47, 4), (48, 5), (7, 2)],
    boundary=[(6, 2), (5, 1), (3, 1), (1, 1), (2, 1)],
    huge=[(3 * 2**40, 41)],
)
def floor_hits_of_ball(height: int) -> int:
    """Count how often a ball dropped from `height` centimetres hits the floor, when each bounce reaches half of the height
    before it, rounded down, and the ball stays down once a bounce would reach less than 3 centimetres.

    The first fall always counts as a hit, however low the ball starts.
    Assume that `height` is at least 1.
    """
    hits = 1
    while (height := height // 2) >= 3:
        hits += 1
    return hits


@cases(
    ordinary=[
        (["a", "b", "c", "d"], 5, ["a", "b", "c", "a", "b"]),
        (["a", "b", "c"], 4, ["a", "b", "c", "a"]),
        (["x", "y"], 3, ["x", "y", "x"]),
        (["sun", "rain", "fog", "snow", "hail"], 2, ["sun", "rain"]),
    ],
    empty=[([], 1, raises(ValueError)), ([], 0, raises(ValueError))],
    single=[(["s"], 3, ["s", "s", "s"])],
    zero=[(["a", "b"], 0, [])],
    duplicate=[(["a", "a", "b", "c"], 4, ["a", "a", "b", "a"])],
    negative=[(["a"], -1, raises(ValueError))],
)
def radio_rotation(songs: list[str], plays: int) -> list[str]:
    """Return the songs that a radio plays in its first `plays` turns, when it always plays the front song of its queue and
    puts it back behind the next two songs of the queue.

    The queue holds `songs` at first. When fewer than two other songs are in the queue, the played song goes to the end. With
    0 plays the result is empty. An empty `songs` or a negative `plays` raises ValueError.
    """
    if not songs or plays < 0:
        raise ValueError("needs at least one song and no negative number of plays")
    queue = list(songs)
    played = []
    for _ in range(plays):
        song = queue.pop(0)
        queue.insert(2, song)
        played.append(song)
    return played

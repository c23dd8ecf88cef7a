"""More seeds about small worlds that change step by step: queues, machines, robots, games."""

from __future__ import annotations

from evol.seedbank import cases, raises


@cases(
    ordinary=[
        ([5, 6], [1, 1], "nobody"),
        ([5, 7], [1, 1], "left"),
        ([1, 1, 20], [6, 7, 0], "right"),
        ([6, 6, 0], [2, 0, 30], "left"),
        ([0, 5], [0, 5], "nobody"),
    ],
    empty=[([], [], "nobody")],
    single=[([0], [9], "nobody")],
    boundary=[([10], [0], "left"), ([8, 0], [0, 18], "right"), ([9, 0, 1], [0, 0, 0], "left")],
)
def tug_of_war_winner(left: list[int], right: list[int]) -> str:
    """Return "left" or "right" for the team that is first at least 10 metres ahead in a tug of war, or "nobody" when that
    never happens.

    In each round both teams pull the rope by the metres that `left` and `right` hold for that round, and a team is ahead by
    the difference of the sums so far. The match ends at once with the round in which a team is at least 10 metres ahead.
    Without any rounds the answer is "nobody".
    Assume that `left` and `right` have the same length.
    """
    lead = 0
    for pull, counter in zip(left, right, strict=True):
        lead += pull - counter
        if abs(lead) >= 10:
            return "left" if lead > 0 else "right"
    return "nobody"


@cases(
    ordinary=[(6, 10, 3), (10, 16, 2), (100, 1000, 4), (7, 33, 4), (20, 5, 0)],
    boundary=[(10, 10, 0), (10, 15, 1), (6, 7, 1), (6, 8, 2)],
    huge=[(6, 10**12, 40)],
)
def days_until_mould_covers(cells: int, area: int) -> int:
    """Return after how many days a spot of mould that has `cells` cells at first has grown to `area` cells or more, when
    each day its cells double and then 5 of them die.

    When it is that large already, the answer is 0. Only the number at the end of a day counts.
    Assume that `cells` is more than 5.
    """
    days = 0
    while cells < area:
        cells = 2 * cells - 5
        days += 1
    return days


@cases(
    ordinary=[
        (10, 0, 1, (5, 5)),
        (10, 0, 2, (7, 3)),
        (10, 0, 3, (4, 6)),
        (5, 8, 1, (3, 10)),
        (5, 8, 2, (8, 5)),
        (3, 3, 3, (2, 4)),
    ],
    zero=[(7, 4, 0, (7, 4)), (0, 9, 2, (4, 5))],
    boundary=[(1, 1, 5, (1, 1))],
    negative=[(4, 4, -1, raises(ValueError))],
)
def tanks_after_pouring(first: int, second: int, times: int) -> tuple[int, int]:
    """Return the litres in two tanks as a pair after `times` pourings, in which the first and the second tank by turns pour
    half of their litres, rounded down, into the other.

    The tanks hold `first` and `second` litres at the beginning, and the first tank pours first. The pair names the first
    tank first. With 0 pourings nothing changes. A negative `times` raises ValueError.
    Assume that `first` and `second` are not negative.
    """
    if times < 0:
        raise ValueError("times must not be negative")
    for turn in range(times):
        moved = second // 2 if turn % 2 else -(first // 2)
        first, second = first + moved, second - moved
    return first, second


@cases(
    ordinary=[(12, "green"), (32, "amber"), (50, "red"), (1000, "red"), (90, "amber")],
    zero=[(0, "green")],
    boundary=[(29, "green"), (30, "amber"), (34, "amber"), (35, "red"), (59, "red"), (60, "green")],
    negative=[(-1, raises(ValueError))],
    huge=[(60 * 10**15 + 34, "amber")],
)
def crossing_light_colour(second: int) -> str:
    """Return the colour of a crossing light when `second` seconds have passed since it was switched on, when it is "green"
    for 30 seconds, then "amber" for 5, then "red" for 25, again and again.

    At 0 seconds it has just become green, and each colour gives way at the very second its time is over. A negative `second`
    raises ValueError.
    """
    if second < 0:
        raise ValueError("second must not be negative")
    phase = second % 60
    if phase < 30:
        return "green"
    return "amber" if phase < 35 else "red"


@cases(
    ordinary=[("LRLRLR", True), ("UUUDDD", False), ("LLUURRDD", True), ("RRDLR", True), ("DDLLURRRRR", False)],
    empty=[("", True)],
    single=[("U", True)],
    boundary=[("UU", True), ("RRR", False), ("DDD", False), ("LLUU", True), ("LLLR", False)],
)
def marble_stays_on_tray(tilts: str) -> bool:
    """Check whether a marble that starts in the middle of a tray of 5 by 5 squares never leaves the tray while it rolls one
    square in the direction of each letter of `tilts`.

    U is up, D is down, L is left and R is right. A marble that has left the tray does not come back. Without any tilts it
    stays.
    Assume that `tilts` holds only the letters U, D, L and R.
    """
    across = down = 0
    for tilt in tilts:
        across += (tilt == "R") - (tilt == "L")
        down += (tilt == "D") - (tilt == "U")
        if max(abs(across), abs(down)) > 2:
            return False
    return True


@cases(
    ordinary=[([2, 5, 10, 14], 7), ([1, 4, 6], 3), ([0, 10, 10, 20, 30, 31], 21), ([7, 100], 93)],
    empty=[([], 0)],
    single=[([3], 0)],
    duplicate=[([5, 5], 0), ([4, 4, 4, 9], 5)],
    huge=[([10**12, 3 * 10**12], 2 * 10**12)],
)
def stopwatch_total(presses: list[int]) -> int:
    """Return the seconds that a stopwatch shows at the end, when its only button is pressed at the times in `presses` and
    each press starts it if it stands and stops it if it runs.

    It stands at 0 at first, and a new start goes on from the time shown. A run that is never stopped adds nothing. Two
    presses may come at the same time. No presses give 0.
    Assume that `presses` is in ascending order.
    """
    stops = presses[1::2]
    starts = presses[: 2 * len(stops) : 2]
    return sum(stops) - sum(starts)


@cases(
    ordinary=[([1, 2, 3], 4), ([5, 1], 1), ([4, 4, 5, 1], 3), ([2, 2, 6, 2, 2], 3), ([3, 3, 3, 9], 4)],
    empty=[([], 1)],
    single=[([9], 1)],
    boundary=[([4], 2), ([5], 1)],
)
def dominoes_knocked_over(gaps: list[int]) -> int:
    """Return how many dominoes of a row fall when the first one is pushed towards the others and a falling domino knocks
    over the next one if the gap between them is at most 4.

    The list `gaps` holds the gap between each domino and the next, so there is one domino more than there are gaps. The
    pushed domino counts. A domino that nothing hits stays up.
    """
    fallen = 1
    for gap in gaps:
        if gap > 4:
            break
        fallen += 1
    return fallen


@cases(
    ordinary=[
        ([("Ann", "Bob")], {"Ann": 2, "Bob": 4}),
        ([("Ann", "Bob"), ("Bob", "Cy")], {"Ann": 2, "Bob": 3, "Cy": 4}),
        ([("Ann", "Bob"), ("Bob", "Ann")], {"Ann": 3, "Bob": 3}),
        ([("Di", "Ed"), ("Di", "Flo"), ("Flo", "Ed")], {"Di": 1, "Ed": 5, "Flo": 3}),
    ],
    empty=[([], {})],
    duplicate=[([("Ann", "Bob")] * 3, {"Ann": 0, "Bob": 6}), ([("Ann", "Ann")], {"Ann": 3})],
    boundary=[([("Ann", "Bob")] * 4, {"Ann": 0, "Bob": 6}), ([("A", "B")] * 4 + [("B", "A")], {"A": 1, "B": 5})],
)
def tokens_after_passes(passes: list[tuple[str, str]]) -> dict[str, int]:
    """Build a dictionary from each player to the number of tokens held at the end, when every player begins with 3 tokens
    and each pair in `passes` moves one token from its first player to its second.

    A pass by a player who has no token left at that moment changes nothing. Every player named in a pair is in the
    dictionary. A pass from a player to the same player changes nothing. No passes give an empty dictionary.
    """
    tokens = {player: 3 for pair in passes for player in pair}
    for giver, taker in passes:
        if tokens[giver] > 0:
            tokens[giver] -= 1
            tokens[taker] += 1
    return tokens


@cases(
    ordinary=[(100.0, 1, 92.0), (100.0, 2, 84.8), (120.0, 3, 92.9), (10.0, 1, 11.0)],
    zero=[(100.0, 0, 100.0), (0.0, 2, 3.8)],
    boundary=[(20.0, 5, 20.0)],
    negative=[(-80.0, 1, -70.0), (50.0, -1, raises(ValueError))],
)
def tea_temperature_after(start: float, minutes: int) -> float:
    """Return the temperature of a cup after `minutes` minutes in a room of 20 degrees, when it is `start` degrees at first
    and its difference from 20 shrinks by a tenth in each minute.

    A cup that is colder than the room grows warmer by the same rule. The result is not rounded. After 0 minutes the cup is
    as it was. A negative `minutes` raises ValueError.
    """
    if minutes < 0:
        raise ValueError("minutes must not be negative")
    return 20 + (start - 20) * 0.9**minutes

"""Seeds about finding things: first and last matches, nearest values, places in a plan."""

from __future__ import annotations

from bisect import bisect_left

from evol.seedbank import cases, raises


@cases(
    ordinary=[([5, 9, 3, 8], 6, 2), ([1, 2, 3], 3, 1), ([7, 8, 9], 5, -1), ([4, 1, 4, 6, 2, 9], 5, 4)],
    empty=[([], 10, -1)],
    single=[([4], 5, 0)],
    boundary=[([5, 6], 5, -1), ([5, 6], 6, 0)],
    negative=[([-4, 0, -1], 0, 2), ([-4, 0, 2], -4, -1)],
    duplicate=[([2, 2, 2], 3, 2)],
)
def last_position_below(readings: list[int], limit: int) -> int:
    """Return the position of the last value in `readings` that is less than `limit`, or -1 when there is none.

    Positions are counted from 0.
    """
    for position in range(len(readings) - 1, -1, -1):
        if readings[position] < limit:
            return position
    return -1


@cases(
    ordinary=[([5, 10, 20], 7, 1), ([5, 10, 20], 25, 3), ([5, 10, 20], 2, 0), ([3, 6, 9, 12, 15], 13, 4)],
    empty=[([], 4, 0)],
    single=[([8], 9, 1)],
    boundary=[([5, 10, 20], 10, 1), ([5, 10, 20], 11, 2), ([5, 10, 20], 20, 2), ([5, 10, 20], 21, 3)],
    duplicate=[([5, 5, 9, 9, 9], 6, 2), ([4, 4, 4], 4, 0)],
    zero=[([0, 3], 0, 0)],
)
def shelf_for_weight(limits: list[int], weight: int) -> int:
    """Return the position of the first shelf that can carry `weight`, where `limits` holds the largest weight that each
    shelf carries.

    Positions are counted from 0. A shelf also carries a weight that is exactly its limit. Several shelves may have the same
    limit. When no shelf is strong enough, the result is the number of shelves.
    Assume that `limits` is in ascending order.
    """
    return bisect_left(limits, weight)


@cases(
    ordinary=[
        ([["Ann", "Bob"], ["Cy", "Di"]], "Cy", (1, 0)),
        ([["Ann", "Bob"], ["Cy", "Di"]], "Bob", (0, 1)),
        ([["Ann"], ["Bob", "Cy"], ["Di"]], "Eve", None),
        ([["a", "b", "c"], [], ["d", "e"]], "e", (2, 1)),
    ],
    empty=[([], "Ann", None), ([[], []], "Ann", None)],
    single=[([["Ann"]], "Ann", (0, 0))],
    boundary=[([["ann"]], "Ann", None), ([["Anna"], ["Ann"]], "Ann", (1, 0))],
    duplicate=[([["Al", "Bo"], ["Bo", "Al"]], "Bo", (0, 1))],
)
def seat_of_guest(plan: list[list[str]], guest: str) -> tuple[int, int] | None:
    """Return the table and the seat of `guest` in the seating `plan` as a pair of positions counted from 0, or None when the
    guest is not in it.

    The plan holds one list of names for each table. When the name occurs more than once, the first table counts, and at that
    table the first seat. Only the whole name counts, and case matters.
    """
    for table, names in enumerate(plan):
        if guest in names:
            return table, names.index(guest)
    return None


@cases(
    ordinary=[
        (["a", "b", "a"], "a"),
        (["a", "b", "c", "d", "a"], None),
        (["x", "y", "z", "y", "x"], "y"),
        (["p", "q", "r", "s", "q", "s"], "q"),
    ],
    empty=[([], None)],
    single=[(["solo"], None)],
    boundary=[(["a", "b", "c", "a"], "a"), (["a", "b", "b", "a"], "b"), (["k", "m", "n", "o", "k", "n", "p", "p"], "n")],
    duplicate=[(["t", "t", "t"], "t")],
)
def first_quick_return(visits: list[str]) -> str | None:
    """Return the name of the visitor whose return is the first in `visits` to come with at most two other visits in between,
    or None when there is no such return.

    The visits are in order of time. A return counts from the same visitor's visit directly before it, and a return right
    after that visit counts too. Which return is the first is decided by the later one of its two visits.
    """
    for index, name in enumerate(visits):
        if name in visits[max(index - 3, 0) : index]:
            return name
    return None


@cases(
    ordinary=[(12, 22), (129, 131), (198, 202), (1991, 2002), (505, 515), (8, 9)],
    zero=[(0, 1)],
    boundary=[(9, 11), (10, 11), (11, 22), (99, 101), (999, 1001), (989, 999), (100, 101)],
    huge=[(10**15, 10**15 + 1)],
)
def next_matching_ends_ticket(ticket: int) -> int:
    """Return the smallest whole number greater than `ticket` whose first and last decimal digits are equal.

    A number of one digit has equal ends.
    Assume that `ticket` is not negative.
    """
    number = ticket + 1
    while str(number)[0] != str(number)[-1]:
        number += 1
    return number


@cases(
    ordinary=[
        ({"book": 12, "vase": 20, "lamp": 35}, 30, "vase"),
        ({"book": 12, "vase": 20}, 10, None),
        ({"pen": 3, "ink": 3, "mug": 2}, 5, "ink"),
        ({"kite": 18, "ball": 9, "drum": 40, "game": 25}, 26, "game"),
    ],
    empty=[({}, 50, None)],
    single=[({"toy": 7}, 8, "toy")],
    zero=[({"gift": 0, "card": 1}, 0, "gift")],
    boundary=[({"book": 12, "vase": 20}, 20, "vase"), ({"book": 12, "vase": 21}, 20, "book")],
)
def dearest_affordable_gift(prices: dict[str, int], budget: int) -> str | None:
    """Return the name of the most expensive gift in `prices` that costs at most `budget`, or None when none is that cheap.

    Among equally expensive gifts the one whose name is first in ascending order by character code is returned.
    """
    affordable = [name for name, price in prices.items() if price <= budget]
    return min(affordable, key=lambda name: (-prices[name], name), default=None)


@cases(
    ordinary=[
        (["A", "B", "C", "D"], ["B", "C"], True),
        (["A", "B", "C", "D"], ["B", "D"], False),
        (["A", "B", "C"], ["C", "B"], False),
        (["A", "A", "B", "C"], ["A", "B", "C"], True),
        (["AB", "C"], ["A", "BC"], False),
    ],
    empty=[(["A"], [], True), ([], ["A"], False), ([], [], True)],
    single=[(["A", "B"], ["b"], False)],
    boundary=[(["A", "B"], ["A", "B"], True), (["A", "B"], ["A", "B", "C"], False), (["A", "B", "C"], ["C"], True)],
    duplicate=[(["A", "A"], ["A", "A", "A"], False)],
)
def route_has_stops_in_row(route: list[str], stops: list[str]) -> bool:
    """Check whether all `stops` occur in `route` directly one after the other and in the same order.

    The route is followed in one direction only. Case matters. An empty list of stops occurs in every route.
    """
    size = len(stops)
    return any(route[start : start + size] == stops for start in range(len(route) - size + 1))


@cases(
    ordinary=[
        ([5, 3, 8], 1, 0),
        ([5, 3, 2, 9], 1, 0),
        ([2, 7, 4, 1, 3, 6], 3, 2),
        ([9, 2, 1, 3, 8], 2, 1),
        ([4, 5, 6], 2, -1),
    ],
    single=[([4], 0, -1)],
    boundary=[([1, 5, 9], 0, 1), ([9, 1, 5], 2, 0), ([3, 4, 6, 4, 5], 2, -1)],
    duplicate=[([6, 6, 6], 1, -1), ([7, 6, 6, 6, 8], 2, 0)],
)
def nearest_taller_person(heights: list[int], position: int) -> int:
    """Return the position of the nearest person in a row who is taller than the person at `position`, or -1 when nobody is.

    The list `heights` holds the heights of the row, and positions are counted from 0. Of two taller persons at the same
    distance the one on the left, with the smaller position, is chosen. A person of the same height is not taller.
    Assume that `position` is a valid position in `heights` and not negative.
    """
    taller = [index for index, height in enumerate(heights) if height > heights[position]]
    return min(taller, key=lambda index: (abs(index - position), index), default=-1)


@cases(
    ordinary=[
        (["oak", "elm", "ash"], ["ash", "elm"], "elm"),
        (["oak", "elm"], ["fir"], ""),
        (["a", "b", "c"], ["c", "a"], "a"),
        (["Oak", "pine", "elm"], ["oak", "elm", "pine"], "pine"),
    ],
    empty=[([], ["fir"], ""), (["fir"], [], "")],
    single=[(["yew"], ["yew"], "yew")],
    duplicate=[(["x", "y", "y", "x"], ["y", "y"], "y")],
    unicode=[(["Élan", "Wald"], ["Elan", "Wald"], "Wald")],
)
def first_shared_stop(mine: list[str], theirs: list[str]) -> str:
    """Return the first stop in `mine` that also occurs anywhere in `theirs`, or the empty text when no stop does.

    Case and accents matter.
    """
    shared = set(theirs)
    return next((stop for stop in mine if stop in shared), "")


@cases(
    ordinary=[
        (["banana", "kayak", "salad"], "a", "banana"),
        (["tea", "toffee", "cheese"], "e", "cheese"),
        (["Ada", "bar", "gala"], "a", "Ada"),
        (["sun", "moon", "noon"], "N", "noon"),
    ],
    single=[(["rest"], "z", "rest")],
    boundary=[(["dog", "cat"], "x", "dog")],
    duplicate=[(["pop", "pip", "pup"], "p", "pop"), (["EeE", "eel"], "e", "EeE")],
)
def word_richest_in_letter(words: list[str], letter: str) -> str:
    """Return the word in `words` in which `letter` occurs most often, counting upper and lower case alike.

    Of several such words the first one is returned. When the letter occurs in no word, this is the first word of all.
    Assume that `words` is not empty.
    Assume that `letter` is a single letter from A to Z or a to z.
    """
    return max(words, key=lambda word: word.lower().count(letter.lower()))


@cases(
    ordinary=[(4, 3), (8, 4), (50, 10), (20, 6)],
    zero=[(0, 0)],
    boundary=[(1, 1), (3, 2), (6, 3), (7, 4), (10, 4), (11, 5), (55, 10), (56, 11), (2, 2)],
    negative=[(-1, raises(ValueError)), (-10, raises(ValueError))],
    huge=[(500000000500000000, 10**9), (500000000500000001, 10**9 + 1)],
)
def rows_of_cans_needed(cans: int) -> int:
    """Return the smallest number of rows into which `cans` cans fit, when the first row holds one can and every further row
    holds one can more than the row before it.

    The last row need not be full. With 0 cans no row is needed. A negative `cans` raises ValueError.
    """
    if cans < 0:
        raise ValueError("cans must not be negative")
    low, high = 0, 1
    while high * (high + 1) // 2 < cans:
        low, high = high, high * 2
    while low < high:
        middle = (low + high) // 2
        if middle * (middle + 1) // 2 < cans:
            low = middle + 1
        else:
            high = middle
    return low


@cases(
    ordinary=[
        ("the cat sat on a mat", "sat", 3),
        ("the cat sat on a mat", "at", 0),
        ("Open the Door", "door", 3),
        ("to be or not to be", "BE", 2),
        ("stop, go", "stop", 0),
    ],
    empty=[("", "a", 0)],
    single=[("hello", "Hello", 1)],
    whitespace=[("one  two   three", "three", 3), ("  lead on ", "on", 2)],
    duplicate=[("no no no", "no", 1)],
)
def place_of_whole_word(sentence: str, word: str) -> int:
    """Return which word of `sentence`, counted from 1, is the first that equals `word` as a whole without regard to case, or
    0 when there is none.

    The words of the sentence are separated by one or more spaces, and spaces at its ends do not matter. Punctuation marks
    belong to the word they touch.
    Assume that `word` is not empty and holds no spaces.
    """
    words = sentence.lower().split()
    return words.index(word.lower()) + 1 if word.lower() in words else 0

"""Seeds about putting things in order: unusual orders, ranks, checks of an order."""

from __future__ import annotations

from evol.seedbank import cases, raises


@cases(
    ordinary=[
        ([3, 9, 5], 6, [5, 3, 9]),
        ([10, 2, 7, 4], 0, [2, 4, 7, 10]),
        ([4, 8, 6, 1], 5, [4, 6, 8, 1]),
        ([1, 20, 30], 28, [30, 20, 1]),
    ],
    empty=[([], 4, [])],
    single=[([12], 3, [12])],
    negative=[([-3, 2, 4], -1, [-3, 2, 4]), ([-2, 2], 0, [-2, 2])],
    duplicate=[([7, 3, 7, 3], 5, [3, 3, 7, 7])],
)
def boxes_nearest_door_first(boxes: list[int], door: int) -> list[int]:
    """Return the positions in `boxes` ordered by their distance from the position `door`, nearest first.

    Of two positions at the same distance the smaller one comes first. Equal positions are all kept. An empty list stays
    empty.
    """
    return sorted(boxes, key=lambda box: (abs(box - door), box))


@cases(
    ordinary=[
        (["L", "S", "M"], ["S", "M", "L"]),
        (["XL", "XS", "L"], ["XS", "L", "XL"]),
        (["XL", "L", "M", "S", "XS"], ["XS", "S", "M", "L", "XL"]),
        (["M", "XS"], ["XS", "M"]),
    ],
    empty=[([], [])],
    single=[(["XL"], ["XL"]), (["XXL"], raises(ValueError))],
    duplicate=[(["M", "S", "M", "S"], ["S", "S", "M", "M"])],
    boundary=[(["S", "m"], raises(ValueError)), (["L", ""], raises(ValueError))],
)
def shirts_by_size(shirts: list[str]) -> list[str]:
    """Return the shirt sizes in `shirts` ordered from small to large, where the known sizes are XS, S, M, L and XL in this
    order.

    Equal sizes are all kept. An empty list stays empty. Any other text, also a size in lower case, raises ValueError.
    """
    return sorted(shirts, key=["XS", "S", "M", "L", "XL"].index)


@cases(
    ordinary=[([9, 7, 4], True), ([9, 4, 7], False), ([1, 2, 3], False), ([12, 12, 5, 0], True), ([8, 6, 6, 7], False)],
    empty=[([], True)],
    single=[([3], True)],
    duplicate=[([5, 5, 5], True)],
    boundary=[([2, 1], True), ([1, 2], False)],
    negative=[([0, -1, -4], True), ([-1, -4, -3], False)],
)
def is_podium_order(scores: list[int]) -> bool:
    """Check whether no value of `scores` is larger than the value directly before it.

    Equal values side by side are in order. Lists with fewer than two values are in order.
    """
    return all(scores[i] <= scores[i - 1] for i in range(1, len(scores)))


@cases(
    ordinary=[([3, 1, 2], 1), ([3, 2, 1], 2), ([2, 3, 4, 1], 3), ([4, 1, 2, 3], 1), ([2, 1, 4, 3], 1)],
    empty=[([], 0)],
    single=[([7], 0)],
    boundary=[([1, 2, 3], 0), ([2, 1], 1)],
    duplicate=[([2, 2, 1], 2), ([5, 5], 0)],
)
def walks_until_shelf_is_sorted(books: list[int]) -> int:
    """Return how often a librarian walks along `books` from left to right until none is larger than its right neighbour,
    when on each walk every book larger than its right neighbour is at once swapped with it.

    A walk goes on with the swapped order, so a large book can move many places in one walk. Equal books are never swapped.
    Books in order already, also an empty shelf, need 0 walks, and no walk is made to check the result.
    """
    shelf = list(books)
    walks = 0
    while shelf != sorted(shelf):
        for i in range(len(shelf) - 1):
            if shelf[i] > shelf[i + 1]:
                shelf[i], shelf[i + 1] = shelf[i + 1], shelf[i]
        walks += 1
    return walks


@cases(
    ordinary=[
        ([("Rain", 180), ("Sun", 240)], ["Sun", "Rain"]),
        ([("b", 90), ("c", 200), ("a", 90)], ["c", "a", "b"]),
        ([("Zoo", 60), ("ant", 60), ("Ape", 60)], ["Ape", "Zoo", "ant"]),
        ([("one", 9), ("two", 10), ("three", 100)], ["three", "two", "one"]),
    ],
    empty=[([], [])],
    single=[([("Solo", 5)], ["Solo"])],
    zero=[([("A", 0), ("B", 1)], ["B", "A"])],
    duplicate=[([("x", 3), ("y", 8), ("x", 3)], ["y", "x", "x"])],
)
def titles_longest_track_first(tracks: list[tuple[str, int]]) -> list[str]:
    """Return the titles of `tracks`, which are pairs of a title and a length in seconds, from the longest track to the
    shortest.

    Titles of equally long tracks come in ascending order by character code, so capital letters come before small ones.
    Tracks that occur twice are listed twice. No tracks give an empty list.
    """
    return [title for title, _ in sorted(tracks, key=lambda track: (-track[1], track[0]))]


@cases(
    ordinary=[
        (["12C", "2A", "2B"], ["2A", "2B", "12C"]),
        (["10A", "9F", "9E", "1D"], ["1D", "9E", "9F", "10A"]),
        (["3B", "3A"], ["3A", "3B"]),
        (["100A", "20A", "3A"], ["3A", "20A", "100A"]),
    ],
    empty=[([], [])],
    single=[(["7C"], ["7C"])],
    boundary=[(["9Z", "10A"], ["9Z", "10A"])],
    duplicate=[(["4B", "1A", "4B"], ["1A", "4B", "4B"])],
)
def seats_by_row_and_letter(seats: list[str]) -> list[str]:
    """Return the seat names in `seats` in ascending order by row number, and within the same row by letter.

    A seat name is a row number followed by a letter. Rows are compared as numbers, so row 9 comes before row 10. Equal seats
    are all kept. An empty list stays empty.
    Assume that every text in `seats` is a whole number without leading zeros, followed by one capital letter A to Z.
    """
    return sorted(seats, key=lambda seat: (int(seat[:-1]), seat[-1]))


@cases(
    ordinary=[
        ([90, 70, 50], [80, 60, 40], [90, 80, 70, 60, 50]),
        ([9, 8, 7, 6, 5], [1, 2, 3], [9, 8, 7, 6, 5]),
        ([1, 5], [3], [5, 3, 1]),
        ([10, 30, 20], [15, 40, 25], [40, 30, 25, 20, 15]),
    ],
    empty=[([], [], []), ([4, 2], [], [4, 2])],
    single=[([7], [9], [9, 7])],
    duplicate=[([8, 8, 3], [8, 1, 3, 3], [8, 8, 8, 3, 3])],
    boundary=[([5, 4, 3], [2, 1], [5, 4, 3, 2, 1])],
    negative=[([-5, -1], [-3], [-1, -3, -5])],
)
def merge_leaderboards(first: list[int], second: list[int]) -> list[int]:
    """Return the five highest scores of `first` and `second` together, in descending order.

    A score that occurs several times is listed as often as it occurs. When there are fewer than five scores in all, all of
    them are listed. The scores may come in any order.
    """
    return sorted(first + second, reverse=True)[:5]


@cases(
    ordinary=[
        ([1, 2, 3], [2, 3, 1]),
        ([4, 1, 3, 2], [1, 3, 4, 2]),
        ([5, 9, 7, 1, 3], [3, 7, 9, 5, 1]),
        ([10, 30, 20], [20, 30, 10]),
    ],
    empty=[([], [])],
    single=[([6], [6])],
    boundary=[([1, 2], [1, 2])],
    duplicate=[([2, 2, 5], [2, 5, 2]), ([4, 4, 1], [4, 4, 1])],
)
def hang_heaviest_in_middle(weights: list[int]) -> list[int]:
    """Build the row of pictures that begins with the heaviest of `weights` and then adds the others, from heavy to light, by
    turns at the left end and at the right end of the row.

    The second heaviest goes to the left end. Equal weights are all used. An empty list stays empty.
    """
    ordered = sorted(weights, reverse=True)
    return ordered[1::2][::-1] + ordered[::2]


@cases(
    ordinary=[
        (["pear", "*kiwi", "apple"], ["apple", "*kiwi", "pear"]),
        (["d", "c", "*a", "b"], ["b", "c", "*a", "d"]),
        (["*z", "y", "x"], ["*z", "x", "y"]),
        (["b", "a", "B", "A"], ["A", "B", "a", "b"]),
    ],
    empty=[([], [])],
    single=[(["*one"], ["*one"]), (["one"], ["one"])],
    boundary=[(["*b", "*a"], ["*b", "*a"]), (["c*", "*", "a"], ["a", "*", "c*"])],
    duplicate=[(["n", "m", "*k", "m"], ["m", "m", "*k", "n"])],
)
def sort_around_pinned_notes(notes: list[str]) -> list[str]:
    """Return `notes` with all notes that begin with "*" left in their places and the other notes sorted into the remaining
    places.

    The other notes ascend by character code, so capital letters come before small ones. A star elsewhere in a note does not
    pin it. An empty list stays empty.
    """
    free = iter(sorted(note for note in notes if not note.startswith("*")))
    return [note if note.startswith("*") else next(free) for note in notes]


@cases(
    ordinary=[([61, 58, 70], [2, 1, 3]), ([50, 50, 40], [2, 2, 1]), ([9, 7, 7, 8], [4, 1, 1, 3]), ([30, 20, 10], [3, 2, 1])],
    empty=[([], [])],
    single=[([88], [1])],
    duplicate=[([5, 5, 5], [1, 1, 1]), ([5, 6, 6, 6, 7], [1, 2, 2, 2, 5])],
)
def race_places(times: list[int]) -> list[int]:
    """Return the place of each runner in a race, in the order of `times`, where the shortest time has place 1.

    Runners with equal times share a place, and after them as many places are left out as there are extra runners in that
    place: a runner's place is 1 more than the number of runners with a shorter time. No runners give an empty list.
    """
    ordered = sorted(times)
    return [ordered.index(time) + 1 for time in times]


@cases(
    ordinary=[
        ({"north": 600, "south": 480}, ["south", "north"]),
        ({"owl": 30, "lark": 300, "noon": 720}, ["lark", "noon", "owl"]),
        ({"b": 500, "a": 500, "c": 400}, ["c", "a", "b"]),
        ({"late": 1439, "early": 100, "first": 250}, ["first", "late", "early"]),
    ],
    empty=[({}, [])],
    single=[({"only": 5}, ["only"])],
    zero=[({"mid": 0, "eve": 1300, "small": 200}, ["eve", "mid", "small"])],
    boundary=[({"x": 239, "y": 240, "z": 241}, ["y", "z", "x"])],
)
def trains_by_service_day(departures: dict[str, int]) -> list[str]:
    """Return the names of the trains in `departures`, in the order in which they leave on a service day that begins at
    minute 240.

    The dictionary gives the minute after midnight at which each train leaves. Trains that leave before minute 240 are night
    trains and come after all others, again ordered by minute. Trains that leave at the same minute are ordered by name. No
    trains give an empty list.
    Assume that every minute is from 0 to 1439.
    """
    return sorted(departures, key=lambda name: ((departures[name] - 240) % 1440, name))


@cases(
    ordinary=[
        (["The Sea", "Apples", "Tea"], ["Apples", "The Sea", "Tea"]),
        (["zebra", "The ant", "Mouse"], ["The ant", "Mouse", "zebra"]),
        (["the owl", "Night", "Pine"], ["Night", "the owl", "Pine"]),
        (["Theory", "The Zoo", "Under"], ["Theory", "Under", "The Zoo"]),
    ],
    empty=[([], [])],
    single=[(["The End"], ["The End"])],
    duplicate=[(["sea", "The Sea", "SEA", "Oak"], ["Oak", "sea", "The Sea", "SEA"])],
    boundary=[(["The The Band", "Then", "Sun"], ["Sun", "The The Band", "Then"])],
)
def library_title_order(titles: list[str]) -> list[str]:
    """Return `titles` in alphabetical order, ignoring upper and lower case and a leading "The " for the comparison.

    The leading word is ignored whether its letters are upper or lower case, but only once and only when a space follows it.
    A space comes before any letter. The titles themselves are returned unchanged. Titles that compare as equal keep the
    order in which they stand in `titles`. An empty list stays empty.
    Assume that the titles hold only unaccented letters and single spaces between words.
    """
    return sorted(titles, key=lambda title: title.lower().removeprefix("the "))

"""Seeds whose natural answer calls itself: nested lists, trees of names, halving, trying out choices."""

from __future__ import annotations

from typing import Any

from evol.seedbank import cases, raises


@cases(
    ordinary=[
        ([1, [2, [3]]], 2),
        ([5, [1, 1], [4]], -1),
        ([10, [3, [4, [5]]], 2], 8),
        ([4, 6, 1], 11),
    ],
    empty=[([], 0)],
    single=[([9], 9)],
    nested=[([[7]], -7), ([[[]]], 0), ([[1], [[1]]], 0)],
    negative=[([[-2], -5], -3)],
)
def alternating_depth_total(items: list[Any]) -> int:
    """Return the sum of all numbers in the nested list `items`, where numbers that stand directly in it are added, numbers
    one list deeper are subtracted, numbers two lists deeper are added, and so on in turn.

    Each element of the list is an int or another list of the same kind. Empty lists add nothing.
    """
    return sum(-alternating_depth_total(item) if isinstance(item, list) else item for item in items)


@cases(
    ordinary=[
        ([1, [2, 3]], [9, [8, 7]], True),
        ([1, [2]], [[1], 2], False),
        ([[1], [2, [3]]], [[4], [5, [6]]], True),
        ([[1, 2]], [[1], [2]], False),
        ([1, 2], [1], False),
    ],
    empty=[([], [], True), ([], [0], False)],
    single=[([1], [2], True)],
    nested=[([[]], [], False), ([1], [[]], False), ([[], [[]]], [[], [[]]], True), ([[[1]]], [[1]], False)],
)
def lists_have_same_shape(first: list[Any], second: list[Any]) -> bool:
    """Check whether the nested lists `first` and `second` have the same shape, so that one can be turned into the other by
    changing numbers only.

    Each element of a list is an int or another list of the same kind. Lists must stand at the same places and have the same
    lengths at every depth; a number never takes the place of a list, not even of an empty one.
    """
    return len(first) == len(second) and all(
        lists_have_same_shape(a, b)
        if isinstance(a, list) and isinstance(b, list)
        else isinstance(a, list) == isinstance(b, list)
        for a, b in zip(first, second, strict=True)
    )


@cases(
    ordinary=[
        ([1, [3, 5]], 2.5),
        ([2, 4, 6], 4.0),
        ([[1, [2, 4]], 7], 4.5),
        ([10, [0, 0, 0, 0]], 5.0),
    ],
    single=[([5], 5.0)],
    nested=[([[[8]]], 8.0), ([[1, 2], [3, 4], [9]], 14 / 3)],
    zero=[([0, [0, 0]], 0.0)],
    negative=[([-1, [1, -5]], -1.5)],
)
def average_of_averages(scores: list[Any]) -> float:
    """Return the average of the elements of `scores`, where an element that is itself a list counts as one element whose
    value is the average of that list, worked out in the same way.

    Each element of a list is an int or another list of the same kind.
    Assume that neither `scores` nor any list inside it is empty.
    """
    values = [average_of_averages(score) if isinstance(score, list) else score for score in scores]
    return sum(values) / len(values)


@cases(
    ordinary=[
        ({"tea": 2, "salt": 1}, {"tea": 3, "rice": 4}, {"tea": 5, "salt": 1, "rice": 4}),
        ({"cups": {"red": 1, "blue": 2}}, {"cups": {"red": 4}}, {"cups": {"red": 5, "blue": 2}}),
        ({"tea": 1}, {"cups": {"red": 1}}, {"tea": 1, "cups": {"red": 1}}),
        (
            {"a": {"b": {"c": 1}}, "n": 7},
            {"a": {"b": {"c": 2, "d": 3}, "e": 4}},
            {"a": {"b": {"c": 3, "d": 3}, "e": 4}, "n": 7},
        ),
    ],
    empty=[({}, {}, {}), ({"tea": 2}, {}, {"tea": 2}), ({}, {"box": {}}, {"box": {}})],
    zero=[({"tea": 0}, {"tea": 0}, {"tea": 0})],
    negative=[({"tea": 4}, {"tea": -4}, {"tea": 0})],
    nested=[({"x": {}}, {"x": {"y": 1}}, {"x": {"y": 1}})],
)
def combine_nested_stock(first: dict[str, Any], second: dict[str, Any]) -> dict[str, Any]:
    """Build the dictionary of the stock of two stores, `first` and `second`, in which numbers under the same name are added
    and dictionaries under the same name are combined in the same way.

    Each value in a store is an int or another dictionary of the same kind. A name that only one store has is taken over with
    its value. A name stays even when its number becomes 0.
    Assume that no name has a number in one store and a dictionary in the other.
    """
    combined = dict(first)
    for name, value in second.items():
        if name not in first:
            combined[name] = value
        elif isinstance(value, dict):
            combined[name] = combine_nested_stock(first[name], value)
        else:
            combined[name] = first[name] + value
    return combined


@cases(
    ordinary=[
        (2, [1, 2, 1]),
        (3, [1, 2, 1, 3, 1, 2, 1]),
        (4, [1, 2, 1, 3, 1, 2, 1, 4, 1, 2, 1, 3, 1, 2, 1]),
        (
            5,
            [1, 2, 1, 3, 1, 2, 1, 4, 1, 2, 1, 3, 1, 2, 1, 5, 1, 2, 1, 3, 1, 2, 1, 4, 1, 2, 1, 3, 1, 2, 1],
        ),
    ],
    boundary=[(1, [1])],
    zero=[(0, [])],
    negative=[(-1, raises(ValueError)), (-6, raises(ValueError))],
)
def ruler_tick_heights(level: int) -> list[int]:
    """Return the heights of the ticks on a ruler of the given `level`, which has one tick of height `level` in the middle
    and a whole ruler of the next lower level on each side of it.

    The heights run from left to right. A ruler of level 0 has no ticks. A negative level raises ValueError.
    """
    if level < 0:
        raise ValueError("level must not be negative")
    if level == 0:
        return []
    side = ruler_tick_heights(level - 1)
    return [*side, level, *side]


@cases(
    ordinary=[
        (2, "VVA"),
        (3, "VVAVVAA"),
        (4, "VVAVVAAVVVAAVAA"),
        (5, "VVAVVAAVVVAAVAAVVVAVVAAAVVAAVAA"),
    ],
    boundary=[(1, "V")],
    zero=[(0, "")],
    negative=[(-1, raises(ValueError)), (-4, raises(ValueError))],
)
def paper_strip_creases(folds: int) -> str:
    """Return the creases of a strip folded `folds` times: those for one fold less, then "V", then those for one fold less
    reversed, with "V" and "A" swapped.

    The result is a text of the letters "V" and "A". A strip with 0 folds has no creases, so it gives the empty text. In the
    last part every "V" becomes an "A" and every "A" a "V". A negative number of folds raises ValueError.
    """
    if folds < 0:
        raise ValueError("folds must not be negative")
    if folds == 0:
        return ""
    before = paper_strip_creases(folds - 1)
    return before + "V" + before[::-1].translate(str.maketrans("VA", "AV"))


@cases(
    ordinary=[
        (["crate", "box", "tin"], "crate(box(tin))"),
        (["a", "b"], "a(b)"),
        (["x", "yy", "z", "w"], "x(yy(z(w)))"),
        (["big one", "small one"], "big one(small one)"),
    ],
    empty=[([], "")],
    single=[(["jar"], "jar")],
    duplicate=[(["doll", "doll", "doll"], "doll(doll(doll))")],
    unicode=[(["étui", "clé"], "étui(clé)")],
)
def packed_inside_text(things: list[str]) -> str:
    """Build the text that shows each of `things` packed inside the one before it, as its name followed by the thing inside
    it in parentheses.

    The last thing holds nothing, so no parentheses follow its name. Without any things the text is empty.
    """
    if len(things) < 2:
        return "".join(things)
    return f"{things[0]}({packed_inside_text(things[1:])})"


@cases(
    ordinary=[
        (3, "(1+(1+1))"),
        (4, "((1+1)+(1+1))"),
        (5, "((1+1)+(1+(1+1)))"),
        (6, "((1+(1+1))+(1+(1+1)))"),
        (7, "((1+(1+1))+((1+1)+(1+1)))"),
        (8, "(((1+1)+(1+1))+((1+1)+(1+1)))"),
    ],
    boundary=[(1, "1"), (2, "(1+1)")],
)
def sum_of_ones_text(number: int) -> str:
    """Return `number` written as a sum of ones, where 1 is "1" and any larger number is "(", its smaller half, "+", its
    larger half and ")", each half written the same way.

    Both halves are whole numbers; they are equal for an even number and differ by 1 for an odd one. The text holds no
    spaces.
    Assume that `number` is at least 1.
    """
    if number == 1:
        return "1"
    half = number // 2
    return f"({sum_of_ones_text(half)}+{sum_of_ones_text(number - half)})"


@cases(
    ordinary=[
        ([5, 3, 8, 1], 5),
        ([4, 9, 6], 1),
        ([10, 2, 3, 3, 5], 3),
        ([1, 2, 3, 4, 5, 6], 1),
        ([20, 1, 4], 15),
    ],
    single=[([7], 7)],
    duplicate=[([3, 3], 0)],
    zero=[([0, 0, 6], 6)],
    boundary=[([9, 4], 5), ([4, 9], 5)],
)
def strength_left_after_tournament(strengths: list[int]) -> int:
    """Return the number that is left of `strengths` when each round replaces the first and second number, the third and
    fourth, and so on by their difference, until one number is left.

    A difference is never negative, and the order of the pairs is kept. In a round with an odd number of numbers the last one
    moves on to the end of the next round unchanged. A single number comes back unchanged.
    Assume that `strengths` is not empty.
    Assume that no strength is negative.
    """
    if len(strengths) == 1:
        return strengths[0]
    winners = [abs(strengths[i] - strengths[i + 1]) for i in range(0, len(strengths) - 1, 2)]
    if len(strengths) % 2:
        winners.append(strengths[-1])
    return strength_left_after_tournament(winners)


@cases(
    ordinary=[
        ([2, 2, 2, 2], True),
        ([3, 1, 2, 2], False),
        ([2, 5, 2, 1, 3, 3, 3], True),
        ([1, 1, 9, 2, 0], False),
        ([1, 1, 2], False),
        ([4, 4, 7, 7], False),
    ],
    empty=[([], True)],
    single=[([8], True)],
    boundary=[([5, 5], True), ([5, 6], False), ([4, 7, 4], True)],
    negative=[([-1, -1], True), ([0, -2, 0, -2], False)],
)
def is_steady_at_every_level(weights: list[int]) -> bool:
    """Check whether the left half and the right half of `weights` have the same sum and each of the two halves is steady in
    the same way itself.

    When the number of weights is odd, the one in the middle belongs to neither half. A list of fewer than two weights is
    always steady.
    """
    half = len(weights) // 2
    if half == 0:
        return True
    left, right = weights[:half], weights[-half:]
    return sum(left) == sum(right) and is_steady_at_every_level(left) and is_steady_at_every_level(right)


@cases(
    ordinary=[
        ([1, 2, 3, 4, 5, 6, 7], [4, 2, 1, 3, 6, 5, 7]),
        ([5, 6, 7, 8], [7, 6, 5, 8]),
        ([10, 20, 30, 40, 50, 60], [40, 20, 10, 30, 60, 50]),
        ([3, 1, 2, 1, 5], [2, 1, 3, 5, 1]),
    ],
    empty=[([], [])],
    single=[([9], [9])],
    boundary=[([1, 2], [2, 1]), ([1, 2, 3], [2, 1, 3])],
    duplicate=[([4, 4, 6], [4, 4, 6])],
)
def middle_first_order(cards: list[int]) -> list[int]:
    """Return `cards` in the order that takes the middle card first, then all cards to its left by the same rule, and then
    all cards to its right by the same rule.

    When the number of cards is even, the right one of the two cards in the middle counts as the middle card.
    """
    if not cards:
        return []
    middle = len(cards) // 2
    return [cards[middle], *middle_first_order(cards[:middle]), *middle_first_order(cards[middle + 1 :])]


def _tiles_continue(end: int, tiles: list[tuple[int, int]]) -> bool:
    """Tell whether all of `tiles` can be laid after a line that ends with `end`."""
    if not tiles:
        return True
    for index, (left, right) in enumerate(tiles):
        rest = tiles[:index] + tiles[index + 1 :]
        if (left == end and _tiles_continue(right, rest)) or (right == end and _tiles_continue(left, rest)):
            return True
    return False


@cases(
    ordinary=[
        ([(1, 2), (3, 2), (3, 5)], True),
        ([(1, 2), (3, 4)], False),
        ([(1, 2), (1, 3), (1, 4)], False),
        ([(1, 2), (2, 3), (3, 1), (1, 4)], True),
        ([(1, 1), (1, 2), (1, 3)], True),
        ([(1, 2), (2, 1), (5, 5)], False),
    ],
    empty=[([], True)],
    single=[([(4, 6)], True)],
    boundary=[([(1, 1), (2, 2)], False), ([(2, 1), (2, 3)], True)],
    duplicate=[([(1, 2), (1, 2)], True)],
)
def tiles_form_one_line(tiles: list[tuple[int, int]]) -> bool:
    """Check whether all of `tiles` can be laid in a single straight line in which the two numbers that touch are always
    equal.

    Each tile is a pair of the numbers on its two ends. The tiles may be laid in any order, and each may be turned round. The
    two outer ends of the line touch nothing. No tiles, or one tile alone, form a line.
    """
    return not tiles or any(_tiles_continue(end, tiles) for tile in tiles for end in tile)


@cases(
    ordinary=[
        ({"Ann": ["Bob", "Cid"], "Cid": ["Dan"], "Eve": ["Ann"]}, "Ann", {"Ann", "Bob", "Cid", "Dan"}),
        ({"Ann": ["Bob"], "Bob": ["Ann"]}, "Bob", {"Ann", "Bob"}),
        ({"a": ["b"], "b": ["c"], "c": ["a", "d"], "x": ["y"]}, "b", {"a", "b", "c", "d"}),
        ({"a": ["b", "c"], "b": ["d"], "c": ["d"]}, "c", {"c", "d"}),
    ],
    empty=[({}, "Zoe", {"Zoe"}), ({"Ann": []}, "Ann", {"Ann"})],
    single=[({"Ann": ["Bob"]}, "Bob", {"Bob"})],
    duplicate=[({"Ann": ["Ann", "Bob", "Bob"]}, "Ann", {"Ann", "Bob"})],
)
def people_who_hear_rumour(contacts: dict[str, list[str]], first: str) -> set[str]:
    """Return the set of all people who know a rumour in the end, when `first` knows it at the start and everyone who knows
    it passes it on to all people listed for them in `contacts`.

    The person `first` belongs to the result. Someone who is not a key of `contacts` passes the rumour on to nobody.
    """

    def spread(person: str, known: set[str]) -> set[str]:
        known = known | {person}
        for contact in contacts.get(person, []):
            if contact not in known:
                known = spread(contact, known)
        return known

    return spread(first, set())

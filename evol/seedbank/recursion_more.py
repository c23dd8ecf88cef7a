"""More seeds whose natural answer calls itself: nested lists, trees of names, halving, trying out choices."""

from __future__ import annotations

import re

from evol.seedbank import cases, raises


@cases(
    ordinary=[
        ({"crate": ["bag", "tin"], "tin": ["pouch"]}, "crate", 2),
        ({"crate": ["bag", "tin"], "tin": ["pouch"]}, "tin", 1),
        ({"a": ["b"], "b": ["c"], "c": ["d", "e"], "x": ["a"]}, "a", 3),
        ({"a": ["b", "c", "d", "e"]}, "a", 1),
        ({"a": ["f", "b"], "b": ["c"], "f": ["g"], "g": ["h"]}, "a", 3),
    ],
    empty=[({}, "jar", 0), ({"jar": []}, "jar", 0)],
    boundary=[({"crate": ["bag"]}, "bag", 0)],
)
def wrappings_to_innermost_box(contents: dict[str, list[str]], box: str) -> int:
    """Return the largest number of boxes that must be opened one after the other, starting with `box`, before the deepest
    box inside it comes to light.

    `contents` gives the boxes that lie directly inside each box; a box that is not a key there, or has an empty list, holds
    nothing. Opening the deepest box itself does not count, so the result is 0 for a box that holds nothing.
    Assume that no box lies inside itself, directly or through other boxes.
    """
    return max((1 + wrappings_to_innermost_box(contents, inner) for inner in contents.get(box, [])), default=0)


@cases(
    ordinary=[
        ({"bench": {"plank": 3, "leg": 2}, "leg": {"plank": 1, "screw": 4}}, "bench", {"plank": 5, "screw": 8}),
        ({"bench": {"plank": 3, "leg": 2}, "leg": {"plank": 1, "screw": 4}}, "leg", {"plank": 1, "screw": 4}),
        (
            {
                "set": {"chair": 4, "table": 1},
                "table": {"leg": 4, "top": 1},
                "chair": {"leg": 4, "seat": 1},
                "leg": {"wood": 2},
            },
            "set",
            {"wood": 40, "seat": 4, "top": 1},
        ),
        ({"tea": {"water": 2, "leaf": 1}, "soup": {"water": 5}}, "tea", {"water": 2, "leaf": 1}),
    ],
    empty=[
        ({}, "nail", {"nail": 1}),
        ({"gap": {}}, "gap", {}),
        ({"wall": {"gap": 3, "brick": 9}, "gap": {}}, "wall", {"brick": 9}),
    ],
    boundary=[({"tea": {"water": 2}}, "water", {"water": 1})],
    single=[({"rope": {"thread": 12}}, "rope", {"thread": 12})],
)
def raw_materials_for(plans: dict[str, dict[str, int]], item: str) -> dict[str, int]:
    """Build a dictionary from each raw material that is needed to make one `item` to the amount of it that is needed in all.

    `plans` gives for each thing that is made the amount of every part needed for one of it, and parts may have plans of
    their own. A thing without a plan is a raw material, so one of it just needs 1 of itself. A thing whose plan is empty
    needs nothing.
    Assume that all amounts are at least 1.
    Assume that nothing needs itself, directly or through its parts.
    """
    if item not in plans:
        return {item: 1}
    needed: dict[str, int] = {}
    for part, amount in plans[item].items():
        for material, count in raw_materials_for(plans, part).items():
            needed[material] = needed.get(material, 0) + amount * count
    return needed


@cases(
    ordinary=[
        ({"greet": "Dear {who},", "who": "Ms {last}", "last": "Oak"}, "greet", "Dear Ms Oak,"),
        ({"greet": "Dear {who},", "who": "Ms {last}", "last": "Oak"}, "who", "Ms Oak"),
        ({"song": "{la} {la} hey", "la": "la{x}", "x": "!"}, "song", "la! la! hey"),
        ({"a": "{b}{c}", "b": "1{c}", "c": "2"}, "a", "122"),
    ],
    empty=[({"a": "<{b}>", "b": ""}, "a", "<>"), ({"none": ""}, "none", "")],
    single=[({"sign": "No entry"}, "sign", "No entry")],
    boundary=[({"only": "{it}", "it": "x y"}, "only", "x y")],
    unicode=[({"menu": "Soupe: {mot}", "mot": "thé"}, "menu", "Soupe: thé")],
)
def filled_in_snippet(snippets: dict[str, str], name: str) -> str:
    """Return the text that `snippets` gives for `name`, with every other snippet's name in curly braces replaced by the text
    of that snippet, which is filled in by the same rule first.

    The braces go away together with the name. A snippet may be used several times.
    Assume that all names consist of the lower case letters a to z.
    Assume that braces occur only around the name of a snippet.
    Assume that no snippet uses itself, directly or through other snippets.
    """
    return re.sub(r"\{([a-z]+)\}", lambda match: filled_in_snippet(snippets, match[1]), snippets[name])


@cases(
    ordinary=[
        (5, 3, [3, 2, 1, 1]),
        (7, 4, [4, 3, 1, 1, 1]),
        (6, 2, [2, 2, 2]),
        (2, 9, [2, 2, 2, 2, 1, 1]),
        (10, 6, [6, 4, 2, 2]),
    ],
    boundary=[(4, 4, [4]), (1, 1, [1]), (1, 3, [1, 1, 1])],
    zero=[(0, 5, []), (3, 0, []), (0, 0, [])],
    huge=[(10**18, 3 * 10**18, [10**18, 10**18, 10**18])],
)
def sheet_square_sides(width: int, height: int) -> list[int]:
    """Return the side lengths, in cutting order, of the squares cut from a sheet of `width` by `height` when the largest
    possible square is cut off one end until nothing is left.

    The largest possible square has the shorter side of the remaining sheet as its side. A sheet with a side of 0 gives no
    squares.
    Assume that neither `width` nor `height` is negative.
    """
    if width == 0 or height == 0:
        return []
    side = min(width, height)
    return [side, *sheet_square_sides(max(width, height) - side, side)]


@cases(
    ordinary=[
        ([3, 4, 5], 7, 5),
        ([1, 2, 3], 100, 8),
        ([1, 1, 1], 2, 7),
        ([10, 20, 30, 40], 50, 9),
    ],
    empty=[([], 5, 1)],
    single=[([10], 9, 1)],
    boundary=[([4, 6], 10, 4), ([4, 6], 9, 3), ([7], 7, 2)],
    zero=[([5, 3], 0, 1)],
    duplicate=[([2, 2], 2, 3)],
)
def count_affordable_selections(prices: list[int], budget: int) -> int:
    """Count the ways to choose some, all or none of the articles with the given `prices` so that they cost no more than
    `budget` together.

    Each article can be chosen once. Articles with the same price are still different articles. Choosing nothing is one way.
    Assume that all prices are at least 1.
    Assume that `budget` is not negative.
    """
    if not prices:
        return 1
    without = count_affordable_selections(prices[1:], budget)
    if prices[0] > budget:
        return without
    return without + count_affordable_selections(prices[1:], budget - prices[0])


@cases(
    ordinary=[
        ([1, 3], 2, True),
        ([1, 3], 4, True),
        ([1, 3], 5, False),
        ([2, 6], 3, False),
        ([1, 3, 9], 7, True),
        ([1, 3, 9], 14, False),
        ([8, 3, 2], 5, True),
    ],
    empty=[([], 3, False)],
    single=[([5], 5, True), ([5], 4, False)],
    boundary=[([1, 3, 9], 13, True), ([10, 4], 4, True)],
    duplicate=[([2, 2], 4, True), ([3, 3], 9, False)],
)
def can_weigh_on_two_pans(weights: list[int], load: int) -> bool:
    """Check whether a pair of scales with `load` on the left pan can be brought into balance by putting some of `weights` on
    the left pan or on the right pan.

    Each weight in the list can be used once, and weights may stay unused. The scales balance when both pans carry the same
    total, where the load counts with its own number.
    Assume that `load` and all weights are at least 1.
    """
    if load == 0:
        return True
    if not weights:
        return False
    weight, rest = weights[0], weights[1:]
    return any(can_weigh_on_two_pans(rest, left) for left in (load, load - weight, load + weight))


@cases(
    ordinary=[
        (
            {"home": ["music", "desk"], "desk": ["old", "new"]},
            "home",
            ["home/music", "home/desk/old", "home/desk/new"],
        ),
        ({"home": ["music", "work"], "work": ["old", "new"]}, "work", ["work/old", "work/new"]),
        ({"z": ["b", "a"], "a": ["d"], "d": ["c"]}, "z", ["z/b", "z/a/d/c"]),
        ({"r": ["x", "y"], "x": ["k"], "y": ["k"], "k": ["m"]}, "r", ["r/x/k/m", "r/y/k/m"]),
    ],
    empty=[({}, "top", ["top"]), ({"top": ["sub"], "sub": []}, "top", ["top/sub"])],
    single=[({"a": ["b"]}, "a", ["a/b"])],
    boundary=[({"a": ["b"]}, "b", ["b"])],
)
def paths_to_last_folders(folders: dict[str, list[str]], root: str) -> list[str]:
    """Return the paths from `root` down to every folder without subfolders, each as the names on the way joined by "/".

    `folders` gives the list of subfolders for each folder; a folder that is not a key there, or has an empty list, has none.
    The paths that lead through an earlier subfolder in a list come before those through a later one. When `root` has no
    subfolders, its own name is the only path.
    Assume that no folder lies inside itself, directly or through other folders.
    """
    inner = [path for sub in folders.get(root, []) for path in paths_to_last_folders(folders, sub)]
    return [f"{root}/{path}" for path in inner] or [root]


@cases(
    ordinary=[
        ("ab", 3, ["aba", "bab"]),
        ("RWB", 2, ["RW", "RB", "WR", "WB", "BR", "BW"]),
        ("xyz", 3, ["xyx", "xyz", "xzx", "xzy", "yxy", "yxz", "yzx", "yzy", "zxy", "zxz", "zyx", "zyz"]),
        ("ba", 4, ["baba", "abab"]),
    ],
    single=[("q", 1, ["q"]), ("q", 2, [])],
    boundary=[("GRY", 1, ["G", "R", "Y"])],
    unicode=[("éa", 2, ["éa", "aé"])],
)
def striped_flag_patterns(colours: str, stripes: int) -> list[str]:
    """Return all texts of `stripes` letters taken from `colours` in which no two neighbouring letters are equal.

    A letter may be used several times. The texts are ordered by their first letter, in the order in which the letters stand
    in `colours`; those with the same first letter by their second letter in the same way, and so on.
    Assume that the letters of `colours` are all different.
    Assume that `stripes` is at least 1.
    """
    if stripes == 1:
        return list(colours)
    shorter = striped_flag_patterns(colours, stripes - 1)
    return [first + rest for first in colours for rest in shorter if rest[0] != first]


@cases(
    ordinary=[(27, 5), (12, 3), (35, 7), (100, 17), (20, 4)],
    boundary=[(9, 1), (10, 2)],
    zero=[(0, 0)],
    negative=[(-3, raises(ValueError))],
)
def steps_of_largest_digit_peeling(number: int) -> int:
    """Count the steps until `number` becomes 0 when each step subtracts from the number its own largest decimal digit.

    The digit is looked up anew in each step. The number 0 needs no steps. A negative number raises ValueError.
    """
    if number < 0:
        raise ValueError("number must not be negative")
    if number == 0:
        return 0
    return 1 + steps_of_largest_digit_peeling(number - int(max(str(number))))


@cases(
    ordinary=[(7, 3), (13, 5), (20, 8), (12, 4), (14, 6), (100, 36)],
    boundary=[(3, 1), (4, 2), (1, 1), (6, 2), (8, 4)],
)
def rope_pieces_after_halving(length: int) -> int:
    """Return the number of pieces into which a rope of the given `length` falls when every piece longer than 3 is cut in two
    again and again until no piece is longer than 3.

    A piece of even length is cut into two equal halves; a piece of odd length into two whole lengths that differ by 1. A
    rope of length 3 or less stays one piece.
    Assume that `length` is at least 1.
    """
    if length <= 3:
        return 1
    half = length // 2
    return rope_pieces_after_halving(half) + rope_pieces_after_halving(length - half)


@cases(
    ordinary=[("abXYba", "XY"), ("stats", "a"), ("level up", "level up"), ("xxabx", "xab"), ("noted on", "ted ")],
    empty=[("", "")],
    single=[("k", "k")],
    boundary=[("noon", ""), ("aa", ""), ("ab", "ab"), ("Abca", "Abca")],
    unicode=[("éabé", "ab")],
    whitespace=[(" go ", "go")],
)
def peel_matching_ends(text: str) -> str:
    """Return what is left of `text` when its first and its last character are taken away together as long as these two are
    equal.

    Case matters. A single character that is left has no partner and stays. The empty text stays empty.
    """
    if len(text) < 2 or text[0] != text[-1]:
        return text
    return peel_matching_ends(text[1:-1])


@cases(
    ordinary=[
        ({"peak": {"hut": 4, "lake": 9}, "hut": {"car": 3, "lake": 2}}, "peak", (6, 9)),
        ({"top": {"a": 1, "b": 2}, "a": {"c": 10}, "b": {"c": 5}}, "top", (7, 11)),
        ({"top": {"mid": 5}, "mid": {"end": 6}}, "top", (11, 11)),
        ({"top": {"mid": 5, "gate": 3}, "mid": {"end": 6, "inn": 1}}, "mid", (1, 6)),
        ({"p": {"q": 2, "r": 8}, "q": {"r": 9, "s": 1}, "r": {"t": 1}}, "p", (3, 12)),
    ],
    empty=[({}, "valley", (0, 0)), ({"valley": {}}, "valley", (0, 0))],
    single=[({"top": {"end": 7}}, "top", (7, 7))],
    zero=[({"top": {"ice": 0, "path": 4}}, "top", (0, 4))],
)
def shortest_and_longest_descent(slopes: dict[str, dict[str, int]], start: str) -> tuple[int, int]:
    """Return the lengths of the shortest and of the longest way down from `start` to a place from which no slope leads on.

    `slopes` gives for each place the places that a slope leads to from there, with the length of the slope; no slope leads
    on from a place that is not a key there or has an empty dictionary. A way ends only at such a place, and its length is
    the sum of the lengths of its slopes. When `start` is such a place, both lengths are 0.
    Assume that no way leads back to a place it has already passed.
    """
    ways = [
        (length + shortest, length + longest)
        for place, length in slopes.get(start, {}).items()
        for shortest, longest in [shortest_and_longest_descent(slopes, place)]
    ]
    if not ways:
        return (0, 0)
    return (min(way[0] for way in ways), max(way[1] for way in ways))

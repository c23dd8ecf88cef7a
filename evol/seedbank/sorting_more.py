"""More seeds about putting things in order: unusual orders, ranks, checks of an order."""

from __future__ import annotations

from itertools import pairwise

from evol.seedbank import cases, raises


@cases(
    ordinary=[([4, 9, 1, 7], 3), ([10, 20, 30, 40, 50], 20), ([8, 3, 8, 1, 2], 6), ([100, 1, 50, 60, 3], 57)],
    boundary=[([5, 1, 9], 0), ([3, 8, 2], 0)],
    duplicate=[([6, 6, 6, 6], 0), ([1, 1, 9, 9], 8), ([1, 5, 5, 9], 0)],
    negative=[([-9, -4, 0, 3], 4)],
)
def second_price_spread(prices: list[int]) -> int:
    """Return the difference between the second highest and the second lowest value of `prices`.

    Equal values count separately, so when the highest value occurs twice, it is the second highest value too; the same holds
    for the lowest.
    Assume that `prices` holds at least three values.
    """
    ordered = sorted(prices)
    return ordered[-2] - ordered[1]


@cases(
    ordinary=[
        ([(3, 4), (1, 2), (5, 6)], True),
        ([(3, 4), (5, 3)], False),
        ([(10, 1), (11, 2), (12, 3), (9, 4)], False),
        ([(7, 20), (3, 5), (6, 18)], True),
    ],
    empty=[([], True)],
    single=[([(2, 2)], True)],
    boundary=[([(3, 4), (3, 5)], False), ([(3, 5), (4, 5)], False), ([(1, 9), (2, 10)], True)],
    duplicate=[([(2, 3), (2, 3)], False)],
)
def all_boxes_nest(boxes: list[tuple[int, int]]) -> bool:
    """Check whether all `boxes`, given as pairs of width and depth, can be put one inside the other so that a single outer
    box holds them all, each directly in the next larger one.

    A box fits into another only when its width and its depth are both smaller; boxes are not turned. A single box or no
    boxes give True.
    """
    ordered = sorted(boxes)
    return all(a[0] < b[0] and a[1] < b[1] for a, b in pairwise(ordered))


@cases(
    ordinary=[("bAa", "aAb"), ("Hello", "eHllo"), ("cCbBaA", "aAbBcC"), ("zebra", "aberz"), ("ToSort", "oorStT")],
    empty=[("", "")],
    single=[("Q", "Q")],
    duplicate=[("AaAa", "aaAA"), ("TttT", "ttTT")],
    boundary=[("aZ", "aZ"), ("Za", "aZ")],
)
def sort_letter_tiles(tiles: str) -> str:
    """Return the letters of `tiles` in alphabetical order without regard to upper and lower case, with the lower case tiles
    of each letter before its upper case tiles.

    Every tile is used. The empty text stays empty.
    Assume that `tiles` holds only the letters A to Z and a to z.
    """
    return "".join(sorted(tiles, key=lambda tile: (tile.lower(), tile.isupper())))


@cases(
    ordinary=[
        (["Mia", "Ben", "Max"], {"B": ["Ben"], "M": ["Max", "Mia"]}),
        (["tom", "Tim"], {"T": ["Tim", "tom"]}),
        (["Zoe", "Amy", "Bo", "Al"], {"A": ["Al", "Amy"], "B": ["Bo"], "Z": ["Zoe"]}),
        (["Eva", "Eve", "Ed"], {"E": ["Ed", "Eva", "Eve"]}),
    ],
    empty=[([], {})],
    single=[(["x"], {"X": ["x"]})],
    duplicate=[(["Jo", "Ann", "Jo"], {"A": ["Ann"], "J": ["Jo", "Jo"]})],
    unicode=[(["Élan", "Eva", "éa"], {"E": ["Eva"], "É": ["Élan", "éa"]})],
)
def sorted_names_by_initial(names: list[str]) -> dict[str, list[str]]:
    """Build a dictionary from each first letter, in upper case, to the sorted list of the names in `names` that begin with
    it.

    Upper and lower case first letters belong together, and accented letters are letters of their own. Each list ascends by
    character code, so capital letters come before small ones. Equal names are all kept. No names give an empty dictionary.
    Assume that no name is empty.
    """
    groups: dict[str, list[str]] = {}
    for name in sorted(names):
        groups.setdefault(name[0].upper(), []).append(name)
    return groups


@cases(
    ordinary=[
        ([3, 9, 5, 1], [(9, 1), (5, 3)]),
        ([2, 8], [(8, 2)]),
        ([10, 60, 40, 20, 50, 30], [(60, 10), (50, 20), (40, 30)]),
        ([7, 1, 6, 2], [(7, 1), (6, 2)]),
    ],
    empty=[([], [])],
    duplicate=[([4, 4, 4, 4], [(4, 4), (4, 4)]), ([5, 1, 5, 3], [(5, 1), (5, 3)])],
    negative=[([-1, -8, 0, 3], [(3, -8), (0, -1)])],
)
def pair_strong_with_weak(players: list[int]) -> list[tuple[int, int]]:
    """Return the pairs that join the strongest of `players` with the weakest, the second strongest with the second weakest,
    and so on until all are paired.

    The list holds the strength of each player. In each pair the stronger player comes first, and the pair with the strongest
    player is the first pair. No players give an empty list.
    Assume that the number of players is even.
    """
    ordered = sorted(players)
    half = len(ordered) // 2
    return list(zip(reversed(ordered[half:]), ordered[:half], strict=True))


@cases(
    ordinary=[
        (["a", "to", "see"], True),
        (["b", "a"], False),
        (["see", "to"], False),
        (["an", "at", "bee", "bees"], True),
        (["ant", "cat", "bee"], False),
    ],
    empty=[([], True), (["", "a"], True)],
    single=[(["word"], True)],
    duplicate=[(["hi", "hi"], True)],
    boundary=[(["zz", "aaa"], True), (["Z", "a"], True), (["a", "Z"], False)],
)
def is_short_word_first_order(words: list[str]) -> bool:
    """Check whether `words` stands in order of length from short to long, with words of the same length in ascending order
    by character code.

    By character code all capital letters come before all small ones. Equal words side by side are in order. Lists with fewer
    than two words are in order.
    """
    return words == sorted(words, key=lambda word: (len(word), word))


@cases(
    ordinary=[
        ([4, 10, 6], 10.0),
        ([1, 2, 3, 4, 5, 6], 5.5),
        ([9, 2, 9, 4, 4, 1], 9.0),
        ([12, 0, 7, 11, 3, 9, 5, 8, 2], 32 / 3),
    ],
    boundary=[([0, 0, 3], 3.0)],
    duplicate=[([5, 5, 5], 5.0), ([8, 8, 8, 8, 8, 2], 8.0)],
    negative=[([-3, -1, -2, -4, -5, -6], -1.5)],
)
def top_third_average(scores: list[int]) -> float:
    """Return the average of the highest third of `scores`.

    The third is counted in scores: of six scores it is the two highest. Equal scores count separately.
    Assume that the number of scores is a multiple of 3 and is not 0.
    """
    best = sorted(scores, reverse=True)[: len(scores) // 3]
    return sum(best) / len(best)


@cases(
    ordinary=[
        ([5, 1, 4, 2], 2, [1, 2]),
        ([3, 9, 1, 7], 3, [3, 1, 7]),
        ([8, 6, 7], 1, [6]),
        ([4, 2, 6, 1, 5], 3, [4, 2, 1]),
    ],
    empty=[([], 2, [])],
    zero=[([5, 6], 0, [])],
    boundary=[([3, 1, 2], 3, [3, 1, 2]), ([3, 1], 5, [3, 1])],
    duplicate=[([7, 2, 7, 2, 1], 2, [2, 1]), ([4, 4, 4], 2, [4, 4])],
    negative=[([1, 2], -1, raises(ValueError)), ([5, -4, 3, -8], 2, [-4, -8])],
)
def lightest_parcels_in_order(weights: list[int], count: int) -> list[int]:
    """Return the `count` smallest values of `weights`, in the order in which they stand in `weights`.

    Of equal values the ones that stand further left are taken first. When there are fewer than `count` values, all of them
    are returned. A negative `count` raises ValueError.
    """
    if count < 0:
        raise ValueError("count must not be negative")
    chosen = sorted(sorted(range(len(weights)), key=lambda i: weights[i])[:count])
    return [weights[i] for i in chosen]


@cases(
    ordinary=[
        (["Kim", "Lee", "Pat"], [70, 90, 80], ["Lee", "Pat", "Kim"]),
        (["a", "b"], [1, 2], ["b", "a"]),
        (["x", "y", "z"], [3, 2, 1], ["x", "y", "z"]),
        (["Ivo", "Ada", "Uma", "Tom"], [5, 8, 5, 9], ["Tom", "Ada", "Ivo", "Uma"]),
    ],
    empty=[([], [], [])],
    single=[(["solo"], [0], ["solo"])],
    duplicate=[(["b", "a", "c"], [4, 4, 4], ["b", "a", "c"]), (["b", "c", "a"], [2, 7, 2], ["c", "b", "a"])],
    negative=[(["p", "q"], [-5, -1], ["q", "p"])],
)
def guests_by_score(guests: list[str], scores: list[int]) -> list[str]:
    """Return the names in `guests` ordered from the highest score to the lowest, where each guest's score stands at the same
    position in `scores`.

    Guests with equal scores keep the order in which they stand in `guests`. No guests give an empty list.
    Assume that `guests` and `scores` have the same length.
    """
    ranked = sorted(zip(guests, scores, strict=True), key=lambda pair: pair[1], reverse=True)
    return [guest for guest, _ in ranked]


@cases(
    ordinary=[(3142, 4321), (70, 70), (907, 970), (5061, 6510), (8, 8)],
    zero=[(0, 0)],
    duplicate=[(1212, 2211), (999, 999)],
    boundary=[(10, 10), (100, 100), (19, 91)],
    negative=[(-12, raises(ValueError)), (-1, raises(ValueError))],
    huge=[(10**20 + 7, 71 * 10**19)],
)
def highest_digit_card_number(number: int) -> int:
    """Return the largest whole number that can be laid with the decimal digits of `number`, using every digit once.

    The number 0 has the one digit 0. A negative `number` raises ValueError.
    """
    if number < 0:
        raise ValueError("number must not be negative")
    return int("".join(sorted(str(number), reverse=True)))

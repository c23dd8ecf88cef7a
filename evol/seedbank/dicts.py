"""Seeds about dictionaries: looking up, merging, comparing and turning around mappings."""

from __future__ import annotations

from evol.seedbank import cases, raises


@cases(
    ordinary=[
        ({"rice": 2}, {"rice": 3}, {"rice": 5}),
        ({"rice": 2, "salt": 1}, {"oil": 4}, {"rice": 2, "salt": 1, "oil": 4}),
        ({"tea": 5, "jam": 1}, {"jam": 6, "tea": 1}, {"tea": 6, "jam": 7}),
        ({"Tea": 1}, {"tea": 1}, {"Tea": 1, "tea": 1}),
    ],
    empty=[({}, {}, {}), ({"rice": 2}, {}, {"rice": 2})],
    zero=[({"rice": 0}, {"salt": 0}, {"rice": 0, "salt": 0})],
    negative=[({"rice": 3}, {"rice": -3}, {"rice": 0})],
)
def merge_pantries(first: dict[str, int], second: dict[str, int]) -> dict[str, int]:
    """Build one dictionary of all items in `first` and `second`, with the amounts of an item that is in both added together.

    Every item of either dictionary is in the result, even when its amount is 0. Case matters in item names.
    """
    return {item: first.get(item, 0) + second.get(item, 0) for item in first | second}


@cases(
    ordinary=[
        ({"egg": 3, "flour": 200}, {"egg": 1, "flour": 500}, {"egg": 2}),
        ({"egg": 3}, {"milk": 1}, {"egg": 3}),
        ({"egg": 2, "milk": 5}, {"egg": 1, "milk": 2, "oil": 9}, {"egg": 1, "milk": 3}),
        ({"oats": 4}, {"oats": 9}, {}),
    ],
    empty=[({}, {"egg": 6}, {}), ({"egg": 6}, {}, {"egg": 6})],
    boundary=[({"egg": 3}, {"egg": 3}, {})],
    zero=[({"egg": 0}, {}, {}), ({"egg": 2}, {"egg": 0}, {"egg": 2})],
)
def missing_ingredients(recipe: dict[str, int], pantry: dict[str, int]) -> dict[str, int]:
    """Build a dictionary of the items of which `recipe` needs more than `pantry` holds, each with the amount that is missing.

    An item that is not in the pantry counts as if the pantry held 0 of it. Items of which there is enough are left out.
    """
    return {item: need - pantry.get(item, 0) for item, need in recipe.items() if need > pantry.get(item, 0)}


@cases(
    ordinary=[
        ({"nuts": 4, "bolts": 9, "nails": 2}, "bolts"),
        ({"tea": 1, "jam": 0}, "tea"),
        ({"pen": 3, "ink": 8, "cap": 5}, "ink"),
        ({"z": 7, "y": 6}, "z"),
    ],
    single=[({"glue": 0}, "glue")],
    duplicate=[({"pin": 5, "nib": 5, "cap": 4}, "nib"), ({"a": 2, "b": 2}, "a")],
    negative=[({"x": -3, "y": -1}, "y")],
)
def most_stocked_item(stock: dict[str, int]) -> str:
    """Return the item with the largest amount in `stock`, which maps items to amounts.

    Among items that share the largest amount, the first in alphabetical order wins.
    Assume that `stock` is not empty.
    """
    return min(stock, key=lambda item: (-stock[item], item))


@cases(
    ordinary=[
        ({"pen": 2, "ink": 9, "cap": 4}, ["cap", "pen"]),
        ({"tea": 6, "jam": 7}, []),
        ({"b": 1, "a": 1, "c": 1}, ["a", "b", "c"]),
        ({"nut": 12, "bolt": 3}, ["bolt"]),
    ],
    empty=[({}, [])],
    single=[({"oil": 1}, ["oil"])],
    boundary=[({"rice": 5, "salt": 4, "oats": 6}, ["salt"])],
    zero=[({"milk": 0}, ["milk"])],
)
def low_stock_items(stock: dict[str, int]) -> list[str]:
    """Return the items of which `stock`, a mapping from items to amounts, holds fewer than 5, in alphabetical order.

    An item with an amount of 0 is included. An empty stock gives an empty list.
    """
    return sorted(item for item, amount in stock.items() if amount < 5)


@cases(
    ordinary=[
        ({"art": "r1", "music": "r2", "drama": "r1"}, {"r1": ["art", "drama"], "r2": ["music"]}),
        ({"yoga": "hall", "judo": "hall"}, {"hall": ["judo", "yoga"]}),
        ({"a": "x", "b": "y"}, {"x": ["a"], "y": ["b"]}),
        ({"z": "1", "y": "2", "x": "1", "w": "2"}, {"1": ["x", "z"], "2": ["w", "y"]}),
    ],
    empty=[({}, {})],
    single=[({"art": "r9"}, {"r9": ["art"]})],
    unsorted=[({"c": "k", "a": "k", "b": "k"}, {"k": ["a", "b", "c"]})],
    unicode=[({"été": "sæl"}, {"sæl": ["été"]})],
)
def classes_by_room(rooms: dict[str, str]) -> dict[str, list[str]]:
    """Build a dictionary from each room to the classes held in it, in alphabetical order, from `rooms`, which maps each class
    to its room.

    Only rooms that hold a class are in the result.
    """
    classes: dict[str, list[str]] = {}
    for name in sorted(rooms):
        classes.setdefault(rooms[name], []).append(name)
    return classes


@cases(
    ordinary=[
        ({"ann": "bob", "bob": "ann"}, True),
        ({"ann": "bob", "bob": "cem", "cem": "ann"}, False),
        ({"a": "b", "b": "a", "c": "d", "d": "c"}, True),
        ({"a": "b", "b": "a", "c": "a"}, False),
    ],
    empty=[({}, True)],
    single=[({"ann": "bob"}, False)],
    boundary=[({"ann": "ann"}, True), ({"a": "a", "b": "a"}, False)],
)
def are_mutual_partners(partners: dict[str, str]) -> bool:
    """Check whether every choice in `partners`, which maps each person to the partner they chose, is returned by a partner
    who chose that same person.

    A partner who is not a key of the mapping has chosen nobody. Somebody may choose themselves, and such a choice counts as
    returned. An empty mapping gives True.
    """
    return all(partners.get(partner) == person for person, partner in partners.items())


@cases(
    ordinary=[
        ({"tea": 3, "jam": 5}, ["tea", "jam"], 8),
        ({"tea": 3, "jam": 5, "oil": 9}, ["oil"], 9),
        ({"pen": 2}, ["pen", "pen", "pen"], 6),
        ({"a": 1, "b": 10}, ["b", "a", "b"], 21),
    ],
    empty=[({"tea": 3}, [], 0), ({}, [], 0)],
    zero=[({"bag": 0, "tea": 3}, ["bag", "tea"], 3)],
    huge=[({"isle": 10**20}, ["isle", "isle"], 2 * 10**20)],
)
def basket_total(prices: dict[str, int], basket: list[str]) -> int:
    """Return the total price of the items in `basket`, where `prices` gives the price of each item.

    An item that occurs several times in the basket is paid for each time. An empty basket costs 0.
    Assume that every item of `basket` has a price in `prices`.
    """
    return sum(prices[item] for item in basket)


@cases(
    ordinary=[
        ({"ann": [4, 5], "bob": [3]}, {"ann": 4.5, "bob": 3.0}),
        ({"cem": [1, 2, 3, 4]}, {"cem": 2.5}),
        ({"x": [10, 0], "y": [5, 5]}, {"x": 5.0, "y": 5.0}),
        ({"dora": [6, 7, 8]}, {"dora": 7.0}),
    ],
    empty=[({}, {})],
    single=[({"eve": [2]}, {"eve": 2.0})],
    zero=[({"fay": [0, 0, 3]}, {"fay": 1.0})],
    negative=[({"gus": [-1, 2]}, {"gus": 0.5})],
)
def average_grade_by_pupil(grades: dict[str, list[int]]) -> dict[str, float]:
    """Build a dictionary from each pupil in `grades` to the average of the grades listed for that pupil.

    The averages are not rounded. An empty dictionary gives an empty dictionary.
    Assume that every pupil in `grades` has at least one grade.
    """
    return {pupil: sum(marks) / len(marks) for pupil, marks in grades.items()}


@cases(
    ordinary=[
        ({"w": 3, "h": 4}, {"w": "width"}, {"width": 3, "h": 4}),
        ({"w": 3, "h": 4}, {"w": "h", "h": "w"}, {"h": 3, "w": 4}),
        ({"a": 1, "b": 2}, {"a": "c", "b": "c"}, raises(ValueError)),
        ({"a": 1}, {"z": "y"}, {"a": 1}),
    ],
    boundary=[({"a": 1, "b": 2}, {"a": "b"}, raises(ValueError)), ({"a": 1}, {"a": "a"}, {"a": 1})],
    duplicate=[({"a": 7, "b": 7}, {"a": "b"}, raises(ValueError))],
    empty=[({}, {"a": "b"}, {}), ({"a": 1}, {}, {"a": 1})],
)
def rename_fields(record: dict[str, int], new_names: dict[str, str]) -> dict[str, int]:
    """Build a copy of `record` in which each key that is also a key of `new_names` is replaced by the name given for it there.

    All replacements happen at once, so two keys may swap names. Other keys and all values stay as they are. When two keys
    of the record would end up with the same name, ValueError is raised, even if their values are equal.
    """
    renamed = {new_names.get(key, key): value for key, value in record.items()}
    if len(renamed) < len(record):
        raise ValueError("two fields would have the same name")
    return renamed


@cases(
    ordinary=[
        ({"old": "new"}, "old", "new"),
        ({"a": "b", "b": "c"}, "a", "c"),
        ({"a": "b", "b": "c"}, "b", "c"),
        ({"x": "y", "p": "q"}, "p", "q"),
        ({"a": "b", "b": "a"}, "a", raises(ValueError)),
        ({"a": "b", "b": "c", "c": "b"}, "a", raises(ValueError)),
        ({"p": "q", "q": "p", "a": "z"}, "a", "z"),
    ],
    empty=[({}, "home", "home")],
    boundary=[({"a": "b"}, "b", "b"), ({"a": "a"}, "a", raises(ValueError))],
)
def follow_redirects(redirects: dict[str, str], start: str) -> str:
    """Return the address that is reached from `start` by following `redirects`, which maps old addresses to new ones, until
    an address has no redirect.

    A start without a redirect is itself the answer. When the way from the start never ends because it goes in a circle,
    ValueError is raised; circles that the way does not enter do not matter.
    """
    visited: set[str] = set()
    address = start
    while address in redirects:
        if address in visited:
            raise ValueError("the redirects go in a circle")
        visited.add(address)
        address = redirects[address]
    return address

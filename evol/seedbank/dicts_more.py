"""More seeds about dictionaries: looking up, merging, comparing and turning around mappings."""

from __future__ import annotations

from evol.seedbank import cases


@cases(
    ordinary=[
        ({"volume": 3, "light": 5}, {"volume": 4, "light": 5}, ["volume"]),
        ({"a": 1}, {"b": 1}, ["a", "b"]),
        ({"x": 1, "y": 2}, {"y": 2, "x": 1}, []),
        ({"c": 1, "b": 2, "a": 3}, {"c": 9, "a": 4, "b": 2, "d": 0}, ["a", "c", "d"]),
    ],
    empty=[({}, {}, []), ({}, {"z": 1, "k": 2}, ["k", "z"])],
    zero=[({"mute": 0}, {}, ["mute"]), ({}, {"mute": 0}, ["mute"])],
    single=[({"a": 1}, {"a": 1}, [])],
)
def changed_settings(before: dict[str, int], after: dict[str, int]) -> list[str]:
    """Return the names of the settings that differ between `before` and `after`, in alphabetical order.

    A setting differs when its values are not equal or when only one of the two dictionaries has it, whatever its value.
    """
    return sorted(name for name in before | after if before.get(name) != after.get(name))


@cases(
    ordinary=[
        ({"pond": 4, "lake": 10}, 6),
        ({"a": 3, "b": 9, "c": 5}, 6),
        ({"x": 1, "y": 2, "z": 100}, 99),
        ({"low": 50, "high": 75}, 25),
    ],
    single=[({"well": 8}, 0)],
    duplicate=[({"a": 5, "b": 5}, 0)],
    negative=[({"a": -4, "b": 3}, 7), ({"a": -9, "b": -2}, 7)],
    zero=[({"a": 0, "b": 6}, 6)],
)
def spread_of_levels(levels: dict[str, int]) -> int:
    """Return the difference between the largest and the smallest value in `levels`.

    The keys play no part. A dictionary with one entry gives 0.
    Assume that `levels` is not empty.
    """
    return max(levels.values()) - min(levels.values())


@cases(
    ordinary=[
        ({"red": 3, "blue": 1}, 0.75),
        ({"red": 2, "blue": 2}, 0.5),
        ({"a": 1, "b": 5, "c": 4}, 0.5),
        ({"a": 1, "b": 1, "c": 1, "d": 1}, 0.25),
    ],
    single=[({"red": 7}, 1.0)],
    zero=[({"red": 0, "blue": 4}, 1.0)],
    boundary=[({"red": 1, "blue": 0}, 1.0)],
    huge=[({"red": 3 * 10**12, "blue": 10**12}, 0.75)],
)
def leading_vote_share(votes: dict[str, int]) -> float:
    """Return the share of all votes in `votes`, as a number from 0 to 1, that went to the candidate with the most votes.

    The keys are the candidates and the values are their votes. When several candidates share the lead, the answer is the
    share of one of them alone. The result is not rounded.
    Assume that no number in `votes` is negative.
    Assume that at least one vote was cast.
    """
    return max(votes.values()) / sum(votes.values())


@cases(
    ordinary=[
        ({"ann": [1, 2, 3], "bob": [1, 2]}, 1),
        ({"ann": [5, 5, 5], "bob": [4, 4, 6, 7]}, 1),
        ({"a": [1, 2, 3, 4], "b": [9, 8, 7]}, 2),
        ({"a": [1], "b": [2], "c": [3]}, 0),
    ],
    empty=[({}, 0), ({"ann": []}, 0)],
    boundary=[({"ann": [10, 11]}, 0), ({"ann": [10, 11, 12]}, 1)],
    duplicate=[({"ann": [1, 1, 2, 2]}, 0)],
    unsorted=[({"ann": [3, 1, 3, 2]}, 1)],
)
def count_regular_visitors(visits: dict[str, list[int]]) -> int:
    """Count the visitors who came in at least 3 different weeks, where `visits` maps each visitor to the week numbers of
    their visits.

    Several visits in the same week count as one week. A visitor may have no visits.
    """
    return sum(1 for weeks in visits.values() if len(set(weeks)) >= 3)


@cases(
    ordinary=[
        ({"ann": 3, "bob": 4}, True),
        ({"ann": 3, "bob": 5}, False),
        ({"a": 2, "b": 3, "c": 4}, False),
        ({"a": 7, "b": 7, "c": 6}, True),
    ],
    empty=[({}, True)],
    single=[({"ann": 12}, True)],
    zero=[({"ann": 0, "bob": 1}, True), ({"ann": 0, "bob": 2}, False)],
    duplicate=[({"a": 5, "b": 5}, True)],
)
def is_fairly_shared(shares: dict[str, int]) -> bool:
    """Check whether the largest and the smallest value in `shares` differ by at most 1.

    An empty dictionary is fairly shared.
    """
    amounts = shares.values()
    return not amounts or max(amounts) - min(amounts) <= 1


@cases(
    ordinary=[
        ([("ann", 5), ("bob", 3), ("ann", -2)], {"ann": 3, "bob": 3}),
        ([("ann", 4), ("ann", -4), ("bob", 1)], {"bob": 1}),
        ([("x", 1), ("x", 1), ("x", 1)], {"x": 3}),
        ([("ann", 2), ("Ann", 2)], {"ann": 2, "Ann": 2}),
    ],
    empty=[([], {})],
    single=[([("ann", 9)], {"ann": 9})],
    zero=[([("ann", 0)], {})],
    negative=[([("bob", -6), ("bob", 1)], {"bob": -5})],
)
def account_balances(entries: list[tuple[str, int]]) -> dict[str, int]:
    """Build a dictionary from each account to the sum of its amounts in `entries`, a list of pairs of account and amount,
    leaving out accounts whose sum is 0.

    Negative sums stay in the result. Case matters in account names.
    """
    balances: dict[str, int] = {}
    for account, amount in entries:
        balances[account] = balances.get(account, 0) + amount
    return {account: balance for account, balance in balances.items() if balance != 0}


@cases(
    ordinary=[
        ({"ann": 70, "bob": 30}, (["ann"], ["bob"])),
        ({"cem": 90, "bea": 80, "ali": 10}, (["bea", "cem"], ["ali"])),
        ({"x": 10, "w": 20}, ([], ["w", "x"])),
        ({"q": 99}, (["q"], [])),
    ],
    empty=[({}, ([], []))],
    boundary=[({"a": 50, "b": 49, "c": 51}, (["a", "c"], ["b"]))],
    zero=[({"a": 0}, ([], ["a"]))],
    unsorted=[({"d": 60, "b": 60, "c": 60, "a": 5}, (["b", "c", "d"], ["a"]))],
)
def passed_and_failed(points: dict[str, int]) -> tuple[list[str], list[str]]:
    """Return the names in `points`, which maps names to points, as a pair of lists, first those with at least 50 points and
    then all others.

    Each list is in alphabetical order and may be empty.
    """
    names = sorted(points)
    return [name for name in names if points[name] >= 50], [name for name in names if points[name] < 50]


@cases(
    ordinary=[
        ({"ann": 7, "bob": 3}, {7: "ann", 3: "bob"}),
        ({"red": 10, "blue": 20, "green": 30}, {10: "red", 20: "blue", 30: "green"}),
        ({"x": 2, "y": 1}, {1: "y", 2: "x"}),
        ({"Ann": 5, "ann": 6}, {5: "Ann", 6: "ann"}),
    ],
    empty=[({}, {})],
    single=[({"solo": 1}, {1: "solo"})],
    zero=[({"a": 0, "b": 1}, {0: "a", 1: "b"})],
    negative=[({"a": -1, "b": 1}, {-1: "a", 1: "b"})],
)
def owners_by_locker(lockers: dict[str, int]) -> dict[int, str]:
    """Build a dictionary from each locker number to its owner, from `lockers`, which maps each owner to a locker number.

    An empty dictionary gives an empty dictionary.
    Assume that no two owners in `lockers` have the same number.
    """
    return {number: owner for owner, number in lockers.items()}


@cases(
    ordinary=[
        ({"tea": 3, "jam": 5}, {"tea": 4, "jam": 5}, {"tea": 1, "jam": 0}),
        ({"pen": 10}, {"pen": 4}, {"pen": -6}),
        ({"a": 1, "b": 2}, {"b": 7, "a": 1}, {"a": 0, "b": 5}),
        ({"x": 100, "y": 50}, {"x": 90, "y": 75}, {"x": -10, "y": 25}),
    ],
    empty=[({}, {}, {})],
    single=[({"oil": 8}, {"oil": 9}, {"oil": 1})],
    zero=[({"bag": 0}, {"bag": 2}, {"bag": 2})],
    boundary=[({"k": 6}, {"k": 6}, {"k": 0})],
)
def price_changes(before: dict[str, int], after: dict[str, int]) -> dict[str, int]:
    """Build a dictionary from each item to its price in `after` minus its price in `before`.

    A price that fell gives a negative number, and an unchanged price gives 0, which stays in the result.
    Assume that `before` and `after` have the same items.
    """
    return {item: after[item] - price for item, price in before.items()}


@cases(
    ordinary=[
        ({"ann": "bob", "bob": "cem"}, "ann", 2),
        ({"ann": "bob", "bob": "cem"}, "bob", 1),
        ({"a": "z", "b": "z", "z": "y", "y": "x"}, "b", 3),
        ({"p": "q", "r": "s"}, "r", 1),
    ],
    empty=[({}, "ann", 0)],
    boundary=[({"a": "b", "b": "c"}, "a", 2), ({"ann": "bob"}, "bob", 0), ({"ann": "bob"}, "dan", 0)],
)
def count_bosses_above(bosses: dict[str, str], name: str) -> int:
    """Count the people above the person `name`, who are that person's boss, the boss of that boss and so on, where `bosses`
    maps people to their boss.

    A person who is not a key of `bosses` has no boss.
    Assume that nobody in `bosses` is above themselves, neither directly nor through others.
    """
    count = 0
    while name in bosses:
        name = bosses[name]
        count += 1
    return count

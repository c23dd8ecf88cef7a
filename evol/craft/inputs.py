"""New inputs for a task, by mutating the ones its cases hold: ordinary ones that keep to the domain, and edge ones of a named kind.

All choices come from the `random.Random` given, so the same seed gives the same inputs on every machine.
"""

from __future__ import annotations

import random
from typing import Any

from evol import values
from evol.craft.shapes import Domain, Profile, profile, unchecked_promise
from evol.task import Task

Args = list[Any]


def ordinary(task: Task, rng: random.Random, count: int) -> list[Args]:
    """Up to `count` different argument lists inside the task's domain, none of them among its cases."""
    known = {case.args for case in task.cases}
    pool = [case.arguments() for case in task.cases if case.expected is not None and case.kind not in ("none", "nan")]
    if not pool or unchecked_promise(task):
        return []
    shown = profile(task)
    found: list[Args] = []
    for _ in range(count * 12):
        if len(found) == count:
            break
        base = values.loads(values.dumps(rng.choice(pool)))
        candidate = _mutate_args(base, pool, shown, rng)
        text = values.dumps(candidate)
        if text not in known and _inside(candidate, shown):
            known.add(text)
            found.append(candidate)
    return found


def larger(task: Task, rng: random.Random, count: int) -> list[Args]:
    """Up to `count` argument lists inside the domain that are longer than its cases: each is several ordinary mutations joined."""
    shown = profile(task)
    pool = ordinary(task, rng, count + 4)
    if not pool:
        return []
    found: dict[str, Args] = {}
    for args in pool:
        grown = list(args)
        for place, domain in enumerate(shown.params):
            other = rng.choice(pool)[place]
            if domain.shape.name in ("list", "tuple") and not domain.distinct:
                joint = [*grown[place], *other]
                grown[place] = type(args[place])(_ordered(joint) if domain.sorted else joint)
            elif domain.shape.name == "str":
                grown[place] = grown[place] + (" " if " " in grown[place] else "") + other
            elif domain.shape.name == "int" and domain.high > 0:
                grown[place] = int(domain.high) + rng.randint(1, max(2, int(min(domain.high, 1000))))
        if _inside(grown, shown):
            found[values.dumps(grown)] = grown
    known = {case.args for case in task.cases}
    return [args for text, args in found.items() if text not in known][:count]


def _inside(args: Args, shown: Profile) -> bool:
    equal = len({len(args[i]) for i in shown.equal_lengths}) <= 1
    return equal and all(d.admits(value) for d, value in zip(shown.params, args, strict=False))


def _mutate_args(args: Args, pool: list[Args], shown: Profile, rng: random.Random) -> Args:
    if shown.equal_lengths and rng.random() < 0.7:
        return _resize_together(args, shown, rng)
    for _ in range(rng.choice((1, 1, 2, 3))):
        place = rng.randrange(len(args)) if args else 0
        if not args or place >= len(shown.params):
            return args
        others = [row[place] for row in pool if place < len(row)]
        args[place] = mutate(args[place], shown.params[place], others, rng)
    return args


def _resize_together(args: Args, shown: Profile, rng: random.Random) -> Args:
    sized = [args[i] for i in shown.equal_lengths]
    length = len(sized[0])
    if any(isinstance(value, str) for value in sized) or length == 0:
        return args
    if rng.random() < 0.5 and length > 1:
        order = rng.sample(range(length), length - 1)
    else:
        order = [rng.randrange(length) for _ in range(length + 1)]
    for i in shown.equal_lengths:
        picked = [args[i][k] for k in order]
        if picked:
            spot = rng.randrange(len(picked))
            picked[spot] = mutate(picked[spot], shown.params[i], [], rng)
        args[i] = type(args[i])(_ordered(picked) if shown.params[i].sorted else picked)
    return args


def mutate(value: Any, domain: Domain, others: list[Any], rng: random.Random) -> Any:
    """One small change of a value, of the same type; `others` are values seen at the same place."""
    if others and rng.random() < 0.15:
        return values.loads(values.dumps(rng.choice(others)))
    if isinstance(value, bool):
        return not value
    if isinstance(value, int):
        return _int(value, domain, rng)
    if isinstance(value, float):
        return round(
            value + rng.choice((-2.5, -1.0, -0.5, 0.25, 0.5, 1.0, 3.0))
            if rng.random() < 0.6
            else value * rng.choice((0.5, 2.0, 1.5)),
            3,
        )
    if isinstance(value, str):
        return _text(value, [text for text in others if isinstance(text, str)], rng)
    if isinstance(value, (list, tuple)):
        return _sequence(value, domain, others, rng)
    if isinstance(value, (set, frozenset)):
        return type(value)(_items(sorted(value, key=values.dumps), domain, rng))
    if isinstance(value, dict):
        return _mapping(value, domain, rng)
    return value


def _int(value: int, domain: Domain, rng: random.Random) -> int:
    low, high = int(domain.low), int(domain.high)
    roll = rng.random()
    if roll < 0.45:
        return value + rng.choice((-2, -1, 1, 2, 3))
    if roll < 0.85 and high > low and high - low < 10**6:
        return rng.randint(low, high)
    return value + rng.randint(-10, 10)


def _text(value: str, others: list[str], rng: random.Random) -> str:
    letters = "".join(others) + value or "abc"
    roll = rng.random()
    if not value or roll < 0.3:
        spot = rng.randrange(len(value) + 1)
        return value[:spot] + rng.choice(letters) + value[spot:]
    spot = rng.randrange(len(value))
    if roll < 0.5:
        return value[:spot] + value[spot + 1 :]
    if roll < 0.7:
        return value[:spot] + rng.choice(letters) + value[spot + 1 :]
    if roll < 0.8 and len(value) > 1:
        parts = value.split(" ")
        rng.shuffle(parts)
        return " ".join(parts) if len(parts) > 1 else value[::-1]
    if roll < 0.9:
        return value[spot:] + value[:spot]
    joint = " " if " " in value else ""
    return value + joint + rng.choice(others or [value])


def _sequence(value: Any, domain: Domain, others: list[Any], rng: random.Random) -> Any:
    if isinstance(value, tuple) and domain.shape.name == "row" and value:
        place = rng.randrange(len(value))
        part = mutate(value[place], domain, [row[place] for row in others if len(row) == len(value)], rng)
        return (*value[:place], part, *value[place + 1 :])
    items = _items(list(value), domain, rng)
    return type(value)(_ordered(items) if domain.sorted else items)


def _ordered(items: list[Any]) -> list[Any]:
    try:
        return sorted(items)
    except TypeError:
        return items


def _items(items: list[Any], domain: Domain, rng: random.Random) -> list[Any]:
    if not items:
        return items
    roll = rng.random()
    spot = rng.randrange(len(items))
    inner = _item_domain(domain)
    if roll < 0.35:
        items[spot] = mutate(items[spot], inner, items, rng)
    elif roll < 0.5:
        items.insert(spot, mutate(items[spot], inner, items, rng))
    elif roll < 0.6:
        items.insert(rng.randrange(len(items) + 1), items[spot])
    elif roll < 0.75:
        del items[spot]
    elif roll < 0.9:
        rng.shuffle(items)
    else:
        items += [mutate(item, inner, items, rng) for item in items[:3]]
    return items


def _item_domain(domain: Domain) -> Domain:
    shape = domain.shape.item if domain.shape.items else domain.shape
    return Domain(shape, low=domain.low, high=domain.high, has_numbers=domain.has_numbers, max_len=domain.max_len)


def _mapping(value: dict[Any, Any], domain: Domain, rng: random.Random) -> dict[Any, Any]:
    if not value:
        return value
    key = rng.choice(list(value))
    roll = rng.random()
    inner = Domain(domain.shape.items[1] if len(domain.shape.items) > 1 else domain.shape, low=domain.low, high=domain.high)
    if roll < 0.5:
        return {**value, key: mutate(value[key], inner, list(value.values()), rng)}
    if roll < 0.75:
        return {k: v for k, v in value.items() if k != key}
    return {**value, mutate(key, inner, list(value), rng): mutate(value[key], inner, list(value.values()), rng)}


def kind_of(args: Args, shown: Profile) -> str:
    """The edge kind that an in-domain argument list shows best, or `ordinary`."""
    sized = [value for value in args if isinstance(value, (list, tuple, str, dict, set))]
    if any(len(value) == 0 for value in sized):
        return "empty"
    if any(isinstance(value, str) and not value.strip() for value in args):
        return "whitespace"
    if any(len(value) == 1 for value in sized if not isinstance(value, tuple)):
        return "single"
    if any(value == 0 and type(value) in (int, float) for value in args):
        return "zero"
    lists = [value for value in args if isinstance(value, (list, tuple)) and len(value) > 1]
    if any(item in value[:i] for value in lists for i, item in enumerate(value)) and all(d.distinct for d in shown.params):
        return "duplicate"
    if any(isinstance(value, str) and not value.isascii() for value in args):
        return "unicode"
    return "ordinary"

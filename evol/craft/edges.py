"""Edge policies: for a parameter that never sees some kind of input, a stated rule for it, the guard that keeps it, and inputs.

A policy is only a proposal; `edge_case` proves that the parent breaks it and the guarded child keeps it.
"""

from __future__ import annotations

import random
import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from typing import Any

from evol import values
from evol.craft.shapes import Domain, Profile, Shape
from evol.task import Task

Args = list[Any]


@dataclass(frozen=True)
class Policy:
    """One rule for one kind of edge input. `order` sorts guards: checks of type and None come before cleaning, cleaning before
    checks of emptiness. `promises` are words of "Assume" sentences that the rule replaces; `rule` is a requirement in words."""

    kind: str
    order: int
    guard: str
    rule: str
    inputs: tuple[str, ...]
    promises: tuple[str, ...] = ()
    raises: str = ""
    annotation: str = ""
    place: int = 0
    kinds: tuple[str, ...] = ()

    def labelled(self) -> list[tuple[str, str]]:
        """Its inputs with their kinds."""
        return list(zip(self.inputs, self.kinds or (self.kind,) * len(self.inputs), strict=True))


_NEUTRAL = {
    "int": "0",
    "float": "0.0",
    "str": "''",
    "list": "[]",
    "bool": "False",
    "dict": "{}",
    "set": "set()",
    "tuple": "()",
}
_SHOWN = {
    "''": "an empty string",
    "[]": "an empty list",
    "{}": "an empty dictionary",
    "set()": "an empty set",
    "()": "an empty tuple",
}


def _endings(result: Shape, rng: random.Random) -> tuple[str, str, str]:
    """(statement, words, exception): how the function answers an input that has no natural answer."""
    neutral = _NEUTRAL.get(result.name, "None")
    choices = [("raise ValueError({message!r})", "raise a `ValueError`", "ValueError")] * 2
    choices.append((f"return {neutral}", f"return {_SHOWN.get(neutral, f'`{neutral}`')}", ""))
    if result.name in ("int", "float", "str"):
        choices.append(("return None", "return `None`", ""))
    if result.name == "int":
        choices.append(("return -1", "return `-1`", ""))
    return rng.choice(choices)


def _variants(bases: list[Args], place: int, changed: Callable[[Any], Any], limit: int = 3) -> tuple[str, ...]:
    texts: dict[str, None] = {}
    for args in bases:
        fresh = values.loads(values.dumps(args))
        fresh[place] = changed(fresh[place])
        texts[values.dumps(fresh)] = None
    return tuple(list(texts)[:limit])


def policies(task: Task, shown: Profile, names: list[str], rng: random.Random) -> list[Policy]:
    """Policies that make sense for the task, in random order; kinds that its cases or its words already settle are left out."""
    bases = [case.arguments() for case in task.cases if case.expected is not None and case.kind == "ordinary"]
    bases = bases or [case.arguments() for case in task.cases]
    rng.shuffle(bases)
    found: list[Policy] = []
    for place, (name, domain) in enumerate(zip(names, shown.params, strict=False)):
        for make in _MAKERS:
            found += make(name, place, domain, bases, shown, rng)
    found += _pair_policies(names, bases, shown, rng)
    rng.shuffle(found)
    words = task.prompt.lower()
    settled = set(task.edge_kinds)
    return [p for p in found if p.inputs and p.kind not in settled and not _settled(p, words)]


def _settled(policy: Policy, words: str) -> bool:
    """Whether the prompt already speaks of such inputs; talk of places matters only to a rule that leaves entries out."""
    drops = policy.guard.startswith(f"{policy.guard.split(' ')[0]} = [item for item in")
    if policy.kind in ("whitespace", "unicode") and re.search(r"assume[^.]*\bonly\b", words):
        return True
    return any(word in words for word in _SETTLING.get(policy.kind, ()) if drops or word not in _PLACES)


_PLACES = ("position", "index", "place", "neighbour", "counted from", "same length", " day")
_SETTLING = {
    "unicode": ("accent", "ascii", "unicode"),
    "whitespace": ("space", "blank", "strip"),
    # Leaving entries out moves the others, which a task about places would have to speak of.
    "none": ("none", *_PLACES),
    "nan": ("nan", *_PLACES),
    "negative": ("absolute", "below zero", *_PLACES),
    "empty": ("at least two", "at least three", "at least 2", "at least 3", "two different"),
}


def _empty(name: str, place: int, domain: Domain, bases: list[Args], shown: Profile, rng: random.Random) -> Iterator[Policy]:
    kinds: dict[str, Callable[[], Any]] = {"list": list, "str": str, "dict": dict, "set": set}
    if domain.shape.name in kinds and domain.min_len > 0:
        end, words, error = _endings(shown.result, rng)
        guard = f"if not {name}:\n    " + end.replace("{message!r}", repr(f"{name} is empty"))
        allowed = f"An empty `{name}` is allowed: {words} for it."
        rule = f"If `{name}` is empty, {words}." if error or rng.random() < 0.5 else allowed
        inputs = _variants(bases, place, lambda value: kinds[domain.shape.name]())
        promises = ("empty", "at least one", "contains at least", "non-empty")
        yield Policy("empty", 5, guard, rule, inputs, promises, error)


def _none(name: str, place: int, domain: Domain, bases: list[Args], shown: Profile, rng: random.Random) -> Iterator[Policy]:
    item = domain.shape.item
    if domain.shape.name == "list" and item.name in ("int", "float", "str") and shown.params[place].max_len > 1:
        guard = f"{name} = [item for item in {name} if item is not None]"
        rule = rng.choice(
            (
                f"Entries of `{name}` may be missing, given as `None`; leave them out before you start.",
                f"`{name}` may contain `None` where a value is unknown. Treat it as if those entries were not there.",
            )
        )
        where = rng.randrange(3)
        inputs = _variants(bases, place, lambda value: value[:where] + [None] + value[where:])
        yield Policy("none", 3, guard, rule, inputs, annotation=f"list[{item} | None]", place=place)
    elif rng.random() < 0.3:
        end, words, error = _endings(shown.result, rng)
        guard = f"if {name} is None:\n    " + end.replace("{message!r}", repr(f"{name} is missing"))
        rule = f"`{name}` may be `None`: {words} then."
        yield Policy(
            "none", 1, guard, rule, _variants(bases, place, lambda value: None), (), error, f"{domain.shape} | None", place
        )


def _nan(name: str, place: int, domain: Domain, bases: list[Args], shown: Profile, rng: random.Random) -> Iterator[Policy]:
    if domain.shape == Shape("list", (Shape("float"),)):
        guard = f"{name} = [item for item in {name} if item == item]"
        rule = f"`{name}` may contain `nan` for readings that failed; leave those out before you start."
        inputs = _variants(bases, place, lambda value: [*value[:1], float("nan"), *value[1:]])
        yield Policy("nan", 3, guard, rule, inputs)


def _negative(
    name: str, place: int, domain: Domain, bases: list[Args], shown: Profile, rng: random.Random
) -> Iterator[Policy]:
    if domain.low < 0 or not domain.has_numbers:
        return
    if domain.shape.name in ("int", "float") and (domain.low == 0 or rng.random() < 0.4):
        inputs = _variants(bases, place, lambda value: -value if value else -3)
        if rng.random() < 0.4 and domain.low > 0:
            rule = f"A negative `{name}` counts as its absolute value."
            yield Policy("negative", 4, f"{name} = abs({name})", rule, inputs, _SIGNS)
        elif domain.low == 0:
            end, words, error = _endings(shown.result, rng)
            guard = f"if {name} < 0:\n    " + end.replace("{message!r}", repr(f"{name} is negative"))
            yield Policy("negative", 4, guard, f"If `{name}` is negative, {words}.", inputs, _SIGNS, error)
    elif domain.shape.name == "list" and domain.shape.item.name in ("int", "float"):
        cut = 0 if domain.sorted else 1
        inputs = _variants(bases, place, lambda value: [*value[:cut], -3, *value[cut:]])
        if rng.random() < 0.5:
            guard = f"{name} = [item for item in {name} if item >= 0]"
            rule = f"Negative entries of `{name}` are errors of measurement: skip them."
            yield Policy("negative", 3, guard, rule, inputs, _SIGNS)
        else:
            guard = f"if any(item < 0 for item in {name}):\n    raise ValueError('{name} holds a negative number')"
            rule = f"Raise a `ValueError` if any number in `{name}` is negative."
            yield Policy("negative", 4, guard, rule, inputs, _SIGNS, "ValueError")


def _zero(name: str, place: int, domain: Domain, bases: list[Args], shown: Profile, rng: random.Random) -> Iterator[Policy]:
    """One rule for zero and everything below, so that no gap is left between two rules."""
    if domain.shape.name in ("int", "float") and domain.low > 0:
        end, words, error = _endings(shown.result, rng)
        guard = f"if {name} <= 0:\n    " + end.replace("{message!r}", repr(f"{name} is not positive"))
        zeros = _variants(bases, place, lambda value: type(value)(0), 2)
        below = _variants(bases, place, lambda value: -value, 2)
        kinds = ("zero",) * len(zeros) + ("negative",) * len(below)
        rule = f"If `{name}` is 0 or negative, {words}."
        yield Policy("zero", 4, guard, rule, (*zeros, *below), _SIGNS, error, kinds=kinds)


_SIGNS = (
    "negative",
    "positive",
    "zero",
    "at least 0",
    "at least 1",
    "at least one",
    "greater than 0",
    "above 0",
    "not below",
)


def _blank(name: str, place: int, domain: Domain, bases: list[Args], shown: Profile, rng: random.Random) -> Iterator[Policy]:
    if domain.shape.name != "str":
        return
    if rng.random() < 0.6:
        pads = (("  ", " "), ("\t", ""), (" ", "\n"))
        left, right = rng.choice(pads)
        rule = f"White space before and after the content of `{name}` does not count."
        inputs = _variants(bases, place, lambda value: left + value + right)
        yield Policy("whitespace", 3, f"{name} = {name}.strip()", rule, inputs)
    else:
        end, words, error = _endings(shown.result, rng)
        guard = f"if {name}.isspace():\n    " + end.replace("{message!r}", repr(f"{name} is blank"))
        inputs = _variants([[*a] for a in bases[:1]], place, lambda value: "   ") + _variants(
            bases[:1], place, lambda value: "\t "
        )
        yield Policy("whitespace", 4, guard, f"If `{name}` consists of white space only, {words}.", inputs, (), error)


def _wrong_type(
    name: str, place: int, domain: Domain, bases: list[Args], shown: Profile, rng: random.Random
) -> Iterator[Policy]:
    if rng.random() > 0.35:
        return
    if domain.shape.name == "int":
        guard = f"if not isinstance({name}, int) or isinstance({name}, bool):\n    raise TypeError('{name} must be an int')"
        rule = f"Raise a `TypeError` if `{name}` is not an `int`; a `bool` does not count as one."
        inputs = _variants(bases[:1], place, lambda v: True) + _variants(bases[:1], place, lambda v: v + 0.5)
        yield Policy("wrong_type", 0, guard, rule, inputs, (), "TypeError")
    elif domain.shape.name == "str":
        guard = f"if not isinstance({name}, str):\n    raise TypeError('{name} must be a str')"
        inputs = _variants(bases[:1], place, list) + _variants(bases[:1], place, lambda v: v.encode())
        yield Policy("wrong_type", 0, guard, f"Raise a `TypeError` if `{name}` is not a `str`.", inputs, (), "TypeError")


_MAKERS = (_empty, _none, _nan, _negative, _zero, _blank, _wrong_type)


def _pair_policies(names: list[str], bases: list[Args], shown: Profile, rng: random.Random) -> Iterator[Policy]:
    if len(shown.equal_lengths) == 2:
        yield from _unequal(names, bases, shown, rng)
    yield from _accents(names, bases, shown)
    sized = [i for i, domain in enumerate(shown.params) if domain.shape.name in ("list", "str")]
    whole = [i for i, domain in enumerate(shown.params) if domain.shape.name == "int"]
    for seq in sized[:1]:
        for k in whole:
            if bases and all(0 <= args[k] <= len(args[seq]) for args in bases) and any(args[k] > 1 for args in bases):
                yield from _beyond(names[seq], names[k], seq, k, bases, shown, rng)


_ACCENTS = str.maketrans({"a": "á", "e": "é", "o": "ö", "u": "ü", "n": "ñ", "c": "ç", "A": "Á", "E": "É"})


def _accents(names: list[str], bases: list[Args], shown: Profile) -> Iterator[Policy]:
    """Accents are ignored, in all texts alike."""
    places = [i for i, domain in enumerate(shown.params) if domain.shape.name == "str"]
    if not places or len(places) > 2 or any("\u00e9" in shown.params[i].marks for i in places):
        return
    fold = "''.join(char for char in unicodedata.normalize('NFD', {0}) if not unicodedata.combining(char))"
    guard = "\n".join(f"{names[i]} = {fold.format(names[i])}" for i in places)
    listed = " and ".join(f"`{names[i]}`" for i in places)
    changed = [args for args in bases if args[places[0]].translate(_ACCENTS) != args[places[0]]]
    inputs = _variants(changed, places[0], lambda value: value.translate(_ACCENTS))
    yield Policy("unicode", 3, guard, f"Accents in {listed} are ignored: `é` counts as `e`, `Ü` as `U`, and so on.", inputs)


def _unequal(names: list[str], bases: list[Args], shown: Profile, rng: random.Random) -> Iterator[Policy]:
    left, right = shown.equal_lengths
    a, b = names[left], names[right]
    usable = [args for args in bases if len(args[left]) > 1]
    inputs = _variants(usable, left, lambda value: value[:-1], 2) + _variants(usable, right, lambda value: value[:-1], 2)
    promises = ("same length", "equal length", "same size", "as long as", "equally long", "same number")
    if rng.random() < 0.5:
        guard = f"if len({a}) != len({b}):\n    raise ValueError('{a} and {b} differ in length')"
        rule = f"If `{a}` and `{b}` differ in length, raise a `ValueError`."
        yield Policy("unequal_lengths", 4, guard, rule, inputs, promises, "ValueError")
    else:
        guard = f"length = min(len({a}), len({b}))\n{a}, {b} = {a}[:length], {b}[:length]"
        rule = f"If one of `{a}` and `{b}` is longer, ignore its surplus at the end."
        yield Policy("unequal_lengths", 4, guard, rule, inputs, promises)


def _beyond(
    seq_name: str, k_name: str, seq: int, k: int, bases: list[Args], shown: Profile, rng: random.Random
) -> Iterator[Policy]:
    texts: dict[str, None] = {}
    for args in bases[:3]:
        fresh = values.loads(values.dumps(args))
        fresh[k] = len(fresh[seq]) + rng.choice((1, 2, 5))
        texts[values.dumps(fresh)] = None
    promises = (k_name,)
    if rng.random() < 0.5:
        guard = f"{k_name} = min({k_name}, len({seq_name}))"
        rule = f"A `{k_name}` larger than the length of `{seq_name}` counts as that length."
        yield Policy("boundary", 4, guard, rule, tuple(texts), promises)
    else:
        end, words, error = _endings(shown.result, rng)
        guard = f"if {k_name} > len({seq_name}):\n    " + end.replace(
            "{message!r}", repr(f"{k_name} is larger than the length of {seq_name}")
        )
        rule = f"If `{k_name}` is larger than the length of `{seq_name}`, {words}."
        yield Policy("boundary", 4, guard, rule, tuple(texts), promises, error)

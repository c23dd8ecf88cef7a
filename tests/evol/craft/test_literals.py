"""Knobs: only for a constant that the prompt speaks of, in one role, once; turning one keeps the old behaviour as the default."""

from __future__ import annotations

import random
from typing import Any

import pytest

from evol import seeds
from evol.craft.literals import Knob, knobs, turned
from evol.craft.source import SourceError, signature
from evol.lab import Lab
from evol.task import Case, Task


def task(prompt: str, body: str) -> Task:
    source = f"def f(a):\n    return {body}\n"
    return Task(prompt=prompt, entry_point="f", canonical_solution=source, cases=(Case.of([1], 1),))


def found(prompt: str, body: str, chance: int = 1) -> list[Knob]:
    made = task(prompt, body)
    return knobs(made, signature(made.canonical_solution, "f"), random.Random(chance))


@pytest.mark.parametrize(("prompt", "body", "expected"), [
    ("Keep what is above 10.", "a > 10", [(10, "threshold")]),
    ("Keep what is large.", "a > 10", []),
    ("Keep what is above 100.", "a > 10", []),
    ("Keep what is above 10.5.", "a > 10", []),
    ("Keep what is above x10.", "a > 10", []),
    ("Keep what is above 10, not above 10.", "a > 10", []),
    ("Keep what is above 10.", "a > 10 or a * 10", []),
    ("Keep what is above 10.", "a > 10 or a < 10", []),
    ("Keep every third.", "a % 3 == 0", [(3, "divisor")]),
    ("Keep every third of 3.", "a % 3 == 0", []),
    ("Multiply by 2.5.", "a * 2.5", [(2.5, "factor")]),
    ("Multiply by 7.", "7 * a", [(7, "factor")]),
    ("Raise to the power of 4.", "a ** 4", [(4, "exponent")]),
    ("Add 5 to it.", "a + 5", []),
    ("Compare with 0 and 1.", "a > 0 and a < 1", []),
    ("Join with `-`.", "'-'.join(a)", [("-", "separator")]),
    ("Join them.", "'-'.join(a)", []),
    ("Split at ';'.", "a.split(';')", [(";", "separator")]),
    ("Split at ';'.", "a.split(';') + [';;']", []),
    ("Count the vowels a, e, i, o and u.", "sum(c in 'aeiou' for c in a)", [("aeiou", "characters")]),
    ("Count the vowels.", "sum(c in 'aeiou' for c in a)", []),
    ("Begins with `ab`?", "a.startswith('ab')", [("ab", "marker")]),
    ("Above 10, in steps of 3.", "a > 10 and a % 3", [(3, "divisor"), (10, "threshold")]),
    ("True is 1.", "a == True", []),
])  # fmt: skip
def test_knobs_of(prompt: str, body: str, expected: list[tuple[Any, str]]) -> None:
    assert sorted(((knob.value, knob.name) for knob in found(prompt, body)), key=str) == sorted(expected, key=str)


@pytest.mark.parametrize(("prompt", "body"), [
    ("Keep what is above 10.", "a > 10"), ("Multiply by 2.5.", "a * 2.5"), ("Join with `-`.", "'-'.join(a)"), ("Join with `, `.", "', '.join(a)"),
    ("Keep every second of two.", "a // 2 * 1"), ("Count a, e, i, o and u.", "a in 'aeiou'"), ("Begins with `b`?", "a.startswith('b')"),
])  # fmt: skip
def test_other_values(prompt: str, body: str) -> None:
    for chance in range(5):
        for knob in found(prompt, body, chance):
            assert knob.others and knob.value not in knob.others and len(set(knob.others)) == len(knob.others)
            assert {type(value) for value in knob.others} == {type(knob.value)}
            assert 0 not in knob.others and knob.shown == f"`{knob.value!r}`"


def test_a_taken_name_gets_a_number() -> None:
    source = "def f(threshold):\n    return threshold > 10\n"
    made = Task(prompt="Above 10.", entry_point="f", canonical_solution=source, cases=(Case.of([1], False),))
    sign = signature(source, "f")
    (knob,) = knobs(made, sign, random.Random(1))
    assert knob.name == "threshold_2"
    assert str(signature(turned(made, sign, knob), "f")) == "def f(threshold, threshold_2=10)"


def test_turned_seeds_answer_as_before_and_otherwise_with_another_value() -> None:
    lab = Lab()
    tried = differs = 0
    for seed in seeds.shipped()[::2]:
        try:
            sign = signature(seed.canonical_solution, seed.entry_point)
        except SourceError:
            continue
        for knob in knobs(seed, sign, random.Random(seed.entry_point)):
            source = turned(seed, sign, knob)
            assert lab.passes(source, seed.entry_point, seed.cases), (seed.origin, knob)
            last = signature(source, seed.entry_point).params[-1]
            assert (last.name, last.default) == (knob.name, repr(knob.value))
            outcomes = [
                lab.outcomes(source, seed.entry_point, [[*case.arguments(), value] for case in seed.cases])
                for value in knob.others
            ]
            tried += 1
            differs += any(
                outcome.status == "ok" and not case.matches(outcome.value)
                for row in outcomes
                for case, outcome in zip(seed.cases, row, strict=True)
            )
    lab.close()
    assert tried >= 10 and differs > 0.7 * tried

"""Joins: what is built runs, calls its parts, passes on only values that the next part takes, and says what it does."""

from __future__ import annotations

import random

import pytest

from evol import seeds
from evol.craft.joining import Join, Joiner, part_of
from evol.craft.source import join, signature
from evol.lab import Lab
from evol.task import Case, Task

FORMS = ("pipe", "chain", "total", "ranked", "grouped", "two_level", "kept", "branch", "compared", "folded")


@pytest.fixture(scope="module")
def lab():
    made = Lab()
    yield made
    made.close()


def task(source: str, inputs: list[tuple[object, ...]], prompt: str = "Write it.", **more: object) -> Task:
    name = source[4 : source.index("(")]
    namespace: dict[str, object] = {}
    exec(source, namespace)
    cases = tuple(Case.of(args, namespace[name](*args)) for args in inputs)  # type: ignore[operator]
    return Task(**{"prompt": prompt, "entry_point": name, "canonical_solution": source, "cases": cases, **more})


NUMBERS = [(n,) for n in (1, 2, 5, 8, 13, 40, 77)]
LISTS = [([1, 2, 3],), ([4],), ([9, 5],), ([40, 2, 7, 7],), ([13, 8],), ([2, 2],)]
HALF = task("def half(n: int) -> int:\n    return n // 2 + 1\n", NUMBERS)
TRIPLE = task("def triple(n: int) -> int:\n    return n * 3\n", NUMBERS)
EVEN = task("def is_even(n: int) -> bool:\n    return n % 2 == 0\n", NUMBERS)
SPAN = task("def span(xs: list[int]) -> int:\n    return max(xs) - min(xs) + 1\n", LISTS)
TAIL = task("def doubled(xs: list[int]) -> list[int]:\n    return [2 * x for x in xs]\n", LISTS)
LARGER = task("def larger(a: int, b: int) -> int:\n    return max(a, b)\n", [(1, 2), (5, 3), (8, 8), (9, 1), (4, 7)])
HAND = [HALF, TRIPLE, EVEN, SPAN, TAIL, LARGER]


def made_by(form: str, first: Task, pool: list[Task], lab: Lab, chances: int = 6) -> list[Join]:
    part = part_of(first)
    assert part is not None
    found = (getattr(Joiner(part, pool, lab, random.Random(chance)), form)() for chance in range(chances))
    return [join for join in found if join is not None]


def check(made: Join, lab: Lab) -> None:
    source = join([*(part.task.canonical_solution for part in made.parts), made.source])
    assert str(signature(source, made.name)) == made.sign
    assert len(made.inputs) >= 5 and made.name.isidentifier() and len(made.name) <= 64
    outcomes = lab.outcomes(source, made.name, made.inputs)
    assert {outcome.status for outcome in outcomes} == {"ok"}, (made.source, outcomes)
    called = {name for outcome in outcomes for name in outcome.calls}
    for part in made.parts:
        assert part.name in called or made.source.startswith("from functools")
        assert f"`{part.name}" in made.says
        assert (part.told.startswith(f"`{part.name}(") and part.told.endswith("Write it.")) or "shipped" in part.task.origin


@pytest.mark.parametrize(("form", "first"), [
    ("pipe", SPAN), ("pipe", HALF), ("chain", SPAN), ("total", HALF), ("total", EVEN), ("ranked", TRIPLE), ("grouped", EVEN), ("grouped", HALF),
    ("two_level", SPAN), ("kept", SPAN), ("kept", TAIL), ("branch", HALF), ("compared", HALF), ("folded", LARGER),
], ids=lambda value: getattr(value, "entry_point", value))  # fmt: skip
def test_each_form_makes_a_sound_join(form: str, first: Task, lab: Lab) -> None:
    found = made_by(form, first, HAND, lab)
    assert found
    for made in found:
        assert made.parts[0].task is first
        check(made, lab)


def test_joins_of_shipped_seeds_are_sound(lab: Lab) -> None:
    pool = list(seeds.shipped()[::9])
    found = [made for form in FORMS for first in pool[::4] if part_of(first) for made in made_by(form, first, pool, lab, 1)]
    assert len({made.name for made in found}) > 15
    for made in found:
        check(made, lab)


@pytest.mark.parametrize(("form", "first"), [
    ("total", TAIL), ("total", LARGER), ("ranked", TAIL), ("kept", HALF), ("branch", EVEN), ("compared", TAIL), ("folded", HALF), ("pipe", EVEN),
    ("two_level", LARGER),
], ids=lambda value: getattr(value, "entry_point", value))  # fmt: skip
def test_form_that_does_not_fit_makes_nothing(form: str, first: Task, lab: Lab) -> None:
    assert made_by(form, first, HAND, lab) == []


def test_values_passed_on_lie_in_the_next_domain(lab: Lab) -> None:
    """`root` never sees 0 or less, so inputs whose step gives that are left out, and a pipe needs five others."""
    root = task("def root(n: int) -> float:\n    return n**-0.5\n", NUMBERS)
    less = task("def less(n: int) -> int:\n    return n - 4\n", [(n,) for n in (1, 2, 4, 5, 6, 9, 20, 30, 41)])
    (made, *_) = made_by("pipe", less, [root], lab)
    assert sorted(args[0] for args in made.inputs) == [5, 6, 9, 20, 30, 41]
    few = task("def less(n: int) -> int:\n    return n - 4\n", [(n,) for n in (1, 2, 3, 4, 5, 6)])
    assert made_by("pipe", few, [root], lab) == []


def test_a_partner_with_a_promise_that_cannot_be_checked_is_left_out(lab: Lab) -> None:
    bound = task(TRIPLE.canonical_solution, NUMBERS, "Triple it. Assume that `n` is a perfect number.")
    assert made_by("pipe", SPAN, [TRIPLE], lab) and not made_by("pipe", SPAN, [bound], lab)


@pytest.mark.parametrize("change", [
    {"canonical_solution": "def half(*n):\n    return 1\n"}, {"prompt": "x" * 1500}, {"shown_program": "def half(n): ..."},
    {"cases": (Case.of([[]], 1), Case.of([[]], 2))}, {"cases": (Case.of([1], []),)}, {"cases": (Case.of([], 1),)},
])  # fmt: skip
def test_what_is_no_part(change: dict[str, object]) -> None:
    assert part_of(HALF.model_copy(update=change)) is None
    assert part_of(HALF) is not None

"""Mutated inputs: new, inside the domain, the same for the same chance, and of the kind they are said to be."""

from __future__ import annotations

import random
from typing import Any

import pytest

from evol import seeds, values
from evol.craft import inputs
from evol.craft.shapes import profile, unchecked_promise
from evol.task import KINDS, Case, Task

SOME = seeds.shipped()[::4]


def task(rows: list[tuple[Any, ...]], prompt: str = "Write it.") -> Task:
    cases = tuple(Case.of(args, answer) for *args, answer in rows)
    return Task(prompt=prompt, entry_point="f", canonical_solution="def f(*a):\n    pass\n", cases=cases)


@pytest.mark.parametrize("make", [inputs.ordinary, inputs.larger])
def test_inputs_of_shipped_seeds(make: Any) -> None:
    empty = 0
    for seed in SOME:
        found = make(seed, random.Random(seed.entry_point), 12)
        texts = [values.dumps(args) for args in found]
        domains = profile(seed).params
        assert len(texts) == len(set(texts)) <= 12
        assert not set(texts) & {case.args for case in seed.cases}
        for args in found:
            assert len(args) >= len(domains)
            assert all(domain.admits(value) for domain, value in zip(domains, args, strict=False)), (seed.origin, args)
            assert inputs.kind_of(args, profile(seed)) in KINDS
        assert texts == [values.dumps(args) for args in make(seed, random.Random(seed.entry_point), 12)]
        assert not (found and unchecked_promise(seed))
        empty += not found
    assert empty < 0.45 * len(SOME)


def test_other_chance_gives_other_inputs() -> None:
    seed = task([([1, 5, 2], 3), ([4, 4], 2), ([9], 1)])
    assert len({str(inputs.ordinary(seed, random.Random(k), 3)) for k in range(8)}) > 5


def test_parent_cases_are_not_touched() -> None:
    seed = task([([1, 5, 2], {"a": [1]}, 3), ([4, 4], {"b": [2]}, 2)])
    before = seed.model_dump_json()
    inputs.ordinary(seed, random.Random(1), 30)
    inputs.larger(seed, random.Random(1), 30)
    assert seed.model_dump_json() == before


@pytest.mark.parametrize("rows", [
    [([1, 2], [3, 4], 1), ([5], [6], 2), ([7, 8, 9], [1, 2, 3], 3)], [("ab", "cd", 1), ("a", "b", 2), ("abc", "xyz", 3)],
], ids=["lists", "texts"])  # fmt: skip
@pytest.mark.parametrize("make", [inputs.ordinary, inputs.larger])
def test_equal_lengths_stay_equal(rows: Any, make: Any) -> None:
    """Two sequences that always have the same length: a different length is no ordinary input."""
    found = make(task(rows, "Assume that both have the same length."), random.Random(3), 25)
    assert found and [args for args in found if len(args[0]) != len(args[1])] == []


def test_larger_is_longer_than_the_cases() -> None:
    found = inputs.larger(task([([1, 5, 2], 3), ([4, 4, 7], 2), ([9, 1], 1)]), random.Random(1), 20)
    assert max(len(args[0]) for args in found) > 3
    assert max(args[0] for args in inputs.larger(task([(5, 3), (9, 2)]), random.Random(1), 9)) > 9


def test_nothing_to_start_from() -> None:
    raising = Task(prompt="p", entry_point="f", canonical_solution="def f(n):\n    raise ValueError\n",
                   cases=(Case.from_text("[1]", raises="ValueError"),))  # fmt: skip
    assert inputs.ordinary(raising, random.Random(1), 5) == [] == inputs.larger(raising, random.Random(1), 5)
    assert inputs.ordinary(task([(1, 1)], "Assume that `n` is a perfect number."), random.Random(1), 5) == []


@pytest.mark.parametrize(("args", "kind"), [
    ([[], 3], "empty"), ([""], "empty"), ([{}], "empty"), (["  "], "whitespace"), ([[7], 3], "single"), (["a"], "single"), ([0], "zero"),
    ([[1, 2], 0.0], "zero"), (["naïve"], "unicode"), ([[3, 4], 5], "ordinary"), (["ab"], "ordinary"), ([True], "ordinary"),
])  # fmt: skip
def test_kind_of(args: list[Any], kind: str) -> None:
    shown = profile(task([([1, 1], 1), ([2], 2)]))
    assert inputs.kind_of(args, shown) == kind


def test_duplicate_counts_only_where_entries_were_distinct() -> None:
    distinct, not_distinct = profile(task([([1, 2], 1), ([3], 2)])), profile(task([([1, 1], 1), ([3], 2)]))
    assert inputs.kind_of([[4, 4]], distinct) == "duplicate"
    assert inputs.kind_of([[4, 4]], not_distinct) == "ordinary"

"""Relations: closed form and definition agree over the stated range, and both run as the program text that goes into tasks."""

from __future__ import annotations

import random

import pytest

from evol import values
from evol.craft.relations import RELATIONS, Relation
from evol.craft.shapes import shape_of
from evol.craft.source import alpha_key, signature
from evol.lab import MAX_STEPS, Lab

EACH = pytest.mark.parametrize("relation", RELATIONS, ids=lambda relation: relation.name)


@pytest.fixture(scope="module")
def lab():
    made = Lab()
    yield made
    made.close()


def sample(relation: Relation, count: int) -> list[int]:
    """Both ends and what is near them, and numbers of every size between."""
    rng = random.Random(relation.name)
    low, high = relation.low, relation.high
    near = [*range(low, min(low + count // 3, high + 1)), *range(max(low, high - 5), high + 1)]
    near += [10**k for k in range(1, 10) if low <= 10**k <= high] + [7**k for k in range(1, 10) if low <= 7**k <= high]
    far = [min(high, low + int((high - low + 1) ** rng.random())) for _ in range(count // 3)]
    return sorted({*near, *far, *(rng.randint(low, high) for _ in range(count // 3))})


def test_there_are_enough_and_each_once() -> None:
    assert len(RELATIONS) >= 25
    assert (
        len({relation.name for relation in RELATIONS}) == len({relation.phrase for relation in RELATIONS}) == len(RELATIONS)
    )


@EACH
def test_derivations_agree(relation: Relation) -> None:
    for n in sample(relation, 240):
        closed, counted = relation.closed(n), relation.counted(n)
        assert type(closed) is type(counted) and str(shape_of(closed)) == relation.answer
        assert values.close(closed, counted, 1e-9, 1e-9), n


@EACH
def test_derivations_are_independent_and_told(relation: Relation) -> None:
    closed, counted = relation.closed_source(), relation.counted_source()
    assert alpha_key(closed) != alpha_key(counted)
    assert (
        str(signature(closed, relation.name))
        == f"def {relation.name}(n: int) -> {relation.answer}"
        == str(signature(counted, relation.name))
    )
    assert "_counted" not in closed + counted
    assert "`m`" in relation.text("`m`") and "{" not in relation.text("`m`")
    assert relation.low < relation.high


@EACH
def test_sources_run_in_the_sandbox(relation: Relation, lab: Lab) -> None:
    numbers = sample(relation, 24)
    for source in (relation.closed_source(), relation.counted_source()):
        for n, outcome in zip(numbers, lab.outcomes(source, relation.name, [[n] for n in numbers]), strict=True):
            assert outcome.status == "ok", (n, outcome)
            assert outcome.steps < MAX_STEPS / 2, "a task adds its own steps"
            assert values.close(values.loads(outcome.value), relation.closed(n), 1e-9, 1e-9), n


@EACH
def test_relation_says_something(relation: Relation) -> None:
    answers = [relation.closed(n) for n in sample(relation, 60)]
    assert len(set(answers)) >= (2 if relation.answer == "bool" else 5)
    assert sum(answer == n for answer, n in zip(answers, sample(relation, 60), strict=True)) < 0.6 * len(answers)

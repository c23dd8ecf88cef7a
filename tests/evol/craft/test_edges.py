"""Edge policies of shipped seeds: well told, never about what the task settles, and their guard keeps what their rule says."""

from __future__ import annotations

import random
import re
from collections import Counter

import pytest

from evol import seeds, values
from evol.craft.edges import Policy, policies
from evol.craft.shapes import profile
from evol.craft.source import insert_guard, join, signature
from evol.lab import Lab
from evol.sandbox import Call
from evol.task import EDGE_KINDS, Case, Task

SOME = seeds.shipped()[::7]


@pytest.fixture(scope="module")
def lab():
    made = Lab()
    yield made
    made.close()


def proposed(task: Task, chance: int = 1) -> list[Policy]:
    names = signature(task.canonical_solution, task.entry_point).names
    return policies(task, profile(task), names, random.Random(f"{task.entry_point}{chance}"))


def task(source: str, rows: list[tuple[object, ...]], prompt: str = "Write it.") -> Task:
    cases = tuple(Case.of(args, answer) for *args, answer in rows)
    return Task(prompt=prompt, entry_point="f", canonical_solution=source, cases=cases)


def test_policies_are_whole() -> None:
    kinds: Counter[str] = Counter()
    for seed in SOME:
        known = {case.args for case in seed.cases}
        for policy in proposed(seed):
            kinds[policy.kind] += 1
            assert policy.kind in EDGE_KINDS and policy.kind not in seed.edge_kinds
            assert re.fullmatch(r"[A-Z`].*\.", policy.rule) and "{" not in policy.rule and "message" not in policy.guard
            assert policy.inputs and len(set(policy.inputs)) == len(policy.inputs)
            assert all(type(values.loads(text)) is list for text in policy.inputs)
            assert not set(policy.inputs) & known, (seed.origin, policy.kind)
            assert (policy.raises in policy.rule) and (policy.raises in policy.guard)
            assert insert_guard(seed.canonical_solution, seed.entry_point, policy.guard) != seed.canonical_solution
    assert len(kinds) >= 7, kinds


def test_same_chance_same_policies() -> None:
    for seed in SOME[:20]:
        assert proposed(seed) == proposed(seed)
    assert len({str(proposed(SOME[3], chance)) for chance in range(8)}) > 3


def test_guards_keep_their_rules(lab: Lab) -> None:
    """A rule that raises does raise; one that returns a stated value returns it; others let the old code answer."""
    raised = stated = 0
    for seed in SOME:
        for policy in proposed(seed):
            source = insert_guard(seed.canonical_solution, seed.entry_point, policy.guard)
            source = join(["import unicodedata", source]) if "unicodedata" in policy.guard else source
            outcomes = lab.run(source, seed.entry_point, [Call(text) for text in policy.inputs])
            if policy.raises:
                raised += 1
                assert {outcome.error for outcome in outcomes} == {policy.raises}, (seed.origin, policy.rule)
            elif "    return " in policy.guard:
                stated += 1
                answer = eval(policy.guard.rpartition("return ")[2])  # a literal such as [], 0 or None
                assert [outcome.value for outcome in outcomes] == [values.dumps(answer)] * len(outcomes), (
                    seed.origin,
                    policy.rule,
                )
                shown = {"''": "empty string", "[]": "empty list", "{}": "empty dictionary", "set()": "empty set"}.get(
                    repr(answer), repr(answer)
                )
                assert shown in policy.rule
            ordinary = [case for case in seed.cases if case.kind == "ordinary"]
            assert lab.passes(source, seed.entry_point, ordinary), (seed.origin, policy.guard)
    assert raised > 20 and stated > 10


MEAN = task("def f(xs):\n    return sum(xs) / len(xs)\n", [([1.0, 2.0], 1.5), ([4.0], 4.0), ([3.5, 0.5, 2.0], 2.0)])
PAIRS = task(
    "def f(a, b):\n    return [x + y for x, y in zip(a, b)]\n",
    [([1, 2], [3, 4], [4, 6]), ([5], [6], [11]), ([1, 2, 3], [1, 1, 1], [2, 3, 4])],
)
FIRST = task("def f(xs, k):\n    return xs[:k]\n", [([1, 2, 3], 2, [1, 2]), ([4, 5], 1, [4]), ([6], 0, [])])


@pytest.mark.parametrize(("parent", "kinds"), [(MEAN, {"empty", "none", "nan", "negative"}), (PAIRS, {"unequal_lengths", "empty"}), (FIRST, {"boundary"})],
                         ids=["mean", "pairs", "first"])  # fmt: skip
def test_kinds_that_a_task_calls_for(parent: Task, kinds: set[str]) -> None:
    assert kinds <= {policy.kind for chance in range(12) for policy in proposed(parent, chance)}


@pytest.mark.parametrize(
    ("prompt", "settled"), [("Skip `None`.", "none"), ("Skip nan.", "nan"), ("Take the absolute value.", "negative")]
)
def test_what_the_prompt_speaks_of_is_settled(prompt: str, settled: str) -> None:
    parent = MEAN.model_copy(update={"prompt": prompt})
    assert settled not in {policy.kind for chance in range(12) for policy in proposed(parent, chance)}


def test_what_the_cases_hold_is_settled() -> None:
    parent = MEAN.model_copy(
        update={"cases": (*MEAN.cases, Case.from_text("[[]]", raises="ZeroDivisionError", kind="empty"))}
    )
    assert "empty" not in {policy.kind for chance in range(12) for policy in proposed(parent, chance)}

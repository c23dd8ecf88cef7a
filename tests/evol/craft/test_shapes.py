"""Shapes and domains: the laws of joining, what a domain admits, what a profile reads off cases."""

from __future__ import annotations

from datetime import date
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from evol import seeds
from evol.craft.shapes import (
    ANY,
    FLOAT,
    INT,
    MIXED,
    STR,
    Shape,
    domain_of,
    join_all,
    join_shapes,
    numbers_in,
    profile,
    shape_of,
    unchecked_promise,
)
from evol.task import Case, Task

law = settings(derandomize=True, deadline=None, max_examples=150)
atoms = st.none() | st.booleans() | st.integers() | st.floats() | st.text(max_size=4) | st.dates() | st.binary(max_size=2)
hashable = st.integers() | st.text(max_size=3) | st.tuples(st.integers(), st.text(max_size=2)) | st.just(())
plain = st.recursive(
    atoms | st.sets(hashable, max_size=3),
    lambda inner: (
        st.lists(inner, max_size=4) | st.lists(inner, max_size=8).map(tuple) | st.dictionaries(hashable, inner, max_size=3)
    ),
    max_leaves=8,
)
shapes = plain.map(shape_of)


@law
@given(shapes, shapes, shapes)
def test_join_is_a_least_cover(a: Shape, b: Shape, c: Shape) -> None:
    joined = join_shapes(a, b)
    assert join_shapes(a, a) == a and join_shapes(ANY, a) == a == join_shapes(a, ANY)
    assert joined == join_shapes(b, a)
    assert join_shapes(joined, a) == joined == join_shapes(joined, b)
    assert join_shapes(joined, c) == join_shapes(a, join_shapes(b, c))
    assert join_all([a, b, c]) == join_all([c, a, b])
    assert join_shapes(MIXED, a) == MIXED


@pytest.mark.parametrize(("value", "shown"), [
    (1, "int"), (True, "bool"), (1.5, "float"), ("a", "str"), (None, "None"), ([], "list[Any]"), ([1, 2.5], "list[float]"),
    ([1, "a"], "list[mixed]"), ([[1], []], "list[list[int]]"), ((1, "a"), "tuple[int, str]"), ((), "tuple[Any, ...]"),
    ([(1, 2), (1, 2, 3)], "list[tuple[int, ...]]"), (tuple(range(7)), "tuple[int, ...]"), ({"a": 1}, "dict[str, int]"), ({1, 2}, "set[int]"),
    (date(2024, 1, 1), "date"), (object(), "object"), ([True, 1], "list[mixed]"),
])  # fmt: skip
def test_shape_of(value: Any, shown: str) -> None:
    assert str(shape_of(value)) == shown


@pytest.mark.parametrize(
    ("value", "known"),
    [([1], True), ([], False), ([[], [1]], True), ({"a": []}, False), ([1, "a"], False), ((1, "a"), True)],
)
def test_known(value: Any, known: bool) -> None:
    assert shape_of(value).known is known
    assert shape_of(value).item == (shape_of(value).items or (ANY,))[0]


@law
@given(st.lists(plain, min_size=1, max_size=5))
def test_domain_admits_all_it_was_read_from(found: list[Any]) -> None:
    domain = domain_of(found)
    assert all(domain.admits(value) for value in found)
    assert domain.shape == join_all(map(shape_of, found))


@pytest.mark.parametrize(("found", "inside", "outside"), [
    ([3, 8], [1, 7, 80], [0, -1, 101, 2.5, True, "3", None]),
    ([0, 8], [0, 1, 100], [-1, 101]),
    ([-5, 8], [-90, 0], [-101]),
    ([2000], [20_000], [20_001]),
    ([1.5, 2], [1, 0.25], [0.0, -1.0]),
    ([[2, 1], [3]], [[9], [4, 5]], [[], [4, 4], [0], [-1], ["a"], [1.5], (1,)]),
    ([[], [2]], [[], [1]], [[0]]),
    ([[1, 2], [3, 5, 9]], [[2, 7]], [[7, 2], [2, 2]]),
    ([[1, 1], [3, 2]], [[2, 1], [4, 4]], []),
    (["ab", "c d"], ["b", "d c"], ["", "a1", "A", "é", "a-b"]),
    (["aB", ""], ["", "Zz"], ["0"]),
    ([{"a": 1}], [{"z": 4}], [{}, {"A": 1}, {"a": 0}, {1: 1}]),
    ([[1] * 60], [[1] * 240], [[1] * 241]),
    ([(1, "a")], [(2, "b")], [(1,), ("a", 1), [1, "a"]]),
    ([[(1, 3), (2, 9)], [(4, 5)]], [[(2, 4)], [(1, 99)]], [[(4, 2)], [(3, 3)], []]),
    ([[(1, 1), (2, 9), (4, 5)]], [[(2, 2)]], [[(4, 2)]]),
])  # fmt: skip
def test_domain_admits(found: list[Any], inside: list[Any], outside: list[Any]) -> None:
    domain = domain_of(found)
    assert [value for value in inside if not domain.admits(value)] == []
    assert [value for value in outside if domain.admits(value)] == []


def test_numbers_in() -> None:
    assert numbers_in([1, (2.5, {"a": [3]}), {4}, True, "5", float("nan"), None]) == [1, 2.5, 3, 4]


def task(rows: list[tuple[Any, ...]], prompt: str = "Write it.") -> Task:
    cases = tuple(Case.of(args, answer) for *args, answer in rows)
    return Task(prompt=prompt, entry_point="f", canonical_solution="def f(*a):\n    pass\n", cases=cases)


def test_profile_reads_parameters_and_answers() -> None:
    shown = profile(task([([1, 2], "ab", 3, 1), ([5], "c", 9, 2.5), ([], "", 4, 0)]))
    assert [str(domain.shape) for domain in shown.params] == ["list[int]", "str", "int"]
    assert (shown.params[2].low, shown.params[2].high, shown.params[0].min_len, shown.params[0].max_len) == (3, 9, 0, 2)
    assert shown.result == FLOAT and shown.equal_lengths == (0, 1) and not shown.raises
    assert profile(task([([1, 2], [1], 1), ([5], [2], 2)])).equal_lengths == ()


def test_profile_leaves_out_what_says_nothing_of_the_domain() -> None:
    plain_case = Case.of([[1, 2]], 3)
    odd = [
        Case.from_text('[["a"]]', raises="TypeError"),
        Case.of([[None]], 0, kind="none"),
        Case.of(["12"], 0, kind="wrong_type"),
    ]
    base = task([([1, 2], 3)])
    shown = profile(base.model_copy(update={"cases": (plain_case, *odd)}))
    assert shown.params[0].shape == Shape("list", (INT,)) and shown.raises


@pytest.mark.parametrize(("prompt", "unchecked"), [
    ("Do it.", False), ("Assume that `xs` is not empty.", False), ("Assume `xs` is sorted.", False), ("Assume that `n` is at least 1.", False),
    ("Assume that `text` is a valid date.", True), ("Assume that `xs` is not empty. Assume that brackets match.", True),
    ("Assume that `a` and `b` have the same length.", False), ("Assume that all entries are positive.", False),
    ("Assume that `xs` has an empty middle.", True),
])  # fmt: skip
def test_unchecked_promise(prompt: str, unchecked: bool) -> None:
    kept = [([1, 2], [3, 4], 1), ([5, 6], [7, 8], 2), ([1, 9], [2, 3], 3)]
    assert unchecked_promise(task(kept, prompt)) is unchecked


@pytest.mark.parametrize("prompt", ["Assume `xs` is sorted.", "Assume that `a` and `b` have the same length."])
def test_a_promise_that_the_cases_do_not_keep_is_unchecked(prompt: str) -> None:
    assert unchecked_promise(task([([2, 1], [3], 1), ([5, 6, 1], [8, 7], 2)], prompt))


def test_shipped_seeds_have_profiles_that_admit_their_ordinary_cases() -> None:
    for seed in seeds.shipped()[::5]:
        shown = profile(seed)
        for case in seed.cases:
            if case.expected is not None and case.kind not in ("none", "nan", "wrong_type"):
                assert all(domain.admits(value) for domain, value in zip(shown.params, case.arguments(), strict=False)), (
                    seed.origin
                )
        assert join_shapes(shown.result, STR) in (STR, MIXED, shown.result)

"""task: what is refused, what an id depends on, how cases match, and that everything survives JSON."""

import subprocess
import sys
from decimal import Decimal

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from pydantic import ValidationError

from evol import values
from evol.task import EDGE_KINDS, KINDS, Case, Lineage, Row, Task

NAN = float("nan")


def task(**changes):
    whole = {
        "prompt": "Return x.", "entry_point": "f", "canonical_solution": "def f(x):\n    return x\n",
        "cases": (Case.of([1], 1), Case.of(["a"], "a", kind="unicode")),
    }  # fmt: skip
    return Task(**{**whole, **changes})


# --- what is refused -----------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    "bad",
    [
        {}, {"expected": "1", "raises": "ValueError"}, {"expected": "1", "args": "{}"}, {"expected": "1", "args": "1"}, {"expected": "1", "args": "[1"},
        {"expected": '{"t":[]}', "args": '{"t":[]}'}, {"expected": "1", "kwargs": "[]"}, {"expected": "1", "kwargs": "{}"}, {"expected": "NaN"},
        {"expected": "nonsense"}, {"expected": "[" * 5000}, {"expected": "1", "comparator": "fuzzy"}, {"expected": "1", "kind": "odd"},
        {"expected": "1", "extra": 1}, {"expected": 1}, {"raises": "E", "args": "[" * 5000},
    ],
    ids=str,
)  # fmt: skip
def test_a_malformed_case_is_refused(bad):
    with pytest.raises(ValidationError):
        Case(**{"args": "[]", **bad})


@pytest.mark.parametrize(
    "bad",
    [
        {"prompt": ""}, {"canonical_solution": ""}, {"cases": ()}, {"entry_point": "not a name"}, {"entry_point": ""}, {"entry_point": "f; import os"},
        {"cases": ({"args": "[]"},)}, {"unknown": 1}, {"lineage": {"methode": "x"}}, {"prompt": "\ud800"}, {"prompt": None},
        # Text that is no UTF-8 could be written to the ledger, but never be read back.
        *({name: "x = '\ud800'"} for name in ("canonical_solution", "shown_program", "second_solution", "failing_program", "attribution", "licence", "origin")),
        {"parts": ("\ud800",)}, {"lineage": {"detail": "\ud800"}}, {"cases": ({"args": "[]", "raises": "\ud800"},)},
    ],
    ids=str,
)  # fmt: skip
def test_a_malformed_task_is_refused(bad):
    with pytest.raises(ValidationError):
        task(**bad)


@pytest.mark.parametrize(
    ("thing", "field"),
    [(Case.of([1], 1), "args"), (task(), "prompt"), (Lineage(), "round"), (Row.solve(task()), "prompt")],
    ids=["case", "task", "lineage", "row"],
)  # fmt: skip
def test_everything_is_frozen(thing, field):
    before = thing.model_dump()
    with pytest.raises(ValidationError):
        setattr(thing, field, "changed")
    assert thing.model_dump() == before


# --- cases ---------------------------------------------------------------------------------------------------------------------


def test_arguments_are_rebuilt_at_every_use():
    case = Case.of([[1, 2]], [3], kwargs={"key": [4]})
    case.arguments()[0].append(9)
    case.keywords()["key"].append(9)
    case.answer().append(9)
    assert (case.arguments(), case.keywords(), case.answer()) == ([[1, 2]], {"key": [4]}, [3])


def test_a_case_that_expects_an_exception_has_no_answer():
    case = Case.from_text("[0]", raises="ZeroDivisionError")
    with pytest.raises(ValueError, match="exception"):
        case.answer()
    assert not case.matches("null")


@pytest.mark.parametrize(
    ("answer", "comparator"),
    [(1, "exact"), (1.5, "approx"), ([{"a": (1j,)}], "approx"), ({0.5}, "approx"), ("1.5", "exact"), (None, "exact"), (True, "exact"), (Decimal("1.5"), "exact")],
    ids=str,
)  # fmt: skip
def test_the_comparator_follows_from_the_answer(answer, comparator):
    assert Case.of([], answer).comparator == comparator


MATCHES = [
    ("exact", 1, 1, True), ("exact", 1, True, False), ("exact", 1, 1.0, False), ("exact", [1, 2], [2, 1], False), ("exact", (1,), [1], False),
    ("exact", {"a": 1, "b": 2}, {"b": 2, "a": 1}, True), ("exact", NAN, NAN, True), ("exact", {1, 2}, {2, 1}, True), ("exact", 0.3, 0.1 + 0.2, False),
    ("approx", 0.3, 0.1 + 0.2, True), ("approx", 0.3, 0.31, False), ("approx", [1.0, "a"], [1, "a"], True), ("approx", 1.0, True, False),
    ("approx", NAN, NAN, True), ("approx", NAN, 0.0, False), ("approx", {"a": 1e-12}, {"a": 0.0}, True), ("approx", [1.0], [1.0, 1.0], False),
    ("unordered", [1, 2, 2], [2, 1, 2], True), ("unordered", [1, 2, 2], [1, 1, 2], False), ("unordered", [1], (1,), False), ("unordered", [1], [True], False),
    ("unordered", [[1], {"a": 2}], [{"a": 2}, [1]], True),
]  # fmt: skip


@pytest.mark.parametrize(
    ("comparator", "expected", "value", "matches"), MATCHES, ids=[f"{row[0]}-{row[1]!r}-{row[2]!r}" for row in MATCHES]
)
def test_comparators(comparator, expected, value, matches):
    case = Case(args="[]", expected=values.dumps(expected), comparator=comparator)
    assert case.matches(values.dumps(value)) is matches


@pytest.mark.parametrize("comparator", ["exact", "approx", "unordered"])
@pytest.mark.parametrize(
    "text", ["1", '{"D":"sNaN"}', '{"s":[{"D":"NaN"}]}', '{"o":["X","y"]}', '{"m":["Counter",[["a","b"]]]}']
)
def test_what_a_program_answers_never_raises_here(text, comparator):
    for expected in ("1", '{"D":"1"}', '{"D":"sNaN"}', '{"s":[1]}', '{"m":["Counter",[]]}'):
        assert Case(args="[]", expected=expected, comparator=comparator).matches(text) is (expected == text)


def test_tolerances_of_a_case_count():
    text = values.dumps(1.05)
    assert Case(args="[]", expected="1.0", comparator="approx", rel_tol=0.1).matches(text)
    assert not Case(args="[]", expected="1.0", comparator="approx", rel_tol=0.01).matches(text)
    assert Case(args="[]", expected="1.0", comparator="approx", rel_tol=0, abs_tol=0.1).matches(text)


# --- task_id and kinds ---------------------------------------------------------------------------------------------------------


def test_task_id_is_the_same_in_every_process():
    code = (
        "from evol.task import *\nprint(Task(prompt='é \\U0001f600', entry_point='f', canonical_solution='def f(x): return x',"
        " cases=(Case.of([{'b', 'a', 'c'}], {1: {2, 3}}),)).task_id)"
    )
    ids = {
        subprocess.check_output([sys.executable, "-c", code], env={"PYTHONHASHSEED": seed}, text=True) for seed in ("0", "7")
    }
    here = Task(
        prompt="é \U0001f600",
        entry_point="f",
        canonical_solution="def f(x): return x",
        cases=(Case.of([{"c", "b", "a"}], {1: {3, 2}}),),
    )
    assert ids == {here.task_id + "\n"}
    assert len(here.task_id) == 19 and here.task_id.startswith("te-")


@pytest.mark.parametrize(
    "change",
    [
        {"lineage": Lineage(method="fuzz", round=3, parents=("te-1",))},
        {"origin": "shipped/x"},
        {"licence": "MIT"},
        {"attribution": "someone"},
    ],
    ids=str,
)
def test_task_id_does_not_depend_on_where_a_task_comes_from(change):
    assert task(**change).task_id == task().task_id


@pytest.mark.parametrize(
    "change",
    [
        {"prompt": "Return x!"}, {"entry_point": "g"}, {"canonical_solution": "def f(x): return x"}, {"cases": task().cases[:1]}, {"cases": task().cases[::-1]},
        {"cases": (Case.of([1], 1), Case.of(["a"], "a"))}, {"parts": ("g",)}, {"shown_program": "x"}, {"second_solution": "x"}, {"failing_program": "x"},
        {"failing_entry_point": "x"},
    ],
    ids=str,
)  # fmt: skip
def test_task_id_changes_with_the_content(change):
    assert task(**change).task_id != task().task_id


def test_a_changed_copy_has_its_own_task_id():
    known = task()
    assert known.task_id  # computed before the copy is made
    assert known.model_copy(update={"prompt": "Other."}).task_id == task(prompt="Other.").task_id


def test_edge_kinds_are_those_present_in_their_fixed_order():
    cases = tuple(Case.of([i], i, kind=kind) for i, kind in enumerate(["huge", "ordinary", "empty", "huge", "nan"]))
    assert task(cases=cases).edge_kinds == ("empty", "huge", "nan")
    assert task(cases=cases[1:2]).edge_kinds == ()
    every = tuple(Case.of([kind], 0, kind=kind) for kind in reversed(KINDS))
    assert task(cases=every).edge_kinds == EDGE_KINDS
    assert "ordinary" not in EDGE_KINDS and len(EDGE_KINDS) == len(KINDS) - 1


def test_seeds_go_back_to_the_origin():
    assert task().seeds == (task().task_id,)
    assert task(origin="shipped/lists/f").seeds == ("shipped/lists/f",)
    assert task(origin="x", lineage=Lineage(seeds=("a", "b"))).seeds == ("a", "b")
    assert Lineage(round=2).depth == 2 and Lineage().depth == 0


# --- JSON and rows -------------------------------------------------------------------------------------------------------------

WIDE = task(
    prompt="Ünï\n```python\n\x00```\u2028\U0001f600",
    cases=(
        Case.of([(1, {2}), b"\xff", 1j, NAN, 10**4000], {(1,): "\ud800"}, kind="huge", kwargs={"key": [frozenset({1})]}),
        Case.from_text("[]", raises="ValueError"),
        Case(args="[]", expected="1.0", comparator="approx", rel_tol=0.1, abs_tol=1e-300),
    ),
    parts=("a", "b"), shown_program="x", second_solution="y", failing_program="z", failing_entry_point="w", licence="MIT", attribution="A; B", origin="o",
    lineage=Lineage(method="compose", engine="program", round=2, parents=("te-1", "te-2"), seeds=("s",), rng_seed=2**63 - 1, prompt_hash="ab", detail="d"),
)  # fmt: skip


@pytest.mark.parametrize("one", [task(), WIDE], ids=["plain", "wide"])
def test_json_gives_the_task_back(one):
    again = Task.model_validate_json(one.model_dump_json())
    assert again == one and hash(again.cases) == hash(one.cases)
    assert (again.task_id, again.lineage, again.edge_kinds) == (one.task_id, one.lineage, one.edge_kinds)
    assert again.model_dump_json() == one.model_dump_json()


@settings(derandomize=True, deadline=None, max_examples=100)
@given(
    st.text(st.characters(codec="utf-8"), min_size=1),
    st.lists(st.tuples(st.lists(st.integers() | st.text(), max_size=3), st.floats()), min_size=1, max_size=3),
)
def test_any_prompt_and_cases_survive_json(prompt, rows):
    one = task(prompt=prompt, cases=tuple(Case.of(args, answer) for args, answer in rows))
    again = Task.model_validate_json(one.model_dump_json())
    assert again == one and again.task_id == one.task_id
    assert all(case.matches(values.dumps(answer)) for case, (_, answer) in zip(again.cases, rows, strict=True))


def test_a_solve_row_carries_the_task_to_the_trainer():
    row = Row.solve(WIDE)
    assert (row.task_id, row.prompt, row.entry_point, row.kind) == (WIDE.task_id, WIDE.prompt, "f", "solve")
    assert row.completion == "```python\ndef f(x):\n    return x\n```\n"
    assert (row.method, row.round, row.seeds, row.edge_kinds, row.licence) == ("compose", 2, ("s",), ("huge",), "MIT")
    assert Row.model_validate_json(row.model_dump_json()) == row

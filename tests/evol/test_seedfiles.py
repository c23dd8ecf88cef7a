"""Seeds from files: asserts to cases, MBPP rows by id, column maps, and a reason for every row that does not become a task."""

from __future__ import annotations

import gzip
import json
from pathlib import Path
from typing import Any

import pytest

from evol import seedfiles, seeds
from evol.errors import UserError
from evol.lab import Lab
from evol.recipe import SeedSource
from evol.seedfiles import cases_from_asserts
from evol.store import SeedOutcome

# --- assert forms --------------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(("text", "args", "answer", "comparator"), [
    ("assert f(1, 'a') == [2]", [1, "a"], [2], "exact"),
    ("assert (2, 3) == f([1])", [[1]], (2, 3), "exact"),
    ("assert f(-1)", [-1], True, "exact"),
    ("assert not f({'a': 1})", [{"a": 1}], False, "exact"),
    ("assert f(None) is None", [None], None, "exact"),
    ("assert f(1) is True", [1], True, "exact"),
    ("assert f(2) == 0.5", [2], 0.5, "approx"),
    ("assert f(2) == 1 + 2j", [2], 1 + 2j, "approx"),
    ("assert math.isclose(f(2), 0.5, rel_tol=0.001)", [2], 0.5, "approx"),
    ("assert isclose(f(2), 0.5)", [2], 0.5, "approx"),
    ("assert sorted(f([2, 1])) == [1, 2]", [[2, 1]], [1, 2], "unordered"),
    ("assert sorted(f([2, 1])) == sorted([2, 1])", [[2, 1]], [1, 2], "unordered"),
    ("assert f(set([1, 2]), tuple([3]), list((4,))) == set()", [{1, 2}, (3,), [4]], set(), "exact"),
    ("assert f('a') == 'b', 'message'", ["a"], "b", "exact"),
    ("x = 3\nassert f(1) == 1", [1], 1, "exact"),
])  # fmt: skip
def test_assert_becomes_a_case(text: str, args: list[Any], answer: Any, comparator: str) -> None:
    name, (case,) = cases_from_asserts(text)
    assert (name, case.arguments(), case.answer(), case.comparator) == ("f", args, answer, comparator)
    assert type(case.answer()) is type(answer) and case.kind == "ordinary"


@pytest.mark.parametrize("text", [
    "assert f(1) != 2", "assert f(1) < 2", "assert f(1) == 2 == 3", "assert f(x) == 1", "assert f(1)[0] == 2", "assert len(f(1)) == 2",
    "assert f(*[1]) == 2", "assert f(1) == g(2)", "assert f(1) == 1 and f(2) == 2", "assert all(f(k) for k in [1])", "f(1) == 1", "assert 1 == 1",
    "assert f(1) == {1, [2]}", "assert set(f([1, 1])) == {1}", "assert f(object()) == 1", "",
    "assert isclose(f(2), b=0.5)", "assert math.isclose()", "assert f(1) == dict([1])", "assert not not f(1)", "assert x.f(1) == 1",
])  # fmt: skip
def test_assert_of_another_form_is_passed_over(text: str) -> None:
    assert cases_from_asserts(text)[1] == ()


def test_one_function_is_asked_about_and_inputs_count_once() -> None:
    text = "assert f(1) == 1\nassert g(1) == 5\nassert f(2) == 2\nassert f(1) == 7\nassert f(n=3) == 3"
    name, cases = cases_from_asserts(text)
    assert name == "f" and {(case.args, case.answer()) for case in cases} == {("[1]", 1), ("[2]", 2), ("[]", 3)}
    assert [case.keywords() for case in cases if case.args == "[]"] == [{"n": 3}]
    name, cases = cases_from_asserts(text, "g")
    assert name == "g" and [case.answer() for case in cases] == [5]


def test_isclose_keeps_the_tolerance_of_the_assert() -> None:
    _, (case,) = cases_from_asserts("assert math.isclose(f(2), 0.5, rel_tol=0.01)")
    assert case.matches("0.501") and not case.matches("0.52")


# --- MBPP --------------------------------------------------------------------------------------------------------------------

GOOD = {"text": "Write a function to add one.", "code": "def add(n):\r\n    return n + 1", "test_setup_code": "", "challenge_test_list": [],
        "test_list": ["assert add(1) == 2", "assert add(-1) == 0", "assert add(10) == 11"]}  # fmt: skip


def write(path: Path, rows: list[Any]) -> str:
    lines = "\n".join(row if isinstance(row, str) else json.dumps(row) for row in rows) + "\n"
    if path.suffix == ".gz":
        path.write_bytes(gzip.compress(lines.encode()))
    else:
        path.write_text(lines, encoding="utf-8")
    return str(path)


def mbpp_row(number: int, **change: Any) -> dict[str, Any]:
    return {**GOOD, "code": GOOD["code"].replace("1", str(number)), "task_id": number, **change}


@pytest.fixture
def mbpp_file(tmp_path: Path) -> str:
    return write(tmp_path / "mbpp.jsonl", [mbpp_row(number) for number in (1, 11, 510, 600, 601, 609, 700, 973, 974, 975)])


def mbpp(path: str, tmp_path: Path, leave: str = "Mbpp/2\n", **keys: Any) -> list[SeedOutcome]:
    plus = tmp_path / "plus.txt"
    plus.write_text(leave, encoding="utf-8")
    return seedfiles.mbpp(SeedSource(source="mbpp", path=path, exclude=str(plus), **keys))


@pytest.mark.parametrize(("leave", "kept"), [
    ("Mbpp/2\n", [601, 609, 700, 973, 974]), ("Mbpp/609\nMbpp/974\n", [601, 700, 973]), ("609 700", [601, 973, 974]), ("60\n", [601, 609, 700, 973, 974]),
])  # fmt: skip
def test_mbpp_is_its_training_split_without_the_excluded(
    mbpp_file: str, tmp_path: Path, leave: str, kept: list[int]
) -> None:
    found = mbpp(mbpp_file, tmp_path, leave)
    assert [outcome.origin for outcome in found] == [f"mbpp/{number}" for number in kept]
    assert {outcome.status for outcome in found} == {"loaded"}


def test_mbpp_ids_may_come_from_the_evalplus_file(mbpp_file: str, tmp_path: Path) -> None:
    plus = write(tmp_path / "MbppPlus.jsonl.gz", [{"task_id": "Mbpp/601"}, {"task_id": "Mbpp/973"}])
    found = seedfiles.mbpp(SeedSource(source="mbpp", path=mbpp_file, exclude=plus, limit=2))
    assert [outcome.origin for outcome in found] == ["mbpp/609", "mbpp/700"]


def test_mbpp_comes_from_benchmarks_dir(mbpp_file: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("BENCHMARKS_DIR", str(tmp_path))
    assert [outcome.origin for outcome in seedfiles.mbpp(SeedSource(source="mbpp"))] == [
        f"mbpp/{n}" for n in (601, 609, 700, 973, 974)
    ]


def test_mbpp_task_is_whole(mbpp_file: str, tmp_path: Path) -> None:
    task = mbpp(mbpp_file, tmp_path)[0].task
    assert task is not None
    assert (task.entry_point, task.licence, task.origin) == ("add", "CC-BY-4.0", "mbpp/601")
    assert task.prompt.startswith(
        "Write a function to add one.\n\nSignature: `def add(n)`\n\nExamples:\n\n```python\n>>> add(1)\n2\n"
    )
    assert "\r" not in task.canonical_solution and len(task.cases) == 3 and "Austin" in task.attribution


def test_mbpp_setup_code_is_part_of_the_solution(tmp_path: Path) -> None:
    setup = mbpp_row(601, code="def add(n):\n    return n + STEP", test_setup_code="STEP = 1")
    later = mbpp_row(609, code="def add(n):\n    return math.floor(n + 1.5)", test_imports=["import math"])
    lab = Lab()
    for outcome in mbpp(write(tmp_path / "m.jsonl", [setup, later]), tmp_path):
        assert outcome.task and lab.passes(outcome.task.canonical_solution, "add", outcome.task.cases)
    lab.close()


@pytest.mark.parametrize(("change", "reason"), [
    ({"code": "def add(n:"}, "unusable_program"),
    ({"code": "def plus(n):\n    return n"}, "unusable_program"),
    ({"code": "def add(*n):\n    return n"}, "unusable_program"),
    ({"test_list": ["assert add(n) == 2"]}, "broken_row"),
    ({"test_list": []}, "broken_row"),
    ({"test_list": ["assert add("]}, "unusable_program"),
    ({"test_list": None}, "broken_row"),
    ({"text": None}, "broken_row"),
    ({"code": 7}, "broken_row"),
    ({"code": None}, "broken_row"),
])  # fmt: skip
def test_broken_mbpp_row_is_counted(tmp_path: Path, change: dict[str, Any], reason: str) -> None:
    path = write(tmp_path / "m.jsonl", [mbpp_row(601, **change), mbpp_row(609)])
    first, second = mbpp(path, tmp_path)
    assert (first.origin, first.status, first.reason, first.task) == ("mbpp/601", "refused", reason, None)
    assert first.detail and second.status == "loaded"


def test_mbpp_row_without_code_is_counted(tmp_path: Path) -> None:
    rows = [mbpp_row(601), mbpp_row(609)]
    del rows[0]["code"]
    assert [outcome.status for outcome in mbpp(write(tmp_path / "m.jsonl", rows), tmp_path)] == ["refused", "loaded"]


@pytest.mark.parametrize("rows", [
    [{"question": "?"}], ["{broken"], [[1, 2]], [{**GOOD}], [mbpp_row(601, task_id="x")],
], ids=["other rows", "no JSON", "no object", "no id", "id is no number"])  # fmt: skip
def test_a_file_that_is_not_mbpp_is_told(tmp_path: Path, rows: list[Any]) -> None:
    with pytest.raises(UserError, match="is not MBPP"):
        mbpp(write(tmp_path / "m.jsonl", rows), tmp_path)


# --- column maps -------------------------------------------------------------------------------------------------------------

COLUMNS = {"prompt": "question", "solution": "answer", "tests": "checks", "id": "key"}
ROW = {
    "question": "Add one.",
    "answer": "def add(n):\n    return n + 1",
    "checks": ["assert add(1) == 2", "assert add(2) == 3"],
    "key": "a1",
}


def mapped(path: str, **keys: Any) -> list[SeedOutcome]:
    return seedfiles.mapped(
        SeedSource(**{"source": "file", "path": path, "licence": "MIT", "columns": COLUMNS, "attribution": "me", **keys})
    )


@pytest.mark.parametrize("name", ["rows.jsonl", "rows.jsonl.gz"])
def test_mapped_row_becomes_a_task(tmp_path: Path, name: str) -> None:
    (outcome,) = mapped(write(tmp_path / name, ["", ROW, ""]))
    task = outcome.task
    assert task is not None and outcome.status == "loaded"
    assert (task.origin, task.licence, task.attribution, task.entry_point) == (f"{name}/a1", "MIT", "me", "add")
    assert [case.answer() for case in task.cases] == [2, 3]


def test_own_prompts_keep_their_form(tmp_path: Path) -> None:
    """A file of our own tasks loads back as the same tasks, cases and all."""
    own = seeds.shipped()[5]
    row = {
        "prompt": own.prompt,
        "solution": own.canonical_solution,
        "entry_point": own.entry_point,
        "cases": [c.model_dump() for c in own.cases],
    }
    text = {**row, "cases": json.dumps(row["cases"])}
    for outcome in mapped(write(tmp_path / "own.jsonl", [row, text]), columns={}):
        task = outcome.task
        assert task and (task.prompt, task.cases, task.canonical_solution) == (own.prompt, own.cases, own.canonical_solution)
        assert task.task_id == own.task_id


def test_tests_may_be_one_text_and_limit_and_exclude_hold(tmp_path: Path) -> None:
    rows = [{**ROW, "key": key, "checks": "\n".join(ROW["checks"])} for key in ("a", "b", "c", "d")]
    path = write(tmp_path / "rows.jsonl", rows)
    leave = tmp_path / "leave.txt"
    leave.write_text("b\n", encoding="utf-8")
    assert [outcome.origin[-1] for outcome in mapped(path, exclude=str(leave))] == ["a", "c", "d"]
    assert [outcome.origin[-1] for outcome in mapped(path, limit=2)] == ["a", "b"]


@pytest.mark.parametrize(("row", "reason"), [
    ("{broken", "broken_row"),
    ("[1, 2]", "broken_row"),
    ({**ROW, "answer": None}, "broken_row"),
    ({**ROW, "question": 3}, "broken_row"),
    ({**ROW, "question": ""}, "broken_row"),
    ({**ROW, "checks": 3}, "broken_row"),
    ({**ROW, "checks": [1]}, "broken_row"),
    ({**ROW, "checks": ["assert other(1) == 2"]}, "unusable_program"),
    ({**ROW, "answer": "x = "}, "unusable_program"),
    ({**ROW, "answer": "def add(n):\n    return '\ud800'"}, "unusable_program"),
    ({**ROW, "entry_point": "no name"}, "broken_row"),
    ({**ROW, "cases": [{"args": "[1]"}]}, "broken_case"),
    ({**ROW, "cases": [{"args": "nonsense", "expected": "1"}], "entry_point": "add"}, "broken_case"),
    ({**ROW, "cases": "nonsense", "entry_point": "add"}, "broken_row"),
    ({**ROW, "cases": [1], "entry_point": "add"}, "broken_row"),
    ({**ROW, "cases": 7, "entry_point": "add"}, "broken_row"),
    ({}, "broken_row"),
])  # fmt: skip
def test_broken_row_is_counted_with_its_reason(tmp_path: Path, row: Any, reason: str) -> None:
    first, second = mapped(write(tmp_path / "rows.jsonl", [row, ROW]))
    assert (first.status, first.reason, first.task) == ("refused", reason, None)
    assert first.origin.startswith("rows.jsonl/") and first.detail and len(first.detail) <= 200
    assert second.status == "loaded"


# --- what a user is told -------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(("keys", "told"), [
    ({"path": "nowhere.jsonl"}, "nowhere.jsonl does not exist"),
    ({"licence": ""}, "need a licence"),
    ({"columns": {"solutoin": "answer"}}, "unknown role 'solutoin' (did you mean 'solution'?)"),
    ({"exclude": "nowhere.txt"}, "nowhere.txt, does not exist"),
])  # fmt: skip
def test_bad_source_is_one_clear_line(tmp_path: Path, keys: dict[str, Any], told: str) -> None:
    path = write(tmp_path / "rows.jsonl", [ROW])
    with pytest.raises(UserError) as caught:
        mapped(keys.pop("path", path), **keys)
    assert told in str(caught.value) and "\n" not in str(caught.value)


@pytest.mark.parametrize(
    ("name", "content"),
    [("rows.jsonl", b"\xff\xfe\x00"), ("rows.jsonl.gz", b"not gzip"), ("rows.jsonl.gz", gzip.compress(b"{}\n" * 99)[:20])],
)
def test_unreadable_file_is_one_clear_line(tmp_path: Path, name: str, content: bytes) -> None:
    (tmp_path / name).write_bytes(content)
    with pytest.raises(UserError, match="cannot read"):
        mapped(str(tmp_path / name))


@pytest.mark.parametrize("content", ["", "\n \n"])
def test_an_empty_file_of_ids_is_refused(tmp_path: Path, content: str) -> None:
    (tmp_path / "ids.txt").write_text(content, encoding="utf-8")
    with pytest.raises(UserError, match="names no task ids"):
        seedfiles.excluded_ids(str(tmp_path / "ids.txt"))


def test_an_unreadable_file_of_ids_is_one_clear_line(tmp_path: Path) -> None:
    (tmp_path / "ids.txt").write_bytes(b"\xff\xfe\x00")
    with pytest.raises(UserError, match=r"ids\.txt"):
        seedfiles.excluded_ids(str(tmp_path / "ids.txt"))


def test_a_folder_is_no_file(tmp_path: Path) -> None:
    with pytest.raises(UserError):
        mapped(str(tmp_path))
    with pytest.raises(UserError):
        seedfiles.excluded_ids(str(tmp_path))

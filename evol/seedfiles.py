"""Seeds from files and from the Hub: MBPP, and anything with a column map. Assert statements become cases by their syntax tree.

A row that does not become a task keeps its place as a SeedOutcome with a reason. Nothing is executed here.
"""

from __future__ import annotations

import ast
import gzip
import json
import os
import re
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import Any, TextIO

from pydantic import ValidationError

from evol import values
from evol.craft.brief import Brief, examples
from evol.craft.source import SourceError, parse, signature, tidy
from evol.errors import UserError, nearest
from evol.mbpp_ids import IN_MBPP_PLUS, TRAIN
from evol.recipe import SeedSource
from evol.store import SeedOutcome
from evol.task import Case, Task

# google-research-datasets/mbpp on the Hub; the revision pins the rows.
MBPP = "google-research-datasets/mbpp"
MBPP_REVISION = "4bb6404fdc6cacfda99d4ac4205087b89d32030c"
MBPP_LICENCE = "CC-BY-4.0"
MBPP_ATTRIBUTION = "MBPP (Austin et al. 2021, arXiv:2108.07732)"
_ROLES = ("prompt", "entry_point", "solution", "tests", "cases", "setup", "id")


def _open(path: Path) -> TextIO:
    return gzip.open(path, "rt", encoding="utf-8") if path.suffix == ".gz" else path.open(encoding="utf-8")


def read_rows(path: Path) -> Iterator[tuple[int, Any, str]]:
    """(line number, row, error) of a JSONL file, gzipped or not. UserError where it cannot be read at all."""
    try:
        with _open(path) as lines:
            for number, line in enumerate(lines, 1):
                if not line.strip():
                    continue
                try:
                    row = json.loads(line)
                    yield number, row, "" if isinstance(row, dict) else "not an object"
                except ValueError as error:
                    yield number, None, f"not JSON: {error}"
    except FileNotFoundError:
        raise UserError(f"seed file {path} does not exist") from None
    except (OSError, UnicodeDecodeError, EOFError) as error:
        raise UserError(f"cannot read {path}: {error}") from None


def excluded_ids(path: str) -> set[str]:
    """Ids to leave out: a JSONL(.gz) file with `task_id`, or plain text with one id a line; numbers are taken from `Mbpp/12` too."""
    ids: set[str] = set()
    place = Path(path)
    if not place.exists():
        raise UserError(f"file of ids to leave out, {path}, does not exist")
    if place.suffixes[-1:] == [".txt"]:
        try:
            found: Iterable[str] = place.read_text(encoding="utf-8").split()
        except (OSError, UnicodeDecodeError) as error:
            raise UserError(f"cannot read {path}: {error}") from None
    else:
        found = [str(row["task_id"]) for _, row, error in read_rows(place) if not error and "task_id" in row]
    for name in found:
        ids |= {name, name.rsplit("/", 1)[-1]}
    if not ids:
        raise UserError(f"{path} names no task ids")
    return ids


def mbpp(source: SeedSource) -> list[SeedOutcome]:
    """MBPP's training split without the tasks that MBPP+ scores, and without the ids in `exclude`."""
    leave = excluded_ids(source.exclude) if source.exclude else set()
    kept = [row for row in _mbpp_rows(source) if _clean(int(row["task_id"])) and str(row["task_id"]) not in leave]
    return [_mbpp_task(row) for row in kept[: source.limit or None]]


def _clean(task_id: int) -> bool:
    return task_id in TRAIN and task_id not in IN_MBPP_PLUS


def _local(name: str) -> Path | None:
    folder = os.environ.get("BENCHMARKS_DIR", "")
    place = Path(folder) / name
    return place if folder and place.exists() else None


def _mbpp_rows(source: SeedSource) -> list[dict[str, Any]]:
    place = Path(source.path) if source.path else _local("mbpp.jsonl")
    if place is not None:
        rows = list(read_rows(place))
        broken = [f"line {number}: {error}" for number, _, error in rows if error]
        if broken:
            raise UserError(f"{place} is not MBPP: {broken[0]}")
        found = [row for _, row, _ in rows]
        if not all(str(row.get("task_id", "")).isdecimal() and "test_list" in row for row in found):
            raise UserError(f"{place} is not MBPP: its rows need task_id, text, code and test_list")
        return found
    return hub_rows(MBPP, "full", "train", source.revision or MBPP_REVISION)


def hub_rows(path: str, config: str, split: str, revision: str) -> list[dict[str, Any]]:
    """Rows of a Hub dataset. UserError with what to do where it cannot be had."""
    os.environ.setdefault("HF_HUB_DISABLE_TELEMETRY", "1")
    os.environ.setdefault("HF_DATASETS_DISABLE_PROGRESS_BARS", "1")
    import datasets

    try:
        loaded = datasets.load_dataset(path, config or None, split=split, revision=revision or None)
        return [dict(row) for row in loaded]
    except Exception as error:  # the library raises a dozen kinds for one cause: the dataset cannot be had
        line = " ".join(str(error).split())[:200]
        raise UserError(
            f"dataset {path} ({split}) cannot be loaded: {type(error).__name__}: {line}; name a local file with seeds' path:, "
            "or set BENCHMARKS_DIR to a folder that holds it"
        ) from None


def _mbpp_task(row: dict[str, Any]) -> SeedOutcome:
    origin = f"mbpp/{row['task_id']}"
    made = {"prompt": row.get("text") or row.get("prompt"), "solution": row.get("code"), "tests": row["test_list"]}
    setup = row.get("test_setup_code") or "\n".join(row.get("test_imports") or [])
    return _outcome(origin, {**made, "setup": setup}, MBPP_LICENCE, MBPP_ATTRIBUTION)


def mapped(source: SeedSource) -> list[SeedOutcome]:
    """Rows of a file or Hub dataset through the recipe's column map."""
    unknown = [role for role in source.columns if role not in _ROLES]
    if unknown:
        raise UserError(f"columns: unknown role {unknown[0]!r}{nearest(unknown[0], _ROLES)}; known: {', '.join(_ROLES)}")
    if not source.licence:
        raise UserError(f"seeds from {source.path} need a licence: key, for every task made from them carries it")
    if source.source == "file":
        rows: list[tuple[int, Any, str]] = list(read_rows(Path(source.path)))
    else:
        loaded = hub_rows(source.path, source.config, source.split, source.revision)
        rows = [(number, row, "") for number, row in enumerate(loaded, 1)]
    leave = excluded_ids(source.exclude) if source.exclude else set()
    found = []
    for number, row, error in rows[: source.limit or None]:
        origin = f"{Path(source.path).name}/{number}"
        if error:
            found.append(SeedOutcome(origin, "refused", "broken_row", error))
            continue
        columns = {role: source.columns.get(role, role) for role in _ROLES}
        picked = {role: row[column] for role, column in columns.items() if column in row}
        if str(picked.get("id", "")) not in leave or not leave:
            found.append(
                _outcome(f"{Path(source.path).name}/{picked.get('id', number)}", picked, source.licence, source.attribution)
            )
    return found


def _outcome(origin: str, row: dict[str, Any], licence: str, attribution: str) -> SeedOutcome:
    try:
        return SeedOutcome(origin, "loaded", task=task_from(row, origin, licence, attribution))
    except (SourceError, ValidationError, values.ValueFormatError) as error:
        reason = "broken_case" if isinstance(error, ValidationError) else "unusable_program"
        return SeedOutcome(origin, "refused", reason, " ".join(str(error).split())[:200])
    except (KeyError, TypeError, ValueError, AttributeError) as error:
        return SeedOutcome(origin, "refused", "broken_row", f"{type(error).__name__}: {error}")


def task_from(row: dict[str, Any], origin: str, licence: str, attribution: str) -> Task:
    """A task from prompt, solution and tests or cases. Raises SourceError, ValueError or KeyError for a row that is none."""
    if not isinstance(row.get("prompt"), str) or not isinstance(row.get("solution"), str) or not row["prompt"].strip():
        raise ValueError("needs a prompt and a solution, both text; map columns to roles with columns:")
    solution = tidy(
        "\n".join(part for part in (row.get("setup") or "", row["solution"].replace("\r\n", "\n")) if part.strip())
    )
    if "cases" in row:
        given = json.loads(row["cases"]) if isinstance(row["cases"], str) else row["cases"]
        cases = tuple(Case.model_validate({k: v for k, v in case.items() if v is not None}) for case in given)
        name = row.get("entry_point") or ""
    else:
        tests = row.get("tests")
        text = tests if isinstance(tests, str) else "\n".join(tests or [])
        name, cases = cases_from_asserts(text, row.get("entry_point") or "")
    if not cases:
        raise ValueError("no test could be turned into a case")
    sign = signature(solution, name)
    prompt = re.sub(r"[^\S\n]+\n", "\n", row["prompt"].strip())
    brief = Brief.parse(prompt)
    if not brief.signature:
        brief = Brief(**{**brief.__dict__, "signature": str(sign), "examples": examples(name, cases)})
    return Task(
        prompt=brief.render(), entry_point=name, canonical_solution=solution, cases=cases, licence=licence, attribution=attribution,
        origin=origin,
    )  # fmt: skip


def cases_from_asserts(text: str, entry_point: str = "") -> tuple[str, tuple[Case, ...]]:
    """The function that assert statements call, and a case for each assert of a plain form; others are passed over.

    Forms: `f(...) == value`, `value == f(...)`, `f(...)`, `not f(...)`, `f(...) is value`, `set(f(...)) == set(...)` and
    `sorted(f(...)) == ...` (unordered), `math.isclose(f(...), value, ...)`.
    """
    cases: list[Case] = []
    name = entry_point
    for node in parse(text).body:
        if not isinstance(node, ast.Assert):
            continue
        found = _assert_parts(node.test)
        if found is None:
            continue
        call, expected, comparator = found
        assert isinstance(call.func, ast.Name)
        name = name or call.func.id
        if call.func.id == name and (case := _case(call, expected, comparator)) is not None:
            cases.append(case)
    unique = {case.args + case.kwargs: case for case in reversed(cases)}
    return name, tuple(unique.values())[::-1]


def _assert_parts(test: ast.expr) -> tuple[ast.Call, object, str | ast.Call] | None:
    """(call of the function, expected value, how to compare): a name, or the call of isclose that holds the tolerances."""
    if isinstance(test, ast.UnaryOp) and isinstance(test.op, ast.Not) and _is_call(test.operand):
        return test.operand, False, "exact"  # type: ignore[return-value]
    if isinstance(test, ast.Compare) and len(test.ops) == 1 and isinstance(test.ops[0], (ast.Eq, ast.Is)):
        for side, other in ((test.left, test.comparators[0]), (test.comparators[0], test.left)):
            if _is_call(side):
                return side, other, "exact"  # type: ignore[return-value]
            if (
                isinstance(side, ast.Call)
                and isinstance(side.func, ast.Name)
                and side.func.id in ("set", "sorted")
                and side.args
                and _is_call(side.args[0])
            ):
                return side.args[0], other, "unordered"  # type: ignore[return-value]
    if isinstance(test, ast.Call) and ast.unparse(test.func) in ("math.isclose", "isclose") and len(test.args) == 2:
        return (test.args[0], test.args[1], test) if _is_call(test.args[0]) else None  # type: ignore[return-value]
    return (test, True, "exact") if _is_call(test) else None  # type: ignore[return-value]


_NOT_ENTRY = {"set", "sorted", "list", "tuple", "len", "float", "int", "str", "isclose", "all", "any"}


def _is_call(node: ast.expr) -> bool:
    return isinstance(node, ast.Call) and isinstance(node.func, ast.Name) and node.func.id not in _NOT_ENTRY


def _case(call: ast.Call, expected: object, comparator: str | ast.Call) -> Case | None:
    try:
        args = [_literal(arg) for arg in call.args]
        keywords = {str(word.arg): _literal(word.value) for word in call.keywords}
        answer = _literal(expected) if isinstance(expected, ast.expr) else expected
        case = Case.of(args, answer, kwargs=keywords)
        given = comparator.keywords if isinstance(comparator, ast.Call) else []
        tolerances = {str(word.arg): float(_literal(word.value)) for word in given if word.arg in ("rel_tol", "abs_tol")}
    except (ValueError, TypeError, SyntaxError, MemoryError, RecursionError):
        return None
    if isinstance(comparator, ast.Call):
        return case.model_copy(update={"comparator": "approx", "abs_tol": 0.0, **tolerances})
    if comparator == "unordered":
        # The assert itself gives up the order; only lists are compared so.
        return case.model_copy(update={"comparator": "unordered"}) if isinstance(answer, list) else None
    return case


def _literal(node: ast.expr) -> Any:
    """A literal, or one inside `set(...)`, `tuple(...)`, `list(...)`, `dict(...)` or `sorted(...)`, or arithmetic of numbers."""
    if (
        isinstance(node, ast.Call)
        and isinstance(node.func, ast.Name)
        and node.func.id in ("set", "tuple", "list", "dict", "sorted")
    ):
        if not node.args:
            return {"set": set, "tuple": tuple, "list": list, "dict": dict}[node.func.id]()
        inner = _literal(node.args[0])
        made: dict[str, Any] = {"set": set, "tuple": tuple, "list": list, "dict": dict, "sorted": sorted}
        return made[node.func.id](inner)
    return ast.literal_eval(node)

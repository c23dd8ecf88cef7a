"""The shipped seeds: enough, proven by execution, well told, each topic there; and how sources are put together."""

from __future__ import annotations

import ast
from collections import Counter

import pytest

from evol import seeds
from evol.craft.brief import Brief
from evol.craft.source import alpha_key, signature
from evol.errors import UserError
from evol.lab import Lab
from evol.method import COMMON
from evol.recipe import SeedSource
from evol.seedbank import TOPICS
from evol.task import Task

SHIPPED = seeds.shipped()


@pytest.fixture(scope="module")
def lab():
    made = Lab()
    yield made
    made.close()


def test_there_are_enough() -> None:
    assert len(SHIPPED) >= 200
    assert len({task.entry_point for task in SHIPPED}) == len({task.task_id for task in SHIPPED}) == len(SHIPPED)
    assert len({alpha_key(task.canonical_solution) for task in SHIPPED}) == len(SHIPPED)
    topics = Counter(task.origin.split("/")[1] for task in SHIPPED)
    assert tuple(topics) == TOPICS and len(TOPICS) == 19 and min(topics.values()) >= 8, topics


def test_every_reference_is_proven(lab: Lab) -> None:
    """The common contract: right on every case in two processes, at least five inputs, no stub and no constant passes."""
    broken = [
        (task.origin, clause.reason, found)
        for task in SHIPPED
        for clause in COMMON
        if (found := clause.check(task, (), lab))
    ]
    assert broken == []


def test_every_seed_has_cases_with_an_edge() -> None:
    for task in SHIPPED:
        assert len({case.args for case in task.cases}) == len(task.cases) >= 6, task.origin
        assert task.edge_kinds, task.origin
        assert sum(case.kind == "ordinary" for case in task.cases) >= 3, task.origin
        assert len({case.expected for case in task.cases}) >= 2, task.origin


def test_every_prompt_says_what_is_asked() -> None:
    for task in SHIPPED:
        brief = Brief.parse(task.prompt)
        sign = signature(task.canonical_solution, task.entry_point)
        assert brief.signature == str(sign)
        assert sign.returns and all(param.annotation for param in sign.params), task.origin
        assert all(f"`{name}`" in brief.statement for name in sign.names), task.origin
        assert brief.statement[0].isupper() and brief.statement.endswith("."), task.origin
        assert brief.examples.count(">>> ") >= 2, task.origin
        for sentence in brief.statement.split("Assume")[1:]:
            assert sentence.startswith((" that ", " ")) and "." in sentence, task.origin


def test_every_solution_is_whole_and_bare() -> None:
    for task in SHIPPED:
        tree = ast.parse(task.canonical_solution)
        functions = [node for node in ast.walk(tree) if isinstance(node, ast.FunctionDef)]
        assert not any(node.decorator_list or ast.get_docstring(node) for node in functions), task.origin
        assert "seedbank" not in task.canonical_solution and "cases" not in {node.name for node in functions}
        used = {node.id for node in ast.walk(tree) if isinstance(node, ast.Name)}
        for node in tree.body:
            if isinstance(node, (ast.Import, ast.ImportFrom)):
                assert {(alias.asname or alias.name).split(".")[0] for alias in node.names} <= used, task.origin
            elif isinstance(node, ast.FunctionDef):
                assert node.name == task.entry_point or node.name in used, task.origin


def test_seeds_carry_licence_and_origin() -> None:
    for task in SHIPPED:
        assert (
            task.licence == "Apache-2.0" and task.attribution and task.lineage.method == "seed" and task.lineage.round == 0
        )
        assert task.seeds == (task.origin,) and task.origin.endswith("/" + task.entry_point)


# --- sources -----------------------------------------------------------------------------------------------------------------


def test_load_all_takes_sources_in_order_and_equal_tasks_once() -> None:
    found = seeds.load_all([SeedSource(limit=3), SeedSource(limit=5)])
    assert [outcome.status for outcome in found] == ["loaded"] * 3 + ["refused"] * 3 + ["loaded"] * 2
    assert [outcome.task for outcome in found[:3]] == list(SHIPPED[:3])
    for outcome in found[3:6]:
        assert outcome.reason == "duplicate" and outcome.task is None and outcome.origin in outcome.detail
    assert len(seeds.load_all([SeedSource()])) == len(SHIPPED)


def test_no_seeds_at_all_is_told(tmp_path) -> None:
    empty = tmp_path / "empty.jsonl"
    empty.write_text("\n\n", encoding="utf-8")
    with pytest.raises(UserError, match=r"empty\.jsonl"):
        seeds.load_all([SeedSource(source="file", path=str(empty), licence="MIT")])


def test_tasks_survive_their_text_form() -> None:
    for task in SHIPPED[::25]:
        again = Task.model_validate_json(task.model_dump_json())
        assert again == task and again.task_id == task.task_id

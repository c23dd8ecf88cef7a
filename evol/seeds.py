"""Where seeds come from: the shipped ones, MBPP, any Hub dataset or JSONL file. Loading only; proving is the pipeline's first stage.

A row that cannot become a task is counted and reported with its reason, never dropped in silence.
"""

from __future__ import annotations

import ast
import importlib
import importlib.util
import inspect
from collections.abc import Callable, Sequence
from functools import lru_cache
from typing import Any

from evol.craft.brief import Brief, examples
from evol.craft.source import join, signature, tidy
from evol.errors import UserError
from evol.recipe import SeedSource
from evol.seedbank import TOPICS, raises
from evol.store import SeedOutcome
from evol.task import Case, Task

LICENCE = "Apache-2.0"
ATTRIBUTION = "targeted-evol shipped seeds"


def load_all(sources: Sequence[SeedSource]) -> list[SeedOutcome]:
    """Every row of every source with what became of it so far; equal tasks once. UserError where there is none at all."""
    from evol import seedfiles  # pulls in more than a shipped run needs

    found: list[SeedOutcome] = []
    for source in sources:
        if source.source == "shipped":
            found += [SeedOutcome(task.origin, "loaded", task=task) for task in shipped()[: source.limit or None]]
        elif source.source == "mbpp":
            found += seedfiles.mbpp(source)
        else:
            found += seedfiles.mapped(source)
    if not found:
        raise UserError("the seeds are empty: " + ", ".join(source.path or source.source for source in sources))
    return _once(found)


def _once(found: list[SeedOutcome]) -> list[SeedOutcome]:
    first: dict[str, str] = {}
    kept = []
    for outcome in found:
        if outcome.task is not None and outcome.task.task_id in first:
            outcome = SeedOutcome(outcome.origin, "refused", "duplicate", f"same as {first[outcome.task.task_id]}")
        elif outcome.task is not None:
            first[outcome.task.task_id] = outcome.origin
        kept.append(outcome)
    return kept


@lru_cache(maxsize=1)
def shipped() -> tuple[Task, ...]:
    """Every shipped seed as a task, in the order of the topics and of their files."""
    return tuple(task for topic in TOPICS for task in _topic(topic))


def _topic(topic: str) -> list[Task]:
    """The seeds of a topic: its module and, where there is one, the module that continues it."""
    tasks = []
    for name in (topic, f"{topic}_more"):
        if importlib.util.find_spec(f"evol.seedbank.{name}") is None:
            continue
        module = importlib.import_module(f"evol.seedbank.{name}")
        tree = ast.parse(inspect.getsource(module))
        for node in tree.body:
            function = getattr(module, node.name, None) if isinstance(node, ast.FunctionDef) else None
            if function is not None and hasattr(function, "seed_cases"):
                tasks.append(_shipped_task(topic, tree, function))
    return tasks


def _shipped_task(topic: str, tree: ast.Module, function: Callable[..., Any]) -> Task:
    name = function.__name__
    solution = _closure(tree, name)
    by_kind: dict[str, list[tuple[Any, ...]]] = function.seed_cases  # type: ignore[attr-defined]
    cases = tuple(_case(row, kind) for kind, rows in by_kind.items() for row in rows)
    paragraphs = (inspect.getdoc(function) or "").split("\n\n")
    statement = "\n\n".join(" ".join(paragraph.split()) for paragraph in paragraphs)
    brief = Brief(statement, signature=str(signature(solution, name)), examples=examples(name, cases))
    return Task(
        prompt=brief.render(), entry_point=name, canonical_solution=solution, cases=cases, licence=LICENCE,
        attribution=ATTRIBUTION, origin=f"shipped/{topic}/{name}",
    )  # fmt: skip


def _case(row: tuple[Any, ...], kind: str) -> Case:
    *args, expected = row
    if isinstance(expected, raises):
        return Case.from_text(Case.of(args, None).args, raises=expected.error, kind=kind)
    return Case.of(args, expected, kind=kind)


def _closure(tree: ast.Module, name: str) -> str:
    """The function with the imports, constants and helpers of its module that it needs, and nothing of the seed bank."""
    defined: dict[str, ast.stmt] = {}
    for node in tree.body:
        if isinstance(node, ast.FunctionDef):
            defined[node.name] = node
        elif isinstance(node, (ast.Assign, ast.AnnAssign)):
            for target in node.targets if isinstance(node, ast.Assign) else [node.target]:
                if isinstance(target, ast.Name):
                    defined[target.id] = node
        elif isinstance(node, (ast.Import, ast.ImportFrom)) and getattr(node, "module", "") not in (
            "evol.seedbank",
            "__future__",
        ):
            for alias in node.names:
                defined[(alias.asname or alias.name).split(".")[0]] = node
    needed: list[ast.stmt] = []

    def need(wanted: str) -> None:
        node = defined.get(wanted)
        if node is None or node in needed:
            return
        needed.append(node)
        for part in ast.walk(node):
            if (
                isinstance(part, ast.Name)
                and part.id != wanted
                and not (isinstance(node, ast.FunctionDef) and part in node.decorator_list)
            ):
                need(part.id)

    need(name)
    ordered = [node for node in tree.body if node in needed]
    texts = []
    for node in ordered:
        copy = ast.parse(ast.unparse(node))
        for part in copy.body:
            if isinstance(part, ast.FunctionDef):
                part.decorator_list = []
        texts.append(ast.unparse(copy))
    return tidy(_trim_imports(join(texts)))


def _trim_imports(source: str) -> str:
    """Drop names from import lines that the program does not use."""
    tree = ast.parse(source)
    used = {node.id for node in ast.walk(tree) if isinstance(node, ast.Name)}
    body: list[ast.stmt] = []
    for node in tree.body:
        if isinstance(node, (ast.Import, ast.ImportFrom)):
            node.names = [alias for alias in node.names if (alias.asname or alias.name).split(".")[0] in used]
            if not node.names:
                continue
        body.append(node)
    tree.body = body
    return ast.unparse(tree)

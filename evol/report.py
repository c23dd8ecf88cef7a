"""What a finished run says of itself: manifest.json, the dataset card README.md and report.html. Reads the ledger, writes files."""

from __future__ import annotations

import difflib
import hashlib
import json
import os
import platform
import random
import subprocess
import sys
from collections import Counter
from collections.abc import Sequence
from importlib.metadata import PackageNotFoundError, version
from pathlib import Path
from typing import Any

import jinja2

from evol import __version__, method, plan
from evol.recipe import Recipe
from evol.store import Outcome, SeedOutcome, Store
from evol.task import Task

_SHOWN_PER_METHOD = 2
_VERSIONS = ("ray", "datasets", "pyarrow", "pydantic", "jinja2")


def write_all(recipe: Recipe, store: Store) -> None:
    """Write the three files into the run folder."""
    manifest = build_manifest(recipe, store)
    store.write("manifest.json", lambda path: path.write_text(json.dumps(manifest, indent=2) + "\n", encoding="utf-8"))
    tasks = [outcome.task for outcome in store.outcomes("accepted") if outcome.task]
    seeds = {o.task.task_id: o.task for o in store.seeds() if o.task}
    pages = _environment()
    card = pages.get_template("card.md.j2").render(
        m=manifest, licences=_licences(tasks), example=tasks[0] if tasks else None
    )
    store.write("README.md", lambda path: path.write_text(card, encoding="utf-8"))
    html = pages.get_template("report.html.j2").render(m=manifest, pairs=_pairs(tasks, seeds))
    store.write("report.html", lambda path: path.write_text(html, encoding="utf-8", errors="backslashreplace"))


def _environment() -> jinja2.Environment:
    folder = Path(__file__).parent / "templates"
    return jinja2.Environment(
        loader=jinja2.FileSystemLoader(folder), undefined=jinja2.StrictUndefined, trim_blocks=True, lstrip_blocks=True,
        autoescape=jinja2.select_autoescape(["html.j2"]),
    )  # fmt: skip


def build_manifest(recipe: Recipe, store: Store) -> dict[str, Any]:
    """Everything about a run in one mapping: recipe, versions, seeds, counts, funnel, timings."""
    outcomes = list(store.outcomes())
    seeds = store.seeds()
    cost: dict[str, dict[str, float]] = json.loads(store.get("cost") or "{}")
    seconds = float(store.get("seconds") or 0)
    accepted = [o for o in outcomes if o.status == "accepted"]
    return {
        "name": recipe.name,
        "recipe": recipe.model_dump(mode="json"),
        "fingerprint": recipe.fingerprint(),
        "versions": {"targeted-evol": __version__, "python": platform.python_version(), **_package_versions()},
        "commit": _commit(),
        "sandbox": {
            "level": "rlimits",
            "note": "process limits and an empty environment; no file system or network isolation",
        },
        "seeds": _seed_summary(seeds),
        "accepted": len(accepted),
        "rejected": len(outcomes) - len(accepted),
        "target": recipe.target.accepted,
        "methods": {name: _funnel(name, recipe, outcomes, cost.get(name, {})) for name in recipe.methods},
        "reasons": dict(Counter(o.reason for o in outcomes if o.reason).most_common()),
        "depth": dict(sorted(Counter(str(o.round) for o in accepted).items())),
        "edge_kinds": dict(Counter(kind for o in accepted if o.task for kind in o.task.edge_kinds).most_common()),
        "seconds": seconds,
        "accepted_per_second": round(len(accepted) / seconds, 2) if seconds else None,
    }


def _funnel(name: str, recipe: Recipe, outcomes: Sequence[Outcome], cost: dict[str, float]) -> dict[str, Any]:
    mine = [o for o in outcomes if o.method == name]
    accepted = sum(o.status == "accepted" for o in mine)
    return {
        "targets": list(method.load(name).targets),
        "wanted": plan.quotas(recipe)[name],
        "attempts": len(mine),
        "candidates": sum(o.task is not None for o in mine),
        "accepted": accepted,
        "yield": round(accepted / len(mine), 3) if mine else None,
        "reasons": dict(Counter(o.reason for o in mine if o.reason).most_common()),
        "cost": {key: round(value, 2) for key, value in sorted(cost.items())},
    }


def _seed_summary(seeds: Sequence[SeedOutcome]) -> dict[str, Any]:
    proven = [o for o in seeds if o.status == "proven"]
    digest = hashlib.sha256("\n".join(o.task.task_id for o in proven if o.task).encode()).hexdigest()
    refused = [{"origin": o.origin, "reason": o.reason, "detail": o.detail} for o in seeds if o.status != "proven"]
    return {"proven": len(proven), "refused": refused, "sha256": digest}


def _package_versions() -> dict[str, str]:
    found = {}
    for name in _VERSIONS:
        try:
            found[name] = version(name)
        except PackageNotFoundError:
            found[name] = "not installed"
    return found


def _commit() -> str:
    """The commit of the checkout this code runs from, with -dirty where files were changed; empty outside a checkout."""
    root = Path(__file__).resolve().parent.parent
    if not (root / ".git").exists():
        return ""
    try:
        environment = {**os.environ, "GIT_OPTIONAL_LOCKS": "0"}
        done = subprocess.run(
            ["git", "-C", str(root), "describe", "--always", "--dirty", "--abbrev=12", "--exclude=*"],
            capture_output=True, text=True, timeout=10, env=environment, check=False,
        )  # fmt: skip
        return done.stdout.strip()
    except (OSError, subprocess.TimeoutExpired):
        return ""


def _licences(tasks: Sequence[Task]) -> list[tuple[str, str, int]]:
    counts = Counter((task.licence, task.attribution) for task in tasks)
    return [(licence, who, count) for (licence, who), count in counts.most_common()]


def _pairs(tasks: Sequence[Task], seeds: dict[str, Task]) -> list[dict[str, Any]]:
    """A few tasks of each method beside their first parent."""
    known = {**seeds, **{task.task_id: task for task in tasks}}
    by_method: dict[str, list[Task]] = {}
    for task in tasks:
        by_method.setdefault(task.lineage.method, []).append(task)
    rng = random.Random(0)
    pairs: list[dict[str, Any]] = []
    for name, group in by_method.items():
        for task in rng.sample(group, min(_SHOWN_PER_METHOD, len(group))):
            parent = known.get(task.lineage.parents[0]) if task.lineage.parents else None
            pairs.append({"method": name, "parent": parent, "child": task})
    return pairs


def show(store: Store, task_id: str) -> str | None:
    """Lineage, prompt, diff with the first parent, and cases of one task, as text; None for an unknown id."""
    every = [*(o.task for o in store.seeds()), *(o.task for o in store.outcomes("accepted"))]
    known = {found.task_id: found for found in every if found}
    task = known.get(task_id)
    if task is None:
        return None
    lines = [
        f"task {task.task_id}",
        *_ancestry(task, known, 1),
        "",
        task.prompt,
        "",
        *_diff(task, known),
        "",
        "cases (all pass):",
    ]
    for case in task.cases:
        outcome = case.expected if case.raises is None else f"raises {case.raises}"
        lines.append(f"  {case.kind:16} {case.args} -> {outcome}")
    return "\n".join(lines)


def _ancestry(task: Task, known: dict[str, Task], indent: int) -> list[str]:
    line = task.lineage
    what = f"{line.method} (round {line.round}, {line.engine})" if line.parents else f"seed {task.origin}"
    lines = ["  " * indent + f"{what}: {task.entry_point}"]
    for parent in line.parents:
        if parent in known:
            lines += _ancestry(known[parent], known, indent + 1)
    return lines


def _diff(task: Task, known: dict[str, Task]) -> list[str]:
    parent = known.get(task.lineage.parents[0]) if task.lineage.parents else None
    if parent is None:
        return [task.canonical_solution]
    old, new = parent.canonical_solution.splitlines(), task.canonical_solution.splitlines()
    return list(difflib.unified_diff(old, new, f"parent {parent.task_id}", f"child {task.task_id}", lineterm="", n=50))


def stats(recipe: Recipe, store: Store) -> str:
    """The manifest's main figures as text."""
    m = build_manifest(recipe, store)
    lines = [f"{m['name']}: {m['accepted']} of {m['target']} accepted, {m['rejected']} rejected, {m['seconds']:.0f} s"]
    lines.append(f"seeds: {m['seeds']['proven']} proven, {len(m['seeds']['refused'])} left out")
    lines.append(f"{'method':20}{'wanted':>8}{'accepted':>10}{'attempts':>10}{'yield':>8}  reasons")
    for name, row in m["methods"].items():
        reasons = ", ".join(f"{reason} {count}" for reason, count in list(row["reasons"].items())[:4])
        share = "-" if row["yield"] is None else f"{row['yield']:.2f}"
        lines.append(f"{name:20}{row['wanted']:>8}{row['accepted']:>10}{row['attempts']:>10}{share:>8}  {reasons}")
    lines.append(f"python {sys.version.split()[0]}, fingerprint {m['fingerprint'][:12]}")
    return "\n".join(lines)

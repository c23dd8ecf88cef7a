"""fuzz: the same task with inputs that kill mutants its tests let live.

Aims at edge-case coverage: the new inputs are shown as examples and join the tests. The set is minimised, so that each input is there for
a mutant that nothing else kills.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from evol.craft import inputs
from evol.craft.brief import Brief, quote_example
from evol.craft.mutants import blind_mutants, mutants
from evol.craft.shapes import profile, unchecked_promise
from evol.craft.source import signature
from evol.lab import Lab
from evol.method import MIN_CASES, Build, Clause, Draw, Method, Reject, checked
from evol.sandbox import judge
from evol.task import Case, Task

MAX_MUTANTS = 90
_LEADS = (
    "A solution also has to get these inputs right: {}.",
    "Mind these calls, where small mistakes show: {}.",
    "Make sure of these calls as well: {}.",
    "Check your solution against these calls too: {}.",
)


def _mutant_sources(parent: Task) -> list[str]:
    shown = profile(parent)
    names = signature(parent.canonical_solution, parent.entry_point).names
    bounds = [
        (
            name,
            d.shape.name,
            d.max_len if d.shape.name in ("list", "tuple", "str", "dict", "set") else min(int(d.high), 10**6),
        )
        for name, d in zip(names, shown.params, strict=False)
    ]
    blind = blind_mutants(parent.canonical_solution, parent.entry_point, bounds)
    return [m.source for m in (*blind, *mutants(parent.canonical_solution, parent.entry_point))][:MAX_MUTANTS]


def killed_by(parent: Task, cases: Sequence[Case], lab: Lab) -> list[set[int]]:
    """For each case the indices of the parent's mutants that it kills."""
    sources = _mutant_sources(parent)
    table = lab.mutant_outcomes(parent.canonical_solution, sources, parent.entry_point, cases)
    kills: list[set[int]] = [set() for _ in cases]
    for index, outcomes in enumerate(table):
        for kill, case, outcome in zip(kills, cases, outcomes, strict=True):
            if judge(case, outcome) not in ("pass", "unknown"):
                kill.add(index)
    return kills


def minimal(kills: Sequence[set[int]], alive: set[int], limit: int) -> list[int]:
    """Indices of a small set of cases that kills as much of `alive` as `limit` cases can; none of them is redundant."""
    chosen: list[int] = []
    left = set(alive)
    while left and len(chosen) < limit:
        best = max(range(len(kills)), key=lambda i: (len(kills[i] & left), -i))
        if not kills[best] & left:
            break
        chosen.append(best)
        left -= kills[best]
    for index in list(chosen):
        others = set().union(*(kills[i] for i in chosen if i != index)) if len(chosen) > 1 else set()
        if not (kills[index] & alive) - others:
            chosen.remove(index)
    return sorted(chosen)


def _kill_table(child: Task, parent: Task, lab: Lab) -> tuple[set[int], list[tuple[Case, set[int]]]]:
    """Mutants that the parent's own cases kill, and each new case with those it kills besides."""
    known = {case.args for case in parent.cases}
    added = [case for case in child.cases if case.args not in known]
    kills = lab.once((child, parent), lambda: killed_by(parent, [*parent.cases, *added], lab))
    old = set().union(*kills[: len(parent.cases)])
    return old, [(case, kill - old) for case, kill in zip(added, kills[len(parent.cases) :], strict=True)]


@checked
def program(draw: Draw) -> tuple[Task, list[Task]]:
    """The parent with mutant-killing inputs."""
    parent, lab, rng = draw.parent, draw.lab, draw.rng
    shown = profile(parent)
    tried = [*inputs.larger(parent, rng, 10), *inputs.ordinary(parent, rng, 16)]
    fresh = lab.cases(parent.canonical_solution, parent.entry_point, [(args, inputs.kind_of(args, shown)) for args in tried])
    fresh = [case for case in fresh if case.raises is None and len(case.args) < 200 and len(case.expected or "") < 100]
    kills = killed_by(parent, [*parent.cases, *fresh], lab)
    old = set().union(*kills[: len(parent.cases)])
    new = kills[len(parent.cases) :]
    alive = set().union(*new) - old
    if not alive:
        raise Reject("no_new_kill", "the parent's tests kill every mutant that new inputs kill")
    added = [fresh[i] for i in minimal(new, alive, limit=max(3, MIN_CASES - len(parent.cases)))]
    quoted = [quote_example(parent.entry_point, case).removeprefix(">>> ").split("\n", 1) for case in added[:3]]
    listed = ", ".join(f"`{call}` gives `{answer}`" for call, answer in quoted)
    brief = Brief.parse(parent.prompt)
    brief = replace(brief, statement=f"{brief.statement}\n\n{rng.choice(_LEADS).format(listed)}")
    build = Build([parent], brief, parent.entry_point, parent.canonical_solution, [*parent.cases, *added])
    build.extra = {"parts": parent.parts, "failing_program": "", "failing_entry_point": ""}
    return build.task(), [parent]


def _kills_more(child: Task, parents: Sequence[Task], lab: Lab) -> str | None:
    _, new = _kill_table(child, parents[0], lab)
    return None if any(kill for _, kill in new) else "no mutant dies that the parent's tests let live"


def _minimised(child: Task, parents: Sequence[Task], lab: Lab) -> str | None:
    _, new = _kill_table(child, parents[0], lab)
    for index, (case, kill) in enumerate(new):
        others = set().union(*(k for i, (_, k) in enumerate(new) if i != index), set())
        if not kill - others:
            return f"{case.args[:100]} kills nothing that another input does not"
    return None


def _same_solution(child: Task, parents: Sequence[Task], lab: Lab) -> str | None:
    same = lab.passes(child.canonical_solution, child.entry_point, parents[0].cases)
    return None if same else "the solution no longer solves the parent's task"


METHOD = Method(
    name="fuzz",
    targets=("edge_case", "other"),
    clauses=(
        Clause("task_changed", "the solution still passes the parent's tests", _same_solution),
        Clause("no_new_kill", "new inputs kill mutants that the parent's tests let live", _kills_more),
        Clause("not_minimal", "no new input is redundant", _minimised),
    ),
    program=program,
    accepts=lambda task: not unchecked_promise(task),
    terminal=True,
)

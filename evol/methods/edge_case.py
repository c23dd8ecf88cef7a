"""edge_case: inputs that the general approach gets wrong, with a stated rule for each.

Aims at edge-case handling. Kinds of input that the parent never sees are tried on it; where it crashes or breaks the rule, the child
states the rule and guards for it, and its tests hold those inputs with their kind.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from evol import values
from evol.craft.brief import Brief
from evol.craft.edges import Policy, policies
from evol.craft.shapes import profile
from evol.craft.source import annotated, insert_guard, join, signature
from evol.lab import Lab
from evol.method import MAX_CASES, Build, Clause, Draw, Method, Reject, checked, select
from evol.sandbox import Call, judge
from evol.task import Case, Task

MAX_POLICIES = 3


def _guarded(parent: Task, chosen: Sequence[Policy]) -> str:
    guards = "\n".join(policy.guard for policy in sorted(chosen, key=lambda policy: policy.order))
    source = insert_guard(parent.canonical_solution, parent.entry_point, guards)
    return join(["import unicodedata", source]) if "unicodedata." in guards else source


def _edge_cases(parent: Task, policy: Policy, solution: str, lab: Lab) -> list[Case]:
    """The policy's inputs where the guarded solution keeps the rule and the parent does not."""
    calls = [Call(text) for text in policy.inputs]
    new = lab.run(solution, parent.entry_point, calls)
    old = lab.run(parent.canonical_solution, parent.entry_point, calls)
    found = []
    for (text, kind), mine, theirs in zip(policy.labelled(), new, old, strict=True):
        wanted = mine.error == policy.raises if policy.raises else mine.status == "ok"
        # An exception the parent raises on purpose is its own rule, which the child must not contradict.
        deliberate = theirs.status == "raise" and f"raise {theirs.error}" in parent.canonical_solution
        if wanted and mine.behaviour != theirs.behaviour and not deliberate:
            expected, raises = (None, mine.error) if policy.raises else (mine.value, None)
            found.append(Case.from_text(text, expected=expected, raises=raises, kind=kind))
    return found


def _widened(solution: str, parent: Task, chosen: Sequence[Policy]) -> str:
    """The solution with annotations that cover what the rules let in and out."""
    sign = signature(solution, parent.entry_point)
    params = {sign.names[policy.place]: policy.annotation for policy in chosen if policy.annotation}
    gives_none = any("`None`" in policy.rule and "return `None`" in policy.rule for policy in chosen)
    loose = gives_none and sign.returns and "None" not in sign.returns
    return annotated(solution, parent.entry_point, params, f"{sign.returns} | None" if loose else "")


@checked
def program(draw: Draw) -> tuple[Task, list[Task]]:
    """The parent with one to three edge rules that it breaks."""
    parent, lab, rng = draw.parent, draw.lab, draw.rng
    sign = signature(parent.canonical_solution, parent.entry_point)
    wanted = rng.choice((1, 2, 2, MAX_POLICIES))
    chosen: list[Policy] = []
    for policy in policies(parent, profile(parent), sign.names, rng):
        clash = any(policy.kind == other.kind or policy.order == other.order == 3 for other in chosen)
        if clash or not _edge_cases(parent, policy, _guarded(parent, [policy]), lab):
            continue
        chosen.append(policy)
        if len(chosen) == wanted:
            break
    if not chosen:
        raise Reject("no_edge_found", "no kind of input breaks the parent")
    solution = _widened(_guarded(parent, chosen), parent, chosen)
    added = [case for policy in chosen for case in _edge_cases(parent, policy, solution, lab)]
    verdicts = lab.verdicts(solution, parent.entry_point, parent.cases)
    kept = [case for case, verdict in zip(parent.cases, verdicts, strict=True) if verdict == "pass"]
    brief = Brief.parse(parent.prompt)
    for policy in chosen:
        brief = brief.without_promises(*policy.promises) if policy.promises else brief
    ordered = sorted(chosen, key=lambda policy: policy.order)
    brief = replace(
        brief.require_first(*(policy.rule for policy in ordered)), signature=str(signature(solution, parent.entry_point))
    )
    cases = [*select(kept, MAX_CASES - len(added)), *added]
    build = Build([parent], brief, parent.entry_point, solution, cases)
    build.extra, build.highlight = {"parts": parent.parts}, added[:1]
    return build.task(), [parent]


def _breaks_parent(child: Task, parents: Sequence[Task], lab: Lab) -> str | None:
    verdicts = lab.parent_verdicts(parents[0], child.cases)
    edges = [v for v, case in zip(verdicts, child.cases, strict=True) if case.kind != "ordinary"]
    return None if any(verdict != "pass" for verdict in edges) else "the parent answers every edge input rightly"


def _annotated(child: Task, parents: Sequence[Task], lab: Lab) -> str | None:
    verdicts = lab.parent_verdicts(parents[0], child.cases)
    for case, verdict in zip(child.cases, verdicts, strict=True):
        if verdict != "pass" and case.kind == "ordinary":
            return f"the parent fails on {case.args[:100]}, which is called ordinary"
    return None


def _agrees(child: Task, parents: Sequence[Task], lab: Lab) -> str | None:
    cases = [case for case in parents[0].cases if case.kind == "ordinary"]
    calls = [Call(case.args, case.kwargs) for case in cases]
    for case, outcome in zip(cases, lab.run(child.canonical_solution, child.entry_point, calls), strict=True):
        if judge(case, outcome) != "pass":
            return f"parent and child differ on the ordinary {values.loads(case.args)!r}"
    return None


METHOD = Method(
    name="edge_case",
    targets=("edge_case",),
    clauses=(
        Clause("edge_not_new", "the parent crashes or is wrong on an edge input, the child is right", _breaks_parent),
        Clause("edge_unlabelled", "every input the parent fails on carries its edge kind", _annotated),
        Clause("ordinary_changed", "parent and child agree on the parent's ordinary inputs", _agrees),
    ),
    program=program,
)

"""compose: solve parts, then use them for something larger.

Aims at modular, self-invoking code. Parts are proven functions whose shapes fit; the child must call each of them, which its contract
traces at run time.
"""

from __future__ import annotations

from collections.abc import Sequence

from evol.craft.brief import Brief
from evol.craft.joining import Join, Joiner, part_of
from evol.craft.mutants import mutants
from evol.craft.source import functions_of, join
from evol.lab import Lab
from evol.method import Build, Clause, Draw, Method, Reject, checked, select
from evol.sandbox import Call, judge
from evol.task import Task

_FORMS = (
    "pipe",
    "pipe",
    "pipe",
    "two_level",
    "kept",
    "kept",
    "branch",
    "branch",
    "compared",
    "folded",
    "total",
    "ranked",
    "grouped",
)
MUTANTS_PER_PART = 8
_OPENINGS = (
    "Write a function `{call}` that {says}.",
    "Implement `{call}`, which {says}.",
    "The function `{call}` {says}. Write it.",
)
_BRIDGES_ONE = (
    "Write the following function first and call it in your solution.",
    "It builds on this function, which belongs to your program and which it has to call.",
)
_BRIDGES = (
    "Write the following functions first and call each of them in your solution.",
    "It builds on these functions, which belong to your program and all of which it has to call.",
)


def child_of(made: Join, draw: Draw) -> tuple[Task, list[Task]]:
    """The child that a join makes, and its parents in the order of the parts (the drawn one first)."""
    solution = join([*(part.task.canonical_solution for part in made.parts), made.source])
    taken = [name for part in made.parts for name in part.sign.names]
    if made.name in taken or made.name in [part.name for part in made.parts]:
        raise Reject("name_taken", made.name)
    cases = draw.lab.cases(solution, made.name, [(args, _kind(args)) for args in made.inputs])
    call = f"{made.name}({', '.join(name for name, _ in made.params)})"
    opening = draw.rng.choice(_OPENINGS).format(call=call, says=made.says)
    bridge = draw.rng.choice(_BRIDGES if len(made.parts) > 1 else _BRIDGES_ONE)
    brief = Brief("\n\n".join([opening, bridge, *(part.told for part in made.parts)]), signature=made.sign)
    parents = [part.task for part in made.parts]
    sound = [case for case in cases if case.raises is None]
    build = Build(parents, brief, made.name, solution, select(sound, 12))
    build.extra = {"parts": tuple(part.name for part in made.parts)}
    return build.task(), parents


def _kind(args: list[object]) -> str:
    sized = [value for value in args if isinstance(value, (list, str, dict, set))]
    if any(len(value) == 0 for value in sized):
        return "empty"
    return "single" if any(len(value) == 1 for value in sized) else "ordinary"


@checked
def program(draw: Draw) -> tuple[Task, list[Task]]:
    """The drawn parent joined with partners from the pool, in the first form that fits."""
    first = part_of(draw.parent)
    if first is None:
        raise Reject("unsupported_form", "the parent's shapes are not known")
    joiner = Joiner(first, draw.pool, draw.lab, draw.rng)
    for form in draw.rng.sample(_FORMS, len(_FORMS))[:6]:
        made = getattr(joiner, form)()
        if made is not None:
            return child_of(made, draw)
    raise Reject("no_partner", "no form and partner fit the parent's shapes")


def _calls_parts(child: Task, parents: Sequence[Task], lab: Lab) -> str | None:
    if not child.parts:
        return "no parts are named"
    outcomes = lab.run(child.canonical_solution, child.entry_point, [Call(case.args, case.kwargs) for case in child.cases])
    called = {name for outcome in outcomes for name, count in outcome.calls.items() if count}
    idle = [name for name in child.parts if name not in called]
    return f"never called: {', '.join(idle)}" if idle else None


def _parts_matter(child: Task, parents: Sequence[Task], lab: Lab) -> str | None:
    answers = {parent.entry_point: parent.cases[0] for parent in parents}
    for name in child.parts:
        known = answers.get(name)
        constant = repr(known.answer()) if known is not None and known.expected is not None else "None"
        for value in dict.fromkeys(("None", constant)):
            broken = f"{child.canonical_solution}\n\ndef {name}(*args, **kwargs):\n    return {value}\n"
            if lab.passes(broken, child.entry_point, child.cases):
                return f"every case passes although {name} always returns {value[:60]}"
    return None


def _still_tested(child: Task, parents: Sequence[Task], lab: Lab) -> str | None:
    """A join can make a part idle (its input never varies): then most mutants of the part go unnoticed."""
    own = functions_of(child.canonical_solution)
    by_part: dict[str, list[str]] = {name: [] for name in child.parts if name in own}
    for mutant in mutants(child.canonical_solution, child.entry_point):
        changed = functions_of(mutant.source)
        name = next((part for part in by_part if changed.get(part) != own[part]), None)
        if name is not None:
            by_part[name].append(mutant.source)
    for name, found in by_part.items():
        # Some of them, spread over the part, tell as much as all.
        tried = found[:: max(1, -(-len(found) // MUTANTS_PER_PART))]
        table = lab.mutant_outcomes(child.canonical_solution, tried, child.entry_point, child.cases)
        killed = sum(
            any(judge(c, o) not in ("pass", "unknown") for c, o in zip(child.cases, outcomes, strict=True))
            for outcomes in table
        )
        if len(tried) >= 3 and 2 * killed < len(tried):
            return f"{name}: the cases notice only {killed} of {len(tried)} mutants"
    return None


def _no_idle_parameter(child: Task, parents: Sequence[Task], lab: Lab) -> str | None:
    rows = [case.arguments() for case in child.cases if case.raises is None]
    width = len(rows[0]) if rows else 0
    for place in range(width if width > 1 else 0):
        pairs = [(a, [*a[:place], b[place], *a[place + 1 :]]) for a in rows for b in rows if a[place] != b[place]][:24]
        outcomes = lab.outcomes(child.canonical_solution, child.entry_point, [row for pair in pairs for row in pair])
        if pairs and all(one.behaviour == two.behaviour for one, two in zip(outcomes[::2], outcomes[1::2], strict=True)):
            return f"parameter {place} never changes the answer"
    return None


STILL_TESTED = (
    Clause("part_untested", "the cases notice at least half of each part's mutants", _still_tested),
    Clause("parameter_idle", "every parameter can change the answer", _no_idle_parameter),
)
METHOD = Method(
    name="compose",
    targets=("self_invocation",),
    clauses=(
        Clause("part_not_called", "the solution calls every part at run time", _calls_parts),
        Clause("part_idle", "breaking any part breaks some case", _parts_matter),
        *STILL_TESTED,
    ),
    program=program,
    accepts=lambda task: part_of(task) is not None,
    parents=2,
)

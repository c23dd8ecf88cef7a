"""misdirect: the task with a plausible wrong program shown, to be put right.

Aims at trusting what one is shown. The wrong program is a mutant of the solution that runs and fails some but not all of the tests.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from evol.craft import inputs
from evol.craft.brief import Brief
from evol.craft.mutants import mutants
from evol.craft.shapes import profile
from evol.craft.source import join, neat
from evol.lab import Lab
from evol.method import Build, Clause, Draw, Method, Reject, checked, select
from evol.sandbox import Call, judge
from evol.task import Task

MAX_MUTANTS = 40
_LEADS = (
    "The program below was written for this task, but it gives wrong answers for some inputs. Write a correct one.",
    "A colleague handed in this program. It looks right and is not: find out where it fails and write a correct version.",
    "This attempt passes a few tests and fails others. Write a program that is right for all inputs.",
    "Do not trust the following program: it contains a mistake. Write a correct solution.",
    "Reviewers rejected this version because some of its answers are wrong. Write one that they would accept.",
)


@checked
def program(draw: Draw) -> tuple[Task, list[Task]]:
    """The parent with a wrong program shown."""
    parent, lab, rng = draw.parent, draw.lab, draw.rng
    shape = profile(parent)
    more = lab.cases(
        parent.canonical_solution, parent.entry_point,
        [(args, inputs.kind_of(args, shape)) for args in inputs.ordinary(parent, rng, 8)],
    )  # fmt: skip
    cases = select([*parent.cases, *(case for case in more if case.raises is None)])
    found = mutants(parent.canonical_solution, parent.entry_point)
    tried = rng.sample(found, min(MAX_MUTANTS, len(found)))
    table = lab.mutant_outcomes(parent.canonical_solution, [mutant.source for mutant in tried], parent.entry_point, cases)
    plausible = []
    for mutant, outcomes in zip(tried, table, strict=True):
        wrong = [outcome for case, outcome in zip(cases, outcomes, strict=True) if judge(case, outcome) != "pass"]
        silent = [outcome for outcome in wrong if outcome.status == "ok"]
        # A program that mostly crashes or hangs misleads nobody.
        if wrong and 2 * len(silent) >= len(wrong) and len(wrong) <= 0.7 * len(cases):
            plausible.append(mutant)
    if not plausible:
        raise Reject("no_plausible_mutant", f"{len(tried)} mutants tried")
    shown = neat(join([rng.choice(plausible).source])).strip()
    brief = replace(Brief.parse(parent.prompt), lead=rng.choice(_LEADS), shown=shown, examples="")
    build = Build([parent], brief, parent.entry_point, parent.canonical_solution, cases)
    build.extra = {
        "shown_program": shown, "parts": parent.parts, "failing_program": shown, "failing_entry_point": parent.entry_point,
    }  # fmt: skip
    return build.task(), [parent]


def _shown(child: Task, parents: Sequence[Task], lab: Lab) -> str | None:
    quoted = child.shown_program and child.shown_program in child.prompt
    return None if quoted else "the prompt shows no program"


def _runs(child: Task, parents: Sequence[Task], lab: Lab) -> str | None:
    first = lab.run(child.shown_program, child.entry_point, [Call(child.cases[0].args, child.cases[0].kwargs)])[0]
    return f"{first.error}: {first.message}" if first.status == "define" else None


def _some_fail(child: Task, parents: Sequence[Task], lab: Lab) -> str | None:
    passes = lab.passes(child.shown_program, child.entry_point, child.cases)
    return "the shown program passes every case" if passes else None


def _some_pass(child: Task, parents: Sequence[Task], lab: Lab) -> str | None:
    verdicts = lab.verdicts(child.shown_program, child.entry_point, child.cases)
    return None if "pass" in verdicts else "the shown program fails every case"


METHOD = Method(
    name="misdirect",
    targets=("edge_case", "generalisation"),
    clauses=(
        Clause("nothing_shown", "the prompt shows a program", _shown),
        Clause("shown_breaks", "the shown program runs", _runs),
        Clause("shown_right", "the shown program fails at least one case", _some_fail),
        Clause("shown_hopeless", "the shown program passes at least one case", _some_pass),
    ),
    program=program,
    terminal=True,
)

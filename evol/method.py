"""What a method is, the common contract, and how a method's child is put together.

A method aims at failure categories, builds a child (`program`, with no model) and promises something that execution can prove: its
clauses. A clause returns None when it holds, else a short detail for the reject. Instances live in `evol/methods/`.
"""

from __future__ import annotations

import random
from collections import Counter
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from typing import Any

from evol import plugin
from evol.craft.brief import Brief, examples
from evol.craft.source import Signature, SourceError, neat
from evol.lab import Lab
from evol.sandbox import Outcome, judge
from evol.task import Case, Task

MIN_CASES = 5
MAX_CASES = 14


class Reject(Exception):
    """A child that cannot be built or does not hold what its method promises: data with a reason, never a crash."""

    def __init__(self, reason: str, detail: str = "") -> None:
        super().__init__(f"{reason}: {detail}" if detail else reason)
        self.reason = reason
        self.detail = detail[:500]


@dataclass(frozen=True)
class Clause:
    """One promise: `reason` names its breach, `promise` says it in words, `check` returns a detail where it is broken."""

    reason: str
    promise: str
    check: Callable[[Task, Sequence[Task], Lab], str | None]


@dataclass(frozen=True)
class Draw:
    """What `program` gets: the chosen parent, the whole pool of this round, execution, and its only source of chance."""

    parent: Task
    pool: Sequence[Task]
    lab: Lab
    rng: random.Random


@dataclass(frozen=True)
class Method:
    """An evolution operator. `terminal` children are not evolved further; `parents` is how many tasks a child is made of.

    `program` returns the child and all its parents (the drawn one first) or raises Reject. Only tasks that it `accepts` are drawn.
    """

    name: str
    targets: tuple[str, ...]
    clauses: tuple[Clause, ...]
    program: Callable[[Draw], tuple[Task, list[Task]]] | None = None
    terminal: bool = False
    parents: int = 1
    accepts: Callable[[Task], bool] = lambda task: True

    @property
    def promise(self) -> str:
        """The contract in one line."""
        return "; ".join(clause.promise for clause in self.clauses)


def load(name: str) -> Method:
    """The method of that file name; UserError with the nearest name for an unknown one."""
    found = plugin.load("evol.methods", "evol.methods", name, "METHOD")
    assert isinstance(found, Method)
    return found


def names() -> tuple[str, ...]:
    """Every method that can be named in a recipe."""
    return plugin.names("evol.methods", "evol.methods")


# --- the common contract -----------------------------------------------------------------------------------------------------


def _enough_cases(child: Task, parents: Sequence[Task], lab: Lab) -> str | None:
    different = len({(case.args, case.kwargs) for case in child.cases})
    return None if different >= MIN_CASES else f"{different} different inputs"


def _reference_right(child: Task, parents: Sequence[Task], lab: Lab) -> str | None:
    broken = lab.proof(child)
    return None if broken is None else f"{broken[0]} on {broken[1].args[:100]}"


def _stub_fails(child: Task, parents: Sequence[Task], lab: Lab) -> str | None:
    # What an empty function does is known without running it.
    empty = Outcome("ok", value="null")
    return "an empty function passes" if all(judge(case, empty) == "pass" for case in child.cases) else None


def _constants_fail(child: Task, parents: Sequence[Task], lab: Lab) -> str | None:
    first = child.cases[0]
    constant = Outcome("raise", error=first.raises) if first.raises else Outcome("ok", value=first.expected or "null")
    return "a constant function passes" if all(judge(case, constant) == "pass" for case in child.cases) else None


COMMON = (
    Clause("too_few_cases", f"at least {MIN_CASES} different cases", _enough_cases),
    Clause("wrong_reference", "the solution passes every case, twice, in separate processes", _reference_right),
    Clause("stub_passes", "an empty function fails", _stub_fails),
    Clause("constant_passes", "a constant function fails", _constants_fail),
)


def parent_fails(child: Task, parents: Sequence[Task], lab: Lab) -> str | None:
    """Clause check: the first parent's solution fails some case of the child."""
    verdicts = lab.parent_verdicts(parents[0], child.cases)
    return None if any(verdict != "pass" for verdict in verdicts) else "the parent's solution passes every case"


PARENT_FAILS = Clause("parent_passes", "the parent's solution fails some case", parent_fails)


# --- building a child --------------------------------------------------------------------------------------------------------


@dataclass
class Build:
    """The parts of a child before it is a Task. The brief's examples are chosen from the cases at the end, `highlight` among them."""

    parents: list[Task]
    brief: Brief
    entry_point: str
    solution: str
    cases: list[Case]
    extra: dict[str, Any] = field(default_factory=dict)
    highlight: list[Case] = field(default_factory=list)

    def task(self) -> Task:
        """The child; Reject where it has too few cases or all answers are the same."""
        if len(self.cases) < MIN_CASES:
            raise Reject("too_few_inputs", f"{len(self.cases)} inputs survive")
        _refuse_dull(self.cases)
        first = self.parents[0]
        shown = Brief(
            **{
                **self.brief.__dict__,
                "examples": examples(self.entry_point, [*self.highlight, *self.cases], len(self.highlight)),
            }
        )
        made_from = {"failing_program": first.canonical_solution, "failing_entry_point": first.entry_point, **self.extra}
        return Task(
            prompt=shown.render(), entry_point=self.entry_point, canonical_solution=neat(self.solution), cases=tuple(self.cases),
            licence=joined(parent.licence for parent in self.parents),
            attribution=joined(parent.attribution for parent in self.parents), **made_from,
        )  # fmt: skip


def _refuse_dull(cases: list[Case]) -> None:
    """Reject cases whose answers tell little: too few different ones, or one answer nearly everywhere."""
    counts = Counter((case.expected, case.raises) for case in cases)
    truth = {case.expected for case in cases} <= {"true", "false", None}
    if len(counts) < (2 if truth else 3) or max(counts.values()) > (0.85 if truth else 0.6) * len(cases):
        raise Reject("dull_answers", f"{len(counts)} different answers to {len(cases)} inputs")


def joined(texts: Any) -> str:
    """Different non-empty texts in order, with semicolons between."""
    return "; ".join(dict.fromkeys(part for text in texts for part in text.split("; ") if part))


def sign(text: Signature) -> str:
    """A signature as a brief shows it."""
    return str(text)


def select(cases: Sequence[Case], limit: int = MAX_CASES) -> list[Case]:
    """At most `limit` cases with different inputs, in their old order: one of each kind first, then different answers."""
    unique = list({(case.args, case.kwargs): case for case in reversed(cases)}.values())[::-1]
    answers: set[tuple[object, ...]] = set()
    kinds: set[tuple[object, ...]] = set()
    ranked: list[tuple[int, Case]] = []
    for case in unique:
        kind, answer = (case.kind, case.raises), (case.expected, case.raises)
        rare = kind not in kinds and (case.kind != "ordinary" or case.raises is not None)
        ranked.append((0 if rare else 1 if answer not in answers or case.kind != "ordinary" else 2, case))
        kinds.add(kind)
        answers.add(answer)
    chosen = {id(case) for _, case in sorted(ranked, key=lambda pair: pair[0])[:limit]}
    return [case for case in unique if id(case) in chosen]


def checked(build: Callable[[Draw], tuple[Task, list[Task]]]) -> Callable[[Draw], tuple[Task, list[Task]]]:
    """`program` with unsupported program forms turned into a Reject."""

    def run(draw: Draw) -> tuple[Task, list[Task]]:
        try:
            return build(draw)
        except SourceError as error:
            raise Reject("unsupported_form", str(error)) from None

    return run

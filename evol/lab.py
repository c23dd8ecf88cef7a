"""Questions that methods and filters ask of programs, answered by execution: outcomes, verdicts, proven cases.

Every call runs under a step budget, so the answer is the same on a fast, a slow and a loaded machine. Not here: what the answers
mean for a method (its contract) or for the run (filters).
"""

from __future__ import annotations

from collections.abc import Callable, Hashable, Iterable, Sequence
from typing import Any, TypeVar

from evol import values
from evol.sandbox import Call, Limits, Outcome, Program, Sandbox, Verdict, judge
from evol.task import Case, Task

T = TypeVar("T")

MAX_STEPS = 20_000
# One fork may hold a batch of mutants; a call that burns CPU inside C code is bounded by this alone.
LIMITS = Limits(cpu_s=1, wall_s=40.0, memory_mb=512, max_value=20_000, max_forks=3, give_up=True)
_FAITHFUL = ("ok", "raise")


class Lab:
    """One sandbox and the questions asked of it; a second one, under another hash seed, to prove a solution again.

    What depends on the order of a set differs between the two. `sandbox` counts jobs and seconds.
    """

    def __init__(self, sandbox: Sandbox | None = None) -> None:
        self.sandbox = sandbox or Sandbox(LIMITS)
        self._other = Sandbox(LIMITS, hash_seed=20_011)
        self._memo: dict[Hashable, Any] = {}

    def close(self) -> None:
        """End both sandboxes."""
        self.sandbox.close()
        self._other.close()

    def once(self, key: Hashable, ask: Callable[[], T]) -> T:
        """The answer to `ask`, from memory where the same key was asked lately (clauses of one contract share work)."""
        if key not in self._memo:
            if len(self._memo) >= 16:
                self._memo.clear()
            self._memo[key] = ask()
        found: T = self._memo[key]
        return found

    def outcomes(self, source: str, entry_point: str, inputs: Iterable[Sequence[Any]]) -> list[Outcome]:
        """Traced outcomes of one program on plain argument lists."""
        calls = [Call(values.dumps(list(args))) for args in inputs]
        return self.run(source, entry_point, calls)

    def run(self, source: str, entry_point: str, calls: Sequence[Call]) -> list[Outcome]:
        """Traced outcomes of one program on calls given as value text."""
        return self.sandbox.run(Program(source, entry_point), calls, max_steps=MAX_STEPS) if calls else []

    def mutant_outcomes(
        self, original: str, mutants: Sequence[str], entry_point: str, cases: Sequence[Case]
    ) -> list[list[Outcome]]:
        """Traced outcomes of mutants of a program on the inputs of cases, in shared forks.

        A mutant's step budget is ten times what the original needs at most, so that endless ones cost little.
        """
        calls = [Call(case.args, case.kwargs) for case in cases]
        if not mutants or not calls:
            return [[] for _ in mutants]
        needed = max(outcome.steps for outcome in self.run(original, entry_point, calls))
        budget = min(MAX_STEPS, 10 * needed + 100)
        return self.sandbox.run_batch([Program(source, entry_point) for source in mutants], calls, max_steps=budget)

    def verdicts(self, source: str, entry_point: str, cases: Sequence[Case]) -> list[Verdict]:
        """The verdict of each case on a program."""
        outcomes = self.run(source, entry_point, [Call(case.args, case.kwargs) for case in cases])
        return [judge(case, outcome) for case, outcome in zip(cases, outcomes, strict=True)]

    def proof(self, task: Task) -> tuple[Verdict, Case] | None:
        """None when a task's solution passes all its cases twice: in two processes with different hash seeds, the second time in reverse order.

        Otherwise the first other verdict and its case.
        """
        program = Program(task.canonical_solution, task.entry_point)
        for box, cases in ((self.sandbox, task.cases), (self._other, task.cases[::-1])):
            outcomes = box.run(program, [Call(case.args, case.kwargs) for case in cases], max_steps=MAX_STEPS)
            for case, outcome in zip(cases, outcomes, strict=True):
                verdict = judge(case, outcome)
                if verdict != "pass":
                    return verdict, case
        return None

    def passes(self, source: str, entry_point: str, cases: Sequence[Case]) -> bool:
        """Whether a program passes every case."""
        return all(verdict == "pass" for verdict in self.verdicts(source, entry_point, cases))

    def parent_verdicts(self, parent: Task, cases: Sequence[Case]) -> list[Verdict]:
        """The verdicts of a parent's solution under other cases."""
        return self.verdicts(parent.canonical_solution, parent.entry_point, cases)

    def cases(self, source: str, entry_point: str, inputs: Iterable[tuple[Sequence[Any], str]]) -> list[Case]:
        """Cases from (arguments, kind): the program's own answers become the expected ones.

        Inputs on which it dies, exceeds the step budget or answers with something that is no plain value are left out.
        """
        pairs = [(values.dumps(list(args)), kind) for args, kind in inputs]
        outcomes = self.run(source, entry_point, [Call(text) for text, _ in pairs])
        found = []
        for (text, kind), outcome in zip(pairs, outcomes, strict=True):
            if outcome.status in _FAITHFUL and '{"o":' not in outcome.value:
                ok = outcome.status == "ok"
                found.append(
                    Case.from_text(
                        text, expected=outcome.value if ok else None, raises=None if ok else outcome.error, kind=kind
                    )
                )
        return found

"""verify: the common contract and the method's own, clause by clause, by execution."""

from __future__ import annotations

from collections.abc import Sequence
from typing import ClassVar

from evol import method
from evol.lab import Lab
from evol.method import COMMON, Reject
from evol.task import Task


class FILTER:
    """Refuses a candidate with the reason of the first clause that does not hold."""

    stateful: ClassVar[bool] = False

    def check(self, child: Task, parents: Sequence[Task], lab: Lab | None) -> None:
        """Raise Reject with the clause's reason and what was seen."""
        assert lab is not None
        for clause in (*COMMON, *method.load(child.lineage.method).clauses):
            detail = clause.check(child, parents, lab)
            if detail is not None:
                raise Reject(clause.reason, detail)

    def remember(self, task: Task) -> None:
        """Nothing to note."""

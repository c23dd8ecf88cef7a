"""What a filter is: it keeps a candidate or gives a reason.

Stateless filters run in the verifier actors, in any order; stateful ones run in the driver in the order of the candidates' sequence numbers, so
that the result does not depend on who finishes first. Instances live in `evol/filters/`.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import ClassVar, Protocol

from evol import plugin
from evol.lab import Lab
from evol.method import Reject
from evol.task import Task

__all__ = ["Filter", "Reject", "load", "names"]


class Filter(Protocol):
    """`check` raises Reject to refuse; `remember` is told of every accepted task (also those of an earlier run, at resume)."""

    stateful: ClassVar[bool]

    def check(self, child: Task, parents: Sequence[Task], lab: Lab | None) -> None:
        """Raise Reject where the candidate is to be refused. `lab` is None for stateful filters."""

    def remember(self, task: Task) -> None:
        """Note an accepted task or a seed."""


def load(name: str) -> Filter:
    """A fresh filter of that file name; UserError for an unknown one."""
    made: Filter = plugin.load("evol.filters", "evol.filters", name, "FILTER")()
    return made


def names() -> tuple[str, ...]:
    """Every filter that can be named in a recipe."""
    return plugin.names("evol.filters", "evol.filters")

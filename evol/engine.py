"""What an engine is: it turns a proposal (a method, a parent, a seed of chance) into a candidate.

Instances live in `evol/engines/`. An engine runs inside an actor, owns a lab, and must give the same candidate for the same proposal where it
claims to be `repeatable`.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import ClassVar, Protocol

from evol import plugin
from evol.lab import Lab
from evol.task import Task


@dataclass(frozen=True)
class Proposal:
    """One attempt: `sequence` is its place in the run's order, `parent` an index into the round's pool."""

    sequence: int
    round: int
    method: str
    attempt: int
    parent: int
    rng_seed: int


class Engine(Protocol):
    """`propose` returns the candidate and its parents or raises `Reject`."""

    repeatable: ClassVar[bool]

    def propose(self, proposal: Proposal, pool: Sequence[Task], lab: Lab) -> tuple[Task, list[Task]]:
        """Build the candidate of a proposal."""


def load(name: str) -> Engine:
    """A fresh engine of that file name; UserError for an unknown one."""
    made: Engine = plugin.load("evol.engines", "evol.engines", name, "ENGINE")()
    return made


def names() -> tuple[str, ...]:
    """Every engine that can be named in a recipe."""
    return plugin.names("evol.engines", "evol.engines")

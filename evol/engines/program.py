"""program: evolves tasks with no model, by the methods' own `program`, which analyse, transform and execute programs.

Repeatable: the same proposal over the same pool gives the same candidate on every machine.
"""

from __future__ import annotations

import hashlib
import random
from collections.abc import Sequence
from typing import ClassVar

from evol import method
from evol.engine import Proposal
from evol.lab import Lab
from evol.method import Draw, Reject
from evol.task import Lineage, Task


class ENGINE:
    """The default engine."""

    repeatable: ClassVar[bool] = True

    def __init__(self) -> None:
        self._kept: dict[tuple[str, int, int], list[Task]] = {}

    def _usable(self, chosen: method.Method, number: int, pool: Sequence[Task]) -> list[Task]:
        """The tasks of the round's pool that the method accepts, worked out once."""
        key = (chosen.name, number, id(pool))
        if key not in self._kept:
            self._kept[key] = [task for task in pool if chosen.accepts(task)]
        return self._kept[key]

    def propose(self, proposal: Proposal, pool: Sequence[Task], lab: Lab) -> tuple[Task, list[Task]]:
        """The method's child of the drawn parent, with its lineage; Reject where the method finds nothing."""
        chosen = method.load(proposal.method)
        if chosen.program is None:
            raise Reject("no_program", f"{chosen.name} needs a model")
        usable = self._usable(chosen, proposal.round, pool)
        if not usable:
            raise Reject("no_usable_parent", f"{chosen.name} accepts none of {len(pool)} tasks")
        draw = Draw(usable[proposal.parent % len(usable)], pool, lab, random.Random(proposal.rng_seed))
        child, parents = chosen.program(draw)
        seeds = tuple(dict.fromkeys(seed for parent in parents for seed in parent.seeds))
        lineage = Lineage(
            method=chosen.name, engine="program", round=proposal.round, parents=tuple(parent.task_id for parent in parents), seeds=seeds,
            rng_seed=proposal.rng_seed, prompt_hash=hashlib.sha256(child.prompt.encode("utf-8", "backslashreplace")).hexdigest()[:16],
        )  # fmt: skip
        return child.model_copy(update={"lineage": lineage}), parents

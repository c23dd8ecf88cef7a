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

    def propose(self, proposal: Proposal, pool: Sequence[Task], lab: Lab) -> tuple[Task, list[Task]]:
        """The method's child of the drawn parent, with its lineage; Reject where the method finds nothing."""
        chosen = method.load(proposal.method)
        if chosen.program is None:
            raise Reject("no_program", f"{chosen.name} needs a model")
        draw = Draw(pool[proposal.parent], pool, lab, random.Random(proposal.rng_seed))
        child, parents = chosen.program(draw)
        seeds = tuple(dict.fromkeys(seed for parent in parents for seed in parent.seeds))
        lineage = Lineage(
            method=chosen.name, engine="program", round=proposal.round, parents=tuple(parent.task_id for parent in parents), seeds=seeds,
            rng_seed=proposal.rng_seed, prompt_hash=hashlib.sha256(child.prompt.encode("utf-8", "backslashreplace")).hexdigest()[:16],
        )  # fmt: skip
        return child.model_copy(update={"lineage": lineage}), parents

"""The Ray actors: `Proposer` (one engine each) and `Verifier` (stateless filters and seed proofs). Both are pure, so any call may be repeated.

A killed actor is restarted and its calls retried by Ray; what they return is the same. Not here: order, targets and state (`evol.pipeline`).
"""

from __future__ import annotations

import os
import time
import traceback
from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import Any

from evol import engine as engines
from evol import filter as filters
from evol.engine import Proposal
from evol.lab import Lab
from evol.method import Reject
from evol.task import Task

# Ray's own telemetry and its hook for uv stay off in every process that imports this.
os.environ.setdefault("RAY_USAGE_STATS_ENABLED", "0")


@dataclass(frozen=True)
class Attempt:
    """What one proposal came to: a child with its parents, or a reason. `cost` counts seconds and sandbox jobs."""

    child: Task | None = None
    parents: tuple[Task, ...] = ()
    reason: str = ""
    detail: str = ""
    cost: dict[str, float] = field(default_factory=dict)


class _Meter:
    """Wall seconds of a stretch of work, and the sandbox's share of it."""

    def __init__(self, lab: Lab) -> None:
        self._lab, self._began = lab, time.monotonic()
        box = lab.sandbox
        self._start = (box.jobs, box.seconds, box.cpu_s)

    def read(self, stage: str) -> dict[str, float]:
        box = self._lab.sandbox
        jobs, waited, cpu_s = (now - then for now, then in zip((box.jobs, box.seconds, box.cpu_s), self._start, strict=True))
        return {f"{stage}_s": time.monotonic() - self._began, "jobs": jobs, "sandbox_s": waited, "candidate_cpu_s": cpu_s}


def _internal(error: Exception) -> tuple[str, str]:
    last = traceback.extract_tb(error.__traceback__)[-1]
    return "internal_error", f"{type(error).__name__}: {error} at {os.path.basename(last.filename)}:{last.lineno}"


class Proposer:
    """Builds candidates with one engine."""

    def __init__(self, engine: str) -> None:
        self._engine = engines.load(engine)
        self._lab = Lab()
        self._pools: dict[int, Sequence[Task]] = {}

    def propose(self, proposal: Proposal, pool_ref: list[Any]) -> Attempt:
        """The candidate of a proposal over the round's pool (its reference boxed in a list, fetched once a round)."""
        meter = _Meter(self._lab)
        try:
            child, parents = self._engine.propose(proposal, self._pool(proposal.round, pool_ref), self._lab)
            return Attempt(child, tuple(parents), cost=meter.read("propose"))
        except Reject as refused:
            return Attempt(reason=refused.reason, detail=refused.detail, cost=meter.read("propose"))
        except Exception as error:  # a method's bug on one parent must not end the run; it is data with a reason
            reason, detail = _internal(error)
            return Attempt(reason=reason, detail=detail, cost=meter.read("propose"))

    def _pool(self, number: int, pool_ref: list[Any]) -> Sequence[Task]:
        if number not in self._pools:
            import ray

            self._pools = {number: ray.get(pool_ref[0], timeout=300)}
        return self._pools[number]


class Verifier:
    """Runs the stateless filters over candidates and proves seeds."""

    def __init__(self, names: list[str]) -> None:
        self._filters = [f for f in map(filters.load, names) if not f.stateful]
        self._lab = Lab()

    def verify(self, attempt: Attempt) -> Attempt:
        """The attempt as it is when every filter keeps it, else with the reason."""
        if attempt.child is None:
            return attempt
        meter = _Meter(self._lab)
        reason = detail = ""
        try:
            for chosen in self._filters:
                chosen.check(attempt.child, attempt.parents, self._lab)
        except Reject as refused:
            reason, detail = refused.reason, refused.detail
        except Exception as error:  # as above
            reason, detail = _internal(error)
        cost = meter.read("verify")
        total = {key: attempt.cost.get(key, 0) + cost.get(key, 0) for key in {*attempt.cost, *cost}}
        # Parents travel no further: the driver knows them by id.
        return Attempt(attempt.child, (), reason, detail, total)

    def prove(self, tasks: Sequence[Task]) -> list[tuple[str, str]]:
        """For each seed an empty reason, or why it does not prove itself, with a detail."""
        return [prove(task, self._lab) for task in tasks]


def prove(task: Task, lab: Lab) -> tuple[str, str]:
    """An empty reason where a seed's solution passes its own cases twice, else why not, with a detail."""
    broken = lab.proof(task)
    return ("", "") if broken is None else (f"solution_{broken[0]}", f"on {broken[1].args[:200]}")

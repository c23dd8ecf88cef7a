"""The stages of a run as one visible list, and the loop that keeps Ray's actors fed and commits in order.

    seeds -> prove -> for each round: propose -> verify -> (in order) stateful filters, targets, ledger -> export -> report

Bounded in both directions: at most WINDOW attempts a worker are under way or waiting for their turn. Results may come in any order; they are committed in
the order of `evol.plan`, so the dataset is the same for any number of workers, and after any kill.
"""

from __future__ import annotations

import json
import logging
import os
import time
from collections import deque
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from evol import __version__, engine, filter, method, plan, report, seeds
from evol.actors import Attempt, Proposer, Verifier
from evol.engine import Proposal
from evol.errors import UserError
from evol.monitor import Monitor
from evol.recipe import Recipe
from evol.store import Outcome, SeedOutcome, Store
from evol.task import Task

FILES = ("tasks.parquet", "rejected.parquet", "rows.jsonl", "manifest.json", "README.md", "report.html")
WINDOW = 24
BATCH = 24
WAIT_S = 600.0
RETRIES = 3
_OBJECT_STORE = 160 * 1024 * 1024


def check_names(recipe: Recipe) -> None:
    """UserError where the recipe names a method, engine or filter that does not exist, or an engine a method cannot use."""
    engine.load(recipe.engine)
    for name in recipe.filters:
        filter.load(name)
    for name in recipe.methods:
        if method.load(name).program is None and recipe.engine == "program":
            raise UserError(f"method {name} has no program of its own; use an engine with a model, or leave it out")


def run(recipe: Recipe, *, quiet: bool = False) -> Path:
    """Run a recipe to its end, or go on where it stopped. Returns the run folder; a finished run is left as it is."""
    check_names(recipe)
    began = time.monotonic()
    source = seeds.load_all(recipe.seeds)
    store = Store(recipe, __version__)
    try:
        monitor = Monitor(recipe, quiet)
        if store.get("evolved"):
            return _finish(recipe, store, monitor)
        with Cluster(recipe) as cluster:
            monitor.note(f"Ray is up with {cluster.workers} worker pair(s) after {time.monotonic() - began:.1f} s")
            proven = prove_seeds(source, store, cluster, monitor)
            evolve(recipe, proven, store, cluster, monitor)
        store.put("seconds", f"{float(store.get('seconds') or 0) + time.monotonic() - began:.1f}")
        store.put("evolved", "yes")
        return _finish(recipe, store, monitor)
    finally:
        store.close()


def _finish(recipe: Recipe, store: Store, monitor: Monitor) -> Path:
    """Write the files of a run whose ledger is complete, unless all of them are there already."""
    if store.get("finished") and all((recipe.folder / name).exists() for name in FILES):
        monitor.note(f"{recipe.folder} is finished; nothing to do")
        return recipe.folder
    store.export()
    report.write_all(recipe, store)
    store.put("finished", "yes")
    monitor.done(store)
    return recipe.folder


# --- the cluster ---------------------------------------------------------------------------------------------------------------


class Cluster:
    """Ray with `workers` pairs of one proposer and one verifier, each pair sharing a core."""

    def __init__(self, recipe: Recipe) -> None:
        self.workers = recipe.workers or os.cpu_count() or 1
        self._recipe = recipe

    def __enter__(self) -> Cluster:
        import ray

        self._ray = ray
        settings: dict[str, Any] = {"logging_level": logging.ERROR, "log_to_driver": False, "configure_logging": True}
        root = str(Path(__file__).resolve().parent.parent)
        settings["runtime_env"] = {"env_vars": {"PYTHONPATH": root, "OMP_NUM_THREADS": "1", "RAY_USAGE_STATS_ENABLED": "0"}}
        try:
            if self._recipe.address:
                ray.init(address=self._recipe.address, **settings)
            else:
                ray.init(
                    num_cpus=max(self.workers, 1), include_dashboard=False, object_store_memory=_OBJECT_STORE, **settings
                )
        except (ConnectionError, OSError, RuntimeError, ValueError) as error:
            where = self._recipe.address or "on this machine"
            raise UserError(f"Ray does not start {where}: {' '.join(str(error).split())[:300]}") from None
        options = {"num_cpus": 0.5, "max_restarts": -1, "max_task_retries": -1}
        self.proposers: list[Any] = [
            ray.remote(Proposer).options(**options).remote(self._recipe.engine) for _ in range(self.workers)
        ]
        self.verifiers: list[Any] = [
            ray.remote(Verifier).options(**options).remote(self._recipe.filters) for _ in range(self.workers)
        ]
        return self

    def __exit__(self, *exc: object) -> None:
        self._ray.shutdown()

    def put(self, pool: Sequence[Task]) -> list[Any]:
        """A boxed reference to a round's pool."""
        return [self._ray.put(list(pool))]

    def attempt(self, index: int, proposal: Proposal, pool_ref: list[Any]) -> Any:
        """Start one attempt on worker pair `index`: propose, then verify, without a detour through the driver."""
        return self.verifiers[index].verify.remote(self.proposers[index].propose.remote(proposal, pool_ref))

    def prove(self, index: int, tasks: Sequence[Task]) -> Any:
        """Start proving seeds on verifier `index`."""
        return self.verifiers[index].prove.remote(list(tasks))

    def wait(self, refs: Sequence[Any]) -> list[Any]:
        """References that are ready, at least one; UserError when nothing at all moves for WAIT_S."""
        ready, _ = self._ray.wait(list(refs), num_returns=1, timeout=WAIT_S)
        if not ready:
            raise UserError(f"no worker answered for {WAIT_S:.0f} s; run the same command again to go on")
        more, _ = self._ray.wait(list(refs), num_returns=len(refs), timeout=0)
        return list(more)

    def get(self, ref: Any) -> Any:
        """The value behind a ready reference; Ray's own errors are raised."""
        return self._ray.get(ref, timeout=WAIT_S)

    @property
    def failures(self) -> tuple[type[Exception], ...]:
        """Errors after which an attempt is started again."""
        return (self._ray.exceptions.RayError,)


# --- seeds ---------------------------------------------------------------------------------------------------------------------


def prove_seeds(source: Sequence[SeedOutcome], store: Store, cluster: Cluster, monitor: Monitor) -> list[Task]:
    """Prove every seed once per run and keep what became of it; returns the proven ones. UserError where none is left."""
    known = store.seeds()
    if not known:
        loaded = [outcome for outcome in source if outcome.task is not None]
        chunks = [loaded[i :: cluster.workers] for i in range(cluster.workers)]
        refs = [cluster.prove(i, [o.task for o in chunk if o.task]) for i, chunk in enumerate(chunks)]
        reasons: dict[int, tuple[str, str]] = {}
        for chunk, ref in zip(chunks, refs, strict=True):
            for outcome, verdict in zip(chunk, cluster.get(ref), strict=True):
                reasons[id(outcome)] = verdict
        known = [_judged(outcome, reasons.get(id(outcome))) for outcome in source]
        store.put_seeds(known)
    proven = [outcome.task for outcome in known if outcome.status == "proven" and outcome.task]
    monitor.seeds(known)
    if not proven:
        raise UserError(
            "no seed is left: " + "; ".join(f"{o.origin}: {o.reason}" for o in known[:3]) if known else "the seeds are empty"
        )
    return proven


def _judged(outcome: SeedOutcome, verdict: tuple[str, str] | None) -> SeedOutcome:
    if outcome.task is None or verdict is None:
        return outcome
    reason, detail = verdict
    return SeedOutcome(outcome.origin, "refused" if reason else "proven", reason, detail, outcome.task)


# --- rounds --------------------------------------------------------------------------------------------------------------------


def evolve(recipe: Recipe, proven: Sequence[Task], store: Store, cluster: Cluster, monitor: Monitor) -> None:
    """All rounds, each leg of each round, from wherever the ledger stands."""
    gate = Gate(recipe, proven, store)
    monitor.start(gate.progress)
    try:
        for number in range(1, recipe.rounds + 1):
            pool = gate.pool(number)
            pool_ref = cluster.put(pool)
            gate.enter(number)
            for goal in _legs(recipe, number, store, gate):
                leg = plan.Leg(recipe, number, len(pool), goal, plan.attempt_limit(recipe), gate.progress)
                _run_leg(leg, gate, cluster, pool_ref, monitor)
    finally:
        monitor.stop()


def _legs(recipe: Recipe, number: int, store: Store, gate: Gate) -> Iterator[dict[str, int]]:
    """Goals of the round's legs. Each is written down before it begins, so that a resumed run goes on with the same one."""
    for index in range(plan.TOP_UPS + 1):
        key = f"leg/{number}/{index}"
        kept = store.get(key)
        if kept is not None:
            goal: dict[str, int] | None = json.loads(kept)
        elif index == 0:
            goal = plan.round_goal(recipe, number)
        else:
            last = number == recipe.rounds
            goal = plan.top_up(recipe, gate.progress, plan.attempt_limit(recipe)) if last else None
        if goal is None:
            return
        store.put(key, json.dumps(goal))
        yield goal


class Gate:
    """The only place where candidates become tasks: in order, through the stateful filters, into the ledger."""

    def __init__(self, recipe: Recipe, proven: Sequence[Task], store: Store) -> None:
        self.store, self.proven = store, list(proven)
        self._filters = [f for f in map(filter.load, recipe.filters) if f.stateful]
        self._terminal = {name for name in recipe.methods if method.load(name).terminal}
        self.progress = plan.Progress()
        self._children: list[tuple[int, Task]] = []
        self._attempts: dict[tuple[int, str], int] = {}
        self._idle: dict[tuple[int, str], int] = {}
        self._pending: list[Outcome] = []
        self.cost: dict[str, dict[str, float]] = json.loads(store.get("cost") or "{}")
        for task in self.proven:
            self._remember(task)
        for outcome in store.outcomes():
            self._count(outcome)

    def _remember(self, task: Task) -> None:
        for chosen in self._filters:
            chosen.remember(task)

    def _count(self, outcome: Outcome) -> None:
        key = (outcome.round, outcome.method)
        self._attempts[key] = max(self._attempts.get(key, 0), outcome.attempt + 1)
        self.progress.attempts = {name: n for (number, name), n in self._attempts.items() if number == outcome.round}
        self._idle[key] = 0 if outcome.status == "accepted" else self._idle.get(key, 0) + 1
        self.progress.idle = {name: n for (number, name), n in self._idle.items() if number == outcome.round}
        if outcome.status == "accepted" and outcome.task is not None:
            self.progress.accepted[outcome.method] = self.progress.accepted.get(outcome.method, 0) + 1
            self._remember(outcome.task)
            if outcome.method not in self._terminal:
                self._children.append((outcome.sequence, outcome.task))

    def enter(self, number: int) -> None:
        """Count attempts of this round from now on."""
        self.progress.attempts = {name: n for (of_round, name), n in self._attempts.items() if of_round == number}
        self.progress.idle = {name: n for (of_round, name), n in self._idle.items() if of_round == number}

    def pool(self, number: int) -> list[Task]:
        """Parents of a round: the seeds, and accepted children of earlier rounds that can be evolved further, in order."""
        return self.proven + [
            task for _, task in sorted(self._children, key=lambda pair: pair[0]) if task.lineage.round < number
        ]

    def admit(self, proposal: Proposal, attempt: Attempt, parent: Task) -> Outcome:
        """Decide on one attempt whose turn it is, and count it."""
        reason, detail, child = attempt.reason, attempt.detail, attempt.child
        if not reason and child is not None:
            try:
                for chosen in self._filters:
                    chosen.check(child, (), None)
            except filter.Reject as refused:
                reason, detail = refused.reason, refused.detail
        status = "rejected" if reason or child is None else "accepted"
        outcome = Outcome(
            proposal.sequence,
            proposal.round,
            proposal.method,
            proposal.attempt,
            status,
            reason,
            detail,
            parent.task_id,
            child,
        )
        self._count(outcome)
        self._pending.append(outcome)
        spent = self.cost.setdefault(proposal.method, {})
        for key, amount in attempt.cost.items():
            spent[key] = spent.get(key, 0) + amount
        if len(self._pending) >= BATCH:
            self.flush()
        return outcome

    def flush(self) -> None:
        """Commit what was decided."""
        if self._pending:
            self.store.commit(self._pending)
            self._pending = []
            self.store.put("cost", json.dumps(self.cost))


@dataclass
class _Slot:
    proposal: Proposal
    worker: int
    ref: Any
    tries: int = 1
    done: Attempt | None = None


def _run_leg(leg: plan.Leg, gate: Gate, cluster: Cluster, pool_ref: list[Any], monitor: Monitor) -> None:
    """Feed the actors from the leg's order and commit from its front."""
    pool = gate.pool(leg.round)
    order = leg.proposals()
    queue: deque[_Slot] = deque()
    load = [0] * cluster.workers
    exhausted = False
    while True:
        while not exhausted and len(queue) < WINDOW * cluster.workers:
            proposal = next(order, None)
            if proposal is None:
                exhausted = True
                break
            worker = min(range(cluster.workers), key=load.__getitem__)
            load[worker] += 1
            queue.append(_Slot(proposal, worker, cluster.attempt(worker, proposal, pool_ref)))
        if not queue:
            break
        _collect(queue, cluster, load, pool_ref)
        while queue and queue[0].done is not None:
            slot = queue.popleft()
            if not leg.finished(slot.proposal.method):
                assert slot.done is not None
                monitor.seen(gate.admit(slot.proposal, slot.done, pool[slot.proposal.parent]))
    gate.flush()


def _collect(queue: deque[_Slot], cluster: Cluster, load: list[int], pool_ref: list[Any]) -> None:
    waiting = {slot.ref: slot for slot in queue if slot.done is None}
    if not waiting or queue[0].done is not None:
        return
    for ref in cluster.wait(list(waiting)):
        slot = waiting[ref]
        try:
            slot.done = cluster.get(ref)
            load[slot.worker] -= 1
        except cluster.failures as error:
            # The node or the actor's process went away for good: the attempt is pure, so it is simply made again.
            if slot.tries >= RETRIES:
                slot.done = Attempt(reason="worker_lost", detail=f"{type(error).__name__} {slot.tries} times")
                load[slot.worker] -= 1
            else:
                slot.tries += 1
                slot.ref = cluster.attempt(slot.worker, slot.proposal, pool_ref)

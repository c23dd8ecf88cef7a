"""What a run makes, in which order: quotas per method and round, the sequence of attempts, and which parent each attempt draws.

All of it follows from the recipe and from what was accepted so far in order, never from timing, so one worker and forty plan the same run.
"""

from __future__ import annotations

import hashlib
import math
import random
from collections.abc import Iterator
from dataclasses import dataclass, field

from evol.engine import Proposal
from evol.recipe import Recipe

TOP_UPS = 4
STUCK = 150
MAX_SHARE = 0.35
_STRIDE = 10_000_000


def quotas(recipe: Recipe) -> dict[str, int]:
    """Accepted tasks wanted of each method in all, by weight, largest remainder first; the sum is the target."""
    total = sum(recipe.methods.values())
    exact = {name: recipe.target.accepted * weight / total for name, weight in recipe.methods.items()}
    whole = {name: math.floor(share) for name, share in exact.items()}
    left = recipe.target.accepted - sum(whole.values())
    for name in sorted(exact, key=lambda name: (whole[name] - exact[name], name))[:left]:
        whole[name] += 1
    return whole


def rng_seed(*parts: object) -> int:
    """A 63-bit seed from anything with a text form; the same on every machine."""
    return int.from_bytes(hashlib.sha256("/".join(map(str, parts)).encode()).digest()[:8], "big") >> 1


@dataclass
class Progress:
    """How far each method is in a round: attempts committed, attempts since its last accepted task; accepted tasks of the whole run."""

    attempts: dict[str, int] = field(default_factory=dict)
    accepted: dict[str, int] = field(default_factory=dict)
    idle: dict[str, int] = field(default_factory=dict)


@dataclass
class Leg:
    """A stretch of one round with fixed goals: each method goes on until it has `goal` accepted tasks or `limit` attempts in this round."""

    recipe: Recipe
    round: int
    pool_size: int
    goal: dict[str, int]
    limit: dict[str, int]
    progress: Progress

    def finished(self, method: str) -> bool:
        """Whether a method has nothing left to do in this leg."""
        done = self.progress.accepted.get(method, 0) >= self.goal.get(method, 0)
        # A method that has tried so much for nothing has nothing left in this pool.
        stuck = self.progress.idle.get(method, 0) >= max(STUCK, self.pool_size // 2)
        return done or stuck or self.progress.attempts.get(method, 0) >= self.limit[method]

    def proposals(self) -> Iterator[Proposal]:
        """Attempts in the run's order, one a method in turn, from where each method stands; endless until every method has finished."""
        methods = list(self.recipe.methods)
        attempt = min(self.progress.attempts.get(name, 0) for name in methods)
        started = dict(self.progress.attempts)
        while not all(self.finished(name) for name in methods):
            for place, name in enumerate(methods):
                if attempt >= started.get(name, 0) and attempt < self.limit[name] and not self.finished(name):
                    yield self._proposal(name, place, attempt)
            attempt += 1
            if attempt >= max(self.limit.values()):
                return

    def _proposal(self, name: str, place: int, attempt: int) -> Proposal:
        sequence = self.round * _STRIDE * 100 + attempt * len(self.recipe.methods) + place
        epoch, turn = divmod(attempt, self.pool_size)
        order = list(range(self.pool_size))
        random.Random(rng_seed(self.recipe.seed, "order", self.round, name, epoch)).shuffle(order)
        seed = rng_seed(self.recipe.seed, "draw", self.round, name, attempt)
        return Proposal(sequence, self.round, name, attempt, order[turn], seed)


def round_goal(recipe: Recipe, number: int) -> dict[str, int]:
    """Accepted tasks each method should have by the end of round `number` (counted from 1)."""
    return {name: math.ceil(total * number / recipe.rounds) for name, total in quotas(recipe).items()}


def attempt_limit(recipe: Recipe) -> dict[str, int]:
    """Most attempts of each method in one round: its share of the bound on candidates."""
    total = sum(recipe.methods.values())
    return {
        name: max(1, math.ceil(recipe.target.candidates * weight / total / recipe.rounds))
        for name, weight in recipe.methods.items()
    }


def top_up(recipe: Recipe, progress: Progress, limit: dict[str, int]) -> dict[str, int] | None:
    """Goals for the last round that give what lagging methods owe to those that still yield; None where nothing is owed or nobody can."""
    owed = recipe.target.accepted - sum(progress.accepted.values())
    able = [
        name
        for name in recipe.methods
        if progress.attempts.get(name, 0) < limit[name]
        and progress.accepted.get(name, 0) > 0
        and progress.idle.get(name, 0) < STUCK
    ]
    cap = max(*quotas(recipe).values(), math.floor(MAX_SHARE * recipe.target.accepted))
    room = {name: max(0, cap - progress.accepted.get(name, 0)) for name in able}
    able = [name for name in able if room[name] > 0]
    if owed <= 0 or not able:
        return None
    goal = dict(progress.accepted)
    share = math.ceil(owed / len(able))
    for name in able:
        extra = min(share, room[name], owed)
        goal[name] = progress.accepted.get(name, 0) + extra
        owed -= extra
    return goal

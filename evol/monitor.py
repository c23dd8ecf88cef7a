"""What a person sees while a run goes on: a live table on a terminal, a plain line now and then elsewhere."""

from __future__ import annotations

import sys
import time
from collections import Counter
from collections.abc import Sequence

from rich.console import Console
from rich.live import Live
from rich.markup import escape
from rich.table import Table

from evol import plan
from evol.plan import Progress
from evol.recipe import Recipe
from evol.store import Outcome, SeedOutcome, Store

EVERY_S = 5.0


class Monitor:
    """Counts what the gate decides and shows it. `quiet` shows nothing."""

    def __init__(self, recipe: Recipe, quiet: bool = False) -> None:
        self.recipe, self.quiet = recipe, quiet
        self.console = Console(stderr=True)
        self._live: Live | None = None
        self._reasons: dict[str, Counter[str]] = {name: Counter() for name in recipe.methods}
        self._quotas = plan.quotas(recipe)
        self._progress = Progress()
        self._began = self._shown = time.monotonic()
        self._at_start = 0

    def note(self, text: str) -> None:
        """One line."""
        if not self.quiet:
            # Names and reasons may come from someone's file: no control characters on the terminal.
            shown = "".join(char if char.isprintable() else " " for char in text)
            self.console.print(escape(shown), soft_wrap=True)

    def seeds(self, outcomes: Sequence[SeedOutcome]) -> None:
        """How many seeds are proven, and why others are not."""
        refused = [outcome for outcome in outcomes if outcome.status != "proven"]
        self.note(f"seeds: {len(outcomes) - len(refused)} proven, {len(refused)} left out")
        for reason, count in Counter(outcome.reason for outcome in refused).most_common():
            example = next(outcome for outcome in refused if outcome.reason == reason)
            self.note(f"  {count} {reason}, for one {example.origin}: {example.detail[:120]}")

    def start(self, progress: Progress) -> None:
        """Begin to show progress; what an earlier run accepted does not count for the rate."""
        self._progress, self._began = progress, time.monotonic()
        self._at_start = sum(progress.accepted.values())
        if self._at_start:
            self.note(f"resuming with {self._at_start} accepted tasks")
        if not self.quiet and self.console.is_terminal:
            self._live = Live(self._table(), console=self.console, refresh_per_second=4)
            self._live.start()

    def stop(self) -> None:
        """End the live table."""
        if self._live:
            self._live.update(self._table(), refresh=True)
            self._live.stop()
            self._live = None

    def seen(self, outcome: Outcome) -> None:
        """Note one decision."""
        self._reasons[outcome.method][outcome.reason or "accepted"] += 1
        now = time.monotonic()
        if now - self._shown < (0.25 if self._live else EVERY_S):
            return
        self._shown = now
        if self._live:
            self._live.update(self._table())
        elif not self.quiet:
            self.note(self._line(outcome.round))

    def _pace(self) -> tuple[int, float, str]:
        accepted = sum(self._progress.accepted.values())
        rate = (accepted - self._at_start) / max(time.monotonic() - self._began, 1e-9)
        left = (self.recipe.target.accepted - accepted) / rate if rate > 0 else float("inf")
        return accepted, rate, "?" if left == float("inf") else f"{max(left, 0):.0f} s"

    def _line(self, number: int) -> str:
        accepted, rate, left = self._pace()
        rejected = sum(
            count for reasons in self._reasons.values() for reason, count in reasons.items() if reason != "accepted"
        )
        return (
            f"round {number}/{self.recipe.rounds}: accepted {accepted}/{self.recipe.target.accepted}, rejected {rejected}, "
            f"{rate:.1f} accepted a second, about {left} left"
        )

    def _table(self) -> Table:
        accepted, rate, left = self._pace()
        title = (
            f"{self.recipe.name}: {accepted}/{self.recipe.target.accepted} accepted, {rate:.1f} a second, about {left} left"
        )
        table = Table(title=escape(title), title_justify="left")
        for column in ("method", "accepted", "wanted", "rejected", "most common reasons"):
            table.add_column(column)
        for name in self.recipe.methods:
            rejected = Counter({reason: n for reason, n in self._reasons[name].items() if reason != "accepted"})
            common = ", ".join(f"{reason} {count}" for reason, count in rejected.most_common(3))
            done = str(self._progress.accepted.get(name, 0))
            table.add_row(name, done, str(self._quotas[name]), str(rejected.total()), common)
        return table

    def done(self, store: Store) -> None:
        """Where everything is."""
        accepted = sum(self._progress.accepted.values()) or sum(1 for _ in store.outcomes("accepted"))
        self.note(f"done: {accepted} accepted tasks in {store.get('seconds')} s")
        if accepted < self.recipe.target.accepted:
            self.note(
                f"the target of {self.recipe.target.accepted} was not reached: add seeds or methods, or raise target.max_candidates"
            )
        for name, what in (
            ("tasks.parquet", "tasks"),
            ("rows.jsonl", "training rows"),
            ("report.html", "report"),
            ("README.md", "dataset card"),
        ):
            self.note(f"  {what + ':':15}{self.recipe.folder / name}")
        sys.stderr.flush()

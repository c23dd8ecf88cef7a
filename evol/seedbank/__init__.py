"""The shipped seeds: original tasks written for this project, one module per topic.

Every public function of a topic module is one seed: the docstring is the prompt, the body is the reference, and `@cases`
holds inputs with the answers worked out by hand. This file only records cases; `evol/seeds.py` turns them into tasks and
the sandbox proves them. Sentences of a docstring that begin with "Assume" are promises about the input which a method may
later take back, so each stands alone.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import Any, TypeVar

F = TypeVar("F", bound=Callable[..., Any])

TOPICS = (
    "strings", "lists", "dicts", "sets", "numbers", "number_theory", "geometry", "combinatorics", "matrices", "intervals",
    "dates", "parsing", "recursion", "dynamic_programming", "bits", "text", "simulation", "sorting", "searching",
)  # fmt: skip


class raises:
    """Stands where an expected value would: the call must raise exactly this exception type."""

    def __init__(self, error: type[Exception]) -> None:
        self.error = error.__name__


def cases(**by_kind: list[tuple[Any, ...]]) -> Callable[[F], F]:
    """Attach cases to a seed: `kind=[(arg, ..., expected), ...]`, where kind is `ordinary` or an edge kind."""

    def attach(function: F) -> F:
        function.__dict__["seed_cases"] = by_kind
        return function

    return attach

"""Verdicts, made in the trusted process from an outcome and a case. Starts from `unknown`; only a match makes `pass`."""

from __future__ import annotations

from typing import Literal

from evol.sandbox.client import Outcome
from evol.task import Case

Verdict = Literal["pass", "fail", "timeout", "oom", "crash", "unknown"]


def judge(case: Case, outcome: Outcome) -> Verdict:
    """The verdict on one call of a program under one case."""
    if outcome.status in ("timeout", "oom", "crash", "unknown"):
        return outcome.status  # type: ignore[return-value]
    if outcome.status == "ok" and case.matches(outcome.value):
        return "pass"
    if outcome.status == "raise" and case.raises is not None and outcome.error == case.raises:
        return "pass"
    return "fail"

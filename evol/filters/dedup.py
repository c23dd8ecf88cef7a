"""dedup: no task twice. By prompt (case, spacing and punctuation aside) and by content (solution up to names, shown program, inputs).

Exact keys only: paraphrases and equal behaviour are not covered here.
"""

from __future__ import annotations

import hashlib
import re
from collections.abc import Sequence
from typing import ClassVar

from evol.craft.brief import Brief
from evol.craft.source import SourceError, alpha_key
from evol.lab import Lab
from evol.method import Reject
from evol.task import Task


class FILTER:
    """Refuses a candidate whose key was seen before, among the seeds too."""

    stateful: ClassVar[bool] = True

    def __init__(self) -> None:
        self._seen: dict[str, str] = {}

    def check(self, child: Task, parents: Sequence[Task], lab: Lab | None) -> None:
        """Raise Reject naming the earlier task."""
        for reason, key in zip(("same_prompt", "same_content"), self._keys(child), strict=True):
            if key in self._seen:
                raise Reject(reason, f"as {self._seen[key]}")

    def remember(self, task: Task) -> None:
        """Note both keys of a task."""
        for key in self._keys(task):
            self._seen.setdefault(key, task.task_id)

    @staticmethod
    def _keys(task: Task) -> tuple[str, str]:
        brief = Brief.parse(task.prompt)
        words = re.findall(r"\w+|\S", f"{brief.whole} {brief.shown}".lower())
        try:
            solution = alpha_key(task.canonical_solution)
        except SourceError:
            solution = task.canonical_solution
        inputs = sorted(case.args + case.kwargs for case in task.cases)
        content = "\n".join([solution, task.shown_program, *inputs])
        return _digest("prompt " + " ".join(words)), _digest("content " + content)


def _digest(text: str) -> str:
    return hashlib.sha256(text.encode("utf-8", "backslashreplace")).hexdigest()

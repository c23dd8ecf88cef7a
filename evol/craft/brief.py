"""The text of a task in its parts: statement, requirements, a shown program, signature and examples; parse and render are inverse.

Any text parses: what has no known heading is the statement, so tasks from elsewhere can be evolved like our own.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass, replace

from evol import values
from evol.task import Case

_SHOWN = re.compile(r"\n\n(?P<lead>[^\n]+)\n\n```python\n(?P<code>.*?)\n```(?=\n\n|\Z)", re.S)
_EXAMPLES = re.compile(r"\n\nExamples:\n\n```python\n(?P<code>.*?)\n```\Z", re.S)
_SIGNATURE = re.compile(r"\n\nSignature: `(?P<text>def [^\n]+)`\Z")
_REQUIREMENTS = re.compile(r"\n\nRequirements(?:, to be applied in this order)?:\n\n(?P<items>(?:- [^\n]*\n?)+)\Z")


@dataclass(frozen=True)
class Brief:
    """One prompt. `shown` is a program quoted in it and `lead` the line that introduces it."""

    statement: str
    requirements: tuple[str, ...] = ()
    lead: str = ""
    shown: str = ""
    signature: str = ""
    examples: str = ""

    @classmethod
    def parse(cls, prompt: str) -> Brief:
        """The parts of a prompt."""
        text, examples, sign, lead, shown = prompt.strip("\n"), "", "", "", ""
        if found := _EXAMPLES.search(text):
            text, examples = text[: found.start()], found["code"]
        if found := _SIGNATURE.search(text):
            text, sign = text[: found.start()], found["text"]
        if (found := _SHOWN.search(text)) and found.end() == len(text):
            text, lead, shown = text[: found.start()], found["lead"], found["code"]
        requirements: tuple[str, ...] = ()
        if found := _REQUIREMENTS.search(text):
            text = text[: found.start()]
            requirements = tuple(line[2:] for line in found["items"].strip("\n").split("\n"))
        return cls(text, requirements, lead, shown, sign, examples)

    def render(self) -> str:
        """The prompt a student is shown."""
        parts = [self.statement]
        if self.requirements:
            heading = "Requirements, to be applied in this order:" if len(self.requirements) > 1 else "Requirements:"
            parts.append(f"{heading}\n\n" + "\n".join(f"- {line}" for line in self.requirements))
        if self.shown:
            parts += [self.lead, f"```python\n{self.shown.strip()}\n```"]
        if self.signature:
            parts.append(f"Signature: `{self.signature}`")
        if self.examples:
            parts.append(f"Examples:\n\n```python\n{self.examples}\n```")
        return "\n\n".join(parts) + "\n"

    def require(self, *lines: str) -> Brief:
        """The brief with more requirements at the end, for what happens to the answer."""
        return replace(self, requirements=(*self.requirements, *lines))

    def require_first(self, *lines: str) -> Brief:
        """The brief with more requirements at the front, for what happens to the input: a new guard runs before older ones."""
        return replace(self, requirements=(*lines, *self.requirements))

    def without_promises(self, *words: str) -> Brief:
        """The brief without the "Assume ..." sentences that mention one of the words."""
        kept = []
        for paragraph in self.statement.split("\n\n"):
            sentences = re.split(r"(?<=[.:])\s+(?=[A-Z`])", paragraph)
            text = " ".join(s for s in sentences if not (s.startswith("Assume") and any(w in s for w in words)))
            if text:
                kept.append(text)
        return replace(self, statement="\n\n".join(kept) or self.statement)

    @property
    def answers_early(self) -> bool:
        """Whether a requirement settles the answer for some inputs, which a rule about "the answer" would then have to speak of."""
        return any(re.search(r"\breturn (?:`|an empty)", line) for line in self.requirements)

    @property
    def whole(self) -> str:
        """Statement and requirements in one paragraph, to quote inside another task."""
        return " ".join([" ".join(self.statement.split()), *self.requirements])


def quote_example(entry_point: str, case: Case) -> str:
    """A case as an interactive session would show it."""
    call = f">>> {entry_point}({', '.join(map(values.literal, case.arguments()))})"
    if case.raises is not None:
        return f"{call}\nTraceback (most recent call last):\n    ...\n{case.raises}"
    if case.answer() is None:
        return f"{call} is None\nTrue"  # an interactive session shows nothing for None
    return f"{call}\n{values.literal(case.answer())}"


def examples(entry_point: str, cases: Iterable[Case], first: int = 0, limit: int = 3) -> str:
    """Up to `limit` short examples with different answers: the `first` cases at the front, ordinary ones, and an edge one where there is one."""
    given = list(cases)
    short = [case for case in given[first:] if len(case.args) + len(case.expected or "") < 160]
    once = {(case.expected, case.raises): case for case in reversed(short)}
    short = sorted(short, key=lambda case: once[(case.expected, case.raises)] is not case)
    plain = [case for case in short if case.kind == "ordinary"]
    edge = [case for case in short if case.kind != "ordinary"]
    lead = [case for case in given[:first] if len(case.args) + len(case.expected or "") < 300][:1]
    room = limit - len(lead)
    chosen = plain[: room - bool(edge)] + edge[:1] if plain else edge[:room]
    shown = {case.args: case for case in (*chosen, *lead)}
    return "\n".join(quote_example(entry_point, case) for case in shown.values())

"""Task, Case, Lineage and Row: the one schema that every stage reads and writes.

All are frozen and validated when built. Values inside cases are kept as the canonical text of `evol.values`, so a case is
hashable, crosses processes and files without loss, and its inputs are rebuilt at every use. Not here: how a task is proven
(`evol.method`, `evol.filters`) or stored (`evol.store`).
"""

from __future__ import annotations

import hashlib
import json
import re
from collections.abc import Mapping
from functools import cached_property
from typing import Any, Literal, Self, get_args

from pydantic import BaseModel, ConfigDict, Field, field_validator, model_validator

from evol import values

_SURROGATES = re.compile("[\ud800-\udfff]")
Comparator = Literal["exact", "approx", "unordered"]
Kind = Literal[
    "ordinary", "empty", "single", "zero", "negative", "duplicate", "unequal_lengths", "boundary", "unicode", "huge",
    "whitespace", "unsorted", "nested", "none", "nan", "wrong_type",
]  # fmt: skip
KINDS: tuple[str, ...] = get_args(Kind)
EDGE_KINDS = KINDS[1:]


class _Frozen(BaseModel):
    model_config = ConfigDict(frozen=True, extra="forbid")

    @model_validator(mode="after")
    def _storable(self) -> Self:
        # Lone surrogates have no UTF-8 form: neither Parquet nor sqlite could give them back. Inside values they are escaped.
        for name in type(self).model_fields:
            given = getattr(self, name)
            for text in (given,) if isinstance(given, str) else given if isinstance(given, tuple) else ():
                if isinstance(text, str) and not text.isascii() and _SURROGATES.search(text):
                    raise ValueError(f"{name} holds a lone surrogate")
        return self


class Case(_Frozen):
    """One call of the entry point and what must come of it.

    `args`, `kwargs` and `expected` hold value text (a list, a dict and any value); exactly one of `expected` and `raises` (an
    exception type's name) is set. `approx` compares numbers with `math.isclose` under the two tolerances.
    """

    args: str
    kwargs: str = '{"d":[]}'
    expected: str | None = None
    raises: str | None = None
    comparator: Comparator = "exact"
    rel_tol: float = 1e-9
    abs_tol: float = 1e-9
    kind: Kind = "ordinary"

    @model_validator(mode="after")
    def _one_outcome(self) -> Case:
        if (self.expected is None) == (self.raises is None):
            raise ValueError("a case needs exactly one of expected and raises")
        for name, text, kind in (("args", self.args, list), ("kwargs", self.kwargs, dict)):
            if type(values.loads(text)) is not kind:
                raise ValueError(f"{name} must hold a {kind.__name__}")
        if self.expected is not None:
            values.loads(self.expected)
        return self

    @classmethod
    def of(cls, args: list[Any] | tuple[Any, ...], expected: Any, *, kind: str = "ordinary", kwargs: Any = None) -> Case:
        """A case from plain values; answers that hold a float are compared approximately."""
        text = values.dumps(expected)
        return cls.from_text(values.dumps(list(args)), expected=text, kind=kind, kwargs=values.dumps(kwargs or {}))

    @classmethod
    def from_text(
        cls, args: str, *, expected: str | None = None, raises: str | None = None, kind: str = "ordinary",
        kwargs: str = '{"d":[]}',
    ) -> Case:  # fmt: skip
        """A case from value text, with the comparator that its answer calls for."""
        comparator: Comparator = "approx" if expected is not None and _holds_float(values.loads(expected)) else "exact"
        return cls(args=args, kwargs=kwargs, expected=expected, raises=raises, comparator=comparator, kind=kind)  # type: ignore[arg-type]

    def arguments(self) -> list[Any]:
        """A fresh copy of the positional arguments."""
        found: list[Any] = values.loads(self.args)
        return found

    def keywords(self) -> dict[str, Any]:
        """A fresh copy of the keyword arguments."""
        found: dict[str, Any] = values.loads(self.kwargs)
        return found

    def answer(self) -> Any:
        """A fresh copy of the expected value; raises ValueError where an exception is expected."""
        if self.expected is None:
            raise ValueError("this case expects an exception")
        return values.loads(self.expected)

    def matches(self, value: str) -> bool:
        """Whether value text returned by a program is the expected value under this case's comparator."""
        if self.expected is None:
            return False
        if self.expected == value:
            return True
        got, want = values.loads(value), values.loads(self.expected)
        if self.comparator == "approx":
            return values.close(got, want, self.rel_tol, self.abs_tol)
        return values.same_unordered(got, want) if self.comparator == "unordered" else values.same(got, want)


def _holds_float(value: Any) -> bool:
    if isinstance(value, (float, complex)):
        return True
    if isinstance(value, dict):
        return any(map(_holds_float, value.values()))
    return isinstance(value, (list, tuple, set, frozenset)) and any(map(_holds_float, value))


class Lineage(_Frozen):
    """Where a task comes from. `parents` are task ids, `seeds` the seeds they go back to; a seed has neither and round 0."""

    method: str = "seed"
    engine: str = ""
    round: int = 0
    parents: tuple[str, ...] = ()
    seeds: tuple[str, ...] = ()
    rng_seed: int = 0
    prompt_hash: str = ""
    detail: str = ""

    @property
    def depth(self) -> int:
        """How many evolutions lie between the task and its seeds: the round it was made in."""
        return self.round


class Task(_Frozen):
    """One problem with its proven answer.

    `prompt` is all that a student is shown; `canonical_solution` is a whole program that defines `entry_point`. `parts` names the
    functions of the solution that it must call; `shown_program` is a wrong program quoted in the prompt; `second_solution` is an
    independent derivation, where a method gives one. `failing_program` is the parent's program and `failing_entry_point` its
    function. `task_id` is a hash of the content (everything but lineage and origin), so equal tasks have equal ids everywhere.
    """

    prompt: str = Field(min_length=1)
    entry_point: str
    canonical_solution: str = Field(min_length=1)
    cases: tuple[Case, ...] = Field(min_length=1)
    parts: tuple[str, ...] = ()
    shown_program: str = ""
    second_solution: str = ""
    failing_program: str = ""
    failing_entry_point: str = ""
    licence: str = "unknown"
    attribution: str = ""
    origin: str = ""
    lineage: Lineage = Lineage()

    @field_validator("entry_point")
    @classmethod
    def _identifier(cls, name: str) -> str:
        if not name.isidentifier():
            raise ValueError(f"entry_point {name!r} is not a Python name")
        return name

    def model_copy(self, *, update: Mapping[str, Any] | None = None, deep: bool = False) -> Self:
        """A copy with changes; its id is worked out anew."""
        made = super().model_copy(update=update, deep=deep)
        made.__dict__.pop("task_id", None)
        return made

    def __hash__(self) -> int:
        # The model's own hash walks every case at each call; tasks are keys of caches over whole pools.
        return hash(self.task_id)

    @cached_property
    def task_id(self) -> str:
        """`te-` and the first 16 hexadecimal digits of the SHA-256 of the content."""
        content = self.model_dump(mode="json", exclude={"lineage", "origin", "licence", "attribution"})
        text = json.dumps(content, sort_keys=True, separators=(",", ":"))
        return "te-" + hashlib.sha256(text.encode()).hexdigest()[:16]

    @property
    def edge_kinds(self) -> tuple[str, ...]:
        """The edge kinds among the cases, in the order of EDGE_KINDS."""
        present = {case.kind for case in self.cases}
        return tuple(kind for kind in EDGE_KINDS if kind in present)

    @property
    def seeds(self) -> tuple[str, ...]:
        """The origins of the seeds this task goes back to; a seed's own origin where it is one."""
        return self.lineage.seeds or ((self.origin or self.task_id),)


class Row(_Frozen):
    """One training example of the kind `solve`: prompt to completion, with where it came from."""

    task_id: str
    prompt: str
    completion: str
    entry_point: str
    method: str
    round: int
    seeds: tuple[str, ...]
    edge_kinds: tuple[str, ...]
    licence: str
    kind: Literal["solve"] = "solve"

    @classmethod
    def solve(cls, task: Task) -> Row:
        """The `solve` row of a task; the completion is the solution in a fenced block."""
        return cls(
            task_id=task.task_id,
            prompt=task.prompt,
            completion=f"```python\n{task.canonical_solution.strip()}\n```\n",
            entry_point=task.entry_point,
            method=task.lineage.method,
            round=task.lineage.round,
            seeds=task.seeds,
            edge_kinds=task.edge_kinds,
            licence=task.licence,
        )

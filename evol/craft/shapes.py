"""What a task's cases show about its inputs and answers: the shape (type) of each place and the domain its values keep to.

Shapes and domains are read off proven cases, never off annotations, because a model may have written those.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass
from functools import lru_cache
from itertools import pairwise
from typing import Any

from evol.task import Task

SEQUENCES = ("list", "tuple", "str")
_CHECKED_PROMISES = re.compile(
    r"\b(not empty|non-empty|not negative|is positive|are positive|greater than 0|above 0|larger than 0|at least (?:one|1|0)\b)"
)


def unchecked_promise(task: Task) -> bool:
    """Whether the prompt promises something about its input ("Assume ...") that a domain does not hold."""
    return any(not _checked(sentence, task) for sentence in re.findall(r"Assume[^.]*", task.prompt))


def _checked(sentence: str, task: Task) -> bool:
    if re.search(r"sorted|ascending", sentence):
        return any(domain.sorted for domain in profile(task).params)
    if re.search(r"same length|equally long|as long as|equal length|same size", sentence):
        return bool(profile(task).equal_lengths) or any(domain.rectangular for domain in profile(task).params)
    return _CHECKED_PROMISES.search(sentence) is not None


@dataclass(frozen=True)
class Shape:
    """A type with what it holds: `Shape("list", (Shape("int"),))`. `any` stands for an empty container's unknown items."""

    name: str
    items: tuple[Shape, ...] = ()

    def __str__(self) -> str:
        if self.name == "row":
            return f"tuple[{', '.join(map(str, self.items))}]"
        inner = ", ".join(map(str, self.items))
        if self.name == "tuple":
            inner += ", ..."
        return f"{self.name}[{inner}]" if self.items else {"any": "Any", "none": "None"}.get(self.name, self.name)

    @property
    def item(self) -> Shape:
        return self.items[0] if self.items else ANY

    @property
    def known(self) -> bool:
        """Whether no part is unknown or mixed."""
        return self.name not in ("any", "mixed", "object") and all(item.known for item in self.items)


ANY = Shape("any")
MIXED = Shape("mixed")
INT, FLOAT, STR, BOOL = Shape("int"), Shape("float"), Shape("str"), Shape("bool")


def shape_of(value: Any) -> Shape:
    """The shape of one value. A short tuple is a `row` (a record) until another of a different length shows it is a sequence."""
    if value is None:
        return Shape("none")
    name = type(value).__name__
    if name in ("int", "float", "str", "bool", "bytes", "date", "complex"):
        return Shape(name)
    if name in ("list", "set", "frozenset"):
        return Shape(name, (join_all(map(shape_of, value)),))
    if name == "tuple":
        parts = tuple(map(shape_of, value))
        return Shape("row", parts) if 0 < len(parts) <= 6 else Shape("tuple", (join_all(parts),))
    if name == "dict":
        return Shape(name, (join_all(map(shape_of, value)), join_all(map(shape_of, value.values()))))
    return Shape("object")


def join_shapes(left: Shape, right: Shape) -> Shape:
    """The shape that covers both; `mixed` where nothing does."""
    if left == right or right == ANY:
        return left
    if left == ANY:
        return right
    if left.name == right.name and len(left.items) == len(right.items):
        return Shape(left.name, tuple(join_shapes(a, b) for a, b in zip(left.items, right.items, strict=True)))
    if {left.name, right.name} <= {"row", "tuple"}:
        return Shape("tuple", (join_all([*left.items, *right.items]),))
    if {left.name, right.name} == {"int", "float"}:
        return FLOAT
    return MIXED


def join_all(shapes: Iterable[Shape]) -> Shape:
    """All shapes joined; ANY for none."""
    joined = ANY
    for shape in shapes:
        joined = join_shapes(joined, shape)
    return joined


@dataclass(frozen=True)
class Domain:
    """What the values at one parameter keep to in every case: their shape, number range, length range, order, letters."""

    shape: Shape
    low: float = 0
    high: float = 0
    has_numbers: bool = False
    min_len: int = 0
    max_len: int = 0
    sorted: bool = False
    distinct: bool = False
    marks: frozenset[str] = frozenset()
    ordered_rows: frozenset[tuple[int, int, bool]] = frozenset()
    rectangular: bool = False
    written: frozenset[str] = frozenset()

    def admits(self, value: Any) -> bool:
        """Whether a value of the right shape keeps to the signs, order, emptiness and rough size seen so far."""
        if join_shapes(self.shape, shape_of(value)) != self.shape:
            return False
        seen = domain_of([value])
        if seen.has_numbers:
            if not self.has_numbers or (self.low >= 0 > seen.low) or (self.low > 0 >= seen.low):
                return False
            if max(abs(seen.low), abs(seen.high)) > max(100.0, 10 * max(abs(self.low), abs(self.high))):
                return False
        if self.shape.name in (*SEQUENCES, "set", "dict"):
            if seen.min_len < min(self.min_len, 1) or seen.max_len > max(200, 4 * self.max_len):
                return False
            if (self.sorted and not seen.sorted) or (self.distinct and not seen.distinct):
                return False
        if not all(_row_keeps(row, self.ordered_rows) for row in _rows_in(value)):
            return False
        if self.rectangular and not _rectangular(value):
            return False
        return self.written.issuperset(_texts_in(value)) if self.written else seen.marks <= self.marks


def numbers_in(value: Any) -> list[float]:
    """Every int and float inside a value (bools left out)."""
    if isinstance(value, (int, float)) and not isinstance(value, bool):
        return [value] if value == value else []
    if isinstance(value, dict):
        return [n for pair in value.items() for part in pair for n in numbers_in(part)]
    if isinstance(value, (list, tuple, set, frozenset)):
        return [n for item in value for n in numbers_in(item)]
    return []


def _texts_in(value: Any) -> list[str]:
    if isinstance(value, str):
        return [value]
    if isinstance(value, dict):
        return [t for pair in value.items() for part in pair for t in _texts_in(part)]
    return [t for item in value for t in _texts_in(item)] if isinstance(value, (list, tuple, set, frozenset)) else []


def _rows_in(value: Any) -> list[tuple[Any, ...]]:
    """The records (short tuples) inside a value."""
    if isinstance(value, tuple) and 1 < len(value) <= 6:
        return [value]
    if isinstance(value, dict):
        return [row for part in value.values() for row in _rows_in(part)]
    return [row for item in value for row in _rows_in(item)] if isinstance(value, (list, set, frozenset)) else []


def _row_orders(rows: list[tuple[Any, ...]]) -> frozenset[tuple[int, int, bool]]:
    """(i, j, strict) for places of numbers that are in order in every record: the start and the end of an interval, for one."""
    widths = {len(row) for row in rows}
    if len(rows) < 3 or len(widths) != 1:
        return frozenset()
    found = []
    for i in range(min(widths)):
        for j in range(i + 1, min(widths)):
            pairs = [(row[i], row[j]) for row in rows]
            if all(type(a) in (int, float) and type(b) in (int, float) and a <= b for a, b in pairs):
                found.append((i, j, all(a < b for a, b in pairs)))
    return frozenset(found)


def _row_keeps(row: tuple[Any, ...], orders: frozenset[tuple[int, int, bool]]) -> bool:
    return all(j < len(row) and (row[i] < row[j] if strict else row[i] <= row[j]) for i, j, strict in orders)


def _is_table(value: Any) -> bool:
    return isinstance(value, list) and len(value) > 1 and all(isinstance(row, list) for row in value)


def _rectangular(value: Any) -> bool:
    return not _is_table(value) or len(set(map(len, value))) == 1


def _written(texts: list[str]) -> frozenset[str]:
    """The texts themselves where all are written in one form with numbers (dates, times of day), which mutation would break."""
    forms = {re.sub(r"[^\W\d]+", "a", re.sub(r"\d+", "0", text)) for text in texts if text}
    one = len(forms) == 1 and re.search(r"0.*[^\w\s].*0", next(iter(forms)))
    return frozenset(texts) if one and len(set(texts)) > 2 else frozenset()


def _mark(char: str) -> str:
    """The class of a character: a lower case letter, an upper case one, a digit, any non-ASCII one, or itself."""
    if not char.isascii():
        return "\u00e9"
    return "a" if char.islower() else "A" if char.isupper() else "0" if char.isdigit() else char


def _in_order(value: Any) -> bool:
    try:
        return all(a <= b for a, b in pairwise(value))
    except TypeError:
        return False


def _all_different(value: Any) -> bool:
    return all(item not in value[:i] for i, item in enumerate(value))


def domain_of(found: list[Any]) -> Domain:
    """The domain that the given values of one parameter show."""
    numbers = numbers_in(found)
    sized = [value for value in found if isinstance(value, (list, tuple, str, set, dict, frozenset))]
    ordered = [value for value in found if isinstance(value, (list, tuple))]
    lengths = [len(value) for value in sized] or [0]
    return Domain(
        shape=join_all(map(shape_of, found)),
        low=min(numbers, default=0), high=max(numbers, default=0), has_numbers=bool(numbers),
        min_len=min(lengths), max_len=max(lengths),
        sorted=bool(ordered) and all(map(_in_order, ordered)),
        distinct=bool(ordered) and all(map(_all_different, ordered)),
        marks=frozenset(_mark(char) for text in _texts_in(found) for char in text),
        ordered_rows=_row_orders(_rows_in(found)),
        rectangular=any(map(_is_table, found)) and all(map(_rectangular, found)),
        written=_written(_texts_in(found)),
    )  # fmt: skip


@dataclass(frozen=True)
class Profile:
    """Domains of a task's parameters, the shape of its answers, and whether the sized parameters always have equal lengths."""

    params: tuple[Domain, ...]
    result: Shape
    equal_lengths: tuple[int, ...] = ()
    raises: bool = False


@lru_cache(maxsize=4096)
def profile(task: Task) -> Profile:
    """The profile of a task from its cases (cases that expect an exception say nothing about the domain)."""
    good = [case for case in task.cases if case.expected is not None and case.kind not in ("none", "nan", "wrong_type")]
    rows = [case.arguments() for case in good] or [case.arguments() for case in task.cases]
    width = min(map(len, rows))
    params = tuple(domain_of([row[i] for row in rows]) for i in range(width))
    sized = [i for i, domain in enumerate(params) if domain.shape.name in ("list", "tuple", "str")]
    equal = len(sized) >= 2 and all(len({len(row[i]) for i in sized}) == 1 for row in rows)
    result = join_all(shape_of(case.answer()) for case in good)
    return Profile(params, result, tuple(sized) if equal else (), any(case.raises for case in task.cases))

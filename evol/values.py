"""Plain Python values as strict JSON text and back without loss, and how two values are compared.

Covers None, bool, int of any size, float (nan, inf, -0.0), complex, str (lone surrogates too), bytes, bytearray, list, tuple, set,
frozenset, dict with any keys, range, Decimal, Fraction, date, datetime, time, timedelta, deque, Counter, OrderedDict and defaultdict. A
subclass of one of these is written as its base. Anything else becomes `Opaque`, which equals only another Opaque with the same
type and text. Not covered: shared references and cycles (`ValueFormatError`). Never pickle or marshal.

Form: None, bool, int below 2**63, finite float, str and list are JSON's own; every other type is an object with one key, its tag.
Imports only the standard library: the sandbox's zygote loads this file by path.
"""

from __future__ import annotations

import base64
import json
import math
import re
from collections import Counter, OrderedDict, defaultdict, deque
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta
from decimal import Decimal
from fractions import Fraction
from typing import Any

MAX_DEPTH = 100
MAX_NODES = 200_000
_PLAIN_INT = 1 << 63


class ValueFormatError(ValueError):
    """The text is not a value in the form above, or the value is too deep, too large or cyclic."""


@dataclass(frozen=True)
class Opaque:
    """An object outside the covered types: its type's name and the start of its repr."""

    type_name: str
    text: str


# --- writing -------------------------------------------------------------------------------------------------------------------


def dumps(value: Any) -> str:
    """Canonical JSON text of `value`: equal values of equal types give equal text (dicts keep their order).

    Raises ValueFormatError when the value is deeper than MAX_DEPTH or has more than MAX_NODES parts.
    """
    return json.dumps(_Writer().tree(value, 0), separators=(",", ":"), allow_nan=False)


class _Writer:
    def __init__(self) -> None:
        self.nodes = 0

    def tree(self, value: Any, depth: int) -> Any:
        self.nodes += 1
        if depth > MAX_DEPTH or self.nodes > MAX_NODES:
            raise ValueFormatError("value too deep or too large")
        kind = type(value)
        if value is None or kind is bool:
            return value
        if kind is str:
            return value if _SURROGATES.search(value) is None else {"u": _base64(value.encode("utf-8", "surrogatepass"))}
        if kind is int:
            return value if -_PLAIN_INT <= value < _PLAIN_INT else {"n": hex(value)}
        if kind is float:
            return value if math.isfinite(value) else {"f": repr(value)}
        if kind is list:
            return [self.tree(item, depth + 1) for item in value]
        return self._tagged(value, kind, depth + 1)

    def _tagged(self, value: Any, kind: type, depth: int) -> Any:
        if kind is tuple:
            return {"t": [self.tree(item, depth) for item in value]}
        if kind is dict:
            return {"d": self._pairs(value, depth)}
        if kind is set or kind is frozenset:
            items = sorted((self.tree(item, depth) for item in value), key=json.dumps)
            return {"s" if kind is set else "z": items}
        if kind is bytes or kind is bytearray:
            return {"b" if kind is bytes else "a": _base64(value)}
        if kind is complex:
            return {"c": [self.tree(value.real, depth), self.tree(value.imag, depth)]}
        if kind is range:
            return {"r": [self.tree(part, depth) for part in (value.start, value.stop, value.step)]}
        if kind is deque:
            return {"q": [self.tree(item, depth) for item in value]}
        if kind is Fraction:
            return {"F": [self.tree(value.numerator, depth), self.tree(value.denominator, depth)]}
        if kind is Opaque:
            return {"o": [value.type_name, value.text]}
        if kind in _MAPPINGS:
            return {"m": [_MAPPINGS[kind], self._pairs(value, depth)]}
        if kind in _TEXT_FORMS:
            tag, write, _ = _TEXT_FORMS[kind]
            return {tag: write(value)}
        return self._subclass(value, kind, depth)

    def _pairs(self, value: Any, depth: int) -> list[list[Any]]:
        return [[self.tree(key, depth), self.tree(item, depth)] for key, item in dict.items(value)]

    def _subclass(self, value: Any, kind: type, depth: int) -> Any:
        # The base's own unbound methods are called, so an overridden __iter__ or __int__ has no say.
        for base, plain in _BASES:
            if base in kind.__mro__:
                return self.tree(plain(value), depth)
        try:
            text = repr(value)[:200]
        except Exception:  # a repr may do anything; it is only shown
            text = "<repr failed>"
        return {"o": [kind.__name__[:100], text]}


_SURROGATES = re.compile("[\ud800-\udfff]")


def _base64(raw: bytes) -> str:
    return base64.b64encode(raw).decode("ascii")


def _timedelta(text: str) -> timedelta:
    days, seconds, microseconds = (int(part) for part in text.split(":"))
    return timedelta(days, seconds, microseconds)


_BASES: list[tuple[type, Any]] = [
    (int, lambda v: int.__add__(v, 0)),
    (float, float.__pos__),
    (str, str.__str__),
    (tuple, lambda v: tuple(tuple.__iter__(v))),
    (list, lambda v: list(list.__iter__(v))),
    (Counter, lambda v: Counter(dict(dict.items(v)))),
    (OrderedDict, lambda v: OrderedDict(OrderedDict.items(v))),
    (dict, lambda v: dict(dict.items(v))),
    (set, lambda v: set(set.__iter__(v))),
    (frozenset, lambda v: frozenset(frozenset.__iter__(v))),
    (bytes, lambda v: bytes.__getitem__(v, slice(None))),
    (bytearray, lambda v: bytearray.__getitem__(v, slice(None))),
    (deque, lambda v: deque(deque.__iter__(v))),
    (Decimal, Decimal.__pos__),
    (datetime, lambda v: datetime.combine(datetime.date(v), datetime.timetz(v))),
    (date, lambda v: date.fromordinal(date.toordinal(v))),
]
_MAPPINGS: dict[type, str] = {Counter: "Counter", OrderedDict: "OrderedDict", defaultdict: "defaultdict"}
_TEXT_FORMS: dict[type, tuple[str, Any, Any]] = {
    Decimal: ("D", str, Decimal),
    datetime: ("dt", datetime.isoformat, datetime.fromisoformat),
    date: ("date", date.isoformat, date.fromisoformat),
    time: ("time", time.isoformat, time.fromisoformat),
    timedelta: ("td", lambda v: f"{v.days}:{v.seconds}:{v.microseconds}", _timedelta),
}
_TEXT_READERS = {tag: read for tag, _, read in _TEXT_FORMS.values()}


# --- reading -------------------------------------------------------------------------------------------------------------------


def loads(text: str | bytes) -> Any:
    """The value that `dumps` wrote. Any other text raises ValueFormatError and nothing else."""
    try:
        return _read(json.loads(text, parse_constant=_no_constant), 0)
    except ValueFormatError:
        raise
    except (ValueError, TypeError, KeyError, ArithmeticError, RecursionError) as error:
        raise ValueFormatError(f"not a value: {type(error).__name__}") from None


def _no_constant(name: str) -> Any:
    raise ValueFormatError(f"bare {name}")


def _read(tree: Any, depth: int) -> Any:
    if depth > MAX_DEPTH + 1:
        raise ValueFormatError("too deep")
    if isinstance(tree, list):
        return [_read(item, depth + 1) for item in tree]
    if not isinstance(tree, dict):
        return tree
    if len(tree) != 1:
        raise ValueFormatError("an object has one tag")
    tag, body = next(iter(tree.items()))
    return _read_tagged(tag, body, depth + 1)


def _read_tagged(tag: str, body: Any, depth: int) -> Any:
    if tag in _TEXT_READERS or tag in ("n", "f", "b", "a", "u"):
        return _read_text(tag, _need(body, str))
    parts = _need(body, list)
    if tag in _ITEM_READERS:
        return _ITEM_READERS[tag]([_read(item, depth) for item in parts])
    if tag == "d":
        return dict(_read_pairs(parts, depth))
    if tag == "F":
        top, bottom = (_need(_read(part, depth), int) for part in parts)
        return Fraction(top, bottom)
    if tag == "c":
        real, imag = (_need(_read(part, depth), float) for part in parts)
        return complex(real, imag)
    if tag == "r":
        return range(*(_need(_read(part, depth), int) for part in parts))
    if tag == "m":
        name, pairs = parts
        return _read_mapping(name, dict(_read_pairs(_need(pairs, list), depth)))
    if tag == "o":
        name, shown = parts
        return Opaque(_need(name, str), _need(shown, str))
    raise ValueFormatError(f"unknown tag {tag[:20]!r}")


_ITEM_READERS: dict[str, Any] = {"t": tuple, "s": set, "z": frozenset, "q": deque}


def _read_text(tag: str, text: str) -> Any:
    if tag == "n":
        if not text.lstrip("-").startswith("0x"):
            raise ValueFormatError("big int is not hexadecimal")
        return int(text, 16)
    if tag == "f":
        if text not in ("nan", "inf", "-inf"):
            raise ValueFormatError("not a special float")
        return float(text)
    if tag in ("b", "a"):
        raw = base64.b64decode(text, validate=True)
        return raw if tag == "b" else bytearray(raw)
    if tag == "u":
        return base64.b64decode(text, validate=True).decode("utf-8", "surrogatepass")
    return _TEXT_READERS[tag](text)


def _read_pairs(pairs: list[Any], depth: int) -> list[tuple[Any, Any]]:
    return [(_read(key, depth), _read(value, depth)) for key, value in pairs]


def _read_mapping(name: str, items: dict[Any, Any]) -> Any:
    if name == "Counter":
        return Counter(items)
    if name == "OrderedDict":
        return OrderedDict(items)
    if name == "defaultdict":
        return defaultdict(None, items)
    raise ValueFormatError("unknown mapping")


def _need(value: Any, kind: type) -> Any:
    if type(value) is not kind:
        raise ValueFormatError(f"expected {kind.__name__}")
    return value


def literal(value: Any) -> str:
    """The value as Python source shows it, with sets in a fixed order: `repr` of a set of texts differs from process to process."""
    kind = type(value)
    if kind is list:
        return "[" + ", ".join(map(literal, value)) + "]"
    if kind is tuple:
        return "(" + ", ".join(map(literal, value)) + (",)" if len(value) == 1 else ")")
    if kind is dict:
        return "{" + ", ".join(f"{literal(key)}: {literal(item)}" for key, item in value.items()) + "}"
    if kind in (set, frozenset) and value:
        try:
            ordered = sorted(value)
        except TypeError:
            ordered = sorted(value, key=dumps)
        shown = "{" + ", ".join(map(literal, ordered)) + "}"
        return shown if kind is set else f"frozenset({shown})"
    return repr(value)


# --- comparing -----------------------------------------------------------------------------------------------------------------


def same(left: Any, right: Any) -> bool:
    """Equal and of equal types all the way down: 1 is not True is not 1.0; nan is nan; dict order is free."""
    return _match(left, right, None)


def close(left: Any, right: Any, rel_tol: float, abs_tol: float) -> bool:
    """Like `same`, but numbers (int and float, not bool) match within the tolerance of `math.isclose`."""
    return _match(left, right, (rel_tol, abs_tol))


def same_unordered(left: Any, right: Any) -> bool:
    """Lists or tuples of the same type with the same items, in any order; other values as in `same`."""
    if type(left) is type(right) and isinstance(left, (list, tuple)):
        return sorted(map(_key, left)) == sorted(map(_key, right))
    return same(left, right)


def _key(value: Any) -> str:
    """Text that is equal for values that are the same: for items of sets and keys of dicts."""
    kind = type(value)
    if kind is float or kind is complex:
        return f"{kind.__name__} {value + kind(0)!r}"  # adding 0 turns -0.0 into 0.0
    if kind is Decimal:
        sign, digits, exponent = value.as_tuple()
        if not isinstance(exponent, int) or not value:
            return f"Decimal {exponent if not isinstance(exponent, int) else 0} {sign if exponent == 'F' else ''}"
        short = "".join(map(str, digits)).rstrip("0")
        return f"Decimal {sign} {short} {exponent + len(digits) - len(short)}"
    if kind in (list, tuple, deque):
        return f"{kind.__name__} [{', '.join(map(_key, value))}]"
    if kind in (set, frozenset):
        return f"{kind.__name__} [{', '.join(sorted(map(_key, value)))}]"
    if isinstance(value, dict):
        return f"{kind.__name__} [{', '.join(sorted(f'{_key(k)}: {_key(v)}' for k, v in value.items()))}]"
    return f"{kind.__name__} {dumps(value)}"


def _match(left: Any, right: Any, tolerance: tuple[float, float] | None) -> bool:
    if tolerance and type(left) in (int, float) and type(right) in (int, float):
        return _close_numbers(left, right, *tolerance)
    if type(left) is not type(right):
        return False
    if isinstance(left, float):
        return left == right or (math.isnan(left) and math.isnan(right))
    if isinstance(left, complex):
        return _match(left.real, right.real, tolerance) and _match(left.imag, right.imag, tolerance)
    if isinstance(left, (list, tuple, deque)):
        return len(left) == len(right) and all(_match(a, b, tolerance) for a, b in zip(left, right, strict=True))
    if isinstance(left, dict):
        return _match_dicts(left, right, tolerance)
    if isinstance(left, (set, frozenset)):
        return sorted(map(_key, left)) == sorted(map(_key, right))
    if isinstance(left, Decimal) and (left.is_nan() or right.is_nan()):
        return bool(left.is_nan() and right.is_nan())
    return bool(left == right)


def _match_dicts(left: dict[Any, Any], right: dict[Any, Any], tolerance: tuple[float, float] | None) -> bool:
    if len(left) != len(right):
        return False
    pairs = [
        sorted(((_key(key), index, value) for index, (key, value) in enumerate(d.items())), key=lambda t: t[:2])
        for d in (left, right)
    ]
    return all(a[0] == b[0] and _match(a[2], b[2], tolerance) for a, b in zip(*pairs, strict=True))


def _close_numbers(left: float, right: float, rel_tol: float, abs_tol: float) -> bool:
    if left == right or (left != left and right != right):
        return True
    try:
        return math.isclose(left, right, rel_tol=rel_tol, abs_tol=abs_tol)
    except OverflowError:  # an int beyond the floats
        return False

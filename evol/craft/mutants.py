"""Small wrong changes of a program, one at a time, as a careless author would make them. Source text in, source text out."""

from __future__ import annotations

import ast
import copy
from collections.abc import Callable, Iterator
from functools import lru_cache
from typing import NamedTuple

from evol.craft.source import function_of, insert_guard, parse

_COMPARE: dict[type[ast.cmpop], type[ast.cmpop]] = {
    ast.Lt: ast.LtE, ast.LtE: ast.Lt, ast.Gt: ast.GtE, ast.GtE: ast.Gt, ast.Eq: ast.NotEq, ast.NotEq: ast.Eq, ast.In: ast.NotIn,
    ast.NotIn: ast.In,
}  # fmt: skip
_BINARY: dict[type[ast.operator], type[ast.operator]] = {
    ast.Add: ast.Sub, ast.Sub: ast.Add, ast.Mult: ast.Add, ast.FloorDiv: ast.Mod, ast.Mod: ast.FloorDiv, ast.Div: ast.FloorDiv,
    ast.Pow: ast.Mult, ast.BitXor: ast.BitOr, ast.BitAnd: ast.BitOr, ast.BitOr: ast.BitAnd, ast.LShift: ast.RShift,
    ast.RShift: ast.LShift,
}  # fmt: skip
_CALLS = {"min": "max", "max": "min", "any": "all", "all": "any", "sorted": "list", "set": "list", "len": "sum", "sum": "len",
          "abs": "int", "ceil": "floor", "floor": "ceil"}  # fmt: skip
_METHODS = {"lower": "", "upper": "", "strip": "", "lstrip": "strip", "rstrip": "strip", "isalpha": "isalnum", "isalnum": "isalpha",
            "isdigit": "isalnum", "startswith": "endswith", "find": "rfind", "append": "extend", "copy": "", "casefold": ""}  # fmt: skip


class Mutant(NamedTuple):
    """A changed program and what was changed, in a few words."""

    source: str
    change: str


@lru_cache(maxsize=512)
def mutants(source: str, entry_point: str = "") -> tuple[Mutant, ...]:
    """Every mutant of the program, in the order of its tree, without copies of the original or of each other."""
    tree = parse(source)
    if entry_point:
        function_of(tree, entry_point)
    seen = {ast.unparse(tree) + "\n"}
    found: list[Mutant] = []
    for node in list(ast.walk(tree)):
        for change, apply in _changes(node):
            # The change stays inside the node: it is made on a copy of its fields, which is cheaper than a copy of the tree.
            before = node.__dict__
            node.__dict__ = copy.deepcopy(before)
            apply(node)
            try:
                text = ast.unparse(ast.fix_missing_locations(tree)) + "\n"
            except (ValueError, AttributeError):
                text = source
            node.__dict__ = before
            if text not in seen:
                seen.add(text)
                found.append(Mutant(text, change))
    return tuple(found)


def blind_mutants(source: str, entry_point: str, params: list[tuple[str, str, int]]) -> list[Mutant]:
    """Mutants that are right only on inputs of a common kind: they shorten, sort, clamp, fold or deduplicate a parameter first.

    `params` gives name, shape name ("list", "str", "int", ...) and a bound (longest length or largest number seen) of each.
    """
    found = []
    for name, shape, bound in params:
        for change in _BLIND.get(shape, ()):
            found.append(Mutant(insert_guard(source, entry_point, change.format(p=name, k=max(bound, 1))), "blind to input"))
    return found


_BLIND = {
    "list": ("{p} = {p}[:{k}]", "{p} = sorted({p}, key=repr)", "{p} = [v for i, v in enumerate({p}) if v not in {p}[:i]]",
             "{p} = {p}[::-1]", "{p} = [v for v in {p} if v]"),
    "tuple": ("{p} = {p}[:{k}]", "{p} = {p}[::-1]"),
    "str": ("{p} = {p}[:{k}]", "{p} = {p}.lower()", "{p} = {p}.strip()", "{p} = ' '.join({p}.split())", "{p} = {p}[::-1]",
            "{p} = ''.join(c for c in {p} if c.isalnum() or c == ' ')"),
    "int": ("{p} = min({p}, {k})", "{p} = abs({p})", "{p} = {p} % ({k} + 1)", "{p} = {p} // 2 * 2", "{p} = {p} | 1"),
    "float": ("{p} = min({p}, {k})", "{p} = float(round({p}))", "{p} = abs({p})"),
    "dict": ("{p} = dict(list({p}.items())[:{k}])", "{p} = dict(sorted({p}.items(), key=repr))"),
    "set": ("{p} = set(sorted({p}, key=repr)[:{k}])",),
}  # fmt: skip


Change = tuple[str, Callable[[ast.AST], None]]


def _changes(node: ast.AST) -> Iterator[Change]:
    if isinstance(node, ast.Compare) and type(node.ops[0]) in _COMPARE:
        yield "comparison", lambda n: n.ops.__setitem__(0, _COMPARE[type(n.ops[0])]())  # type: ignore[attr-defined]
    elif isinstance(node, (ast.BinOp, ast.AugAssign)) and type(node.op) in _BINARY:
        yield "operator", lambda n: setattr(n, "op", _BINARY[type(n.op)]())  # type: ignore[attr-defined]
    elif isinstance(node, ast.BoolOp):
        yield "and/or", lambda n: setattr(n, "op", ast.And() if isinstance(n.op, ast.Or) else ast.Or())  # type: ignore[attr-defined]
    elif isinstance(node, ast.Constant):
        yield from _constant(node)
    elif isinstance(node, ast.Call):
        yield from _call(node)
    elif isinstance(node, ast.Slice):
        yield from _slice(node)
    elif isinstance(node, (ast.If, ast.IfExp, ast.While)):
        yield "negated condition", lambda n: setattr(n, "test", ast.UnaryOp(ast.Not(), n.test))  # type: ignore[attr-defined]
    elif isinstance(node, ast.comprehension) and node.ifs:
        yield "dropped filter", lambda n: setattr(n, "ifs", [])
    elif isinstance(node, ast.UnaryOp) and isinstance(node.op, ast.USub) and not isinstance(node.operand, ast.Constant):
        yield "sign", lambda n: setattr(n, "op", ast.UAdd())
    if hasattr(node, "body") and isinstance(node.body, list) and not isinstance(node, (ast.Module, ast.ClassDef)):
        yield from _body(node)


def _constant(node: ast.Constant) -> Iterator[Change]:
    if type(node.value) is int and abs(node.value) < 10**6:
        yield "constant + 1", lambda n: setattr(n, "value", n.value + 1)  # type: ignore[attr-defined]
        yield "constant - 1", lambda n: setattr(n, "value", n.value - 1)  # type: ignore[attr-defined]
    elif type(node.value) is bool:
        yield "flag", lambda n: setattr(n, "value", not n.value)  # type: ignore[attr-defined]
    elif type(node.value) is float:
        yield "constant", lambda n: setattr(n, "value", n.value * 2)  # type: ignore[attr-defined]
    elif type(node.value) is str and len(node.value) > 1:
        yield "text", lambda n: setattr(n, "value", n.value[:-1])  # type: ignore[attr-defined]


def _call(node: ast.Call) -> Iterator[Change]:
    if isinstance(node.func, ast.Name) and node.func.id in _CALLS:
        yield "function", lambda n: setattr(n.func, "id", _CALLS[n.func.id])  # type: ignore[attr-defined]
    if isinstance(node.func, ast.Name) and node.func.id == "range" and len(node.args) == 2:
        yield "range end", lambda n: n.args.__setitem__(1, ast.BinOp(n.args[1], ast.Sub(), ast.Constant(1)))  # type: ignore[attr-defined]
    if isinstance(node.func, ast.Name) and node.func.id == "range" and len(node.args) == 1:
        yield "range start", lambda n: n.args.insert(0, ast.Constant(1))  # type: ignore[attr-defined]
    if isinstance(node.func, ast.Attribute) and node.func.attr in _METHODS:
        new = _METHODS[node.func.attr]
        if new:
            yield "method", lambda n: setattr(n.func, "attr", new)  # type: ignore[attr-defined]
        elif not node.args:
            yield "dropped call", lambda n: n.__dict__.update(func=ast.Name("str", ast.Load()), args=[n.func.value])  # type: ignore[attr-defined]
    if len(node.args) == 2 and not node.keywords and not isinstance(node.args[0], ast.Starred):
        yield "swapped arguments", lambda n: n.args.reverse()  # type: ignore[attr-defined]
    if any(word.arg == "reverse" for word in node.keywords):
        yield "order", lambda n: setattr(n, "keywords", [word for word in n.keywords if word.arg != "reverse"])  # type: ignore[attr-defined]


def _slice(node: ast.Slice) -> Iterator[Change]:
    if node.lower is not None:
        yield "slice start", lambda n: setattr(n, "lower", ast.BinOp(n.lower, ast.Add(), ast.Constant(1)))  # type: ignore[attr-defined]
    if node.upper is not None:
        yield "slice end", lambda n: setattr(n, "upper", ast.BinOp(n.upper, ast.Sub(), ast.Constant(1)))  # type: ignore[attr-defined]
    if node.step is not None:
        yield "slice step", lambda n: setattr(n, "step", None)


def _drop(node: ast.AST, place: int) -> None:
    body: list[ast.stmt] = node.body  # type: ignore[attr-defined]
    del body[place]
    if not body:
        body.append(ast.Pass())


def _body(node: ast.AST) -> Iterator[Change]:
    body: list[ast.stmt] = node.body  # type: ignore[attr-defined]
    for place, item in enumerate(body):
        droppable = isinstance(item, (ast.AugAssign, ast.Continue, ast.Break)) or (
            isinstance(item, ast.If) and not item.orelse and len(body) > 1
        )
        if droppable:
            yield "dropped statement", lambda n, k=place: _drop(n, k)  # type: ignore[misc]
    if len(body) > 1 and isinstance(body[-1], ast.Return) and isinstance(body[-2], (ast.For, ast.While)):
        yield "return too early", lambda n: n.body[-2].body.append(n.body.pop())  # type: ignore[attr-defined]

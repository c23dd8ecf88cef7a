"""Constants of a program that its prompt speaks of, and how to turn one into an optional parameter.

Only a number or text that stands in the prompt counts: any other constant is a detail of the code, not of the task.
"""

from __future__ import annotations

import ast
import random
import re
from collections.abc import Sequence
from dataclasses import dataclass

from evol.craft.brief import Brief
from evol.craft.source import Signature, all_names, fresh, function_of, join, parse
from evol.task import Task

_WORDS = {2: ("two", "twice", "half", "pair", "even", "square"), 3: ("three", "third", "cube"), 4: ("four",), 5: ("five",), 6: ("six",),
          7: ("seven",), 8: ("eight",), 9: ("nine",), 10: ("ten",), 12: ("twelve", "dozen"), 100: ("hundred", "percent")}  # fmt: skip


@dataclass(frozen=True)
class Knob:
    """A constant to turn: its value as written, a parameter name, what it is in words, other values to try."""

    value: int | float | str
    name: str
    what: str
    others: tuple[int | float | str, ...]

    @property
    def shown(self) -> str:
        return f"`{self.value!r}`"


def knobs(task: Task, sign: Signature, rng: random.Random) -> list[Knob]:
    """Knobs of the task's main function, in random order; a value that occurs in different roles is left out."""
    tree = parse(task.canonical_solution)
    statement = Brief.parse(task.prompt).whole
    roles: dict[tuple[str, object], set[tuple[str, str]]] = {}
    for node in ast.walk(function_of(tree, sign.name)):
        for child, role in _roles(node):
            if _spoken_of(child.value, statement):
                roles.setdefault((type(child.value).__name__, child.value), set()).add(role)
    everywhere = [node.value for node in ast.walk(tree) if isinstance(node, ast.Constant)]
    found = []
    for (_, value), names in roles.items():
        if (
            len(names) == 1
            and _fits_role(next(iter(names))[0], value, statement)
            and _uses(value, everywhere) == 1 == _mentions(value, statement)
        ):
            name, what = next(iter(names))
            assert isinstance(value, (int, float, str))
            found.append(Knob(value, fresh(name, all_names(tree)), what, _others(value, name, rng)))
    rng.shuffle(found)
    return found


_ROLE_WORDS = {
    "divisor": r"divi|multiple|modulo|remainder|every|step|half|halv",
    "factor": r"\btimes\b|\beach\b|\bper\b|cost|multipl|worth|doubl|twice",
    "threshold": r"more|less|least|most|above|below|over|under|up to|than|longer|shorter",
}


def _fits_role(role: str, value: object, statement: str) -> bool:
    """Whether a sentence that names the value speaks of the role it plays in the code."""
    if role not in _ROLE_WORDS:
        return True
    named = [s for s in re.split(r"(?<=[.:])\s+", statement) if _spoken_of(value, s)]
    return any(re.search(_ROLE_WORDS[role], sentence.lower()) for sentence in named)


def _uses(value: object, constants: Sequence[object]) -> int:
    if isinstance(value, str):
        return sum(isinstance(other, str) and value in other for other in constants)
    return sum(type(other) is type(value) and other == value for other in constants)


def _mentions(value: object, statement: str) -> int:
    """How often the prompt names the value; a number that it names twice may play two roles."""
    if isinstance(value, str):
        return 1
    digits = re.findall(rf"(?<![\w.]){re.escape(str(value))}(?![\w]|\.\d)", statement)
    words = [w for w in _WORDS.get(value, ()) if re.search(rf"\b{w}", statement.lower())] if isinstance(value, int) else []
    return len(digits) + len(words)


def _roles(node: ast.AST) -> list[tuple[ast.Constant, tuple[str, str]]]:
    if isinstance(node, ast.BinOp) and isinstance(node.right, ast.Constant):
        if isinstance(node.right.value, str):
            return []
        named = {ast.Mod: ("divisor", "divisor"), ast.FloorDiv: ("divisor", "divisor"), ast.Div: ("divisor", "divisor"),
                 ast.Mult: ("factor", "factor"), ast.Pow: ("exponent", "exponent")}.get(type(node.op))  # fmt: skip
        return [(node.right, named)] if named else []
    if isinstance(node, ast.BinOp) and isinstance(node.left, ast.Constant) and isinstance(node.op, ast.Mult):
        return [(node.left, ("fill", "fill character") if isinstance(node.left.value, str) else ("factor", "factor"))]
    if isinstance(node, ast.Compare) and isinstance(node.comparators[0], ast.Constant):
        right = node.comparators[0]
        if isinstance(node.ops[0], (ast.Gt, ast.GtE, ast.Lt, ast.LtE)):
            return [(right, ("threshold", "limit"))]
        if isinstance(node.ops[0], (ast.In, ast.NotIn)) and isinstance(right.value, str):
            return [(right, ("characters", "set of characters"))]
        if isinstance(node.ops[0], (ast.Eq, ast.NotEq)) and isinstance(right.value, str) and right.value:
            return [(right, ("marker", "text"))]
    if isinstance(node, ast.Call) and isinstance(node.func, ast.Attribute):
        return _method_roles(node.func, node.args)
    return []


def _method_roles(function: ast.Attribute, args: list[ast.expr]) -> list[tuple[ast.Constant, tuple[str, str]]]:
    if function.attr == "join" and isinstance(function.value, ast.Constant) and function.value.value:
        return [(function.value, ("separator", "separator"))]
    if function.attr == "split" and args and isinstance(args[0], ast.Constant):
        return [(args[0], ("separator", "separator"))]
    if function.attr in ("startswith", "endswith", "count") and args and isinstance(args[0], ast.Constant):
        return [(args[0], ("marker", "text"))]
    return []


def _spoken_of(value: object, statement: str) -> bool:
    if type(value) is str:
        quoted = re.findall(r"[\"'“`]([^\"'”`]+)[\"'”`]", statement)
        listed = len(value) > 2 and all(re.search(rf"\b{re.escape(c)}\b", statement) for c in set(value.lower()))
        return bool(value) and (value in quoted or listed)
    if type(value) not in (int, float) or value in (0, 1, -1):
        return False
    if re.search(rf"(?<![\w.]){re.escape(str(value))}(?![\w]|\.\d)", statement):
        return True
    words = _WORDS.get(value, ()) if isinstance(value, int) else ()
    return any(re.search(rf"\b{word}", statement.lower()) for word in words)


def _others(value: int | float | str, name: str, rng: random.Random) -> tuple[int | float | str, ...]:
    if isinstance(value, str):
        if name == "separator":
            return tuple(rng.sample([text for text in ("-", ";", " / ", "|", "+") if text != value], 2))
        if name == "characters":
            return (value[: len(value) // 2] or "xyz", "aeio" if value != "aeio" else "bcd")
        return tuple(rng.sample([text for text in ("a", "e", "1", "no", "b") if text != value], 3))
    if isinstance(value, float):
        return (round(value * 2, 3), round(value / 2, 3))
    return tuple(dict.fromkeys(n for n in (value + 1, max(2, value - 1), value + rng.randint(2, 5)) if n != value))


class _Turn(ast.NodeTransformer):
    def __init__(self, knob: Knob) -> None:
        self.knob = knob

    def visit_Constant(self, node: ast.Constant) -> ast.AST:
        if type(node.value) is type(self.knob.value) and node.value == self.knob.value:
            return ast.Name(self.knob.name, ast.Load())
        return node


def turned(task: Task, sign: Signature, knob: Knob) -> str:
    """The program with the constant taken from a new last parameter that defaults to it."""
    tree = parse(task.canonical_solution)
    node = function_of(tree, sign.name)
    node.body = [_Turn(knob).visit(statement) for statement in node.body]
    typed = any(arg.annotation for arg in node.args.args)
    annotation = ast.Name(type(knob.value).__name__, ast.Load()) if typed else None
    node.args.args.append(ast.arg(knob.name, annotation))
    node.args.defaults.append(ast.Constant(knob.value))
    return join([ast.unparse(ast.fix_missing_locations(tree))])

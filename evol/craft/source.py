"""Reading and rewriting program text by its syntax tree: signatures, renaming, joining programs. Never executes anything."""

from __future__ import annotations

import ast
import builtins
import keyword
from collections.abc import Iterable
from dataclasses import dataclass

Function = ast.FunctionDef


class SourceError(ValueError):
    """The program does not have the form a rewrite needs (no such function, star arguments, ...)."""


@dataclass(frozen=True)
class Param:
    """One parameter: its name, annotation text and default text (empty where there is none)."""

    name: str
    annotation: str = ""
    default: str = ""

    def __str__(self) -> str:
        text = f"{self.name}: {self.annotation}" if self.annotation else self.name
        if not self.default:
            return text
        return f"{text} = {self.default}" if self.annotation else f"{text}={self.default}"


@dataclass(frozen=True)
class Signature:
    """A function's name, positional parameters and return annotation text."""

    name: str
    params: tuple[Param, ...]
    returns: str = ""

    def __str__(self) -> str:
        arrow = f" -> {self.returns}" if self.returns else ""
        return f"def {self.name}({', '.join(map(str, self.params))}){arrow}"

    @property
    def names(self) -> list[str]:
        return [param.name for param in self.params]


def parse(source: str) -> ast.Module:
    """The tree of a program; SourceError where it does not parse."""
    try:
        return ast.parse(source)
    except (SyntaxError, ValueError, RecursionError, MemoryError) as error:
        raise SourceError(f"does not parse: {error}") from None


def function_of(tree: ast.Module, name: str) -> Function:
    """The last top-level function called `name`."""
    for node in reversed(tree.body):
        if isinstance(node, Function) and node.name == name:
            return node
    raise SourceError(f"no function {name}")


def signature(source: str, name: str) -> Signature:
    """The signature of a top-level function with plain positional parameters only."""
    node = function_of(parse(source), name)
    args = node.args
    if args.vararg or args.kwarg or args.kwonlyargs or args.posonlyargs:
        raise SourceError("only plain positional parameters are handled")
    defaults = [""] * (len(args.args) - len(args.defaults)) + [ast.unparse(value) for value in args.defaults]
    params = tuple(
        Param(arg.arg, ast.unparse(arg.annotation) if arg.annotation else "", default)
        for arg, default in zip(args.args, defaults, strict=True)
    )
    return Signature(name, params, ast.unparse(node.returns) if node.returns else "")


def all_names(tree: ast.AST) -> set[str]:
    """Every identifier that occurs in a tree, and Python's own names."""
    found = set(dir(builtins)) | set(keyword.kwlist)
    for node in ast.walk(tree):
        if isinstance(node, ast.Name):
            found.add(node.id)
        elif isinstance(node, ast.arg):
            found.add(node.arg)
        elif isinstance(node, (ast.FunctionDef, ast.ClassDef)):
            found.add(node.name)
        elif isinstance(node, ast.alias):
            found.add((node.asname or node.name).split(".")[0])
    return found


def top_level_names(source: str) -> list[str]:
    """Names of functions, classes and variables that a program defines at its top level, imports left out."""
    names: list[str] = []
    for node in parse(source).body:
        if isinstance(node, (ast.FunctionDef, ast.ClassDef)):
            names.append(node.name)
        elif isinstance(node, (ast.Assign, ast.AnnAssign)):
            targets = node.targets if isinstance(node, ast.Assign) else [node.target]
            names += [target.id for target in targets if isinstance(target, ast.Name)]
    return names


def fresh(wanted: str, taken: Iterable[str]) -> str:
    """`wanted`, or `wanted_2`, `wanted_3`, ... where it is taken."""
    used = set(taken)
    name, number = wanted, 1
    while name in used:
        number += 1
        name = f"{wanted}_{number}"
    return name


class _Rename(ast.NodeTransformer):
    def __init__(self, old: str, new: str) -> None:
        self.old, self.new = old, new

    def visit_Name(self, node: ast.Name) -> ast.AST:
        if node.id == self.old:
            node.id = self.new
        return node

    def visit_Global(self, node: ast.Global) -> ast.AST:
        node.names = [self.new if name == self.old else name for name in node.names]
        return node

    def visit_FunctionDef(self, node: ast.FunctionDef) -> ast.AST:
        if node.name == self.old:
            node.name = self.new
        self.generic_visit(node)
        return node

    def visit_ClassDef(self, node: ast.ClassDef) -> ast.AST:
        if node.name == self.old:
            node.name = self.new
        self.generic_visit(node)
        return node


def rename(source: str, old: str, new: str) -> str:
    """The program with the top-level name `old` called `new` everywhere; SourceError where a local shadows it or `new` is in use."""
    tree = parse(source)
    if new != old and new in all_names(tree):
        raise SourceError(f"{new} is in use")
    if any(isinstance(node, ast.arg) and node.arg == old for node in ast.walk(tree)):
        raise SourceError(f"{old} is also a local name")
    return ast.unparse(_Rename(old, new).visit(tree))


def join(programs: Iterable[str]) -> str:
    """One program from several: imports once and first, then every definition in order; equal definitions once.

    SourceError where two programs mean different things by one name.
    """
    imports: dict[str, None] = {}
    bodies: list[str] = []
    meanings: dict[str, str] = {}
    for source in programs:
        own: dict[str, str] = {}
        for node in parse(source).body:
            text = ast.unparse(node)
            known = text in imports or text in bodies
            for name, meaning in _bound(node, text):
                if meanings.get(name, meaning) != meaning:
                    raise SourceError(f"two different meanings of {name}")
                own[name] = meaning
            if isinstance(node, (ast.Import, ast.ImportFrom)):
                imports[text] = None
            elif not (known and own):
                bodies.append(text)
        meanings |= own
    future = [line for line in imports if line.startswith("from __future__")]
    rest = [line for line in imports if line not in future]
    head = "\n".join(future + sorted(rest))
    return ((head + "\n\n\n") if head else "") + "\n\n\n".join(bodies) + "\n"


def _bound(node: ast.stmt, text: str) -> list[tuple[str, str]]:
    """(name, what it means) for the names that a top-level statement binds."""
    if isinstance(node, (ast.Import, ast.ImportFrom)):
        module = getattr(node, "module", None) or ""
        return [
            ((a.asname or a.name).split(".")[0], f"import {module}:{a.name if module or a.asname else ''}")
            for a in node.names
        ]
    if isinstance(node, (ast.FunctionDef, ast.ClassDef)):
        return [(node.name, text)]
    targets = node.targets if isinstance(node, ast.Assign) else [node.target] if isinstance(node, ast.AnnAssign) else []
    return [(target.id, text) for target in targets if isinstance(target, ast.Name)]


def tidy(source: str) -> str:
    """The program without docstrings and comments, in one even style."""
    tree = parse(source)
    for node in ast.walk(tree):
        if isinstance(node, (ast.FunctionDef, ast.ClassDef, ast.Module)) and ast.get_docstring(node) is not None:
            node.body = node.body[1:] or [ast.Pass()]
    return join([ast.unparse(ast.fix_missing_locations(tree))])


def insert_guard(source: str, name: str, guard: str) -> str:
    """The program with statements put at the start of a function's body."""
    tree = parse(source)
    node = function_of(tree, name)
    node.body = parse(guard).body + node.body
    return join([ast.unparse(ast.fix_missing_locations(tree))])


def wrap_result(source: str, name: str, finish: str) -> str:
    """The program whose function passes its value through `finish`, statements over the variable `result` that end in a return.

    A single final return is rewritten in place; otherwise the old function stays as a helper and a new one calls it.
    """
    tree = parse(source)
    node = function_of(tree, name)
    returns = [item for item in ast.walk(node) if isinstance(item, ast.Return)]
    last = node.body[-1]
    nested = any(isinstance(item, (ast.FunctionDef, ast.Lambda)) for item in ast.walk(node) if item is not node)
    finish_body = parse(finish).body
    recursive = any(isinstance(item, ast.Name) and item.id == name for item in ast.walk(node))
    taken = "result" in all_names(tree)
    if len(returns) == 1 and last is returns[0] and last.value is not None and not (nested or recursive or taken):
        node.body = [*node.body[:-1], ast.Assign([ast.Name("result", ast.Store())], last.value), *finish_body]
        return join([ast.unparse(ast.fix_missing_locations(tree))])
    sign = signature(source, name)
    helper = fresh(f"_{name}_base", all_names(tree))
    call = f"result = {helper}({', '.join(sign.names)})"
    outer = f"{sign}:\n    {call}\n" + "\n".join("    " + line for line in finish.splitlines())
    return join([rename(source, name, helper), outer])


def alpha_key(source: str) -> str:
    """Text of the program with every local and defined name replaced by its order of appearance: equal for renamed copies."""
    tree = parse(source)
    imported = {(a.asname or a.name) for n in ast.walk(tree) if isinstance(n, (ast.Import, ast.ImportFrom)) for a in n.names}
    known = set(dir(builtins)) | imported
    order: dict[str, str] = {}

    def short(name: str) -> str:
        return name if name in known else order.setdefault(name, f"n{len(order)}")

    for node in ast.walk(tree):
        if isinstance(node, ast.Name):
            node.id = short(node.id)
        elif isinstance(node, ast.arg):
            node.arg, node.annotation = short(node.arg), None
        elif isinstance(node, ast.FunctionDef):
            node.name, node.returns = short(node.name), None
    return ast.unparse(tree)


def annotated(source: str, name: str, params: dict[str, str], returns: str = "") -> str:
    """The program whose function `name` has new annotations for some parameters and its value; a function without any stays bare."""
    tree = parse(source)
    node = function_of(tree, name)
    for arg in node.args.args:
        if arg.annotation is not None and arg.arg in params:
            arg.annotation = ast.parse(params[arg.arg], mode="eval").body
    if node.returns is not None and returns:
        node.returns = ast.parse(returns, mode="eval").body
    needs = "Any" in " ".join([*params.values(), returns]) and any(arg.annotation for arg in node.args.args)
    return join([*(["from typing import Any"] if needs else []), ast.unparse(tree)])


def neat(source: str) -> str:
    """The program without the second pair of parentheses that unparsing puts around a call's only generator."""
    lines = source.split("\n")
    spots: list[tuple[int, int]] = []
    for node in ast.walk(parse(source)):
        if (
            isinstance(node, ast.Call)
            and len(node.args) == 1
            and not node.keywords
            and isinstance(node.args[0], ast.GeneratorExp)
        ):
            inner = node.args[0]
            end_line, end = inner.end_lineno or 0, inner.end_col_offset or 0
            doubled = lines[inner.lineno - 1][: inner.col_offset].endswith("(") and (node.end_col_offset or 0) == end + 1
            if doubled and lines[inner.lineno - 1].isascii() and lines[end_line - 1].isascii():
                spots += [(inner.lineno - 1, inner.col_offset), (end_line - 1, end - 1)]
    for line, column in sorted(spots, reverse=True):
        lines[line] = lines[line][:column] + lines[line][column + 1 :]
    return "\n".join(lines)


def functions_of(source: str) -> dict[str, str]:
    """The text of each top-level function of a program."""
    return {node.name: ast.unparse(node) for node in parse(source).body if isinstance(node, ast.FunctionDef)}

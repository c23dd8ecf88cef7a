"""How long the longest chain of dependent operations in a program is, by its text: calls to its own functions count with their chains.

An upper bound on one pass through the code: loops count once, recursion once. Dynamic depth is measured by the sandbox's tracer.
"""

from __future__ import annotations

import ast

from evol.craft.source import parse

_STEPS = (
    ast.Call,
    ast.BinOp,
    ast.Compare,
    ast.BoolOp,
    ast.UnaryOp,
    ast.Subscript,
    ast.comprehension,
    ast.IfExp,
    ast.JoinedStr,
)


def chain_length(source: str, entry_point: str) -> int:
    """Length of the longest def-use chain from the parameters of `entry_point` to any value it computes."""
    functions = {node.name: node for node in ast.walk(parse(source)) if isinstance(node, ast.FunctionDef)}
    return _Chains(functions).of_function(entry_point, ())


class _Chains:
    def __init__(self, functions: dict[str, ast.FunctionDef]) -> None:
        self.functions = functions
        self.known: dict[str, int] = {}

    def of_function(self, name: str, active: tuple[str, ...]) -> int:
        """Chain of a function's body; a function that is already being measured counts 1."""
        if name in active or name not in self.functions:
            return 1
        if name not in self.known:
            depths: dict[str, int] = {}
            self.known[name] = max(
                (self._statement(s, depths, (*active, name)) for s in self.functions[name].body), default=0
            )
        return self.known[name]

    def _statement(self, node: ast.stmt, depths: dict[str, int], active: tuple[str, ...]) -> int:
        longest = 0
        for child in ast.iter_child_nodes(node):
            if isinstance(child, ast.stmt):
                longest = max(longest, self._statement(child, depths, active))
            elif isinstance(child, ast.expr):
                longest = max(longest, self._expression(child, depths, active))
        if isinstance(node, ast.AugAssign):
            old = depths.get(node.target.id, 0) if isinstance(node.target, ast.Name) else 0
            longest = max(longest, old) + 1
        targets = [t for t in ast.walk(node) if isinstance(t, ast.Name) and isinstance(t.ctx, ast.Store)]
        if isinstance(node, (ast.Assign, ast.AugAssign, ast.AnnAssign, ast.For)):
            for target in targets:
                depths[target.id] = max(depths.get(target.id, 0), longest)
        return longest

    def _expression(self, node: ast.AST, depths: dict[str, int], active: tuple[str, ...]) -> int:
        if isinstance(node, ast.Name):
            if node.id in self.functions and node.id not in depths:
                return self.of_function(node.id, active)
            return depths.get(node.id, 0)
        inner = max((self._expression(child, depths, active) for child in ast.iter_child_nodes(node)), default=0)
        if isinstance(node, ast.Call) and isinstance(node.func, ast.Name) and node.func.id in self.functions:
            given = [*node.args, *(word.value for word in node.keywords)]
            args = max((self._expression(arg, depths, active) for arg in given), default=0)
            return args + self.of_function(node.func.id, active) + 1
        return inner + isinstance(node, _STEPS)

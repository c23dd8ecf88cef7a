"""Mutants: programs that parse, differ from the original and from each other, one small mistake each."""

from __future__ import annotations

import ast
from typing import Any

import pytest

from evol import seeds
from evol.craft.mutants import blind_mutants, mutants
from evol.craft.source import SourceError, join, signature

SOME = seeds.shipped()[::6]


def test_mutants_of_shipped_seeds() -> None:
    total = 0
    for seed in SOME:
        found = mutants(seed.canonical_solution, seed.entry_point)
        sources = [mutant.source for mutant in found]
        assert len(set(sources)) == len(sources)
        assert join([seed.canonical_solution]) not in sources
        for mutant in found:
            assert ast.parse(mutant.source) and mutant.change
            assert (
                signature(mutant.source, seed.entry_point).names
                == signature(seed.canonical_solution, seed.entry_point).names
            )
        assert list(found) == list(mutants(seed.canonical_solution, seed.entry_point))
        total += len(found)
    assert total > 8 * len(SOME)


def one_line(expression: str) -> str:
    return f"def f(a, b):\n    return {expression}\n"


@pytest.mark.parametrize(("expression", "among"), [
    ("a < b", "a <= b"), ("a >= b", "a > b"), ("a == b", "a != b"), ("a in b", "a not in b"), ("a + b", "a - b"), ("a // b", "a % b"),
    ("a and b", "a or b"), ("a * 3", "a * 4"), ("a * 3", "a * 2"), ("min(a, b)", "max(a, b)"), ("sorted(a)", "list(a)"), ("a.lower()", "str(a)"),
    ("a.find(b)", "a.rfind(b)"), ("a[1:]", "a[1 + 1:]"), ("a[:b]", "a[:b - 1]"), ("a[::2]", "a[:]"), ("divmod(a, b)", "divmod(b, a)"),
    ("a if b else 0", "a if not b else 0"), ("[x for x in a if x]", "[x for x in a]"), ("-a", "+a"), ("range(a, b)", "range(a, b - 1)"),
    ("range(a)", "range(1, a)"), ("sorted(a, reverse=True)", "sorted(a)"), ("a == 'yes'", "a == 'ye'"), ("a * 1.5", "a * 3.0"),
])  # fmt: skip
def test_known_mistakes(expression: str, among: str) -> None:
    assert join([one_line(among)]) in [mutant.source for mutant in mutants(one_line(expression), "f")]


@pytest.mark.parametrize(("body", "dropped"), [
    ("for x in a:\n        if x:\n            continue\n        b += x\n    return b", "b += x"),
    ("for x in a:\n        if x < 0:\n            break\n    return x", "break"),
])  # fmt: skip
def test_dropped_statements(body: str, dropped: str) -> None:
    found = [mutant for mutant in mutants(f"def f(a, b):\n    {body}\n", "f") if mutant.change == "dropped statement"]
    assert any(dropped not in mutant.source for mutant in found)


def test_nothing_to_change_and_nothing_there() -> None:
    assert len(mutants("def f(a):\n    return a\n", "f")) == 0
    with pytest.raises(SourceError):
        mutants("def g(a):\n    return a\n", "f")
    with pytest.raises(SourceError):
        mutants("def f(", "f")


def test_blind_mutants_are_right_on_common_inputs_only() -> None:
    source = "def f(xs, n):\n    return [x * n for x in xs]\n"
    found = [mutant.source for mutant in blind_mutants(source, "f", [("xs", "list", 3), ("n", "int", 4)])]
    assert len(found) == len(set(found)) >= 8
    differs, agrees = 0, 0
    for mutant in found:
        namespace: dict[str, Any] = {}
        exec(mutant, namespace)
        differs += any(
            namespace["f"](xs, n) != [x * n for x in xs] for xs, n in (([5, 3, 3, 0, 9, 8], 7), ([1, 2], -9), ([2, 1], 6))
        )
        agrees += namespace["f"]([1], 3) == [3]
    assert differs == len(found) and agrees >= len(found) - 2
    assert blind_mutants(source, "f", [("xs", "mixed", 3)]) == []

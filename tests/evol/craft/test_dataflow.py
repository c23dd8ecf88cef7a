"""Chain lengths against examples worked by hand: one step for each operation that needs the one before."""

from __future__ import annotations

import pytest

from evol.craft.dataflow import chain_length
from evol.craft.source import SourceError

G = "def g(a):\n    return a + 1\n\n"


@pytest.mark.parametrize(("source", "length"), [
    ("def f(a):\n    return a", 0),
    ("def f(a):\n    return 7", 0),
    ("def f(a):\n    return a + 1", 1),
    ("def f(a):\n    return (a + 1) * 2", 2),
    ("def f(a):\n    b = a + 1\n    return b * 2", 2),
    ("def f(a, b):\n    c = a + 1\n    d = b + 1\n    return c - d", 2),
    ("def f(a):\n    b = a + 1\n    c = b + 1\n    d = a + 1\n    return d", 2),
    ("def f(a):\n    return sum(sorted(a))", 2),
    ("def f(a):\n    return a[0][1]", 2),
    ("def f(a):\n    if a > 1:\n        return a * 2 - 1\n    return a", 2),
    ("def f(a):\n    t = 0\n    for x in a:\n        t = t + x\n    return t", 1),
    ("def f(a):\n    t = 0\n    for x in a:\n        t += x\n    return t", 1),
    ("def f(a):\n    a -= 1\n    a *= 2\n    return a", 2),
    (G + "def f(a):\n    return g(a)", 2),
    (G + "def f(a):\n    return g(g(a))", 4),
    (G + "def f(a):\n    b = g(a)\n    return b * 2", 3),
    (G + "def f(a):\n    return g(a * 2)", 3),
    (G + "def f(b):\n    return g(a=b * 2)", 3),
    (G + "def f(a):\n    return a", 0),
    ("def f(n):\n    return n * f(n - 1)", 4),
])  # fmt: skip
def test_worked_examples(source: str, length: int) -> None:
    assert chain_length(source, "f") == length


def test_mutual_recursion_ends() -> None:
    assert chain_length("def f(n):\n    return g(n - 1)\n\ndef g(n):\n    return f(n - 1)\n", "f") > 2


def test_a_name_or_a_comment_does_not_count() -> None:
    assert chain_length("def f(a):\n    # (((a + 1) + 1) + 1)\n    b = c = a\n    return c\n", "f") == 0


def test_what_does_not_parse() -> None:
    with pytest.raises(SourceError):
        chain_length("def f(", "f")

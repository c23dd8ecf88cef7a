"""Reading and rewriting programs: what is kept is checked by running the rewritten program, not by its text alone."""

from __future__ import annotations

import ast
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from evol import seeds
from evol.craft import source as s
from evol.craft.source import SourceError

FACTORIAL = "def f(n):\n    if n < 2:\n        return 1\n    return n * f(n - 1)\n"


def run(source: str, name: str, *args: Any) -> Any:
    namespace: dict[str, Any] = {}
    exec(source, namespace)
    return namespace[name](*args)


# --- signatures ----------------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    "header", ["def f()", "def f(a)", "def f(a, b=2)", "def f(a: int, b: str = 'x, y') -> list[int]", "def f(a) -> None"]
)
def test_signature_is_shown_as_written(header: str) -> None:
    assert str(s.signature(header + ":\n    pass\n", "f")) == header


def test_signature_is_of_the_last_definition() -> None:
    assert s.signature("def f(a):\n    pass\ndef f(b, c):\n    pass\n", "f").names == ["b", "c"]


@pytest.mark.parametrize("source", [
    "def f(*a):\n    pass", "def f(**k):\n    pass", "def f(*, k):\n    pass", "def f(a, /):\n    pass", "def g(a):\n    pass",
    "class C:\n    def f(self):\n        pass", "f = len", "def f(a:", "", "x\0y",
])  # fmt: skip
def test_signature_refuses_other_forms(source: str) -> None:
    with pytest.raises(SourceError):
        s.signature(source, "f")


@pytest.mark.parametrize("source", ["def f(", "x = \0", "\ud800", "(" * 5000 + ")" * 5000, "1_", "if 1:\nx"])
def test_parse_refuses_in_one_way(source: str) -> None:
    with pytest.raises(SourceError):
        s.parse(source)


def test_names_found() -> None:
    source = "import os.path as p\nfrom math import pi\nLIMIT = 3\nN: int = 1\nclass C:\n    pass\ndef f(a):\n    b = a\n    return b\n"
    assert s.top_level_names(source) == ["LIMIT", "N", "C", "f"]
    assert s.all_names(ast.parse(source)) >= {"p", "pi", "LIMIT", "C", "f", "a", "b", "len", "while"}
    assert (s.fresh("a", ["b"]), s.fresh("a", ["a"]), s.fresh("a", ["a", "a_2"])) == ("a", "a_2", "a_3")


# --- renaming ----------------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(("source", "old"), [
    (FACTORIAL, "f"),
    ("def g(n):\n    return n + 1\n\ndef f(n):\n    return sum(map(g, range(n)))\n", "g"),
    ("class Box:\n    def __init__(self, n):\n        self.n = n\n\ndef f(n):\n    return Box(n).n\n", "Box"),
    ("STEP = 3\n\ndef f(n):\n    return n * STEP\n", "STEP"),
    ("calls = 0\n\ndef f(n):\n    global calls\n    calls += n\n    return calls\n", "calls"),
    ("def f(n):\n    text = 'f'\n    return text.find('f') + n\n", "f"),
])  # fmt: skip
def test_rename_keeps_behaviour(source: str, old: str) -> None:
    renamed = s.rename(source, old, "new_name")
    assert "new_name" in s.top_level_names(renamed) and old not in s.top_level_names(renamed)
    assert run(renamed, "new_name" if old == "f" else "f", 4) == run(source, "f", 4)


@pytest.mark.parametrize(("source", "old", "new"), [
    ("def f(n):\n    return n\n\ndef g(f):\n    return f\n", "f", "h"),
    ("def f(n):\n    return [f for n in n]\n\nkey = lambda f: f\n", "f", "h"),
    ("def f(n):\n    h = n\n    return h\n", "f", "h"),
    ("def f(h):\n    return h\n", "f", "h"),
    ("def f(n):\n    return n\n\ndef h(n):\n    return 0\n", "f", "h"),
    ("from math import h\n\ndef f(n):\n    return n\n", "f", "h"),
])  # fmt: skip
def test_rename_refuses_a_name_that_is_in_use(source: str, old: str, new: str) -> None:
    with pytest.raises(SourceError):
        s.rename(source, old, new)


# --- joining -----------------------------------------------------------------------------------------------------------------


def test_join_puts_imports_first_and_equal_definitions_once() -> None:
    one = "import re\nfrom __future__ import annotations\ndef f(n):\n    return n\n"
    two = "import math\nimport re\ndef f(n):\n    return   n  # the same\ndef g(n):\n    return math.floor(f(n))\n"
    joined = s.join([one, two])
    lines = [line for line in joined.splitlines() if line and not line.startswith(" ")]
    assert lines == ["from __future__ import annotations", "import math", "import re", "def f(n):", "def g(n):"]
    assert run(joined, "g", 2.5) == 2
    assert s.join([joined]) == joined


@pytest.mark.parametrize(("one", "two"), [
    ("def f(n):\n    return n", "def f(n):\n    return -n"),
    ("class C:\n    x = 1", "class C:\n    x = 2"),
    ("def f(n):\n    return n", "class f:\n    pass"),
    ("LIMIT = 3\ndef f(n):\n    return n > LIMIT", "LIMIT = 5\ndef g(n):\n    return n > LIMIT"),
    ("import datetime\ndef f(n):\n    return datetime.date(n, 1, 1)", "from datetime import datetime\ndef g(n):\n    return datetime(n, 1, 1)"),
    ("from math import gcd\ndef f(n):\n    return gcd(n, 6)", "def gcd(a, b):\n    return 1\ndef g(n):\n    return gcd(n, 6)"),
    ("def sqrt(n):\n    return n\ndef f(n):\n    return sqrt(n)", "from math import sqrt\ndef g(n):\n    return sqrt(n)"),
], ids=["functions", "classes", "function and class", "constants", "imports", "import and function", "function and import"])  # fmt: skip
def test_join_refuses_one_name_for_two_things(one: str, two: str) -> None:
    with pytest.raises(SourceError):
        s.join([one, two])


def test_tidy_drops_docstrings_and_comments() -> None:
    source = '"""Module."""\n# note\ndef f(n):\n    """Doc."""\n    return n  # same\n\n\ndef g():\n    """Only this."""\n'
    assert s.tidy(source) == "def f(n):\n    return n\n\n\ndef g():\n    pass\n"


# --- rewriting bodies ----------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(("source", "args", "in_place"), [
    ("def f(n):\n    return n + 1\n", (3,), True),
    ("def f(n):\n    total = 0\n    for k in range(n):\n        total += k\n    return total\n", (5,), True),
    ("def f(n):\n    if n > 2:\n        return 9\n    return n\n", (3,), False),
    ("def f(n):\n    while True:\n        return n\n", (3,), False),
    (FACTORIAL, (5,), False),
    ("def f(n):\n    def g(k):\n        return k * 2\n    return g(n)\n", (4,), False),
    ("def f(n):\n    result = n\n    return result * result\n", (4,), False),
    ("def f(n, k=2):\n    if n:\n        return n * k\n    return k\n", (4,), False),
    ("def _f_base(n):\n    return n\n\n\ndef f(n):\n    if n:\n        return _f_base(n)\n    return 1\n", (4,), False),
    ("def g(n):\n    return 5\n\n\ndef f(n):\n    return g(n) + n\n", (4,), True),
])  # fmt: skip
def test_wrap_result_changes_the_answer_once(source: str, args: tuple[Any, ...], in_place: bool) -> None:
    wrapped = s.wrap_result(source, "f", "if result > 10**6:\n    return -1\nreturn (result, 'wrapped')")
    assert run(wrapped, "f", *args) == (run(source, "f", *args), "wrapped")
    assert len(s.top_level_names(wrapped)) == len(s.top_level_names(source)) + (not in_place)
    assert str(s.signature(wrapped, "f")) == str(s.signature(source, "f"))


def test_wrap_result_of_a_function_without_a_return() -> None:
    assert run(s.wrap_result("def f(n):\n    n + 1\n", "f", "return result is None"), "f", 1) is True


@pytest.mark.parametrize(
    "guard", ["if n < 0:\n    raise ValueError('n')", "n = abs(n)", "if n < 0:\n    return 0\nn = n + 0"]
)
def test_insert_guard_comes_before_everything(guard: str) -> None:
    guarded = s.insert_guard("LIMIT = 9\n" + FACTORIAL, "f", guard)
    assert run(guarded, "f", 5) == 120
    if "raise" in guard:
        with pytest.raises(ValueError):
            run(guarded, "f", -3)
    else:
        assert run(guarded, "f", -3) == (0 if "return" in guard else 6)


@pytest.mark.parametrize("rewrite", [lambda: s.insert_guard(FACTORIAL, "g", "pass"), lambda: s.insert_guard(FACTORIAL, "f", "if"),
                                     lambda: s.wrap_result(FACTORIAL, "g", "return result"), lambda: s.join(["def f("])])  # fmt: skip
def test_rewrites_refuse_what_is_not_there(rewrite: Any) -> None:
    with pytest.raises(SourceError):
        rewrite()


def test_annotated_changes_only_what_it_is_told() -> None:
    source = "def f(a: int, b: str = 'x', *, c=1) -> bool:\n    d: int = a\n    return bool(d)\n"
    changed = s.annotated(source, "f", {"a": "int | None"}, "str")
    assert "def f(a: int | None, b: str='x', *, c=1) -> str:" in changed and "d: int = a" in changed
    assert s.annotated(source, "f", {"a": "list[Any]"}).startswith("from typing import Any\n")
    bare = "def f(a):\n    return a\n"
    assert s.annotated(bare, "f", {"a": "Any"}, "Any") == bare


def test_neat_takes_off_second_parentheses_and_nothing_else() -> None:
    assert s.neat("x = sum((a for a in b)) + max((len(c) for c in d))") == "x = sum(a for a in b) + max(len(c) for c in d)"
    assert s.neat("x = any((all((a for a in b)) for b in c))") == "x = any(all(a for a in b) for b in c)"
    for kept in (
        "x = sum((a for a in b), 1)",
        "x = f((a, b))",
        "x = (a for a in b)",
        "x = 'sum((a for a in b))'",
        "x = f(g((a + b)))",
    ):
        assert s.neat(kept) == kept
    for task in seeds.shipped():
        assert ast.dump(ast.parse(s.neat(task.canonical_solution))) == ast.dump(ast.parse(task.canonical_solution))


# --- alpha_key ---------------------------------------------------------------------------------------------------------------


class _Suffix(ast.NodeTransformer):
    """Renames everything that a program defines itself."""

    def __init__(self, own: dict[str, str]) -> None:
        self.own = own

    def visit_Name(self, node: ast.Name) -> ast.AST:
        node.id = self.own.get(node.id, node.id)
        return node

    def visit_arg(self, node: ast.arg) -> ast.AST:
        node.arg, node.annotation = self.own.get(node.arg, node.arg), None
        return node

    def visit_FunctionDef(self, node: ast.FunctionDef) -> ast.AST:
        node.name, node.returns = self.own.get(node.name, node.name), None
        self.generic_visit(node)
        return node


def renamed_copy(source: str, suffix: str) -> str:
    tree = ast.parse(source)
    own = {n.id for n in ast.walk(tree) if isinstance(n, ast.Name) and isinstance(n.ctx, ast.Store)}
    own |= {n.arg for n in ast.walk(tree) if isinstance(n, ast.arg)} | {
        n.name for n in ast.walk(tree) if isinstance(n, ast.FunctionDef)
    }
    return ast.unparse(_Suffix({name: name + suffix for name in own}).visit(tree))


@settings(derandomize=True, deadline=None, max_examples=60)
@given(st.sampled_from(seeds.shipped()), st.sampled_from(["_x", "2", "_of_the_list"]))
def test_alpha_key_is_equal_for_renamed_copies(task: Any, suffix: str) -> None:
    copy = renamed_copy(task.canonical_solution, suffix)
    assert copy != task.canonical_solution
    assert s.alpha_key(copy) == s.alpha_key(task.canonical_solution)


def test_alpha_key_tells_different_seeds_apart() -> None:
    keys = {s.alpha_key(task.canonical_solution): task.entry_point for task in seeds.shipped()}
    assert len(keys) == len(seeds.shipped())


@pytest.mark.parametrize(("one", "two"), [
    ("def f(a, b):\n    return a - b", "def f(a, b):\n    return b - a"),
    ("def f(a):\n    b = a\n    return b + a", "def f(a):\n    b = a\n    return b + b"),
    ("def f(a):\n    return max(a)", "def f(a):\n    return min(a)"),
    ("import math\ndef f(a):\n    return math.floor(a)", "import math\ndef f(a):\n    return math.ceil(a)"),
    ("def f(a):\n    return a + 1", "def f(a):\n    return a + 2"),
    ("def f(a):\n    return a.b", "def f(a):\n    return a.c"),
])  # fmt: skip
def test_alpha_key_differs_for_different_programs(one: str, two: str) -> None:
    assert s.alpha_key(one) != s.alpha_key(two)

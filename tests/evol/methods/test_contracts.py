"""Every clause of every contract against a planted cheat that breaks it, and one honest child per method that holds them all.

`CHEATS` is the table; a clause without a planted cheat fails `test_every_clause_has_a_cheat`.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Any

import pytest

from evol import method
from evol.filters.verify import FILTER
from evol.lab import Lab
from evol.method import COMMON, Reject
from evol.task import Case, Lineage, Task

Input = tuple[Any, ...]


@pytest.fixture(scope="module")
def lab():
    made = Lab()
    yield made
    made.close()


def function_in(source: str, name: str) -> Any:
    namespace: dict[str, Any] = {}
    exec(source, namespace)
    return namespace[name]


def task(
    source: str, *inputs: Input, labelled: dict[str, list[Input]] | None = None, wrong: tuple[Case, ...] = (), **more: Any
) -> Task:
    """A task whose entry point is the last function of `source`; its cases are what `source` answers, then those in `wrong`."""
    name = source.rpartition("def ")[2].partition("(")[0]
    solve = function_in(source, name)
    cases = [
        Case.of(args, solve(*args), kind=kind)
        for kind, rows in {"ordinary": inputs, **(labelled or {})}.items()
        for args in rows
    ]
    return Task(
        **{"prompt": "Write it.", "entry_point": name, "canonical_solution": source, "cases": (*cases, *wrong), **more}
    )


@dataclass(frozen=True)
class Planted:
    """A child that breaks the clause `reason`; `implied` are later clauses that cannot hold then either."""

    method: str
    reason: str
    how: str
    child: Task
    parents: tuple[Task, ...] = ()
    implied: frozenset[str] = field(default=frozenset())

    def __str__(self) -> str:
        return f"{self.method}-{self.reason}-{self.how}".replace(" ", "_")


LISTS = ([1, 2],), ([3],), ([4, 5, 6],), ([10, 20],), ([7, 7],), ([2, 9, 4],)
SUM = "def total(xs):\n    return sum(xs)\n"
TOTAL = task(SUM, *LISTS)

# --- the common contract -----------------------------------------------------------------------------------------------------

FIVE = ([1],), ([2],), ([3],), ([4],), ([5],)
COUNTER = "calls = 0\n\ndef count(n):\n    global calls\n    calls += 1\n    return calls\n"
ANYTHING = "def f(xs):\n    return {}\n"
DATE = "import datetime\n\n\ndef f(xs):\n    return datetime.date(2024, 1, 31)\n"
SET_ORDER = "def f(n):\n    return ''.join({str(n) + c for c in 'abcdefgh'})\n"
OWN_ERROR = "class Refused(Exception):\n    pass\n\n\ndef f(xs):\n    raise Refused(str(xs))\n"


def raising(source: str, error: str) -> Task:
    cases = tuple(Case.from_text(Case.of(args, 0).args, raises=error) for args in FIVE)
    return Task(prompt="Write it.", entry_point="f", canonical_solution=source, cases=cases)


CONSTANT = frozenset({"constant_passes"})
WRONG_COMMON = [
    ("too_few_cases", "four cases", task(SUM, *LISTS[:4]), frozenset()),
    ("too_few_cases", "the same input again", task(SUM, *LISTS[:4], *LISTS[:4]), frozenset()),
    ("wrong_reference", "wrong answer", task(SUM, *LISTS, wrong=(Case.of([[8]], 9),)), frozenset()),
    ("wrong_reference", "1 is not True", task(SUM, *LISTS, wrong=(Case.of([[1]], True),)), frozenset()),
    ("wrong_reference", "raises", task(SUM, *LISTS, wrong=(Case.of([["a"]], "a"),)), frozenset()),
    ("wrong_reference", "never ends", task("def f(n):\n    while n == 9:\n        pass\n    return n\n", *[(n,) for n in range(6)],
                                           wrong=(Case.of([9], 9),)), frozenset()),
    ("wrong_reference", "does not parse", task(SUM, *LISTS, canonical_solution="def total(xs:\n"), frozenset()),
    ("wrong_reference", "lives on earlier calls", task(COUNTER, *[(n,) for n in range(5)]), frozenset()),
    ("wrong_reference", "lives on the order of a set", task(SET_ORDER, *[(n,) for n in range(5)]), frozenset()),
    ("stub_passes", "None everywhere", task(ANYTHING.format("None"), *FIVE), CONSTANT),
    ("constant_passes", "one number", task(ANYTHING.format("7"), *FIVE), frozenset()),
    ("constant_passes", "one exception", raising("def f(xs):\n    raise ValueError(xs)\n", "ValueError"), frozenset()),
    ("constant_passes", "one nan", task(ANYTHING.format("float('nan')"), *FIVE), frozenset()),
    ("constant_passes", "one date", task(DATE, *FIVE), frozenset()),
    ("constant_passes", "one exception of its own", raising(OWN_ERROR, "Refused"), frozenset()),
]  # fmt: skip
COMMON_CHEATS = [
    Planted(name, reason, how, child, (TOTAL,), implied)
    for reason, how, child, implied in WRONG_COMMON
    for name in method.names()
]

# --- one after the other: honest children and cheats ---------------------------------------------------------------------------

MEAN = task(
    "def mean(xs):\n    return sum(xs) / len(xs)\n",
    ([1.0, 2.0],),
    ([4.0],),
    ([3.0, 5.0, 1.0],),
    ([10.0, 20.0],),
    ([6.5, 0.5],),
)
MEAN_EMPTY = "def mean(xs):\n    if not xs:\n        return 0.0\n    return sum(xs) / len(xs)\n"
MEAN_NONE = ("def mean(xs):\n    xs = [x for x in xs if x is not None]\n    if not xs:\n        return 0.0\n"
             "    return sum(xs) / len(xs)\n")  # fmt: skip
MEAN_CHANGED = ("def mean(xs):\n    if not xs:\n        return 0.0\n    if xs == [10.0, 20.0]:\n        return -1.0\n"
                "    return sum(xs) / len(xs)\n")  # fmt: skip
MEANS = [tuple(case.arguments()) for case in MEAN.cases]

SECOND = task("def second(xs):\n    return xs[1]\n", ([1, 2],), ([3, 5, 8],), ([0, 4, 4],), ([2, 7, 9, 11],), ([5, 6],))
SECONDS = [tuple(case.arguments()) for case in SECOND.cases]
UNSORTED = ([9, 4, 1],), ([2, 1],)

DOUBLE = task("def double_all(xs):\n    return [2 * x for x in xs]\n", *LISTS)
PARTS = DOUBLE.canonical_solution + SUM
BOTH = {"parts": ("double_all", "total")}
COMPOSED = f"{PARTS}\ndef doubled_total(xs):\n    return total(double_all(xs))\n"
DEAD_PART = f"{PARTS}\ndef doubled_total(xs):\n    if len(xs) > 99:\n        xs = double_all(xs)\n    return 2 * total(xs)\n"
IGNORED_PART = f"{PARTS}\ndef doubled_total(xs):\n    double_all(xs)\n    return 2 * total(xs)\n"
TRUTHY_PART = f"{PARTS}\ndef doubled_total(xs):\n    return 2 * total(xs) if double_all(xs) else None\n"

SCALE = task("def scale(n):\n    if n > 10:\n        return n * 3 + 1\n    return n - 1\n", (20,), (3,), (11,), (10,), (0,))
FIXED_PART = f"{SCALE.canonical_solution}\ndef shifted(xs):\n    return sum(xs) + scale(1)\n"
PAIRS = tuple((xs, k) for k, (xs,) in enumerate(LISTS))
IDLE_PARAMETER = f"{SUM}\ndef grown(xs, k):\n    return [total(xs[: i + 1]) for i in range(len(xs))]\n"

GRADE = task("def grade(n):\n    return 'high' if n > 10 else 'low'\n", (1,), (2,), (3,), (20,), (30,), (-20,))
GRADES = [tuple(case.arguments()) for case in GRADE.cases]
GRADE_CHANGED = "def grade(n):\n    return 'high' if n > 10 and n != 30 else 'low'\n"

LARGEST = (
    "def largest(xs):\n    best = xs[0]\n    for x in xs:\n        if x > best:\n            best = x\n    return best\n"
)
FIRST = "def largest(xs):\n    return xs[0]\n"
MAXIMA = ([1, 2],), ([3],), ([4, 5, 6],), ([20, 10],), ([7, 7],), ([2, 9, 4],)

ROOT = f"{SUM.replace('total', 'plain')}\ndef total(xs):\n    return plain(xs) % 9\n"
COUNTED = "def total(xs):\n    rest = sum(xs)\n    while rest >= 9:\n        rest -= 9\n    return rest\n"
LOOKUP = f"def total(xs):\n    return { ({repr(xs): sum(xs) % 9 for (xs,) in LISTS}) }.get(repr(xs), -1)\n"
RENAMED = ROOT.replace("plain", "bare").replace("xs", "items")


def shown(program: str, prompt: str = "Write it.\n\n```python\n{}\n```") -> Task:
    return task(LARGEST, *MAXIMA, shown_program=program, prompt=prompt.format(program))


HONEST = {
    "add_constraint": (task("def total(xs):\n    return sum(set(xs))\n", *LISTS), (TOTAL,)),
    "compose": (task(COMPOSED, *LISTS, **BOTH), (DOUBLE, TOTAL)),
    "deepen": (task(f"{SUM}\ndef steps(xs):\n    return [total(xs[: k + 1]) for k in range(len(xs))]\n", *LISTS), (TOTAL,)),
    "edge_case": (task(MEAN_EMPTY, *MEANS, labelled={"empty": [([],)]}), (MEAN,)),
    "fuzz": (task(GRADE.canonical_solution, *GRADES, (10,), (11,)), (GRADE,)),
    "math_fusion": (task(ROOT, *LISTS, second_solution=COUNTED), (TOTAL,)),
    "misdirect": (shown(FIRST), (task(LARGEST, *MAXIMA),)),
    "remove_constraint": (task("def second(xs):\n    return sorted(xs)[1]\n", *SECONDS, *UNSORTED), (SECOND,)),
}
METHOD_CHEATS = [
    Planted("add_constraint", "parent_passes", "same in other words", task("def total(xs):\n    return sum(sorted(xs))\n", *LISTS), (TOTAL,)),
    Planted("compose", "part_not_called", "dead code", task(DEAD_PART, *LISTS, **BOTH), (DOUBLE, TOTAL),
            frozenset({"part_idle", "part_untested"})),
    Planted("compose", "part_not_called", "no parts", task(COMPOSED, *LISTS), (DOUBLE, TOTAL)),
    Planted("compose", "part_idle", "result ignored", task(IGNORED_PART, *LISTS, **BOTH), (DOUBLE, TOTAL), frozenset({"part_untested"})),
    Planted("compose", "part_idle", "only asked for truth", task(TRUTHY_PART, *LISTS, **BOTH), (DOUBLE, TOTAL), frozenset({"part_untested"})),
    Planted("compose", "part_untested", "always the same input", task(FIXED_PART, *LISTS, parts=("scale",)), (SCALE,)),
    Planted("deepen", "part_untested", "always the same input", task(FIXED_PART, *LISTS, parts=("scale",)), (SCALE,)),
    Planted("compose", "parameter_idle", "ignored", task(IDLE_PARAMETER, *PAIRS, parts=("total",)), (TOTAL,)),
    Planted("deepen", "parameter_idle", "ignored", task(IDLE_PARAMETER, *PAIRS, parts=("total",)), (TOTAL,)),
    Planted("deepen", "parent_passes", "longer way to the same",
            task(f"{SUM.replace('total', 'base')}\ndef total(xs):\n    return base(sorted(xs)) * 1\n", *LISTS), (TOTAL,)),
    Planted("deepen", "not_deeper", "other, not deeper", task("def total(xs):\n    return max(xs)\n", *LISTS), (TOTAL,)),
    Planted("edge_case", "edge_not_new", "an edge the parent handles", task(MEAN_EMPTY, *MEANS, labelled={"single": [([5.0],)]}), (MEAN,)),
    Planted("edge_case", "edge_not_new", "no edge", task(MEAN_EMPTY, *MEANS), (MEAN,)),
    Planted("edge_case", "edge_unlabelled", "empty called ordinary",
            task(MEAN_NONE, *MEANS, ([],), labelled={"none": [([None, 2.0],)]}), (MEAN,)),
    Planted("edge_case", "ordinary_changed", "an input that T leaves out",
            task(MEAN_CHANGED, *MEANS[:3], MEANS[4], ([8.0],), labelled={"empty": [([],)]}), (MEAN,)),
    Planted("fuzz", "task_changed", "an input that T leaves out", task(GRADE_CHANGED, *GRADES[:4], GRADES[5], (10,), (11,)), (GRADE,)),
    Planted("fuzz", "no_new_kill", "nothing added", task(GRADE.canonical_solution, *GRADES), (GRADE,)),
    Planted("fuzz", "no_new_kill", "old inputs swapped for no better ones",
            task(GRADE.canonical_solution, (-3,), (4,), (5,), (28,), (26,), (-22,)), (GRADE,), frozenset({"not_minimal"})),
    Planted("fuzz", "not_minimal", "one input too many", task(GRADE.canonical_solution, *GRADES, (10,), (11,), (12,)), (GRADE,)),
    Planted("math_fusion", "derivations_differ", "none", task(ROOT, *LISTS), (TOTAL,)),
    Planted("math_fusion", "derivations_differ", "the same text", task(ROOT, *LISTS, second_solution=ROOT + "\n"), (TOTAL,)),
    Planted("math_fusion", "derivations_differ", "a renamed copy", task(ROOT, *LISTS, second_solution=RENAMED), (TOTAL,)),
    Planted("math_fusion", "derivations_differ", "wrong on the cases", task(ROOT, *LISTS, second_solution=SUM), (TOTAL,)),
    Planted("math_fusion", "derivations_differ", "right on the cases alone", task(ROOT, *LISTS, second_solution=LOOKUP), (TOTAL,)),
    Planted("math_fusion", "derivations_differ", "always crashes",
            task(ROOT, *LISTS, second_solution="def total(xs):\n    return 1 // 0\n"), (TOTAL,)),
    Planted("math_fusion", "parent_passes", "the relation says nothing",
            task("def total(xs):\n    return abs(sum(xs))\n", *LISTS, second_solution="def total(xs):\n    return sum(xs[::-1])\n"), (TOTAL,)),
    Planted("misdirect", "nothing_shown", "not in the prompt", shown(FIRST, "Write it."), ()),
    Planted("misdirect", "shown_breaks", "does not parse", shown("def largest(xs:"), (), frozenset({"shown_hopeless"})),
    Planted("misdirect", "shown_breaks", "other function", shown("def smallest(xs):\n    return xs[0]"), (), frozenset({"shown_hopeless"})),
    Planted("misdirect", "shown_right", "a right program", shown("def largest(xs):\n    return max(xs)"), ()),
    Planted("misdirect", "shown_hopeless", "always wrong", shown("def largest(xs):\n    return -1"), ()),
    Planted("remove_constraint", "old_tests_fail", "an input that T leaves out",
            task("def second(xs):\n    return sorted(xs)[1] if len(xs) != 4 else 0\n", *SECONDS[:3], SECONDS[4], *UNSORTED), (SECOND,)),
    Planted("remove_constraint", "nothing_outside", "only inputs inside",
            task("def second(xs):\n    return sorted(xs)[1]\n", *SECONDS, ([4, 6, 7],)), (SECOND,)),
]  # fmt: skip


def as_child_of(name: str, child: Task) -> Task:
    return child.model_copy(update={"lineage": Lineage(method=name, engine="program", round=1)})


def verify(planted: Planted, lab: Lab) -> str:
    with pytest.raises(Reject) as caught:
        FILTER().check(as_child_of(planted.method, planted.child), planted.parents, lab)
    assert caught.value.detail, "a reject says what was seen"
    return caught.value.reason


@pytest.mark.parametrize("planted", METHOD_CHEATS, ids=str)
def test_cheat_is_caught_by_its_clause_alone(planted: Planted, lab: Lab) -> None:
    assert verify(planted, lab) == planted.reason
    clauses = (*COMMON, *method.load(planted.method).clauses)
    broken = {clause.reason for clause in clauses if clause.check(planted.child, planted.parents, lab) is not None}
    assert broken == {planted.reason, *planted.implied}


@pytest.mark.parametrize("planted", COMMON_CHEATS, ids=str)
def test_common_contract_holds_for_every_method(planted: Planted, lab: Lab) -> None:
    assert verify(planted, lab) == planted.reason


@pytest.mark.parametrize(("reason", "how", "child", "implied"), WRONG_COMMON, ids=[row[1] for row in WRONG_COMMON])
def test_common_cheat_breaks_one_clause(reason: str, how: str, child: Task, implied: frozenset[str], lab: Lab) -> None:
    assert {clause.reason for clause in COMMON if clause.check(child, (), lab) is not None} == {reason, *implied}


@pytest.mark.parametrize("name", method.names())
def test_honest_child_passes(name: str, lab: Lab) -> None:
    child, parents = HONEST[name]
    FILTER().check(as_child_of(name, child), parents, lab)
    # The same child is refused once one of its answers is wrong: it was looked at.
    first = child.cases[0]
    spoilt = child.model_copy(update={"cases": (first.model_copy(update={"expected": '"spoilt"'}), *child.cases[1:])})
    with pytest.raises(Reject, match="wrong_reference"):
        FILTER().check(as_child_of(name, spoilt), parents, lab)


def test_every_clause_has_a_cheat() -> None:
    promised = {(name, clause.reason) for name in method.names() for clause in (*COMMON, *method.load(name).clauses)}
    assert {(planted.method, planted.reason) for planted in (*COMMON_CHEATS, *METHOD_CHEATS)} == promised


def test_reasons_and_promises_are_told_apart() -> None:
    for name in method.names():
        clauses = (*COMMON, *method.load(name).clauses)
        assert len({clause.reason for clause in clauses}) == len(clauses)
        assert all(clause.promise for clause in clauses) and method.load(name).promise

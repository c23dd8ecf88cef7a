"""verify: a real child of a real method passes; each way to break a promise is refused with that promise's reason."""

import pytest

from evol import engine, method, seeds
from evol.engine import Proposal
from evol.errors import UserError
from evol.filters.verify import FILTER
from evol.lab import Lab
from evol.method import COMMON, Reject
from evol.task import Case, Lineage, Task


@pytest.fixture(scope="module")
def lab():
    made = Lab()
    yield made
    made.close()


@pytest.fixture(scope="module")
def child(lab):
    """A child of a shipped seed, made with no model, and its parents."""
    pool, program = seeds.shipped()[:40], engine.load("program")
    for number in range(len(pool)):
        try:
            return program.propose(Proposal(number, 1, "add_constraint", number, number, 1000 + number), pool, lab)
        except Reject:
            pass
    raise AssertionError("add_constraint makes nothing of 40 seeds")


def reason(task, parents, lab):
    try:
        FILTER().check(task, parents, lab)
    except Reject as refused:
        assert refused.detail
        return refused.reason
    return ""


def other(task, **changes):
    return Task(**{**{name: getattr(task, name) for name in Task.model_fields}, **changes})


def test_a_real_child_is_kept_again_and_again(child, lab):
    task, parents = child
    assert [reason(task, parents, lab) for _ in range(2)] == ["", ""]
    assert FILTER.stateful is False and FILTER().remember(task) is None


# Ways to break a child; each keeps all promises that are checked before the one it breaks.
BREAKS = {
    "too_few_cases": [
        lambda t, p: {"cases": t.cases[:4]}, lambda t, p: {"cases": t.cases[:1] * 9}, lambda t, p: {"cases": (*t.cases[:4], t.cases[0].model_copy(update={"kind": "huge"}))},
    ],
    "wrong_reference": [
        lambda t, p: {"canonical_solution": "def other(): pass\n"}, lambda t, p: {"canonical_solution": f"def {t.entry_point}(*a): return 'no'\n"},
        lambda t, p: {"canonical_solution": t.canonical_solution + "\n1 / 0\n"}, lambda t, p: {"canonical_solution": "def f(:"},
        lambda t, p: {"canonical_solution": t.canonical_solution + f"\n{t.entry_point} = None\n"},
        lambda t, p: {"canonical_solution": f"import os\ndef {t.entry_point}(*a): os._exit(0)\n"}, lambda t, p: {"canonical_solution": f"def {t.entry_point}(*a):\n    n = 0\n    while True: n += 1\n"},
        lambda t, p: {"cases": (*t.cases[:-1], t.cases[-1].model_copy(update={"expected": '"wrong"', "raises": None}))},
        lambda t, p: {"cases": (*t.cases, Case.from_text("[]", raises="ZeroDivisionError"))},
    ],
    "parent_passes": [lambda t, p: {"canonical_solution": p.canonical_solution, "entry_point": p.entry_point, "cases": p.cases}],
}  # fmt: skip


@pytest.mark.parametrize(("broken", "way"), [(broken, way) for broken, ways in BREAKS.items() for way in range(len(ways))])
def test_a_broken_promise_is_named(broken, way, child, lab):
    task, parents = child
    assert len({case.args for case in parents[0].cases}) >= 5
    assert reason(other(task, **BREAKS[broken][way](task, parents[0])), parents, lab) == broken


def answering(source, lab, inputs=range(6)):
    """A task whose cases are what `source` answers."""
    cases = lab.cases(source, "f", [([number], "ordinary") for number in inputs])
    return Task(
        prompt="p", entry_point="f", canonical_solution=source, cases=tuple(cases), lineage=Lineage(method="add_constraint")
    )


@pytest.mark.parametrize(
    ("expression", "expected"),
    [
        ("None", "stub_passes"), ("7", "constant_passes"), ("'x'", "constant_passes"), ("[(1, {2})]", "constant_passes"), ("float('inf')", "constant_passes"),
        ("float('nan')", "constant_passes"), ("Decimal('1.5')", "constant_passes"), ("deque([1])", "constant_passes"), ("set()", "constant_passes"), ("1 // 0", "constant_passes"),
    ],
)  # fmt: skip
def test_answers_that_tell_nothing_are_refused(expression, expected, lab):
    task = answering(
        f"from decimal import Decimal\nfrom collections import deque\ndef f(x):\n    return {expression}\n", lab
    )
    assert reason(task, [task], lab) == expected


def test_a_solution_that_lives_on_earlier_calls_is_refused(lab):
    task = answering("seen = []\ndef f(x):\n    seen.append(x)\n    return len(seen)\n", lab)
    assert [case.answer() for case in task.cases] == [1, 2, 3, 4, 5, 6]
    assert reason(task, [task], lab) == "wrong_reference"


def test_a_solution_that_leans_on_chance_or_hashing_is_refused(lab):
    for expression in ("id(object()) + x", "__import__('os').getpid() + x", "__import__('time').time_ns() + x"):
        assert reason(answering(f"def f(x):\n    return {expression}\n", lab), [], lab) == "wrong_reference"


def test_the_common_promises_come_first_and_in_this_order():
    assert [clause.reason for clause in COMMON] == ["too_few_cases", "wrong_reference", "stub_passes", "constant_passes"]
    for name in method.names():
        assert all(clause.promise and clause.reason for clause in method.load(name).clauses)


def test_a_child_of_an_unknown_method_is_a_users_mistake(child, lab):
    task, parents = child
    with pytest.raises(UserError, match=r"unknown method 'add_constrain'.*add_constraint"):
        FILTER().check(other(task, lineage=Lineage(method="add_constrain")), parents, lab)

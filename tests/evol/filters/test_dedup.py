"""dedup: the same task in other clothes is refused, a task that differs in what it asks is not."""

import pytest

from evol import filter, seeds
from evol.filters.dedup import FILTER
from evol.method import Reject
from evol.task import Case, Lineage, Task

PROMPT = "Return the sum of `values`.\n\nRequirements:\n\n- Skip zeros.\n\nSignature: `def total(values)`\n"
SOLUTION = "def total(values):\n    result = 0\n    for value in values:\n        result += value\n    return result\n"
CASES = (Case.of([[1, 2]], 3), Case.of([[]], 0, kind="empty"))


def task(**changes):
    return Task(**{"prompt": PROMPT, "entry_point": "total", "canonical_solution": SOLUTION, "cases": CASES, **changes})


def verdict(known, child):
    """The reason for which `child` is refused after `known`, or nothing."""
    chosen = FILTER()
    chosen.remember(known)
    try:
        chosen.check(child, (), None)
    except Reject as refused:
        assert known.task_id in refused.detail
        return refused.reason
    return ""


RENAMED = "def total(xs):\n    # another comment\n    s = 0\n\n    for x in xs:\n        s += x\n    return s"
OTHER = {"prompt": "Add everything up."}
TABLE = {
    "itself": ({}, "same_prompt"),
    "other lineage": ({"lineage": Lineage(method="fuzz", round=3), "origin": "x"}, "same_prompt"),
    "prompt in capitals": ({"prompt": PROMPT.replace("Return the sum", "RETURN THE sUm"), "canonical_solution": "def total(v): return sum(v)"}, "same_prompt"),
    "prompt with other spacing": ({"prompt": PROMPT.replace("the sum", "the\n  sum"), "canonical_solution": "def total(v): return sum(v)"}, "same_prompt"),
    "other examples only": ({"prompt": PROMPT + "\nExamples:\n\n```python\n>>> total([1])\n1\n```", "canonical_solution": "def total(v): return sum(v)"}, "same_prompt"),
    "renamed and reformatted": ({**OTHER, "canonical_solution": RENAMED}, "same_content"),
    "annotated": ({**OTHER, "canonical_solution": SOLUTION.replace("(values)", "(values: list) -> int")}, "same_content"),
    "cases in another order": ({**OTHER, "cases": CASES[::-1]}, "same_content"),
    "one more requirement": ({"prompt": PROMPT.replace("zeros.", "zeros.\n- Skip ones."), "cases": CASES[:1]}, ""),
    "other inputs": ({**OTHER, "cases": (*CASES, Case.of([[5]], 5))}, ""),
    "other solution": ({**OTHER, "canonical_solution": SOLUTION.replace("+=", "-=")}, ""),
    "other shown program": ({**OTHER, "shown_program": "def total(v): return 0"}, ""),
    "other prompt by a number": ({"prompt": PROMPT.replace("zeros", "42"), "cases": CASES[:1]}, ""),
    "other prompt by a shown program": ({"prompt": "Return the sum of `values`.\n\nMend:\n\n```python\nx\n```", "cases": CASES[:1]}, ""),
}  # fmt: skip


@pytest.mark.parametrize("name", TABLE)
def test_what_counts_as_the_same_task(name):
    changes, reason = TABLE[name]
    assert verdict(task(), task(**changes)) == reason
    assert verdict(task(**changes), task()) == reason


@pytest.mark.parametrize("solution", ["def f(:", "\0", "def f(): return " + "(" * 300], ids=["syntax", "nul", "nested"])
def test_a_solution_that_does_not_parse_is_compared_as_text(solution):
    broken = {"canonical_solution": solution}
    assert verdict(task(**broken), task(**OTHER, **broken)) == "same_content"
    assert (
        verdict(task(**broken), task(**OTHER, **{key: text + " " for key, text in broken.items()} | {"cases": CASES[:1]}))
        == ""
    )


def test_checking_remembers_nothing():
    chosen = FILTER()
    chosen.check(task(), (), None)
    chosen.check(task(), (), None)
    chosen.remember(task())
    with pytest.raises(Reject, match="same_prompt"):
        chosen.check(task(), (), None)


def test_the_first_task_of_a_key_is_named():
    chosen, first = FILTER(), task()
    chosen.remember(first)
    chosen.remember(task(cases=CASES[:1]))
    with pytest.raises(Reject, match=first.task_id):
        chosen.check(task(cases=(*CASES, Case.of([[7]], 7))), (), None)


def test_the_shipped_seeds_are_all_different():
    chosen, refused = FILTER(), []
    for one in seeds.shipped():
        try:
            chosen.check(one, (), None)
        except Reject as reject:
            refused.append((one.origin, reject.reason))
        chosen.remember(one)
    assert refused == []


def test_it_runs_in_order_in_the_driver():
    assert filter.load("dedup").stateful is True and filter.load("verify").stateful is False
    assert {"dedup", "verify"} <= set(filter.names())

"""math_fusion: a mathematical relation fused into a programming task.

Aims at mathematical acumen. The relation comes with two independent derivations, a closed form and the definition counted out; the
solution uses one, the second solution the other, and both must agree on fuzzed inputs.
"""

from __future__ import annotations

import random
from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from typing import Any

from evol import values
from evol.craft import inputs
from evol.craft.brief import Brief
from evol.craft.relations import RELATIONS, Relation
from evol.craft.shapes import INT, Profile, Shape, profile, unchecked_promise
from evol.craft.source import alpha_key, insert_guard, join, signature, wrap_result
from evol.lab import Lab
from evol.method import PARENT_FAILS, Build, Clause, Draw, Method, Reject, checked, select
from evol.sandbox import Call, Outcome
from evol.task import Case, Task

FUZZED = 24


@dataclass(frozen=True)
class Fusion:
    """Where a relation enters a task: `guard` before the body or `finish` over its `result`; `{r}` is the relation's function."""

    rule: Callable[[Relation, random.Random], str]
    reach: Callable[[Case], list[int]]
    guard: str = ""
    finish: str = ""
    answers: tuple[str, ...] = ("int",)
    returns: str = ""


def _result_number(case: Case) -> list[int]:
    return [case.answer()]


def _result_length(case: Case) -> list[int]:
    return [len(case.answer())]


def _result_entries(case: Case) -> list[int]:
    found: list[int] = case.answer()
    return found


def _argument(place: int) -> Callable[[Case], list[int]]:
    return lambda case: [case.arguments()[place]]


def _entries(place: int) -> Callable[[Case], list[int]]:
    return lambda case: list(case.arguments()[place])


def _length_tells(task: Task, lab: Lab) -> bool:
    """Whether the length of the answer depends on what the arguments hold, not only on how long they are."""
    cases = [case for case in task.cases if case.expected is not None]
    rng = random.Random(task.task_id)
    scrambled = lab.outcomes(
        task.canonical_solution, task.entry_point, [_scrambled(case.arguments(), rng) for case in cases]
    )
    pairs = [(len(case.answer()), o) for case, o in zip(cases, scrambled, strict=True) if o.status == "ok"]
    changed = sum(length != _length(outcome) for length, outcome in pairs)
    return len({length for length, _ in pairs}) > 3 and 3 * changed > len(pairs)


def _length(outcome: Outcome) -> int:
    found = values.loads(outcome.value)
    return len(found) if hasattr(found, "__len__") else -1


def _scrambled(value: Any, rng: random.Random) -> Any:
    """A value of the same sizes with other content."""
    if isinstance(value, str):
        return "".join(rng.choice("abAB 1") for _ in value)
    if isinstance(value, int) and not isinstance(value, bool):
        return value
    return [_scrambled(item, rng) for item in value] if isinstance(value, list) else value


def _on_result(task: Task, shown: Profile, lab: Lab) -> list[Fusion]:
    found: list[Fusion] = []
    if shown.result == INT:
        found += [
            Fusion(
                _of_result, _result_number, finish="return {r}(result)", answers=("int", "bool", "str", "float"), returns="*"
            )
        ] * 3
    if shown.result.name in ("list", "str", "dict", "set") and _length_tells(task, lab):
        found.append(
            Fusion(
                _of_length, _result_length, finish="return {r}(len(result))", answers=("int", "str", "float"), returns="*"
            )
        )
    if shown.result == Shape("list", (INT,)):
        found.append(Fusion(_of_entries, _result_entries, finish="return [{r}(item) for item in result]", answers=("int",)))
        found.append(
            Fusion(_keep_entries, _result_entries, finish="return [item for item in result if {r}(item)]", answers=("bool",))
        )
    return found


def _fusions(task: Task, shown: Profile, names: list[str], lab: Lab) -> list[Fusion]:
    found = [] if Brief.parse(task.prompt).answers_early else _on_result(task, shown, lab)
    for place, (name, domain) in enumerate(zip(names, shown.params, strict=False)):
        if domain.shape == Shape("list", (INT,)) and not domain.sorted and not shown.equal_lengths:
            found.append(
                Fusion(
                    _before_keep(name),
                    _entries(place),
                    guard=f"{name} = [item for item in {name} if {{r}}(item)]",
                    answers=("bool",),
                )
            )
            found.append(Fusion(_before_map(name), _entries(place), guard=f"{name} = [{{r}}(item) for item in {name}]"))
        if domain.shape == INT and not unchecked_promise(task):
            found.append(Fusion(_before_scalar(name), _argument(place), guard=f"{name} = {{r}}({name})"))
    return found


def _of_result(relation: Relation, rng: random.Random) -> str:
    if relation.answer == "bool":
        return (
            f"Call the number described above r. Do not return r itself; return {relation.text('r')}, as `True` or `False`."
        )
    return rng.choice(
        (
            f"Call the number described above r. Do not return r itself; return {relation.text('r')}.",
            f"The number described above is only a step: with r standing for it, the answer is {relation.text('r')}.",
        )
    )


def _of_length(relation: Relation, rng: random.Random) -> str:
    kind = ", as `True` or `False`" if relation.answer == "bool" else ""
    return (
        f"Let n be the length of the result described above. Do not return that result; return {relation.text('n')}{kind}."
    )


def _of_entries(relation: Relation, rng: random.Random) -> str:
    return f"Replace each number x of the resulting list by {relation.text('x')}, and return the new list."


def _keep_entries(relation: Relation, rng: random.Random) -> str:
    return f"Before you return the list, check for each of its numbers x {relation.text('x')}; leave out those for which this is not so."


def _before_keep(name: str) -> Callable[[Relation, random.Random], str]:
    return lambda relation, rng: (
        f"First check for each number x of `{name}` {relation.text('x')}; leave out those for which this is not so. The rest of the task is about the "
        "numbers that remain."
    )


def _before_map(name: str) -> Callable[[Relation, random.Random], str]:
    return lambda relation, rng: (
        f"Before anything else, replace each number x of `{name}` by {relation.text('x')}. The rest of the task is about these new numbers."
    )


def _before_scalar(name: str) -> Callable[[Relation, random.Random], str]:
    return lambda relation, rng: (
        f"Do not work on `{name}` as it is given: wherever the task speaks of `{name}`, use {relation.text(f'the given `{name}`')}."
    )


def _fits(relation: Relation, numbers: list[int]) -> bool:
    if len(numbers) < 3 or not all(_within(relation, n) for n in numbers):
        return False
    return 2 * sum(1 for n in numbers if relation.closed(n) != n) > len(numbers)


def _reached(fusion: Fusion, case: Case) -> list[Any]:
    try:
        return list(fusion.reach(case))
    except TypeError:  # None or another type at the place: nothing a relation could take
        return [None]


def _within(relation: Relation, n: object) -> bool:
    return isinstance(n, int) and type(n) is int and relation.low <= n <= relation.high


def _solution(task: Task, fusion: Fusion, relation: Relation, source: str) -> str:
    name = task.entry_point
    changed = task.canonical_solution
    if fusion.guard:
        changed = insert_guard(changed, name, fusion.guard.format(r=relation.name))
    else:
        changed = wrap_result(changed, name, fusion.finish.format(r=relation.name))
    sign = signature(changed, name)
    if fusion.returns and sign.returns:
        changed = join([changed.replace(f"{sign}:", f"{replace(sign, returns=relation.answer)}:")])
    return join([source, changed])


def _admits(relation: Relation, fusion: Fusion, task: Task, cases: Sequence[Case]) -> bool:
    try:
        numbers = [n for case in cases for n in fusion.reach(case)]
    except TypeError:  # None where the others have a number: the relation is not for every stated answer
        return False
    if relation.answer not in fusion.answers or relation.name in task.canonical_solution or not _fits(relation, numbers):
        return False
    if not fusion.guard or relation.answer == "bool":
        return True
    # What goes on into the old code must still be what it expects.
    least = min(numbers)
    return all(isinstance(got := relation.closed(n), int) and got >= least for n in numbers if _within(relation, n))


@checked
def program(draw: Draw) -> tuple[Task, list[Task]]:
    """The parent with a relation on its input or its answer."""
    parent, lab, rng = draw.parent, draw.lab, draw.rng
    shown = profile(parent)
    sign = signature(parent.canonical_solution, parent.entry_point)
    new = [(args, inputs.kind_of(args, shown)) for args in inputs.ordinary(parent, rng, 10)]
    old = [*parent.cases, *lab.cases(parent.canonical_solution, parent.entry_point, new)]
    known = [case for case in old if case.expected is not None and case.answer() is not None]
    if len(known) < 5:
        raise Reject("too_few_inputs", f"{len(known)} inputs with an answer")
    # A relation must hold for every input that the parent states; new inputs beyond its range are left out.
    stated = [case for case in parent.cases if case.expected is not None]
    choices = [(f, r) for f in _fusions(parent, shown, sign.names, lab) for r in RELATIONS if _admits(r, f, parent, stated)]
    if not choices:
        raise Reject("no_relation_fits", f"answers of shape {shown.result}")
    for fusion, relation in rng.sample(choices, min(4, len(choices))):
        tried = [(c.arguments(), c.kind) for c in known if all(_within(relation, n) for n in _reached(fusion, c))]
        closed = _solution(parent, fusion, relation, relation.closed_source())
        counted = _solution(parent, fusion, relation, relation.counted_source())
        cases = [case for case in lab.cases(closed, parent.entry_point, tried) if case.raises is None]
        cases += _still_refused(parent, closed, lab)
        verdicts = lab.verdicts(counted, parent.entry_point, cases)
        cases = select([case for case, verdict in zip(cases, verdicts, strict=True) if verdict == "pass"])
        wrong = sum(verdict != "pass" for verdict in lab.parent_verdicts(parent, cases))
        if len(cases) < 6 or wrong < 3:
            continue
        rule, told = fusion.rule(relation, rng), Brief.parse(parent.prompt)
        brief = told.require_first(rule) if fusion.guard else told.require(rule)
        brief = replace(brief, signature=str(signature(closed, parent.entry_point)))
        build = Build([parent], brief, parent.entry_point, closed, cases)
        build.extra = {"second_solution": counted, "parts": parent.parts}
        return build.task(), [parent]
    raise Reject("relation_says_little", "the relation changes too few answers")


def _still_refused(parent: Task, solution: str, lab: Lab) -> list[Case]:
    """The parent's cases that expect an exception, where the child raises it too."""
    stated = [case for case in parent.cases if case.raises is not None]
    verdicts = lab.verdicts(solution, parent.entry_point, stated)
    return [case for case, verdict in zip(stated, verdicts, strict=True) if verdict == "pass"]


def _two_derivations(child: Task, parents: Sequence[Task], lab: Lab) -> str | None:
    second = child.second_solution
    if not second or alpha_key(second) == alpha_key(child.canonical_solution):
        return "there is no second derivation"
    for case, verdict in zip(child.cases, lab.verdicts(second, child.entry_point, child.cases), strict=True):
        if verdict != "pass":
            return f"the second derivation: {verdict} on {case.args[:100]}"
    fuzz = [(args, "ordinary") for args in inputs.ordinary(child, random.Random(child.task_id), FUZZED)]
    cases = lab.cases(child.canonical_solution, child.entry_point, fuzz)
    outcomes = lab.run(second, child.entry_point, [Call(case.args) for case in cases])
    for case, outcome in zip(cases, outcomes, strict=True):
        # Beyond its range the definition may take too long; only two answers can differ.
        if case.expected is not None and outcome.status == "ok" and not case.matches(outcome.value):
            return f"the derivations differ on {case.args[:100]}"
    return None


METHOD = Method(
    name="math_fusion",
    targets=("mathematics",),
    clauses=(
        Clause("derivations_differ", "two independent derivations agree on fuzzed inputs", _two_derivations),
        PARENT_FAILS,
    ),
    program=program,
)

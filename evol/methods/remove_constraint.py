"""remove_constraint: take back an assumption that the parent lives on.

Aims at generalising beyond the example. The child still passes all the parent's tests; outside the old assumption the parent fails. Forms: a
fixed number or text becomes an optional parameter; one value becomes a list of any nesting; two operands become many where execution shows that
folding is sound; sorted becomes any order; equal lengths become any lengths; flat becomes nested; numbers may come as text.
"""

from __future__ import annotations

import ast
import random
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, field, replace
from typing import Any

from evol import values
from evol.craft.brief import Brief
from evol.craft.literals import Knob, knobs, turned
from evol.craft.shapes import FLOAT, INT, STR, Profile, profile, unchecked_promise
from evol.craft.source import Signature, all_names, annotated, fresh, insert_guard, join, rename, signature
from evol.lab import Lab
from evol.method import MAX_CASES, Build, Clause, Draw, Method, Reject, checked, select
from evol.sandbox import Call, judge
from evol.task import Case, Task

Args = list[Any]


@dataclass
class Freed:
    """A generalised program, what it may now be given, and inputs outside the old assumption with their kind."""

    solution: str
    rules: tuple[str, ...]
    inputs: list[tuple[Args, str]]
    promises: tuple[str, ...] = ()
    signature: str = ""
    types: dict[str, str] = field(default_factory=dict)
    returns: str = ""


@dataclass(frozen=True)
class Ground:
    """What every form looks at: the parent, its signature, its profile, usable arguments, execution and chance."""

    parent: Task
    sign: Signature
    shown: Profile
    args: list[Args]
    lab: Lab
    rng: random.Random

    def fresh_args(self) -> list[Args]:
        return [values.loads(values.dumps(args)) for args in self.args]


def _literal(ground: Ground) -> Iterator[Freed]:
    for knob in knobs(ground.parent, ground.sign, ground.rng):
        extra = [[*_replaced(args, knob.value, value), value] for value in knob.others for args in ground.fresh_args()[:4]]
        yield Freed(
            turned(ground.parent, ground.sign, knob), (_knob_rule(knob, ground.rng),), [(args, "ordinary") for args in extra],
            signature="keep",
        )  # fmt: skip


def _replaced(args: Args, old: object, new: object) -> Any:
    """The arguments with a text that the program looks for replaced by the new one, so that there is something to find."""
    if not isinstance(old, str) or not isinstance(new, str):
        return args
    return values.loads(values.dumps([_swap(value, old, new) for value in args]))


def _swap(value: Any, old: str, new: str) -> Any:
    if isinstance(value, str):
        return value.replace(old, new)
    return [_swap(item, old, new) for item in value] if isinstance(value, list) else value


def _knob_rule(knob: Knob, rng: random.Random) -> str:
    return rng.choice(
        (
            f"The {knob.what} {knob.shown} must not be fixed: take it as an optional last parameter `{knob.name}` with the default {knob.shown}.",
            f"Let the caller choose the {knob.what}: add a last parameter `{knob.name}`, which is {knob.shown} unless it is given, and use it wherever the "
            f"task speaks of {knob.shown}.",
        )
    )


def _to_nested(ground: Ground) -> Iterator[Freed]:
    """One value becomes a list of such values, of any nesting; the answer has the same form."""
    domain = ground.shown.params[0]
    if len(ground.sign.params) != 1 or domain.shape.name not in ("int", "float", "str"):
        return
    name = ground.sign.names[0]
    guard = f"if isinstance({name}, list):\n    return [{ground.parent.entry_point}(item) for item in {name}]"
    pool = [args[0] for args in ground.fresh_args()]
    pick = ground.rng.choice
    new = [
        [[pick(pool), pick(pool), pick(pool)]],
        [[pick(pool), [pick(pool)]]],
        [[]],
        [[[pick(pool), [pick(pool), pick(pool)]], pick(pool)]],
    ]
    rule = f"`{name}` may also be a list, whose entries are such values or lists again, nested to any depth: return a list of the same form with each value replaced by its answer."
    yield Freed(
        insert_guard(ground.parent.canonical_solution, ground.parent.entry_point, guard),
        (rule,),
        list(zip(new, ("ordinary", "nested", "empty", "nested"), strict=True)),
        types={name: "Any"},
        returns="Any",
    )


def _to_flat(ground: Ground) -> Iterator[Freed]:
    """A flat list becomes a list with lists inside, which counts as flattened."""
    for place, domain in enumerate(ground.shown.params):
        if domain.shape.name != "list" or domain.shape.item not in (INT, FLOAT, STR) or domain.sorted:
            continue
        name = ground.sign.names[place]
        base = fresh("_flatten", all_names(ast.parse(ground.parent.canonical_solution)))
        head = "items: list[Any]) -> list[Any]" if ground.sign.params[place].annotation else "items)"
        helper = f"def {base}({head}:\n    flat = []\n    for item in items:\n        flat.extend({base}(item) if isinstance(item, list) else [item])\n    return flat\n"
        guarded = insert_guard(ground.parent.canonical_solution, ground.parent.entry_point, f"{name} = {base}({name})")
        new = []
        for args in ground.fresh_args()[:5]:
            if len(args[place]) > 1:
                cut = ground.rng.randrange(1, len(args[place]))
                args[place] = ground.rng.choice(
                    (
                        [args[place][:cut], *args[place][cut:]],
                        [*args[place][:cut], [args[place][cut], [*args[place][cut + 1 :]]]],
                    )
                )
                new.append((args, "nested"))
        rule = f"`{name}` may contain lists in place of entries, nested to any depth. Treat it as if all entries stood in one flat list, in the same order."
        yield Freed(join([helper, guarded]), (rule,), new, types={name: "list[Any]"})


def _to_many(ground: Ground) -> Iterator[Freed]:
    """Two operands become any number of them, where folding is sound."""
    params = ground.shown.params
    if (
        len(params) != 2
        or params[0].shape != params[1].shape
        or params[0].shape != ground.shown.result
        or ground.shown.equal_lengths
    ):
        return
    if not _associative(ground):
        return
    name, (a, b) = ground.parent.entry_point, ground.sign.names
    base = fresh(f"_{name}_of_two", all_names(ast.parse(ground.parent.canonical_solution)))
    one, two = ground.sign.params
    others = f"*others: {two.annotation}" if two.annotation else "*others"
    arrow = f" -> {ground.sign.returns}" if ground.sign.returns else ""
    head = f"def {name}({one}, {two}, {others}){arrow}"
    outer = f"{head}:\n    result = {base}({a}, {b})\n    for other in others:\n        result = {base}(result, other)\n    return result\n"
    pool = [value for args in ground.fresh_args() for value in args]
    new = [([values.loads(values.dumps(ground.rng.choice(pool))) for _ in range(size)], "ordinary") for size in (3, 3, 4, 5)]
    rule = f"Accept two or more arguments: `{name}({a}, {b}, ...)` combines `{a}` and `{b}`, then that result with the third argument, and so on."
    yield Freed(
        join([rename(ground.parent.canonical_solution, name, base), outer]),
        (rule,),
        new,
        signature=head,
    )


def _associative(ground: Ground) -> bool:
    """f(f(x, y), z) == f(x, f(y, z)) on triples of seen values: evidence by execution, not proof."""
    pool = [value for args in ground.args for value in args]
    triples = [[ground.rng.choice(pool) for _ in range(3)] for _ in range(8)]
    source, name = ground.parent.canonical_solution, ground.parent.entry_point
    probe = f"{source}\n\ndef probe(x, y, z):\n    import copy\n    a, b = copy.deepcopy((x, y, z)), copy.deepcopy((x, y, z))\n    return {name}({name}(a[0], a[1]), a[2]), {name}(b[0], {name}(b[1], b[2]))\n"
    outcomes = ground.lab.outcomes(probe, "probe", triples)
    pairs = [values.loads(outcome.value) for outcome in outcomes if outcome.status == "ok"]
    return len(pairs) >= 6 and all(values.same(left, right) for left, right in pairs)


def _to_unsorted(ground: Ground) -> Iterator[Freed]:
    """Sorted input becomes input in any order."""
    text = ground.parent.prompt.lower()
    if not any(word in text for word in ("sorted", "ascending", "increasing order", "from smallest to largest")):
        return
    for place, domain in enumerate(ground.shown.params):
        if domain.shape.name != "list" or not domain.sorted or domain.max_len < 3:
            continue
        name = ground.sign.names[place]
        guarded = insert_guard(ground.parent.canonical_solution, ground.parent.entry_point, f"{name} = sorted({name})")
        new = []
        for args in ground.fresh_args():
            ground.rng.shuffle(args[place])
            new.append((args, "unsorted"))
        rule = f"`{name}` may come in any order; the answer is the one for the same entries in ascending order."
        yield Freed(guarded, (rule,), new[:6], ("sorted", "ascending", "increasing", "order"))


def _to_unequal(ground: Ground) -> Iterator[Freed]:
    """Sequences of equal length become sequences of any length."""
    pair = ground.shown.equal_lengths
    if len(pair) != 2 or any(ground.shown.params[i].shape.name != "list" for i in pair):
        return
    fills = {"int": "0", "float": "0.0", "str": "''", "bool": "False"}
    left, right = pair
    a, b = ground.sign.names[left], ground.sign.names[right]
    items = [ground.shown.params[i].shape.item.name for i in pair]
    if not all(item in fills for item in items):
        return
    fill_a, fill_b = (fills[item] for item in items)
    guard = f"length = max(len({a}), len({b}))\n{a} = {a} + [{fill_a}] * (length - len({a}))\n{b} = {b} + [{fill_b}] * (length - len({b}))"
    new = []
    for index, args in enumerate(ground.fresh_args()[:6]):
        short = pair[index % 2]
        args[short] = args[short][: max(0, len(args[short]) - 1 - index // 3)]
        new.append((args, "unequal_lengths"))
    shown = f"`{fill_a}`" if fill_a == fill_b else f"`{fill_a}` in `{a}` and `{fill_b}` in `{b}`"
    rule = f"`{a}` and `{b}` may differ in length: missing entries at the end of the shorter one count as {shown}."
    promises = ("same length", "equal length", "same size", "as long as", "equally long", "same number")
    yield Freed(insert_guard(ground.parent.canonical_solution, ground.parent.entry_point, guard), (rule,), new, promises)


def _to_text(ground: Ground) -> Iterator[Freed]:
    """A whole number may come as text; a list may come as text with commas."""
    tree = ast.parse(ground.parent.canonical_solution)
    busy = any(isinstance(node, (ast.For, ast.While, ast.If, ast.comprehension)) for node in ast.walk(tree))
    for place, domain in enumerate(ground.shown.params if busy else ()):
        name = ground.sign.names[place]
        if domain.shape == INT:
            guard, kind = (
                f"{name} = int({name})",
                f"`{name}` may be a whole number or a text that holds one, such as `'42'` or `' 7 '`.",
            )
            new = [
                (
                    args[:place] + [ground.rng.choice(("{}", " {} ", "{}")).format(args[place])] + args[place + 1 :],
                    "ordinary",
                )
                for args in ground.fresh_args()[:4]
            ]
            yield Freed(
                insert_guard(ground.parent.canonical_solution, ground.parent.entry_point, guard),
                (kind,),
                new,
                types={name: f"{ground.sign.params[place].annotation or 'int'} | str"},
            )
        elif domain.shape.name == "list" and domain.shape.item == INT:
            guard = f"if isinstance({name}, str):\n    {name} = [int(part) for part in {name}.split(',')] if {name}.strip() else []"
            rule = f"`{name}` may be a list or a text with the same numbers separated by commas, such as `'3, 14, 15'`; a blank text stands for the empty list."
            new = [
                (args[:place] + [", ".join(map(str, args[place]))] + args[place + 1 :], "ordinary")
                for args in ground.fresh_args()[:4]
                if args[place]
            ]
            yield Freed(
                insert_guard(ground.parent.canonical_solution, ground.parent.entry_point, guard),
                (rule,),
                new,
                types={name: f"{ground.sign.params[place].annotation or 'list[int]'} | str"},
            )


_FORMS: tuple[Callable[[Ground], Iterator[Freed]], ...] = (
    _literal, _literal, _to_nested, _to_flat, _to_many, _to_many, _to_unsorted, _to_unsorted, _to_unequal, _to_unequal, _to_text,
)  # fmt: skip


@checked
def program(draw: Draw) -> tuple[Task, list[Task]]:
    """The parent without one of its assumptions."""
    parent, rng = draw.parent, draw.rng
    sign = signature(parent.canonical_solution, parent.entry_point)
    shown = profile(parent)
    usable = [
        case.arguments()
        for case in parent.cases
        if case.expected is not None and case.kind not in ("none", "nan", "wrong_type")
    ]
    usable = [args for args in usable if len(args) == len(sign.params)]
    if len(usable) < 3 or unchecked_promise(parent):
        raise Reject(
            "too_few_inputs", "the parent's inputs do not cover its parameters, or it promises what cannot be checked"
        )
    rng.shuffle(usable)
    ground = Ground(parent, sign, shown, usable, draw.lab, rng)
    for form in rng.sample(_FORMS, len(_FORMS)):
        for freed in form(ground):
            child = _child(ground, freed)
            if child is not None:
                return child, [parent]
    raise Reject("no_assumption_found", "no form applies")


def _child(ground: Ground, freed: Freed) -> Task | None:
    parent, lab = ground.parent, ground.lab
    if not lab.passes(freed.solution, parent.entry_point, parent.cases):
        return None
    solution = annotated(freed.solution, parent.entry_point, freed.types, freed.returns) if freed.types else freed.solution
    new = [case for case in lab.cases(solution, parent.entry_point, freed.inputs) if case.raises is None]
    verdicts = lab.parent_verdicts(parent, new)
    outside = [case for case, verdict in zip(new, verdicts, strict=True) if verdict != "pass"][:6]
    if freed.signature == "keep":
        outside = _where_it_matters(parent, outside)
    if len(outside) < 2:
        return None
    brief = Brief.parse(parent.prompt)
    if freed.promises:
        brief = brief.without_promises(*freed.promises)
    many = freed.signature not in ("", "keep")
    brief = replace(
        brief.require_first(*freed.rules),
        signature=freed.signature if many else str(signature(solution, parent.entry_point)),
    )
    cases = [*select(parent.cases, MAX_CASES - len(outside)), *outside]
    build = Build([parent], brief, parent.entry_point, solution, cases)
    build.extra, build.highlight = {"parts": parent.parts}, outside[:1]
    return build.task()


def _where_it_matters(parent: Task, cases: list[Case]) -> list[Case]:
    """Cases of a new parameter whose answer differs from the one for the default: without these anyone could ignore it."""
    known = {case.args: case for case in parent.cases}
    kept = []
    for case in cases:
        old = known.get(values.dumps(case.arguments()[:-1]))
        # Where the other arguments were changed too, the parent has no answer to compare with: the case counts.
        if old is None or old.expected != case.expected:
            kept.append(case)
    return kept


def _old_tests_hold(child: Task, parents: Sequence[Task], lab: Lab) -> str | None:
    calls = [Call(case.args, case.kwargs) for case in parents[0].cases]
    for case, outcome in zip(parents[0].cases, lab.run(child.canonical_solution, child.entry_point, calls), strict=True):
        if judge(case, outcome) != "pass":
            return f"the child fails the parent's case {case.args[:100]}"
    return None


def _outside_exists(child: Task, parents: Sequence[Task], lab: Lab) -> str | None:
    known = {case.args for case in parents[0].cases}
    new = [case for case in child.cases if case.args not in known]
    verdicts = lab.parent_verdicts(parents[0], new)
    return None if any(verdict != "pass" for verdict in verdicts) else "the parent is right on every new input"


METHOD = Method(
    name="remove_constraint",
    targets=("generalisation",),
    clauses=(
        Clause("old_tests_fail", "the child passes all the parent's cases", _old_tests_hold),
        Clause("nothing_outside", "outside the old assumption the parent fails and the child is right", _outside_exists),
    ),
    program=program,
    accepts=lambda task: not unchecked_promise(task),
)

"""add_constraint: one more requirement on the input or on the answer.

A baseline after WizardCoder's "add new constraints" (arXiv:2306.08568), in our own words: the parent's solution must no longer do.
"""

from __future__ import annotations

import random
from collections.abc import Iterator
from dataclasses import dataclass, replace
from typing import Any

from evol.craft import inputs
from evol.craft.brief import Brief
from evol.craft.shapes import FLOAT, INT, STR, Domain, Profile, Shape, profile
from evol.craft.source import insert_guard, join, signature, wrap_result
from evol.method import PARENT_FAILS, Build, Draw, Method, Reject, checked, select
from evol.task import Task


@dataclass(frozen=True)
class Change:
    """A requirement in words with the code that meets it: `guard` before the body, `finish` over `result`; `needs` is an import.

    `lazy` are finishes that meet only half of it: each must fail some case, or half of the requirement would go untested.
    """

    rule: str
    guard: str = ""
    finish: str = ""
    needs: str = ""
    returns: str = ""
    lazy: tuple[str, ...] = ()


def _before(name: str, domain: Domain, rng: random.Random) -> Iterator[Change]:
    shape = domain.shape
    if shape == STR:
        yield Change(
            f"Upper and lower case letters in `{name}` count as the same: work on its lower case form.",
            f"{name} = {name}.lower()",
        )
        yield Change(
            f"Digits in `{name}` are to be ignored, as if they were not there.",
            f"{name} = ''.join(c for c in {name} if not c.isdigit())",
        )
        yield Change(f"Only every second character of `{name}` counts, beginning with the first.", f"{name} = {name}[::2]")
        yield Change(f"Read `{name}` from its end to its beginning.", f"{name} = {name}[::-1]")
        yield Change(f"Where a character of `{name}` repeats the one right before it, only the first of them counts.",
                     f"{name} = ''.join(c for i, c in enumerate({name}) if i == 0 or c != {name}[i - 1])")  # fmt: skip
    if shape.name == "list" and shape.item.known and not domain.sorted:
        yield Change(f"Entries of `{name}` that repeat an earlier entry are to be left out first.",
                     f"{name} = [item for i, item in enumerate({name}) if item not in {name}[:i]]")  # fmt: skip
        yield Change(f"Work through `{name}` from its last entry to its first.", f"{name} = {name}[::-1]")
        keep = rng.choice((3, 4))
        yield Change(
            f"Only the last {keep} entries of `{name}` count; earlier ones are out of date.", f"{name} = {name}[-{keep}:]"
        )
        yield Change(f"Only every second entry of `{name}` counts, beginning with the first.", f"{name} = {name}[::2]")
    if shape == Shape("list", (INT,)):
        yield Change(
            f"Odd numbers in `{name}` are to be left out first.", f"{name} = [item for item in {name} if item % 2 == 0]"
        )
        yield Change(
            f"Count each number of `{name}` by its distance from zero, without its sign.",
            f"{name} = [abs(item) for item in {name}]",
        )
        top = int(max(3, domain.high // 2))
        yield Change(
            f"Numbers in `{name}` above {top} are capped: they count as {top}.",
            f"{name} = [min(item, {top}) for item in {name}]",
        )
    if shape == Shape("list", (STR,)):
        yield Change(f"Spaces around the entries of `{name}` do not count, and neither do entries that are blank.",
                     f"{name} = [item.strip() for item in {name} if item.strip()]")  # fmt: skip
        yield Change(f"The case of letters in `{name}` does not count: work on the lower case form of each entry.",
                     f"{name} = [item.lower() for item in {name}]")  # fmt: skip
        least = rng.choice((2, 3))
        yield Change(f"Entries of `{name}` with fewer than {least} characters are ignored.",
                     f"{name} = [item for item in {name} if len(item) >= {least}]")  # fmt: skip


def _after(result: Shape, rng: random.Random) -> Iterator[Change]:
    if result == INT:
        modulus = rng.choice((7, 10, 97, 1000, 9973))
        yield Change(
            f"Return the remainder of the answer on division by {modulus}, which is never negative.",
            finish=f"return result % {modulus}",
        )
        low, high = rng.choice(((0, 5), (1, 10), (0, 100), (-3, 3)))
        yield Change(f"Keep the answer between {low} and {high}: return {low} for anything smaller and {high} for anything larger.",
                     finish=f"return max({low}, min(result, {high}))",
                     lazy=(f"return max({low}, result)", f"return min(result, {high})"))  # fmt: skip
        yield Change("Return the answer as text with a comma between groups of three digits, such as `'1,234,567'`.",
                     finish="return f'{result:,}'", returns="str", lazy=("return str(result)",))  # fmt: skip
        yield Change("Return the answer as a pair: the number itself, and whether it is even.", finish="return (result, result % 2 == 0)",
                     returns="tuple[int, bool]")  # fmt: skip
        yield Change("Return the answer in binary, as text without a prefix; a negative answer begins with a minus sign.",
                     finish="return f'{result:b}'", returns="str", lazy=("return f'{abs(result):b}'",))  # fmt: skip
    if result == FLOAT:
        digits = rng.choice((1, 2))
        yield Change(
            f"Round the answer to {digits} decimal place{'s' * (digits > 1)} with `round`.",
            finish=f"return round(result, {digits})",
        )
        yield Change("Return the answer rounded down to a whole number, as an `int`.", finish="return math.floor(result)",
                     needs="import math", returns="int")  # fmt: skip
    if result == STR:
        limit = rng.choice((3, 5, 8))
        yield Change(f"Return at most {limit} characters: a longer answer is cut to its first {limit} characters, followed by `'...'`.",
                     finish=f"return result if len(result) <= {limit} else result[:{limit}] + '...'")  # fmt: skip
        yield Change("Return the answer in upper case.", finish="return result.upper()")
        yield Change("Return the answer backwards, its last character first.", finish="return result[::-1]")
        yield Change(
            "Return a pair: the answer and its length.", finish="return (result, len(result))", returns="tuple[str, int]"
        )
    if result.name == "bool":
        yield Change(
            "Answer with the text `'yes'` or `'no'` instead of a truth value.",
            finish="return 'yes' if result else 'no'",
            returns="str",
        )
        yield Change(
            "Return 1 where the answer is true and 0 where it is not, as an `int`.",
            finish="return 1 if result else 0",
            returns="int",
        )
    if result.name == "list" and result.item.known:
        yield from _after_list(result, rng)
    if result.name == "dict" and result.items[1].name in ("int", "float") and result.items[0] == STR:
        yield Change("Return a list of (key, value) pairs instead of a dictionary: largest value first, equal values in the order of their keys.",
                     finish="return sorted(result.items(), key=lambda pair: (-pair[1], pair[0]))",
                     returns=f"list[tuple[str, {result.items[1]}]]")  # fmt: skip


def _after_list(result: Shape, rng: random.Random) -> Iterator[Change]:
    yield Change("No entry may stand in the answer twice: keep only the first of equal ones.",
                 finish="return [item for i, item in enumerate(result) if item not in result[:i]]")  # fmt: skip
    keep = rng.choice((2, 3))
    yield Change(
        f"Return only the first {keep} entries of the answer, or all of them where there are fewer.",
        finish=f"return result[:{keep}]",
    )
    yield Change("Return the entries in reverse order.", finish="return result[::-1]")
    yield Change(
        "Return the answer together with its length, as a pair.",
        finish="return (result, len(result))",
        returns=f"tuple[{result}, int]",
    )
    if result.item in (INT, FLOAT, STR):
        yield Change("Return the entries in descending order.", finish="return sorted(result, reverse=True)")
        yield Change("Number the entries from 1: return a list of (number, entry) pairs.", finish="return list(enumerate(result, 1))",
                     returns=f"list[tuple[int, {result.item}]]")  # fmt: skip
    if result.item == INT:
        yield Change("Return the running totals of the answer: each entry is the sum of all entries up to there.",
                     finish="return list(accumulate(result))", needs="from itertools import accumulate")  # fmt: skip
    if result.item == STR:
        yield Change(
            "Return the entries joined into one text, with `'; '` between them.",
            finish="return '; '.join(result)",
            returns="str",
        )


def _apply(parent: Task, change: Change) -> str:
    source = parent.canonical_solution
    if change.guard:
        source = insert_guard(source, parent.entry_point, change.guard)
    if change.finish:
        source = wrap_result(source, parent.entry_point, change.finish)
    if change.returns and "->" in str(signature(source, parent.entry_point)):
        source = _returning(source, parent.entry_point, change.returns)
    return join([change.needs, source]) if change.needs else source


def _told(brief: Brief, change: Change) -> Brief:
    return brief.require_first(change.rule) if change.guard else brief.require(change.rule)


def _returning(source: str, name: str, returns: str) -> str:
    old = str(signature(source, name))
    return join([source.replace(old + ":", old.rsplit(" -> ", 1)[0] + f" -> {returns}:")])


def _choose(parent: Task, shown: Profile, names: list[str], rng: random.Random) -> list[Change]:
    before = [c for name, domain in zip(names, shown.params, strict=False) for c in _before(name, domain, rng)]
    after = [] if Brief.parse(parent.prompt).answers_early else list(_after(shown.result, rng))
    both = before + after
    rng.shuffle(both)
    return [change for change in both if change.rule not in parent.prompt]


@checked
def program(draw: Draw) -> tuple[Task, list[Task]]:
    """The parent with one more requirement that its solution does not meet."""
    parent, lab, rng = draw.parent, draw.lab, draw.rng
    sign = signature(parent.canonical_solution, parent.entry_point)
    shown = profile(parent)
    tried: list[tuple[list[Any], str]] = [(case.arguments(), case.kind) for case in parent.cases]
    tried += [(args, inputs.kind_of(args, shown)) for args in inputs.ordinary(parent, rng, 8)]
    for change in _choose(parent, shown, sign.names, rng)[:4]:
        solution = _apply(parent, change)
        cases = lab.cases(solution, parent.entry_point, tried)
        # A rule that makes the old code crash on its own inputs is not a requirement but a trap.
        sound = [case for case in cases if case.raises is None or _raised_before(parent, case.args)]
        cases = select(sound)
        verdicts = lab.parent_verdicts(parent, cases)
        if len(sound) < len(tried) - 1 or sum(verdict != "pass" for verdict in verdicts) < 2:
            continue
        if any(lab.passes(_apply(parent, replace(change, finish=lazy)), parent.entry_point, cases) for lazy in change.lazy):
            continue
        brief = replace(_told(Brief.parse(parent.prompt), change), signature=str(signature(solution, parent.entry_point)))
        build = Build([parent], brief, parent.entry_point, solution, cases)
        build.extra = {"parts": parent.parts}
        return build.task(), [parent]
    raise Reject("no_constraint_fits", f"answers of shape {shown.result}")


def _raised_before(parent: Task, args: str) -> bool:
    return any(case.args == args and case.raises for case in parent.cases)


METHOD = Method(name="add_constraint", targets=("baseline",), clauses=(PARENT_FAILS,), program=program)

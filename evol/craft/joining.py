"""Ways to join proven functions into a larger one, chosen by the shapes that their executions show.

A join names its parts, says in words what the new function returns and how, and brings inputs for which every value passed from part to
part lies in the domain of the part that gets it. `compose` and `deepen` turn joins into children.
"""

from __future__ import annotations

import keyword
import random
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from functools import cached_property, lru_cache
from typing import Any

from evol import values
from evol.craft.brief import Brief
from evol.craft.shapes import BOOL, INT, Domain, Profile, Shape, profile, unchecked_promise
from evol.craft.source import Signature, SourceError, fresh, signature
from evol.lab import Lab
from evol.task import Task

Args = list[Any]
_NUMBERS = ("int", "float")


@dataclass(frozen=True)
class Part:
    """A proven function to build with."""

    task: Task
    sign: Signature
    shown: Profile

    @property
    def name(self) -> str:
        return self.task.entry_point

    @property
    def takes(self) -> Domain:
        """The domain of its only (or first) parameter."""
        return self.shown.params[0]

    @property
    def gives(self) -> Shape:
        return self.shown.result

    @cached_property
    def told(self) -> str:
        """Its call and its whole task, to stand in the new prompt."""
        arrow = f" -> {self.sign.returns}" if self.sign.returns else ""
        return f"`{self.name}({', '.join(map(str, self.sign.params))}){arrow}`: {Brief.parse(self.task.prompt).whole}"

    def inputs(self) -> list[Args]:
        """Its own argument lists that have an answer."""
        return [
            case.arguments()
            for case in self.task.cases
            if case.expected is not None and case.kind not in ("none", "nan", "wrong_type")
        ]


@lru_cache(maxsize=8192)
def part_of(task: Task) -> Part | None:
    """The task as a part; None where its form, its shapes or its prompt do not allow that."""
    try:
        sign = signature(task.canonical_solution, task.entry_point)
    except SourceError:
        return None
    shown = profile(task)
    usable = len(sign.params) == len(shown.params) > 0 and shown.result.known and all(d.shape.known for d in shown.params)
    # A join would have to be told as a task inside a task, and a changed answer no longer fits the function's name.
    plain = not task.parts and task.lineage.method not in ("math_fusion", "add_constraint")
    short = plain and len(task.prompt) < 1500 and len(task.entry_point) <= 32 and not task.shown_program
    return Part(task, sign, shown) if usable and short else None


@dataclass
class Join:
    """A new function over parts: its name, parameters with annotations, body lines, and what it does in words."""

    name: str
    params: list[tuple[str, str]]
    body: list[str]
    says: str
    parts: list[Part]
    inputs: list[Args]
    returns: str = ""
    needs: str = ""

    @property
    def sign(self) -> str:
        arrow = f" -> {self.returns}" if self.returns else ""
        return f"def {self.name}({', '.join(f'{n}: {a}' if a else n for n, a in self.params)}){arrow}"

    @property
    def source(self) -> str:
        head = f"{self.needs}\n\n\n" if self.needs else ""
        return head + self.sign + ":\n" + "\n".join("    " + line for line in self.body) + "\n"


class Joiner:
    """Finds partners in a pool and builds joins around one drawn part. All choices come from `rng`."""

    def __init__(self, first: Part, pool: Sequence[Task], lab: Lab, rng: random.Random) -> None:
        self.first, self.lab, self.rng = first, lab, rng
        parts = [part_of(task) for task in pool]
        # A partner gets values from elsewhere, so all it promises about its input must be known to hold.
        self.parts = [p for p in parts if p is not None and p.name != first.name and not unchecked_promise(p.task)]
        self.bound = unchecked_promise(first.task)

    # --- finding -----------------------------------------------------------------------------------------------------------------

    def partners(self, test: Callable[[Part], bool], limit: int = 6) -> list[Part]:
        """Up to `limit` parts of the pool that pass the test, in random order."""
        found = [part for part in self.parts if test(part)]
        chosen = self.rng.sample(found, min(2 * limit, len(found)))
        # Parts about the same things read better together.
        chosen.sort(key=lambda part: not _topics(part.task) & _topics(self.first.task))
        return chosen[:limit]

    def answers(self, part: Part, inputs: Sequence[Args]) -> list[Any]:
        """The part's answers; `_NO_ANSWER` where it gives none."""
        outcomes = self.lab.outcomes(part.task.canonical_solution, part.name, inputs)
        return [values.loads(o.value) if o.status == "ok" else _NO_ANSWER for o in outcomes]

    def admitted(self, inputs: Sequence[Args], passed: Sequence[Any], domain: Domain) -> list[Args]:
        """The inputs whose passed-on value lies in the next part's domain."""
        return [args for args, value in zip(inputs, passed, strict=True) if value is not _NO_ANSWER and domain.admits(value)]

    def lists(self, items: Sequence[Any], count: int = 10, shortest: int = 0) -> list[Args]:
        """Argument lists holding one list each, of sampled items; short ones first."""
        sizes = [shortest, max(1, shortest), 2, 3, 3, 4, 4, 5, 5, 6][:count]
        return (
            [[[values.loads(values.dumps(self.rng.choice(items))) for _ in range(size)]] for size in sizes] if items else []
        )

    def note(self, part: Part, place: int = 0) -> tuple[str, str]:
        """Name and annotation of a parameter of a part."""
        param = part.sign.params[place]
        return param.name, param.annotation

    # --- one after the other ---------------------------------------------------------------------------------------------------

    def pipe(self) -> Join | None:
        """g(f(x))."""
        f = self.first
        inputs = f.inputs()
        passed = self.answers(f, inputs)
        for g in self.partners(lambda part: len(part.sign.params) == 1 and part.takes.shape == f.gives):
            kept = self.admitted(inputs, passed, g.takes)
            if len(kept) >= 5:
                call = f"{f.name}({', '.join(f.sign.names)})"
                return Join(
                    _name(f"{g.name}_of_{f.name}"), [self.note(f, i) for i in range(len(f.sign.params))],
                    [f"return {g.name}({call})"], f"returns what `{g.name}` gives for the result of `{call}`", [f, g], kept,
                    g.sign.returns,
                )  # fmt: skip
        return None

    def chain(self) -> Join | None:
        """h(g(f(x))), through a named middle step."""
        inner = self.pipe()
        if inner is None:
            return None
        f, g = inner.parts
        passed = self.answers(g, [[value] for value in self.answers(f, inner.inputs)])
        fits = lambda part: len(part.sign.params) == 1 and part.takes.shape == g.gives and part.name not in (f.name, g.name)  # noqa: E731
        for h in self.partners(fits):
            kept = self.admitted(inner.inputs, passed, h.takes)
            if len(kept) >= 5:
                call = f"{f.name}({', '.join(f.sign.names)})"
                one, two = fresh("step_one", f.sign.names), fresh("step_two", f.sign.names)
                return Join(
                    _name(f"{h.name}_from_{f.name}"), inner.params,
                    [f"{one} = {call}", f"{two} = {g.name}({one})", f"return {h.name}({two})"],
                    f"works in three steps: it takes the result of `{call}`, applies `{g.name}` to that, applies `{h.name}` to what comes "
                    f"of it, and returns the last result", [f, g, h], kept, h.sign.returns,
                )  # fmt: skip
        return None

    # --- over many -------------------------------------------------------------------------------------------------------------

    def _over(self) -> tuple[Part, str, str, list[Args]] | None:
        f = self.first
        if len(f.sign.params) != 1:
            return None
        many, _ = _plural(f.sign.params[0].name)
        annotation = f"list[{f.sign.params[0].annotation}]" if f.sign.params[0].annotation else ""
        items = [args[0] for args in f.inputs()]
        return f, many, annotation, self.lists(items)

    def total(self) -> Join | None:
        """sum(f(x)), or the count where f is a predicate."""
        over = self._over()
        if over is None or self.first.gives.name not in (*_NUMBERS, "bool"):
            return None
        f, many, annotation, inputs = over
        item = _item(f)
        if f.gives == BOOL:
            return Join(
                _name(f"count_{_noun(f.name)}"), [(many, annotation)], [f"return sum(1 for {item} in {many} if {f.name}({item}))"],
                f"returns for how many entries of the list `{many}` the function `{f.name}` is true", [f], inputs, "int",
            )  # fmt: skip
        return Join(
            _name(f"total_{f.name}"), [(many, annotation)], [f"return sum({f.name}({item}) for {item} in {many})"],
            f"returns the sum of `{f.name}({item})` over all entries `{item}` of the list `{many}`, which is 0 for an empty list",
            [f], inputs, f.sign.returns,
        )  # fmt: skip

    def ranked(self) -> Join | None:
        """The entries in the order of f, or the best of them."""
        over = self._over()
        if over is None or self.first.gives.name not in _NUMBERS:
            return None
        f, many, annotation, inputs = over
        if self.rng.random() < 0.5:
            return Join(
                _name(f"sort_by_{f.name}"), [(many, annotation)], [f"return sorted({many}, key={f.name})"],
                f"returns the entries of the list `{many}` ordered by what `{f.name}` gives for them, smallest first; entries with equal "
                "results keep their order", [f], inputs, annotation,
            )  # fmt: skip
        return Join(
            _name(f"best_by_{f.name}"), [(many, annotation)],
            [f"if not {many}:", "    return None", f"return max({many}, key={f.name})"],
            f"returns the entry of the list `{many}` for which `{f.name}` gives the largest result, the first of them where several do, "
            f"and `None` for an empty list", [f], inputs,
            f"{f.sign.params[0].annotation} | None" if f.sign.params[0].annotation else "",
        )  # fmt: skip

    def grouped(self) -> Join | None:
        """The entries sorted into a dictionary by f."""
        over = self._over()
        if over is None or self.first.gives.name not in ("int", "str", "bool"):
            return None
        f, many, annotation, inputs = over
        item = _item(f)
        return Join(
            _name(f"group_by_{f.name}"), [(many, annotation)],
            ["groups = {}", f"for {item} in {many}:", f"    groups.setdefault({f.name}({item}), []).append({item})", "return groups"],
            f"sorts the entries of the list `{many}` into a dictionary: each key is a result of `{f.name}`, its value the list of the "
            "entries that give it, in their old order", [f], inputs,
            f"dict[{f.sign.returns}, {annotation}]" if annotation and f.sign.returns else "",
        )  # fmt: skip

    def two_level(self) -> Join | None:
        """sum or maximum of g(f(x)) over a list."""
        pipe = self.pipe() if len(self.first.sign.params) == 1 else None
        if pipe is None or pipe.parts[1].gives.name not in _NUMBERS:
            return None
        f, g = pipe.parts
        many, item = _plural(f.sign.params[0].name)
        annotation = f"list[{f.sign.params[0].annotation}]" if f.sign.params[0].annotation else ""
        inputs = self.lists([args[0] for args in pipe.inputs])
        word, code = self.rng.choice((("sum", "sum"), ("largest", "max")))
        tail = "" if code == "sum" else ", default=0"
        body = f"return {code}(({g.name}({f.name}({item})) for {item} in {many}){tail})"
        return Join(
            _name(f"{'total' if code == 'sum' else 'largest'}_{g.name}_of_{f.name}"), [(many, annotation)], [body],
            f"applies `{f.name}` to each entry of the list `{many}` and `{g.name}` to each result, and returns the {word} of what comes "
            "out, which is 0 for an empty list", [f, g], inputs, g.sign.returns,
        )  # fmt: skip

    # --- choosing --------------------------------------------------------------------------------------------------------------

    def kept(self) -> Join | None:
        """f over the entries of a list that pass a predicate."""
        f = self.first
        if len(f.sign.params) != 1 or f.takes.shape.name != "list" or f.takes.sorted or self.bound:
            return None
        name, annotation = self.note(f)
        for p in self.partners(
            lambda part: len(part.sign.params) == 1 and part.gives == BOOL and part.takes.shape == f.takes.shape.item
        ):
            pool = [item for args in f.inputs() for item in args[0]] + [args[0] for args in p.inputs()]
            inputs = [[list(args[0])] for args in f.inputs()] + self.lists(pool, shortest=f.takes.min_len)
            chosen = self.admitted(inputs, [self._filtered(p, args[0]) for args in inputs], f.takes)
            if len(chosen) >= 5:
                item = _item(p) if _item(p) != name else "entry"
                return Join(
                    _name(f"{f.name}_where_{p.name}"), [(name, annotation)],
                    [f"kept = [{item} for {item} in {name} if {p.name}({item})]", f"return {f.name}(kept)"],
                    f"applies `{f.name}` to those entries of `{name}` for which `{p.name}` is true, in their order, and returns the result",
                    [f, p], chosen[:12], f.sign.returns,
                )  # fmt: skip
        return None

    def _filtered(self, predicate: Part, items: list[Any]) -> Any:
        if not all(predicate.takes.admits(item) for item in items):
            return _NO_ANSWER
        flags = self.answers(predicate, [[item] for item in items])
        return _NO_ANSWER if _NO_ANSWER in flags else [item for item, flag in zip(items, flags, strict=True) if flag]

    def branch(self) -> Join | None:
        """f(x) where a predicate holds, g(x) where not."""
        f = self.first
        if len(f.sign.params) != 1 or self.bound or f.gives == BOOL:
            return None

        def like(part: Part, gives: Shape) -> bool:
            return len(part.sign.params) == 1 and part.takes.shape == f.takes.shape and part.gives == gives

        for p in self.partners(lambda part: like(part, BOOL), 3):
            for g in self.partners(lambda part: like(part, f.gives), 3):
                inputs = self._common([f, g, p])
                if len(inputs) >= 6:
                    name, annotation = self.note(f)
                    return Join(
                        _name(f"{f.name}_or_{g.name}"), [(name, annotation)],
                        [f"if {p.name}({name}):", f"    return {f.name}({name})", f"return {g.name}({name})"],
                        f"returns `{f.name}({name})` if `{p.name}({name})` is true, and `{g.name}({name})` otherwise",
                        [f, g, p], inputs, f.sign.returns,
                    )  # fmt: skip
        return None

    def compared(self) -> Join | None:
        """The difference of two numbers, or whether two functions agree."""
        f = self.first
        if len(f.sign.params) != 1 or f.gives not in (INT, BOOL) or self.bound:
            return None
        for g in self.partners(
            lambda part: len(part.sign.params) == 1 and part.takes.shape == f.takes.shape and part.gives == f.gives
        ):
            inputs = self._common([f, g])
            if len(inputs) < 6:
                continue
            name, annotation = self.note(f)
            if f.gives == BOOL:
                return Join(
                    _name(f"{f.name}_but_not_{g.name}"), [(name, annotation)],
                    [f"return {f.name}({name}) and not {g.name}({name})"],
                    f"checks whether `{f.name}({name})` is true while `{g.name}({name})` is not", [f, g], inputs, "bool",
                )  # fmt: skip
            return Join(
                _name(f"{f.name}_minus_{g.name}"), [(name, annotation)], [f"return {f.name}({name}) - {g.name}({name})"],
                f"returns `{f.name}({name})` minus `{g.name}({name})`", [f, g], inputs, "int",
            )  # fmt: skip
        return None

    def _common(self, parts: Sequence[Part]) -> list[Args]:
        """Inputs of any part that lie in the domain of all, at most 14."""
        texts = {values.dumps(args): args for part in parts for args in part.inputs()}
        return [args for args in texts.values() if all(part.takes.admits(args[0]) for part in parts)][:14]

    def folded(self) -> Join | None:
        """A function of two like values over a whole list."""
        f = self.first
        two = len(f.sign.params) == 2 and f.shown.params[0].shape == f.shown.params[1].shape == f.gives
        if not two or f.shown.equal_lengths or self.bound:
            return None
        many, _ = _plural(f.sign.params[0].name)
        annotation = f"list[{f.sign.params[0].annotation}]" if f.sign.params[0].annotation else ""
        inputs = self.lists([value for args in f.inputs() for value in args], shortest=1)
        return Join(
            _name(f"{f.name}_over_all"), [(many, annotation)], [f"return reduce({f.name}, {many})"],
            f"combines all entries of the list `{many}` from left to right: `{f.name}` of the first two, then of that result and the third, "
            "and so on; a single entry is returned as it is. Assume that the list is not empty", [f], inputs, f.sign.returns,
            needs="from functools import reduce",
        )  # fmt: skip


_NO_ANSWER = object()


def _topics(task: Task) -> set[str]:
    return {seed.rsplit("/", 1)[0] for seed in task.seeds}


def _name(wanted: str) -> str:
    return wanted.strip("_") if len(wanted) <= 64 else wanted[:64].rsplit("_", 1)[0]


def _noun(name: str) -> str:
    for prefix in ("is_", "has_", "can_"):
        if name.startswith(prefix):
            return name[len(prefix) :]
    return name


def _plural(name: str) -> tuple[str, str]:
    """Names for a list of such values and for one of them."""
    if name.endswith("s") and not name.endswith("ss"):
        return f"all_{name}", name
    if keyword.iskeyword(f"{name}s"):
        return f"all_{name}", name
    return (f"{name[:-1]}ies" if name.endswith("y") and name[-2:-1] not in "aeiou" else f"{name}s"), name


def _item(part: Part) -> str:
    return part.sign.params[0].name

"""deepen: the same ground with more steps of reasoning.

A baseline after WizardCoder's "increase the reasoning steps" (arXiv:2306.08568), in our own words: a chain of three functions, or a search over many
calls of one (prefixes, windows, leaving one out, the best cut, repeated application).
"""

from __future__ import annotations

from collections.abc import Sequence

from evol.craft.dataflow import chain_length
from evol.craft.joining import Join, Joiner, Part, part_of
from evol.craft.shapes import INT
from evol.lab import Lab
from evol.method import PARENT_FAILS, Clause, Draw, Method, Reject, checked
from evol.methods.compose import STILL_TESTED, child_of
from evol.sandbox import Call
from evol.task import Task


def _sequence(f: Part) -> str:
    """What the entries of f's only parameter are called, or nothing where it takes no list or text of any order and length."""
    kind = f.takes.shape.name
    usable = len(f.sign.params) == 1 and kind in ("list", "str") and not f.takes.distinct
    return {"list": "entry", "str": "character"}[kind] if usable else ""


def _numeric(f: Part) -> bool:
    return f.gives.name in ("int", "float")


def _prefixes(f: Part, joiner: Joiner) -> Join | None:
    if not _sequence(f):
        return None
    name, annotation = joiner.note(f)
    start = 0 if f.takes.min_len == 0 else 1
    first = "the empty one" if start == 0 else f"the one with a single {_sequence(f)}"
    return Join(
        f"{f.name}_of_prefixes", [(name, annotation)], [f"return [{f.name}({name}[:end]) for end in range({start}, len({name}) + 1)]"],
        f"returns a list with `{f.name}` of every beginning of `{name}`, from {first} up to `{name}` itself", [f], f.inputs(),
        f"list[{f.sign.returns}]" if f.sign.returns else "",
    )  # fmt: skip


def _windows(f: Part, joiner: Joiner) -> Join | None:
    unit = _sequence(f)
    if not unit or not _numeric(f):
        return None
    name, annotation = joiner.note(f)
    size = joiner.rng.choice((3, 4))
    units = {"entry": "entries", "character": "characters"}[unit]
    long_enough = [args for args in f.inputs() if len(args[0]) >= size] + [
        args for args in f.inputs() if len(args[0]) < size
    ][:2]
    return Join(
        f"best_window_{f.name}", [(name, annotation)],
        [f"if len({name}) < {size}:", "    return None",
         f"return max({f.name}({name}[start:start + {size}]) for start in range(len({name}) - {size} + 1))"],
        f"returns the largest result that `{f.name}` gives for any {size} neighbouring {units} of `{name}`, and `None` if `{name}` has fewer",
        [f], long_enough, f"{f.sign.returns} | None" if f.sign.returns else "",
    )  # fmt: skip


def _leave_one_out(f: Part, joiner: Joiner) -> Join | None:
    unit = _sequence(f)
    if not unit or not _numeric(f) or f.takes.sorted:
        return None
    name, annotation = joiner.note(f)
    least = f.takes.min_len + 1
    word, code = joiner.rng.choice((("largest", "max"), ("smallest", "min")))
    promise = (
        f". Assume that `{name}` has at least {least} {'entries' if unit == 'entry' else 'characters'}" if least > 1 else ""
    )
    promise = promise or f". Assume that `{name}` is not empty"
    return Join(
        f"{word}_{f.name}_without_one", [(name, annotation)],
        [f"return {code}({f.name}({name}[:i] + {name}[i + 1:]) for i in range(len({name})))"],
        f"returns the {word} result that `{f.name}` can give after exactly one {unit} of `{name}` has been taken out{promise}",
        [f], [args for args in f.inputs() if len(args[0]) >= least], f.sign.returns,
    )  # fmt: skip


def _best_cut(f: Part, joiner: Joiner) -> Join | None:
    unit = _sequence(f)
    if not unit or f.gives != INT:
        return None
    name, annotation = joiner.note(f)
    return Join(
        f"best_cut_for_{f.name}", [(name, annotation)],
        [f"cuts = range(1, len({name}))",
         f"return max(cuts, key=lambda cut: {f.name}({name}[:cut]) + {f.name}({name}[cut:]), default=0)"],
        f"cuts `{name}` into two parts that are not empty so that the results of `{f.name}` for the two parts have the largest possible sum, "
        f"and returns the length of the first part. Among equally good cuts the shortest first part counts; if `{name}` cannot be cut, "
        "the answer is 0", [f], f.inputs(), "int",
    )  # fmt: skip


def _orbit(f: Part, joiner: Joiner) -> Join | None:
    if len(f.sign.params) != 1 or f.takes.shape != f.gives or f.gives.name not in ("int", "str"):
        return None
    name, annotation = joiner.note(f)
    limit = joiner.rng.choice((5, 8, 10))
    return Join(
        f"repeated_{f.name}", [(name, annotation)],
        [f"steps = [{name}]", f"while len(steps) < {limit}:", f"    following = {f.name}(steps[-1])",
         "    if following in steps:", "        break", "    steps.append(following)", "return steps"],
        f"applies `{f.name}` again and again, beginning with `{name}`, and returns the list of all values on the way, `{name}` first. It ends "
        f"before the first value that is already in the list, and has {limit} values at most", [f], f.inputs(),
        f"list[{annotation}]" if annotation else "",
    )  # fmt: skip


def _chain(f: Part, joiner: Joiner) -> Join | None:
    return joiner.chain()


def _two_level(f: Part, joiner: Joiner) -> Join | None:
    return joiner.two_level()


_FORMS = (_chain, _chain, _two_level, _prefixes, _windows, _leave_one_out, _best_cut, _orbit)


@checked
def program(draw: Draw) -> tuple[Task, list[Task]]:
    """The drawn parent inside a longer computation."""
    first = part_of(draw.parent)
    if first is None:
        raise Reject("unsupported_form", "the parent's shapes are not known")
    joiner = Joiner(first, draw.pool, draw.lab, draw.rng)
    for form in draw.rng.sample(_FORMS, len(_FORMS)):
        made = form(first, joiner)
        if made is not None and len(made.inputs) >= 5 and not (joiner.bound and form not in (_chain, _two_level)):
            return child_of(made, draw)
    raise Reject("no_deeper_form", "no form fits the parent's shapes")


def _longer(child: Task, parents: Sequence[Task], lab: Lab) -> str | None:
    parent = parents[0]
    before = chain_length(parent.canonical_solution, parent.entry_point)
    after = chain_length(child.canonical_solution, child.entry_point)
    if after > before:
        return None
    depth_before = _deepest(parent, lab)
    depth_after = _deepest(child, lab)
    if depth_after > depth_before:
        return None
    return f"data flow {before} -> {after}, call depth {depth_before} -> {depth_after}"


def _deepest(task: Task, lab: Lab) -> int:
    outcomes = lab.run(task.canonical_solution, task.entry_point, [Call(case.args, case.kwargs) for case in task.cases])
    return max((outcome.depth for outcome in outcomes), default=0)


METHOD = Method(
    name="deepen",
    targets=("baseline",),
    clauses=(PARENT_FAILS, Clause("not_deeper", "the longest call or data-flow chain grows", _longer), *STILL_TESTED),
    program=program,
    accepts=lambda task: part_of(task) is not None,
)

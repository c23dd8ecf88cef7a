"""Prompts in parts: render and parse undo each other, any text parses and none of its words is lost."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from evol import seeds
from evol.craft.brief import Brief, examples, quote_example
from evol.task import Case

law = settings(derandomize=True, deadline=None, max_examples=200)
words = st.lists(
    st.sampled_from(["Return", "`xs`", "each", "- not an item", "Assume", "é", "2 * (n + 1)", "Examples", "Signature"]),
    min_size=1,
    max_size=6,
)
line = words.map(" ".join)
paragraphs = st.lists(line, min_size=1, max_size=3).map("\n\n".join)
code = st.sampled_from(["def f(a):\n    return a", "def g(x):\n\n    return '```'[0]", "x = 1"])
briefs = st.builds(
    lambda shown, lead, **parts: Brief(shown=shown, lead=lead if shown else "", **parts),
    statement=paragraphs, requirements=st.lists(line, max_size=3).map(tuple), lead=line, shown=st.just("") | code,
    signature=st.just("") | st.sampled_from(["def f(a)", "def f(a: list[int], b='x') -> int"]),
    examples=st.just("") | st.sampled_from([">>> f(1)\n2", ">>> f('a')\nTraceback (most recent call last):\n    ...\nValueError"]),
)  # fmt: skip
scraps = st.sampled_from([
    "Requirements:", "Requirements, to be applied in this order:", "- one", "- ", "-", "Signature: `def f(a)`", "Signature: ``", "Examples:", "```python", "```", "\n", "\n\n", "\n\n\n",
    " ", "Do it.", "def f(a):", ">>> f(1)", "\t", "Lead:", "\r\n",
])  # fmt: skip


@law
@given(briefs)
def test_parse_undoes_render(brief: Brief) -> None:
    assert Brief.parse(brief.render()) == brief


@law
@given(st.lists(scraps, max_size=14).map("".join) | st.text(max_size=60))
def test_any_text_parses_and_keeps_its_words(text: str) -> None:
    brief = Brief.parse(text)
    once = brief.render()
    assert Brief.parse(once).render() == once
    heading = ", to be applied in this order"
    assert once.replace(heading, "").split() == text.replace(heading, "").split()


def test_shipped_prompts_are_their_own_rendering() -> None:
    for seed in seeds.shipped():
        brief = Brief.parse(seed.prompt)
        assert brief.render() == seed.prompt
        assert brief.signature.startswith(f"def {seed.entry_point}(") and brief.examples.startswith(
            f">>> {seed.entry_point}("
        )


def test_parts_of_a_whole_prompt() -> None:
    text = ("Count.\n\nTwice.\n\nRequirements, to be applied in this order:\n\n- One.\n- Two.\n\nMind this:\n\n```python\ndef f(a):\n    return a\n```\n\n"
            "Signature: `def f(a)`\n\nExamples:\n\n```python\n>>> f(1)\n2\n```\n")  # fmt: skip
    brief = Brief.parse(text)
    assert brief == Brief(
        "Count.\n\nTwice.", ("One.", "Two."), "Mind this:", "def f(a):\n    return a", "def f(a)", ">>> f(1)\n2"
    )
    assert brief.whole == "Count. Twice. One. Two."
    assert brief.require("Three.").requirements == ("One.", "Two.", "Three.")
    assert brief.require_first("Zero.").requirements == ("Zero.", "One.", "Two.")
    assert "Requirements:\n\n- One.\n" in Brief("Count.", ("One.",)).render(), "one requirement has no order"
    assert Brief.parse(text.replace(", to be applied in this order", "")) == brief
    assert brief.render() == text


@pytest.mark.parametrize(("statement", "word", "left"), [
    ("Sum it. Assume that `xs` is not empty. Return it.", "empty", "Sum it. Return it."),
    ("Sum it. Assume that `xs` is not empty.", "sorted", "Sum it. Assume that `xs` is not empty."),
    ("Sum it.\n\nAssume that `xs` is sorted.", "sorted", "Sum it."),
    ("The empty list gives 0. Assume it is sorted.", "empty", "The empty list gives 0. Assume it is sorted."),
    ("Assume that it is sorted.", "sorted", "Assume that it is sorted."),
    ("Use 2.5 for it. Assume `n` > 0. Assume `xs` is sorted.", "sorted", "Use 2.5 for it. Assume `n` > 0."),
])  # fmt: skip
def test_without_promises(statement: str, word: str, left: str) -> None:
    assert Brief(statement, ("Assume nothing empty or sorted.",)).without_promises(word) == Brief(
        left, ("Assume nothing empty or sorted.",)
    )


# --- examples ----------------------------------------------------------------------------------------------------------------


def test_quoted_examples() -> None:
    assert quote_example("f", Case.of([[1], "a"], (2, None))) == ">>> f([1], 'a')\n(2, None)"
    assert quote_example("f", Case.from_text("[1]", raises="ValueError")).endswith("ValueError")
    assert quote_example("f", Case.of([1], None)) == ">>> f(1) is None\nTrue"
    assert quote_example("f", Case.of([{"b", "a", "c"}], {2, 1})) == ">>> f({'a', 'b', 'c'})\n{1, 2}"


def test_examples_show_different_answers_and_an_edge() -> None:
    same, other, edge = [Case.of([n], 1) for n in range(4)], Case.of([9], 2), Case.of([0.5], 3, kind="boundary")
    shown = examples("f", [*same, other, edge])
    assert shown.split("\n") == [">>> f(0)", "1", ">>> f(9)", "2", ">>> f(0.5)", "3"]
    assert ">>> f(3)" in examples("f", [same[3], *same[:3], other, edge], first=1), "the case to highlight is among them"
    long = Case.of(["x" * 400], 5)
    assert examples("f", [long]) == "" and examples("f", []) == ""
    assert examples("f", [edge, Case.of([0], 4, kind="zero")]).count(">>>") == 2

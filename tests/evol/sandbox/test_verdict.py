"""judge: only an explicit match is a pass; nothing a program does to itself becomes one."""

import pytest

from evol.sandbox import Call, Outcome, Program, Sandbox, judge
from evol.sandbox.client import STATUSES
from evol.task import Case

VALUE = Case.from_text("[]", expected="1")
NEARLY = Case.from_text("[]", expected="1.0")
RAISES = Case.from_text("[]", raises="ValueError")

TABLE = [
    (VALUE, Outcome("ok", "1"), "pass"), (VALUE, Outcome("ok", "2"), "fail"), (VALUE, Outcome("ok", "true"), "fail"), (VALUE, Outcome("ok", "1.0"), "fail"),
    (VALUE, Outcome("raise", error="ValueError"), "fail"), (VALUE, Outcome("raise", "1", error="ValueError"), "fail"), (VALUE, Outcome("large", "1"), "fail"),
    (NEARLY, Outcome("ok", "1.0000000000001"), "pass"), (NEARLY, Outcome("ok", "1"), "pass"), (NEARLY, Outcome("ok", '{"f":"nan"}'), "fail"),
    (RAISES, Outcome("raise", error="ValueError", message="any"), "pass"), (RAISES, Outcome("raise", error="TypeError"), "fail"),
    (RAISES, Outcome("ok", '"ValueError"'), "fail"), (RAISES, Outcome("ok", "null", error="ValueError"), "fail"), (RAISES, Outcome("define", error="ValueError"), "fail"),
    *((case, Outcome(status, case.expected or "", case.raises or ""), status) for case in (VALUE, RAISES) for status in ("timeout", "oom", "crash", "unknown")),
    *((case, Outcome(status, case.expected or "", case.raises or ""), "fail") for case in (VALUE, RAISES) for status in ("define", "large")),
]  # fmt: skip


@pytest.mark.parametrize(
    ("case", "outcome", "verdict"),
    TABLE,
    ids=[f"{c.expected or c.raises}-{o.status}-{o.value or o.error}" for c, o, _ in TABLE],
)
def test_verdicts(case, outcome, verdict):
    assert judge(case, outcome) == verdict


def test_the_table_covers_every_status():
    assert {outcome.status for _, outcome, _ in TABLE} == set(STATUSES)


@pytest.mark.parametrize("text", ['{"D":"sNaN"}', '{"D":"NaN"}', '{"o":["Decimal","1"]}', '{"m":["Counter",[["a",[]]]]}'])
def test_an_odd_answer_is_a_fail_and_never_an_error(text):
    for expected in ('{"D":"1"}', '[{"D":"1"}]', '{"m":["Counter",[["a",1]]]}'):
        case = Case(args="[]", expected=expected)
        assert judge(case, Outcome("ok", text)) == "fail"
        assert judge(case, Outcome("ok", f"[{text}]")) == "fail"


EQUAL_TO_ALL = "class A:\n    def __eq__(self, other): return True\n    def __hash__(self): return 0\n    def __repr__(self): return '1'\n"


@pytest.mark.parametrize(
    "source",
    [
        EQUAL_TO_ALL + "def f(): return A()", EQUAL_TO_ALL + "class B(A, int): pass\ndef f(): return B(2)", "import sys\ndef f(): sys.exit(0)", "import os\ndef f(): os._exit(0)",
        "import builtins\nbuiltins.isinstance = lambda *a: True\ndef f(): return 'x'", "import os\ndef f():\n    os.write(3, b'[0,0,\"pass\",\"1\",\"\",0,0,{}]\\n')",
        "import json, sys\nsys.modules['evol_values'].dumps = lambda v: 'x'\ndef f(): return 2",
    ],
    ids=["equal to all", "lying int", "exit", "_exit", "patched builtins", "forged pass", "patched writer"],
)  # fmt: skip
def test_tricks_do_not_pass(source, sandbox):
    (outcome,) = sandbox.run(Program(source, "f"), [Call("[]")])
    assert judge(VALUE, outcome) != "pass"


@pytest.fixture(scope="module")
def sandbox():
    with Sandbox() as box:
        yield box

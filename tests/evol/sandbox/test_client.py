"""The trusted side: what each way to end becomes, batches that go on, hostile replies, and a zygote that dies."""

import json
import os
import shutil
import signal
import subprocess
import sys
import tempfile
import threading
import time
from pathlib import Path

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from evol import values
from evol.sandbox import Call, Limits, Outcome, Program, Sandbox, SandboxError
from evol.sandbox.client import STATUSES, _read_line

ROOT = Path(__file__).parents[3]
SMALL = Limits(cpu_s=1, wall_s=8, memory_mb=256, max_value=1000, file_mb=1)
NOTHING = Call("[]")
FINE = Program("def f(*args):\n    return 5\n", "f")


@pytest.fixture(scope="module", autouse=True)
def scratch_root(tmp_path_factory):
    """Sandboxes of this file keep their scratch folders here, so that leftovers can be seen."""
    folder, before = tmp_path_factory.mktemp("scratch"), tempfile.tempdir
    tempfile.tempdir = str(folder)
    yield folder
    tempfile.tempdir = before
    subprocess.run(["rm", "-rf", folder], check=True)  # shutil.rmtree cannot remove the very deep ones


@pytest.fixture(scope="module")
def box(scratch_root):
    with Sandbox(SMALL) as sandbox:
        yield sandbox


def body(*lines):
    return Program("import os, sys, time\ndef f(*args):\n" + "".join(f"    {line}\n" for line in lines), "f")


def alive(pid):
    try:
        return Path(f"/proc/{pid}/stat").read_text().rsplit(")", 1)[1].split()[0] not in "ZX"
    except OSError:
        return False


def gone(*pids, within_s=5.0):
    deadline = time.monotonic() + within_s
    while time.monotonic() < deadline and any(map(alive, pids)):
        time.sleep(0.02)
    return [pid for pid in pids if alive(pid)] == []


def children(pid):
    found = []
    for stat in Path("/proc").glob("[0-9]*/stat"):
        try:
            if int(stat.read_text().rsplit(")", 1)[1].split()[1]) == pid:
                found.append(int(stat.parent.name))
        except OSError:
            pass
    return found


# --- what becomes of one call --------------------------------------------------------------------------------------------------

ENDINGS = {
    "ok": (body("return (1, 'a')"), "ok", ""),
    "none": (body("pass"), "ok", ""),
    "opaque": (body("return object()"), "ok", ""),
    "raise": (body("raise KeyError('x')"), "raise", "KeyError"),
    "own exception": (Program("class Odd(Exception): pass\ndef f(): raise Odd", "f"), "raise", "Odd"),
    "sys.exit": (body("sys.exit(0)"), "raise", "SystemExit"),
    "interrupt": (body("raise KeyboardInterrupt"), "raise", "KeyboardInterrupt"),
    "recursion": (body("return f()"), "raise", "RecursionError"),
    "wrong arity": (Program("def f(a): pass", "f"), "raise", "TypeError"),
    "no stdin": (body("return input()"), "raise", "EOFError"),
    "unshowable": (Program("class E(Exception):\n  def __str__(self): raise E\ndef f(): raise E", "f"), "raise", "E"),
    "big file": (body("open('x', 'wb').write(bytes(3 << 20))"), "raise", "OSError"),
    "syntax": (Program("def f(:", "f"), "define", "SyntaxError"),
    "nul": (Program("def f(): pass\0", "f"), "define", "SyntaxError"),
    "surrogate": (Program("f = '\ud800'", "f"), "define", "UnicodeEncodeError"),
    "missing": (Program("def g(): pass", "f"), "define", "KeyError"),
    "not callable": (Program("f = 3", "f"), "define", "TypeError"),
    "fails at import": (Program("1 / 0\ndef f(): pass", "f"), "define", "ZeroDivisionError"),
    "exits at import": (Program("import sys; sys.exit()\ndef f(): pass", "f"), "define", "SystemExit"),
    "cpu": (body("while True: time.time()"), "timeout", "Timeout"),
    "cpu, signal ignored": (body("import signal", "signal.signal(signal.SIGXCPU, signal.SIG_IGN)", "while True: time.time()"), "timeout", "Timeout"),
    "one long C call": (body("return 7 ** (10 ** 8)"), "timeout", "Timeout"),
    "oom": (body("return len(bytearray(1 << 30))"), "oom", "MemoryError"),
    "oom, slowly": (body("kept = []", "while True: kept.append(bytearray(1 << 20))"), "oom", "MemoryError"),
    "os._exit": (body("os._exit(0)"), "crash", "Exit"),
    "no descriptors": (body("os.closerange(0, 256)"), "crash", "Exit"),
    "abort": (body("os.abort()"), "crash", "SIGABRT"),
    "segfault": (body("import ctypes", "ctypes.string_at(0)"), "crash", "SIGSEGV"),
    "kill -9": (body("os.kill(os.getpid(), 9)"), "crash", "SIGKILL"),
    "large": (body("return 'x' * 1001"), "large", ""),
    "too deep": (body("a = []", "for _ in range(300): a = [a]", "return a"), "large", ""),
    "cyclic": (body("a = []", "a.append(a)", "return a"), "large", ""),
}  # fmt: skip


@pytest.mark.parametrize("name", ENDINGS)
def test_how_a_call_ends(name, box):
    program, status, error = ENDINGS[name]
    (outcome,) = box.run(program, [NOTHING])
    assert (outcome.status, outcome.error) == (status, error), outcome
    assert (outcome.value != "") is (status == "ok")
    assert box.run(FINE, [NOTHING]) == [Outcome("ok", "5")]


@pytest.mark.parametrize("number", [1, 10, 15, 31, int(signal.SIGRTMIN), int(signal.SIGRTMIN) + 1, int(signal.SIGRTMAX)])
def test_death_by_any_signal_is_a_crash(number, box):
    (outcome,) = box.run(body(f"os.kill(os.getpid(), {number})", "time.sleep(5)"), [NOTHING])
    assert outcome.status == "crash" and outcome.error
    assert box.run(FINE, [NOTHING])[0].status == "ok"


@pytest.mark.parametrize(
    "wait",
    ["time.sleep(60)", "os.closerange(0, 256); time.sleep(60)", "os.kill(os.getpid(), 19)"],
    ids=["sleeps", "silent", "stopped"],
)
def test_waiting_ends_at_the_wall_limit(wait):
    with Sandbox(Limits(wall_s=0.4)) as sandbox:
        began = time.monotonic()
        assert [o.status for o in sandbox.run(body("if args: return 1", wait), [Call("[1]"), NOTHING, Call("[1]")])] == [
            "ok",
            "timeout",
            "ok",
        ]
        assert time.monotonic() - began < 4


def test_values_come_back_as_canonical_text(box):
    given_args = [[(1, 2.0)], {"k": {b"x"}}, float("nan"), 10**300, "\ud800"]
    (outcome,) = box.run(
        Program("def f(*a, **k): return a, k", "f"), [Call(values.dumps(given_args), values.dumps({"z": None}))]
    )
    assert outcome.value == values.dumps((tuple(given_args), {"z": None}))


def test_messages_are_short_and_behaviour_is_what_an_observer_sees(box):
    first, second = box.run(body("raise ValueError('x' * 5000 + str(args))"), [NOTHING, Call("[1]")])
    assert len(first.message) <= 200 and first.behaviour == second.behaviour == ("raise", "ValueError")
    one, two = box.run(body("return len(args)"), [NOTHING, Call("[1]")])
    assert one.behaviour == ("ok", "0") != two.behaviour


# --- counted steps -------------------------------------------------------------------------------------------------------------

COUNTING = Program(
    "def g(n):\n    return n and g(n - 1)\ndef f(n):\n    t = 0\n    for i in range(n):\n        t += g(2)\n    return t\n",
    "f",
)


def test_tracing_counts_the_same_every_time(box):
    calls = [Call("[1]"), Call("[4]")]
    first = box.run(COUNTING, calls, max_steps=1000)
    assert [(o.steps, o.depth, o.calls) for o in first] == [
        (o.steps, o.depth, o.calls) for o in box.run(COUNTING, calls, max_steps=1000)
    ]
    assert first[1].steps > first[0].steps > 0 and first[0].depth == 4
    assert [o.calls for o in first] == [{"f": 1, "g": 3}, {"f": 1, "g": 12}]
    assert box.run(COUNTING, calls)[0].steps == 0


def test_the_step_budget_is_exact(box):
    (needed,) = box.run(COUNTING, [Call("[4]")], max_steps=1000)
    assert box.run(COUNTING, [Call("[4]")], max_steps=needed.steps)[0].status == "ok"
    assert box.run(COUNTING, [Call("[4]")], max_steps=needed.steps - 1)[0].status == "timeout"


@pytest.mark.parametrize(
    "lines",
    [
        ["n = 0", "while True:", "    n += 1"], ["n = 0", "try:", "    while True:", "        n += 1", "except:", "    return 1"],
        ["n = 0", "try:", "    while True:", "        n += 1", "except BaseException:", "    pass", "return n"],
        ["n = 0", "try:", "    while n < 5000:", "        n += 1", "finally:", "    return n"],
    ],
    ids=["plain", "bare except", "BaseException", "finally"],
)  # fmt: skip
def test_more_steps_than_allowed_is_a_timeout_whatever_the_program_catches(lines, box):
    outcomes = box.run(body("if args: return 0", *lines), [Call("[1]"), NOTHING, Call("[1]")], max_steps=500)
    assert [o.status for o in outcomes] == ["ok", "timeout", "ok"]


# --- batches -------------------------------------------------------------------------------------------------------------------

DIES = [
    body("if args == (2,): os._exit(1)", "return 7"),
    body("if args == (2,): os.kill(os.getpid(), 11)", "return 7"),
    body("if args == (2,): os.closerange(3, 4)", "return 7"),
]


@pytest.mark.parametrize("deadly", DIES, ids=["exit", "signal", "closes the pipe"])
def test_one_death_costs_one_call(deadly, box):
    jobs = box.jobs
    calls = [Call("[1]"), Call("[2]"), Call("[3]")]
    table = box.run_batch([FINE, deadly, Program("1/0", "f"), FINE], calls)
    assert [[o.status for o in row] for row in table] == [["ok"] * 3, ["ok", "crash", "ok"], ["define"] * 3, ["ok"] * 3]
    assert {o.value for row in (table[0], table[3]) for o in row} == {"5"}
    assert box.jobs - jobs == 2


def test_after_the_last_allowed_fork_the_rest_is_unknown():
    with Sandbox(Limits(max_forks=2)) as sandbox:
        assert [o.status for o in sandbox.run(body("os._exit(0)"), [NOTHING] * 4)] == [
            "crash",
            "crash",
            "unknown",
            "unknown",
        ]


def test_nothing_to_do_starts_nothing():
    with Sandbox() as sandbox:
        assert sandbox.run_batch([], [NOTHING]) == [] and sandbox.run(FINE, []) == []
        assert sandbox.jobs == 0


def test_inputs_are_rebuilt_for_every_call_and_program(box):
    spoil = Program("def f(x, *, k):\n    x.append(1); k['a'].clear(); return len(x), len(k)\n", "f")
    table = box.run_batch([spoil, spoil], [Call("[[]]", '{"d":[["k",{"d":[["a",[1]]]}]]}')] * 3)
    assert {o.value for row in table for o in row} == {'{"t":[1,1]}'}


def test_many_honest_results_are_all_read():
    with Sandbox(Limits(result_bytes=4000)) as sandbox:
        outcomes = sandbox.run(body("return 'x' * 100"), [NOTHING] * 100)
    assert {(o.status, o.error) for o in outcomes} == {("ok", "")}


def test_two_sandboxes_agree_on_everything_a_program_can_see():
    odd = Program("import random\ndef f(): return list(set('abcdefghijklmnop')), random.random(), hash('x')", "f")
    seen = set()
    for _ in range(2):
        with Sandbox() as sandbox:
            seen |= {o.value for o in sandbox.run(odd, [NOTHING, NOTHING])}
    assert len(seen) == 1


# --- hostile replies -----------------------------------------------------------------------------------------------------------

FORGED = [
    b"", b"\x00\xff\xfe", b"[" * 100_000, b"{}", b"null", b"[]", b"[0,0]", b'[0,0,"ok","1","",0,0]', b'[0,0,"ok","1","",0,0,{},1]', b'[0,0,"pass","1","",0,0,{}]',
    b'[0,0,"ok",1,"",0,0,{}]', b'[0,0,"ok","nonsense","",0,0,{}]', b'[0,0,"ok","NaN","",0,0,{}]', b'[0,0,"ok","1",null,0,0,{}]', b'[0,0,["ok"],"1","",0,0,{}]',
    b'[-1,0,"ok","1","",0,0,{}]', b'[0,-1,"ok","1","",0,0,{}]', b'[9,0,"ok","1","",0,0,{}]', b'[0,9,"ok","1","",0,0,{}]', b'[true,0,"ok","1","",0,0,{}]',
    b'[0.0,0,"ok","1","",0,0,{}]', b'["0",0,"ok","1","",0,0,{}]', b'[0,0,"ok","1","",Infinity,0,{}]', b'[0,0,"ok","1","",0,-1e999,{}]', b'[0,0,"ok","1","",NaN,0,{}]',
    b'[0,0,"ok","1","",0,0,{"a":1e999}]', b'[0,0,"ok","1","",0,0,{"a":null}]', b'[0,0,"ok","1","",0,0,[]]', b'[0,0,"ok","1","",{},0,{}]',
    b'[0,0,"ok","1","",' + b"9" * 5000 + b",0,{}]", b'[0,0,"ok","' + b"[" * 5000 + b'","",0,0,{}]', b'{"a":1,"b":2,"c":3,"d":4,"e":5,"f":6,"g":7,"h":8}',
    b'[0,0,"ok","\\"' + b"x" * 2000 + b'\\"","",0,0,{}]',
]  # fmt: skip


@pytest.mark.parametrize("line", FORGED, ids=lambda line: repr(line[:45])[2:-1])
def test_forged_lines_are_ignored(line, box):
    (outcome,) = box.run(
        Program(f"import os\ndef f():\n    os.write(3, b'[0,9\\n' + {line!r} + b'\\n')\n    return 'mine'", "f"), [NOTHING]
    )
    assert outcome == Outcome("ok", '"mine"')


def test_a_half_line_spoils_only_the_call_that_wrote_it(box):
    outcomes = box.run(body("os.write(3, b'[0,') if args else None", "return 5"), [NOTHING, Call("[1]"), NOTHING])
    assert [o.status == "ok" for o in outcomes] == [True, False, True]


@pytest.mark.parametrize("size", [1 << 12, 1 << 20], ids=["below the cap", "above the cap"])
def test_a_flood_of_lines_does_no_harm(size):
    with Sandbox(Limits(result_bytes=1 << 16)) as sandbox:
        (outcome,) = sandbox.run(body(f"for _ in range({size >> 10}): os.write(3, b'[[[\\n' * 256)", "return 5"), [NOTHING])
        assert outcome.status in STATUSES
        assert sandbox.run(FINE, [NOTHING]) == [Outcome("ok", "5")]


def test_what_is_kept_of_a_forged_outcome_is_bounded(box):
    (outcome,) = box.run(
        Program("import os\ndef f():\n    os.write(3, b'[0,0,\"raise\",\"E\",\"' + b'x' * 500000 + b'\",0,0,{}]\\n')", "f"),
        [NOTHING],
    )
    assert len(outcome.error) + len(outcome.message) + len(outcome.value) <= 2 * SMALL.max_value


parts = st.one_of(
    st.none(),
    st.booleans(),
    st.integers(-2, 3),
    st.floats(),
    st.sampled_from([*STATUSES, "1", '{"t":[]}', "x"]),
    st.just([]),
    st.dictionaries(st.text(), st.floats(), max_size=2),
)


@settings(derandomize=True, deadline=None, max_examples=500)
@given(st.one_of(st.binary(), st.tuples(*[parts] * 8).map(lambda row: json.dumps(row).encode())))
@example(b'[0,0,"ok","1","",1e999,0,{}]')
def test_no_line_raises_and_none_makes_a_malformed_outcome(line):
    results = [[None]]
    _read_line(line, results)
    outcome = results[0][0]
    assert outcome is None or (
        outcome.status in STATUSES and isinstance(outcome.error, str) and isinstance(outcome.steps, int)
    )


# --- the zygote's life ---------------------------------------------------------------------------------------------------------


def zygote(sandbox):
    sandbox.run(FINE, [NOTHING])
    return sandbox._process.pid


def test_a_zygote_killed_between_jobs_costs_no_call():
    with Sandbox() as sandbox:
        for _ in range(2):
            os.kill(zygote(sandbox), signal.SIGKILL)
            assert sandbox.run(FINE, [NOTHING, NOTHING]) == [Outcome("ok", "5")] * 2


def test_a_zygote_killed_during_a_job_is_replaced():
    with Sandbox(Limits(wall_s=20)) as sandbox:
        pid = zygote(sandbox)
        threading.Timer(0.3, os.kill, (pid, signal.SIGKILL)).start()
        outcomes = sandbox.run(body("if args: time.sleep(1)", "return 5"), [NOTHING, Call("[1]"), NOTHING])
        assert all(o == Outcome("ok", "5") or o.status in ("timeout", "crash", "unknown") for o in outcomes)
        assert sandbox._process.pid != pid and gone(pid)
        assert outcomes[2] == Outcome("ok", "5") and sandbox.run(FINE, [NOTHING]) == [Outcome("ok", "5")]


def test_a_program_that_kills_its_zygote_is_blamed_and_the_rest_goes_on(box):
    deadly = body("if args: os.kill(os.getppid(), 9); time.sleep(0.2)", "return 5")
    outcomes = box.run(deadly, [Call("[1]"), NOTHING, NOTHING])
    assert [o.status == "ok" for o in outcomes] == [False, True, True]
    assert box.run(FINE, [NOTHING]) == [Outcome("ok", "5")]


@pytest.mark.parametrize(
    "lines",
    [
        ["for _ in range(1200):", "    os.mkdir('d')", "    os.chdir('d')"], ["n = int(os.getcwd().rsplit('job')[-1])", "for k in range(1, 4): os.mkdir(f'../job{n + k}')"],
        ["import shutil", "shutil.rmtree(os.path.dirname(os.getcwd()))"], ["os.chmod('.', 0)"], ["os.mkdir('x')", "os.chmod('x', 0)"], ["os.symlink('/', 'root')"],
    ],
    ids=["very deep folders", "takes the next folder", "removes the scratch root", "closed", "closed folder", "link out"],
)  # fmt: skip
def test_what_a_program_does_to_its_scratch_folder_hurts_no_later_job(lines, scratch_root):
    sandbox = Sandbox(Limits(cpu_s=2, wall_s=8))
    assert sandbox.run(body(*lines), [NOTHING])[0].status in STATUSES
    assert sandbox.run(FINE, [NOTHING]) == [Outcome("ok", "5")]
    sandbox.close()
    assert Path("/etc/passwd").exists()


def test_close_ends_the_zygote_and_removes_its_folder(scratch_root):
    sandbox = Sandbox()
    pid = zygote(sandbox)
    folder = Path(sandbox._scratch)
    assert folder.is_relative_to(scratch_root) and folder.exists()
    sandbox.close()
    assert gone(pid) and not folder.exists()
    sandbox.close()  # twice is fine
    assert sandbox.run(FINE, [NOTHING])[0].status == "ok"  # and it can be used again
    sandbox.close()


PARENT = """
from evol.sandbox import *
with Sandbox(Limits(wall_s=60)) as box:
    box.run(Program("def f(): pass", "f"), [Call("[]")])
    print(box._process.pid, box._scratch, flush=True)
    box.run(Program("import time\\ndef f(): time.sleep(50)", "f"), [Call("[]")])
"""


@pytest.mark.skipif(sys.platform != "linux", reason="death with the parent is a Linux kernel feature")
def test_nothing_outlives_a_parent_that_is_killed():
    parent = subprocess.Popen([sys.executable, "-c", PARENT], stdout=subprocess.PIPE, text=True, cwd=ROOT)
    pid, folder = parent.stdout.readline().split()
    deadline = time.monotonic() + 10
    while not (candidates := children(int(pid))) and time.monotonic() < deadline:
        time.sleep(0.02)
    parent.kill()
    parent.wait()
    parent.stdout.close()
    zygote_gone, candidate_gone = gone(int(pid)), gone(*candidates)
    for left in filter(alive, candidates):
        os.kill(left, signal.SIGKILL)
    shutil.rmtree(folder, ignore_errors=True)
    assert candidates and zygote_gone and candidate_gone


def test_a_sandbox_that_cannot_start_says_so():
    with pytest.raises(SandboxError, match="cannot start"):
        Sandbox(python="/no/such/python").run(FINE, [NOTHING])

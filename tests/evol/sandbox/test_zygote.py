"""What a program sees and can use inside its fork: nothing of ours, an empty folder, and bounded means."""

import os
import time
from pathlib import Path

import pytest

from evol import values
from evol.sandbox import Call, Limits, Program, Sandbox

NOTHING = Call("[]")


@pytest.fixture(scope="module")
def box():
    os.environ["EVOL_SECRET"] = "hunter2"
    with Sandbox(Limits(cpu_s=2, wall_s=10, memory_mb=256, file_mb=1, output_bytes=1000)) as sandbox:
        yield sandbox
    del os.environ["EVOL_SECRET"]


def ask(box, *lines, status="ok"):
    """What a function with these lines returns."""
    source = "import os, sys, time\ndef f():\n" + "".join(f"    {line}\n" for line in lines)
    (outcome,) = box.run(Program(source, "f"), [NOTHING])
    assert outcome.status == status, outcome
    return values.loads(outcome.value) if status == "ok" else outcome


# --- surroundings --------------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("expression", "expected"),
    [
        ("dict(os.environ)", {}), ("os.getenv('EVOL_SECRET')", None), ("open('/proc/self/environ').read().count('hunter2')", 0), ("os.listdir('.')", []),
        ("__name__", "solution"), ("sys.stdin.read()", ""), ("os.read(0, 10)", b""), ("'evol' in sys.modules", False), ("'/work' in ' '.join(sys.path)", False),
        ("time.tzname[0]", "UTC"), ("sys.gettrace()", None), ("sys.flags.no_site", 1), ("os.getpgrp() == os.getpid()", True),
        ("sorted(set(int(n) for n in os.listdir('/proc/self/fd')) - {0, 1, 2, 3})[1:]", []),  # the one left is the listing itself
        ("[s for s in ('expected', 'answer') if s in globals()]", []), ("__import__('resource').getrlimit(4)[1]", 0),
    ],
    ids=lambda value: value if isinstance(value, str) else "",
)  # fmt: skip
def test_what_a_program_finds(expression, expected, box):
    assert ask(box, f"return {expression}") == expected


def test_the_control_pipes_are_out_of_reach(box):
    for fd in (0, 1, 2, 4, 5, 11):
        ask(box, "try:", f"    os.write({fd}, b'\\0\\0\\0\\1x')", "except OSError: pass")
    assert ask(box, "return 5") == 5


def test_the_folder_is_fresh_for_every_fork_and_gone_afterwards(box):
    fill = ["open('left', 'w').write('x')", "os.makedirs('a/b')", "return os.getcwd(), sorted(os.listdir('.'))"]
    first, listing = ask(box, *fill)
    second, again = ask(box, *fill)
    assert listing == again == ["a", "left"] and first != second
    assert not Path(first).exists() and not Path(second).exists()
    assert os.listdir(Path(first).parent) == []


def test_state_of_one_job_does_not_reach_the_next(box):
    ask(
        box,
        "import builtins, math",
        "builtins.sum = math.sqrt = None",
        "sys.setrecursionlimit(500)",
        "os.umask(0o777)",
        "os.environ['A'] = 'b'",
    )
    ask(box, "import json", "json.dumps = json.loads = None", status="crash")
    assert ask(box, "import math", "return sum([2]), math.sqrt(4), sys.getrecursionlimit(), len(os.environ)") == (
        2,
        2.0,
        1000,
        0,
    )


def test_chance_begins_anew_at_every_call(box):
    program = Program("import random\ndef f(): return random.random()", "f")
    assert len({outcome.value for outcome in box.run(program, [NOTHING] * 3) + box.run(program, [NOTHING])}) == 1


# --- limits --------------------------------------------------------------------------------------------------------------------


def test_output_is_kept_up_to_its_cap(box):
    ask(box, "print('out')", "os.write(2, b'err')")
    assert "err" in box.output and "out" not in box.output  # what was buffered dies with the fork
    ask(box, "for _ in range(2000): os.write(1, b'x' * 1024)")
    assert box.output == "x" * 1000
    ask(box, "os.write(1, bytes(range(128, 256)))")
    assert set(box.output) == {"\ufffd"}


def test_memory_stays_below_its_limit(box):
    assert ask(box, "import resource", "return resource.getrlimit(resource.RLIMIT_AS)") == (256 << 20, 256 << 20)
    assert ask(box, "return bytes(400 << 20)", status="oom").error == "MemoryError"


FORKS = """
import os, time
def f():
    made = 0
    for _ in range(70):  # never more, whatever the limit does
        try:
            pid = os.fork()
        except OSError:
            break
        if pid == 0:
            time.sleep(20)
            os._exit(0)
        made += 1
    return made
"""


def test_processes_are_limited_and_gone_with_the_fork():
    assert Limits().processes <= 64
    # A small limit, because an init that does not reap (a plain container's) keeps what is left as zombies.
    with Sandbox(Limits(processes=8, wall_s=10)) as sandbox:
        for _ in range(2):  # were they still there, the second job could not fork at all
            made = values.loads(sandbox.run(Program(FORKS, "f"), [NOTHING])[0].value)
            assert made <= 8
            if os.geteuid() == 0:  # otherwise the user's own processes count as well
                assert made == 7


def test_a_process_left_behind_does_not_hold_up_the_reply(box):
    began = time.monotonic()
    pid = ask(box, "pid = os.fork()", "if pid == 0:", "    time.sleep(15)", "    os._exit(0)", "return pid")
    assert time.monotonic() - began < 5
    deadline = time.monotonic() + 5
    while (
        Path(f"/proc/{pid}").exists() and " Z " not in Path(f"/proc/{pid}/stat").read_text() and time.monotonic() < deadline
    ):
        time.sleep(0.02)
    assert not Path(f"/proc/{pid}").exists() or " Z " in Path(f"/proc/{pid}/stat").read_text()


@pytest.mark.skipif(os.geteuid() != 0, reason="only root has privileges to shed")
def test_root_has_no_power_inside(box):
    status = ask(box, "return open('/proc/self/status').read()")
    assert "CapEff:\t0000000000000000" in status and "CapPrm:\t0000000000000000" in status
    # `chown` of a file of its own needs a capability.
    assert ask(box, "open('x', 'w')", "os.chown('x', 12345, 12345)", status="raise").error == "PermissionError"


def test_cpu_time_and_jobs_are_counted():
    with Sandbox(Limits(cpu_s=3)) as sandbox:
        ask(sandbox, "end = time.process_time() + 0.2", "while time.process_time() < end: pass")
        assert sandbox.jobs == 1 and 0.2 <= sandbox.cpu_s < 1.5 and sandbox.seconds >= 0.2

"""The trusted side of the sandbox: starts a zygote, sends jobs, reads what came back strictly, restarts what broke.

A job is a batch of programs, each called with the same inputs in one fork. When the fork dies inside a call, that call gets the
reason and the rest of the batch goes on in a new fork. Replies are parsed as hostile: a malformed line is dropped, its call stays
`unknown`. Not thread-safe: one `Sandbox` per worker, made in the thread that outlives it (the kernel kills the zygote with it).
"""

from __future__ import annotations

import json
import os
import select
import shutil
import signal
import subprocess
import sys
import tempfile
import time
from collections.abc import Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any, NamedTuple

from evol import values

STATUSES = ("ok", "raise", "define", "timeout", "oom", "crash", "large", "unknown")
_GRACE_S = 5.0
_MAX_MESSAGE = 1000


class _Gone(OSError):
    """The zygote's pipe is closed."""


class SandboxError(RuntimeError):
    """The sandbox itself cannot run (no interpreter, no temporary folder, zygote will not start)."""


class Call(NamedTuple):
    """Value text of the positional and keyword arguments of one call."""

    args: str
    kwargs: str = '{"d":[]}'


class Program(NamedTuple):
    """A whole program and the function to call in it."""

    source: str
    entry_point: str


@dataclass(frozen=True)
class Limits:
    """Bounds of one fork. `cpu_s` is the CPU time of one call (up to a second more), `wall_s` a generous bound on the elapsed time of the fork.

    Sizes say their unit. With `give_up`, a program that ran into either bound is not called again in the same batch.
    """

    cpu_s: int = 5
    wall_s: float = 30.0
    memory_mb: int = 512
    file_mb: int = 16
    processes: int = 64
    output_bytes: int = 16_384
    result_bytes: int = 8_000_000
    max_value: int = 200_000
    max_forks: int = 64
    give_up: bool = False


@dataclass(frozen=True)
class Outcome:
    """What one call did: `status` from STATUSES, value text when `ok`, exception type and message when not.

    `steps`, `depth` and `calls` (calls per named function of the program) are filled only when the job was traced.
    """

    status: str
    value: str = ""
    error: str = ""
    message: str = ""
    steps: int = 0
    depth: int = 0
    calls: dict[str, int] = field(default_factory=dict, compare=False)

    @property
    def behaviour(self) -> tuple[str, str]:
        """What an observer sees: the value, or the exception's type, or how it died."""
        return (self.status, self.value if self.status == "ok" else self.error)


_UNKNOWN = Outcome("unknown")
_CUT_OFF = Outcome("large", message="the results of one fork exceed their cap")


class Sandbox:
    """One warm zygote. Use as a context manager, or call `close`.

    `hash_seed` fixes the order of sets of texts in the zygote; `jobs` and `seconds` count the forks served and the wall time spent waiting for them; `cpu_s` is candidates' own CPU time.
    """

    def __init__(self, limits: Limits | None = None, python: str = sys.executable, hash_seed: int = 0) -> None:
        self.limits = limits or Limits()
        self.jobs = 0
        self.seconds = 0.0
        self.cpu_s = 0.0
        self.output = ""
        self._python = python
        self._hash_seed = hash_seed
        self._process: subprocess.Popen[bytes] | None = None
        self._scratch = ""

    def __enter__(self) -> Sandbox:
        return self

    def __exit__(self, *exc: object) -> None:
        self.close()

    def close(self) -> None:
        """End the zygote and remove its scratch folder."""
        process, self._process = self._process, None
        if process:
            process.kill()
            process.wait()
            for pipe in (process.stdin, process.stdout):
                if pipe:
                    pipe.close()
        if self._scratch:
            remove_tree(self._scratch)
            self._scratch = ""

    # --- running ---------------------------------------------------------------------------------------------------------------

    def run(self, program: Program, calls: Sequence[Call], *, max_steps: int = 0) -> list[Outcome]:
        """Outcomes of one program on each call, in order."""
        return self.run_batch([program], calls, max_steps=max_steps)[0]

    def run_batch(self, programs: Sequence[Program], calls: Sequence[Call], *, max_steps: int = 0) -> list[list[Outcome]]:
        """Outcomes[program][call] of every program on every call, sharing forks.

        Programs of one batch share a process, so batch only programs that may know of each other. `max_steps` > 0 traces: a call
        that executes more lines of its program than that is a `timeout`, the same on every machine.
        """
        results: list[list[Outcome | None]] = [[None] * len(calls) for _ in programs]
        total = len(programs) * len(calls)
        position = forks = 0
        while position < total and forks < self.limits.max_forks:
            forks += 1
            start = divmod(position, len(calls))
            before = position
            died = self._fork(programs, calls, start, max_steps, results)
            while position < total and results[position // len(calls)][position % len(calls)] is not None:
                position += 1
            # Where the results of a fork were cut off at their cap, the rest is simply asked for again.
            if position < total and not (died is _CUT_OFF and position > before):
                results[position // len(calls)][position % len(calls)] = died
                position += 1
                while self.limits.give_up and died.status == "timeout" and position % len(calls):
                    results[position // len(calls)][position % len(calls)] = died
                    position += 1
        return [[outcome or _UNKNOWN for outcome in row] for row in results]

    def _fork(
        self, programs: Sequence[Program], calls: Sequence[Call], start: tuple[int, int], max_steps: int,
        results: list[list[Outcome | None]],
    ) -> Outcome:  # fmt: skip
        """One fork from `start` on. Fills `results`; returns the outcome of the call it died in."""
        limits = self.limits
        job = {
            "programs": programs, "calls": calls, "start": start, "max_steps": max_steps, "max_value": limits.max_value,
            "cpu_s": limits.cpu_s, "wall_s": limits.wall_s, "memory_mb": limits.memory_mb, "file_mb": limits.file_mb,
            "processes": limits.processes, "output_bytes": limits.output_bytes, "result_bytes": limits.result_bytes,
        }  # fmt: skip
        began = time.monotonic()
        reply = self._exchange(json.dumps(job).encode("ascii"), limits.wall_s + _GRACE_S)
        self.jobs += 1
        self.seconds += time.monotonic() - began
        if reply is None:
            return Outcome("timeout", error="Timeout", message="the sandbox was restarted")
        header_line, _, body = reply.partition(b"\n")
        header = json.loads(header_line)
        self.cpu_s += float(header["cpu_s"])
        self.output = str(header["output"])
        for line in body.split(b"\n"):
            _read_line(line, results, limits.max_value)
        return _CUT_OFF if len(body) >= limits.result_bytes and not header["signal"] else _death(header, limits)

    # --- the zygote ------------------------------------------------------------------------------------------------------------

    def _start(self) -> subprocess.Popen[bytes]:
        here = Path(__file__).parent
        try:
            self._scratch = tempfile.mkdtemp(prefix="evol-sandbox-")
            self._process = subprocess.Popen(
                [self._python, "-s", "-S", "-P", str(here / "zygote.py"), values.__file__, self._scratch],
                stdin=subprocess.PIPE, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL, cwd=self._scratch,
                env={"LANG": "C.UTF-8", "PYTHONHASHSEED": str(self._hash_seed), "TZ": "UTC"}, start_new_session=True, bufsize=0,
            )  # fmt: skip
        except OSError as error:
            raise SandboxError(f"cannot start the sandbox: {error}") from error
        return self._process

    def _exchange(self, body: bytes, timeout_s: float) -> bytes | None:
        """Send one frame and read the reply, or None after killing a zygote that is stuck. One that is gone is replaced, once."""
        for _ in range(2):
            process = self._process or self._start()
            assert process.stdin and process.stdout
            try:
                _write_all(process.stdin.fileno(), len(body).to_bytes(4, "big") + body)
                cap = self.limits.result_bytes + 200_000
                reply = _read_frame(process.stdout.fileno(), time.monotonic() + timeout_s, cap)
            except OSError:
                self._discard(process)
                continue
            if reply is None:
                self._discard(process)
            return reply
        return None

    def _discard(self, process: subprocess.Popen[bytes]) -> None:
        with_group_kill(process.pid)
        self.close()


def remove_tree(folder: str) -> None:
    """Remove a scratch folder, also one nested deeper than Python recurses."""
    try:
        shutil.rmtree(folder, ignore_errors=True)
    except RecursionError:
        subprocess.run(["rm", "-rf", folder], check=False)


def with_group_kill(pid: int) -> None:
    """Kill a zygote's process group; gone already is fine."""
    try:
        os.killpg(pid, signal.SIGKILL)
    except (ProcessLookupError, PermissionError):
        pass


def _write_all(fd: int, data: bytes) -> None:
    view = memoryview(data)
    while view:
        view = view[os.write(fd, view) :]


def _read_frame(fd: int, deadline: float, cap: int) -> bytes | None:
    data = bytearray()
    want = 4
    while len(data) < want:
        left = deadline - time.monotonic()
        if left <= 0 or not select.select([fd], [], [], left)[0]:
            return None
        part = os.read(fd, 1 << 16)
        if not part:
            raise _Gone
        data += part
        if want == 4 and len(data) >= 4:
            want = 4 + int.from_bytes(data[:4], "big")
            if want > cap:
                return None
    return bytes(data[4:want])


def _read_line(line: bytes, results: list[list[Outcome | None]], max_value: int = Limits.max_value) -> None:
    """Put one reported call into `results`; anything malformed, unknown or repeated is ignored."""
    try:
        row: Any = json.loads(line)
        program, call, status, first, second, steps, depth, named = row
        ok = status == "ok"
        outcome = Outcome(
            status=status, value=first if ok else "", error="" if ok else first, message=second,
            steps=int(steps), depth=int(depth), calls={str(name): int(count) for name, count in named.items()},
        )  # fmt: skip
        texts = isinstance(first, str) and isinstance(second, str)
        if (
            not texts
            or len(first) > max_value
            or len(second) > _MAX_MESSAGE
            or status not in STATUSES
            or type(program) is not int
            or type(call) is not int
            or min(program, call) < 0
        ):
            return
        if ok:
            values.loads(first)
        if results[program][call] is None:
            results[program][call] = outcome
    except (ValueError, TypeError, IndexError, AttributeError, ArithmeticError, RecursionError):
        return


def _signal_name(number: int) -> str:
    try:
        return signal.Signals(number).name
    except ValueError:  # real-time signals have no name
        return f"SIG{number}"


def _death(header: dict[str, Any], limits: Limits) -> Outcome:
    """Why a fork ended before reporting all its calls."""
    number = int(header["signal"])
    out_of_cpu = number == signal.SIGXCPU or (number == signal.SIGKILL and float(header["cpu_s"]) >= limits.wall_s)
    if header["timed_out"] or out_of_cpu:
        return Outcome("timeout", error="Timeout", message=f"over {limits.cpu_s} s of CPU or {limits.wall_s} s of time")
    if number:
        return Outcome("crash", error=_signal_name(number), message="killed by a signal")
    return Outcome("crash", error="Exit", message=f"the process ended with code {header['exit']}")

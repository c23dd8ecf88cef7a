"""The warm process that forks one child per job. Runs as `python -s -S -P zygote.py VALUES_PY SCRATCH`; trusts nothing it runs.

Reads framed jobs on descriptor 0 and writes framed replies on descriptor 1 (four bytes of length, big endian, then the body). A
child gets only the result pipe, no environment and an empty folder, and writes one line per call as it goes, so what it reported
before dying counts. Verdicts are not made here: expected values never come this far.

Covered: limits, killing what a job leaves, death with the parent. Not covered: files, network, other processes of the same user.
"""

import contextlib
import ctypes
import fcntl
import gc
import importlib
import json
import math
import os
import random
import resource
import select
import shutil
import signal
import sys
import time
from types import FrameType
from typing import Any

# What solutions import most: loaded once here, inherited by every fork.
_WARM = "bisect calendar collections copy datetime decimal fractions functools heapq itertools operator re statistics string typing"
FILE = "<solution>"
RESULT_FD = 3
LIBC = ctypes.CDLL(None)
Job = dict[str, Any]
REAL_UID = 200_000 + os.getpid() % 100_000


def load_values(path: str) -> Any:
    sys.path.insert(0, os.path.dirname(path))
    name = os.path.basename(path).removesuffix(".py")
    module = importlib.import_module(name)
    del sys.path[0], sys.modules[name]  # a solution that imports this name gets its own
    return module


# --- in the child ------------------------------------------------------------------------------------------------------------


class StepLimit(BaseException):
    """Raised by the tracer when a call has executed `max_steps` lines of the solution."""


class Tracer:
    """Counts executed lines of the solution, calls of its named functions and the deepest call chain."""

    def __init__(self, max_steps: int) -> None:
        self.max_steps = max_steps
        self.reset()

    def reset(self) -> None:
        self.steps = 0
        self.depth = 0
        self.deepest = 0
        self.calls: dict[str, int] = {}

    def __call__(self, frame: FrameType, event: str, arg: object) -> Any:
        if frame.f_code.co_filename != FILE:
            return None
        name = frame.f_code.co_name
        self.calls[name] = self.calls.get(name, 0) + 1
        self.depth += 1
        self.deepest = max(self.deepest, self.depth)
        self._count()
        return self._local

    def _local(self, frame: FrameType, event: str, arg: object) -> Any:
        if event == "line":
            self._count()
        elif event == "return":
            self.depth -= 1
        return self._local

    def _count(self) -> None:
        self.steps += 1
        if self.steps > self.max_steps:
            raise StepLimit


def emit(row: list[Any]) -> None:
    data = (json.dumps(row, separators=(",", ":")) + "\n").encode("ascii")
    while data:
        data = data[os.write(RESULT_FD, data) :]


def describe(error: BaseException) -> tuple[str, str]:
    with contextlib.suppress(Exception):  # its text may do anything
        return type(error).__name__[:100], str(error)[:200]
    return type(error).__name__[:100], ""


def run_child(values: Any, job: Job) -> None:
    """Execute every program of the job on its calls, from unit `start` (program, call) on; one line out per call."""
    first_program, first_call = job["start"]
    tracer = Tracer(job["max_steps"]) if job["max_steps"] else None
    for index in range(first_program, len(job["programs"])):
        source, entry = job["programs"][index]
        calls = job["calls"]
        start = first_call if index == first_program else 0
        try:
            function = define(source, entry, tracer)
        except BaseException as error:
            name, text = describe(error)
            for call in range(start, len(calls)):
                emit([index, call, "define", name, text, 0, 0, {}])
            continue
        for call in range(start, len(calls)):
            emit([index, call, *one_call(values, function, calls[call], tracer, job["max_value"], job["cpu_s"])])


def define(source: str, entry: str, tracer: Tracer | None) -> Any:
    namespace: dict[str, Any] = {"__name__": "solution", "__builtins__": __builtins__}
    code = compile(source, FILE, "exec", dont_inherit=True)
    if tracer:
        tracer.reset()
        sys.settrace(tracer)
    try:
        exec(code, namespace)
    finally:
        sys.settrace(None)
    function = namespace[entry]
    if not callable(function):
        raise TypeError(f"{entry} is not callable")
    return function


def allow_cpu(seconds: int) -> None:
    """Give the next call its own CPU time: the soft limit moves up from what the process has used."""
    hard = resource.getrlimit(resource.RLIMIT_CPU)[1]
    resource.setrlimit(resource.RLIMIT_CPU, (min(hard, math.ceil(time.process_time()) + seconds), hard))


def one_call(values: Any, function: Any, call: list[str], tracer: Tracer | None, max_value: int, cpu_s: int) -> list[Any]:
    args, kwargs = values.loads(call[0]), values.loads(call[1])
    allow_cpu(cpu_s)
    random.seed(0)
    if tracer:
        tracer.reset()
        sys.settrace(tracer)
    try:
        try:
            result = function(*args, **kwargs)
        finally:
            sys.settrace(None)
        steps, deepest, named = trace_of(tracer)
        if tracer and steps > tracer.max_steps:  # the solution swallowed StepLimit
            return ["timeout", "StepLimit", "", steps, deepest, named]
        text = values.dumps(result)
        if len(text) > max_value:
            return ["large", "", str(len(text)), steps, deepest, named]
        return ["ok", text, "", steps, deepest, named]
    except StepLimit:
        return ["timeout", "StepLimit", "", *trace_of(tracer)]
    except MemoryError:
        return ["oom", "MemoryError", "", *trace_of(tracer)]
    except values.ValueFormatError as error:
        return ["large", "", str(error), *trace_of(tracer)]
    except BaseException as error:
        return ["raise", *describe(error), *trace_of(tracer)]


def trace_of(tracer: Tracer | None) -> tuple[int, int, dict[str, int]]:
    if not tracer:
        return 0, 0, {}
    return tracer.steps, tracer.deepest, {k: v for k, v in tracer.calls.items() if not k.startswith("<")}


def limit(job: Job) -> None:
    mb = 1 << 20
    for kind, value in (
        (resource.RLIMIT_CPU, job["cpu_s"]),
        (resource.RLIMIT_AS, job["memory_mb"] * mb),
        (resource.RLIMIT_FSIZE, job["file_mb"] * mb),
        (resource.RLIMIT_NPROC, job["processes"]),
        (resource.RLIMIT_NOFILE, 64),
        (resource.RLIMIT_CORE, 0),
    ):
        try:
            hard = value + int(job["wall_s"]) if kind == resource.RLIMIT_CPU else value
            resource.setrlimit(kind, (value, hard))
        except (ValueError, OSError):
            pass  # a platform may refuse a limit (macOS refuses RLIMIT_AS); the wall limit still holds


def die_with_parent(parent: int) -> None:
    """Linux: be killed when the parent dies, however it dies. The setting is not inherited, so every process asks for itself."""
    if sys.platform == "linux":
        LIBC.prctl(1, signal.SIGKILL)  # PR_SET_PDEATHSIG
        if os.getppid() != parent:
            os._exit(0)


def shed_privileges() -> None:
    """Root only: give the child a real user of its own and no capabilities, or RLIMIT_NPROC would not count for it."""
    os.setgroups([])
    os.setresuid(REAL_UID, 0, 0)
    header = (ctypes.c_uint32 * 2)(0x20080522, 0)  # _LINUX_CAPABILITY_VERSION_3, this process
    LIBC.capset(header, (ctypes.c_uint32 * 6)())


def child_main(values: Any, job: Job, folder: str, result_write: int, output_write: int, zygote: int) -> None:
    os.setsid()
    die_with_parent(zygote)
    null = os.open(os.devnull, os.O_RDONLY)
    os.dup2(null, 0)
    os.dup2(output_write, 1)
    os.dup2(output_write, 2)
    os.dup2(result_write, RESULT_FD)
    os.closerange(4, 256)
    os.chdir(folder)
    os.environ.clear()
    signal.signal(signal.SIGINT, signal.SIG_DFL)
    limit(job)
    if sys.platform == "linux" and os.geteuid() == 0:
        shed_privileges()
    run_child(values, job)


def read_exactly(fd: int, count: int) -> bytes:
    parts: list[bytes] = []
    while count:
        part = os.read(fd, min(count, 1 << 20))
        if not part:
            os._exit(0)  # the parent is gone
        parts.append(part)
        count -= len(part)
    return b"".join(parts)


def write_frame(fd: int, body: bytes) -> None:
    data = len(body).to_bytes(4, "big") + body
    while data:
        data = data[os.write(fd, data) :]


def open_pipe() -> list[int]:
    """A pipe whose both ends lie above descriptor 10, so that a child can move them to their fixed places."""
    ends = []
    for fd in os.pipe():
        high = fcntl.fcntl(fd, fcntl.F_DUPFD_CLOEXEC, 10)
        os.close(fd)
        ends.append(high)
    return ends


def collect(pid: int, pipes: tuple[int, ...], caps: dict[int, int], deadline: float) -> tuple[dict[int, bytearray], bool]:
    """Read both pipes up to their caps until the child ends or the deadline passes. Returns (data per pipe, timed out)."""
    data = {fd: bytearray() for fd in pipes}
    waiting = select.poll()
    for fd in pipes:
        os.set_blocking(fd, False)
        waiting.register(fd, select.POLLIN)
    ended = os.pidfd_open(pid) if hasattr(os, "pidfd_open") else -1
    if ended >= 0:
        waiting.register(ended, select.POLLIN)
    open_fds = {*pipes, ended} - {-1}
    while open_fds:
        left = deadline - time.monotonic()
        if left <= 0:
            break
        ready = [fd for fd, _ in waiting.poll(left * 1000)]
        for fd in ready:
            if fd != ended and not drain(fd, data[fd], caps[fd]):
                waiting.unregister(fd)
                open_fds.discard(fd)
        if ended in ready:
            # Its own output is in the pipes by now; what it left behind may hold them open, so no wait for their end.
            for fd in open_fds - {ended}:
                while drain(fd, data[fd], caps[fd]) == 1:
                    pass
            break
    if ended >= 0:
        os.close(ended)
    return data, time.monotonic() >= deadline


def drain(fd: int, into: bytearray, cap: int) -> int:
    """One read: 1 if something came, 2 if nothing is there now, 0 at the end. Bytes past the cap are dropped."""
    try:
        part = os.read(fd, 1 << 16)
    except BlockingIOError:
        return 2
    if not part:
        return 0
    into += part[: max(0, cap - len(into))]
    return 1


def wait_child(pid: int, deadline: float) -> tuple[int, Any, bool]:
    """Reap the child; kill it first when it outlives the deadline (it may have closed its pipes and gone on)."""
    while time.monotonic() < deadline:
        done, status, usage = os.wait4(pid, os.WNOHANG)
        if done:
            return status, usage, False
        time.sleep(0.0005)
    os.kill(pid, signal.SIGKILL)
    _, status, usage = os.wait4(pid, 0)
    return status, usage, True


def sweep(pid: int) -> None:
    """Kill the job's process group and everything else it left behind, and reap all of it."""
    try:
        os.killpg(pid, signal.SIGKILL)
    except (ProcessLookupError, PermissionError):
        pass
    while True:
        try:
            found, _ = os.waitpid(-1, os.WNOHANG)
        except ChildProcessError:
            return
        if found == 0:
            for left in children():
                os.kill(left, signal.SIGKILL)
            time.sleep(0.0005)


def children() -> list[int]:
    """Processes whose parent is the zygote (Linux; elsewhere orphans go to init and are not seen)."""
    try:
        with open(f"/proc/self/task/{os.getpid()}/children") as listed:
            return [int(word) for word in listed.read().split()]
    except OSError:
        return []


def remove(folder: str) -> None:
    try:
        os.rmdir(folder)
    except OSError:
        try:
            shutil.rmtree(folder, ignore_errors=True)
        except RecursionError:  # nested deeper than Python recurses
            os.spawnv(os.P_WAIT, "/bin/rm", ["rm", "-rf", folder])


def serve_job(values: Any, job: Job, folder: str) -> bytes:
    result_read, result_write = open_pipe()
    output_read, output_write = open_pipe()
    os.makedirs(folder, 0o700)
    deadline = time.monotonic() + job["wall_s"]
    zygote = os.getpid()
    pid = os.fork()
    if pid == 0:
        try:
            child_main(values, job, folder, result_write, output_write, zygote)
        except BaseException:
            os._exit(3)
        os._exit(0)
    os.close(result_write)
    os.close(output_write)
    caps = {result_read: job["result_bytes"], output_read: job["output_bytes"]}
    data, timed_out = collect(pid, (result_read, output_read), caps, deadline)
    if timed_out:
        os.kill(pid, signal.SIGKILL)
    status, usage, killed = wait_child(pid, deadline)
    sweep(pid)
    os.close(result_read)
    os.close(output_read)
    remove(folder)
    header = {
        "signal": os.WTERMSIG(status) if os.WIFSIGNALED(status) else 0,
        "exit": os.WEXITSTATUS(status) if os.WIFEXITED(status) else -1,
        "timed_out": timed_out or killed,
        "cpu_s": usage.ru_utime + usage.ru_stime,
        "output": data[output_read].decode("utf-8", "replace"),
    }
    return json.dumps(header).encode("ascii") + b"\n" + bytes(data[result_read])


def main() -> None:
    values = load_values(sys.argv[1])
    for name in (*_WARM.split(" "), "unicodedata"):
        importlib.import_module(name)
    scratch = sys.argv[2]
    die_with_parent(os.getppid())
    if sys.platform == "linux":
        LIBC.prctl(36, 1)  # PR_SET_CHILD_SUBREAPER: what a job leaves behind becomes a child of the zygote
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    gc.collect()
    gc.freeze()
    count = 0
    while True:
        job = json.loads(read_exactly(0, int.from_bytes(read_exactly(0, 4), "big")))
        count += 1
        write_frame(1, serve_job(values, job, os.path.join(scratch, f"job{count}-{os.urandom(6).hex()}")))


if __name__ == "__main__":
    main()

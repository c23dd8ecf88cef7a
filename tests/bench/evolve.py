"""make bench-evolve: how fast evolution is, and where the time goes. Prints figures of one run; asserts nothing.

    python tests/bench/evolve.py [accepted=600] [recipe=recipes/quickstart.yaml]

Three parts: (1) sandbox jobs a second, single and batched, beside calling the same function with no sandbox at all; (2) a whole run: accepted tasks a
second once the first task is in ("warm"), and from the command on; (3) of the workers' time, the share inside candidates' code. Peak memory is the sum of
the proportional set sizes of the run's whole process tree, sampled.
"""

import json
import subprocess
import sys
import tempfile
import threading
import time
from pathlib import Path

import psutil

ROOT = Path(__file__).resolve().parents[2]
sys.path.insert(0, str(ROOT))

from evol.sandbox import Call, Program, Sandbox  # noqa: E402

PROGRAM = Program("def double(values):\n    return [2 * value for value in values]\n", "double")
CALL = Call("[[1,2,3]]")


def jobs_a_second(seconds=4.0):
    with Sandbox() as sandbox:
        sandbox.run(PROGRAM, [CALL])
        began, count = time.perf_counter(), 0
        while time.perf_counter() - began < seconds:
            sandbox.run(PROGRAM, [CALL])
            count += 1
        single = count / (time.perf_counter() - began)
        began, count = time.perf_counter(), 0
        while time.perf_counter() - began < seconds:
            sandbox.run_batch([PROGRAM] * 8, [CALL])
            count += 8
        batched = count / (time.perf_counter() - began)
    namespace = {}
    exec(PROGRAM.source, namespace)
    began = time.perf_counter()
    for _ in range(200_000):
        namespace["double"]([1, 2, 3])
    return single, batched, 200_000 / (time.perf_counter() - began)


def tree_memory(process):
    """Proportional memory of a process and everything below it, in MiB; Ray's daemons are children of the driver."""
    total = 0
    for one in [process, *process.children(recursive=True)]:
        try:
            total += one.memory_full_info().pss
        except (psutil.NoSuchProcess, psutil.AccessDenied):
            continue
    return total / 2**20


def whole_run(recipe, accepted, folder):
    command = [sys.executable, "-m", "evol", "run", recipe, f"runs={folder}", f"target.accepted={accepted}", "name=bench"]
    began = time.perf_counter()
    with subprocess.Popen(command, cwd=ROOT, stdout=subprocess.DEVNULL, stderr=subprocess.PIPE, text=True) as run:
        watched, peak, proven = psutil.Process(run.pid), 0.0, []

        def listen():
            for line in run.stderr:
                if line.startswith("seeds:"):
                    proven.append(time.perf_counter())

        threading.Thread(target=listen, daemon=True).start()
        while run.poll() is None:
            peak = max(peak, tree_memory(watched))
            time.sleep(0.5)
    wall = time.perf_counter() - began
    if run.returncode:
        sys.exit(f"the run ended with code {run.returncode}")
    return (
        wall,
        time.perf_counter() - (proven[0] if proven else began),
        peak,
        json.loads((Path(folder) / "bench" / "manifest.json").read_text()),
    )


def main(words):
    options = {"accepted": "600", "recipe": "recipes/quickstart.yaml", **dict(word.split("=", 1) for word in words)}
    single, batched, bare = jobs_a_second()
    print(
        f"sandbox jobs a second, one worker: {single:.0f} single, {batched:.0f} batched by 8 ({batched / single:.1f} x single)"
    )
    print(f"  the same call with no sandbox: {bare:.0f} a second ({bare / batched:.0f} x batched)")
    with tempfile.TemporaryDirectory() as folder:
        wall, warm, peak, manifest = whole_run(options["recipe"], options["accepted"], folder)
    total = {}
    for row in manifest["methods"].values():
        for key, amount in row["cost"].items():
            total[key] = total.get(key, 0) + amount
    busy = total["propose_s"] + total["verify_s"]
    accepted = manifest["accepted"]
    print(
        f"run: {accepted} accepted in {wall:.1f} s ({accepted / wall:.1f} a second), warm {accepted / warm:.1f} a second, peak {peak:.0f} MiB"
    )
    print(
        f"workers: {total['jobs'] / busy:.0f} sandbox jobs a second and worker; {total['jobs'] / accepted:.1f} jobs an accepted task"
    )
    print(f"time: {total['candidate_cpu_s'] / busy:.0%} in candidates' code, {1 - total['candidate_cpu_s'] / busy:.0%} not "
          f"(sandbox waiting {total['sandbox_s'] / busy:.0%})")  # fmt: skip


if __name__ == "__main__":
    main(sys.argv[1:])

"""The same recipe gives the same bytes: one worker or four, undisturbed or killed at any moment and started again."""

import contextlib
import hashlib
import os
import random
import signal
import subprocess
import sys
import time
from pathlib import Path

import psutil
import pytest

ROOT = Path(__file__).resolve().parents[2]
ACCEPTED = 80


def command(folder: Path, workers: int) -> list[str]:
    settings = [f"runs={folder}", f"workers={workers}", f"target.accepted={ACCEPTED}", "rounds=2", "seed=5", "name=same"]
    return [sys.executable, "-m", "evol", "run", "recipes/quickstart.yaml", *settings]


def finish(folder: Path, workers: int) -> str:
    subprocess.run(
        command(folder, workers), cwd=ROOT, check=True, timeout=280, stderr=subprocess.DEVNULL, stdout=subprocess.DEVNULL
    )
    return digest(folder)


def digest(folder: Path) -> str:
    return hashlib.sha256((folder / "same" / "tasks.parquet").read_bytes()).hexdigest()


def killed(folder: Path, workers: int, after_s: float) -> bool:
    """Start a run and kill -9 its driver after a while; False when it ended before that."""
    with subprocess.Popen(command(folder, workers), cwd=ROOT, stderr=subprocess.DEVNULL, stdout=subprocess.DEVNULL) as run:
        try:
            run.wait(timeout=after_s)
            return False
        except subprocess.TimeoutExpired:
            children = psutil.Process(run.pid).children(recursive=True)
            os.kill(run.pid, signal.SIGKILL)
    _, alive = psutil.wait_procs(children, timeout=20)
    # A driver killed while Ray starts can leave daemons of Ray's own behind; nothing of ours may stay.
    ours = [
        title for p in alive if any(word in (title := _title(p)) for word in ("zygote.py", "ray::Proposer", "ray::Verifier"))
    ]
    for left in alive:
        with contextlib.suppress(psutil.Error):
            left.kill()
    assert ours == [], f"processes outlive the killed run: {ours}"
    return True


@pytest.mark.slow
@pytest.mark.timeout(2400)
def test_twenty_kills_and_any_number_of_workers_give_the_same_bytes(tmp_path: Path) -> None:
    reference = finish(tmp_path / "reference", workers=1)
    assert finish(tmp_path / "four", workers=4) == reference
    rng = random.Random(20)
    kills = chain = 0
    while kills < 20:
        chain += 1
        folder, workers = tmp_path / f"chain{chain}", rng.choice((1, 4))
        while kills < 20 and killed(folder, workers, rng.uniform(2.0, 14.0)):
            kills += 1
            workers = rng.choice((1, 4))
        assert finish(folder, workers) == reference, f"chain {chain} differs"


@pytest.mark.timeout(280)
def test_a_killed_worker_loses_nothing(tmp_path: Path) -> None:
    reference = finish(tmp_path / "reference", workers=2)
    folder = tmp_path / "hurt"
    with subprocess.Popen(command(folder, 2), cwd=ROOT, stderr=subprocess.DEVNULL, stdout=subprocess.DEVNULL) as run:
        hurt = 0
        deadline = time.monotonic() + 120
        while hurt < 3 and run.poll() is None and time.monotonic() < deadline:
            time.sleep(1.0)
            actors = [p for p in psutil.Process(run.pid).children(recursive=True) if _is_actor(p)]
            if len(actors) >= 4:
                random.Random(hurt).choice(actors).kill()
                hurt += 1
        assert run.wait(timeout=200) == 0
    assert hurt >= 1, "no actor was there to be killed"
    assert digest(folder) == reference


def _title(process: psutil.Process) -> str:
    try:
        return " ".join(process.cmdline())
    except psutil.Error:
        return ""


def _is_actor(process: psutil.Process) -> bool:
    title = _title(process)
    return title.startswith("ray::") and ("Proposer" in title or "Verifier" in title)


def test_a_finished_run_is_left_alone_and_another_recipe_is_refused(tmp_path: Path) -> None:
    small = [
        sys.executable,
        "-m",
        "evol",
        "run",
        "recipes/quickstart.yaml",
        f"runs={tmp_path}",
        "name=small",
        "workers=1",
        "rounds=1",
    ]
    first = subprocess.run([*small, "target.accepted=8"], cwd=ROOT, capture_output=True, text=True, timeout=200, check=False)
    assert first.returncode == 0, first.stderr
    before = {
        path.name: path.stat().st_mtime_ns
        for path in (tmp_path / "small").iterdir()
        if path.suffix in (".parquet", ".jsonl", ".html")
    }
    began = time.monotonic()
    again = subprocess.run([*small, "target.accepted=8"], cwd=ROOT, capture_output=True, text=True, timeout=200, check=False)
    assert again.returncode == 0 and "nothing to do" in again.stderr
    assert time.monotonic() - began < 30
    after = {
        path.name: path.stat().st_mtime_ns
        for path in (tmp_path / "small").iterdir()
        if path.suffix in (".parquet", ".jsonl", ".html")
    }
    assert after == before
    other = subprocess.run([*small, "target.accepted=9"], cwd=ROOT, capture_output=True, text=True, timeout=200, check=False)
    assert other.returncode == 2
    assert "target.accepted was 8, is 9" in other.stderr and len(other.stderr.strip().splitlines()) == 1

"""The command line as a person meets it: every command in a process of its own, and every mistake as one line and exit code 2."""

import json
import os
import shutil
import signal
import sqlite3
import subprocess
import sys
from contextlib import closing
from pathlib import Path

import pytest

from evol import __version__, method
from evol.recipe import load
from evol.seeds import shipped
from evol.store import SeedOutcome, Store

ROOT = Path(__file__).resolve().parents[2]
COMMANDS = ("run", "methods", "show", "stats", "schema")
FILES = ("tasks.parquet", "rejected.parquet", "rows.jsonl", "manifest.json", "README.md", "report.html")
METHODS = ("add_constraint", "compose", "deepen", "edge_case", "fuzz", "math_fusion", "misdirect", "remove_constraint")


def evol(*words, **environment):
    return subprocess.run(
        [sys.executable, "-m", "evol", *map(str, words)], check=False, cwd=ROOT, capture_output=True, text=True, timeout=250, stdin=subprocess.DEVNULL,
        env={**os.environ, "COLUMNS": "120", "PYTHONUTF8": "1", **environment},
    )  # fmt: skip


def refused(done):
    """The one line of a refused command."""
    assert done.returncode == 2, done.stderr
    assert "Traceback" not in done.stdout + done.stderr
    (line,) = done.stderr.splitlines()
    assert line.startswith("error: ") and len(line) > 20 and done.stdout == ""
    return line


# --- what works ----------------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize("encoding", ["utf-8", "ascii"])
def test_methods_lists_all_without_a_terminal(encoding):
    done = evol("methods", PYTHONIOENCODING=encoding, TERM="dumb")
    assert (done.returncode, done.stderr) == (0, "")
    assert set(METHODS) <= set(method.names())
    first = [line.split()[1] for line in done.stdout.splitlines() if len(line.split()) > 2 and not line[0].isalnum()]
    assert [name for name in METHODS if first.count(name) != 1] == []
    assert "Common contract: at least 5 different cases" in done.stdout


def test_schema_is_json_and_describes_every_key():
    done = evol("schema")
    schema = json.loads(done.stdout)
    objects = {"Recipe": schema, **schema["$defs"]}
    assert objects.keys() == {"Recipe", "SeedSource", "Target"}
    blank = [
        f"{owner}.{key}"
        for owner, part in objects.items()
        for key, about in part["properties"].items()
        if not about.get("description")
    ]
    assert blank == [] and all(part["additionalProperties"] is False for part in objects.values())


@pytest.mark.parametrize("command", COMMANDS)
def test_help_shows_an_example(command):
    done = evol(command, "--help")
    assert done.returncode == 0
    assert f"Example: python -m evol {command}" in " ".join(done.stdout.split())


def test_no_words_show_the_commands():
    done = evol()
    assert all(name in done.stdout + done.stderr for name in COMMANDS) and "Traceback" not in done.stderr


def test_dry_run_prints_a_plan_and_leaves_nothing(tmp_path):
    done = evol(
        "run", "recipes/quickstart.yaml", f"runs={tmp_path / 'runs'}", "target.accepted=80", "workers=3", "--dry-run"
    )
    assert (done.returncode, done.stderr) == (0, "")
    assert (
        "80 accepted tasks in 2 round(s)" in done.stdout
        and "3 worker pair(s)" in done.stdout
        and "estimate: about" in done.stdout
    )
    counts = {line.split()[0]: int(line.split()[1]) for line in done.stdout.splitlines() if line.startswith("  ")}
    assert counts.keys() == set(METHODS) and sum(counts.values()) == 80
    assert list(tmp_path.iterdir()) == []


# --- mistakes ------------------------------------------------------------------------------------------------------------------

RECIPE = "name: small\nmethods: [fuzz]\n"
MISTAKES = {
    "no recipe": ("", ["run", "{tmp}/no.yaml"], ["does not exist", "recipes/"]),
    "a folder": ("", ["run", "{tmp}"], ["cannot read recipe"]),
    "not YAML": ("methods: [", ["run", "{recipe}"], ["is not YAML"]),
    "no mapping": ("- a\n- b\n", ["run", "{recipe}"], ["must be a mapping"]),
    "no methods": ("seed: 1\n", ["run", "{recipe}"], ["methods is missing"]),
    "unknown key": (RECIPE + "filers: []\n", ["run", "{recipe}"], ["unknown key filers", "did you mean 'filters'"]),
    "unknown key in target": (RECIPE + "target: {acepted: 3}\n", ["run", "{recipe}"], ["target.acepted", "did you mean 'accepted'"]),
    "unknown key in seeds": (RECIPE + "seeds: [{source: shipped, limitt: 3}]\n", ["run", "{recipe}"], ["limitt", "did you mean 'limit'"]),
    "unknown source": (RECIPE + "seeds: [{source: shiped}]\n", ["run", "{recipe}"], ["seeds.0.source", "shipped"]),
    "unknown method": ("methods: [fuz]\n", ["run", "{recipe}"], ["unknown method 'fuz'", "did you mean 'fuzz'"]),
    "unknown engine": (RECIPE + "engine: progam\n", ["run", "{recipe}"], ["unknown engine 'progam'", "did you mean 'program'"]),
    "unknown filter": (RECIPE + "filters: [verfy]\n", ["run", "{recipe}"], ["unknown filter 'verfy'", "did you mean 'verify'"]),
    "override with no value": (RECIPE, ["run", "{recipe}", "rounds"], ["'rounds' is not key=value", "for example"]),
    "override of a wrong type": (RECIPE, ["run", "{recipe}", "rounds=many"], ["rounds", "'many'"]),
    "override of an unknown key": (RECIPE, ["run", "{recipe}", "target.acepted=9"], ["did you mean 'accepted'"]),
    "dry run of a mistake": ("methods: [fuz]\n", ["run", "{recipe}", "--dry-run"], ["did you mean 'fuzz'"]),
    "no seeds file": (RECIPE + "seeds: [{source: file, path: '{tmp}/no.jsonl', licence: MIT}]\n", ["run", "{recipe}"], ["no.jsonl does not exist"]),
    "empty seeds file": (RECIPE + "seeds: [{source: file, path: '{tmp}/empty.jsonl', licence: MIT}]\n", ["run", "{recipe}"], ["the seeds are empty", "empty.jsonl"]),
    "no licence": (RECIPE + "seeds: [{source: file, path: '{tmp}/broken.jsonl'}]\n", ["run", "{recipe}"], ["licence", "broken.jsonl"]),
    "unknown role": (RECIPE + "seeds: [{source: file, path: '{tmp}/broken.jsonl', licence: MIT, columns: {promt: q}}]\n", ["run", "{recipe}"], ["did you mean 'prompt'"]),
    "run folder under a file": (RECIPE, ["run", "{recipe}", "runs={tmp}/empty.jsonl/runs"], ["cannot write to", "empty.jsonl"]),
    "run folder of another recipe": ("name: held\nmethods: [fuzz]\nseed: 2\n", ["run", "{recipe}"], ["another recipe", "seed was 1, is 2", "name="]),
    "run folder that is no ledger": ("name: spoilt\nmethods: [fuzz]\n", ["run", "{recipe}"], ["ledger.sqlite cannot be used", "name="]),
    "show of an unknown id": ("", ["show", "{tmp}/runs/held", "te-0123456789abcdef"], ["no task te-0123456789abcdef", "tasks.parquet"]),
    "show of no run": ("", ["show", "{tmp}", "te-0123456789abcdef"], ["is not a run folder", "make evolve"]),
    "stats of no run": ("", ["stats", "{tmp}"], ["is not a run folder", "make evolve"]),
    "stats of nothing": ("", ["stats", "{tmp}/none"], ["is not a run folder", "make evolve"]),
    "stats of a file": ("", ["stats", "{tmp}/empty.jsonl"], ["is not a run folder"]),
    "stats of a spoilt ledger": ("", ["stats", "{tmp}/runs/spoilt"], ["ledger.sqlite cannot be read"]),
    "unknown command": ("", ["evolve"], ["evolve"]),
    "unknown option": (RECIPE, ["run", "{recipe}", "--quite"], ["--quite"]),
    "no argument": ("", ["run"], ["path"]),
    "no task id": ("", ["show", "{tmp}/runs/held"], ["task_id"]),
}  # fmt: skip


@pytest.fixture(scope="module")
def place(tmp_path_factory):
    """A folder with an empty and a broken seeds file, a run folder that belongs to `held` with seed 1, and one whose ledger is no database."""
    tmp = tmp_path_factory.mktemp("main")
    (tmp / "empty.jsonl").write_text("")
    (tmp / "broken.jsonl").write_text('not JSON\n[1]\n{"prompt": "Nothing else."}\n')
    (tmp / "held.yaml").write_text("name: held\nmethods: [fuzz]\nseed: 1\n")
    store = Store(load(str(tmp / "held.yaml"), [f"runs={tmp / 'runs'}"]), __version__)
    store.put_seeds([SeedOutcome(task.origin, "proven", task=task) for task in shipped()[:3]])
    store.close()
    (tmp / "runs" / "spoilt").mkdir()
    (tmp / "runs" / "spoilt" / "ledger.sqlite").write_text("no database " * 99)
    return tmp


@pytest.mark.parametrize("name", MISTAKES)
def test_a_mistake_is_one_line_and_exit_code_2(name, place):
    text, words, hints = MISTAKES[name]
    recipe = place / f"{name.replace(' ', '_')}.yaml"
    recipe.write_text(text.replace("{tmp}", str(place)))
    filled = [word.replace("{tmp}", str(place)).replace("{recipe}", str(recipe)) for word in words]
    before = sorted(path.name for path in (place / "runs").iterdir())
    if filled[0] == "run" and len(filled) > 1 and not any(word.startswith("runs=") for word in filled):
        filled.append(f"runs={place / 'runs'}")
    line = refused(evol(*filled))
    assert [hint for hint in hints if hint not in line] == []
    assert sorted(path.name for path in (place / "runs").iterdir()) == before, "a refused recipe left a run folder"


def test_seeds_that_are_all_broken(place, tmp_path):
    source = f"seeds=[{{source: file, path: '{place / 'broken.jsonl'}', licence: MIT}}]"
    done = evol("run", place / "held.yaml", f"runs={tmp_path}", source, "workers=1", "--quiet")
    assert "no seed is left: broken.jsonl/1: broken_row" in refused(done)


def test_show_and_stats_of_a_run_that_has_just_begun(place):
    task = shipped()[1]
    shown = evol("show", place / "runs" / "held", task.task_id)
    assert shown.returncode == 0, shown.stderr
    assert f"task {task.task_id}" in shown.stdout and task.origin in shown.stdout and task.canonical_solution in shown.stdout
    counted = evol("stats", place / "runs" / "held")
    assert counted.returncode == 0, counted.stderr
    assert "held: 0 of 1000 accepted, 0 rejected" in counted.stdout and "seeds: 3 proven, 0 left out" in counted.stdout


# --- a run that is cut short -----------------------------------------------------------------------------------------------------


def test_an_interrupt_says_that_the_same_command_goes_on(tmp_path):
    words = ["run", "recipes/quickstart.yaml", f"runs={tmp_path}", "workers=1", "target.accepted=400"]
    command = [sys.executable, "-m", "evol", *words]
    with subprocess.Popen(
        command, cwd=ROOT, stderr=subprocess.PIPE, stdout=subprocess.DEVNULL, text=True, start_new_session=True
    ) as run:
        assert run.stderr is not None
        while "seeds: " not in (line := run.stderr.readline()):
            assert line, "the run ended by itself"
        os.killpg(run.pid, signal.SIGINT)  # as a terminal does: to all in the foreground
        rest = run.stderr.read()
        assert run.wait(timeout=60) == 130, rest
    assert "Traceback" not in rest
    assert rest.splitlines()[-1:] == ["interrupted; the same command goes on from here"]


@pytest.fixture
def small_disk(tmp_path):
    """A tmpfs of 8 MB to be resized by a function; skips where this user may not mount one."""
    disk = tmp_path / "disk"
    disk.mkdir()
    made = (
        shutil.which("mount")
        and os.geteuid() == 0
        and subprocess.run(["mount", "-t", "tmpfs", "-o", "size=8M", "tmpfs", disk], check=False, capture_output=True)
    )
    if not made or made.returncode:
        pytest.skip("mounting a tmpfs needs root")
    try:
        yield disk, lambda size: subprocess.run(["mount", "-o", f"remount,size={size}", disk], check=True)
    finally:
        subprocess.run(["umount", "-l", disk], check=True)


def ledger(disk):
    with closing(sqlite3.connect(disk / "quickstart" / "ledger.sqlite")) as db:
        return db.execute("select * from candidates order by sequence").fetchall()


# The first fills up while candidates come in, the second while the finished run is written out.
@pytest.mark.parametrize("size", ["440k", pytest.param("560k", marks=pytest.mark.slow)])
def test_a_full_disk_is_one_line_and_the_same_command_goes_on(size, small_disk):
    disk, resize = small_disk
    settings = ["target.accepted=36", "rounds=1", "workers=2", "seeds=[{source: shipped, limit: 40}]"]
    command = ["run", "recipes/quickstart.yaml", f"runs={disk}", *settings]
    resize(size)
    done = evol(*command, "--quiet")
    assert "cannot write to" in refused(done) and "free some space and run the same command again" in done.stderr
    resize("64M")
    before = ledger(disk)
    done = evol(*command)
    assert done.returncode == 0, done.stderr
    assert [name for name in FILES if not (disk / "quickstart" / name).exists()] == []
    after = ledger(disk)
    assert after[: len(before)] == before and sum(row[4] == "accepted" for row in after) == 36
    assert len((disk / "quickstart" / "rows.jsonl").read_text().splitlines()) == 36

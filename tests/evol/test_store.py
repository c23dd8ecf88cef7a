"""store: rows exactly once, whatever stops the run; files that give the tasks back; one line for every broken folder."""

import json
import os
import signal
import sqlite3
import subprocess
import sys
from pathlib import Path

import pyarrow as pa
import pyarrow.parquet as pq
import pytest

from evol.errors import UserError
from evol.recipe import Recipe
from evol.store import TASK_SCHEMA, Outcome, SeedOutcome, Store, read_tasks
from evol.task import Case, Lineage, Task

ROOT = Path(__file__).parents[2]
NAN = float("nan")


def recipe(folder, **changes):
    return Recipe(**{"name": "r", "methods": {"fuzz": 1.0}, "runs": str(folder), **changes})


def task(number=0, **changes):
    whole = {
        "prompt": f"Task {number}",
        "entry_point": "f",
        "canonical_solution": "def f(x): return x",
        "cases": (Case.of([number], number),),
    }
    return Task(**{**whole, **changes})


def outcome(number, status="accepted", **changes):
    return Outcome(number, 1, "fuzz", number, status, task=task(number), **changes)


@pytest.fixture
def open_store(tmp_path):
    opened = []

    def make(version="1", **changes):
        opened.append(Store(recipe(changes.pop("folder", tmp_path), **changes), version))
        return opened[-1]

    yield make
    for store in opened:
        store.close()


def one_line(caught):
    assert "\n" not in str(caught.value)
    return str(caught.value)


WIDE = task(
    prompt="Ünï \U0001f600\u2028\n```python\nx\0```",
    cases=(
        Case.of([(1, (2,)), {3, "a"}, frozenset({b"\xff"}), bytearray(b"x")], {(1,): [None]}, kind="huge", kwargs={"key": {1: 2}}),
        Case.of([1j, NAN, float("inf"), -0.0, 10**4000, -(2**64)], complex(NAN, -0.0)), Case.of(["\ud800", "a\udfff\x00"], "\udc00\ud800", kind="unicode"),
        Case.from_text("[]", raises="ValueError"), Case(args="[]", expected="[2,1]", comparator="unordered"),
        Case(args="[]", expected="0.1", comparator="approx", rel_tol=0.125, abs_tol=1e-300),
    ),
    parts=("g", "h"), shown_program="def g(): …", second_solution="2", failing_program="3", failing_entry_point="g", licence="MIT; CC-BY-4.0",
    attribution="A; Bé", origin="o",
    lineage=Lineage(method="compose", engine="program", round=2, parents=("te-1", "te-2"), seeds=("s1", "s2"), rng_seed=2**63 - 1, prompt_hash="ab", detail="d"),
)  # fmt: skip


# --- ledger --------------------------------------------------------------------------------------------------------------------


def test_what_is_committed_comes_back_in_order_also_after_reopening(open_store):
    store = open_store()
    rows = [
        outcome(1), outcome(2, "rejected", reason="dull", detail="why é", parent="te-0"), Outcome(3, 2, "compose", 7, "rejected", "no_child"),
        Outcome(4, 1, "fuzz", 4, "accepted", task=WIDE),
    ]  # fmt: skip
    store.commit(rows[2:])
    store.commit(rows[:2])
    assert list(store.outcomes()) == rows
    assert list(store.outcomes("accepted")) == [rows[0], rows[3]] and list(store.outcomes("rejected")) == rows[1:3]
    store.close()
    assert list(open_store().outcomes()) == rows


def test_seeds_and_notes_come_back(open_store):
    store = open_store()
    seeds = [
        SeedOutcome("a", "proven", task=WIDE),
        SeedOutcome("b", "refused", "no_tests", "none"),
        SeedOutcome("c", "refused", task=task()),
    ]
    assert store.seeds() == [] and store.get("leg") is None
    store.put_seeds(seeds)
    store.put("leg", "1")
    store.put("leg", "2")
    store.close()
    again = open_store()
    assert again.seeds() == seeds and again.get("leg") == "2"
    assert Store.peek(again.folder, "leg") == "2"


@pytest.mark.parametrize(
    "bad", [[outcome(2), outcome(3), outcome(2)], [outcome(2), outcome(1)]], ids=["twice in one", "there already"]
)
def test_a_batch_is_kept_whole_or_not_at_all(bad, open_store):
    store = open_store()
    store.commit([outcome(1)])
    with pytest.raises((sqlite3.IntegrityError, UserError)):
        store.commit(bad)
    assert [o.sequence for o in store.outcomes()] == [1]
    store.commit([outcome(2)])  # and the ledger goes on
    assert [o.sequence for o in store.outcomes()] == [1, 2]


@pytest.mark.parametrize("field", ["reason", "detail", "parent"])
def test_text_that_is_no_utf8_is_data_and_never_a_crash(field, open_store):
    store = open_store()
    store.commit([outcome(1, "rejected", **{field: "a\ud800b"})])
    store.put_seeds([SeedOutcome("s", "refused", "r", "\udfff")])
    (kept,) = store.outcomes()
    assert getattr(kept, field).startswith("a") and getattr(kept, field).endswith("b")
    store.export()
    assert pq.read_table(store.folder / "rejected.parquet").num_rows == 1


KILLED = """
import os, signal, sys
from evol.recipe import Recipe
from evol.store import Outcome, Store
store = Store(Recipe(name="r", methods={"fuzz": 1.0}, runs=sys.argv[1]), "1")
rows = [Outcome(n, 1, "fuzz", n, "rejected", "r" * 1000) for n in range(40)]
store.commit(rows[:10])
store.commit(rows[10:20])
class Deadly(list):
    def __iter__(self):
        yield from list.__iter__(self)
        os.kill(os.getpid(), signal.SIGKILL)
store._insert("insert into candidates values (?, ?, ?, ?, ?, ?, ?, ?, ?)", Deadly([(n, 1, "fuzz", n, "rejected", "", "", "", None) for n in range(20, 40)]))
"""


def test_a_run_killed_inside_a_transaction_resumes_after_the_last_whole_one(tmp_path, open_store):
    done = subprocess.run([sys.executable, "-c", KILLED, str(tmp_path)], cwd=ROOT, capture_output=True, check=False)
    assert done.returncode == -signal.SIGKILL, done.stderr
    store = open_store()
    assert [o.sequence for o in store.outcomes()] == list(range(20))
    store.commit([outcome(20)])
    assert len(list(store.outcomes())) == 21


# --- whose folder --------------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("change", "names"),
    [
        ({"seed": 5}, ["seed was 0, is 5"]), ({"methods": {"fuzz": 2.0}}, ["methods.fuzz was 1.0, is 2.0"]), ({"methods": {"fuzz": 1.0, "compose": 1.0}}, ["methods.compose was None, is 1.0"]),
        ({"target": {"accepted": 3}, "rounds": 4}, ["target.accepted was 1000, is 3", "rounds was 2, is 4"]), ({"version": "2"}, ["version of targeted-evol was '1', is '2'"]),
    ],
    ids=str,
)  # fmt: skip
def test_another_recipe_is_refused_with_what_differs(change, names, open_store):
    store = open_store()
    store.commit([outcome(1)])
    store.close()
    with pytest.raises(UserError, match="another recipe") as caught:
        open_store(**change)
    assert all(name in one_line(caught) for name in names) and "name=" in str(caught.value)
    assert [o.sequence for o in open_store().outcomes()] == [1]


def test_the_machines_own_keys_may_change(open_store):
    open_store().close()
    assert open_store(workers=9, address="x").get("version") == "1"


@pytest.mark.parametrize(
    "content", [b"garbage" * 1000, b"SQLite format 3\0" + b"\xff" * 5000], ids=["garbage", "header only"]
)
def test_a_broken_ledger_is_one_line(content, tmp_path, open_store):
    (tmp_path / "r").mkdir()
    (tmp_path / "r" / "ledger.sqlite").write_bytes(content)
    with pytest.raises(UserError, match=r"ledger\.sqlite") as caught:
        open_store()
    one_line(caught)
    with pytest.raises(UserError, match=r"ledger\.sqlite"):
        Store.peek(tmp_path / "r", "version")
    assert (tmp_path / "r" / "ledger.sqlite").read_bytes() == content


def test_a_ledger_broken_in_the_middle_is_one_line(tmp_path, open_store):
    store = open_store()
    store.commit([outcome(n, detail="d" * 3000) for n in range(60)])
    store.close()
    path = tmp_path / "r" / "ledger.sqlite"
    whole = path.read_bytes()
    path.write_bytes(whole[: 5 * 4096] + b"\xaa" * (len(whole) - 5 * 4096))
    with pytest.raises(UserError, match="ledger") as caught:
        list(open_store().outcomes())
    one_line(caught)


@pytest.mark.parametrize("what", ["folder is a file", "ledger is a folder", "runs is a file"])
def test_a_place_that_cannot_hold_a_run_is_one_line(what, tmp_path, open_store):
    if what == "folder is a file":
        (tmp_path / "r").write_text("")
    elif what == "ledger is a folder":
        (tmp_path / "r" / "ledger.sqlite").mkdir(parents=True)
    else:
        (tmp_path / "runs").write_text("")
    with pytest.raises(UserError, match="cannot write to") as caught:
        open_store(**({"folder": tmp_path / "runs"} if what == "runs is a file" else {}))
    one_line(caught)


def test_peek_reads_only(tmp_path):
    (tmp_path / "empty").mkdir()
    for folder in (tmp_path / "empty", tmp_path / "none"):
        with pytest.raises(UserError):
            Store.peek(folder, "version")
    assert os.listdir(tmp_path / "empty") == [] and not (tmp_path / "none").exists()


# --- files ---------------------------------------------------------------------------------------------------------------------


def test_export_and_read_give_the_tasks_back(open_store):
    store = open_store()
    tasks = [task(1), WIDE, task(2, prompt="p" * 50_000)]
    store.commit(
        [Outcome(n, 1, "fuzz", n, "accepted", task=one) for n, one in enumerate(tasks)]
        + [outcome(9, "rejected", reason="dull"), Outcome(10, 1, "fuzz", 10, "rejected", "none")]
    )
    store.export()
    again = read_tasks(store.folder / "tasks.parquet")
    assert again == tasks and [one.task_id for one in again] == [one.task_id for one in tasks]
    assert [repr(one.cases[0].arguments()) for one in again] == [repr(one.cases[0].arguments()) for one in tasks]
    table = pq.read_table(store.folder / "tasks.parquet")
    assert table.schema.equals(TASK_SCHEMA) and table["task_id"].to_pylist() == [one.task_id for one in tasks]
    assert table["seeds"].to_pylist()[1] == ["s1", "s2"] and table["edge_kinds"].to_pylist()[1] == ["unicode", "huge"]
    rejected = pq.read_table(store.folder / "rejected.parquet").to_pylist()
    assert [(row["sequence"], row["reason"], row["prompt"]) for row in rejected] == [
        (9, "dull", "Task 9"),
        (10, "none", None),
    ]
    rows = [json.loads(line) for line in (store.folder / "rows.jsonl").read_text(encoding="utf-8").split("\n")[:-1]]
    assert [(row["task_id"], row["prompt"]) for row in rows] == [(one.task_id, one.prompt) for one in tasks]


def test_a_run_without_a_single_task_exports_too(open_store):
    store = open_store()
    store.export()
    assert read_tasks(store.folder / "tasks.parquet") == []
    assert pq.read_table(store.folder / "tasks.parquet").schema.equals(TASK_SCHEMA)
    assert (store.folder / "rows.jsonl").read_bytes() == b""


def test_the_same_ledger_gives_the_same_bytes(tmp_path, open_store):
    written = []
    for name in ("one", "two"):
        store = open_store(folder=tmp_path / name)
        for n, one in enumerate([task(1), WIDE]):
            store.commit([Outcome(n, 1, "fuzz", n, "accepted", task=one)])
        store.export()
        written.append([(store.folder / file).read_bytes() for file in ("tasks.parquet", "rejected.parquet", "rows.jsonl")])
    assert written[0] == written[1]


def test_a_file_that_fails_half_way_leaves_the_old_one(open_store):
    store = open_store()
    store.write("a.txt", lambda path: path.write_text("old"))

    def fails(path):
        path.write_text("half")
        raise OSError(28, "No space left on device")

    with pytest.raises(UserError, match="free some space") as caught:
        store.write("a.txt", fails)
    one_line(caught)
    assert (store.folder / "a.txt").read_text() == "old" and [
        p.name for p in store.folder.iterdir() if "part" in p.name
    ] == []


@pytest.mark.parametrize("content", [None, b"", b"PAR1 nonsense PAR1", "folder", "other columns"], ids=str)
def test_what_is_no_tasks_file_is_one_line(content, tmp_path):
    path = tmp_path / "tasks.parquet"
    if content == "folder":
        path.mkdir()
    elif content == "other columns":
        pq.write_table(pa.table({"a": [1]}), path)
    elif content is not None:
        path.write_bytes(content)
    with pytest.raises(UserError, match=r"tasks\.parquet") as caught:
        read_tasks(path)
    one_line(caught)


# --- a full disk ---------------------------------------------------------------------------------------------------------------


def fill(store):
    """Commit batches until the disk is full; how many were taken."""
    taken = 0
    with pytest.raises(UserError, match="cannot write to") as caught:
        for n in range(0, 40_000, 20):
            store.commit([Outcome(n + k, 1, "fuzz", n + k, "rejected", "r", "d" * 500) for k in range(20)])
            taken += 20
    assert "free some space" in one_line(caught) and taken > 0
    return taken


@pytest.fixture
def small_disk(tmp_path):
    folder = tmp_path / "disk"
    folder.mkdir()
    mounted = sys.platform == "linux" and os.geteuid() == 0
    if (
        not mounted
        or subprocess.run(
            ["mount", "-t", "tmpfs", "-o", "size=1m", "tmpfs", folder], capture_output=True, check=False
        ).returncode
    ):
        pytest.skip("needs root and the right to mount a small tmpfs")
    yield folder
    subprocess.run(["umount", "-l", folder], check=True)


def test_a_full_disk_is_one_line_and_loses_nothing(small_disk):
    ballast = small_disk / "ballast"
    ballast.write_bytes(bytes(300_000))
    store = Store(recipe(small_disk), "1")
    taken = fill(store)
    store.close()
    ballast.unlink()
    again = Store(recipe(small_disk), "1")
    assert [o.sequence for o in again.outcomes()] == list(range(taken))
    again.commit([outcome(taken)])
    assert len(list(again.outcomes())) == taken + 1
    again.close()


def test_a_full_disk_at_export_is_one_line_and_the_ledger_stays(small_disk):
    store = Store(recipe(small_disk), "1")
    store.commit([outcome(n, detail="d") for n in range(50)])
    with pytest.raises(OSError, match="No space"):
        (small_disk / "ballast").write_bytes(bytes(2_000_000))
    with pytest.raises(UserError, match="free some space") as caught:
        store.export()
    one_line(caught)
    (small_disk / "ballast").unlink()
    store.export()
    assert len(read_tasks(store.folder / "tasks.parquet")) == 50
    store.close()


def test_no_room_for_a_new_run_is_one_line(small_disk):
    with pytest.raises(OSError, match="No space"):
        (small_disk / "ballast").write_bytes(bytes(2_000_000))
    with pytest.raises(UserError, match="free some space") as caught:
        Store(recipe(small_disk), "1")
    one_line(caught)


LIMITED = """
import resource, sys
from evol.errors import UserError
from evol.recipe import Recipe
from evol.store import Outcome, Store
resource.setrlimit(resource.RLIMIT_FSIZE, (300_000, 300_000))
store = Store(Recipe(name="r", methods={"fuzz": 1.0}, runs=sys.argv[1]), "1")
try:
    for n in range(100_000):
        store.commit([Outcome(n, 1, "fuzz", n, "rejected", "r", "d" * 500)])
except UserError as error:
    print(n, error, sep="|")
"""


def test_a_file_size_limit_is_one_line_and_loses_nothing(tmp_path, open_store):
    done = subprocess.run(
        [sys.executable, "-c", LIMITED, str(tmp_path)], cwd=ROOT, capture_output=True, text=True, check=False
    )
    taken, _, message = done.stdout.partition("|")
    assert done.returncode == 0 and int(taken) > 10, done.stderr
    assert message.startswith("cannot write to") and message.count("\n") == 1
    assert [o.sequence for o in open_store().outcomes()] == list(range(int(taken)))

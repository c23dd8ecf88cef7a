"""One small run on real Ray, and everything it leaves in its folder: tasks, rejects, rows, manifest, card, report, lineage."""

import json
import os
import re
import shutil
import sqlite3
import subprocess
import sys
from collections import Counter
from contextlib import closing
from html.parser import HTMLParser
from pathlib import Path

import pyarrow as pa
import pyarrow.parquet as pq
import pytest
import yaml

from evol import method
from evol.store import read_tasks
from evol.task import Task

ROOT = Path(__file__).resolve().parents[2]
ACCEPTED = 60
COLUMNS = (
    "task_id",
    "prompt",
    "entry_point",
    "canonical_solution",
    "cases",
    "method",
    "round",
    "parents",
    "seeds",
    "edge_kinds",
    "licence",
)
FILES = ("tasks.parquet", "rejected.parquet", "rows.jsonl", "manifest.json", "README.md", "report.html")


def evol(*words):
    return subprocess.run(
        [sys.executable, "-m", "evol", *map(str, words)], check=False, cwd=ROOT, capture_output=True, text=True, timeout=280
    )


def quickstart(runs):
    return ["run", "recipes/quickstart.yaml", f"runs={runs}", f"target.accepted={ACCEPTED}", "workers=2", "rounds=2"]


@pytest.fixture(scope="module")
def folder(tmp_path_factory):
    """The folder of one finished run."""
    runs = tmp_path_factory.mktemp("runs")
    done = evol(*quickstart(runs))
    assert done.returncode == 0, done.stderr
    assert done.stdout.strip() == str(runs / "quickstart")
    return runs / "quickstart"


@pytest.fixture(scope="module")
def tasks(folder):
    return pq.read_table(folder / "tasks.parquet").to_pylist()


@pytest.fixture(scope="module")
def manifest(folder):
    return json.loads((folder / "manifest.json").read_text(encoding="utf-8"))


@pytest.fixture(scope="module")
def known(folder):
    """Every task of the ledger, seeds and candidates, by id, read without the store."""
    with closing(sqlite3.connect(folder / "ledger.sqlite")) as db:
        texts = db.execute(
            "select task from seeds union all select task from candidates where status = 'accepted'"
        ).fetchall()
    return {task.task_id: task for task in (Task.model_validate_json(text) for (text,) in texts if text)}


# --- tasks -----------------------------------------------------------------------------------------------------------------------


def test_the_folder_holds_the_files_and_nothing_half_written(folder):
    assert {path.name for path in folder.iterdir()} - {"ledger.sqlite-wal", "ledger.sqlite-shm"} == {*FILES, "ledger.sqlite"}


def test_exactly_as_many_tasks_as_wanted_each_once(tasks):
    assert len(tasks) == ACCEPTED
    assert set(COLUMNS) <= tasks[0].keys()
    assert len({task["task_id"] for task in tasks}) == len({task["prompt"] for task in tasks}) == ACCEPTED
    assert [task["task_id"] for task in tasks if not re.fullmatch("te-[0-9a-f]{16}", task["task_id"])] == []


def test_every_row_is_filled(tasks):
    for task in tasks:
        assert all(task[key] for key in COLUMNS if key != "edge_kinds"), task["task_id"]
        assert len(task["cases"]) >= 5 and task["round"] in (1, 2) and task["licence"] == "Apache-2.0"
        assert re.search(rf"^def {task['entry_point']}\(", task["canonical_solution"], re.MULTILINE)
        assert set(task["edge_kinds"]) == {case["kind"] for case in task["cases"]} - {"ordinary"}
        assert task["attribution"] and task["engine"] == "program"


def test_tasks_read_back_have_the_ids_they_had(folder, tasks, known):
    again = read_tasks(folder / "tasks.parquet")
    assert [task.task_id for task in again] == [task["task_id"] for task in tasks]
    assert all(known[task.task_id].cases == task.cases and known[task.task_id].lineage == task.lineage for task in again)


def test_lineage_reaches_seeds_through_parents_in_the_ledger(tasks, known):
    def origins(task_id, depth=0):
        task = known[task_id]  # a KeyError is a parent that the ledger does not hold
        assert depth <= 2
        if not task.lineage.parents:
            assert task.lineage.method == "seed" and task.lineage.round == 0
            return {task.origin}
        assert all(known[parent].lineage.round < task.lineage.round for parent in task.lineage.parents)
        return set().union(*(origins(parent, depth + 1) for parent in task.lineage.parents))

    for task in tasks:
        assert task["parents"] and origins(task["task_id"]) == set(task["seeds"])
        assert all(origin.startswith("shipped/") for origin in task["seeds"])
        joined = len(task["parts"]) if task["method"] in ("compose", "deepen") else 1
        assert len(set(task["parents"])) == len(task["parents"]) == joined


def test_later_rounds_evolve_children_of_earlier_ones(tasks):
    ids = {task["task_id"]: task["round"] for task in tasks}
    assert Counter(ids.values()).keys() == {1, 2}
    assert any(parent in ids for task in tasks if task["round"] == 2 for parent in task["parents"])


# --- rejects, rows, manifest -------------------------------------------------------------------------------------------------------


def test_every_reject_has_a_reason_and_every_attempt_is_somewhere(folder, manifest, tasks):
    rejected = pq.read_table(folder / "rejected.parquet").to_pylist()
    assert rejected and all(re.fullmatch("[a-z_]+", row["reason"]) for row in rejected)
    assert "internal_error" not in {row["reason"] for row in rejected}, [
        row["detail"] for row in rejected if row["reason"] == "internal_error"
    ]
    assert len(rejected) + len(tasks) == sum(row["attempts"] for row in manifest["methods"].values())
    assert manifest["rejected"] == len(rejected)
    assert manifest["reasons"] == Counter(row["reason"] for row in rejected)


def test_the_manifest_counts_what_the_files_hold(folder, manifest, tasks):
    rejected = pq.read_table(folder / "rejected.parquet").to_pylist()
    assert manifest["accepted"] == manifest["target"] == ACCEPTED
    for name, row in manifest["methods"].items():
        refused = Counter(reject["reason"] for reject in rejected if reject["method"] == name)
        accepted = sum(task["method"] == name for task in tasks)
        assert (row["accepted"], row["reasons"], row["attempts"]) == (accepted, refused, accepted + refused.total())
        assert row["accepted"] <= row["candidates"] <= row["attempts"] and row["yield"] == pytest.approx(
            accepted / row["attempts"], abs=1e-3
        )
        assert row["targets"] == list(method.load(name).targets)
    assert sum(row["wanted"] for row in manifest["methods"].values()) == ACCEPTED
    assert manifest["depth"] == {
        str(number): count for number, count in sorted(Counter(task["round"] for task in tasks).items())
    }
    assert manifest["edge_kinds"] == Counter(kind for task in tasks for kind in task["edge_kinds"])
    assert (
        manifest["seconds"] > 0
        and manifest["seeds"]["refused"] == []
        and re.fullmatch("[0-9a-f]{64}", manifest["fingerprint"])
    )
    assert manifest["recipe"]["target"]["accepted"] == ACCEPTED and manifest["recipe"]["workers"] == 2


def test_rows_load_with_datasets_offline(folder, tasks, tmp_path):
    code = (
        "import datasets, json, sys\n"
        "rows = datasets.load_dataset('json', data_files=sys.argv[1], split='train')\n"
        "print(json.dumps([rows.column_names, rows.to_list()]))\n"
    )
    environment = {
        **os.environ,
        "HF_HUB_OFFLINE": "1",
        "HF_DATASETS_OFFLINE": "1",
        "HF_HOME": str(tmp_path),
        "HF_DATASETS_CACHE": str(tmp_path / "cache"),
    }
    done = subprocess.run(
        [sys.executable, "-c", code, folder / "rows.jsonl"],
        capture_output=True,
        text=True,
        timeout=120,
        env=environment,
        check=True,
    )
    columns, rows = json.loads(done.stdout)
    assert {"task_id", "prompt", "completion", "kind", "licence", "method"} <= set(columns)
    assert [(row["task_id"], row["prompt"]) for row in rows] == [(task["task_id"], task["prompt"]) for task in tasks]
    for row, task in zip(rows, tasks, strict=True):
        assert row["completion"] == f"```python\n{task['canonical_solution'].strip()}\n```\n"


# --- card and report ---------------------------------------------------------------------------------------------------------------


def test_the_card_begins_with_front_matter_and_names_licences(folder, manifest):
    text = (folder / "README.md").read_text(encoding="utf-8")
    empty, front, body = text.split("---\n", 2)
    matter = yaml.safe_load(front)
    assert empty == "" and matter["license"] and matter["configs"][0]["data_files"] == "rows.jsonl"
    licences = body[body.index("## Licences") :]
    assert f"| Apache-2.0 | targeted-evol shipped seeds | {ACCEPTED} |" in licences
    assert all(re.search(rf"^\| {name} \|", body, re.MULTILINE) for name in manifest["methods"])
    assert manifest["fingerprint"][:16] in body


class Page(HTMLParser):
    """What a report is made of; refuses tags that do not match."""

    def __init__(self, text):
        super().__init__()
        self.tags, self.attributes, self.cells, self.programs, self._open = Counter(), [], [], [], []
        self.feed(text)
        self.close()
        assert self._open == []

    def handle_starttag(self, tag, attrs):
        self.tags[tag] += 1
        self.attributes += attrs
        if tag not in ("meta", "link", "br", "img", "input"):
            self._open.append(tag)
        for kind, texts in (("pre", self.programs), ("td", self.cells)):
            if tag == kind:
                texts.append("")

    def handle_endtag(self, tag):
        assert self._open.pop() == tag

    def handle_data(self, data):
        for kind, texts in (("pre", self.programs), ("td", self.cells)):
            if kind in self._open:
                texts[-1] += data


def test_the_report_shows_every_method_and_whole_programs(folder, manifest, tasks):
    text = (folder / "report.html").read_text(encoding="utf-8")
    page = Page(text)
    assert [name for name in manifest["methods"] if name not in page.cells] == []
    funnel = [page.cells[page.cells.index(stage) + 1] for stage in ("attempts", "candidates built", "accepted")]
    candidates = sum(row["candidates"] for row in manifest["methods"].values())
    assert funnel == [str(manifest["accepted"] + manifest["rejected"]), str(candidates), str(ACCEPTED)]
    solutions = {task["canonical_solution"] for task in tasks}
    assert len(solutions & set(page.programs)) >= len(manifest["methods"])


def test_the_report_escapes_code_and_fetches_nothing(folder):
    text = (folder / "report.html").read_text(encoding="utf-8")
    page = Page(text)
    programs = re.findall("<pre>(.*?)</pre>", text, re.DOTALL)
    assert len(programs) == page.tags["pre"] and [part for part in programs if "<" in part] == []
    assert any("&lt;" in part for part in programs)
    assert not {"script", "link", "img", "iframe", "object", "embed"} & page.tags.keys()
    assert not {name for name, _ in page.attributes} & {"src", "href", "srcset", "action", "onclick", "onload"}
    (style,) = re.findall("<style>(.*?)</style>", text, re.DOTALL)
    assert "url(" not in style and "@import" not in style


# --- the independent check ---------------------------------------------------------------------------------------------------------


def recheck(path):
    return subprocess.run(
        [sys.executable, ROOT / "tests" / "independent" / "recheck.py", path],
        check=False,
        capture_output=True,
        text=True,
        timeout=200,
    )


def test_the_independent_check_finds_nothing_wrong(folder, tasks):
    done = recheck(folder / "tasks.parquet")
    assert done.returncode == 0, done.stdout + done.stderr
    assert done.stdout == f"{ACCEPTED} tasks, {sum(len(task['cases']) for task in tasks)} cases, 0 tasks wrong\n"


@pytest.mark.parametrize("planted", ["expected", "raises", "solution"])
def test_the_independent_check_finds_a_planted_mistake(planted, folder, tmp_path):
    table = pq.read_table(folder / "tasks.parquet")
    rows = table.to_pylist()
    place = next(i for i, row in enumerate(rows) if i > 10 and row["cases"][-1]["expected"])
    last = rows[place]["cases"][-1]
    if planted == "solution":
        rows[place]["canonical_solution"] += f"\n\ndef {rows[place]['entry_point']}(*_):\n    return 'planted'\n"
    else:
        last.update(
            {"expected": '"planted"', "raises": None} if planted == "expected" else {"expected": None, "raises": "KeyError"}
        )
    pq.write_table(pa.Table.from_pylist(rows, schema=table.schema), tmp_path / "tasks.parquet")
    done = recheck(tmp_path / "tasks.parquet")
    assert done.returncode == 1, done.stdout + done.stderr
    assert done.stdout.startswith(rows[place]["task_id"]) and done.stdout.endswith(" 1 tasks wrong\n")


# --- again -------------------------------------------------------------------------------------------------------------------------


def test_files_that_a_kill_kept_from_being_written_come_with_the_next_run(folder, tmp_path):
    """A kill or a full disk after tasks.parquet leaves a ledger that is finished and files that are not there."""
    copy = tmp_path / "quickstart"
    shutil.copytree(folder, copy)
    missing = ("rejected.parquet", "rows.jsonl", "report.html", "README.md", "manifest.json")
    for name in missing:
        (copy / name).unlink()
    done = evol(*quickstart(tmp_path))
    assert done.returncode == 0, done.stderr
    assert [name for name in missing if not (copy / name).exists()] == []
    for name in ("tasks.parquet", "rejected.parquet", "rows.jsonl"):
        assert (copy / name).read_bytes() == (folder / name).read_bytes()


def row(name, body, *checks, **more):
    """A good row of the seeds file below, with its own names of columns."""
    return {
        "question": f"Write a function {name} that does as the checks say.",
        "code": f"def {name}({body[0]}):\n    {body[1]}\n",
        "checks": list(checks),
        **more,
    }


GOOD = [
    row("total_length", ("words", "return sum(len(word) for word in words)"), "assert total_length(['a', 'bc']) == 3", "assert total_length([]) == 0", "assert total_length(['x' * 9, '']) == 9" , "assert total_length(['abc']) == 3"),
    row("evens", ("numbers", "return [n for n in numbers if n % 2 == 0]"), "assert evens([1, 2, 3, 4]) == [2, 4]", "assert evens([]) == []", "assert evens([7]) == []", "assert evens([0, -2, 5]) == [0, -2]"),
    row("largest_gap", ("numbers", "return max(b - a for a, b in zip(numbers, numbers[1:]))"), "assert largest_gap([1, 4, 9]) == 5", "assert largest_gap([2, 2]) == 0", "assert largest_gap([5, 1, 3]) == 2"),
    row("mirror", ("text", "return text + text[::-1]"), "assert mirror('ab') == 'abba'", "assert mirror('') == ''", "assert mirror('xyz') == 'xyzzyx'", id="</td><script>alert(1)</script>"),
    row("clamp", ("value, low, high", "return max(low, min(value, high))"), "assert clamp(5, 0, 3) == 3", "assert clamp(-1, 0, 3) == 0", "assert clamp(2, 0, 3) == 2"),
]  # fmt: skip
GOOD[3]["question"] = "Write a function mirror that gives a text & its </pre><script>alert(1)</script> mirror image."
BROKEN = {
    "broken_row": ["{not JSON", "[1, 2]", json.dumps({"question": "No code."}), json.dumps({**GOOD[0], "checks": ["print(1)"]}), json.dumps({**GOOD[0], "checks": None})],
    "unusable_program": [json.dumps({**GOOD[1], "code": "def evens(:\n"}), json.dumps({**GOOD[1], "code": "x = 1\n"})],
    "solution_fail": [json.dumps({**GOOD[2], "code": "def largest_gap(numbers):\n    return 77\n"})],
    "duplicate": [json.dumps(GOOD[4])],
}  # fmt: skip


def test_a_seeds_file_with_broken_rows_end_to_end(tmp_path):
    lines = [json.dumps(good) for good in GOOD] + ["", *(line for group in BROKEN.values() for line in group)]
    seeds = tmp_path / "own.jsonl"
    seeds.write_text("\n".join(lines) + "\n", encoding="utf-8")
    recipe = tmp_path / "own.yaml"
    columns = {"prompt": "question", "solution": "code", "tests": "checks"}
    source = {"source": "file", "path": str(seeds), "licence": "CC0-1.0", "attribution": "A. Person", "columns": columns}
    recipe.write_text(
        yaml.safe_dump(
            {
                "seeds": [source],
                "methods": ["fuzz", "misdirect", "edge_case", "add_constraint"],
                "target": {"accepted": 6},
                "rounds": 1,
                "runs": str(tmp_path),
            }
        )
    )
    done = evol("run", recipe, "workers=1")
    assert done.returncode == 0, done.stderr
    left_out = sum(map(len, BROKEN.values()))
    assert f"seeds: {len(GOOD)} proven, {left_out} left out" in done.stderr
    for reason, group in BROKEN.items():
        assert re.search(rf"^  {len(group)} {reason}, for one own\.jsonl/\d+: \S", done.stderr, re.MULTILINE), (
            reason,
            done.stderr,
        )
    found = json.loads((tmp_path / "own" / "manifest.json").read_text())
    assert Counter(refused["reason"] for refused in found["seeds"]["refused"]) == {
        reason: len(group) for reason, group in BROKEN.items()
    }
    assert all(refused["origin"].startswith("own.jsonl/") and refused["detail"] for refused in found["seeds"]["refused"])
    made = pq.read_table(tmp_path / "own" / "tasks.parquet").to_pylist()
    assert made and {(task["licence"], task["attribution"]) for task in made} == {("CC0-1.0", "A. Person")}
    assert {seed for task in made for seed in task["seeds"]} <= {
        f"own.jsonl/{good.get('id', i)}" for i, good in enumerate(GOOD, 1)
    }
    assert f"| CC0-1.0 | A. Person | {len(made)} |" in (tmp_path / "own" / "README.md").read_text()
    page = Page((tmp_path / "own" / "report.html").read_text())
    assert page.tags["script"] == 0 and any("</pre><script>alert(1)</script>" in text for text in page.programs)

"""The run folder: a durable ledger (sqlite) while the run goes on, Parquet, JSONL and a manifest when it ends.

The ledger takes candidates in the order of their sequence numbers, in transactions, so a killed run resumes where its last transaction ended and
every row is there exactly once. Files are written beside their place and renamed. A full disk is a UserError with nothing lost.
"""

from __future__ import annotations

import json
import os
import sqlite3
from collections.abc import Callable, Iterator, Sequence
from contextlib import closing, contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import pyarrow as pa
import pyarrow.parquet as pq

from evol.errors import UserError
from evol.recipe import Recipe
from evol.task import Row, Task

_SCHEMA = """
create table if not exists meta (key text primary key, value text not null);
create table if not exists seeds (place integer primary key, origin text, status text, reason text, detail text, task text);
create table if not exists candidates (
    sequence integer primary key, round integer, method text, attempt integer, status text, reason text, detail text, parent text, task text
);
"""


@dataclass(frozen=True)
class Outcome:
    """What became of one candidate: `status` is accepted or rejected; a rejected one may have no task (its method found nothing)."""

    sequence: int
    round: int
    method: str
    attempt: int
    status: str
    reason: str = ""
    detail: str = ""
    parent: str = ""
    task: Task | None = None


@dataclass(frozen=True)
class SeedOutcome:
    """What became of one seed row: `proven`, or `refused` with a reason."""

    origin: str
    status: str
    reason: str = ""
    detail: str = ""
    task: Task | None = None


@contextmanager
def disk_errors(folder: Path) -> Iterator[None]:
    """Turn a full or read-only disk into one line; what was committed stays."""
    try:
        yield
    except (OSError, sqlite3.OperationalError, pa.ArrowException) as error:
        text = str(error)
        full = "full" in text or "No space" in text or "disk I/O" in text
        hint = "free some space and run the same command again" if full else "check the folder's permissions"
        raise UserError(f"cannot write to {folder}: {text}; {hint}, nothing that was accepted is lost") from None


class Store:
    """One run folder. Opening checks that the folder belongs to this recipe."""

    def __init__(self, recipe: Recipe, version: str) -> None:
        self.folder = recipe.folder
        with disk_errors(self.folder):
            self.folder.mkdir(parents=True, exist_ok=True)
            self._db = sqlite3.connect(self.folder / "ledger.sqlite", isolation_level=None, timeout=5)
            try:
                self._db.execute("pragma journal_mode=wal")
                self._db.execute("pragma synchronous=normal")
                self._db.executescript(_SCHEMA)
                self._claim(recipe, version)
            except sqlite3.DatabaseError as error:
                if isinstance(error, sqlite3.OperationalError) and "locked" not in str(error):
                    raise
                raise UserError(
                    f"{self.folder / 'ledger.sqlite'} cannot be used: {error}; is another run at work there? "
                    "otherwise move the folder away or choose another name="
                ) from None

    @staticmethod
    def peek(folder: Path, key: str) -> str:
        """A note of a run without claiming it; UserError where the folder holds no run."""
        try:
            with closing(
                sqlite3.connect(f"{(folder / 'ledger.sqlite').absolute().as_uri()}?mode=ro", uri=True, timeout=5)
            ) as db:
                found = db.execute("select value from meta where key = ?", (key,)).fetchone()
        except sqlite3.DatabaseError as error:
            raise UserError(f"{folder / 'ledger.sqlite'} cannot be read: {error}") from None
        if found is None:
            raise UserError(f"{folder} holds no run yet")
        return str(found[0])

    def close(self) -> None:
        """Close the ledger."""
        self._db.close()

    def _claim(self, recipe: Recipe, version: str) -> None:
        mine = {"fingerprint": recipe.fingerprint(), "recipe": json.dumps(recipe.shaping()), "version": version}
        if self.get("fingerprint") is None:
            for key, value in mine.items():
                self.put(key, value)
            return
        if self.get("fingerprint") != mine["fingerprint"] or self.get("version") != version:
            old = {**_flat(json.loads(self.get("recipe") or "{}")), "version of targeted-evol": self.get("version")}
            new = {**_flat(recipe.shaping()), "version of targeted-evol": version}
            changed = [
                f"{key} was {old.get(key)!r}, is {new.get(key)!r}"
                for key in sorted({*old, *new})
                if old.get(key) != new.get(key)
            ]
            raise UserError(
                f"{self.folder} holds a run of another recipe ({'; '.join(changed)}); give this one its own name=..., or move the folder away"
            )

    # --- ledger ----------------------------------------------------------------------------------------------------------------

    def get(self, key: str) -> str | None:
        """A note of the run, or None."""
        found = self._db.execute("select value from meta where key = ?", (key,)).fetchone()
        return None if found is None else str(found[0])

    def put(self, key: str, value: str) -> None:
        """Keep a note of the run."""
        with disk_errors(self.folder):
            self._db.execute("insert or replace into meta values (?, ?)", (key, value))

    def put_seeds(self, outcomes: Sequence[SeedOutcome]) -> None:
        """Keep all seeds with what became of them, in one transaction."""
        rows = [(i, _plain(o.origin), o.status, o.reason, _plain(o.detail), _text(o.task)) for i, o in enumerate(outcomes)]
        self._insert("insert into seeds values (?, ?, ?, ?, ?, ?)", rows)

    def seeds(self) -> list[SeedOutcome]:
        """All seeds in order; empty before they were proven."""
        rows = self._rows("select origin, status, reason, detail, task from seeds order by place", ())
        return [SeedOutcome(origin, status, reason, detail, _task(text)) for origin, status, reason, detail, text in rows]

    def _rows(self, query: str, values: tuple[str, ...]) -> Iterator[Any]:
        try:
            yield from self._db.execute(query, values)
        except sqlite3.DatabaseError as error:
            raise UserError(
                f"{self.folder / 'ledger.sqlite'} is damaged: {error}; move the folder away and run again"
            ) from None

    def commit(self, outcomes: Sequence[Outcome]) -> None:
        """Append candidates, in one transaction; a sequence number that is there already is an error."""
        rows = [
            (
                o.sequence,
                o.round,
                o.method,
                o.attempt,
                o.status,
                _plain(o.reason),
                _plain(o.detail),
                _plain(o.parent),
                _text(o.task),
            )
            for o in outcomes
        ]
        self._insert("insert into candidates values (?, ?, ?, ?, ?, ?, ?, ?, ?)", rows)

    def outcomes(self, status: str = "") -> Iterator[Outcome]:
        """Candidates in order, all or those of one status."""
        query = "select * from candidates where status = ? or ? = '' order by sequence"
        for row in self._rows(query, (status, status)):
            sequence, number, method, attempt, status_found, reason, detail, parent, text = row
            yield Outcome(sequence, number, method, attempt, status_found, reason, detail, parent, _task(text))

    def _insert(self, statement: str, rows: list[tuple[Any, ...]]) -> None:
        with disk_errors(self.folder):
            self._db.execute("begin immediate")
            try:
                self._db.executemany(statement, rows)
            except BaseException:
                self._db.execute("rollback") if self._db.in_transaction else None
                raise
            self._db.execute("commit")

    # --- files -----------------------------------------------------------------------------------------------------------------

    def write(self, name: str, make: Callable[[Path], object]) -> Path:
        """Write a file beside its place with `make(path)`, then rename it there."""
        place, temporary = self.folder / name, self.folder / f".{name}.part"
        with disk_errors(self.folder):
            try:
                make(temporary)
                os.replace(temporary, place)
            except BaseException:
                temporary.unlink(missing_ok=True)
                raise
        return place

    def export(self) -> None:
        """Write tasks.parquet, rejected.parquet and rows.jsonl from the ledger."""
        accepted = [outcome.task for outcome in self.outcomes("accepted") if outcome.task]
        self.write("tasks.parquet", lambda path: pq.write_table(task_table(accepted), path, compression="zstd"))
        rejected = list(self.outcomes("rejected"))
        self.write("rejected.parquet", lambda path: pq.write_table(_rejected_table(rejected), path, compression="zstd"))
        rows = "".join(json.dumps(Row.solve(task).model_dump(mode="json")) + "\n" for task in accepted)
        self.write("rows.jsonl", lambda path: path.write_text(rows, encoding="utf-8"))


def _plain(text: str) -> str:
    return text.encode("utf-8", "backslashreplace").decode("utf-8")


def _text(task: Task | None) -> str | None:
    # ASCII escapes carry lone surrogates, which neither sqlite nor Parquet text can hold.
    return None if task is None else json.dumps(task.model_dump(mode="json"), separators=(",", ":"))


def _task(text: str | None) -> Task | None:
    return None if text is None else Task.model_validate_json(text)


def _flat(data: dict[str, Any], prefix: str = "") -> dict[str, Any]:
    flat: dict[str, Any] = {}
    for key, value in data.items():
        if isinstance(value, dict):
            flat.update(_flat(value, f"{prefix}{key}."))
        else:
            flat[prefix + key] = value
    return flat


# --- Parquet -------------------------------------------------------------------------------------------------------------------

_CASE = pa.struct(
    [
        ("args", pa.string()), ("kwargs", pa.string()), ("expected", pa.string()), ("raises", pa.string()), ("comparator", pa.string()),
        ("rel_tol", pa.float64()), ("abs_tol", pa.float64()), ("kind", pa.string()),
    ]
)  # fmt: skip
_TEXTS = pa.list_(pa.string())
TASK_SCHEMA = pa.schema(
    [
        ("task_id", pa.string()), ("prompt", pa.string()), ("entry_point", pa.string()), ("canonical_solution", pa.string()),
        ("cases", pa.list_(_CASE)), ("method", pa.string()), ("round", pa.int32()), ("parents", _TEXTS), ("seeds", _TEXTS),
        ("edge_kinds", _TEXTS), ("licence", pa.string()), ("attribution", pa.string()), ("engine", pa.string()), ("parts", _TEXTS),
        ("shown_program", pa.string()), ("second_solution", pa.string()), ("failing_program", pa.string()),
        ("failing_entry_point", pa.string()), ("origin", pa.string()), ("lineage", pa.string()),
    ]
)  # fmt: skip
_DIRECT = ("entry_point", "licence", "attribution", "shown_program", "origin", "failing_entry_point")


def task_table(tasks: Sequence[Task]) -> pa.Table:
    """Tasks as an Arrow table in TASK_SCHEMA; text that is not UTF-8 (lone surrogates) is kept as backslash escapes in `prompt` only."""
    rows = []
    for task in tasks:
        whole = task.model_dump(mode="json")
        line = whole["lineage"]
        rows.append(
            {
                **{key: whole[key] for key in TASK_SCHEMA.names if key in whole and key not in ("lineage",)},
                "task_id": task.task_id, "method": line["method"], "round": line["round"], "parents": line["parents"],
                "seeds": list(task.seeds), "edge_kinds": list(task.edge_kinds), "engine": line["engine"], "lineage": json.dumps(line),
            }
        )  # fmt: skip
    return pa.Table.from_pylist(rows, schema=TASK_SCHEMA)


def read_tasks(path: Path) -> list[Task]:
    """Tasks from a tasks.parquet, lineage included; UserError where the file is missing or not such a file."""
    if not path.is_file():
        raise UserError(f"{path} does not exist; run make evolve first")
    try:
        rows = pq.read_table(path).to_pylist()
        fields = set(Task.model_fields)
        return [
            Task.model_validate({**{k: v for k, v in row.items() if k in fields}, "lineage": json.loads(row["lineage"])})
            for row in rows
        ]
    except (pa.ArrowException, KeyError, ValueError, OSError) as error:
        raise UserError(f"{path} is not a tasks.parquet of this version: {' '.join(str(error).split())[:200]}") from None


def _rejected_table(outcomes: Sequence[Outcome]) -> pa.Table:
    columns = ("sequence", "round", "method", "attempt", "reason", "detail", "parent")
    rows = [
        {
            **{name: getattr(o, name) for name in columns},
            "prompt": o.task.prompt if o.task else None, "canonical_solution": o.task.canonical_solution if o.task else None,
            "entry_point": o.task.entry_point if o.task else None,
        }
        for o in outcomes
    ]  # fmt: skip
    texts = [
        (name, pa.string())
        for name in ("method", "reason", "detail", "parent", "prompt", "canonical_solution", "entry_point")
    ]
    schema = pa.schema([("sequence", pa.int64()), ("round", pa.int32()), ("attempt", pa.int32()), *texts])
    return pa.Table.from_pylist(rows, schema=schema)

"""What a person sees while a run goes on: plain lines off a terminal, a table on one, and rates that exist at every moment."""

import io
import re
from types import SimpleNamespace

import pytest
from rich.console import Console

from evol import __version__, monitor
from evol.monitor import Monitor
from evol.plan import Progress
from evol.recipe import Recipe
from evol.store import Outcome, SeedOutcome, Store

LINE = re.compile(r"round \d+/\d+: accepted \d+/\d+, rejected \d+, \d+\.\d accepted a second, about (\?|\d+ s) left")


@pytest.fixture
def recipe(tmp_path):
    return Recipe(name="small", methods={"fuzz": 1, "compose": 3}, target={"accepted": 8}, rounds=2, runs=str(tmp_path))


@pytest.fixture
def clock(monkeypatch):
    """A clock that stands still until it is set, and no pause between lines."""
    hands = SimpleNamespace(now=100.0)
    monkeypatch.setattr(monitor, "time", SimpleNamespace(monotonic=lambda: hands.now))
    monkeypatch.setattr(monitor, "EVERY_S", 0.0)
    return hands


def outcome(number, reason="", method="fuzz", round=1):
    return Outcome(number, round, method, number, "rejected" if reason else "accepted", reason)


@pytest.mark.parametrize(
    ("accepted", "seconds", "expected"),
    [
        (0, 0.0, "accepted 0/8, rejected 1, 0.0 accepted a second, about ? left"), (0, 5.0, "accepted 0/8, rejected 1, 0.0 accepted a second, about ? left"),
        (2, 4.0, "accepted 2/8, rejected 1, 0.5 accepted a second, about 12 s left"), (8, 4.0, "accepted 8/8, rejected 1, 2.0 accepted a second, about 0 s left"),
        (9, 1.0, "accepted 9/8, rejected 1, 9.0 accepted a second, about 0 s left"),
    ],
)  # fmt: skip
def test_a_plain_line(accepted, seconds, expected, recipe, clock, capsys):
    shown, progress = Monitor(recipe), Progress()
    shown.start(progress)
    progress.accepted["fuzz"] = accepted
    clock.now += seconds
    shown.seen(outcome(0, "no_new_kill"))
    shown.stop()
    captured = capsys.readouterr()
    assert (captured.out, captured.err) == ("", f"round 1/2: {expected}\n")


def test_no_time_at_all_gives_no_error(recipe, clock, capsys):
    shown, progress = Monitor(recipe), Progress()
    shown.start(progress)
    progress.accepted["fuzz"] = 3
    shown.seen(outcome(0))
    assert LINE.fullmatch(capsys.readouterr().err.strip())


def test_lines_come_now_and_then(recipe, clock, monkeypatch, capsys):
    monkeypatch.setattr(monitor, "EVERY_S", 5.0)
    shown = Monitor(recipe)
    shown.start(Progress())
    for number in range(100):
        clock.now += 0.2
        shown.seen(outcome(number, "dull_answers", round=2))
    lines = capsys.readouterr().err.splitlines()
    assert 3 <= len(lines) <= 4 and all(LINE.fullmatch(line) and line.startswith("round 2/2") for line in lines)


def test_what_an_earlier_run_accepted_does_not_count_for_the_rate(recipe, clock, capsys):
    shown, progress = Monitor(recipe), Progress(accepted={"fuzz": 2, "compose": 4})
    shown.start(progress)
    progress.accepted["compose"] = 5
    clock.now += 2.0
    shown.seen(outcome(7, method="compose"))
    resumed, line = capsys.readouterr().err.splitlines()
    assert resumed == "resuming with 6 accepted tasks"
    assert line == "round 1/2: accepted 7/8, rejected 0, 0.5 accepted a second, about 2 s left"


def test_quiet_says_nothing(recipe, clock, capsys):
    shown = Monitor(recipe, quiet=True)
    shown.seeds([SeedOutcome("a", "refused", "broken_row", "x")])
    shown.start(Progress(accepted={"fuzz": 1}))
    shown.seen(outcome(0))
    shown.note("anything")
    shown.stop()
    assert capsys.readouterr() == ("", "")


@pytest.mark.parametrize("quiet", [False, True])
def test_a_terminal_shows_a_table(quiet, recipe):
    shown, screen = Monitor(recipe, quiet), io.StringIO()
    shown.console = Console(file=screen, force_terminal=True, width=130, color_system=None, legacy_windows=False)
    progress = Progress(accepted={"fuzz": 1})
    shown.start(progress)
    for number, reason in enumerate(["", "dull_answers", "dull_answers", "no_new_kill", "a", "b"]):
        shown.seen(outcome(number, reason))
    progress.accepted["fuzz"] = 2
    shown.stop()
    text = screen.getvalue()
    if quiet:
        assert text == ""
        return
    last = text[text.rindex("small: 2/8 accepted") :]
    rows = {
        cells[0]: cells
        for cells in ([cell.strip() for cell in line.split("│")[1:-1]] for line in last.splitlines() if "│" in line)
    }
    assert rows == {
        "fuzz": ["fuzz", "2", "2", "5", "dull_answers 2, no_new_kill 1, a 1"],
        "compose": ["compose", "0", "6", "0", ""],
    }
    assert "round 1" not in text, "plain lines beside the table"


def test_seeds_are_counted_with_reasons_and_an_example(recipe, capsys):
    found = [SeedOutcome(f"f/{i}", "proven") for i in range(3)]
    found += [
        SeedOutcome("f/3", "refused", "broken_row", "[/red] not JSON " + "x" * 500),
        SeedOutcome("f/4", "refused", "broken_row", "other"),
    ]
    found += [SeedOutcome("f/[bold]", "refused", "duplicate", "same as f/0")]
    Monitor(recipe).seeds(found)
    lines = capsys.readouterr().err.splitlines()
    assert lines[0] == "seeds: 3 proven, 3 left out" and len(lines) == 3
    assert lines[1].startswith("  2 broken_row, for one f/3: [/red] not JSON xxx") and len(lines[1]) < 200
    assert lines[2] == "  1 duplicate, for one f/[bold]: same as f/0"


def test_what_a_seed_is_called_cannot_break_the_line_or_the_terminal(recipe, capsys):
    Monitor(recipe).seeds([SeedOutcome("f/a\nb\x1b[31m", "refused", "broken_row", "c\nd\x1b[2J")])
    text = capsys.readouterr().err
    assert len(text.splitlines()) == 2 and "\x1b" not in text


@pytest.mark.parametrize(("accepted", "lines"), [(8, 5), (3, 6)])
def test_the_end_names_every_file_and_a_missed_target(accepted, lines, recipe, capsys):
    store = Store(recipe, __version__)
    store.put("seconds", "1.5")
    shown = Monitor(recipe)
    shown.start(Progress())
    shown._progress.accepted["fuzz"] = accepted
    shown.done(store)
    store.close()
    text = capsys.readouterr().err
    assert text.startswith(f"done: {accepted} accepted tasks in 1.5 s\n") and len(text.splitlines()) == lines
    assert ("the target of 8 was not reached" in text) == (accepted < 8)
    assert all(str(recipe.folder / name) in text for name in ("tasks.parquet", "rows.jsonl", "report.html", "README.md"))

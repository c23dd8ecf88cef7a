"""The report in a real browser: opened from the disk with no network, it shows the funnel."""

import re
import subprocess
from html.parser import HTMLParser
from pathlib import Path

import pytest

from evol import __version__, report
from evol.recipe import Recipe
from evol.seeds import shipped
from evol.store import Outcome, SeedOutcome, Store
from evol.task import Lineage

CHROMIUM = Path("/usr/bin/chromium")
FLAGS = (
    "--headless",
    "--no-sandbox",
    "--disable-gpu",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
)


class Rows(HTMLParser):
    """The texts of all table rows, cell by cell."""

    def __init__(self, text):
        super().__init__()
        self.rows, self._cell = [], False
        self.feed(text)

    def handle_starttag(self, tag, attrs):
        if tag == "tr":
            self.rows.append([])
        self._cell = tag in ("td", "th")
        if self._cell:
            self.rows[-1].append("")

    def handle_endtag(self, tag):
        self._cell = self._cell and tag not in ("td", "th")

    def handle_data(self, data):
        if self._cell:
            self.rows[-1][-1] += data


@pytest.fixture
def page(tmp_path):
    """A report over a real ledger: three accepted children, one candidate refused, two attempts that built nothing."""
    recipe = Recipe(name="shown", methods={"fuzz": 1, "compose": 1}, target={"accepted": 3}, runs=str(tmp_path))
    seeds = shipped()[:4]
    children = [
        task.model_copy(update={"lineage": Lineage(method="fuzz", round=1, parents=(task.task_id,), seeds=(task.origin,)), "prompt": task.prompt + "\n1 < 2 & </pre>"})
        for task in seeds
    ]  # fmt: skip
    store = Store(recipe, __version__)
    store.put_seeds([SeedOutcome(task.origin, "proven", task=task) for task in seeds])
    made = [Outcome(i, 1, "fuzz", i, "accepted", task=child) for i, child in enumerate(children[:3])]
    refused = [Outcome(3, 1, "fuzz", 3, "rejected", "same_prompt", task=children[3])]
    store.commit(made + refused + [Outcome(i, 1, "compose", i, "rejected", "no_partner") for i in (4, 5)])
    report.write_all(recipe, store)
    store.close()
    return recipe.folder / "report.html"


@pytest.mark.slow
@pytest.mark.skipif(not CHROMIUM.exists(), reason=f"{CHROMIUM} is not installed")
def test_the_report_in_a_browser(page, tmp_path):
    command = [CHROMIUM, *FLAGS, f"--user-data-dir={tmp_path / 'profile'}", "--dump-dom", page.as_uri()]
    done = subprocess.run(command, check=False, capture_output=True, text=True, timeout=100)
    assert done.returncode == 0, done.stderr[-2000:]
    check(done.stdout)


def test_the_report_as_written(page):
    """The same facts without a browser."""
    check(page.read_text(encoding="utf-8"))


def check(text):
    rows = {row[0]: row[1:] for row in Rows(text).rows}
    assert {stage: rows[stage][0] for stage in ("attempts", "candidates built", "accepted")} == {
        "attempts": "6",
        "candidates built": "4",
        "accepted": "3",
    }
    assert rows["fuzz"][2:4] == ["3", "4"] and rows["compose"][2:4] == ["0", "2"]
    widths = [float(width) for width in re.findall(r"style=\"width: ([\d.]+)%", text)[:3]]
    assert widths == [100.0, pytest.approx(66.7), 50.0]
    assert text.count("1 &lt; 2 &amp; &lt;/pre&gt;") == 2

"""The rules that the tree keeps: whose packages these are, how long files and functions may be, and that recipes, pins and make targets fit."""

import ast
import importlib
import os
import re
import shutil
import statistics
import subprocess
import tomllib
from pathlib import Path

import pytest
from packaging.requirements import Requirement
from packaging.utils import canonicalize_name

from evol import method, pipeline, recipe

ROOT = Path(__file__).resolve().parents[1]
PACKAGES = ("evol", "finetune", "evaluate")
SOURCES = sorted(path for package in PACKAGES for path in (ROOT / package).rglob("*.py"))
RECIPES = sorted((ROOT / "recipes").rglob("*.yaml"))
MAKEFILE = (ROOT / "Makefile").read_text(encoding="utf-8")
TARGETS = re.search(r"^TARGETS := (.+)$", MAKEFILE, re.MULTILINE)[1].split()


def named(paths):
    return pytest.mark.parametrize("path", paths, ids=lambda path: str(path.relative_to(ROOT)))


# --- packages, files, functions --------------------------------------------------------------------------------------------------


@pytest.mark.parametrize("package", PACKAGES)
def test_the_packages_are_ours(package):
    """`evaluate` shares its name with a package on PyPI."""
    assert Path(importlib.import_module(package).__file__).resolve() == ROOT / package / "__init__.py"


def test_no_file_is_over_400_lines():
    files = [
        path
        for path in (ROOT / "evol").rglob("*")
        if path.is_file() and "__pycache__" not in path.parts and "templates" not in path.parts
    ]
    assert len(files) > 50
    long = {
        str(path.relative_to(ROOT)): count
        for path in files
        if (count := len(path.read_text(encoding="utf-8").splitlines())) > 400
    }
    assert long == {}


def test_functions_are_short():
    lengths = sorted(
        (node.end_lineno - node.lineno + 1, f"{path.relative_to(ROOT)}:{node.lineno} {node.name}")
        for path in SOURCES
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8")))
        if isinstance(node, (ast.FunctionDef, ast.AsyncFunctionDef))
    )
    assert len(lengths) > 500
    assert statistics.median(length for length, _ in lengths) <= 10
    # The seed bank's many short programs must not hide long functions of the machinery.
    own = [pair for pair in lengths if not pair[1].startswith(str(Path("evol/seedbank")))]
    for group in (lengths, own):
        assert group[len(group) * 9 // 10][0] <= 45, [where for _, where in group[-5:]]


@named(SOURCES)
def test_every_module_says_what_it_is(path):
    assert ast.get_docstring(ast.parse(path.read_text(encoding="utf-8")))


@named(sorted(path for path in (ROOT / "evol" / "methods").glob("*.py") if not path.name.startswith("_")))
def test_a_method_file_defines_the_method_of_its_name(path):
    found = importlib.import_module(f"evol.methods.{path.stem}").METHOD
    assert found.name == path.stem and found.targets and found.clauses and found.promise
    assert path.stem in method.names() and method.load(path.stem) is found


# --- recipes ---------------------------------------------------------------------------------------------------------------------


def test_there_are_recipes():
    assert {"quickstart.yaml", "mbpp.yaml"} <= {path.name for path in RECIPES}


@named(RECIPES)
def test_a_recipe_loads_and_names_what_exists(path):
    found = recipe.load(str(path))
    assert found.name == path.stem and set(found.methods) <= set(method.names())
    pipeline.check_names(found)


@named(RECIPES)
def test_the_first_line_of_a_recipe_is_the_command_that_runs_it(path):
    first = path.read_text(encoding="utf-8").splitlines()[0]
    words = first.removeprefix("# ").split()
    assert first.startswith("# make ") and words[1] in TARGETS
    done = make("-n", *words[1:])
    assert done.returncode == 0, done.stderr
    assert done.stdout.split("\n")[-2].split()[1:5] == ["-m", "evol", "run", str(path.relative_to(ROOT))]


# --- pins ------------------------------------------------------------------------------------------------------------------------


def test_constraints_pin_every_dependency():
    project = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["project"]
    wanted = [Requirement(text) for text in project["dependencies"] + project["optional-dependencies"]["dev"]]
    lines = [
        line
        for line in (ROOT / "constraints.txt").read_text(encoding="utf-8").splitlines()
        if line and not line.startswith("#")
    ]
    assert [line for line in lines if not re.fullmatch(r"[A-Za-z0-9._-]+==[A-Za-z0-9.!+]+", line)] == []
    pins = {canonicalize_name(name): version for name, version in (line.split("==") for line in lines)}
    assert len(pins) == len(lines), "pinned twice"
    assert [str(want) for want in wanted if canonicalize_name(want.name) not in pins] == []
    assert [str(want) for want in wanted if not want.specifier.contains(pins[canonicalize_name(want.name)])] == []


def test_the_namesake_on_pypi_is_no_dependency():
    assert not re.search(r"^evaluate==", (ROOT / "constraints.txt").read_text(encoding="utf-8"), re.MULTILINE)


# --- make ------------------------------------------------------------------------------------------------------------------------


def make(*words):
    if not shutil.which("make"):
        pytest.skip("make is not installed")
    own = ("MAKEFLAGS", "MFLAGS", "MAKELEVEL", "MAKEOVERRIDES", "RECIPE", "SET", "VENV", "PYTHON")
    environment = {key: value for key, value in os.environ.items() if key not in own}
    return subprocess.run(
        ["make", *words],
        check=False,
        cwd=ROOT,
        capture_output=True,
        text=True,
        timeout=60,
        env={**environment, "LC_ALL": "C"},
    )


@pytest.mark.parametrize("target", TARGETS)
def test_every_target_can_be_planned(target):
    done = make("-n", target)
    assert (done.returncode, done.stderr) == (0, "") and done.stdout.strip()


def test_help_lists_every_target_with_a_line():
    listed = {line.split()[0]: line.split()[1:] for line in make("help").stdout.splitlines()}
    # One line may stand for several targets: `finetune evaluate sweep`.
    missing = [target for target in TARGETS if len(listed.get(target, [])) < 2]
    assert missing == []


@pytest.mark.parametrize(
    ("words", "expected"),
    [
        ([], "run recipes/quickstart.yaml"), (["RECIPE=recipes/mbpp.yaml"], "run recipes/mbpp.yaml"), (["SET=target.accepted=5 seed=7"], "run recipes/quickstart.yaml target.accepted=5 seed=7"),
        (["--", "target.accepted=5", "--dry-run"], "run recipes/quickstart.yaml target.accepted=5 --dry-run"), (["--", "methods={fuzz: 1, compose: 2}"], "run recipes/quickstart.yaml methods={fuzz: 1, compose: 2}"),
    ],
)  # fmt: skip
def test_words_reach_the_command(words, expected):
    done = make("-n", "evolve", *words)
    assert done.returncode == 0, done.stderr
    (line,) = [line for line in done.stdout.splitlines() if "-m evol run" in line]
    assert " ".join(line.replace("'", "").split()).endswith(f"-m evol {expected}")


@pytest.mark.parametrize("target", ["finetune", "evaluate", "sweep"])
def test_what_is_not_there_yet_says_so(target):
    if (ROOT / target / "__main__.py").exists():
        pytest.skip(f"{target} is there")
    done = make(target)
    own = [line for line in done.stderr.splitlines() if not line.startswith("make")]
    assert done.returncode == 2 and done.stdout == "" and len(own) == 1
    assert own[0].startswith(f"error: make {target} is not part of this version")

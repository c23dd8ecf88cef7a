"""The command line: `python -m evol run|methods|show|stats|schema`. Thin: every command calls one function and prints.

Exit codes: 0 done, 2 the user's input is wrong (one line says what to do), 130 interrupted (the same command goes on).
"""

from __future__ import annotations

import json
import os
import sys
from pathlib import Path
from typing import Annotated

import typer
from rich.console import Console
from rich.table import Table

# Libraries ask these before they send anything home.
for _name in ("RAY_USAGE_STATS_ENABLED", "RAY_ENABLE_UV_RUN_RUNTIME_ENV"):
    os.environ.setdefault(_name, "0")
for _name in ("HF_HUB_DISABLE_TELEMETRY", "DO_NOT_TRACK"):
    os.environ.setdefault(_name, "1")

from evol import method, plan, recipe, report, seeds  # noqa: E402
from evol.errors import UserError  # noqa: E402
from evol.store import Store  # noqa: E402

app = typer.Typer(no_args_is_help=True, add_completion=False, pretty_exceptions_enable=False, help=__doc__.split("\n\n")[0])
RecipePath = Annotated[str, typer.Argument(help="Recipe file, for example recipes/quickstart.yaml.")]
Overrides = Annotated[
    list[str] | None,
    typer.Argument(help="Overrides, for example target.accepted=100 seed=7 'methods={edge_case: 1, compose: 2}'."),
]


@app.command()
def run(
    path: RecipePath,
    overrides: Overrides = None,
    dry_run: Annotated[bool, typer.Option("--dry-run", help="Print the plan and an estimate; run nothing.")] = False,
    quiet: Annotated[bool, typer.Option("--quiet", help="Print no progress.")] = False,
) -> None:
    """Run a recipe, or go on where it stopped. Example: python -m evol run recipes/quickstart.yaml target.accepted=200"""
    chosen = recipe.load(path, overrides)
    from evol import pipeline  # ray takes a second to import; other commands do without

    pipeline.check_names(chosen)
    if dry_run:
        print(_plan(chosen))
        return
    print(pipeline.run(chosen, quiet=quiet))


def _plan(chosen: recipe.Recipe) -> str:
    found = seeds.load_all(chosen.seeds)
    usable = sum(outcome.task is not None for outcome in found)
    cores = chosen.workers or os.cpu_count() or 1
    lines = [f"{chosen.name}: {chosen.target.accepted} accepted tasks in {chosen.rounds} round(s) into {chosen.folder}"]
    lines.append(f"seeds: {usable} to prove, {len(found) - usable} unusable; engine {chosen.engine}; {cores} worker pair(s)")
    limit = plan.attempt_limit(chosen)
    for name, wanted in plan.quotas(chosen).items():
        lines.append(f"  {name:20}{wanted:>6} accepted, at most {limit[name]} attempts a round")
    # Measured with the program engine (docs/benchmarks.md): about ten accepted tasks a second and core.
    if chosen.engine == "program":
        lines.append(f"estimate: about {10 + chosen.target.accepted / (10 * cores):.0f} s")
    return "\n".join(lines)


@app.command()
def methods() -> None:
    """List the methods: what each aims at, what execution must prove, which engines can use it. Example: python -m evol methods"""
    table = Table(show_lines=True)
    for column in ("method", "aims at", "contract (besides the common one)", "engines"):
        table.add_column(column, overflow="fold")
    for name in method.names():
        found = method.load(name)
        table.add_row(name, ", ".join(found.targets), found.promise, "program" if found.program else "a model")
    common = "; ".join(clause.promise for clause in method.COMMON)
    console = Console(width=None if sys.stdout.isatty() else 120)
    console.print(table)
    console.print(f"Common contract: {common}.", soft_wrap=True)


@app.command()
def show(
    folder: Annotated[str, typer.Argument(metavar="RUN", help="Run folder, for example runs/quickstart.")], task_id: str
) -> None:
    """Show one task: lineage, prompt, difference with its parent, cases. Example: python -m evol show runs/quickstart te-0123456789abcdef"""
    store, _ = _open(folder)
    text = report.show(store, task_id)
    store.close()
    if text is None:
        raise UserError(f"{folder} has no task {task_id}; ids are in {folder}/tasks.parquet")
    print(text.encode("utf-8", "backslashreplace").decode())


@app.command()
def stats(folder: Annotated[str, typer.Argument(metavar="RUN", help="Run folder, for example runs/quickstart.")]) -> None:
    """Show the funnel of a run, finished or not. Example: python -m evol stats runs/quickstart"""
    store, chosen = _open(folder)
    print(report.stats(chosen, store))
    store.close()


@app.command()
def schema() -> None:
    """Print the JSON schema of a recipe, for editors. Example: python -m evol schema > recipe.schema.json"""
    print(json.dumps(recipe.Recipe.model_json_schema(), indent=2))


def _open(folder: str) -> tuple[Store, recipe.Recipe]:
    place = Path(folder)
    if not (place / "ledger.sqlite").exists():
        raise UserError(f"{folder} is not a run folder; run make evolve first")
    shaping = json.loads(Store.peek(place, "recipe"))
    if shaping["name"] != place.name:
        raise UserError(f"{folder} was renamed: its recipe is called {shaping['name']}; give the folder that name again")
    chosen = recipe.parse({**shaping, "runs": str(place.parent)})
    return Store(chosen, Store.peek(place, "version")), chosen


# Typer carries its own copy of click: its base class of usage errors is found through a name that Typer exports.
_UsageError: type[Exception] = next(base for base in typer.BadParameter.__mro__ if base.__name__ == "ClickException")


def main() -> None:
    """Run the command line; every mistake of the user is one line and code 2."""
    try:
        code = app(standalone_mode=False)
    except UserError as error:
        sys.exit(_complain(str(error)))
    except _UsageError as error:
        message = str(error.format_message() if hasattr(error, "format_message") else error)
        if len(sys.argv) < 2:
            print(message)
            sys.exit(2)
        sys.exit(_complain(f"{' '.join(message.split())} (python -m evol --help shows the commands)"))
    except (KeyboardInterrupt, typer.Abort):
        code = 130
    if code == 130:
        print("interrupted; the same command goes on from here", file=sys.stderr)
    sys.exit(code or 0)


def _complain(message: str) -> int:
    print(f"error: {message}", file=sys.stderr)
    return 2


if __name__ == "__main__":
    main()

"""A recipe: one YAML file that says all of one run, validated, with overrides and a fingerprint.

Ground floor: names of methods, engines and filters are only checked for form here; the pipeline resolves them. Unknown keys are refused with the
nearest right one.
"""

from __future__ import annotations

import hashlib
import json
from pathlib import Path
from typing import Any, Literal

import yaml
from pydantic import BaseModel, ConfigDict, Field, ValidationError, field_validator

from evol.errors import UserError, nearest


class _Section(BaseModel):
    model_config = ConfigDict(extra="forbid", frozen=True, use_attribute_docstrings=True)


class SeedSource(_Section):
    """Where one set of seeds comes from: `shipped`, `mbpp`, a local `file` or a Hub `dataset`."""

    source: Literal["shipped", "mbpp", "file", "dataset"] = "shipped"
    """Which kind of source."""
    path: str = ""
    """File (JSONL, may end in .gz) or Hub dataset id; for `mbpp` an optional local mbpp.jsonl."""
    config: str = ""
    """Configuration of a Hub dataset."""
    split: str = "train"
    """Split of a Hub dataset."""
    revision: str = ""
    """Commit of a Hub dataset; pin it, or the run cannot be repeated."""
    columns: dict[str, str] = Field(default_factory=dict)
    """Column map for `file` and `dataset`: prompt, entry_point, solution, tests (assert statements) or cases, to the columns that hold them."""
    exclude: str = ""
    """File of task ids to leave out (JSONL or JSONL.gz with task_id, or one id a line). For `mbpp` the MBPP+ ids are left out anyway."""
    limit: int = Field(default=0, ge=0)
    """Use only the first so many rows; 0 for all."""
    licence: str = ""
    """Licence of the rows, carried by every task made from them; required for `file` and `dataset`."""
    attribution: str = ""
    """Who is to be named for them."""


class Target(_Section):
    """How many accepted tasks a run makes and what it may spend on them."""

    accepted: int = Field(default=1000, ge=1)
    """Accepted tasks in all, shared out among the methods by weight."""
    max_candidates: int = Field(default=0, ge=0)
    """Upper bound on candidates in all; 0 for 15 times `accepted`."""

    @property
    def candidates(self) -> int:
        """The bound in force."""
        return self.max_candidates or 15 * self.accepted


class Recipe(_Section):
    """One experiment."""

    name: str = Field(default="", pattern=r"^[A-Za-z0-9._-]*$")
    """Name of the run folder; the recipe's file name where empty."""
    seeds: list[SeedSource] = Field(default_factory=lambda: [SeedSource()], min_length=1)
    """Sources of seeds, in order."""
    methods: dict[str, float] = Field(min_length=1)
    """Evolution methods by name, each with its weight."""
    engine: str = "program"
    """Where candidates come from."""
    filters: list[str] = Field(default_factory=lambda: ["verify", "dedup"])
    """What a candidate must pass, in order."""
    target: Target = Target()
    """How much to make."""
    rounds: int = Field(default=2, ge=1, le=20)
    """Rounds; each later one evolves the seeds and the accepted children of earlier ones."""
    seed: int = 0
    """Seed of every random choice."""
    workers: int = Field(default=0, ge=0)
    """Worker pairs (one proposes, one verifies); 0 for one a core. Does not change the result."""
    address: str = ""
    """Address of an existing Ray cluster; empty starts a private one. Does not change the result."""
    runs: str = "runs"
    """Folder that holds run folders."""

    @field_validator("methods", mode="before")
    @classmethod
    def _weights(cls, value: Any) -> Any:
        if isinstance(value, list) and all(isinstance(name, str) for name in value):
            return dict.fromkeys(value, 1.0)
        return value

    @field_validator("methods")
    @classmethod
    def _positive(cls, value: dict[str, float]) -> dict[str, float]:
        for name, weight in value.items():
            if not 0 < weight < 1e6:
                raise ValueError(f"the weight of {name} must be above 0")
        return value

    @field_validator("name")
    @classmethod
    def _a_folder(cls, value: str) -> str:
        if value.strip(".") == "" and value:
            raise ValueError("a run folder needs a name of its own")
        return value

    @property
    def folder(self) -> Path:
        """The run folder."""
        return Path(self.runs) / self.name

    def shaping(self) -> dict[str, Any]:
        """Everything that shapes the dataset: all keys but the machine's own."""
        return self.model_dump(mode="json", exclude={"workers", "address", "runs"})

    def fingerprint(self) -> str:
        """SHA-256 of the shaping keys, hexadecimal."""
        # Keys stay in their order: the order of methods is the order of their turns.
        return hashlib.sha256(json.dumps(self.shaping()).encode()).hexdigest()


def load(path: str, overrides: list[str] | None = None) -> Recipe:
    """The recipe in a YAML file with `key=value` overrides (dotted keys, YAML values). UserError in one line for anything wrong."""
    try:
        text = Path(path).read_text(encoding="utf-8")
    except FileNotFoundError:
        raise UserError(f"recipe {path} does not exist; see recipes/ for examples") from None
    except (OSError, UnicodeDecodeError) as error:
        raise UserError(f"cannot read recipe {path}: {error}") from None
    try:
        data = yaml.safe_load(text)
    except (yaml.YAMLError, ValueError, RecursionError) as error:
        raise UserError(f"recipe {path} is not YAML: {' '.join(str(error).split())[:300]}") from None
    if not isinstance(data, dict):
        raise UserError(f"recipe {path} must be a mapping of keys to values")
    data.setdefault("name", Path(path).stem)
    for override in overrides or []:
        _override(data, override)
    return parse(data, path)


def parse(data: dict[str, Any], where: str = "recipe") -> Recipe:
    """A recipe from plain data; UserError with the first problem in one line."""
    try:
        return Recipe.model_validate(data)
    except ValidationError as error:
        raise UserError(" ".join(f"{where}: {_explain(error)}".split())) from None


def _override(data: dict[str, Any], text: str) -> None:
    key, equals, value = text.partition("=")
    key = key.lstrip("-").strip()
    if not equals or not key:
        raise UserError(f"override {text!r} is not key=value, for example target.accepted=100")
    *path, last = key.split(".")
    place: Any = data
    for part in path:
        place = place.setdefault(part, {}) if isinstance(place, dict) else None
    if not isinstance(place, dict):
        raise UserError(f"override {key}: {'.'.join(path)} holds no keys")
    try:
        place[last] = yaml.safe_load(value)
    except (yaml.YAMLError, ValueError, RecursionError):
        raise UserError(f"override {key}: {value[:80]!r} is not a YAML value") from None


def _explain(error: ValidationError) -> str:
    first = error.errors()[0]
    where = ".".join(str(part) for part in first["loc"])
    if first["type"] == "extra_forbidden":
        sections: dict[str, type[BaseModel]] = {"target": Target, "seeds": SeedSource}
        owner = sections.get(str(first["loc"][0])) if len(first["loc"]) > 1 else Recipe
        known = list((owner or Recipe).model_fields)
        return f"unknown key {where}{nearest(str(first['loc'][-1]), known)}; known: {', '.join(known)}"
    if first["type"] == "missing":
        return f"key {where} is missing"
    return f"{where}: {first['msg'].removeprefix('Value error, ').lower()}, got {str(first['input'])[:60]!r}"

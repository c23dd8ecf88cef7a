"""Finds methods, filters and engines by file name: the folder listing is the catalogue, entry points add to it."""

from __future__ import annotations

import importlib
import pkgutil
from functools import cache
from importlib.metadata import EntryPoint, entry_points
from typing import Any

from evol.errors import UserError, nearest


# Reading the entry points opens the metadata of every installed package, so each answer is kept: actors ask for every candidate.
@cache
def _points(group: str) -> tuple[EntryPoint, ...]:
    return tuple(entry_points(group=group))


@cache
def names(package: str, group: str) -> tuple[str, ...]:
    """Every name that can be loaded: modules of the package and entry points of the group, sorted."""
    folder = importlib.import_module(package).__path__
    own = {info.name for info in pkgutil.iter_modules(folder) if not info.name.startswith("_")}
    return tuple(sorted(own | {point.name for point in _points(group)}))


@cache
def load(package: str, group: str, name: str, attribute: str) -> Any:
    """The object called `attribute` in module `package.name`, or the entry point of that name. UserError for an unknown name."""
    known = names(package, group)
    if name not in known:
        kind = package.rsplit(".", 1)[-1].rstrip("s")
        raise UserError(f"unknown {kind} {name!r}{nearest(name, known)}; known: {', '.join(known)}")
    for point in _points(group):
        if point.name == name:
            return point.load()
    return getattr(importlib.import_module(f"{package}.{name}"), attribute)

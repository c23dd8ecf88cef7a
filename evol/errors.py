"""The one exception a user sees: a single line that says what is wrong and what to do. The CLI turns it into exit code 2."""

from __future__ import annotations

import difflib
from collections.abc import Iterable


class UserError(Exception):
    """Bad input from the user: recipe, path, name, endpoint. `str(error)` is the one line to print."""


def nearest(word: str, known: Iterable[str]) -> str:
    """` (did you mean 'x'?)` or an empty string, to append to a message about an unknown name."""
    close = difflib.get_close_matches(word, list(known), n=1, cutoff=0.5)
    return f" (did you mean {close[0]!r}?)" if close else ""

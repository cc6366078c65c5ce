"""Clauses that hang on others, by a `when`, `if`, `because` or `after`."""

from __future__ import annotations

from collections.abc import Sequence

from .meaning import Token

_HANGING = frozenset({"order", "cause", "condition", "concession"})
"""Kinds of limits that may begin such a clause."""


def hung(tokens: Sequence[Token]) -> list[str]:
    """For each token the last word before it in its clause by which that hangs on another, or nothing."""
    found: list[str] = []
    for n, token in enumerate(tokens):
        is_on = n and tokens[n - 1].clause == token.clause
        word = next((limit.meaning for limit in token.limits if limit.kind in _HANGING), "")
        found.append(("when" if "when" in token.lead else word) or (found[-1] if is_on else ""))
    return found

"""What comes of looking for a quotation."""

from __future__ import annotations

from typing import Literal

from msgspec import Struct

from .places import Place

Reason = Literal["absent", "twice", "short"]


class Match(Struct, frozen=True):
    """Where a quotation stands in its source's text."""

    start: int
    end: int
    parts: Place


class Miss(Struct, frozen=True):
    """Why a quotation was not found, and the nearest passage where there is one."""

    reason: Reason
    nearest: str = ""
    diverges: str = ""
    offset: int = -1

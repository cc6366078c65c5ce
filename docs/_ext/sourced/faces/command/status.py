"""How a call of the command ends."""

from __future__ import annotations

CLEAN, FINDINGS, FAILED, UNREVIEWED, INTERRUPTED = 0, 1, 2, 3, 130


class CallError(Exception):
    """The command cannot do what it was asked to; the message says why."""

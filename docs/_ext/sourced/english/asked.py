"""What readers type into a search for what reports write: ``op-ed`` for an article, ``army`` for forces."""

from __future__ import annotations

from .tables import rows


def asked_alike() -> list[list[str]]:
    """The lines of the table: each the words of one thing."""
    return list(rows("asked.tsv"))

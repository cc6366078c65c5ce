"""What a call has to name rightly."""

from __future__ import annotations

from collections.abc import Collection

from ....rules.messages import nearest
from ..reports import plain
from ..status import CallError


def need(id_: str | None, known: Collection[str], what: str) -> None:
    """Raise ``CallError``, with the nearest that is known, unless an ID is known or not given."""
    if id_ is not None and id_ not in known:
        raise CallError(f"there is no {what} “{plain(id_)}”.{nearest(id_, known)}")

"""What is to be reviewed as a list for people, and as JSON for scripts."""

from __future__ import annotations

import json
from collections.abc import Sequence
from typing import Any

from msgspec import to_builtins

from ....account.proofs import Proof
from ....account.reviewing import Former, Item
from ..reports import plain


def render_list(items: Sequence[Item]) -> str:
    """Each item in two lines: where and what, and why it has to be read."""
    return "".join(map(named, items)) + f"{len(items)} to be reviewed.\n"


def named(item: Item) -> str:
    """One item of the list."""
    unit = item.judged.unit
    what = f"{plain(item.place)}: {unit.kind}: {plain(' '.join(unit.text.split()))}\n"
    return f"{what}    {plain(' '.join('; '.join(item.judged.reasons).split()))}\n"


def render_items(items: Sequence[Item]) -> str:
    """The items as JSON. ASCII only, so that no terminal's encoding can spoil it."""
    return json.dumps([_item(item) for item in items], indent=2) + "\n"


def _item(item: Item) -> dict[str, Any]:
    return {
        "place": item.place,
        "column": item.column,
        "digest": item.digest,
        "kind": item.judged.unit.kind,
        "text": item.judged.unit.text,
        "beyond": list(item.judged.beyond),
        "reasons": item.judged.reasons,
        "context": list(item.context),
        "evidence": [_proof(proof) for proof in item.proofs],
        "signed_before": _former(item.former) if item.former else None,
    }


def _proof(proof: Proof) -> dict[str, Any]:
    fields: dict[str, Any] = to_builtins(proof)
    del fields["pieces"]
    return fields | {"exact": proof.exact}


def _former(former: Former) -> dict[str, Any]:
    return {
        "on": former.signature.on,
        "note": former.signature.note,
        "text": former.signature.text,
        "words": [list(change) for change in former.words],
        "evidence_changed": list(former.facts),
        "evidence_gone": former.gone,
    }

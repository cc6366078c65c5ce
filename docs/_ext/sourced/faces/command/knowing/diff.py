"""What ``sourced diff`` prints."""

from __future__ import annotations

import argparse
import json
from collections.abc import Sequence
from pathlib import Path

from msgspec import to_builtins

from ....account.changes.compare import Changes, compare_books
from ..status import CLEAN
from ..streams import write_utf8
from .diffmarkdown import render_markdown
from .difftext import render_text
from .outline import summary
from .states import other_files, state_at


def diff(options: argparse.Namespace, root: Path) -> int:
    """Say what changed for a reader. Raises ``InputError`` and ``CallError``."""
    with state_at(root, options.rev or "HEAD") as before, state_at(root, options.rev2) as after:
        changes = compare_books(before.state, after.state)
        others = other_files(root, before, after)
    render = {"text": render_text, "markdown": render_markdown, "json": _render_json}[options.format]
    write_utf8(render(changes, before.name, after.name, others))
    return CLEAN


def _render_json(changes: Changes, before: str, after: str, others: Sequence[str]) -> str:
    told = {"from": before, "to": after, "summary": summary(changes)}
    return json.dumps(told | to_builtins(changes) | {"other_files": list(others)}, indent=2) + "\n"

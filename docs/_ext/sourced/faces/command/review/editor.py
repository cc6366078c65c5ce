"""Opening the reader's own editor at a place."""

from __future__ import annotations

import os
import shlex
import subprocess
from pathlib import Path

_AT_COLON = {"hx", "helix", "subl", "zed"}
"""Editors that take ``file:line``; most others take ``+line file``."""
_GO_TO = {"code", "code-insiders", "codium", "cursor"}
_WAIT = {"subl", "zed", *_GO_TO}
"""Editors that come back at once unless they are told to wait."""


def edit(file: Path, line: int) -> str:
    """Open ``file`` at ``line`` and wait; what went wrong, or nothing."""
    chosen = os.environ.get("VISUAL") or os.environ.get("EDITOR")
    if not chosen:
        return "No editor is named. Set VISUAL or EDITOR."
    try:
        ended = subprocess.run(_call(shlex.split(chosen), file, line), check=False)
    except (OSError, ValueError) as error:
        return f"The editor could not be started: {error}"
    return f"The editor ended with status {ended.returncode}." if ended.returncode else ""


def _call(editor: list[str], file: Path, line: int) -> list[str]:
    name = Path(editor[0]).stem.lower() if editor else ""
    wait = ["--wait"] if name in _WAIT else []
    if name in _GO_TO:
        return [*editor, *wait, "--goto", f"{file}:{line}"]
    return [*editor, *wait, f"{file}:{line}"] if name in _AT_COLON else [*editor, f"+{line}", str(file)]

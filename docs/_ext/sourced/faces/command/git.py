"""Asking git, which need not be there."""

from __future__ import annotations

import os
import subprocess
from pathlib import Path

_CLEAN = ("GIT_DIR", "GIT_WORK_TREE", "GIT_INDEX_FILE")
"""Set inside a hook, these would lead to another repository than the book's."""
_PATIENCE = 60


def git(root: Path, *arguments: str, given: bytes = b"") -> bytes | None:
    """What git answers; nothing where there is no git, no repository, or no such thing in it."""
    env = {name: value for name, value in os.environ.items() if name not in _CLEAN}
    try:
        ended = subprocess.run(
            ["git", *arguments],
            cwd=root,
            env=env,
            input=given,
            capture_output=True,
            timeout=_PATIENCE,
            check=False,
        )
    except (OSError, subprocess.SubprocessError):
        return None
    return ended.stdout if ended.returncode == 0 else None


def git_text(root: Path, *arguments: str) -> str | None:
    """The same as text."""
    answer = git(root, *arguments)
    return None if answer is None else answer.decode("utf-8", "replace")


def git_user(root: Path) -> str:
    """What git calls whoever works here; empty if it does not know."""
    return " ".join((git_text(root, "config", "user.name") or "").split())

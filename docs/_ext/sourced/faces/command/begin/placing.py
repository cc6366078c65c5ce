"""Putting files into a folder: all of them or none, and never over one that is there."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path

from ....account.writing import write_together


def place(root: Path, files: Mapping[str, str], edits: Mapping[Path, str]) -> tuple[list[str], list[str]]:
    """Write what is not there yet, and the changed files; what was written, and what was there already.

    If anything cannot be written, what was is taken away again.
    """
    kept = [name for name in files if _is_there(root / name)]
    written = [name for name in files if name not in kept]
    folders: list[Path] = []
    try:
        for name in written:
            folders += _make_folders((root / name).parent)
        write_together({**{root / name: files[name] for name in written}, **edits})
    except BaseException:
        for folder in reversed(folders):
            folder.rmdir()
        raise
    return written, kept


def _is_there(path: Path) -> bool:
    return path.exists() or path.is_symlink()


def _make_folders(folder: Path) -> list[Path]:
    """The folders that were not there, from the outermost inward."""
    missing = [each for each in (folder, *folder.parents) if not each.exists()]
    folder.mkdir(parents=True, exist_ok=True)
    return missing[::-1]

"""Putting files into a folder: all of them or none, and never over one that is there."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from pathlib import Path

from ....account.writing import write_whole


def place(root: Path, files: Mapping[str, str], edits: Mapping[Path, str]) -> tuple[list[str], list[str]]:
    """Write what is not there yet, and the changed files; what was written, and what was there already.

    If anything cannot be written, what was is taken away again.
    """
    kept = [name for name in files if _is_there(root / name)]
    made: list[Path] = []
    before = {path: path.read_bytes() for path in edits}
    try:
        for name in files.keys() - set(kept):
            made += _make_folders((root / name).parent)
            made.append(root / name)
            write_whole(root / name, files[name])
        for path, text in edits.items():
            write_whole(path, text)
    except BaseException:
        _undo(made, before)
        raise
    return [name for name in files if name not in kept], kept


def _is_there(path: Path) -> bool:
    return path.exists() or path.is_symlink()


def _make_folders(folder: Path) -> list[Path]:
    """The folders that were not there, from the outermost inward."""
    missing = [each for each in (folder, *folder.parents) if not each.exists()]
    folder.mkdir(parents=True, exist_ok=True)
    return missing[::-1]


def _undo(made: Iterable[Path], before: Mapping[Path, bytes]) -> None:
    for path in reversed(list(made)):
        if path.is_dir():
            path.rmdir()
        else:
            path.unlink(missing_ok=True)
    for path, content in before.items():
        if path.read_bytes() != content:
            write_whole(path, content.decode("utf-8"))

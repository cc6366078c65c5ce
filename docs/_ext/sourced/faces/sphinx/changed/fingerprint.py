"""Telling in a moment whether anything may have changed since the last build.

Nothing of the core is imported here: a build with nothing to do needs none of it.
"""

from __future__ import annotations

import os
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from hashlib import sha256
from pathlib import Path

PACKAGE = Path(__file__).parents[3]


@dataclass(frozen=True, slots=True, kw_only=True)
class Watched:
    """Where all comes from that pages are judged by: three files and a folder."""

    settings: Path
    data: Path
    signed: Path
    seeds: Path


def code_fingerprint(settings_file: Path) -> str:
    """Changes with the extension itself, and with the settings: something else may be found, and shown."""
    return _digest([*_stats(PACKAGE), *_contents(settings_file)])


def data_fingerprint(watched: Watched) -> str:
    """Changes with the content of the facts and of the signatures, and with any source.

    Sources are told apart by size and time of change, as a gigabyte of them may be kept.
    """
    return _digest([*_contents(watched.data, watched.signed), *_stats(watched.seeds)])


def _contents(*files: Path) -> list[str]:
    return [sha256(file.read_bytes() if file.is_file() else b"").hexdigest() for file in files]


def _stats(folder: Path) -> list[str]:
    return sorted(_each_stat(str(folder))) if folder.is_dir() else []


def _each_stat(folder: str) -> Iterator[str]:
    """Each file below a folder with its size and time, at a quarter of what `pathlib` takes for hundreds."""
    for entry in os.scandir(folder):
        if entry.is_dir(follow_symlinks=False):
            if entry.name != "__pycache__":
                yield from _each_stat(entry.path)
        elif entry.is_file():
            stat = entry.stat()
            yield f"{entry.path}\n{stat.st_size}\n{stat.st_mtime_ns}"


def _digest(parts: Iterable[str]) -> str:
    return sha256("\n\n".join(parts).encode("utf-8", "surrogateescape")).hexdigest()

"""Telling in a moment whether anything may have changed since the last build.

Nothing of the core is imported here: a build with nothing to do needs none of it.
"""

from __future__ import annotations

from collections.abc import Iterable
from hashlib import sha256
from pathlib import Path

PACKAGE = Path(__file__).parents[2]


def code_fingerprint() -> str:
    """Changes with the extension itself: other rules may find, and show, something else."""
    return _digest(_stats(PACKAGE, "*"))


def data_fingerprint(data_file: Path, signed_file: Path, seeds: Path) -> str:
    """Changes with the content of the facts and of the signatures, and with any source.

    Sources are told apart by size and time of change, as a gigabyte of them may be kept.
    """
    contents = [file.read_bytes() if file.is_file() else b"" for file in (data_file, signed_file)]
    return _digest([*(sha256(content).hexdigest() for content in contents), *_stats(seeds, "*")])


def _stats(folder: Path, pattern: str) -> list[str]:
    files = (path for path in folder.rglob(pattern) if path.is_file() and path.parent.name != "__pycache__")
    return sorted(f"{path}\n{(stat := path.stat()).st_size}\n{stat.st_mtime_ns}" for path in files)


def _digest(parts: Iterable[str]) -> str:
    return sha256("\n\n".join(parts).encode("utf-8", "surrogateescape")).hexdigest()

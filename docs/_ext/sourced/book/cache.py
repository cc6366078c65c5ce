"""Where a check or a build keeps what it found for the next one: a folder that may be deleted at any time.

Whatever is wrong with it, there is then nothing kept; and what cannot be written is not kept.
Each file begins with a digest of all the rest, and is written beside the old one and put in its place.
"""

from __future__ import annotations

import os
import tempfile
from contextlib import suppress
from hashlib import sha256
from pathlib import Path

FOLDER = ".sourced-cache"
WORTH = 100
"""A book of fewer facts is checked in a second, and nothing of it is kept."""
_MARKS = {
    ".gitignore": "*\n",
    "CACHEDIR.TAG": "Signature: 8a477f597d28d172789f06886806bc55\n# What was found last time.\n",
}


def read_cached(root: Path, name: str) -> bytes | None:
    """What was kept of a book under a name; None if that is nothing, or no longer what was written."""
    try:
        data = (root / FOLDER / name).read_bytes()
    except OSError:
        return None
    digest, _, kept = data.partition(b"\n")
    return kept if digest.decode("latin-1") == sha256(kept).hexdigest() else None


def write_cached(root: Path, name: str, kept: bytes) -> None:
    """Keep something of a book, if it can be written."""
    with suppress(OSError):
        folder = root / FOLDER
        if not folder.is_dir():
            folder.mkdir()
            for mark, text in _MARKS.items():
                (folder / mark).write_text(text, encoding="utf-8")
        _replace(folder / name, sha256(kept).hexdigest().encode() + b"\n" + kept)


def _replace(path: Path, data: bytes) -> None:
    handle, name = tempfile.mkstemp(dir=path.parent, prefix=f"{path.name}.")
    try:
        with os.fdopen(handle, "wb") as file:
            file.write(data)
        Path(name).replace(path)
    except BaseException:
        Path(name).unlink(missing_ok=True)
        raise

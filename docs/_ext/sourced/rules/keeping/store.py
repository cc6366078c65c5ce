"""Where a check or a build keeps what it found for the next one: a folder that may be deleted at any time.

Whatever is wrong with it, there is then nothing kept; and what cannot be written is not kept. The file begins
with a digest of all the rest, and is written beside the old one and put in its place.
"""

from __future__ import annotations

import os
import tempfile
from contextlib import suppress
from hashlib import sha256
from pathlib import Path

from msgspec import DecodeError, msgpack

from ...book.book import Book
from .known import Entries, Known

FOLDER = ".sourced-cache"
_FILE = "verdicts"
_WORTH = 100
"""A book of fewer facts is checked in a second, and nothing of it is kept."""
_MARKS = {
    ".gitignore": "*\n",
    "CACHEDIR.TAG": "Signature: 8a477f597d28d172789f06886806bc55\n# What was found last time.\n",
}


def load_known(book: Book) -> Known | None:
    """What was kept of a book; None if it is too small for that."""
    if len(book.facts) < _WORTH:
        return None
    try:
        data = (book.root / FOLDER / _FILE).read_bytes()
    except OSError:
        return Known()
    digest, _, kept = data.partition(b"\n")
    if digest.decode("latin-1") != sha256(kept).hexdigest():
        return Known()
    try:
        return Known(msgpack.decode(kept, type=Entries))
    except DecodeError:
        return Known()


def save_known(root: Path, known: Known) -> None:
    """Keep what was found, if that is anything new and can be written."""
    if not known.is_new:
        return
    with suppress(OSError, UnicodeEncodeError):
        kept = msgpack.encode(known.now)
        folder = root / FOLDER
        if not folder.is_dir():
            folder.mkdir()
            for name, text in _MARKS.items():
                (folder / name).write_text(text, encoding="utf-8")
        _replace(folder / _FILE, sha256(kept).hexdigest().encode() + b"\n" + kept)


def _replace(path: Path, data: bytes) -> None:
    handle, name = tempfile.mkstemp(dir=path.parent, prefix=f"{path.name}.")
    try:
        with os.fdopen(handle, "wb") as file:
            file.write(data)
        Path(name).replace(path)
    except BaseException:
        Path(name).unlink(missing_ok=True)
        raise

"""Reading a file as UTF-8 text, newlines as they stand, with a clear word when it cannot be."""

from __future__ import annotations

import stat
from collections.abc import Mapping
from pathlib import Path
from types import MappingProxyType

from .place import LineStarts


class UnreadableError(Exception):
    """Why a file could not be read; ``place`` is inside it, for a fault of its content."""

    def __init__(self, code: str, message: str, place: tuple[int, int] | None = None) -> None:
        super().__init__(message)
        self.code = code
        self.message = message
        self.place = place


Unsaved = Mapping[str, str]
"""Texts that stand in an editor and not yet in their files, by the names of these."""
NOTHING_UNSAVED: Unsaved = MappingProxyType({})


def read_text(path: Path, name: str, unsaved: Unsaved = NOTHING_UNSAVED) -> str:
    """The text of an ordinary file, which messages call ``name``; or what is to be saved there."""
    if name in unsaved:
        return unsaved[name]
    return decode(read_bytes(path, name), name)


def read_bytes(path: Path, name: str) -> bytes:
    """The bytes of an ordinary file, which messages call ``name``."""
    try:
        # Looked at before it is opened: opening a pipe would wait for ever.
        if not stat.S_ISREG(_mode(path, f"file `{name}`")):
            raise UnreadableError("file-unreadable", f"`{name}` is not an ordinary file")
        return path.read_bytes()
    except OSError as error:
        raise UnreadableError("file-unreadable", f"`{name}` cannot be read: {error.strerror}") from None


def need_folder(path: Path, name: str) -> None:
    """Raises unless there is a folder, which messages call ``name``."""
    if not stat.S_ISDIR(_mode(path, f"folder `{name}`")):
        raise UnreadableError("file-unreadable", f"`{name}` is not a folder")


def _mode(path: Path, what: str) -> int:
    try:
        return path.stat().st_mode
    except FileNotFoundError:
        raise UnreadableError("file-missing", f"there is no {what}") from None
    except (OSError, ValueError) as error:  # ValueError: a name that the file system cannot hold
        reason = getattr(error, "strerror", None) or "its name is not valid here"
        raise UnreadableError("file-unreadable", f"the {what} cannot be read: {reason}") from None


def decode(data: bytes, name: str) -> str:
    """Bytes as UTF-8 text; a NUL byte shows that they are no text (UTF-16, for one)."""
    try:
        text = data.decode("utf-8")
    except UnicodeDecodeError as error:
        before = data[: error.start].decode("utf-8")
        message = f"`{name}` is not UTF-8: byte 0x{data[error.start]:02x} cannot stand here"
        raise UnreadableError("encoding", message, LineStarts(before).place(len(before))) from None
    if (nul := text.find("\0")) >= 0:
        message = f"`{name}` holds a NUL byte: it is not UTF-8 text (perhaps UTF-16)"
        raise UnreadableError("encoding", message, LineStarts(text).place(nul))
    return text

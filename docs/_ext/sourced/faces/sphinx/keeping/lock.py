"""One build at a time in a folder: who comes second waits, and says for what.

The system takes a lock back when its process ends, however that ends. Processes that a killed build has left
behind keep it until they have written what they were about to write.
"""

from __future__ import annotations

import os
from pathlib import Path

from sphinx.application import Sphinx
from sphinx.util.logging import getLogger

try:
    import fcntl
except ImportError:  # Windows has no such locks
    fcntl = None  # type: ignore[assignment]  # asked for before each use

logger = getLogger(__name__)

_held: dict[Path, int] = {}
"""The folders that this process holds: within it, builds follow each other."""


def hold(folder: Path) -> None:
    """Hold a folder until it is let go, or the process ends."""
    if fcntl is None or folder in _held:
        return
    handle = os.open(folder, os.O_RDONLY)
    try:
        try:
            fcntl.flock(handle, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except BlockingIOError:
            logger.info("another build is at work in %s; this one goes on when that has ended", folder)
            fcntl.flock(handle, fcntl.LOCK_EX)
    except BaseException as error:
        os.close(handle)
        if isinstance(error, OSError):  # a file system that knows no locks
            return
        raise
    _held[folder] = handle


def let_go(folder: Path) -> None:
    """Let others build there."""
    if (handle := _held.pop(folder, None)) is not None:
        os.close(handle)


def folders(app: Sphinx) -> list[Path]:
    """The folders that a build writes to, in the same order for all who wait for them."""
    return sorted({Path(app.doctreedir), Path(app.outdir)})


def begin(app: Sphinx, _config: object) -> None:
    """Hold the folders before anything is read from them."""
    for folder in folders(app):
        folder.mkdir(parents=True, exist_ok=True)
        hold(folder)


def end(app: Sphinx, _error: Exception | None = None) -> None:
    """Let go of the folders."""
    for folder in folders(app):
        let_go(folder)

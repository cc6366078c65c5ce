"""The loop of the live preview: wait for a change, build, tell the browsers."""

from __future__ import annotations

import os
import signal
import sys
import threading
import time
from contextlib import suppress
from pathlib import Path
from types import FrameType

from ...book.settings import SETTINGS_FILE, readable_settings
from ..command.status import CallError
from .server import Preview
from .site import Site

try:
    from watchfiles import Change, DefaultFilter, watch
except ImportError:
    raise CallError("the live preview needs watchfiles: pip install 'sourced-book[preview]'") from None

STEP, CALM = 40, 400
"""After how many milliseconds without a further change one is built, as editors write in steps; and after how
many those pages that only show something of what has changed."""

RESTARTING = frozenset({".py", ".css", ".js", ".html"})
"""What one process reads only once: code, and the files of which pages tell the version."""


class Stop(threading.Event):
    """Set by Ctrl-C, so that a build at work ends first; pressed again, it ends at once."""

    def listen(self) -> None:
        """Take the signals."""
        for each in (signal.SIGINT, signal.SIGTERM):
            signal.signal(each, self._heard)

    def _heard(self, _number: int, _frame: FrameType | None) -> None:
        if self.is_set():
            raise KeyboardInterrupt
        self.set()


def serve(root: Path, out: Path, port: int) -> int:
    """Build, serve, and build again on each change, until Ctrl-C."""
    root = root.resolve()
    site, stop = Site(root=root, out=out.resolve()), Stop()
    stop.listen()
    preview = _listening(site.pages, port)
    threading.Thread(target=preview.serve_forever, daemon=True).start()
    print(f"{preview.address} shows the book. Ctrl-C ends it.", flush=True)
    seen = _stamp(root)
    with preview.writing():
        _build(site, preview)
    if not stop.is_set():
        for changes in watch(
            *_watched(root),
            step=STEP,
            rust_timeout=CALM,
            yield_on_timeout=True,
            stop_event=stop,
            raise_interrupt=False,
        ):
            now = _stamp(root)
            # What is saved during the first build, or just as changes are handed over, is never told.
            missed = () if changes else (path for path, *_ in now ^ seen)
            seen = now
            _take_in([*(Path(path) for _, path in changes), *missed], site, preview)
    preview.shutdown()
    preview.server_close()
    site.end()
    return 0


def _listening(folder: Path, port: int) -> Preview:
    try:
        return Preview(folder, port)
    except OSError as error:
        raise CallError(f"port {port} cannot be used: {error.strerror}; name another with --port") from None


def _watched(root: Path) -> list[Path]:
    settings = readable_settings(root)
    parts = (
        settings.docs,
        settings.data_file,
        settings.signed_file,
        settings.seeds,
        SETTINGS_FILE,
        "conf.py",
    )
    named = tuple(root / part for part in parts)
    return sorted(
        {path if path.is_dir() or path.suffix == ".py" else path.parent for path in named if path.exists()}
    )


def _stamp(root: Path) -> frozenset[tuple[Path, int, int]]:
    """The files that are watched, each with its size and when it was last written."""
    is_watched = DefaultFilter()
    found = set()
    for path in _watched(root):
        for file in path.rglob("*") if path.is_dir() else (path,):
            with suppress(OSError):  # it has just gone
                if is_watched(Change.modified, str(file)) and file.is_file():
                    found.add((file, file.stat().st_size, file.stat().st_mtime_ns))
    return frozenset(found)


def _take_in(changed: list[Path], site: Site, preview: Preview) -> None:
    """Build what has changed; if nothing has for a while, what was left over."""
    if any(path.suffix in RESTARTING for path in changed):
        preview.server_close()
        os.execv(sys.executable, sys.orig_argv)
    if changed:
        with preview.writing():
            _build(site, preview, hurry=True)
    elif site.is_behind:
        _build(site, preview)


def _build(site: Site, preview: Preview, *, hurry: bool = False) -> None:
    built = site.build(hurry=hurry)
    preview.tell(time.time_ns() if built.pages else preview.built, built.messages)
    what = "built" if built.pages else "not built: the last pages stay"
    print(f"{what}, in {built.seconds:.2f} s", flush=True)

"""Serving the book to this machine alone, with a script on each page that hears of what has been built."""

from __future__ import annotations

import json
import threading
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from functools import partial
from http import HTTPStatus
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path

HOST = "127.0.0.1"
NAMES = {HOST, "localhost"}
"""What a browser may call this machine: under any other name, somebody else's page would be asking."""

STATIC = Path(__file__).parent / "static"
OWN, EVENTS = "/-/", "/-/events"
SCRIPT = b'<script src="/-/live.js" data-built="%s" defer></script>'
LONGEST_WAIT = 60.0
"""How many seconds a request waits for a build that is at work."""

HEARTBEAT = 15.0
"""After how many seconds without news a browser is told so, to find out whether it is still there."""


class Preview(ThreadingHTTPServer):
    """Serves one folder, and tells browsers of builds."""

    daemon_threads = True
    allow_reuse_address = True

    def __init__(self, folder: Path, port: int) -> None:
        self.changed = threading.Condition()
        self.is_whole = threading.Event()
        self.built, self.messages = 0, tuple[str, ...]()
        self.told = 0
        """How often there was news."""
        super().__init__((HOST, port), partial(Handler, directory=str(folder)))

    @property
    def address(self) -> str:
        """Where a browser finds it."""
        return f"http://{HOST}:{self.server_address[1]}/"

    def tell(self, built: int, messages: tuple[str, ...]) -> None:
        """Let all browsers know; ``built`` is new if there are new pages."""
        with self.changed:
            self.built, self.messages = built, messages
            self.told += 1
            self.changed.notify_all()

    def news(self, known: int) -> tuple[int, dict[str, object]]:
        """What there is to tell to whom has been told ``known`` times; nothing, if there is none for long."""
        with self.changed:
            if not self.changed.wait_for(lambda: self.told != known, HEARTBEAT):
                return known, {}
            return self.told, {"built": str(self.built), "messages": self.messages}

    @contextmanager
    def writing(self) -> Iterator[None]:
        """Let requests wait while pages are written."""
        self.is_whole.clear()
        try:
            yield
        finally:
            self.is_whole.set()

    def handle_error(self, request: object, client_address: object) -> None:
        """Say nothing of a browser that has gone."""


class Handler(SimpleHTTPRequestHandler):
    """Answers one request."""

    server: Preview

    def do_GET(self) -> None:
        """Answer."""
        if self.headers.get("Host", "").rsplit(":", 1)[0] not in NAMES:
            self.send_error(HTTPStatus.FORBIDDEN, "This preview is for this machine alone")
        elif self.path == EVENTS:
            self._events()
        elif self.path.startswith(OWN):
            self._own()
        else:
            self.server.is_whole.wait(LONGEST_WAIT)
            self._page()

    def do_HEAD(self) -> None:
        """Answer without the page itself: so a browser asks whether its page is a new one."""
        self.do_GET()

    def end_headers(self) -> None:
        """Let nothing be kept: the next look may find something else."""
        self.send_header("Cache-Control", "no-store")
        super().end_headers()

    def log_message(self, format: str, *args: object) -> None:  # noqa: A002  the name is the library's
        """Say nothing: the terminal is for what is found."""

    def _page(self) -> None:
        path = Path(self.translate_path(self.path))
        file = path / "index.html" if path.is_dir() else path
        if file.suffix != ".html" or (path.is_dir() and not self.path.split("?")[0].endswith("/")):
            super().do_HEAD() if self.command == "HEAD" else super().do_GET()
            return
        status, page, tag = HTTPStatus.OK, b"", ""
        try:
            page, tag = file.read_bytes(), str(file.stat().st_mtime_ns)
        except OSError:
            status, page = (
                HTTPStatus.NOT_FOUND,
                b"<!DOCTYPE html><title>Not built</title><p>No such page.</p>",
            )
        self._send(page + SCRIPT % tag.encode(), "text/html; charset=utf-8", status, tag)

    def _own(self) -> None:
        file = STATIC / self.path.removeprefix(OWN)
        if file.parent != STATIC or not file.is_file():
            self.send_error(HTTPStatus.NOT_FOUND)
            return
        self._send(file.read_bytes(), self.guess_type(str(file)))

    def _send(self, body: bytes, kind: str, status: HTTPStatus = HTTPStatus.OK, tag: str = "") -> None:
        self.send_response(status)
        self.send_header("Content-Type", kind)
        self.send_header("Content-Length", str(len(body)))
        if tag:
            self.send_header("ETag", f'"{tag}"')
        self.end_headers()
        if self.command != "HEAD":
            self.wfile.write(body)

    def _events(self) -> None:
        """Tell of each build as it comes, until the browser has gone."""
        self.send_response(HTTPStatus.OK)
        self.send_header("Content-Type", "text/event-stream")
        self.end_headers()
        known = 0
        with suppress(OSError):
            while True:
                known, news = self.server.news(known)
                said = f"data: {json.dumps(news)}" if news else ": still here"
                self.wfile.write(f"{said}\n\n".encode())
                self.wfile.flush()

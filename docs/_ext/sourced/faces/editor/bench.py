"""The bench: when what is judged, and what the editor is told of it. All of this runs in one event loop."""

from __future__ import annotations

import asyncio
import time
from collections.abc import Callable, Sequence
from contextlib import suppress
from pathlib import Path
from threading import Event
from typing import TYPE_CHECKING, Protocol

from lsprotocol import types as lsp
from pygls.uris import to_fs_path

from ...book.findings import InputError
from ...book.settings import find_root
from ...chain.library import Library
from .answers import Desk
from .board import Board
from .editions import judge_whole, read_edition
from .files import stamps
from .reading.positions import Positions, changed
from .workshop import Workshop

if TYPE_CHECKING:  # it would go round
    from .server import Server

_PAGE, _BOOK, _WHOLE = 0.05, 0.2, 0.6
"""So many seconds nobody types before a page, the book, all of it is judged anew."""
_BUSY, _WAIT = 0.5, 0.05
"""So many seconds after somebody typed the whole book waits, and so often it looks whether it may go on."""
_LOOK = 2.0
"""So many seconds go by before files are looked at again while somebody types."""


class Asked(Protocol):
    """A question about one place of one file."""

    @property
    def text_document(self) -> lsp.TextDocumentIdentifier:
        """The file."""

    @property
    def position(self) -> lsp.Position:
        """The place."""


class Bench:
    """What a server works on, and when."""

    def __init__(self, server: Server) -> None:
        self._server = server
        self.workshop: Workshop | None = None
        self._board = Board(server)
        self._timers: dict[str, asyncio.TimerHandle] = {}
        self._renewing: asyncio.Task[None] | None = None
        self._whole: asyncio.Task[None] | None = None
        self._again = False
        self._stop = Event()
        self._stamps: dict[str, tuple[int, int]] = {}
        self._looked = 0.0
        self._busy_until = 0.0
        self._ended = False

    def look_for_book(self) -> None:
        """Find the book that the editor has open, and read it."""
        folders = [Path(folder) for folder in self._folders()]
        for start in [self._server.root] if self._server.root else folders:
            with suppress(InputError):  # a folder of no book
                return self._begin(find_root(start))
        return None

    def _folders(self) -> list[str]:
        uris = [folder.uri for folder in self._server.workspace.folders.values()]
        uris += [uri] if not uris and (uri := self._server.workspace.root_uri) else []
        return [path for uri in uris if (path := to_fs_path(uri))]

    def _begin(self, root: Path) -> None:
        if self.workshop is None:
            self.workshop = Workshop(root)
            for uri, document in self._server.workspace.text_documents.items():
                self.opened(uri, document.source)
            self._renew()

    def opened(self, uri: str, text: str) -> None:
        """A file is open in the editor, with this text."""
        path = to_fs_path(uri)
        if self.workshop is None and path:
            with suppress(InputError):  # a file of no book
                self._begin(find_root(Path(path).parent))
        elif file := self._file(uri):
            self._typed(file, text)

    def changed(self, uri: str, changes: Sequence[lsp.TextDocumentContentChangeEvent]) -> None:
        """Somebody types."""
        file, workshop = self._file(uri), self.workshop
        if workshop is None or file not in workshop.unsaved:
            return
        text = workshop.unsaved[file]
        for change in changes:
            text = changed(text, change, self._server.workspace.position_codec)
        self._typed(file, text)

    def closed(self, uri: str) -> None:
        """A file counts as it is saved again."""
        file = self._file(uri)
        if self.workshop and file and self.workshop.unsaved.pop(file, None) is not None:
            self._later(file)

    def _typed(self, file: str, text: str) -> None:
        if self.workshop:
            self.workshop.type(file, text)
            self._busy_until = time.monotonic() + _BUSY
            self._later(file)

    def _file(self, uri: str) -> str | None:
        path = to_fs_path(uri)
        return self.workshop.name(Path(path)) if self.workshop and path else None

    def _later(self, file: str) -> None:
        if self.workshop is None:
            return
        if self.workshop.is_of_the_book(file):
            self._after(_BOOK, "", self._renew)
        elif self.workshop.is_page(file):
            self._after(_PAGE, file, lambda: self._judge(file))

    def _after(self, seconds: float, what: str, do: Callable[[], None]) -> None:
        if waiting := self._timers.pop(what, None):
            waiting.cancel()
        if self._ended:
            return

        def now() -> None:
            self._timers.pop(what, None)
            do()

        self._timers[what] = asyncio.get_running_loop().call_later(seconds, now)

    def _judge(self, file: str) -> None:
        if self.workshop is None:
            return
        self.workshop.judge(file)
        self._board.show(self.workshop, file)
        if asyncio.get_running_loop().time() > self._looked + _LOOK:
            self.look_at_files()

    def look_at_files(self) -> None:
        """Read again what has changed on the disk."""
        if self.workshop is None:
            return
        self._looked = asyncio.get_running_loop().time()
        now, before = stamps(self.workshop.root, self.workshop.settings), self._stamps
        self._stamps = now
        other = {file for file in now.keys() | before.keys() if now.get(file) != before.get(file)}
        for file in other - self.workshop.unsaved.keys():
            self._later(file)

    def _renew(self) -> None:
        self._again = True
        if self._renewing is None or self._renewing.done():
            self._renewing = asyncio.get_running_loop().create_task(self._renewal())

    async def _renewal(self) -> None:
        """Read the book, as often as it has changed meanwhile; then judge all of it."""
        workshop = self.workshop
        while workshop is not None and self._again:
            self._again = False
            self._stop.set()
            self._stamps = stamps(workshop.root, workshop.settings)
            given = (dict(workshop.unsaved), workshop.open_pages, workshop.edition)
            try:
                edition = await asyncio.to_thread(read_edition, workshop.root, *given)
            except InputError as error:
                workshop.refuse(error)
            else:
                workshop.take(edition)
            self._board.show(workshop)
        self._after(_WHOLE, "*", self._begin_whole)

    def _begin_whole(self) -> None:
        self._whole = asyncio.get_running_loop().create_task(self._judge_whole())

    async def _judge_whole(self) -> None:
        workshop, stop = self.workshop, Event()
        if workshop is None or workshop.edition is None or workshop.broken:
            return
        self._stop, edition = stop, workshop.edition

        def stopped() -> bool:
            while time.monotonic() < self._busy_until and not stop.is_set():
                time.sleep(_WAIT)
            return stop.is_set()

        given = (edition.book, dict(workshop.unsaved), stopped)
        try:
            whole = await asyncio.to_thread(judge_whole, *given)
        except InputError as error:
            workshop.refuse(error)
            whole = None
        if whole is not None and workshop.edition is edition:
            workshop.take_whole(whole)
        self._board.show(workshop)

    async def settled(self) -> None:
        """Wait until what was typed is judged."""
        for what in [what for what in self._timers if what != "*"]:
            waiting = self._timers.pop(what)
            waiting.cancel()
            if what:
                self._judge(what)
            else:
                self._renew()
        if self._renewing is not None:
            await asyncio.wait([self._renewing], timeout=5)

    def end(self) -> None:
        """Begin nothing more."""
        self._ended = True
        self._stop.set()
        for waiting in self._timers.values():
            waiting.cancel()
        self._timers.clear()

    @property
    def library(self) -> Library | None:
        """What is known of the book as it could be read last."""
        edition = self.workshop.edition if self.workshop else None
        return edition.library if edition else None

    def desk(self, uri: str) -> Desk | None:
        """A file that somebody works on; None for one that is not of the book."""
        file, workshop, library = self._file(uri), self.workshop, self.library
        text = workshop.text(file) if workshop and file else None
        if workshop is None or file is None or library is None or text is None:
            return None
        codec = self._server.workspace.position_codec
        return Desk(
            workshop=workshop, library=library, codec=codec, file=file, positions=Positions(text, codec)
        )

    def at(self, params: Asked) -> Desk | None:
        """The place that the editor asks about."""
        desk = self.desk(params.text_document.uri)
        return desk.moved(params.position) if desk else None

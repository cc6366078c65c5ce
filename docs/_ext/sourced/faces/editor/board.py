"""What the editor was told of each file last, so that it is told only what is other now."""

from __future__ import annotations

from typing import TYPE_CHECKING

from lsprotocol.types import PublishDiagnosticsParams

from ...book.findings import Finding
from .answers import uri_of
from .diagnostics import codes_page, diagnostics
from .reading.positions import Positions
from .workshop import Workshop

if TYPE_CHECKING:  # it would go round
    from .server import Server


class Board:
    """The findings as they are shown."""

    def __init__(self, server: Server) -> None:
        self._server = server
        self._shown: dict[str, list[Finding]] = {}

    def show(self, workshop: Workshop, *typed: str) -> None:
        """Tell the findings of each file where they are others now, and of those ``typed`` into."""
        told = workshop.findings()
        pages = ((page.file, page.text) for page, _ in workshop.pages.values())
        codes = codes_page(workshop.root, pages, self._server.setting("codes"))
        for file in told.keys() | self._shown.keys():
            findings = told.get(file, [])
            if self._shown.get(file, []) == findings and file not in typed:
                continue
            positions = Positions(workshop.text(file) or "", self._server.workspace.position_codec)
            shown = diagnostics(findings, positions, codes)
            params = PublishDiagnosticsParams(uri_of(workshop.root, file), shown)
            self._server.text_document_publish_diagnostics(params)
        self._shown = {file: list(found) for file, found in told.items() if found}

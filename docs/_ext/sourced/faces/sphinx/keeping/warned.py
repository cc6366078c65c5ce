"""Pages of which Sphinx warns: they are never up to date, so that the next build warns again.

What the checks find is kept as findings, and told in each build; but what Sphinx has to say of a page it says
once, when it reads the page or writes it. A warning of which nobody can tell the page concerns all.
"""

from __future__ import annotations

import logging
import os.path
from pathlib import Path

from docutils import nodes
from sphinx.application import Sphinx
from sphinx.util.build_phase import BuildPhase
from sphinx.util.logging import NAMESPACE, get_node_location, is_suppressed_warning

ALL = "*"
"""In place of a page: every page."""

REFUTED = 1
"""The exit status of a build that shows something to be wrong, as of the command line."""


class Warned(logging.Handler):
    """Notes the pages of which one build warns: while it reads, and later."""

    def __init__(self, app: Sphinx) -> None:
        super().__init__(logging.WARNING)
        self._app = app
        self.reading: set[str] = set()
        self.writing: set[str] = set()

    def forget(self) -> None:
        """Begin anew."""
        self.reading.clear()
        self.writing.clear()

    def emit(self, record: logging.LogRecord) -> None:
        """Note a warning. A finding is kept elsewhere, unless it is found while a page is written."""
        kind, subkind = getattr(record, "type", None), getattr(record, "subtype", None)
        if is_suppressed_warning(kind or "", subkind or "", self._app.config.suppress_warnings):
            return
        if kind == "sourced":
            self._app.statuscode = REFUTED
        phase = self._app.phase
        if phase > BuildPhase.READING:
            self.writing |= self._pages(getattr(record, "location", None))
        elif phase == BuildPhase.READING and kind != "sourced":
            self.reading |= self._pages(getattr(record, "location", None))

    def _pages(self, location: object) -> set[str]:
        """The pages that a place belongs to: one, or those that take it in from another file."""
        env = self._app.env
        if isinstance(location, nodes.Node):
            location = get_node_location(location)
        elif isinstance(location, tuple):
            location = location[0]
        if location in env.found_docs:
            return {str(location)}
        file, _, line = str(location or "").rpartition(":")
        path = Path(file if line.isdigit() or not line else str(location))
        if (docname := env.path2doc(path)) in env.found_docs:
            return {str(docname)}
        name = os.path.relpath(path, env.srcdir)
        users = {docname for docname, others in env.dependencies.items() if name in map(str, others)}
        return users or {ALL}


def setup_warned(app: Sphinx) -> Warned:
    """Listen from the start of a build; Sphinx takes the listener away with its own when another begins."""
    warned = Warned(app)
    app.connect("builder-inited", lambda _app: logging.getLogger(NAMESPACE).addHandler(warned))
    return warned

"""What a build leaves for the next one, so that each ends as a build from nothing would, after any accident.

A build that ended well leaves a record: what each page was made of, and what all of them share. The next one
goes on from there. Where there is no such record, as the last build was killed, crashed or ran out of space,
everything is read and written again, in a folder that holds nothing of the old book.
"""

from __future__ import annotations

from collections.abc import Callable

from sphinx.application import Sphinx

from . import lock
from .bearings import keep_shown, list_pages_alone
from .building import setup_building
from .folder import leave_out
from .searchindex import drop_empty, remember
from .warned import setup_warned

__all__ = ["setup_keeping"]


def setup_keeping(app: Sphinx, rest: Callable[[], None]) -> None:
    """Register what keeps builds whole; ``rest`` registers the rest, before anything is written."""
    app.connect("config-inited", lock.begin, priority=0)
    app.connect("build-finished", lock.end, priority=10_000)
    app.connect("config-inited", leave_out)
    app.connect("write-started", remember)
    app.connect("html-collect-pages", drop_empty)
    for gathered in (keep_shown, list_pages_alone):  # after all that gathers titles and contents
        app.connect("doctree-read", gathered, priority=900)
    setup_building(app, setup_warned(app), rest)

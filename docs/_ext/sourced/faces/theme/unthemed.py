"""Builders that write pages as data, such as JSON: they have no templates, so that no theme concerns them.

The theme's own hooks take for granted that there is a page to be laid out, and fail where there is none.
"""

from __future__ import annotations

from sphinx.application import Sphinx

THEMES = {"sphinx_book_theme", "pydata_sphinx_theme"}
EVENTS = ("html-page-context", "build-finished")


def is_data(app: Sphinx) -> bool:
    """Whether the builder writes pages as data."""
    return hasattr(app.builder, "globalcontext_filename")


def let_go(app: Sphinx) -> None:
    """Keep the theme out of it."""
    if not is_data(app):
        return
    for event in EVENTS:
        for listener in list(app.events.listeners[event]):
            if listener.handler.__module__.split(".")[0] in THEMES:
                app.disconnect(listener.id)


def setup_unthemed(app: Sphinx) -> None:
    """Connect to Sphinx's events."""
    app.connect("builder-inited", let_go)

"""Builders that write pages as data, such as JSON, and have no theme; and one that has a theme of its own.

The theme's hooks take for granted that there is a page of theirs to lay out, and fail where there is none.
"""

from __future__ import annotations

from sphinx.application import Sphinx
from sphinx.errors import ConfigError

from ..sphinx.builders import is_data

THEMES = {"sphinx_book_theme", "pydata_sphinx_theme"}
HELP = frozenset({"qthelp"})
NO_HTML_HELP = (
    "sourced.theme cannot write HTML Help: that asks for pages in the encodings of old Windows, and these "
    "are in UTF-8. Take another html_theme for it, and sourced.theme out of the extensions."
)
EVENTS = ("html-page-context", "build-finished")


def let_go(app: Sphinx) -> None:
    """Keep the theme out of it."""
    if app.builder.name == "htmlhelp":
        raise ConfigError(NO_HTML_HELP)
    if not (is_data(app.builder) or app.builder.name in HELP):
        return
    for event in EVENTS:
        for listener in list(app.events.listeners[event]):
            if str(listener.handler.__module__).split(".")[0] in THEMES:
                app.disconnect(listener.id)

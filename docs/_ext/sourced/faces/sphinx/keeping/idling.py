"""A build that finds nothing new: what it would write again, such as the index, is there as it would be."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from sphinx.application import Sphinx
from sphinx.builders.html import StandaloneHTMLBuilder
from sphinx.events import EventListener
from sphinx.search import IndexBuilder

_OURS = __name__.partition(".")[0]

_SWITCHES = ("use_index", "search")
"""Sphinx's own, of its HTML builders."""

_MORE = "html-collect-pages"
"""By which extensions have pages of their own written."""


class Idling:
    """Keeps a builder from writing what is there, as long as no page is written."""

    def __init__(self) -> None:
        self._before: dict[str, Any] = {}
        self._more: list[EventListener] = []
        self._context: dict[str, Any] | None = None

    def begin(self, app: Sphinx) -> bool:
        """Have nothing written, and say so; not where the author or an extension has pages of its own."""
        if not isinstance(app.builder, StandaloneHTMLBuilder) or _has_others(app):
            return False
        self._before = {name: getattr(app.builder, name) for name in _SWITCHES}
        self._set(app, dict.fromkeys(_SWITCHES, False))
        self._context, app.config.html_context = app.config.html_context, _with_search(app)
        self._more = app.events.listeners.pop(_MORE, [])
        return True

    def end(self, app: Sphinx) -> None:
        """Have all written as ever."""
        self._set(app, self._before)
        if self._context is not None:
            app.config.html_context = self._context
        if self._more:
            app.events.listeners[_MORE] = self._more
        self._before, self._more, self._context = {}, [], None

    def _set(self, app: Sphinx, switches: dict[str, Any]) -> None:
        for name, value in switches.items():
            setattr(app.builder, name, value)


def _with_search(app: Sphinx) -> dict[str, Any]:
    """What templates are told, with what scripts are told of the language by the index that is not made."""
    config = app.config
    language = config.html_search_language or config.language
    index = IndexBuilder(app.env, language, config.html_search_options, config.html_search_scorer)
    return {**config.html_context, **index.context_for_searchtool()}


def _has_others(app: Sphinx) -> bool:
    listening = app.events.listeners.get(_MORE, [])
    if any(str(each.handler.__module__).partition(".")[0] != _OURS for each in listening):  # None in conf.py
        return True
    indices = (index(domain) for domain in app.env.domains.sorted() for index in domain.indices)
    return bool(app.config.html_additional_pages) or any(index.generate()[0] for index in indices)


class Asked(dict[str, set[str]]):
    """The pages to be written for the sake of others: none. Sphinx asks, for each that it will write."""

    def __init__(self, told: Callable[[], None]) -> None:
        super().__init__()
        self._told = told

    def get(self, _docname: str, default: Any = None) -> Any:
        """Tell that a page will be written."""
        self._told()
        return default

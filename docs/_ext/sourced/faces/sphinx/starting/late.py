"""What is registered only when a page is read or written: loading it takes as long as an idle build."""

from __future__ import annotations

from sphinx.application import Sphinx
from sphinx.environment import BuildEnvironment


class Late:
    """Registers it for one application, once."""

    def __init__(self, app: Sphinx) -> None:
        self._app = app
        self._is_there = False
        self._place = app.connect("env-before-read-docs", self._before_reading, priority=0)

    def __call__(self) -> None:
        """Have it registered."""
        if not self._is_there:
            from .features import setup_features  # late: it loads everything that reads and writes pages

            self._is_there, events = True, self._app.events
            first = events.next_listener_id
            setup_features(self._app)
            for listeners in events.listeners.values():
                # Called as if they had been there from the start: before those of later extensions.
                listeners.sort(key=lambda each: 1 if each.id >= first else 2 if each.id > self._place else 0)

    def _before_reading(self, _app: Sphinx, _env: BuildEnvironment, docnames: list[str]) -> None:
        if docnames:
            self()

"""Looking for garbage less often while a book is built: what is read stays, and is searched in vain."""

from __future__ import annotations

import gc

from sphinx.application import Sphinx

SELDOM = (50_000, 10, 100)
"""After so many new objects Python looks for those that hold each other alive, the pages that are done with.

What has outlived that twice stays to the end of the build, and is hardly ever searched.
"""


def setup_collecting(app: Sphinx) -> None:
    """Hold until the build has ended; whoever looks less often still, or not at all, is left alone."""
    before = gc.get_threshold()
    if not 0 < before[0] < SELDOM[0]:
        return
    gc.set_threshold(*SELDOM)
    app.connect("build-finished", lambda _app, _error: gc.set_threshold(*before), priority=10_000)

"""As many processes write pages as were asked for.

Sphinx counts the one that hands the pages out among them; but that is done long before the others,
and of two only one would write.
"""

from __future__ import annotations

from sphinx.application import Sphinx
from sphinx.builders import Builder


def setup_spread(app: Sphinx) -> None:
    """Ask for one more while pages are written."""
    asked = app.parallel

    def begin(app: Sphinx, builder: Builder) -> None:
        if asked > 1 and builder.parallel_ok:
            app.parallel = asked + 1

    def end(app: Sphinx, _error: Exception | None) -> None:
        app.parallel = asked

    app.connect("write-started", begin)
    app.connect("build-finished", end)

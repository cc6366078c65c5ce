"""What readers load of the book theme: its words and its shape, without its weight."""

from __future__ import annotations

from sphinx.application import Sphinx
from sphinx.util.typing import ExtensionMetadata

from ... import __version__


def setup(app: Sphinx) -> ExtensionMetadata:
    """Set the extension up."""
    from .extension import setup_theme  # late: only a build needs it

    setup_theme(app)
    return {"version": __version__, "parallel_read_safe": True, "parallel_write_safe": True}

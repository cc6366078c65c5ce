"""What readers load of the book theme: its words and its shape, without its weight."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ... import __version__

if TYPE_CHECKING:
    from sphinx.application import Sphinx
    from sphinx.util.typing import ExtensionMetadata


def setup(app: Sphinx) -> ExtensionMetadata:
    """Set the extension up."""
    from .extension import setup_theme

    setup_theme(app)
    return {"version": __version__, "parallel_read_safe": True, "parallel_write_safe": True}

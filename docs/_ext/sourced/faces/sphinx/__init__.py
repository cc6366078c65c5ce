"""The Sphinx face of a sourced book: roles, notes, findings as warnings."""

from __future__ import annotations

from sphinx.application import Sphinx
from sphinx.util.typing import ExtensionMetadata

from ... import __version__


def setup(app: Sphinx) -> ExtensionMetadata:
    """Set the extension up."""
    from .extension import setup_sourced  # late: only a build needs it

    setup_sourced(app)
    return {
        "version": __version__,
        "env_version": 2,
        "parallel_read_safe": True,
        "parallel_write_safe": True,
    }

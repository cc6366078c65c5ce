"""The Sphinx extension, by the name that a book's ``conf.py`` gives it."""

from __future__ import annotations

from .faces.sphinx import setup

__all__ = ["setup"]

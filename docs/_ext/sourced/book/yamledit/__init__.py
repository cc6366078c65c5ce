"""Changing a YAML text in place: ``edited(text, [Append(("facts", "a", "evidence"), {...})])``."""

from .changes import Add, Append, Change, EditError, Rename, Set, Splice, edited, spliced, splices

__all__ = ["Add", "Append", "Change", "EditError", "Rename", "Set", "Splice", "edited", "spliced", "splices"]

"""Changing a YAML text in place: ``edit(text, [Append(("facts", "a", "evidence"), {...})])``."""

from .changes import edit
from .kinds import Add, Append, Change, EditError, Rename, Set
from .written import block

__all__ = [
    "Add",
    "Append",
    "Change",
    "EditError",
    "Rename",
    "Set",
    "block",
    "edit",
]

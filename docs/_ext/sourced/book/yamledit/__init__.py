"""Changing a YAML text in place: ``edited(text, [Append(("facts", "a", "evidence"), {...})])``."""

from .changes import Add, Append, Change, EditError, Rename, Set, Splice, edit, edited, spliced, splices
from .written import block, flow, scalar

__all__ = [
    "Add",
    "Append",
    "Change",
    "EditError",
    "Rename",
    "Set",
    "Splice",
    "block",
    "edit",
    "edited",
    "flow",
    "scalar",
    "spliced",
    "splices",
]

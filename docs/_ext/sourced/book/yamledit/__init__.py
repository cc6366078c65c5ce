"""Changing a YAML text in place: ``edited(text, [Append(("facts", "a", "evidence"), {...})])``."""

from .changes import Splice, edit, edited, spliced, splices
from .kinds import Add, Append, Change, EditError, Rename, Set
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

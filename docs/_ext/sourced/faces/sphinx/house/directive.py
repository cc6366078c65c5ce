"""``{imports}``: the folders of the extension, drawn from the imports themselves, and told in a table."""

from __future__ import annotations

from typing import ClassVar

from docutils import nodes

from ....pictures import NARROW, WIDE
from ..building import Column, row, table
from ..parts.links import Links
from ..parts.parts import PartDirective
from ..pictures.directives import Drawing, PictureGroup
from ..state import Rests
from .drawing import draw_imports
from .imports import Folder, folders

COLUMNS = (
    Column("Folder", 12, "sourced-folder"),
    Column("What it holds", 38, "sourced-holds"),
    Column("Its size", 20, "sourced-size"),
    Column("What so many of its modules import", 30, "sourced-imports"),
)


class ImportsDirective(PartDirective):
    """Prints which folder imports from which."""

    rests: ClassVar[Rests] = "data"

    @classmethod
    def fill(cls, argument: str, links: Links) -> list[nodes.Node]:
        """The drawing where SVG can be shown, and the table."""
        found = folders()
        told = table(COLUMNS, map(_row, found), "sourced-cards", "sourced-house")
        if not links.html:
            return [told]
        ident = "sourced-house"
        versions = [draw_imports(found, NARROW, ident), draw_imports(found, WIDE, f"{ident}-wide")]
        return [PictureGroup("", Drawing("", versions=versions, kind="imports"), kind="imports"), told]


def _row(folder: Folder) -> nodes.row:
    asked = ", ".join(f"{name} ({count})" for name, count in folder.imports.items()) or "no other"
    size = f"{folder.modules} modules, {folder.lines:,} lines"
    name = nodes.literal("", folder.name)
    return row(COLUMNS, [name, folder.holds, size, f"imports {asked}"])

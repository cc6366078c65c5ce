"""``{imports}``: the folders of the extension, drawn from the imports themselves, and told in a table.

They stand one under the other, and an arc leads from each to those that it imports from.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import ClassVar

from docutils import nodes

from ....pictures import NARROW, WIDE
from ....pictures.svg import Canvas, number, tag
from ..building import Column, row, table
from ..parts.links import Links
from ..parts.parts import PartDirective
from ..pictures.directives import Drawing, PictureGroup
from ..state import Rests
from .imports import Folder, folders

COLUMNS = (
    Column("Folder", 12, "sourced-folder"),
    Column("What it holds", 38, "sourced-holds"),
    Column("Its size", 20, "sourced-size"),
    Column("What so many of its modules import", 30, "sourced-imports"),
)

_STEP, _HIGH, _WIDE = 44.0, 28.0, 92.0
"""How far a box is from the next, and how large it is."""
_THINNEST, _THICKEST = 1.0, 5.0
DESCRIPTION = (
    "The folders in the order of the chain, and a line from each to those above it that it imports from, "
    "the thicker the more of its modules do. No line leads down. The table below says the same in figures."
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


def draw_imports(folders: Sequence[Folder], width: float, ident: str) -> str:
    """The drawing, in SVG."""
    canvas = Canvas(width, ident, lambda _: "")
    place = {folder.name: _STEP * at + _HIGH / 2 for at, folder in enumerate(folders)}
    most = max((count for folder in folders for count in folder.imports.values()), default=1)
    reach = (width - _WIDE - 12) / max(1, len(folders) - 1)
    for folder in folders:
        for other, count in folder.imports.items():
            thick = _THINNEST + (_THICKEST - _THINNEST) * count / most
            canvas.add(*_arc(place[folder.name] - 5, place[other] + 5, reach, thick))
    for name, y in place.items():
        frame = {"fill": "none", "stroke": "currentColor", "stroke_width": "1"}
        size = {"width": _WIDE - 2, "height": _HIGH - 2}
        canvas.add(tag("rect", x=1.0, y=y - _HIGH / 2 + 1, rx=4.0, **size, **frame))
        canvas.line(_WIDE / 2, y + 5, name, anchor="middle")
    canvas.y = max(place.values(), default=0) + _HIGH / 2
    return canvas.picture("Which folder imports from which", DESCRIPTION)


def _arc(start: float, end: float, reach: float, thick: float) -> Iterable[str]:
    """An arc from one box to another, with its head at that one; the further, the wider."""
    # A curve of this kind reaches three quarters of the way to its handles.
    out = _WIDE + reach * abs(start - end) / _STEP * 4 / 3
    tip = _WIDE + 9
    points = " ".join(map(number, (out, start, out, end, tip, end)))
    yield tag(
        "path", d=f"M{number(_WIDE)} {number(start)}C{points}", fill="none", stroke="currentColor",
        stroke_opacity="0.55", stroke_width=thick,
    )  # fmt: skip
    head = f"M{number(_WIDE + 1)} {number(end)}L{number(tip + 1)} {number(end - 4)}V{number(end + 4)}Z"
    yield tag("path", d=head, fill="currentColor")

"""Changes a YAML text in place: what is not changed keeps every character, its comments and its layout.

Nothing is dumped anew. Each change is spliced in at the marks that libyaml gives, and the new text
is read back: unless it says exactly what the changes ask for, there is an error and no text.
"""

from __future__ import annotations

from collections.abc import Sequence

from msgspec import Struct

from ..yaml.reading import read_tree
from ..yaml.tree import Node, Path, Tree
from .kinds import Add, Append, Change, EditError, Rename, Set
from .marks import Marked, mark
from .wanted import changed, together, turn, whole
from .written import block, flow, line_end, on_one_line, scalar


class Splice(Struct, frozen=True):
    """What takes the place of ``text[start:end]``."""

    start: int
    end: int
    text: str


def edit(text: str, changes: Sequence[Change], tree: Tree | None = None) -> tuple[str, Tree]:
    """The text with all changes made and its tree, or ``EditError``. The first ``tree`` is read unless given.

    The paths of all changes are those of the text as it is, whatever the other changes do.
    """
    root = (tree or _read(text)).root
    changes = together(whole(root, change) for change in changes)
    wanted = root
    for change in sorted(changes, key=turn):
        wanted = changed(wanted, change)
    result = spliced(text, splices(text, changes))
    after = _read(result)
    if after.root != wanted:
        raise EditError("the text would not say what was asked for")
    return result, after


def _read(text: str) -> Tree:
    tree, findings = read_tree(text, file="")
    if tree is None or findings:
        raise EditError(findings[0].message if findings else "the text holds no mapping")
    return tree


def spliced(text: str, pieces: Sequence[Splice]) -> str:
    """The text with each piece in its place."""
    out, at = [], 0
    for piece in sorted(pieces, key=lambda piece: piece.start):
        if piece.start < at:
            raise EditError("two changes touch the same words")
        out += [text[at : piece.start], piece.text]
        at = piece.end
    return "".join([*out, text[at:]])


def splices(text: str, changes: Sequence[Change]) -> list[Splice]:
    """Where each change touches a text; those of an editor, whose places count what the text holds."""
    wanted = {change.path if isinstance(change, Set | Rename) else _holder(change) for change in changes}
    marks = mark(text, wanted)
    added: dict[Path, dict[str, Node]] = {}
    for change in changes:
        if isinstance(change, Add):
            added.setdefault(_holder(change), {})[str(change.path[-1])] = change.value
    others = [_splice(text, change, marks) for change in changes if not isinstance(change, Add)]
    return [*others, *(_added(text, _found(marks, path), more) for path, more in added.items())]


def _splice(text: str, change: Set | Rename | Append, marks: dict[Path, Marked]) -> Splice:
    found = _found(marks, change.path)
    if isinstance(change, Rename):
        if found.key is None:
            raise EditError("an item of a list has no key")
        return Splice(*found.key, scalar(change.key))
    if isinstance(change, Set):
        end = found.start + len(text[found.start : found.end].rstrip())
        return Splice(found.start, end, scalar(change.value))
    return _added(text, found, [change.value])


def _found(marks: dict[Path, Marked], path: Path) -> Marked:
    if path not in marks:
        raise EditError(f"`{'.'.join(map(str, path))}` is not there")
    return marks[path]


def _holder(change: Change) -> Path:
    """The path of what a change is spliced into."""
    return change.path[:-1] if isinstance(change, Add) else change.path


def _added(text: str, found: Marked, more: Node) -> Splice:
    """One more child behind the last one of a mapping or list."""
    if found.count and not found.block:
        return Splice(found.last, found.last, f", {flow(more)[1:-1]}")
    if not found.block and on_one_line(more, found.column):
        return Splice(found.start, found.end, flow(more))
    end = line_end(text)
    if not found.block:
        start = len(text[: found.start].rstrip(" "))
        return Splice(start, found.end, f"{end}{block(more, found.outer + 2, end)}".rstrip())
    at = _behind(text, found)
    begin = "" if at == 0 or text[at - 1] == "\n" else end
    return Splice(at, at, f"{begin}{block(more, found.column, end)}")


def _behind(text: str, found: Marked) -> int:
    """The start of the line behind what a block holds, before blank lines and comments that follow."""
    at = found.last
    if not found.keeps:
        at = found.start + len(text[found.start : at].rstrip())
    elif at and text[at - 1] == "\n":
        return at
    following = text.find("\n", at)
    return len(text) if following < 0 else following + 1

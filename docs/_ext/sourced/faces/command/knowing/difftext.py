"""What changed, as text for a terminal."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import groupby

from ....account.changes.change import Change, Row
from ....account.changes.compare import Changes
from ....account.rewording import WordChange, compared_words
from ..reports import plain
from .outline import sections, summary

_SHORT = 60
"""Two wordings no longer than this stand on one line."""
_LONG = 300
"""Of a longer text only what changed is shown, with some words around it."""
_AROUND = 6
_HEAD = 110


def render_text(changes: Changes, before: str, after: str, others: Sequence[str]) -> str:
    """All that changed, section by section, with the old beside the new."""
    parts = [f"From {before} to {after}: {summary(changes)}\n"]
    for section in sections(changes):
        told = map(_bare if section.folded else _told, section.changes)
        parts += ["\n", f"{plain(section.title)}\n", *told]
    if changes.laid_out:
        parts.append(f"\nOther layout or order alone: {', '.join(map(plain, changes.laid_out))}\n")
    if others:
        parts.append(f"\n{OTHERS}: {told_files(others)}\n")
    return "".join(parts)


OTHERS = "Other files that changed, of which nothing is told here"


def told_files(files: Sequence[str]) -> str:
    """Files, those in one folder counted."""
    told = []
    for folder, group in groupby(sorted(files), key=lambda file: file.rpartition("/")[0]):
        found = [*group]
        told.append(plain(found[0]) if len(found) == 1 else f"{plain(folder) or '.'} ({len(found)})")
    return ", ".join(told)


def _told(change: Change) -> str:
    return "".join(f"  {line}\n" for line in _lines(change))


def _bare(change: Change) -> str:
    """What follows from other changes, in a line."""
    note = "".join(f" ({row.after})" for row in change.rows if row.label == "note")
    place = f"{change.file}:{change.line}"
    return f"  {plain(place)}: {change.kind}: {plain(_head(change.text))}{plain(note)}\n"


def _lines(change: Change) -> Iterator[str]:
    named = f"{change.kind} {change.id}" if change.id and change.kind != "disagreement" else change.kind
    became = "" if change.verdict else f" {change.what}"
    head = f"{plain(change.file)}:{change.line}: {plain(named)}{became}"
    if change.before:
        yield head
        yield f"  was: {plain(_part(change.before, change.text, 'gone'))}"
        yield f"  now: {plain(_part(change.before, change.text, 'new'))}"
    else:
        yield f"{head}: {plain(change.text)}"
    yield from (f"  {plain(line)}" for row in change.rows for line in row_lines(row))


def row_lines(row: Row) -> Iterator[str]:
    """A part of a change, old beside new."""
    if not row.before or not row.after:
        yield f"{row_label(row)}: {row.before or row.after}"
    elif len(row.before) <= _SHORT and len(row.after) <= _SHORT:
        yield f"{row.label}: {row.before} → {row.after}"
    else:
        yield f"{row.label}, was: {_part(row.before, row.after, 'gone')}"
        yield f"{row.label}, now: {_part(row.before, row.after, 'new')}"


def row_label(row: Row) -> str:
    """What a part of a change is called, where one side of it is empty."""
    if row.label.startswith(("rests", "means", "reason", "to mend", "it is a matter")):
        return row.label
    return f"{row.label}, now" if row.after else f"{row.label}, no longer"


def _part(before: str, after: str, side: str) -> str:
    """One of two wordings; of long ones what differs, with some words around it."""
    if max(len(before), len(after)) <= _LONG:
        return before if side == "gone" else after
    return " ".join(words for _, words in told_words(before, after, ("kept", side)))


def told_words(before: str, after: str, kinds: Sequence[str]) -> Iterator[WordChange]:
    """What became of the words of two wordings; of long ones without the middle of what both have."""
    is_long = max(len(before), len(after)) > _LONG
    shown = [change for change in compared_words(before, after) if change[0] in kinds]
    for number, (kind, words) in enumerate(shown):
        if is_long and kind == "kept":
            yield kind, _shortened(words, first=number == 0, last=number == len(shown) - 1)
        else:
            yield kind, words


def _shortened(words: str, *, first: bool, last: bool) -> str:
    """Words that both wordings have, without the middle of a long run."""
    listed = words.split()
    if len(listed) <= 2 * _AROUND + 3:
        return words
    head = [] if first else listed[:_AROUND]
    tail = [] if last else listed[-_AROUND:]
    return " ".join([*head, "…", *tail])


def _head(text: str) -> str:
    return text if len(text) <= _HEAD else f"{text[:_HEAD].rstrip()} …"

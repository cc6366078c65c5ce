"""What changed, as Markdown for a pull request."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from ....account.changes.change import Change, Row
from ....account.changes.compare import Changes
from .difftext import OTHERS, row_label, told_files, told_words
from .outline import Section, sections, summary

_MARKS = re.compile(r"([\\`*_\[\]<>#|~!&@])")
_MOST = 900_000
"""A job summary holds a mebibyte."""


def render_markdown(changes: Changes, before: str, after: str, others: Sequence[str]) -> str:
    """All that changed, with what is gone struck out and what is new in bold."""
    title = "## What changed for a reader\n"
    parts = [f"{title}\nFrom {_escaped(before)} to {_escaped(after)}: {summary(changes)}\n"]
    parts += map(_section, sections(changes))
    if changes.laid_out:
        parts.append(f"\nOther layout or order alone: {_escaped(', '.join(changes.laid_out))}\n")
    if others:
        parts.append(f"\n{OTHERS}: {_escaped(told_files(others))}\n")
    text = "".join(parts)
    return (
        text if len(text.encode()) <= _MOST else f"{_cut(text)}\n\nThe rest is too long to be shown here.\n"
    )


def _cut(text: str) -> str:
    return text.encode()[:_MOST].decode("utf-8", "ignore").rpartition("\n")[0]


def _section(section: Section) -> str:
    title = _escaped(section.title)
    listed = "".join(map(_item, section.changes))
    if section.folded:
        count = len(section.changes)
        return f"\n<details><summary>{title} ({count})</summary>\n\n{listed}\n</details>\n"
    return f"\n### {title}\n\n{listed}"


def _item(change: Change) -> str:
    head = f"- {change.kind}{'' if change.verdict else f' **{change.what}**'}"
    if change.id and change.kind != "disagreement":
        head += f" `{change.id}`"
    said = _reworded(change.before, change.text) if change.before else _escaped(change.text)
    lines = [f"{head} ({_escaped(change.file)}:{change.line}): {said}", *_rows(change.rows)]
    return "\n  - ".join(lines) + "\n"


def _rows(rows: Sequence[Row]) -> Iterator[str]:
    for row in rows:
        label = _escaped(row.label)
        if row.before and row.after:
            yield f"{label}: {_reworded(row.before, row.after)}"
        elif row.label.startswith(("reason", "to mend")):
            yield f"{label}: {_escaped(row.after)}"
        else:
            words = _gone(row.before) if row.before else _new(row.after)
            yield f"{_escaped(row_label(row))}: {words}"


def _reworded(before: str, after: str) -> str:
    """Two wordings in one: what both have, what is gone, what is new."""
    written = {"kept": _escaped, "gone": _gone, "new": _new}
    return " ".join(written[kind](words) for kind, words in told_words(before, after, [*written]))


def _gone(words: str) -> str:
    return f"~~{_escaped(words)}~~"


def _new(words: str) -> str:
    return f"**{_escaped(words)}**"


def _escaped(text: str) -> str:
    """Text of which no mark makes Markdown or HTML."""
    return _MARKS.sub(r"\\\1", " ".join(text.split())).replace("\\<", "&lt;").replace("\\&", "&amp;")

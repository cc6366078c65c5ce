"""What Sphinx's own search forgets of pages that are not written again: which words an index has for them.

It keeps that in the environment, which has been stored before it is learned.
"""

from __future__ import annotations

from collections.abc import Iterator

from sphinx.application import Sphinx
from sphinx.util.index_entries import split_index_msg

Entry = tuple[str, str, str]


def remember(app: Sphinx, _builder: object) -> None:
    """Tell it again, from what was read, in the form in which it learns it from a page."""
    read = app.env.domains.index_domain.entries
    app.env._search_index_index_entries = {
        docname: sorted(set(_words(read[docname]))) for docname in sorted(read)
    }


def _words(entries: list[tuple[str, str, str, str, str | None]]) -> Iterator[Entry]:
    for kind, value, target, main, _ in entries:
        try:
            words = split_index_msg(kind, value)
        except ValueError:
            continue
        yield from ((word, target or "", main) for word in words)

"""What Sphinx's own search gets wrong where not all pages are written again.

Which words an index has for the others it forgets: it keeps that in the environment, which has been stored
before it is learned. And words that no page has any more it goes on listing, with no page.
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


def drop_empty(app: Sphinx) -> list[tuple[str, dict[str, object], str]]:
    """Take out the words that no page has any more; there are no pages to add."""
    indexer = getattr(app.builder, "indexer", None)
    for mapping in (indexer._mapping, indexer._title_mapping) if indexer is not None else ():
        for word in [word for word, docnames in mapping.items() if not docnames]:
            del mapping[word]
    return []


def _words(entries: list[tuple[str, str, str, str, str | None]]) -> Iterator[Entry]:
    for kind, value, target, main, _ in entries:
        try:
            words = split_index_msg(kind, value)
        except ValueError:
            continue
        yield from ((word, target or "", main) for word in words)

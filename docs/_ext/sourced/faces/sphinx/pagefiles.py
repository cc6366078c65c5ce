"""Pages of the build that the command does not read: told in the build, however they came to be pages."""

from __future__ import annotations

from collections.abc import Iterator

from ...book.findings import Finding
from ...book.pagefiles import page_files
from ...rules import RULES
from ...rules.verdict.judging import data_finding
from ...rules.whole import unread
from .domain import SourcedDomain

_RULE = "page-unread"


def is_markdown(domain: SourcedDomain, docname: str) -> bool:
    """Whether a page is written in Markdown, by the suffix of its file."""
    name = domain.env.doc2path(docname, base=False).name
    suffixes = domain.env.config.source_suffix
    return any(name.endswith(suffix) and suffixes[suffix] == "markdown" for suffix in suffixes)


def unread_pages(domain: SourcedDomain) -> Iterator[Finding]:
    """The pages of the build that are none for the command: a hook or a computed setting made them."""
    input_ = domain.input
    files = page_files(input_.root, input_.settings).markdown
    read = {path.relative_to(input_.root).as_posix() for path in files}
    for docname in sorted(domain.env.found_docs):
        file = input_.file(domain.env.doc2path(docname, base=False).as_posix())
        waits = not (domain.page(docname).taken_in or input_.settings.taken_in)
        if not waits and not (file in read and is_markdown(domain, docname)):
            yield data_finding(input_.book, RULES[_RULE], unread(file))

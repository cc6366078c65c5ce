"""What a builder can show: a site has scripts and folds, an e-book neither, and paper one page for all."""

from __future__ import annotations

from typing import Protocol, TypeGuard

from sphinx.builders import Builder


class OnPaper(Protocol):
    """A builder that puts all pages into one, to be printed. Then anchors of several pages must differ."""

    def own_anchor(self, docname: str, anchor: str) -> str:
        """An anchor of a page, as no other page has it."""

    def own_address(self, address: str) -> str:
        """The address of a place on some page, as it is there."""

    def prints(self, docname: str) -> bool:
        """Whether a page is one of those."""


def is_on_paper(builder: Builder) -> TypeGuard[OnPaper]:
    """Whether a builder puts all pages into one; asked for each mark, so that it must cost nothing."""
    return hasattr(builder, "own_anchor")


def is_site(builder: Builder) -> bool:
    """Whether it writes pages for a browser, and all beside them; what is written as data, others lay out."""
    if builder.format != "html" or builder.name == "epub":
        return False
    return not (is_on_paper(builder) or is_data(builder))


def is_data(builder: Builder) -> bool:
    """Whether it writes pages as data, such as JSON, without any template."""
    return hasattr(builder, "globalcontext_filename")


def has_styles(builder: Builder) -> bool:
    """Whether each of its pages loads the style sheets that it needs."""
    return is_site(builder) or builder.name == "epub"


def opened(builder: Builder) -> str:
    """The attribute of what is folded on a screen."""
    return ' open=""' if is_on_paper(builder) else ""


def has_page(builder: Builder, docname: str) -> bool:
    """Whether what the builder makes has a page."""
    return not is_on_paper(builder) or builder.prints(docname)


def own_address(builder: Builder, address: str) -> str:
    """The address of a place on some page, as the builder has it."""
    return builder.own_address(address) if is_on_paper(builder) else address

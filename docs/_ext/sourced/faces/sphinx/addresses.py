"""Links from notes and names to the pages that the build makes: of sources, of all facts, of names."""

from __future__ import annotations

from ...account.addresses import Address
from .builders import own_address
from .domain import SourcedDomain


class Addresses:
    """Addresses as one page links to them; empty for what has no home in the book."""

    def __init__(self, domain: SourcedDomain, docname: str) -> None:
        self._domain, self._docname = domain, docname
        self._pages: dict[str, str] = {}

    def to(self, address: Address) -> str:
        """The address of something from here."""
        page = self._page(address.home)
        if not (page and address.anchor):
            return page
        return own_address(self._domain.builder, f"{page}#{address.anchor}")

    def _page(self, what: str) -> str:
        if what not in self._pages:
            home = self._domain.home(what)
            relative = self._domain.builder.get_relative_uri
            self._pages[what] = relative(self._docname, home) if home else ""
        return self._pages[what]

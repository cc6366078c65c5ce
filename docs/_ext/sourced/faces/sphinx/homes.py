"""Links from notes and names to the pages that the build makes: of sources, of all facts, of names."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, cast

from ...account.addresses import fact_anchor, name_anchor, passage_anchor
from .domain import sourced_domain
from .parts import parts_domain

if TYPE_CHECKING:
    from sphinx.application import Sphinx
    from sphinx.builders import Builder
    from sphinx.environment import BuildEnvironment


def home_of(env: BuildEnvironment, what: str) -> str | None:
    """The page that is the home of ``facts``, ``names`` or ``source …``, if there is one."""
    return parts_domain(env).home(what)


class Homes:
    """Addresses as one page links to them; empty for what has no page in the book."""

    def __init__(self, env: BuildEnvironment, builder: Builder, docname: str) -> None:
        self._env, self._builder, self._docname = env, builder, docname
        self._pages: dict[str, str] = {}

    def passage(self, source: str, start: int | None) -> str:
        """A quotation on its source's page."""
        return self._to(f"source {source}", passage_anchor(source, start)) if start is not None else ""

    def source(self, id_: str) -> str:
        """The page of a source; of none, if there is no ID."""
        return self._to(f"source {id_}", "") if id_ else ""

    def name(self, id_: str) -> str:
        """A name in the table of names."""
        return self._to("names", name_anchor(id_))

    def fact(self, id_: str) -> str:
        """A fact in the table of all facts: its permanent address."""
        return self._to("facts", fact_anchor(id_))

    def _to(self, what: str, anchor: str) -> str:
        if what not in self._pages:
            home = home_of(self._env, what)
            self._pages[what] = self._builder.get_relative_uri(self._docname, home) if home else ""
        page = self._pages[what]
        return f"{page}#{anchor}" if page and anchor else page


def moved(app: Sphinx, env: BuildEnvironment) -> list[str]:
    """The pages to write again because something they link to has got another page, or none."""
    known: dict[str, list[tuple[str, str | None]]] = cast(Any, env).__dict__.setdefault("sourced_homes", {})
    now = parts_domain(env).addresses
    before, known[app.builder.name] = known.get(app.builder.name), now
    if before in (None, now):
        return []
    return [
        docname for docname, page in sourced_domain(env).pages.items() if page.anchors or page.introduced.told
    ]


def setup_homes(app: Sphinx) -> None:
    """Connect to Sphinx's events."""
    app.connect("env-updated", moved)

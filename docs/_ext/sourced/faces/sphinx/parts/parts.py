"""Generated parts: a directive leaves a placeholder, and a transform fills it when the page is written.

What a part shows comes from the data and from other pages, so its page is
written again whenever these have changed, also where the page itself is not
read again. Which version each builder has written is kept between builds.
"""

from __future__ import annotations

from collections.abc import Set
from hashlib import sha256
from typing import TYPE_CHECKING, Any, ClassVar, Literal, cast

from docutils import nodes
from sphinx.domains import Domain
from sphinx.transforms.post_transforms import SphinxPostTransform
from sphinx.util.docutils import SphinxDirective

from ..domain import sourced_domain
from .folds import contents
from .links import Links, in_order

if TYPE_CHECKING:
    from docutils.nodes import Node
    from sphinx.application import Sphinx
    from sphinx.environment import BuildEnvironment

Rests = Literal["data", "uses", "pages"]
"""What a part is made of: the data; also where facts are used; also the words of all pages."""


FOLDED = frozenset({"sourced-folded", "sourced-entry"})
PLAIN = frozenset({"sourced-table", "sourced-account", "sourced-passages", "sourced-source-facts"})
"""What is styled by one sheet or the other."""


class Part(nodes.General, nodes.Element):
    """Where a generated part goes. ``kind`` and ``argument`` say which; ``docname`` is its page."""


class PartDirective(SphinxDirective):
    """A directive that prints a generated part. Each kind of part is a class of its own."""

    rests: ClassVar[Rests] = "uses"
    home: ClassVar[str] = ""
    """What the page becomes the home of: links to it lead here."""

    @property
    def argument(self) -> str:
        """Which of its parts the directive prints."""
        return " ".join(self.arguments[0].split()) if self.arguments else ""

    def run(self) -> list[Node]:
        """Leave the placeholder."""
        parts = parts_domain(self.env)
        parts.rests.setdefault(self.env.docname, set()).add(self.rests)
        if self.home:
            parts.homes.setdefault(self.env.docname, {})[self.home.format(self.argument)] = None
        part = Part("", maker=type(self), argument=self.argument, docname=self.env.docname)
        self.set_source_info(part)
        return [part]

    @classmethod
    def fill(cls, argument: str, links: Links) -> list[nodes.Node]:
        """The nodes to print."""
        raise NotImplementedError


class PartsDomain(Domain):
    """Which page holds what, and which version of it each builder has written."""

    name = "sourced-parts"
    label = "Generated parts of a sourced book"
    data_version = 1
    initial_data: ClassVar[dict[str, Any]] = {"rests": {}, "homes": {}, "texts": {}, "issued": {}}

    @property
    def rests(self) -> dict[str, set[Rests]]:
        """What the generated parts of each page are made of."""
        return cast(dict[str, set[Rests]], self.data["rests"])

    @property
    def homes(self) -> dict[str, dict[str, None]]:
        """What each page is the home of: ``facts``, ``names``, ``source gazette``."""
        return cast(dict[str, dict[str, None]], self.data["homes"])

    def home(self, what: str) -> str | None:
        """The page to which links to something lead: the first that holds it, in the order of the book."""
        found = sorted(docname for docname, homes in self.homes.items() if what in homes)
        if len(found) < 2:
            return found[0] if found else None
        ordered = in_order(self.env)
        return min(found, key=lambda docname: ordered.index(docname) if docname in ordered else len(ordered))

    @property
    def addresses(self) -> list[tuple[str, str | None]]:
        """Everything that has a home, with it."""
        listed = {what for homes in self.homes.values() for what in homes}
        return [(what, self.home(what)) for what in sorted(listed)]

    @property
    def texts(self) -> dict[str, str]:
        """A digest of each page's text."""
        return cast(dict[str, str], self.data["texts"])

    def clear_doc(self, docname: str) -> None:
        """Forget a page."""
        for kept in (self.rests, self.homes, self.texts, *self.data["issued"].values()):
            kept.pop(docname, None)

    def merge_domaindata(self, docnames: Set[str], otherdata: dict[str, Any]) -> None:
        """Take over what another process has read."""
        for kept in ("rests", "homes", "texts"):
            for docname in docnames & otherdata[kept].keys():
                self.data[kept][docname] = otherdata[kept][docname]

    def version(self, docname: str) -> str:
        """A digest of everything that the generated parts of a page are made of."""
        state = sourced_domain(self.env).book_state
        rests = self.rests[docname]
        made_of: list[object] = [state.fingerprint, self.addresses]
        if rests & {"uses", "pages"}:
            titles = sorted((page, title.astext()) for page, title in self.env.titles.items())
            notes = ((page, each.anchors) for page, each in sourced_domain(self.env).pages.items())
            made_of += [state.told, titles, sorted((page, *sorted(at.items())) for page, at in notes)]
        if "pages" in rests:
            made_of.append(sorted(self.texts.items()))
        return sha256(repr(made_of).encode("utf-8", "surrogateescape")).hexdigest()


def parts_domain(env: BuildEnvironment) -> PartsDomain:
    """The domain of an environment."""
    return cast(PartsDomain, env.domains[PartsDomain.name])


def reading(app: Sphinx, docname: str, source: list[str]) -> None:
    """Keep a digest of a page's text."""
    digest = sha256(source[0].encode("utf-8", "surrogateescape")).hexdigest()
    parts_domain(app.env).texts[docname] = digest


def stale(app: Sphinx, env: BuildEnvironment) -> list[str]:
    """The pages whose generated parts this builder has not written as they are now."""
    parts = parts_domain(env)
    issued: dict[str, str] = parts.data["issued"].setdefault(app.builder.name, {})
    now = {docname: parts.version(docname) for docname in sorted(parts.rests)}
    found = [docname for docname, version in now.items() if issued.get(docname) != version]
    issued.update(now)
    return found


class FillParts(SphinxPostTransform):
    """Put what the parts print in their place."""

    default_priority = 5

    def run(self, **_kwargs: Any) -> None:
        """Fill them."""
        for part in list(self.document.findall(Part)):
            filled = part["maker"].fill(part["argument"], Links(self.env, part))
            part.replace_self(filled)


def setup_parts(app: Sphinx) -> None:
    """Register what all parts have in common."""
    app.add_domain(PartsDomain)
    app.add_node(Part)
    app.add_post_transform(FillParts)
    app.connect("source-read", reading)
    # After the state of the book has been brought up to date.
    app.connect("env-updated", stale, priority=900)
    app.connect("html-page-context", add_assets)


def add_assets(
    app: Sphinx, pagename: str, _template: str, context: dict[str, Any], doctree: nodes.document | None
) -> None:
    """Load style and scripts on the pages that need them, and list the headings of what was filled in."""
    if doctree is None or app.builder.format != "html" or not parts_domain(app.env).rests.get(pagename):
        return
    classes = {name for node in doctree.findall(nodes.Element) for name in node["classes"]}
    if classes & FOLDED:
        app.add_css_file("sourced-folds.css")
    if classes & PLAIN:
        app.add_css_file("sourced-pages.css")
    if app.builder.name == "epub":
        return
    context["toc"] = headings = contents(doctree)
    context["display_toc"] = headings.count("<li>") > 1
    if classes & FOLDED:
        app.add_js_file("sourced-folds.js", loading_method="defer")

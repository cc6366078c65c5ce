"""The line under a chapter's title: as of when it holds, how much it rests on, and how that was judged."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from html import escape

from docutils import nodes
from sphinx.application import Sphinx
from sphinx.transforms import SphinxTransform
from sphinx.transforms.post_transforms import SphinxPostTransform
from sphinx.writers.html5 import HTML5Translator

from ....account.addresses import DIFFERENCES, VERDICTS, Address, reviewed_address
from ....account.tally import tally
from ....chain.display import of_latest
from ....english.phrases import plural
from ..addresses import Addresses
from ..builders import is_site
from ..building import made
from ..domain import SourcedDomain, sourced_domain
from ..state import Judgement
from .content import BETWEEN
from .htmlnotes import link
from .notes import NoteSection

LATEST = "latest"
"""The figure of the book that says up to when its sources go."""

SPACE = "\N{NO-BREAK SPACE}"
NOT_TAKEN_IN = "Not yet taken in: nothing on this page has been checked against the sources"


class Head(nodes.General, nodes.Element):
    """The line: ``latest`` is a date in words, ``figures`` pairs of a kind and words, ``notes`` an anchor.

    ``judged`` are pairs of a verdict and words, of so many ``sentences``; ``waiting`` says what is not
    reviewed yet, or that nothing is, as the page is not taken in.
    """

    def rename_anchors(self, rename: Callable[[str], str]) -> None:
        """Lead to the notes by another anchor."""
        self["notes"] = rename(self["notes"]) if self["notes"] else ""


class AddHead(SphinxTransform):
    """Put the line under the title of each narrative page.

    The front page, and what is not narrative, have only what is not reviewed yet; the front page, which first
    says what the book is, at the end of its opening.
    """

    default_priority = 810  # after the notes, to which it leads

    def apply(self, **_kwargs: object) -> None:
        """Count, and add the line."""
        domain, docname = sourced_domain(self.env), self.env.docname
        page = domain.page(docname)
        title = next(self.document.findall(nodes.title), None)
        if not page.taken_in:
            self._say_not_taken_in()
            return
        if title is None:
            return
        waiting = _waiting(page.judgement)
        head = Head("", latest="", figures=[], sentences="", judged=[], notes="", waiting=waiting)
        if docname != self.config.root_doc and page.narrative:
            self._fill(head, domain, docname)
        if any(head[part] for part in ("latest", "figures", "waiting")):
            section, at = title.parent, title.parent.index(title) + 1
            if docname == self.config.root_doc:
                parts = (n for n, part in enumerate(section) if isinstance(part, nodes.section))
                at = next(parts, len(section))
            section.insert(at, head)

    def _say_not_taken_in(self) -> None:
        """Also of a front page, and of one without a title."""
        head = Head("", latest="", figures=[], sentences="", judged=[], notes="", waiting=NOT_TAKEN_IN)
        section = next(self.document.findall(nodes.section), None)
        if section is None:
            self.document.insert(0, head)
        else:
            section.insert(1, head)  # below its title

    def _fill(self, head: Head, domain: SourcedDomain, docname: str) -> None:
        page = domain.page(docname)
        head["latest"] = page.figures[LATEST] = domain.input.display("figure", LATEST)
        head["figures"] = list(tally(domain.input.library, page.cites).told())
        head["sentences"] = plural(page.judgement.sentences, "sentence").replace(" ", SPACE)
        head["judged"] = list(_judged(page.judgement))
        head["notes"] = next((section["ids"][0] for section in self.document.findall(NoteSection)), "")


def _judged(judgement: Judgement) -> Iterator[tuple[str, str]]:
    """How many sentences there are of each verdict that a reader may trust."""
    counts = (("supported", judgement.supported), ("reviewed", judgement.reviewed))
    yield from ((verdict, f"{count:,}{SPACE}{verdict}") for verdict, count in counts if count)


def _waiting(judgement: Judgement) -> str:
    if not judgement.unreviewed:
        return ""
    verb = "is" if judgement.unreviewed == 1 else "are"
    things = plural(judgement.units, "thing")
    return f"{judgement.unreviewed:,} of this page’s {things} said {verb} not yet reviewed"


class PlainHead(SphinxPostTransform):
    """Turn the line into a paragraph for every writer but those of HTML."""

    default_priority = 200

    def is_supported(self) -> bool:
        """Whether the builder needs it."""
        return bool(sourced_domain(self.env).builder.format != "html")

    def run(self, **_kwargs: object) -> None:
        """Replace the node."""
        for head in list(self.document.findall(Head)):
            head.replace_self(made(nodes.paragraph("", BETWEEN.join(_words(head)))))


def _words(head: Head) -> Iterator[str]:
    if head["latest"]:
        yield of_latest(head["latest"])
    yield from (words for _, words in head["figures"])
    if head["judged"]:
        yield f"{head['sentences']}: {', '.join(words for _, words in head['judged'])}"
    if head["waiting"]:
        yield head["waiting"]


def visit_head(self: HTML5Translator, node: Head) -> None:
    """Open the line, which shows its figures when it is opened; the switch may stand in it."""
    domain, docname = sourced_domain(self.builder.env), self.builder.current_docname
    addresses = Addresses(domain, docname)
    places = {
        "facts": f"#{node['notes']}" if node["notes"] else "",
        "disputed": addresses.to(Address(DIFFERENCES)),
        "supported": addresses.to(Address(VERDICTS)),
        "reviewed": addresses.to(reviewed_address(docname)),
    }
    latest = escape(of_latest(node["latest"]))
    parts = [link(places.get(kind, ""), escape(words)) for kind, words in node["figures"]]
    judged = (link(places[verdict], escape(words)) for verdict, words in node["judged"])
    parts += [f"{node['sentences']}: {', '.join(judged)}"] if node["judged"] else []
    self.body.append('<div class="sourced-head">\n')
    told = f"<p>{BETWEEN.join(filter(None, [latest, *parts]))}</p>\n" if latest or parts else ""
    if latest and parts and is_site(self.builder):  # a page is there to be read, not to be counted
        told = f"<details><summary>{latest}</summary>\n<p>{BETWEEN.join(parts)}</p></details>\n"
    self.body.append(told)
    if node["waiting"]:
        waiting = link(places["supported"], escape(node["waiting"]))
        self.body.append(f'<p class="sourced-waiting">{waiting}.</p>\n')


def depart_head(self: HTML5Translator, _node: Head) -> None:
    """Close the line."""
    self.body.append("</div>\n")


def setup_heads(app: Sphinx) -> None:
    """Register the node and what makes it."""
    app.add_node(Head, html=(visit_head, depart_head))
    app.add_transform(AddHead)
    app.add_post_transform(PlainHead)

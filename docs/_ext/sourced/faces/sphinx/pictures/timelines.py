"""The directive ``timeline``: a picture of all that has a date, and below it the same as text, date by date.

The text is no twin that folds away but the page itself: it can be searched,
copied and printed, and other writers get it alone. Each scale that is asked
for is a section, so that a table of contents knows it.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from html import escape
from itertools import groupby
from typing import ClassVar

import msgspec
from docutils import nodes
from docutils.nodes import Node
from docutils.parsers.rst import directives
from sphinx.application import Sphinx
from sphinx.writers.html5 import HTML5Translator

from ....english.dates.dates import say
from ....english.phrases import capital
from ....pictures import NARROW, WIDE
from ....pictures.request import TimelineRequest
from ....pictures.timeline.data import timeline
from ....pictures.timeline.drawing import draw_key, draw_timeline
from ....pictures.timeline.events import Account, Event, Stretch, Timeline
from ....pictures.timeline.spans import Span
from ....text.edtf import days
from ..builders import is_site, opened
from ..building import made, paragraph, section, span
from ..domain import sourced_domain
from ..parts.links import Links
from ..parts.parts import Part, PartDirective
from .directives import Drawing, PictureDirective, PictureGroup
from .twins import FactLinks


class Picker(nodes.General, nodes.Element):
    """The choice of a thread, of which there are ``threads``."""


class Key(nodes.General, nodes.Element):
    """What the marks of the picture mean."""


class TimelineDirective(PictureDirective):
    """All facts that say when; ``:scales:`` gives stretches of time a scale and a section of their own.

    Each line of the body names an event in the picture: ``fact: a few words of its statement``; with
    further facts behind the first, these tell the same event.
    """

    _request: TimelineRequest
    kind = "timeline"
    has_content = True
    option_spec: ClassVar[dict[str, Callable[[str], str]]] = {
        **PictureDirective.option_spec,
        "scales": directives.unchanged_required,
    }

    def run(self) -> list[Node]:
        """Leave a placeholder, and a section with another for each scale."""
        if not (found := super().run()):
            return []
        sourced_domain(self.env).page(self.env.docname).gathers += (self.argument,)
        return [*found, *(self._section(scale) for scale in sorted(self._request.scales, key=_start))]

    def _new_ident(self) -> str:
        number = self.env.new_serialno("sourced-timeline")
        return f"timeline-{number + 1}" if number else "timeline"

    def _section(self, scale: str) -> nodes.section:
        part = Part("", maker=StretchPart, argument=f"{scale} {self.argument}", docname=self.env.docname)
        self.set_source_info(part)
        title = capital(say(scale))
        found = section("", title, part)
        made(found[0])
        found["ids"], found["names"] = [], [nodes.fully_normalize_name(title)]
        self.state.document.note_implicit_target(found, found)
        return found

    @classmethod
    def fill(cls, argument: str, links: Links) -> list[nodes.Node]:
        """The picture, and what lies on no scale that was asked for."""
        request = msgspec.json.decode(argument, type=TimelineRequest)
        line, listing = _listing(request, links)
        unasked = (stretch for stretch in line.stretches if stretch.scale.edtf not in request.scales)
        rest = [node for stretch in unasked for node in listing.dates(stretch)]
        if not links.html or not line.events:
            return rest
        drawn = [
            "\n".join(draw_timeline(line, width, f"{request.ident}-{width}", listing.place))
            for width in (NARROW, WIDE)
        ]
        picture = Drawing("", versions=drawn, kind=cls.kind)
        picker = [Picker("", ident=request.ident, threads=line.threads)] if line.threads else []
        return [PictureGroup("", *picker, picture, Key(""), kind=cls.kind), *rest]


class StretchPart(PartDirective):
    """What lies on one scale of a timeline, date by date."""

    @classmethod
    def fill(cls, argument: str, links: Links) -> list[nodes.Node]:
        """Its dates."""
        scale, _, request = argument.partition(" ")
        line, listing = _listing(msgspec.json.decode(request, type=TimelineRequest), links)
        return [
            node
            for stretch in line.stretches
            if stretch.scale.edtf == scale
            for node in listing.dates(stretch)
        ] or [paragraph("Nothing in this book is dated here.")]


def _start(scale: str) -> str:
    found = days(scale)
    return found[0].isoformat() if found else ""


def _listing(request: TimelineRequest, links: Links) -> tuple[Timeline, Listing]:
    line = timeline(
        links.library,
        scales=request.scales,
        without=request.without,
        groups=request.groups,
        labels=request.labels,
    )
    return line, Listing(line, request.ident, links)


class Listing:
    """A timeline as text."""

    def __init__(self, line: Timeline, ident: str, links: Links) -> None:
        self._line, self._ident, self._threads = line, ident, line.threads
        self._links, self._html = FactLinks(links), links.html

    def place(self, label: str) -> str:
        """Where on the page a date stands."""
        return f"#{self._id(label)}"

    def _id(self, label: str) -> str:
        return nodes.make_id(f"{self._ident}-{capital(label)}")

    def dates(self, stretch: Stretch) -> list[nodes.Node]:
        """A section for each date."""
        return [self._date(when, [*told]) for when, told in groupby(stretch.events, lambda each: each.span)]

    def _date(self, when: Span, told_of: Sequence[Event]) -> nodes.section:
        label, shape = capital(when.label), [f"sourced-shape-{when.shape}"]
        shape += ["sourced-open-start"] * (when.open_start or when.uncertain)
        shape += ["sourced-open-end"] * (when.open_end or when.uncertain)
        told = when.precision
        precision = [paragraph(capital(told), classes=["sourced-precision"])] if told else []
        events = nodes.bullet_list("", *map(self._event, told_of), bullet="-", classes=["sourced-events"])
        return section(
            self._id(label), label, *precision, events,
            classes=["sourced-date", *shape, *self._classes(told_of)],
        )  # fmt: skip

    def _classes(self, events: Iterable[Event]) -> list[str]:
        """What a filter knows events by; 0 is no thread."""
        if not self._threads:
            return []
        numbers = {self._threads.index(each.thread) + 1 if each.thread else 0 for each in events}
        return ["sourced-thread", *(f"sourced-thread-{number}" for number in sorted(numbers))]

    def _event(self, event: Event) -> nodes.list_item:
        """An event with all that tells it: the leading account, and under it the others."""
        first, *others = event.accounts
        classes = [*self._classes([event]), *["sourced-claim"] * event.claim]
        rest = [
            nodes.list_item("", *self._account(each), classes=["sourced-denies"] * each.denies)
            for each in others
        ]
        under = [nodes.bullet_list("", *rest, bullet="-", classes=["sourced-accounts"])] if rest else []
        said, *told = self._account(first, event.thread)
        if self._html:  # nobody else has the picture
            said[0:0] = [span(str(event.number), "sourced-nth"), nodes.Text(" ")]
        return nodes.list_item("", said, *told, *under, classes=classes)

    def _account(self, account: Account, thread: str = "") -> list[nodes.Element]:
        first, *more = account.facts
        told: list[nodes.Node] = []
        if thread:
            told += [span(capital(thread), "sourced-thread-name"), nodes.Text(" · ")]
        told.append(nodes.Text(account.told))
        for fact, words in zip(more, account.also, strict=True):
            told += [nodes.Text(" · "), self._links.node(fact, words)]
        told += [nodes.Text(" · ≠ accounts differ")] if account.disputed else []
        if account.dated:
            told += [nodes.Text(" · "), span(f"dated {account.dated}", "sourced-reckoned")]
        said = paragraph(self._links.node(first, account.statement))
        return [said, paragraph(told, classes=["sourced-teller"])]


def visit_picker(self: HTML5Translator, node: Picker) -> None:
    """Print the choice; a style sheet does the rest, and hides it where it cannot. Only a site has one."""
    if is_site(self.builder):
        self.body.append(_picker(node["ident"], node["threads"]))
    raise nodes.SkipNode


def _picker(ident: str, threads: Sequence[str]) -> str:
    choices = "".join(
        f'<label><input type="radio" name="{ident}" class="sourced-pick-{number}"{" checked" * (not number)}>'
        f"<span>{escape(capital(thread))}</span></label>\n"
        for number, thread in enumerate(["everything", *threads])
    )
    return f'<fieldset class="sourced-picker"><legend>Show</legend>\n{choices}</fieldset>\n'


def visit_key(self: HTML5Translator, _node: Key) -> None:
    """Print the key: folded on a screen, open on paper and in an e-book."""
    entries = "".join(f"<li>{mark} {escape(words)}</li>\n" for mark, words in draw_key())
    listed = f"<ul>\n{entries}</ul>\n"
    if self.builder.name == "epub":
        self.body.append(f'<div class="sourced-key">{listed}</div>\n')
    else:
        summary = "<summary>How to read this picture</summary>"
        self.body.append(
            f'<details class="sourced-key"{opened(self.builder)}>{summary}\n{listed}</details>\n'
        )
    raise nodes.SkipNode


def setup_timelines(app: Sphinx) -> None:
    """Register the directive and the nodes it leaves for HTML."""
    app.add_directive(TimelineDirective.kind, TimelineDirective)
    app.add_node(Picker, html=(visit_picker, None))
    app.add_node(Key, html=(visit_key, None))

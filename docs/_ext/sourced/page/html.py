"""Raw HTML: whether it shows a reader words that the reader of pages cannot read, and which it shows."""

from __future__ import annotations

import re
from html.parser import HTMLParser

_TAG = re.compile(r"</?([a-zA-Z][\w-]*)([^<>]*)>")
_ATTRIBUTE = re.compile(r"([^\s=\"'/]+)\s*=")
_HARMLESS_TAGS = re.compile(
    "a|abbr|article|aside|b|bdi|bdo|blockquote|br|caption|center|cite|col|colgroup|dd|del|details|dfn|div|dl|dt|em|"
    "figcaption|figure|footer|h[1-6]|header|hr|i|ins|kbd|li|main|mark|nav|ol|p|q|s|samp|section|small|span|strong|"
    "sub|summary|sup|table|tbody|td|tfoot|th|thead|tr|u|ul|var|wbr",
    re.IGNORECASE,
)
_HARMLESS_ATTRIBUTES = re.compile(
    "align|class|colspan|dir|height|href|id|lang|name|rel|role|rowspan|scope|target|valign|width",
    re.IGNORECASE,
)

_SPOKEN = frozenset({"alt", "aria-label", "placeholder", "summary", "title"})
"""Attributes whose words a reader sees or hears."""


def shows_words(html: str) -> bool:
    """Whether it holds more than comments and tags that add no words of their own."""
    rest = _without_comments(html)
    for tag, attributes in _TAG.findall(rest):
        if not _HARMLESS_TAGS.fullmatch(tag):
            return True
        if not all(map(_HARMLESS_ATTRIBUTES.fullmatch, _ATTRIBUTE.findall(attributes))):
            return True
    return bool(_TAG.sub(" ", rest).strip())


def shown_text(html: str) -> str:
    """The words that it shows or has read aloud; what scripts would write is not among them."""
    found = _Words()
    found.feed(html)
    found.close()
    return " ".join(found.texts)


class _Words(HTMLParser):
    """Collects words."""

    def __init__(self) -> None:
        super().__init__()
        self.texts: list[str] = []
        self._silent = False

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self._silent = tag in ("script", "style")
        self.texts += [value for name, value in attrs if value and name in _SPOKEN]

    def handle_endtag(self, tag: str) -> None:
        self._silent = False

    def handle_data(self, data: str) -> None:
        self.texts += [data] * (not self._silent)


def breaks_words(html: str) -> bool:
    """Whether the words on its two sides are two words."""
    found = _TAG.match(html)
    return found is not None and found[1].lower() in {"br", "hr", "p", "div", "li", "td", "th"}


def _without_comments(html: str) -> str:
    """As browsers do: ``<!-->`` is a whole comment, and ``--!>`` ends one; an open one is none."""
    kept: list[str] = []
    at = 0
    while (start := html.find("<!--", at)) >= 0:
        ends = [end for end in (html.find("-->", start + 2), html.find("--!>", start + 4)) if end >= 0]
        if not ends:
            break
        kept.append(html[at:start])
        at = html.index(">", min(ends)) + 1
    return " ".join([*kept, html[at:]])

"""Every place where the words of a quotation stand.

The text is searched first as it is; only on a miss are both sides folded. A place
begins and ends between words, and a number is never part of a longer one.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import islice, product

from ...text.fold import ELLIPSIS, squeeze
from .sourcetext import BROKEN, RUN, Span, Text

_TRIES = 1_000_000
"""After so many a quotation with ellipses has been looked for long enough."""
_LARGE = 65_536
"""In a text of more characters a quotation is looked for by its rarest word."""
_SELDOM = 20
"""To find its words by number costs a large text as much as reading it so many times."""
_AT_ONCE = 256
"""So many places are looked at before the next are thought of, as two may be enough."""
_HYPHENS = 4
"""So many hyphens of a quotation may be those of a line's end."""
_HYPHEN = re.compile(r"(?<=[^\W\d_])-(?=[^\W\d_])")
_NO_WORD = re.compile(r"[\W_]")

Place = tuple[Span, ...]
"""Where a quotation stands: the spans of its parts, which are split at its ellipses."""


def candidates(text: Text, exact: str) -> list[Place]:
    """Every place where ``exact`` stands; at most two where its white space is that of the source."""
    exact = exact.strip()
    if not exact:
        return []
    spans = _find(text, text.raw, exact) or _find(text, text.flat, squeeze(exact)) or find_folded(text, exact)
    places: list[Place] = [(span,) for span in spans]
    return places or _find_parts(text, exact) or [(span,) for span in _find_broken(text, exact)]


def candidates_across(text: Text, exact: str, skipped: list[Span]) -> list[Place]:
    """Every place where ``exact`` stands if the stretches to be skipped are left out of the text."""
    if not skipped:
        return []
    cut, rest = text.without(skipped)
    found = candidates(rest, exact)
    return [
        tuple(piece for part in place for piece in _around(text, cut.span(*part), skipped)) for place in found
    ]


def _around(text: Text, span: Span, skipped: list[Span]) -> Iterator[Span]:
    """The pieces of a stretch beside what is skipped, without blanks at their ends."""
    at, end = span
    for low, high in [*sorted(each for each in skipped if at < each[1] and each[0] < end), (end, end)]:
        piece = text.raw[at:low]
        if piece.strip():
            yield at + len(piece) - len(piece.lstrip()), at + len(piece.rstrip())
        at = max(at, high)


def passages(text: Text, words: str) -> list[Span]:
    """Every place of ``words``, even inside longer words: page furniture runs together."""
    return list(_places(text, words))


def _places(text: Text, words: str) -> Iterator[Span]:
    words = squeeze(words)
    span = text.find(words)
    while span:
        yield span
        span = text.find(words, span[1])


def _find(text: Text, among: str, exact: str) -> list[Span]:
    """At most two places where ``exact`` stands as whole words among the characters of a text."""
    text.searches += 1
    pays = len(among) > _LARGE and text.searches > _SELDOM
    places = _by_rarest(text, among, exact) if pays else _one_by_one(among, exact)
    return list(islice((span for span in places if _is_whole(among, *span)), 2))


def _by_rarest(text: Text, among: str, exact: str) -> Iterator[Span]:
    """The places around the rarest of its words: a large text is not read again for each quotation."""
    words = RUN.findall(exact)
    if not words:
        yield from _one_by_one(among, exact)
        return
    known = text.runs
    counts = [len(known.get(word, ())) for word in words]
    rarest = counts.index(min(counts))
    offset = next(islice(RUN.finditer(exact), rarest, None)).start()
    places, size = known.get(words[rarest], ()), len(exact)
    for low in range(0, len(places), _AT_ONCE):
        starts = [at - offset for at in places[low : low + _AT_ONCE]]
        yield from ((at, at + size) for at in starts if among.startswith(exact, at) and at >= 0)


def _one_by_one(among: str, exact: str) -> Iterator[Span]:
    """The places that do not begin inside a word that is none of them, which may be long."""
    start = among.find(exact)
    while start >= 0:
        yield start, start + len(exact)
        if among[start].isalnum() and among[max(0, start - 1)].isalnum():
            outside = _NO_WORD.search(among, start)
            start = outside.start() if outside else len(among)
        start = among.find(exact, start + 1)


def find_folded(text: Text, exact: str) -> list[Span]:
    """Every place where ``exact`` stands as whole words, both sides folded."""
    return [span for span in passages(text, exact) if _is_whole(text.folded, *span)]


def _find_broken(text: Text, exact: str) -> list[Span]:
    """Places whose words are broken at the ends of lines, with a hyphen that is theirs or not."""
    if text.joined is None:
        return []
    joined, smooth = text.joined
    wanted = squeeze(exact)
    spans = {span for words in _without_hyphens(wanted) for span in find_folded(smooth, words)}
    found = sorted(joined.span(*span) for span in spans)
    return [span for span in found if re.fullmatch(_either_way(text.folded[slice(*span)]), wanted)]


def _without_hyphens(words: str) -> Iterator[str]:
    """``words`` with each of its first few hyphens and without it."""
    parts = _HYPHEN.split(words, _HYPHENS)
    for hyphens in product(("-", ""), repeat=len(parts) - 1):
        yield "".join(f"{part}{hyphen}" for part, hyphen in zip(parts, (*hyphens, ""), strict=True))


def _either_way(text: str) -> str:
    """A pattern for ``text`` with or without the hyphens at the ends of its lines."""
    return "-?".join(
        re.escape(squeeze(f".{part}.")[1:-1]).replace(r"\ ", r"\s+") for part in BROKEN.split(text)
    )


def _find_parts(text: Text, exact: str) -> list[Place]:
    """Places of the parts of ``exact`` between ellipses, in order, within one paragraph."""
    first, *others = [part for part in ELLIPSIS.split(exact) if part.strip()] or [""]
    parts = [_Part(text, part) for part in others]
    found: list[Place] = []
    tried = 0
    for start, end in _places(text, first) if parts else ():
        _, limit = text.paragraph(start)
        spans = [(start, end)]
        for part in parts:
            tried += 1
            following = part.after(spans[-1][1])
            if following is None or following[1] > limit:
                break
            spans.append(following)
        if len(spans) > len(parts) and all(_is_whole(text.folded, *span) for span in spans):
            found.append(tuple(spans))
        if tried > _TRIES:
            break
    return found


class _Part:
    """A part of a quotation, looked for from ever further on."""

    def __init__(self, text: Text, words: str) -> None:
        self._text, self._words = text, squeeze(words)
        self._next = text.find(self._words)

    def after(self, at: int) -> Span | None:
        """Its first place from ``at`` on."""
        if self._next is not None and self._next[0] < at:
            self._next = self._text.find(self._words, at)
        return self._next


def _is_whole(text: str, start: int, end: int) -> bool:
    """Whether ``text[start:end]`` begins and ends between words and numbers."""
    before, after = text[max(0, start - 2) : start], text[end : end + 2]
    return not (_joins(before[-1:], text[start], before[:1]) or _joins(after[:1], text[end - 1], after[1:]))


def _joins(outside: str, inside: str, beyond: str) -> bool:
    """Whether the character outside goes on the word or number that ends with the one inside."""
    if outside.isalnum():
        return inside.isalnum()
    return outside in (".", ",") and inside.isdigit() and beyond.isdigit()

"""How well sourced, drawn: one bar for each page and each source, with its figures in words."""

from __future__ import annotations

from .sourcing import PageRow, SourceRow, Sourcing, described
from .svg import LEADING, SMALL, Canvas, Href, tag
from .telling import joined, plural

_TEXT = 14.0
_BAR = 12.0


def draw_sourcing(found: Sourcing, width: float, ident: str, href: Href) -> str:
    """The picture, so many units wide."""
    canvas = Canvas(width, ident, href)
    counts = [*(row.count.facts for row in found.pages), *(row.count.facts for row in found.sources)]
    most = max(counts, default=0)
    _title(canvas, "Page by page: the facts that it cites")
    _legend(
        canvas, ("several independent sources", "one source", "that something is missing from all sources")
    )
    for page in found.pages:
        count = page.count
        _row(canvas, page.title, _page_words(page), (count.several, count.one, count.absent), most)
    canvas.y += 18
    _title(canvas, "Source by source: the facts that rest on it")
    _legend(canvas, ("also told independently", "told by it alone", "told elsewhere, but in shared words"))
    for source in found.sources:
        parts = (source.count.several, source.alone, source.shared)
        _row(canvas, source.label, _source_words(source), parts, most)
    return canvas.picture("How well sourced", described(found))


def _title(canvas: Canvas, words: str) -> None:
    y = canvas.text(0, canvas.y + 16, words, canvas.width, size=16, bold=True)
    canvas.y = y - 10


def _legend(canvas: Canvas, words: tuple[str, str, str]) -> None:
    y = canvas.y + SMALL + 4
    for fill, text in zip(("full", "hatched", "empty"), words, strict=True):
        _bar(canvas, 0, y - 10, 26, fill)
        y = canvas.text(36, y, text, canvas.width - 36, size=SMALL, quiet=True) + 4
    canvas.y = y - SMALL + 6


def _row(canvas: Canvas, title: str, words: str, parts: tuple[int, int, int], most: int) -> None:
    beside = canvas.width >= 560
    words_x = canvas.width * 0.3 if beside else 0.0
    y = canvas.y + _TEXT + 4
    bottom = canvas.text(0, y, title, canvas.width if not beside else words_x - 16, size=_TEXT, bold=True)
    bar_y = y - _TEXT * 0.8 if beside else bottom - _TEXT + 1
    x, scale = words_x, (canvas.width - words_x) / max(most, 1)
    for size, fill in zip(parts, ("full", "hatched", "empty"), strict=True):
        if size:
            _bar(canvas, x, bar_y, size * scale, fill)
            x += size * scale
    y = canvas.text(words_x, bar_y + _BAR + SMALL + 3, words, canvas.width - words_x, size=SMALL, quiet=True)
    canvas.y = max(y - SMALL * LEADING, bottom - _TEXT) + 10


def _bar(canvas: Canvas, x: float, y: float, width: float, fill: str) -> None:
    paint, class_ = "none", "sourced-accent-line"
    if fill == "full":
        paint, class_ = "currentColor", "sourced-accent-line sourced-accent"
    elif fill == "hatched":
        paint = canvas.define("hatch", _hatch)
    canvas.add(
        tag(
            "rect", x=x + 0.75, y=y + 0.75, width=max(width - 1.5, 0.5), height=_BAR - 1.5, fill=paint,
            stroke="currentColor", stroke_width=1.5, class_=class_,
        )
    )  # fmt: skip


def _hatch(ident: str) -> str:
    line = tag(
        "path",
        d="M0 0v6",
        stroke="currentColor",
        stroke_width=3,
        stroke_opacity="0.75",
        class_="sourced-accent-line",
    )
    return tag(
        "pattern",
        line,
        id=ident,
        width=5,
        height=6,
        patternUnits="userSpaceOnUse",
        patternTransform="rotate(45)",
    )


def _page_words(row: PageRow) -> str:
    count = row.count
    parts = [
        f"{count.several} on several independent sources",
        f"{count.one} on one",
        f"{count.absent} on what is missing",
    ]
    told = f"{plural(count.facts, 'fact')}: {joined(parts)}."
    cited = f"{row.citing} cite a fact and {row.own} are the editor’s own"
    return f"{told} {_doubts(count.claims, count.disputed)} Of {plural(row.sentences, 'sentence')}, {cited}."


def _source_words(row: SourceRow) -> str:
    count = row.count
    parts = [
        f"{count.several} also told independently",
        f"{row.alone} by it alone",
        f"{row.shared} in shared words",
    ]
    return f"{plural(count.facts, 'fact')}: {joined(parts)}. {_doubts(count.claims, count.disputed)}"


def _doubts(claims: int, disputed: int) -> str:
    return f"{plural(claims, 'claim') if claims else 'No claims'}, {disputed or 'none'} disputed."

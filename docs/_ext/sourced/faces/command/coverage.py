"""Coverage as people and programs read it."""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import Any

from ...account.sources.coverage import Coverage, SetAside
from ...account.sources.sourceuse import SourceCoverage
from ...book.book import Book
from ...book.findings import Finding
from ...text.fold import squeeze
from .reports import FIELDS, finding_texts, plain, told_not_taken_in

_SHOWN = 70


def render_coverage_json(book: Book, coverage: Coverage) -> str:
    """One JSON object. A share of nothing is null."""
    quoted, words, words_aside = _words(coverage)
    prose = coverage.prose
    sentences = _sentences(coverage.sources)
    told = {
        "quotation": {
            "words": words,
            "quoted": quoted,
            "setAside": words_aside,
            "share": _share(quoted, words),
        },
        "prose": {
            "sentences": prose.citing + prose.bare,
            "citing": prose.citing,
            "own": prose.own,
            "pagesNotTakenIn": list(prose.not_taken_in),
            "share": _share(prose.citing, prose.citing + prose.bare),
        },
        "source": {**sentences, "share": _share(_covered(sentences), sentences["sentences"])},
        "sources": [_source(book, source) for source in coverage.sources],
        "asides": [_aside(book, aside) for aside in coverage.asides],
        "findings": [{field: getattr(each, field) for field in FIELDS} for each in coverage.findings],
    }
    return json.dumps(told, indent=2) + "\n"


def render_coverage_text(book: Book, coverage: Coverage, root: Path, *, colour: bool) -> str:
    """What is unused, what is set aside and why, then the three figures with what they count."""
    parts = finding_texts(coverage.findings, root, colour=colour)
    if coverage.asides:
        parts += ["Set aside:\n", *_aside_lines(book, coverage), "\n"]
    if waiting := coverage.prose.not_taken_in:
        parts += ["Not yet taken in:\n", *(f"{plain(file)}\n" for file in waiting), "\n"]
    parts += [f"{line}\n" for line in _figures(coverage)]
    return "".join(parts)


def render_unreadable_json(findings: list[Finding]) -> str:
    """The findings of input that could not be read, in the same object with nothing counted."""
    nothing = dict.fromkeys(("quotation", "prose", "source"))
    listed = [{field: getattr(each, field) for field in FIELDS} for each in findings]
    return json.dumps({**nothing, "sources": [], "asides": [], "findings": listed}, indent=2) + "\n"


def _figures(coverage: Coverage) -> Iterator[str]:
    quoted, words, aside = _words(coverage)
    prose, sources = coverage.prose, _sentences(coverage.sources)
    cited, sentences = prose.citing + prose.bare, sources["sentences"]
    yield (
        f"Quotation coverage {_percent(quoted, words)}: {quoted} of {words} words of the sources' own text "
        f"are quoted; {aside} more are set aside."
    )
    yield (
        f"Prose coverage {_percent(prose.citing, cited)}: {prose.citing} of {cited} sentences "
        f"of narrative pages cite a fact; {prose.own} more are the editor's own."
    )
    if prose.not_taken_in:
        yield f"{told_not_taken_in(len(prose.not_taken_in))}."
    yield (
        f"Source coverage {_percent(_covered(sources), sentences)}: of {sentences} sentences of the sources "
        f"{sources['used']} are used, {sources['setAside']} set aside, {sources['unused']} unused."
    )


def _words(coverage: Coverage) -> tuple[int, int, int]:
    sources = coverage.sources
    return sum(s.quoted for s in sources), sum(s.words for s in sources), sum(s.words_aside for s in sources)


def _sentences(sources: Iterable[SourceCoverage]) -> dict[str, int]:
    """How many sentences there are in all, and of each use."""
    uses = [sentence.use for source in sources for sentence in source.sentences]
    return {
        "sentences": len(uses),
        "used": uses.count("used"),
        "setAside": uses.count("aside"),
        "unused": uses.count("unused"),
    }


def _covered(sentences: dict[str, int]) -> int:
    return sentences["used"] + sentences["setAside"]


def _share(part: int, whole: int) -> float | None:
    return part / whole if whole else None


def _percent(part: int, whole: int) -> str:
    """Rounded down: 100 % is said of all only."""
    return f"{1000 * part // whole / 10:.1f} %" if whole else "of nothing"


def _source(book: Book, source: SourceCoverage) -> dict[str, Any]:
    return {
        "id": source.source,
        "file": book.source_file(source.source),
        "words": source.words,
        "quoted": source.quoted,
        "wordsSetAside": source.words_aside,
        **_sentences([source]),
    }


def _aside(book: Book, aside: SetAside) -> dict[str, Any]:
    line, column = aside.place
    return {
        "source": aside.source,
        "file": book.source_file(aside.source),
        "line": line,
        "column": column,
        "text": aside.text,
        "why": aside.why,
    }


def _aside_lines(book: Book, coverage: Coverage) -> Iterator[str]:
    for aside in coverage.asides:
        told = _aside(book, aside)
        text = squeeze(told["text"])
        shown = text if len(text) <= _SHOWN else f"{text[:_SHOWN].rstrip()} …"
        yield f"{plain(told['file'])}:{told['line']}:{told['column']}: “{plain(shown)}”\n"
        yield f"  = {plain(squeeze(aside.why))}\n"

"""Rules on quotations: each stands in the named source, once, in the article's own text."""

from __future__ import annotations

from collections.abc import Iterator

from ..library import Library
from ..model import Evidence, Fact
from ..quotations import MIN_WORDS, Match, Miss, candidates, passages
from .records import nearest
from .registry import Hit, rule


def _path(fact: Fact, index: int, field: str) -> tuple[str | int, ...]:
    return ("facts", fact.id, "evidence", index, field)


@rule("source-unknown", link="quotation", scope="fact", hint="Name one of the entries under `sources`.")
def source_unknown(library: Library, fact: Fact) -> Iterator[Hit]:
    """A quotation names a source that the data file does not have."""
    for index, evidence in enumerate(fact.evidence):
        if evidence.source not in library.book.sources:
            more = nearest(evidence.source, list(library.book.sources))
            yield Hit(
                message=f"there is no source “{evidence.source}”.{more}", path=_path(fact, index, "source")
            )


@rule(
    "quotation-not-found",
    link="quotation",
    scope="fact",
    hint="Copy the words from the source as they stand; `…` may leave words out within a paragraph.",
)
def quotation_not_found(library: Library, fact: Fact) -> Iterator[Hit]:
    """A quotation does not stand in the source that it names.

    Compared after one fold: spaces, quotation marks and dashes of any shape are equal; nothing else is.
    A number is never found inside a longer one. The nearest passage is shown, but never accepted.
    """
    for index, evidence in enumerate(fact.evidence):
        miss = library.locate(evidence)
        if isinstance(miss, Miss) and miss.reason == "absent":
            elsewhere = [
                s
                for s in library.book.sources
                if s != evidence.source and candidates(library.text(s), evidence.exact)
            ]
            yield Hit(message=_describe(evidence, miss, elsewhere), path=_path(fact, index, "exact"))


def _describe(evidence: Evidence, miss: Miss, elsewhere: list[str]) -> str:
    message = f"these words do not stand in “{evidence.source}”"
    if elsewhere:
        return f"{message}; they stand in “{elsewhere[0]}”"
    if miss.diverges == "prefix or suffix":
        return f"{message} with this prefix and suffix around them"
    if miss.nearest:
        return f"{message}; the nearest passage is “{miss.nearest}”" + (
            f": {miss.diverges}" if miss.diverges else ""
        )
    return message


@rule(
    "quotation-ambiguous",
    link="quotation",
    scope="fact",
    hint="Quote more words, or add `prefix:` or `suffix:` with the words just before or after.",
)
def quotation_ambiguous(library: Library, fact: Fact) -> Iterator[Hit]:
    """A quotation stands more than once in its source, so that nobody can tell which place is meant."""
    for index, evidence in enumerate(fact.evidence):
        miss = library.locate(evidence)
        if isinstance(miss, Miss) and miss.reason == "twice":
            yield Hit(
                message=f"these words stand more than once in “{evidence.source}”",
                path=_path(fact, index, "exact"),
            )


@rule(
    "quotation-too-short",
    link="quotation",
    scope="fact",
    hint="Quote more words, or add `prefix:` or `suffix:`.",
)
def quotation_too_short(library: Library, fact: Fact) -> Iterator[Hit]:
    """A quotation of one or two words proves nothing by itself."""
    for index, evidence in enumerate(fact.evidence):
        miss = library.locate(evidence)
        if isinstance(miss, Miss) and miss.reason == "short":
            yield Hit(
                message=f"a quotation of fewer than {MIN_WORDS} words needs its place",
                path=_path(fact, index, "exact"),
            )


@rule(
    "quotation-in-aside",
    link="quotation",
    scope="fact",
    hint=(
        "Rest the fact on the article's own text; or, if the passage is the article's after all, "
        "change the aside."
    ),
)
def quotation_in_aside(library: Library, fact: Fact) -> Iterator[Hit]:
    """A quotation is taken from a passage that was set aside, such as a headline in a list of links."""
    for index, evidence in enumerate(fact.evidence):
        match = library.locate(evidence)
        if isinstance(match, Match):
            aside = library.aside_at(evidence.source, match.start, match.end)
        elif match is not None and match.reason == "absent":
            # furniture runs together: “captionThe lighthouse”
            aside = next(
                (
                    a
                    for span in passages(library.text(evidence.source), evidence.exact)
                    if (a := library.aside_at(evidence.source, *span))
                ),
                None,
            )
        else:
            aside = None
        if aside is not None:
            why = library.book.sources[evidence.source].aside[aside.index].why
            yield Hit(
                message=f"this passage of “{evidence.source}” is set aside: {why}",
                path=_path(fact, index, "exact"),
            )

"""Rules on quotations: each stands in the named source, once, in the article's own text."""

from __future__ import annotations

from collections.abc import Iterator

from ..book.model import Evidence, Fact
from ..book.quotations import MIN_WORDS, Match, Miss, Reason, candidates, passages
from ..chain.asides import AsideSpan
from ..chain.library import Library
from ..chain.locators import counted_page
from .messages import nearest
from .registry import Hit, Mend, Path, rule, within
from .verdict.mending import source_words, spelled_at


def _path(fact: Fact, index: int, field: str) -> Path:
    return within(fact, "evidence", index, field)


def _missed(library: Library, fact: Fact, reason: Reason) -> Iterator[tuple[int, Evidence, Miss]]:
    """The quotations of a fact that were not found, for one reason."""
    for index, evidence in enumerate(fact.evidence):
        miss = library.locate(evidence)
        if isinstance(miss, Miss) and miss.reason == reason:
            yield index, evidence, miss


@rule("source-unknown", link="quotation", scope="fact", hint="Name one of the entries under `sources`.")
def source_unknown(library: Library, fact: Fact) -> Iterator[Hit]:
    """A quotation names a source that the data file does not have.

    Its words cannot be looked up.
    """
    for index, evidence in enumerate(fact.evidence):
        if evidence.source not in library.book.sources:
            message = (
                f"there is no source “{evidence.source}”.{nearest(evidence.source, library.book.sources)}"
            )
            path = _path(fact, index, "source")
            mends = spelled_at(path, evidence.source, library.book.sources)
            yield Hit(message=message, path=path, mends=mends)


@rule(
    "quotation-not-found",
    link="quotation",
    scope="fact",
    hint="Copy the words from the source as they stand; `…` may leave words out within a paragraph.",
)
def quotation_not_found(library: Library, fact: Fact) -> Iterator[Hit]:
    """A quotation does not stand in the source that it names.

    Compared after one fold: spaces, quotation marks and dashes of any shape are equal, characters that cannot
    be seen are left out, ligatures are their letters, accents are composed; nothing else is equal. A word may
    be broken at the end of a line, and what is set aside within a sentence may be left out.
    A number is never found inside a longer one. The nearest passage is shown, but never accepted.
    """
    for index, evidence, miss in _missed(library, fact, "absent"):
        others = (source for source in library.book.sources if source != evidence.source)
        elsewhere = next((s for s in others if candidates(library.text(s), evidence.exact)), None)
        mends = _as_it_stands(library, fact, index, miss, elsewhere)
        message = _describe(evidence, miss, elsewhere)
        yield Hit(message=message, path=_path(fact, index, "exact"), mends=mends)


def _as_it_stands(
    library: Library, fact: Fact, index: int, miss: Miss, elsewhere: str | None
) -> tuple[Mend, ...]:
    """The source that has the words, or else the words that the source has."""
    if elsewhere:
        title = f"Name the source “{elsewhere}”"
        return (Mend(title=title, new=elsewhere, path=_path(fact, index, "source")),)
    evidence = fact.evidence[index]
    words = source_words(library.text(evidence.source), miss, evidence.exact)
    if not words or miss.diverges == "prefix or suffix":
        return ()
    return (Mend(title=f"Quote the source: “{words}”", new=words, path=_path(fact, index, "exact")),)


def _describe(evidence: Evidence, miss: Miss, elsewhere: str | None) -> str:
    message = f"these words do not stand in “{evidence.source}”"
    if elsewhere:
        return f"{message}; they stand in “{elsewhere}”"
    if miss.diverges == "prefix or suffix":
        return f"{message} with this prefix and suffix around them"
    if not miss.nearest:
        return message
    diverges = f": {miss.diverges}" if miss.diverges else ""
    return f"{message}; the nearest passage is “{miss.nearest}”{diverges}"


@rule(
    "quotation-ambiguous",
    link="quotation",
    scope="fact",
    hint="Quote more words, or add `prefix:` or `suffix:` with the words just before or after.",
)
def quotation_ambiguous(library: Library, fact: Fact) -> Iterator[Hit]:
    """A quotation stands more than once in its source, so that nobody can tell which place is meant.

    What is said around it may differ from place to place.
    """
    for index, evidence, _ in _missed(library, fact, "twice"):
        message = f"these words stand more than once in “{evidence.source}”"
        yield Hit(message=message, path=_path(fact, index, "exact"))


@rule(
    "quotation-too-short",
    link="quotation",
    scope="fact",
    hint="Quote more words, or add `prefix:` or `suffix:`.",
)
def quotation_too_short(library: Library, fact: Fact) -> Iterator[Hit]:
    """A quotation of one or two words proves nothing by itself.

    With the words just before or after it, its place is known.
    """
    for index, _, _ in _missed(library, fact, "short"):
        message = f"a quotation of fewer than {MIN_WORDS} words needs its place"
        yield Hit(message=message, path=_path(fact, index, "exact"))


@rule(
    "page-differs",
    link="quotation",
    scope="fact",
    hint="Take `page` out, for the text itself has its pages; or correct `first-page` of the source.",
)
def page_differs(library: Library, fact: Fact) -> Iterator[Hit]:
    """A quotation is said to stand on another page than that on which it stands.

    In a text with page breaks (form feeds) the page is counted, and needs no entry.
    """
    for index, evidence in enumerate(fact.evidence):
        counted = counted_page(library, evidence)
        if evidence.page and counted and evidence.page.strip().removeprefix("p.").strip() != counted:
            message = f"these words stand on page {counted}, not on page {evidence.page}"
            yield Hit(message=message, path=_path(fact, index, "page"))


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
    """A quotation is taken from a passage that was set aside, such as a headline in a list of links.

    Such words are not the article's.
    """
    for index, evidence in enumerate(fact.evidence):
        aside = _aside(library, evidence)
        if aside is not None:
            message = f"this passage of “{evidence.source}” is set aside: {aside.why}"
            yield Hit(message=message, path=_path(fact, index, "exact"))


def _aside(library: Library, evidence: Evidence) -> AsideSpan | None:
    """The aside that a quotation is taken from, if it is."""
    source, match = evidence.source, library.locate(evidence)
    if isinstance(match, Match):  # part by part, for a quotation may run across what is set aside
        return next((aside for part in match.parts if (aside := library.aside_at(source, *part))), None)
    if match is None or match.reason != "absent":
        return None
    # page furniture runs together, as in “captionThe lighthouse”, and such words are no match
    spans = passages(library.text(source), evidence.exact)
    return next((aside for span in spans if (aside := library.aside_at(source, *span))), None)

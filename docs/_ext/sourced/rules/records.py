"""Rules on sources, names and dates: what must be true before a quotation is read."""

from __future__ import annotations

import hashlib
import re
from collections.abc import Iterator

from ..book.model import Fact, Name, Source
from ..book.quotations import nearest, passages
from ..chain.library import Library
from ..english.furniture import is_sentence, lines_of
from ..text.edtf import days, overlap
from ..text.fold import WORD, squeeze
from .messages import short
from .registry import Hit, also, rule, within


@rule(
    "source-changed",
    link="source",
    scope="source",
    hint=(
        "Restore the file; or, if the source was really read again, check its quotations and put the sum "
        "that it has now in the place of the recorded one."
    ),
)
def source_changed(library: Library, source: Source) -> Iterator[Hit]:
    """A file in `seeds/` is not the one that was read.

    Its SHA-256 differs from the one recorded in the data file: somebody edited the evidence.
    """
    digest = hashlib.sha256(library.book.file_text(source.id).encode("utf-8", "surrogatepass")).hexdigest()
    if digest != source.sha256:
        file = library.book.source_file(source.id)
        message = f"{file} is not the file that was read: its SHA-256 is not the recorded one"
        message += f"; what it has now is\nsha256: {digest}"
        yield Hit(message=message, path=("sources", source.id, "sha256"))


@also("source-changed", "source")
def original_changed(library: Library, source: Source) -> Iterator[Hit]:
    """The same rule for the PDF or HTML file that a text was made from."""
    digest = library.book.originals.get(source.id)
    if source.original and digest and digest != source.original.sha256:
        found, wanted = digest[:12], source.original.sha256[:12]
        message = f"its SHA-256 is {found}…, recorded is {wanted}…"
        file = library.book.settings.seed(source.original.file)
        message = f"{file} is not the file that the text was made from: {message}"
        yield Hit(message=message, path=("sources", source.id, "original", "sha256"))


_HEAD = 10
"""So many lines of a source may be its head."""
_BESIDE = 40
"""A line with more words beside its date is no dateline."""
_MASTHEAD = re.compile(r"(?:The )?(?P<name>[A-Z][\w'’-]+(?: (?:of |the )?[A-Z][\w'’-]+)*), (?=\w)")
"""A name in front of a day: `The Herald, 4 May 1931`."""
_LATER = re.compile(r"\b(?:updated?|modified|corrected|retrieved|accessed|printed)\b", re.IGNORECASE)


@rule(
    "published-differs",
    link="source",
    scope="source",
    hint="Correct `published`; or, if that day is another's, say under `dated-by` how the source is dated.",
)
def published_differs(library: Library, source: Source) -> Iterator[Hit]:
    """A source is dated otherwise than its own dateline dates it.

    Every `yesterday` and every date without a year is counted from that day. Where `dated-by` gives the
    reason for a date, that is reviewed instead.
    """
    published = source.published
    if not published or source.dated_by or days(published) is None or source.id not in library.book.texts:
        return
    found = library.once(published_differs, source.id, lambda: tuple(_datelines(library, source)))
    if found and not any(overlap(date, published) for date, _ in found):
        message = f"this is published {published}, but its own head reads “{short(found[0][1])}”"
        yield Hit(message=message, path=("sources", source.id, "published"))


@rule(
    "publisher-differs",
    link="source",
    scope="source",
    hint="Correct `publisher`; or, if the head names somebody else, sign: sourced review.",
)
def publisher_differs(library: Library, source: Source) -> Iterator[Hit]:
    """The head of a source has another name beside its day than that of its publisher.

    What is told on its pages, and which sources are one voice, hangs on whose it is.
    """
    if not source.publisher or source.id not in library.book.texts:
        return
    for _, line in library.once(published_differs, source.id, lambda: tuple(_datelines(library, source))):
        head = _MASTHEAD.match(line)
        own = {word.lower() for word in WORD.findall(source.publisher)}
        if head and own.isdisjoint(word.lower() for word in WORD.findall(head["name"])):
            message = f"this is published by {source.publisher}, but its own head reads “{short(line)}”"
            yield Hit(message=message, path=("sources", source.id, "publisher"), doubt=True)
            return


def _datelines(library: Library, source: Source) -> Iterator[tuple[str, str]]:
    """The days that a source has at its head on lines of their own, each with its line."""
    for line in lines_of(library.text(source.id).raw)[:_HEAD]:
        if is_sentence(line.words):
            return
        if _LATER.search(line.words) or line.words == squeeze(source.title or ""):
            continue
        for date in library.atoms(line.words).dates:
            span = days(date.value)
            if span and span[0] == span[1] and len(line.words) - (date.end - date.start) <= _BESIDE:
                yield date.value, line.words


@rule("source-twice", link="source", scope="source", hint="Keep one entry for each file.")
def source_twice(library: Library, source: Source) -> Iterator[Hit]:
    """Two sources name the same file, so that one report would count as two.

    Independence is counted by sources.
    """
    sources = library.book.sources.values()
    first = library.once(source_twice, "", lambda: {s.file: s.id for s in reversed(sources)})[source.file]
    if first != source.id:
        message = f"{source.file} is already the file of “{first}”"
        yield Hit(message=message, path=("sources", source.id, "file"))


@rule(
    "aside-not-found",
    link="source",
    scope="source",
    hint="Copy the first and last words of the passage from the source, as they stand.",
)
def aside_not_found(library: Library, source: Source) -> Iterator[Hit]:
    """The words that begin or end an aside do not stand in its source, or stand there twice.

    Nobody could tell which passage is set aside.
    """
    for span in library.asides(source.id):
        path = ("sources", source.id, "aside", span.index, "from")
        if span.start < 0:
            yield _not_found(library, source, span.index)
        elif span.twice:
            yield Hit(
                message=f"these words stand more than once in {library.book.source_file(source.id)}",
                path=path,
            )


def _not_found(library: Library, source: Source, index: int) -> Hit:
    """Which words of an aside do not stand in its source, and what is most like them."""
    aside, text = source.aside[index], library.text(source.id)
    file = library.book.source_file(source.id)
    begins = bool(passages(text, aside.from_))
    field, words = ("to", aside.to or "") if begins else ("from", aside.from_)
    if begins and passages(text, words):
        message = f"these words do not stand behind “{short(aside.from_)}” in {file}"
    else:
        miss = nearest(text, words)
        like = f"; the nearest passage is “{miss.nearest}”" if miss.nearest else ""
        like += f": {miss.diverges}" if miss.diverges else ""
        message = f"these words do not stand in {file}{like}"
    return Hit(message=message, path=("sources", source.id, "aside", index, field))


@rule(
    "date-invalid",
    link="fact",
    scope="source",
    hint="Write the date in EDTF: 2014-10-11, 2014-10, 198X, 1996/2001, 2014-10-11/..",
)
def source_date_invalid(library: Library, source: Source) -> Iterator[Hit]:
    """A date is not EDTF, or no day of the calendar.

    What it means could not be compared with what the sources say.
    """
    for field, value in (("published", source.published), ("retrieved", source.retrieved)):
        if value is not None and days(value) is None:
            message = f"“{value}” is not a date in EDTF"
            yield Hit(message=message, path=("sources", source.id, field))


@also("date-invalid", "fact")
def date_invalid_in_fact(library: Library, fact: Fact) -> Iterator[Hit]:
    """The same rule for the dates of a fact."""
    for field, value in (("when", fact.when), ("as-of", fact.as_of)):
        if value is not None and days(value) is None:
            yield Hit(message=f"“{value}” is not a date in EDTF", path=within(fact, field))


@rule(
    "name-twice",
    link="fact",
    scope="name",
    hint="Give the spelling to one of the two, or write the longer form.",
)
def name_twice(library: Library, name: Name) -> Iterator[Hit]:
    """Two names claim the same full spelling, so that nobody can say who is meant.

    People may share a surname, which a gloss or a `name` role then explains.
    """
    names = library.book.names.values()
    first = library.once(name_twice, "", lambda: {n.name: n.id for n in reversed(names)})[name.name]
    if first != name.id:
        message = f"“{name.name}” is already the name of “{first}”"
        yield Hit(message=message, path=("names", name.id, "name"))


@rule(
    "former-id-taken",
    link="fact",
    scope="fact",
    hint="Take it out of `formerly` where it does not belong.",
)
def former_id_taken(library: Library, fact: Fact) -> Iterator[Hit]:
    """An ID that a fact had before is that of another fact, or another fact had it too.

    Nobody could tell where a link with this ID should lead.
    """
    facts = library.book.facts
    first = library.once(
        former_id_taken, "", lambda: {was: f.id for f in reversed(facts.values()) for was in f.formerly}
    )
    for index, was in enumerate(fact.formerly):
        path = within(fact, "formerly", index)
        if was in facts:
            yield Hit(message=f"“{was}” is the ID of a fact", path=path)
        elif first[was] != fact.id:
            yield Hit(message=f"“{was}” is already a former ID of “{first[was]}”", path=path)

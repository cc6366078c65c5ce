"""What is made of a text: how it is read, what is doubted in it, and what the rules find."""

from __future__ import annotations

import dataclasses
import re
from collections.abc import Iterable
from functools import cache
from pathlib import Path
from typing import Any

import msgspec
from msgspec import structs

from sourced.book.book import Book
from sourced.book.loading import load_book
from sourced.book.model import Fact, Name, Property, Source
from sourced.chain.display import make_display
from sourced.chain.library import Library
from sourced.chain.pageunits import page_units
from sourced.chain.units import Unit, fact_units
from sourced.chain.views import views
from sourced.english.dates.derived import derive
from sourced.english.furniture import dateline, is_of_the_page, lines_of, reasons
from sourced.english.meaning import Token
from sourced.english.speech.utterances import Paragraph, Utterance, utterances
from sourced.page.reading import read_page
from sourced.rules import checks_for
from sourced.rules.registry import Scope
from sourced.rules.verdict.judging import judge_entries, judge_fact
from sourced.rules.verdict.verdicts import support

from ..bridge import book_of
from ..rules.data import gazette
from ..rules.evidence import NAMES, found, tokens
from ..rules.prose import pier

TERN_ROCK = Path(__file__).parents[1] / "books" / "tern-rock"
PARTS = " | "
"""Between the parts of a text: what is said, and what it is set beside."""


def read(text: str) -> list[str]:
    """The words of a text as they are read, and whose words it has."""
    words = " ".join(map(_shown, tokens(text)))
    return [words, *(_said(each, text) for each in utterances(Paragraph(text, 0), NAMES, ""))]


def _said(utterance: Utterance, text: str) -> str:
    """Somebody's words, and whose."""
    sure, speakers = " sure" * utterance.sure, ",".join(sorted(utterance.speakers))
    return f"{utterance.kind}{sure} {speakers}: {text[utterance.start : utterance.end]}"


def _shown(token: Token) -> str:
    """A word with all that is known of it."""
    limits = (":".join(each) for each in token.limits)
    marks = [
        *sorted(token.ids),
        *token.dates,
        *([_fields(token.number)] if token.number else []),
        *limits,
        *([token.hedge] if token.hedge else []),
        *(mark for mark in ("denial", "negative", "owner", "named") if getattr(token, mark)),
    ]
    lead = f"({' '.join(token.lead)})" if token.lead else ""
    return f"{'~' * token.joined}{lead}{token.clause}:{token.text.replace(' ', '_')}" + (
        f"[{' '.join(marks)}]" if marks else ""
    )


def _fields(given: Any) -> str:
    """What a record holds, without its place."""
    left_out = {"start", "end"}
    told = ((each.name, getattr(given, each.name)) for each in structs.fields(given))
    return ",".join(
        f"{name}={value}" for name, value in told if name not in left_out and value not in ("", None)
    )


def counted(text: str) -> list[str]:
    """The days that a phrase means: the phrase, the day of its source, and the dates before it."""
    phrase, published, before, side = text.split(PARTS.rstrip())
    spans = derive(phrase.strip(), published.strip() or None, before.split(), side.strip())  # type: ignore[arg-type]  # any text is tried
    return [str(each) for each in spans] if spans else []


def doubted(text: str) -> list[str]:
    """Why a text is not supported by those behind it."""
    unit, *evidence = text.split(PARTS)
    return [f"{each.why} {each.word} @ {unit[each.start : each.end]}" for each in found(unit, *evidence)]


def on_page(text: str) -> list[str]:
    """What the rules find on a page."""
    return pier.told(book_of, text, mends=False)


def in_data(text: str) -> list[str]:
    """What the rules find in the small book beside the one change of its data that the text tells."""
    section, id_, field, new = _change(text)
    book = _edited(small_book(), section, id_, field, new)
    library = Library(book)
    found = [] if section in ("facts", "texts") else judge_entries(library, {id_}).findings
    for fact in _touched(book, section, id_, new):
        found = [*found, *judge_fact(library, fact).findings]
    return [f"{each.code}: {each.message}" for each in found]


@cache
def small_book() -> Book:
    """The book of the tests."""
    return load_book(TERN_ROCK)


_CHANGE = re.compile(r"(facts|names|properties|sources|texts)\.([\w-]+)\.([a-z_]+\d*) = (.*)")
MOST = 6
"""So many facts are judged after a change of something else."""


def _change(text: str) -> tuple[str, str, str, str]:
    """The parts of ``section.id.field = new``."""
    match = _CHANGE.fullmatch(text)
    assert match, text
    return match[1], match[2], match[3], match[4]


def _edited(book: Book, section: str, id_: str, field: str, new: str) -> Book:
    entries = getattr(book, section)
    if section == "texts":  # `old -> new`, in the text of a source
        old, _, words = new.partition(" -> ")
        assert old in entries[id_], new
        changed: Any = entries[id_].replace(old, words, 1)
    else:
        changed = _with(entries[id_], field, new)
    return dataclasses.replace(book, **{section: {**entries, id_: changed}})


def _with(entry: Any, field: str, new: str) -> Any:
    """An entry with another field; ``exact1`` is the second quotation of a fact."""
    name, number = field.rstrip("0123456789"), int(field[-1]) if field[-1].isdigit() else 0
    if name not in ("exact", "gloss", "without"):
        value: Any = new or None
        if name in ("also", "absent"):
            value = tuple(filter(None, new.split("; ")))
        if name == "single":
            value = new == "yes"
        return structs.replace(entry, **{name: value})
    evidence = list(entry.evidence)
    if name == "exact":
        evidence[number] = structs.replace(evidence[number], exact=new)
    elif name == "gloss":
        told = dict(each.split(": ") for each in new.split("; ") if each)
        evidence[number] = structs.replace(evidence[number], gloss=told)
    else:
        del evidence[number]
    return structs.replace(entry, evidence=tuple(evidence))


def _touched(book: Book, section: str, id_: str, new: str) -> list[str]:
    """The facts that a change may concern, the first of them."""
    if section == "facts":
        return [id_]
    found = []
    for fact in book.facts.values():
        sources = {each.source for each in fact.evidence}
        quoted = " ".join(each.exact for each in fact.evidence if each.source == id_)
        if section == "texts":
            concerned = any(word in quoted for word in new.split(" -> ")[0].split() if len(word) > 3)
        else:
            concerned = id_ in (fact.about, fact.property, fact.by, fact.value) or id_ in sources
        if concerned:
            found.append(fact.id)
    return found[:MOST]


def of_lines(text: str) -> list[str]:
    """What of a text seems to be its page's, line by line, and its dateline."""
    lines = lines_of(text)
    begins = dateline(text)
    return [
        *([f"dateline {begins.agency}, {begins.day}: {text[: begins.end]}"] if begins else []),
        *(f"{lines[number].words}: {why}" for number, why in sorted(reasons(lines).items())),
        *(f"of the page: {line.words}" for line in lines if is_of_the_page(line.words)),
    ]


def in_fact(text: str) -> list[str]:
    """What the rules find in a fact of the book of one report."""
    return gazette.told(book_of, text, mends=False)


def in_book(text: str) -> list[str]:
    """What the rules find in a whole small book, given as JSON: entries, texts, and perhaps a page."""
    given = msgspec.json.decode(text)
    entries = [
        *(
            _entry(Source, id_, each, file=f"{id_}.txt", sha256="0" * 64)
            for id_, each in given["sources"].items()
        ),
        *(_entry(Name, id_, each) for id_, each in given["names"].items()),
        *(_entry(Property, id_, each) for id_, each in given["properties"].items()),
        *(_entry(Fact, id_, each) for id_, each in given["facts"].items()),
    ]
    book = book_of(*entries, **given["texts"])
    library = Library(book)
    found = [
        line
        for fact in book.facts.values()
        for line in (*_hits("fact", library, fact), *_doubts(library, fact_units(library, fact)))
    ]
    if "page" in given:
        display = make_display(book)
        page = read_page(given["page"], docname="index", file="docs/index.md", display=display)
        found += _hits("page", library, page)
        found += [line for view in views(library, page) for line in _hits("sentence", view)]
        found += _doubts(library, (unit for unit, _ in page_units(library, page)))
    return found


def _hits(scope: Scope, *asked: Any) -> list[str]:
    """What the rules of a scope find."""
    hits = ((rule, hit) for rule, check in checks_for(scope) for hit in check(*asked))
    return [f"{rule.code}{'?' * hit.doubt}: {hit.message}" for rule, hit in hits]


def _doubts(library: Library, units: Iterable[Unit]) -> list[str]:
    """Why units are not supported."""
    return [f"{unit.kind}: {each.why} {each.word}" for unit in units for each in support(library, unit)]


def _entry(kind: type[Any], id_: str, given: dict[str, Any], **more: str) -> Any:
    fields = {each.name: each.encode_name for each in structs.fields(kind)}
    told = {fields[name]: each for name, each in given.items()}
    return msgspec.convert({**told, **more, "id": id_}, kind)


OUTCOMES = {
    "reading": read,
    "counting": counted,
    "lines": of_lines,
    "doubting": doubted,
    "pages": on_page,
    "facts": in_fact,
    "books": in_book,
    "data": in_data,
}
"""What is recorded, by the name of its table."""

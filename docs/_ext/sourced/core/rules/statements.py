"""Rules on statements: every atom of a fact's sentence is read out of its own quotations."""

from __future__ import annotations

import re
from collections.abc import Iterator

from ..atoms.amounts import same_amount
from ..atoms.dates import find_dates
from ..folding import squeeze
from ..grounds import Grounds, date_is_carried, grounds
from ..library import Library
from ..model import Fact
from .facts import finer, listed
from .glosses import told
from .records import nearest
from .registry import Hit, rule


@rule(
    "statement-not-in-quotation",
    link="fact",
    scope="fact",
    hint="Say no more than the quotation does; or quote the words that say it.",
)
def statement_not_in_quotation(library: Library, fact: Fact) -> Iterator[Hit]:
    """A number, date, name or quoted word of a statement is in none of the fact's quotations."""
    ground = grounds(library, fact)
    path = ("facts", fact.id, "statement")
    names = _names(library, fact) if fact.evidence else ()
    for message in (*_numbers(library, fact, ground), *_dates(library, fact, ground), *names):
        yield Hit(message=message, path=path)
    yield from _when(library, fact, ground)
    for quoted in library.atoms(fact.statement).quoted:
        words = squeeze(quoted.text).strip(".,;:!?")
        if words and not any(words in q for q in ground.quotations):
            yield Hit(message=f"the words “{quoted.text}” do not stand in the quotation", path=path)


def _numbers(library: Library, fact: Fact, ground: Grounds) -> Iterator[str]:
    for number in library.atoms(fact.statement).numbers:
        if fact.absent and number.unit in ("direction", "kinship"):
            continue
        if not any(same_amount(n, number) for n in ground.numbers):
            yield f"the quotation does not give {number}; it gives {listed(ground.numbers)}"


_COUNTED_FROM = re.compile(
    r"\b(?:before|after|since|until|following|prior to) (?:the )?(?:\w+ )?$", re.IGNORECASE
)


def _dates(library: Library, fact: Fact, ground: Grounds) -> Iterator[str]:
    known = (*ground.dates, *([fact.as_of] if fact.as_of else []))
    if fact.absent:  # “nothing after 3 September 2021”: what is in no source is told from their dates
        known += tuple(s.published for s in library.book.sources.values() if s.published)
    for date in library.atoms(fact.statement).dates:
        if date.value in ground.anchors and _COUNTED_FROM.search(fact.statement[: date.start]):
            continue
        numeric = date.value.isdigit() and any(
            n.value == int(date.value) and not n.unit for n in ground.numbers
        )
        if not (numeric or date_is_carried(known, date.value, ground.years) or finer(date.value, ground)):
            yield f"the quotation does not give {date}; it gives {told(list(ground.dates))}"


_ONWARD = re.compile(
    r"\b(?:since|from|onwards?|after|as of|began|begun|start\w*|continu\w*|still|now)\b", re.IGNORECASE
)


def _when(library: Library, fact: Fact, ground: Grounds) -> Iterator[Hit]:
    """The date under `when:` may also stand in the sentence around the quotation, and may end with the source's own."""
    sources = [library.book.sources.get(e.source) for e in fact.evidence]
    ends = tuple(s.published for s in sources if s and s.published) if "/" in (fact.when or "") else ()
    known = (
        ends + ground.dates + tuple(d.value for p in ground.passages for d in find_dates(p.sentence))
    )
    carried = fact.when is not None and date_is_carried(known, fact.when, ground.years)
    if carried and fact.when and fact.when.endswith("..") and not any(_ONWARD.search(q) for q in ground.quotations):
        yield Hit(message="nothing in the quotation says that it went on", path=("facts", fact.id, "when"))
    if fact.when and not carried and not finer(fact.when, ground):
        yield Hit(
            message=f"the quotation does not give this date; it gives {told(list(ground.dates))}",
            path=("facts", fact.id, "when"),
        )


def _names(library: Library, fact: Fact) -> Iterator[str]:
    allowed = given_by_evidence(library, fact)
    for mention in library.atoms(fact.statement).names:
        if len(mention.ids) == 1 and mention.ids[0] not in allowed:
            yield f"the quotation does not name {library.names.names[mention.ids[0]].name}"


def given_by_evidence(library: Library, fact: Fact) -> set[str]:
    """The names that a statement may use: of its quotations, its subject, its speaker, its publishers."""
    ids = set(grounds(library, fact).ids) | ({fact.by} if fact.by else set())
    if _may_name_subject(library, fact, ids):
        ids.add(fact.about)
    for evidence in fact.evidence:
        source = library.book.sources.get(evidence.source)
        if source is not None:
            shown = " ; ".join(t for t in (source.publisher, source.label) if t)
            ids |= {i for m in library.atoms(shown).names for i in m.ids}
    return ids


def _may_name_subject(library: Library, fact: Fact, quoted: set[str]) -> bool:
    """Whether a statement may name its subject though the quotation says only `the valley`.

    Never a person; and nothing where the quotation names another of the same kind that the statement leaves out.
    """
    names = library.names.names
    subject = names.get(fact.about)
    if subject is None or subject.kind == "person":
        return False
    stated = {i for m in library.atoms(fact.statement).names for i in m.ids}
    return not any(i in names and names[i].kind == subject.kind for i in quoted - stated)


@rule(
    "name-unlisted",
    link="fact",
    scope="fact",
    hint="Correct the spelling; or, for a new name, add it under `names:` with its spellings.",
)
def name_unlisted(library: Library, fact: Fact) -> Iterator[Hit]:
    """A statement uses a capitalised name that the book does not list."""
    atoms = library.atoms(fact.statement)
    quoted = [(q.start, q.end) for q in atoms.quoted]
    for unknown in library.names.unknown(fact.statement, list(atoms.names)):
        if not any(s <= unknown.start < e for s, e in quoted):
            more = nearest(unknown.text, library.names.known_words)
            yield Hit(
                message=f"“{unknown.text}” is no name of the book.{more}",
                path=("facts", fact.id, "statement"),
            )


@rule("name-ambiguous", link="fact", scope="fact", hint="Write the full name.")
def name_ambiguous(library: Library, fact: Fact) -> Iterator[Hit]:
    """A statement calls somebody by a name that several bear."""
    for mention in library.atoms(fact.statement).names:
        if len(mention.ids) > 1:
            yield Hit(
                message=f"“{mention.text}” may be {' or '.join(mention.ids)}",
                path=("facts", fact.id, "statement"),
            )


@rule(
    "absence-disproved",
    link="fact",
    scope="fact",
    hint="The fact is no longer true: rewrite it from what the source says, or list other words.",
)
def absence_disproved(library: Library, fact: Fact) -> Iterator[Hit]:
    """A fact says that something stands in no source, and its words stand in one."""
    for index, wanted in enumerate(fact.absent):
        pattern = re.compile(
            rf"(?<!\w){re.escape(squeeze(wanted)).replace(chr(92) + ' ', chr(92) + 's+')}(?!\w)",
            re.IGNORECASE,
        )
        for source in library.book.sources:
            for match in pattern.finditer(library.text(source).folded):
                if library.aside_at(source, *match.span()) is None:
                    line = library.text(source).raw.count("\n", 0, match.start()) + 1
                    yield Hit(
                        message=f"“{wanted}” stands in seeds/{library.book.sources[source].file}, line {line}",
                        path=("facts", fact.id, "absent", index),
                    )
                    break

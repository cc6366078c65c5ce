"""Rules on statements: every atom of a fact's sentence is read out of its own quotations."""

from __future__ import annotations

import re
from collections.abc import Iterator

from ..book.model import Fact
from ..chain.grounds import Grounds, date_is_carried, grounds
from ..chain.library import Library
from ..chain.mentions import is_slip
from ..english.dates.counted import COUNTING, ONWARD
from ..english.dates.dates import find_dates
from ..english.quantities.numbers import SCALES
from ..text.edtf import bare
from ..text.fold import squeeze, whole
from ..text.taken import Taken
from .facts import finer, gives_date
from .messages import listed, near, suggested, told
from .registry import Hit, rule, within
from .verdict.amounts import Counted, amount_fault, part_faults
from .verdict.contradicted import is_wrong_date, is_wrong_name
from .verdict.mending import reworded

_NEAR = 100
"""So many characters before a date may say that something is counted from it."""

_Fault = tuple[str, bool]
"""What is wrong, and whether that is a mere doubt."""


@rule(
    "statement-not-in-quotation",
    link="fact",
    scope="fact",
    hint="Say no more than the quotation does; or quote the words that say it.",
)
def statement_not_in_quotation(library: Library, fact: Fact) -> Iterator[Hit]:
    """A number, date, name or quoted word of a statement is in none of the fact's quotations.

    A derived date needs a gloss; a place or group may be named as the subject where the quotation says only
    what it is.
    """
    ground = grounds(library, fact)
    found = [*_numbers(library, fact, ground), *_dates(library, fact, ground)]
    found += _names(library, fact) if fact.evidence else ()
    found += _quoted(library, fact, ground)
    found += part_faults(fact.statement, [e.exact for e in fact.evidence])
    for message, doubt in found:
        yield Hit(message=message, path=within(fact, "statement"), doubt=doubt)
    yield from _when(library, fact, ground)


def _numbers(library: Library, fact: Fact, ground: Grounds) -> Iterator[_Fault]:
    atoms = library.atoms(fact.statement)
    for number in atoms.numbers:
        if fact.absent and number.unit in SCALES:
            continue
        found = amount_fault(library, fact, number, Counted(fact.statement, atoms.amounts))
        if found and not found.near:  # another bound is the matter of another rule
            message = f"the quotation does not give {number}; it gives {listed(ground.numbers, number)}"
            yield found.why or message, found.doubt


def _dates(library: Library, fact: Fact, ground: Grounds) -> Iterator[_Fault]:
    known = (*ground.dates, *([fact.as_of] if fact.as_of else []))
    if fact.absent:  # “nothing after 3 September 2021”: what is in no source is told from their dates
        known += tuple(s.published for s in library.book.sources.values() if s.published)
    own = [d.value for d in library.atoms(fact.statement).dates]
    plain = frozenset(map(bare, known))
    for date in library.atoms(fact.statement).dates:
        before = max(0, date.start - _NEAR), date.start
        counted_from = date.value in ground.anchors and COUNTING.search(fact.statement, *before)
        if not counted_from and date.value not in plain and not gives_date(ground, date.value, known):
            message = f"the quotation does not give {date}; it gives {told(ground.dates)}"
            yield message, not is_wrong_date(library, date.value, own, [fact])


def _names(library: Library, fact: Fact) -> Iterator[_Fault]:
    """Names that are neither of the quotations nor speaker, publisher or subject of the fact."""
    allowed = {*grounds(library, fact).ids, *([fact.by] if fact.by else [])}
    if _may_name_subject(library, fact, allowed):
        allowed.add(fact.about)
    allowed |= library.publishers(fact)
    names = library.atoms(fact.statement).names
    told_of = {i for each in names for i in each.ids}
    for mention in names:
        if len(mention.ids) == 1 and mention.ids[0] not in allowed:
            message = f"the quotation does not name {library.called[mention.ids[0]].name}"
            yield message, not is_wrong_name(library, mention, told_of, [fact])


def _quoted(library: Library, fact: Fact, ground: Grounds) -> Iterator[_Fault]:
    for quoted in library.atoms(fact.statement).quoted:
        words = squeeze(quoted.text).strip(".,;:!?")
        if words and not any(re.search(whole(words), q) for q in ground.quotations):
            yield f"the words “{quoted.text}” do not stand in the quotation", False


def _when(library: Library, fact: Fact, ground: Grounds) -> Iterator[Hit]:
    """The date under `when:` may also stand in the sentence around the quotation.

    An interval may end with the source's own date; one without an end needs words that say that it went on.
    """
    if not fact.when:
        return
    path = within(fact, "when")
    known = [*ground.dates, *(d.value for p in ground.passages for d in find_dates(p.sentence))]
    if "/" in fact.when:
        sources = (library.book.sources.get(e.source) for e in fact.evidence)
        known += [s.published for s in sources if s and s.published]
    if not date_is_carried(tuple(known), fact.when, ground.completed):
        if not finer(fact.when, ground):
            message = f"the quotation does not give this date; it gives {told(ground.dates)}"
            yield Hit(message=message, path=path)
    elif fact.when.endswith("..") and not any(ONWARD.search(q) for q in ground.quotations):
        yield Hit(message="nothing in the quotation says that it went on", path=path, doubt=True)


def _may_name_subject(library: Library, fact: Fact, quoted: set[str]) -> bool:
    """Whether a statement may name its subject though the quotation says only `the rock`.

    Never a person; and nothing where the quotation names another of the same kind that the statement leaves
    out.
    """
    names = library.called
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
    """A statement or sentence uses a capitalised name that the book does not list: misspelt, or from nowhere.

    The first word of a sentence counts only if it is no word of English.
    """
    atoms = library.atoms(fact.statement)
    unknowns = library.names.unknown(fact.statement, atoms.names)
    quoted = Taken(len(fact.statement), ((q.start, q.end) for q in atoms.quoted))
    for unknown in unknowns:
        if not quoted.at(unknown.start):
            other = near(unknown.text, library.names.known_words)
            message = f"“{unknown.text}” is no name of the book.{suggested(other)}"
            slip, path = is_slip(library, unknown.text), within(fact, "statement")
            mends = reworded(path, fact.statement, unknown.text, other)
            yield Hit(message=message, path=path, doubt=not slip, mends=mends)


@rule("name-ambiguous", link="fact", scope="fact", hint="Write the full name.")
def name_ambiguous(library: Library, fact: Fact) -> Iterator[Hit]:
    """A statement or sentence calls somebody by a name that several bear.

    In prose a `name` role says who is meant, or the fact whose value it is.
    """
    for mention in library.atoms(fact.statement).names:
        if len(mention.ids) > 1:
            message = f"“{mention.text}” may be {' or '.join(mention.ids)}"
            yield Hit(message=message, path=within(fact, "statement"), doubt=True)


@rule(
    "absence-disproved",
    link="fact",
    scope="fact",
    hint="The fact is no longer true: rewrite it from what the source says, or list other words.",
)
def absence_disproved(library: Library, fact: Fact) -> Iterator[Hit]:
    """A fact says that something stands in no source, and its words stand in one.

    Passages that were set aside do not count.
    """
    for index, wanted in enumerate(fact.absent):
        first = squeeze(wanted).lower().split(" ")[0]
        pattern = re.compile(whole(wanted).replace(r"\ ", r"\s+"), re.IGNORECASE)
        for source in library.book.sources.values():
            line = _first_line(library, source.id, first, pattern)
            if line:
                message = f"“{wanted}” stands in {library.book.source_file(source.id)}, line {line}"
                yield Hit(message=message, path=within(fact, "absent", index))


def _first_line(library: Library, source: str, first: str, pattern: re.Pattern[str]) -> int:
    """The line of the first match in the article's own text, 0 if there is none.

    Only a text that holds the ``first`` word, in lower case, is searched.
    """
    text = library.text(source)
    if first not in text.lower:
        return 0
    for match in pattern.finditer(text.folded):
        if library.aside_at(source, *match.span()) is None:
            return text.line_starts.line(match.start())
    return 0

"""Rules on prose: every atom of a sentence is an atom of a fact that it cites."""

from __future__ import annotations

import re
from collections.abc import Iterator

from ..atoms.amounts import Number, same_amount, supports
from ..atoms.dates import Date
from ..atoms.quoted import find_quoted
from ..folding import squeeze
from ..grounds import content_words, date_is_carried, given, read_value
from ..library import Library
from ..model import Evidence, Fact
from ..pages import Page
from ..quotations import Match
from ..views import View
from .facts import listed
from .glosses import told
from .records import nearest
from .registry import Hit, also, rule
from .speech import stands_in_speech


@rule("fact-unknown", link="prose", scope="page", hint="Cite the ID of an entry under `facts`.")
def fact_unknown(library: Library, page: Page) -> Iterator[Hit]:
    """A page cites a fact that the data file does not have."""
    for group in page.groups:
        for sentence in group.sentences:
            for cite in sentence.cites:
                if cite.fact not in library.book.facts:
                    more = nearest(cite.fact, list(library.book.facts))
                    yield Hit(message=f"there is no fact “{cite.fact}”.{more}", at=cite.start, fact=cite.fact)


@rule(
    "content-unchecked",
    link="prose",
    scope="page",
    hint="Write it as Markdown prose; or mark the page as not narrative, with the reason.",
)
def content_unchecked(library: Library, page: Page) -> Iterator[Hit]:
    """A narrative page shows words that the checks cannot read, such as raw HTML or an included file."""
    if page.narrative:
        for offset, what in page.unchecked:
            yield Hit(message=f"{what} cannot be checked", at=offset)


@rule(
    "sentence-without-fact",
    link="prose",
    scope="sentence",
    hint="End it with {evidence}`fact-id`; or, if it is about the book itself, with {own}`reason`.",
)
def sentence_without_fact(view: View) -> Iterator[Hit]:
    """A sentence of a narrative page rests on no fact."""
    if (
        view.narrative
        and not view.facts
        and not view.sentence.cites
        and not view.own
        and re.search(r"\w", view.text)
    ):
        yield Hit(message="this sentence cites no fact")


@rule(
    "fact-without-value",
    link="prose",
    scope="sentence",
    hint=(
        "Give the fact a `value:`, write the words (`{fact}`words <id>``), or end the sentence "
        "with {evidence}."
    ),
)
def fact_without_value(view: View) -> Iterator[Hit]:
    """A page asks for the value of a fact that has none."""
    at = 0
    for piece in view.sentence.pieces:
        fact = view.library.book.facts.get(piece.target)
        if piece.kind == "fact" and fact is not None and fact.value is None and not piece.chosen:
            yield Hit(message=f"the fact “{fact.id}” has no value to print", at=at, fact=fact.id)
        at += len(piece.text)


@rule(
    "figure-unknown",
    link="prose",
    scope="sentence",
    hint="Use one of the figures that the book counts: sources, names, facts, quotations, claims, absences.",
)
def figure_unknown(view: View) -> Iterator[Hit]:
    """A `figure` role asks for a figure that the book does not count."""
    at = 0
    for piece in view.sentence.pieces:
        if piece.kind == "figure" and not piece.text:
            yield Hit(message=f"there is no figure “{piece.target}”", at=at)
        at += len(piece.text)


@rule(
    "number-not-in-facts",
    link="prose",
    scope="sentence",
    hint="Correct the number, its unit or its bound; or cite the fact that gives it.",
)
def number_not_in_facts(view: View) -> Iterator[Hit]:
    """A number of a sentence, with its unit and bound, is in no fact that the sentence cites."""
    if view.own:
        return
    for number in view.atoms.numbers:
        if view.printed(number.start, number.end, "figure", "quote") or counts_sources(view, number):
            continue
        piece = view.piece(number.start, number.end)
        if piece is not None and piece.kind == "fact" and (piece.chosen or not number.bound):
            continue
        known, whose = _numbers(view, number)
        years = {d for g in view.given for d in g.dates if d.isdigit()}
        if _idle_one(view.text, number, known):
            continue
        if any(supports(n, number) for n in known) or (not number.unit and f"{number.value:f}" in years):
            continue
        near = tuple(n for n in known if same_amount(n, number))
        if near:
            yield Hit(message=f"{whose} gives {listed(near)}, not {number}", at=number.start)
        else:
            yield Hit(message=f"{_lack(view, str(number))}, only {listed(known)}", at=number.start)


def _idle_one(text: str, number: Number, known: tuple[Number, ...]) -> bool:
    """Whether ``one`` is a mere determiner: the facts count nothing that it could be mistaken for."""
    if text[number.start : number.end].lower() != "one" or number.unit or number.bound:
        return False
    return not any(not n.unit and n.bound != "many" and n.value <= 20 for n in known)


def _numbers(view: View, number: Number) -> tuple[tuple[Number, ...], str]:
    """The numbers that may stand here, and whose they are."""
    piece = view.piece(number.start, number.end)
    if piece is not None and piece.kind == "fact" and piece.target in view.library.book.facts:
        return given(
            view.library, view.library.book.facts[piece.target]
        ).numbers, f"the fact “{piece.target}”"
    return tuple(n for g in view.given for n in g.numbers), _whose(view)


def _whose(view: View) -> str:
    ids = [f.id for f in view.facts]
    if not ids:
        return "no fact"
    return (
        f"the fact “{ids[0]}”"
        if len(ids) == 1
        else f"the facts {', '.join(ids[:3])}{' …' if len(ids) > 3 else ''}"
    )


def _lack(view: View, what: str) -> str:
    """That no cited fact gives or names ``what``."""
    if not view.facts:
        return f"no fact is cited that has {what}"
    return f"{_whose(view)} {'does' if len(view.facts) == 1 else 'do'} not have {what}"


_SOURCE_NOUN = re.compile(
    r"^(?: of (?:the|these|those|our|its|\w+) ?(?:\w+ )?| (?:\w+ ){0,2})(?:sources?|reports?|articles?|accounts?|outlets?|newspapers?|publishers?)\b",
    re.IGNORECASE,
)


def counts_sources(view: View, number: Number) -> bool:
    """Whether a number counts sources (``three reports``); the rule on independence judges it."""
    return not number.unit and _SOURCE_NOUN.match(view.text[number.end : number.end + 50]) is not None


@rule(
    "date-not-in-facts",
    link="prose",
    scope="sentence",
    hint="Correct the date, or cite the fact that gives it; a date is never finer than its fact.",
)
def date_not_in_facts(view: View) -> Iterator[Hit]:
    """A date of a sentence is in no fact that the sentence cites, or is finer than it."""
    if view.own:
        return
    for date in view.atoms.dates:
        if view.printed(date.start, date.end, "figure", "quote", "fact") or _names_source_date(view, date):
            continue
        known, years = _dates(view, date)
        numbers = {f"{n.value:f}" for g in view.given for n in g.numbers if not n.unit}
        if not date_is_carried(known, date.value, years) and date.value not in numbers:
            yield Hit(message=f"{_lack(view, str(date))}, only {told(list(known))}", at=date.start)


_DATELINE = re.compile(
    r"\b(?:as of|as at|dated|published|written|report of|article of)(?: on| in)? (?:the )?$", re.IGNORECASE
)


def _names_source_date(view: View, date: Date) -> bool:
    """Whether a date says when a cited source was written, as in ``as of 3 September 2021``."""
    if not _DATELINE.search(view.text[: date.start]):
        return False
    cited = {e.source for f in view.facts for e in f.evidence}
    published = [s.published for i, s in view.library.book.sources.items() if i in cited and s.published]
    return date_is_carried(tuple(published), date.value, frozenset())


def _dates(view: View, date: Date) -> tuple[tuple[str, ...], frozenset[str]]:
    piece = view.piece(date.start, date.end)
    facts = view.facts
    if piece is not None and piece.kind == "fact" and piece.target in view.library.book.facts:
        facts = [view.library.book.facts[piece.target]]
    all_given = [given(view.library, f) for f in facts]
    years = frozenset(y for g in all_given for y in g.years)
    return tuple(d for g in all_given for d in g.dates), years


@rule(
    "name-not-in-facts",
    link="prose",
    scope="sentence",
    hint="Name whom the fact names; or cite the fact that this name comes from.",
)
def name_not_in_facts(view: View) -> Iterator[Hit]:
    """A name of a sentence is in no fact that the sentence cites: the son where the father is meant."""
    if view.own:
        return
    allowed = {i for g in view.given for i in g.ids}
    names = view.library.names.names
    for mention in view.atoms.names:
        piece = view.piece(mention.start, mention.end)
        if piece is not None and (
            piece.kind in ("quote", "figure") or (piece.kind == "fact" and not piece.chosen)
        ):
            continue
        meant = piece.target if piece is not None and piece.kind == "name" else None
        if meant is not None and meant in names and meant not in mention.ids:
            yield Hit(message=f"“{mention.text}” is no spelling of {names[meant].name}", at=mention.start)
        ids = {meant} if meant else set(mention.ids)
        if not ids & allowed and (meant or len(ids) == 1):
            shown = names[next(iter(ids))].name if next(iter(ids)) in names else meant
            yield Hit(message=_lack(view, str(shown)), at=mention.start)


@also("name-unlisted", "sentence")
def name_unlisted(view: View) -> Iterator[Hit]:
    """A capitalised name is none of the book's names: misspelt, or from nowhere."""
    quoted = [(q.start, q.end) for q in view.atoms.quoted]
    titled = view.sentence.kind in ("heading", "label")
    for unknown in view.library.names.unknown(view.text, list(view.atoms.names), titled=titled):
        if any(s <= unknown.start < e for s, e in quoted) or view.printed(
            unknown.start, unknown.end, "quote", "figure"
        ):
            continue
        more = nearest(unknown.text, view.library.names.known_words)
        yield Hit(message=f"“{unknown.text}” is no name of the book.{more}", at=unknown.start)


@also("name-unknown", "sentence")
def name_role_unknown(view: View) -> Iterator[Hit]:
    """A `name` role points to no name of the book."""
    at = 0
    for piece in view.sentence.pieces:
        names = view.library.book.names
        if piece.kind == "name" and piece.target not in names:
            more = nearest(piece.target, list(names))
            yield Hit(message=f"there is no name “{piece.target}”.{more}", at=at)
        at += len(piece.text)


@also("name-ambiguous", "sentence")
def name_ambiguous(view: View) -> Iterator[Hit]:
    """A sentence calls somebody by a name that several bear, and does not say who is meant."""
    for mention in view.atoms.names:
        piece = view.piece(mention.start, mention.end)
        fact = (
            view.library.book.facts.get(piece.target) if piece is not None and piece.kind == "fact" else None
        )
        if fact is not None and fact.value in mention.ids:
            continue
        if len(mention.ids) > 1 and not view.printed(mention.start, mention.end, "name", "quote", "figure"):
            yield Hit(message=f"“{mention.text}” may be {' or '.join(mention.ids)}", at=mention.start)


@rule(
    "words-not-in-quotation",
    link="prose",
    scope="sentence",
    hint="Copy the words from the quotation; or take the quotation marks away.",
)
def words_not_in_quotation(view: View) -> Iterator[Hit]:
    """Words in quotation marks stand in no quotation of a fact that the sentence cites."""
    if view.own:
        return
    known = [q for g in view.given for q in g.quotations]
    for quoted in view.atoms.quoted:
        words = squeeze(quoted.text).strip(" .,;:!?")
        if not words or view.printed(quoted.start, quoted.end, "quote"):
            continue
        bounded = re.compile(rf"(?<!\w){re.escape(words)}(?!\w)", re.IGNORECASE if words[0].isupper() else 0)
        if not any(bounded.search(q) for q in known):
            yield Hit(
                message=f"“{quoted.text}” does not stand in a quotation of {_whose(view)}",
                at=quoted.start,
            )


@rule(
    "quote-not-speech",
    link="prose",
    scope="sentence",
    hint="Take the marks away, or quote what the speaker is quoted as saying.",
)
def quote_not_speech(view: View) -> Iterator[Hit]:
    """Words printed as a speaker's own are the reporter's in the source.

    A quotation printed as speech must stand inside that speaker's speech, in quotation marks.
    """
    for quoted in view.atoms.quoted:
        words = squeeze(quoted.text).strip(" .,;:!?")
        if view.printed(quoted.start, quoted.end, "quote") or not words:
            continue
        holders = [
            (f, e) for f in view.facts for e in f.evidence if words.lower() in squeeze(e.exact).lower()
        ]
        spoken = [(f, e) for f, e in holders if f.by is not None]
        if spoken and len(spoken) == len(holders) and not any(_in_marks(view, e, words) for _, e in spoken):
            yield Hit(
                message=f"the source does not put “{quoted.text}” in quotation marks",
                at=quoted.start,
                fact=spoken[0][0].id,
            )
    at = 0
    for piece in view.sentence.pieces:
        fact = view.library.book.facts.get(piece.target)
        if piece.kind == "quote" and fact is not None and fact.by is not None and fact.evidence:
            if not any(stands_in_speech(view.library, e, fact.by) for e in fact.evidence):
                yield Hit(
                    message=f"the quotation of “{fact.id}” is not direct speech of {fact.by}",
                    at=at,
                    fact=fact.id,
                )
        at += len(piece.text)


def _in_marks(view: View, evidence: Evidence, words: str) -> bool:
    """Whether the source puts ``words`` of a quotation between quotation marks."""
    match = view.library.locate(evidence)
    passage = view.library.passage(evidence)
    if passage is None or not isinstance(match, Match):
        return False
    inside = " \n ".join(squeeze(q.text) for q in find_quoted(passage.sentence))
    return words.lower() in inside.lower() or any(
        words.lower() in squeeze(view.library.text(passage.source).raw[u.start : u.end]).lower()
        for u in view.library.utterances(passage)
        if u.kind == "direct"
    )


@rule(
    "wording-not-the-value",
    link="prose",
    scope="sentence",
    hint="Print the value as it is, or words that say the same.",
)
def wording_not_the_value(view: View) -> Iterator[Hit]:
    """The words chosen for a value do not say the value."""
    at = 0
    for piece in view.sentence.pieces:
        fact = view.library.book.facts.get(piece.target)
        if piece.kind == "fact" and piece.chosen and fact is not None:
            if not (
                _says(view, piece.text, fact.value or fact.statement)
                or _says(view, piece.text, fact.when or "")
            ):
                yield Hit(
                    message=f"“{piece.text}” does not say “{fact.value or fact.statement}”",
                    at=at,
                    fact=fact.id,
                )
            elif message := _overstates(view, at, at + len(piece.text), fact):
                yield Hit(message=message, at=at, fact=fact.id)
        at += len(piece.text)


def _says(view: View, words: str, value: str) -> bool:
    """Whether ``words`` carry a value: its number or date, its name, or one of its words."""
    names = view.library.book.names
    if value in names:
        return any(value in m.ids for m in view.library.names.find(words))
    read = read_value(value)
    atoms = view.library.atoms(words)
    if read.date:
        return bool(atoms.dates) and all(
            date_is_carried((read.date,), d.value, frozenset()) for d in atoms.dates
        )
    if read.numbers:
        return any(same_amount(n, m) for n in read.numbers for m in atoms.numbers)
    return bool(content_words(words) & content_words(value))


def _overstates(view: View, start: int, end: int, fact: Fact) -> str | None:
    """A number in the chosen words, read with the words before them, that the fact does not give."""
    known = given(view.library, fact).numbers
    for number in view.atoms.numbers:
        inside = start <= number.start < end
        dated = read_value(fact.value or "").date and f"{number.value:f}" in re.findall(r"\d+", f"{fact.value} {fact.when}")
        if inside and not dated and not any(supports(n, number) for n in known):
            return f"the fact “{fact.id}” gives {listed(known)}, not {number}"
    return None


@rule(
    "own-with-atom",
    link="prose",
    scope="sentence",
    hint="Cite a fact; or leave the number, date, name, quotation, negation or hedge out.",
)
def own_with_atom(view: View) -> Iterator[Hit]:
    """A sentence marked as the editor's own holds an atom: something that can be wrong."""
    if view.sentence.own is None:
        return
    if view.sentence.cites:
        yield Hit(message="this sentence cites a fact and is marked as the editor's own: it cannot be both")
        return
    atoms = view.atoms
    for atom in sorted(
        (*atoms.numbers, *atoms.dates, *atoms.names, *atoms.quoted, *atoms.markers), key=lambda a: a.start
    ):
        if not view.printed(atom.start, atom.end, "figure"):
            yield Hit(message=f"“{view.text[atom.start : atom.end]}” needs a fact", at=atom.start)
            return

"""Rules on the words that a sentence prints: as a quotation, or in the place of a value."""

from __future__ import annotations

import re
from collections.abc import Iterator

from ...book.model import Evidence, Fact
from ...book.quotations import Text, nearest
from ...chain.grounds import date_is_carried, given, read_value
from ...chain.sharing.copying import copied
from ...chain.views import View
from ...english.lexis.stems import content_words
from ...english.quantities.numbers import same_amount, supports
from ...english.quantities.parts import one_of_several
from ...english.quoted import Quoted, find_quoted
from ...text.fold import WORD, holds, squeeze, whole
from ..messages import listed, short, whose
from ..registry import Hit, Mend, rule
from ..speech import speech_within, stands_in_speech
from ..verdict.mending import as_printed, in_sentence, source_words


def _typed_quotations(view: View) -> Iterator[tuple[Quoted, str]]:
    """The words in quotation marks that no role prints, and those words bare."""
    for quoted in view.atoms.quoted:
        words = squeeze(quoted.text).strip(" .,;:!?")
        if words and not view.printed(quoted.start, quoted.end, "quote"):
            yield quoted, words


@rule(
    "words-not-in-quotation",
    link="prose",
    scope="sentence",
    hint="Copy the words from the quotation; or take the quotation marks away.",
)
def words_not_in_quotation(view: View) -> Iterator[Hit]:
    """Words in quotation marks stand in no quotation of a fact that the sentence cites.

    A first letter may be written large, as a sentence needs it.
    """
    if view.own:
        return
    known = [q for given in view.given for q in given.quotations]
    for quoted, words in _typed_quotations(view):
        pattern = re.compile(whole(words), re.IGNORECASE if words[0].isupper() else 0)
        if not any(pattern.search(q) for q in known):
            message = f"“{quoted.text}” does not stand in a quotation of {whose(view)}"
            if not view.facts:
                message = f"no fact is cited whose quotation has “{quoted.text}”"
            yield Hit(message=message, at=quoted.start, mends=_as_it_stands(view, quoted))


def _as_it_stands(view: View, quoted: Quoted) -> tuple[Mend, ...]:
    """The words of a cited quotation that are most like those in quotation marks."""
    typed = quoted.text.strip(" .,;:!?")
    start = quoted.start + quoted.text.find(typed)
    for evidence in (evidence for fact in view.facts for evidence in fact.evidence):
        text = Text(evidence.exact)
        if words := source_words(text, nearest(text, typed), typed):
            return in_sentence(view, start, start + len(typed), words, f"Write “{words}”")
    return ()


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
    for quoted, words in _typed_quotations(view):
        holders = [(f, e) for f in view.facts for e in f.evidence if holds(e.exact, words)]
        if holders and all(f.by and not _in_marks(view, e, words) for f, e in holders):
            message = f"the source does not put “{quoted.text}” in quotation marks"
            yield Hit(message=message, at=quoted.start, fact=holders[0][0].id)
    for at, _, piece in view.pieces:
        fact = view.fact_of(piece)
        if piece.kind != "quote" or fact is None or fact.by is None or not fact.evidence:
            continue
        if not any(stands_in_speech(view.library, e, fact.by) for e in fact.evidence):
            yield _no_speech(view, fact, fact.by, at)


def _no_speech(view: View, fact: Fact, by: str, at: int) -> Hit:
    """That a quotation is no speech, or holds more than that: which words of it are."""
    speaker = view.library.name(by)
    message, hint = f"the quotation of “{fact.id}” is not direct speech of {speaker}", ""
    if spoken := next(filter(None, (speech_within(view.library, e, by) for e in fact.evidence)), ""):
        message = f"the quotation of “{fact.id}” holds more than the direct speech of {speaker}"
        hint = f"Cut `exact` to the words inside the marks: “{short(spoken)}”."
    return Hit(message=message, at=at, fact=fact.id, doubt=True, hint=hint)


def _in_marks(view: View, evidence: Evidence, words: str) -> bool:
    """Whether the source puts ``words`` of a quotation between quotation marks."""
    passage = view.library.passage(evidence)
    if passage is None:
        return False
    raw = view.library.text(passage.source).raw
    inside = [q.text for q in find_quoted(passage.sentence)]
    inside += [raw[u.start : u.end] for u in view.library.utterances(passage).all if u.kind == "direct"]
    return any(holds(text, words) for text in inside)


@rule(
    "wording-not-the-value",
    link="prose",
    scope="sentence",
    hint="Print the value as it is, or words that say the same.",
)
def wording_not_the_value(view: View) -> Iterator[Hit]:
    """The words chosen for a value do not say the value.

    They have its number or date, its name, or one of its words, and no number that the fact does not give.
    """
    for start, end, piece in view.pieces:
        fact = view.fact_of(piece)
        if piece.kind != "fact" or not piece.chosen or fact is None:
            continue
        value = fact.value or fact.statement
        if not _says(view, piece.text, value) and not _says(view, piece.text, fact.when or ""):
            unsaid = f"“{piece.text}” does not say “{value}”"
            doubt, mends = _is_in_words(view, value), as_printed(view, piece, fact)
            yield Hit(message=unsaid, at=start, fact=fact.id, doubt=doubt, mends=mends)
        elif message := _overstates(view, start, end, fact):
            yield Hit(message=message, at=start, fact=fact.id, mends=as_printed(view, piece, fact))


def _is_in_words(view: View, value: str) -> bool:
    """Whether a value is neither a name nor a date nor a number, so that other words may say it."""
    read = read_value(value)
    return value not in view.library.book.names and not read.date and not read.numbers


def _says(view: View, words: str, value: str) -> bool:
    """Whether ``words`` carry a value: its number or date, its name, or one of its words."""
    atoms = view.library.atoms(words)
    if value in view.library.book.names:
        return any(value in m.ids for m in atoms.names)
    read = read_value(value)
    if read.date:
        known, dates = (read.date,), atoms.dates
        return bool(dates) and all(date_is_carried(known, d.value, frozenset()) for d in dates)
    if read.numbers:
        if one_of_several(value) in WORD.findall(words.lower()):
            return True  # the others stand beside it
        return any(same_amount(n, m) for n in read.numbers for m in atoms.numbers)
    return bool(content_words(words) & content_words(value))


def _overstates(view: View, start: int, end: int, fact: Fact) -> str | None:
    """A number in the chosen words, read with the words before them, that the fact does not give."""
    known = given(view.library, fact).numbers
    dated = re.findall(r"\d+", f"{fact.value} {fact.when}") if read_value(fact.value or "").date else []
    for number in view.atoms.numbers:
        if not start <= number.start < end or f"{number.value:f}" in dated:
            continue
        if not any(supports(n, number) for n in known):
            return f"the fact “{fact.id}” gives {listed(known)}, not {number}"
    return None


@rule(
    "copied-words",
    link="prose",
    scope="sentence",
    hint="Say it in your own words; or print it as a quotation, in quotation marks.",
)
def copied_words(view: View) -> Iterator[Hit]:
    """A sentence repeats eight or more words in a row from a source outside quotation marks.

    Names, dates and numbers are nobody's words and do not count, and at least three have to say something by
    themselves. The book tells what its sources say in its
    own words, or quotes them.
    """
    copy = copied(view)
    if copy is not None:
        yield Hit(message=f"“{copy.words}” stands word for word in “{copy.source}”", at=copy.start)

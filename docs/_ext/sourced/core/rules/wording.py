"""Rules on what a sentence claims: its strength, its speaker, its date, its sources, its own words."""

from __future__ import annotations

import re
from collections.abc import Iterator

from ..atoms.markers import denial_strength, find_markers
from ..atoms.saying import attributes
from ..atoms.timewords import DATED, PRESENT
from ..atoms.datelogic import supports
from ..disagreements import others
from ..edtfdays import overlap
from ..independence import independent
from ..model import Fact
from ..views import View
from .prose import counts_sources
from .registry import Hit, rule
from .strength import allows_negation, carries, denials, turned


@rule("negation-dropped", link="prose", scope="sentence", hint="Say the `not` that the fact says.")
def negation_dropped(view: View) -> Iterator[Hit]:
    """A sentence asserts what its fact denies: a `never` or `no` was lost on the way."""
    if view.sentence.kind != "prose" or view.wordless:
        return
    for fact in view.facts:
        for denial in denials(fact.statement):
            word = turned(denial, fact.statement, view.text)
            if word or not carries(view.text, denial):
                yield Hit(
                    message=f"the fact “{fact.id}” says “{denial.text}”: “{fact.statement}”", fact=fact.id
                )
                return


@rule(
    "negation-added",
    link="prose",
    scope="sentence",
    hint="Take the `not` out; or cite the fact that says it.",
)
def negation_added(view: View) -> Iterator[Hit]:
    """A sentence denies more than its facts do."""
    if view.own or not view.facts:
        return
    found = [
        m
        for m in view.atoms.markers
        if m.kind == "negation" and not view.printed(m.start, m.end, "quote", "fact")
    ]
    found = [m for m in found if not any(q.start <= m.start < q.end for q in view.atoms.quoted)]
    if not found:
        return
    for marker in found:
        affirmed = next((f for f in view.facts if turned(marker, view.text, f.statement)), None)
        if affirmed is not None and not any(f is not affirmed and denials(f.statement) for f in view.facts):
            yield Hit(
                message=f"the fact “{affirmed.id}” affirms this: “{affirmed.statement}”", at=marker.start
            )
            return
    allowed = sum(_accounted(view, fact) for fact in view.facts)
    plain = [m for m in found if denial_strength(m) == 2]
    if len(plain) > sum(_accounted(view, fact, plainly=True) for fact in view.facts):
        yield Hit(message=f"no cited fact says “{plain[-1].text}”", at=plain[-1].start)
    elif len(found) > allowed:
        marker = found[0] if allowed == 0 else found[-1]
        yield Hit(message=f"no cited fact says “{marker.text}”", at=marker.start)


def _accounted(view: View, fact: Fact, *, plainly: bool = False) -> int:
    """How many denials a fact accounts for in prose; how many plain ones: a `failed` allows no `never failed`."""
    least = 2 if plainly else 1
    counts = [
        sum(denial_strength(m) >= least for m in denials(text))
        for text in (fact.statement, *(e.exact for e in fact.evidence))
    ]
    # “failed to take” may be told as “did not take”
    told = (
        1
        if plainly and re.search(r"\b(?:(?:fail\w*|refus\w*|unable|impossible) to|without) ", fact.statement)
        else 0
    )
    return max(*counts, told, 1 if allows_negation(view.text, fact.statement) or fact.absent else 0)


@rule(
    "hedge-dropped",
    link="prose",
    scope="sentence",
    hint="Carry the fact's hedge, in these or other words.",
)
def hedge_dropped(view: View) -> Iterator[Hit]:
    """A sentence states flatly what its fact says with `reportedly`, `may` or `seems`."""
    if view.sentence.kind != "prose":
        return
    carried = {m.kind for m in view.atoms.markers}
    if attributes(view.text):
        carried.add("report")
    for fact in view.facts:
        for marker in find_markers(fact.statement):
            if marker.kind != "negation" and marker.kind not in carried:
                yield Hit(
                    message=f"the fact “{fact.id}” says “{marker.text}”: “{fact.statement}”", fact=fact.id
                )
                return


_PRONOUN = re.compile(
    r"\b(?:he|she|they|him|her|them|his|their|it|its|the (?:group|movement|speaker|spokes\w+|aide|minister|president|paper|report|author|keeper|leader|source|sources|militants|two|both))\b",
    re.IGNORECASE,
)


@rule(
    "speech-without-speaker",
    link="prose",
    scope="sentence",
    hint="Name the speaker and say that they say it: `According to …`, `… said`.",
)
def speech_without_speaker(view: View) -> Iterator[Hit]:
    """A sentence states somebody's claim as a fact: it does not name who says so.

    The speaker stands in the sentence itself, or is the pronoun of a sentence whose forerunner names them.
    """
    if view.sentence.kind != "prose" or view.own:
        return
    spoken = (
        attributes(view.text)
        or bool(view.atoms.quoted)
        or any(p.kind == "quote" for p in view.sentence.pieces)
    )
    for fact in view.facts:
        if fact.by is None or fact.by not in view.library.book.names:
            continue
        name = view.library.book.names[fact.by].name
        if not _names(view, fact.by):
            yield Hit(message=f"this is what {name} says, and the sentence does not say so", fact=fact.id)
            return
        if not spoken:
            yield Hit(message=f"the sentence names {name} but states the claim as a fact", fact=fact.id)
            return


def _names(view: View, speaker: str) -> bool:
    """Whether the sentence names ``speaker``, itself or by a pronoun that what stands before makes plain."""
    if _mentions(view, view.text, speaker) or any(
        p.target == speaker for p in view.sentence.pieces if p.kind == "name"
    ):
        return True
    if not _PRONOUN.search(view.text):
        return False
    for text in view.before():
        if _mentions(view, text, speaker):
            return True
        if not _PRONOUN.search(text) or any(
            view.library.names.names[i].kind == "person" for m in view.library.names.find(text) for i in m.ids
        ):
            break
    pieces = [p for s in view.group.sentences[max(0, view.index - 1) : view.index] for p in s.pieces]
    return any(p.kind == "name" and p.target == speaker for p in pieces)


def _mentions(view: View, text: str, speaker: str) -> bool:
    return any(speaker in m.ids for m in view.library.atoms(text).names)


@rule(
    "time-not-stated",
    link="prose",
    scope="sentence",
    hint="Say as of when: a date, `at the time`, `when the report was written`; or use the past tense.",
)
def time_not_stated(view: View) -> Iterator[Hit]:
    """A sentence says of the reader's own day what was known on the day of the source.

    It dates what it says, or tells it in the past; `never`, `still` and `yet` need a date in their paragraph even then.
    """
    if view.sentence.kind != "prose" or view.own:
        return
    dated = [f for f in view.facts if f.as_of is not None]
    if not dated or _is_dated(view, view.text, dated):
        return
    word = next((m for m in PRESENT.finditer(view.text) if not _in_quotation(view, m.start())), None)
    if word is None and not any(_is_dated(view, text, dated) for text in view.before()):
        word = next((m for m in _UNTIL_THEN.finditer(view.text) if not _in_quotation(view, m.start())), None)
    if word is not None:
        yield Hit(
            message=f"“{word.group()}” was true as of {dated[0].as_of}", at=word.start(), fact=dated[0].id
        )


_UNTIL_THEN = re.compile(r"\b(?:(?<!would )(?<!will )never|still|yet|so far|no longer)\b", re.IGNORECASE)


def _is_dated(view: View, text: str, facts: list[Fact]) -> bool:
    """Whether ``text`` says as of when, by a date or in words."""
    if DATED.search(text):
        return True
    return any(
        overlap(d.value, f.as_of or "") or supports(d.value, f.as_of or "")
        for d in view.library.atoms(text).dates
        for f in facts
    )


def _in_quotation(view: View, at: int) -> bool:
    return any(q.start <= at < q.end for q in view.atoms.quoted) or view.printed(at, at + 1, "quote")


_ONE_OF_SEVERAL = re.compile(
    r"\b(?:one|another|a second|a third|two|three|four|some|other|most|several|both|none) (?:of (?:the|these) )?(?:\w+ ){0,2}(?:reports?|articles?|sources?|accounts?|others?|give|gives|say|says|put|puts|speaks?|call|calls|has|have)\b"
    r"|\b(?:differ|disagree|elsewhere|conflict|contradict)\w*\b",
    re.IGNORECASE,
)


@rule(
    "flat-disagreement",
    link="prose",
    scope="sentence",
    hint="Give the other value too, or say whose this one is: `One report says …`.",
)
def flat_disagreement(view: View) -> Iterator[Hit]:
    """A sentence states flatly one side of what the sources disagree on."""
    if view.sentence.kind != "prose" or view.own:
        return
    nearby = {f.id for f in view.paragraph}
    for fact in view.facts:
        against = others(view.library, fact)
        if not against or any(o.id in nearby for o in against) or _says_whose(view, fact):
            continue
        also = "; ".join(
            f"“{o.value}” ({', '.join(dict.fromkeys(e.source for e in o.evidence)) or o.id})"
            for o in against[:3]
        )
        yield Hit(message=f"the sources disagree: “{fact.value}” here, {also}", fact=fact.id)
        return


def _says_whose(view: View, fact: Fact) -> bool:
    """Whether the sentence attributes the value: to a speaker, a publisher, or `one report`."""
    if _ONE_OF_SEVERAL.search(view.text):
        return True
    names = view.library.names
    speakers = {fact.by} if fact.by else set()
    for evidence in fact.evidence:
        source = view.library.book.sources.get(evidence.source)
        if source is not None:
            shown = source.shown
            if shown.lower() in view.text.lower():
                return True
            speakers |= {
                i
                for m in names.find(" ; ".join(t for t in (source.publisher, source.label) if t))
                for i in m.ids
            }
    return attributes(view.text) and any(set(m.ids) & speakers for m in view.atoms.names)


_SHARED = re.compile(
    r"\b(?:same|shared?|shares|sharing|identical|copied|alike|word for word|common)\b", re.IGNORECASE
)
_TOTAL = re.compile(r"\b(?:of|all) (?:the |these |our |its )?$", re.IGNORECASE)


@rule(
    "sources-not-independent",
    link="prose",
    scope="sentence",
    hint="Count only sources that do not share the passage; or say that they share it.",
)
def sources_not_independent(view: View) -> Iterator[Hit]:
    """A sentence counts more sources than stand behind it independently.

    Two reports that share the passage are one. Shared text is measured, never declared.
    """
    if view.own or view.sentence.kind == "quote" or not view.facts:
        return
    yield from _vague_counts(view)
    for number in view.atoms.numbers:
        if not counts_sources(view, number) or view.printed(number.start, number.end, "figure", "quote"):
            continue
        total = len(view.library.book.sources)
        if int(number.value) == total and _TOTAL.search(view.text[: number.start]):
            continue
        groups = independent(view.library, view.facts)
        sources = sum(len(g) for g in groups)
        enough = sources if _SHARED.search(view.text) else len(groups)
        if number.value != enough and not (number.bound == "at least" and number.value <= enough):
            because = (
                f", as {' and '.join(next(g for g in groups if len(g) > 1))} share the passage"
                if len(groups) < sources and enough == len(groups)
                else ""
            )
            if number.value > enough or sources < number.value:
                yield Hit(
                    message=f"the cited facts rest on {enough} independent source{'s' * (enough != 1)}{because}, not {number}",
                    at=number.start,
                )


_VAGUE = re.compile(
    r"\b(?P<many>both|several|many|multiple|various|numerous|a number of|different|independent) (?:of )?(?:the |these |our )?(?:\w+ )?"
    r"(?:sources|reports|articles|accounts|outlets|newspapers|papers|publishers)\b",
    re.IGNORECASE,
)


def _vague_counts(view: View) -> Iterator[Hit]:
    """`Both reports` counts two, `several reports` at least three."""
    match = _VAGUE.search(view.text)
    if match is None or _SHARED.search(view.text):
        return
    wanted = 2 if match["many"].lower() in ("both", "different", "independent", "various") else 3
    groups = independent(view.library, view.facts)
    if len(groups) < wanted:
        yield Hit(
            message=f"the cited facts rest on {len(groups)} independent source{'s' * (len(groups) != 1)}, not on “{match.group()}”",
            at=match.start(),
        )


@rule(
    "copied-words",
    link="prose",
    scope="sentence",
    hint="Say it in your own words; or print it as a quotation, in quotation marks.",
)
def copied_words(view: View) -> Iterator[Hit]:
    """A sentence repeats eight or more words in a row from a source outside quotation marks."""
    from ..copying import copied

    start = copied(view)
    if start is not None:
        at, words, source = start
        yield Hit(message=f"“{words}” stands word for word in “{source}”", at=at)

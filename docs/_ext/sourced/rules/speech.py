"""Rules on who speaks: somebody's words belong to them."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from ..book.model import Evidence, Fact
from ..chain.library import Library, Passage
from ..english.patterns import any_listed, word_list
from ..english.speech.subjects import SPEAKERS
from ..english.speech.utterances import Utterance
from ..english.speech.verbs import attributes, is_deed, speech_verbs
from ..text.fold import fold, squeeze
from .registry import Hit, rule, surest, within

SELF = frozenset(word_list("i me my mine myself we us our ours ourselves"))
"""Words by which whoever speaks means themselves, or those for whom they speak."""
_NEAR = re.compile(
    rf"\b(?!(?:spokes\w+|{any_listed('speech.tsv', 'teller')}s?) )[a-z]\w+ "
    r"(?:at|of|from|in|inside|within|close to|near|against) $",
    re.IGNORECASE,
)
"""Who is only near to a group, or against it, right before the words that mean it."""
_PARTS = re.compile(r"[.;:]")
_BETWEEN = 2
"""So many words stand at most between a verb of speech and who speaks."""
_TWO_WORDS = re.compile(r"\S\s+\S")


def _spoken(library: Library, passage: Passage) -> list[Utterance]:
    """The utterances that hold the quotation, or a good part of it."""
    start, end = passage.match.start, passage.match.end
    found = []
    for utterance in library.utterances(passage).touching(start, end):
        shown = max(start, utterance.start), min(end, utterance.end)
        several = _TWO_WORDS.search(library.text(passage.source).raw, *shown)
        if several or (utterance.start <= start and end <= utterance.end):
            found.append(utterance)
    return found


def _needs_speaker(library: Library, utterance: Utterance, passage: Passage, fact: Fact) -> bool:
    """Whether a fact resting on this utterance must say whose it is.

    An act of speech quoted together with its verb (``declared himself president``) may keep it in the
    statement.
    """
    if utterance.kind == "direct":
        return True
    inside = any(passage.match.start <= s and e <= passage.match.end for s, e in utterance.verbs)
    raw = library.text(passage.source).raw
    reported = any(not is_deed(raw[s:e]) for s, e in utterance.verbs)
    return reported or not (inside and attributes(fact.statement))


@rule(
    "speech-without-by",
    link="fact",
    scope="fact",
    hint="Add `by:` with the speaker's name; a claim stays a claim.",
)
@surest
def speech_without_by(library: Library, fact: Fact) -> Iterator[Hit]:
    """A fact rests on somebody's words, in quotation marks or reported, and does not say whose.

    What somebody says is not thereby so.
    """
    if fact.by is not None:
        return
    for index, evidence in enumerate(fact.evidence):
        passage = library.passage(evidence)
        if passage is None:
            continue
        for utterance in _spoken(library, passage):
            if _needs_speaker(library, utterance, passage, fact):
                path = within(fact, "evidence", index, "exact")
                sure = utterance.kind == "direct" and utterance.sure
                yield Hit(message=_whose(library, passage, utterance), path=path, doubt=not sure)


@rule(
    "by-not-the-speaker",
    link="fact",
    scope="fact",
    hint="Put the speaker's name under `by:`; where the source says only `he`, quote that word and gloss it.",
)
@surest
def by_not_the_speaker(library: Library, fact: Fact) -> Iterator[Hit]:
    """`by` names somebody who does not speak at that place of the source.

    A pronoun there is read as whoever spoke or was named last, unless a gloss says otherwise.
    """
    if fact.by is None or fact.by not in library.book.names:
        return
    by = library.name(fact.by)
    for evidence in fact.evidence:
        passage = library.passage(evidence)
        if passage is None:
            continue
        if _is_read_as(evidence, fact.by) and not _glossed(library, passage, evidence):
            if near := _only_near(evidence, fact.by):
                message = f"these are the words of “{near}”, and not plainly those of {by}"
                yield Hit(message=message, path=within(fact, "by"), doubt=True)
            continue
        spoken = _spoken(library, passage)
        glossed = _glossed(library, passage, evidence)
        speakers = glossed or {s for u in spoken for s in u.speakers} or _nearby(library, passage)
        if spoken and not glossed and not any(u.speakers for u in spoken):
            message = "the source does not name whose words these are"
            yield Hit(message=message, path=within(fact, "by"), doubt=True)
        elif fact.by not in speakers:
            plain = bool(glossed or (spoken and all(u.sure for u in spoken)))
            sure = len(speakers) == 1 and plain
            who = _who_can_speak(library, speakers, plainly=plain) if glossed or spoken else []
            message = f"in the source these are the words of {_names(library, who)}"
            if not who:
                message, sure = f"the source does not say plainly that these are words of {by}", False
            yield Hit(message=message, path=within(fact, "by"), doubt=not sure)


def _is_read_as(evidence: Evidence, speaker: str) -> bool:
    """Whether an editor reads words of a quotation as its speaker; who says `I` is not told by that word."""
    return any(value == speaker and fold(key).lower() not in SELF for key, value in evidence.gloss.items())


def _only_near(evidence: Evidence, speaker: str) -> str:
    """The words of a quotation that tell of somebody at, of or against its speaker, who speaks there instead.

    Nothing if any gloss of the speaker stands otherwise. Who speaks for a group, or what it has written, is
    as good as the group itself.
    """
    text, found = fold(evidence.exact), ""
    for key in (fold(key) for key, value in evidence.gloss.items() if value == speaker):
        start = text.find(key)
        near = _NEAR.search(text[:start]) if start >= 0 else None
        if near is None or not _speaks(text[: near.start()], text[start + len(key) :]):
            return ""
        found = near.group() + key
    return found


def _speaks(before: str, behind: str) -> bool:
    """Whether a verb of speech stands right before or behind, with no more than a word or two between."""
    verbs = [before[end:] for _, end in speech_verbs(before)[-1:]]
    verbs += [behind[:start] for start, _ in speech_verbs(behind)[:1]]
    return any(len(each.split()) <= _BETWEEN and not _PARTS.search(each) for each in verbs)


def _glossed(library: Library, passage: Passage, evidence: Evidence) -> set[str]:
    """Whom the glosses make the speaker: the one whom a shared surname before the verb of speech means."""
    glosses = {fold(key).lower(): value for key, value in evidence.gloss.items()}
    verbs = (u.verbs[0][0] - passage.start for u in _spoken(library, passage) if u.verbs)
    last = max(verbs, default=-1)
    for mention in library.atoms(passage.sentence).names:
        if len(mention.ids) > 1 and mention.end <= last:
            meant = glosses.get(fold(mention.text).lower())
            return {meant} if meant in library.book.names else set()
    return set()


def _nearby(library: Library, passage: Passage) -> set[str]:
    """The names of the sentence around a quotation that the grammar does not show as speech."""
    return {i for m in library.atoms(passage.sentence).names for i in m.ids}


def _whose(library: Library, passage: Passage, utterance: Utterance) -> str:
    """That words are somebody's: whose, where the text names a speaker, or else by what they are."""
    if who := _who_can_speak(library, utterance.speakers, plainly=utterance.sure):
        return f"these are the words of {_names(library, who)}"
    if not utterance.verbs:
        return "these are somebody’s words, and the source does not say plainly whose"
    start, end = utterance.verbs[0]
    verb = " ".join(library.text(passage.source).raw[start:end].split())
    return f"“{verb}” makes these somebody’s words, and the source does not say plainly whose"


def _who_can_speak(library: Library, ids: Iterable[str], *, plainly: bool) -> list[str]:
    """Those who can say something: a train that “reported” damage is no speaker.

    Works speak, as a newspaper does, only where the text ``plainly`` makes one the subject of the verb.
    """
    facts = library.book.facts.values()
    known = library.once(_who_can_speak, "", lambda: {fact.by for fact in facts if fact.by})
    speakers = SPEAKERS if plainly else SPEAKERS - {"work"}
    return [id_ for id_ in sorted(ids) if id_ in known or library.called[id_].kind in speakers]


def _names(library: Library, ids: Iterable[str]) -> str:
    return " or ".join(library.name(id_) for id_ in ids)


def stands_in_speech(library: Library, evidence: Evidence, by: str) -> bool:
    """Whether a quotation stands wholly inside direct speech of ``by``."""
    passage = library.passage(evidence)
    if passage is None:
        return False
    start, end = passage.match.start, passage.match.end
    raw = library.text(passage.source).raw
    while start < end and not raw[start].isalnum():
        start += 1
    while start < end and not raw[end - 1].isalnum():
        end -= 1
    return any(u.start <= start and end <= u.end for u in _direct(library, evidence, passage, by))


def speech_within(library: Library, evidence: Evidence, by: str) -> str:
    """The first direct speech of ``by`` in a quotation, without its marks; nothing where it has none."""
    passage = library.passage(evidence)
    if passage is None:
        return ""
    raw, start, end = library.text(passage.source).raw, passage.match.start, passage.match.end
    found = _direct(library, evidence, passage, by)
    return next((squeeze(raw[max(u.start, start) : min(u.end, end)]).strip('"“”,') for u in found), "")


def _direct(library: Library, evidence: Evidence, passage: Passage, by: str) -> list[Utterance]:
    """The direct speech of ``by`` that a quotation has part of."""
    return [
        u
        for u in library.utterances(passage).touching(passage.match.start, passage.match.end)
        if u.kind == "direct" and (by in u.speakers or by in evidence.gloss.values())
    ]

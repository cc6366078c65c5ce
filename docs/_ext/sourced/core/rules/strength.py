"""Rules on how strong a statement is: it carries the negations and hedges of its source."""

from __future__ import annotations

import re
from collections.abc import Iterator

from ..atoms.markers import Marker, denial_strength, find_markers
from ..atoms.reach import CONDITION, governing
from ..atoms.saying import attributes
from ..atoms.quoted import find_quoted
from ..folding import WORD, fold
from ..grounds import stem
from ..library import Library, Passage
from ..model import Fact
from .registry import Hit, rule

_ALLOWS = re.compile(
    r"\b(?:except|apart from|free (?:of|from)|remains? free|out of|kept? (?:\w+ ){1,4}(?:out|off|at bay|away)|at bay|outside|beyond|far from"
    r"|resist(?:s|ed|ing)?|yet to|hesitat\w+|until|few|little|ousted|deposed|instead|rather than|despite|defy\w*|avoid\w*|stop(?:ped|s)?|banned|difficult|hard to"
    r"|isolat\w+|held? out|expired|invalid|fled|flee\w*|unlikely|falls? through|fell through|peaceful\w*|calm\w*)\b",
    re.IGNORECASE,
)
"""Words from which an honest sentence may conclude a `not`."""
_ALONE = re.compile(r"\b(?:only|sole|solely|alone|last|exclusively)\b", re.IGNORECASE)
_OTHER = re.compile(r"\b(?:other|others|else|elsewhere|another|more than)\b", re.IGNORECASE)
CARRIES_NEGATION = re.compile(
    r"\b(?:free (?:of|from)|out of (?:its|their|his|her|the|reach)|at bay|beyond (?:(?:its|their|the) )?reach|outside|kept? (?:\w+ ){1,4}(?:out|off|away)|held out|withstood|resisted|in vain|unlikely|only|alone|no longer|yet to|nor)\b",
    re.IGNORECASE,
)
"""Words that say a `not` without saying it."""


def allows_negation(denial: str, source: str) -> bool:
    """Whether ``source``, which denies nothing, allows the denial that ``denial`` makes: ``only`` allows ``no other``."""
    if _ALLOWS.search(source):
        return True
    return _ALONE.search(source) is not None and _OTHER.search(denial) is not None


def around(passage: Passage) -> list[Marker]:
    """The markers of a quotation's own words and those around it that reach into it.

    What an ellipsis leaves out counts as the quotation's own.
    """
    start, end = passage.inner
    terms = [q for q in find_quoted(passage.sentence) if not q.is_speech]
    found = [m for m in find_markers(passage.sentence) if start <= m.start < end] + governing(
        passage.sentence, start, end
    )
    return [m for m in found if not any(q.start <= m.start < q.end for q in terms)]


def _passages(library: Library, fact: Fact) -> Iterator[Passage]:
    for evidence in fact.evidence:
        passage = library.passage(evidence)
        if passage is not None:
            yield passage


def denials(text: str) -> list[Marker]:
    """The negations of ``text``, without those in a quoted term such as ``“unconquerable” valley``."""
    terms = [q for q in find_quoted(text) if not q.is_speech]
    found = [m for m in find_markers(text) if m.kind == "negation"]
    return [m for m in found if not any(q.start <= m.start < q.end for q in terms)]


def carries(text: str, marker: Marker) -> bool:
    """Whether ``text`` denies as plainly as ``marker`` does, by a negation or by words to that effect."""
    if any(denial_strength(m) >= denial_strength(marker) for m in denials(text)):
        return True
    return CARRIES_NEGATION.search(text) is not None


def turned(marker: Marker, source: str, text: str) -> str | None:
    """The word that ``marker`` denies in ``source`` and that ``text`` affirms: ``not related``, ``is related``."""
    if marker.text.lower() not in _TURNING or _plain(text) >= _plain(source):
        return None
    following = WORD.findall(fold(source[marker.end : marker.end + 60]))
    word = next((w for w in following[:3] if w.lower() not in _LIGHT), None)
    if word is None:
        return None
    return word if turned_at(word, text) else None


def turned_at(word: str, text: str) -> bool | None:
    """Whether ``text`` affirms ``word``; ``None`` if it does not hold it."""
    places = [m.start() for m in WORD.finditer(fold(text)) if stem(m.group().lower()) == stem(word.lower())]
    return not any(_denied(text, at) for at in places) if places else None


def _plain(text: str) -> int:
    """How many plain denials ``text`` has."""
    return sum(denial_strength(m) == 2 for m in denials(text))


def _denied(text: str, at: int) -> bool:
    """Whether a negation stands in the few words before ``at`` or just behind it."""
    near = fold(text)[max(0, at - 45) : at]
    near = re.sub(r", [^,]{1,40},", " ", near)
    near = re.split(r"[,;:]|\bbut\b", near)[-1]
    if any(denial_strength(m) == 2 or near[m.end :].startswith(" to ") for m in denials(near)):
        return True
    behind = re.split(r"[,;:.]", fold(text)[at : at + 25])[0]
    return CARRIES_NEGATION.search(near) is not None or any(denial_strength(m) == 2 for m in denials(behind))


_TURNING = frozenset("not never no none n't cannot denied denies deny denying".split())
_LIGHT = frozenset(
    "a an the been be was is are were has have had any of to by that it its his her their them they he she yet other such in on at for with and or ever under "
    "this there some one even only circumstances means way doubt longer".split()
) - {"such"}


@rule(
    "negation-not-carried",
    link="fact",
    scope="fact",
    hint=(
        "Say the `not` in the statement; or, if the word bears on something else, add an "
        "`except:` with the reason."
    ),
)
def negation_not_carried(library: Library, fact: Fact) -> Iterator[Hit]:
    """The source denies what the statement asserts: its `never`, `no` or `denied` was left out.

    The whole sentence around the quotation is read: `rumours Panjshir had fallen` does not say that it had.
    """
    statement = ("facts", fact.id, "statement")
    if fact.absent and not fact.evidence and not denials(fact.statement):
        yield Hit(
            message="this fact rests on what is absent, and its statement denies nothing", path=statement
        )
    for passage in _passages(library, fact):
        for marker in around(passage):
            if marker.kind != "negation":
                continue
            word = (
                turned(marker, passage.sentence[: passage.inner[1]], fact.statement)
                if marker.end <= passage.inner[1]
                else None
            )
            if word or not carries(fact.statement, marker):
                more = f", and the statement affirms “{word}”" if word else ""
                yield Hit(
                    message=f"the source says “{marker.text}” of this: “{_context(passage, marker)}”{more}",
                    path=statement,
                )
                return


@rule(
    "negation-not-in-quotation",
    link="fact",
    scope="fact",
    hint="Take the `not` out; or quote the words that say it.",
)
def negation_not_in_quotation(library: Library, fact: Fact) -> Iterator[Hit]:
    """A statement denies what its quotation asserts."""
    denial = next(iter(denials(fact.statement)), None)
    passages = list(_passages(library, fact))
    if denial is None or not passages:
        return
    for plain in denials(fact.statement):
        word = next((w for e in fact.evidence if (w := turned(plain, fact.statement, e.exact))), None)
        if word and not any(_denies(p, word) for p in passages):
            yield Hit(message=f"the quotation affirms “{word}”", path=("facts", fact.id, "statement"))
            return
    denied = any(m.kind == "negation" for p in passages for m in around(p))
    if not denied and not any(allows_negation(fact.statement, e.exact) for e in fact.evidence):
        yield Hit(
            message=f"nothing in the quotation says “{denial.text}”", path=("facts", fact.id, "statement")
        )


def _denies(passage: Passage, word: str) -> bool:
    """Whether the sentence around a quotation denies ``word``, outside the quotation or in it."""
    return turned_at(word, passage.sentence) is False


@rule(
    "hedge-not-carried",
    link="fact",
    scope="fact",
    hint="Carry the hedge (`reportedly`, `could`, `seems`); or say who says so under `by:`.",
)
def hedge_not_carried(library: Library, fact: Fact) -> Iterator[Hit]:
    """The source hedges what the statement asserts: its `reportedly`, `rumours` or `could` was left out."""
    own = {m.kind for m in find_markers(fact.statement)}
    for passage in _passages(library, fact):
        for marker in around(passage):
            if marker.kind == "negation" or marker.kind in own:
                continue
            if marker.kind == "report" and (attributes(fact.statement) or fact.by):
                continue
            if CONDITION.match(marker.text) and CONDITION.search(fact.statement):
                continue
            yield Hit(
                message=f"the source says “{marker.text}” of this: “{_context(passage, marker)}”",
                path=("facts", fact.id, "statement"),
            )
            return


def _context(passage: Passage, marker: Marker) -> str:
    """A few words of the sentence around a marker."""
    text = passage.sentence
    start = max(0, marker.start - 30)
    end = min(len(text), marker.end + 40)
    start = text.rfind(" ", 0, start) + 1 if start else 0
    cut = text.find(" ", end)
    return " ".join(("…" if start else "").__add__(text[start : cut if cut >= 0 else len(text)]).split()) + (
        "…" if cut >= 0 else ""
    )

"""Words that change what a statement claims: negation, hedges, speech, time.

Each is a word list in the form of a pattern. ``governing`` says which of them,
standing around a quotation in its sentence, reach into it.
"""

from __future__ import annotations

import re
from functools import lru_cache
from typing import Literal

from msgspec import Struct

from ..folding import fold

def _any(*lines: str) -> str:
    """One pattern of whole words from lines of alternatives."""
    return rf"\b(?:{'|'.join(lines)})\b"


Kind = Literal["negation", "report", "guess"]


class Marker(Struct, frozen=True):
    """A negation or hedge in a text."""

    kind: Kind
    text: str
    start: int
    end: int


_NEGATION = re.compile(
    _any(
        r"not|never|none|nobody|nothing|nowhere|neither|without|cannot|hardly|scarcely|barely|rarely|seldom",
        r"no(?!\. \d| doubt\b| matter\b| (?:fewer|less|more|later) than\b)",
        r"fail(?:s|ed|ing|ure|ures)?|refus(?:e|es|ed|ing|al)|den(?:y|ies|ied|ying|ial|ials)|reject(?:s|ed|ing|ion)?",
        r"refut(?:e|es|ed|ing)|dismiss(?:es|ed|ing)|false(?:ly|hood)?|untrue|wrong(?:ly)?|unable|impossible|futile|in vain",
        r"prevent(?:s|ed|ing)|avert(?:s|ed|ing)|lack(?:s|ed|ing)?|absent|absence|disprov\w+|contradict(?:s|ed|ing)?",
        r"little (?=or no|sign|resistance|chance|hope|evidence)",
        r"un(?!der|ited|it\b|ion|iv|il|less|til|usual|animous|ique|ified|iform|officially)[a-z]{3,}(?:ed|able|ful|fully|ably|en|ing|ible)",
        r"invincible|inconclusive|inaccessible|invisible|ineffective",
    )
    + r"|n't\b",
    re.IGNORECASE,
)
_PLAIN = re.compile(r"(?:not|never|no|none|nobody|nothing|nowhere|neither|without|cannot|n't|hardly|scarcely|barely|rarely|seldom)$", re.IGNORECASE)
_DENIAL = re.compile(r"(?:den|reject|refut|dismiss|false|untrue|disprov|contradict|wrong)", re.IGNORECASE)
_NOT_NEGATION = re.compile(
    r"\bnot (?:only|just|merely|simply|least)\b|\bnot (?:\w+ ){0,8}?alone\b|\bnot (?:less|fewer|more) than\b|\bwhether or not\b|\bif not\b|\bnothing but\b"
    r"|\bnone other than\b|\bno sooner\b|\bnever mind\b",
    re.IGNORECASE,
)
_REPORT = re.compile(
    _any(
        r"reportedly|alleged(?:ly)?|allegations?|rumou?r(?:s|ed)?|purported(?:ly)?|supposed(?:ly)?|unconfirmed|unverified|hearsay",
        r"(?:is|are|was|were|been) (?:widely )?(?:said|believed|thought|reported|understood|alleged|rumou?red|claimed|assumed|feared|held)(?= to\b)|contrary to|or so",
        r"it (?:is|was) (?:said|believed|thought|reported|rumou?red|feared|hoped|claimed|alleged|assumed)|according to (?:some |unconfirmed |local )?reports?",
        r"reports (?:of|that)|(?:not|\w+n't|never|unable to|impossible to|difficult to|hard to) (?:be )?(?:independently )?(?:verif\w+|confirm(?:ed)?)",
        r"disputed|claims? that(?= )|unclear|uncertain|unknown|doubtful|in doubt|questionable|not (?:clear|known|certain)",
    ),
    re.IGNORECASE,
)
_GUESS = re.compile(
    _any(
        r"seem(?:s|ed|ing|ingly)?|appear(?:s|ed)? (?:to|that|likely)|appears|apparently|looks? (?:like|as if|set to)|looked like",
        r"may(?! \d| of\b)|might|could(?! not|n't)|possibl[ey]|perhaps|maybe|potentially|probabl[ey]|presumably|likely|unlikely",
        r"yet(?= to\b)|would(?= have\b)|(?:almost|nearly)(?= \w+ed\b)",
        r"suggests?|suggested|suspected|(?:expected|meant|due|scheduled|planned|set|intended|hoped|poised)(?= to [a-z])|plans?(?= to)",
    ),
    re.IGNORECASE,
)
_MAY_MONTH = re.compile(r"May\b")

_SPEECH = _any(
    r"sa(?:y|ys|id|ying)|t(?:ell|ells|old|elling)|claim(?:ed|ing)|claims? (?:to|that|the)|stat(?:ed|ing)|states? that|confirm(?:s|ed|ing)?|den(?:y|ies|ied|ying)",
    r"warn(?:s|ed|ing)?|add(?:s|ed|ing)|announc(?:e|es|ed|ing)|convey(?:s|ed|ing)?|not(?:es|ed|ing)|emphasi[sz](?:e|es|ed|ing)",
    r"argu(?:e|es|ed|ing)|insist(?:s|ed|ing)?|wr(?:ite|ites|ote|iting)|written|acknowledg(?:e|es|ed|ing)|admit(?:s|ted|ting)?",
    r"explain(?:s|ed|ing)?|declar(?:e|es|ed|ing)|report(?:ed|ing)|reports? (?:that|from)|recall(?:s|ed|ing)?|repl(?:y|ies|ied)|tweet(?:s|ed|ing)?",
    r"post(?:s|ed) that|stress(?:es|ed|ing)?|vow(?:s|ed|ing)?|pledg(?:e|es|ed|ing)|promis(?:e|es|ed|ing)|assert(?:s|ed|ing)?",
    r"accus(?:e|es|ed|ing)|believ(?:e|es|ed)|mention(?:s|ed)?|describ(?:e|es|ed|ing)|call(?:s|ed|ing)? (?:on|for)|urg(?:e|es|ed|ing)",
    r"rais(?:es|ed|ing) the prospect|maintain(?:s|ed|ing)? that|according to|ma(?:kes|de) it (?:clear|plain|known)",
)
_ACTS = _any(
    r"(?:words|account|statement|claims?|tweet|message|letter|demands?|calls?|appeal|warning|promise|view|figures?|position|answer|question)",
    r"(?:asks?|asked|wants?|wanted|gave|gives?|put|puts|spoke|speaks|cited|cites|quoted|quotes|hope[ds]?|offer(?:s|ed)?|threaten(?:s|ed)?)",
    r"(?:demanded|appealed|called|ruled? out|presented|praise[ds]?|judge[ds]?|reckon(?:s|ed)?|estimate[ds]?|counted|counts|named|names)",
    r"(?:boast(?:s|ed)?|swore|counter(?:s|ed)|answered|agreed|agrees?|held that|holds that|saw|sees)",
)
SPEECH_VERB = re.compile(_SPEECH, re.IGNORECASE)
"""Verbs of speech: their subject speaks, what follows is theirs."""
_ATTRIBUTION = re.compile(f"{_SPEECH}|{_ACTS}", re.IGNORECASE)
_ADOPTED = re.compile(r"\b(?:is|are|was|were|been) (?:widely )?(?:said|believed|thought|reported|claimed) to\b", re.IGNORECASE)

TIME_BOUND = re.compile(
    r"\b(?:(?<!would )(?<!will )(?<!'ll )never|still|now|nowadays|(?:has|have) (?:not|no)\b|(?:has|have)n't|yet(?! another)|so far|currently|today|to this day|no longer|ongoing|at present|until now|remain(?:s|ed|ing)?(?! of\b)|continu(?:e|es|ed|ing)|increasingly)\b",
    re.IGNORECASE,
)
"""Words that make a statement true as of some day only."""

PRESENT = re.compile(
    r"\b(?<!to )(?:is|are|has|have|does|do|isn't|aren't|hasn't|haven't|doesn't|don't|can)\b"
    r"|\b(?:now|currently|today|nowadays|to date|at present|so far|to this day|until now)\b|\b(?:remains|continues)\b",
    re.IGNORECASE,
)
"""A claim about the reader's own day."""

DATED = re.compile(
    r"\bas of\b|\bat the time\b|\bat that (?:time|point|moment)\b|\bby then\b|\buntil then\b|\b(?:that|those) (?:summer|autumn|week|weeks|days|month)\b"
    r"|\bwhen (?:the|this|these|it|they|he|she)\b.{0,40}\b(?:wrote|written|reported|published|appeared|spoke|said|saw)\b"
    r"|\b(?:the|these|its|their|five|one|two|three|four) (?:\w+ )?(?:articles?|reports?|sources?|accounts?)\b",
    re.IGNORECASE,
)  # fmt: skip


@lru_cache(maxsize=65536)
def find_markers(text: str) -> tuple[Marker, ...]:
    """The negations and hedges of ``text``, in order."""
    folded = fold(text)
    harmless = [m.span() for m in _NOT_NEGATION.finditer(folded)]
    found = [
        Marker("negation", m.group(), *m.span())
        for m in _NEGATION.finditer(folded)
        if not any(s <= m.start() < e for s, e in harmless)
    ]
    found += [Marker("report", m.group(), *m.span()) for m in _REPORT.finditer(folded)]
    found += [
        Marker("guess", m.group(), *m.span())
        for m in _GUESS.finditer(folded)
        if not (_MAY_MONTH.match(m.group()) and m.start() > 0)
    ]
    return tuple(sorted(found, key=lambda m: m.start))


def denial_strength(marker: Marker) -> int:
    """How plainly a negation denies: 2 for ``not`` and ``denied``, 1 for ``failed`` or ``unable``."""
    return 2 if _PLAIN.match(marker.text) or _DENIAL.match(marker.text) else 1


def attributes(text: str) -> bool:
    """Whether ``text`` says that somebody says something."""
    return _ATTRIBUTION.search(text) is not None


def speech_verbs(text: str) -> list[re.Match[str]]:
    """The verbs of speech of ``text``; ``is said to`` is a hedge and none of them."""
    adopted = [m.span() for m in _ADOPTED.finditer(text)]
    return [m for m in SPEECH_VERB.finditer(text) if not any(s <= m.start() < e for s, e in adopted)]


_CLAUSE_END = re.compile(r"[,;:()\"–—]|[.!?](?=\s)|(?<=\s)-(?=\s)|\b(?:but|while|although|though|whereas|because|who|which|whose|where|when|so that|and that|despite|even)\b")
_STRONG_END = re.compile(
    r"[;:()]|[.!?](?=\s)|(?<=\s)-(?=\s)|,? ?\b(?:but|while|although|though|whereas|yet(?= [a-z]+ (?:is|was|has)))\b|, (?:and|or|so) |, (?:who|which|whose|where|when)\b"
)
_NEW_SUBJECT = re.compile(r"(?:the|a|an|his|her|its|their|it|he|she|they|we|i|there|some|many|most)\b|[A-Z\d]")


def governing(sentence: str, start: int, end: int) -> list[Marker]:
    """The markers of ``sentence`` outside ``sentence[start:end]`` that reach into it.

    A negation reaches to the end of its clause, a hedge such as ``reportedly``
    past commas to the next ``but``, semicolon or new main clause. Both may also
    follow: ``the reports that it had fallen were false``.
    """
    folded = fold(sentence)
    narrow = _last_end(_CLAUSE_END, folded[:start], folded[start:end])
    wide = _last_end(_STRONG_END, folded[:start], folded[start:end])
    found = []
    for marker in find_markers(folded):
        if marker.end <= start:
            if marker.start >= (wide if marker.kind == "report" else narrow) and _reaches(folded, marker, start):
                found.append(marker)
        elif marker.start >= end and _takes_back(folded, end, marker):
            found.append(marker)
    condition = re.search(r"\b(?:if|unless|in case)\b", folded[narrow:start], re.IGNORECASE)
    if condition:
        found.append(Marker("guess", condition.group(), narrow + condition.start(), narrow + condition.end()))
    return found


_GUESS_REACH = 5
"""A `could` bears on the few words behind it, not on all that its sentence mentions."""


def _reaches(text: str, marker: Marker, start: int) -> bool:
    """Whether a marker before the quotation is near enough, and no mere epithet (``unconquerable``)."""
    if marker.kind == "guess":
        return len(text[marker.end : start].split()) <= _GUESS_REACH
    return marker.kind == "report" or not marker.text.lower().startswith(("un", "in")) or marker.text.lower() in ("unable", "in vain", "untrue")


CONDITION = re.compile(r"\b(?:if|unless|in case|should|provided|without|were (?:it|they|he|she)|in the event)\b", re.IGNORECASE)
"""Words that make what follows hold only under a condition."""


_TAKEN_BACK = re.compile(
    r"[^,;:]*\b(?:was|were|is|are|been|be|proved?|turned out(?: to be)?) (?:\w+ )?(?:denied|false|untrue|rejected|dismissed|refuted|disputed|wrong|unconfirmed|not true|not confirmed|impossible to verify)\b"
    r"|(?:[^,;:]*|\W*(?:(?:al)?though|but|which|a claim|something|this|that)\b[^,;:]*)\b(?:could|can|has|have|had|was|were|is|are)(?: ?not|n't) (?:be |been )?(?:independently )?(?:verified|confirmed|proved|proven)\b"
    r"|[^,;:]*\b(?:never|did not) (?:happen|take place|occur)\w*"
    r"|\W*\b(?:reportedly|allegedly|apparently|perhaps|possibly|it (?:is|was) (?:said|rumou?red|believed|thought|feared|claimed)|it seems|(?:or )?so it (?:is|was|has been) \w+)\b",
    re.IGNORECASE,
)


def _takes_back(text: str, end: int, marker: Marker) -> bool:
    """Whether a marker behind the quotation bears on it, as in ``… was denied`` or ``…, reportedly``."""
    match = _TAKEN_BACK.match(text, end)
    return match is not None and match.start() <= marker.start < match.end()


def _last_end(pattern: re.Pattern[str], before: str, quoted: str) -> int:
    """Where the clause that runs into the quotation begins."""
    ends = [m.end() for m in pattern.finditer(before)]
    conjunction = re.search(r"\band\s+$", before)
    if conjunction and _NEW_SUBJECT.match(quoted):
        ends.append(conjunction.end())
    return max(ends, default=0)

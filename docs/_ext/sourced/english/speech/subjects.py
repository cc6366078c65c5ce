"""Where a speaker stands beside a verb of speech: the name that the grammar makes its subject, or nobody."""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Sequence
from operator import attrgetter

from ..patterns import any_of, any_word, listed
from ..spellings import Mention

SPEAKERS = frozenset(listed("speech.tsv", "speaker"))
"""Kinds of names that say something."""

_DEMOTED = re.compile(
    r"\b"
    + any_of(
        "of|to|with|from|by|against|in|for|at|on|about|into|over|toward|towards|near|after|via|than|between",
        "among|like|amid|under|behind|without",
    )
    + r" (?:the |a |an |his |her |its |their )?(?:(?!(?:the|an?) )[a-z]+ ){0,2}$",
    re.IGNORECASE,
)
_OWNER = re.compile(r"'s?\b|'(?=\s)")
_OBJECT_REACH = 40
_REACH, _APART = 200, 300
"""So many characters before a name tell how it stands there, and so many may part it from its verb."""
_start = attrgetter("start")
_TOGETHER = re.compile(r"(?:\band|\bor|&)\s+(?:the )?$", re.IGNORECASE)
_PHRASE_END = re.compile(
    any_word(
        "of|to|in|on|at|from|by|for|with|who|whom|whose|which|that|and|or|but|as|after|before|during|while|when",
        "yesterday|today|earlier|later|last|this|about|against|over|under|near|since|until|through|via|inside",
        "outside|upon|because|if|is|are|was|were|be|been|has|have|had|will|would|could|should|may|might|must",
        "can|did|does|do|not|monday|tuesday|wednesday|thursday|friday|saturday|sunday|told|said|says|he|she|it",
        "they|we|i|his|her|their|there|so",
    ),
    re.IGNORECASE,
)
"""Words that no noun phrase goes on with."""
AND = re.compile(r",? and (?:the )?|, (?:the )?")
"""Between two names that stand in a list."""
_CLOSED = re.compile(r", (?!and |or |(?:the )?[A-Z])")
"""Behind the last name of an apposition."""
_ARTICLE = re.compile("the|an?|no", re.IGNORECASE)
"""Words that begin another noun phrase behind a name."""
_IN_PHRASE = re.compile(r"\s+|-|\.\s+|'s?\s+|\s*&\s*")
_ABBREVIATION = re.compile(
    r"\b(?:[A-Z]|Mr|Mrs|Ms|Dr|Rev|Hon|Capt|Col|Gen|Lt|Maj|Sgt|Prof|Sen|Rep|Gov|St|Jr|Sr)$"
)
_WORD = re.compile(r"[^\W_]+")
_MOST_WORDS = 12
_BESIDE = re.compile(r"\s+(?:(?:\w+ly|also|then|later|first|once|has|had|have|did|further) )*$")
_APPOSED = re.compile(r"\s*,\s+(?:(?:\w+ly|also|then|later) )?$")
_APPOSED_BEFORE = re.compile(r",\s+(?:the |a |an )?$")
_APPOSITION = re.compile(r"\s*,[^,;:\"]{2,90},\s+(?:(?:\w+ly|also|then|later) )?$")
_PHRASE_START = re.compile(
    r"^\W*(?:(?:the|a|an|mr|mrs|ms|dr)\b\.?\s*)?(?:[A-Za-z-]+\.?\s+){0,3}$", re.IGNORECASE
)


def is_demoted(text: str, mention: Mention) -> bool:
    """Whether the name is an object, a complement or an owner, and so cannot be the subject."""
    if _OWNER.match(text, mention.end):
        return True
    return _DEMOTED.search(text[max(0, mention.start - _OBJECT_REACH) : mention.start]) is not None


def is_joined(text: str, one: Mention, other: Mention) -> bool:
    """Whether a name is listed with the one before it: `of Elm, Rock and Tern`, not `of Elm, Ames, said`."""
    between = AND.fullmatch(text, one.end, other.start)
    return between is not None and ("and" in between.group() or not _CLOSED.match(text, other.end))


def head_of_phrase(text: str, mentions: Sequence[Mention], at: int, stop: int) -> Mention | None:
    """The name that a phrase beginning at ``at`` ends in: `Orr` in `Captain Orr`, none in `Orr's keeper`."""
    head: Mention | None = None
    for _ in range(_MOST_WORDS):
        gap = _IN_PHRASE.match(text, at, stop)
        if gap is None:
            break
        if gap.group().startswith(".") and not _ABBREVIATION.search(text, max(0, at - _REACH), at):
            break
        at = gap.end()
        index = bisect_right(mentions, at, key=_start) - 1
        if index >= 0 and at < mentions[index].end:
            mention = mentions[index]
            head, at = mention, mention.end
            if _OWNER.match(text, at):
                head = None
            continue
        word = _WORD.match(text, at, stop)
        if word is None or _PHRASE_END.fullmatch(word.group()) or (head and _ARTICLE.fullmatch(word.group())):
            break
        head, at = None, word.end()
    return head


def beside_verb(text: str, mentions: Sequence[Mention], first: int, verb: int) -> Mention | None:
    """The name that stands right before a verb as its subject, or has only an apposition between."""
    for index in range(bisect_left(mentions, verb, key=_start) - 1, -1, -1):
        mention = mentions[index]
        if mention.start < max(first, verb - _APART):
            break
        before = text[max(first, mention.start - _REACH) : mention.start]
        if mention.end > verb or is_demoted(text, mention) or _TOGETHER.search(before):
            continue
        between = text[mention.end : verb]
        if _BESIDE.fullmatch(between):
            return mention
        if _APPOSED.fullmatch(between) and _APPOSED_BEFORE.search(before):
            return mention
        opens = mention.start - first <= _REACH and _PHRASE_START.match(before)
        if opens and _APPOSITION.fullmatch(between):
            return mention
    return None

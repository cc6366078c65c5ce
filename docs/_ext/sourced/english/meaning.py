"""The words of a text that carry its meaning, in order, each with what it is and how it is tied in."""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Iterator, Mapping, Sequence

from msgspec import Struct

from ..text.edtf import days
from ..text.fold import fold
from ..text.taken import Taken
from .atoms import Atoms
from .dates.dates import Date
from .lexis.contractions import NOT, whole_verb
from .lexis.inflection import ADJECTIVE, VERB, may_be
from .limits import Limit, Limiting, is_empty, limiting_words, nouns_too
from .markers import Kind as MarkerKind
from .markers import Marker, denial_strength
from .patterns import word_list
from .quantities.bounds import bounded
from .quantities.numbers import SCALES, Number
from .spellings import Mention

_WORD, _LETTER = re.compile(r"\w+(?:['-]\w+)*"), re.compile(r"\w")
_CLAUSE = re.compile(r"[;()]|[,:](?!\d)| - |[.!?](?=\s)|\b(?:and|or|but|while|whereas|although|though)\b")
_INSIDE = ("", " ", "-")
_OWNERS = frozenset({"my", "our", "your", "his", "her", "its", "their", "whose"})
_BEFORE_NOUNS = frozenset(word_list("a an the no")) | _OWNERS
_OWNS = re.compile(r"'s\b|(?<=s)'(?!\w)")
_BETWEEN = re.compile(r"(?<!\w)between $", re.IGNORECASE)
_REACH = 10
_DENIAL = re.compile(
    r"(?:not|never|no|no[ -]one|none|nobody|nothing|nowhere|neither|nor|cannot|.*n't)$", re.IGNORECASE
)


class Token(Struct, frozen=True):
    """One word of meaning, or several that are one: a name, a date, a number with its unit, ``at least``.

    ``lead`` are the small words between it and the token before it; ``joined`` says that nothing but a space
    or a hyphen parts the two; ``clause`` is the number of its clause.
    """

    text: str
    start: int
    end: int
    ids: frozenset[str] = frozenset()
    """Whom it may mean, by its own spelling or by a gloss."""
    named: bool = False
    """Whether it is a name itself."""
    dates: tuple[str, ...] = ()
    number: Number | None = None
    limits: tuple[Limit, ...] = ()
    denial: bool = False
    hedge: MarkerKind | None = None
    negative: bool = False
    """Whether it turns what it is said of without a plain `not`: ``failed``, ``false``, ``unlit``."""
    owner: bool = False
    """Whether what follows belongs to it: ``the keeper's``, ``her``."""
    lead: tuple[str, ...] = ()
    joined: bool = False
    clause: int = 0

    @property
    def is_word(self) -> bool:
        """Whether it is a word like others: no name, number, date, limit, denial or hedge."""
        return not (self.named or self.number or self.limits or self.denial or self.hedge or self.dates)


def read_tokens(text: str, atoms: Atoms, gloss: Mapping[str, str] | None = None) -> list[Token]:
    """The tokens of ``text``; ``gloss`` says what words of it mean, by a name's ID or a date."""
    folded = fold(text)
    meant = _Meanings(folded, gloss or {})
    ends = [match.start() for match in _CLAUSE.finditer(folded)]
    negative = [m.start for m in atoms.markers if m.kind == "negation"]
    tokens: list[Token] = []
    lead: list[str] = []
    last = 0
    bounds = Taken(len(folded), _trailing(folded, atoms))
    for start, end, piece in _pieces(folded, _special(folded, atoms)):
        words = folded[start:end]
        if piece is None and folded.startswith(NOT, end):
            words = whole_verb(words)
        is_joined = bool(tokens) and folded[last:start] in _INSIDE
        is_small = piece is None and is_empty(words) and (start, end) not in meant.spans
        if bounds.at(start) or (is_small and not _is_noun(words, lead, tokens[-1] if is_joined else None)):
            lead.append(words.lower())
            continue
        token = piece or Token(text=words, start=start, end=end)
        extra = meant.of(start, end) if gloss else ()
        turns = bisect_left(negative, start)
        tokens.append(
            Token(
                text=words,
                start=start,
                end=end,
                ids=_meant(token.ids, extra) if extra else token.ids,
                named=token.named,
                dates=(*token.dates, *(value for value in extra if days(value))) if extra else token.dates,
                number=token.number,
                limits=token.limits,
                denial=token.denial,
                hedge=token.hedge,
                negative=piece is None and turns < len(negative) and negative[turns] < end,
                owner=words.lower() in _OWNERS or _owns(folded, end) > end or _is_owner(words),
                lead=tuple(lead),
                joined=is_joined,
                clause=bisect_left(ends, start),
            )
        )
        lead, last = [], end
    return tokens


def _is_noun(word: str, lead: Sequence[str], before: Token | None) -> bool:
    """Whether a small word is a noun where it stands: `the well`, `an old well`, but not `as well`."""
    if word.lower() not in nouns_too():
        return False
    if before is None:
        return bool(lead) and lead[-1] in _BEFORE_NOUNS
    describing = before.text.lower()
    is_described = before.is_word and may_be(ADJECTIVE, describing) and not may_be(VERB, describing)
    return is_described and not may_be(VERB, word)  # `to the north lies a town`


def _is_owner(word: str) -> bool:
    """Whether a word ends in the mark of an owner: ``keeper's``, but not ``it's``."""
    return word.endswith("'s") and not is_empty(word[:-2])


def _owns(folded: str, at: int) -> int:
    """Where the mark of an owner at ``at`` ends, or ``at`` itself if there is none."""
    owning = _OWNS.match(folded, at) if folded.startswith("'", at) else None
    return owning.end() if owning else at


def _pieces(folded: str, special: list[Token]) -> Iterator[tuple[int, int, Token | None]]:
    """The words of a text in order; what is more than a word is one piece, and parts the word it is in."""
    ends = [token.end for token in special]
    at = end_of_word = 0
    while match := _LETTER.search(folded, at):
        start = match.start()
        if start >= end_of_word and (word_here := _WORD.match(folded, start)):
            end_of_word = word_here.end()
        end = end_of_word
        nearest = bisect_right(ends, start)
        token = special[nearest] if nearest < len(special) and special[nearest].start < end else None
        if token is not None and token.start <= start:
            at = max(token.end, start + 1)
            yield token.start, token.end, token
        else:
            at = min(end, token.start) if token else end
            if word := folded[start:at].rstrip("-'"):
                yield start, start + len(word), None
        at = _owns(folded, at)


def _special(folded: str, atoms: Atoms) -> list[Token]:
    """The tokens that are more than a word, none inside another: the longest first at each place."""
    found: list[Token] = []
    for token in sorted(_candidates(folded, atoms), key=lambda each: (each.start, -each.end)):
        if not found or token.start >= found[-1].end:
            found.append(token)
    return found


def _candidates(folded: str, atoms: Atoms) -> Iterator[Token]:
    def at(atom: Mention | Date | Number | Marker | Limiting) -> tuple[str, int, int]:
        return folded[atom.start : atom.end], atom.start, atom.end

    for name in atoms.names:
        yield Token(*at(name), ids=frozenset(name.ids), named=True)
    for date in atoms.dates:
        yield Token(*at(date), dates=(date.value,))
    counted = [number for number in atoms.numbers if number.unit not in SCALES]
    for number in counted:
        start, end = _stretch(folded, number)
        yield Token(folded[start:end], start, end, number=number)
    for marker in atoms.markers:
        if marker.kind != "negation":
            yield Token(*at(marker), hedge=marker.kind)
        elif denial_strength(marker) == 2 and _DENIAL.match(marker.text):
            yield Token(*at(marker), denial=True)
    bounded = {number.start for number in counted if number.bound}
    for limit in limiting_words(folded):
        if bounded.isdisjoint(range(limit.end, limit.end + 3)):
            yield Token(*at(limit), limits=limit.limits)


def _stretch(folded: str, number: Number) -> tuple[int, int]:
    """Where a number stands with the words before it that bound it: `no more than 12`, `between 5 and 12`."""
    start = number.start
    if number.high is not None and (found := _BETWEEN.search(folded, max(0, start - _REACH), start)):
        start = found.start()
    elif number.bound not in ("", "many"):
        start = min(start, bounded(folded, number.start, number.end)[1][0])
    return start, number.end


def _trailing(folded: str, atoms: Atoms) -> Iterator[tuple[int, int]]:
    """Where the words behind a number stand that bound it: `12 passengers at most`."""
    for number in atoms.numbers:
        if number.bound not in ("", "many") and number.end >= 0:
            start, end = bounded(folded, number.start, number.end)[1]
            if start >= number.end:
                yield start, end


def _meant(spelt: frozenset[str], meanings: Iterable[str]) -> frozenset[str]:
    """Whom a word means: a gloss says which of those who share a name."""
    glossed = frozenset(each for each in meanings if not days(each))
    return glossed if glossed and len(spelt) != 1 else spelt | glossed


class _Meanings:
    """The words of a text that its glosses explain, asked for from its beginning to its end."""

    def __init__(self, folded: str, gloss: Mapping[str, str]) -> None:
        found = [
            (*match.span(), n, value)
            for n, (key, value) in enumerate(gloss.items())
            for match in re.finditer(rf"(?<!\w){re.escape(fold(key))}(?!\w)", folded)
        ]
        self.spans = {(start, end) for start, end, *_ in found}
        """What is explained as a whole, as a pronoun is; of `the valley` the article explains nothing."""
        self._coming = sorted(found, reverse=True)
        self._begun: list[tuple[int, int, int, str]] = []

    def of(self, start: int, end: int) -> list[str]:
        """What the glosses of ``[start, end)`` mean, in the order in which they are given."""
        while self._coming and self._coming[-1][0] < end:
            self._begun.append(self._coming.pop())
        if not self._begun:
            return []
        self._begun = [each for each in self._begun if each[1] > start]
        return [value for *_, value in sorted(self._begun, key=lambda each: (each[2], each[0]))]

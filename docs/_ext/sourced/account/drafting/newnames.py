"""Capitalised words of a source that the book does not know, gathered into names with their spellings."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping

from msgspec import Struct

from ...chain.library import Library
from ...english.speech.verbs import is_plain_verb
from ...text.fold import WORD, fold, squeeze
from ...text.sentences import sentences_of
from ...text.taken import Taken
from .ids import FreeIds

_GROUP = re.compile(
    r"\b(?:Army|Association|Bank|Board|Brigade|Church|Club|College|Commission|Committee|Company|Corps|Council"
    r"|Court|Department|Force|Forces|Front|Guard|Institute|League|Line|Lines|Ministry|Movement|Museum|Navy|Office"
    r"|Organi[sz]ation|Parliament|Party|Police|School|Service|Society|Times|Trust|Union|University)\b"
)
_PLACE = re.compile(
    r"\b(?:Bay|Beach|Bridge|Cape|Castle|City|County|Gorge|Gulf|Harbour|Hill|Hills|Island|Islands|Isle|Lake|Mountain"
    r"|Mountains|Mount|Pass|Passage|Peak|Port|Province|Reef|River|Road|Rock|Sea|Sound|Square|Street|Town|Valley"
    r"|Village)\b"
)
_IN = re.compile(
    r"\b(?:(?:in|at|near|from|to|around|outside|towards?)(?: the)?|(?:town|city|village|island) of) $"
)
_TITLE = re.compile(r"\b(?:Mr|Mrs|Ms|Dr|Sir|Lord|Lady|Captain|General|President|Minister|Professor)\b\.? ?$")
_AGED = re.compile(r"(?:, \d{1,3},|, (?:a|an|the|who)\b| (?:and )?(?:his|her)\b)")

_ID_WORDS = 6


class NewName(Struct, frozen=True, kw_only=True):
    """A name that is proposed."""

    id: str
    kind: str
    name: str
    also: tuple[str, ...] = ()


class NewNames:
    """Several of them, to be found in texts."""

    def __init__(self, names: Iterable[NewName]) -> None:
        spelt = [(fold(each), name.id) for name in names for each in (name.name, *name.also)]
        self._ids = dict(sorted(spelt, key=lambda each: each[1], reverse=True))
        self._lengths = sorted({len(spelling) for spelling, _ in spelt})

    def first_in(self, text: str) -> Iterator[tuple[int, str]]:
        """Where the first of them stands in a text, with the IDs of those that begin there."""
        text = fold(text)
        for word in WORD.finditer(text):
            at = word.start()
            ends = [at + length for length in self._lengths if at + length >= word.end()]
            whole = [text[at:end] for end in ends if not WORD.match(text, end)]
            if found := [self._ids[spelling] for spelling in whole if spelling in self._ids]:
                yield from ((at, id_) for id_ in found)
                return


class _Use(Struct, frozen=True):
    """One place of an unknown name, with the words around it."""

    name: str
    before: str
    after: str


def new_names(library: Library, source: str) -> list[NewName]:
    """The names of a source that neither names nor drafts have, in its order."""
    uses: defaultdict[str, list[_Use]] = defaultdict(list)
    for use in _uses(library, source):
        uses[use.name].append(use)
    spellings = _spellings(uses)
    short = {each for also in spellings.values() for each in also}
    free = FreeIds({*library.book.names, *library.book.draft_names})
    known = {spelling for name in library.book.draft_names.values() for spelling in (name.name, *name.also)}
    found = []
    for name in uses:
        also = tuple(spellings.get(name, ()))
        if name in short or name in known:
            continue
        id_ = free.of(name, most=_ID_WORDS, otherwise="name")
        kind = _kind([use for each in (name, *also) for use in uses[each]])
        found.append(NewName(id=id_, kind=kind, name=name, also=also))
    return found


def _spellings(names: Iterable[str]) -> Mapping[str, list[str]]:
    """The single words that mean a longer name, of a person as it seems: the one that ends with the word, or
    else begins with it."""
    ends: defaultdict[str, list[str]] = defaultdict(list)
    begins: defaultdict[str, list[str]] = defaultdict(list)
    for name in names:
        if " " in name and not _GROUP.search(name) and not _PLACE.search(name):
            ends[name.split()[-1]].append(name)
            begins[name.split()[0]].append(name)
    found: defaultdict[str, list[str]] = defaultdict(list)
    for name in names:
        whole = ends.get(name) or begins.get(name) or []
        if len(whole) == 1 and " " not in name:
            found[whole[0]].append(name)
    return found


def _uses(library: Library, source: str) -> Iterator[_Use]:
    raw = library.text(source).raw
    title = squeeze(library.book.sources[source].title or "")
    aside = Taken(len(raw), library.aside_spans(source))
    for start, end in sentences_of(raw):
        if aside.has(start, end):
            continue
        sentence = fold(raw[start:end].replace("\n", " "))
        titled = squeeze(sentence) == title
        for each in library.names.unknown(sentence, library.names.find(sentence), titled=titled):
            name = " ".join(re.sub(r"'s?$", "", each.text).split())
            yield _Use(name, sentence[: each.start][-24:], sentence[each.end :][:24])


def _kind(uses: list[_Use]) -> str:
    """What a name is, as a guess of the words in it and around it."""
    names = {use.name for use in uses}
    if any(map(_GROUP.search, names)):
        return "group"
    if any(map(_PLACE.search, names)):
        return "place"
    persons = sum(_is_person(use) for use in uses)
    places = sum(bool(_IN.search(use.before)) for use in uses)
    if places > persons:
        return "place"
    return "person" if persons or all(len(name.split()) == 2 for name in names) else "term"


def _is_person(use: _Use) -> bool:
    following = re.match(r"\W*(\w+)", use.after)
    says = following is not None and is_plain_verb(following[1])
    return bool(_TITLE.search(use.before)) or says or bool(_AGED.match(use.after))

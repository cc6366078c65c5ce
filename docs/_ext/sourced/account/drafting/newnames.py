"""Capitalised words of a source that the book does not know, gathered into names with their spellings."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator

from msgspec import Struct

from ...chain.library import Library
from ...english.speech.verbs import is_plain_verb
from ...text.fold import fold, squeeze
from ...text.sentences import sentences_of
from ...text.taken import Taken
from .ids import id_of

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

    def first_in(self, text: str) -> int:
        """Where it first stands in a text, or -1."""
        found = (
            re.search(rf"(?<!\w){re.escape(fold(each))}(?!\w)", fold(text))
            for each in (self.name, *self.also)
        )
        return min((match.start() for match in found if match), default=-1)


class _Use(Struct, frozen=True):
    """One place of an unknown name, with the words around it."""

    name: str
    before: str
    after: str


def new_names(library: Library, source: str) -> list[NewName]:
    """The names of a source that neither names nor drafts have, in its order."""
    uses = list(_uses(library, source))
    counts = Counter(use.name for use in uses)
    longer = [name for name in counts if " " in name and not _GROUP.search(name) and not _PLACE.search(name)]
    short = {name: whole for name in counts if " " not in name and (whole := _whole(name, longer))}
    taken = {*library.book.names, *library.book.draft_names}
    known = {spelling for name in library.book.draft_names.values() for spelling in (name.name, *name.also)}
    found = []
    for name in counts:
        also = tuple(each for each, whole in short.items() if whole == name)
        if name in short or name in known:
            continue
        id_ = id_of(name, taken, most=_ID_WORDS, otherwise="name")
        taken.add(id_)
        kind = _kind([use for use in uses if use.name in (name, *also)])
        found.append(NewName(id=id_, kind=kind, name=name, also=also))
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


def _whole(word: str, longer: list[str]) -> str:
    """The one longer name, of a person as it seems, that ends with a word or begins with it."""
    ends = [name for name in longer if name.split()[-1] == word]
    begins = [name for name in longer if name.split()[0] == word]
    candidates = ends or begins
    return candidates[0] if len(candidates) == 1 else ""


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

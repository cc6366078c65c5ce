"""Three verdicts: a unit is refuted by a rule, supported by its evidence, or for a person to review."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import Literal, NamedTuple

from msgspec import Struct

from ...book.model import Fact
from ...book.signatures import Signature
from ...chain.library import Library
from ...chain.units import READINGS, Unit
from ..registry import Hit, Rule, declare
from ..support.doubts import BEYOND, Doubt, beyond, doubts, is_quoted
from ..support.granted import Granted
from ..support.witness import Witness, quoted, tokens_of, witness_of
from .filed import told_of_other_kin
from .otherwise import is_told_otherwise
from .plain import is_plain
from .standing import stands_alike, stands_as_told
from .values import misplaced

Verdict = Literal["refuted", "supported", "reviewed", "unreviewed"]

UNREVIEWED = declare(
    "unreviewed",
    link="book",
    module=__name__,
    hint="Say it closer to the evidence; or set it beside its evidence and sign it: sourced review.",
    text="""A unit says something that its evidence does not hold word for word, and nobody has signed it.

    That is no proof that it is wrong. A person sets it beside its evidence and signs that it says no more;
    the signature holds until either changes.
    """,
)


OPPOSITE_WORD = declare(
    "opposite-word",
    link="fact",
    module=__name__,
    hint="Use the word of the evidence, or one that means the same.",
    text="""A word says the opposite of the one that the evidence has in its place.

    `Won` for `lost`, `before` for `after`, where the words around it are the same and nothing is denied.
    """,
)


class Judged(Struct, frozen=True, kw_only=True):
    """A unit with its verdict and the reasons for it."""

    unit: Unit
    verdict: Verdict
    hits: tuple[tuple[Rule, Hit], ...] = ()
    """What rules found: what is wrong, and what is to be doubted."""
    doubts: tuple[Doubt, ...] = ()
    signature: Signature | None = None

    @property
    def beyond(self) -> tuple[str, ...]:
        """The words that go beyond the evidence."""
        return tuple(dict.fromkeys(doubt.word for doubt in self.doubts if doubt.why == BEYOND))

    @property
    def reasons(self) -> list[str]:
        """Why it has to be read, in words."""
        said = [*self.doubted, *(hit.message for _, hit in self.hits if not hit.doubt)]
        if not said and self.unit.is_reading:
            said = ["is an editor's reading"]
        return said

    @property
    def doubted(self) -> list[str]:
        """What is to be doubted, in words: apart from what rules prove against it."""
        said = [f"{why} {_listed(words)}".rstrip() for why, words in _by_reason(self.doubts)]
        return [*said, *(hit.message for _, hit in self.hits if hit.doubt)]


def judge(library: Library, unit: Unit, hits: Iterable[tuple[Rule, Hit]]) -> Judged:
    """The verdict on a unit of which rules found ``hits``."""
    hits = tuple(hits)
    found = tuple(support(library, unit))
    hits += tuple((OPPOSITE_WORD, _hit(unit, doubt)) for doubt in found if doubt.refutes)
    signature = library.book.signatures.get(unit.digest)
    if wrong := tuple(each for each in hits if not each[1].doubt):
        if signature:
            return Judged(unit=unit, verdict="refuted", hits=wrong)  # what is to be doubted has been read
        return Judged(unit=unit, verdict="refuted", hits=hits, doubts=found)
    if not hits and not found and not unit.is_reading:
        return Judged(unit=unit, verdict="supported")
    verdict: Verdict = "reviewed" if signature else "unreviewed"
    return Judged(unit=unit, verdict=verdict, hits=hits, doubts=found, signature=signature)


def _hit(unit: Unit, doubt: Doubt) -> Hit:
    message = f"“{unit.text[doubt.start : doubt.end]}” says the opposite of “{doubt.word}”"
    return Hit(message=message, path=unit.path, at=unit.at)


def support(library: Library, unit: Unit) -> list[Doubt]:
    """Why a unit is not supported as it stands, word for word."""
    if unit.kind in READINGS or unit.kind == "quotation" or is_plain(library, unit):
        return []
    asked = (unit.kind, unit.text, unit.facts, unit.path[1] if unit.kind == "source" else "")
    return library.once(support, asked, lambda: [*_filed(library, unit), *_support(library, unit)])


def _filed(library: Library, unit: Unit) -> list[Doubt]:
    """Why a statement is filed under the title of another property."""
    fact = library.book.facts.get(unit.facts[0]) if unit.kind == "statement" and unit.facts else None
    return told_of_other_kin(library, fact) if fact else []


def _support(library: Library, unit: Unit) -> list[Doubt]:
    facts = [library.book.facts[id_] for id_ in unit.facts if id_ in library.book.facts]
    if unit.kind == "property":
        statements = (witness_of(library, fact.statement) for fact in facts)
        return beyond(tokens_of(library, unit.text), statements)
    if unit.kind == "value" and (wrong := misplaced(library, facts[0], unit.text)):
        return wrong
    if unit.kind == "value" and (
        stands_alike(library, facts[0], unit.text) or stands_as_told(library, facts[0], unit.text)
    ):
        return []
    tokens = tokens_of(library, unit.text)
    if unit.kind in _FLAT:
        named = {i for token in tokens for i in token.ids}
        facts = [fact for fact in facts if fact.by is None or fact.by in named]
    texts, labels = _texts(library, unit, facts), _labels(library)
    witnesses = [text.witness for text in texts]
    if is_quoted(tokens, witnesses, labels):
        return []
    known = {i for fact in facts for i in (fact.about, fact.by) if i}
    known |= {i for fact in facts for i in library.publishers(fact)}
    granted = Granted(
        known=frozenset(known),
        subject=frozenset(word.lower() for fact in facts for word in _words_of(library, fact.about)),
        labels=labels,
        people=_people(library),
        speakers=frozenset(fact.by for fact in facts if fact.by and fact.by != fact.about),
        by=frozenset(fact.by for fact in facts if fact.by),
        as_of=frozenset(fact.as_of for fact in facts if fact.as_of),
        facts=[text.fact for text in texts],
        abouts=[frozenset((fact.about, *filter(None, (fact.by,)))) for fact in facts],
        days=[fact.as_of or "" for fact in facts],
        values=frozenset(n for n, text in enumerate(texts) if text.is_value),
        is_whole=unit.kind != "value",
        is_title=unit.kind in _FLAT,
        is_claimed=unit.kind in ("value", "statement") and all(fact.by for fact in facts),
    )
    found = doubts(tokens, witnesses, granted)
    return [] if is_told_otherwise(unit, tokens, witnesses, granted, found) else found


_FLAT = frozenset({"name", "heading", "label", "picture"})
"""Kinds that state what they say: a claim is no ground for them unless they name who makes it."""


def _labels(library: Library) -> dict[str, frozenset[str]]:
    """What running text calls the sources, by the IDs of these names, and which sources that are."""

    def sort() -> dict[str, frozenset[str]]:
        found: dict[str, frozenset[str]] = {}
        for source in library.book.sources.values():
            for text in (source.label, source.publisher):
                for mention in library.atoms(text or "").names:
                    if mention.text.islower() and mention.text != (text or "").removeprefix("the "):
                        continue  # `the race report` is not called `the race`
                    for id_ in mention.ids:
                        found[id_] = found.get(id_, frozenset()) | {source.id}
        return found

    return library.once(_labels, "", sort)


def _people(library: Library) -> frozenset[str]:
    """The IDs of persons."""
    called = library.called.items()
    return library.once(_people, "", lambda: frozenset(i for i, name in called if name.kind == "person"))


def _words_of(library: Library, id_: str) -> list[str]:
    """The words of a name, other than a person's: `the valley` may be said for `the Elm Valley`."""
    name = library.called.get(id_)
    return [] if name is None or name.kind == "person" else name.name.split()


class _Text(NamedTuple):
    """A text that a unit rests on, read: of which of its facts it is, and whether it is a mere value."""

    witness: Witness
    fact: int = 0
    is_value: bool = False


def _texts(library: Library, unit: Unit, facts: Sequence[Fact]) -> list[_Text]:
    """The texts that a unit rests on."""
    if unit.kind == "source":
        texts = [
            library.book.texts[s]
            for s in library.book.sources
            if unit.path[1] == s and s in library.book.texts
        ]
        return [_Text(witness_of(library, text)) for text in texts]
    found = []
    for n, fact in enumerate(facts):
        sources = frozenset(evidence.source for evidence in fact.evidence)
        if unit.kind != "statement":
            found.append(_Text(witness_of(library, fact.statement, sources), n))
        if unit.kind not in ("statement", "value") and fact.value:
            found.append(_Text(witness_of(library, fact.value, sources), n, is_value=True))
        found += [_Text(quoted(library, evidence), n) for evidence in fact.evidence]
    return found


def _by_reason(found: Sequence[Doubt]) -> list[tuple[str, list[str]]]:
    reasons: dict[str, list[str]] = {}
    for doubt in found:
        reasons.setdefault(doubt.why, []).append(doubt.word)
    return list(reasons.items())


def _listed(words: Sequence[str]) -> str:
    shown = list(dict.fromkeys(word for word in words if word))
    return ", ".join(f"“{word}”" for word in shown[:5]) + (" …" if len(shown) > 5 else "")

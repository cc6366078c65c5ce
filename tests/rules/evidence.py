"""A unit beside texts of evidence, as the tests of what binds words to each other need them."""

from __future__ import annotations

from collections.abc import Mapping

from sourced.book.model import Name
from sourced.english.atoms import read_atoms
from sourced.english.meaning import Token, read_tokens
from sourced.english.names import NameIndex
from sourced.rules.support.doubts import Doubt, doubts
from sourced.rules.support.granted import Granted
from sourced.rules.support.witness import Witness

NAMES = NameIndex(
    {
        name.id: name
        for name in (
            Name(id="ann", kind="person", name="Ann Ames"),
            Name(id="bob", kind="person", name="Bob Oak"),
            Name(id="league", kind="group", name="League"),
            Name(id="guard", kind="group", name="Guard"),
            Name(id="gazette", kind="work", name="Gazette"),
            Name(id="herald", kind="work", name="Herald"),
            Name(id="ledger", kind="thing", name="the ledger"),
        )
    }
)
PEOPLE = frozenset({"ann", "bob"})
LABELS = {"gazette": frozenset({"g"}), "herald": frozenset({"h"})}
GRANTED = Granted(known=frozenset({"gazette", "herald"}), labels=LABELS, people=PEOPLE)


def tokens(text: str, gloss: Mapping[str, str] | None = None) -> tuple[Token, ...]:
    return tuple(read_tokens(text, read_atoms(text, NAMES), gloss))


def found(
    unit: str, *evidence: str, gloss: Mapping[str, str] | None = None, granted: Granted = GRANTED
) -> list[Doubt]:
    """Why the unit is not supported by the texts; ``g:`` before a text says which source it is from."""
    witnesses = []
    for text in evidence:
        source, colon, words = text.partition(": ")
        known = colon and len(source) == 1
        witnesses.append(
            Witness(text, tokens(words if known else text, gloss), frozenset({source} if known else ()))
        )
    return doubts(tokens(unit), witnesses, granted)


def marked(why: str, unit: str, named: str, *evidence: str) -> None:
    """Hold that the words of ``unit`` between asterisks are doubted, and which word is named for it."""
    before, words, behind = unit.split("*")
    told = found(f"{before}{words}{behind}", *evidence)
    assert (why, words, named) in {
        (each.why, f"{before}{words}{behind}"[each.start : each.end], named and each.word) for each in told
    }, told

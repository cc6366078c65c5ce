"""Facts, names, sources and properties in Markdown, as an editor shows them beside the text."""

from __future__ import annotations

import re
from collections.abc import Iterator

from ...account.facts import brief_date
from ...account.proofs import Proof, proof_of
from ...chain.library import Library
from ...chain.units import told_as
from ...rules.verdict.judging import judge_fact
from ...rules.verdict.verdicts import Judged

_SIGNS = re.compile(r"([\\`*_\[\]<>#|~])")
_MOST = 6
"""So many quotations are shown at once."""


def plain(text: str) -> str:
    """Text in which Markdown has nothing to say."""
    return _SIGNS.sub(r"\\\1", " ".join(text.split()))


def tell_fact(library: Library, id_: str) -> str:
    """A fact: its verdict, its statement, who says so and when, and each quotation in its place."""
    fact = library.book.facts.get(id_)
    if fact is None:
        return f"There is no fact `{id_}`."
    lines = [f"**{plain(fact.statement)}**", "", f"`{id_}` — {plain(told_as(library, fact))}", ""]
    dates = {"when": fact.when, "as of": fact.as_of}
    said = [f"by {plain(library.name(fact.by))}"] if fact.by else []
    said += [f"{what} {plain(brief_date(date))}" for what, date in dates.items() if date]
    lines += [f"*{'; '.join(said)}*", ""] if said else []
    lines += [_verdict(judge_fact(library, id_).judged[0]), ""]
    for evidence in fact.evidence[:_MOST]:
        lines += [*tell_proof(proof_of(library, fact, evidence)), ""]
    if len(fact.evidence) > _MOST:
        lines.append(f"… and {len(fact.evidence) - _MOST} more quotations")
    return "\n".join(lines).rstrip()


def _verdict(judged: Judged) -> str:
    if judged.verdict == "refuted":
        wrong = "; ".join(hit.message for _, hit in judged.hits if not hit.doubt)
        return f"❌ refuted: {plain(wrong)}"
    if judged.verdict == "unreviewed":
        return f"👁 to be reviewed: {plain('; '.join(judged.reasons))}"
    signed = judged.signature
    if signed is None:
        return "✅ supported"
    note = f" ({plain(signed.note)})" if signed.note else ""
    return f"✅ reviewed, signed on {brief_date(signed.on)}{note}"


def tell_proof(proof: Proof) -> Iterator[str]:
    """A quotation in its place: the words around it, its source and its date."""
    words = "".join(_spaced(text, "**" if meant else "") for text, meant in proof.pieces)
    yield f"> {_spaced(proof.before)}{words}{_spaced(proof.after)}"
    yield ">"
    where = [plain(proof.source), brief_date(proof.published) if proof.published else "no date"]
    where += [f"said by {plain(proof.by)}"] if proof.by else []
    where += [f"“{plain(key)}” is {plain(value)}" for key, value in proof.gloss.items()]
    yield f"> — {', '.join(where)}"


def _spaced(text: str, around: str = "") -> str:
    """Words with marks around them; the spaces at their ends, as far as there are some, stay outside."""
    if not text.strip():
        return " " if text else ""
    return f"{' ' * text[0].isspace()}{around}{plain(text)}{around}{' ' * text[-1].isspace()}"


def tell_name(library: Library, id_: str) -> str:
    """A name: what it is, its spellings, and how many facts are about it."""
    name = library.book.names.get(id_)
    if name is None:
        return f"There is no name `{id_}`."
    lines = [f"**{plain(name.name)}**", "", f"`{id_}` — {plain(name.kind)}"]
    lines += ["", plain(name.about)] if name.about else []
    lines += ["", f"also: {', '.join(map(plain, name.also))}"] if name.also else []
    count = sum(fact.about == id_ for fact in library.book.facts.values())
    return "\n".join([*lines, "", f"{count} {'fact is' if count == 1 else 'facts are'} about it"])


def tell_source(library: Library, id_: str) -> str:
    """A source: what it is called, who published it and when."""
    source = library.book.sources.get(id_)
    if source is None:
        return f"There is no source `{id_}`."
    told = [source.publisher, brief_date(source.published) if source.published else "no date"]
    lines = [
        f"**{plain(source.title or source.shown)}**",
        "",
        f"`{id_}` — {plain(', '.join(filter(None, told)))}",
    ]
    lines += ["", f"dated by: {plain(source.dated_by)}"] if source.dated_by else []
    return "\n".join([*lines, "", f"`{source.file}`"])


def tell_property(library: Library, id_: str) -> str:
    """A property: its title, and whether it has one value."""
    found = library.book.properties.get(id_)
    if found is None:
        return f"There is no property `{id_}`."
    lines = [f"**{plain(found.title)}**", "", f"`{id_}`"]
    lines += ["", "Two different values are a disagreement."] if found.single else []
    return "\n".join(lines)


TELL = {"fact": tell_fact, "name": tell_name, "source": tell_source, "property": tell_property}

"""New texts for a table, made of those that it has or of the small book."""

from __future__ import annotations

import json
import random

from .edits import edited
from .outcomes import PARTS, small_book

DATES = ("2014-10-14", "1911", "192X", "2014", "1897-05", "2014-10-20", "2014-10-12/2014-10-16", "1998/2009")
KINDS = ("person", "place", "group", "ship", "work", "event", "office", "people", "term")


def another(name: str, known: list[str], lot: random.Random) -> str:
    """A new text for a table; it may be one of those known, or be none for once."""
    if name == "data":
        return _of_data(lot).replace("\n", " ").replace("  ", " ")
    if name == "books":
        return _of_book(known, lot)
    if name == "facts":
        return _of_entry(known, lot)
    if name == "lines":
        return _of_lines(known, lot)
    between = PARTS.rstrip() if name == "counting" else PARTS
    parts = lot.choice(known).split(between)
    lent = [
        part for each in lot.sample(known, min(5, len(known))) for part in each.split(between) if part.strip()
    ]
    at = lot.randrange(len(parts)) if name == "doubting" else 0
    parts[at] = edited(parts[at].strip(), lent, lot).replace("|", "").replace("\n", " ")
    return between.join(parts)


def _of_entry(known: list[str], lot: random.Random) -> str:
    """A fact with other words, or with a field of another one."""
    words, brace, fields = lot.choice(known).partition(" {")
    parts = words.split(" < ")
    lent = [
        part
        for each in lot.sample(known, min(5, len(known)))
        for part in each.partition(" {")[0].split(" < ")
    ]
    at = lot.randrange(len(parts))
    parts[at] = edited(parts[at], lent, lot).replace("\n", " ")
    if lot.random() < 0.3:
        brace, fields = lot.choice(known).partition(" {")[1:]
    return " < ".join(parts) + brace + fields


def _of_book(known: list[str], lot: random.Random) -> str:
    """A book with one text of it changed: of a fact, of a source or of the page."""
    book = json.loads(lot.choice(known))
    other = json.loads(lot.choice(known))
    lent = [each["statement"] for some in (book, other) for each in some["facts"].values()]
    lent += [each for each in other["texts"].values() if each]
    fact = lot.choice(list(book["facts"].values()))
    evidence = fact.get("evidence") or [{}]
    places = [(fact, "statement"), (fact, "value"), (lot.choice(evidence), "exact"), (book, "page")]
    places += [(book["texts"], source) for source in book["texts"]]
    places += [
        (fact, "by"),
        (fact, "when"),
        (fact, "as_of"),
        (lot.choice([*book["properties"].values(), {}]), "title"),
    ]
    holder, field = lot.choice([each for each in places if each[0].get(each[1])])
    if field in ("by", "when", "as_of"):
        del holder[field]
    else:
        old = holder[field]
        holder[field] = edited(old, lent, lot)
        if field == "exact" and lot.random() < 0.7:  # the source says what is quoted
            book["texts"] = {id_: text.replace(old, holder[field]) for id_, text in book["texts"].items()}
    return json.dumps(book, ensure_ascii=False, separators=(",", ":")).replace(
        "\\n", "\\u000a"
    )  # a text is one line


def _of_lines(known: list[str], lot: random.Random) -> str:
    """Some lines of several texts, one of them changed."""
    lines = [line for each in lot.sample(known, min(3, len(known))) for line in each.split("\n")]
    start = lot.randrange(len(lines))
    chosen = lines[start : start + lot.randrange(1, 7)]
    at = lot.randrange(len(chosen))
    if chosen[at].strip():
        chosen[at] = edited(chosen[at], lines, lot)
    return "\n".join(chosen)


def _of_data(lot: random.Random) -> str:
    """A change of one field of an entry."""
    make = lot.choice(
        (_of_fact,) * 5 + (_of_evidence,) * 3 + (_of_name, _of_property, _of_source, _of_text, _of_text)
    )
    return make(lot)


def _of_fact(lot: random.Random) -> str:
    facts = list(small_book().facts.values())
    fact, other = lot.choice(facts), lot.choice(facts)
    field = lot.choice(
        ("statement",) * 5
        + ("value",) * 4
        + ("when", "as_of", "as_of", "by", "about", "property", "unused", "absent")
    )
    given = getattr(other, field)
    if field == "absent":
        absent = next(each for each in facts if each.absent)
        words = lot.choice(fact.statement.split()), edited(absent.absent[0], ["the sea"], lot)
        return f"facts.{absent.id}.absent = {'; '.join(words)}"
    if field in ("by", "about", "property"):
        return f"facts.{fact.id}.{field} = {given or ''}"
    if field in ("when", "as_of"):
        return f"facts.{fact.id}.{field} = {lot.choice((given or '', *DATES))}"
    own = getattr(fact, field) or given or fact.statement
    new = lot.choice((edited(own, [each.statement for each in lot.sample(facts, 5)], lot), given or own))
    return f"facts.{fact.id}.{field} = {new}"


def _of_evidence(lot: random.Random) -> str:
    book = small_book()
    fact = lot.choice([each for each in book.facts.values() if each.evidence])
    at = lot.randrange(len(fact.evidence))
    chosen = fact.evidence[at]
    words = chosen.exact.split()
    kind = lot.choice(("exact", "exact", "gloss", "gloss", "without"))
    if kind == "without":
        return f"facts.{fact.id}.without{at} = "
    if kind == "gloss":
        word = " ".join(words[(start := lot.randrange(len(words))) : start + lot.choice((1, 1, 2))])
        return f"facts.{fact.id}.gloss{at} = {word}: {lot.choice((*book.names, *DATES, fact.about))}"
    sentence = lot.choice(book.texts[chosen.source].replace("\n", " ").split(". "))
    start = lot.randrange(len(words))
    cut = " ".join(words[start : start + lot.randrange(1, len(words) + 1)])
    new = lot.choice((sentence, edited(chosen.exact, [sentence], lot), cut, cut))
    return f"facts.{fact.id}.exact{at} = {new}"


def _of_name(lot: random.Random) -> str:
    names = list(small_book().names.values())
    name, other = lot.choice(names), lot.choice(names)
    field = lot.choice(("name", "also", "about", "kind"))
    new = {
        "name": lot.choice((other.name, edited(name.name, [other.name], lot))),
        "also": lot.choice(
            (other.name, edited(name.name, [other.name], lot), name.name.split()[-1], "the sea")
        ),
        "about": edited(
            other.about or name.about or "the keeper of the light", [each.name for each in names], lot
        ),
        "kind": lot.choice(KINDS),
    }[field]
    return f"names.{name.id}.{field} = {new}"


def _of_property(lot: random.Random) -> str:
    each, other = lot.choices(list(small_book().properties.values()), k=2)
    field, new = lot.choice(
        (
            ("title", other.title),
            ("title", edited(each.title, [other.title], lot)),
            ("single", "yes"),
            ("single", ""),
        )
    )
    return f"properties.{each.id}.{field} = {new}"


def _of_source(lot: random.Random) -> str:
    source, other = lot.choices(list(small_book().sources.values()), k=2)
    field = lot.choice(("label", "title", "publisher", "published", "dated_by", "retrieved"))
    given = getattr(other, field)
    if field in ("published", "retrieved"):
        return f"sources.{source.id}.{field} = {lot.choice((given or '', *DATES))}"
    own = getattr(source, field) or given or source.title or ""
    return f"sources.{source.id}.{field} = {edited(own, [given or 'the Gazette'], lot)}"


def _of_text(lot: random.Random) -> str:
    """A change of the words of a source that a fact rests on, or around them."""
    book = small_book()
    fact = lot.choice([each for each in book.facts.values() if each.evidence])
    chosen = lot.choice(fact.evidence)
    text = book.texts[chosen.source]
    start = text.find(chosen.exact)
    if start < 0:
        return ""
    first, last = text.rfind("\n", 0, start) + 1, text.find("\n", start)
    line = text[first : last if last > 0 else len(text)]
    sentence = lot.choice(line.split(". "))
    others = book.texts[chosen.source].replace("\n", " ").split(". ")
    return f"texts.{chosen.source}.words = {sentence} -> {edited(sentence, others, lot)}" if sentence else ""

"""Small changes to a small book, of the kinds that people and accidents make, for the fuzzing.

A book is its files, as bytes by name. Every change knows what it changes (the data file as text or as
a tree, a page, a source), so that most changed books are still read to the end.
"""

from __future__ import annotations

import hashlib
import re
from collections.abc import Iterator
from copy import deepcopy
from random import Random
from typing import Any

import yaml

from .beside import change_settings, change_signatures
from .oddities import SCALARS, UNITS
from .splicing import Change, Files, put, spliced, text_of, words

DATA = "data/facts.yaml"


def change_page(chance: Random, files: Files) -> None:
    """Splice a page."""
    name = chance.choice([name for name in files if name.startswith("docs/")])
    for _ in range(chance.choice((1, 1, 2, 4))):
        put(files, name, spliced(chance, text_of(files, name), [*UNITS, *UNITS, *SCALARS]))


def change_front_matter(chance: Random, files: Files) -> None:
    """Put a front matter before a page."""
    name = chance.choice([name for name in files if name.startswith("docs/")])
    fields = (
        "title: 44 m",
        "sourced: {narrative: false, why: x}",
        "sourced: x",
        "myst: {a: b}",
        "a: [",
        "*a",
        "- b",
    )
    front = "\n".join(chance.sample(fields, chance.randint(0, 3)))
    put(files, name, f"---\n{front}\n---\n\n{text_of(files, name)}")


def change_source(chance: Random, files: Files) -> None:
    """Splice a source; most times its hash is recorded anew."""
    name = chance.choice([name for name in files if name.startswith("seeds/")])
    pieces = [
        "\n\n",
        "\n",
        "“",
        "”",
        '"',
        "Ames said that ",
        "he said",
        ". ",
        "not ",
        "\r\n",
        "\t",
        "It ",
        *SCALARS,
    ]
    put(files, name, spliced(chance, text_of(files, name), pieces))
    if chance.random() < 0.9:
        rehash(files)


def change_data_text(chance: Random, files: Files) -> None:
    """Splice the data file as text, or its lines."""
    text = text_of(files, DATA)
    if chance.random() < 0.5:
        marks = [
            ": ",
            "\n  ",
            "- ",
            "{",
            "}",
            "[",
            "]",
            '"',
            "'",
            "|",
            ">",
            "&a ",
            "*a ",
            "!x ",
            "<<: ",
            "# ",
            "\t",
        ]
        put(files, DATA, spliced(chance, text, marks))
        return
    lines = text.splitlines(keepends=True)
    start = chance.randrange(len(lines))
    end = start + chance.choice((1, 1, 2, 6))
    moved = lines[start:end] * chance.choice((0, 1, 2))
    place = chance.randrange(len(lines))
    rest = lines[:start] + lines[end:]
    put(files, DATA, "".join(rest[:place] + moved + rest[place:]))


def change_data_tree(chance: Random, files: Files) -> None:
    """Change values, keys and shapes of the data file, which stays YAML."""
    tree = yaml.load(text_of(files, DATA), yaml.CBaseLoader)
    for _ in range(chance.choice((1, 1, 1, 2, 3, 6))):
        holder, step = chance.choice(list(_places(tree)))
        _change_node(chance, tree, holder, step)
    style = chance.choice((None, None, '"', "'"))
    put(files, DATA, _dumped(tree, style, chance.choice((60, 4000))))


def _dumped(tree: Any, style: str | None = None, width: int = 80) -> str:
    """A tree as YAML, by the quick library where it can."""
    how: dict[str, Any] = {
        "allow_unicode": True,
        "sort_keys": False,
        "default_style": style,
        "width": width,
    }
    try:
        return str(yaml.dump(tree, Dumper=yaml.CDumper, **how))
    except UnicodeEncodeError:  # half a pair of surrogates
        return str(yaml.dump(tree, **how))


def _change_node(chance: Random, tree: Any, holder: Any, step: Any) -> None:
    value = holder[step]
    what = chance.random()
    if what < 0.12:
        del holder[step]
    elif what < 0.2 and isinstance(holder, dict):
        holder[chance.choice([*holder, *map(str, SCALARS[:20]), "also", "gloss", "by", "when"])] = value
    elif what < 0.3:
        other, at = chance.choice(list(_places(tree)))
        holder[step] = deepcopy(other[at])
    elif what < 0.36:
        holder[step] = chance.choice(([value], {"x": value}, [], {}, [value, value]))
    elif isinstance(value, str):
        typed = (chance.choice(SCALARS), words(chance), spliced(chance, value, SCALARS), value * 3)
        holder[step] = chance.choice(typed)


def _places(tree: Any) -> Iterator[tuple[Any, Any]]:
    """Every mapping or list with each of its keys or numbers."""
    for step, child in list(tree.items()) if isinstance(tree, dict) else list(enumerate(tree)):
        yield tree, step
        if isinstance(child, (dict, list)):
            yield from _places(child)


def quote_again(chance: Random, files: Files) -> None:
    """Give a fact words that really stand in a source, and read some of them as a name or a date."""
    tree = yaml.load(text_of(files, DATA), yaml.CBaseLoader)
    source, entry = chance.choice(list(tree["sources"].items()))
    text = text_of(files, f"seeds/{entry['file']}").split()
    start = chance.randrange(len(text))
    taken = text[start : start + chance.randint(1, 25)]
    evidence: dict[str, Any] = {"source": source, "exact": " ".join(taken)}
    if chance.random() < 0.3:
        taken[chance.randrange(len(taken))] = "…"
        evidence["exact"] = " ".join(taken)
    keys = sorted({chance.choice(taken).strip(".,“”") or "It" for _ in range(chance.randint(0, 3))})
    if keys:
        evidence["gloss"] = {
            key: chance.choice([*SCALARS[8:40], "ames", "elm-bridge", "ames"]) or "x" for key in keys
        }
    fact = chance.choice(list(tree["facts"].values()))
    fact["evidence"] = [evidence, *fact.get("evidence", [])][: chance.randint(1, 2)]
    fact["statement"] = words(chance, 12) if chance.random() < 0.5 else evidence["exact"]
    if chance.random() < 0.5:
        fact["by"] = chance.choice(("ames", "mayor", "nobody"))
    put(files, DATA, _dumped(tree))


def change_bytes(chance: Random, files: Files) -> None:
    """Change the bytes of any file."""
    name = chance.choice(list(files))
    old = files[name]
    at = chance.randint(0, len(old))
    put = chance.choice((b"\0", b"\xff", b"\xef\xbb\xbf", b"\r", b"\xe2\x80", b"\xed\xa0\x80", b"\x1b[2J"))
    files[name] = chance.choice(
        (
            old[:at],
            b"",
            old[:at] + put + old[at:],
            old.replace(b"\n", b"\r\n"),
            old.decode("utf-8", "replace").encode("utf-16"),
        )
    )


def drop_file(chance: Random, files: Files) -> None:
    """Take a file away, or give it another name."""
    content = files.pop(chance.choice(list(files)))
    if chance.random() < 0.5:
        files[
            chance.choice(("docs/more.md", "docs/_x/y.md", "docs/é.md", "docs/a/b/index.md", "seeds/new.txt"))
        ] = content


CHANGES: dict[Change, int] = {
    change_page: 26,
    change_front_matter: 4,
    change_source: 14,
    change_data_text: 8,
    change_data_tree: 26,
    quote_again: 18,
    change_bytes: 2,
    drop_file: 2,
    change_settings: 4,
    change_signatures: 6,
}
"""How often each change is made."""


def changed(chance: Random, book: Files) -> Files:
    """The book with a few changes."""
    files = dict(book)
    for change in chance.choices(
        list(CHANGES), list(CHANGES.values()), k=chance.choice((0, 1, 1, 1, 2, 3, 5))
    ):
        try:
            change(chance, files)
        except (KeyError, IndexError, ValueError, TypeError, AttributeError, yaml.YAMLError):
            continue  # an earlier change left nothing that this one could work on
    return files


def rehash(files: Files) -> None:
    """Record the sources as they are now."""
    text = text_of(files, DATA)
    for name, content in files.items():
        if name.startswith("seeds/"):
            digest = hashlib.sha256(content).hexdigest()
            file = re.escape(name.removeprefix("seeds/"))
            text = re.sub(
                rf"(file: ['\"]?{file}['\"]?,?\s+sha256: )['\"]?[0-9a-f]+['\"]?", rf"\g<1>{digest}", text
            )
    put(files, DATA, text)

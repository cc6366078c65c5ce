"""A small book with nothing wrong in it, for the fuzzing, and all that a build would show of a book."""

from __future__ import annotations

import re
from pathlib import Path
from random import Random

from sourced.account.checked import account
from sourced.account.facts import subjects
from sourced.account.introducing import Introductions
from sourced.account.names import name_rows
from sourced.account.sources.source import source_view
from sourced.account.tally import tally
from sourced.book.findings import InputError
from sourced.book.loading import load_book
from sourced.chain.disagreements import disagreements
from sourced.chain.library import Library
from sourced.chain.reading import read_pages
from sourced.chain.sharing.sharedtext import shared_text
from sourced.page.page import Page
from sourced.pictures import NARROW, make_picture
from sourced.pictures.request import LocatorRequest, PeopleRequest, SourcingRequest
from sourced.pictures.timeline.data import timeline
from sourced.pictures.timeline.drawing import draw_timeline

from .splicing import Files, put, text_of

BOOK: dict[str, str] = {
    "seeds/gazette.txt": """The Elm Bridge is 40 metres long. It was opened on 3 May 1901 by the mayor.

Berit Ames said on Sunday that the bridge “was never closed, not even in the flood of 1899”, and that at least
nine boats had passed. His son, Jon Ames, denied this. “It was closed twice,” he said. “I saw it.”
Ames added that the bridge was painted green.

According to the Herald, hundreds of people reportedly came, two days before 9/11. More news: subscribe here
""",
    "seeds/herald.txt": """The Elm Bridge, north of Alder, is 41 metres long.
The mayor has not confirmed this.
""",
    "docs/index.md": """# The bridge

The Elm Bridge is {fact}`bridge-length` long, and in another report {fact}`41 metres <length-by-herald>`.
The bridge was opened on {fact}`bridge-opened`; Berit Ames is the father of {fact}`son-of-ames`.
On 5 May 1901 Berit Ames said that it {quote}`claim`.

No source names its builder. {evidence}`no-builder`
This page is short. {own}`about the page`

```{toctree}
more
```
""",
    "docs/more.md": """# More

| What | How long |
| - | - |
| {name}`elm-bridge` | {fact}`bridge-length` or {fact}`length-by-herald` |
""",
    "data/facts.yaml": """sources:
  gazette: {file: gazette.txt, sha256: "0", title: A bridge, publisher: Gazette, published: 1901-05-06,
    aside: [{from: More news, to: here, why: not the article}]}
  herald: {file: herald.txt, sha256: "0", label: the Herald, published: 1901-05/1901-06, dated-by: a guess}
names:
  elm-bridge: {kind: place, name: Elm Bridge, also: [the bridge], about: a bridge 40 metres long}
  ames: {kind: person, name: Berit Ames}
  jon-ames: {kind: person, name: Jon Ames, about: his son}
  mayor: {kind: office, name: Mayor, also: [the mayor], thread: town}
properties:
  length: {title: Length, single: true, says: {elm-bridge: The reports differ.}}
  opened: {title: Opened, single: true}
  son: {title: Son, relation: father of}
facts:
  bridge-length: {about: elm-bridge, property: length, value: 40 metres,
    statement: The Elm Bridge is 40 metres long.,
    evidence: [{source: gazette, exact: The Elm Bridge is 40 metres long}]}
  length-by-herald: {about: elm-bridge, property: length, value: 41 metres,
    statement: The Elm Bridge is 41 metres long.,
    evidence: [{source: herald, exact: The Elm Bridge … is 41 metres long, suffix: .}]}
  bridge-opened: {about: elm-bridge, property: opened, value: 1901-05-03, when: 1901-05-03,
    statement: The Elm Bridge was opened on 3 May 1901.,
    evidence: [{source: gazette, exact: It was opened on 3 May 1901, gloss: {It: elm-bridge}}]}
  claim: {about: elm-bridge, property: opened, by: ames, when: 1901-05-05, as-of: 1901-05-06,
    statement: Berit Ames said on 5 May 1901 that the bridge was never closed.,
    evidence: [{source: gazette, exact: "was never closed, not even in the flood"},
      {source: gazette, exact: Berit Ames said on Sunday that the bridge, gloss: {Sunday: 1901-05-05}}]}
  twice: {about: elm-bridge, property: opened, by: jon-ames, statement: It was closed twice., unused: so,
    evidence: [{source: gazette, exact: It was closed twice, gloss: {It: elm-bridge}}]}
  painted: {about: elm-bridge, property: opened, by: jon-ames, unused: so,
    statement: Jon Ames added that the bridge was painted green.,
    evidence: [{source: gazette, exact: Ames added that the bridge was painted, gloss: {Ames: jon-ames}}]}
  son-of-ames: {about: ames, property: son, value: jon-ames, statement: Jon Ames is the son of Berit Ames.,
    evidence: [{source: gazette, exact: "His son, Jon Ames", gloss: {His: ames}}]}
  no-builder: {about: elm-bridge, property: opened, statement: No source names its builder.,
    absent: [builder]}
""",
}


_ENTRY = re.compile(r"^  ([\w-]+): \{.*\n(?:    .*\n)*", re.MULTILINE)
"""An entry of the data file."""


def some_of(chance: Random, files: Files) -> Files:
    """The book with some of its facts and what pages say of these: it is judged sooner."""
    data, start = text_of(files, "data/facts.yaml"), text_of(files, "data/facts.yaml").index("\nfacts:")
    facts = [match[1] for match in _ENTRY.finditer(data, start)]
    kept = set(chance.sample(facts, chance.choice((1, 2, 2, 3, 3, 4, len(facts)))))
    gone = re.compile("|".join(rf"\b{fact}\b" for fact in facts if fact not in kept) or r"\Z(?!)")
    some = dict(files)
    entries = _ENTRY.sub(lambda match: match[0] if match[1] in kept else "", data[start:])
    put(some, "data/facts.yaml", data[:start] + entries)
    for name in ("docs/index.md", "docs/more.md"):
        lines = text_of(files, name).splitlines(keepends=True)
        put(some, name, "".join(line for line in lines if not gone.search(line)))
    return some


def show_all(root: Path) -> None:
    """Make what generated pages, cards and pictures show of a book that can be read."""
    try:
        book = load_book(root)
        library, pages = Library(book), read_pages(book)
    except InputError:
        return
    account(book, pages, library)
    disagreements(library)
    subjects(library, {})
    name_rows(library, {})
    tally(library, [*book.facts, "lost"])
    introductions = Introductions(library)
    for page in pages:
        for named in introductions.find(page.text):
            introductions.of(named.id)
    for source in book.sources:
        source_view(library, source)
        for other in book.sources:
            shared_text(library, source, other)
    draw_all(library, pages)


def draw_all(library: Library, pages: list[Page]) -> None:
    """Make every picture."""
    facts = tuple(library.book.facts)
    roles = {"centre": facts[:1], "distance": facts[1:3], "nearby": facts[3:]}
    requests = (
        PeopleRequest(ident="x"),
        LocatorRequest(ident="x", roles=roles),
        SourcingRequest(ident="x"),
    )
    for request in requests:
        list(request.problems(library))
        picture = make_picture(library, request, lambda: pages)
        if picture.draw:
            picture.draw(NARROW, "x", lambda fact: f"#{fact}")
    line = timeline(library, scales=("1901", "1901-05"), labels=dict.fromkeys(facts, "closed"))
    if line.events:
        draw_timeline(line, NARROW, "x", lambda label: f"#{label}")

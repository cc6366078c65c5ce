"""What a data file may hold: sources, names, properties and facts.

The types mirror ``data/facts.yaml`` one to one; the JSON Schema of that file is
generated from them, and their field descriptions are its documentation.
Every scalar is a string in the file; what it means is read by the atoms.
"""

from __future__ import annotations

from typing import Annotated, Literal

from msgspec import Meta, Struct, field

Difference = Literal["contradiction", "time", "precision", "wording"]
MOST = 100
"""Of what is looked for one by one: glosses in their quotation, absent words in all sources."""

Text = Annotated[str, Meta(min_length=1)]
Id = Annotated[
    str,
    Meta(
        pattern=r"^[a-z0-9]+(?:-[a-z0-9]+)*$(?!\n)",  # in Python, `$` alone lets a line break pass
        description="Lower-case ASCII words joined by hyphens.",
        extra={"form": "lower-case ASCII words joined by hyphens"},
    ),
]


Sum = Annotated[
    str,
    Meta(
        pattern=r"^[0-9a-f]{64}$(?!\n)",
        description="64 hexadecimal digits in lower case.",
        extra={"form": "64 hexadecimal digits in lower case"},
    ),
]
Number = Annotated[
    str,
    Meta(
        pattern=r"^[1-9][0-9]{0,5}$(?!\n)",
        description="A whole number from 1.",
        extra={"form": "a whole number from 1"},
    ),
]
Address = Annotated[
    str,
    Meta(
        pattern=r"^https?://[^\s/?#@\x00-\x20]+(?:[/?#][^\s\x00-\x20]*)?$(?!\n)",
        description="An address that begins with `https://` or `http://`. It is never fetched.",
        extra={"form": "an address that begins with https:// or http://"},
    ),
]


# gc=False: entries hold nothing but text and other entries, never themselves.
class Entry(Struct, frozen=True, forbid_unknown_fields=True, rename="kebab", gc=False):
    """A mapping of the data file. Keys are kebab-case there, snake_case here."""


class Aside(Entry, frozen=True, kw_only=True):
    """A passage of a source that no fact may rest on, such as page furniture."""

    from_: Annotated[Text, Meta(description="The first words of the passage.")] = field(name="from")
    to: Annotated[Text | None, Meta(description="Its last words; absent, `from` is all of it.")] = None
    every: Annotated[
        bool, Meta(description="Every line that is `from`, such as the running head of each page.")
    ] = False
    why: Annotated[Text, Meta(description="Why no fact may rest on it.")]


class Original(Entry, frozen=True, kw_only=True):
    """The file that the text of a source was made from, kept beside it."""

    file: Annotated[Text, Meta(description="Its file name in `seeds/`.")]
    sha256: Annotated[Sum, Meta(description="SHA-256 of the file's bytes.")]


class Source(Entry, frozen=True, kw_only=True):
    """One article in `seeds/`."""

    id: Id = ""
    file: Annotated[Text, Meta(description="Its file name in `seeds/`.")]
    sha256: Annotated[Sum, Meta(description="SHA-256 of the file's bytes: 64 hexadecimal digits.")]
    original: Annotated[
        Original | None, Meta(description="The PDF or HTML file in `seeds/` that the text was made from.")
    ] = None
    first_page: Annotated[
        Number | None,
        Meta(description="The number of its first page, if not 1; in the file a form feed begins a page."),
    ] = None
    label: Annotated[
        Text | None, Meta(description="What running text calls it, such as `The Daily Gazette`.")
    ] = None
    title: Annotated[Text | None, Meta(description="Its headline, where the file has one.")] = None
    publisher: Annotated[Text | None, Meta(description="Who published it, where the file says so.")] = None
    published: Annotated[
        Text | None, Meta(description="When, in EDTF; an interval where no date is stated.")
    ] = None
    dated_by: Annotated[
        Text | None, Meta(description="How `published` was inferred, where it is not stated.")
    ] = None
    address: Annotated[Address | None, Meta(description="Where it was read: an address on the web.")] = None
    retrieved: Annotated[Text | None, Meta(description="When it was read there, in EDTF.")] = None
    archive: Annotated[Address | None, Meta(description="Where a copy of it is kept: an address.")] = None
    aside: Annotated[tuple[Aside, ...], Meta(description="Its passages that no fact may rest on.")] = ()

    @property
    def shown(self) -> str:
        """What running text calls this source."""
        return self.label or self.publisher or self.title or self.id


class Name(Entry, frozen=True, kw_only=True):
    """Someone or something that has a name, with every spelling in use."""

    id: Id = ""
    kind: Annotated[Text, Meta(description="person, group, place, event, work, office, people, term, …")]
    name: Annotated[Text, Meta(description="The spelling that the book prints.")]
    also: Annotated[tuple[Text, ...], Meta(description="Other spellings, in sources or in prose.")] = ()
    about: Annotated[Text | None, Meta(description="A few words that tell who or what it is.")] = None
    thread: Annotated[
        Text | None,
        Meta(description="The thread of a timeline that facts about it belong to, such as `talks`."),
    ] = None
    draft: Annotated[bool, Meta(description="Proposed and not yet taken over: nothing knows it.")] = False


class Property(Entry, frozen=True, kw_only=True):
    """What a fact says of its subject, such as `length`."""

    id: Id = ""
    title: Annotated[Text, Meta(description="What tables call it.")]
    single: Annotated[bool, Meta(description="Two different values are a disagreement.")] = False
    difference: Annotated[
        Difference | None,
        Meta(
            description="How values in words differ, where neither numbers nor dates tell: "
            "a contradiction unless stated; `wording` also parts one figure that is told of two things."
        ),
    ] = None
    says: Annotated[
        dict[Id, Text],
        Meta(
            description="Where its values differ: for each subject, what the book says of the difference, "
            "and why."
        ),
    ] = field(default_factory=dict)
    relation: Annotated[
        Text | None,
        Meta(description="Where it ties one name to another: the words between them, such as `son of`."),
    ] = None
    thread: Annotated[
        Text | None,
        Meta(description="The thread of a timeline that its facts belong to, unless their subject has one."),
    ] = None


class Evidence(Entry, frozen=True, kw_only=True):
    """A quotation with its source (W3C Web Annotation TextQuoteSelector)."""

    source: Annotated[Id, Meta(description="The source that holds the words.")]
    exact: Annotated[Text, Meta(description="The words of the source, as they stand; `…` leaves words out.")]
    prefix: Annotated[Text | None, Meta(description="Words just before, where `exact` stands twice.")] = None
    suffix: Annotated[Text | None, Meta(description="Words just after, where `exact` stands twice.")] = None
    page: Annotated[
        Text | None, Meta(description="On which page the words stand, where the file has no form feeds.")
    ] = None
    section: Annotated[Text | None, Meta(description="Under which heading, or in which chapter.")] = None
    gloss: Annotated[
        dict[Text, Text],
        Meta(
            description="What words of the quotation mean: a name's ID, or a date in EDTF.",
            max_length=MOST,
        ),
    ] = field(default_factory=dict)


class Fact(Entry, frozen=True, kw_only=True):
    """One statement about one subject, with its evidence."""

    id: Id = ""
    about: Annotated[Id, Meta(description="The name that it is about.")]
    property: Annotated[Id, Meta(description="Which property of it.")]
    value: Annotated[
        Text | None, Meta(description="What a page prints: number with unit, EDTF date, name's ID, words.")
    ] = None
    statement: Annotated[Text, Meta(description="The fact as one sentence, in the book's own words.")]
    by: Annotated[Id | None, Meta(description="Who says so, where it is not the reporter.")] = None
    when: Annotated[Text | None, Meta(description="When it happened, in EDTF.")] = None
    as_of: Annotated[Text | None, Meta(description="When the source knew it, in EDTF.")] = None
    evidence: Annotated[tuple[Evidence, ...], Meta(description="The quotations that it rests on.")] = ()
    absent: Annotated[
        tuple[Text, ...],
        Meta(
            description="For a fact that something is in no source: the words that would show otherwise.",
            max_length=MOST,
        ),
    ] = ()
    unused: Annotated[Text | None, Meta(description="Why no page uses it.")] = None
    draft: Annotated[
        bool, Meta(description="Proposed and not yet taken over: no page may cite it, and nothing tells it.")
    ] = False
    formerly: Annotated[
        tuple[Id, ...], Meta(description="IDs that it had before: links to them still lead here.")
    ] = ()


class DataFile(Entry, frozen=True, kw_only=True):
    """The whole of `data/facts.yaml`."""

    language: Annotated[
        Text,
        Meta(description="The language of sources and pages; the checks know English, `en`, and no other."),
    ] = "en"
    sources: Annotated[dict[Id, Source], Meta(description="The articles, each by an ID of your choice.")] = (
        field(default_factory=dict)
    )
    names: Annotated[dict[Id, Name], Meta(description="Who and what has a name, each by its ID.")] = field(
        default_factory=dict
    )
    properties: Annotated[
        dict[Id, Property], Meta(description="What facts may say of their subjects, each by its ID.")
    ] = field(default_factory=dict)
    facts: Annotated[dict[Id, Fact], Meta(description="The facts, each by its ID.")] = field(
        default_factory=dict
    )

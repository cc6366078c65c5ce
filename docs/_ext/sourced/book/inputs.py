"""What can be wrong with a book's files before anything is checked: the input codes.

Every problem that stops loading carries one of these codes. They are declared
here once; the reference page of codes is made from the same table.
"""

from __future__ import annotations

from msgspec import Struct

from .findings import Finding


class InputCode(Struct, frozen=True, kw_only=True):
    """One kind of unreadable input: its stable code, what it stops, what to do."""

    code: str
    stops: str
    hint: str


_TABLE = (
    ("file-missing", "A file or folder of the book that is not there.", "Create it, or correct the name."),
    (
        "file-unreadable",
        "A file or folder that cannot be read: a folder in place of a file, a missing permission.",
        "Put an ordinary, readable file there.",
    ),
    ("encoding", "A file that is not UTF-8 text.", "Save the file as UTF-8."),
    (
        "yaml-character",
        "Tabs, control characters and unusual line breaks, which editors and YAML do not show alike.",
        "Use spaces and ordinary line breaks; inside double quotes a tab may be written `\\t`.",
    ),
    ("yaml-syntax", "Text that is not YAML.", "Correct the YAML at this place."),
    ("yaml-directive", "A `%` line other than `%YAML 1.1` or `%YAML 1.2`.", "Remove the line."),
    (
        "yaml-document",
        "A data file that holds no document, or more than one.",
        "Keep everything in one document, without a second `---`.",
    ),
    (
        "yaml-duplicate-key",
        "A key that stands twice in one mapping, where one entry would silently replace the other.",
        "Rename one of the two, or merge them.",
    ),
    (
        "yaml-alias",
        "Anchors (`&name`) and aliases (`*name`), which hide what an entry says.",
        "Write the value out; put text that begins with `&` or `*` in quotes.",
    ),
    ("yaml-merge-key", "The merge key `<<`, which hides what an entry says.", "Write the keys out."),
    (
        "yaml-tag",
        "Explicit types such as `!!int` or `!name`: every scalar of the data file is text.",
        "Remove the tag; put text that begins with `!` in quotes.",
    ),
    ("yaml-key", "A key that is not plain text.", "Write a plain word as the key."),
    ("yaml-depth", "Mappings or lists nested far deeper than any data file needs.", "Remove the nesting."),
    ("unknown-key", "A key that has no meaning where it stands.", "Correct or remove the key."),
    ("missing-key", "An entry without a key that it must have.", "Add the key."),
    (
        "wrong-type",
        "A value of another shape than its key takes: a list for text, text for a mapping, nothing at all.",
        "Give the key a value of the kind named.",
    ),
    ("bad-value", "Text that its key does not take, such as an ID with capitals.", "Correct the value."),
    (
        "bad-path",
        "A source file named by a path, or one that leads out of the folder of sources, `seeds/`.",
        "Put the file itself into `seeds/` and give its plain name.",
    ),
    (
        "settings-unreadable",
        "A `sourced.toml` that is no TOML.",
        'Correct it at this place; `docs = "docs"` is a setting.',
    ),
    (
        "language-unknown",
        "A book in another language than English: what it says would pass unread.",
        "Write `language: en`, or leave it out, if sources and pages are in English.",
    ),
    (
        "signature-unreadable",
        "A line of `data/reviewed.jsonl` that is no signature.",
        "Take the line out, and sign again with `sourced review`.",
    ),
)

INPUT_CODES = {code: InputCode(code=code, stops=stops, hint=hint) for code, stops, hint in _TABLE}
"""Every input code, in the order in which loading meets them."""


def problem(
    code: str,
    message: str,
    *,
    file: str,
    place: tuple[int, int] = (1, 1),
    hint: str = "",
    fact: str | None = None,
) -> Finding:
    """A finding with an input code; without a hint of its own it takes the code's."""
    line, column = place
    return Finding(
        file=file,
        line=line,
        column=column,
        code=code,
        message=message,
        hint=hint or INPUT_CODES[code].hint,
        fact=fact,
    )

"""YAML that cannot be read at all: libyaml's errors in plain words, and characters it lets pass."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import NamedTuple

from yaml import MarkedYAMLError, YAMLError

from ...text.place import LineStarts
from ..findings import Finding
from ..inputs import problem


class _Words(NamedTuple):
    message: str
    hint: str
    opening: bool = False
    """Point at the opening of the construct, not at where reading gave up."""


_QUOTE_IT = "If this is text, put the whole value in quotes."
_INDENT = "Give all keys of a mapping, and all `- ` of a list, the same indentation."
_WORDS = {
    "mapping values are not allowed in this context": _Words(
        "a `: ` stands where no key can be", "Put text that holds `: ` in quotes, or mend the indentation."
    ),
    "could not find expected ':'": _Words(
        "this line has no `: ` after its key", "Write `key: value`.", opening=True
    ),
    "did not find expected key": _Words(
        "this is neither a key of the mapping begun above nor an end of it",
        f"{_INDENT} Text after a closing quotation mark belongs inside the quotes.",
    ),
    "did not find expected '-' indicator": _Words(
        "this is neither an item of the list begun above nor an end of it", _INDENT
    ),
    "block sequence entries are not allowed in this context": _Words("no list can begin here", _INDENT),
    "mapping keys are not allowed in this context": _Words("no key can begin here", _QUOTE_IT),
    "did not find expected ',' or ']'": _Words(
        "this list in `[ ]` is not closed, or a `,` is missing", "Close it with `]`.", opening=True
    ),
    "did not find expected ',' or '}'": _Words(
        "this mapping in `{ }` is not closed, or a `,` is missing", "Close it with `}`.", opening=True
    ),
    "found unexpected end of stream": _Words(
        "this quotation mark is never closed", "Close it, or write the text without it.", opening=True
    ),
    "found unexpected document indicator": _Words(
        "this quotation mark is not closed before the end of the document", "Close it.", opening=True
    ),
    "found character that cannot start any token": _Words(
        "no value can begin with this character", _QUOTE_IT
    ),
    "found unknown escape character": _Words(
        "after `\\` stands a character that is no escape",
        "Write `\\\\` for a backslash, or use single quotes.",
    ),
    "did not find expected hexdecimal number": _Words(
        "this escape needs hexadecimal digits", "Write `\\\\` for a backslash, or use single quotes."
    ),
    "found invalid Unicode character escape code": _Words(
        "this escape names no character", "Write the character itself."
    ),
    "did not find expected node content": _Words("a value is missing here", _QUOTE_IT),
    "did not find expected <document start>": _Words(
        "this stands outside of the mapping that the file is", "Let every section begin in column 1."
    ),
    "did not find expected comment or line break": _Words(
        "something stands where the line ought to end", "Begin the text of `|` or `>` on the next line."
    ),
    "found incompatible YAML document": _Words("this version of YAML is not known", ""),
    "found duplicate %YAML directive": _Words("`%YAML` stands twice", ""),
    "found unknown directive name": _Words("no line can begin with `%`", ""),
}

_CODES = (
    ("tag", "yaml-tag"),
    ("anchor", "yaml-alias"),
    ("alias", "yaml-alias"),
    ("directive", "yaml-directive"),
)


def syntax_problem(error: YAMLError, *, file: str) -> Finding:
    """What libyaml says, at the place where a person would look for it."""
    if not isinstance(error, MarkedYAMLError) or error.problem is None:
        return problem("yaml-syntax", f"this is not YAML: {error}", file=file)
    said = f"{error.context or ''} {error.problem}"
    code = next((code for word, code in _CODES if re.search(rf"\b{word}\b", said)), "yaml-syntax")
    words = _WORDS.get(error.problem) or _Words(f"this is not YAML: {said.strip()}", "")
    opening = words.opening or code != "yaml-syntax"
    mark = error.context_mark if opening and error.context_mark else error.problem_mark
    place = (mark.line + 1, mark.column + 1) if mark else (1, 1)
    if "incompatible" in said:
        code = "yaml-directive"
    return problem(code, words.message, file=file, place=place, hint=words.hint)


_UNSEEN = "\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\u2028\u2029\ufeff\ufffe\uffff"
_STRANGE = re.compile(rf"\r(?!\n)|[\t{_UNSEEN}]")
_ESCAPED = re.compile(f"[\r{_UNSEEN}]")
_NAMES = {
    "\t": "a tab",
    "\r": "a carriage return without a line feed",
    "\ufeff": "a byte order mark inside the text",
}


def has_strange(text: str) -> bool:
    """Whether a character stands in it that libyaml reads but an editor shows or counts otherwise.

    libyaml refuses the other control characters by itself; so the text is
    scanned only for these, at the speed of ``memchr``.
    """
    if any(character in text for character in "\t\x85\u2028\u2029\ufeff"):
        return True
    return "\r" in text and text.count("\r") != text.count("\r\n")


def strange_characters(text: str, *, file: str) -> Iterator[Finding]:
    """One finding for each kind of character, at the first of the kind."""
    seen: dict[str, list[int]] = {}
    for match in _STRANGE.finditer(text):
        seen.setdefault(match[0], []).append(match.start())
    lines = LineStarts(text)
    for character, offsets in seen.items():
        more = f", and at {len(offsets) - 1} more places" if len(offsets) > 1 else ""
        message = f"{_named(character)} stands here{more}"
        yield problem("yaml-character", message, file=file, place=lines.place(offsets[0]))


def may_hide_strange(text: str) -> bool:
    """Whether an escape such as ``\\0`` stands in it, by which a value may hold what the text does not."""
    return re.search(r"\\[0abevfrxuUNLP]", text) is not None


def strange_value(value: str) -> str | None:
    """The first unwanted character of a value, in words."""
    match = _ESCAPED.search(value)
    return _named(match[0]) if match else None


def _named(character: str) -> str:
    return _NAMES.get(character, f"the character U+{ord(character):04X}")

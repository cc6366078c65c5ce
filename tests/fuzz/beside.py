"""Changes to what stands beside the pages, the sources and the data: settings, signatures, a project's
``conf.py``, the files that a call is given."""

from __future__ import annotations

from random import Random

from .splicing import Files, put, spliced, spliced_bytes, text_of

SETTINGS, SIGNED = "sourced.toml", "data/reviewed.jsonl"

_SETTINGS = (
    'docs = "docs"\nseeds = "seeds"\ndata = "data"\ntaken-in = true\n',
    'docs = "."\n',
    "taken-in = false\n",
    'seeds = "docs"\n',
    'data = "docs"\nseeds = "data"\n',
    'docs = "docs/"\n[more]\n',
)
_TOML = ('"', "=", "[", "]", "#", "..", "/", "\\", "docs", '"é"', "{", "\n", "1901-05-03", "true", "\0")
_JSON = ('"', ":", "{", "}", "[", "]", ",", "null", "1", "\\u0000", "\\ud800", "\n", "<<<<<<< ours\n", "a")
_CONF = (
    'extensions = ["myst_parser"]\n',
    "extensions = []\n",
    "extensions = [\n    'sphinx.ext.autodoc',  # one, two\n    'myst_parser'\n]\nextensions.append('x')\n",
    'extensions = (\n    "myst_nb",)\n',
    'extensions: list[str] = [\r\n  "myst_parser",\r\n]\r\n',
    'project = "x"\nroot_doc = "more"\n',
    "extensions = [\"é\", 'myst_parser', ]\nexclude_patterns = []\n",
)
_PYTHON = (
    ",",
    "[",
    "]",
    "(",
    '"',
    "'",
    "#",
    "\\",
    "\n",
    '"""',
    "    ",
    "extensions",
    "'sourced.sphinx'",
    "é",
    "\t",
)
_DOCUMENT = (
    "\f",
    "\n\n",
    "\n",
    "<p>",
    "</p>",
    "<!--",
    "-->",
    "&amp;",
    "obj",
    "stream",
    "(",
    ")",
    "<<",
    ">>",
    "%",
)


def change_settings(chance: Random, files: Files) -> None:
    """Say in ``sourced.toml`` that things are elsewhere, rightly or wrongly."""
    text = text_of(files, SETTINGS) if SETTINGS in files else chance.choice(_SETTINGS)
    if chance.random() < 0.5:
        text = spliced(chance, text, _TOML)
    put(files, SETTINGS, text)


def change_signatures(chance: Random, files: Files) -> None:
    """Splice the signatures, or lose, double or mix their lines."""
    text = text_of(files, SIGNED)
    if chance.random() < 0.5:
        put(files, SIGNED, spliced(chance, text, _JSON))
        return
    lines = text.splitlines(keepends=True)
    put(files, SIGNED, "".join(chance.choices(lines, k=chance.randint(0, len(lines)))))


def make_project(chance: Random, files: Files) -> None:
    """Make of a book a project that is to be adopted, or a folder with odd things in it."""
    if chance.random() < 0.9:
        files.pop("data/facts.yaml", None)
    for name in ("conf.py", "docs/conf.py"):
        if chance.random() < 0.5:
            conf = chance.choice(_CONF)
            put(files, name, spliced(chance, conf, _PYTHON) if chance.random() < 0.6 else conf)
    for name in [name for name in files if chance.random() < 0.2]:
        content = files.pop(name)
        if chance.random() < 0.5:
            files[chance.choice(("index.md", "docs/index.rst", "Makefile", "data/x", name + "/x"))] = content


def changed_document(chance: Random, content: bytes) -> bytes:
    """A file that is to be taken in, as it is or changed."""
    for _ in range(chance.choice((0, 0, 1, 1, 3))):
        content = spliced_bytes(chance, content, _DOCUMENT)
    return content


def changed_report(chance: Random, content: bytes) -> bytes:
    """The report of a part of a check, as it is or changed."""
    return spliced_bytes(chance, content, _JSON) if chance.random() < 0.6 else content

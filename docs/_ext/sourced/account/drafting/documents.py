"""A PDF or HTML file as text, by libraries that are asked for only when there is one."""

from __future__ import annotations

import io
import logging
import re
from html import unescape

from msgspec import Struct

from ...text.files import UnreadableError, decode

_HTML = re.compile(
    rb"(?:\xef\xbb\xbf)?\s*(?:<\?xml[^>]*>\s*)?(?:<!--.*?-->\s*)*+<(?:!doctype html|html)\b",
    re.IGNORECASE | re.DOTALL,
)
_UNMAPPED = re.compile(r"\(cid:\d+\)")
_FIELDS = {"title": "title", "sitename": "publisher", "date": "published", "url": "address"}
"""What an HTML page says of itself, and the field of a source that this is."""


class Document(Struct, frozen=True, kw_only=True):
    """What was read of a file."""

    text: str
    is_original: bool
    """Whether the text is not the file itself, which is then kept beside it."""
    said: dict[str, str] = {}
    """What the file says of itself elsewhere than in its text, by the fields of a source."""
    warning: str = ""


class DocumentError(Exception):
    """Why no text can be made of a file, and what to do."""


def read_document(data: bytes, name: str) -> Document:
    """The text of a file, which messages call ``name``."""
    if data.startswith(b"%PDF-"):
        return _from_pdf(data, name)
    if _HTML.match(data):
        return _from_html(data, name)
    try:
        text = decode(data, name)
    except UnreadableError as error:
        raise DocumentError(f"{error.message}; save it as UTF-8 text, or give the PDF or HTML file") from None
    if not text.strip():
        raise DocumentError(f"`{name}` holds no text")
    return Document(text=text, is_original=False)


def _from_pdf(data: bytes, name: str) -> Document:
    """Its pages, each ending in a form feed."""
    try:
        from pdfminer.high_level import extract_text  # late: an optional extra, large, seldom needed
    except ImportError:
        raise DocumentError(_missing("PDF", "pdfminer.six")) from None
    logging.getLogger("pdfminer").setLevel(logging.ERROR)  # it tells of each odd font
    try:
        text = extract_text(io.BytesIO(data))
    except Exception as error:  # whatever is wrong in a file, the library raises it as it comes
        raise DocumentError(f"`{name}` cannot be read as PDF: {error or type(error).__name__}") from None
    text = "\n".join(line.rstrip(" ") for line in text.replace("\0", "").split("\n"))
    if not text.strip():
        raise DocumentError(
            f"`{name}` holds no text, perhaps only pictures of its pages; give its text instead"
        )
    lost = len(_UNMAPPED.findall(text))
    warning = f"{lost} characters have no letter in the PDF and stand as (cid:…)" if lost else ""
    return Document(text=text, is_original=True, warning=warning)


def _from_html(data: bytes, name: str) -> Document:
    """Its article, without the menus around it."""
    try:
        from trafilatura import extract, extract_metadata  # late: an optional extra, large, seldom needed
    except ImportError:
        raise DocumentError(_missing("HTML", "trafilatura")) from None
    try:
        html: str | bytes = data.decode()
    except UnicodeDecodeError:
        html = data
    text = extract(html, include_comments=False, favor_recall=True)
    if not text or not text.strip():
        raise DocumentError(f"`{name}` holds no article that could be read; give its text instead")
    about = extract_metadata(html)
    found = {field: getattr(about, attribute, None) for attribute, field in _FIELDS.items()}
    page = unescape(
        data.decode("utf-8", "replace")
    )  # the library also guesses: only what stands there counts
    said = {field: str(value) for field, value in found.items() if value and str(value) in page}
    return Document(text=f"{text.strip()}\n", is_original=True, said=said)


def _missing(kind: str, library: str) -> str:
    return f"to read {kind} files, install {library}: pip install 'sourced-book[documents]'"

"""The one fold under which texts are compared.

Spaces of every width, typographic quotation marks and dashes fold to their
plain forms, each to one character, so that offsets in the folded text are
offsets in the text itself. Before, hidden characters, ligatures and accents
are made ``plain``. Nothing else folds: not case, not accents.
"""

from __future__ import annotations

import re

from .plain import plain

_SPACES = "\t\u00a0\u1680\u2000\u2001\u2002\u2003\u2004\u2005\u2006\u2007\u2008\u2009\u200a\u202f\u205f\u3000"
_FOLD = {
    **dict.fromkeys(_SPACES, " "),
    **dict.fromkeys("“”„‟«»″", '"'),
    **dict.fromkeys("‘’‚‛′`´", "'"),
    **dict.fromkeys("\u2010\u2011\u2012–—―−", "-"),
}
ELLIPSIS = re.compile(r"\s*(?:\[(?:…|\.\.\.)\]|…|\.\.\.|\. \. \.)\s*")
WORD = re.compile(r"\w+")


def fold(text: str) -> str:
    """``text`` with spaces, quotation marks and dashes in their plain forms; same length."""
    if text.isascii() and "\t" not in text and "`" not in text:
        return text
    for char, simple in _FOLD.items():  # far faster than `translate`, as a text has few of them
        if char in text:
            text = text.replace(char, simple)
    return text


def small(text: str) -> str:
    """``text`` in lower case; same length. A pattern runs thrice as fast on it as with ``IGNORECASE``."""
    lower = text.lower()
    if len(lower) == len(text):
        return lower
    return "".join(char.lower() if len(char.lower()) == 1 else char for char in text)


_SAME = str.maketrans("ſıİ", "sii")


def caseless(text: str) -> str:
    """What ``IGNORECASE`` takes ``text`` for: in lower case, and ``ſ`` is an ``s``, ``ı`` an ``i``."""
    return text.lower() if text.isascii() else text.translate(_SAME).lower()


def squeeze(text: str) -> str:
    """``text`` plain and folded, with every run of white space as one space and none at the ends."""
    return " ".join(fold(plain(text)).split())


def whole(words: str) -> str:
    """A pattern for ``words``, squeezed, where they stand as whole words."""
    return rf"(?<!\w){re.escape(squeeze(words))}(?!\w)"


def holds(text: str, words: str) -> bool:
    """Whether ``words`` stand in ``text`` as whole words, whatever their case."""
    return re.search(whole(words), squeeze(text), re.IGNORECASE) is not None

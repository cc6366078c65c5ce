"""Drawings on paper: their anchors are made those of their page, and one that is too high is left out."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable

TALLEST = 1.4
"""As high as this times its width a drawing may be; a higher one would be cut. Its text tells the same."""
_SHAPE = re.compile(r'viewBox="\S+ \S+ (\S+) (\S+)"')
_NAMED = re.compile(r'(?P<before> (?:id|aria-labelledby|aria-describedby)=")(?P<anchors>[^"]+)')
_PAINTED = re.compile(r"(?P<before>url\(#)(?P<anchors>[^)]+)")
_LINKED = re.compile(r'(?<= href=")[^"]+')


def printed(versions: Iterable[str], own: Callable[[str], str], address: Callable[[str], str]) -> list[str]:
    """The versions of a drawing for paper; an empty one does not fit.

    ``own`` makes an anchor one of its page, ``address`` does so with what a link leads to.
    """

    def rename(found: re.Match[str]) -> str:
        return found["before"] + " ".join(map(own, found["anchors"].split()))

    def lead(found: re.Match[str]) -> str:
        return address(found[0])

    return [
        _LINKED.sub(lead, _PAINTED.sub(rename, _NAMED.sub(rename, drawing))) if _fits(drawing) else ""
        for drawing in versions
    ]


def _fits(drawing: str) -> bool:
    """Of a drawing in parts that stand below each other, whether each fits."""
    return all(float(high) <= float(wide) * TALLEST for wide, high in _SHAPE.findall(drawing))

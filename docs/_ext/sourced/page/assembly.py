"""From what stands beside each other in a block to its sentences."""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from dataclasses import dataclass, field
from typing import Literal

from ..text.sentences import Span, split_sentences
from .lines import Anchors
from .page import Citation, Piece, PieceKind, Sentence

Kind = Literal["prose", "heading", "label", "quote"]
"""The kinds of sentences that flow; code does not."""

_BEGUN = re.compile(r"[“\"][^“”\"]+[”\"] [^“”\"]+")
"""A quotation and, behind it, who says it."""
_GONE_ON = re.compile(r"[“\"][^“”\"]+[”\"][.!?]?")
"""A quotation and nothing else."""
_OBJECT = "\ufffc"
"""Stands for what is no prose (code, a formula) while sentences are divided."""


@dataclass(frozen=True, slots=True)
class Own:
    """The reason of ``{own}`reason```."""

    reason: str


@dataclass(frozen=True, slots=True)
class Mark:
    """Something said about the sentence at an index of the text."""

    index: int
    start: int
    said: Citation | Own
    behind: bool
    """It prints no words, so directly behind a full stop it still belongs to the sentence ended."""


@dataclass(slots=True)
class Flow:
    """What stands beside each other in a paragraph, heading or cell, in reading order."""

    pieces: list[Piece] = field(default_factory=list)
    shadow: list[str] = field(default_factory=list)
    """The text of each piece as it is divided into sentences."""
    length: int = 0
    marks: list[Mark] = field(default_factory=list)

    def words(self, text: str, index: int, anchors: Anchors) -> None:
        """Add plain words that start at ``index`` of the block's text."""
        while text:
            jump = anchors.after(index)
            here = text if jump is None else text[: jump - index]
            self.add(here, anchors.at(index))
            text = text[len(here) :]
            index += len(here)

    def add(
        self, text: str, start: int, kind: PieceKind = "text", target: str = "", chosen: bool = False
    ) -> None:
        """Add one piece; words that follow directly on words become one piece with them."""
        last = self.pieces[-1] if self.pieces else None
        if kind == "text" and last and last.kind == "text" and last.start + len(last.text) == start:
            self.pieces[-1] = Piece(text=last.text + text, start=last.start)
            self.shadow[-1] += text
        else:
            self.pieces.append(Piece(text=text, start=start, kind=kind, target=target, chosen=chosen))
            self.shadow.append(text)
        self.length += len(text)

    def code(self, text: str, index: int, anchors: Anchors) -> None:
        """Add code, which a reader reads as words; its full stops end no sentence."""
        while text:
            jump = anchors.after(index)
            here = text if jump is None else text[: jump - index]
            self.pieces.append(Piece(text=here, start=anchors.at(index)))
            self.shadow.append(_OBJECT * len(here))
            self.length += len(here)
            text = text[len(here) :]
            index += len(here)

    def gap(self, start: int) -> None:
        """Add the place of something that is no prose: it divides words, and reads as a space."""
        self.pieces.append(Piece(text=" ", start=start))
        self.shadow.append(_OBJECT)
        self.length += 1

    def mark(self, said: Citation | Own, start: int, *, behind: bool) -> None:
        """Say something about the sentence that stands here."""
        self.marks.append(Mark(self.length, start, said, behind))


@dataclass(slots=True)
class _Draft:
    start: int
    end: int
    pieces: list[Piece] = field(default_factory=list)
    marks: list[Mark] = field(default_factory=list)

    @property
    def empty(self) -> bool:
        """Whether it says nothing: no letter, no digit, no mark."""
        return not self.marks and not any(map(str.isalnum, "".join(piece.text for piece in self.pieces)))

    def sentence(self, kind: Kind) -> Sentence:
        said = [mark.said for mark in self.marks]
        owns = [mark.reason for mark in said if isinstance(mark, Own)]
        return Sentence(
            # A sentence without words still has a place.
            pieces=tuple(self.pieces) or (Piece(text="", start=self.marks[0].start),),
            cites=tuple(mark for mark in said if isinstance(mark, Citation)),
            kind=kind,
            own=owns[0] if owns else None,
        )


def sentences(flow: Flow, kind: Kind = "prose") -> list[Sentence]:
    """The sentences of a flow. A heading is one sentence, whatever it holds."""
    text = "".join(piece.text for piece in flow.pieces)
    spans = [] if kind == "heading" else _spans(flow)
    drafts = [_trimmed(text, *span) for span in spans or [(0, len(text))]]
    starts = [draft.start for draft in drafts]
    _deal(flow, drafts, starts)
    for mark in flow.marks:
        if mark.behind:
            owner = max(bisect_left(starts, mark.index) - 1, 0)
        else:
            owner = _around(drafts, starts, mark.index)
        drafts[owner].marks.append(mark)
    return [draft.sentence(kind) for draft in _joined(text, drafts) if not draft.empty]


def _joined(text: str, drafts: list[_Draft]) -> list[_Draft]:
    """The same, a quotation that goes on behind its speaker joined to its beginning, where one of both cites.

    `“I am not angry,” she said. “I am tired.”` is one speech, and what is said of one part holds for both.
    """
    joined: list[_Draft] = []
    for draft in drafts:
        last = joined[-1] if joined else None
        if (
            last
            and bool(last.marks) != bool(draft.marks)
            and _BEGUN.fullmatch(text, last.start, last.end)
            and _GONE_ON.fullmatch(text, draft.start, draft.end)
        ):
            if last.pieces and draft.pieces:
                gap = Piece(text=" ", start=draft.pieces[0].start)
                last.pieces += [gap, *draft.pieces]
            last.marks += draft.marks
            last.end = draft.end
        else:
            joined.append(draft)
    return joined


def _spans(flow: Flow) -> list[Span]:
    """Sentences as the shadow divides them, except that what one role prints is never divided."""
    whole: list[Span] = []
    at = 0
    for piece in flow.pieces:
        if piece.kind != "text":
            whole.append((at, at + len(piece.text)))
        at += len(piece.text)
    spans: list[Span] = []
    for start, end in split_sentences("".join(flow.shadow)):
        near = bisect_left(whole, (start, 0)) - 1
        if spans and near >= 0 and whole[near][0] < start < whole[near][1]:
            spans[-1] = (spans[-1][0], end)
        else:
            spans.append((start, end))
    return spans


def _trimmed(text: str, start: int, end: int) -> _Draft:
    inner = text[start:end]
    left = len(inner) - len(inner.lstrip())
    return _Draft(start + left, max(start + left, start + len(inner.rstrip())))


def _deal(flow: Flow, drafts: list[_Draft], starts: list[int]) -> None:
    """Give each sentence its pieces, cutting plain words where sentences meet."""
    at = 0
    for piece in flow.pieces:
        end = at + len(piece.text)
        if piece.kind != "text":
            drafts[_around(drafts, starts, at)].pieces.append(piece)
            at = end
            continue
        for draft in drafts[max(bisect_right(starts, at) - 1, 0) :]:
            if draft.start >= end:
                break
            first, last = max(draft.start, at), min(draft.end, end)
            if first < last:
                cut = Piece(text=piece.text[first - at : last - at], start=piece.start + first - at)
                draft.pieces.append(cut)
        at = end


def _around(drafts: list[_Draft], starts: list[int], index: int) -> int:
    """The sentence that an index stands in, or else the one that follows, or else the last."""
    owner = max(bisect_right(starts, index) - 1, 0)
    if index >= drafts[owner].end and owner + 1 < len(drafts):
        owner += 1
    return owner

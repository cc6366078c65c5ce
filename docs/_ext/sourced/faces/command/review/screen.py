"""One unit beside its evidence, in a terminal of any width, with colours or without."""

from __future__ import annotations

from collections.abc import Iterable
from shutil import get_terminal_size
from textwrap import wrap
from typing import TextIO

from rich.console import Console, ConsoleDimensions
from rich.padding import Padding
from rich.rule import Rule
from rich.text import Text

from ....account.facts import brief_date
from ....account.proofs import Piece, Proof
from ....account.reviewing import Former, Item
from ....text.fold import squeeze
from ..reports import plain

SHOWN = 4
"""So many quotations are shown at once."""
_HOLD = "\N{NO-BREAK SPACE}"
_MARKED, _QUOTED, _AROUND, _HEAD = "bold yellow underline", "bold", "dim", "bold cyan"
_CHANGED = {
    "kept": ("", "", ""),
    "gone": ("red strike", "[-", "-]"),
    "new": ("green underline", "{+", "+}"),
}


class Screen:
    """Writes units for a reader. What colours and underlining say is said by signs where there are none."""

    def __init__(self, output: TextIO) -> None:
        self._console = Console(file=output, markup=False, highlight=False, emoji=False)
        self._bare = self._console.color_system is None

    def show(self, item: Item, *, number: int, of: int, everything: bool = False) -> None:
        """One item: what and where, its text, why it has to be read, what changed, its evidence."""
        unit = item.judged.unit
        # By itself it takes a dumb terminal to have 80 columns.
        self._console.size = ConsoleDimensions(*get_terminal_size())
        self._console.print(Rule(style=_AROUND))
        self._say(f"{number} of {of}  {unit.kind}  {item.place}", _HEAD, indent=0)
        self._put(self._pieces(item.marked, _MARKED))
        self._say(f"Why: {'; '.join(item.judged.reasons)}", indent=0)
        for line in item.context:
            self._say(line[:1].upper() + line[1:], indent=0)
        if item.former:
            self._former(item.former)
        shown = item.proofs if everything else item.proofs[:SHOWN]
        fact = ""
        for index, proof in enumerate(shown, 1):
            self._proof(index, proof, same=proof.fact == fact, unit=unit.text)
            fact = proof.fact
        if not item.proofs:
            self._say("It rests on no quotation.", indent=0)
        if len(shown) < len(item.proofs):
            self._say(f"… and {len(item.proofs) - len(shown)} more quotations: m shows them.", indent=0)

        if len(shown) > 1:  # it may have moved out of sight
            self._put(self._pieces(item.marked, _MARKED))

    def offer(self, keys: Iterable[str]) -> None:
        """Which keys there are; none is parted from its meaning at the end of a line."""
        whole = "  ".join(key.replace(" ", _HOLD) for key in keys)
        for line in wrap(whole, self._console.width):
            self.say(line.replace(_HOLD, " "))

    def say(self, words: str) -> None:
        """A line of the program's own."""
        self._say(words, _HEAD, indent=0)

    def _former(self, former: Former) -> None:
        note = f" (“{former.signature.note}”)" if former.signature.note else ""
        self._say(f"Signed on {former.signature.on}{note}. Since then:", indent=0)
        for line in told_change(former):
            self._say(line)
        if former.reworded:
            words = Text()
            for kind, text in former.words:
                style, opens, closes = _CHANGED[kind]
                words.append(f"{opens}{_clean(text)}{closes} ", style)
            self._put(words)

    def _proof(self, index: int, proof: Proof, *, same: bool, unit: str) -> None:
        self._say(f"{index}. {told_of(proof)}", _HEAD, indent=0)
        if proof.fact and not same:
            if squeeze(proof.statement) != squeeze(unit):
                self._say(proof.statement)
            self._say(proof.told, _AROUND)
        words = Text().append(_clean(proof.before), _AROUND)
        words.append_text(self._pieces(proof.pieces, _QUOTED, rest=_AROUND))
        words.append(_clean(proof.after), _AROUND)
        self._put(words, indent=4)
        for key, value in proof.gloss.items():
            self._say(f"[{key} = {value}]", indent=4)

    def _pieces(self, pieces: Iterable[Piece], style: str, rest: str = "") -> Text:
        text = Text()
        for words, meant in pieces:
            opens, closes = (">>", "<<") if meant and self._bare else ("", "")
            text.append(f"{opens}{_clean(words)}{closes}", style if meant else rest)
        return text

    def _say(self, words: str, style: str = "", indent: int = 2) -> None:
        self._put(Text(_clean(words), style), indent=indent)

    def _put(self, text: Text, indent: int = 2) -> None:
        self._console.print(Padding(text, (0, 0, 0, indent), expand=False))


def told_of(proof: Proof) -> str:
    """Where a quotation comes from: its source, when, who says it, for which fact."""
    parts = [proof.source, brief_date(proof.published) if proof.published else "no date"]
    parts += [f"said by {proof.by}"] if proof.by else []
    parts += [f"fact {proof.fact}"] if proof.fact else []
    return ", ".join(parts)


def told_change(former: Former) -> list[str]:
    """What changed since a signature, in lines."""
    lines = ["its words have changed:"] if former.reworded else []
    if former.facts:
        lines.insert(0, f"its evidence is new or has changed in: {', '.join(former.facts)}")
    elif not former.reworded:
        lines.append("what it rests on has changed")
    if former.gone:
        lines.insert(0, f"texts of its former evidence that it no longer rests on: {former.gone}")
    return lines


def _clean(text: str) -> str:
    """``text`` on one line, with nothing in it that a terminal would obey."""
    return plain(text.replace("\r", "").replace("\n", " "))

"""Going through what is to be reviewed, one key at a time."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from pathlib import Path

from ....account.reviewing import Item
from ....book.findings import InputError
from .desk import Desk, is_at
from .editor import edit
from .keys import read_key, read_line
from .screen import SHOWN, Screen


class Session:
    """One sitting. Every signature is written when it is made, so that an interrupt loses nothing."""

    def __init__(self, root: Path, places: Sequence[str], screen: Screen, by: str = "") -> None:
        self._root, self._places, self._screen, self._by = root, places, screen, by
        self._desk = Desk(root, by)
        self._items = self._desk.at(places) if places else self._desk.items
        self._at = 0
        self._count = 0
        self._readable = True
        """Whether the book could be read when it was last edited; nothing is signed until it can."""
        self._keys: dict[str, Callable[[Item], None]] = {
            "s": self._sign,
            "n": self._note,
            " ": self._skip,
            "e": self._edit,
            "b": self._back,
            "u": self._withdraw,
            "m": self._more,
        }

    def run(self) -> int:
        """Show item after item; how many are left."""
        shown = -1
        while self._at < len(self._items):
            item = self._items[self._at]
            if shown != self._at:
                self._screen.show(item, number=self._at + 1, of=len(self._items))
                shown = self._at
            self._screen.offer(self._offer(item))
            key = read_key()
            if key == "q":
                break
            if key in self._keys and (self._readable or key == "e"):
                self._keys[key](item)
            if key == "e" and self._readable:
                shown = -1
        left = sum(item.digest not in self._desk.signed for item in self._items)
        self._screen.say(f"Signed {self._count}. {left} to be reviewed.")
        return left

    def _offer(self, item: Item) -> list[str]:
        if not self._readable:
            return ["The book cannot be read.", "e edit", "q quit"]
        offered = ["s sign", "n sign with a note", "space skip", "e edit", "b back", "q quit"]
        if len(item.proofs) > SHOWN:
            offered.insert(2, "m more")
        if item.digest in self._desk.signed:
            offered = ["Signed.", "u take it back", *offered[2:]]
        return offered

    def _sign(self, item: Item, note: str = "") -> None:
        if item.digest not in self._desk.signed:
            self._desk.sign([item], note=note)
            self._count += 1
        self._skip(item)

    def _note(self, item: Item) -> None:
        if note := read_line("Note: "):
            self._sign(item, note)
        else:
            self._screen.say("Not signed: there is no note.")

    def _skip(self, _: Item) -> None:
        """Go on to the next that is not signed; the same words on the same evidence are signed once."""
        self._at += 1
        while self._at < len(self._items) and self._items[self._at].digest in self._desk.signed:
            self._at += 1

    def _back(self, _: Item) -> None:
        self._at = max(0, self._at - 1)

    def _withdraw(self, item: Item) -> None:
        if item.digest in self._desk.signed:
            self._desk.withdraw(item)
            self._count -= 1
            self._screen.say("Taken back.")

    def _more(self, item: Item) -> None:
        self._screen.show(item, number=self._at + 1, of=len(self._items), everything=True)

    def _edit(self, item: Item) -> None:
        """Open the editor, and read the book again, as what was shown may not stand any more."""
        if wrong := edit(self._root / item.file, item.line):
            self._screen.say(wrong)
            return
        try:
            self._desk = Desk(self._root, self._by)
        except InputError as error:
            for finding in error.findings:
                self._screen.say(f"{finding.file}:{finding.line}: {finding.message}")
            self._readable = False
            return
        self._readable = True
        self._items = [
            each
            for each in self._desk.items
            if not self._places or any(is_at(each, place) for place in self._places)
        ]
        here = (item.file, item.line)
        self._at = next(
            (n for n, each in enumerate(self._items) if (each.file, each.line) >= here), len(self._items)
        )

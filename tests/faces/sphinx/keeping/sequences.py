"""Random sequences of what happens to a book: edits, pages that come and go, builds, some of them killed."""

from __future__ import annotations

import os
import shutil
from collections.abc import Callable, Iterator
from hashlib import sha256
from pathlib import Path
from random import Random

from PIL import Image

from sourced.book.book import DATA_FILE
from sourced.book.signatures import SIGNED_FILE
from sourced.faces.sphinx.keeping.building import BUILD_INFO

from .builds import Accident, How, Order, Outcome, build, build_here, files
from .changing import (
    BUILDERS,
    CHANGES,
    CONF,
    END,
    FACTS,
    INDEX,
    LIST,
    MORE,
    PAGES,
    PART,
    SENTENCES,
    STYLE,
    TITLES,
)

HOWS: tuple[How, ...] = ("killed", "emptied", "full", "cut")


class Sequence:
    """One sequence, from one seed: the book, and what was done to it."""

    def __init__(self, root: Path, seed: int) -> None:
        self.root, self.steps = root, list[str]()
        self._random = Random(seed)
        self._clean: dict[str, tuple[Outcome, dict[str, bytes]]] = {}
        self._data = (root / DATA_FILE).read_text(encoding="utf-8")
        self._signed = (root / SIGNED_FILE).read_text(encoding="utf-8")
        is_lean = self._random.random() < 0.5
        # Sphinx's own e-book holds the times of its files.
        self._builders = (*BUILDERS, "epub") if is_lean else BUILDERS
        theme, more = ("sphinx_book_theme", ', "sourced.theme"') if is_lean else ("basic", "")
        for name, text in {
            "conf.py": CONF.format(more=more, theme=theme),
            "docs/index.md": INDEX,
            "docs/facts.md": FACTS,
            "docs/part.md": PART.format("is short"),
            LIST: "one\n",
            STYLE: "p { color: black }\n",
        }.items():
            self._write(name, text)
        self._draw(0)
        for number in PAGES[:3]:
            self._page(number)

    def build_in_all_ways(self) -> None:
        """Have each builder make it, in this process."""
        for builder in dict.fromkeys(self._builders):
            build_here(Order(root=self.root, builder=builder))

    def run(self, length: int) -> None:
        """Do it, with a build at the end to which nothing happens."""
        for _ in range(length):
            for _ in range(self._random.choice((0, 1, 1, 1, 2, 3))):
                self._random.choice(self._edits)()
            self._build()
        self._build(accidents=False)

    @property
    def _edits(self) -> list[Callable[[], None]]:
        often = [self._edit_page] * 6 + [self._remove_page, self._edit_data] * 2
        return [
            *often,
            self._break_data,
            self._edit_part,
            self._edit_file,
            self._sign,
            self._set_back,
            self._drawn,
        ]

    def _build(self, *, accidents: bool = True) -> None:
        choose = self._random.choice
        order = Order(root=self.root, builder=choose(self._builders), jobs=choose((1, 1, 1, 2)))
        accident = self._accident() if accidents else None
        before = files(order.outdir)
        outcome = build(order, accident)
        self.steps.append(f"build {order.builder} -j {order.jobs} {accident or ''}: {outcome.exit}")
        clean, wanted = self._built_clean(order)
        if accident and outcome != clean:
            return
        assert clean.exit != 3, self._tell(*clean.warnings)
        assert outcome == clean, self._tell(
            *(f"not from nothing: {line}" for line in set(outcome.warnings) - set(clean.warnings)),
            *(f"only from nothing: {line}" for line in set(clean.warnings) - set(outcome.warnings)),
        )
        now = files(order.outdir)
        if clean.exit == 2:  # nothing is written; of a build that was cut short Sphinx's own record may go
            wanted = before
            for each in (now, wanted):
                each.pop(BUILD_INFO, None)
        assert now.keys() == wanted.keys(), self._tell(sorted(now.keys() ^ wanted.keys()))
        differing = [name for name in now if now[name] != wanted[name]]
        assert not differing, self._tell(differing, *_first(now[differing[-1]], wanted[differing[-1]]))

    def _accident(self) -> Accident | None:
        if self._random.random() > 0.45:
            return None
        how = self._random.choice(HOWS)
        power = self._random.uniform(1, 4.5) if how == "cut" else self._random.uniform(0, 2.6)
        return Accident(how=how, at=int(10**power))

    def _built_clean(self, order: Order) -> tuple[Outcome, dict[str, bytes]]:
        """The same from nothing, kept by all that it is made of."""
        made_of = sha256(repr((order.builder, list(self._sources()))).encode()).hexdigest()
        if made_of not in self._clean:
            clean = Order(root=self.root, builder=order.builder, out="clean")
            shutil.rmtree(self.root / clean.out, ignore_errors=True)
            self._clean[made_of] = build(clean), files(clean.outdir)
        return self._clean[made_of]

    def _sources(self) -> Iterator[tuple[str, bytes]]:
        yield "conf.py", (self.root / "conf.py").read_bytes()
        for name in ("docs", "data", "seeds"):
            yield from files(self.root / name).items()

    def _page(self, number: int) -> None:
        said = self._random.sample(SENTENCES, self._random.choice((1, 2, 3)))
        end = [END] if self._random.random() < 0.5 else []
        text = "\n\n".join([f"# {self._random.choice(TITLES)}", *said, *end])
        self._write(f"docs/pages/{number}.md", f"{text}\n")

    def _edit_page(self) -> None:
        self._page(self._random.choice(PAGES))

    def _set_back(self) -> None:
        """Give a page another text, with a time long past, as a copy from elsewhere may have."""
        number = self._random.choice(PAGES)
        self._page(number)
        self.steps.append(f"set the time of {number} back")
        os.utime(self.root / f"docs/pages/{number}.md", (10**9, 10**9))

    def _remove_page(self) -> None:
        self._remove(f"docs/pages/{self._random.choice(PAGES)}.md")

    def _edit_data(self) -> None:
        old, new = self._random.choice(CHANGES)
        text = (self.root / DATA_FILE).read_text(encoding="utf-8")
        self._write(DATA_FILE, self._data if new in text else text.replace(old, new))

    def _break_data(self) -> None:
        """Nothing can be built until they are mended."""
        self._write(DATA_FILE, self._data.replace("facts:", "facts: ["))
        self._build()
        self._write(DATA_FILE, self._data)

    def _edit_part(self) -> None:
        self._write(
            "docs/part.md", PART.format(self._random.choice(("is short", "stays short", "has words")))
        )

    def _edit_file(self) -> None:
        name = self._random.choice((LIST, STYLE, MORE))
        if self._random.random() < 0.3:
            self._remove(name)
        else:
            self._write(name, f"/* {self._random.choice('abc')} */\n")

    def _sign(self) -> None:
        signed = (self.root / SIGNED_FILE).read_bytes()
        self._write(SIGNED_FILE, "" if signed else self._signed)

    def _drawn(self) -> None:
        self._draw(self._random.choice((1, 2, 3)))

    def _draw(self, shade: int) -> None:
        """A picture of one point."""
        self.steps.append(f"draw {shade}")
        Image.new("L", (1, 1), shade).save(self.root / "docs/drawn.png")

    def _write(self, name: str, text: str) -> None:
        self.steps.append(f"write {name}: {text!r}")
        path = self.root / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, encoding="utf-8", newline="")

    def _remove(self, name: str) -> None:
        self.steps.append(f"remove {name}")
        (self.root / name).unlink(missing_ok=True)

    def _tell(self, *more: object) -> str:
        return "\n".join([*self.steps, *map(str, more)])


def _first(now: bytes, wanted: bytes) -> tuple[bytes, bytes]:
    """Where two files begin to differ."""
    at = next((n for n, (one, other) in enumerate(zip(now, wanted, strict=False)) if one != other), 0)
    around = slice(max(0, at - 80), at + 80)
    return now[around], wanted[around]

"""Calls of the command for the fuzzing, mostly right ones, and what each of them may write."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path
from random import Random

from .oddities import SCALARS
from .splicing import words

IDS = (
    *("bridge-length", "claim", "twice", "son-of-ames", "elm-bridge", "ames", "jon-ames", "mayor", "gazette"),
    *("herald", "length", "son", "opened", "nobody-at-all"),
)
_NEW_IDS = ("new-one", "ames-2", "gazette", "x", "Elm", "a--b", "length", "é", "true", "1901")
_PASSAGES = (
    "elm brigde is 40 meters",
    "It was closed twice",
    "was never closed, not even",
    "bridge",
    "the",
    "nine boats had passed His son",
    "…",
    "hundreds of people came, two days before 9/11",
)
_PLACES = ("docs/index.md", "docs/more.md", "docs/index.md:3", "docs/index.md:0", "data/facts.yaml", "0" * 16)
ODD = [
    each
    for each in SCALARS
    if not ("\0" in each or "\ud800" in each or len(each) >= 400 or each.startswith("/") or ".." in each)
]
"""What may stand in a call; no path that leads out of the folder of an input, where files may be written."""


@dataclass(frozen=True, kw_only=True)
class Paths:
    """Where things are: the book, what a call is given, another state of the book, what may be written."""

    root: Path
    given: Path
    before: Path
    out: Path


@dataclass(frozen=True, kw_only=True)
class Call:
    """A call; it ``writes`` if, where it succeeds, it may change the book."""

    arguments: list[str]
    writes: bool = False


def make_call(chance: Random, paths: Paths) -> Call:
    """A call of the command."""
    kinds = ((_judging, 40), (_knowing, 20), (_handing_on, 15), (_drafting, 25))
    (kind,) = chance.choices([each for each, _ in kinds], [often for _, often in kinds])
    call = kind(chance, paths)
    if call[0] not in ("codes", "schema", "init"):
        call += ["--root", str(paths.root)]
    if chance.random() < 0.05:
        at = chance.randint(0, len(call))
        call[at : at + chance.randint(0, 1)] = [chance.choice(ODD)] * chance.randint(0, 2)
    writing = {"--write", "--accept", "rename", "init", "add-source"}
    return Call(arguments=call, writes=not writing.isdisjoint(call))


def _judging(chance: Random, paths: Paths) -> list[str]:
    places = chance.choices((*_PLACES, *IDS), k=chance.randint(1, 2))
    calls = [
        *([["check"]] * 8),
        *(["check", "--format", form] for form in ("json", "github", "github", "txt")),
        ["check", "--shard", chance.choice(("1/2", "2/2", "3/7", "2/1", "1/1000")), "--format", "json"],
        ["join", *map(str, chance.choices(list(paths.given.iterdir()), k=chance.randint(1, 3)))],
        ["review", "--list"],
        ["review", "--list", "--format", "json"],
        ["review", "--format", "html", *places],
        ["review", "--accept", *places, "--note", words(chance, 5)],
        ["review", "--format", "html", "--output", str(chance.choice((paths.out, paths.root / "seeds/x")))],
        ["signatures"],
        ["signatures", chance.choice(("HEAD", "--x", "nowhere")), "--format", "json"],
    ]
    return chance.choice(calls)


def _knowing(chance: Random, paths: Paths) -> list[str]:
    known = chance.choice((*IDS, *IDS, chance.choice(ODD)))
    kind = chance.choice(([], [], ["--kind", chance.choice(("fact", "name", "property", "source"))]))
    states = chance.choice(([], ["HEAD"], [str(paths.before)], [str(paths.root), str(paths.before)], ["-"]))
    calls = [
        ["uses", known, *kind],
        ["uses", known, "--format", "json", *kind],
        ["rename", known, chance.choice((*_NEW_IDS, chance.choice(ODD))), *kind],
        ["diff", str(paths.before), "--format", chance.choice(("text", "markdown", "json"))],
        ["diff", *states, "--format", chance.choice(("text", "markdown", "json"))],
    ]
    return chance.choice(calls)


def _handing_on(chance: Random, paths: Paths) -> list[str]:
    calls = [
        *(["coverage", "--format", form] for form in ("text", "text", "json")),
        *(["export", "--format", form] for form in ("json", "json", "jsonld", "csv")),
        *(["export", "--format", form, "--output", str(paths.out)] for form in ("json", "csv", "csv")),
        *(["export", "--output", str(paths.root / kept)] for kept in ("docs/x.json", "seeds/gazette.txt")),
        *(
            ["export", "--format", "csv", "--output", str(paths.root / kept)]
            for kept in ("docs", "data/facts.yaml")
        ),
        ["codes"],
        ["schema"],
    ]
    return chance.choice(calls)


def _drafting(chance: Random, paths: Paths) -> list[str]:
    words_ = chance.choice((*_PASSAGES, *_PASSAGES, words(chance, 8), chance.choice(ODD)))
    source = chance.choice(("gazette", "herald", "gazette", "nowhere"))
    options = [
        *(
            ["--id", chance.choice((*_NEW_IDS, "herald"))],
            ["--published", chance.choice(ODD)],
            ["--no-asides"],
        ),
        *(
            ["--title", chance.choice(ODD)],
            ["--dated-by", words(chance, 4)],
            ["--address", "https://a.example"],
        ),
    ]
    file = chance.choice(sorted(paths.given.iterdir()))
    given = [each for option in chance.sample(options, chance.choice((0, 0, 1, 2))) for each in option]
    calls = [
        ["add-source", str(file), *given],
        ["add-source", str(file)],
        ["quote", words_],
        ["quote", words_, "--format", "json", "--source", source],
        ["quote", words_, "--write", chance.choice(IDS[:4]), "--pick", chance.choice("1230")],
        ["scaffold", source],
        ["scaffold", source, "--write"],
        ["init", str(chance.choice((paths.root, paths.root, paths.out, paths.root / "docs")))],
    ]
    return chance.choice(calls)

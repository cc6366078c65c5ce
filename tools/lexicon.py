"""Make the tables of English words in ``docs/_ext/sourced/english/words`` from a published WordNet.

    apt install wordnet-base
    .venv/bin/python tools/lexicon.py [/usr/share/wordnet]

The same WordNet gives the same tables. What a person decided stands in ``tools/lexicon-decisions.tsv``.

How good they are was judged by one reader, who had seen most common pairs before, on a new random sample of
200 pairs of each table, both words in common use: 197 synonyms could stand for each other in a report, 197
opposites contradict, 195 pairs of a family say the same of a thing. What the sample showed to be wrong was
then decided on. After a change, draw a new sample: an old one has been mended.
"""

from __future__ import annotations

import argparse
import sys
from collections.abc import Iterable, Iterator
from pathlib import Path

import pairs
from wordnet import KINDS, Reading, WordNet, read

ROOT = Path(__file__).parents[1]
WORDS = ROOT / "docs/_ext/sourced/english/words"
sys.path.insert(0, str(ROOT / "docs/_ext"))

from sourced.english import tables  # noqa: E402  # the folder must be on the path first
from sourced.english.lexis import inflection  # noqa: E402  # the same

ENOUGH = 5
"""So many tagged words show how a word is used."""
RARE = 0.1
"""The share of a word's uses under which a reading is left out."""
USUAL = 0.25
"""The share of a word's uses from which a person's decision on it is taken to be meant of a kind."""
FORM = 0.3
"""The share of a verb's or noun's uses that one of its forms may have."""
NATURE = {"05", "20", "27"}
"""The numbers of WordNet's files on animals, plants and substances."""
ADDING = ("alike", "opposite")
"""The decisions that are about the usual kinds of two words alone."""
LISTS = {"n": "nouns.txt", "v": "verbs.txt", "a": "adjectives.txt", "r": "adverbs.txt"}


def write(name: str, lines: list[str]) -> None:
    (WORDS / name).write_text("".join(f"{line}\n" for line in lines), encoding="utf-8")


def forget() -> None:
    """Read the tables again when they are asked for the next time."""
    tables.base_words.cache_clear()
    tables.rows_by_first.cache_clear()
    inflection.readings.cache_clear()
    inflection.lemmas.cache_clear()


def write_bases(net: WordNet, paired: set[Reading]) -> None:
    """The words of each kind, without those that the rules read as well and that no table has."""
    for kind, name in LISTS.items():
        words = {word for word, its in net.small if its == kind}
        write(
            name,
            sorted(word for word in words if (word, kind) in paired or not _is_of_nature(net, word, kind)),
        )
    write("irregular.tsv", [])
    write("unlikely.tsv", [])
    forget()


def _is_of_nature(net: WordNet, word: str, kind: str) -> bool:
    """Whether a noun is a rare name of a species or substance: the rules find its base form as well."""
    senses = net.senses[word, kind] if kind == "n" else []
    return (
        bool(senses)
        and not net.count((word, kind))
        and all(net.synsets[each].topic in NATURE for each in senses)
    )


def write_irregular(net: WordNet) -> None:
    """The exceptions of WordNet that the rules do not give, between words of its lists."""
    found: dict[str, list[str]] = {}
    for kind in KINDS:
        for form, bases in net.irregular[kind]:
            known = [base for base in dict.fromkeys(bases) if (base, kind) in net.small]
            by_rule = {each.base for each in inflection.readings(form) if each.kind == kind} - {form}
            if form.isalpha() and known and set(known) != by_rule:
                found.setdefault(form, []).extend(f"{base}/{kind}" for base in known)
    write("irregular.tsv", ["\t".join([form, *found[form]]) for form in sorted(found)])
    forget()


def write_unlikely(net: WordNet, decided: list[list[str]]) -> None:
    """The readings of a word that are hardly ever meant, so that nothing is concluded from them."""
    by_hand = {tuple(row[1:3]): row[0] == "unlikely" for row in decided if row[0] in ("likely", "unlikely")}
    lines = []
    for word in sorted({word for word, _ in net.small} | set(tables.rows_by_first("irregular.tsv"))):
        its = sorted(inflection.readings(word))
        dropped = [each for each in its if by_hand.get((word, each.base), _is_unlikely(net, word, each, its))]
        if dropped:
            lines.append("\t".join([word, *("/".join(each).rstrip("/") for each in dropped)]))
    write("unlikely.tsv", lines)
    forget()


def _is_unlikely(net: WordNet, word: str, reading: inflection.Reading, its: list[inflection.Reading]) -> bool:
    own = {each.kind for each in its if each.base == word}
    if reading.degree:
        # `number` is no more numb, and `customer` not more custom; `lower` is an adjective itself.
        return bool(own) and not own & {"a", "r"}
    if reading.base != word and net.count((reading.base, reading.kind)) == 0 and "a" not in own:
        return sum(net.count((word, kind)) for kind in own) >= ENOUGH
    total = sum(_weight(net, word, each) for each in its)
    return total >= ENOUGH and (reading.base == word) and _weight(net, word, reading) < RARE * total


def _weight(net: WordNet, word: str, reading: inflection.Reading) -> float:
    """How common a reading of ``word`` is; a form has a part of what its base form has."""
    return net.weight(reading[:2]) * (1 if reading.base == word else FORM)


def relations(net: WordNet, decided: list[list[str]]) -> dict[str, set[pairs.Pair]]:
    """The relations between words, after what a person decided of them."""
    said = {name: set(_pairs(net, rows, name)) for name, rows in _by_name(decided).items()}
    families = _common(net, _sorted(pairs.families(net))) - said["strangers"]
    families |= said["family"] | _sorted(pairs.spellings(net))
    synonyms = (_sorted(pairs.synonyms(net)) - said["apart"]) | said["alike"]
    against = (_common(net, _sorted(pairs.antonyms(net))) - said["no-opposite"]) | said["opposite"]
    return {
        "families.tsv": families,
        "synonyms.tsv": synonyms - families,
        "opposites.tsv": against - said["contrary"] - said["converse"],
        "contraries.tsv": said["contrary"],
        "converses.tsv": said["converse"],
    }


def _sorted(found: Iterable[pairs.Pair]) -> set[pairs.Pair]:
    return {(first, second) if first < second else (second, first) for first, second in found}


def _common(net: WordNet, found: set[pairs.Pair]) -> set[pairs.Pair]:
    """The pairs of which one word at least was ever tagged: the others are half of all, and never meet."""
    return {pair for pair in found if any(net.count(word) for word in pair)}


def _grouped(found: set[pairs.Pair]) -> list[str]:
    """One line for each word, with all that it is paired with and that comes after it."""
    lines: dict[str, list[str]] = {}
    for first, second in sorted(found):
        lines.setdefault("/".join(first), []).append("/".join(second))
    return ["\t".join([first, *others]) for first, others in lines.items()]


def _by_name(decided: list[list[str]]) -> dict[str, list[list[str]]]:
    rows: dict[str, list[list[str]]] = {}
    for name, *words in decided:
        rows.setdefault(name, []).append(words)
    return rows


def _pairs(net: WordNet, rows: list[list[str]], decision: str) -> Iterator[pairs.Pair]:
    """The pairs of words in rows, of the kinds that a decision is about."""
    for first, *others in rows:
        for second in others:
            kinds = [(a, b) for a in KINDS for b in KINDS if {(first, a), (second, b)} <= net.small]
            alike = [(a, b) for a, b in kinds if a == b]
            usual = [(a, b) for a, b in alike if _is_usual(net, first, a) and _is_usual(net, second, b)]
            if decision in ADDING:
                chosen = usual or alike or kinds
            else:
                chosen = kinds if decision in ("family", "strangers") else alike or kinds
            for a, b in chosen:
                yield from _sorted([((first, a), (second, b))])


def _is_usual(net: WordNet, word: str, kind: str) -> bool:
    """Whether a word is often of a kind: `hire` is a noun too, and yet no opposite of a fire."""
    return net.weight((word, kind)) >= USUAL * sum(net.weight((word, each)) for each in KINDS)


def decisions() -> list[list[str]]:
    lines = (ROOT / "tools/lexicon-decisions.tsv").read_text(encoding="utf-8").splitlines()
    return [line.split("\t") for line in lines if line and not line.startswith("#")]


def main() -> None:
    parser = argparse.ArgumentParser(description=(__doc__ or "").splitlines()[0])
    parser.add_argument("folder", type=Path, nargs="?", default="/usr/share/wordnet", help="WordNet's files")
    folder = parser.parse_args().folder
    if not (folder / "data.noun").is_file():
        parser.error(
            f"{folder} holds no WordNet: install the Debian package `wordnet-base`, or name its folder"
        )
    net = read(folder)
    decided = decisions()
    found = relations(net, decided)
    write_bases(net, {word for its in found.values() for pair in its for word in pair})
    write_irregular(net)
    write_unlikely(net, decided)
    for name, its in found.items():
        write(name, _grouped(its))


if __name__ == "__main__":
    main()

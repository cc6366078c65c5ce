"""Which pairs of WordNet's words may stand for each other, by how much of what they say they share."""

from __future__ import annotations

import itertools
import re
from collections import defaultdict
from collections.abc import Iterator

from wordnet import Reading, SynsetId, WordNet

Pair = tuple[Reading, Reading]

FAMILY = 0.2
"""The share of its uses that each word of a family must have in senses that are derived from each other."""
SYNONYM = 0.4
"""The share of its uses that each of two synonyms must have in a sense that both have."""
SEEN = 2
"""How often, at least, a word must have been tagged with that sense."""
_DERIVED = {"+", "\\", "<"}
_ALIKE = 3
"""Letters that words of a family begin with; `sea` and `marine` are none."""
_TENDENCY = re.compile("(?:[ai]ble|ive|less)$")
_STANDING = re.compile("(?:ship|hood|dom|less|lessness)$")
_AGENT = re.compile("(?:er|or)$")
_BECOMING = re.compile("(?:i[sz]e|ify|en)$")
_PERSON = "18"
"""The number of WordNet's file on persons."""
_DEGREE = re.compile("(?:er|est)$")
_PATIENT = re.compile("ees?$")
_NOT = re.compile("^(?:un|non)")
_DENIALS = {"un", "in", "im", "il", "ir", "dis", "non", "de", "mis"}
_AMERICAN = [
    (re.compile(pattern), replacement)
    for pattern, replacement in (
        ("is(e|ed|er|ing|ation|able)(?=s?$)", r"iz\1"),
        ("ys(e|ed|er|ing)$", r"yz\1"),
        ("our(?!s$)(?=$|[a-z])", "or"),
        ("re$", "er"),
        ("(?:ae|oe)(?=[a-z]{2})", "e"),
        ("ogue$", "og"),
        ("ence$", "ense"),
        ("ll", "l"),
        ("mme$", "m"),
        ("wards$", "ward"),
        ("dgem", "dgm"),
        ("grey", "gray"),
    )
]
_MANNER = re.compile(r"^\W*(?:\(.*?\) )?in an? [^;]*(?:manner|way|fashion)|^with |^without ")


def families(net: WordNet) -> Iterator[Pair]:
    """Words that are derived from each other in what they mostly say, and say the same of a thing."""
    linked: dict[Pair, tuple[set[SynsetId], set[SynsetId]]] = defaultdict(lambda: (set(), set()))
    for synset in net.synsets.values():
        for pointer in synset.pointers:
            if pointer.symbol in _DERIVED and pointer.source_word:
                here = (synset.words[pointer.source_word - 1], synset.id[0])
                there = (net.synsets[pointer.target].words[pointer.target_word - 1], pointer.target[0])
                (first, at), (second, to) = sorted([(here, synset.id), (there, pointer.target)])
                if {first, second} <= net.small:
                    linked[first, second][0].add(at)
                    linked[first, second][1].add(to)
    for pair, senses in linked.items():
        shares = [share(net, word, its) for word, its in zip(pair, senses, strict=True)]
        if min(shares) >= FAMILY and _same_meaning(net, *pair):
            yield pair


def _same_meaning(net: WordNet, first: Reading, second: Reading) -> bool:
    """Whether nothing in the form of two derived words says that they mean different things."""
    if first[0][:_ALIKE] != second[0][:_ALIKE] or first[0] == second[0]:
        return False
    return not (_differs(net, first, second) or _differs(net, second, first))


def _differs(net: WordNet, derived: Reading, base: Reading) -> bool:
    word, kind = derived
    if kind == "n":
        topic = net.synsets[net.senses[derived][0]].topic
        return bool(
            (_PATIENT.search(word) and not _PATIENT.search(base[0]))  # the employee does not employ
            or _STANDING.search(word)  # a scholarship is no scholar
            or (_AGENT.search(word) and base[1] == "v" and topic != _PERSON)  # nor a printer who prints
            or (word.endswith("ing") and base[1] == "v")  # a form of the verb already
        )
    if kind == "a":
        # What is achievable was not achieved, what is useless is of no use, and `larger` compares.
        return bool(
            (base[1] == "v" and _TENDENCY.search(word)) or word.endswith("less") or _compares(word, base[0])
        )
    if kind == "r":
        # `generally` limits, and `shortly` tells the time: `in a quick manner` is what `quickly` means.
        gloss = net.synsets[net.senses[derived][0]].gloss
        return not _MANNER.search(gloss) or _compares(word, base[0])
    return base[1] == "a" and bool(_BECOMING.search(word))  # what is strong was not strengthened


def _compares(word: str, base: str) -> bool:
    return bool(_DEGREE.search(word)) and word.startswith(base[:-1])


def synonyms(net: WordNet) -> Iterator[Pair]:
    """Words that share a sense which each of them mostly has, and was seen to have."""
    for synset in net.synsets.values():
        words = sorted({(word, synset.id[0]) for word in synset.words if len(word) > 2} & net.small)
        for pair in itertools.combinations(words, 2):
            if all(
                share(net, word, {synset.id}) >= SYNONYM and _seen(net, word, synset.id) >= SEEN
                for word in pair
            ):
                yield pair


def spellings(net: WordNet) -> Iterator[Pair]:
    """Words of one sense that differ as British and American spelling do."""
    for synset in net.synsets.values():
        words = sorted({(word, synset.id[0]) for word in synset.words} & net.small)
        for first, second in itertools.combinations(words, 2):
            if american(first[0]) == american(second[0]):
                yield first, second


def american(word: str) -> str:
    for pattern, replacement in _AMERICAN:
        word = pattern.sub(replacement, word)
    return word


def antonyms(net: WordNet) -> Iterator[Pair]:
    """WordNet's antonyms in what the words mostly say, and adjectives with `un-` or `non-`."""
    for synset in net.synsets.values():
        for pointer in synset.pointers:
            if pointer.symbol == "!":
                here = (synset.words[pointer.source_word - 1], synset.id[0])
                there = (net.synsets[pointer.target].words[pointer.target_word - 1], pointer.target[0])
                if here < there and {here, there} <= net.small:
                    shares = [share(net, here, {synset.id}), share(net, there, {pointer.target})]
                    seen = min(_seen(net, here, synset.id), _seen(net, there, pointer.target))
                    if min(shares) >= FAMILY and (seen or _denied(here[0], there[0])):
                        yield here, there
    for word, kind in net.small:
        plain = _NOT.sub("", word)
        if kind == "a" and plain != word and len(plain) > 2 and (plain, kind) in net.small:
            yield (plain, kind), (word, kind)


def _denied(first: str, second: str) -> bool:
    short, long = sorted((first, second), key=len)
    return long.endswith(short) and long.removesuffix(short) in _DENIALS


def share(net: WordNet, word: Reading, senses: set[SynsetId]) -> float:
    """The share of a reading's uses that these of its senses have."""
    return sum(net.weight_of_sense(word, each) for each in senses) / (net.weight(word) + 0.25)


def _seen(net: WordNet, word: Reading, synset: SynsetId) -> int:
    """How often a word was tagged with a sense."""
    return net.tagged[*word, net.senses[word].index(synset) + 1]

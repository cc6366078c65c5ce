"""Words by which a text says that somebody says something."""

from __future__ import annotations

import re
from functools import lru_cache

from ...text.fold import small
from ...text.taken import Taken
from ..patterns import any_word, word_list

_VERBS = any_word(
    "sa(?:y|ys|id|ying)|t(?:ell|ells|old|elling)|claim(?:ed|ing)|claims? (?:to|that|the)",
    "stat(?:ed|ing)|states? that|confirm(?:s|ed|ing)?|den(?:y|ies|ied|ying)|warn(?:s|ed|ing)?",
    "add(?:s|ed|ing)|announc(?:e|es|ed|ing)|convey(?:s|ed|ing)?|not(?:es|ed|ing)|emphasi[sz](?:e|es|ed|ing)",
    "argu(?:e|es|ed|ing)|insist(?:s|ed|ing)?|wr(?:ite|ites|ote|iting)|written|acknowledg(?:e|es|ed|ing)",
    "admit(?:s|ted|ting)?|explain(?:s|ed|ing)?|declar(?:e|es|ed|ing)|report(?:ed|ing)|reports? (?:that|from)",
    "recall(?:s|ed|ing)?|repl(?:y|ies|ied)|tweet(?:s|ed|ing)?|post(?:s|ed) that|stress(?:es|ed|ing)?",
    "vow(?:s|ed|ing)?|pledg(?:e|es|ed|ing)|promis(?:e|es|ed|ing)|assert(?:s|ed|ing)?|accus(?:e|es|ed|ing)",
    "believ(?:e|es|ed)|mention(?:s|ed)?|describ(?:e|es|ed|ing)|call(?:s|ed|ing)? (?:on|for)",
    "urg(?:e|es|ed|ing)|rais(?:es|ed|ing) the prospect|maintain(?:s|ed|ing)? that|according to",
    "ma(?:kes|de) it (?:clear|plain|known)",
)
_ACTS = any_word(
    "words|account|statement|claims?|tweet|message|letter|demands?|calls?|appeal|warning|promise|view",
    "figures?|position|answer|question|asks?|asked|wants?|wanted|gave|gives?|put|puts|spoke|speaks",
    "cited|cites|quoted|quotes|hope[ds]?|offer(?:s|ed)?|threaten(?:s|ed)?|demanded|appealed|called",
    "ruled? out|presented|praise[ds]?|judge[ds]?|reckon(?:s|ed)?|estimate[ds]?|counted|counts|named|names",
    "boast(?:s|ed)?|swore|counter(?:s|ed)|answered|agreed|agrees?|held that|holds that|saw|sees",
)
_VERB = re.compile(_VERBS)
_PLAIN = frozenset(
    word_list(
        "say says said saying tell tells told write writes wrote report reports reported",
        "add adds added state states stated according put puts speak speaks spoke",
    )
)
"""Verbs that only say that something is said."""
_ATTRIBUTION = re.compile(f"{_VERBS}|{_ACTS}")
_ADOPTED = re.compile(
    r"\b(?:is|are|was|were|been) (?:widely )?(?:said|believed|thought|reported|claimed) to\b"
)
_HEARS = re.compile(r"\b(?:was|were|been|is|are|being) (?:told|asked|informed)$")
"""Who was told does not tell."""
_BY = re.compile(r" (?:\w+ ){0,2}by\b")
"""Who told it, behind who was told."""
_BEFORE = 10
"""So many characters before a verb may say that its subject only hears."""


def is_plain_verb(word: str) -> bool:
    """Whether ``word`` only says that something is said, as ``said`` does, and ``denied`` does not."""
    return word.lower() in _PLAIN


@lru_cache(maxsize=65536)
def attributes(text: str) -> bool:
    """Whether ``text`` says that somebody says something, by a verb or a noun (``her account``)."""
    lower = small(text)
    found = (m.span() for m in _ATTRIBUTION.finditer(lower))
    return any(
        _BY.match(lower, end) or not _HEARS.search(lower[max(0, start - _BEFORE) : end])
        for start, end in found
    )


def speech_verbs(text: str) -> list[tuple[int, int]]:
    """Where the verbs of speech of ``text`` stand; ``is said to`` is a hedge and none of them."""
    lower = small(text)
    found = [m.span() for m in _VERB.finditer(lower)]
    if not found:
        return []
    adopted = Taken(len(lower), (m.span() for m in _ADOPTED.finditer(lower)))
    return [verb for verb in found if not adopted.at(verb[0])]

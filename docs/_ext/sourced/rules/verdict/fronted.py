"""What a sentence begins with and might end with: `in Aske the boats sank`, `the boats sank in Aske`."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from msgspec import structs

from ...english.lexis.inflection import is_past_form
from ...english.meaning import Token

_FRONTING = frozenset({"in", "on", "at", "by", "since", "for", "from", "during", "until", "near"})
"""Small words and limits that a time, a place or a measure begins with."""
_MOST = 6
"""So many words of meaning may stand before the rest."""


def with_front_last(tokens: Sequence[Token]) -> Iterator[tuple[Token, ...]]:
    """The tokens with what stands in front put at the end or behind the deed, as a clause of its own.

    Where no comma ends it, it may end before any word with an article, before a name, and before an amount.
    """
    if not tokens or not ({*tokens[0].lead[:1], *_word(tokens[0])} & _FRONTING):
        return
    last = max(token.clause for token in tokens) + 1
    for n in range(1, min(_MOST, len(tokens) - 1) + 1):
        if any(is_past_form(token.text.lower()) for token in tokens[:n] if token.is_word):
            return
        begins = tokens[n].clause != tokens[0].clause or (
            tokens[n].lead[:1] == ("the",) or _is_own(tokens[n])
        )
        if begins:
            front = tuple(structs.replace(token, clause=last) for token in tokens[:n])
            rest = (structs.replace(tokens[n], joined=False), *tokens[n + 1 :])
            yield (*rest, *front)
            if deed := next((m for m, token in enumerate(rest, 1) if is_past_form(token.text.lower())), 0):
                yield (*rest[:deed], *front, *rest[deed:])
        if tokens[n].clause != tokens[0].clause:
            return


def _word(token: Token) -> tuple[str, ...]:
    return (token.text.lower().split()[0],) if token.limits or token.dates else ()


def _is_own(token: Token) -> bool:
    return not token.lead and bool(token.named or token.number)

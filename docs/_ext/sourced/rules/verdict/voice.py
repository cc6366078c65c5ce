"""A clause in the passive, told as its agent did it: `the light was built by Ames`, `Ames built it`."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from msgspec import structs

from ...english.lexis.inflection import is_past_form
from ...english.lexis.small import BEING
from ...english.meaning import Token
from ...english.speech.verbs import is_plain_verb


def in_active_voice(tokens: Sequence[Token]) -> Iterator[tuple[Token, ...]]:
    """The same clause with its agent first; none where it is no plain passive with one agent.

    What stands between the deed and its agent may belong to either side of what suffers it. Words that deny,
    hedge or limit bear on what stands behind them: a clause with one stays as it is.
    """
    agents = [n for n, token in enumerate(tokens) if token.lead[:1] == ("by",) and not token.dates]
    if len(agents) != 1:
        return
    by = agents[0]
    first = _begin(tokens, by)
    deed = next((n for n in range(by - 1, first, -1) if _is_suffered(tokens[n])), 0)
    end = _end(tokens, by)
    moved = tokens[first:end]
    if not deed or len({token.clause for token in moved}) != 1:
        return
    if any(token.denial or token.hedge or token.limits for token in moved):
        return
    agent = (structs.replace(tokens[by], lead=tokens[by].lead[1:], joined=False), *tokens[by + 1 : end])
    done, between = structs.replace(tokens[deed], lead=()), tokens[deed + 1 : by]
    before, patient, behind = tokens[:first], tokens[first:deed], tokens[end:]
    yield (*before, *agent, done, *patient, *between, *behind)
    if between:
        yield (*before, *agent, done, *between, *patient, *behind)
    if behind:
        yield (*before, *agent, *behind, done, *patient, *between)


def _begin(tokens: Sequence[Token], by: int) -> int:
    """Where the clause begins, or what somebody says in it."""
    for n in range(by, -1, -1):
        if tokens[n].clause != tokens[by].clause:
            return n + 1
        if n < by and is_plain_verb(tokens[n].text):
            return n + 1
    return 0


def _end(tokens: Sequence[Token], by: int) -> int:
    """Where the agent ends: at the next small word that hangs something else on the clause."""
    for n in range(by + 1, len(tokens)):
        if tokens[n].clause != tokens[by].clause or (tokens[n].lead and tokens[n].lead[0] != "of"):
            return n
    return len(tokens)


def _is_suffered(token: Token) -> bool:
    return bool(BEING & set(token.lead[-1:])) and is_past_form(token.text.lower())

"""A clause in the passive, told as its agent did it: `the light was built by Ames`, `Ames built it`."""

from __future__ import annotations

from collections.abc import Sequence

from msgspec import structs

from ...english.lexis.inflection import is_past_form
from ...english.lexis.small import BEING
from ...english.meaning import Token


def in_active_voice(tokens: Sequence[Token]) -> tuple[Token, ...]:
    """The same clause with its agent first; nothing where it is no plain passive with one agent.

    A clause that denies, hedges or limits stays as it is: such words bear on what stands behind them.
    """
    if len({token.clause for token in tokens}) != 1 or any(t.denial or t.hedge or t.limits for t in tokens):
        return ()
    agents = [n for n, token in enumerate(tokens) if "by" in token.lead]
    if len(agents) != 1 or agents[0] < 2:
        return ()
    by = agents[0]
    deed, agent = tokens[by - 1], tokens[by]
    if (
        not (BEING & set(deed.lead[-1:]) and is_past_form(deed.text.lower()))
        or agent.lead[0] != "by"
        or agent.dates
    ):
        return ()
    first, done = structs.replace(agent, lead=agent.lead[1:]), structs.replace(deed, lead=())
    return (first, *tokens[by + 1 :], done, *tokens[: by - 1])

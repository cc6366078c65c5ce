"""As of when a citation is: the day of the latest dated source, never the day of the build."""

from __future__ import annotations

from sphinx.environment import BuildEnvironment

from ...chain.display import latest_day, of_latest


def latest_source(env: BuildEnvironment) -> str:
    """Which day the latest of the book's dated sources bears, in words; empty where none is dated."""
    if "sourced" not in env.domains:
        return ""
    from ..sphinx.domain import sourced_domain  # late: a book may have the theme alone

    return of_latest(latest_day(sourced_domain(env).input.book))

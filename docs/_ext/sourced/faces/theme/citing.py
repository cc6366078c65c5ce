"""As of when a citation is: the day of the latest source, never the day of the build."""

from __future__ import annotations

from sphinx.environment import BuildEnvironment

from ...chain.display import latest_day


def latest_source(env: BuildEnvironment) -> str:
    """The last day of the book's latest source, in words; empty where none is dated."""
    if "sourced" not in env.domains:
        return ""
    from ..sphinx.domain import sourced_domain  # late: a book may have the theme alone

    return latest_day(sourced_domain(env).input.book)

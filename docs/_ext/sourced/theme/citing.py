"""As of when a citation is: the day of the latest source, never the day of the build."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ..core.atoms.dates import say
from ..core.edtfdays import days

if TYPE_CHECKING:
    from sphinx.environment import BuildEnvironment


def latest_source(env: BuildEnvironment) -> str:
    """The last day of the book's latest source, in words; empty where none is dated."""
    if "sourced" not in env.domains:
        return ""
    from ..sphinx.domain import sourced_domain

    sources = sourced_domain(env).input.book.sources.values()
    spans = (days(source.published) for source in sources if source.published)
    last = max((span[1] for span in spans if span), default=None)
    return say(last.isoformat()) if last else ""

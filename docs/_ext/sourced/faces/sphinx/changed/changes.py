"""From change to findings: what must be read again, and what was found.

What checks is imported where it is needed: a build with nothing to do needs none of it.
"""

from __future__ import annotations

from sphinx.application import Sphinx
from sphinx.environment import BuildEnvironment

from ..domain import Reading, SourcedDomain, sourced_domain
from ..export import write_export
from ..logged import log_findings


class Changes:
    """What one application's present build has found to be new. Never stored."""

    def __init__(self) -> None:
        self._read: set[str] = set()
        self._removed: set[str] = set()
        self._fingerprint = ("", "")

    def outdated(
        self, _app: Sphinx, env: BuildEnvironment, _added: set[str], changed: set[str], removed: set[str]
    ) -> list[str]:
        """The pages whose facts have changed. The data are not loaded where nothing points to a change."""
        domain = sourced_domain(env)
        self._removed = set(removed)
        known, self._fingerprint = domain.book_state.fingerprint, domain.fingerprint()
        if known == self._fingerprint:
            return []
        if known[0] != self._fingerprint[0]:
            return list(domain.pages)
        found = {docname for docname, page in domain.pages.items() if page.is_outdated(domain.input)}
        if domain.book_state.shared != domain.input.digests.shared:
            from ..checking import is_judged_otherwise  # late: it loads every rule

            rest = domain.pages.keys() - found - changed - removed
            found |= {docname for docname in rest if is_judged_otherwise(domain, docname)}
        return sorted(found)

    def before_reading(self, _app: Sphinx, env: BuildEnvironment, docnames: list[str]) -> None:
        """Load the data once, and judge what is of no page, before the work is split among processes."""
        self._read = set(docnames)
        if docnames:
            from ..checking import refuse_unreadable  # late: it loads every rule

            domain = sourced_domain(env)
            _ = domain.input.book
            refuse_unreadable(domain, docnames)
            _ = domain.input.judging.parts
            if domain.book_state.fingerprint != self._fingerprint:
                _ = domain.input.in_entries

    def reading(self, app: Sphinx, docname: str, source: list[str]) -> None:
        """Check a page when it is read."""
        from ..checking import hand_on, read_state  # late: it loads every rule

        domain = sourced_domain(app.env)
        domain.reading = Reading(source[0])
        read_state(domain, docname)
        hand_on(domain, docname)

    def updated(self, app: Sphinx, env: BuildEnvironment) -> list[str]:
        """Check what goes beyond a page, and log what was found, on pages read now and before.

        Findings do not go away by being built again: each build states all of
        them, or a second run with ``-W`` would pass where the first had failed.
        """
        domain = sourced_domain(env)
        domain.learned = self._learn(domain)
        if findings := domain.findings():
            log_findings(findings, domain.place.root)
        # Sphinx keeps what was learned only if there is something to write.
        return [app.config.root_doc] if domain.learned and not self._read else []

    def _learn(self, domain: SourcedDomain) -> bool:
        state = domain.book_state
        data_changed = state.fingerprint != self._fingerprint
        if not (data_changed or self._read or self._removed):
            return False
        from ..checking import check_together, keep, take_in, take_over  # late: it loads every rule

        take_over(domain, self._read)
        if data_changed:
            take_in(domain, read=self._read)
            state.fingerprint = self._fingerprint
        keep(domain)
        check_together(domain)
        return True


def setup_changes(app: Sphinx) -> None:
    """Connect one build's changes to Sphinx's events."""
    changes = Changes()
    app.connect("env-get-outdated", changes.outdated)
    app.connect("env-before-read-docs", changes.before_reading)
    app.connect("source-read", changes.reading, priority=0)
    app.connect("env-updated", changes.updated)
    app.connect("build-finished", write_export)

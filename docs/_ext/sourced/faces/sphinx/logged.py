"""Findings as the warnings of a build, each at its place."""

from __future__ import annotations

import logging
from collections.abc import Iterable
from pathlib import Path

from sphinx.util.logging import getLogger

from ...book.findings import Finding, InputError
from ...english.phrases import plural

logger = getLogger(__name__)

UNREVIEWED = "unreviewed"
"""The code of what waits for a signature; a test holds that it is the one that the rules give."""

UNREADABLE = 2
"""The exit status for input that cannot be read, as of the command line."""


class DataError(SystemExit):
    """The book's data could not be read; nothing was checked and nothing written.

    No SphinxError: Sphinx would print its stack for a mere slip in the data,
    and throw away what it knows of all pages.
    """


def stopped(error: InputError, root: Path) -> DataError:
    """Log every problem at its place; what stops the build then only counts them."""
    for finding in error.findings:
        log_finding(finding, root, logging.ERROR)
    count = len(error.findings)
    logger.error("%s in what the book is made of; nothing was built", plural(count, "problem"))
    return DataError(UNREADABLE)


def log_finding(finding: Finding, root: Path, level: int = logging.WARNING) -> None:
    """Log a finding at its place; Sphinx has no place for the column, so the message names it."""
    lines = "\n" in finding.message  # what stands on a line of its own is to be copied
    stop = "\n" if lines else "" if finding.message.endswith((".", "?", "!")) else "."
    words = f"column {finding.column}: {finding.message}{stop}{' ' * (not lines)}{finding.hint}".rstrip()
    place = f"{root / finding.file}:{finding.line}"
    logger.log(level, "%s", words, location=place, type="sourced", subtype=finding.code)


def log_findings(findings: Iterable[Finding], root: Path) -> None:
    """Log each as a warning at its place; what waits for a signature is no fault, and only counted."""
    found = list(findings)
    for finding in found:
        if finding.severity != "review":
            log_finding(finding, root)
        elif finding.code != UNREVIEWED:
            log_finding(finding, root, logging.INFO)
    if waiting := sum(finding.code == UNREVIEWED for finding in found):
        logger.info("%s to be reviewed: sourced review", plural(waiting, "unit"))

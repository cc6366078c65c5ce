"""The rule that what is judged is what is shown. Only a build can hold it: it alone knows what is shown."""

from __future__ import annotations

from ..page.shown import Difference
from .registry import Hit, declare

SHOWN_NOT_READ = declare(
    "shown-not-read",
    link="prose",
    module=__name__,
    hint="Write on the page what is to be shown; take away the hook, catalogue or role that changes it.",
    text="""A built page shows other words than the checks have read, or leaves some of them out.

    A message catalogue, a hook, a substitution, a role or directive of an extension, an included file: nobody
    has checked what they put on a page. Found by the build alone, as it alone knows what is shown.
    """,
)


def hit(difference: Difference) -> Hit:
    """What is told of a difference."""
    if not difference.read:
        message = f"“{difference.shown}” is shown here, and was not read"
    elif not difference.shown:
        message = f"“{difference.read}” was read here, and is not shown"
    else:
        message = f"“{difference.shown}” is shown where “{difference.read}” was read"
    return Hit(message=message)


PICTURE_IMPOSSIBLE = declare(
    "picture-impossible",
    link="prose",
    module=__name__,
    hint="Correct what the picture is asked to show, as the message says.",
    text="""A picture is asked to show what it cannot: an event without a date, a role that there is not.

    The build could not draw it.
    """,
)

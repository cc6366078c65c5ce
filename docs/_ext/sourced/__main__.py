"""``python -m sourced`` is the ``sourced`` command."""

from __future__ import annotations

import sys

from .faces.command.main import main

if __name__ == "__main__":
    sys.exit(main())

"""The ``sourced`` command."""

"""Text that is shared: between sources, which are one voice then, and between a page and a source."""

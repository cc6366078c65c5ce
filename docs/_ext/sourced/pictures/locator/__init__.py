"""The sketch of where a place lies."""

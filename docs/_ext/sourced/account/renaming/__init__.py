"""Giving something another ID, everywhere at once."""

"""Dates in running text, and what days they mean."""

"""All that knows the English language."""

"""Numbers, numerals and units in running text."""

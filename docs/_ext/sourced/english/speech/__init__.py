"""Who says what in running text."""

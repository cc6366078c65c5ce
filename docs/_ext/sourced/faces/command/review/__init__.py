"""``sourced review``: units beside their evidence, to be read and signed."""

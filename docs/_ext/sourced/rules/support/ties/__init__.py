"""How the words of a unit are tied to each other, beside how they are tied in its evidence."""

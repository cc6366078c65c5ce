"""Where an ID is used: what rests on it, and what would have to be read again if it changed."""

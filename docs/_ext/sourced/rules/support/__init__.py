"""Whether evidence supports a unit: its words stand there, and are tied to each other as they are in it."""

"""The verdict on a unit: what refutes it, what supports it, and what is left to a person."""

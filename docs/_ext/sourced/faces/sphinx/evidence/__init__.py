"""What a reader sees of the evidence: marks, notes, cards, the switch."""

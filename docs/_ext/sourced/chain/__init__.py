"""What a fact rests on and what it gives: the chain from sentence to source."""

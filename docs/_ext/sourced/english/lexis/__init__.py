"""Single words: their forms, their kinds, and what they have to do with each other."""

"""Reading YAML into a tree that knows the place of everything."""

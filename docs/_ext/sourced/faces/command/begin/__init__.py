"""Beginning a book: from nothing, or in a project that Sphinx builds already."""

"""Which small faults in ``rules`` and ``english`` would no test notice? See ``__main__.py``."""

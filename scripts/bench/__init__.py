"""The benchmark: a synthetic archive of any size, and what building it costs."""

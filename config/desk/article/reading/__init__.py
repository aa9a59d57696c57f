"""What a text names: `read.read()` marks it, from plain values alone."""

"""Records that are probably of one person or institution, and making one of two."""

"""Who comes in and goes out, and who is inside now."""

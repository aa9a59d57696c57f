"""What staff do with the people whom a delegation names: ask for them, and answer."""

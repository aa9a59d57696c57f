"""Who may come: decided step by step, with a badge of one's own and zones that are open to it."""

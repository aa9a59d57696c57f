"""Who comes in: signing in, the second factor, lifetimes of sessions, proof for dangerous acts."""

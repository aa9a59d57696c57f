"""Pages kept for visitors, and never older than the content."""

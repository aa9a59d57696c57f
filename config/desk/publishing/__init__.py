"""Publishing as staff mean it: with whom and what the pages name, or knowing what stays hidden."""

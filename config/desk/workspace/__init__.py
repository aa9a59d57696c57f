"""An event as staff work on it: a tab for each part, with tables whose rows are edited in place."""

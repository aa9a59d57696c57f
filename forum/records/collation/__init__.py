"""The alphabetical order of each language, the same in Python and on both databases.

A text is turned into a sort key once; what is sorted by SQL stands beside it in a column.
"""

from forum.records.collation.keys import sort_key
from forum.records.collation.tailorings import TAILORINGS

# The languages whose order is known and held against ICU by a test.
LANGUAGES = tuple(TAILORINGS)

__all__ = ["LANGUAGES", "sort_key"]

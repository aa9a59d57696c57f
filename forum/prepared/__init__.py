"""Queries that are made into SQL once and then only asked, with what belongs to their rows.

Django takes ten times as long to build and compile a query as a database takes to answer it.
A page that is read often prepares its queries.
"""

from forum.prepared.beginnings import beginning
from forum.prepared.kept import kept
from forum.prepared.queries import Prepared, prepared

__all__ = ["Prepared", "beginning", "kept", "prepared"]

"""Lists one after another, paged through as one."""

from functools import cached_property

from django.db.models import QuerySet


class Chain:
    """Some lists, one after another. Of each is read only what stands on a page.

    A slice has the rows of each list for itself.
    """

    def __init__(self, *lists: QuerySet):
        self.lists = lists

    @cached_property
    def _lengths(self) -> list[int]:
        return [rows.count() for rows in self.lists]

    def __len__(self):
        return sum(self._lengths)

    def __getitem__(self, places: slice) -> list[list]:
        begin, end, found = places.start, places.stop, []
        for rows, length in zip(self.lists, self._lengths, strict=True):
            first, last = max(begin, 0), min(end, length)
            found.append([*rows[first:last]] if first < last else [])
            begin, end = begin - length, end - length
        return found

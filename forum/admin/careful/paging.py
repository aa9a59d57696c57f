"""Many rows of a record in pages: found by words, and a few on the page at a time."""

from collections.abc import Mapping
from dataclasses import dataclass
from functools import reduce
from operator import and_, or_
from urllib.parse import urlencode

from django.contrib import admin
from django.core.paginator import Page as Slice
from django.core.paginator import Paginator
from django.db import models
from django.db.models import Q

# A row has some twenty kilobytes: a page is to open within a second.
ROWS = 10
LONGEST, WORDS, MOST_NEW = 100, 5, 10


@dataclass(frozen=True)
class Page:
    """Some of the rows of an inline, and how to reach the others."""

    prefix: str
    words: str
    asked: Mapping[str, str]
    all: int
    keys: Slice

    @property
    def first(self) -> int:
        return self.keys.start_index()

    @property
    def last(self) -> int:
        return self.keys.end_index()

    @property
    def found(self) -> int:
        return self.keys.paginator.count

    @property
    def numbers(self) -> list[tuple[int | str, str]]:
        """The pages, each with its address; what is left out has none."""
        pages = self.keys.paginator.get_elided_page_range(self.keys.number, on_each_side=2)
        return [(page, self._address(page) if isinstance(page, int) else "") for page in pages]

    def _address(self, number: int) -> str:
        page = {f"{self.prefix}-page": number, f"{self.prefix}-q": self.words}
        query = {name: value for name, value in (self.asked | page).items() if value}
        return f"?{urlencode(query)}#{self.prefix}-group"


def page_of(rows: models.QuerySet, prefix: str, asked: Mapping[str, str]) -> Page:
    """The page of many rows that an address asks for: ?members-page=2&members-q=rector."""
    own = {"page": f"{prefix}-page", "words": f"{prefix}-q"}
    words = asked.get(own["words"], "").replace("\x00", "").strip()[:LONGEST]
    found = rows.filter(_says(rows.model, words)).distinct() if words else rows
    keys = Paginator(list(found.values_list("pk", flat=True)), ROWS)
    others = {name: value for name, value in asked.items() if name not in own.values()}
    return Page(prefix, words, others, rows.count(), keys.get_page(asked.get(own["page"])))


def empty_rows(prefix: str, asked: Mapping[str, str]) -> int:
    """How many empty rows an address asks for: ?members-new=3, for those without a script."""
    number = asked.get(f"{prefix}-new", "")
    return min(int(number), MOST_NEW) if number.isdecimal() and len(number) < 4 else 0


def _says(model: type[models.Model], text: str) -> Q:
    """Rows in which each word stands in some column."""
    columns = _columns(model)
    said = [
        reduce(or_, (Q(**{f"{column}__icontains": word}) for column in columns))
        for word in text.split()[:WORDS]
    ]
    return reduce(and_, said)


def _columns(model: type[models.Model]) -> list[str]:
    """Where words are looked for: as in the list of that kind, or in all its texts."""
    site = admin.site
    if site.is_registered(model) and (fields := site.get_model_admin(model).search_fields):
        return list(fields)
    return [
        field.name
        for field in model._meta.fields
        if isinstance(field, models.CharField | models.TextField)
    ]

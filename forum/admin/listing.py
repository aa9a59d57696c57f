"""Lists of the admin, which cost the same however many records there are.

A list counts as far as its next pages, stands in the order of an index, and offers the dates
between its first and its last one: nothing of it reads all records.
"""

import calendar
import datetime as dt
from collections.abc import Iterator, Sequence
from functools import cache, cached_property

from django.contrib import admin
from django.contrib.admin.views.main import PAGE_VAR, ChangeList
from django.core.paginator import Paginator
from django.db.models import Model
from django.utils.text import capfirst
from django.utils.translation import gettext as _

from forum.derived import catch_up
from forum.records.paging import latest_first
from forum.records.partial_dates import format_partial

# So many pages beyond the one that is read are counted, and lead on.
AHEAD = 20
# Over more years than that, those in which there is nothing are left out.
YEARS = 150
DATE_PARTS = ("year", "month", "day")


@cache
def in_words(model: type[Model], column: str):
    """A column of a list: a partial date says only what is known of it, a choice its label."""
    precision = f"{column}_precision"
    field = next((each for each in model._meta.fields if each.name == column), None)
    if field is None or not (field.choices or hasattr(model, precision)):
        return column

    @admin.display(description=field.verbose_name, ordering=column)
    def words(record):
        if field.choices:
            return getattr(record, f"get_{column}_display")() or None
        return format_partial(getattr(record, column), getattr(record, precision)) or None

    words.__name__ = column  # By which Django tells columns apart.
    return words


class Dates:
    """The years, months and days by which a list can be narrowed, one within the other."""

    def __init__(self, changelist: ChangeList):
        self.changelist, self.column = changelist, changelist.date_hierarchy
        chosen = [changelist.params.get(f"{self.column}__{part}") for part in DATE_PARTS]
        self.chosen = [int(each) for each in chosen[: [*chosen, None].index(None)]]

    def link(self, *date: int) -> str:
        names = [f"{self.column}__{part}" for part in DATE_PARTS]
        return self.changelist.get_query_string(
            dict(zip(names, date, strict=False)), [f"{self.column}__"]
        )

    @property
    def back(self) -> dict | None:
        if not self.chosen:
            return None
        *above, _last = self.chosen
        return {"link": self.link(*above), "title": written(above) if above else _("All dates")}

    @property
    def choices(self) -> Iterator[dict]:
        if len(self.chosen) == len(DATE_PARTS):
            yield {"title": written(self.chosen)}
            return
        for number in self._numbers():
            date = [*self.chosen, number]
            yield {"link": self.link(*date), "title": written(date)}

    def _numbers(self) -> list[int]:
        if not self.chosen:
            return self._years()
        if len(self.chosen) == 1:
            return [*range(1, 13)]
        _weekday, days = calendar.monthrange(*self.chosen)
        return [*range(1, days + 1)]

    def _years(self) -> list[int]:
        """From the first to the last: to know in which there is something, all would be read."""
        known = self.changelist.root_queryset.filter(**{f"{self.column}__isnull": False})
        days = known.order_by(self.column).values_list(self.column, flat=True)
        first, last = days.first(), days.last()
        if first is None:
            return []
        if last.year - first.year > YEARS:
            return [day.year for day in known.dates(self.column, "year")]
        return [*range(first.year, last.year + 1)]


def written(date: list[int]) -> str:
    """A year, a month or a day."""
    year, month, day = [*date, 1, 1][:3]
    precision = DATE_PARTS[len(date) - 1]
    return capfirst(format_partial(dt.date(year, month, day), precision))


class RecordList(ChangeList):
    def get_ordering_field(self, field_name):
        """Sort by what the list offers alone, whatever its address says."""
        offered = self.sortable_by is None or field_name in self.sortable_by
        return super().get_ordering_field(field_name) if offered else None

    @property
    def has_more(self) -> bool:
        """Whether there are more than `result_count` says."""
        return self.paginator.has_more

    @property
    def dates(self) -> Dates | None:
        return Dates(self) if self.date_hierarchy else None


class NextPages(Paginator):
    """Pages up to some beyond the one that is read; the records of further ones are not counted."""

    def __init__(self, *args, number: str = "", **options):
        super().__init__(*args, **options)
        is_number = number.isascii() and number.isdecimal() and len(number) < 7
        self.most = (int(number if is_number else 1) + AHEAD) * self.per_page

    @cached_property
    def count(self) -> int:
        return min(self._counted, self.most)

    @property
    def has_more(self) -> bool:
        return self._counted > self.most

    @cached_property
    def _counted(self) -> int:
        return self.object_list.order_by().values("pk")[: self.most + 1].count()


def next_pages(request, records, size: int, **options) -> NextPages:
    """The pages of a list or of an autocomplete, whichever is asked for."""
    number = request.GET.get(PAGE_VAR) or request.GET.get("page", "")
    return NextPages(records, size, number=number, **options)


class QuickList:
    """An admin's list whose first page costs the same in any archive."""

    # What a list is sorted by, if a reader wishes so: columns with an index; None for all columns
    # of a list that stays short.
    sortable_by: Sequence[str] | None = ()
    # The order of a list that is narrowed by a link to what belongs to one record.
    order_within: Sequence | None = None
    show_facets = admin.ShowFacets.NEVER
    show_full_result_count = False

    def get_changelist(self, request, **kwargs):
        return RecordList

    def get_paginator(self, request, queryset, per_page, *args, **options):
        return next_pages(request, queryset, per_page, *args, **options)

    def get_list_display(self, request):
        return [in_words(self.model, name) for name in super().get_list_display(request)]

    def get_sortable_by(self, request):
        if self.sortable_by is None:
            return self.get_list_display(request)
        return [in_words(self.model, name) for name in self.sortable_by]

    def get_ordering(self, request):
        """The reader's alphabet, or what is latest; but within one record the order of that."""
        if not request.GET.keys().isdisjoint(self.linked_by):
            return self.order_within or self.model._meta.ordering
        if self.ordering:
            return self.ordering
        if self.model._meta.ordering == ["slug"]:
            catch_up()
            return [self.model.sort_key.here]
        return latest_first(self.date_hierarchy).by() if self.date_hierarchy else ["-pk"]

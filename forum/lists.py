"""Lists that visitors page through: of records, which they narrow, and of what one has."""

from django.core.paginator import Paginator
from django.http import Http404, HttpResponseRedirect, QueryDict
from django.views.generic import DetailView, TemplateView

from forum.records import paging
from forum.records.pages import fetched
from forum.records.paging import Order, Page
from forum.search.facets import AllChoices, Filters

PAGE, AFTER, BEFORE = "page", "after", "before"
LAST = "last"
# Numbers of pages stand in addresses of old: a page is counted for those alone.
HIGHEST = 1_000


class RecordListView(TemplateView):
    """A page of the records that a visitor's choices leave, or all choices of a facet.

    A page is known by the record that it comes after or before: it costs the same wherever it is,
    and its address leads to the same records when others are added.
    """

    size = 50

    def filters_of(self, query: QueryDict) -> Filters:
        raise NotImplementedError

    def order(self) -> Order:
        raise NotImplementedError

    def rows(self, records):
        """The records with all that a row shows of them."""
        return records

    def bring(self, records: list) -> None:
        """Bring along what the rows of a page show beside that."""

    def get(self, request, *args, **kwargs):
        self.filters = self.filters_of(request.GET)
        if facet := self.filters.to_choose:
            all_choices = AllChoices(self.filters, facet, request.GET)
            context = {"filters": self.filters, "all": all_choices}
            return self.response_class(request, "choices.html", context)
        if PAGE in request.GET and request.GET[PAGE] != LAST:
            return self._moved(request.GET[PAGE])
        return super().get(request, *args, **kwargs)

    def _moved(self, number: str):
        """Lead from a number to the page that has it now."""
        if not (number.isascii() and number.isdecimal() and 0 < int(number[:9]) <= HIGHEST):
            raise Http404
        before = (int(number) - 1) * self.size
        if before == 0:
            return HttpResponseRedirect(self.request.path + self.filters.address)
        rows = self._records().order_by(*self.order().by()).values_list("slug", flat=True)
        found = list(rows[before - 1 : before + 1])
        if len(found) < 2:
            raise Http404
        return HttpResponseRedirect(self.request.path + self.filters.with_page(AFTER, found[0]))

    def _records(self):
        return self.filters.records

    def _page(self) -> Page:
        records, order = self.rows(self._records()), self.order()
        query = self.request.GET
        if query.get(PAGE) == LAST:
            return paging.last_page(records, order, self.size)
        for name, read in ((AFTER, paging.page_after), (BEFORE, paging.page_before)):
            if place := self._place(query.get(name)):
                return read(records, order, self.size, place)
        return paging.first_page(records, order, self.size)

    def _place(self, slug: str | None) -> tuple | None:
        """Where a published record stands; that of any other one is nobody's business."""
        found = self.filters.all.filter(slug=slug) if slug else None
        return found and self.order().place_of(self.in_order(found))

    def in_order(self, records):
        """Records with what the order reads, if that is no column."""
        return records

    def get_context_data(self, **kwargs):
        page = self._page()
        self.bring(page.records)
        context = super().get_context_data(
            object_list=page.records,
            pages=Ways(page, self.filters),
            filters=self.filters.shown(),
            **kwargs,
        )
        return fetched(context)


class Ways:
    """The addresses of the pages around one."""

    def __init__(self, page: Page, filters: Filters):
        records = page.records
        self.first = filters.address if page.has_previous else ""
        self.last = filters.with_page(PAGE, LAST) if page.has_next else ""
        is_before = page.has_previous and records
        self.previous = filters.with_page(BEFORE, records[0].slug) if is_before else ""
        self.next = filters.with_page(AFTER, records[-1].slug) if page.has_next else ""

    def __bool__(self):
        return bool(self.first or self.last)


class PartView(DetailView):
    """All that a published record has of something, of which its own page shows the beginning."""

    heading = ""
    size = 50

    def rows(self):
        """What can be counted and sliced."""
        raise NotImplementedError

    def get_context_data(self, **kwargs):
        page = Paginator(self.rows(), self.size).get_page(self.request.GET.get(PAGE))
        return super().get_context_data(
            heading=self.heading,
            rows=page.object_list,
            page_obj=page,
            is_paginated=page.has_other_pages(),
            **kwargs,
        )

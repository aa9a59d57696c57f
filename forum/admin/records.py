"""What the admin pages of all records share.

Every relation is an autocomplete, and an inline of a hundred rows costs as many queries as one of
a single row.
"""

from urllib.parse import urlencode

from django.contrib import admin
from django.contrib.admin.widgets import RelatedFieldWidgetWrapper
from django.db import models
from django.http import HttpResponseRedirect
from django.utils.translation import gettext_lazy as _

from forum.admin.alike import alike_address
from forum.admin.autocompletes import LabelledAutocomplete, SeveralAutocomplete, is_key
from forum.admin.careful.files import KEEPS_FILES
from forum.admin.careful.folding import opened_by_errors
from forum.admin.careful.pages import CarefulAdmin
from forum.admin.careful.rows import RowsFormSet
from forum.admin.history import HistoryAdmin
from forum.admin.languages import in_rows
from forum.admin.offering import Offered, language_of, lists
from forum.admin.removing import NamesWhatIsDeleted
from forum.admin.returning import ReturnsAdmin, next_of, returning
from forum.admin.taking_over import TakesOver
from forum.admin.typed import AS_TYPED, RecordForm
from forum.derived import catch_up
from forum.records.partial_dates import format_partial
from forum.search.find import kind_of, matches

# The search_fields of what the site's search finds: Django asks for some before it offers a box.
FINDABLE = ["slug"]
# How the lookups of Django's filters and of its date hierarchy end.
FILTER_ENDINGS = ("", "__exact", "__id__exact", "__isnull")
DATE_PARTS = ("__year", "__month", "__day")
URLS_WITHOUT_SCHEME = {models.URLField: {"assume_scheme": "https"}}


def folded(rows, more):
    """Fieldsets that show what staff type in a hurry, and fold the rest away."""
    return [(None, {"fields": rows}), fold(_("More"), more)]


def fold(heading, rows):
    """A fieldset that waits folded until somebody wants it."""
    return (heading, {"classes": ["collapse"], "fields": rows})


def as_exact_as_known(model, column):
    """A column of a list; a partial date says only what is known of it."""
    exactness = f"{column}_precision"
    if not hasattr(model, exactness):
        return column

    @admin.display(description=model._meta.get_field(column).verbose_name, ordering=column)
    def date(record):
        return format_partial(getattr(record, column), getattr(record, exactness)) or None

    date.__name__ = column  # By which Django tells columns apart.
    return date


class RelationsAreAutocompletes:
    """Any list of records grows: none of them becomes a select with all rows in it."""

    form = RecordForm
    formfield_overrides = URLS_WITHOUT_SCHEME | AS_TYPED | KEEPS_FILES
    # Relations whose choices are few and depend on the record, offered as a list.
    plain_selects: tuple[str, ...] = ()
    # What fields offer while one types, by their names; one name for all languages.
    offers: dict[str, Offered] = {}

    def get_autocomplete_fields(self, request):
        relations = [*self.opts.fields, *self.opts.many_to_many]
        return [
            field.name
            for field in relations
            if field.remote_field and field.name not in self.plain_selects
        ]

    def formfield_for_dbfield(self, db_field, request, **kwargs):
        field = super().formfield_for_dbfield(db_field, request, **kwargs)
        if field is None:
            return None
        attributes = field.widget.attrs
        if language := language_of(db_field):
            attributes["lang"] = language
        if offered := self.offers.get(db_field.name.removesuffix(f"_{language}")):
            attributes["list"] = offered.id_in(language)
        if address := alike_address(db_field):
            attributes["data-alike"] = address
        return field

    def formfield_for_foreignkey(self, db_field, request, **kwargs):
        if db_field.name not in self.plain_selects:
            kwargs.setdefault("widget", LabelledAutocomplete(db_field, self.admin_site))
        return super().formfield_for_foreignkey(db_field, request, **kwargs)

    def formfield_for_manytomany(self, db_field, request, **kwargs):
        kwargs.setdefault("widget", SeveralAutocomplete(db_field, self.admin_site))
        return super().formfield_for_manytomany(db_field, request, **kwargs)

    def get_fieldsets(self, request, obj=None):
        fieldsets = super().get_fieldsets(request, obj)
        return opened_by_errors(in_rows(self.model, fieldsets))


class AsksOnlyWhatIsOffered:
    """A list whose address may hold anything, but asks the database only what the list offers."""

    # Lookups of links that lead here from other pages, beside those of filters and dates.
    linked_by: tuple[str, ...] = ()

    def lookup_allowed(self, lookup, value, request):
        """Refuse lookups that no filter, date or link uses, and numbers that no key can be.

        Anything else could keep the database busy for as long as a stranger likes.
        """
        digits = 4 if lookup.endswith(DATE_PARTS) else 18
        numbers = [part for part in str(value).split(",") if part.strip("-").isdecimal()]
        return lookup in self._offered(request) and all(len(n) <= digits for n in numbers)

    def get_changelist_instance(self, request):
        """Let “Clear all filters” leave no trace of a year: Django's link has what we refuse."""
        changelist = super().get_changelist_instance(request)
        filters = changelist.get_filters_params()
        changelist.clear_all_filters_qs = changelist.get_query_string(remove=filters)
        return changelist

    def _offered(self, request) -> set[str]:
        offered = set(self.linked_by)
        for field in self.get_list_filter(request):
            path = field[0] if isinstance(field, tuple) else field
            if isinstance(path, str):
                offered |= {f"{path}{ending}" for ending in FILTER_ENDINGS}
            else:
                offered.add(path.parameter_name)
        if self.date_hierarchy:
            offered |= {f"{self.date_hierarchy}{part}" for part in DATE_PARTS}
        return offered


class RecordAdmin(
    RelationsAreAutocompletes,
    AsksOnlyWhatIsOffered,
    TakesOver,
    CarefulAdmin,
    NamesWhatIsDeleted,
    ReturnsAdmin,
    HistoryAdmin,
):
    """A kind of record: its list, its form and its history."""

    class Media:
        css = {"all": ["admin/languages.css"]}
        js = [
            "admin/languages.js",
            "admin/alike.js",
            "admin/offering.js",
            "admin/adding.js",
            "admin/choosers.js",
        ]

    # Query parameters that “Save and add another” hands on to the next form.
    carry_over: tuple[str, ...] = ()
    # The kind of list that brings such records, if there is one.
    takes_in = ""
    list_per_page = 50
    save_on_top = True
    show_facets = admin.ShowFacets.NEVER

    def get_form(self, request, obj=None, change=False, **kwargs):
        form = super().get_form(request, obj, change=change, **kwargs)
        self.limit_plain_selects(request, form.base_fields, obj)
        return form

    def limit_plain_selects(self, request, fields, obj=None):
        """Let plain selects offer only what belongs to the same event."""
        event = request.POST.get("event") or request.GET.get("event") or getattr(obj, "event_id", 0)
        for name in self.plain_selects:
            if field := fields.get(name):
                rows = field.queryset.exclude(pk=obj.pk if name == "parent" and obj else None)
                field.queryset = rows.filter(event=event) if is_key(event) else rows.none()

    def render_change_form(self, request, context, *args, **kwargs):
        parts = [self, *(formset.opts for formset in context["inline_admin_formsets"])]
        context |= {"offered": lists(parts)}
        return super().render_change_form(request, context, *args, **kwargs)

    def get_list_display(self, request):
        return [as_exact_as_known(self.model, name) for name in super().get_list_display(request)]

    def get_ordering(self, request):
        """A list that would stand in the order of addresses stands in the reader's alphabet."""
        if self.model._meta.ordering != ["slug"]:
            return super().get_ordering(request)
        catch_up()
        return [self.model.sort_key.here]

    def get_queryset(self, request):
        """What the list shows beside a row comes with it, for autocompletes too."""
        queryset = super().get_queryset(request)
        related = self.list_select_related
        return queryset.select_related(*related) if related else queryset

    def get_search_results(self, request, queryset, search_term):
        """Find what the site's search finds, unpublished records and words included."""
        kind = kind_of(self.model)
        if kind is None or not search_term.strip():
            return super().get_search_results(request, queryset, search_term)
        return queryset.filter(pk__in=matches(kind, search_term, staff=True).keys), False

    def view_on_site(self, obj):
        """Lead to the public page, if there is one that a visitor could see."""
        visible = getattr(obj, "is_published", False) and hasattr(obj, "get_absolute_url")
        return obj.get_absolute_url() if visible else None

    def response_add(self, request, obj, post_url_continue=None):
        response = super().response_add(request, obj, post_url_continue)
        if "_addanother" in request.POST and isinstance(response, HttpResponseRedirect):
            carried = {
                name: obj.serializable_value(name)
                for name in self.carry_over
                if obj.serializable_value(name) is not None
            }
            again = f"{request.path}?{urlencode(carried)}"
            return HttpResponseRedirect(returning(again, next_of(request)))
        return response


class RecordInline(RelationsAreAutocompletes, admin.StackedInline):
    """Rows of a record's parts, in the record's own form."""

    extra = 0
    formset = RowsFormSet
    template = "admin/careful/rows.html"
    # Relations whose labels the rows show, fetched with the rows.
    related: tuple[str, ...] = ()

    def formfield_for_dbfield(self, db_field, request, **kwargs):
        """Beside a relation stand two links instead of four: a row is shown many times."""
        field = super().formfield_for_dbfield(db_field, request, **kwargs)
        if field and isinstance(field.widget, RelatedFieldWidgetWrapper):
            field.widget.can_delete_related = field.widget.can_view_related = False
        return field

    def get_queryset(self, request):
        queryset = super().get_queryset(request)
        if self.related:
            queryset = queryset.select_related(*self.related)
        return queryset.prefetch_related(*(field.name for field in self.opts.many_to_many))

"""What the admin pages of all records share.

Every relation is an autocomplete, and an inline of a hundred rows costs as many queries as one of
a single row.
"""

from urllib.parse import urlencode

from django.contrib import admin
from django.contrib.admin.widgets import RelatedFieldWidgetWrapper
from django.core.exceptions import PermissionDenied
from django.db import models
from django.http import HttpResponseRedirect
from django.utils.translation import gettext_lazy as _

from forum.admin.alike import alike_address
from forum.admin.autocompletes import (
    KnownChoice,
    KnownChoices,
    LabelledAutocomplete,
    SeveralAutocomplete,
    is_key,
)
from forum.admin.careful.files import KEEPS_FILES
from forum.admin.careful.folding import opened_by_errors
from forum.admin.careful.pages import CarefulAdmin
from forum.admin.careful.rows import RowsFormSet
from forum.admin.finding import says
from forum.admin.history import HistoryAdmin
from forum.admin.languages import in_rows
from forum.admin.listing import DATE_PARTS, QuickList
from forum.admin.offering import Offered, language_of, lists
from forum.admin.removing import NamesWhatIsDeleted
from forum.admin.returning import ReturnsAdmin, next_of, returning
from forum.admin.taking_over import TakesOver
from forum.admin.typed import AS_TYPED, RecordForm
from forum.published import open_to
from forum.rights import hidden_from, sees_all
from forum.search.find import kind_of, matches

# The search_fields of what the site's search finds: Django asks for some before it offers a box.
FINDABLE = ["slug"]
# How the lookups of Django's filters and of its date hierarchy end.
FILTER_ENDINGS = ("", "__exact", "__id__exact", "__isnull")
DATE_ENDINGS = tuple(f"__{part}" for part in DATE_PARTS)
URLS_WITHOUT_SCHEME = {models.URLField: {"assume_scheme": "https"}}


def folded(rows, more):
    """Fieldsets that show what staff type in a hurry, and fold the rest away."""
    return [(None, {"fields": rows}), fold(_("More"), more)]


def fold(heading, rows):
    """A fieldset that waits folded until somebody wants it."""
    return (heading, {"classes": ["collapse"], "fields": rows})


class ShowsWhatOneMay:
    """A form with rows or without: no private field to whoever lacks its right, nor any record.

    What is not in a form cannot be sent with it either, and stays as it is.
    """

    def get_exclude(self, request, obj=None):
        hidden = hidden_from(request.user, self.model)
        return [*(super().get_exclude(request, obj) or ()), *sorted(hidden)]

    def get_fieldsets(self, request, obj=None):
        hidden = hidden_from(request.user, self.model)
        fieldsets = super().get_fieldsets(request, obj)
        return [each for each in _without(fieldsets, hidden) if each[1]["fields"]]

    def get_queryset(self, request):
        return open_to(request.user, super().get_queryset(request))

    def get_field_queryset(self, db, db_field, request):
        """What a relation may lead to."""
        rows = super().get_field_queryset(db, db_field, request)
        if sees_all(request.user):
            return rows
        return open_to(
            request.user, db_field.related_model._default_manager if rows is None else rows
        )


def _without(fieldsets, hidden: frozenset[str]):
    """Fieldsets without these fields, in rows or by themselves."""
    for heading, options in fieldsets:
        rows = [
            tuple(name for name in row if name not in hidden) if isinstance(row, tuple) else row
            for row in options["fields"]
        ]
        yield heading, options | {"fields": [row for row in rows if row and row not in hidden]}


class RelationsAreAutocompletes(ShowsWhatOneMay):
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
            kwargs.setdefault("form_class", KnownChoice)
        return super().formfield_for_foreignkey(db_field, request, **kwargs)

    def formfield_for_manytomany(self, db_field, request, **kwargs):
        kwargs.setdefault("widget", SeveralAutocomplete(db_field, self.admin_site))
        kwargs.setdefault("form_class", KnownChoices)
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
        digits = 4 if lookup.endswith(DATE_ENDINGS) else 18
        numbers = [part for part in str(value).split(",") if part.strip("-").isdecimal()]
        return lookup in self._offered(request) and all(len(n) <= digits for n in numbers)

    def changelist_view(self, request, extra_context=None):
        """Refuse an act that is there, but not for this user: Django would say that none is."""
        known = {name for _act, name, _label in self._get_base_actions()}
        if (known - self.get_actions(request).keys()).intersection(request.POST.getlist("action")):
            raise PermissionDenied
        return super().changelist_view(request, extra_context)

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
            offered |= {f"{self.date_hierarchy}{part}" for part in DATE_ENDINGS}
        return offered


class RecordAdmin(
    RelationsAreAutocompletes,
    AsksOnlyWhatIsOffered,
    QuickList,
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

    def get_queryset(self, request):
        """What the list shows beside a row comes with it, for autocompletes too."""
        queryset = super().get_queryset(request)
        related = self.list_select_related
        return queryset.select_related(*related) if related else queryset

    def get_search_results(self, request, queryset, search_term):
        """Find what the site's search finds, as far as the user may see it."""
        kind = kind_of(self.model)
        if kind is None:
            fields = self.get_search_fields(request)
            return queryset.filter(says(self.model, fields, search_term)), False
        if not search_term.strip():
            return queryset, False
        found = matches(kind, search_term, staff=sees_all(request.user))
        return queryset.filter(pk__in=found.keys), False

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

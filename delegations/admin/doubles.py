"""Records that are probably one: noticed while one is typed, listed, compared and merged."""

from django.contrib import admin, messages
from django.core.exceptions import PermissionDenied, ValidationError
from django.core.paginator import Paginator
from django.http import Http404, HttpResponseRedirect
from django.shortcuts import get_object_or_404
from django.template.response import TemplateResponse
from django.urls import path, reverse
from django.utils import timezone
from django.utils.html import format_html, format_html_join
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from delegations.doubles.derived import to_decide
from delegations.doubles.finding import doubles_of
from delegations.doubles.merging import merge, preview
from delegations.doubles.rows import rows_of
from delegations.doubles.signs import Sign
from delegations.models import NotTheSame
from delegations.services import use_preferred_names
from forum.admin.alike import about, address_of
from forum.admin.careful.seen import changes_since, seal, states_of
from forum.admin.publishable import PublishableAdmin
from forum.admin.returning import next_of
from forum.admin.typed import RecordForm
from forum.derived import refresh_some
from forum.history.author import name_of
from forum.history.locking import lock
from forum.rights import MERGE, sees_all
from forum.search.find import kind_of
from forum.search.index import KINDS

PAGE, OFFERED, COMPARED = 25, 5, 200
IS_ANOTHER = "is_another"


class AsksAboutDoubles(RecordForm):
    """A form that asks once before it saves what is probably on record already.

    Whoever sees only what is published is not asked: the question would name the rest.
    """

    asks = True

    def _post_clean(self):
        super()._post_clean()
        is_asked = (
            self.asks and not self.errors and self._may_be_double() and IS_ANOTHER not in self.data
        )
        if is_asked and (found := doubles_of(self.instance)):
            self.add_error(None, ValidationError(_question(found), code="double"))

    def _may_be_double(self) -> bool:
        return any(name.startswith("name_") for name in self.changed_data)


def _question(found) -> str:
    lines = format_html_join(
        "",
        '<li><a href="{}" data-key="{}">{}</a> {} ({})</li>',
        (
            (address_of(other), other.pk, other, about(other), sign.label)
            for other, sign in found[:OFFERED]
        ),
    )
    return format_html(
        '{}<ul>{}</ul><label><input type="checkbox" name="{}"> {}</label>',
        _("This is probably on record already:"),
        lines,
        IS_ANOTHER,
        _("It is another one: save it."),
    )


class DoublesAdmin(PublishableAdmin):
    """A kind of record that is easily entered twice, since its name has many spellings."""

    actions = ["publish", "unpublish", "merge_records"]
    form = AsksAboutDoubles

    def get_form(self, request, obj=None, change=False, **kwargs):
        form = super().get_form(request, obj, change=change, **kwargs)
        form.asks = sees_all(request.user)
        return form

    def save_related(self, request, form, formsets, change):
        super().save_related(request, form, formsets, change)
        was_typed = bool(form.data.get("slug"))
        is_new = not change and not was_typed
        use_preferred_names(form.instance, on=timezone.localdate(), is_new=is_new)

    def get_urls(self):
        view, name = self.admin_site.admin_view, f"{self.opts.app_label}_{self.opts.model_name}"
        return [
            path("doubles/", view(self.doubles_view), name=f"{name}_doubles"),
            path("<int:keep>/merge/<int:duplicate>/", view(self.merge_view), name=f"{name}_merge"),
            *super().get_urls(),
        ]

    def has_merge_permission(self, request):
        rights = [self.has_change_permission(request), self.has_delete_permission(request)]
        return request.user.has_perm(MERGE) and sees_all(request.user) and all(rights)

    def doubles_view(self, request):
        """Pairs that are probably one; a pair can be marked as not the same."""
        if not (sees_all(request.user) and self.has_view_permission(request)):
            raise PermissionDenied
        if request.method == "POST":
            return self._say(request)
        waiting = refresh_some(f"doubles-{self.opts.model_name}", COMPARED)
        page = Paginator(to_decide(self.model), PAGE).get_page(request.GET.get("page"))
        keys = {key for pair in page for key in (pair.one, pair.other)}
        records = KINDS[kind_of(self.model)].records().in_bulk(keys)
        pairs = [
            {"sign": Sign(pair.sign).label, "records": [records[pair.one], records[pair.other]]}
            for pair in page
            if pair.one in records and pair.other in records
        ]
        for pair in pairs:
            pair["sides"] = [(each, address_of(each), about(each)) for each in pair["records"]]
        context = {
            "title": _("Probable doubles"),
            "opts": self.opts,
            "pairs": pairs,
            "page_obj": page,
            "waiting": waiting,
            "decided": self._decided(),
            "may_change": self.has_change_permission(request),
            "may_merge": self.has_merge_permission(request),
        }
        return self._page(request, "doubles", context)

    def _say(self, request):
        """Remember that two records are not the same, or forget it."""
        if not self.has_change_permission(request):
            raise PermissionDenied
        one, other = sorted(
            get_object_or_404(self.model, pk=_key(request.POST.get(name))).pk
            for name in ("one", "other")
        )
        pair = {"kind": kind_of(self.model), "one": one, "other": other}
        if "again" in request.POST:
            NotTheSame.objects.filter(**pair).delete()
            said = _("They are compared again.")
        else:
            NotTheSame.objects.get_or_create(**pair, defaults={"author": name_of(request.user)})
            said = _("Marked as not the same.")
        self.message_user(request, said, messages.SUCCESS)
        return HttpResponseRedirect(request.get_full_path())

    def _decided(self) -> list[dict]:
        """What was said last, to be taken back."""
        said = list(NotTheSame.objects.filter(kind=kind_of(self.model)).order_by("-pk")[:PAGE])
        keys = {key for pair in said for key in (pair.one, pair.other)}
        records = self.model.objects.in_bulk(keys)
        return [
            {"said": pair, "records": [records[pair.one], records[pair.other]]}
            for pair in said
            if pair.one in records and pair.other in records
        ]

    @admin.action(
        description=gettext_lazy("Merge the selected records into one"), permissions=["merge"]
    )
    def merge_records(self, request, queryset):
        chosen = list(queryset.order_by("pk")[:3])
        if len(chosen) != 2:
            self.message_user(request, _("Select two records."), messages.WARNING)
            return None
        return HttpResponseRedirect(self._merge_address(*chosen))

    def merge_view(self, request, keep, duplicate):
        """What making one record of two would change, and doing it with a reason."""
        if not self.has_merge_permission(request):
            raise PermissionDenied
        keep, duplicate = (get_object_or_404(self.model, pk=key) for key in (keep, duplicate))
        self._refuse_without_rights(request, keep, duplicate)
        error, merged = "", None
        reason = request.POST.get("reason", "").strip()
        if request.method == "POST":
            for each in sorted((keep, duplicate), key=lambda record: record.pk):
                lock(each)
        shown = states_of(keep, duplicate)
        is_as_seen = not changes_since(request, shown)
        try:
            if request.method == "POST" and reason and is_as_seen:
                name = str(duplicate)
                merge(keep=keep, duplicate=duplicate, reason=reason, by=request.user)
                said = {"duplicate": name, "kept": keep}
                self.message_user(request, _("%(duplicate)s is now %(kept)s.") % said)
                return HttpResponseRedirect(next_of(request, address_of(keep)))
            merged = preview(keep=keep, duplicate=duplicate, by=request.user)
        except ValidationError as refusal:
            error = " ".join(refusal.messages)
        context = {
            "title": _("Make one record of two"),
            "opts": self.opts,
            "sides": [(each, address_of(each), about(each)) for each in (keep, duplicate)],
            "keep": keep,
            "duplicate": duplicate,
            "merged": merged,
            "error": error,
            "lacks_reason": request.method == "POST" and not reason,
            "reason": reason,
            "is_as_seen": is_as_seen,
            "seen": seal(shown),
            "other_way": self._merge_address(duplicate, keep),
        }
        return self._page(request, "merge", context)

    def _refuse_without_rights(self, request, keep, duplicate) -> None:
        """A merge changes both records, deletes one, and changes all that names it."""
        rights = [self.has_change_permission(request, each) for each in (keep, duplicate)]
        rights.append(self.has_delete_permission(request))
        for model, _number in rows_of(duplicate):
            opts = model._meta
            rights.append(request.user.has_perm(f"{opts.app_label}.change_{opts.model_name}"))
        if not all(rights):
            raise PermissionDenied

    def _merge_address(self, keep, duplicate) -> str:
        name = f"admin:{self.opts.app_label}_{self.opts.model_name}_merge"
        return reverse(name, args=[keep.pk, duplicate.pk])

    def _page(self, request, name, context):
        context |= self.admin_site.each_context(request)
        return TemplateResponse(request, f"admin/doubles/{name}.html", context)


def _key(text: str | None) -> int:
    if not (text or "").isdecimal() or len(text) > 18:
        raise Http404
    return int(text)

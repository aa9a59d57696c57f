"""The admin pages of records that lose nothing: see the modules beside this one."""

from django import forms
from django.contrib import admin, messages
from django.db import connection
from django.http import HttpResponseRedirect
from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from forum.admin.autocompletes import is_key
from forum.admin.careful import aside, once
from forum.admin.careful.basis import said_of
from forum.admin.careful.files import keep_files
from forum.admin.careful.problems import choices_of, problems_of
from forum.admin.careful.rows import RowsFormSet
from forum.audit.seeing import note_seen
from forum.history.keeping import label
from forum.history.locking import lock
from forum.models import Removal
from forum.rights import sees_all

DISCARD = "discard"
NOT_SAVED = gettext_lazy(
    "This form could not be saved when it was sent, since you had been signed out or had signed"
    " in again. Nothing is lost, and nothing is saved yet: look at it and save it."
)


def carried(request) -> dict:
    """What a form carries to be taken once, or set aside: for `admin/careful/_carried.html`."""
    return {
        "once": once.token_of(request),
        "sent_by": aside.signed_sender(request.user),
        "is_brought_back": aside.must_look(request),
    }


def why_it_is_back(request) -> list[str]:
    """What a form that is only brought back says above all; nothing of any other."""
    if not aside.must_look(request):
        return []
    missing = ", ".join(request.POST.getlist(aside.MISSING))
    again = _("Choose these files again: %(files)s.") % {"files": missing}
    return [str(NOT_SAVED), *([again] if missing else [])]


def say_why_it_is_back(request, form: forms.BaseForm) -> None:
    """Let a form of no record, if it is only brought back, say so; it is not valid then."""
    for text in why_it_is_back(request):
        form.add_error(None, text)


def discarded(request) -> HttpResponseRedirect | None:
    """Lead to the form as it is on record, if that is preferred to the one brought back."""
    if DISCARD not in request.POST:
        return None
    aside.forget(request)
    return HttpResponseRedirect(request.get_full_path())


def refused(request, form, formsets) -> dict:
    """What the page of a refused form shows above all; keeps its files until it is saved."""
    if not form.is_bound:
        return {}
    keep_files(request.user, [form, *(row for formset in formsets for row in formset.forms)])
    return {
        "problems": problems_of(form, formsets),
        "choices": choices_of(form, formsets),
        "is_asked": hasattr(request, "clashing"),
        "typed_reason": request.POST.get("clash_reason", ""),
        "errors": (),  # Django's own note would say the same again.
    }


def careful_form(request, form, formsets=()) -> dict:
    """What the page of a form of its own shows of it: what it carries, and why it was refused."""
    return carried(request) | refused(request, form, formsets) | {"form": form}


def say_what_went(request, formsets) -> None:
    """Tell of rows that somebody else took away and that were not changed here."""
    for formset in formsets:
        for text in getattr(formset, "notices", list)():
            messages.info(request, text)


class CarefulAdmin(admin.ModelAdmin):
    """A kind of record of whose forms nothing is lost, overwritten or recorded twice."""

    class Media:
        js = ["admin/careful.js"]

    def get_object(self, request, object_id, from_field=None):
        """The record; kept to the request that is about to change it."""
        record = self._read(request, object_id)
        if record is None or request.method != "POST" or not connection.in_atomic_block:
            return record
        lock(record)
        return self._read(request, object_id)

    def _read(self, request, object_id):
        """The record with all that its relations lead to, which its form names and asks for."""
        relations = [field.name for field in self.opts.fields if field.is_relation]
        rows = self.get_queryset(request).select_related(*relations)
        return rows.filter(pk=object_id).first() if is_key(object_id) else None

    def get_form(self, request, obj=None, change=False, **kwargs):
        form = super().get_form(request, obj, change=change, **kwargs)
        form.notices = why_it_is_back(request)
        return form

    def get_formset_kwargs(self, request, obj, inline, prefix):
        kwargs = super().get_formset_kwargs(request, obj, inline, prefix)
        is_paged = issubclass(inline.formset, RowsFormSet)
        return kwargs | ({"asked": request.GET} if is_paged else {})

    def changeform_view(self, request, object_id=None, form_url="", extra_context=None):
        """The form; one that could not be taken when it was sent comes back to be looked at."""
        view = super().changeform_view
        if request.method != "POST":
            return view(aside.brought_back(request), object_id, form_url, extra_context)
        aside.take_files(request)
        answer = discarded(request) or self._answer_without_saving(request, object_id)
        if answer is None:
            answer = view(request, object_id, form_url, extra_context)
            if not isinstance(answer, HttpResponseRedirect):
                once.release(request)
        return answer

    def _answer_without_saving(self, request, object_id):
        """Of a form that was taken before, or whose record is gone."""
        key = once.claim(request, self.model)
        if key is not None:
            record = self.get_object(request, str(key))
            return self._answer_again(request, record, is_new=object_id is None) if record else None
        removal = self._removal(request, object_id)
        if removal is None or not self.has_change_permission(request):
            return None
        aside.keep_form(request, request.user.pk)
        said = {"record": removal, "change": said_of((label(self.model), removal.key))}
        text = _(
            "“%(record)s” was removed meanwhile (%(change)s). What you entered is kept for a day:"
            " bring the record back, and it stands in its form."
        )
        messages.warning(request, text % said)
        name = f"admin:{self.opts.app_label}_{self.opts.model_name}_bring_back"
        return HttpResponseRedirect(reverse(name, args=[removal.pk]))

    def _answer_again(self, request, record, *, is_new: bool):
        return (self.response_add if is_new else self.response_change)(request, record)

    def _removal(self, request, object_id) -> Removal | None:
        """How the record of a form was taken away; None if it is there, or never was."""
        if not (is_key(object_id) and sees_all(request.user)):
            return None
        if self.model._base_manager.filter(pk=object_id).exists():
            return None
        gone = Removal.objects.filter(model=label(self.model), key=object_id)
        return gone.order_by("-pk").first()

    def save_formset(self, request, form, formset, change):
        super().save_formset(request, form, formset, change)
        say_what_went(request, [formset])

    def response_add(self, request, obj, post_url_continue=None):
        self._taken(request, obj)
        return super().response_add(request, obj, post_url_continue)

    def response_change(self, request, obj):
        self._taken(request, obj)
        return super().response_change(request, obj)

    def _taken(self, request, record) -> None:
        once.done(request, record)
        aside.forget(request)

    def render_change_form(self, request, context, add=False, change=False, form_url="", obj=None):
        formsets = [inline.formset for inline in context["inline_admin_formsets"]]
        if obj is not None:
            rows = (form.instance for formset in formsets for form in formset.initial_forms)
            note_seen(request, obj, [obj, *rows])
        context |= carried(request) | refused(request, context["adminform"].form, formsets)
        return super().render_change_form(request, context, add, change, form_url, obj)

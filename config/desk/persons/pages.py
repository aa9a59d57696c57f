"""The pages on which staff give account of what is held on somebody, and erase it."""

from collections.abc import Iterator
from functools import wraps

from django import forms
from django.contrib import admin, messages
from django.contrib.auth import get_user_model
from django.core.exceptions import PermissionDenied
from django.http import Http404, HttpResponseRedirect
from django.shortcuts import get_object_or_404
from django.template.response import TemplateResponse
from django.urls import path
from django.utils.text import capfirst
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from django.views.decorators.cache import never_cache

from config.access.proof import needs_proof
from config.desk.persons.packing import packed
from config.desk.persons.staff import account_of_staff
from config.desk.persons.words import called
from delegations.models import Official
from forum.admin.alike import address_of
from forum.admin.autocompletes import is_key
from forum.audit.trail import note
from forum.choices import AuditKind, ErasureMode, NamePlace
from forum.models import Attachment
from forum.personal.account import account_of
from forum.personal.erasing import Plan, erase, eraser_of, pictures_of, plan
from forum.personal.files import files_about
from forum.personal.held import HELD
from forum.published import open_to
from forum.records.translated import columns
from forum.rights import ERASE, may


def urls() -> list:
    """`admin:person`, `admin:person_erase` and `admin:staff_account`."""
    view = admin.site.admin_view
    return [
        path("delegations/official/<str:key>/personal/", view(personal), name="person"),
        path("delegations/official/<str:key>/erase/", view(erasing), name="person_erase"),
        path("auth/user/<str:key>/personal/", view(staff_account), name="staff_account"),
    ]


def _of(model):
    """Let a view have the record of that key, if the user may see it and erase persons.

    It takes a fresh proof of who they are.
    """

    def decorate(view):
        @never_cache
        @wraps(view)
        def found(request, key):
            if not (request.user.has_perm(ERASE) and may(request.user, "view", model)):
                raise PermissionDenied
            if not is_key(key):
                raise Http404
            record = get_object_or_404(open_to(request.user, model.objects), pk=key)
            return needs_proof(view)(request, record)

        return found

    return decorate


@_of(Official)
def personal(request, person):
    """What is held on a person; as a file when it is asked for."""
    sections = account_of(Official, person.pk)
    if request.method == "POST":
        note(AuditKind.EXPORTED, subject=person, request=request, what="personal data")
        return packed(str(person), sections, pictures_of(Official, person.pk))
    note(AuditKind.PRIVATE_SEEN, subject=person, request=request, what="personal data")
    return _page(request, "personal", person, sections=sections, erases=True)


@_of(get_user_model())
def staff_account(request, user):
    """What is held on a member of staff; as a file when it is asked for."""
    sections = account_of_staff(user)
    if request.method == "POST":
        note(AuditKind.EXPORTED, subject=user, request=request, what="personal data")
        return packed(str(user), sections)
    return _page(request, "personal", user, sections=sections)


class HowFar(forms.Form):
    """How far somebody is erased: chosen first, then shown."""

    mode = forms.ChoiceField(
        label=gettext_lazy("How far"), choices=ErasureMode, widget=forms.RadioSelect
    )
    spared = forms.MultipleChoiceField(
        label=gettext_lazy("If the name is withheld, it stays all the same"),
        choices=NamePlace,
        widget=forms.CheckboxSelectMultiple,
        required=False,
    )
    files = forms.ModelMultipleChoiceField(
        Attachment.objects.none(),
        label=gettext_lazy("Files that name the person and go along"),
        widget=forms.CheckboxSelectMultiple,
        required=False,
    )

    def __init__(self, person, *args, **kwargs):
        super().__init__(*args, **kwargs)
        spoken = Attachment.objects.filter(session__speakers__official=person)
        about = files_about(eraser_of(Official, person.pk, ErasureMode.ANONYMOUS), spoken)
        self.fields["files"].queryset = Attachment.objects.filter(
            pk__in=[each.pk for each in about]
        )
        self.fields["files"].label_from_instance = _file_in_words
        if not about:
            del self.fields["files"]

    @property
    def chosen(self) -> dict:
        """What was chosen, as erase() takes it."""
        files = [each.pk for each in self.cleaned_data.get("files") or ()]
        return self.cleaned_data | {"files": files}


def _file_in_words(attachment: Attachment) -> str:
    name = attachment.file.name.rpartition("/")[2]
    return f"{attachment} ({attachment.event}): {name}"


class Sure(forms.Form):
    """What it takes to erase somebody: a reason, and the number or name typed once more."""

    reason = forms.CharField(
        label=gettext_lazy("Reason"),
        max_length=300,
        help_text=gettext_lazy("For example: request of 3 May 2026. It is kept without the name."),
    )
    confirm = forms.CharField(label=gettext_lazy("The person's number or name"), max_length=200)

    def __init__(self, person, *args, **kwargs):
        super().__init__(*args, **kwargs)
        self.person = person

    def clean_confirm(self):
        typed = self.cleaned_data["confirm"].strip().casefold()
        names = {getattr(self.person, column).casefold() for column in columns("name")} - {""}
        if typed not in {str(self.person.pk), *names}:
            raise forms.ValidationError(_("That is neither the number nor a name of the person."))
        return typed


@_of(Official)
def erasing(request, person):
    """Show what an erasure would do, and do it once it is confirmed."""
    if not may(request.user, "change", Official):
        raise PermissionDenied
    asked = request.POST if request.method == "POST" else request.GET
    how = HowFar(person, asked or {"spared": [NamePlace.SIGNED]})
    is_chosen = "mode" in asked and how.is_valid()
    sure = Sure(person, request.POST if request.method == "POST" else None)
    if is_chosen and sure.is_valid():
        return _erase(request, person, how.chosen, sure.cleaned_data["reason"])
    planned = plan(Official, person.pk, **how.chosen) if is_chosen else None
    context = {"how": how, "sure": sure, "plan": planned}
    if planned:
        context |= {"clears": [*_clears(planned)], "keeps": [*_keeps(planned)]}
    return _page(request, "erase", person, **context)


def _erase(request, person, how: dict, reason: str):
    erase(Official, person.pk, reason=reason, by=request.user, request=request, **how)
    messages.success(request, _("The personal data is erased."))
    return HttpResponseRedirect(address_of(person))


def _clears(planned: Plan) -> Iterator[tuple[str, int, int]]:
    """What is emptied or goes: its name, and how many rows each."""
    for model, changed, gone in planned.edits.counts():
        yield called(model), changed, gone


def _keeps(planned: Plan) -> Iterator[tuple[str, int, str]]:
    """What stays of the person: its name, how many rows, and why."""
    eraser = planned.eraser
    for each in HELD[eraser.subject.model]:
        number = each.rows(eraser.key).count()
        if number and each.fate(eraser.mode, eraser.spared) is not None:
            yield capfirst(each.title), number, each.why


def _page(request, name: str, record, **context):
    context |= admin.site.each_context(request) | {
        "title": _("Personal data: %(name)s") % {"name": record},
        "opts": record._meta,
        "record": record,
        "back": address_of(record),
    }
    return TemplateResponse(request, f"admin/persons/{name}.html", context)

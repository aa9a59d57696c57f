"""A forum put on record in one short form: what it is, when and where, and who comes."""

import re
from functools import partial

from django import forms
from django.contrib import admin
from django.core.exceptions import PermissionDenied
from django.http import HttpResponseRedirect
from django.template.response import TemplateResponse
from django.utils.translation import gettext_lazy as _
from django.views.decorators.http import require_http_methods

from delegations.models import Delegation
from delegations.services import record_event
from forum.admin.careful import aside, once
from forum.admin.careful.pages import careful_form, discarded, why_it_is_back
from forum.admin.pages import workspace_of
from forum.admin.typed import HeldToAllRules, RecordForm
from forum.intake.readers import country
from forum.models import Event
from forum.records.texts import reader_language
from forum.rights import may


class CountriesField(forms.CharField):
    """Countries by name, in any of the site's languages, with commas between."""

    def clean(self, value) -> list[str]:
        """Their codes, each once."""
        typed = re.split("[,;\n]", super().clean(value))
        return list(dict.fromkeys(country(name.strip()) for name in typed if name.strip()))


class ForumForm(HeldToAllRules, RecordForm):
    """A new event with the countries that take part in it."""

    hosts = CountriesField(
        label=_("Host countries"),
        required=False,
        help_text=_("Empty: the country where it takes place."),
    )
    guests = CountriesField(
        label=_("Guest countries"),
        required=False,
        help_text=_("With commas between, for example: Estonia, Latvia."),
    )

    def __init__(self, *args, with_sides: bool, **kwargs):
        super().__init__(*args, **kwargs)
        self.fields["date_precision"].widget = forms.HiddenInput()
        next(iter(self.fields.values())).widget.attrs["autofocus"] = True
        if not with_sides:
            del self.fields["hosts"], self.fields["guests"]

    def clean(self):
        """Let no country come twice; the one where it takes place is the host unless told."""
        cleaned = super().clean()
        hosts, guests = cleaned.get("hosts"), cleaned.get("guests")
        if hosts is None or guests is None:
            return cleaned
        if not hosts and cleaned.get("country") and cleaned["country"] not in guests:
            cleaned["hosts"] = [cleaned["country"]]
        if {*cleaned["hosts"]} & {*guests}:
            self.add_error("guests", _("One of these is a host already."))
        return cleaned


@require_http_methods(["GET", "HEAD", "POST"])
def record_forum(request):
    """Record an event with its delegations, and go on in its workspace."""
    if not may(request.user, "add", Event):
        raise PermissionDenied
    request = aside.brought_back(request)
    if answer := _answered(request):
        return answer
    form = _form(request)
    if form.is_valid():
        return HttpResponseRedirect(workspace_of(_record(request, form)))
    once.release(request)
    context = admin.site.each_context(request) | {"title": _("Record a forum")}
    context |= careful_form(request, form)
    return TemplateResponse(request, "admin/record_forum.html", context)


def _answered(request) -> HttpResponseRedirect | None:
    """The answer to a form that was taken before, or that was brought back and is unwanted."""
    key = once.claim(request, Event) if request.method == "POST" else None
    event = Event.objects.filter(pk=key).first() if key else None
    return HttpResponseRedirect(workspace_of(event)) if event else discarded(request)


def _record(request, form: ForumForm) -> Event:
    event, cleaned = form.save(commit=False), form.cleaned_data
    record_event(event, hosts=cleaned.get("hosts", ()), guests=cleaned.get("guests", ()))
    admin.site.get_model_admin(Event).log_addition(request, event, [{"added": {}}])
    once.done(request, event)
    aside.forget(request)
    return event


def _form(request) -> ForumForm:
    """The columns are those of the reader's language."""
    language, model_admin = reader_language(), admin.site.get_model_admin(Event)
    form_class = forms.modelform_factory(
        Event,
        form=ForumForm,
        fields=[
            f"title_{language}",
            "kind",
            "starts_on",
            "ends_on",
            "date_precision",
            f"city_{language}",
            "country",
        ],
        formfield_callback=partial(model_admin.formfield_for_dbfield, request=request),
    )
    data = request.POST if request.method == "POST" else None
    form_class.notices = why_it_is_back(request)
    # Its time zone is that of the place.
    event = Event(time_zone="")
    return form_class(data, instance=event, with_sides=may(request.user, "add", Delegation))

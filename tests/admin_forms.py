"""Filling in the admin's forms as a browser would."""

from django.contrib.auth import SESSION_KEY, get_user_model
from django.contrib.messages.storage import default_storage
from django.forms.models import BaseModelFormSet
from django.test import RequestFactory
from django.urls import resolve, reverse

PAGES_OF_RECORD = ("change", "conclude", "correct", "delete", "history", "reopen")


def admin_url(record_or_model, page: str) -> str:
    """The address of a record's page in the admin, or of its model's list or empty form."""
    meta = record_or_model._meta
    arguments = [record_or_model.pk] if page in PAGES_OF_RECORD else []
    return reverse(f"admin:{meta.app_label}_{meta.model_name}_{page}", args=arguments)


def _values(form) -> dict:
    values = {}
    for bound in form:
        value = bound.value()
        if value is None or value is False or bound.field.widget.needs_multipart_form:
            continue
        if isinstance(value, list | tuple) or hasattr(value, "all"):
            value = [getattr(each, "pk", each) for each in value]
        values[bound.html_name] = "on" if value is True else value
    return values


def _answer(client, request):
    request.user = get_user_model().objects.get(pk=client.session[SESSION_KEY])
    request.session = client.session
    request._messages = default_storage(request)
    request._dont_enforce_csrf_checks = True
    match = request.resolver_match = resolve(request.path)
    return match.func(request, *match.args, **match.kwargs)


def open_form(client, url):
    """What the view of a form answers, before its page is drawn, which takes most of the time."""
    return _answer(client, RequestFactory().get(url))


def send_form(client, url, data):
    """What the view answers to a form that is sent, before the page of a refusal is drawn."""
    return _answer(client, RequestFactory().post(url, data))


def form_data(response) -> dict:
    """Everything that the form would send if nobody changed anything."""
    context = response.context_data
    data = _values(context["adminform"].form)
    for inline in context["inline_admin_formsets"]:
        formset: BaseModelFormSet = inline.formset
        data |= _rows(formset)
    return data


def _rows(formset) -> dict:
    """The rows of a formset, and of those that stand in its rows."""
    data = _values(formset.management_form)
    for form in formset.forms:
        data |= _values(form)
        if getattr(form, "signers", None) is not None:
            data |= _rows(form.signers)
    return data


def submit(client, url, **changes):
    """Open the form, change what is given, send it."""
    data = form_data(open_form(client, url))
    return client.post(url, data | changes)


def add_row(data: dict, prefix: str, **values) -> dict:
    """Fill in one more row of an inline."""
    number = int(data[f"{prefix}-TOTAL_FORMS"])
    row = {f"{prefix}-{number}-{name}": value for name, value in values.items()}
    if prefix == "parties":
        signers = f"parties-{number}-signers"
        row = {f"{signers}-TOTAL_FORMS": 0, f"{signers}-INITIAL_FORMS": 0} | row
    return data | row | {f"{prefix}-TOTAL_FORMS": number + 1}


def errors_of(response) -> str:
    """All that a refused form says, in one text."""
    said = [str(response.context_data["adminform"].form.errors)]
    for inline in response.context_data["inline_admin_formsets"]:
        said += [str(inline.formset.non_form_errors()), *(str(e) for e in inline.formset.errors)]
    return " ".join(said)

"""No input makes an error of the server: the client raises whatever a view lets through.

The default run asks the public pages a few things; the slow one asks all, also the admin.
"""

from itertools import product

import pytest
from django.contrib import admin
from django.urls import reverse

from agreements.models import Reminder
from forum.models import AuditEntry, Letter
from tests.admin_forms import admin_url, form_data, open_form
from tests.every_model import MODELS, make

NASTY = {
    "empty": "",
    "blank": "   ",
    "NUL": "a\x00b",
    "emoji": "🤝🏽" * 40,
    "right to left": "رەننو \u202eۆەينتال",
    "unbalanced quotes": "\"'`)(%_\\",
    "huge": "ж" * 5000,
    "huge number": "9" * 40,
    "negative": "-1",
    "impossible date": "2025-02-30",
    "far date": "99999-01-01",
    "wildcards": "%_%",
    "query syntax": "a AND b OR NEAR(c) *",
    "template syntax": "{{ x }}{% y %}",
    "lone surrogate": "\ud800".encode("utf-8", "surrogatepass").decode("latin-1"),
}
# What differs in kind, for the many forms and lists of the admin.
KINDS = ("NUL", "unbalanced quotes", "huge", "huge number")
QUESTIONS = ("unbalanced quotes", "huge number", "impossible date")
nasty = pytest.mark.parametrize(
    "value",
    [
        pytest.param(value, id=name, marks=[] if name in KINDS else pytest.mark.slow)
        for name, value in NASTY.items()
    ],
)

# The audit trail is read on a page of its own, and has no form.
REGISTERED = [m for m in MODELS if admin.site.is_registered(m) and m is not AuditEntry]
of_each_model = pytest.mark.parametrize("model", REGISTERED, ids=lambda model: model.__name__)
# What was sent is only read: it has no form.
with_form = pytest.mark.parametrize(
    "model",
    [model for model in REGISTERED if model not in (Letter, Reminder)],
    ids=lambda model: model.__name__,
)


def asked_alone(names, values):
    """Each value for each name by itself."""
    return [{name: value} for value in values for name in names]


def sent_alike(names, values):
    """Each value for all names at once."""
    return [dict.fromkeys(names, value) for value in values]


@nasty
@pytest.mark.django_db
def test_public_lists_take_any_question(client, value):
    for address, names in {
        "/": ["q"],
        "/events/": ["when", "kind", "country", "series", "topic"],
        "/institutions/": ["kind", "country"],
        "/officials/": [],
        "/agreements/": ["status", "instrument", "country", "institution", "field", "year"],
    }.items():
        for question in [*sent_alike(names, [value]), {"page": value}]:
            answer = client.get(address, question)

            assert answer.status_code in (200, 400, 404), (address, question)


@nasty
@pytest.mark.django_db
def test_public_addresses_take_any_slug(client, value):
    for address in ("events", "institutions", "officials", "agreements", "media", "kk/events"):
        answer = client.get(f"/{address}/{value}/")

        assert answer.status_code in (200, 301, 400, 404), address


@of_each_model
@pytest.mark.slow
def test_admin_lists_take_any_question(staff_client, model):
    make(model)
    model_admin = admin.site.get_model_admin(model)
    url = admin_url(model, "changelist")
    filters = [name for name in model_admin.list_filter if isinstance(name, str)]
    names = ["q", "p", "o", "all", "e", "_popup", "_to_field", "nonsense", "id__exact", "pk__in"]
    names += [f"{name}__exact" for name in filters] + [f"{name}__id__exact" for name in filters]
    if model_admin.date_hierarchy:
        names += [f"{model_admin.date_hierarchy}__{part}" for part in ("year", "month", "day")]
        names += [f"{model_admin.date_hierarchy}__gte"]

    for question in asked_alone(names, map(NASTY.get, QUESTIONS)):
        answer = staff_client.get(url, question)

        assert answer.status_code in (200, 302, 400), question


@of_each_model
@pytest.mark.slow
def test_admin_lists_ask_the_database_nothing_that_they_do_not_offer(staff_client, model):
    url = admin_url(model, "changelist")
    kinds = ("CharField", "TextField")
    texts = [f.name for f in model._meta.fields if f.get_internal_type() in kinds] or ["pk"]
    lookups = ("regex", "iregex", "icontains", "gt")

    for name, lookup in product(texts, lookups):
        answer = staff_client.get(url, {f"{name}__{lookup}": "(a+)+$"})

        assert answer.status_code == 400, (name, lookup)


@pytest.mark.parametrize(
    "model", [m for m in REGISTERED if admin.site.get_model_admin(m).list_filter]
)
@pytest.mark.slow
def test_admin_lists_take_the_lookups_of_their_own_filters(staff_client, model):
    make(model)
    page = staff_client.get(admin_url(model, "changelist"))
    links = {
        choice["query_string"]
        for spec in page.context["cl"].filter_specs
        for choice in spec.choices(page.context["cl"])
    }

    for link in links:
        assert staff_client.get(f"{admin_url(model, 'changelist')}{link}").status_code == 200, link


@of_each_model
@pytest.mark.slow
def test_admin_addresses_take_any_key(staff_client, model):
    base = admin_url(model, "changelist")
    for value in ("0", "-1", "abc", "9" * 40, "1_2", "🤝"):
        for page in ("change", "history", "delete"):
            answer = staff_client.get(f"{base}{value}/{page}/")

            assert answer.status_code in (302, 400, 403, 404), (value, page)


@with_form
@pytest.mark.slow
def test_empty_forms_take_any_preset(staff_client, model):
    url = admin_url(model, "add")
    names = [field.name for field in model._meta.get_fields() if field.concrete]

    for preset in sent_alike(names, map(NASTY.get, KINDS)):
        answer = staff_client.get(url, preset)

        assert answer.status_code in (200, 400)


@with_form
@pytest.mark.slow
def test_forms_take_any_text_in_any_field(staff_client, model):
    url = admin_url(make(model), "change")
    data = form_data(open_form(staff_client, url))
    fields = [
        name
        for name in data
        if not name.endswith(("_FORMS", "-id")) and not name.startswith("initial-")
    ]

    for typed in sent_alike(fields, map(NASTY.get, KINDS)):
        answer = staff_client.post(url, data | typed)

        assert answer.status_code in (200, 302), typed


@nasty
def test_autocompletes_take_any_term(staff_client, value):
    for app, model, field in [
        ("forum", "session", "event"),
        ("delegations", "member", "official"),
        ("delegations", "delegation", "institution"),
        ("agreements", "agreement", "event"),
        ("agreements", "commitment", "responsible"),
        (value, value, value),
    ]:
        answer = staff_client.get(
            reverse("admin:autocomplete"),
            {"term": value, "app_label": app, "model_name": model, "field_name": field},
        )

        assert answer.status_code in (200, 400, 403)

"""Taking an agreement's steps through the admin, as staff do."""

import datetime as dt

from django.urls import reverse

from tests.admin_forms import admin_url, submit
from tests.factories import make_agreement

SIGNING = dt.date(2016, 11, 17)


def step_url(agreement, kind):
    return reverse("admin:agreements_agreement_step", args=[agreement.pk, kind])


def take(client, agreement, kind, **values):
    """Open the step's page, fill in what is given, send it."""
    response = submit(client, step_url(agreement, kind), **values)
    agreement.refresh_from_db()
    return response


def correct(client, agreement, **values):
    response = submit(client, admin_url(agreement, "correct"), **values)
    agreement.refresh_from_db()
    return response


def memorandum(**fields):
    given = {"concluded_on": SIGNING, "in_force_on": SIGNING, "term_months": 60}
    return make_agreement(**given | {"renewal": "automatic", "notice_months": 6} | fields)

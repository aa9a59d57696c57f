"""Taking an agreement's steps through the admin, as staff do."""

import datetime as dt

from django.urls import reverse

from tests.admin_forms import submit
from tests.factories import NOON, make_agreement

SIGNING = dt.date(2016, 11, 17)


def step_url(agreement, kind):
    return reverse("admin:agreements_agreement_step", args=[agreement.pk, kind])


def take(client, agreement, kind, **values):
    """Open the step's page, fill in what is given, send it."""
    response = submit(client, step_url(agreement, kind), **values)
    agreement.refresh_from_db()
    return response


def correct_url(agreement, *part):
    what = "part" if part[1:] else "portion"
    return reverse(f"admin:agreements_agreement_correct_{what}", args=[agreement.pk, *part])


def correct(client, agreement, *part, **values):
    """Open the page that corrects a part, change what is given, send it."""
    response = submit(client, correct_url(agreement, *part), **values)
    agreement.refresh_from_db()
    return response


def memorandum(**fields):
    """One that is recorded as concluded."""
    given = {"concluded_on": SIGNING, "in_force_on": SIGNING, "term_months": 60}
    given |= {"renewal": "automatic", "notice_months": 6, "sealed_at": NOON}
    return make_agreement(**given | fields)

"""A step leads back to the page from which it was taken."""

import pytest
from pytest_django.asserts import assertRedirects

from forum.admin.returning import returning
from tests.admin_forms import admin_url, form_data, open_form
from tests.factories import make_agreement

pytestmark = pytest.mark.django_db


def test_a_step_leads_back_to_the_form_and_that_to_where_staff_came_from(staff_client):
    agreement = make_agreement(stage="proposed")
    form = returning(admin_url(agreement, "change"), "/admin/changes/")

    offered = open_form(staff_client, form).context_data["next_steps"]
    steps = {str(label): url for url, label in offered}
    step = steps["Begin negotiation"]
    taken = staff_client.post(step, form_data(open_form(staff_client, step)))

    assertRedirects(taken, form)
    saved = staff_client.post(taken.url, form_data(open_form(staff_client, taken.url)))
    assertRedirects(saved, "/admin/changes/")

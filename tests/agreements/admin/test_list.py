"""The list of agreements that staff see."""

import datetime as dt
import re

import pytest
from pytest_django.asserts import assertContains

from agreements.models import Agreement
from tests.admin_forms import admin_url
from tests.factories import MAY_1, make_agreement

DAY = dt.timedelta(days=1)


def test_the_list_shows_and_filters_the_status_of_today(staff_client, today):
    running = make_agreement(in_force_on=today)
    make_agreement(in_force_on=today - 9 * DAY, expires_on=today - DAY)
    url = admin_url(Agreement, "changelist")

    everything = staff_client.get(url)
    in_force = staff_client.get(url, {"status_today": "in_force"})
    none = staff_client.get(url, {"status_today": "abandoned"})

    assertContains(everything, '<span class="status status-in_force">in force</span>', html=True)
    assertContains(everything, '<span class="status status-expired">expired</span>', html=True)
    assert list(in_force.context["cl"].result_list) == [running]
    assert list(none.context["cl"].result_list) == []


@pytest.mark.parametrize("value", ["bogus", "", "x" * 500], ids=["a word", "empty", "long"])
def test_a_status_that_does_not_exist_filters_nothing(staff_client, value):
    make_agreement()

    response = staff_client.get("/admin/agreements/agreement/", {"status_today": value})

    assert response.context["cl"].result_count == 1


def test_the_list_can_be_sorted_by_status(staff_client, today):
    ends = make_agreement(concluded_on=today, term_months=120)
    over = make_agreement(expires_on=today - DAY)
    url = admin_url(Agreement, "changelist")

    by_status = staff_client.get(url, {"o": "3"}).context["cl"].result_list

    assert list(by_status) == [over, ends]


def test_the_end_is_empty_where_there_is_none(staff_client):
    make_agreement(concluded_on=MAY_1)

    response = staff_client.get("/admin/agreements/agreement/")

    assert re.findall(r'"field-in_force_until[^>]*>([^<]*)<', response.text) == ["-"]

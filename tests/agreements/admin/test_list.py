"""The list of agreements that staff see."""

import datetime as dt
import re

import pytest
from pytest_django.asserts import assertContains

from agreements.models import Agreement
from tests.admin_forms import admin_url
from tests.factories import MAY_1, make_agreement, make_provision, make_topic

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


def test_the_list_is_sorted_by_no_column_without_an_index(staff_client, today):
    first = make_agreement(concluded_on=today, term_months=120)
    second = make_agreement(concluded_on=today - DAY, expires_on=today - DAY)
    url = admin_url(Agreement, "changelist")

    by_status = staff_client.get(url, {"o": "3"}).context["cl"].result_list
    oldest_first = staff_client.get(url, {"o": "4"}).context["cl"].result_list

    assert list(by_status) == [first, second]
    assert list(oldest_first) == [second, first]


def test_the_end_is_empty_where_there_is_none(staff_client):
    make_agreement(concluded_on=MAY_1)

    response = staff_client.get("/admin/agreements/agreement/")

    assert re.findall(r'"field-in_force_until[^>]*>([^<]*)<', response.text) == ["-"]


def test_the_list_is_narrowed_to_what_has_an_academic_topic(staff_client):
    academic, other = make_topic(is_academic=True), make_topic(is_academic=False)
    both, none = make_agreement(), make_agreement()
    for topic in (academic, academic, other):
        make_provision(agreement=both, topic=topic)
    make_provision(agreement=none, topic=other)

    url = admin_url(Agreement, "changelist")
    found = {
        value: list(staff_client.get(url, {"academic": value}).context["cl"].result_list)
        for value in ("1", "0", "x")
    }

    assert found == {"1": [both], "0": [none, both], "x": [none, both]}

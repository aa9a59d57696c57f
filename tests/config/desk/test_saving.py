"""What it costs to save one record: what nobody changed is asked of nobody."""

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from tests.admin_forms import admin_url, form_data, open_form, submit
from tests.factories import (
    everybody,
    make_agreement,
    make_delegation,
    make_event,
    make_figure,
    make_institution,
    make_member,
    make_official,
    make_party,
    make_signatory,
    make_source,
)

pytestmark = [pytest.mark.django_db, pytest.mark.slow]


def an_agreement():
    agreement = make_agreement(event=make_event())
    for _ in range(2):
        make_party(agreement=agreement)
    make_signatory(agreement=agreement, **everybody())
    return agreement


def a_delegation():
    delegation = make_delegation()
    for _ in range(3):
        make_member(delegation=delegation, **everybody())
    return delegation


def an_event():
    event = make_event()
    make_figure(event=event)
    return event


SAVED = {
    "agreement": (an_agreement, "summary_en", 44),
    "event": (an_event, "theme_en", 37),
    "institution": (make_institution, "description_en", 42),
    "official": (make_official, "biography_en", 39),
    "delegation": (a_delegation, "stated_size_en", 33),
    "member": (make_member, "office_en", 34),
    "source": (make_source, "publisher", 30),
}


def queries_to_save(client, record, field: str) -> int:
    """Of a record that was saved before, so that its history has begun."""
    url = admin_url(record, "change")
    assert submit(client, url, **{field: "Something"}).status_code == 302
    data = form_data(open_form(client, url)) | {field: "Something else"}
    with CaptureQueriesContext(connection) as made:
        assert client.post(url, data).status_code == 302
    return len(made)


@pytest.mark.parametrize(("make", "field", "queries"), SAVED.values(), ids=SAVED)
def test_saving_a_record_costs_little(staff_client, make, field, queries):
    assert queries_to_save(staff_client, make(), field) == queries


@pytest.mark.parametrize("rows", [1, 3])
def test_rows_that_nobody_changed_cost_nothing(staff_client, rows):
    delegation = make_delegation()
    for _ in range(rows):
        make_member(delegation=delegation, **everybody())

    assert queries_to_save(staff_client, delegation, "notes") == 33

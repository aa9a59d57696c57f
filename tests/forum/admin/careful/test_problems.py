"""What a refused form says: all of it above, each with a link to its place, which is unfolded."""

import pytest
from pytest_django.asserts import assertContains, assertNotContains

from forum.models import Event
from tests.admin_forms import add_row, admin_url, form_data, open_form, send_form
from tests.factories import make_agreement, make_delegation, make_event, make_member

pytestmark = pytest.mark.django_db


def refused(client, record, **changes):
    url = admin_url(record, "change")
    return send_form(client, url, form_data(open_form(client, url)) | changes)


def told(response) -> list[tuple[str, str]]:
    return [(each.where, each.anchor) for each in response.context_data["problems"]]


def test_each_problem_has_a_link_to_its_field(staff_client):
    response = refused(staff_client, make_event(), starts_on="never", kind="picnic")

    assert told(response) == [("Kind", "#id_kind"), ("First day", "#id_starts_on")]
    page = response.render()
    for _where, anchor in told(response):
        assertContains(page, f'<a href="{anchor}">')
        assertContains(page, f'id="{anchor[1:]}"')
    assertContains(page, "Nothing is saved yet, for these reasons:")
    assertNotContains(page, "Please correct the error")
    assertContains(page, "<title>Error: Forum")


def test_a_problem_of_a_row_names_the_row(staff_client):
    member = make_member(name_as_printed="M. Tamm", office_en="")

    response = refused(staff_client, member.delegation, **{"members-0-position": "many"})

    assert told(response) == [("Member “M. Tamm”: Number notified", "#id_members-0-position")]


def test_a_problem_of_a_new_row_has_its_number(staff_client):
    delegation = make_delegation()
    url = admin_url(delegation, "change")
    data = add_row(form_data(open_form(staff_client, url)), "members", function="king")

    response = send_form(staff_client, url, data | {"members-0-position": "1"})

    assert ("Member 1: Function", "#id_members-0-function") in told(response)


def test_a_problem_of_the_whole_form_has_no_link(staff_client):
    response = refused(staff_client, make_event(), title_en="")

    assert told(response)[0] == ("", "")


@pytest.mark.parametrize(
    ("make", "field"),
    [
        pytest.param(make_event, "precedence_language", id="alone in its row"),
        pytest.param(make_agreement, "parties-0-contact_email", id="beside another, in a row"),
    ],
)
def test_a_folded_part_with_a_problem_is_open(staff_client, make, field):
    record = make(stage="agreed") if make is make_agreement else make()
    url = admin_url(record, "change")
    data = form_data(open_form(staff_client, url))
    if make is make_agreement:
        data = add_row(data, "parties", name_as_printed="A", role="party", position="1")

    response = send_form(staff_client, url, data | {field: "no such thing at all"})

    [place] = [anchor for _where, anchor in told(response) if anchor == f"#id_{field}"]
    page = response.render().text
    before = page[: page.index(f'id="{place[1:]}"')]
    assert before.count("<details") == before.count("</details>")


def test_enter_presses_a_button_that_does_nothing(staff_client):
    page = staff_client.get(admin_url(Event, "add")).text

    form = page[page.index('id="event_form"') :]
    assert form.index('<button type="submit" disabled hidden>') < form.index('type="submit" value')

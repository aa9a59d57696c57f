"""A form that is sent twice does its work once."""

import pytest

from delegations.models import Official
from forum.models import Event, SentForm
from tests.admin_forms import add_row, admin_url, form_data, open_form
from tests.factories import make_delegation, make_event

pytestmark = pytest.mark.django_db

ONCE = {"once": "a-token-of-one-form-0123456789"}
ROW = {"function": "member", "accreditation": "pending", "office_en": "Dean"}


def filled_in(client, model, **values) -> dict:
    return form_data(open_form(client, admin_url(model, "add"))) | ONCE | values


def test_every_form_carries_another_token(staff_client):
    url = admin_url(Event, "add")

    one, other = (open_form(staff_client, url).context_data["once"] for _ in range(2))

    assert one != other
    assert f'name="once" value="{one}"' not in staff_client.get(url).text
    assert 'name="once" value="' in staff_client.get(url).text


def test_a_double_click_makes_one_record_and_leads_to_it(staff_client):
    data = filled_in(staff_client, Event, title_en="Forum", _continue="1")

    answers = [staff_client.post(admin_url(Event, "add"), data) for _ in range(2)]

    event = Event.objects.get()
    assert {answer.url for answer in answers} == {f"{admin_url(event, 'change')}"}


def test_a_double_click_in_a_window_of_its_own_chooses_the_same_record(staff_client):
    data = filled_in(staff_client, Event, title_en="Forum", _popup="1")

    answers = [staff_client.post(admin_url(Event, "add"), data) for _ in range(2)]

    key = Event.objects.get().pk
    assert all(f"&quot;value&quot;: &quot;{key}&quot;" in answer.text for answer in answers)


def test_a_double_click_makes_one_row(staff_client):
    delegation = make_delegation()
    url = admin_url(delegation, "change")
    data = add_row(form_data(open_form(staff_client, url)), "members", **ROW) | ONCE

    answers = [staff_client.post(url, data) for _ in range(2)]

    assert [answer.status_code for answer in answers] == [302, 302]
    assert delegation.members.count() == 1


def test_a_refused_form_can_be_sent_again_as_it_was(staff_client):
    """A name like one on record is asked about; when that one is gone, the same form is fine."""
    Official.objects.create(name_en="Aigerim Test", slug="a")
    data = filled_in(staff_client, Official, name_en="Aigerim Test")

    refused = staff_client.post(admin_url(Official, "add"), data)
    Official.objects.all().delete()
    taken = staff_client.post(admin_url(Official, "add"), data)

    assert (refused.status_code, taken.status_code) == (200, 302)
    assert Official.objects.count() == 1


def test_a_form_that_was_changed_after_going_back_is_another_one(staff_client):
    event = make_event(city_en="Tartu")
    url = admin_url(event, "change")
    data = form_data(open_form(staff_client, url)) | ONCE

    staff_client.post(url, data | {"city_en": "Narva"})
    staff_client.post(url, data | {"theme_en": "Trade"})

    event.refresh_from_db()
    assert (event.city_en, event.theme_en) == ("Narva", "Trade")


def test_another_user_with_the_same_token_makes_a_record_of_their_own(
    staff_client, client, admin_user
):
    data = filled_in(staff_client, Event, title_en="Forum")
    staff_client.post(admin_url(Event, "add"), data)

    client.force_login(admin_user)
    client.post(admin_url(Event, "add"), data)

    assert Event.objects.count() == 2


@pytest.mark.parametrize("token", ["\x00", "x" * 5000])
def test_any_token_will_do(staff_client, token):
    data = filled_in(staff_client, Event, title_en="Forum", once=token)

    assert staff_client.post(admin_url(Event, "add"), data).status_code == 302


def test_what_was_sent_long_ago_is_forgotten(staff_client):
    SentForm.objects.create(token="old", model="forum.event", sent_at="2020-01-01T00:00Z")

    staff_client.post(admin_url(Event, "add"), filled_in(staff_client, Event, title_en="Forum"))

    assert not SentForm.objects.filter(token="old").exists()

"""What Django's own pages say of our records."""

import pytest
from pytest_django.asserts import assertContains, assertNotContains

from tests.factories import make_delegation, make_event, make_topic

pytestmark = pytest.mark.django_db


def test_who_deletes_is_told_of_records_but_not_of_the_rows_that_follow_from_them(staff_client):
    event = make_event(title_en="A visit")
    event.topics.add(make_topic())
    make_delegation(event=event, country="EE")

    response = staff_client.get(f"/admin/forum/event/{event.pk}/delete/")

    assertContains(response, "Delegations: 1")
    for technical in ("Attendance", "Event-topic relationship"):
        assertNotContains(response, technical)


@pytest.mark.parametrize(("language", "yes"), [("kk", "Иә"), ("ru", "Да"), ("et", "Jah")])
def test_an_icon_says_yes_in_the_reader_s_language(staff_client, language, yes):
    make_event(is_published=True)

    response = staff_client.get(f"/{language}/admin/forum/event/")

    assertContains(response, f'alt="{yes}"')
    assertNotContains(response, 'alt="True"')


def test_clearing_all_filters_of_a_list_leads_to_the_whole_list(staff_client):
    make_event()
    narrowed = "/admin/forum/event/?starts_on__year=2025&is_published__exact=1"

    cleared = staff_client.get(narrowed).context["cl"].clear_all_filters_qs

    assert staff_client.get(f"/admin/forum/event/{cleared}").context["cl"].result_count == 1

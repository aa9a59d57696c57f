"""Publishing and merging leave a history."""

from pytest_django.asserts import assertContains

from delegations.doubles.merging import merge
from delegations.models import Official
from tests.admin_forms import admin_url
from tests.factories import make_institution, make_official, make_party
from tests.history import entries_of, last_author


def test_publishing_many_leaves_a_history(staff_client, staff):
    officials = [make_official(is_published=False) for _ in range(2)] + [make_official()]

    response = staff_client.post(
        admin_url(Official, "changelist"),
        {"action": "publish", "_selected_action": [official.pk for official in officials]},
        follow=True,
    )

    assertContains(response, "2 records changed.")
    assert Official.objects.published().count() == 3
    assert last_author(officials[0]) == staff.username


def test_the_history_of_what_was_merged_can_still_be_read(staff_client):
    keep, duplicate = make_institution(name_en="TalTech"), make_institution(name_en="TTU")
    party = make_party(institution=duplicate)

    merge(keep=keep, duplicate=duplicate)

    history = admin_url(party, "history")
    assert staff_client.get(history).status_code == 200
    oldest = entries_of(party)[0].revision
    assert staff_client.get(f"{history}{oldest.pk}/").status_code == 200

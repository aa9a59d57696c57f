"""How a delegation is driven, and what it has seen, goes some time after the event."""

import datetime as dt

import pytest
from django.contrib.auth.models import Permission
from django.core.management import call_command
from django.utils import timezone

from delegations.models import Look, Transfer
from forum.rights import guarded
from tests.factories import (
    make_delegation,
    make_event,
    make_invitation,
    make_staff,
    make_transfer,
)
from tests.reading import body

pytestmark = pytest.mark.django_db
LAST = dt.date(2030, 5, 1)
TEXTS = {"origin", "destination", "vehicle", "driver", "driver_phone"}


def test_every_text_about_a_transfer_is_private():
    assert guarded(Transfer) == TEXTS


def test_it_goes_after_its_days(settings):
    settings.PRIVATE_DAYS = 90
    delegation = make_delegation(event=make_event(starts_on=LAST, ends_on=None))
    transfer = make_transfer(delegation=delegation, driver="Serik")
    invitation = make_invitation(delegation=delegation)
    Look.objects.create(
        invitation=invitation, facts={"arrival": {"more": "TK"}}, seen_at=timezone.now()
    )

    call_command("clear_private", on=(LAST + dt.timedelta(91)).isoformat(), verbosity=0)

    transfer.refresh_from_db()
    assert {getattr(transfer, name) for name in TEXTS} == {""}
    assert not Look.objects.exists()


@pytest.mark.parametrize("may", [True, False])
def test_staff_see_transfers_by_their_right(client, may):
    transfer = make_transfer(driver="Serik")
    staff = make_staff()
    rights = Permission.objects.all()
    staff.user_permissions.set(rights if may else rights.exclude(codename__endswith="_transfer"))
    client.force_login(staff)

    text = body(client.get(f"/admin/delegations/delegation/{transfer.delegation_id}/change/"))

    assert ("Serik" in text) is may


def test_a_name_of_a_transfer_tells_nothing_private():
    transfer = make_transfer(starts_at=dt.time(5, 30))

    assert str(transfer) == "1 May, 05:30"
    assert str(make_transfer(day=None)) == "transfer"


@pytest.mark.parametrize("may", [True, False])
def test_a_list_has_where_they_are_driven_only_for_who_may_see_it(client, may):
    transfer = make_transfer(driver="Serik")
    staff = make_staff()
    rights = Permission.objects.all()
    staff.user_permissions.set(
        rights if may else rights.exclude(codename="view_private_delegation")
    )
    client.force_login(staff)
    event = transfer.delegation.event_id

    for address in (
        "/admin/delegations/transfer/",
        f"/admin/forum/event/{event}/delegations/",
    ):
        answer = client.get(address, follow=True)
        assert answer.status_code == 200
        assert "1 May" in body(answer)
        assert ("Serik" in body(answer)) is may

"""Staff make, send, show, renew and end the link of a delegation."""

import datetime as dt
import re

import pytest
from django.core import mail
from django.core.management import CommandError, call_command
from django.utils import timezone

from delegations.models import Invitation, Look
from forum.models import AuditEntry, Letter
from tests.factories import make_delegation, make_invitation
from tests.reading import body

pytestmark = pytest.mark.django_db
TOKEN = re.compile(r"/nominate/([\w-]+)/")
SAID = {"email": "contact@example.org", "language": "ru", "is_closed": "open"}


def url_of(delegation):
    return f"/admin/delegations/delegation/{delegation.pk}/invitation/"


def test_an_invitation_has_a_deadline_and_quotas(admin_client):
    delegation = make_delegation()
    said = SAID | {"deadline": "1.5.2030", "most": "25", "quota_head": "1"}

    answer = admin_client.post(url_of(delegation), said)

    assert answer.status_code == 302
    invitation = Invitation.objects.get()
    assert (str(invitation.deadline), invitation.most) == ("2030-05-01", 25)
    assert invitation.standing(timezone.localdate()).quotas == {"head": 1}
    admin_client.post(url_of(delegation), SAID | {"is_closed": "closed"})
    invitation.refresh_from_db()
    assert (invitation.state, invitation.most) == ("closed", None)


def test_a_link_is_shown_once_and_ends_the_one_before(client, admin_client):
    invitation = make_invitation()

    shown = admin_client.post(url_of(invitation.delegation), {"act": "show"})

    token = TOKEN.search(body(shown))[1]
    assert "no-store" in shown["Cache-Control"]
    assert token not in body(admin_client.get(url_of(invitation.delegation)))
    assert token not in str([*Invitation.objects.values_list(), *AuditEntry.objects.values_list()])
    assert client.get(f"/nominate/{token}/").status_code == 200
    assert client.get(f"/nominate/{invitation.token}/").status_code == 404


def test_a_link_is_ended_and_given_again(client, admin_client):
    invitation = make_invitation()
    admin_client.post(url_of(invitation.delegation), {"act": "revoke"})
    assert client.get(f"/nominate/{invitation.token}/").status_code == 404

    shown = admin_client.post(url_of(invitation.delegation), {"act": "show"})

    assert client.get(TOKEN.search(body(shown))[0]).status_code == 200


def test_a_sent_link_is_made_when_the_letter_leaves_and_stands_nowhere(client, admin_client):
    invitation = make_invitation(language="ru")
    admin_client.post(url_of(invitation.delegation), {"act": "send"})
    assert client.get(f"/nominate/{invitation.token}/").status_code == 200

    call_command("send_letters", verbosity=0)

    [sent] = mail.outbox
    assert sent.to == ["contact@example.org"]
    token = TOKEN.search(sent.body)[1]
    assert f"/ru/nominate/{token}/" in sent.body
    assert client.get(f"/nominate/{token}/").status_code == 200
    assert client.get(f"/nominate/{invitation.token}/").status_code == 404
    assert token not in str(Letter.objects.values_list())
    assert Letter.objects.get().state == "sent"
    call_command("send_letters", verbosity=0)
    assert len(mail.outbox) == 1


def test_a_letter_with_an_ended_link_is_not_sent(admin_client):
    invitation = make_invitation()
    admin_client.post(url_of(invitation.delegation), {"act": "send"})
    Invitation.objects.update(is_revoked=True)

    with pytest.raises(CommandError):
        call_command("send_letters", verbosity=0)

    assert not mail.outbox
    assert Letter.objects.get().state == "failed"


def test_staff_read_when_the_delegation_has_seen_its_visit(admin_client):
    invitation = make_invitation()
    address = url_of(invitation.delegation)
    assert "has seen all of it" not in body(admin_client.get(address))

    Look.objects.create(invitation=invitation, seen_at=dt.datetime(2030, 5, 1, 12, tzinfo=dt.UTC))

    assert "has seen all of it: 1 May 2030" in " ".join(body(admin_client.get(address)).split())

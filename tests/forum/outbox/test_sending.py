"""Letters go out once, are tried again when they fail, and are seen by whoever may."""

import datetime as dt

import pytest
from django.core import mail
from django.utils import timezone

from forum.models import Letter
from forum.outbox.sending import WAITS, due, send
from tests.factories import make_letter, make_staff
from tests.reading import body

pytestmark = pytest.mark.django_db
NOWHERE = "django.core.mail.backends.smtp.EmailBackend"


@pytest.fixture
def no_server(settings):
    settings.EMAIL_BACKEND = NOWHERE
    settings.EMAIL_HOST, settings.EMAIL_PORT, settings.EMAIL_TIMEOUT = "127.0.0.1", 1, 1


def test_a_letter_is_sent_once():
    letter, now = make_letter(subject="Hello", text="Read this."), timezone.now()

    assert [send(key, now) for key in due(now)] == [True]
    assert send(letter.pk, now)

    [sent] = mail.outbox
    assert (sent.subject, sent.body) == ("Hello", "Read this.")
    letter.refresh_from_db()
    assert (letter.state, letter.tries, letter.error) == ("sent", 1, "")
    assert due(now) == []


def test_a_letter_that_fails_waits_longer_each_time_and_is_given_up(no_server):
    letter, now = make_letter(), timezone.now()
    for wait in WAITS:
        assert not send(letter.pk, now)
        assert due(now) == []
        now += wait + dt.timedelta(seconds=1)
        assert due(now) == [letter.pk]
    send(letter.pk, now)

    letter.refresh_from_db()
    assert (letter.state, letter.tries) == ("failed", len(WAITS) + 1)
    assert letter.error == "ConnectionRefusedError"


def test_two_letters_have_two_identities_and_one_sent_again_has_its_own():
    letter, other = make_letter(), make_letter()
    for each in (letter, other):
        send(each.pk, timezone.now())
    Letter.objects.filter(pk=letter.pk).update(state="waiting")
    send(letter.pk, timezone.now())

    one, another, again = (each.extra_headers["Message-ID"] for each in mail.outbox)
    assert one == again != another


def test_staff_see_the_outbox_with_the_right_and_change_nothing(client, admin_client):
    letter = make_letter(subject="To them", error="ConnectionRefusedError")
    one = f"/admin/forum/letter/{letter.pk}/change/"

    assert "To them" in body(admin_client.get("/admin/forum/letter/"))
    assert "A letter." in body(admin_client.get(one))
    assert admin_client.post(one, {"text": "Other"}).status_code == 403
    client.force_login(make_staff())
    assert client.get("/admin/forum/letter/").status_code == 403

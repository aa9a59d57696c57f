"""A delegation names its people on its own page, without an account."""

import datetime as dt

import pytest
from django.core.cache import cache
from django.core.files.base import ContentFile
from django.utils import timezone

from delegations.models import Nominee
from delegations.nominating.uploads import MOST
from forum.models import Letter
from forum.private_addresses.guesses import GUESSES
from forum.private_addresses.places import take
from tests.factories import make_invitation, make_nominee, make_staff, picture_file
from tests.reading import body

pytestmark = pytest.mark.django_db
PERSON = {"category": "head", "name": "Mari Maasikas", "office": "Rector", "consent": "on"}


@pytest.fixture(autouse=True)
def no_guesses_yet():
    cache.clear()
    yield
    cache.clear()


@pytest.fixture
def invitation():
    return make_invitation(invited_by=make_staff(email="host@example.org"))


def page(invitation, more="", language=""):
    return f"{language}/nominate/{invitation.token}/{more}"


def test_somebody_is_named_saved_submitted_and_the_host_is_told(client, invitation):
    saved = client.post(page(invitation, "new/"), PERSON | {"office_language": "en"}, follow=True)
    assert "Saved as a draft." in body(saved)
    nominee = Nominee.objects.get()
    assert (nominee.state, nominee.category, nominee.office) == ("draft", "head", "Rector")
    assert nominee.consented_on == timezone.localdate()

    sent = client.post(page(invitation, "submit/"), follow=True)

    nominee.refresh_from_db()
    assert nominee.state == "submitted"
    assert "Submitted: the host has been told." in body(sent)
    letter = Letter.objects.get()
    assert letter.recipient == "host@example.org"
    assert "1 person waits for your answer" in letter.text
    assert "Mari" not in letter.text + letter.subject


@pytest.mark.parametrize("language", ["", "/kk", "/ru", "/et"])
def test_no_page_is_kept_found_or_handed_on(client, invitation, language):
    nominee = make_nominee(invitation=invitation)
    for more in ("", "new/", f"{nominee.pk}/"):
        answer = client.get(page(invitation, more, language))

        assert answer.status_code == 200
        assert answer["Content-Language"] == (language.strip("/") or "en")
        assert answer["Cache-Control"] == "private, no-store"
        assert answer["Referrer-Policy"] == "no-referrer"
        assert answer["X-Robots-Tag"] == "noindex"
        assert not answer.cookies


def old(invitation):
    type(invitation).objects.update(until=timezone.now())


def revoked(invitation):
    type(invitation).objects.update(is_revoked=True)


@pytest.mark.parametrize("end", [old, revoked])
def test_an_ended_link_answers_as_one_that_never_was(client, invitation, end):
    end(invitation)

    never = client.get("/nominate/never-was-one/new/")
    once = client.get(page(invitation, "new/"))

    assert never.status_code == once.status_code == 404
    assert "This link does not work" in body(once)
    assert body(once).replace(invitation.token, "") == body(never).replace("never-was-one", "")
    assert client.post(page(invitation, "new/"), PERSON).status_code == 404
    assert not Nominee.objects.exists()


def test_guesses_are_limited(client, invitation):
    for number in range(GUESSES):
        assert client.get(f"/nominate/guess-{number}/").status_code == 404

    assert client.get(page(invitation)).status_code == 429


def test_no_log_says_the_token(client, invitation, caplog):
    caplog.set_level("DEBUG")
    client.post(page(invitation, "new/"), PERSON)
    client.get(page(invitation))

    assert invitation.token not in caplog.text
    assert "Mari" not in caplog.text


def test_a_replayed_form_names_nobody_twice(client, invitation):
    sent = PERSON | {"once": "a-token-of-the-form"}
    for _again in range(2):
        assert client.post(page(invitation, "new/"), sent).status_code == 302
    client.post(page(invitation, "submit/"))
    again = client.post(page(invitation, "submit/"))

    assert Nominee.objects.count() == 1
    assert "There is nobody new to submit." in body(again)
    assert Letter.objects.count() == 1


@pytest.mark.parametrize(
    ("closing", "said"),
    [
        ({"deadline": dt.date(2020, 1, 1)}, "The deadline has passed"),
        ({"state": "closed"}, "The host has closed this page"),
        ({"most": 1}, "You may name 1 person at most."),
    ],
)
def test_beyond_deadline_and_quota_nobody_is_named(client, invitation, closing, said):
    make_nominee(invitation=invitation)
    type(invitation).objects.update(**closing)

    answer = client.post(page(invitation, "new/"), PERSON)

    assert said in body(answer)
    assert "Mari Maasikas" in body(answer)  # Nothing typed is lost.
    assert Nominee.objects.count() == 1


def test_a_quota_of_a_category_is_refused_beside_it(client, invitation):
    invitation.quotas.create(category="head", most=1)
    make_nominee(invitation=invitation, category="head")

    answer = client.post(page(invitation, "new/"), PERSON)

    assert "Of the category “head of delegation” you may name 1 at most." in body(answer)
    assert client.post(page(invitation, "new/"), PERSON | {"category": "expert"}).status_code == 302


def test_a_draft_that_lacks_something_is_kept_but_not_submitted(client, invitation):
    client.post(page(invitation, "new/"), {"category": "member", "original_name": "Мари Маасикас"})

    answer = client.post(page(invitation, "submit/"))

    assert "The name in Latin letters is missing." in body(answer)
    assert "The consent of the person is missing." in body(answer)
    assert Nominee.objects.get().state == "draft"


def test_a_file_that_is_too_large_is_refused_and_nothing_is_lost(client, invitation, settings):
    settings.UPLOAD_MAX_MB = 1
    file = ContentFile(b"\x89PNG\r\n\x1a\n" + b"0" * 1_500_000, "photo.png")

    answer = client.post(page(invitation, "new/"), PERSON | {"photo": file})

    assert "at most 1.0" in body(answer)
    assert "Mari Maasikas" in body(answer)
    assert client.post(page(invitation, "new/"), PERSON).status_code == 302


def test_whoever_is_complete_is_submitted_and_of_the_others_it_is_said_what_is_missing(
    client, invitation
):
    complete = make_nominee(invitation=invitation)
    draft = make_nominee(invitation=invitation, name="Jaan Tamm", consented_on=None)

    answer = body(client.post(page(invitation, "submit/")))

    assert "Submitted: the host has been told." in answer
    assert "Jaan Tamm: The consent of the person is missing." in answer
    assert "1 person waits for your answer" in Letter.objects.get().text
    assert set(Nominee.objects.values_list("pk", "state")) == {
        (complete.pk, "submitted"),
        (draft.pk, "draft"),
    }


def test_photos_are_limited_and_nothing_typed_is_lost(client, invitation):
    for _upload in range(MOST["photo"]):
        take(f"upload:photo:{invitation.pk}", MOST["photo"], 60)
    photo = picture_file("me.png")

    answer = body(client.post(page(invitation, "new/"), PERSON | {"photo": photo}))

    assert "Too many files were uploaded here within an hour." in answer
    assert "Mari Maasikas" in answer
    assert client.post(page(invitation, "new/"), PERSON).status_code == 302
    other = make_invitation()
    photo = picture_file("me.png")
    assert client.post(page(other, "new/"), PERSON | {"photo": photo}).status_code == 302


def test_a_photo_is_seen_on_the_page_alone(client, invitation):
    client.post(page(invitation, "new/"), PERSON | {"photo": picture_file("me.png")})
    nominee = Nominee.objects.get()

    shown = client.get(page(invitation, f"{nominee.pk}/photo/"))

    assert shown.status_code == 200
    assert body(shown)
    assert shown["Cache-Control"] == "private, no-store"
    assert client.get(f"/files/{nominee.photo.name}").status_code in (302, 404)
    assert client.get(f"/media/{nominee.photo.name}").status_code == 404
    client.post(page(invitation, f"{nominee.pk}/"), PERSON | {"without_photo": "on"})
    assert client.get(page(invitation, f"{nominee.pk}/photo/")).status_code == 404


def test_nobody_of_another_delegation_is_seen_or_changed(client, invitation):
    other = make_nominee()

    assert client.get(page(invitation, f"{other.pk}/")).status_code == 404
    client.post(page(invitation, f"{other.pk}/off/"))
    assert Nominee.objects.filter(pk=other.pk, state="draft").exists()


def test_whoever_is_taken_off_goes_unless_the_host_has_seen_them(client, invitation):
    draft = make_nominee(invitation=invitation)
    seen = make_nominee(invitation=invitation, state="accepted", submitted_at=timezone.now())

    for nominee in (draft, seen):
        for _again in range(2):
            client.post(page(invitation, f"{nominee.pk}/off/"))

    assert list(Nominee.objects.values_list("pk", "state")) == [(seen.pk, "withdrawn")]


def test_what_was_returned_says_why_and_can_be_sent_again(client, invitation):
    type(invitation).objects.update(deadline=dt.date(2020, 1, 1))
    nominee = make_nominee(invitation=invitation, state="returned", remark="Which office?")

    assert "Which office?" in body(client.get(page(invitation)))
    client.post(page(invitation, f"{nominee.pk}/"), PERSON | {"office": "Vice-rector"})
    client.post(page(invitation, "submit/"))

    nominee.refresh_from_db()
    assert (nominee.state, nominee.office) == ("submitted", "Vice-rector")

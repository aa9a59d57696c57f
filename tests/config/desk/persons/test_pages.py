import json
from io import BytesIO
from zipfile import ZipFile

import pytest
from django.contrib.auth.models import Permission
from django.core.files.base import ContentFile
from django.urls import reverse
from PIL import Image
from reversion.models import Version

from delegations.models import Official
from forum.choices import AuditKind
from forum.history.keeping import revision
from forum.models import Attachment, AuditEntry, Erasure, Intake, IntakeRow
from tests.factories import (
    make_attachment,
    make_contact,
    make_event,
    make_member,
    make_official,
    make_session,
    make_signatory,
    make_speaker,
)

pytestmark = pytest.mark.django_db
NAME = "Zorblat Quixtor"


@pytest.fixture
def person():
    picture = BytesIO()
    Image.new("RGB", (8, 8)).save(picture, "PNG")
    with revision():
        person = make_official(
            name_en=NAME, slug="zorblat", photo=ContentFile(picture.getvalue(), name="z.png")
        )
        make_contact(official=person, phone="=1+1 998", dietary_needs="no <b>fish</b>")
        make_member(official=person, office_en="Rector then")
        make_signatory(official=person)
    make_event(summary_en=f"Opened by {NAME}.")
    listed = Intake.objects.create(kind="members", language="en")
    IntakeRow.objects.create(intake=listed, position=1, raw=[NAME, "from a list"])
    return person


def page(name, key) -> str:
    return reverse(f"admin:{name}", args=[key])


def test_a_person_is_told_all_that_is_held_here(staff_client, person):
    response = staff_client.post(page("person", person.pk))

    with ZipFile(BytesIO(response.content)) as archive:
        files = {name: archive.read(name) for name in archive.namelist()}
    told = json.loads(files["account.json"])
    titles = {section["title"] for section in told["sections"]}
    assert titles >= {"Record", "Private contact", "Memberships of delegations", "Signatures"}
    text = files["account.json"].decode()
    for said in (NAME, "=1+1 998", "Rector then", "Opened by", "from a list"):
        assert said in text
    assert "no &lt;b&gt;fish&lt;/b&gt;" in files["account.html"].decode()
    assert Image.open(BytesIO(files["pictures/1.png"])).size == (8, 8)
    assert "no-store" in response["Cache-Control"]
    entry = AuditEntry.objects.get(kind=AuditKind.EXPORTED)
    assert (entry.who, entry.key) == ("staff", person.pk)


def test_the_page_shows_what_the_file_says(staff_client, person):
    shown = staff_client.get(page("person", person.pk))

    assert "from a list" in shown.content.decode()
    assert "no-store" in shown["Cache-Control"]
    change = staff_client.get(reverse("admin:delegations_official_change", args=[person.pk]))
    assert page("person", person.pk) in change.content.decode()


def test_an_account_of_staff_tells_no_secret(staff_client, staff, person):
    with revision(by=staff, comment="Something was done."):
        person.website = "https://example.org"
        person.save()

    text = staff_client.get(page("staff_account", staff.pk)).content.decode()
    response = staff_client.post(page("staff_account", staff.pk))

    assert "Something was done." in text
    assert "Signed in until" in text
    with ZipFile(BytesIO(response.content)) as archive:
        said = archive.read("account.json").decode()
    assert staff.password not in said
    assert staff_client.session.session_key not in said


@pytest.mark.parametrize("name", ["person", "person_erase", "staff_account"])
@pytest.mark.parametrize("method", ["get", "post"])
def test_nobody_without_the_right_sees_or_does_any_of_it(
    client, django_user_model, person, name, method
):
    user = django_user_model.objects.create_user("editor", is_staff=True)
    rights = ("view_official", "change_official", "view_user", "view_officialcontact")
    user.user_permissions.set(Permission.objects.filter(codename__in=rights))
    client.force_login(user)
    key = user.pk if name == "staff_account" else person.pk

    assert getattr(client, method)(page(name, key)).status_code == 403
    assert Official.objects.get().name == NAME


@pytest.mark.parametrize("name", ["person", "person_erase"])
def test_it_takes_a_fresh_proof_of_who_one_is(staff_client, person, settings, name):
    settings.PROOF_MINUTES = 0

    response = staff_client.post(page(name, person.pk), {"mode": "private"})

    assert response.status_code == 302
    assert reverse("account_reauthenticate") in response["Location"]


@pytest.mark.parametrize("key", ["0", "99999999999999999999999999", "x"])
def test_an_address_of_nobody_is_not_found(staff_client, key):
    for name in ("person", "person_erase", "staff_account"):
        assert staff_client.get(page(name, key)).status_code == 404


def test_what_an_erasure_does_is_shown_before_it_is_done(staff_client, person):
    asked = {"mode": "anonymous", "spared": ["signed"]}
    shown = staff_client.get(page("person_erase", person.pk), asked).content.decode()

    for said in ("/officials/zorblat/", "Private contacts", "Rows of lists taken in"):
        assert said in shown
    assert "documents are kept as archives" in shown
    assert Official.objects.get().name == NAME


@pytest.mark.parametrize(
    ("typed", "reason", "is_done"),
    [
        (NAME.lower(), "Asked for.", True),
        ("number", "Asked for.", True),
        ("Somebody Else", "Asked for.", False),
        (NAME, "", False),
    ],
)
def test_it_is_done_only_with_a_reason_and_the_name_typed(
    staff_client, person, typed, reason, is_done
):
    confirm = str(person.pk) if typed == "number" else typed
    sent = {"mode": "anonymous", "spared": [], "reason": reason, "confirm": confirm}

    response = staff_client.post(page("person_erase", person.pk), sent)

    assert response.status_code == (302 if is_done else 200)
    assert (Official.objects.get().name == "Name withheld") is is_done
    assert AuditEntry.objects.filter(kind=AuditKind.ERASED).exists() is is_done
    back = reverse("admin:delegations_official_change", args=[person.pk])
    assert staff_client.get(back).status_code == 200


def test_files_that_name_the_person_go_if_staff_say_so(
    staff_client, person, django_capture_on_commit_callbacks
):
    with revision():
        file = ContentFile(b"a life", name="Zorblat_Quixtor-cv.txt")
        named = make_attachment(title_en=f"Life of {NAME}", url="", file=file)
        session = make_session(event=make_event())
        make_speaker(session=session, official=person)
        own = make_attachment(session=session, event=session.event, file=ContentFile(b"x", "s.txt"))
        make_attachment(title_en="Of others", file=ContentFile(b"o", "o.txt"))
    sent = {"mode": "private", "reason": "Asked for.", "confirm": str(person.pk)}

    shown = staff_client.get(page("person_erase", person.pk), {"mode": "private"})
    with django_capture_on_commit_callbacks(execute=True):
        staff_client.post(page("person_erase", person.pk), sent | {"files": [named.pk]})

    assert "Of others" not in shown.content.decode()
    assert str(own) in shown.content.decode()
    assert {*Attachment.objects.values_list("title_en", flat=True)} == {own.title_en, "Of others"}
    assert not named.file.storage.exists(named.file.name)
    assert own.file.storage.exists(own.file.name)
    assert not Version.objects.filter(serialized_data__contains="Zorblat_Quixtor").exists()
    assert Erasure.objects.get().files == [named.pk]


def test_a_choice_that_is_none_is_refused_in_words(staff_client, person):
    for sent in ({"mode": "all"}, {"mode": "private", "spared": ["everywhere"]}):
        response = staff_client.get(page("person_erase", person.pk), sent)
        assert response.status_code == 200
        assert "errorlist" in response.content.decode()


def test_an_erasure_by_a_request_leaves_no_way_back(staff_client, person):
    sent = {"mode": "anonymous", "reason": "Asked for.", "confirm": str(person.pk)}

    staff_client.post(page("person_erase", person.pk), sent)
    history = staff_client.get(
        reverse("admin:delegations_official_history", args=[person.pk])
    ).content.decode()

    assert "Quixtor" not in history
    again = staff_client.get(page("person", person.pk)).content.decode()
    assert "Quixtor" not in again
    assert "998" not in again

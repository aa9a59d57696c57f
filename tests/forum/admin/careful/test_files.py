"""A file that was chosen in a form which is refused stays chosen."""

from io import BytesIO

import pytest
from django.contrib.auth import get_user_model
from django.core.files.uploadedfile import SimpleUploadedFile
from django.core.management import call_command
from PIL import Image

from forum.models import AsideFile, Event
from forum.models.aside import KEPT
from tests.admin_forms import add_row, admin_url, errors_of, form_data, open_form, send_form
from tests.factories import make_event, stored

pytestmark = [pytest.mark.django_db, pytest.mark.slow]


def picture(name="tartu.png") -> SimpleUploadedFile:
    content = BytesIO()
    Image.new("RGB", (4, 3), "navy").save(content, "PNG")
    return SimpleUploadedFile(name, content.getvalue(), "image/png")


def attachment() -> SimpleUploadedFile:
    return SimpleUploadedFile("programme.txt", b"10:00 Opening", "text/plain")


def content_of(attachment) -> bytes:
    with attachment.file.open() as file:
        return file.read()


@pytest.fixture
def refused(staff_client):
    """A form with a picture and a row's file, refused for its date: address, answer, its form."""
    url = admin_url(make_event(), "change")
    data = add_row(form_data(open_form(staff_client, url)), "attachments", kind="programme")
    data |= {"attachments-0-title_en": "Programme", "starts_on": "never"}
    files = {"image": picture(), "attachments-0-file": attachment()}
    answer = send_form(staff_client, url, data | files)
    kept = {
        "kept-image": str(AsideFile.objects.get(name="tartu.png").token),
        "kept-attachments-0-file": str(AsideFile.objects.get(name="programme.txt").token),
    }
    yield url, answer, form_data(answer) | kept | {"starts_on": "2025-05-01"}
    for event in Event.objects.all():
        event.image.delete(save=False)


def test_it_is_shown_by_its_name_and_carried_along(refused):
    page = refused[1].render().text

    assert "Chosen: tartu.png (" in page
    assert "Chosen: programme.txt (" in page
    for name in ("image", "attachments-0-file"):
        assert f'<input type="hidden" name="kept-{name}"' in page
        assert f'<input type="checkbox" name="remove-{name}">' in page


def test_it_is_saved_with_the_form_and_kept_no_longer(
    refused, staff_client, django_capture_on_commit_callbacks
):
    url, _answer, data = refused
    storage = AsideFile.objects.first().file.storage
    names = [kept.file.name for kept in AsideFile.objects.all()]

    with django_capture_on_commit_callbacks(execute=True):
        answer = staff_client.post(url, data)

    assert answer.status_code == 302
    event = Event.objects.get()
    assert event.image_width == 4
    assert content_of(event.attachments.get()) == b"10:00 Opening"
    assert not AsideFile.objects.exists()
    assert not any(storage.exists(name) for name in names)


def test_it_stays_through_several_refusals(refused, staff_client):
    url, _answer, data = refused

    again = staff_client.post(url, data | {"starts_on": "never"})

    assert "Chosen: tartu.png (" in again.text
    assert AsideFile.objects.count() == 2


def test_a_double_click_takes_it_once(refused, staff_client):
    url, _answer, data = refused

    answers = [staff_client.post(url, data | {"once": "a-token-of-one-form"}) for _ in range(2)]

    assert [answer.status_code for answer in answers] == [302, 302]
    assert Event.objects.get().attachments.count() == 1


def test_it_can_be_removed_or_replaced(refused, staff_client):
    url, _answer, data = refused

    changes = {"remove-image": "on", "attachments-0-file": SimpleUploadedFile("new.txt", b"New")}
    staff_client.post(url, data | changes)

    event = Event.objects.get()
    assert not event.image
    assert content_of(event.attachments.get()) == b"New"


def test_a_file_that_is_not_in_order_is_not_kept(staff_client):
    url = admin_url(make_event(), "change")
    no_picture = SimpleUploadedFile("broken.png", b"no picture", "image/png")

    answer = send_form(
        staff_client, url, form_data(open_form(staff_client, url)) | {"image": no_picture}
    )

    assert "Files of this kind are not accepted" in errors_of(answer)
    assert not AsideFile.objects.exists()


def test_the_checks_of_its_field_run_again(staff_client, staff):
    broken = stored("aside/broken.png", b"no picture")
    kept = AsideFile.objects.create(user=staff, file=broken, name="broken.png")
    url = admin_url(make_event(), "change")
    data = form_data(open_form(staff_client, url)) | {"kept-image": str(kept.token)}

    assert "Files of this kind are not accepted" in staff_client.post(url, data).text


def test_nobody_else_can_have_it(refused, client):
    url, _answer, data = refused
    other = get_user_model().objects.create_superuser("other")
    client.force_login(other)

    client.post(url, data)

    event = Event.objects.get()
    assert not event.image
    assert AsideFile.objects.count() == 2


def test_it_has_no_address_of_its_own(refused, staff_client):
    kept = AsideFile.objects.first()

    assert staff_client.get(kept.file.url).status_code == 403


@pytest.mark.parametrize("token", ["", "nonsense", "\x00", "0" * 32])
def test_a_wrong_token_is_no_file(staff_client, token):
    url = admin_url(make_event(), "change")

    answer = staff_client.post(url, form_data(open_form(staff_client, url)) | {"kept-image": token})

    assert answer.status_code == 302


def test_it_goes_after_a_day(refused, django_capture_on_commit_callbacks, capsys):
    kept = AsideFile.objects.first()
    AsideFile.objects.filter(pk=kept.pk).update(kept_at=kept.kept_at - 2 * KEPT)

    with django_capture_on_commit_callbacks(execute=True):
        call_command("clean_aside")

    assert capsys.readouterr().out == "1 dropped.\n"
    assert not kept.file.storage.exists(kept.file.name)
    assert AsideFile.objects.count() == 1

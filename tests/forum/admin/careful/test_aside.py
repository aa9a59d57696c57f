"""A form that cannot be taken when it is sent comes back, and is saved by nobody but its sender."""

import pytest
from django.contrib.auth import get_user_model
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client

from delegations.models import Official
from forum.models import AsideFile, AsideForm, Event
from tests.admin_forms import add_row, admin_url, errors_of, form_data, open_form
from tests.factories import make_event, make_staff

pytestmark = pytest.mark.django_db

CITY = {"city_en": "Narva"}


def opened(client, url) -> dict:
    """The form with all that it carries."""
    answer = open_form(client, url)
    return form_data(answer) | {name: answer.context_data[name] for name in ("once", "sent_by")}


@pytest.fixture
def url():
    return admin_url(make_event(city_en="Tartu"), "change")


@pytest.fixture
def signed_out(staff_client, url):
    """A form with a new row, sent after the session ended: what was answered."""
    row = {"kind": "participants", "value": "50", "as_of_precision": "day"}
    data = add_row(opened(staff_client, url) | CITY, "figures", **row)
    staff_client.logout()
    return staff_client.post(url, data)


def test_it_leads_to_signing_in_and_saves_nothing(signed_out, url):
    assert signed_out.status_code == 302
    assert signed_out.url == f"/account/login/?next={url}"
    assert Event.objects.get().city_en == "Tartu"


def test_it_comes_back_after_signing_in_with_all_its_rows(signed_out, staff_client, staff, url):
    staff_client.force_login(staff)

    answer = open_form(staff_client, url)

    data = form_data(answer)
    assert data["city_en"] == "Narva"
    assert (data["figures-0-kind"], data["figures-0-value"]) == ("participants", "50")
    assert "nothing is saved yet: look at it and save it" in errors_of(answer)
    assert Event.objects.get().city_en == "Tartu"


def test_it_is_saved_once_its_sender_saves_it_and_then_forgotten(
    signed_out, staff_client, staff, url
):
    staff_client.force_login(staff)

    staff_client.post(url, form_data(open_form(staff_client, url)))

    event = Event.objects.get()
    assert (event.city_en, event.figures.count()) == ("Narva", 1)
    assert not AsideForm.objects.exists()
    assert "nothing is saved yet" not in errors_of(open_form(staff_client, url))


def test_it_can_be_discarded(signed_out, staff_client, staff, url):
    staff_client.force_login(staff)
    assert 'name="discard"' in staff_client.get(url).text

    answer = staff_client.post(url, form_data(open_form(staff_client, url)) | {"discard": "on"})

    assert answer.url == url
    assert form_data(open_form(staff_client, url))["city_en"] == "Tartu"
    assert Event.objects.get().city_en == "Tartu"


def test_nobody_else_sees_it(signed_out, client, url):
    client.force_login(get_user_model().objects.create_superuser("other"))

    assert form_data(open_form(client, url))["city_en"] == "Tartu"


def test_what_others_changed_meanwhile_is_asked_about(signed_out, staff_client, staff, url):
    Event.objects.update(city_en="Pärnu")
    staff_client.force_login(staff)

    [choice] = open_form(staff_client, url).context_data["choices"]

    assert (choice.theirs, choice.mine) == ("Pärnu", "Narva")


def test_its_files_come_back_too(staff_client, staff):
    url = admin_url(Event, "add")
    file = SimpleUploadedFile("programme.txt", b"10:00", "text/plain")
    data = opened(staff_client, url) | {"title_en": "Forum"}
    data = add_row(data, "attachments", kind="programme", title_en="Programme", file=file)
    staff_client.logout()
    staff_client.post(url, data)
    staff_client.force_login(staff)

    assert "Chosen: programme.txt" in staff_client.get(url).text


def test_what_a_file_says_of_itself_is_kept_without_what_no_text_has(staff_client):
    url = admin_url(Official, "add")
    sender = opened(staff_client, url)["sent_by"]
    staff_client.logout()

    file = SimpleUploadedFile("a.txt", b"abc", content_type="text/\x00plain")
    answer = staff_client.post(url, {"sent_by": sender, "photo": file})

    assert answer.status_code == 302
    assert AsideFile.objects.get().content_type == "text/plain"


def test_a_file_that_is_not_taken_is_named(staff_client, staff):
    url = admin_url(Event, "add")
    file = SimpleUploadedFile("photo.png", b"no picture", "image/png")
    data = opened(staff_client, url) | {"title_en": "Forum", "image": file}
    staff_client.logout()
    staff_client.post(url, data)
    staff_client.force_login(staff)

    assert "Choose these files again: photo.png." in errors_of(open_form(staff_client, url))


@pytest.mark.parametrize("sender", ["", "1", "1:nonsense", "\x00"])
def test_a_form_that_nobody_is_known_to_have_opened_is_not_kept(client, url, sender):
    client.post(url, {"sent_by": sender, **CITY})

    assert not AsideForm.objects.exists()


def test_any_letters_are_kept(staff_client, staff, url):
    data = opened(staff_client, url) | {"city_en": "a\x00b"}
    staff_client.logout()

    staff_client.post(url, data)

    staff_client.force_login(staff)
    assert form_data(open_form(staff_client, url))["city_en"] == "ab"


# A token that is too old: the sender is signed in, in another window.


@pytest.fixture
def strict_client(staff):
    client = Client(enforce_csrf_checks=True)
    client.force_login(staff)
    return client


def test_a_stale_form_comes_back_with_everything_in_it(strict_client, url):
    data = opened(strict_client, url) | CITY

    answer = strict_client.post(url, data, follow=True)

    assert answer.redirect_chain == [(url, 302)]
    assert 'value="Narva"' in answer.text
    assert "nothing is saved yet: look at it and save it" in answer.text
    assert Event.objects.get().city_en == "Tartu"


def test_a_stale_form_of_nobody_is_refused_in_the_readers_language(strict_client, url):
    answer = strict_client.post(f"/ru{url}", CITY)

    assert answer.status_code == 403
    assert '<html lang="ru"' in answer.text
    assert not AsideForm.objects.exists()


def test_a_stale_form_that_another_one_opened_is_not_kept(strict_client, client, url):
    other = make_staff(is_superuser=True)
    client.force_login(other)
    data = opened(client, url) | CITY

    assert strict_client.post(url, data).status_code == 403
    assert not AsideForm.objects.exists()


def test_a_form_that_is_too_large_says_so(staff_client, url, settings):
    settings.DATA_UPLOAD_MAX_NUMBER_FIELDS = 5

    answer = staff_client.post(url, {f"field-{number}": "x" for number in range(9)})

    assert answer.status_code == 413
    assert "go back, where what you entered still stands" in answer.text

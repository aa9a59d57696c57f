"""Files, as visitors and staff get them: asked of the record that they belong to, each time."""

import re

import pytest
from django.contrib.auth import get_user_model
from django.contrib.auth.models import Permission
from pytest_django.asserts import assertRedirects

from agreements.models import EarlierFile
from forum.models import AsideFile
from tests.factories import (
    make_attachment,
    make_event,
    make_institution,
    make_official,
    make_text,
    pdf_file,
    picture_file,
    stored,
)

pytestmark = pytest.mark.django_db


def staff_with(*permissions):
    user = get_user_model().objects.create_user("archivist", is_staff=True)
    user.user_permissions.set(Permission.objects.filter(codename__in=permissions))
    return user


def got(client, address, **options):
    """An answer that is read to its end, so that its file is closed."""
    response = client.get(address, **options)
    response.body = response.getvalue()
    return response


# Pictures.

OWNERS = {"event": (make_event, "image"), "official": (make_official, "photo")}
OWNERS["institution"] = (make_institution, "logo")
of_each_owner = pytest.mark.parametrize("owner", OWNERS)
in_each_size = pytest.mark.parametrize("place", ["media", "pictures/320"])


def picture_of(owner, **fields):
    make, field = OWNERS[owner]
    return getattr(make(**{field: picture_file()} | fields), field)


@of_each_owner
@in_each_size
def test_anybody_sees_the_picture_of_a_published_record(client, owner, place):
    picture = picture_of(owner)

    response = got(client, f"/{place}/{picture.name}")

    assert response.status_code == 200
    assert response["Content-Type"] in ("image/png", "image/webp")
    assert response["X-Content-Type-Options"] == "nosniff"
    assert response["Content-Security-Policy"] == "sandbox"
    assert "Cookie" not in response.get("Vary", "")


@of_each_owner
@in_each_size
def test_no_visitor_sees_the_picture_of_an_unpublished_record(client, owner, place):
    picture = picture_of(owner, is_published=False)

    assert got(client, f"/{place}/{picture.name}").status_code == 404


@in_each_size
def test_a_record_taken_off_the_site_takes_its_picture_along(client, place):
    picture = picture_of("event")
    address = f"/{place}/{picture.name}"
    seen = got(client, address)

    type(picture.instance).objects.update(is_published=False)

    assert got(client, address, headers={"If-None-Match": seen["ETag"]}).status_code == 404
    age = int(re.fullmatch(r"public, max-age=(\d+)", seen["Cache-Control"])[1])
    assert age <= 600


def test_who_has_a_picture_only_asks_whether_it_may_still_be_seen(client):
    address = f"/media/{picture_of('event').name}"
    seen = got(client, address)

    again = got(client, address, headers={"If-None-Match": seen["ETag"]})

    assert (again.status_code, again.body) == (304, b"")


@in_each_size
def test_staff_who_see_the_record_see_its_picture_and_no_cache_keeps_it(client, place):
    picture = picture_of("event", is_published=False)
    client.force_login(staff_with("view_event", "view_unpublished"))

    response = got(client, f"/{place}/{picture.name}")

    assert response.status_code == 200
    assert response["Cache-Control"] == "private, no-store"
    assert "ETag" not in response


@pytest.mark.parametrize("rights", [["view_event"], ["view_unpublished", "view_official"], []])
def test_other_staff_do_not(client, rights):
    picture = picture_of("event", is_published=False)
    client.force_login(staff_with(*rights))

    assert got(client, f"/media/{picture.name}").status_code == 404


def test_a_picture_that_was_replaced_is_seen_no_more(client):
    first = picture_of("event").name
    event = make_event(image=picture_file())
    type(event).objects.filter(image=first).update(image="")

    assert got(client, f"/media/{first}").status_code == 404


def test_a_picture_costs_one_query(client, django_assert_num_queries):
    picture = picture_of("event")

    with django_assert_num_queries(1):
        got(client, f"/media/{picture.name}")


@pytest.mark.parametrize(
    "name",
    [
        pytest.param("events/missing.png", id="missing"),
        pytest.param("events", id="a folder"),
        pytest.param("events/", id="a folder with a slash"),
        pytest.param("", id="nothing"),
        pytest.param("..", id="above"),
        pytest.param("../private/texts/a.txt", id="the private storage"),
        pytest.param("events/../../private/texts/a.txt", id="the private storage from inside"),
        pytest.param("%2e%2e/private/texts/a.txt", id="the private storage, encoded"),
        pytest.param("/etc/passwd", id="the root"),
        pytest.param("x" * 1000, id="a name too long"),
        pytest.param("\\..\\..\\a", id="backslashes"),
        pytest.param("%ED%A0%80", id="half a character"),
    ],
)
def test_nothing_else_is_handed_out_as_a_picture(client, name):
    stored("texts/a.txt", b"secret")

    assert got(client, f"/media/{name}").status_code in (400, 404)


def test_a_document_is_no_picture(staff_client):
    name = make_file("text").name

    assert got(staff_client, f"/media/{name}").status_code == 404
    assert got(staff_client, f"/pictures/320/{name}").status_code == 404


# Private files.


def make_file(kind, **fields):
    make = {"attachment": make_attachment, "text": make_text}[kind]
    return make(**{"url": "", "is_public": False, "file": pdf_file()} | fields).file


def unpublished(kind):
    file = make_file(kind)
    whole = file.instance.event if kind == "attachment" else file.instance.agreement
    type(whole).objects.update(is_published=False)
    return file


of_each_kind = pytest.mark.parametrize("kind", ["attachment", "text"])


@of_each_kind
def test_staff_open_a_private_file_of_records_that_they_may_see(client, kind):
    file = make_file(kind)
    client.force_login(staff_with(f"view_{kind}", "view_unpublished"))

    response = got(client, file.url)

    assert (response.status_code, response.body) == (200, pdf_file().read())
    assert response["Cache-Control"] == "private, no-store"
    assert response["X-Content-Type-Options"] == "nosniff"
    assert response["Content-Security-Policy"] == "sandbox"
    assert response["Content-Disposition"].startswith("attachment;")


@of_each_kind
def test_what_is_saved_of_it_has_a_name_for_people(staff_client, kind):
    file = make_file(kind)

    response = got(staff_client, file.url)

    assert file.instance.file_name in response["Content-Disposition"]
    assert file.name.partition("/")[2] not in response["Content-Disposition"]


@pytest.mark.parametrize(("kind", "may_see"), [("attachment", "text"), ("text", "attachment")])
def test_staff_open_no_private_file_of_records_that_they_may_not_see(client, kind, may_see):
    file = make_file(kind)
    client.force_login(staff_with(f"view_{may_see}", "view_unpublished"))

    assert got(client, file.url).status_code == 403


@of_each_kind
def test_a_file_of_an_unpublished_record_asks_for_the_right_to_see_that(client, kind):
    file = unpublished(kind)
    user = staff_with(f"view_{kind}")
    client.force_login(user)

    refused = got(client, file.url).status_code
    user.user_permissions.add(Permission.objects.get(codename="view_unpublished"))

    assert (refused, got(client, file.url).status_code) == (403, 200)


def test_a_file_that_a_text_had_before_is_its_file_too(client):
    text = make_file("text").instance
    earlier = EarlierFile.objects.create(text=text, file=stored("texts/earlier.pdf", b"x"))
    client.force_login(staff_with("view_text", "view_unpublished"))

    response = got(client, earlier.file.url)

    assert (response.status_code, response.body) == (200, b"x")
    assert text.file_name in response["Content-Disposition"]


@pytest.mark.parametrize("dots", ["..", "%2e%2e", "./.."])
def test_a_way_around_through_a_permitted_folder_is_closed(client, dots):
    make_file("attachment")
    file = make_file("text")
    client.force_login(staff_with("view_attachment"))

    response = got(client, f"/files/attachments/{dots}/{file.name}")

    assert b"%PDF" not in response.body
    assert response.status_code in (400, 403, 404)


def test_visitors_are_asked_to_sign_in_for_a_private_file(client):
    file = make_file("text")

    response = got(client, file.url)

    assertRedirects(response, f"/admin/login/?next={file.url}", fetch_redirect_response=False)


def test_who_is_no_staff_is_asked_to_sign_in_as_such(client):
    file = make_file("text")
    client.force_login(get_user_model().objects.create_user("visitor"))

    assert got(client, file.url).status_code == 302


def test_what_is_set_aside_is_opened_by_nobody(staff_client, staff):
    kept = AsideFile.objects.create(user=staff, file=stored("aside/a.txt", b"x"), name="a.txt")

    assert got(staff_client, kept.file.url).status_code == 403


@pytest.mark.parametrize(
    "name",
    ["texts/missing.txt", "texts", "texts/", "other/a.txt", "../pictures/a", "texts/../../a"],
)
def test_nothing_else_is_handed_out_as_a_private_file(staff_client, name):
    assert got(staff_client, f"/files/{name}").status_code in (400, 404)


def test_a_picture_is_no_private_file(staff_client):
    assert got(staff_client, f"/files/{picture_of('event').name}").status_code == 404


# Public files.


@of_each_kind
def test_visitors_get_a_public_file_under_the_same_guard(client, kind):
    record = make_file(kind, is_public=True).instance
    whole = record.event if kind == "attachment" else record.agreement
    folder = "files" if kind == "attachment" else "texts"

    response = got(client, f"{whole.get_absolute_url()}{folder}/{record.pk}/")

    assert response.status_code == 200
    assert response["Content-Security-Policy"] == "sandbox"
    assert response["Content-Disposition"].startswith("attachment;")
    assert record.file_name in response["Content-Disposition"]

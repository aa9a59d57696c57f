import datetime as dt

import pytest
from django.contrib.auth import get_user_model
from django.contrib.auth.models import Permission
from django.core.files.base import ContentFile
from django.core.files.storage import default_storage
from django.db import connection
from django.db.migrations.loader import MigrationLoader
from django.db.migrations.recorder import MigrationRecorder
from pytest_django.asserts import assertContains, assertNotContains, assertRedirects

from tests.factories import (
    make_agreement,
    make_attachment,
    make_delegation,
    make_event,
    make_institution,
    make_official,
    make_party,
    make_series,
    make_text,
    make_venue,
)
from tests.reading import body, heading_jumps

pytestmark = pytest.mark.django_db
LANGUAGES = {"en": "/", "kk": "/kk/", "ru": "/ru/", "et": "/et/"}
PAST, FUTURE = dt.date(2001, 5, 1), dt.date(9000, 5, 1)


def make_listed(count):
    for _ in range(count):
        for day in (PAST, FUTURE):
            make_event(starts_on=day, ends_on=None, series=make_series(), venue=make_venue())
        agreement = make_agreement(event=make_event(starts_on=PAST, ends_on=None))
        make_party(agreement=agreement)
        make_party(agreement=agreement)
        make_official()


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_home_page_of_an_empty_site_can_be_read(client, language):
    response = client.get(LANGUAGES[language])

    assertContains(response, f'<html lang="{language}"')


@pytest.mark.parametrize("count", [1, 3])
def test_the_home_page_costs_the_same_for_any_number(client, django_assert_num_queries, count):
    make_listed(count)

    # Upcoming, recent, agreements, parties, their names, years, countries, four totals.
    with django_assert_num_queries(12):
        response = client.get("/")

    assert len(response.context["agreements"]) == count


def test_the_home_page_shows_what_is_next_what_was_and_what_was_signed(client):
    coming = make_event(title_en="Coming", starts_on=FUTURE, ends_on=None)
    later = make_event(title_en="Later", starts_on=FUTURE + dt.timedelta(days=1), ends_on=None)
    past = make_event(title_en="Past", starts_on=PAST, ends_on=None)
    agreement = make_agreement(title_en="Memorandum")
    for make in (make_event, make_agreement, make_institution, make_official):
        make(is_published=False)

    response = client.get("/")

    context = response.context
    assert context["next_event"] == coming
    assert list(context["upcoming"]) == [later]
    assert list(context["recent"]) == [past]
    assert list(context["agreements"]) == [agreement]
    totals = ("event_count", "agreement_count", "institution_count", "official_count")
    assert [context[total] for total in totals] == [3, 1, 0, 0]
    for title in ("Coming", "Later", "Past", "Memorandum"):
        assertContains(response, title)


def test_no_page_leaves_out_a_level_of_headings(client, today):
    make_event(starts_on=today, ends_on=today, time_zone="UTC")
    make_event(starts_on=FUTURE, ends_on=None)
    written = {"description_en": "### Aims\n\n##### Means", "summary_en": "They meet."}
    event = make_event(slug="forum", **written)
    make_event(parent=event)
    make_delegation(event=event, role="guest")
    make_agreement(event=event, slug="agreement")
    make_institution(slug="university", description_en="#### Faculties")
    make_official(slug="official", biography_en="## Life")

    pages = {
        path: client.get(path).text
        for path in (
            "/",
            *(f"/events/forum/{tab}" for tab in ("", "programme/", "delegations/", "agreements/")),
            "/agreements/agreement/",
            "/institutions/university/",
            "/officials/official/",
        )
    }

    assert {path: jumps for path, page in pages.items() if (jumps := heading_jumps(page))} == {}
    assert '<h2 id="on-now"' in pages["/"]
    assert '<h2 id="next"' in pages["/"]


def test_the_home_page_shows_five_of_each(client):
    make_listed(6)

    context = client.get("/").context

    assert context["next_event"]
    assert [len(context[name]) for name in ("upcoming", "recent", "agreements")] == [5, 5, 5]


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_site_says_what_it_is(client, language):
    response = client.get(f"{LANGUAGES[language]}about/")

    assertContains(response, "<h1>", count=1)
    assertContains(response, f'<html lang="{language}"')


@pytest.mark.parametrize("address", ["/healthz", "/readyz"])
def test_a_healthy_site_says_so(client, address):
    response = client.get(address)

    assert (response.status_code, response.text) == (200, "ok")
    assert client.post(address).status_code == 405


def test_a_site_whose_migrations_wait_is_alive_but_not_ready(client):
    last = MigrationLoader(connection).graph.leaf_nodes("agreements")[0]
    MigrationRecorder(connection).record_unapplied(*last)

    assert client.get("/healthz").status_code == 200
    response = client.get("/readyz")
    assert (response.status_code, response.text) == (503, "migrations pending")


def test_health_is_asked_without_a_redirect_to_https(client, settings):
    settings.SECURE_SSL_REDIRECT = True

    answers = [client.get(address).status_code for address in ("/healthz", "/readyz", "/about/")]

    assert answers == [200, 200, 301]


@pytest.fixture
def picture():
    name = default_storage.save("events/picture.png", ContentFile(b"\x89PNG"))
    yield name
    default_storage.delete(name)


def test_anybody_may_see_a_picture(client, picture):
    response = client.get(f"/media/{picture}")

    assert response["Content-Type"] == "image/png"
    assert response["X-Content-Type-Options"] == "nosniff"
    assert response.getvalue() == b"\x89PNG"


@pytest.mark.parametrize(
    "name",
    [
        pytest.param("events/missing.png", id="missing"),
        pytest.param("events", id="a folder"),
        pytest.param("events/", id="a folder with a slash"),
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
def test_nothing_else_is_handed_out_as_a_picture(client, picture, name):
    make_text(url="", file=ContentFile(b"secret", name="a.txt"))

    assert client.get(f"/media/{name}").status_code in (400, 404)


def staff_with(*permissions):
    user = get_user_model().objects.create_user("archivist", is_staff=True)
    user.user_permissions.set(Permission.objects.filter(codename__in=permissions))
    return user


def make_file(kind):
    make = {"attachment": make_attachment, "text": make_text}[kind]
    return make(url="", is_public=False, file=ContentFile(kind.encode(), name=f"{kind}.txt")).file


@pytest.mark.parametrize("kind", ["attachment", "text"])
def test_staff_open_a_private_file_of_records_that_they_may_see(client, kind):
    file = make_file(kind)
    client.force_login(staff_with(f"view_{kind}"))

    response = client.get(file.url)

    assert (response.status_code, body(response)) == (200, kind)
    assert response["Cache-Control"] == "private, no-store"
    assert response["Content-Disposition"].startswith("attachment;")


@pytest.mark.parametrize(("kind", "may_see"), [("attachment", "text"), ("text", "attachment")])
def test_staff_open_no_private_file_of_records_that_they_may_not_see(client, kind, may_see):
    file = make_file(kind)
    client.force_login(staff_with(f"view_{may_see}"))

    assert client.get(file.url).status_code == 403


@pytest.mark.parametrize("dots", ["..", "%2e%2e", "./.."])
def test_a_way_around_through_a_permitted_folder_is_closed(client, dots):
    make_file("attachment")
    file = make_file("text")
    client.force_login(staff_with("view_attachment"))

    response = client.get(f"/files/attachments/{dots}/{file.name}")

    assert body(response) != "text"
    assert response.status_code in (400, 403, 404)


def test_visitors_are_asked_to_sign_in_for_a_private_file(client):
    file = make_file("text")

    response = client.get(file.url)

    assertRedirects(response, f"/admin/login/?next={file.url}")


def test_who_is_no_staff_is_asked_to_sign_in_as_such(client):
    file = make_file("text")
    client.force_login(get_user_model().objects.create_user("visitor"))

    assert client.get(file.url).status_code == 302


@pytest.mark.parametrize(
    ("name", "status"),
    [
        ("texts/missing.txt", 404),
        ("texts", 404),
        ("texts/", 404),
        ("other/a.txt", 403),
        ("../public/events/picture.png", 403),
        ("texts/../../public/events/picture.png", 403),
    ],
)
def test_nothing_else_is_handed_out_as_a_private_file(staff_client, picture, name, status):
    assert staff_client.get(f"/files/{name}").status_code == status


@pytest.mark.parametrize("language", LANGUAGES)
def test_an_address_that_does_not_exist_gets_a_page_that_helps(client, language):
    response = client.get(f"{LANGUAGES[language]}nowhere/")

    assertContains(response, 'href="#content"', status_code=404)


def test_every_answer_carries_the_security_headers(client):
    response = client.get("/")

    policy = response["Content-Security-Policy"]
    assert "default-src 'self'" in policy
    assert "unsafe" not in policy
    assert response["X-Frame-Options"] == "DENY"
    assert response["Referrer-Policy"] == "same-origin"
    assert "camera=()" in response["Permissions-Policy"]


@pytest.mark.parametrize("address", ["/", "/about/", "/events/", "/nowhere/"])
def test_no_page_has_scripts_or_styles_inside(client, address):
    make_listed(1)

    response = client.get(address)

    for forbidden in ("<script>", "<style", " style=", " onclick=", "javascript:"):
        assertNotContains(response, forbidden, status_code=response.status_code)

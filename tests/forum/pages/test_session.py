"""The page of a programme item: its address, its files and links, and who may see them."""

import pytest
from django.core.exceptions import ValidationError
from django.core.files.base import ContentFile

from forum.models import Attachment
from tests.admin_forms import add_row, admin_url, form_data, open_form, send_form
from tests.factories import (
    MAY_1,
    make_agreement,
    make_attachment,
    make_event,
    make_session,
    make_speaker,
)
from tests.reading import body, links, read

pytestmark = pytest.mark.django_db


def make_lecture(**fields):
    given = {"event": make_event(slug="forum"), "title_en": "Opening lecture", "day": MAY_1}
    return make_session(**given | {"starts_at": "10:00", "ends_at": "11:00"} | fields)


def make_file(session, **fields):
    file = ContentFile(b"Slides", name="slides.txt")
    given = {"event": session.event, "session": session, "title_en": "Slides", "url": ""}
    return make_attachment(**given | {"file": file} | fields)


def address_of_file(attachment):
    return f"/events/{attachment.event.slug}/files/{attachment.pk}/"


def test_it_shows_what_the_item_is_and_who_speaks(client):
    session = make_lecture(abstract_en="On trust.")
    make_speaker(session=session, name_as_printed="Jaan Tamm")
    make_session(event=session.event, parent=session, day=MAY_1, title_en="Questions")

    response = client.get(f"/events/forum/programme/{session.pk}/")

    page = read(response)
    for said in ("Opening lecture", "1 May", "10:00", "11:00", "On trust.", "Jaan Tamm"):
        assert said in page
    assert "Questions" in page
    assert f"/events/forum/programme/?day=2030-05-01#item-{session.pk}" in links(response.text)


def test_an_item_without_a_day_or_title_has_a_page_too(client):
    session = make_session(event=make_event(), title_en="", kind="break")

    page = read(client.get(session.get_absolute_url()))

    assert "Break Break Day to be announced" in page


def test_the_programme_leads_there_and_its_former_address_too(client, staff_client):
    session = make_lecture()
    own = f"/events/forum/programme/{session.pk}/"
    assert own in links(client.get("/events/forum/programme/").text)

    data = form_data(open_form(staff_client, admin_url(session.event, "change")))
    send_form(staff_client, admin_url(session.event, "change"), data | {"slug": "forum-2030"})

    response = client.get(own)
    assert (response.status_code, response["Location"]) == (
        301,
        f"/events/forum-2030/programme/{session.pk}/",
    )


def test_it_shows_the_files_and_links_of_the_item(client):
    session = make_lecture()
    slides = make_file(session)
    link = "https://example.org/video"
    make_file(session, title_en="Video", url=link, file="")

    for address in (session.get_absolute_url(), "/events/forum/programme/"):
        found = links(client.get(address).text)
        assert address_of_file(slides) in found
        assert link in found
    assert body(client.get(address_of_file(slides))) == "Slides"
    assert "Slides" not in read(client.get("/events/forum/"))


def test_it_shows_the_documents_signed_at_it(client):
    session = make_lecture(kind="signing")
    given = {"event": session.event, "session": session}
    make_agreement(title_en="Treaty", **given)
    make_agreement(title_en="Draft", is_published=False, **given)

    page = read(client.get(session.get_absolute_url()))

    assert "Treaty" in page
    assert "Draft" not in page


@pytest.mark.parametrize("visibility", ["participants", "internal"])
@pytest.mark.parametrize("depth", [0, 1])
def test_what_is_not_public_has_no_page_and_hands_out_no_file(client, visibility, depth):
    session = make_lecture(visibility=visibility)
    for _ in range(depth):
        session = make_session(event=session.event, parent=session)
    attachment = make_file(session)

    assert client.get(session.get_absolute_url()).status_code == 404
    assert client.get(address_of_file(attachment)).status_code == 404
    for page in ("", "programme/"):
        assert "Slides" not in client.get(f"/events/forum/{page}").text


def test_a_file_that_is_not_public_stays_with_staff(client):
    attachment = make_file(make_lecture(), is_public=False)

    assert "Slides" not in client.get(attachment.session.get_absolute_url()).text
    assert client.get(address_of_file(attachment)).status_code == 404


@pytest.mark.parametrize("number", ["0", "9" * 40])
def test_a_number_that_is_none_is_not_found(client, number):
    make_lecture()

    assert client.get(f"/events/forum/programme/{number}/").status_code == 404


def test_an_item_of_another_event_is_not_found_there(client):
    make_event(slug="other")

    assert client.get(f"/events/other/programme/{make_lecture().pk}/").status_code == 404


class TestRecording:
    def test_staff_add_a_link_on_the_page_of_the_item(self, staff_client):
        session = make_lecture()
        url = admin_url(session, "change")
        data = add_row(
            form_data(open_form(staff_client, url)),
            "attachments",
            kind="other",
            title_en="Video",
            url="https://example.org/video",
        )

        assert send_form(staff_client, url, data).status_code == 302
        attachment = Attachment.objects.get()
        assert (attachment.session, attachment.event) == (session, session.event)

    def test_the_form_of_the_event_leaves_files_of_items_alone(self, staff_client):
        attachment = make_file(make_lecture())
        url = admin_url(attachment.event, "change")

        data = form_data(open_form(staff_client, url))

        assert data["attachments-TOTAL_FORMS"] == 0
        assert send_form(staff_client, url, data).status_code == 302
        assert Attachment.objects.get() == attachment

    def test_a_file_is_not_of_an_item_of_another_event(self):
        attachment = Attachment(
            event=make_event(), session=make_lecture(), title_en="Slides", url="https://example.org"
        )
        with pytest.raises(ValidationError, match="of another event"):
            attachment.full_clean()

    def test_an_item_with_files_is_not_moved_to_another_event(self):
        session = make_file(make_lecture()).session
        session.event = make_event()

        with pytest.raises(ValidationError, match="This item has files"):
            session.full_clean()

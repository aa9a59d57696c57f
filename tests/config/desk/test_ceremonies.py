import pytest
from django.contrib.auth.models import Permission

from tests.factories import (
    MAY_1,
    make_agreement,
    make_event,
    make_institution,
    make_official,
    make_party,
    make_session,
    make_signatory,
    make_staff,
)
from tests.reading import pdf_of, words_of


def ceremony(**fields):
    event = make_event(title_en="Rectors' Forum", slug="forum")
    session = make_session(event=event, kind="signing", day=MAY_1, title_en="Signing")
    agreement = make_agreement(
        event=event,
        session=session,
        stage="agreed",
        is_published=False,
        languages="kk, et",
        **{"title_en": "Agreement on mobility"} | fields,
    )
    for country, name in (("KZ", "Алматы Менеджмент Университеті"), ("EE", "Tallinna Ülikool")):
        seat = make_institution(name_en=name, country=country, is_published=False)
        party = make_party(agreement=agreement, institution=seat)
        person = make_official(name_en=f"Rector of {country}", is_published=False)
        make_signatory(agreement=agreement, party=party, official=person, office_en="Rector")
    return event, session


def test_the_pack_holds_all_that_the_table_needs(staff_client):
    event, _session = ceremony()

    response = staff_client.get(f"/admin/forum/event/{event.pk}/ceremony.pdf")

    pack = pdf_of(response)
    text = words_of(pack)
    assert response["Content-Disposition"] == 'inline; filename="forum-ceremony.pdf"'
    assert "/StructTreeRoot" in pack.trailer["/Root"]
    for said in (
        "Running order",
        "Agreement on mobility",
        "Алматы Менеджмент Университеті",
        "Rector of EE",
        "Copies to bring",
        "Kazakh, Estonian",
        "By what right they sign is not on record",
        "Record sheet",
    ):
        assert said in text


def test_the_pack_of_an_item_holds_only_its_documents(staff_client):
    event, session = ceremony()
    make_agreement(event=event, title_en="Elsewhere")

    text = words_of(pdf_of(staff_client.get(f"/admin/forum/session/{session.pk}/ceremony.pdf")))

    assert "Agreement on mobility" in text
    assert "Elsewhere" not in text


def test_an_event_without_documents_says_so(staff_client):
    event = make_event()

    text = words_of(pdf_of(staff_client.get(f"/admin/forum/event/{event.pk}/ceremony.pdf")))

    assert "No document of this event is on record yet." in text


@pytest.mark.parametrize("title", ["a\x00b\x0c", "رەننو \u202eۆەينتال", "ж" * 380, "#[*_$\\"])
def test_any_title_can_be_set(staff_client, title):
    event, _session = ceremony(title_en=title.replace("\x00", ""))

    response = staff_client.get(f"/admin/forum/event/{event.pk}/ceremony.pdf")

    assert response.content.startswith(b"%PDF-")


@pytest.mark.parametrize("key", ["0", "x", "9" * 40])
def test_no_event_has_no_pack(staff_client, key):
    assert staff_client.get(f"/admin/forum/event/{key}/ceremony.pdf").status_code == 404


@pytest.mark.django_db
def test_only_staff_who_may_see_what_is_in_it_take_a_pack_along(client):
    event, _session = ceremony()
    url = f"/admin/forum/event/{event.pk}/ceremony.pdf"
    reader = make_staff()

    assert client.get(url).status_code == 302
    client.force_login(reader)
    assert client.get(url).status_code == 403
    reader.user_permissions.set(Permission.objects.filter(codename__startswith="view_"))
    assert client.get(url).status_code == 403
    reader.user_permissions.add(Permission.objects.get(codename="export"))
    assert client.get(url).status_code == 200


def test_the_pack_is_linked_from_event_and_item(staff_client):
    event, session = ceremony()

    for record in (event, session):
        url = f"/admin/forum/{record._meta.model_name}/{record.pk}"
        page = staff_client.get(f"{url}/change/").content.decode()
        assert f"{url}/ceremony.pdf" in page

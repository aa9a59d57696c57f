"""Who is a side of an agreement or came to an event for whom, where that is no country of today."""

import pytest
from pytest_django.asserts import assertContains, assertNotContains

from agreements.dossier.pairs import pairs
from agreements.models import Agreement
from delegations.attendance import sides_of_events
from forum.models import Event
from tests.factories import (
    make_agreement,
    make_delegation,
    make_event,
    make_institution,
    make_member,
    make_party,
)
from tests.reading import pdf_of, read, words_of

pytestmark = pytest.mark.django_db


def make_unesco():
    return make_institution(name_en="UNESCO", country="FR", kind="international")


def test_an_international_organisation_is_a_party_for_no_country(client):
    agreement = make_agreement()
    make_party(agreement=agreement, country="KZ")
    make_party(agreement=agreement, institution=make_unesco())

    page = read(client.get(agreement.get_absolute_url()))

    assert "UNESCO" in page
    assert "France" not in page
    assert Agreement.objects.all().countries() == {"KZ"}
    assert not pairs()


def test_an_international_organisation_that_acts_for_a_country_says_which(client):
    agreement = make_agreement()
    make_party(agreement=agreement, institution=make_unesco(), country="KZ")

    assert Agreement.objects.all().countries() == {"KZ"}
    assert "UNESCO Kazakhstan" in read(client.get(agreement.get_absolute_url()))


def test_who_comes_for_an_international_organisation_comes_for_no_country():
    event = make_event(country="EE")
    make_delegation(event=event, institution=make_unesco(), country="")
    make_member(delegation=make_delegation(event=event, country="KZ"), institution=make_unesco())

    came = sides_of_events(Event.objects.all())

    assert {code for _key, code in came} == {"EE", "KZ"}


@pytest.mark.parametrize(
    ("role", "said"),
    [
        ("territory", "Jersey Territory to which it extends"),
        ("represented", "Jersey On whose behalf it was concluded"),
    ],
)
def test_whom_others_act_for_is_named_apart_from_the_sides(client, role, said):
    agreement = make_agreement()
    for position, code in enumerate(["GB", "KZ"]):
        make_party(agreement=agreement, country=code, position=position)
    make_party(agreement=agreement, country="JE", role=role, position=2)
    address = agreement.get_absolute_url()

    register, page = client.get("/agreements/"), read(client.get(address))

    assert "United Kingdom – Kazakhstan" in read(register)
    assertNotContains(register, '<span class="party">Jersey')
    assert said in page
    assert "United Kingdom" in client.get("/agreements/register.csv").getvalue().decode()
    # It concerns the territory all the same, and leads to the dossier of the two sides.
    assert "JE" in Agreement.objects.all().countries()
    assertContains(client.get(address), "/relations/gb/kz/")
    document = words_of(pdf_of(client.get(f"{address}record.pdf")))
    assert f"Jersey ({said.removeprefix('Jersey ').lower()})" in document


def test_a_former_state_has_a_dossier(client):
    agreement = make_agreement()
    for code in ("SUHH", "FI"):
        make_party(agreement=agreement, country=code)

    page = read(client.get("/relations/fi/suhh/"))

    assert "Finland – Soviet Union" in page
    assert client.get("/relations/SUHH/fi/")["Location"] == "/relations/fi/suhh/"
    assert client.get("/relations/fi/susu/").status_code == 404
    assert "Soviet Union (1922–1991)" in read(client.get("/agreements/"))


def test_a_country_without_a_drawn_flag_shows_its_name_alone(client):
    event = make_event(country="ZA", city_en="Cape Town")
    make_delegation(event=event, country="AQ")

    for address in (event.get_absolute_url(), "/events/", "/relations/za/"):
        response = client.get(address)
        assert "South Africa" in read(response)
        assert "ZA" not in read(response)
        assertNotContains(response, "flags/za")

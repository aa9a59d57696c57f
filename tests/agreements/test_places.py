"""Where a document was signed: in one place, in several, or online."""

import datetime as dt

import pytest
from django.core.exceptions import ValidationError
from django.utils.translation import override

from agreements.models import Agreement
from agreements.places import Places
from agreements.services import take_step
from tests.factories import NOON, make_agreement, make_signatory
from tests.reading import pdf_of, read, words_of

pytestmark = pytest.mark.django_db


def shown(client, agreement) -> str:
    return read(client.get(agreement.get_absolute_url()))


def test_signatories_who_signed_apart_make_several_places(client):
    agreement = make_agreement(city_en="London", country="GB")
    make_signatory(agreement=agreement, position=1)
    make_signatory(agreement=agreement, position=2, city_en="Alexandria")

    record = pdf_of(client.get(agreement.get_absolute_url() + "record.pdf"))

    assert "Signed in London (United Kingdom) and Alexandria" in shown(client, agreement)
    assert "London (United Kingdom) and Alexandria" in words_of(record)


def test_a_document_without_a_place_of_its_own_has_those_of_its_signatories(client):
    agreement = make_agreement()
    for position, city in enumerate(("London", "Alexandria", "London", "Cairo")):
        make_signatory(agreement=agreement, position=position, city_en=city)

    assert "Signed in London, Alexandria, and Cairo" in shown(client, agreement)


def test_a_document_signed_online_has_no_place(client):
    agreement = make_agreement(is_online=True)

    assert "Signed online" in shown(client, agreement)
    assert "online" in client.get("/agreements/register.csv").getvalue().decode()


def test_some_may_sign_online_while_others_meet(client):
    agreement = make_agreement(city_en="Astana")
    make_signatory(agreement=agreement, is_online=True)

    assert "Signed in Astana and online" in shown(client, agreement)


def test_who_only_watched_made_it_no_place_of_signature(client):
    agreement = make_agreement(city_en="Astana")
    make_signatory(agreement=agreement, role="witnesses", city_en="Tallinn")
    make_signatory(agreement=agreement, role="present", is_online=True)

    page = shown(client, agreement)

    assert "Signed in" not in page
    assert "Signed online" not in page


def test_what_was_adopted_is_not_called_signed():
    places = Places(("London", "Cairo"), is_online=True)

    assert places.in_words("adopted") == "London, Cairo, and online"
    assert Places((), is_online=True).in_words("adopted") == "Online"
    assert Places().in_words("signed") == ""


@pytest.mark.parametrize(
    ("language", "said"),
    [("en", "London and Cairo"), ("ru", "London и Cairo"), ("et", "London ja Cairo")],
)
def test_places_are_joined_as_the_readers_language_does(language, said):
    with override(language):
        assert Places(("London", "Cairo")).listed() == said


def test_an_agreement_is_found_by_any_of_its_places(client):
    agreement = make_agreement(title_en="Treaty of Alliance", city_en="London")
    make_signatory(agreement=agreement, city_en="Alexandria")

    assert "Treaty of Alliance" in read(client.get("/search/", {"q": "alexandria"}))


def test_the_step_of_signing_says_that_it_was_online():
    agreement = make_agreement(stage="agreed")

    take_step(agreement, "signed", happened_on=dt.date(2020, 5, 1), is_online=True)

    assert Agreement.objects.get().is_online


def test_that_it_was_signed_online_can_be_added_later_but_not_taken_back():
    agreement = make_agreement(sealed_at=NOON)
    agreement.is_online = True
    agreement.full_clean()
    agreement.save()

    agreement.is_online = False
    with pytest.raises(ValidationError, match="correct it"):
        agreement.full_clean()

"""The filters of the register of agreements, and its pages."""

import datetime as dt

import pytest
from pytest_django.asserts import assertContains

from agreements.choices import Status
from tests.factories import make_agreement, make_institution, make_party, make_provision, make_topic
from tests.reading import read


@pytest.fixture
def register():
    """Two agreements, of which each filter of FILTERS below leaves the first."""
    wanted = make_agreement(
        title_en="Wanted",
        slug="wanted",
        instrument="charter",
        concluded_on=dt.date(2020, 7, 7),
        in_force_on=dt.date(2020, 7, 7),
    )
    university = make_institution(slug="taltech", country="EE")
    make_party(agreement=wanted, institution=university)
    make_party(agreement=wanted, country="EE")
    make_provision(agreement=wanted, topic=make_topic(slug="mobility"))
    make_provision(agreement=wanted, topic=make_topic(slug="energy"))
    other = make_agreement(title_en="Other", stage="proposed")
    make_party(agreement=other, institution=make_institution(country="KZ"))


FILTERS = {
    "status": "in_force",
    "instrument": "charter",
    "country": "EE",
    "institution": "taltech",
    "field": "mobility",
    "year": "2020",
}


def listed(response) -> list[str]:
    return [str(agreement) for agreement in response.context["object_list"]]


@pytest.mark.django_db
@pytest.mark.parametrize(("name", "value"), FILTERS.items(), ids=FILTERS)
def test_each_filter_narrows_the_register(client, register, name, value):
    response = client.get("/agreements/", {name: value})

    assert listed(response) == ["Wanted"]
    assert "1 agreement " in read(response)


@pytest.mark.django_db
def test_every_choice_says_how_many_its_link_leads_to(client, register):
    groups = client.get("/agreements/").context["filters"].groups

    assert len(groups) == len(FILTERS)
    for group in groups:
        for choice in group.choices:
            narrowed = listed(client.get(f"/agreements/{choice.url}"))
            assert len(narrowed) == choice.count, (group.label, choice.label)


@pytest.mark.django_db
def test_all_filters_narrow_together(client, register):
    everything = client.get("/agreements/", FILTERS)
    contradiction = client.get("/agreements/", FILTERS | {"year": "2019"})

    assert listed(everything) == ["Wanted"]
    assert listed(contradiction) == []
    assertContains(contradiction, "Nothing matches all of these.")


ODD = {
    "unknown": "bogus",
    "huge": "9" * 5000,
    "negative": "-1",
    "script": "<script>alert(1)</script>",
    "quotes": "'\" OR 1=1 --",
    "other alphabet": "Қазақстан",
    "broken bytes": b"\xff\xed\xa0\x80",
    "emoji": "🖋",
    "list": ["bogus", "bogus2"],
}


@pytest.mark.django_db
@pytest.mark.parametrize("value", ODD.values(), ids=ODD)
def test_wrong_choices_are_shown_and_leave_all(client, register, value):
    response = client.get("/agreements/", dict.fromkeys(FILTERS, value))

    assert response.status_code == 200
    assert sorted(listed(response)) == ["Other", "Wanted"]
    chosen = response.context["filters"].chosen
    assert [each.is_known for each in chosen] == [False] * len(FILTERS)
    assert "<script>alert" not in response.text
    assert response.text.count('class="unknown"') == len(FILTERS)
    assert response.text.count("(no such choice)") == len(FILTERS)


@pytest.mark.django_db
def test_a_right_choice_still_narrows_beside_a_wrong_one(client, register):
    response = client.get("/agreements/", {"country": "EE", "year": "bogus"})

    assert listed(response) == ["Wanted"]
    assert "Country: Estonia Remove: Year: bogus (no such choice)" in read(response)
    assert response.text.count('class="unknown"') == 1


@pytest.mark.django_db
@pytest.mark.parametrize("value", ["", " "], ids=["empty", "blank"])
def test_empty_choices_leave_all(client, register, value):
    response = client.get("/agreements/", dict.fromkeys(FILTERS, value))

    assert len(listed(response)) == 2


@pytest.mark.django_db
@pytest.mark.parametrize(
    "year", ["999", "1000", "9999", "10000", "0", "0000", "2020.0", "٢٠٢٠", "٠٠٠٠", "1e3"]
)
def test_any_year_can_be_asked_for(client, register, year):
    assert client.get("/agreements/", {"year": year}).status_code == 200


@pytest.mark.django_db
@pytest.mark.parametrize("status", Status.values)
def test_every_status_can_be_asked_for(client, register, status):
    response = client.get("/agreements/", {"status": status})

    assert response.status_code == 200
    assert [(each.label, each.is_known) for each in response.context["filters"].chosen] == [
        ("Status today", True)
    ]


@pytest.mark.django_db
@pytest.mark.parametrize("page", ["0", "2", "-1", "x", "9" * 5000])
def test_a_page_that_does_not_exist_is_not_found(client, register, page):
    assert client.get("/agreements/", {"page": page}).status_code == 404


@pytest.mark.django_db
def test_a_null_character_is_a_bad_request(client):
    assert client.get("/agreements/?status=%00").status_code == 400


@pytest.mark.django_db
def test_pages_keep_the_filter_and_show_every_agreement_once(client):
    university = make_institution(slug="taltech")
    for number in range(51):
        agreement = make_agreement(title_en=f"Agreement {number}")
        make_party(agreement=agreement, institution=university)
        make_party(agreement=agreement, institution=university)

    first = client.get("/agreements/", {"institution": "taltech"})
    second = client.get(f"/agreements/{first.context['pages'].next}")

    assert len({*listed(first), *listed(second)}) == 51
    assertContains(first, "?institution=taltech&amp;after=agreement-")

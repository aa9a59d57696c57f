import datetime as dt
import json
import re

import pytest

from tests.factories import (
    make_agreement,
    make_appointment,
    make_event,
    make_institution,
    make_official,
    make_party,
    make_reference,
    make_session,
)

pytestmark = pytest.mark.django_db
BLOCK = re.compile(r'<script type="application/ld\+json">(.*?)</script>', re.DOTALL)


def read(client, path) -> dict[str, dict]:
    """What a page says to machines, by type."""
    blocks = [json.loads(block) for block in BLOCK.findall(client.get(path).text)]
    assert {block["@context"] for block in blocks} == {"https://schema.org"}
    return {block["@type"]: block for block in blocks}


def test_an_event_is_an_event_with_its_programme(client):
    event = make_event(
        title_en="Forum",
        city_en="Astana",
        country="KZ",
        status="cancelled",
        time_zone="Asia/Almaty",
        starts_on=dt.date(2025, 11, 17),
        ends_on=dt.date(2025, 11, 18),
    )
    make_session(event=event, title_en="Lecture", day=dt.date(2025, 11, 17), starts_at=dt.time(10))
    make_session(event=event, title_en="Hidden", visibility="internal")

    said = read(client, f"{event.get_absolute_url()}programme/")["Event"]

    assert (said["name"], said["startDate"], said["endDate"]) == (
        "Forum",
        "2025-11-17",
        "2025-11-18",
    )
    assert said["eventStatus"] == "https://schema.org/EventCancelled"
    assert said["location"]["address"]["addressCountry"] == "KZ"
    assert [(part["name"], part["startDate"]) for part in said["subEvent"]] == [
        ("Lecture", "2025-11-17T10:00:00+05:00")
    ]


def test_a_date_known_in_part_is_said_in_part(client):
    event = make_event(starts_on=dt.date(2025, 5, 1), ends_on=None, date_precision="month")

    assert read(client, event.get_absolute_url())["Event"]["startDate"] == "2025-05"


def test_an_official_is_a_person_in_the_offices_held_now(client):
    official = make_official(name_en="Renno Veinthal", orcid="0000-0002-1825-0097")
    official.names.create(text="Vjenthal")
    make_appointment(
        official=official,
        office_en="Vice Minister",
        institution=make_institution(name_en="Ministry"),
    )
    make_appointment(official=official, office_en="Rector", ends_on=dt.date(2020, 1, 1))
    make_appointment(official=official, office_en="Elect", starts_on=dt.date(2999, 1, 1))

    said = read(client, official.get_absolute_url())["Person"]

    assert said["jobTitle"] == ["Vice Minister"]
    assert said["worksFor"][0]["name"] == "Ministry"
    assert said["alternateName"] == ["Vjenthal"]
    assert said["sameAs"] == ["https://orcid.org/0000-0002-1825-0097"]


def test_an_institution_is_an_organization_of_its_kind(client):
    institution = make_institution(name_en="Tartu", kind="university", ror_id="03z77qz90")

    said = read(client, institution.get_absolute_url())["CollegeOrUniversity"]

    assert said["sameAs"] == ["https://ror.org/03z77qz90"]


def test_an_agreement_is_a_work_of_its_published_parties(client):
    agreement = make_agreement(title_en="Memorandum")
    make_party(agreement=agreement, institution=make_institution(name_en="Known"))
    make_party(
        agreement=agreement, institution=make_institution(name_en="Hidden", is_published=False)
    )

    said = read(client, agreement.get_absolute_url())["CreativeWork"]

    assert [party["name"] for party in said["creator"]] == ["Known"]


def test_a_page_says_the_way_to_it(client):
    event = make_event(title_en="Forum", slug="forum")

    (first, second) = read(client, "/kk/events/forum/delegations/")["BreadcrumbList"][
        "itemListElement"
    ]

    assert first["item"] == "http://testserver/kk/events/"
    assert (second["position"], second["name"]) == (2, event.title_en)


def test_a_text_cannot_end_its_block(client):
    event = make_event(title_en="</script><b>&")

    assert read(client, event.get_absolute_url())["Event"]["name"] == "</script><b>&"


def test_an_agreement_is_identified_by_its_numbers_in_other_registers(client):
    agreement = make_agreement()
    make_reference(agreement=agreement, number="I-54113", url="https://treaties.un.org/54113")
    gazette = {"registry": "national", "registry_name": "Riigi Teataja", "number": "RT II, 2004"}
    make_reference(agreement=agreement, **gazette)

    said = read(client, agreement.get_absolute_url())["CreativeWork"]

    assert said["identifier"] == [
        {"@type": "PropertyValue", "propertyID": "Riigi Teataja", "value": "RT II, 2004"},
        {
            "@type": "PropertyValue",
            "propertyID": "Registration with the United Nations",
            "value": "I-54113",
            "url": "https://treaties.un.org/54113",
        },
    ]
    assert said["sameAs"] == ["https://treaties.un.org/54113"]

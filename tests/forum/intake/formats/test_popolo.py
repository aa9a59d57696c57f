import json

import pytest

from forum.intake.formats import format_of

WHOLE = {
    "persons": [
        {
            "id": "1",
            "name": "Aliya Bekova",
            "sort_name": "Bekova, Aliya",
            "honorific_prefix": "Dr.",
            "other_names": [
                {"lang": "ru", "name": "Алия Бекова"},
                {"lang": "de", "name": "Alija Bekowa"},
            ],
            "identifiers": [
                {"scheme": "wikidata", "identifier": "Q12"},
                {"scheme": "ORCID", "identifier": "https://orcid.org/0000-0002-1825-0097"},
                {"scheme": "passport", "identifier": "N123"},
            ],
            "links": [{"url": "https://example.org/bekova"}],
            "birth_date": "1970-01-01",
        },
        {"id": "2", "name": "Mari Tamm"},
        {"id": "3", "name": "Jaan Kask"},
    ],
    "organizations": [{"id": "o", "name": "Example Parliament"}],
    "posts": [{"id": "p", "label": "Member for the North", "organization_id": "o"}],
    "memberships": [
        {"person_id": "1", "organization_id": "o", "role": "Chair", "start_date": "2020-03"},
        {"person_id": "1", "organization_id": "o", "role": "Member", "end_date": "2019"},
        {"person_id": "2", "post_id": "p"},
    ],
}


def read(content):
    text = json.dumps(content)
    found = format_of(text)
    return found.kind, list(found.rows(text))


def test_each_membership_is_a_row():
    kind, rows = read(WHOLE)
    bekova = {
        "name": "Aliya Bekova",
        "name_ru": "Алия Бекова",
        "sort_name": "Bekova, Aliya",
        "honorific": "Dr.",
        "other_names": "Alija Bekowa",
        "website": "https://example.org/bekova",
        "wikidata_id": "Q12",
        "orcid": "0000-0002-1825-0097",
        "institution": "Example Parliament",
    }
    assert kind == "officials"
    assert rows == [
        bekova | {"office": "Chair", "starts_on": "2020-03"},
        bekova | {"office": "Member", "ends_on": "2019"},
        {
            "name": "Mari Tamm",
            "office": "Member for the North",
            "institution": "Example Parliament",
        },
        {"name": "Jaan Kask"},
    ]


def test_people_alone_have_their_memberships_inside():
    person = {
        "name": "Mari Tamm",
        "memberships": [{"role": "Rector", "organization": {"name": "Example University"}}],
    }
    row = {"name": "Mari Tamm", "office": "Rector", "institution": "Example University"}
    assert read([person]) == ("officials", [row])


@pytest.mark.parametrize(
    "changed",
    [
        {"memberships": [None, 1, {"person_id": []}]},
        {"organizations": "none", "posts": {"id": "p"}},
        {"memberships": [{"person_id": "1", "post_id": {}, "organization_id": 5}]},
    ],
)
def test_what_is_not_as_it_should_be_is_left_out(changed):
    assert read(WHOLE | changed)[1][0]["name"] == "Aliya Bekova"

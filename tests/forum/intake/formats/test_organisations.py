import json

import pytest

from forum.intake.formats import format_of
from forum.intake.limits import UnreadableError

VERSION_2 = {
    "id": "https://ror.org/012345678",
    "names": [
        {"lang": "en", "types": ["ror_display", "label"], "value": "Example  University"},
        {"lang": None, "types": ["acronym"], "value": "EXU"},
        {"lang": "kk", "types": ["label"], "value": "Үлгі университеті"},
        {"lang": "en", "types": ["alias"], "value": "University of Examples"},
    ],
    "locations": [{"geonames_details": {"country_code": "KZ", "name": "Almaty"}}],
    "links": [
        {"type": "wikipedia", "value": "https://en.wikipedia.org/wiki/Example"},
        {"type": "website", "value": "https://example.edu.kz"},
    ],
    "domains": ["example.edu.kz", "exu.kz"],
    "external_ids": [{"type": "wikidata", "preferred": None, "all": ["Q1234"]}],
    "established": 1948,
    "types": ["funder", "education"],
    "status": "active",
    "relationships": [
        {"type": "parent", "id": "https://ror.org/087654321", "label": "Whole"},
        {"type": "successor", "id": "https://ror.org/0aaaaaa11", "label": "Next"},
    ],
}
VERSION_1 = {
    "id": "https://ror.org/0bbbbbb22",
    "name": "Sample Institute",
    "labels": [{"iso639": "et", "label": "Näidisinstituut"}],
    "aliases": ["Institute of Samples"],
    "acronyms": [],
    "addresses": [{"city": "Tartu"}],
    "country": {"country_code": "EE", "country_name": "Estonia"},
    "links": ["https://sample.ee/"],
    "external_ids": {"Wikidata": {"preferred": "Q77", "all": "Q77"}},
    "established": None,
    "types": ["Facility"],
    "status": "inactive",
    "relationships": [],
}
HIPO = {
    "name": "Example University",
    "domains": ["example.edu.kz"],
    "web_pages": ["https://example.edu.kz/"],
    "country": "Kazakhstan",
    "alpha_two_code": "KZ",
    "state-province": None,
}


def read(text):
    found = format_of(text)
    return found.name, list(found.rows(text))


@pytest.mark.parametrize(
    "text",
    [
        f"{json.dumps(VERSION_2)}\n{json.dumps(VERSION_1)}\n",
        json.dumps([VERSION_2, VERSION_1], indent=2),
        "\ufeff" + json.dumps([VERSION_2, VERSION_1]),
        json.dumps({"number_of_results": 2, "items": [VERSION_2, VERSION_1]}),
    ],
    ids=["lines", "array", "byte order mark", "answer of the API"],
)
def test_organisations_of_both_versions_are_read(text):
    assert read(text) == (
        "ROR",
        [
            {
                "name": "Example University",
                "name_en": "Example University",
                "name_kk": "Үлгі университеті",
                "short_name": "EXU",
                "other_names": "University of Examples",
                "country": "KZ",
                "city": "Almaty",
                "kind": "university",
                "website": "https://example.edu.kz",
                "domains": "example.edu.kz exu.kz",
                "ror_id": "012345678",
                "wikidata_id": "Q1234",
                "founded_on": "1948",
                "status": "active",
                "parent": "087654321",
                "successors": "0aaaaaa11",
            },
            {
                "name": "Sample Institute",
                "name_et": "Näidisinstituut",
                "other_names": "Institute of Samples",
                "country": "EE",
                "city": "Tartu",
                "kind": "research institute",
                "website": "https://sample.ee/",
                "ror_id": "0bbbbbb22",
                "wikidata_id": "Q77",
                "status": "inactive",
            },
        ],
    )


def test_universities_and_their_domains_are_read():
    assert read(json.dumps([HIPO])) == (
        "Hipo",
        [
            {
                "name": "Example University",
                "country": "KZ",
                "kind": "university",
                "website": "https://example.edu.kz/",
                "domains": "example.edu.kz",
            }
        ],
    )


def test_a_large_file_is_read_row_by_row():
    text = json.dumps([HIPO] * 3) + "broken"
    found = format_of(text).rows(text)
    assert [next(found)["country"] for _ in range(3)] == ["KZ"] * 3


def test_a_broken_line_is_named():
    text = f"{json.dumps(VERSION_2)}\n{json.dumps(VERSION_1)[:40]}\n"
    with pytest.raises(UnreadableError, match="line 2 is no JSON"):
        read(text)


@pytest.mark.parametrize(
    "changed",
    [
        {"names": [None, {"value": 7, "types": None}, {"lang": ["en"], "value": {}}]},
        {"locations": "Almaty", "links": {"a": 1}, "external_ids": [1], "types": [None]},
        {"relationships": [[]], "domains": None, "established": {}},
    ],
)
def test_what_is_not_as_it_should_be_is_left_out(changed):
    (row,) = read(json.dumps(VERSION_2 | changed))[1]
    assert row["ror_id"] == "012345678"


@pytest.mark.parametrize(
    "text",
    [
        "",
        "[",
        "{",
        "[]",
        "[1, 2]",
        '{"a": 1}',
        "name;country",
        "<html>",
        "[" * 9999,
        '{"items": 3}',
    ],
)
def test_other_files_are_no_format(text):
    assert format_of(text) is None

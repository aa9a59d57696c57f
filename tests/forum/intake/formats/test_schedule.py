import json

import pytest

from forum.intake.formats import format_of
from forum.intake.limits import UnreadableError

XML = """<?xml version="1.0" encoding="UTF-8"?>
<schedule>
  <generator name="pretalx" version="1"/>
  <conference><title>Forum</title><day_change>04:00</day_change></conference>
  <day index="1" date="2023-04-26" start="2023-04-26T10:00:00+05:00">
    <room name="Main hall">
      <event id="1" guid="a">
        <date>2023-04-26T10:00:00+05:00</date>
        <start>10:00</start>
        <duration>00:40</duration>
        <room>Main hall</room>
        <title>Opening</title>
        <subtitle>Welcome &amp; greetings</subtitle>
        <type>Plenary</type>
        <language>en</language>
        <abstract>&lt;p&gt;Words&lt;/p&gt;</abstract>
        <persons>
          <person id="1">Aliya Bekova</person>
          <person id="2">Mari  Tamm</person>
        </persons>
      </event>
      <event id="2">
        <date>2023-04-27T00:30:00+05:00</date>
        <start>00:30</start>
        <duration>45</duration>
        <title>Night walk</title>
      </event>
    </room>
    <event><title>Somewhere, some time</title></event>
  </day>
</schedule>
"""
JSON = {
    "schedule": {
        "conference": {
            "title": "Forum",
            "days": [
                {
                    "date": "2023-04-26",
                    "rooms": {
                        "Main hall": [
                            {
                                "date": "2023-04-26T23:30:00+05:00",
                                "start": "23:30",
                                "duration": "01:00",
                                "room": "Main hall",
                                "title": "Late talk",
                                "type": "Lecture",
                                "persons": [
                                    {"public_name": "Aliya Bekova"},
                                    {"name": "Mari Tamm"},
                                    "Jaan Kask",
                                ],
                            }
                        ]
                    },
                }
            ],
        }
    }
}


def read(text):
    return list(format_of(text).rows(text))


def test_an_xml_schedule_is_read_by_day_and_room():
    assert read(XML) == [
        {"day": "2023-04-26", "title": "Somewhere, some time"},
        {
            "day": "2023-04-26",
            "time": "10:00–10:40",
            "title": "Opening: Welcome & greetings",
            "kind": "Plenary",
            "language": "en",
            "abstract": "Words",
            "speakers": "Aliya Bekova; Mari Tamm",
            "room": "Main hall",
        },
        {
            "day": "2023-04-26",
            "time": "00:30–01:15",
            "after_midnight": "yes",
            "title": "Night walk",
            "room": "Main hall",
        },
    ]


def test_a_json_schedule_says_the_same():
    assert format_of(json.dumps(JSON)).kind == "programme"
    assert read(json.dumps(JSON)) == [
        {
            "day": "2023-04-26",
            "time": "23:30–00:30",
            "title": "Late talk",
            "kind": "Lecture",
            "speakers": "Aliya Bekova; Mari Tamm; Jaan Kask",
            "room": "Main hall",
        }
    ]


@pytest.mark.parametrize(
    ("before", "after", "expected"),
    [
        ('date="2023-04-26" ', "", {"day": "2023-04-26", "after_midnight": "yes"}),
        ("<date>2023-04-27T00:30:00+05:00</date>", "", {"after_midnight": "yes"}),
        ("<start>00:30</start>", "", {"time": "00:30–01:15"}),
        ("<duration>45</duration>", "<duration>1:00:00:00</duration>", {"time": "00:30"}),
        ("<duration>45</duration>", "<duration>0:01:30</duration>", {"time": "00:30–02:00"}),
        ("<duration>45</duration>", "<duration>soon</duration>", {"time": "00:30"}),
        ("<start>00:30</start>", "<start>99:99</start>", {"time": "00:30–01:15"}),
        ("04:00</day_change>", "00:00</day_change>", {"day": "2023-04-26"}),
    ],
)
def test_what_a_file_leaves_out_is_told_from_the_rest(before, after, expected):
    assert before in XML
    night = next(row for row in read(XML.replace(before, after)) if row["title"] == "Night walk")
    assert {column: night.get(column) for column in expected} == expected


def test_an_item_before_the_change_of_the_day_belongs_to_the_day_before():
    bare = XML.replace('date="2023-04-26" ', "").replace("2023-04-27T00:30", "2023-04-27T05:30")
    night = next(row for row in read(bare) if row["title"] == "Night walk")
    assert night["day"] == "2023-04-27"


@pytest.mark.parametrize(
    ("before", "after", "sentence"),
    [
        ("</day>", "", "it is no XML from line 31 on"),
        ("<schedule>", '<!DOCTYPE schedule [<!ENTITY a "b">]><schedule>', "document type"),
        ("<schedule>", '<!DOCTYPE schedule SYSTEM "file:///etc/hosts"><schedule>', "document type"),
    ],
)
def test_a_file_that_is_broken_or_means_harm_is_refused(before, after, sentence):
    with pytest.raises(UnreadableError, match=sentence):
        read(XML.replace(before, after))


@pytest.mark.parametrize("days", [None, 3, ["x"], [{"rooms": []}], [{"rooms": {"A": [None]}}]])
def test_a_schedule_of_another_shape_is_empty(days):
    assert read(json.dumps({"schedule": {"conference": {"days": days}}})) == []

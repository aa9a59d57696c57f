import pytest

from tests.factories import (
    MAY_1,
    make_delegation,
    make_event,
    make_institution,
    make_series,
    make_topic,
)
from tests.forum.search.narrowed import choices, narrowed

pytestmark = pytest.mark.django_db


@pytest.fixture
def events():
    robotics = make_topic(name_en="Robotics", slug="robotics")
    astana = make_event(title_en="Astana", kind="forum", country="KZ", starts_on=MAY_1)
    tartu = make_event(title_en="Tartu", kind="forum", country="EE", starts_on=None, ends_on=None)
    visit = make_event(title_en="Visit", kind="visit", country="EE", starts_on=None, ends_on=None)
    hidden = make_event(title_en="Hidden", country="PL", is_published=False)
    for event in (astana, hidden):
        event.topics.add(robotics)
    make_delegation(event=astana, country="UZ")
    make_delegation(event=astana, country="PL", status="declined")
    return astana, tartu, visit


def test_each_choice_says_how_many_it_leaves(events):
    filters = narrowed()

    assert choices(filters, "Host country") == {"Estonia": 2, "Kazakhstan": 1}
    assert choices(filters, "Kind") == {"Visit": 1, "Forum": 2}
    assert choices(filters, "Topic") == {"Robotics": 1}
    assert choices(filters, "Year") == {str(MAY_1.year): 1, "no date": 2}
    assert set(narrowed("year=none").records) == set(events[1:])


def test_choices_are_counted_within_the_others(events):
    filters = narrowed("country=EE")

    assert set(filters.records) == set(events[1:])
    assert choices(filters, "Kind") == {"Visit": 1, "Forum": 1}
    # Those of its own kind say what choosing them instead would leave.
    assert choices(filters, "Host country") == {"Estonia": 2, "Kazakhstan": 1}


def test_every_count_is_what_its_link_leads_to(events):
    for group in narrowed("kind=forum").groups:
        for choice in group.choices:
            if not choice.is_chosen:
                assert narrowed(choice.url[1:]).records.count() == choice.count, choice


def test_an_event_is_found_by_the_countries_that_took_part(events):
    taking_part = {"Estonia": 2, "Kazakhstan": 1, "Uzbekistan": 1}
    assert choices(narrowed(), "Country taking part") == taking_part
    assert list(narrowed("with=UZ").records) == [events[0]]
    assert list(narrowed("with=PL").records) == []


def test_an_unpublished_institution_gives_no_country_away():
    event = make_event()
    hidden = make_institution(country="UZ", is_published=False)
    make_delegation(event=event, country="", institution=hidden)

    assert list(narrowed("with=UZ").records) == []


def test_words_narrow_a_list_too(events):
    assert list(narrowed("q=astana").records) == [events[0]]
    assert list(narrowed("q=astana&country=EE").records) == []


def test_what_was_chosen_is_removed_one_by_one(events):
    chosen = narrowed("country=EE&kind=forum&q=tartu&page=2").chosen

    assert [(each.label, each.value, each.url) for each in chosen] == [
        ("Words", "tartu", "?country=EE&kind=forum"),
        ("Host country", "Estonia", "?kind=forum&q=tartu"),
        ("Kind", "forum", "?country=EE&q=tartu"),
    ]


def test_a_chosen_link_takes_its_choice_back(events):
    filters = narrowed("country=EE&kind=forum")

    (group,) = [group for group in filters.groups if group.label == "Kind"]
    assert [(c.is_chosen, c.url) for c in group.choices if c.label == "Forum"] == [
        (True, "?country=EE")
    ]


def test_a_list_that_finds_nothing_says_what_to_loosen(events):
    filters = narrowed("country=KZ&kind=visit")

    assert list(filters.records) == []
    assert [(each.value, each.count) for each in filters.could_be_loosened] == [
        ("Kazakhstan", 1),
        ("visit", 1),
    ]


@pytest.mark.parametrize(
    "query",
    [
        "country=XX",
        "kind=nonsense",
        "topic=none",
        "year=20x5",
        "year=99999",
        "when=soon",
    ],
)
def test_a_choice_that_does_not_exist_is_said_so_and_leaves_all(events, query):
    filters = narrowed(query)

    assert [each.is_known for each in filters.chosen] == [False]
    assert set(filters.records) == set(events)


def test_the_name_of_a_record_keeps_its_small_letter(client):
    make_event(series=make_series(name_en="eBPF days"))

    page = client.get("/events/").text

    assert "<span>eBPF days</span>" in page
    assert "<span>Forum</span>" in page

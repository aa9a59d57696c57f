"""One search for all kinds, alike on both databases."""

import pytest
from django.core.management import call_command
from django.db import transaction

from delegations.doubles.merging import merge
from forum.derived import catch_up
from forum.models import Event, SearchEntry
from forum.search.find import find, hits, matches
from forum.search.index import KINDS
from forum.services import set_published
from tests.factories import (
    MAY_1,
    make_agreement,
    make_appointment,
    make_event,
    make_institution,
    make_official,
    make_party,
    make_series,
    make_session,
    make_signatory,
    make_topic,
)

pytestmark = pytest.mark.django_db


def found(query, kind=None):
    """The records that a visitor finds, as texts."""
    return [
        str(hit.record)
        for name, entries in find(query).entries.items()
        if kind in (None, name)
        for hit in hits(entries, query)
    ]


@pytest.mark.parametrize(
    "query", ["Vjenthal", "Veinthal", "Вейнталь", "вейнт", "renno", "VEINTHAL RENNO"]
)
def test_a_person_is_found_by_any_spelling(query):
    official = make_official(name_en="Renno Veinthal")
    official.names.create(text="Raivo Vjenthal", kind="as_printed")

    assert found(query) == ["Renno Veinthal"]


@pytest.mark.parametrize("query", ["Нурбек", "Nurbek", "Nurbek Sayasat", "нурбек саясат", "nurb"])
def test_a_person_is_found_in_any_script_and_order(query):
    make_official(name_en="Sayasat Nurbek")

    assert found(query) == ["Sayasat Nurbek"]


@pytest.mark.parametrize("query", ["ENU", "ЕНУ", "еуразия", "Gumilyov", "gumilev"])
def test_an_institution_is_found_by_its_acronym_in_any_script(query):
    institution = make_institution(
        name_en="L.N. Gumilyov Eurasian National University",
        name_kk="Л.Н. Гумилев атындағы Еуразия ұлттық университеті",
        short_name_en="ENU",
    )
    institution.names.create(text="ЕНУ", language="kk", kind="acronym")

    assert found(query) == ["L.N. Gumilyov Eurasian National University"]


@pytest.mark.parametrize("query", ["valisministeerium", "VÄLISMINISTEERIUM", "välismin"])
def test_accents_and_capitals_do_not_matter(query):
    make_institution(name_en="Foreign Ministry", name_et="Välisministeerium")

    assert found(query) == ["Foreign Ministry"]


@pytest.mark.parametrize(
    "query", ["", " ", '"', "'", "*", "a AND", "NEAR(", "\\", ":*", "!", "x" * 5000, "\ud800", "-"]
)
def test_odd_queries_find_nothing(query):
    make_event(title_en="Forum")

    assert found(query) == []


def test_every_word_must_occur():
    make_event(title_en="Forum of Rectors", city_en="Astana")

    assert found("rectors astana") == ["Forum of Rectors"]
    assert found("rectors tartu") == []


def test_what_is_named_so_comes_before_what_mentions_it():
    make_event(title_en="Visit", summary_en="At the forum of rectors they talked.")
    make_event(title_en="Forum of rectors")

    assert found("forum rectors") == ["Forum of rectors", "Visit"]


def test_an_event_is_found_by_what_belongs_to_it():
    event = make_event(
        title_en="Forum", series=make_series(name_en="Bologna"), country="KZ", starts_on=MAY_1
    )
    event.topics.add(make_topic(name_en="Digitalisation"))
    make_session(event=event, title_en="Lecture on PISA")

    for query in ("bologna", "digitalisation", "pisa", "Қазақстан", "Kasahstan"):
        assert found(query, "event") == ["Forum"], query


def test_an_agreement_is_found_by_its_parties_and_signatories():
    agreement = make_agreement(title_en="Memorandum")
    university = make_institution(name_en="Tallinn University of Technology")
    university.names.create(text="TalTech")
    make_party(agreement=agreement, institution=university)
    make_signatory(agreement=agreement, official=make_official(name_en="Tiit Land"))

    for query in ("taltech", "tiit land"):
        assert found(query, "agreement") == ["Memorandum"]


def test_what_is_not_published_is_not_found_nor_finds_anything():
    event = make_event(title_en="Secret", is_published=False)
    make_session(event=make_event(title_en="Forum"), title_en="Hidden", visibility="internal")
    agreement = make_agreement(title_en="Memorandum")
    make_party(
        agreement=agreement, institution=make_institution(name_en="Nobody", is_published=False)
    )

    assert [found(query) for query in ("secret", "hidden", "nobody")] == [[], [], []]
    assert list(matches("event", "secret", staff=True).keys) == [event.pk]
    assert list(matches("agreement", "nobody", staff=True).keys) == [agreement.pk]


def test_the_entries_follow_their_records():
    official = make_official(name_en="Old Name")
    assert found("old") == ["Old Name"]

    official.name_en = "Fresh Name"
    official.save()
    assert (found("old"), found("fresh")) == ([], ["Fresh Name"])

    alias = official.names.create(text="Alias")
    assert found("alias") == ["Fresh Name"]
    alias.delete()
    assert found("alias") == []

    official.delete()
    assert found("fresh") == []
    assert not SearchEntry.objects.exists()


def test_the_entries_follow_what_they_are_read_from():
    university = make_institution(name_en="First University")
    official = make_official(name_en="Rector")
    make_appointment(official=official, institution=university)
    agreement = make_agreement(title_en="Memorandum")
    party = make_party(agreement=agreement, institution=university)
    assert set(found("first")) == {"First University", "Rector", "Memorandum"}

    university.name_en = "Second University"
    university.save()
    assert found("first") == []
    assert set(found("second")) == {"Second University", "Rector", "Memorandum"}

    party.delete()
    assert "Memorandum" not in found("second")


def test_a_topic_taken_from_an_event_finds_it_no_more():
    event, topic = make_event(title_en="Forum"), make_topic(name_en="Robotics")
    topic.events.add(event)
    assert found("robotics") == ["Forum"]

    event.topics.clear()

    assert found("robotics") == []


def test_a_deleted_topic_finds_no_event():
    event, topic = make_event(title_en="Forum"), make_topic(name_en="Robotics")
    event.topics.add(topic)
    assert found("robotics") == ["Forum"]

    topic.delete()

    assert found("robotics") == []


def test_an_item_moved_to_another_event_finds_the_former_no_more():
    hidden = make_event(title_en="Hidden", is_published=False)
    session = make_session(event=make_event(title_en="Forum"), title_en="Lecture on PISA")
    assert found("pisa") == ["Forum"]

    session.event = hidden
    session.save()

    assert found("pisa") == []


def test_many_of_one_kind_hide_none_of_another(monkeypatch):
    monkeypatch.setattr("forum.search.fulltext.RANKED", 2)
    for number in range(3):
        make_institution(name_en=f"University {number}")
    make_agreement(title_en="University agreement")

    assert {kind: len(entries) for kind, entries in find("university").entries.items()} == {
        "institution": 2,
        "agreement": 1,
    }


def test_publishing_many_at_once_makes_them_found(staff):
    event = make_event(title_en="Forum", is_published=False)
    assert found("forum") == []

    set_published(type(event).objects.all(), is_published=True, by=staff)

    assert found("forum") == ["Forum"]


def test_a_merged_record_is_found_by_both_names():
    keep, duplicate = make_official(name_en="Nurbek"), make_official(name_en="Sayasat N.")

    merge(keep=keep, duplicate=duplicate)

    assert found("sayasat") == ["Nurbek"]


def test_a_change_that_is_rolled_back_finds_nothing():
    with transaction.atomic():
        make_event(title_en="Forum")
        transaction.set_rollback(True)

    assert found("forum") == []


@pytest.mark.django_db(transaction=True)
def test_a_commit_writes_the_entries():
    with transaction.atomic():
        make_event(title_en="Forum")
        assert not SearchEntry.objects.exists()

    assert SearchEntry.objects.get().names.startswith("eforum")


def test_the_command_writes_all_entries_anew(capsys):
    make_event(title_en="Forum")
    SearchEntry.objects.create(kind="gone", object_id=1)
    SearchEntry.objects.create(kind="official", object_id=99)
    make_event(title_en="Before")
    catch_up()
    # As SQL by hand would.
    Event._base_manager.filter(title_en="Before").update(title_en="After")

    call_command("refresh_derived", "search-event", "search-official")

    assert "search-event: 2 of 2" in capsys.readouterr().out
    assert set(SearchEntry.objects.values_list("kind", flat=True)) == {"event"}
    assert found("after") == ["After"]


def reasons(query):
    (entries,) = find(query).entries.values()
    (hit,) = hits(entries, query)
    return hit.reasons


def test_the_reason_is_shown_where_the_title_does_not_say_it():
    institution = make_institution(name_en="Eurasian National University")
    institution.names.create(text="ЕҰУ", language="kk")

    assert reasons("еұу") == [("kk", "<mark>ЕҰУ</mark>")]
    assert reasons("eurasian") == []


def test_a_search_costs_a_query_a_kind_and_one_more_for_what_it_shows_of_each(
    django_assert_num_queries,
):
    for number in range(3):
        make_event(title_en=f"Forum {number}")
        make_institution(name_en=f"Forum institute {number}")
    catch_up()

    with django_assert_num_queries(len(KINDS) + 1):  # how common the word is
        results = find("forum")
    with django_assert_num_queries(4):  # besides, the further kinds of institutions
        hits([key for entries in results.entries.values() for key in entries], "forum")

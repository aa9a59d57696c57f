"""What is recorded of an article: unpublished, in one revision, with its source."""

import datetime as dt
from dataclasses import replace

import pytest
from django.core.exceptions import ValidationError
from reversion.models import Revision

from agreements.models import Agreement, AgreementCitation
from config.desk.article.drafts import (
    ON_RECORD,
    Body,
    Document,
    Draft,
    Lecture,
    NewEvent,
    Person,
    Publication,
    Subject,
)
from config.desk.article.recording import record
from delegations.models import (
    CommonOffice,
    DelegationCitation,
    Institution,
    Member,
    Official,
    Speaker,
)
from forum.history.undoing import undo
from forum.models import Event, EventCitation, Session, Source
from tests.factories import (
    make_appointment,
    make_event,
    make_institution,
    make_official,
    make_rank,
    make_staff,
    make_topic,
)

pytestmark = pytest.mark.django_db

DAY = (dt.date(2027, 4, 14), "day")
ARTICLE = Publication(title="Rectors meet", url="https://example.org/a", language="en")
VISIT = NewEvent(
    ref="e0", kind="visit", visit_kind="state", title="Visit", country="UZ", printed="a visit"
)
FORUM = NewEvent(
    ref="e1",
    kind="forum",
    title="Rectors' Forum",
    city="Tashkent",
    country="UZ",
    starts_on=DAY,
    printed="the Rectors' Forum in Tashkent",
)


@pytest.fixture
def by():
    return make_staff()


@pytest.fixture
def draft():
    """A visit with a forum: two people, one of them new, a document, a lecture, a topic."""
    home = make_institution(name_en="University of Latvia", country="LV")
    known = make_official(name_en="Ilze Bergmane")
    return Draft(
        publication=ARTICLE,
        events=(VISIT, FORUM),
        bodies=(
            Body(ref="b0", key=home.pk, name="University of Latvia", event="e1", printed="UL"),
            Body(
                ref="b1",
                name="Navoi Institute",
                kind="institute",
                country="UZ",
                event="e1",
                office="Rector",
                printed="Navoi Institute",
            ),
            Body(ref="b2", name="Old Academy", is_taken=False),
        ),
        people=(
            Person(
                ref="p0",
                key=known.pk,
                name="Ilze Bergmane",
                office="Vice-Rector",
                institution="b0",
                event="e1",
                printed="Vice-Rector Ilze Bergmane",
            ),
            Person(
                ref="p1",
                name="Bobur Eshmatov",
                office="Expert",
                country="UZ",
                event="e0",
                printed="expert Bobur Eshmatov",
            ),
        ),
        documents=(
            Document(
                instrument="memorandum",
                title="Memorandum",
                stage="negotiation",
                parties=("b0", "b2", "cUZ"),
                printed="a memorandum",
            ),
        ),
        lectures=(Lecture(event="e1", title="Open Doors", speaker="p1", printed="a lecture"),),
        topics=(Subject(key=make_topic(name_en="Mobility").pk, printed="mobility"),),
    )


def test_the_forum_is_a_part_of_the_visit_and_neither_is_published(draft, by):
    forum, _revision = record(draft, by=by)

    visit = forum.parent
    assert (visit.title_en, visit.visit_kind, visit.is_published) == ("Visit", "state", False)
    assert (forum.title_en, forum.kind, forum.is_published) == ("Rectors' Forum", "forum", False)
    assert (forum.starts_on, forum.city_en, forum.country) == (DAY[0], "Tashkent", "UZ")
    assert (forum.city_ru, forum.time_zone) == ("Ташкент", "Asia/Tashkent")
    assert [str(topic) for topic in forum.topics.all()] == ["Mobility"]


def test_people_and_institutions_stand_in_the_delegation_of_their_side(draft, by):
    forum, _revision = record(draft, by=by)

    sides = {each.country: each for each in forum.delegations.all()}
    assert {code: each.role for code, each in sides.items()} == {"LV": "guest", "UZ": "host"}
    assert [str(each) for each in sides["LV"].members.all()] == [
        "Ilze Bergmane, Vice-Rector, University of Latvia"
    ]
    assert [str(each) for each in sides["UZ"].members.all()] == ["Rector, Navoi Institute"]
    (head,) = Member.objects.filter(delegation__event=forum.parent)
    assert (str(head.official), head.function) == ("Bobur Eshmatov", "head")


def test_who_and_what_is_new_is_recorded_and_not_published(draft, by):
    record(draft, by=by)

    person = Official.objects.get(name_en="Bobur Eshmatov")
    body = Institution.objects.get(name_en="Navoi Institute")
    assert (person.is_published, body.is_published) == (False, False)
    assert (body.kind, body.country) == ("institute", "UZ")
    assert not Institution.objects.filter(name_en="Old Academy").exists()


def test_the_document_has_its_parties_and_the_lecture_its_speaker(draft, by):
    forum, _revision = record(draft, by=by)

    (agreement,) = Agreement.objects.filter(event=forum)
    assert (agreement.stage, agreement.is_published) == ("negotiation", False)
    assert [str(party) for party in agreement.parties.all()] == [
        "University of Latvia",
        "Old Academy",
        "Uzbekistan",
    ]
    (speaker,) = Speaker.objects.filter(session__event=forum)
    assert (speaker.session.original_title, speaker.session.kind) == ("Open Doors", "lecture")
    assert str(speaker.official) == "Bobur Eshmatov"


def test_a_concluded_document_is_of_the_day_of_the_forum(draft, by):
    concluded = replace(draft.documents[0], stage="concluded")

    forum, _revision = record(replace(draft, documents=(concluded,)), by=by)

    agreement = Agreement.objects.get(event=forum)
    assert (agreement.stage, agreement.concluded_on) == ("concluded", DAY[0])
    assert agreement.parties.count() == 3


def test_each_fact_cites_the_article_in_its_own_words(draft, by):
    forum, _revision = record(draft, by=by)

    source = Source.objects.get()
    assert (source.title, source.url, source.language) == ("Rectors meet", ARTICLE.url, "en")
    of_forum = forum.citations.values_list("field", "as_printed")
    assert {*of_forum} == {
        ("kind", "the Rectors' Forum in Tashkent"),
        ("date", "the Rectors' Forum in Tashkent"),
        ("place", "the Rectors' Forum in Tashkent"),
        ("other", "mobility"),
    }
    models = (EventCitation, DelegationCitation, AgreementCitation)
    cited = {model: {*model.objects.values_list("source", flat=True)} for model in models}
    assert cited == {model: {source.pk} for model in models}
    member = Member.objects.get(official__name_en="Ilze Bergmane")
    assert member.citations.get().as_printed == "Vice-Rector Ilze Bergmane"


def test_all_of_it_is_one_revision_by_its_author(draft, by):
    before = Revision.objects.count()

    _forum, revision = record(draft, by=by)

    assert [*Revision.objects.order_by("pk")[before:]] == [revision]
    assert revision.user == by
    assert "Rectors meet" in revision.comment


def test_all_of_it_is_undone_as_a_whole(draft, by):
    people, bodies = Official.objects.count(), Institution.objects.count()
    _forum, revision = record(draft, by=by)

    undo(revision, by=by)

    left = [model.objects.count() for model in (Event, Session, Agreement, Member, Source)]
    assert left == [0, 0, 0, 0, 0]
    assert (Official.objects.count(), Institution.objects.count()) == (people, bodies)


def test_an_article_sent_twice_is_recorded_once(draft, by):
    (first, _one), (second, _two) = record(draft, by=by), record(draft, by=by)

    assert first == second
    counts = [model.objects.count() for model in (Event, Session, Agreement, Official, Source)]
    assert counts == [2, 1, 1, 2, 1]
    assert Member.objects.count() == 3


def test_an_event_on_record_is_added_to(draft, by):
    event = make_event(country="UZ")
    person = replace(draft.people[0], event=ON_RECORD)
    bodies = tuple(replace(body, event="") for body in draft.bodies)
    more = replace(draft, events=(), people=(person,), bodies=bodies, lectures=(), documents=())

    found, _revision = record(more, to=event, by=by)

    assert found == event
    assert [str(each.official) for each in Member.objects.filter(delegation__event=event)] == [
        "Ilze Bergmane"
    ]
    assert Event.objects.count() == 1


def test_an_office_that_many_hold_is_recorded_in_all_languages_with_its_rank(draft, by):
    rank = make_rank()
    CommonOffice.objects.create(name_en="Vice-Rector", name_et="prorektor", rank=rank)

    record(draft, by=by)

    member = Member.objects.get(official__name_en="Ilze Bergmane")
    assert (member.office_en, member.office_et, member.rank) == ("Vice-Rector", "prorektor", rank)


def test_an_office_held_on_record_is_the_one_that_is_meant(draft, by):
    official = Official.objects.get(name_en="Ilze Bergmane")
    body = Institution.objects.get(name_en="University of Latvia")
    held = make_appointment(
        official=official, institution=body, office_en="Vice-Rector", office_ru="Проректор"
    )

    record(draft, by=by)

    member = Member.objects.get(official=official)
    assert (member.appointment, member.office_ru) == (held, "Проректор")


def test_a_name_in_another_spelling_is_kept_as_it_is_printed(draft, by):
    person = replace(draft.people[0], name="Ilse Bergman")

    record(replace(draft, people=(person,), lectures=()), by=by)

    assert Member.objects.get(official__name_en="Ilze Bergmane").name_as_printed == "Ilse Bergman"


def test_what_breaks_a_rule_is_said_and_nothing_is_recorded(draft, by):
    impossible = replace(FORUM, starts_on=DAY, ends_on=(dt.date(2027, 4, 1), "day"))

    with pytest.raises(ValidationError, match="Rectors' Forum"):
        record(replace(draft, events=(VISIT, impossible)), by=by)

    assert not Event.objects.exists()
    assert not Source.objects.exists()
    assert not Official.objects.filter(name_en="Bobur Eshmatov").exists()

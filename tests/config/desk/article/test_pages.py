"""The pages: paste, tick, correct, record; and what bad input is answered."""

import pytest
from django.contrib.auth.models import Permission
from django.urls import reverse
from pytest_django.asserts import assertContains, assertNotContains, assertRedirects

from config.desk.article.forms import LONGEST
from delegations.models import CommonOffice, Institution, Official
from forum.derived import catch_up
from forum.history.keeping import revision
from forum.models import Event, Source, Topic
from tests.config.desk.article.sending import PAGE, as_sent, paste, rows
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

TEXT = (
    "The Latvia-Estonia rectors’ Forum was held in Riga on 14 April 2027.\n"
    "Rector Raivo Vjenthal of the University of Narva and Vice-Rector Aino Kask spoke of"
    " academic mobility. The weather was fine."
)
ADDING = (
    *("event", "eventcitation", "source", "session", "delegation", "member", "speaker"),
    *("delegationcitation", "agreement", "party", "agreementcitation"),
)
VIEWING = ("event", "institution", "official", "topic")


@pytest.fixture
def archive():
    """What is on record of the text: the university, one of the two people, a topic, an office."""
    rank = make_rank()
    CommonOffice.objects.create(name_en="Rector", rank=rank)
    CommonOffice.objects.create(name_en="Vice-Rector", rank=rank)
    body = make_institution(name_en="University of Narva", country="EE")
    make_appointment(official=make_official(name_en="Aino Kask"), institution=body)
    make_topic(name_en="Academic mobility")
    return body


def staff_who_may(client, *names: str):
    user = make_staff()
    given = [*names, "view_unpublished"]
    user.user_permissions.set(Permission.objects.filter(codename__in=given))
    client.force_login(user)
    return user


def all_rights(*without: str) -> list[str]:
    names = [f"add_{name}" for name in ADDING] + [f"view_{name}" for name in VIEWING]
    return [name for name in names if name not in without]


def test_a_text_is_asked_for(staff_client):
    assertContains(staff_client.get(PAGE), "Show what it names")


def test_what_a_text_names_is_shown_beside_it(staff_client, archive):
    response = paste(staff_client, TEXT)

    sent = as_sent(response)
    assert rows(sent, "events", "title") == ["Latvia-Estonia rectors’ Forum"]
    assert rows(sent, "people", "name") == ["Raivo Vjenthal", "Aino Kask"]
    assert rows(sent, "people", "state") == ["new", "known"]
    assert rows(sent, "bodies", "which") == [str(archive.pk)]
    assert rows(sent, "topics", "name") == ["Academic mobility"]
    assertContains(response, "The weather was fine.")
    assertContains(response, '<a class="label of-people is-known" href="#people-1">person</a>')


def test_a_new_name_that_is_like_one_on_record_is_doubtful_and_not_ticked(staff_client, archive):
    alike = make_official(name_en="Raivo Veinthal")

    sent = as_sent(paste(staff_client, TEXT))

    assert rows(sent, "people", "state") == ["doubtful", "known"]
    assert rows(sent, "people", "candidates")[0] == str(alike.pk)
    assert rows(sent, "people", "which")[0] == ""
    assert rows(sent, "people", "take")[0] == ""


def test_what_is_ticked_is_recorded_as_a_draft(staff_client, archive):
    sent = as_sent(paste(staff_client, TEXT, url="https://example.org/a", title="Rectors meet"))

    response = staff_client.post(PAGE, sent)

    event = Event.objects.get()
    page = staff_client.get(response.url)
    assertContains(page, "Latvia-Estonia rectors’ Forum")
    assertContains(page, "Raivo Vjenthal")
    assert (event.title_en, event.is_published) == ("Latvia-Estonia rectors’ Forum", False)
    assert Source.objects.get().url == "https://example.org/a"
    assert Official.objects.filter(name_en="Raivo Vjenthal", is_published=False).exists()
    assert [str(topic) for topic in event.topics.all()] == ["Academic mobility"]


def test_a_draft_is_undone_with_one_button(staff_client, archive):
    sent = as_sent(paste(staff_client, TEXT))
    response = staff_client.post(PAGE, sent)
    assertContains(staff_client.get(response.url), "Undo the whole draft")

    assertRedirects(staff_client.post(response.url), PAGE)

    assert not Event.objects.exists()
    assert not Official.objects.filter(name_en="Raivo Vjenthal").exists()
    assertContains(staff_client.get(response.url), "Nothing of it is there any more.")


def test_a_draft_of_which_something_was_changed_since_is_undone_but_for_that(staff_client, archive):
    response = staff_client.post(PAGE, as_sent(paste(staff_client, TEXT)))
    person = Official.objects.get(name_en="Raivo Vjenthal")
    with revision():
        person.name_et = "Raivo Vjenthal"
        person.save()

    assertContains(staff_client.post(response.url), "changed or are used since")
    staff_client.post(response.url, {"leave_out": "on"})

    assert Official.objects.filter(pk=person.pk).exists()
    assert not Event.objects.exists()


def test_a_draft_is_shown_to_nobody_else_and_undone_by_nobody_without_the_rights(client, archive):
    staff_who_may(client, *all_rights())
    sent = as_sent(paste(client, TEXT))
    del sent["events-0-take"]
    kept = {name: sent[name] for name in sent if not name.startswith(("people", "bodies"))}
    numbers = {f"{kind}-TOTAL_FORMS": "0" for kind in ("people", "bodies")}
    initial = {f"{kind}-INITIAL_FORMS": "0" for kind in ("people", "bodies")}
    response = client.post(PAGE, kept | numbers | initial | {"events-0-take": "on"})

    assert client.get(response.url).status_code == 200
    assertNotContains(client.get(response.url), "Undo the whole draft")
    assert client.post(response.url).status_code == 403
    staff_who_may(client, *all_rights())
    assert client.get(response.url).status_code == 404


def test_what_is_not_ticked_is_not_recorded(staff_client, archive):
    sent = as_sent(paste(staff_client, TEXT))
    left_out = {"people-0-take", "topics-0-take"}

    staff_client.post(PAGE, {name: sent[name] for name in sent if name not in left_out})

    assert not Official.objects.filter(name_en="Raivo Vjenthal").exists()
    assert not Event.objects.get().topics.exists()


def test_what_is_wrong_is_said_and_all_that_was_typed_stays(staff_client, archive):
    sent = as_sent(paste(staff_client, TEXT))
    wrong = {
        "url": "no address",
        "events-0-starts_on": "some day",
        "events-0-country": "Atlantis",
        "people-1-office": "Chief Rector",
    }

    response = staff_client.post(PAGE, sent | wrong)

    again = as_sent(response)
    assert {name: again[name] for name in wrong} == wrong
    assertContains(response, "“some day” is not a date.")
    assertContains(response, "“Atlantis” is no country.")
    assert not Event.objects.exists()


def test_a_row_that_refers_to_one_that_is_not_ticked_is_refused(staff_client, archive):
    sent = as_sent(paste(staff_client, TEXT))
    del sent["events-0-take"]

    response = staff_client.post(PAGE, sent)

    assertContains(response, "Tick this too, or choose something else.")
    assert not Official.objects.filter(name_en="Raivo Vjenthal").exists()


def test_nothing_ticked_is_nothing_to_record(staff_client):
    sent = as_sent(paste(staff_client, "Nothing is named here."))

    assertContains(staff_client.post(PAGE, sent), "Nothing is ticked")


def test_the_text_is_read_again_when_staff_say_of_when_it_is(staff_client, archive):
    sent = as_sent(paste(staff_client, "The Forum met in Riga on 14 April."))
    assert rows(sent, "events", "starts_on") == [""]

    again = as_sent(staff_client.post(PAGE, sent | {"published_on": "2.5.2027", "again": "1"}))

    assert rows(again, "events", "starts_on") == ["2027-04-14"]


def test_an_article_is_added_to_an_event_on_record(staff_client, archive):
    event = make_event(country="LV")
    response = staff_client.get(PAGE, {"event": event.pk})
    assertContains(response, f'name="event" value="{event.pk}"')

    sent = as_sent(paste(staff_client, TEXT, event=event.pk))
    assert "events-TOTAL_FORMS" not in sent
    staff_client.post(PAGE, sent)

    assert Event.objects.get() == event
    names = {str(each.official) for side in event.delegations.all() for each in side.members.all()}
    assert names == {"Raivo Vjenthal", "Aino Kask"}


@pytest.mark.parametrize("key", ["0", "x", "9" * 40, "-1", "²"])
def test_an_event_that_is_none_is_not_found(staff_client, key):
    assert staff_client.get(PAGE, {"event": key}).status_code == 404


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("", "This field is required."),
        (" \n ", "This field is required."),
        ("x" * (LONGEST + 1), "60000"),
        ("Riga\x00", "Null characters"),
        ("Riga \ud800", "characters that no text has"),
    ],
    ids=["empty", "blank", "too long", "NUL", "half a character"],
)
def test_a_text_that_cannot_be_read_is_refused(staff_client, text, said):
    body = f"text={text.encode('utf-8', 'surrogatepass').hex('%')}".replace("=", "=%", 1)
    if not text or len(text) > LONGEST:
        body = f"text={text}"

    response = staff_client.post(PAGE, body, content_type="application/x-www-form-urlencoded")

    assert response.status_code == 200
    if "\ud800" not in text:
        assertContains(response, said)


@pytest.mark.slow
@pytest.mark.parametrize(
    "tampered",
    [
        {"people-0-which": "999999"},
        {"people-0-candidates": "1 2 x"},
        {"people-0-spans": "9-1 x"},
        {"people-0-event": "e7"},
        {"people-0-institution": "b99"},
        {"people-0-state": "sure"},
        {"topics-0-which": "x"},
        {"topics-0-which": "999999"},
        {"bodies-0-kind": "castle"},
        {"people-TOTAL_FORMS": "9999999999"},
        {"people-TOTAL_FORMS": "x"},
        {"people-TOTAL_FORMS": ""},
        {"events-0-title": "a\x00b"},
        {"events-0-ends_on": "2020"},
        {"events-0-starts_on": "99999-01-01"},
    ],
    ids=str,
)
def test_what_was_tampered_with_is_refused(staff_client, archive, tampered):
    sent = as_sent(paste(staff_client, TEXT))

    response = staff_client.post(PAGE, sent | tampered)

    assert response.status_code == 200
    assert not Event.objects.exists()


def test_who_may_not_add_an_event_is_turned_away_but_may_add_to_one(client, archive):
    staff_who_may(client, *all_rights("add_event"), "change_event")
    event = make_event()

    assert client.get(PAGE).status_code == 403
    assert client.get(PAGE, {"event": event.pk}).status_code == 200


def test_who_may_add_no_source_is_turned_away(client, archive):
    staff_who_may(client, *all_rights("add_source"))

    assert client.get(PAGE).status_code == 403


@pytest.mark.parametrize(
    ("missing", "kind"),
    [
        ("add_agreement", "documents"),
        ("add_member", "people"),
        ("add_session", "lectures"),
        ("view_topic", "topics"),
        ("view_institution", "bodies"),
    ],
)
def test_what_staff_may_not_record_is_not_offered(client, archive, missing, kind):
    staff_who_may(client, *all_rights(missing))

    sent = as_sent(paste(client, TEXT))

    assert f"{kind}-TOTAL_FORMS" not in sent
    assert "events-TOTAL_FORMS" in sent


def test_who_may_add_no_person_is_offered_those_on_record_alone(client, archive):
    staff_who_may(client, *all_rights())

    sent = as_sent(paste(client, TEXT))

    assert rows(sent, "people", "take") == ["", "on"]
    forced = {"people-0-take": "on", "people-0-which": "new"}
    client.post(PAGE, sent | forced)
    assert not Official.objects.filter(name_en="Raivo Vjenthal").exists()


def test_names_that_staff_may_not_see_are_not_marked(client, archive):
    staff_who_may(client, *all_rights("view_official"))

    assertNotContains(paste(client, TEXT), 'is-known" href="#people')


def test_what_an_article_costs_does_not_grow_with_the_archive(
    staff_client, archive, django_assert_max_num_queries
):
    for number in range(30):
        make_institution(name_en=f"College {number}")
        make_official(name_en=f"Person {number}")
    staff_client.get(PAGE)
    catch_up()

    with django_assert_max_num_queries(60):
        paste(staff_client, TEXT)


def test_all_on_record_is_named_in_the_language_of_the_article(staff_client, archive):
    Institution.objects.update(name_ru="Нарвский университет")
    Topic.objects.update(name_ru="Академическая мобильность")

    sent = as_sent(paste(staff_client, "Нарвский университет и академическая мобильность"))

    assert rows(sent, "bodies", "name") == ["Нарвский университет"]
    assert rows(sent, "topics", "name") == ["Академическая мобильность"]


def test_the_page_has_an_address_of_its_own():
    assert reverse("admin:article") == PAGE

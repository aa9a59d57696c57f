import datetime as dt

import pytest
from django.contrib.auth import get_user_model
from django.contrib.auth.models import Permission
from django.core.files.uploadedfile import SimpleUploadedFile
from django.urls import reverse
from django.utils.translation import override
from pytest_django.asserts import assertContains, assertRedirects

from forum.models import Event, EventCitation, Removal, Series, Session, Source, Topic, Venue
from tests.admin_forms import add_row, admin_url, errors_of, form_data, open_form, submit
from tests.factories import (
    MAY_1,
    MAY_2,
    make_appointment,
    make_attachment,
    make_event,
    make_figure,
    make_institution,
    make_official,
    make_rank,
    make_series,
    make_session,
    make_source,
    make_speaker,
    make_topic,
    make_venue,
)
from tests.history import changed_fields, entries_of, last_author

pytestmark = pytest.mark.django_db


def test_staff_add_an_event_with_a_title_in_one_language_and_nothing_else(staff_client, staff):
    response = submit(staff_client, admin_url(Event, "add"), title_kk="Ректорлар форумы")

    event = Event.objects.get()
    assertRedirects(response, admin_url(Event, "changelist"))
    assert (event.slug, event.is_published) == ("rektorlar-forumy", False)
    assert last_author(event) == staff.username


def test_staff_add_an_event_with_its_parts_at_once(staff_client):
    source, topic = make_source(), make_topic()
    data = form_data(open_form(staff_client, admin_url(Event, "add")))
    data |= {"title_en": "Forum", "topics": [topic.pk], "starts_on": "2030-05-02"}
    add_row(data, "figures", kind="universities", value="6")
    data = add_row(data, "figures", kind="universities", value="6", as_of_precision="day")
    data = add_row(data, "attachments", kind="programme", title_en="P", url="https://example.org")
    data = add_row(data, "citations", source=source.pk, claim="reported", field="date")

    response = staff_client.post(admin_url(Event, "add"), data)

    assert response.status_code == 302, errors_of(response)
    event = Event.objects.get()
    assert list(event.topics.all()) == [topic]
    assert [figure.value for figure in event.figures.all()] == [6]
    assert [each.title for each in event.attachments.all()] == ["P"]
    assert [each.source for each in event.citations.all()] == [source]


def test_staff_change_an_event_and_its_history_says_what_changed(staff_client, staff):
    submit(staff_client, admin_url(Event, "add"), title_en="Forum")
    event = Event.objects.get()

    response = submit(staff_client, admin_url(event, "change"), title_en="Rectors' Forum")

    assertRedirects(response, admin_url(Event, "changelist"))
    event.refresh_from_db()
    assert event.title_en == "Rectors' Forum"
    assert last_author(event) == staff.username
    assert changed_fields(event) == ["title_en"]


@pytest.mark.parametrize("language", ["en", "kk"])
def test_sending_a_form_unchanged_changes_nothing(staff_client, language):
    event = make_event(
        series=make_series(),
        edition=2,
        venue=make_venue(),
        parent=make_event(),
        theme_ru="Тема",
        languages="kk, et",
    )
    event.topics.add(make_topic())
    make_figure(event=event, source=make_source())

    with override(language):
        response = submit(staff_client, admin_url(event, "change"))

    assert response.status_code == 302
    assert event.topics.count() == event.figures.count() == 1
    assert entries_of(event) == []


def test_staff_delete_an_event(staff_client):
    event = make_event()
    make_session(event=event)

    response = staff_client.post(admin_url(event, "delete"), {"post": "yes"})

    assertRedirects(response, admin_url(Event, "changelist"))
    assert not Event.objects.exists()
    assert Removal.objects.get(model="forum.event").text == str(event)


def test_an_event_with_parts_of_its_own_cannot_be_deleted(staff_client):
    event = make_event()
    make_event(parent=event)

    response = staff_client.post(admin_url(event, "delete"), {"post": "yes"})

    assertContains(response, "would require deleting the following protected related objects")
    assert Event.objects.count() == 2


def test_a_file_can_be_attached(staff_client):
    event = make_event()
    data = form_data(open_form(staff_client, admin_url(event, "change")))
    data = add_row(data, "attachments", kind="programme", title_en="Programme")
    data["attachments-0-file"] = SimpleUploadedFile("p.txt", b"Programme")

    response = staff_client.post(admin_url(event, "change"), data)

    attachment = event.attachments.get()
    assert response.status_code == 302
    assert attachment.file.url == f"/files/{attachment.file.name}"
    assert not attachment.is_public


@pytest.mark.parametrize(
    ("changes", "sentence"),
    [
        ({"title_en": ""}, "Give the title in at least one language."),
        ({"starts_on": "31.02.2030"}, "Enter a valid date."),
        ({"time_zone": "Almaty"}, "is not a time zone"),
        ({"languages": "kazakh"}, "is not a language tag"),
        ({"country": "XX"}, "Select a valid choice"),
        ({"edition": "9" * 30}, "less than or equal to"),
        ({"parent": "999999"}, "Select a valid choice"),
        ({"title_en": "x" * 301}, "at most 300 characters"),
        ({"slug": "a b"}, "Enter a valid “slug”"),
        ({"title_en": "a\x00b"}, "Null characters are not allowed."),
    ],
    ids=lambda value: next(iter(value)) if isinstance(value, dict) else "",
)
def test_what_cannot_be_is_refused_with_a_sentence(staff_client, changes, sentence):
    response = submit(staff_client, admin_url(make_event(), "change"), **changes)

    assert response.status_code == 200
    assert sentence in errors_of(response)


AUTOCOMPLETES = [
    pytest.param(
        "forum.event.venue",
        lambda name: make_venue(name_en="", name_kk=name),
        id="venue of an event",
    ),
    pytest.param(
        "forum.event.parent", lambda name: make_event(title_en="", title_kk=name), id="event"
    ),
    pytest.param(
        "forum.event.series", lambda name: make_series(name_en="", name_kk=name), id="series"
    ),
    pytest.param(
        "forum.event.topics", lambda name: make_topic(name_en="", name_kk=name), id="topic"
    ),
    pytest.param("forum.figure.source", lambda name: make_source(title=name), id="source"),
    pytest.param(
        "forum.session.parent", lambda name: make_session(title_en="", title_kk=name), id="item"
    ),
    pytest.param(
        "delegations.speaker.official",
        lambda name: make_official(name_en="", name_kk=name),
        id="official",
    ),
    pytest.param(
        "delegations.speaker.institution",
        lambda name: make_institution(name_en="", name_kk=name),
        id="institution",
    ),
    pytest.param(
        "delegations.speaker.rank", lambda name: make_rank(name_en="", name_kk=name), id="rank"
    ),
    pytest.param(
        "delegations.speaker.appointment",
        lambda name: make_appointment(office_en="", office_kk=name),
        id="appointment",
    ),
]


@pytest.mark.parametrize(("relation", "make"), AUTOCOMPLETES)
@pytest.mark.parametrize(
    ("name", "term"),
    [
        ("Қазақ ұлттық өнер университеті", "ҚАЗАҚ ҰЛТТЫҚ ӨНЕР"),
        ("ЕВРАЗИЙСКИЙ ФОРУМ", "евразийский"),
        ("Eesti Kõrgkool", "KÕRGKOOL"),
    ],
    ids=["Kazakh", "Russian", "Estonian"],
)
def test_an_autocomplete_finds_letters_in_any_case(staff_client, relation, make, name, term):
    app, model, field = relation.split(".")
    record = make(name)
    make("Other")

    query = {"app_label": app, "model_name": model, "field_name": field, "term": term}
    found = staff_client.get(reverse("admin:autocomplete"), query).json()["results"]

    assert [each["id"] for each in found] == [str(record.pk)]


@pytest.mark.parametrize(
    ("action", "is_published"), [("publish", True), ("unpublish", False)], ids=str
)
def test_selected_events_are_published_or_taken_off(staff_client, staff, action, is_published):
    chosen = [make_event(is_published=not is_published) for _ in range(2)]
    other = make_event(is_published=not is_published)

    response = staff_client.post(
        admin_url(Event, "changelist"),
        {"action": action, "_selected_action": [event.pk for event in chosen]},
        follow=True,
    )

    assertContains(response, "2 records changed.")
    assert set(Event.objects.filter(is_published=is_published)) == set(chosen)
    assert last_author(chosen[0]) == staff.username
    assert entries_of(other) == []


def test_who_may_only_look_cannot_publish(client):
    viewer = get_user_model().objects.create_user("viewer", is_staff=True)
    viewer.user_permissions.add(Permission.objects.get(codename="view_event"))
    client.force_login(viewer)
    event = make_event(is_published=False)

    response = client.post(
        admin_url(Event, "changelist"), {"action": "publish", "_selected_action": [event.pk]}
    )

    event.refresh_from_db()
    assert response.status_code in (200, 302, 403)
    assert not event.is_published


def test_the_next_item_of_a_programme_keeps_event_day_and_venue(staff_client):
    event, venue = make_event(), make_venue()
    above = make_session(event=event)

    response = submit(
        staff_client,
        admin_url(Session, "add"),
        event=event.pk,
        parent=above.pk,
        day="2030-05-02",
        venue=venue.pk,
        title_en="Opening",
        _addanother="1",
    )
    following = form_data(open_form(staff_client, response["Location"]))

    kept = {name: following.get(name) for name in ("event", "parent", "day", "venue")}
    assert {name: str(value) for name, value in kept.items()} == {
        "event": str(event.pk),
        "parent": str(above.pk),
        "day": "2030-05-02",
        "venue": str(venue.pk),
    }
    assert not following.get("title_en")


def test_the_page_of_an_event_leads_to_what_belongs_to_it(staff_client):
    event = make_event(starts_on=MAY_1)
    session = make_session(event=event)
    make_session()

    page = staff_client.get(admin_url(event, "change"))
    items = f"{admin_url(Session, 'changelist')}?event__id__exact={event.pk}"

    assertContains(page, f'href="{items}"')
    assertContains(page, f"{admin_url(Session, 'add')}?event={event.pk}&amp;day=2030-05-01")
    assert list(staff_client.get(items).context["cl"].result_list) == [session]


@pytest.mark.parametrize("language", ["en", "kk"])
def test_every_link_on_the_page_of_an_event_works(staff_client, language):
    prefix = "" if language == "en" else f"/{language}"
    event = make_event()
    page = staff_client.get(prefix + admin_url(event, "change"))

    links = [
        line.split('"')[0]
        for line in page.text.split('class="object-links"')[1].split("</ul>")[0].split('href="')[1:]
    ]

    assert len(links) >= 7
    assert {staff_client.get(link.replace("&amp;", "&")).status_code for link in links} == {200}


def make_citation(**fields):
    return EventCitation.objects.create(
        event=make_event(series=make_series()), source=make_source(), **fields
    )


LISTS = [
    pytest.param(lambda: make_event(series=make_series(), venue=make_venue()), 8, id="events"),
    pytest.param(
        lambda: make_session(parent=make_session(), venue=make_venue(), day=MAY_1), 7, id="items"
    ),
    pytest.param(make_series, 5, id="series"),
    pytest.param(make_topic, 5, id="topics"),
    pytest.param(lambda: make_venue(parent=make_venue()), 5, id="venues"),
    pytest.param(lambda: make_figure(source=make_source()), 5, id="figures"),
    pytest.param(make_attachment, 5, id="attachments"),
    pytest.param(lambda: make_source(published_on=MAY_1), 8, id="sources"),
    pytest.param(make_citation, 5, id="citations"),
]


@pytest.mark.parametrize("count", [1, 3])
@pytest.mark.parametrize(("make", "queries"), LISTS)
def test_a_list_costs_the_same_for_any_number(
    staff_client, django_assert_num_queries, make, queries, count
):
    for _ in range(count):
        record = make()

    with django_assert_num_queries(queries):
        response = staff_client.get(admin_url(record, "changelist"))

    assert response.status_code == 200
    assert len(response.context["cl"].result_list) >= count


@pytest.mark.parametrize("count", [1, 3])
def test_the_form_of_an_event_costs_the_same_for_any_number_of_rows(
    staff_client, django_assert_num_queries, count
):
    event = make_event(series=make_series(), venue=make_venue(), parent=make_event())
    for _ in range(count):
        event.topics.add(make_topic())
        make_figure(event=event, source=make_source())
        make_attachment(event=event)
        EventCitation.objects.create(event=event, source=make_source())

    with django_assert_num_queries(12):
        response = staff_client.get(admin_url(event, "change"))

    rows = [len(each.formset.initial_forms) for each in response.context["inline_admin_formsets"]]
    assert rows == [count, count, count]


@pytest.mark.parametrize("count", [1, 3])
def test_the_form_of_an_item_costs_the_same_for_any_number_of_rows(
    staff_client, django_assert_num_queries, count
):
    session = make_session(venue=make_venue(), day=MAY_2)
    session.parent = make_session(event=session.event)
    session.save()
    for _ in range(count):
        make_speaker(
            session=session,
            official=make_official(),
            institution=make_institution(),
            rank=make_rank(),
            on_behalf_of=make_official(),
            appointment=make_appointment(institution=make_institution()),
        )
        EventCitation.objects.create(session=session, source=make_source())

    with django_assert_num_queries(9):
        response = staff_client.get(admin_url(session, "change"))

    rows = [len(each.formset.initial_forms) for each in response.context["inline_admin_formsets"]]
    assert rows == [count, count]


def test_staff_name_the_speakers_on_the_page_of_the_item(staff_client):
    session, official = make_session(), make_official(name_en="Rector One")
    data = form_data(open_form(staff_client, admin_url(session, "change")))
    data = add_row(
        data,
        "speakers",
        official=official.pk,
        role="keynote",
        status="confirmed",
        mode="video",
        position="1",
    )

    response = staff_client.post(admin_url(session, "change"), data)

    assert response.status_code == 302, errors_of(response)
    assert [each.official for each in session.speakers.all()] == [official]
    assertContains(staff_client.get(admin_url(session, "change")), "Rector One")


@pytest.mark.parametrize("is_published", [True, False], ids=["published", "unpublished"])
def test_a_page_is_linked_only_where_a_visitor_would_see_it(staff_client, is_published):
    event = make_event(is_published=is_published)

    response = staff_client.get(admin_url(event, "change"))

    shown = f'href="{event.get_absolute_url()}"' in response.text
    assert shown is is_published


@pytest.mark.parametrize(
    "make",
    [
        make_event,
        make_session,
        make_series,
        make_topic,
        make_venue,
        make_figure,
        make_attachment,
        make_source,
        make_citation,
    ],
    ids=lambda make: make.__name__.removeprefix("make_"),
)
def test_the_history_of_a_record_can_be_read(staff_client, make):
    record = make()

    response = staff_client.get(admin_url(record, "history"))

    assertContains(response, "History")


def test_the_languages_of_a_field_stand_side_by_side(staff_client):
    response = staff_client.get(admin_url(Event, "add"))

    rows = [
        row
        for _heading, options in response.context["adminform"].fieldsets
        for row in options["fields"]
    ]
    for field in ("title", "city", "theme", "summary", "description", "image_alt"):
        assert tuple(f"{field}_{code}" for code in ("en", "kk", "ru", "et")) in rows
    assert "title_en" not in rows


@pytest.mark.parametrize("model", [Series, Topic, Venue], ids=lambda model: model.__name__)
def test_so_they_do_in_every_form(staff_client, model):
    rows = staff_client.get(admin_url(model, "add")).context["adminform"].fieldsets[0][1]["fields"]

    assert rows[0] == ("name_en", "name_kk", "name_ru", "name_et")


@pytest.mark.parametrize(
    "query",
    [
        "starts_on__year=abc",
        "starts_on__year=99999999999",
        "p=999",
        "p=abc",
        "o=99.99",
        "o=abc",
        "is_published__exact=maybe",
        "nonsense=1",
        "series__id__exact=x",
        "series__id__exact=99999999999999999999999",
        "q=%25_%5C",
        "q=%22",
        "q=%27%3B--",
        "status__exact=bogus",
    ],
)
def test_no_query_of_a_list_is_an_error(staff_client, query):
    make_event()

    response = staff_client.get(f"{admin_url(Event, 'changelist')}?{query}", follow=True)

    assert response.status_code in (200, 400)


@pytest.mark.parametrize("number", ["0", "9" * 30, "x"], ids=["zero", "enormous", "a letter"])
def test_a_record_that_does_not_exist_is_said_not_to(staff_client, number):
    response = staff_client.get(f"/admin/forum/event/{number}/change/", follow=True)

    assertContains(response, "exist. Perhaps it was deleted?")


def test_a_visitor_is_asked_to_sign_in(client):
    response = client.get(admin_url(Event, "changelist"))

    assertRedirects(response, f"/admin/login/?next={admin_url(Event, 'changelist')}")


def test_a_search_finds_an_event_by_any_of_its_languages(staff_client):
    event = make_event(title_en="Forum", title_et="Foorum", city_kk="Астана")
    # Staff search slugs too, and “forum” sounds like “FOORUM”.
    make_event(title_en="Other", slug="other")

    for term in ("FOORUM", "астана", event.slug):
        found = staff_client.get(admin_url(Event, "changelist"), {"q": term}).context["cl"]
        assert list(found.result_list) == [event]


def test_a_source_is_added_once(staff_client):
    make_source(url="https://example.org/a")

    data = form_data(open_form(staff_client, admin_url(Source, "add")))

    response = staff_client.post(
        admin_url(Source, "add"), data | {"title": "Again", "url": "https://example.org/a"}
    )

    assert "A source with this link is already recorded." in errors_of(response)


def test_a_partial_date_is_widened_in_the_form(staff_client):
    event = make_event(ends_on=None)

    submit(
        staff_client,
        admin_url(event, "change"),
        starts_on="2030-08-17",
        ends_on="2030-08-18",
        date_precision="month",
    )

    event.refresh_from_db()
    assert (event.starts_on, event.ends_on) == (dt.date(2030, 8, 1), dt.date(2030, 8, 31))

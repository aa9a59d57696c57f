import datetime as dt

import pytest
from django.contrib.auth.models import Permission
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.utils import timezone
from django.utils.translation import override
from pytest_django.asserts import assertContains, assertNotContains

from agreements.choices import CommitmentState
from agreements.models import AgreementCitation, Commitment
from agreements.scores import Score, score
from tests.admin_forms import add_row, admin_url, form_data, open_form, submit
from tests.agreements.test_views import read
from tests.factories import (
    MAY_1,
    MAY_2,
    MAY_3,
    make_agreement,
    make_commitment,
    make_event,
    make_institution,
    make_note,
    make_official,
    make_outcome,
    make_source,
    make_staff,
)
from tests.history import entries_of, last_author

pytestmark = pytest.mark.django_db
DAY = dt.timedelta(days=1)


def make_full_commitment(**fields):
    """A promise with one of everything that its page can show."""
    commitment = make_commitment(
        **{
            "agreement": make_agreement(title_en="Plan"),
            "text_en": "A concert in Astana",
            "paragraph": "II.3",
            "due_on": MAY_2,
            "state": "fulfilled",
            "owner": make_official(name_en="Aino Tamm"),
            "evidence": "See https://example.org/concert",
            "fulfilled_by_outcome": make_outcome(title_en="Concert given"),
        }
        | fields
    )
    commitment.responsible.add(
        make_institution(name_en="TalTech", country="EE"),
        make_institution(name_en="AlmaU", country="KZ"),
    )
    make_note(commitment=commitment, noted_on=MAY_1, text="The hall is booked")
    make_note(commitment=commitment, noted_on=MAY_2, text="The concert was given")
    AgreementCitation.objects.create(commitment=commitment, source=make_source(title="Newspaper"))
    return commitment


# The page of a promise.


def test_the_page_of_a_promise_says_all_that_is_known(client):
    commitment = make_full_commitment()

    response = client.get(commitment.get_absolute_url())

    page = read(response)
    for said in (
        "A concert in Astana",
        "Promised in Plan , paragraph II.3",
        "Responsible: Estonia TalTech Responsible: Kazakhstan AlmaU",
        "Owner Aino Tamm",
        "due on 2 May 2030",
        "fulfilled",
        "Fulfilled by Concert given",
        "Newspaper",
    ):
        assert said in page
    assert page.index("The concert was given") < page.index("The hall is booked")
    assertContains(response, '<a href="https://example.org/concert" rel="nofollow">')
    assertContains(response, '<meta property="og:title" content="A concert in Astana">')


def test_a_promise_of_which_only_the_text_is_known_reads_well(client):
    commitment = make_commitment(event=make_event(title_en="Forum"), text_en="A concert")

    page = read(client.get(commitment.get_absolute_url()))

    assert "Promise open A concert" in page
    assert "Promised at Forum" in page
    assert "Nothing has been reported yet." in page
    assert "None" not in page


@pytest.mark.parametrize("due_in", [-1, 0])
def test_the_page_of_a_promise_says_if_it_is_overdue(client, due_in):
    commitment = make_commitment(due_on=timezone.localdate() + due_in * DAY)

    response = client.get(commitment.get_absolute_url())

    assert ("overdue" in read(response)) == (due_in < 0)


@pytest.mark.parametrize(
    "make",
    [
        pytest.param(lambda: make_commitment(is_public=False), id="private"),
        pytest.param(
            lambda: make_commitment(agreement=make_agreement(is_published=False)),
            id="of an unpublished agreement",
        ),
        pytest.param(
            lambda: make_commitment(event=make_event(is_published=False)),
            id="of an unpublished event",
        ),
    ],
)
def test_a_promise_that_is_not_public_has_no_page(client, make):
    commitment = make()

    response = client.get(commitment.get_absolute_url())

    assert response.status_code == 404
    assert not commitment.is_published
    assert not Commitment.objects.published()
    assertNotContains(client.get("/sitemap-commitments.xml"), "<loc>")


def test_the_page_of_a_promise_names_nobody_who_is_not_published(client):
    hidden = {"name_en": "Marker", "is_published": False}
    event = make_event(is_published=False)
    commitment = make_full_commitment(
        owner=make_official(**hidden),
        fulfilled_by_outcome=make_outcome(title_en="Marker", event=event),
    )
    commitment.responsible.add(make_institution(**hidden))
    make_note(commitment=commitment, text="Marker", is_public=False)

    own = client.get(commitment.get_absolute_url())
    in_list = client.get(commitment.agreement.get_absolute_url())

    assertNotContains(own, "Marker")
    assertNotContains(in_list, "Marker")


@pytest.mark.parametrize("key", ["0", "x", "9" * 40, "9" * 5000])
def test_no_nonsense_in_the_address_of_a_promise_is_found(client, key):
    assert client.get(f"/commitments/{key}/").status_code == 404


@pytest.mark.parametrize("language", ["kk", "ru", "et"])
def test_a_promise_has_a_page_in_each_language(client, language):
    with override(language):
        address = make_full_commitment().get_absolute_url()

    assert client.get(address).status_code == 200


@pytest.mark.parametrize("count", [1, 3])
def test_the_page_of_a_promise_costs_the_same_for_any_number(
    client, django_assert_num_queries, count
):
    commitment = make_full_commitment()
    for _ in range(count - 1):
        commitment.responsible.add(make_institution(country="KZ"))
        make_note(commitment=commitment)
        AgreementCitation.objects.create(commitment=commitment, source=make_source())

    with django_assert_num_queries(5):  # promise, all and published institutions, notes, citations
        client.get(commitment.get_absolute_url())


def test_the_sitemap_names_public_promises(client):
    commitment = make_commitment()

    assertContains(client.get("/sitemap-commitments.xml"), commitment.get_absolute_url())


# The score.


def make_promises():
    for state in ("fulfilled", "fulfilled", "under_way", "lapsed"):
        make_commitment(state=state, due_on=MAY_1)
    make_commitment(due_on=MAY_2)
    make_commitment()


def test_a_score_counts_states_and_what_is_overdue_among_the_open_ones():
    make_promises()

    counted = score(Commitment.objects.all(), MAY_2)

    assert counted == Score(total=6, fulfilled=2, under_way=1, open=2, lapsed=1, overdue=1)
    assert str(counted) == "2 of 6 fulfilled, 1 overdue"


def test_a_score_counts_what_the_rows_themselves_say():
    make_promises()
    rows = Commitment.objects.all()

    for day in (MAY_1, MAY_2, MAY_3):
        counted = score(rows, day)

        assert counted.overdue == sum(row.is_overdue(day) for row in rows)
        for state in CommitmentState:
            assert getattr(counted, state) == sum(row.state == state for row in rows)


def test_no_promises_score_nothing():
    counted = score(Commitment.objects.none(), MAY_1)

    assert counted == Score(total=0, fulfilled=0, under_way=0, open=0, lapsed=0, overdue=0)
    assert counted.segments == []


def test_a_score_costs_one_query():
    make_promises()

    with CaptureQueriesContext(connection) as queries:
        score(Commitment.objects.for_reading(), MAY_1)

    assert len(queries) == 1


def test_the_segments_of_a_score_fill_the_bar():
    segments = Score(total=4, fulfilled=1, under_way=0, open=2, lapsed=1, overdue=1).segments

    assert [(each.state, each.count, each.x, each.width) for each in segments] == [
        ("fulfilled", 1, 0, 180),
        ("open", 2, 180, 360),
        ("lapsed", 1, 540, 180),
    ]


def test_an_event_scores_its_own_promises_and_those_of_its_published_documents(client):
    event = make_event(slug="forum")
    document = make_agreement(event=event, title_en="Plan")
    make_commitment(event=event, text_en="Said aloud", state="fulfilled")
    make_commitment(agreement=document, text_en="Written")
    make_commitment(event=event, text_en="Private", is_public=False)
    hidden = make_agreement(event=event, is_published=False)
    make_commitment(agreement=hidden, text_en="Of a draft")
    make_commitment(text_en="Elsewhere")

    overview = read(client.get("/events/forum/"))
    documents = read(client.get("/events/forum/agreements/"))

    for page in (overview, documents):
        assert "1 of 2 fulfilled" in page
        assert "Said aloud" in page
        assert "Written Plan" in page
        assert not any(said in page for said in ("Private", "Of a draft", "Elsewhere"))
    assert "2 promises, 1 kept" in overview


def test_a_list_of_promises_leads_to_their_pages(client):
    commitment = make_commitment()

    response = client.get(commitment.agreement.get_absolute_url())

    assertContains(response, f'<a href="{commitment.get_absolute_url()}">A concert</a>')


@pytest.mark.parametrize("count", [1, 3])
def test_the_documents_of_an_event_cost_the_same_for_any_number_of_promises(
    client, django_assert_num_queries, count
):
    event = make_event()
    for _ in range(count):
        document = make_agreement(event=event)
        make_commitment(event=event).responsible.add(make_institution())
        outcome = make_outcome(event=event)
        make_commitment(agreement=document, state="fulfilled", fulfilled_by_outcome=outcome)

    with django_assert_num_queries(8):
        client.get(f"/events/{event.slug}/agreements/")


# Import from pasted text.

IMPORT = "/admin/agreements/commitment/import/"


def rows_of(response) -> dict:
    """What the preview would send if nobody changed anything."""
    rows = response.context["rows"]
    fields = [*rows.management_form, *(field for form in rows for field in form)]
    return {
        field.html_name: "on" if field.value() is True else str(field.value() or "")
        for field in fields
        if field.value() is not False
    }


def paste(client, text, **subject) -> tuple:
    """Paste a text; answers with the preview and all that it would send."""
    sent = {"language": "en", **{name: record.pk for name, record in subject.items()}}
    response = client.post(IMPORT, sent | {"pasted": text})
    return response, sent | rows_of(response)


def test_a_pasted_text_is_shown_before_anything_is_saved(staff_client):
    agreement = make_agreement(title_en="Plan")

    response, _sent = paste(
        staff_client, "II.3 Exchange students | 2027-06-01\n\n• A concert", agreement=agreement
    )

    assert [form.initial for form in response.context["rows"]] == [
        {
            "paragraph": "II.3",
            "text": "Exchange students",
            "due_on": dt.date(2027, 6, 1),
            "DELETE": False,
        },
        {"paragraph": "", "text": "A concert", "due_on": None, "DELETE": False},
    ]
    assertContains(response, "Plan")
    assertContains(response, 'value="2027-06-01"')
    assert not Commitment.objects.exists()


@pytest.mark.parametrize("language", ["en", "kk", "ru", "et"])
def test_what_the_preview_holds_is_saved_with_its_history(staff_client, staff, language):
    agreement = make_agreement()
    _preview, sent = paste(staff_client, "12. One | 2027-06-01\nTwo\nThree", agreement=agreement)

    response = staff_client.post(
        IMPORT,
        sent
        | {"language": language, "rows-1-text": "Second", "rows-1-is_public": "on"}
        | {"rows-2-DELETE": "on", "rows-2-text": ""},
        follow=True,
    )

    first, second = agreement.commitments.order_by("pk")
    assert (first.paragraph, first.due_on) == ("12", dt.date(2027, 6, 1))
    assert (first.is_public, second.is_public) == (False, True)
    assert getattr(second, f"text_{language}") == "Second"
    assert {last_author(row) for row in (first, second)} == {staff.username}
    assert entries_of(first)[0].revision == entries_of(second)[0].revision
    assertContains(response, "2 commitments saved.")
    assert response.redirect_chain == [
        (f"{admin_url(Commitment, 'changelist')}?agreement__id__exact={agreement.pk}", 302)
    ]


def test_promises_of_an_event_are_imported_too(staff_client):
    event = make_event()
    _preview, sent = paste(staff_client, "A concert", event=event)

    response = staff_client.post(IMPORT, sent)

    assert response["Location"].endswith(f"?event__id__exact={event.pk}")
    assert event.commitments.get().text == "A concert"


def test_what_is_recorded_already_is_marked_and_left_out(staff_client):
    agreement = make_agreement()
    make_commitment(agreement=agreement, text_kk="Концерт  беру")
    make_commitment(text_en="Of another agreement")

    response, sent = paste(
        staff_client, "1. концерт беру\nOf another agreement", agreement=agreement
    )
    staff_client.post(IMPORT, sent)

    assert [form.is_known for form in response.context["rows"]] == [True, False]
    assertContains(response, "already recorded", count=1)
    assert agreement.commitments.count() == 2
    assert agreement.commitments.last().text == "Of another agreement"


@pytest.mark.parametrize(
    ("row", "said"),
    [
        ({"rows-0-text": ""}, "This field is required."),
        ({"rows-0-due_on": "2027-02-30"}, "Enter a valid date."),
        ({"rows-0-paragraph": "1" * 41}, "at most 40 characters"),
        ({"rows-0-DELETE": "on", "rows-1-DELETE": "on"}, "there is nothing to save"),
        ({"rows-TOTAL_FORMS": "x"}, "Enter a whole number."),
        ({"agreement": "9" * 40}, "Select a valid choice."),
        ({"agreement": ""}, "Give an agreement or an event."),
        ({"language": "xx"}, "Select a valid choice."),
    ],
)
def test_an_error_is_shown_in_its_row_and_nothing_is_lost(staff_client, row, said):
    _preview, sent = paste(staff_client, "One\nTwo", agreement=make_agreement())

    response = staff_client.post(IMPORT, sent | {"rows-1-text": "Mended"} | row)

    assertContains(response, said)
    if "rows-TOTAL_FORMS" not in row:
        assertContains(response, "Mended")
    assert not Commitment.objects.exists()


@pytest.mark.parametrize(
    ("sent", "said"),
    [
        ({}, "This field is required."),
        ({"pasted": "One"}, "Give an agreement or an event."),
        ({"pasted": "\n".join(["One"] * 301)}, "These are 301 lines; paste at most 300"),
        ({"pasted": "One", "agreement": "x"}, "Select a valid choice."),
    ],
)
def test_a_text_that_cannot_be_imported_is_refused(staff_client, sent, said):
    response = staff_client.post(IMPORT, {"language": "en"} | sent)

    assertContains(response, said)
    assert response.context["rows"] is None


def test_a_promise_is_of_an_agreement_or_of_an_event_but_not_of_both(staff_client):
    subject = {"agreement": make_agreement().pk, "event": make_event().pk}

    response = staff_client.post(IMPORT, {"language": "en", "pasted": "One"} | subject)

    assertContains(response, "Give an agreement or an event.")


def test_as_many_lines_as_are_allowed_can_be_saved(staff_client):
    agreement = make_agreement()
    text = "\n".join(f"{number}. Promise | 2027-06-01" for number in range(1, 301))
    _preview, sent = paste(staff_client, text, agreement=agreement)

    staff_client.post(IMPORT, sent | {f"rows-{number}-is_public": "on" for number in range(300)})

    assert agreement.commitments.count() == 300


@pytest.mark.parametrize("number", [1, 3])
def test_a_preview_costs_the_same_for_any_number(staff_client, django_assert_num_queries, number):
    agreement = make_agreement()
    text = "\n".join(f"Promise {n}" for n in range(number))
    for n in range(number):
        make_commitment(agreement=agreement, text_en=f"Promise {n}")

    with django_assert_num_queries(10):
        paste(staff_client, text, agreement=agreement)


def test_the_forms_of_agreements_and_events_lead_to_the_import(staff_client):
    agreement, event = make_agreement(title_en="Plan"), make_event(title_en="Forum")

    for record, name in ((agreement, "agreement"), (event, "event")):
        address = f"{IMPORT}?{name}={record.pk}"
        assertContains(staff_client.get(admin_url(record, "change")), address)
        assertContains(staff_client.get(address), f"selected>{record}</option>")
    assertContains(staff_client.get(admin_url(Commitment, "changelist")), IMPORT)


@pytest.mark.parametrize("key", ["x", "0", "9" * 40, "-1"])
def test_the_import_takes_any_preset(staff_client, key):
    response = staff_client.get(IMPORT, {"agreement": key, "event": key})

    assert response.status_code == 200


@pytest.mark.parametrize(("permission", "status"), [("add", 200), ("change", 403)])
def test_only_staff_who_may_add_commitments_import_them(client, permission, status):
    clerk = make_staff()
    clerk.user_permissions.add(Permission.objects.get(codename=f"{permission}_commitment"))
    client.force_login(clerk)

    assert client.get(IMPORT).status_code == status


def test_who_may_not_see_the_list_is_led_to_the_first_page(client):
    clerk = make_staff()
    clerk.user_permissions.add(Permission.objects.get(codename="add_commitment"))
    client.force_login(clerk)
    _preview, sent = paste(client, "One", agreement=make_agreement())

    assert client.post(IMPORT, sent)["Location"] == "/admin/"


# Notes and what is overdue, in the admin.


def test_a_note_knows_who_wrote_it_and_keeps_its_history(staff_client, staff):
    commitment = make_commitment()
    older = make_note(commitment=commitment, noted_on=MAY_1)
    url = admin_url(commitment, "change")
    data = form_data(open_form(staff_client, url))

    staff_client.post(url, add_row(data, "notes", noted_on="2030-05-02", text="Concert given"))

    note = commitment.notes.first()
    assert (note.text, note.noted_by, note.is_public) == ("Concert given", staff, False)
    assert last_author(note) == note.noted_by_name == staff.username
    older.refresh_from_db()
    assert older.noted_by is None


def test_changing_a_note_does_not_change_who_wrote_it(staff_client):
    author = make_staff()
    note = make_note(noted_by=author)

    submit(staff_client, admin_url(note.commitment, "change"), **{"notes-0-text": "Mended"})

    note.refresh_from_db()
    assert (note.text, note.noted_by) == ("Mended", author)


@pytest.mark.parametrize("count", [1, 3])
def test_the_form_of_a_promise_costs_the_same_for_any_number_of_notes(
    staff_client, django_assert_num_queries, count
):
    commitment = make_commitment()
    for _ in range(count):
        make_note(commitment=commitment, noted_by=make_staff())

    with django_assert_num_queries(8):
        open_form(staff_client, admin_url(commitment, "change")).render()


def test_staff_see_and_list_what_is_overdue(staff_client):
    today = timezone.localdate()
    make_commitment(text_en="Late", due_on=today - DAY)
    make_commitment(text_en="In time", due_on=today)
    url = admin_url(Commitment, "changelist")

    assertContains(staff_client.get(url), '<td class="field-overdue">overdue</td>', count=1)
    assertContains(staff_client.get(url, {"overdue": "no"}), "In time")
    overdue = staff_client.get(url, {"overdue": "yes"})
    assertContains(overdue, "Late")
    assertNotContains(overdue, "In time")


def test_the_form_of_a_public_promise_leads_to_its_page(staff_client):
    commitment = make_commitment()
    hidden = make_commitment(is_public=False)

    assertContains(staff_client.get(admin_url(commitment, "change")), "View on site")
    assertNotContains(staff_client.get(admin_url(hidden, "change")), "View on site")

"""What a reader must be told of delegations, institutions and people."""

import datetime as dt
import re

import pytest
from pytest_django.asserts import assertContains, assertNotContains

from delegations.models import Official
from tests.delegations.pages.everything import add_everything, page_of
from tests.factories import (
    MAY_1,
    MAY_2,
    make_appointment,
    make_delegation,
    make_event,
    make_institution,
    make_member,
    make_official,
    make_rank,
    make_session,
    make_speaker,
)
from tests.reading import read


@pytest.mark.django_db
def test_an_event_without_delegations_says_so(client):
    assertContains(client.get(page_of(make_event())), "No delegation has been announced yet.")


@pytest.mark.django_db
def test_a_delegation_without_members_says_so(client):
    delegation = make_delegation(country="EE")

    page = read(client.get(page_of(delegation.event)))

    assert "Estonia Guest · official No member has been named." in page


@pytest.mark.django_db
def test_an_order_says_in_which_alphabet_it_is(client):
    polish = {"precedence_rule": "alphabetical", "precedence_language": "pl"}
    event = make_delegation(event=make_event(**polish)).event
    listed = make_delegation(event=make_event(precedence_language="pl")).event

    assert "Order of delegations: alphabetical. Alphabet: Polish." in read(
        client.get(page_of(event))
    )
    assertNotContains(client.get(page_of(listed)), "Alphabet:")


@pytest.mark.django_db
def test_an_organiser_sends_nobody_and_needs_nobody(client):
    delegation = make_delegation(institution=make_institution(), country="", role="organiser")

    assertNotContains(client.get(page_of(delegation.event)), "No member has been named.")


@pytest.mark.django_db
def test_records_of_which_only_the_name_is_known_read_well(client):
    institution = make_institution(name_en="TalTech", country="")
    official = make_official(name_en="Tiit Land")

    for record in (institution, official):
        response = client.get(record.get_absolute_url())
        assert str(record) in read(response)
        assertNotContains(response, "None")


@pytest.mark.django_db
def test_empty_lists_say_so(client):
    for address, make in (("/institutions/", make_institution), ("/officials/", make_official)):
        assertContains(client.get(address), "Nothing has been published yet.")
        make()
        assertContains(client.get(f"{address}?country=UZ"), "Nothing matches all of these.")


@pytest.mark.django_db
@pytest.mark.slow
@pytest.mark.parametrize("language", ["", "/kk", "/ru", "/et"], ids=["en", "kk", "ru", "et"])
def test_each_page_opens_in_each_language(client, language):
    event, institution, official = make_event(), make_institution(), make_official()
    add_everything(institution, official, event)
    addresses = [
        "/institutions/",
        "/officials/",
        page_of(event),
        institution.get_absolute_url(),
        official.get_absolute_url(),
    ]

    assert [client.get(language + address).status_code for address in addresses] == [200] * 5


@pytest.mark.django_db
def test_an_institution_with_everything_shows_it(client):
    institution = make_institution(
        name_en="TalTech",
        short_name_en="TT",
        city_en="Tallinn",
        parent=make_institution(name_en="Consortium"),
        founded_on=dt.date(1918, 1, 1),
        founded_on_precision="year",
        closed_on_precision="unknown",
        website="https://taltech.ee",
        ror_id="0443cwa12",
        wikidata_id="Q204626",
        description_en="A **technical** university.",
    )
    add_everything(institution, make_official(name_en="Tiit Land"), make_event(title_en="Forum X"))

    response = client.get(institution.get_absolute_url())

    for said in (
        "TalTech Tallinn, Estonia",
        "Short name TT",
        "Belongs to Consortium",
        "Founded 1918",
        "Closed date not known",
        "Formerly",
        "Succeeded by",
        "Units",
        "Other names TTÜ",
        "Agreements",
        "People Tiit Land Rector from 1 May 2030",
        "Events",
        "Forum X",
        "How we know this",
    ):
        assert said in read(response)
    assertContains(response, "<strong>technical</strong>")
    assertContains(response, 'href="https://ror.org/0443cwa12"')


@pytest.mark.django_db
@pytest.mark.parametrize(
    ("valid_from", "valid_until", "years"),
    [
        (None, None, "former name, English"),
        (None, dt.date(1989, 4, 30), "former name, English, until 1989"),
        (dt.date(1989, 5, 1), dt.date(2003, 9, 1), "former name, English, 1989–2003"),
        (dt.date(2003, 9, 2), None, "former name, English, 2003–"),
    ],
)
def test_a_dated_name_shows_its_years(client, valid_from, valid_until, years):
    institution = make_institution(name_en="TalTech")
    institution.names.create(
        text="Institute",
        language="en",
        kind="former",
        valid_from=valid_from,
        valid_until=valid_until,
    )

    page = read(client.get(institution.get_absolute_url()))

    assert f"Institute {years} " in f"{page} "


@pytest.mark.django_db
def test_an_official_with_everything_shows_it(client):
    official = make_official(
        name_en="Sayasat Nurbek",
        honorific_en="H.E.",
        distinctions_en="PhD",
        biography_en="Born in *Almaty*.",
        orcid="0000-0002-1825-0097",
        website="https://example.org/nurbek",
    )
    event = make_event(title_en="Rectors' Forum")
    add_everything(make_institution(name_en="AlmaU"), official, event)

    page = read(client.get(official.get_absolute_url()))

    for said in (
        "H.E. Sayasat Nurbek PhD",
        "Born in Almaty .",
        "Offices Rector AlmaU from 1 May 2030",
        "Participation Rectors' Forum Head of delegation · Rector · AlmaU",
        "Speaker · Rector · Rectors' Forum",
        "Agreements",
        "Signed · Rector · AlmaU",
        "Other spellings of the name Нұрбек",
        "ORCID 0000-0002-1825-0097",
        "How we know this",
    ):
        assert said in page


@pytest.mark.django_db
def test_a_participant_known_only_by_office_is_a_participant(client):
    institution = make_institution(name_en="AlmaU")
    member = make_member(office_en="Rector", institution=institution, function="head")

    response = client.get(page_of(member.delegation.event))

    assert "Rector AlmaU head of delegation" in read(response)
    assertNotContains(response, "name not published")


@pytest.mark.django_db
def test_a_name_as_printed_stands_beside_the_official(client):
    official = make_official(name_en="Sayasat Nurbek")
    member = make_member(official=official, name_as_printed="Saiasat Nurbek")

    page = read(client.get(page_of(member.delegation.event)))

    assert "Sayasat Nurbek printed as “Saiasat Nurbek” Rector" in page


@pytest.mark.django_db
def test_a_name_as_printed_alone_is_a_name(client):
    member = make_member(name_as_printed="S. Nurbek", office_en="")

    assert "S. Nurbek" in read(client.get(page_of(member.delegation.event)))


@pytest.mark.django_db
def test_an_unpublished_official_is_seen_by_office_only(client):
    official = make_official(name_en="Marker", is_published=False)
    member = make_member(official=official, office_en="Minister")
    make_speaker(session=make_session(event=member.delegation.event), official=official)

    response = client.get(page_of(member.delegation.event))

    assert "Minister" in read(response)
    assertNotContains(response, "Marker")
    assertNotContains(response, official.slug)


@pytest.mark.django_db
def test_somebody_of_whom_nothing_may_be_said_is_still_counted(client):
    official = make_official(name_en="Marker", is_published=False)
    member = make_member(official=official, office_en="")

    response = client.get(page_of(member.delegation.event))

    assert "name not published" in read(response)
    assertNotContains(response, "Marker")


@pytest.mark.django_db
def test_the_one_in_whose_stead_somebody_acts_is_named(client):
    president = make_official(name_en="The President")
    member = make_member(on_behalf_of=president)

    assert "on behalf of The President" in read(client.get(page_of(member.delegation.event)))


@pytest.mark.django_db
def test_an_office_held_formerly_says_so(client):
    appointment = make_appointment(office_en="Minister", ends_on_precision="unknown")

    page = read(client.get(appointment.official.get_absolute_url()))

    assert "Minister formerly" in page


@pytest.mark.django_db
def test_a_list_shows_the_offices_held_today_only(client):
    official = make_official()
    make_appointment(official=official, office_en="Rector")
    make_appointment(official=official, office_en="Dean", ends_on=dt.date(2000, 1, 1))

    response = client.get("/officials/")

    assert "Rector" in read(response)
    assertNotContains(response, "Dean")


@pytest.mark.django_db
def test_people_without_a_rank_come_after_those_with_one(client):
    institution = make_institution()
    for weight, office in [(None, "Secretary"), (100, "Rector"), (50, "Vice-Rector")]:
        make_appointment(
            institution=institution, office_en=office, rank=weight and make_rank(weight=weight)
        )

    page = read(client.get(institution.get_absolute_url()))

    assert re.findall(r"Vice-Rector|Rector|Secretary", page) == [
        "Rector",
        "Vice-Rector",
        "Secretary",
    ]


@pytest.mark.django_db
def test_an_institution_s_events_are_found_by_delegation_member_and_speaker(client):
    institution = make_institution()
    came = make_event(title_en="Came", starts_on=MAY_2)
    represented = make_event(title_en="Represented", starts_on=MAY_1)
    spoke = make_event(title_en="Spoke", starts_on=None, ends_on=None)
    make_delegation(event=came, institution=institution)
    make_member(delegation=make_delegation(event=came), institution=institution)
    make_member(delegation=make_delegation(event=represented), institution=institution)
    make_speaker(session=make_session(event=spoke), institution=institution)
    make_event(title_en="Elsewhere")

    events = client.get(institution.get_absolute_url()).context["events"]

    assert [str(event) for event in events.rows] == ["Came", "Represented", "Spoke"]


@pytest.mark.django_db
def test_an_institution_shows_its_newest_events_and_says_where_all_are(client):
    institution = make_institution(slug="taltech")
    for number in range(11):
        event = make_event(title_en=f"Forum {number}", starts_on=MAY_1 - dt.timedelta(number))
        make_delegation(event=event, institution=institution)

    page, all_of_them = client.get("/institutions/taltech/"), "/institutions/taltech/events/"

    assert str(page.context["events"].rows[0]) == "Forum 0"
    assertNotContains(page, "Forum 10")
    assertContains(page, f'<a href="{all_of_them}">All 11</a>')
    assertContains(client.get(all_of_them), "Forum ", 11)


@pytest.mark.django_db
def test_an_institution_shows_the_highest_offices_and_says_where_all_people_are(client):
    institution = make_institution(slug="taltech")
    rector = make_appointment(institution=institution, rank=make_rank(weight=50))
    for _number in range(20):
        make_appointment(institution=institution, official=make_official(), office_en="Lecturer")
    make_appointment(institution=institution, official=rector.official, office_en="Lecturer")

    page, all_people = client.get("/institutions/taltech/"), "/officials/?institution=taltech"

    assert page.context["offices"].rows[0].official.name.text == rector.official.name
    assertContains(page, "Lecturer", 19)
    assertContains(page, f'<a href="{all_people}">All 21</a>')
    assert len(client.get(all_people).context["object_list"]) == 21


@pytest.fixture
def busy():
    """An official who came, spoke and was represented at a dozen forums each."""
    official = make_official(slug="busy")
    for number in range(12):
        event = make_event(title_en=f"Forum {number:02}", starts_on=MAY_1 - dt.timedelta(number))
        delegation, session = make_delegation(event=event), make_session(event=event)
        make_member(delegation=delegation, official=official)
        make_speaker(session=session, official=official)
        make_member(delegation=delegation, official=make_official(), on_behalf_of=official)
        make_speaker(session=session, official=make_official(), on_behalf_of=official)
    return official


@pytest.mark.django_db
def test_an_official_shows_where_they_were_last_and_says_where_all_is(client, busy):
    page = client.get("/officials/busy/")

    assertContains(page, "Forum 00", 4)
    assertContains(page, "Forum 09", 4)
    assertNotContains(page, "Forum 10")
    for part in ("participation", "represented"):
        assertContains(page, f'<a href="/officials/busy/{part}/">All 24</a>')
        for number in range(12):
            assertContains(client.get(f"/officials/busy/{part}/"), f"Forum {number:02}", 2)


@pytest.mark.django_db
def test_who_does_not_wish_to_be_listed_is_on_no_page_of_a_part(client, busy):
    Official.objects.update(listing="unlisted")

    for part in ("", "participation/", "represented/"):
        assertNotContains(client.get(f"/officials/busy/{part}"), "Forum 00")


@pytest.mark.django_db
def test_a_part_of_a_delegation_says_of_which(client):
    event = make_event()
    whole = make_delegation(event=event, country="EE")
    make_delegation(event=event, institution=make_institution(name_en="TalTech"), parent=whole)

    assert "part of Estonia" in read(client.get(page_of(event)))


@pytest.mark.django_db
@pytest.mark.parametrize("status", ["absent", "replaced"])
def test_a_speaker_who_did_not_speak_did_not_take_part(client, status):
    speaker = make_speaker(official=make_official(), institution=make_institution(), status=status)

    of_official = read(client.get(speaker.official.get_absolute_url()))
    of_institution = read(client.get(speaker.institution.get_absolute_url()))

    assert "Participation" not in of_official
    assert "Events" not in of_institution

import datetime as dt
import re
from html import unescape

import pytest
from pytest_django.asserts import assertContains, assertNotContains

from delegations.models import DelegationCitation, InstitutionName, OfficialName
from tests.factories import (
    MAY_1,
    MAY_2,
    make_agreement,
    make_appointment,
    make_contact,
    make_delegation,
    make_event,
    make_institution,
    make_meeting,
    make_member,
    make_official,
    make_party,
    make_rank,
    make_session,
    make_signatory,
    make_source,
    make_speaker,
)


def read(response) -> str:
    """The page's words as a reader sees them, without markup and runs of blanks."""
    main = response.text.partition('<main id="content"')[2].partition("</main>")[0]
    main = main.partition(">")[2]
    return " ".join(unescape(re.sub(r"<[^>]*>", " ", main)).split())


def page_of(event) -> str:
    return f"/events/{event.slug}/delegations/"


def names_listed(response) -> list[str]:
    rows = re.findall(r'<article class="row">(.*?)</article>', response.text, re.DOTALL)
    links = [re.search(r"<a [^>]*>(.*?)</a>", row)[1] for row in rows]
    return [unescape(re.sub(r"<[^>]*>", "", link)) for link in links]


def add_everything(institution, official, event):
    """One more of everything that the pages of the three can show."""
    rank = make_rank()
    delegation = make_delegation(event=event, institution=institution)
    member = make_member(
        delegation=delegation,
        official=official,
        institution=institution,
        rank=rank,
        on_behalf_of=make_official(),
        function="head",
    )
    make_delegation(event=event, institution=make_institution(), parent=delegation)
    other = make_delegation(event=event, institution=make_institution())
    make_meeting(requested_by=delegation, counterpart=other, status="held", day=MAY_1)
    make_speaker(session=make_session(event=event), official=official, institution=institution)
    make_speaker(session=make_session(), official=official, institution=institution)
    make_appointment(official=official, institution=institution, rank=rank, starts_on=MAY_1)
    make_appointment(official=make_official(), institution=institution)
    make_institution(parent=institution)
    institution.successors.add(make_institution())
    make_institution().successors.add(institution)
    source = make_source()
    InstitutionName.objects.create(institution=institution, text="TTÜ", source=source)
    OfficialName.objects.create(official=official, text="Нұрбек", language="kk", source=source)
    agreement = make_agreement(event=event)
    make_party(agreement=agreement, institution=institution)
    make_signatory(agreement=agreement, official=official, institution=institution)
    for subject in (
        {"institution": institution},
        {"official": official},
        {"delegation": delegation},
        {"member": member},
    ):
        DelegationCitation.objects.create(source=source, **subject)


# Pages with nothing but the least.


@pytest.mark.django_db
def test_an_event_without_delegations_says_so(client):
    assertContains(client.get(page_of(make_event())), "No delegation has been announced yet.")


@pytest.mark.django_db
def test_a_delegation_without_members_says_so(client):
    delegation = make_delegation(country="EE")

    page = read(client.get(page_of(delegation.event)))

    assert "Estonia Guest · official No member has been named." in page


@pytest.mark.django_db
def test_an_organiser_sends_nobody_and_needs_nobody(client):
    delegation = make_delegation(institution=make_institution(), country="", role="organiser")

    assertNotContains(client.get(page_of(delegation.event)), "No member has been named.")


@pytest.mark.django_db
def test_records_of_which_only_the_name_is_known_read_well(client):
    institution = make_institution(name_en="TalTech", country="")
    official = make_official(name_en="Tiit Land")

    for record in (institution, official):
        page = read(client.get(record.get_absolute_url()))
        assert str(record) in page
        assert "None" not in page


@pytest.mark.django_db
def test_empty_lists_say_so(client):
    for address, make in (("/institutions/", make_institution), ("/officials/", make_official)):
        assertContains(client.get(address), "Nothing has been published yet.")
        make()
        assertContains(client.get(f"{address}?country=UZ"), "Nothing matches all of these.")


@pytest.mark.django_db
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


# What a reader must be told.


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
        "Sources",
    ):
        assert said in read(response)
    assertContains(response, "<strong>technical</strong>")
    assertContains(response, 'href="https://ror.org/0443cwa12"')


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
        "Took part in Rectors' Forum Head of delegation · Rector · AlmaU",
        "Speaker · Rector · Rectors' Forum",
        "Documents",
        "Signed · Rector · AlmaU",
        "Other spellings of the name Нұрбек",
        "ORCID 0000-0002-1825-0097",
        "Sources",
    ):
        assert said in page


@pytest.mark.django_db
def test_a_participant_known_only_by_office_is_a_participant(client):
    institution = make_institution(name_en="AlmaU")
    member = make_member(office_en="Rector", institution=institution, function="head")

    page = read(client.get(page_of(member.delegation.event)))

    assert "Rector AlmaU head of delegation" in page
    assert "name not published" not in page


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

    page = read(client.get(page_of(member.delegation.event)))

    assert "name not published" in page
    assert "Marker" not in page


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

    page = read(client.get("/officials/"))

    assert "Rector" in page
    assert "Dean" not in page


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

    assert [str(event) for event in events] == ["Came", "Represented", "Spoke"]


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

    assert "Took part in" not in of_official
    assert "Events" not in of_institution


# What a reader must not be told.


@pytest.mark.django_db
def test_what_is_not_published_has_no_page(client):
    event = make_event(is_published=False)
    institution = make_institution(is_published=False)
    official = make_official(is_published=False)
    add_everything(institution, official, event)

    for address in (page_of(event), institution.get_absolute_url(), official.get_absolute_url()):
        for language in ("", "/kk", "/ru", "/et"):
            assert client.get(language + address).status_code == 404


@pytest.mark.django_db
def test_what_is_not_published_is_named_nowhere(client):
    hidden = make_institution(name_en="Marker", is_published=False)
    nobody = make_official(name_en="Marker", is_published=False)
    secret = make_event(title_en="Marker", is_published=False)
    public, official, event = make_institution(parent=hidden), make_official(), make_event()
    make_institution(name_en="Marker", parent=public, is_published=False)
    public.successors.add(hidden)
    hidden.successors.add(public)
    make_appointment(official=nobody, institution=public)
    make_appointment(official=official, institution=hidden)
    delegation = make_delegation(event=event, institution=hidden)
    make_delegation(event=event, parent=delegation)
    make_meeting(requested_by=delegation, counterpart=make_delegation(event=event), status="held")
    for each in (event, secret):
        side = make_delegation(event=each, institution=public)
        make_member(delegation=side, official=official, institution=hidden, on_behalf_of=nobody)
        make_member(delegation=side, official=nobody, institution=public)
        make_speaker(
            session=make_session(event=each, title_en="Address"),
            official=official,
            institution=public,
        )

    for address in (
        "/institutions/",
        "/officials/",
        page_of(event),
        public.get_absolute_url(),
        official.get_absolute_url(),
    ):
        assertNotContains(client.get(address), "Marker")


@pytest.mark.django_db
@pytest.mark.parametrize(
    ("of_delegation", "of_member"),
    [
        ({"status": "declined"}, {}),
        ({"status": "cancelled"}, {}),
        ({}, {"is_listed": False}),
        ({}, {"accreditation": "rejected"}),
        ({}, {"accreditation": "withdrawn"}),
    ],
    ids=["declined", "cancelled", "unlisted", "rejected", "withdrawn"],
)
def test_who_does_not_come_or_is_not_listed_is_nowhere(client, of_delegation, of_member):
    event = make_event(title_en="Rectors' Forum")
    official, institution = make_official(), make_institution(country="UZ")
    delegation = make_delegation(event=event, stated_size_en="Marker", **of_delegation)
    member = make_member(
        delegation=delegation,
        official=official,
        institution=institution,
        office_en="Marker",
        **of_member,
    )
    DelegationCitation.objects.create(
        member=member, source=make_source(), as_printed="Marker of a member"
    )

    on_event = client.get(page_of(event))
    of_official = read(client.get(official.get_absolute_url()))
    of_institution = read(client.get(institution.get_absolute_url()))

    assertNotContains(on_event, "Marker of a member")
    assertNotContains(on_event, official.slug)
    assert read(on_event).count("Marker") == (0 if of_delegation else 1)
    assert "Rectors' Forum" not in of_official
    assert "Rectors' Forum" not in of_institution


@pytest.mark.django_db
@pytest.mark.parametrize("status", ["requested", "accepted", "scheduled", "declined", "cancelled"])
def test_a_meeting_that_was_not_held_is_nobody_s_business(client, status):
    meeting = make_meeting(status=status, topic_en="Marker")

    assertNotContains(client.get(page_of(meeting.event)), "Marker")


@pytest.mark.django_db
def test_a_meeting_with_a_delegation_that_declined_is_not_shown(client):
    event = make_event()
    host, declined = make_delegation(event=event), make_delegation(event=event, status="declined")
    make_meeting(requested_by=host, counterpart=declined, status="held", topic_en="Marker")

    assertNotContains(client.get(page_of(event)), "Marker")


@pytest.mark.django_db
def test_what_protocol_notes_for_itself_stays_with_it(client):
    private = dict.fromkeys(("focal_point", "liaison", "arrival", "departure", "notes"), "Marker")
    event, official = make_event(), make_official()
    delegation = make_delegation(event=event, **private)
    other = make_delegation(event=event)
    make_member(delegation=delegation, official=official)
    make_meeting(requested_by=delegation, counterpart=other, status="held", brief="Marker")
    make_contact(
        official=official,
        email="marker@example.org",
        phone="Marker",
        dietary_needs="Marker",
        access_needs="Marker",
        notes="Marker",
    )

    for address in (page_of(event), event.get_absolute_url(), official.get_absolute_url()):
        response = client.get(address)
        assert "marker" not in response.text.lower()


@pytest.mark.django_db
@pytest.mark.parametrize("visibility", ["participants", "internal"])
def test_a_hidden_item_names_no_speaker(client, visibility):
    session = make_session(visibility=visibility, title_en="Marker")
    under = make_session(event=session.event, parent=session, title_en="Marker")
    official, institution = make_official(), make_institution()
    for each in (session, under):
        make_speaker(session=each, official=official, institution=institution)

    of_official = client.get(official.get_absolute_url())
    of_institution = client.get(institution.get_absolute_url())

    assertNotContains(of_official, "Marker")
    assert session.event.title not in read(of_institution)


# Lists.


@pytest.mark.django_db
def test_institutions_are_narrowed_by_kind_and_country(client):
    make_institution(name_en="TalTech", country="EE")
    make_institution(name_en="Ministry", country="EE", kind="ministry")
    make_institution(name_en="AlmaU", country="KZ")

    by_kind = client.get("/institutions/?kind=ministry")
    by_country = client.get("/institutions/?country=EE")
    by_both = client.get("/institutions/?country=KZ&kind=ministry")

    assert names_listed(by_kind) == ["Ministry"]
    assert names_listed(by_country) == ["Ministry", "TalTech"]
    assert names_listed(by_both) == []
    assert "Country: Kazakhstan (1) Kind: ministry (1)" in read(by_both)


@pytest.mark.django_db
@pytest.mark.parametrize(
    "value",
    ["bogus", "9" * 5000, "-1", "<script>alert(1)</script>", "' OR 1=1 --", "Қ", b"\xff\xed", "🖋"],
    ids=["unknown", "huge", "negative", "script", "quotes", "letter", "broken bytes", "emoji"],
)
def test_wrong_choices_are_shown_and_leave_all(client, value):
    make_institution()

    response = client.get("/institutions/", {"kind": value, "country": value})

    assert len(response.context["institution_list"]) == 1
    chosen = [(each.label, each.is_known) for each in response.context["filters"].chosen]
    assert chosen == [("Country", False), ("Kind", False)]
    assertContains(response, 'class="unknown"', count=2)
    assertContains(response, "(no such choice)", count=2)
    assert "<script>alert" not in response.text


@pytest.mark.django_db
@pytest.mark.parametrize("address", ["/institutions/", "/officials/"])
def test_a_page_that_does_not_exist_is_not_found(client, address):
    for page in ("0", "2", "-1", "x", "9" * 5000):
        assert client.get(address, {"page": page}).status_code == 404


@pytest.mark.django_db
def test_a_country_of_hidden_institutions_only_is_not_offered(client):
    make_institution(country="UZ", is_published=False)
    make_institution(country="KZ")

    response = client.get("/institutions/")

    assertContains(response, '<a href="?country=KZ" rel="nofollow"><span>Kazakhstan</span>')
    assertNotContains(response, "Uzbekistan")


@pytest.mark.django_db
def test_a_long_list_is_cut_into_pages(client):
    for number in range(101):
        make_institution(name_en=f"University {number:03}")
        make_official(name_en=f"Official {number:03}")

    assert names_listed(client.get("/institutions/?page=2")) == ["University 100"]
    assert names_listed(client.get("/officials/?page=2")) == ["Official 100"]


# Languages.


@pytest.mark.django_db
def test_names_are_in_the_reader_s_language_or_marked_with_their_own(client):
    institution = make_institution(name_en="AlmaU", name_kk="Алматы университеті")
    member = make_member(institution=institution, office_en="", office_ru="Ректор")
    address = page_of(member.delegation.event)

    kazakh = client.get(f"/kk{address}")
    estonian = client.get(f"/et{address}")

    assertContains(kazakh, "Алматы университеті</a>")
    office = '<span class="person-office"><span class="fallback" lang="ru">Ректор</span></span>'
    assertContains(kazakh, office)
    assertContains(kazakh, "Эстония")
    assertContains(estonian, '<span class="fallback" lang="en">AlmaU</span></a>')
    assertContains(estonian, "Eesti")


@pytest.mark.django_db
def test_a_name_in_another_script_is_marked_with_its_language(client):
    official = make_official()
    OfficialName.objects.create(official=official, text="نۇربەك", language="kk-Arab")

    response = client.get(official.get_absolute_url())

    assertContains(response, 'lang="kk-Arab"')
    assertContains(response, "Kazakh (Arabic)")


# A page costs the same for one row and for three.


@pytest.mark.django_db
@pytest.mark.parametrize("number", [1, 3], ids=["one row", "three rows"])
@pytest.mark.parametrize(
    ("address", "queries"),
    [
        ("/institutions/", 4),
        ("/institutions/?kind=university&country=EE", 4),
        ("/officials/", 5),
        ("/officials/?country=EE&institution=taltech", 6),
        ("/events/forum/delegations/", 9),
        ("/institutions/taltech/", 16),
        ("/officials/nurbek/", 15),
    ],
    ids=[
        "institutions",
        "filtered",
        "officials",
        "filtered officials",
        "of an event",
        "institution",
        "official",
    ],
)
def test_a_page_costs_the_same_for_any_number(
    client, django_assert_num_queries, address, queries, number
):
    event, institution = make_event(slug="forum"), make_institution(slug="taltech")
    official = make_official(slug="nurbek")
    for _ in range(number):
        add_everything(institution, official, event)

    with django_assert_num_queries(queries):
        response = client.get(address)

    assert response.status_code == 200

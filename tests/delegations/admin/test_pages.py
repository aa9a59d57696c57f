from html import unescape

import pytest
from django.contrib.auth import get_user_model
from django.contrib.auth.models import Permission
from django.db import connection
from django.test.utils import CaptureQueriesContext
from pytest_django.asserts import assertContains, assertNotContains

from delegations.models import (
    Appointment,
    Delegation,
    DelegationCitation,
    Institution,
    InstitutionName,
    Meeting,
    Member,
    OfficeRank,
    Official,
    OfficialContact,
    OfficialName,
    Speaker,
)
from tests.admin_forms import add_row, admin_url, errors_of, form_data, open_form, submit
from tests.factories import (
    MAY_1,
    make_appointment,
    make_contact,
    make_delegation,
    make_event,
    make_institution,
    make_meeting,
    make_member,
    make_official,
    make_rank,
    make_session,
    make_source,
    make_speaker,
)
from tests.history import last_author

ADD = "/admin/delegations/delegation/add/"


def add_member(data, **values) -> dict:
    defaults = {"function": "member", "accreditation": "approved", "is_listed": "on"}
    return add_row(data, "members", **defaults | values)


# Recording.


def test_a_delegation_is_recorded_with_its_members_in_one_form(staff_client):
    event, rector, rank = make_event(), make_official(), make_rank()
    data = form_data(open_form(staff_client, ADD)) | {"event": event.pk, "country": "EE"}
    data = add_member(data, official=rector.pk, office_et="rektor", function="head", rank=rank.pk)
    data = add_member(data, office_en="Interpreter", function="interpreter", position=7)
    data = add_member(data, name_as_printed="A. Tamm")

    response = staff_client.post(ADD, data)

    assert response.status_code == 302
    head, interpreter, printed = Delegation.objects.get(country="EE").members.order_by("pk")
    assert (head.official, head.office_et, head.rank) == (rector, "rektor", rank)
    assert (interpreter.office_en, interpreter.position) == ("Interpreter", 7)
    assert (printed.name_as_printed, printed.position) == ("A. Tamm", None)


def test_a_member_known_by_the_office_held_is_filled_in(staff_client):
    held = make_appointment(institution=make_institution(), office_kk="Ректор", rank=make_rank())
    data = form_data(open_form(staff_client, ADD)) | {"event": make_event().pk, "country": "KZ"}

    response = staff_client.post(ADD, add_member(data, appointment=held.pk))

    member = Member.objects.get()
    assert response.status_code == 302
    assert (member.official, member.institution) == (held.official, held.institution)
    assert (member.office_en, member.office_kk, member.rank) == ("Rector", "Ректор", held.rank)


def test_what_staff_typed_beside_the_office_held_stays(staff_client):
    held = make_appointment(institution=make_institution(), rank=make_rank())
    data = form_data(open_form(staff_client, ADD)) | {"event": make_event().pk, "country": "KZ"}

    staff_client.post(ADD, add_member(data, appointment=held.pk, office_en="Acting Rector"))

    assert Member.objects.get().office_en == "Acting Rector"


def test_a_member_without_a_name_is_refused_and_the_others_are_not_lost(staff_client):
    data = form_data(open_form(staff_client, ADD)) | {"event": make_event().pk, "country": "KZ"}
    data = add_member(data, name_as_printed="A. Tamm")
    data = add_member(data, function="head")

    response = staff_client.post(ADD, data)

    said = "Say who it is: an official, an institution, an office or a printed name."
    assert said in unescape(errors_of(response))
    assert form_data(response)["members-0-name_as_printed"] == "A. Tamm"
    assert form_data(response)["members-1-function"] == "head"
    assert not Delegation.objects.exists()


def test_a_part_of_a_delegation_at_another_event_is_refused(staff_client):
    delegation = make_delegation()

    response = submit(staff_client, admin_url(delegation, "change"), parent=make_delegation().pk)

    assert list(response.context["adminform"].form.errors) == ["parent"]


def test_only_delegations_at_the_same_event_are_offered_as_the_whole(staff_client):
    event = make_event()
    delegation = make_delegation(event=event, name_en="The part")
    make_delegation(event=event, name_en="The whole")
    make_delegation(name_en="Elsewhere")

    response = staff_client.get(admin_url(delegation, "change"))

    assertContains(response, "The whole</option>")
    assertNotContains(response, "The part</option>")
    assertNotContains(response, "Elsewhere")


def test_saving_the_form_unchanged_changes_nothing(staff_client):
    held = make_appointment()
    member = make_member(official=held.official, appointment=held)
    before = list(Delegation.objects.values()), list(Member.objects.values())

    response = submit(staff_client, admin_url(member.delegation, "change"))

    assert response.status_code == 302
    after = list(Delegation.objects.values()), list(Member.objects.values())
    assert after == before


def test_an_official_is_recorded_with_offices_names_and_contact_in_one_form(staff_client):
    url = "/admin/delegations/official/add/"
    data = form_data(open_form(staff_client, url)) | {"name_kk": "Саясат Нұрбек"}
    data = add_row(
        data,
        "appointments",
        office_kk="Министр",
        capacity="substantive",
        starts_on=MAY_1,
        starts_on_precision="year",
        ends_on_precision="day",
    )
    data = add_row(data, "names", text="Nurbek", language="en", kind="transliteration")
    data = add_row(data, "contact", phone="+7 700")

    response = staff_client.post(url, data)

    official = Official.objects.get()
    assert response.status_code == 302
    assert official.appointments.get().starts_on.isoformat() == "2030-01-01"
    assert official.names.get().text == "Nurbek"
    assert official.contact.phone == "+7 700"


def test_a_meeting_is_recorded_with_its_attendees(staff_client):
    event = make_event()
    member = make_member(delegation=make_delegation(event=event))
    other = make_delegation(event=event)

    response = submit(
        staff_client,
        "/admin/delegations/meeting/add/",
        requested_by=member.delegation.pk,
        counterpart=other.pk,
        attendees=[member.pk],
    )

    assert response.status_code == 302
    assert list(Meeting.objects.get().attendees.all()) == [member]


def test_a_second_delegation_follows_at_the_same_event(staff_client):
    event = make_event()

    response = submit(
        staff_client, ADD, event=event.pk, country="EE", _addanother="Save and add another"
    )

    assert form_data(open_form(staff_client, response.url))["event"] == str(event.pk)


@pytest.mark.parametrize("key", ["99999", "x", "9" * 40], ids=["gone", "a word", "huge"])
def test_an_institution_that_does_not_exist_is_refused(staff_client, key):
    data = form_data(open_form(staff_client, ADD)) | {"event": make_event().pk, "institution": key}

    response = staff_client.post(ADD, add_member(data, official=key))

    assert errors_of(response).count("Select a valid choice.") == 2


# Finding.


@pytest.fixture
def nurbek():
    official = make_official(
        name_en="Sayasat Nurbek", name_ru="Саясат Нурбек", name_kk="Саясат Нұрбек"
    )
    OfficialName.objects.create(official=official, text="Веинталь / Veinthal, S.", language="ru")
    OfficialName.objects.create(official=official, text="نۇربەك", language="kk-Arab")
    make_official(name_en="Somebody Else")
    return official


SPELLINGS = [
    "Нурбек",
    "нурбек",
    "НУРБЕК",
    "Нұрбек",
    "НҰРБЕК",
    "нұрбек",
    "nurbek",
    "NURBEK",
    "Veinthal",
    "VEINTHAL",
    "веинталь",
    "نۇربەك",
    "саясат нурбек",
]


def found(client, term, model, field) -> list[str]:
    query = {"term": term, "app_label": "delegations", "model_name": model, "field_name": field}
    answer = client.get("/admin/autocomplete/", query)
    return [each["id"] for each in answer.json()["results"]]


@pytest.mark.parametrize("term", SPELLINGS)
def test_an_official_is_found_once_by_any_spelling(staff_client, nurbek, term):
    held = make_appointment(official=nurbek)
    member = make_member(official=nurbek)

    assert found(staff_client, term, "member", "official") == [str(nurbek.pk)]
    assert found(staff_client, term, "member", "appointment") == [str(held.pk)]
    assert found(staff_client, term, "meeting", "attendees") == [str(member.pk)]


@pytest.mark.parametrize("term", ["taltech", "ТАЛТЕХ", "ttü", "TTÜ", "TTU.EE", "0443cwa12"])
def test_an_institution_is_found_by_any_spelling(staff_client, term):
    institution = make_institution(
        name_en="Tallinn University of Technology",
        short_name_en="TalTech",
        name_ru="Талтех",
        domains="ttu.ee",
        ror_id="0443cwa12",
    )
    InstitutionName.objects.create(institution=institution, text="TTÜ", kind="former")
    make_institution(name_en="Tartu")

    assert found(staff_client, term, "member", "institution") == [str(institution.pk)]


@pytest.mark.parametrize("term", ["%", "_", "\\", "(", "[a-z", "x" * 5000, "\U0001f58b"])
def test_odd_searches_find_nothing(staff_client, nurbek, term):
    assert found(staff_client, term, "member", "official") == []


def test_a_search_with_a_null_character_is_a_bad_request(staff_client):
    response = staff_client.get(
        "/admin/autocomplete/?app_label=delegations&model_name=member&field_name=official&term=%00"
    )

    assert response.status_code == 400


def test_visitors_find_nobody(client, db):
    query = {"app_label": "delegations", "model_name": "member", "field_name": "official"}

    assert client.get("/admin/autocomplete/", query).status_code in (302, 403)


# A page costs the same for one row and for three.


def everybody() -> dict:
    official, institution, rank = make_official(), make_institution(), make_rank()
    return {
        "official": official,
        "institution": institution,
        "rank": rank,
        "on_behalf_of": make_official(),
        "appointment": make_appointment(official=official, institution=institution, rank=rank),
    }


def cite(**subject):
    DelegationCitation.objects.create(source=make_source(), **subject)


def cost(client, url) -> int:
    with CaptureQueriesContext(connection) as queries:
        assert client.get(url).status_code == 200
    return len(queries)


def record_all():
    """One more record of every kind, with all its relations."""
    event = make_event()
    delegation = make_delegation(event=event, institution=make_institution())
    other = make_delegation(event=event, institution=make_institution())
    make_meeting(requested_by=delegation, counterpart=other)
    make_member(delegation=delegation, **everybody())
    make_speaker(session=make_session(event=event), **everybody())
    cite(delegation=delegation)


@pytest.mark.parametrize(
    "model",
    [
        Appointment,
        Delegation,
        DelegationCitation,
        Institution,
        Meeting,
        Member,
        OfficeRank,
        Official,
        Speaker,
    ],
    ids=lambda model: model.__name__,
)
def test_a_list_costs_the_same_for_any_number(staff_client, model):
    record_all()
    url = admin_url(model, "changelist")
    staff_client.get(url)  # What is asked for once only, such as content types, is asked now.
    one = cost(staff_client, url)
    record_all()
    record_all()

    assert cost(staff_client, url) == one


def fill_delegation(delegation):
    make_member(delegation=delegation, **everybody())
    cite(delegation=delegation)


def fill_official(official):
    make_appointment(official=official, institution=make_institution(), rank=make_rank())
    OfficialName.objects.create(official=official, text="Nurbek", source=make_source())
    cite(official=official)


def fill_institution(institution):
    InstitutionName.objects.create(institution=institution, text="TTÜ", source=make_source())
    cite(institution=institution)


FORMS = {
    "delegation": (make_delegation, fill_delegation),
    "official": (make_official, fill_official),
    "institution": (make_institution, fill_institution),
    "institution's successors": (
        make_institution,
        lambda institution: institution.successors.add(make_institution()),
    ),
    "programme item": (make_session, lambda session: make_speaker(session=session, **everybody())),
    "member": (make_member, lambda member: cite(member=member)),
    "speaker": (make_speaker, lambda speaker: cite(speaker=speaker)),
    "meeting": (
        make_meeting,
        lambda meeting: meeting.attendees.add(
            make_member(delegation=meeting.requested_by, **everybody())
        ),
    ),
}


@pytest.mark.parametrize(("make", "fill"), FORMS.values(), ids=FORMS)
def test_a_form_costs_the_same_for_any_number_of_rows(staff_client, make, fill):
    record = make()
    fill(record)
    url = admin_url(record, "change")
    staff_client.get(url)
    one = cost(staff_client, url)
    fill(record)
    fill(record)

    assert cost(staff_client, url) == one


AUTOCOMPLETES = {
    "officials": ("member", "official"),
    "institutions": ("member", "institution"),
    "offices held": ("member", "appointment"),
    "ranks": ("member", "rank"),
    "delegations": ("member", "delegation"),
    "members": ("meeting", "attendees"),
    "programme items": ("speaker", "session"),
}


@pytest.mark.parametrize(("model", "field"), AUTOCOMPLETES.values(), ids=AUTOCOMPLETES)
def test_an_autocomplete_costs_the_same_for_any_number(staff_client, model, field):
    record_all()
    url = f"/admin/autocomplete/?term=&app_label=delegations&model_name={model}&field_name={field}"
    staff_client.get(url)
    one = cost(staff_client, url)
    record_all()
    record_all()

    assert cost(staff_client, url) == one


def test_the_newest_event_s_delegations_come_first(staff_client):
    old = make_delegation(event=make_event(starts_on=MAY_1.replace(year=2020), ends_on=None))
    new = make_delegation(event=make_event())

    response = staff_client.get(admin_url(Delegation, "changelist"))

    assert list(response.context["cl"].result_list) == [new, old]


# Who may see what.


@pytest.fixture
def colleague_client(client, db):
    """Staff who may do everything but see private contacts."""
    colleague = get_user_model().objects.create_user("colleague", is_staff=True)
    colleague.user_permissions.set(
        Permission.objects.exclude(content_type__model__endswith="officialcontact")
    )
    client.force_login(colleague)
    return client


def test_a_contact_is_seen_by_protocol_staff(staff_client):
    contact = make_contact(phone="Marker")

    assertContains(staff_client.get(admin_url(contact.official, "change")), "Marker")


def test_a_contact_is_not_seen_without_the_permission(colleague_client):
    contact = make_contact(
        email="marker@example.org", phone="Marker", dietary_needs="Marker", notes="Marker"
    )

    for page in ("change", "history", "delete"):
        response = colleague_client.get(admin_url(contact.official, page))
        assertNotContains(response, "Marker", status_code=response.status_code)
        assertNotContains(response, "marker@", status_code=response.status_code)


def test_a_contact_survives_a_save_by_somebody_who_may_not_see_it(colleague_client):
    contact = make_contact(phone="Marker")

    response = submit(
        colleague_client, admin_url(contact.official, "change"), name_en="Another name"
    )

    assert response.status_code == 302
    assert OfficialContact.objects.get().phone == "Marker"


def test_a_contact_is_not_found_by_searching(staff_client):
    make_contact(phone="Marker", email="marker@example.org")

    assert found(staff_client, "Marker", "member", "official") == []


def test_staff_without_any_permission_see_no_record(client, db):
    client.force_login(get_user_model().objects.create_user("guest", is_staff=True))
    member = make_member(official=make_official())

    for record in (member, member.official, member.delegation):
        for page in ("change", "history"):
            assert client.get(admin_url(record, page)).status_code == 403
        assert client.get(admin_url(type(record), "changelist")).status_code == 403


def test_a_public_page_is_linked_only_if_there_is_one(staff_client):
    public, hidden = make_official(), make_official(is_published=False)

    assertContains(staff_client.get(admin_url(public, "change")), public.get_absolute_url())
    assertNotContains(staff_client.get(admin_url(hidden, "change")), hidden.get_absolute_url())


def test_publishing_many_leaves_a_history(staff_client, staff):
    officials = [make_official(is_published=False) for _ in range(2)] + [make_official()]

    response = staff_client.post(
        admin_url(Official, "changelist"),
        {"action": "publish", "_selected_action": [official.pk for official in officials]},
        follow=True,
    )

    assertContains(response, "2 records changed.")
    assert Official.objects.published().count() == 3
    assert last_author(officials[0]) == staff.username

"""People and institutions whom pages cannot name."""

import pytest

from config.desk.missing.names import nameless_institutions, nameless_people
from tests.factories import (
    make_agreement,
    make_delegation,
    make_event,
    make_institution,
    make_member,
    make_official,
    make_party,
    make_session,
    make_signatory,
    make_speaker,
)

pytestmark = pytest.mark.django_db
HIDDEN = {"is_published": False}

DOORS = {
    "sends a delegation": lambda body: make_delegation(institution=body),
    "sends a member": lambda body: make_member(institution=body),
    "second of a member": lambda body: make_member(also_institution=body),
    "sends a speaker": lambda body: make_speaker(institution=body),
    "is a party": lambda body: make_party(institution=body),
    "has a signatory": lambda body: make_signatory(institution=body),
}
UNSEEN = {
    "an unlisted member": lambda body: make_member(institution=body, is_listed=False),
    "a delegation that declined": lambda body: make_delegation(institution=body, status="declined"),
    "an unpublished event": lambda body: make_delegation(
        institution=body, event=make_event(**HIDDEN)
    ),
    "an internal item": lambda body: make_speaker(
        institution=body, session=make_session(visibility="internal")
    ),
    "an unpublished agreement": lambda body: make_party(
        institution=body, agreement=make_agreement(**HIDDEN)
    ),
    "a party named as printed": lambda body: make_party(institution=body, name_as_printed="AlmaU"),
}


@pytest.mark.parametrize("door", DOORS)
def test_an_unpublished_institution_that_is_named_in_public_is_found(door):
    body = make_institution(**HIDDEN)
    DOORS[door](body)
    DOORS[door](make_institution())

    assert [*nameless_institutions()] == [body]


@pytest.mark.parametrize("door", UNSEEN)
def test_one_that_no_page_would_name_is_not(door):
    UNSEEN[door](make_institution(**HIDDEN))

    assert [*nameless_institutions()] == []


def test_those_of_one_event_are_told_apart():
    event = make_event()
    for delegation in (make_delegation(event=event), make_delegation()):
        make_member(
            delegation=delegation,
            official=make_official(**HIDDEN),
            institution=make_institution(**HIDDEN),
        )
    agreement = make_agreement(event=event)
    make_party(agreement=agreement, institution=make_institution(**HIDDEN))
    make_party(institution=make_institution(**HIDDEN))

    assert (nameless_people().count(), nameless_institutions().count()) == (2, 4)
    assert nameless_people(event).count() == 1
    assert nameless_institutions(event).count() == 2


def test_those_of_an_event_are_known_before_it_is_published():
    event = make_event(**HIDDEN)
    body = make_institution(**HIDDEN)
    make_delegation(event=event, institution=body)

    assert [*nameless_institutions(event)] == [body]

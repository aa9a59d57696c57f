"""Checks of the documents of an event."""

import datetime as dt

import pytest

from tests.config.desk.readiness.reading import said
from tests.factories import (
    MAY_1,
    MAY_2,
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


@pytest.fixture
def event():
    return make_event()


def bilateral(event, **fields):
    """A document that two sides sign, whoever that is."""
    defaults = {"title_en": "Plan", "stage": "agreed"}
    agreement = make_agreement(event=event, **defaults | fields)
    for name in ("First", "Second"):
        party = make_party(agreement=agreement, name_as_printed=name)
        make_signatory(agreement=agreement, party=party)
    return agreement


def test_a_document_that_two_sides_sign_is_ready(event):
    bilateral(event)

    assert said(event) == {}


def test_a_document_with_one_party_is_found_also_if_nobody_signs_it(event):
    for mode in ("signed", "adopted"):
        agreement = make_agreement(event=event, title_en=mode, mode=mode)
        party = make_party(agreement=agreement)
        make_signatory(agreement=agreement, party=party)
    make_agreement(event=event, stage="abandoned")

    assert said(event) == {
        "one-party": [
            f"“{mode}”: Fewer than two parties are on record." for mode in ("signed", "adopted")
        ]
    }


def test_a_party_for_which_nobody_signs_is_found_unless_nobody_is_to_sign(event):
    agreement = bilateral(event)
    agreement.signatories.last().delete()

    assert said(event) == {"signers-missing": ["“Plan”: No one signs for Second."]}
    agreement.mode = "adopted"
    agreement.save()
    assert said(event) == {}


def test_a_signatory_of_a_treaty_without_authority_is_found_until_it_is_concluded(event):
    agreement = bilateral(event, instrument="treaty")
    agreement.signatories.filter(party__name_as_printed="First").update(authority="office")

    [text] = said(event)["no-authority"]
    assert text.startswith("“Plan”: By what right Rector signs is not on record")
    agreement.stage = "concluded"
    agreement.save()
    assert said(event) == {}


def test_a_signatory_who_is_in_no_delegation_is_found(event):
    agreement = bilateral(event)
    people = [make_official(name_en=name) for name in ("Ana", "Juhan")]
    for signatory, official in zip(agreement.signatories.all(), people, strict=True):
        signatory.official = official
        signatory.save()
    make_speaker(session=make_session(event=event), official=people[0])

    text = "“Plan”: Juhan, Rector is in no delegation of the event."
    assert said(event) == {"signatory-not-present": [text]}
    delegation = make_delegation(event=event)
    make_member(delegation=delegation, official=people[1], function="head")
    assert said(event, "signatory-not-present") == {}


@pytest.mark.parametrize(
    ("expires_on", "stage", "signed_on", "is_found"),
    [
        ("2030-04-30", "agreed", None, True),
        ("2030-05-01", "agreed", None, False),
        ("2030-04-30", "concluded", None, False),
        ("2030-04-30", "concluded", MAY_1, True),
    ],
    ids=["before the event", "on its first day", "signed we know not when", "signed by one later"],
)
def test_a_document_that_ends_before_it_is_signed_is_found(
    event, expires_on, stage, signed_on, is_found
):
    agreement = bilateral(event, stage=stage, expires_on=dt.date.fromisoformat(expires_on))
    agreement.parties.update(signed_on=signed_on)

    text = "“Plan”: last day: 30 April 2030, signed: 1 May 2030"
    assert said(event) == ({"ends-before-signed": [text]} if is_found else {})


@pytest.mark.parametrize(("closed_on", "is_found"), [(MAY_1, True), (MAY_2, False), (None, False)])
def test_an_institution_that_had_closed_is_found(event, closed_on, is_found):
    agreement = bilateral(event, stage="concluded", concluded_on=MAY_2)
    agreement.parties.filter(name_as_printed="First").update(
        institution=make_institution(name_en="First", closed_on=closed_on)
    )

    text = "“Plan”: First had closed before: 1 May 2030"
    assert said(event) == ({"body-closed": [text]} if is_found else {})

import pytest
from django.core.exceptions import ValidationError
from django.urls import reverse

from delegations.models import Institution, Official
from delegations.services import merge
from tests.factories import (
    make_agreement,
    make_appointment,
    make_commitment,
    make_contact,
    make_institution,
    make_member,
    make_official,
    make_party,
    make_signatory,
    make_speaker,
)

pytestmark = pytest.mark.django_db


def test_merging_two_people_keeps_every_participation():
    keep = make_official(name_en="Renno Veinthal")
    duplicate = make_official(name_en="Raivo Vjenthal")
    member, speaker = make_member(official=duplicate), make_speaker(on_behalf_of=duplicate)
    signatory, office = make_signatory(official=duplicate), make_appointment(official=duplicate)

    merge(keep=keep, duplicate=duplicate)

    for row in (member, speaker, signatory, office):
        row.refresh_from_db()
    assert (member.official, speaker.on_behalf_of) == (keep, keep)
    assert (signatory.official, office.official) == (keep, keep)
    assert list(Official.objects.all()) == [keep]


def test_the_name_of_a_merged_person_stays_as_another_spelling():
    keep = make_official(name_en="Renno Veinthal", name_ru="Ренно Вейнталь")
    duplicate = make_official(name_en="Raivo Vjenthal", name_ru="Ренно Вейнталь")

    merge(keep=keep, duplicate=duplicate)

    assert [(name.text, name.language) for name in keep.names.all()] == [("Raivo Vjenthal", "en")]


def test_a_merged_record_takes_over_only_what_it_lacks():
    keep = make_official(name_en="A", orcid="", biography_en="Kept")
    duplicate = make_official(name_en="A", orcid="0000-0002-1825-0097", biography_en="Lost")

    merge(keep=keep, duplicate=duplicate)

    keep.refresh_from_db()
    assert (keep.orcid, keep.biography_en) == ("0000-0002-1825-0097", "Kept")


def test_the_address_of_a_merged_record_leads_on(client):
    keep, duplicate = make_institution(slug="taltech"), make_institution(slug="ttu")

    merge(keep=keep, duplicate=duplicate)

    answer = client.get("/institutions/ttu/")
    assert (answer.status_code, answer.url) == (301, "/institutions/taltech/")


def test_merging_institutions_moves_parties_units_and_promises():
    keep, duplicate = make_institution(), make_institution()
    party = make_party(agreement=make_agreement(), institution=duplicate)
    unit = make_institution(parent=duplicate)
    promise = make_commitment()
    promise.responsible.add(duplicate)

    merge(keep=keep, duplicate=duplicate)

    party.refresh_from_db()
    unit.refresh_from_db()
    assert (party.institution, unit.parent) == (keep, keep)
    assert list(promise.responsible.all()) == [keep]


def test_an_institution_merged_with_its_own_parent_has_none():
    duplicate = make_institution()
    keep = make_institution(parent=duplicate)

    merge(keep=keep, duplicate=duplicate)

    keep.refresh_from_db()
    assert keep.parent is None


def test_two_private_contacts_are_never_thrown_together():
    keep = make_contact(phone="1").official
    duplicate = make_contact(phone="2").official
    member = make_member(official=duplicate)

    with pytest.raises(ValidationError, match="private contact"):
        merge(keep=keep, duplicate=duplicate)

    member.refresh_from_db()
    assert member.official == duplicate


def test_a_record_is_not_merged_with_itself():
    official = make_official()

    with pytest.raises(ValidationError, match="itself"):
        merge(keep=official, duplicate=official)


def test_staff_choose_which_record_stays(staff_client):
    keep, duplicate = make_institution(name_en="TalTech"), make_institution(name_en="TTU")
    chosen = {"action": "merge_records", "_selected_action": [keep.pk, duplicate.pk]}
    url = reverse("admin:delegations_institution_changelist")

    asked = staff_client.post(url, chosen)
    done = staff_client.post(url, chosen | {"keep": keep.pk}, follow=True)

    assert "Which record shall stay?" in asked.text
    assert "TTU is now TalTech." in done.text
    assert list(Institution.objects.all()) == [keep]


def test_staff_are_asked_for_two_records_to_merge(staff_client):
    chosen = {"action": "merge_records", "_selected_action": [make_institution().pk]}

    answer = staff_client.post(
        reverse("admin:delegations_institution_changelist"), chosen, follow=True
    )

    assert "Select two or more records." in answer.text


def test_a_name_that_the_merged_record_takes_over_is_no_other_spelling():
    keep, duplicate = make_institution(name_en="A"), make_institution(name_en="A", name_ru="А")

    merge(keep=keep, duplicate=duplicate)

    keep.refresh_from_db()
    assert keep.name_ru == "А"
    assert not keep.names.exists()

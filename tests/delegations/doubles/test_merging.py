import datetime as dt

import pytest
from django.contrib.auth.models import Permission
from django.core.exceptions import ValidationError

from delegations.accreditation.services import act_on
from delegations.choices import Accreditation, AccreditationAct
from delegations.doubles.merging import merge, preview
from delegations.models import Institution, Member, Official
from forum.choices import DatePrecision
from forum.history.differences import history_of
from forum.review.submissions import mark_ready
from tests.factories import (
    make_agreement,
    make_appointment,
    make_commitment,
    make_contact,
    make_delegation,
    make_further_kind,
    make_institution,
    make_member,
    make_official,
    make_party,
    make_session,
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


def test_a_date_is_taken_over_with_its_precision():
    keep = make_institution()
    duplicate = make_institution(
        founded_on=dt.date(1918, 1, 1), founded_on_precision=DatePrecision.YEAR
    )

    merge(keep=keep, duplicate=duplicate)

    keep.refresh_from_db()
    assert (keep.founded_on, keep.founded_on_precision) == (dt.date(1918, 1, 1), "year")


def test_short_names_domains_and_what_it_belongs_to_are_kept():
    whole, successor = make_institution(), make_institution()
    keep = make_institution(short_name_en="TTU", domains="ttu.ee", website="https://ttu.ee")
    duplicate = make_institution(
        short_name_en="TalTech", domains="taltech.ee", website="https://old.ee/x", parent=whole
    )
    duplicate.successors.add(successor)

    merge(keep=keep, duplicate=duplicate)

    keep.refresh_from_db()
    assert keep.domains == "ttu.ee taltech.ee old.ee"
    assert keep.parent == whole
    assert list(keep.successors.all()) == [successor]
    assert keep.names.get(text="TalTech").kind == "acronym"


@pytest.mark.parametrize(
    ("field", "one", "other"),
    [("wikidata_id", "Q1", "Q2"), ("ror_id", "0443cwa12", "03z77qz90")],
)
def test_two_identifiers_of_one_kind_stop_it(field, one, other):
    keep, duplicate = make_institution(**{field: one}), make_institution(**{field: other})

    with pytest.raises(ValidationError, match="two different identifiers"):
        merge(keep=keep, duplicate=duplicate)

    assert Institution.objects.count() == 2


def test_no_two_institutions_become_each_others_parent():
    keep, duplicate = make_institution(), make_institution()
    unit = make_institution(parent=duplicate)
    Institution.objects.filter(pk=keep.pk).update(parent=unit)

    with pytest.raises(ValidationError, match="belong to itself"):
        merge(keep=keep, duplicate=duplicate)

    unit.refresh_from_db()
    assert unit.parent == duplicate


def test_nobody_becomes_their_own_successor():
    keep, between, duplicate = make_institution(), make_institution(), make_institution()
    keep.successors.add(between)
    between.successors.add(duplicate)

    with pytest.raises(ValidationError, match="its own successor"):
        merge(keep=keep, duplicate=duplicate)


def test_where_both_were_members_one_membership_stays_with_what_both_said():
    delegation = make_delegation()
    keep, duplicate = make_official(), make_official()
    stays = make_member(delegation=delegation, official=keep, office_en="")
    make_member(delegation=delegation, official=duplicate, office_en="Rector", function="head")

    merged = merge(keep=keep, duplicate=duplicate)

    assert list(Member.objects.all()) == [stays]
    stays.refresh_from_db()
    assert (stays.office_en, stays.function) == ("Rector", "member")
    assert [number for _label, number in merged.joined_lines] == [1]
    assert merged.lost == [("Function", "head")]


def test_a_badge_goes_along_with_what_was_decided():
    delegation = make_delegation()
    stays, goes = (make_member(delegation=delegation, official=make_official()) for _ in range(2))
    act_on(goes, AccreditationAct.APPROVED, by=None)

    merge(keep=stays.official, duplicate=goes.official)

    stays.refresh_from_db()
    assert stays.accreditation == Accreditation.APPROVED
    assert stays.badges.get().revoked_at is None


def test_of_two_badges_that_of_the_one_who_stays_opens_doors():
    delegation = make_delegation()
    stays, goes = (make_member(delegation=delegation, official=make_official()) for _ in range(2))
    for member in (stays, goes):
        act_on(member, AccreditationAct.APPROVED, by=None)
    badge = stays.badges.get()

    merge(keep=stays.official, duplicate=goes.official)

    assert stays.badges.count() == 2
    assert stays.badges.get(revoked_at=None) == badge


def test_who_stood_in_for_a_double_stood_in_for_nobody():
    keep, duplicate = make_official(), make_official()
    member = make_member(official=keep, on_behalf_of=duplicate)

    merge(keep=keep, duplicate=duplicate)

    member.refresh_from_db()
    assert (member.official, member.on_behalf_of) == (keep, None)


def test_what_was_published_keeps_a_public_address(client):
    keep = make_institution(slug="draft", is_published=False)
    duplicate = make_institution(slug="public")

    merge(keep=keep, duplicate=duplicate)

    assert client.get("/institutions/public/", follow=True).status_code == 200


def test_a_merge_publishes_only_for_who_may_publish(django_user_model):
    keep, duplicate = make_official(is_published=False), make_official()
    officer = _staff_with(django_user_model, "merge")

    for act in (merge, preview):
        with pytest.raises(ValidationError) as refused:
            act(keep=keep, duplicate=duplicate, by=officer)
        assert refused.value.code == "publishes"

    merge(keep=duplicate, duplicate=keep, by=officer)
    duplicate.refresh_from_db()
    assert duplicate.is_published


def test_what_a_merge_publishes_was_reviewed_by_somebody_else(django_user_model, settings):
    settings.REVIEW_BEFORE_PUBLICATION = True
    keep, duplicate = make_institution(is_published=False), make_institution()
    publisher = _staff_with(django_user_model, "merge", "publish")
    mark_ready([keep], by=publisher)
    with pytest.raises(ValidationError) as refused:
        merge(keep=keep, duplicate=duplicate, by=publisher)
    assert refused.value.code == "unreviewed"

    mark_ready([keep], by=_staff_with(django_user_model))
    merge(keep=keep, duplicate=duplicate, by=publisher)

    keep.refresh_from_db()
    assert keep.is_published


def _staff_with(users, *codenames):
    user = users.objects.create_user("-".join(["staff", *codenames]), is_staff=True)
    user.user_permissions.set(Permission.objects.filter(codename__in=codenames))
    return user


def test_the_merged_record_is_valid_and_the_reason_kept():
    keep, duplicate = make_institution(), make_institution()

    merge(keep=keep, duplicate=duplicate, reason="The same statutes.")

    keep.refresh_from_db()
    keep.full_clean()
    (entry,) = history_of(("delegations.institution", keep.pk))
    assert entry.sentence.endswith("The same statutes.")


def test_a_preview_says_what_would_change_and_changes_nothing():
    keep, duplicate = make_official(), make_official(orcid="0000-0002-1825-0097")
    make_member(official=duplicate)

    merged = preview(keep=keep, duplicate=duplicate)

    assert merged.taken == [("ORCID", "0000-0002-1825-0097")]
    assert merged.lines == [("Members", 1)]
    assert Official.objects.count() == 2


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


def test_a_name_that_the_merged_record_takes_over_is_no_other_spelling():
    keep, duplicate = make_institution(name_en="A"), make_institution(name_en="A", name_ru="А")

    merge(keep=keep, duplicate=duplicate)

    keep.refresh_from_db()
    assert keep.name_ru == "А"
    assert not keep.names.exists()


def test_what_two_rows_say_differently_is_told_and_the_kept_one_wins():
    session, keep = make_session(), make_official()
    stays = make_speaker(session=session, official=keep)
    other = make_official()
    make_speaker(session=session, official=other, status="absent", on_behalf_of=keep)

    merged = merge(keep=keep, duplicate=other)

    stays.refresh_from_db()
    assert (stays.status, stays.on_behalf_of) == ("confirmed", None)
    assert ("Status", "absent") in merged.lost


def test_all_kinds_of_both_institutions_are_kept_and_none_twice():
    keep, duplicate = make_institution(kind="university"), make_institution(kind="foundation")
    make_further_kind(institution=duplicate, kind="university")

    merge(keep=keep, duplicate=duplicate)

    assert [each.kind for each in keep.further_kinds.all()] == ["foundation"]
    for each in keep.further_kinds.all():
        each.full_clean()


def test_two_parties_of_one_agreement_are_never_one():
    agreement = make_agreement(title_en="Memorandum")
    keep, duplicate = make_institution(), make_institution()
    for body in (keep, duplicate):
        make_party(agreement=agreement, institution=body)

    with pytest.raises(ValidationError, match="Both stand in “Memorandum”"):
        merge(keep=keep, duplicate=duplicate)


def test_what_the_double_belonged_to_is_kept_where_it_was_the_whole_itself():
    top = make_institution()
    duplicate = make_institution(parent=top)
    keep = make_institution(parent=duplicate)

    merge(keep=keep, duplicate=duplicate)

    keep.refresh_from_db()
    assert keep.parent == top


def test_that_a_day_is_not_known_is_taken_over():
    keep, duplicate = make_official(), make_official(died_on_precision="unknown")

    merge(keep=keep, duplicate=duplicate)

    keep.refresh_from_db()
    assert (keep.died_on, keep.died_on_precision) == (None, "unknown")


def test_a_day_of_a_row_that_joins_another_comes_with_its_precision():
    agreement, keep, other = make_agreement(), make_official(), make_official()
    stays = make_signatory(agreement=agreement, official=keep)
    make_signatory(
        agreement=agreement,
        official=other,
        signed_on=dt.date(2020, 1, 1),
        signed_on_precision=DatePrecision.YEAR,
    )

    merge(keep=keep, duplicate=other)

    stays.refresh_from_db()
    assert (stays.signed_on, stays.signed_on_precision) == (dt.date(2020, 1, 1), "year")


def test_who_was_not_to_be_seen_is_not_seen_after_a_merge():
    delegation, keep, other = make_delegation(), make_official(), make_official()
    stays = make_member(delegation=delegation, official=keep, is_listed=False)
    make_member(delegation=delegation, official=other, is_listed=True)

    merge(keep=keep, duplicate=other)

    stays.refresh_from_db()
    assert not stays.is_listed

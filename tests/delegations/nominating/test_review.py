"""Staff answer to those whom a delegation names: accepted as members, or returned."""

import pytest
from django.contrib.auth.models import Permission
from django.utils import timezone
from reversion.models import Version

from delegations.models import Institution, Member, Official, OfficialContact
from forum.derived import catch_up
from forum.models import Letter
from tests.factories import (
    make_institution,
    make_invitation,
    make_member,
    make_nominee,
    make_official,
    make_staff,
    picture_file,
)
from tests.reading import body

pytestmark = pytest.mark.django_db
REVIEW = "/admin/delegations/delegation/{}/nominees/"


@pytest.fixture
def invitation():
    return make_invitation(email="contact@example.org", language="en")


def submitted(invitation, **fields):
    said = {"state": "submitted", "submitted_at": timezone.now()} | fields
    return make_nominee(invitation=invitation, **said)


def review(client, invitation, **answers):
    """Answer as the page asks: of each nominee by its fields."""
    url = REVIEW.format(invitation.delegation_id)
    invitation.refresh_from_db()
    return client.post(url, {"seen": invitation.changed_at.isoformat()} | answers, follow=True)


def said_of(nominee, act, **more):
    return {f"n{nominee.pk}-{name}": value for name, value in ({"act": act} | more).items()}


def test_a_new_institution_is_recorded_once_for_all_of_a_delegation(admin_client, invitation):
    people = [submitted(invitation, institution="Sample University") for _ in range(3)]
    accept = {"act": "accept", "official": "new", "institution": "new"}

    for later in (people[1:], []):
        waiting = [each for each in people if each not in later]
        review(
            admin_client,
            invitation,
            **{name: text for each in later for name, text in said_of(each, "leave").items()},
            **{name: text for each in waiting for name, text in said_of(each, **accept).items()},
        )

    body = Institution.objects.get(name_en="Sample University")
    assert Member.objects.filter(institution=body).count() == 3


def test_an_accepted_nominee_is_a_member_without_typing(admin_client, invitation):
    nominee = submitted(
        invitation,
        name="Aigerim Sample",
        original_name="Айгерім Үлгі",
        office="Rector",
        institution="Sample University",
        category="head",
        dietary_needs="vegetarian",
        photo=picture_file("me.png"),
    )
    answer = said_of(nominee, "accept", official="new", institution="new")

    page = review(admin_client, invitation, **answer)

    assert "Accepted: 1. Returned: 0." in body(page)
    member = Member.objects.get()
    official, contact = member.official, OfficialContact.objects.get()
    assert (member.function, member.office_en, member.is_listed) == ("head", "Rector", True)
    assert member.accreditation == "pending"
    assert (official.name_en, official.name_kk) == ("Aigerim Sample", "Айгерім Үлгі")
    assert not official.is_published
    assert official.photo
    assert (contact.official, contact.dietary_needs) == (official, "vegetarian")
    assert (member.institution.name_en, member.institution.country) == ("Sample University", "EE")
    nominee.refresh_from_db()
    assert (nominee.state, nominee.member) == ("accepted", member)
    assert [letter.recipient for letter in Letter.objects.all()] == ["contact@example.org"]
    assert "Aigerim" not in Letter.objects.get().text


def test_somebody_probably_known_is_proposed_and_not_merged_silently(admin_client, invitation):
    known = make_official(name_en="Mari Maasikas")
    catch_up()
    nominee = submitted(invitation, name="Mari Maasikas")

    page = body(admin_client.get(REVIEW.format(invitation.delegation_id)))
    assert f'value="{known.pk}"' in page
    assert "Same name" in page
    review(admin_client, invitation, **said_of(nominee, "leave"))
    assert not Member.objects.exists()

    review(admin_client, invitation, **said_of(nominee, "accept", official=known.pk))

    assert Member.objects.get().official == known
    assert Official.objects.count() == 1


def test_where_two_are_alike_staff_must_say_who_it_is(admin_client, invitation):
    for _each in range(2):
        make_official(name_en="Mari Maasikas")
    catch_up()
    nominee = submitted(invitation, name="Mari Maasikas")

    page = review(admin_client, invitation, **said_of(nominee, "accept"))

    assert "Say whether it is one on record, or new." in body(page)
    assert not Member.objects.exists()


def test_a_changed_member_is_shown_beside_what_is_on_record(admin_client, invitation):
    body_on_record = make_institution(name_en="Sample University")
    member = make_member(
        delegation=invitation.delegation,
        official=make_official(name_en="Mari Maasikas"),
        institution=body_on_record,
        office_en="Dean",
        office_et="Dekaan",
    )
    nominee = submitted(
        invitation, name="Mari Maasikas", office="Rector", member=member, category="head"
    )

    page = body(admin_client.get(REVIEW.format(invitation.delegation_id)))
    assert "On record" in page
    assert "Dean" in page
    review(admin_client, invitation, **said_of(nominee, "accept", official=member.official_id))

    member.refresh_from_db()
    assert (member.office_en, member.office_et, member.function) == ("Rector", "", "head")
    assert Member.objects.count() == 1


def test_a_returned_nominee_needs_a_remark_that_the_delegation_reads(
    client, admin_client, invitation
):
    nominee = submitted(invitation)

    refused = review(admin_client, invitation, **said_of(nominee, "return"))
    assert "Say what they are to mend." in body(refused)
    review(admin_client, invitation, **said_of(nominee, "return", remark="Which office?"))

    nominee.refresh_from_db()
    assert (nominee.state, nominee.remark) == ("returned", "Which office?")
    assert "Which office?" in body(client.get(f"/nominate/{invitation.token}/"))
    letter = Letter.objects.get()
    assert "with a remark" in letter.text
    assert "Which office?" not in letter.text


def test_many_are_answered_at_once_or_none_at_all(admin_client, invitation):
    one, other, third = (submitted(invitation) for _each in range(3))
    answers = {
        **said_of(one, "accept", official="new"),
        **said_of(other, "accept", official="new"),
        **said_of(third, "return"),
    }

    review(admin_client, invitation, **answers)
    assert not Member.objects.exists()

    review(admin_client, invitation, **answers | said_of(third, "return", remark="Who?"))
    assert Member.objects.count() == 2
    assert Letter.objects.count() == 2


def test_all_are_accepted_at_once(admin_client, invitation):
    nominees = [submitted(invitation) for _each in range(3)]
    chosen = {f"n{each.pk}-official": "new" for each in nominees}

    review(admin_client, invitation, accept_all="on", **chosen)

    assert Member.objects.count() == 3
    assert Letter.objects.count() == 1


def test_what_changed_since_staff_looked_is_not_answered(admin_client, invitation):
    nominee = submitted(invitation)
    answer = {"seen": invitation.changed_at.isoformat()} | said_of(
        nominee, "accept", official="new"
    )
    invitation.touch()

    page = admin_client.post(REVIEW.format(invitation.delegation_id), answer)

    assert "changed something meanwhile" in body(page)
    assert not Member.objects.exists()


def test_no_version_keeps_what_is_private_of_a_nominee(admin_client, invitation):
    nominee = submitted(invitation, hotel="secret hotel", arrival="secret flight", name="A B")

    review(admin_client, invitation, **said_of(nominee, "accept", official="new"))

    kept = "".join(Version.objects.values_list("serialized_data", flat=True))
    assert "A B" in kept
    assert "secret" not in kept


@pytest.mark.parametrize(
    "missing", ["view_private_delegation", "change_member", "add_official", "view_unpublished"]
)
def test_without_the_rights_nobody_sees_or_answers(client, invitation, missing):
    nominee = submitted(invitation, name="Secret Name")
    staff = make_staff()
    staff.user_permissions.set(Permission.objects.exclude(codename=missing))
    client.force_login(staff)

    for page in ("nominees", "invitation"):
        url = f"/admin/delegations/delegation/{invitation.delegation_id}/{page}/"
        for answer in (client.get(url), client.post(url, {"act": "show"})):
            assert answer.status_code == 403
            assert "Secret Name" not in body(answer)
    form = client.get(f"/admin/delegations/delegation/{invitation.delegation_id}/change/")
    assert "/nominees/" not in body(form)
    assert nominee.state == "submitted"


def test_an_institution_on_record_is_taken_where_staff_choose_it(admin_client, invitation):
    known = make_institution(name_en="Sample University", country="EE")
    catch_up()
    nominee = submitted(invitation, institution="Sample University")

    review(
        admin_client,
        invitation,
        **said_of(nominee, "accept", official="new", institution=known.pk),
    )

    assert Member.objects.get().institution == known
    assert Institution.objects.count() == 1

"""What a delegation says of its people is seen by few, and goes some time after the event."""

import datetime as dt

import pytest
from django.contrib.auth.models import Permission
from django.core.management import call_command

from delegations.models import Answer, Invitation, Nominee, Official
from delegations.nominating.services import keep_draft, take_off
from forum.models import Letter
from forum.personal.account import account_of
from forum.personal.erasing import erase
from forum.rights import guarded
from forum.uploads.owners import may_open
from tests.factories import (
    make_accepted,
    make_answer,
    make_delegation,
    make_event,
    make_invitation,
    make_letter,
    make_member,
    make_nominee,
    make_official,
    make_staff,
    picture_file,
)

pytestmark = pytest.mark.django_db
LAST = dt.date(2030, 5, 1)
OPEN = {"id", "invitation", "category", "office_language", "consented_on", "state"}
OPEN |= {"submitted_at", "member"}


def test_every_text_about_a_nominee_is_private():
    assert {field.name for field in Nominee._meta.concrete_fields} - OPEN == guarded(Nominee)


def test_all_of_it_goes_after_its_days(settings, django_capture_on_commit_callbacks):
    settings.PRIVATE_DAYS = 90
    event = make_event(slug="forum", starts_on=LAST, ends_on=None)
    invitation = make_invitation(delegation=make_delegation(event=event))
    invitation.quotas.create(category="head", most=1)
    photo = make_nominee(invitation=invitation, photo=picture_file()).photo
    make_answer(nominee=make_accepted(invitation=invitation))
    make_letter(event=event)
    kept = make_nominee()

    for days in (90, 91):
        assert Nominee.objects.filter(invitation=invitation).exists()
        with django_capture_on_commit_callbacks(execute=True):
            call_command("clear_private", on=(LAST + dt.timedelta(days)).isoformat(), verbosity=0)

    assert list(Nominee.objects.all()) == [kept]
    assert list(Invitation.objects.all()) == [kept.invitation]
    assert not Letter.objects.exists()
    assert not Answer.objects.exists()
    assert not photo.storage.exists(photo.name)


@pytest.mark.parametrize("way", ["replaced", "taken off"])
def test_a_photo_goes_with_what_showed_it(way, django_capture_on_commit_callbacks):
    nominee = make_nominee(photo=picture_file())
    first = nominee.photo.name

    with django_capture_on_commit_callbacks(execute=True):
        if way == "replaced":
            nominee.photo = picture_file()
            keep_draft(nominee)
        else:
            take_off(nominee)

    assert not nominee.photo.storage.exists(first)


def test_what_is_held_on_a_person_goes_when_it_is_erased():
    member = make_member(official=make_official())
    make_answer(nominee=make_accepted(member=member))
    other = make_nominee()

    erase(Official, member.official_id, mode="private")

    assert list(Nominee.objects.all()) == [other]
    assert not Answer.objects.exists()


def test_the_account_of_a_person_tells_what_was_answered():
    nominee = make_accepted(member=make_member(official=make_official()))
    answer = make_answer(nominee=nominee, value="By train.")

    sections = account_of(Official, nominee.member.official_id)

    said = {text for section in sections for row in section.rows for _label, text in row}
    assert {"By train.", str(answer.question)} <= said


@pytest.mark.parametrize("may", [True, False])
def test_the_photo_needs_the_right(may):
    nominee = make_nominee(photo=picture_file())
    staff = make_staff()
    rights = Permission.objects.all()
    staff.user_permissions.set(
        rights if may else rights.exclude(codename="view_private_delegation")
    )

    assert may_open(staff, nominee.photo.name) is may

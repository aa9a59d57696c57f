"""The kinds of writes of which none may be done by half: one function each, and what it needs.

A new kind is a function under `@write`, which does it to the records that `prepare()` has made.
"""

import datetime as dt
from collections.abc import Callable

from django.contrib.auth import get_user_model
from django.core.files.uploadedfile import SimpleUploadedFile
from django.core.management import call_command
from django.test import Client
from django.urls import reverse
from reversion.models import Revision

from agreements.models import Agreement
from agreements.services import take_step
from delegations.doubles.merging import merge
from delegations.models import Institution, Official
from forum.derived import DERIVATIONS
from forum.derived.refresh import rebuild
from forum.history.keeping import revision
from forum.history.undoing import undo
from forum.intake.kinds import KINDS, Place
from forum.intake.lists import take_in
from forum.intake.preparing import prepare as prepare_list
from forum.intake.saving import Saving, save
from forum.models import Event, Intake
from tests.factories import (
    make_agreement,
    make_appointment,
    make_commitment,
    make_event,
    make_institution,
    make_member,
    make_official,
    make_party,
    make_speaker,
    make_topic,
)

DAY = dt.date(2031, 11, 1)
WRITES: dict[str, Callable[[], object]] = {}


def write(function):
    WRITES[function.__name__] = function
    return function


def user():
    return get_user_model().objects.get(username="staff")


def browser() -> Client:
    client = Client()
    client.force_login(user())
    return client


def prepare() -> None:
    """All records that the writes need."""
    staff = get_user_model().objects.create_superuser("staff", email="staff@example.org")
    place = Place(staff, "en")
    rows = [["Name", "Country"], *([f"Body{n} Sample{n} House{n}", "EE"] for n in range(12))]
    while not prepare_list(take_in(KINDS["institutions"], place, rows), place, seconds=60):
        pass
    to_sign = make_agreement(slug="to-sign", stage="initialled", concluded_on=None)
    make_party(agreement=to_sign, country="EE")
    make_party(agreement=to_sign, country="KZ")
    keep, duplicate = make_official(slug="keep"), make_official(slug="duplicate")
    for each in (keep, duplicate):
        make_member(official=each)
    make_speaker(on_behalf_of=duplicate)
    make_appointment(official=duplicate)
    with revision(by=staff, comment="to be undone"):
        make_event(title_en="To be undone")
        for number in range(3):
            make_topic(name_en=f"To be undone {number}")
    # One who is told of much: of several, each mail is a write of its own.
    agreement = make_agreement(review_months=None)
    agreement.keepers.set([staff])
    for _number in range(12):
        make_commitment(agreement=agreement, due_on=DAY)
    for number in range(3):
        make_institution(slug=f"unpublished-{number}", is_published=False)
    make_event(slug="with-a-file")


@write
def an_import():
    save(Intake.objects.get(), Saving(Place(user(), "en"), is_published=False))


@write
def a_step():
    agreement = Agreement.objects.get(slug="to-sign")
    take_step(agreement, "signed", by=user(), happened_on=dt.date(2025, 5, 1))


@write
def a_merge():
    keep, duplicate = (Official.objects.get(slug=slug) for slug in ("keep", "duplicate"))
    merge(keep=keep, duplicate=duplicate, by=user())


@write
def an_undoing():
    undo(Revision.objects.get(comment="to be undone"), by=user())


@write
def a_run_of_reminders():
    call_command("send_reminders", on=str(DAY), verbosity=0)


@write
def an_action():
    rows = Institution.objects.filter(slug__startswith="unpublished")
    data = {"action": "publish", "_selected_action": [*rows.values_list("pk", flat=True)]}
    answer = browser().post(reverse("admin:delegations_institution_changelist"), data)
    assert answer.status_code == 302, answer.content


@write
def a_form_with_a_file():
    event = Event.objects.get(slug="with-a-file")
    data = {
        "event": event.pk,
        "kind": "programme",
        "title_en": "Programme",
        "once": "a-token-of-one-form-0123456789",
        "file": SimpleUploadedFile("programme.txt", b"10:00 Opening", "text/plain"),
    }
    answer = browser().post(reverse("admin:forum_attachment_add"), data)
    assert answer.status_code == 302, answer.context["errors"]


@write
def a_rebuilding_of_the_index():
    for name in ("search-official", "periods"):
        rebuild(DERIVATIONS[name])

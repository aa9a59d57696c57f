"""Taking in a list as the pages do, for tests of the kinds."""

from django.contrib.auth import get_user_model

from forum.intake.kinds import KINDS, Place
from forum.intake.lists import place_of, take_in
from forum.intake.preparing import prepare
from forum.intake.saving import Saving, save
from forum.intake.sheets import read_text


def staff():
    users = get_user_model().objects
    return users.filter(username="hurry").first() or users.create_superuser("hurry")


def taken(kind: str, text: str, *, language: str = "en", by=None, **records):
    """A list, read and compared with what is on record, but not saved."""
    kind = KINDS[kind]
    place = Place(by or staff(), language, records)
    rows = read_text(text, keeps_numbers=kind.keeps_numbers, heads=kind.heads).rows
    intake = take_in(kind, place, rows)
    while not prepare(intake, place, seconds=60):
        pass
    return intake


def states_of(intake) -> list[str]:
    return [*intake.rows.values_list("state", flat=True)]


def saved(intake, *, is_published: bool = False, **chosen):
    saving = Saving(place_of(intake, intake.author), is_published, chosen=chosen)
    return save(intake, saving, takes_doubtful=True)

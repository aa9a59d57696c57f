"""Making the archive: its records first, then all that follows from them, once."""

import datetime as dt
from collections.abc import Callable
from functools import partial

from django.conf import settings
from django.db import transaction

from agreements.models import Agreement
from config import stories
from config.archive.bodies import People, make_bodies
from config.archive.documents import Agreements
from config.archive.occasions import Events
from config.archive.persons import make_officials
from config.archive.size import Size
from delegations.models import Institution, Official
from forum.derived.refresh import mark, rebuild
from forum.derived.registry import in_turn
from forum.models import Event

VOCABULARY = settings.BASE_DIR / "config" / "vocabulary" / "vocabulary.yaml"
# Tells what is made, how much of it is done, and of how much.
Tell = Callable[[str, int, int], None]


def has_records() -> bool:
    return any(each.objects.exists() for each in (Event, Institution, Official, Agreement))


def make(size: Size, seed: int, today: dt.date, tell: Tell) -> None:
    stories.load([VOCABULARY])
    people = People()
    make_bodies(size, seed, people, tell)
    make_officials(size, seed, people, tell, today)
    occasions = Events(size, seed, people, today).make(tell)
    Agreements(size, seed, people, today).make(occasions, tell)
    derive(tell)


def derive(tell: Tell) -> None:
    """Write what follows from the records; what is only found when asked for is marked."""
    for derivation in in_turn():
        # In one transaction nobody has to be let in between.
        with transaction.atomic():
            if derivation.is_lazy:
                mark(derivation, derivation.of.objects.values_list("pk", flat=True))
            else:
                rebuild(derivation, partial(tell, derivation.name))

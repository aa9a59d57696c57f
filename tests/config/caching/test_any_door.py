"""Whatever is changed through whatever door: no visitor of any worker is shown an older page.

Random changes are made to public records, now and then rolled back; after each, what visitors of
two workers and of a cache that workers share are answered is what one that keeps nothing answers.
"""

from concurrent.futures import ThreadPoolExecutor

import pytest
from django.contrib.auth import get_user_model
from django.core.exceptions import ValidationError
from django.core.management import call_command
from django.db import IntegrityError, connection, transaction
from django.db.models import ProtectedError
from django.test import Client, override_settings
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from reversion.models import Revision

from agreements.choices import StepKind
from agreements.models import Agreement, Party
from agreements.services import take_step
from delegations.doubles.merging import merge
from delegations.models import Delegation, Institution, Member, Official
from forum.choices import ErasureMode
from forum.history.keeping import revision
from forum.history.undoing import undo
from forum.models import Attachment, Event, Session, Topic
from forum.personal.erasing import erase
from forum.services import set_published
from tests.admin_forms import admin_url, submit
from tests.config.caching.clients import commit, visitor
from tests.factories import (
    make_agreement,
    make_attachment,
    make_delegation,
    make_event,
    make_institution,
    make_member,
    make_official,
    make_party,
    make_session,
    make_topic,
)
from tests.intakes import bring, send

pytestmark = pytest.mark.slow

LISTS = (
    *(
        "/",
        "/events/",
        "/institutions/",
        "/officials/",
        "/agreements/",
        "/agreements/?status=in_force",
    ),
    *("/agreements/register.csv", "/events/calendar.ics", "/agreements/feed/", "/relations/"),
    *("/search/?q=title", "/sitemap.xml", "/ru/events/"),
)
REFUSED = (IntegrityError, ProtectedError, ValidationError)
SHARED = {
    "default": {"BACKEND": "django.core.cache.backends.dummy.DummyCache"},
    "pages": {"BACKEND": "django.core.cache.backends.locmem.LocMemCache", "LOCATION": "doors"},
}


class World:
    """A few records of each kind, and the doors through which they are changed."""

    def __init__(self, draw, client, staff):
        self.draw, self.client, self.staff = draw, client, staff
        topic = make_topic()
        for code in ("EE", "KZ"):
            university, event = make_institution(country=code), make_event(country=code)
            event.topics.add(topic)
            make_attachment(event=event)
            make_session(event=event)
            make_member(
                delegation=make_delegation(event=event, country=code),
                institution=university,
                official=make_official(),
            )
            make_party(agreement=make_agreement(concluded_on="2024-05-04"), institution=university)

    def one(self, among):
        among = list(among)
        return among[self.draw(st.integers(0, len(among) - 1))] if among else None

    def any(self, model):
        return self.one(model.objects.order_by("pk"))

    def title(self) -> str:
        return f"Title {self.draw(st.integers(0, 3))}"

    def save(self):
        for model, field in ((Event, "title_en"), (Official, "name_en"), (Session, "title_en")):
            if record := self.any(model):
                setattr(record, field, self.title())
                record.save()

    def form(self):
        if event := self.any(Event):
            submit(self.client, admin_url(event, "change"), title_en=self.title())

    def import_a_list(self):
        text = f"Name\tCountry\n{self.title()} of {self.draw(st.integers(0, 99))}\tLV\n"
        intake, table = bring(self.client, "institutions", text)
        send(self.client, intake, table, "save")

    def command(self):
        call_command("load_vocabulary", verbosity=0)
        Topic.objects.filter(pk=self.any(Topic).pk).update(name_en=self.title())
        call_command("refresh_derived", verbosity=0)

    def step(self):
        if agreement := self.any(Agreement):
            kind = self.one((StepKind.SIGNED, StepKind.TERMINATED, StepKind.IN_FORCE))
            take_step(agreement, kind, happened_on=self.draw(st.dates()))

    def revert(self):
        with revision(by=self.staff):
            self.save()
        if done := Revision.objects.order_by("pk").last():
            undo(done, by=self.staff)

    def publish(self):
        model = self.one((Agreement, Event, Institution, Official))
        rows = model.objects.filter(pk=getattr(self.any(model), "pk", None))
        set_published(rows, is_published=self.draw(st.booleans()), by=self.staff)

    def merge(self):
        merge(keep=self.any(Institution), duplicate=self.any(Institution))

    def erase(self):
        if person := self.any(Official):
            erase(Official, person.pk, mode=ErasureMode.ANONYMOUS, by=self.staff)

    def update(self):
        Event.objects.update(country=self.one(("FI", "EE")))
        Agreement.objects.update(title_en=self.title(), is_published=self.draw(st.booleans()))
        Attachment.objects.update(is_public=self.draw(st.booleans()), title_en=self.title())
        Member.objects.update(is_listed=self.draw(st.booleans()))

    def create(self):
        number = Agreement.objects.count() + self.draw(st.integers(10, 10**6))
        Agreement.objects.bulk_create([Agreement(title_en=self.title(), slug=f"new-{number}")])

    def delete(self):
        if row := self.any(self.one((Agreement, Party, Delegation, Session, Event, Attachment))):
            row.delete()

    def relate(self):
        if event := self.any(Event):
            self.one((event.topics.clear, lambda: event.topics.set(Topic.objects.all())))()


HELPERS = ("one", "any", "title")
DOORS = [name for name in vars(World) if not name.startswith("_") and name not in HELPERS]
QUICK = [door for door in DOORS if door not in ("form", "import_a_list", "command")]


class Visitors:
    """Of two workers, and of two that share what they keep, beside one of none that keeps any."""

    def __init__(self):
        self.plain = visitor("off")
        self.others = [visitor(), visitor(), visitor("shared://"), visitor("shared://")]

    def look(self, addresses) -> None:
        for address in addresses:
            told = self.plain.get(address)
            page = told.getvalue()
            for other in self.others:
                answer = other.get(address)
                assert (answer.status_code, answer.getvalue()) == (told.status_code, page), address


class Elsewhere(Visitors):
    """Who ask by a connection of their own."""

    def look(self, addresses) -> None:
        def ask():
            try:
                Visitors.look(self, addresses)
            finally:
                connection.close()

        with ThreadPoolExecutor(1) as another:
            another.submit(ask).result()


def addresses() -> list[str]:
    found = [
        each.get_absolute_url()
        for model in (Event, Agreement, Institution, Official)
        for each in model.objects.all()
    ]
    return [*LISTS, *found]


def live(world: World, doors: list[str], visitors: Visitors, over, *, last: int) -> None:
    for door in doors:
        some = world.draw(st.lists(st.sampled_from(addresses()), min_size=2, max_size=3))
        visitors.look(some)
        in_a_transaction(getattr(world, door), is_undone=world.draw(st.integers(0, 3)) == 3)
        over()
        visitors.look(some)
    visitors.look(world.draw(st.permutations(addresses()))[:last])


def in_a_transaction(door, *, is_undone: bool) -> None:
    try:
        with transaction.atomic():
            door()
            transaction.set_rollback(is_undone)
    except REFUSED:
        pass


quickly = settings(
    derandomize=True,
    database=None,
    deadline=None,
    max_examples=2,
    suppress_health_check=list(HealthCheck),
)


@pytest.mark.django_db
@override_settings(CACHES=SHARED)
@quickly
@given(data=st.data())
def test_no_page_is_older_than_what_was_changed(data, staff_client, staff):
    with transaction.atomic():
        world = World(data.draw, staff_client, staff)
        commit()
        doors = data.draw(st.lists(st.sampled_from(QUICK), min_size=1, max_size=4))
        live(world, doors, Visitors(), commit, last=6)
        transaction.set_rollback(True)
    connection.run_on_commit = []


@pytest.mark.django_db(transaction=True)
@override_settings(CACHES=SHARED)
@settings(quickly, derandomize=False, max_examples=3)
@given(data=st.data())
def test_nor_what_another_process_changed(data):
    # What an earlier example committed is no part of this one.
    call_command("flush", interactive=False, verbosity=0)
    client, staff = Client(), get_user_model().objects.create_superuser("staff", password="staff")
    client.force_login(staff)
    world = World(data.draw, client, staff)
    doors = data.draw(st.lists(st.sampled_from(DOORS), min_size=3, max_size=12))
    live(world, doors, Elsewhere(), lambda: None, last=12)

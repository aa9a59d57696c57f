"""How long staff need to record a forum and its lists, by hands that are counted.

Run by `make effort`. All names are made up.
"""

import pytest

from agreements.models import Agreement
from delegations.models import Member
from forum.models import Event
from tests.browser.effort.hands import Hands

pytestmark = pytest.mark.django_db(transaction=True)

PEOPLE = [
    ("Latvia", "Ilze Kalnina", "Rector", "Riga Technical Institute"),
    ("Latvia", "Janis Ozols", "Vice-Rector", "Riga Technical Institute"),
    ("Latvia", "Anna Liepa", "Rector", "Vidzeme College"),
    ("Latvia", "Peteris Vanags", "Dean", "Vidzeme College"),
    ("Latvia", "Laura Berza", "Director", "Latvian Research Agency"),
    ("Estonia", "Mart Kask", "Rector", "Pärnu University"),
    ("Estonia", "Liis Tamm", "Vice-Rector", "Pärnu University"),
    ("Estonia", "Peeter Saar", "Rector", "Narva Academy"),
    ("Estonia", "Kadri Mets", "Professor", "Narva Academy"),
    ("Estonia", "Tiit Lepp", "Adviser", "Estonian Science Council"),
]
DOCUMENTS = [
    ("Cooperation Agreement", PEOPLE[0], PEOPLE[5]),
    ("Memorandum of Understanding", PEOPLE[2], PEOPLE[7]),
    ("Letter of Intent", PEOPLE[4], PEOPLE[9]),
]


@pytest.fixture
def hands(sign_in):
    return Hands(sign_in("/admin/"))


def record_event(hands) -> None:
    hands.open("/admin/")
    hands.follow("Record a forum")
    hands.write("[name=title_en]", "Rectors' Forum")
    hands.write("[name=starts_on]", "12.03.2026")
    hands.write("[name=city_en]", "Riga")
    hands.select("[name=country]", "Latvia")
    hands.write("[name=guests]", "Estonia")
    hands.press("Record it")


def type_members(hands) -> None:
    hands.follow("^Delegations")
    hands.follow("list of members")
    offered: set[str] = set()
    for number, (side, *cells) in enumerate(PEOPLE):
        if number in (0, 5):
            hands.choose(f"[name=typed{number}-delegation]", side)
        for name, text in zip(("name", "office", "institution"), cells, strict=True):
            enter = hands.choose if name == "office" or text in offered else hands.write
            enter(f"[name=typed{number}-{name}]", text)
    hands.press("Show what it says")


def type_documents(hands) -> None:
    for number, (title, one, other) in enumerate(DOCUMENTS):
        hands.write(f"[name=typed{number}-title]", title)
        for place, party in enumerate((one, other), start=1):
            hands.choose(f"[name=typed{number}-party_{place}]", party[3])
            hands.choose(f"[name=typed{number}-signatory_{place}]", party[1])
    hands.press("Show what it says")


def save(hands) -> None:
    hands.press("Save the list")


def publish(hands) -> None:
    event = Event.objects.get()
    hands.open(f"/admin/forum/event/{event.pk}/overview/")
    hands.follow("Publish…")
    hands.press("Publish")


def list_of_documents(hands) -> None:
    event = Event.objects.get()
    hands.open(f"/admin/forum/event/{event.pk}/agreements/")
    hands.follow("list of agreements")


def as_table(rows) -> str:
    return "\n".join("\t".join(row) for row in rows)


def said(what: str, hands, goal: int) -> None:
    print(f"\n{what}: {hands}; goal: {goal} s")  # noqa: T201


def all_is_there(*, members: int, documents: int) -> None:
    assert Event.objects.get().is_published
    assert Member.objects.filter(official__is_published=True).count() == members
    assert Agreement.objects.filter(is_published=True).count() == documents
    assert all(each.parties.count() == 2 for each in Agreement.objects.all())


def test_a_forum_is_typed_and_published(hands):
    record_event(hands)
    type_members(hands)
    save(hands)
    list_of_documents(hands)
    type_documents(hands)
    save(hands)
    publish(hands)

    all_is_there(members=10, documents=3)
    said("two delegations of five and three agreements, typed and published", hands, 300)


def test_a_forum_is_pasted_and_published(hands):
    record_event(hands)
    hands.follow("^Delegations")
    hands.follow("list of members")
    hands.paste("[name=text]", as_table([("Delegation", "Name", "Office", "Institution"), *PEOPLE]))
    hands.press("Show what it says")
    save(hands)
    list_of_documents(hands)
    rows = [(t, a[3], a[1], b[3], b[1]) for t, a, b in DOCUMENTS]
    heading = ("Title", "Party 1", "Signatory 1", "Party 2", "Signatory 2")
    hands.paste("[name=text]", as_table([heading, *rows]))
    hands.press("Show what it says")
    save(hands)
    publish(hands)

    all_is_there(members=10, documents=3)
    said("the same pasted and published", hands, 120)


@pytest.fixture
def event(transactional_db):
    return Event.objects.create(title_en="Forum", city_en="Riga", country="LV")


def test_thirty_members_are_pasted(hands, event):
    rows = [
        (side, f"{name.split()[0]} {name.split()[1]}{ending}", office, body)
        for ending in ("", "ov", "s")
        for side, name, office, body in PEOPLE
    ]
    hands.open(f"/admin/forum/event/{event.pk}/delegations/")
    hands.follow("list of members")
    hands.paste("[name=text]", as_table([("Delegation", "Name", "Office", "Institution"), *rows]))
    hands.press("Show what it says")
    save(hands)

    assert Member.objects.count() >= 10
    said(f"{Member.objects.count()} of 30 members pasted", hands, 60)


def test_thirty_documents_are_pasted(hands, event):
    lines = "\n".join(
        f"Cooperation Agreement between {body} and Narva Academy on field {number}"
        for number in range(10)
        for body in ("Pärnu University", "Vidzeme College", "Riga Technical Institute")
    )
    hands.open(f"/admin/forum/event/{event.pk}/agreements/")
    hands.follow("list of agreements")
    hands.paste("[name=text]", lines)
    hands.press("Show what it says")
    save(hands)

    said(f"{Agreement.objects.count()} of 30 documents pasted", hands, 120)

"""What the demonstration records between two countries stands on the page of the two."""

from pathlib import Path

import pytest
from django.conf import settings

from agreements.dossier.entries import Dossier
from agreements.dossier.sides import CountrySide
from agreements.models import Agreement, Commitment, Outcome
from config import stories
from config.management.commands.load_vocabulary import VOCABULARY
from forum.models import Event, Figure

pytestmark = [pytest.mark.django_db, pytest.mark.slow]
FOLDER = Path(settings.BASE_DIR) / "config/demo"
# Every story of the demonstration is one of two countries.
STORIES = {
    "01-kazakhstan-estonia-2025.yaml": ("EE", "KZ"),
    "02-poland-uzbekistan-rectors-2023-2024.yaml": ("PL", "UZ"),
}
MODELS = {
    "event": Event,
    "agreement": Agreement,
    "outcome": Outcome,
    "commitment": Commitment,
    "figure": Figure,
}


@pytest.mark.parametrize("name", STORIES)
def test_everything_between_two_countries_is_in_their_dossier_and_in_each_ones(client, name):
    stories.load([VOCABULARY, FOLDER / name])
    pair = STORIES[name]

    for sides in (pair, pair[:1], pair[1:]):
        dossier = Dossier(*map(CountrySide, sides))
        for kind, model in MODELS.items():
            found = set(dossier.records(kind).values_list("pk", flat=True))
            missing = [str(each) for each in model.objects.all() if each.pk not in found]
            # A figure that two sources repeat stands there once.
            repeated = {str(each) for each in dossier.records(kind)} if kind == "figure" else set()
            assert [each for each in missing if each not in repeated] == []

    for code in pair:
        address = f"/relations/{code.lower()}/"
        counts = client.get(address).context["dossier"].counts
        assert client.get(f"/events/?with={code}").context["filters"].total == counts["event"]
        listed = client.get(f"/agreements/?country={code}").context["filters"].total
        assert listed == counts["agreement"]


def test_the_visit_and_its_page_bring_together_what_its_parts_brought(client):
    stories.load([VOCABULARY, FOLDER / "01-kazakhstan-estonia-2025.yaml"])

    context = client.get("/events/president-of-estonia-in-kazakhstan-2025/").context
    dossier = client.get("/relations/ee/kz/").text

    assert context["results"].count == Agreement.objects.count()
    assert set(context["results"].outcomes) == set(Outcome.objects.all())
    for title in ("business forum", "Concert at Astana Opera", "Seventh session", "USD 517"):
        assert title in dossier


def test_whoever_came_for_a_country_is_among_its_officials(client):
    stories.load([VOCABULARY, FOLDER / "01-kazakhstan-estonia-2025.yaml"])

    listed = client.get("/officials/?country=EE").context["object_list"]
    took_part = Dossier(CountrySide("EE")).summary().people

    assert "Alar Karis" in {official.name for official in listed}
    assert set(took_part.shown) <= set(listed)

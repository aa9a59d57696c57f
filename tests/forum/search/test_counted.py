"""The kept values of records, and the numbers of those that have them."""

import datetime as dt

import pytest
from django.db import transaction
from django.db.models import Count

from agreements.filters import REGISTER, Register
from forum.models import Event, FacetChoice, FacetValue
from forum.search.facets import counting, kinds
from tests.factories import make_agreement, make_event, make_party, make_topic
from tests.forum.search.narrowed import choices, narrowed

pytestmark = pytest.mark.django_db


def assert_nothing_has_drifted():
    for choice in FacetChoice.objects.annotate(n=Count("values")):
        assert choice.count == choice.n, choice


def test_numbers_follow_every_change(today):
    topic = make_topic(slug="energy")
    event, other = make_event(country="EE", kind="forum"), make_event(country="KZ", kind="visit")
    event.topics.add(topic)
    narrowed()
    assert_nothing_has_drifted()

    other.country = "EE"
    other.save()
    assert choices(narrowed(), "Host country") == {"Estonia": 2}

    Event.objects.filter(pk=other.pk).update(is_published=False)
    assert choices(narrowed(), "Host country") == {"Estonia": 1}
    assert narrowed().total == 1

    event.topics.clear()
    assert not [group for group in narrowed().groups if group.label == "Topic"]

    event.delete()
    assert narrowed().total == 0
    assert_nothing_has_drifted()
    assert not FacetValue.objects.exists()


def test_what_is_rolled_back_is_not_counted():
    make_event(country="EE")
    narrowed()

    with transaction.atomic():
        make_event(country="EE")
        assert narrowed().total == 2
        transaction.set_rollback(True)

    assert narrowed().total == 1
    assert_nothing_has_drifted()


def test_of_many_records_choices_are_offered_without_numbers(monkeypatch):
    monkeypatch.setattr(kinds, "MOST", 2)
    monkeypatch.setattr(counting, "MOST", 2)
    for country in ("EE", "EE", "KZ"):
        make_event(kind="forum", country=country)

    filters = narrowed("kind=forum")

    assert filters.is_many
    assert filters.total == 2
    assert choices(filters, "Host country") == {"Estonia": None, "Kazakhstan": None}
    # What is chosen instead would narrow the whole list, of which all numbers are kept.
    assert choices(filters, "Kind") == {"Forum": 3}


def test_only_fifteen_choices_stand_beside_a_list_and_the_one_that_is_chosen(client):
    codes = [
        "EE",
        "KZ",
        "UZ",
        "PL",
        "DE",
        "FR",
        "IT",
        "ES",
        "PT",
        "SE",
        "NO",
        "FI",
        "DK",
        "LV",
        "LT",
        "AT",
    ]
    for number, code in enumerate(codes):
        make_event(country=code)
        if number < 15:
            make_event(country=code)

    assert "Austria" not in choices(narrowed(), "Host country")
    assert len(choices(narrowed(), "Host country")) == 15
    assert choices(narrowed("country=AT"), "Host country")["Austria"] == 1

    [group] = [group for group in narrowed().groups if group.label == "Host country"]
    everything = client.get(f"/events/{group.url}")
    found = client.get(f"/events/{group.url}&find=aus")
    assert len(everything.context["all"].choices) == 16
    assert [each.label for each in found.context["all"].choices] == ["Austria"]


def test_an_agreement_of_a_later_day_waits_for_it(today):
    later = today + dt.timedelta(9)
    make_party(agreement=make_agreement(concluded_on=today), country="EE")
    rows = REGISTER.of.objects.known(today)

    assert Register({}).total == rows.count() == 1
    assert Register({"on": later.isoformat(), "country": "EE"}).total == 1

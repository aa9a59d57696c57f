"""Whatever is recorded, the public pages agree on how much of it there is."""

import csv
import datetime as dt
import random
from io import StringIO

import pytest
from django.utils import timezone

from agreements.dossier.entries import Dossier
from agreements.dossier.pairs import pairs
from agreements.dossier.sides import CountrySide
from agreements.models import Agreement, Commitment, Period
from agreements.reads import results_of
from agreements.scores import score
from tests.factories import (
    make_agreement,
    make_commitment,
    make_delegation,
    make_event,
    make_institution,
    make_member,
    make_official,
    make_outcome,
    make_party,
    make_provision,
    make_session,
    make_speaker,
    make_topic,
)

pytestmark = pytest.mark.django_db
COUNTRIES = ("KZ", "EE", "PL")


def record_at_random(seed: int):
    """Events, documents, promises and outcomes, some of them not published."""
    seeded = random.Random(seed)  # noqa: S311
    topics = [make_topic(), make_topic()]
    seats = [
        make_institution(country=country, is_published=seeded.random() < 0.8)
        for country in COUNTRIES * 2
    ]
    events = [
        make_event(country=seeded.choice(COUNTRIES), is_published=seeded.random() < 0.8)
        for _ in range(4)
    ]
    for part in events[2:]:
        part.parent = seeded.choice([None, events[0]])
        part.save()
    for _ in range(14):
        begins = dt.date(seeded.randint(2018, 2030), seeded.randint(1, 12), 15)
        agreement = make_agreement(
            event=seeded.choice([None, *events]),
            instrument=seeded.choice(["treaty", "memorandum"]),
            concluded_on=seeded.choice([None, begins]),
            in_force_on=seeded.choice([None, begins]),
            term_months=seeded.choice([None, 12, 60]),
            is_published=seeded.random() < 0.8,
        )
        for seat in seeded.sample(seats, seeded.randint(0, 3)):
            make_party(agreement=agreement, institution=seat)
        if seeded.random() < 0.6:
            make_provision(agreement=agreement, topic=seeded.choice(topics))
        promised_in = seeded.choice([{"agreement": agreement}, {"event": seeded.choice(events)}])
        make_commitment(
            state=seeded.choice(["open", "fulfilled", "lapsed", "under_way"]),
            due_on=seeded.choice([None, begins]),
            is_public=seeded.random() < 0.8,
            **promised_in,
        )
        make_outcome(agreement=agreement, happened_on=seeded.choice([None, begins]))
    return events, seats


def count_of(client, **query) -> int:
    return client.get("/agreements/", query).context["filters"].total


@pytest.fixture(params=[0, *(pytest.param(seed, marks=pytest.mark.slow) for seed in (1, 2))])
def recorded(request):
    return record_at_random(request.param)


def in_force(client, **query) -> int:
    return sum(count_of(client, status=status, **query) for status in ("in_force", "expiring"))


def test_register_home_page_table_and_charts_count_the_same(client, recorded):
    published, today = Agreement.objects.published(), timezone.localdate()
    register, home = client.get("/agreements/").context, client.get("/").context
    table = client.get("/agreements/register.csv").getvalue().decode("utf-8-sig")

    total = register["filters"].total
    assert total == published.count() == home["agreement_count"]
    assert total == len(list(csv.reader(StringIO(table)))) - 1
    for context in (register, home):
        years = context["years"]
        assert sum(count for _label, _counts, count in years["rows"]) == total
        undated = published.filter(concluded_on=None).count()
        assert sum(column.total for column in years["chart"].columns) == total - undated
        assert years["note"] == f"{undated} agreements have no known year."
    for group in register["filters"].groups:
        if group.label in ("Year", "Instrument", "Status today"):
            assert sum(choice.count for choice in group.choices) == total
    assert Period.objects.filter(agreement__in=published).in_force_on_days([today])[
        today
    ] == in_force(client)


def test_map_dossiers_and_register_count_the_same_for_a_country(client, recorded):
    names = {str(CountrySide(code)): code for code in COUNTRIES}

    for _code, name, count, _url in client.get("/").context["countries"]["rows"]:
        dossier = Dossier(CountrySide(names[name]))
        assert (
            dossier.summary().counts["agreement"] == count == count_of(client, country=names[name])
        )
        found = {kind: dossier.records(kind).count() for kind in dossier.summary().counts}
        assert found == dossier.summary().counts
        assert dossier.summary().in_force == in_force(client, country=names[name])


def test_lists_of_events_and_officials_agree_with_the_dossier_of_a_country(client, recorded):
    events, seats = recorded
    for event, seat in zip(events, seats, strict=False):
        make_member(
            delegation=make_delegation(event=event, institution=seat), official=make_official()
        )
        make_speaker(session=make_session(event=event), institution=seat, official=make_official())

    for code in COUNTRIES:
        dossier = Dossier(CountrySide(code)).summary()
        listed = client.get("/events/", {"with": code}).context["filters"].total
        officials = client.get("/officials/", {"country": code}).context["object_list"]
        assert listed == dossier.counts["event"]
        assert (set(dossier.people.shown), dossier.people.are_all) == (set(officials), True)


def test_the_index_of_pairs_counts_what_each_pair_lists(client, recorded):
    for pair in pairs():
        context = client.get(pair.get_absolute_url()).context
        counts = context["dossier"].counts
        assert context["page_obj"].paginator.count == sum(counts.values())
        assert (counts["event"], counts["agreement"]) == (pair.events, pair.agreements)


def test_an_institution_lists_what_the_register_counts_for_it(client, recorded):
    _events, seats = recorded
    bound = [seat for seat in seats if Agreement.objects.published().of_institution(seat)]

    for seat in [seat for seat in bound if seat.is_published]:
        listed = client.get(f"/institutions/{seat.slug}/agreements/").context["agreements"]
        assert len(listed) == count_of(client, institution=seat.slug)


def test_an_event_lists_and_scores_what_it_counts(client, recorded):
    events, _seats = recorded

    for event in [event for event in events if event.is_published]:
        events = event.with_parts()
        results = results_of(events, timezone.localdate())
        page = client.get(f"/events/{event.slug}/agreements/").content.decode()
        promises = Commitment.objects.published().of_events(events)
        assert page.count('<article class="row">') == results.count
        assert results.promises.score.total == promises.count()
        if promises:
            assert str(score(promises, timezone.localdate())) in page

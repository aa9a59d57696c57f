"""A query that is prepared gives what its queryset would give, and is built once."""

import datetime as dt

import pytest
from django.db.models import Count, F, Prefetch
from django.utils import timezone
from django.utils.translation import override

from agreements.choices import Status
from agreements.models import Agreement, Commitment, Party
from delegations.models import Institution
from forum.models import Event, Session
from forum.prepared import prepared
from tests.factories import (
    make_agreement,
    make_commitment,
    make_event,
    make_institution,
    make_party,
    make_session,
    make_topic,
)

pytestmark = pytest.mark.django_db


def counted(build):
    """A prepared query, and the list of what it was built with."""
    built = []

    def noted(*given):
        built.append(given)
        return build(*given)

    return prepared(noted), built


def test_it_gives_the_rows_of_the_values_of_each_call():
    first, second = make_session(), make_session()
    items, built = counted(lambda event: Session.objects.filter(event=event).in_order())

    assert items(first.event_id) == [first]
    assert items(second.event_id) == [second]
    assert items(None) == []
    assert len(built) == 2  # For a key, and for none.


def test_lists_of_any_length_give_their_rows_in_a_few_statements():
    events = [make_event() for _number in range(5)]
    found, built = counted(lambda keys: Event.objects.filter(pk__in=keys).order_by("pk"))

    for count in range(6):
        assert found([event.pk for event in events[:count]]) == events[:count]
    assert [len(given[0]) for given in built] == [0, 1, 2, 4, 8]


def test_a_name_is_a_value_too():
    event = make_event(slug="astana-2025")
    found = prepared(lambda slug, key: Event.objects.filter(slug=slug, pk=key))

    assert found("astana-2025", event.pk) == [event]
    assert found("%s", event.pk) == []


def test_rows_can_be_tuples_or_values():
    event = make_event()
    make_session(event=event)
    counts = prepared(lambda key: Event.objects.filter(pk=key).values_list("pk", Count("sessions")))
    keys = prepared(lambda key: Event.objects.filter(pk=key).values_list("pk", flat=True))

    assert counts(event.pk) == [(event.pk, 1)]
    assert keys(event.pk) == [event.pk]


def test_it_brings_along_what_the_queryset_would(django_assert_num_queries):
    event = make_event()
    event.topics.add(make_topic(name_en="Energy"), make_topic(name_en="Schools"))
    parties = [make_party(agreement=make_agreement(event=event)) for _number in range(2)]
    for party in parties:
        party.institution.names.create(text="Ülikool", language="et", kind="alias")
    parties_of = Prefetch("parties", Party.objects.with_names(), to_attr="bound")
    lists = ("event__topics", parties_of)
    rows_of = Agreement.objects.order_by("pk").prefetch_related(*lists)
    found = prepared(lambda key: rows_of.filter(event=key))

    for _twice in range(2):
        with django_assert_num_queries(5):
            rows = found(event.pk)
            assert [side for row in rows for side in row.bound] == parties
            assert [side.agreement for row in rows for side in row.bound] == rows
            assert {t.name for row in rows for t in row.event.topics.all()} == {"Energy", "Schools"}
            assert [n.text for r in rows for n in r.bound[0].institution.names.all()] == [
                "Ülikool"
            ] * 2


def test_it_brings_along_many_to_many_of_each_row_from_both_sides():
    one, other = make_institution(), make_institution()
    promises = [make_commitment(), make_commitment()]
    promises[0].responsible.add(one, other)
    promises[1].responsible.add(one)
    owed = prepared(lambda: Commitment.objects.order_by("pk").prefetch_related("responsible"))
    owing = prepared(lambda: Institution.objects.order_by("pk").prefetch_related("commitments"))

    assert [{*each.responsible.all()} for each in owed()] == [{one, other}, {one}]
    assert [{*each.commitments.all()} for each in owing()] == [{*promises}, {promises[0]}]


def test_each_language_has_its_own_order():
    for title in ("Õpe", "Zoo", "Äri"):
        make_event(title_en=title, title_et=title)
    found = prepared(lambda: Event.objects.order_by(Event.sort_key.here))

    with override("en"):
        assert [event.title for event in found()] == ["Äri", "Õpe", "Zoo"]
    with override("et"):
        assert [event.title for event in found()] == ["Zoo", "Õpe", "Äri"]


def test_each_day_has_its_own_statement():
    with timezone.override("Etc/GMT+12"):
        still_today = timezone.localdate()
        agreement = make_agreement(in_force_on=dt.date(2020, 1, 1), expires_on=still_today)
        found = prepared(lambda key: Agreement.objects.filter(pk=key).with_status())
        assert [each.status for each in found(agreement.pk)] == [Status.EXPIRING]

    with timezone.override("Pacific/Kiritimati"):  # 26 hours ahead.
        assert [each.status for each in found(agreement.pk)] == [Status.EXPIRED]


def test_it_sees_what_follows_from_a_change_in_the_same_transaction():
    found = prepared(lambda key: Agreement.objects.filter(pk=key).with_status())
    agreement = make_agreement(concluded_on=dt.date(2024, 1, 1), in_force_on=dt.date(2024, 1, 1))
    assert [each.status for each in found(agreement.pk)] == [Status.IN_FORCE]

    agreement.terminated_on = dt.date(2024, 2, 1)
    agreement.save()

    assert [each.status for each in found(agreement.pk)] == [Status.TERMINATED]


def test_a_setting_that_changes_is_asked_anew(settings, today):
    soon = today + dt.timedelta(days=30)
    agreement = make_agreement(in_force_on=dt.date(2024, 1, 1), expires_on=soon)
    found = prepared(lambda key: Agreement.objects.filter(pk=key).with_status())
    assert [each.status for each in found(agreement.pk)] == [Status.EXPIRING]

    settings.EXPIRING_DAYS = 5

    assert [each.status for each in found(agreement.pk)] == [Status.IN_FORCE]


def test_a_value_that_is_worked_on_in_python_is_refused():
    found = prepared(lambda key: Event.objects.filter(pk__gt=key).annotate(x=F("pk")).filter(x=1))
    worked_on = prepared(lambda key: Event.objects.filter(pk=key + 1))

    assert found(5) == []
    with pytest.raises(ValueError, match="Not all values stand in the SQL"):
        worked_on(5)

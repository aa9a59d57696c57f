"""Holding what is derived to the records that it follows from."""

from django.db import connection

from agreements.models import Agreement, Period, Round, Side, Tie
from delegations.models import Attendance, Double, Tally
from forum.derived import DERIVATIONS, refresh_some
from forum.derived.refresh import State, rebuild, refresh
from forum.models import FacetChoice, FacetValue, SearchEntry, SearchWord, Stale

ROWS = {
    Period: ("agreement", "status", "first_on", "last_on", "expires_on"),
    Round: ("agreement", "kind", "every", "phase", "day", "first_on", "last_on"),
    Attendance: ("event", "country", "institution", "year"),
    Side: ("agreement", "country", "institution", "year"),
    Tie: ("institution", "partner", "count"),
    Tally: ("kind", "country", "other", "year", "count"),
    FacetChoice: ("kind", "facet", "value", "count"),
    FacetValue: ("kind", "record", "choice__facet", "choice__value"),
    SearchEntry: ("kind", "object_id", "is_published", "happened_on", "names", "texts"),
    SearchWord: ("word", "entries"),
    Double: ("kind", "one", "other", "sign"),
}


def die() -> None:
    """Forget what only this process knew: what a refresh then finds was written down."""
    connection.run_on_commit.clear()
    connection.derived = State()


def written() -> dict:
    # What nothing has any more is forgotten only when all is written anew.
    rows = {
        FacetChoice: FacetChoice.objects.filter(count__gt=0),
        SearchWord: SearchWord.objects.filter(entries__gt=0),
    }
    return {
        model: sorted(rows.get(model, model.objects).order_by().values_list(*columns), key=str)
        for model, columns in ROWS.items()
    }


def assert_nothing_is_lost() -> None:
    """Refresh what is marked; then all must be as if everything were written anew."""
    refresh()
    for derivation in DERIVATIONS.values():
        if derivation.is_lazy:
            refresh_some(derivation.name)
    assert not Stale.objects.exists()
    before = written()
    for derivation in DERIVATIONS.values():
        rebuild(derivation)
    assert before == written()


def assert_periods_say(days) -> None:
    """On each of the days the queries must say what the rules say of every agreement."""
    facts = {each.pk: each for each in Agreement.objects.with_facts()}
    for day in days:
        said = dict(Agreement.objects.order_by().with_status(day).values_list("pk", "status"))
        assert said == {pk: each.status_on(day) for pk, each in facts.items()}, day

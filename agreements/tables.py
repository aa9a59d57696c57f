"""Agreements as tables for a spreadsheet."""

import datetime as dt
from collections.abc import Iterator
from functools import lru_cache

from django.utils.text import capfirst
from django.utils.translation import get_language
from django.utils.translation import gettext as _

from agreements.choices import Instrument
from agreements.filters import Register
from agreements.models import Agreement
from agreements.places import places_of
from agreements.wording import status_label
from delegations import naming
from delegations.naming import Reader
from forum.choices import DatePrecision
from forum.records.countries import country_name
from forum.records.partial_dates import as_iso
from forum.records.texts import said
from forum.records.translated import columns

CHUNK = 500  # Rows in memory at a time.
# Long texts of which a table says nothing.
NOT_READ = (*columns("summary"), *columns("event__summary", "event__description"))
DATES = ("concluded_on", "provisional_on", "in_force_on", "expires_on", "terminated_on")


def register(request) -> tuple[list[str], Iterator[list]]:
    """Head and rows of the register as the address narrows it, as visitors may know it."""
    narrowed = Register(request.GET)
    rows = (
        [
            *_document(agreement),
            narrowed.on,
            *_parties(agreement, Reader.VISITOR),
            said(agreement.event, "title") if _is_public(agreement.event) else "",
            request.build_absolute_uri(agreement.get_absolute_url()),
        ]
        for agreement in _rows(narrowed.listed())
    )
    return [*_head(), _("Event"), _("Address")], rows


def _rows(agreements) -> Iterator[Agreement]:
    read = agreements.defer(*NOT_READ).prefetch_related("signatories")
    return read.iterator(CHUNK)


def of_staff(agreements, on) -> tuple[list[str], Iterator[list]]:
    """Head and rows of agreements with every name, for staff."""
    rows = (
        [
            *_document(agreement),
            on,
            *_parties(agreement, Reader.STAFF),
            said(agreement.event, "title"),
        ]
        for agreement in _rows(agreements.for_listing(on).newest_first())
    )
    return [*_head(), _("Event")], rows


def _head() -> list[str]:
    return [
        _("Title"),
        _("Instrument"),
        _("Signed or adopted"),
        _("Applied provisionally from"),
        _("In force from"),
        _("Stated last day"),
        _("Terminated"),
        _("Place"),
        _("Languages"),
        _("Status"),
        _("On the day"),
        _("Parties"),
        _("Countries"),
    ]


def _document(agreement: Agreement) -> list:
    return [
        said(agreement, "title"),
        _instruments(get_language())[agreement.instrument],
        *(_date(agreement, name) for name in DATES),
        places_of(agreement, agreement.signatories.all()).listed(),
        agreement.languages,
        status_label(agreement),
    ]


@lru_cache(maxsize=8)
def _instruments(language: str) -> dict[str, str]:
    """What instruments are called: a label is not translated anew for each row."""
    return {value: capfirst(str(label)) for value, label in Instrument.choices}


def _date(agreement: Agreement, name: str) -> dt.date | str:
    """An exact day as a date; what is known in part as in ISO 8601."""
    date, precision = getattr(agreement, name), getattr(agreement, f"{name}_precision")
    return date if date and precision == DatePrecision.DAY else as_iso(date, precision)


def _parties(agreement: Agreement, reader: Reader) -> list[str]:
    """The sides, and the countries that they or others concerned stand for, each in one cell."""
    named = [(each, naming.party(each, reader, agreement.day)) for each in agreement.parties.all()]
    countries = dict.fromkeys(party.country for _each, party in named if party.country)
    return [
        "; ".join(str(party.name) for each, party in named if each.is_side),
        "; ".join(map(country_name, countries)),
    ]


def _is_public(event) -> bool:
    return event is not None and event.is_published

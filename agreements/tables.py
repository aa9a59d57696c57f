"""Agreements as tables for a spreadsheet."""

import datetime as dt
from collections.abc import Iterator

from django.utils.text import capfirst
from django.utils.translation import gettext as _

from agreements.filters import Register
from agreements.models import Agreement, Party
from agreements.templatetags.agreements import status_label
from forum.choices import DatePrecision
from forum.records.countries import country_name
from forum.records.partial_dates import as_iso
from forum.records.texts import said

DATES = ("concluded_on", "in_force_on", "expires_on", "terminated_on")


def register(request) -> tuple[list[str], Iterator[list]]:
    """Head and rows of the register as the address narrows it, as visitors may know it."""
    narrowed = Register(request.GET)
    rows = (
        [
            *_document(agreement),
            narrowed.on,
            "; ".join(public_name(party) for party in agreement.parties.all()),
            "; ".join(_countries(party.public_side for party in agreement.parties.all())),
            said(agreement.event, "title") if _is_public(agreement.event) else "",
            request.build_absolute_uri(agreement.get_absolute_url()),
        ]
        for agreement in narrowed.listed()
    )
    return [*_head(), _("Event"), _("Address")], rows


def of_staff(agreements, on) -> tuple[list[str], Iterator[list]]:
    """Head and rows of agreements with every name, for staff."""
    rows = (
        [
            *_document(agreement),
            on,
            "; ".join(str(party) for party in agreement.parties.all()),
            "; ".join(_countries(party.side for party in agreement.parties.all())),
            said(agreement.event, "title"),
        ]
        for agreement in agreements.for_listing(on).newest_first()
    )
    return [*_head(), _("Event")], rows


def _head() -> list[str]:
    return [
        _("Title"),
        _("Instrument"),
        _("Signed or adopted"),
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
        capfirst(agreement.get_instrument_display()),
        *(_date(agreement, name) for name in DATES),
        said(agreement, "city"),
        agreement.languages,
        status_label(agreement),
    ]


def _date(agreement: Agreement, name: str) -> dt.date | str:
    """An exact day as a date; what is known in part as in ISO 8601."""
    date, precision = getattr(agreement, name), getattr(agreement, f"{name}_precision")
    return date if date and precision == DatePrecision.DAY else as_iso(date, precision)


def public_name(party: Party) -> str:
    """A party as visitors may know it."""
    name = said(party.public_institution, "name") or party.name_as_printed
    return name or country_name(party.country) or _("a party not named here")


def _countries(codes) -> list[str]:
    return [country_name(code) for code in dict.fromkeys(codes) if code]


def _is_public(event) -> bool:
    return event is not None and event.is_published

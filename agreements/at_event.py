"""The documents of one event, narrowed as the register is: there are few, and all are read."""

from collections.abc import Mapping
from functools import partial

from django.utils.translation import gettext_lazy as _

from agreements.choices import Status
from agreements.wording import status_label
from delegations import naming
from delegations.naming import Reader
from forum.records.countries import country_name
from forum.records.texts import LANGUAGES
from forum.search.at_hand import Aspect, AtHand

# So many documents are taken in at a glance, and so many stand on a page.
FEW, PAGE = 12, 50


def narrowed(given: Mapping[str, str], agreements) -> AtHand:
    """The agreements come from for_listing()."""
    named = {each.pk: _parties(each) for each in agreements}
    return AtHand(
        given,
        agreements,
        [
            Aspect("status", _("Status today"), _status),
            Aspect("country", _("Country"), partial(_countries, named)),
            Aspect("institution", _("Institution"), partial(_institutions, named)),
            Aspect("instrument", _("Instrument"), _instrument),
        ],
        partial(_said, named),
    )


def _parties(agreement) -> list:
    sides = [party for party in agreement.parties.all() if party.is_side]
    return [(each, naming.party(each, Reader.VISITOR, agreement.day)) for each in sides]


def _status(agreement) -> dict[str, str]:
    """As its badge says it: what was adopted is not signed."""
    label = status_label(agreement)
    is_signed = agreement.status == Status.SIGNED
    return {agreement.mode if is_signed else agreement.status: label} if label else {}


def _countries(named, agreement) -> dict[str, str]:
    codes = {each.country for _party, each in named[agreement.pk] if each.country}
    return {code: country_name(code) for code in codes}


def _institutions(named, agreement) -> dict[str, str]:
    bodies = [party.institution for party, _named in named[agreement.pk]]
    known = [body for body in bodies if naming.known(body, Reader.VISITOR)]
    return {body.slug: body.name for body in known}


def _instrument(agreement) -> dict[str, str]:
    return {agreement.instrument: agreement.get_instrument_display()}


def _said(named, agreement) -> list[str]:
    titles = [getattr(agreement, f"title_{code}") for code in LANGUAGES]
    return [*titles, *(each.with_country for _party, each in named[agreement.pk])]

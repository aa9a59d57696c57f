"""Checks of the documents of an event: who signs them, and whether that can be."""

import datetime as dt
from collections.abc import Callable, Iterable, Iterator

from django.utils.translation import gettext as _

from agreements.ceremony.signings import (
    FOR_NONE,
    FOR_TWO,
    NO_AUTHORITY,
    ONE_PARTY,
    UNSIGNED,
    named,
    sides_of,
    signers_of,
    troubles,
    who,
)
from agreements.choices import ONLOOKERS, WITH_SIGNATURES, Stage
from agreements.models import Agreement, Signatory
from config.desk.readiness.checks import found
from config.desk.readiness.facts import Facts
from forum.findings import Finding
from forum.records.partial_dates import format_partial

# Of these it is asked of a document that nobody signs, too.
OF_ALL = (ONE_PARTY,)


def trouble(*kinds: str) -> Callable[[Facts], Iterable[Finding]]:
    """What the ceremony pack says is to be settled, of these kinds."""

    def find(facts: Facts) -> Iterator[Finding]:
        for agreement in facts.agreements:
            for each in troubles(agreement, sides_of(agreement), _signing(agreement)):
                is_asked = agreement.mode in WITH_SIGNATURES or each.kind in OF_ALL
                if is_asked and each.kind in kinds:
                    yield _of(agreement, each.text, each.about, part=each.kind)

    return find


one_party = trouble(ONE_PARTY)
signers_missing = trouble(UNSIGNED, FOR_NONE, FOR_TWO)


def without_authority(facts: Facts) -> Iterator[Finding]:
    """What is concluded was signed by whatever right there was."""
    done = {each.pk for each in facts.agreements if each.stage == Stage.CONCLUDED}
    for finding in trouble(NO_AUTHORITY)(facts):
        if finding.about.pk not in done:
            yield finding


def not_present(facts: Facts) -> Iterator[Finding]:
    """Who is to sign here, and is in no delegation and in no part of the programme."""
    here = {each.official_id for each in (*facts.members, *facts.speakers)}
    for agreement, signatory in _to_sign(facts):
        is_elsewhere = signatory.is_online or signatory.official_id is None
        if not is_elsewhere and signatory.official_id not in here:
            text = _("%(person)s is in no delegation of the event.")
            yield _of(agreement, text % {"person": who(signatory)}, signatory)


def ends_before_signed(facts: Facts) -> Iterator[Finding]:
    """A document may be signed in parts, and on a day that its event alone tells."""
    for agreement in facts.agreements:
        last, signed = agreement.expires_on, _signed_on(agreement)
        if last and signed and last < signed:
            text = _("last day: %(end)s, signed: %(day)s")
            days = {"end": format_partial(last), "day": format_partial(signed)}
            yield _of(agreement, text % days, depends_on=[str(last), str(signed)])


def body_closed(facts: Facts) -> Iterator[Finding]:
    for agreement in facts.agreements:
        for party in sides_of(agreement):
            closed = party.institution and party.institution.closed_on
            signed = party.signed_on or agreement.day
            if closed and signed and closed < signed:
                text = _("%(party)s had closed before: %(day)s")
                names = {"party": named(party).in_words(), "day": format_partial(closed)}
                yield _of(agreement, text % names, party, depends_on=[str(closed), str(signed)])


def _signing(agreement: Agreement) -> list[Signatory]:
    return [each for each in signers_of(agreement) if each.role not in ONLOOKERS]


def _to_sign(facts: Facts) -> Iterator[tuple[Agreement, Signatory]]:
    for agreement in facts.agreements:
        if agreement.stage != Stage.CONCLUDED and agreement.mode in WITH_SIGNATURES:
            yield from ((agreement, each) for each in _signing(agreement))


def _signed_on(agreement: Agreement) -> dt.date | None:
    """The last day on which anybody signs."""
    rows = [*sides_of(agreement), *_signing(agreement)]
    days = [row.signed_on for row in rows if row.signed_on]
    if agreement.stage != Stage.CONCLUDED and agreement.event.days:
        days.append(agreement.event.days[0])
    return max([*days, *filter(None, [agreement.concluded_on])], default=None)


def _of(agreement: Agreement, text: str, *others, **more) -> Finding:
    records = [each for each in others if each != agreement]
    said = _("“%(document)s”: %(text)s") % {"document": agreement, "text": text}
    return found(agreement, *records, said=said, **more)

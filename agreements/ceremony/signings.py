"""What a signing ceremony needs: who sits where and signs what, which copies, what is missing.

Staff prepare a ceremony before anything is concluded or published: every name is the real one.
"""

from collections import Counter
from dataclasses import dataclass
from typing import NamedTuple

from django.db.models import Model, QuerySet
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from agreements.choices import ONLOOKERS, Authority, Instrument, PartyRole, Stage
from agreements.models import Agreement, Party, Signatory
from delegations import naming
from delegations.naming import NamedParty, Reader
from forum.records.languages import language_name, split_tags
from forum.records.relations import tie
from forum.records.texts import said

# Only for these does the law of treaties ask by what right a person signs.
TREATIES = (Instrument.TREATY, Instrument.INTERGOVERNMENTAL)
# What may stand in the way of a signature.
UNSIGNED, FOR_NONE, FOR_TWO = "unsigned", "for-none", "for-two"
NO_AUTHORITY, ONE_PARTY = "no-authority", "one-party"


@dataclass(frozen=True)
class Copy:
    """An original to bring: for whom, in which languages, and who is named first in it."""

    party: Party
    languages: list[str]
    order: list[Party]


@dataclass(frozen=True)
class Signing:
    """One document of a ceremony, with what is to be known at the table."""

    agreement: Agreement
    parties: list[Party]
    signatories: list[Signatory]
    onlookers: list[Signatory]
    seats: list[Signatory]
    copies: list[Copy]
    problems: list[str]
    remarks: list[str]


def signings(event, sessions=None) -> list[Signing]:
    """The documents of an event, or of some items of its programme, in their order.

    What was abandoned is left out; what stands at no ceremony yet comes last.
    """
    agreements = event.agreements.all()
    if sessions is not None:
        agreements = agreements.filter(session__in=sessions)
    rows = sorted(with_signers(agreements), key=_order)
    return [signing(agreement, event.country) for agreement in rows]


def with_signers(agreements: QuerySet) -> QuerySet:
    """Those that were not abandoned, with all that it takes to say who signs them."""
    rows = agreements.exclude(stage=Stage.ABANDONED).select_related("session")
    return rows.prefetch_related(
        "parties__institution__names",
        "signatories__official__names",
        "signatories__institution__names",
        "signatories__on_behalf_of__names",
    )


def sides_of(agreement: Agreement) -> list[Party]:
    """The parties of one that came with its signers, in their order."""
    parties = sorted(agreement.parties.all(), key=lambda party: (party.position, party.pk))
    return [party for party in parties if party.role == PartyRole.PARTY]


def signers_of(agreement: Agreement) -> list[Signatory]:
    """Its signatories and onlookers, in their order."""
    people = sorted(agreement.signatories.all(), key=lambda each: (each.position, each.pk))
    return tie(people, "party", agreement.parties.all())


def _order(agreement: Agreement):
    session = agreement.session
    if session is None:
        return (1,)
    time = str(session.starts_at or "")
    return 0, str(session.day or ""), time, session.position, session.pk, agreement.pk


def signing(agreement: Agreement, host: str) -> Signing:
    """A document as it is prepared for a ceremony in the host country."""
    parties, people = sides_of(agreement), signers_of(agreement)
    signatories = [each for each in people if each.role not in ONLOOKERS]
    return Signing(
        agreement=agreement,
        parties=parties,
        signatories=signatories,
        onlookers=[each for each in people if each.role in ONLOOKERS],
        seats=seats(parties, signatories, host),
        copies=copies(agreement, parties),
        problems=problems(agreement, parties, signatories),
        remarks=remarks(agreement, parties, signatories),
    )


def named(party: Party) -> NamedParty:
    """A party as staff know it, as on the day of the document."""
    return naming.party(party, Reader.STAFF, party.agreement.day)


def who(signatory: Signatory) -> str:
    """Somebody as staff know them: by name, office and institution."""
    return naming.person(signatory, Reader.STAFF, signatory.day).in_words()


def seats(parties: list[Party], signatories: list[Signatory], host: str) -> list[Signatory]:
    """Who sits at the table, from left to right as the audience sees it.

    The guest has the place of honour at the host's right hand, as protocol has it at tables and
    flags: seen from the audience guests sit on the left, in the order of the parties, and the
    host on the right. Without a host among them all sit in the order of the parties.
    """
    places = {party.pk: place for place, party in enumerate(parties)}
    hosts = {party.pk for party in parties if host and named(party).country == host}

    def place(signatory):
        return signatory.party_id in hosts, places.get(signatory.party_id, len(places))

    return sorted(signatories, key=place)


def copies(agreement: Agreement, parties: list[Party]) -> list[Copy]:
    """One original for each party in every language; by the alternat its own names it first."""
    languages = split_tags(agreement.languages)
    return [
        Copy(party, languages, [party, *(other for other in parties if other != party)])
        for party in parties
    ]


class Trouble(NamedTuple):
    """What keeps a document from being signed as it should: its kind, and about what it is."""

    kind: str
    about: Model
    text: str


def problems(agreement: Agreement, parties: list[Party], signatories: list[Signatory]) -> list[str]:
    """What keeps the document from being signed as it should, each in a sentence."""
    return [each.text for each in troubles(agreement, parties, signatories)]


def troubles(
    agreement: Agreement, parties: list[Party], signatories: list[Signatory]
) -> list[Trouble]:
    signed_for = {each.party_id for each in signatories}
    text = _("No one signs for %(party)s.")
    found = [
        Trouble(UNSIGNED, party, text % {"party": named(party).in_words()})
        for party in parties
        if party.pk not in signed_for
    ]
    text = _("%(person)s signs for no party.")
    found += [
        Trouble(FOR_NONE, each, text % {"person": who(each)})
        for each in signatories
        if each.party_id is None
    ]
    found += _people_for_two_sides(signatories)
    if agreement.instrument in TREATIES:
        found += _without_authority(signatories)
    if len(parties) < 2:
        text = _("Fewer than two parties are on record.")
        found.append(Trouble(ONE_PARTY, agreement, text))
    return found


def _people_for_two_sides(signatories: list[Signatory]) -> list[Trouble]:
    pairs = {(each.official, each.party_id) for each in signatories if each.party_id}
    sides = Counter(official for official, _party in pairs if official)
    text = _("%(person)s signs for more than one party.")
    return [
        Trouble(FOR_TWO, official, text % {"person": said(official, "name")})
        for official, count in sides.items()
        if count > 1
    ]


def _without_authority(signatories: list[Signatory]) -> list[Trouble]:
    """Who needs full powers and has none on record.

    A head of state, a head of government and a minister for foreign affairs need none: Vienna
    Convention on the Law of Treaties, article 7(2)(a); for them staff choose “by virtue of the
    office”.
    """
    text = _(
        "By what right %(person)s signs is not on record: full powers, or an office that needs"
        " none (Vienna Convention on the Law of Treaties, art. 7)?"
    )
    return [
        Trouble(NO_AUTHORITY, each, text % {"person": who(each)})
        for each in signatories
        if not each.authority
    ]


def remarks(agreement: Agreement, parties: list[Party], signatories: list[Signatory]) -> list[str]:
    """What is worth a second look, each in a sentence."""
    found = []
    if not agreement.languages:
        found.append(_("The languages of the document are not on record."))
    if agreement.originals and agreement.originals != len(parties):
        text = ngettext(
            "%(count)d original is on record, for %(parties)d parties.",
            "%(count)d originals are on record, for %(parties)d parties.",
            agreement.originals,
        )
        found.append(text % {"count": agreement.originals, "parties": len(parties)})
    if agreement.session is None:
        found.append(_("No item of the programme is named at which it is signed."))
    if agreement.instrument not in TREATIES and any(not each.authority for each in signatories):
        found.append(_("By what right they sign is not on record for all signatories."))
    powers = [each for each in signatories if each.authority == Authority.FULL_POWERS]
    found += [_("Check the full powers of %(person)s.") % {"person": who(each)} for each in powers]
    return found


def language_list(copy: Copy) -> str:
    return ", ".join(language_name(tag) for tag in copy.languages)

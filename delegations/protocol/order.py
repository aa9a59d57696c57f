"""The order of precedence of an event, for one reader: its delegations, and the members of each.

An order is made of what its reader may see: a head whom visitors do not see does not lead for
them. `in_order_of_precedence(event, Reader.STAFF)` gives all who come, to print them or to work
with them; it takes as many queries for any number of them.
"""

from collections.abc import Mapping
from dataclasses import dataclass, replace

from django.db.models import QuerySet

from delegations import naming
from delegations.choices import DelegationRole
from delegations.models import Delegation, Member
from delegations.naming import Reader
from delegations.offices import NEVER, PartialDate
from delegations.protocol.among import order_among
from delegations.protocol.facts import DelegationFact, MemberFact
from delegations.protocol.members import facts_of_members
from delegations.protocol.precedence import Order
from delegations.protocol.within import head_of, order_within
from forum.models import Event
from forum.prepared import prepared
from forum.records import countries
from forum.records.relations import tie
from forum.records.texts import LANGUAGES, text_in


@dataclass(frozen=True)
class Precedence:
    """The delegations that come to an event, their order, and that of the members of each."""

    records: Mapping[int, Delegation]
    among: Order[DelegationFact]
    within: Mapping[int, Order[MemberFact]]

    @property
    def delegations(self) -> list[Delegation]:
        return [self.records[key] for key in self.among.keys]

    @property
    def members(self) -> list[int]:
        """The keys of all members, in order."""
        return [key for delegation in self.among.keys for key in self.within[delegation].keys]

    def explain(self) -> None:
        """Give each record but the first of a list the `reason` why it stands behind the last."""
        of_delegations = self.among.reasons()
        for delegation in self.delegations:
            delegation.reason = of_delegations.get(delegation.pk)
            of_members = self.within[delegation.pk].reasons()
            for member in delegation.ordered_members:
                member.reason = of_members.get(member.pk)


@prepared
def _delegations_of(event: int) -> QuerySet:
    delegations = Delegation.objects.filter(event=event).present().select_related("institution")
    return delegations.prefetch_related("institution__names")


@prepared
def _members(keys: list[int]) -> QuerySet:
    return Member.objects.filter(pk__in=keys).with_dated_names()


def precedence_of(event: Event, reader: Reader = Reader.VISITOR) -> Precedence:
    """The order alone: the delegations, and the keys of their members."""
    delegations = tie(_delegations_of(event.pk), "event", [event])
    members = facts_of_members(event, reader)
    language = event.precedence_language or "en"
    facts = [_fact(each, members.get(each.pk, []), language, reader) for each in delegations]
    return Precedence(
        records={each.pk: each for each in delegations},
        among=order_among(facts, event.precedence_rule, language, event.host_place),
        within={
            each.pk: order_within(members.get(each.pk, []), event.member_rule, language)
            for each in delegations
        },
    )


def in_order_of_precedence(event: Event, reader: Reader = Reader.VISITOR) -> list[Delegation]:
    """The delegations that come, each with those of its members whom the reader may see.

    Each member stands in the `ordered_members` of the delegation.
    """
    return ranked(event, reader).delegations


def ranked(event: Event, reader: Reader = Reader.VISITOR) -> Precedence:
    """The same, with orders that say in words of any two why they stand so."""
    order = precedence_of(event, reader)
    delegations = order.delegations
    members = {each.pk: each for each in tie(_members(order.members), "delegation", delegations)}
    for delegation in delegations:
        # The very one that is listed, with all that was brought along.
        delegation.whole = order.records.get(delegation.parent_id)
        keys = order.within[delegation.pk].keys
        # One who was removed meanwhile is in no list.
        delegation.ordered_members = [members[key] for key in keys if key in members]
    people = {key: _called(member, reader) for key, member in members.items()}
    sides = {each.pk: naming.side(each, reader, each.day).in_words() for each in delegations}

    def person(fact: MemberFact) -> MemberFact:
        return replace(fact, label=people.get(fact.key, ""))

    def side(fact: DelegationFact) -> DelegationFact:
        return replace(fact, label=sides[fact.key], head=fact.head and person(fact.head))

    within = {key: each.with_facts(person) for key, each in order.within.items()}
    return Precedence(order.records, order.among.with_facts(side), within)


def _called(member: Member, reader: Reader) -> str:
    """A name, or where there is none the office: “Rector, TalTech”."""
    who = naming.person(member, reader, member.day)
    return str(who.name) or who.in_words()


def _fact(
    delegation: Delegation, members: list[MemberFact], language: str, reader: Reader
) -> DelegationFact:
    body = delegation.institution
    return DelegationFact(
        key=delegation.pk,
        name=_name(delegation, language),
        place=delegation.place,
        is_told=body is None or reader is Reader.STAFF or body.is_published,
        is_host=delegation.role == DelegationRole.HOST,
        position=delegation.position,
        head=head_of(members),
        founded=PartialDate(body.founded_on, body.founded_on_precision) if body else NEVER,
        lot=delegation.lot,
    )


def _name(delegation: Delegation, language: str) -> str:
    """The name by which the delegation takes its place, whatever language the reader has."""
    if delegation.country:
        return countries.names(language).get(delegation.country, delegation.country)
    body = delegation.institution
    recorded = body.names.all() if body and language not in LANGUAGES else ()
    said = next((name.text for name in recorded if name.language == language), "")
    return said or text_in(body or delegation, language, "name")[0]

"""Those who come to an event, read in a few queries, as the one who prints may know them."""

from collections.abc import Iterable
from dataclasses import replace
from itertools import count

from django.db.models import Model
from django.utils.text import capfirst
from django.utils.translation import gettext as _

from config.desk.printing.gathering import Gathering, Guest, Pass, Side
from delegations import naming
from delegations.accreditation import badges
from delegations.accreditation.acts import ENTITLED
from delegations.accreditation.zones import zones_of
from delegations.choices import DelegationRole, MemberFunction, NameKind, NomineeState
from delegations.models import (
    Answer,
    Badge,
    Delegation,
    Member,
    Nominee,
    OfficialContact,
    Question,
    Zone,
)
from delegations.naming import NamedPerson, Reader, Wording
from delegations.naming.scripts import in_another_script, own_languages
from delegations.naming.values import NOTHING, joined
from delegations.nominating.questions import questions_of
from delegations.protocol.order import precedence_of
from forum import wording
from forum.models import Event
from forum.records.relations import tie
from forum.records.texts import LANGUAGES, said
from forum.rights import guarded, hidden_from

HOSTS = (DelegationRole.HOST, DelegationRole.ORGANISER)
# The names of a person that are none to be called by.
NO_NAMES = (NameKind.FORMER, NameKind.ACRONYM, NameKind.AS_PRINTED)


def gathering(event: Event, user) -> Gathering:
    """All who come to the event, in the language that is active."""
    ordered = _in_order(event)
    everybody = [member for _delegation, members in ordered for member in members]
    passes, listed = _passes(event, everybody), _listed(everybody)
    travel, asked = _travel(everybody, user), questions_of(event)
    answers = _answers(everybody, asked, user)
    sides, guests, places = [], [], count(1)
    for delegation, members in ordered:
        side = _side(delegation, members, user)
        sides.append(side)
        for member in members:
            guest = _guest(member, side, user)
            guests.append(
                replace(
                    guest,
                    place=next(places),
                    entry=passes[member.pk],
                    is_listed=member.pk in listed,
                    private=travel.get(member.pk, {}) | answers.get(member.pk, {}) | guest.private,
                )
            )
    return Gathering(
        title=said(event, "title"),
        facts=wording.when_and_where(event),
        slug=event.slug,
        sides=tuple(sides),
        guests=tuple(guests),
        questions=tuple((_name(each), each.text) for each in asked),
    )


def _in_order(event: Event) -> list[tuple[Delegation, list[Member]]]:
    """The delegations with their members who are not refused and did not stay away."""
    order = precedence_of(event, Reader.STAFF)
    rows = Member.objects.filter(pk__in=order.members).with_dated_names()
    rows = tie(rows.select_related("official__contact"), "delegation", order.delegations)
    members = {member.pk: member for member in rows}
    return [
        (each, [members[key] for key in order.within[each.pk].keys]) for each in order.delegations
    ]


def _listed(members: list[Member]) -> set[int]:
    """Whom visitors may see too, and so a list that is handed out may name."""
    rows = Member.objects.filter(pk__in=[each.pk for each in members]).listed().order_by()
    return set(rows.values_list("pk", flat=True))


def _side(delegation: Delegation, members: list[Member], user) -> Side:
    named = naming.side(delegation, Reader.STAFF, delegation.day)
    heads = (each for each in members if each.function == MemberFunction.HEAD)
    head = next(heads, None)
    return Side(
        key=delegation.pk,
        name=str(named.name),
        country=named.country,
        role=capfirst(delegation.get_role_display()),
        status=capfirst(delegation.get_status_display()),
        is_host=delegation.role in HOSTS,
        head=_named(head).in_words() if head else "",
        size=len(members),
        private=_private(delegation, Delegation, user),
    )


def _named(member: Member) -> NamedPerson:
    return naming.person(member, Reader.STAFF, member.day)


def _guest(member: Member, side: Side, user) -> Guest:
    named, official = _named(member), member.official
    is_of_side = member.institution_id == member.delegation.institution_id
    body = "" if is_of_side or not named.institution else str(named.institution.name)
    name = str(named.name)
    contact = getattr(official, "contact", None) if official else None
    return Guest(
        key=member.pk,
        place=0,
        side=side,
        name=name,
        honorific=str(named.honorific),
        sort_name=said(official, "sort_name") or name or str(named.office),
        office=joined(named.office, named.also.in_words()),
        body=body,
        other_name=_other_name(member, name, side) if name else NOTHING,
        function=member.function,
        function_name=capfirst(member.get_function_display()),
        photo=official.photo.name if official and official.photo else "",
        private=_private(contact, OfficialContact, user),
    )


def _other_name(member: Member, name: str, side: Side) -> Wording:
    """The name in another script: that of the person's own country, or of the event's."""
    official = member.official
    if official is None:
        return NOTHING
    forms = sorted(official.names.all(), key=lambda form: (not form.is_preferred, form.pk))
    found = [Wording(getattr(official, f"name_{each}") or "", each) for each in LANGUAGES]
    found += [Wording(each.text, each.language) for each in forms if each.kind not in NO_NAMES]
    own, host = side.country, member.delegation.event.country
    return in_another_script(name, found, own_languages(own), own_languages(host))


def _passes(event: Event, members: list[Member]) -> dict[int, Pass]:
    """What each may enter with, by key."""
    given, zones = badges.in_use(members), zones_of(event, members)
    return {
        member.pk: _pass(member, given.get(member.pk), zones.get(member.pk, ()))
        for member in members
    }


def _pass(member: Member, badge: Badge | None, zones: Iterable[Zone]) -> Pass:
    return Pass(
        category=member.function,
        category_name=capfirst(member.get_function_display()),
        state=member.accreditation,
        state_name=capfirst(member.get_accreditation_display()),
        refusal=_refusal(member),
        number=str(badge.number) if badge else "",
        zones=tuple(zone.code for zone in zones),
        code=badges.address_of(badge) if badge else "",
    )


def _refusal(member: Member) -> str:
    if member.accreditation not in ENTITLED:
        return _("Accreditation: %(state)s") % {"state": member.get_accreditation_display()}
    return "" if member.official or member.name_as_printed else _("No name is on record.")


def _travel(members: list[Member], user) -> dict[int, dict[str, str]]:
    """What their delegations said of their travel, by key, as far as this user may see it."""
    rows = Nominee.objects.filter(member__in=[each.pk for each in members]).order_by("pk")
    rows = rows.filter(state=NomineeState.ACCEPTED)
    return {nominee.member_id: _private(nominee, Nominee, user) for nominee in rows}


def _answers(members: list[Member], asked: list[Question], user) -> dict[int, dict[str, str]]:
    """What their delegations answered, by key and question, if this user may see that."""
    found: dict[int, dict[str, str]] = {}
    if not asked or hidden_from(user, Answer):
        return found
    rows = Answer.objects.filter(nominee__member__in=[each.pk for each in members])
    rows = rows.exclude(nominee__state=NomineeState.WITHDRAWN).exclude(value="")
    known = {each.pk: each for each in asked}
    for answer in rows.select_related("nominee").order_by("nominee", "pk"):
        question = known.get(answer.question_id)
        if question:
            said = found.setdefault(answer.nominee.member_id, {})
            said[_name(question)] = question.in_words(answer.value)
    return found


def _name(question: Question) -> str:
    return f"question-{question.pk}"


def _private(record: Model | None, model: type[Model], user) -> dict[str, str]:
    """The private fields that this user may see, by their names."""
    open_to_user = guarded(model) - hidden_from(user, model)
    return {name: getattr(record, name, "") for name in open_to_user}

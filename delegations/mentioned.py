"""Which people and institutions the pages of an event name."""

from collections.abc import Iterable, Iterator

from django.utils.translation import gettext as _

from delegations import naming
from delegations.models import Delegation, Member, Representation, Speaker
from delegations.naming import Reader
from forum.mentions import Mention, mentioned_on
from forum.models import Event, Session


def named_in(row: Representation, why: str) -> Iterator[Mention]:
    """Whom a row of somebody who takes part names."""
    if row.official:
        yield Mention(row.official, why, is_printed=bool(row.name_as_printed))
    others = (row.institution, row.also_institution, row.on_behalf_of)
    for record in filter(None, others):
        yield Mention(record, why)


@mentioned_on(Event)
def those_who_come(events) -> Iterator[Mention]:
    """Delegations that come, with the members that visitors see."""
    delegations = Delegation.objects.present().filter(event__in=events)
    for delegation in delegations.select_related("institution"):
        if delegation.institution:
            yield Mention(delegation.institution, _("sends a delegation"))
    members = Member.objects.listed().filter(delegation__in=delegations)
    for member in members.with_names().select_related("delegation__institution"):
        side = naming.side(member.delegation, Reader.STAFF, None).in_words()
        yield from named_in(member, _("delegation: %(name)s") % {"name": side})


@mentioned_on(Event)
def those_who_speak(events) -> Iterator[Mention]:
    sessions = Session.objects.public().filter(event__in=events)
    speakers: Iterable[Speaker] = Speaker.objects.filter(
        session__in=sessions.order_by()
    ).as_wished()
    for speaker in speakers.with_names().select_related("session"):
        yield from named_in(speaker, _("programme: %(item)s") % {"item": speaker.session.name})

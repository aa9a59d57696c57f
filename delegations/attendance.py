"""At which events an institution was."""

from delegations.models import Delegation, Member, Speaker
from forum.models import Event, Session


def events_of(institution):
    """Published events to which it came, sent somebody, or whose public programme names it."""
    came = Delegation.objects.present().filter(institution=institution)
    represented = Member.objects.listed().filter(
        institution=institution, delegation__in=Delegation.objects.present()
    )
    spoke = Speaker.objects.taking_part().filter(
        institution=institution, session__in=Session.objects.public()
    )
    published = Event.objects.published()
    events = (
        published.filter(delegations__in=came)
        | published.filter(delegations__members__in=represented)
        | published.filter(sessions__speakers__in=spoke)
    )
    return published.filter(pk__in=events.values("pk"))

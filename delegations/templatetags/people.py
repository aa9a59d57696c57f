"""What pages of other apps show of people and delegations."""

from collections import defaultdict

from django import template

from delegations.choices import DelegationRole
from delegations.models import DelegationCitation, Speaker
from delegations.protocol.order import in_order_of_precedence

register = template.Library()

ORGANISING = (DelegationRole.ORGANISER, DelegationRole.PARTNER)


@register.simple_tag
def speakers_of(sessions) -> dict[int, list[Speaker]]:
    """Map each session's primary key to its speakers, all in one query."""
    speakers = defaultdict(list)
    for speaker in (
        Speaker.objects.filter(session__in=[session.pk for session in sessions])
        .with_names()
        .order_by("position", "pk")
    ):
        speakers[speaker.session_id].append(speaker)
    return speakers


@register.simple_tag
def citations_of_speakers(sessions):
    """What sources say about who spoke, and how."""
    return DelegationCitation.objects.filter(
        speaker__session__in=[session.pk for session in sessions]
    ).select_related("source")


@register.inclusion_tag("delegations/_person.html")
def person(representation, known_institution: int | None = None):
    """Name somebody as visitors may know them: name, office, institution, what there is.

    The institution that the page has just named is left out.
    """
    own = representation.institution_id
    return {"person": representation, "with_institution": own is None or own != known_institution}


@register.inclusion_tag("delegations/_side.html")
def side(delegation):
    """Name a delegation by its own name, country or institution."""
    return {"delegation": delegation}


@register.inclusion_tag("delegations/_event_summary.html")
def delegations_summary(event):
    """Who came to an event, in one card for each delegation, and who organised it."""
    delegations = in_order_of_precedence(event)
    came = [each for each in delegations if each.role not in ORGANISING]
    return {
        "event": event,
        "delegations": came,
        "organising": [each for each in delegations if each.role in ORGANISING],
    }

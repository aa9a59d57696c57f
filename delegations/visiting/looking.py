"""What is new to a delegation since it last said that it has seen its visit."""

import datetime as dt
from dataclasses import dataclass

from django.conf import settings
from django.utils import timezone
from django.utils.translation import override

from delegations.models import Invitation, Look
from delegations.visiting.changes import Change, changes, kept, mark_of
from delegations.visiting.reads import Found
from delegations.visiting.telling import visit_of
from delegations.visiting.visit import Visit, facts_of


@dataclass(frozen=True)
class News:
    """`facts` are what is to be kept once it was seen, and `mark` tells them from others."""

    changes: list[Change]
    facts: dict[str, dict[str, str]]
    mark: str
    seen_at: dt.datetime | None


def news_of(found: Found, visit: Visit) -> News:
    """What changed since the last look, in the words of the visit; nothing before the first."""
    with override(settings.LANGUAGE_CODE):
        now = facts_of(visit_of(found))
    look = Look.objects.filter(invitation=found.invitation).first()
    facts = kept(now)
    return News(
        changes=changes(look and look.facts, now, facts_of(visit), visit.gone),
        facts=facts,
        mark=mark_of(facts),
        seen_at=look and look.seen_at,
    )


def keep_look(invitation: Invitation, news: News) -> None:
    """Keep what the delegation says that it has seen."""
    seen = {"facts": news.facts, "seen_at": timezone.now()}
    Look.objects.update_or_create(invitation=invitation, defaults=seen)

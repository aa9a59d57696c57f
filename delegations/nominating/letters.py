"""What is written at each turn: to the delegation, or to whoever invited it.

No letter names anybody: mail passes through many hands, and the page says it.
"""

import datetime as dt

from django.conf import settings
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import override

from delegations.models import Invitation
from forum.models import Letter
from forum.outbox.posting import opener, post
from forum.private_addresses.tokens import give_token
from forum.records.partial_dates import format_by

OPENS = "nomination"


@opener(OPENS)
def fresh_address(key: int) -> str:
    """A new address of the page, for the letter that leaves now; "" if the page has ended."""
    rows = Invitation.objects.select_for_update(of=("self",))
    invitation = rows.filter(pk=key, is_revoked=False).first()
    if invitation is None:
        return ""
    token = give_token(invitation, until(timezone.now()))
    invitation.save()
    return page_of(token, invitation.language)


def until(now: dt.datetime) -> dt.datetime:
    return now + dt.timedelta(days=settings.PRIVATE_ADDRESS_DAYS)


def page_of(token: str, language: str) -> str:
    with override(language):
        return reverse("nominate", args=[token])


def invite(invitation: Invitation) -> Letter:
    """Write the letter with the link; when it leaves, every earlier link ends."""
    return _to_delegation("nomination_invited", invitation, opens=OPENS, key=invitation.pk)


def tell_answer(invitation: Invitation, *, accepted: int, returned: int) -> list[Letter]:
    """Write what came of people who were submitted."""
    turns = [("nomination_accepted", accepted), ("nomination_returned", returned)]
    return [_to_delegation(name, invitation, count=count) for name, count in turns if count]


def tell_asked(invitation: Invitation, count: int) -> Letter:
    """Write that so many people are asked something that is not answered yet."""
    return _to_delegation("nomination_asked", invitation, count=count)


def tell_submitted(invitation: Invitation, count: int) -> Letter | None:
    """Write to whoever invited them that people wait for an answer; None if that is nobody."""
    host = invitation.invited_by
    if not (host and host.is_active and host.email):
        return None
    address = reverse("admin:delegations_delegation_nominees", args=[invitation.delegation_id])
    link = settings.SITE_URL.rstrip("/") + address
    said = {"count": count, "link": link}
    return _post("nomination_submitted", invitation, host.email, settings.LANGUAGE_CODE, **said)


def _to_delegation(template: str, invitation: Invitation, *, opens="", key=None, **said) -> Letter:
    to, language = invitation.email, invitation.language
    return _post(template, invitation, to, language, opens=opens, key=key, **said)


def _post(template, invitation, to, language, *, opens="", key=None, **said) -> Letter:
    delegation = invitation.delegation
    with override(language):
        names = {"event": str(delegation.event), "delegation": str(delegation)}
        deadline = format_by(invitation.deadline) if invitation.deadline else ""
    context = names | {"deadline": deadline, "site_name": settings.SITE_NAME, **said}
    return post(
        template,
        to=to,
        language=language,
        event=delegation.event,
        context=context,
        opens=opens,
        key=key,
    )

"""What staff read of a nominee: all that the delegation says, beside what is on record."""

from collections.abc import Sequence
from dataclasses import replace

from django.utils.formats import date_format
from django.utils.text import capfirst
from django.utils.translation import gettext as _

from delegations.admin.nominating.forms import Fact
from delegations.models import Member, Nominee
from delegations.nominating.proposing import Choice, Proposal, proposals
from forum.records.languages import language_name, split_tags

SHOWN = (
    *("category", "name", "original_name", "office", "institution", "languages", "arrival"),
    *("departure", "hotel", "dietary_needs", "access_needs", "consented_on"),
)


def facts_of(nominee: Nominee) -> list[Fact]:
    """What is said of a nominee, and of one who is a member already what stood there before."""
    before = _on_record(nominee.member) if nominee.member else {}
    facts = [Fact(_label(name), _said(nominee, name), before.get(name, "")) for name in SHOWN]
    return [fact for fact in facts if fact.said or fact.before]


def _label(name: str) -> str:
    return capfirst(Nominee._meta.get_field(name).verbose_name)


def _said(nominee: Nominee, name: str) -> str:
    if name == "category":
        return nominee.get_category_display()
    if name == "languages":
        return ", ".join(map(language_name, split_tags(nominee.languages)))
    if name == "consented_on":
        return date_format(nominee.consented_on) if nominee.consented_on else ""
    return str(getattr(nominee, name) or "")


def _on_record(member: Member) -> dict[str, str]:
    contact = getattr(member.official, "contact", None)
    return {
        "category": member.get_function_display(),
        "name": str(member.official or member.name_as_printed),
        "office": member.office,
        "institution": str(member.institution or ""),
        "dietary_needs": contact.dietary_needs if contact else "",
        "access_needs": contact.access_needs if contact else "",
    }


def proposals_of(nominees: Sequence[Nominee]) -> list[Proposal]:
    """What is proposed for each; of a member first whom it is on record as."""
    return [_as_member(*each) for each in zip(nominees, proposals(nominees), strict=True)]


def _as_member(nominee: Nominee, proposal: Proposal) -> Proposal:
    official = nominee.member.official if nominee.member else None
    if official is None:
        return proposal
    own = Choice(str(official.pk), str(official), "", _("Member already"))
    others = [each for each in proposal.officials if each.key != own.key]
    return replace(proposal, officials=[own, *others], official=own.key)

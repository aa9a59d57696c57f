"""The delegations of an event in the order of its rule, and the reason for each place."""

from django.utils.translation import gettext as _

from delegations.choices import MemberFunction
from delegations.models import Delegation
from delegations.protocol.precedence import FUNCTION_ORDER, delegation_key, member_key
from forum.records import countries
from forum.records.texts import LANGUAGES, text_in


def in_order_of_precedence(event) -> list[Delegation]:
    """Delegations that visitors may see, each with its `listed_members` in order."""
    delegations = list(event.delegations.present().with_listed_members())
    by_key = {delegation.pk: delegation for delegation in delegations}
    for delegation in delegations:
        # The very one that is listed, with all that was brought along.
        delegation.whole = by_key.get(delegation.parent_id)
        delegation.listed_members.sort(key=_member_key)
        for member in delegation.listed_members:
            member.reason = _reason(member)
    return in_order(event, delegations, {each.pk: _head_weight(each) for each in delegations})


def in_order(event, delegations: list[Delegation], weights: dict) -> list[Delegation]:
    """The delegations in the order of their event; the ranks of their heads are given by key."""
    language = event.alphabet or "en"
    return sorted(
        delegations,
        key=lambda delegation: delegation_key(
            event.precedence_rule,
            position=delegation.position,
            name=_name(delegation, language),
            head_weight=weights.get(delegation.pk),
            language=language,
            pk=delegation.pk,
        ),
    )


def _member_key(member) -> tuple:
    return member_key(
        function=member.function,
        position=member.position,
        weight=member.rank.weight if member.rank else None,
        pk=member.pk,
    )


def _reason(member) -> str:
    if member.position is not None:
        return _("placed by protocol")
    if member.function in FUNCTION_ORDER:
        return member.get_function_display()
    return _("rank: %(rank)s") % {"rank": member.rank} if member.rank else ""


def _name(delegation, language: str) -> str:
    """The name by which the delegation takes its place, whatever language the reader has."""
    if delegation.country:
        return countries.names(language).get(delegation.country, delegation.country)
    body = delegation.institution
    recorded = body.names.all() if body and language not in LANGUAGES else ()
    said = next((name.text for name in recorded if name.language == language), "")
    return said or text_in(body or delegation, language, "name")[0]


def _head_weight(delegation) -> int | None:
    heads = (m for m in delegation.listed_members if m.function == MemberFunction.HEAD and m.rank)
    return max((head.rank.weight for head in heads), default=None)

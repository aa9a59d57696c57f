"""The rows of a list of officials: the offices of today, or else in which somebody came last."""

from dataclasses import dataclass

from django.db.models import F, QuerySet, Window
from django.db.models.functions import RowNumber

from delegations import naming
from delegations.attendance import seen_members, seen_speakers
from delegations.naming import NamedRole, Reader
from forum.prepared import prepared


@dataclass(frozen=True)
class LastRole:
    """In which office, for whom, for which country and in which year somebody took part last."""

    role: NamedRole
    country: str
    year: int


@prepared
def _memberships(officials: list[int]) -> QuerySet:
    rows = seen_members().filter(delegation__event__is_published=True, official__in=officials)
    rows = rows.select_related("delegation__event", "delegation__institution", "institution")
    return _last(rows, "delegation__event")


@prepared
def _speeches(officials: list[int]) -> QuerySet:
    rows = seen_speakers().filter(session__event__is_published=True, official__in=officials)
    return _last(rows.select_related("session__event", "institution"), "session__event")


def _last(acts: QuerySet, event: str) -> QuerySet:
    """Of each official the last of these acts."""
    newest = [F(f"{event}__starts_on").desc(nulls_last=True), F("pk").desc()]
    number = Window(RowNumber(), partition_by="official", order_by=newest)
    return acts.annotate(number=number).filter(number=1).prefetch_related("institution__names")


def bring_last_acts(officials: list) -> None:
    """Bring along the `last_act` that visitors may see of those who hold no office today."""
    lacking = {each.pk: each for each in officials if not each.current_offices}
    keys = [*lacking]
    acts = [*_memberships(keys), *_speeches(keys)] if keys else []
    for act in sorted((act for act in acts if act.day), key=lambda act: act.day):
        lacking[act.official_id].last_act = act


def last_role(official) -> LastRole | None:
    """The role in the act that bring_last_acts() has brought along; None if there is none."""
    act = getattr(official, "last_act", None)
    if act is None:
        return None
    role = naming.role(act, Reader.VISITOR, act.day)
    # Who sent somebody counts: an embassy is in the country of others.
    country = _sent_by(act) or (role.institution.country if role.institution else "")
    return LastRole(role, country, act.day.year)


def _sent_by(act) -> str:
    """The country of the delegation of a member."""
    delegation = getattr(act, "delegation", None)
    return naming.side(delegation, Reader.VISITOR, None).country if delegation else ""

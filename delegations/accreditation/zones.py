"""Which zones of an event are open to whom: by category, with an exception for one or another."""

from collections import defaultdict
from collections.abc import Collection, Iterable, Mapping

from delegations.models import Member, Zone, ZoneException
from forum.records.chosen import codes


def may_enter(category: str, zone: Collection[str], exception: bool | None) -> bool:
    """Whether a zone of these categories is open; an exception goes before the category."""
    return category in zone if exception is None else exception


def zones_of(event, members: Iterable[Member]) -> Mapping[int, list[Zone]]:
    """The zones open to each of these members of an event, by the member's key: two queries."""
    members = list(members)
    zones = [(zone, codes(zone.categories)) for zone in Zone.objects.filter(event=event)]
    rows = ZoneException.objects.filter(member__in=[each.pk for each in members])
    exceptions = {(each.member_id, each.zone_id): each.may_enter for each in rows}
    found = defaultdict(list)
    for member in members:
        for zone, categories in zones:
            exception = exceptions.get((member.pk, zone.pk))
            if may_enter(member.function, categories, exception):
                found[member.pk].append(zone)
    return found

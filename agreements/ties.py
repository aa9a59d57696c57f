"""How many agreements bind institutions to each other: rows that are kept by difference.

What a change adds or takes away is added to them: none is ever counted anew.
"""

from collections import Counter, defaultdict
from collections.abc import Iterable
from itertools import permutations

from agreements.models import Side, Tie


def bound(sides: Iterable[tuple[int, int | None]]) -> Counter:
    """How many of these agreements bind each two institutions, by (agreement, institution)."""
    bodies = defaultdict(set)
    for agreement, institution in sides:
        if institution:
            bodies[agreement].add(institution)
    return Counter(pair for each in bodies.values() for pair in permutations(sorted(each), 2))


def bound_by(agreements: Iterable[int]) -> Counter:
    """The same, as far as it is written down."""
    return bound(_sides().filter(agreement__in=agreements))


def put_in_place(now: Counter, before: Counter) -> None:
    """Write what is bound now by some agreements that bound something else before."""
    changes = {pair: now[pair] - before[pair] for pair in now | before if now[pair] != before[pair]}
    ends = {end for pair in changes for end in pair}
    rows = Tie.objects.filter(institution__in=ends, partner__in=ends)
    known = {(row.institution_id, row.partner_id): row for row in rows}
    new = []
    for (institution, partner), change in sorted(changes.items()):
        row = known.get((institution, partner))
        if row is None:
            new.append(Tie(institution_id=institution, partner_id=partner, count=change))
        else:
            row.count += change
    Tie.objects.bulk_create(new, batch_size=500)
    kept = [known[pair] for pair in changes if pair in known]
    Tie.objects.bulk_update([row for row in kept if row.count], ["count"], batch_size=200)
    Tie.objects.filter(pk__in=[row.pk for row in kept if not row.count]).delete()


def recount() -> None:
    """Count all of them anew."""
    Tie.objects.all().delete()
    put_in_place(bound(_sides().iterator()), Counter())


def _sides():
    rows = Side.objects.filter(institution__isnull=False).order_by()
    return rows.values_list("agreement", "institution")

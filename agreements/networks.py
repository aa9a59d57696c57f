"""Which institutions are bound to each other by agreements, as numbers and as a picture."""

from collections import Counter

from django.db.models import Count
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from agreements.models import Agreement, Party
from delegations import naming
from delegations.naming import Reader
from forum.records import charts
from forum.records.texts import said

# How many institutions stand on a side of a picture; the table has all.
MOST_NODES = 14


def partners(institution) -> list[tuple[object, int]]:
    """Published institutions bound to this one by agreements, with how many; the most first."""
    shared = Agreement.objects.published().of_institution(institution)
    rows = (
        Party.objects.filter(agreement__in=shared.values("pk"), institution__is_published=True)
        .exclude(institution=institution)
        .values_list("institution")
        .annotate(count=Count("agreement", distinct=True))
        .order_by("-count", "institution")
    )
    counts = dict(rows)
    found = type(institution).objects.in_order().in_bulk(counts)
    return [(found[key], count) for key, count in counts.items()]


def around(institution) -> dict:
    """The network around one institution."""
    found = partners(institution)
    name = said(institution, "name")
    names = [(other.pk, said(other, "name"), n) for other, n in found]
    drawn = names[:MOST_NODES]
    return {
        "title": _("Partners by agreements"),
        "network": charts.network(
            [(institution.pk, name)],
            [(key, label) for key, label, _count in drawn],
            {(institution.pk, key): count for key, _label, count in drawn},
        ),
        "note": _not_drawn(len(names) - len(drawn)),
        "ties": [(name, label, count) for _key, label, count in names],
    }


def between(agreements, home: str) -> dict:
    """The network of the parties of these agreements: those of the home country on the left."""
    left, right, ties = {}, {}, Counter()
    for agreement in agreements:
        parties = [
            naming.known(party.institution, Reader.VISITOR) for party in agreement.parties.all()
        ]
        ours = [i for i in parties if i and i.side == home]
        theirs = [i for i in parties if i and i.side != home]
        left |= {i.pk: said(i, "name") for i in ours}
        right |= {i.pk: said(i, "name") for i in theirs}
        ties.update((one.pk, other.pk) for one in ours for other in theirs)
    lefts, rights = list(left.items())[:MOST_NODES], list(right.items())[:MOST_NODES]
    return {
        "title": _("Ties by agreements"),
        "network": charts.network(lefts, rights, ties),
        "note": _not_drawn(len(left) + len(right) - len(lefts) - len(rights)),
        "ties": [(left[one], right[other], count) for (one, other), count in ties.items()],
    }


def _not_drawn(count: int) -> str:
    sentence = ngettext(
        "%(count)s more institution stands in the table alone.",
        "%(count)s more institutions stand in the table alone.",
        count,
    )
    return sentence % {"count": count} if count else ""

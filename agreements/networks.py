"""Which institutions are bound to each other by agreements, as numbers and as a picture."""

from collections import Counter

from django.db.models import QuerySet
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from agreements.models import Tie
from delegations import naming
from delegations.naming import Reader
from forum.derived import catch_up
from forum.prepared import beginning
from forum.records import charts
from forum.records.texts import said
from forum.records.translated import columns

# How many institutions stand on a side of a picture.
MOST_NODES = 14


def partners_of(institution: int) -> QuerySet:
    """The ties of an institution to published ones, the partners bound by most agreements first."""
    catch_up()
    ties = Tie.objects.filter(institution=institution, partner__is_published=True)
    return ties.order_by("-count", "partner").select_related("partner")


_nearest = beginning(
    lambda key: partners_of(key).only(
        "institution", "count", *(f"partner__{column}" for column in columns("name"))
    ),
    MOST_NODES,
)


def around(institution) -> dict:
    """The network around one institution: those bound to it most, and how many there are."""
    key, name = institution.pk, said(institution, "name")
    found = _nearest(key)
    drawn = [(tie.partner_id, said(tie.partner, "name"), tie.count) for tie in found.rows]
    return {
        "title": _("Partners by agreements"),
        "network": charts.network(
            [(key, name)],
            [(other, label) for other, label, _count in drawn],
            {(key, other): count for other, _label, count in drawn},
        ),
        "ties": [(name, label, count) for _other, label, count in drawn],
        "partners": found,
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

"""What an institution concluded, and what its predecessors did before it."""

from django.db.models import QuerySet

from agreements.models import Agreement
from delegations.models import Institution
from forum.prepared import prepared
from forum.prepared.queries import number_of
from forum.records.chains import Chain

# How many documents of its own, and how many of its predecessors, the page of one shows.
NEWEST = 5


class Line:
    """What an institution concluded, and then what its predecessors did without it.

    Pages read only those that they show.
    """

    def __init__(self, institution):
        self._key = institution.pk
        self._before = {each.pk: each for each in institution.all_predecessors()}

    def chain(self) -> Chain:
        """The keys of its own, and then those of what its predecessors concluded."""
        parts = _own(self._key), _inherited(self._key, [*self._before])
        return Chain(*map(_keys, parts))

    def count(self) -> int:
        inherited = _number_inherited(self._key, [*self._before]) if self._before else [0]
        return _number_of_own(self._key)[0] + inherited[0]

    def newest(self) -> list[Agreement]:
        return rows_of(_newest_own(self._key))

    def newest_inherited(self) -> list[tuple[Institution, Agreement]]:
        found = _newest_inherited(self._key, [*self._before]) if self._before else []
        return self.with_predecessors(rows_of(found))

    def with_predecessors(self, rows: list[Agreement]) -> list[tuple[Institution, Agreement]]:
        return [(self._predecessor(row), row) for row in rows]

    def _predecessor(self, agreement: Agreement) -> Institution:
        parties = (self._before.get(party.institution_id) for party in agreement.parties.all())
        return next(filter(None, parties))


def _own(institution: int) -> QuerySet:
    return Agreement.objects.published().of_institution(institution)


def _inherited(institution: int, before: list[int]) -> QuerySet:
    theirs = Agreement.objects.published().of_any_institution(before)
    return theirs.exclude(pk__in=_own(institution).values("pk"))


def _keys(agreements: QuerySet) -> QuerySet:
    """In their order, which takes no more than they are ordered by."""
    return agreements.newest_first().values_list("pk", flat=True)


@prepared
def _newest_own(institution: int) -> QuerySet:
    return _keys(_own(institution))[:NEWEST]


@prepared
def _newest_inherited(institution: int, before: list[int]) -> QuerySet:
    return _keys(_inherited(institution, before))[:NEWEST]


@prepared
def _number_of_own(institution: int) -> QuerySet:
    return number_of(_own(institution))


@prepared
def _number_inherited(institution: int, before: list[int]) -> QuerySet:
    return number_of(_inherited(institution, before))


def rows_of(keys: list[int]) -> list[Agreement]:
    """The agreements of these keys, with what a row shows."""
    return _rows(keys) if keys else []


@prepared
def _rows(keys: list[int]) -> QuerySet:
    return Agreement.objects.filter(pk__in=keys).for_listing().newest_first()

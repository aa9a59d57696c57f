"""What visitors may narrow the lists of institutions and officials by."""

from collections import Counter
from collections.abc import Callable
from dataclasses import dataclass

from django.db.models import Case, CharField, Count, F, Q, QuerySet, Value, When
from django.utils.translation import gettext_lazy as _

from delegations.attendance import seen_members, seen_speakers
from delegations.choices import InstitutionKind
from delegations.models import FurtherKind
from delegations.querysets import side_of
from forum.derived import catch_up
from forum.search.facets import ChoiceFacet, CountryFacet, Facet, ManyWaysFacet, RecordFacet


def _with_side(path: str, only: Q) -> Callable[[QuerySet], QuerySet]:
    """A row for each `side`: of the published institutions there that count."""
    counts = only & Q(**{f"{path}is_published": True})
    side = Case(When(counts, then=side_of(path)), default=Value(""), output_field=CharField())
    return lambda rows: rows.annotate(side=side)


@dataclass(frozen=True)
class KindFacet(ChoiceFacet):
    """By the main kind of an institution, or by any further one."""

    def narrow(self, queryset, value):
        further = FurtherKind.objects.filter(kind=value).values("institution")
        return queryset.filter(Q(kind=value) | Q(pk__in=further))

    def counts(self, queryset):
        rows = FurtherKind.objects.filter(institution__in=queryset.order_by().values("pk"))
        further = rows.exclude(kind=F("institution__kind")).order_by().values_list("kind")
        counted = dict(further.annotate(Count("pk")))
        return Counter(super().counts(queryset)) + Counter(counted)


KIND = KindFacet("kind", _("Kind"), "kind", among=InstitutionKind)
INSTITUTION_FACETS = [
    CountryFacet(
        "country",
        _("Country"),
        "of_side",
        annotated=lambda institutions: institutions.annotate(of_side=side_of()),
    ),
    KIND,
]


def _seat(path: str, only: Q | None = None) -> Facet:
    """By the country on whose side a published institution is."""
    return Facet("country", _("Country"), "side", annotated=_with_side(f"{path}__", only or Q()))


CAME = Q(as_member__in=seen_members(), as_member__delegation__event__is_published=True)
SPOKE = Q(as_speaker__in=seen_speakers(), as_speaker__session__event__is_published=True)
OFFICIAL_FACETS = [
    ManyWaysFacet(
        "country",
        _("Country"),
        "",
        ways=(
            _seat("appointments__institution"),
            Facet("country", _("Country"), "as_member__delegation__country", only=CAME),
            _seat("as_member__delegation__institution", CAME),
            _seat("as_member__institution", CAME),
            _seat("as_member__also_institution", CAME),
            _seat("as_speaker__institution", SPOKE),
            _seat("as_speaker__also_institution", SPOKE),
        ),
    ),
    RecordFacet(
        "institution",
        _("Institution"),
        "appointments__institution",
        only=Q(appointments__institution__is_published=True),
    ),
]


def _caught_up(events):
    catch_up()
    return events


# Offered on the list of events, which knows nothing of delegations itself.
PARTICIPANT = CountryFacet(
    "with", _("Country taking part"), "attendances__country", annotated=_caught_up
)

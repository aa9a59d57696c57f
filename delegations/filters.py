"""What visitors may narrow the lists of institutions and officials by."""

from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from delegations.attendance import seen_members, seen_speakers
from delegations.choices import InstitutionKind
from delegations.querysets import stands_for_country
from forum.derived import catch_up
from forum.search.facets import ChoiceFacet, CountryFacet, Facet, ManyWaysFacet, RecordFacet

INSTITUTION_FACETS = [
    CountryFacet("country", _("Country"), "country"),
    ChoiceFacet("kind", _("Kind"), "kind", among=InstitutionKind),
]


def _seat(path: str, only: Q = Q()) -> Facet:  # noqa: B008
    """By the country that a published institution stands for."""
    only &= stands_for_country(path)
    return Facet("country", _("Country"), f"{path}__country", only=only)


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
            _seat("as_speaker__institution", SPOKE),
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

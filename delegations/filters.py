"""What visitors may narrow the lists of institutions and officials by."""

from collections.abc import Callable

from django.db.models import Case, CharField, Q, QuerySet, Value, When
from django.utils.translation import gettext_lazy as _

from delegations.attendance import seen_members, seen_speakers
from delegations.choices import InstitutionKind
from delegations.querysets import side_of
from forum.derived import catch_up
from forum.search.facets import ChoiceFacet, CountryFacet, Facet, ManyWaysFacet, RecordFacet


def _with_side(path: str, only: Q) -> Callable[[QuerySet], QuerySet]:
    """A row for each `side`: of the published institutions there that count."""
    counts = only & Q(**{f"{path}is_published": True})
    side = Case(When(counts, then=side_of(path)), default=Value(""), output_field=CharField())
    return lambda rows: rows.annotate(side=side)


def _with_side_of_published(rows, path: str, *before: When):
    """A row for each `side`: of what goes before, or of a published institution."""
    published = When(
        **{f"{path}institution__is_published": True}, then=side_of(f"{path}institution__")
    )
    side = Case(*before, published, default=Value(""), output_field=CharField())
    return rows.annotate(side=side)


INSTITUTION_FACETS = [
    CountryFacet(
        "country",
        _("Country"),
        "of_side",
        annotated=lambda institutions: institutions.annotate(of_side=side_of()),
    ),
    ChoiceFacet("kind", _("Kind"), "kind", among=InstitutionKind),
]


def _seat(path: str, only: Q = Q()) -> Facet:  # noqa: B008
    """By the country on whose side a published institution is."""
    return Facet("country", _("Country"), "side", annotated=_with_side(f"{path}__", only))


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

"""What visitors may narrow the lists of institutions and officials by."""

from django.db.models import Case, CharField, Q, Value, When
from django.utils.translation import gettext_lazy as _

from delegations.choices import InstitutionKind
from delegations.querysets import DECLINED, stands_for_country
from forum.search.facets import ChoiceFacet, CountryFacet, RecordFacet

PUBLISHED = Q(appointments__institution__is_published=True)

INSTITUTION_FACETS = [
    CountryFacet("country", _("Country"), "country"),
    ChoiceFacet("kind", _("Kind"), "kind", among=InstitutionKind),
]
OFFICIAL_FACETS = [
    CountryFacet(
        "country",
        _("Country"),
        "appointments__institution__country",
        only=stands_for_country("appointments__institution"),
    ),
    RecordFacet(
        "institution",
        _("Institution"),
        "appointments__institution",
        only=PUBLISHED,
    ),
]


def _with_sides(events):
    """A row for each `side`: the country of a delegation that came, or of its institution."""
    seat = stands_for_country("delegations__institution")
    return events.annotate(
        side=Case(
            When(delegations__status__in=DECLINED, then=Value("")),
            When(~Q(delegations__country=""), then="delegations__country"),
            When(seat, then="delegations__institution__country"),
            default=Value(""),
            output_field=CharField(),
        )
    )


# Offered on the list of events, which knows nothing of delegations itself.
PARTICIPANT = CountryFacet("with", _("Country taking part"), "side", annotated=_with_sides)

"""What visitors may narrow the register of agreements by."""

from django.db.models import Q
from django.db.models.functions import ExtractYear
from django.utils.translation import gettext_lazy as _

from agreements.choices import Instrument, Status
from forum.facets import ChoiceFacet, CountryFacet, RecordFacet, YearFacet

AGREEMENT_FACETS = [
    ChoiceFacet(
        "status",
        _("Status today"),
        "status",
        annotated=lambda agreements: agreements.with_status(),
        among=Status,
    ),
    CountryFacet(
        "country", _("Country"), "side", annotated=lambda agreements: agreements.with_sides()
    ),
    RecordFacet(
        "institution",
        _("Institution"),
        "parties__institution",
        only=Q(parties__institution__is_published=True),
    ),
    ChoiceFacet("instrument", _("Instrument"), "instrument", among=Instrument),
    RecordFacet("field", _("Field of cooperation"), "provisions__topic"),
    YearFacet(
        "year",
        _("Year"),
        "year",
        annotated=lambda agreements: agreements.annotate(year=ExtractYear("concluded_on")),
    ),
]

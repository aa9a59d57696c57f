"""What visitors may narrow the register of agreements by."""

import datetime as dt

from django.db.models import Q
from django.db.models.functions import ExtractYear
from django.http import QueryDict
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from agreements.choices import Badge, Instrument
from agreements.models import Agreement
from forum.choices import DatePrecision
from forum.records.partial_dates import format_partial
from forum.records.typed import parse_date
from forum.search.facets import ChoiceFacet, CountryFacet, Facet, Filters, RecordFacet, YearFacet

# The parameter that says on which day the status is asked.
DAY = "on"
FACETS = [
    CountryFacet(
        "country",
        gettext_lazy("Country"),
        "side",
        annotated=lambda agreements: agreements.with_sides(),
    ),
    RecordFacet(
        "institution",
        gettext_lazy("Institution"),
        "parties__institution",
        only=Q(parties__institution__is_published=True),
    ),
    ChoiceFacet("instrument", gettext_lazy("Instrument"), "instrument", among=Instrument),
    RecordFacet("field", gettext_lazy("Field of cooperation"), "provisions__topic"),
    YearFacet(
        "year",
        gettext_lazy("Year"),
        "year",
        annotated=lambda agreements: agreements.annotate(year=ExtractYear("concluded_on")),
    ),
]


class Register(Filters):
    """The published agreements, narrowed, with their status on the day that is asked for."""

    def __init__(self, query: QueryDict):
        self.typed = query.get(DAY, "").strip()
        self.day = _day(self.typed)
        self.on = self.day or timezone.localdate()
        kept = {DAY: self.day.isoformat()} if self.day else {}
        facets = [status_facet(self.on), *FACETS]
        # On an earlier day nobody could have listed what came later.
        known = Agreement.objects.published().known(self.on)
        super().__init__(query, known, facets, "agreement", kept)

    @property
    def is_day_unreadable(self) -> bool:
        return bool(self.typed) and self.day is None

    @property
    def address_today(self) -> str:
        """The query string of the list as it is now, but of today."""
        return self._url(DAY, None)

    def listed(self):
        """What the choices leave, as a list shows it."""
        return self.records.for_listing(self.on).newest_first()


def _day(text: str) -> dt.date | None:
    """The day that somebody typed; None for what is not a whole date."""
    try:
        day, precision = parse_date(text)
    except ValueError:
        return None
    return day if precision == DatePrecision.DAY else None


def status_facet(on: dt.date) -> Facet:
    is_today = on == timezone.localdate()
    day = {"day": format_partial(on)}
    return ChoiceFacet(
        "status",
        _("Status today") if is_today else _("Status on %(day)s") % day,
        "badge",
        annotated=lambda agreements: agreements.with_badge(on),
        among=Badge,
    )

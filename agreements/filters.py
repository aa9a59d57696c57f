"""What visitors may narrow the register of agreements by."""

import datetime as dt

from django.conf import settings
from django.db.models import Exists, OuterRef, Q
from django.db.models.functions import ExtractYear
from django.http import QueryDict
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from agreements.choices import Badge, Instrument
from agreements.figures import IN_FORCE, WITHOUT_COUNTRY, YEAR_AND_GROUP
from agreements.models import Agreement, AgreementLink, Party, Period, Provision, Step
from delegations.models import Attendance, Institution
from forum.choices import DatePrecision
from forum.models import Event, Topic
from forum.records.partial_dates import format_partial
from forum.records.typed import parse_date
from forum.search.facets import (
    AskedFacet,
    ChoiceFacet,
    CountryFacet,
    Filters,
    RecordFacet,
    RecordList,
    YearFacet,
    narrowable,
)

# The parameter that says on which day the status is asked.
DAY = "on"
STATUS = ChoiceFacet(
    "status",
    gettext_lazy("Status today"),
    "badge",
    annotated=lambda agreements: agreements.with_badge(),
    among=Badge,
)
FIELD = RecordFacet("field", gettext_lazy("Field of cooperation"), "provisions__topic", among=Topic)
COUNTRY = CountryFacet(
    "country",
    gettext_lazy("Country"),
    "side",
    annotated=lambda agreements: agreements.with_sides(),
)
FACETS = [
    COUNTRY,
    RecordFacet(
        "institution",
        gettext_lazy("Institution"),
        "parties__institution",
        only=Q(parties__institution__is_published=True),
        among=Institution,
    ),
    ChoiceFacet("instrument", gettext_lazy("Instrument"), "instrument", among=Instrument),
    FIELD,
    YearFacet(
        "year",
        gettext_lazy("Year"),
        "year",
        annotated=lambda agreements: agreements.annotate(year=ExtractYear("concluded_on")),
    ),
]


def status_turns(agreements) -> dict[int, dt.date]:
    """The next day on which each of these agreements is something else, if there is one."""
    today = timezone.localdate()
    warned = dt.timedelta(settings.EXPIRING_DAYS)
    turns: dict[int, dt.date] = {}
    rows = Period.objects.filter(agreement__in=agreements, last_on__gte=today)
    for key, first, expires in rows.values_list("agreement", "first_on", "expires_on"):
        for day in (first, expires and expires - warned):
            if day and day > today:
                turns[key] = min(day, turns.get(key, day))
    return turns


REGISTER = narrowable(
    RecordList(
        name="agreement",
        of=Agreement,
        facets=[STATUS, *FACETS],
        beside=[YEAR_AND_GROUP, IN_FORCE, WITHOUT_COUNTRY],
        today=lambda agreements: agreements.known(timezone.localdate()),
        turns=status_turns,
    ),
    read_from={
        # Of these follow the periods, which are written before.
        AgreementLink: ("pk", "other_id"),
        Agreement: "links_in__agreement",
        Party: ("pk", "agreement_id"),
        Step: ("pk", "agreement_id"),
        Provision: ("pk", "agreement_id"),
        Institution: "parties__institution",
        Topic: "provisions__topic",
        Event: "event",
        Attendance: ("event", "event_id"),
    },
)


class Register(Filters):
    """The published agreements, narrowed, with their status on the day that is asked for."""

    def __init__(self, query: QueryDict):
        self.typed = query.get(DAY, "").strip()
        self.day = _day(self.typed)
        self.on = self.day or timezone.localdate()
        self.is_today = self.on == timezone.localdate()
        kept = {DAY: self.day.isoformat()} if self.day else {}
        facets = [STATUS if self.is_today else _status_on(self.on), *FACETS]
        super().__init__(query, Agreement.objects.published(), facets, "agreement", kept)

    @property
    def kinds(self):
        return [REGISTER.name] if self.is_today else [REGISTER.name, REGISTER.waiting]

    def where(self, key):
        # On an earlier day nobody could have listed what came later.
        return [] if self.is_today else [self._is_known(key)]

    def _is_known(self, key: str) -> Exists:
        of_day = Period.objects.filter(first_on__lte=self.on, last_on__gte=self.on)
        return Exists(of_day.filter(agreement=OuterRef(key)))

    @property
    def records(self):
        return super().records.filter(self._is_known("pk"))

    @property
    def is_day_unreadable(self) -> bool:
        return bool(self.typed) and self.day is None

    @property
    def address_today(self) -> str:
        """The query string of the list as it is now, but of today."""
        return self.url(DAY, None)

    def fields(self) -> list[tuple[str, str, int]]:
        """The fields of cooperation of the agreements that are left: (label, address, number)."""
        numbers = dict(self.numbers(FIELD))
        address = reverse("agreement-list")
        return [
            (each.label, f"{address}?{FIELD.name}={each.in_address}", numbers[each.value])
            for each in FIELD.written(numbers)
        ]

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


def _status_on(on: dt.date) -> AskedFacet:
    """By the status on a day that is not today."""

    def rows(badge: str | None = None):
        found = Agreement.objects.published().with_badge(on)
        return found.filter(badge=badge) if badge else found

    return AskedFacet(
        "status",
        _("Status on %(day)s") % {"day": format_partial(on)},
        "badge",
        among=Badge,
        rows=rows,
    )

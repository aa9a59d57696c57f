"""What visitors may narrow the lists of institutions and officials by, and events by who came."""

from collections.abc import Callable
from dataclasses import dataclass

from django.db.models import Case, CharField, Q, QuerySet, Value, When
from django.utils.translation import gettext_lazy as _

from delegations.attendance import seen_members, seen_speakers
from delegations.choices import InstitutionKind
from delegations.models import (
    Appointment,
    Attendance,
    Delegation,
    FurtherKind,
    Institution,
    Member,
    Official,
    Speaker,
)
from delegations.models.representation import BODIES
from delegations.querysets import side_of
from forum.filters import EVENTS
from forum.models import Event, Session
from forum.search.facets import (
    ChoiceFacet,
    CountryFacet,
    Facet,
    ManyWaysFacet,
    RecordFacet,
    RecordList,
    narrowable,
)


def _with_side(path: str) -> Callable[[QuerySet], QuerySet]:
    """A row for each `side`: of the published institutions there."""
    counts = Q(**{f"{path}is_published": True})
    side = Case(When(counts, then=side_of(path)), default=Value(""), output_field=CharField())
    return lambda rows: rows.annotate(side=side)


@dataclass(frozen=True)
class KindFacet(ChoiceFacet):
    """By the main kind of an institution, or by any further one."""

    def questions(self, records, keys):
        rows = FurtherKind.objects.filter(institution__in=keys).order_by()
        return [*super().questions(records, keys), rows.values_list("institution", "kind")]

    def pairs(self, *answers):
        return {*super().pairs(*answers)}


KIND = KindFacet("kind", _("Kind"), "kind", among=InstitutionKind)
INSTITUTIONS = narrowable(
    RecordList(
        name="institution",
        of=Institution,
        facets=[
            CountryFacet(
                "country",
                _("Country"),
                "of_side",
                annotated=lambda institutions: institutions.annotate(of_side=side_of()),
            ),
            KIND,
        ],
    ),
    read_from={FurtherKind: ("pk", "institution_id")},
)


def _seat(path: str) -> dict:
    """By the country on whose side a published institution is."""
    return {"lookup": "side", "annotated": _with_side(f"{path}__")}


@dataclass(frozen=True)
class ActFacet(Facet):
    """By what stands beside an official where visitors see them take part.

    Their own rows are asked for, a few: those of everybody cost more with each event.
    """

    acts: Callable[[], QuerySet] = None

    def questions(self, records, keys):
        rows = self.acts().filter(official__in=keys)
        return [self.annotated(rows).order_by().values_list("official", self.lookup).distinct()]


def _came() -> QuerySet:
    return seen_members().filter(delegation__event__is_published=True)


def _spoke() -> QuerySet:
    return seen_speakers().filter(session__event__is_published=True)


WAYS = {"name": "country", "label": _("Country")}
OFFICIALS = narrowable(
    RecordList(
        name="official",
        of=Official,
        facets=[
            ManyWaysFacet(
                "country",
                _("Country"),
                "",
                ways=(
                    Facet(**WAYS, **_seat("appointments__institution")),
                    ActFacet(**WAYS, lookup="delegation__country", acts=_came),
                    ActFacet(**WAYS, **_seat("delegation__institution"), acts=_came),
                    *(
                        ActFacet(**WAYS, **_seat(body), acts=acts)
                        for body in BODIES
                        for acts in (_came, _spoke)
                    ),
                ),
            ),
            RecordFacet(
                "institution",
                _("Institution"),
                "appointments__institution",
                only=Q(appointments__institution__is_published=True),
                among=Institution,
            ),
        ],
    ),
    read_from={
        Appointment: ("pk", "official_id"),
        Member: ("pk", "official_id"),
        Speaker: ("pk", "official_id"),
        Delegation: "as_member__delegation",
        Session: ("as_speaker__session__event", "event_id"),
        Event: ["as_member__delegation__event", "as_speaker__session__event"],
        Institution: [
            "appointments__institution",
            "as_member__delegation__institution",
            *(f"as_{role}__{body}" for role in ("member", "speaker") for body in BODIES),
        ],
    },
)

# Offered on the list of events, which knows nothing of delegations itself.
EVENTS.offer(
    CountryFacet("with", _("Country taking part"), "attendances__country"),
    read_from={Attendance: ("pk", "event_id")},
    # Beside the country that was the host.
    at=2,
)

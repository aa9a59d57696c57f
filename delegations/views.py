from django.db.models import F, Q
from django.utils import timezone
from django.views.generic import DetailView, ListView

from delegations import naming
from delegations.attendance import events_of, seen_members, seen_speakers
from delegations.filters import INSTITUTION_FACETS, OFFICIAL_FACETS
from delegations.models import DelegationCitation, Institution, Meeting, Official
from delegations.protocol.order import in_order_of_precedence
from delegations.reads import own_and_others
from delegations.tenure import tenure
from forum.models import Event
from forum.records.claims import gathered
from forum.records.pages import fetched
from forum.records.relations import tie
from forum.search.facets import Filters


class EventDelegationsView(DetailView):
    model = Event
    queryset = Event.objects.published()
    template_name = "delegations/event_delegations.html"

    def get_context_data(self, **kwargs):
        delegations = in_order_of_precedence(self.object)
        members = [member for each in delegations for member in each.listed_members]
        citations = DelegationCitation.objects.select_related("source")
        citations = citations.filter(Q(delegation__in=delegations) | Q(member__in=members))
        citations = tie(tie(citations, "member", members), "delegation", delegations)
        context = super().get_context_data(
            delegations=delegations,
            meetings=_between(delegations),
            sources=gathered(citations),
            **kwargs,
        )
        return fetched(context)


def _between(delegations) -> list[Meeting]:
    """The meetings that these delegations held with each other."""
    held = Meeting.objects.held().filter(requested_by__in=delegations, counterpart__in=delegations)
    return tie(tie(held, "requested_by", delegations), "counterpart", delegations)


class InstitutionListView(ListView):
    queryset = Institution.objects.published()
    paginate_by = 100

    def get_queryset(self):
        published = super().get_queryset()
        self.filters = Filters(self.request.GET, published, INSTITUTION_FACETS, "institution")
        return self.filters.records.for_listing().in_order()

    def get_context_data(self, **kwargs):
        context = super().get_context_data(**kwargs)
        return fetched(context) | {"filters": self.filters.shown(context["paginator"].count)}


class InstitutionDetailView(DetailView):
    model = Institution
    queryset = Institution.objects.published().for_listing().select_related("parent")

    def get_context_data(self, **kwargs):
        institution = self.object
        return super().get_context_data(
            names=institution.names.select_related("source"),
            units=institution.units.published().in_order(),
            successors=institution.successors.published().in_order(),
            predecessors=institution.predecessors.published().in_order(),
            offices=_offices(
                institution.appointments.filter(official__is_published=True).order_by(
                    F("rank__weight").desc(nulls_last=True),
                    F("starts_on").desc(nulls_last=True),
                    "pk",
                )
            ),
            events=events_of(institution).newest_first(),
            sources=gathered(institution.citations.select_related("source")),
            **kwargs,
        )


def _offices(appointments) -> list[naming.NamedOffice]:
    """The offices as visitors may know them today."""
    rows = appointments.select_related("official", "institution").prefetch_related(
        "official__names", "institution__names"
    )
    today = timezone.localdate()
    return [naming.appointment(row, naming.Reader.VISITOR, today) for row in rows]


class OfficialListView(ListView):
    queryset = Official.objects.published()
    paginate_by = 100

    def get_queryset(self):
        self.filters = Filters(
            self.request.GET, super().get_queryset(), OFFICIAL_FACETS, "official"
        )
        return self.filters.records.with_current_offices().in_order()

    def get_context_data(self, **kwargs):
        context = super().get_context_data(**kwargs)
        return fetched(context) | {"filters": self.filters.shown(context["paginator"].count)}


class OfficialDetailView(DetailView):
    model = Official
    queryset = Official.objects.published()

    def get_context_data(self, **kwargs):
        official = self.object
        offices = _offices(
            official.appointments.order_by(F("starts_on").desc(nulls_last=True), "pk")
        )
        memberships, stand_ins = own_and_others(_memberships(official), official)
        speeches, messages = own_and_others(_speeches(official), official)
        return super().get_context_data(
            offices=offices,
            tenure=tenure(offices, timezone.localdate()),
            names=official.names.select_related("source"),
            memberships=memberships,
            speeches=speeches,
            stand_ins=stand_ins,
            messages=messages,
            sources=gathered(official.citations.select_related("source")),
            **kwargs,
        )


def _memberships(official):
    """Where visitors may see somebody of a delegation at a published event."""
    rows = seen_members().of(official).filter(delegation__event__is_published=True)
    rows = rows.with_dated_names().select_related("delegation__event", "delegation__institution")
    rows = rows.prefetch_related("delegation__institution__names")
    return rows.order_by(F("delegation__event__starts_on").desc(nulls_last=True), "pk")


def _speeches(official):
    """Where visitors may see somebody speak at a published event."""
    rows = seen_speakers().of(official).filter(session__event__is_published=True)
    rows = rows.with_dated_names().select_related("session__event")
    return rows.order_by(F("session__event__starts_on").desc(nulls_last=True), "pk")

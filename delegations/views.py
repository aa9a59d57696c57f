from django.db.models import F
from django.utils import timezone
from django.views.generic import DetailView, ListView

from delegations.attendance import events_of
from delegations.filters import INSTITUTION_FACETS, OFFICIAL_FACETS
from delegations.models import (
    Delegation,
    DelegationCitation,
    Institution,
    Meeting,
    Official,
)
from delegations.protocol.order import in_order_of_precedence
from delegations.tenure import tenure
from forum.models import Event, Session
from forum.search.facets import Filters


class EventDelegationsView(DetailView):
    model = Event
    queryset = Event.objects.published()
    template_name = "delegations/event_delegations.html"

    def get_context_data(self, **kwargs):
        delegations = in_order_of_precedence(self.object)
        members = [member for each in delegations for member in each.listed_members]
        citations = DelegationCitation.objects.select_related(
            "source", "member__official", "delegation__institution"
        )
        return super().get_context_data(
            delegations=delegations,
            meetings=Meeting.objects.held()
            .filter(requested_by__in=delegations, counterpart__in=delegations)
            .select_related("requested_by__institution", "counterpart__institution"),
            citations=citations.filter(delegation__in=delegations)
            | citations.filter(member__in=members),
            **kwargs,
        )


class InstitutionListView(ListView):
    queryset = Institution.objects.published()
    paginate_by = 100

    def get_queryset(self):
        published = super().get_queryset()
        self.filters = Filters(self.request.GET, published, INSTITUTION_FACETS, "institution")
        return self.filters.records.in_order()

    def get_context_data(self, **kwargs):
        return super().get_context_data(filters=self.filters, **kwargs)


class InstitutionDetailView(DetailView):
    model = Institution
    queryset = Institution.objects.published().select_related("parent")

    def get_context_data(self, **kwargs):
        institution = self.object
        return super().get_context_data(
            names=institution.names.select_related("source"),
            units=institution.units.published().in_order(),
            successors=institution.successors.published().in_order(),
            predecessors=institution.predecessors.published().in_order(),
            appointments=institution.appointments.filter(official__is_published=True)
            .select_related("official", "rank")
            .order_by(
                F("rank__weight").desc(nulls_last=True), F("starts_on").desc(nulls_last=True), "pk"
            ),
            events=events_of(institution).newest_first(),
            citations=institution.citations.select_related("source"),
            **kwargs,
        )


class OfficialListView(ListView):
    queryset = Official.objects.published()
    paginate_by = 100

    def get_queryset(self):
        self.filters = Filters(
            self.request.GET, super().get_queryset(), OFFICIAL_FACETS, "official"
        )
        return self.filters.records.with_current_offices().in_order()

    def get_context_data(self, **kwargs):
        return super().get_context_data(filters=self.filters, **kwargs)


class OfficialDetailView(DetailView):
    model = Official
    queryset = Official.objects.published()

    def get_context_data(self, **kwargs):
        official = self.object
        published = Event.objects.published()
        appointments = official.appointments.select_related("institution").order_by(
            F("starts_on").desc(nulls_last=True), "pk"
        )
        return super().get_context_data(
            appointments=appointments,
            tenure=tenure(appointments, timezone.localdate()),
            names=official.names.select_related("source"),
            memberships=official.as_member.listed()
            .filter(delegation__event__in=published, delegation__in=Delegation.objects.present())
            .select_related("delegation__event", "delegation__institution", "institution")
            .order_by(F("delegation__event__starts_on").desc(nulls_last=True), "pk"),
            speeches=official.as_speaker.taking_part()
            .filter(session__event__in=published, session__in=Session.objects.public())
            .select_related("session__event", "institution")
            .order_by(F("session__event__starts_on").desc(nulls_last=True), "pk"),
            citations=official.citations.select_related("source"),
            **kwargs,
        )

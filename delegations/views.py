from typing import ClassVar

from django.db.models import Q
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext_lazy as _
from django.views.generic import DetailView

from delegations import profiles
from delegations.attendance import events_of
from delegations.filters import INSTITUTIONS, OFFICIALS
from delegations.listed import bring_last_acts
from delegations.models import DelegationCitation, Institution, Meeting, Official
from delegations.protocol.draws import draws_of
from delegations.protocol.order import ranked
from delegations.reads import with_persons, with_principals
from delegations.roll import roll
from delegations.tenure import tenure
from forum.lists import PartView, RecordListView
from forum.models import Event
from forum.records.chains import Chain
from forum.records.claims import gathered
from forum.records.pages import fetched, the_one
from forum.records.relations import tie
from forum.search.facets import Filters


class EventDelegationsView(DetailView):
    model = Event
    queryset = Event.objects.published()
    template_name = "delegations/event_delegations.html"

    def get_context_data(self, **kwargs):
        order = ranked(self.object)
        delegations = order.delegations
        if has_reasons := "reasons" in self.request.GET:
            order.explain()
        members = [member for each in delegations for member in each.ordered_members]
        citations = DelegationCitation.objects.select_related("source")
        citations = citations.filter(Q(delegation__in=delegations) | Q(member__in=members))
        citations = tie(tie(citations, "member", members), "delegation", delegations)
        context = super().get_context_data(
            roll=roll(delegations, self.request.GET.get("q", "").strip()),
            has_reasons=has_reasons,
            draws=draws_of(self.object, order.among),
            meetings=_between(delegations),
            sources=gathered(citations),
            **kwargs,
        )
        return fetched(context)


def _between(delegations) -> list[Meeting]:
    """The meetings that these delegations held with each other."""
    held = Meeting.objects.held().filter(requested_by__in=delegations, counterpart__in=delegations)
    return tie(tie(held, "requested_by", delegations), "counterpart", delegations)


class InstitutionListView(RecordListView):
    template_name = "delegations/institution_list.html"
    size = 100

    def filters_of(self, query):
        return Filters(query, Institution.objects.published(), INSTITUTIONS.facets, "institution")

    def order(self):
        return Institution.sort_key.order

    def rows(self, records):
        return records.for_listing()


class InstitutionDetailView(DetailView):
    model = Institution

    def get_object(self):
        return the_one(profiles.institution_at(self.kwargs["slug"]))

    def get_context_data(self, **kwargs):
        institution, key = self.object, self.object.pk
        return super().get_context_data(
            names=institution.names.all(),
            units=profiles.units_of(key),
            successors=profiles.successors_of(key),
            predecessors=profiles.predecessors_of(key),
            offices=profiles.people_of(institution),
            all_people=reverse("official-list", query={"institution": institution.slug}),
            events=profiles.newest_events_of(key),
            sources=gathered(profiles.sources_on_institution(key)),
            **kwargs,
        )


class InstitutionEventsView(PartView):
    queryset = Institution.objects.published()
    template_name = "delegations/institution_events.html"
    heading = _("Events")

    def rows(self):
        return events_of(self.object).newest_first()


class OfficialListView(RecordListView):
    template_name = "delegations/official_list.html"
    size = 100

    def filters_of(self, query):
        return Filters(query, Official.objects.published(), OFFICIALS.facets, "official")

    def order(self):
        return Official.sort_key.order

    def rows(self, records):
        return records.with_current_offices()

    def bring(self, records):
        bring_last_acts(records)


class OfficialDetailView(DetailView):
    model = Official

    def get_object(self):
        return the_one(profiles.official_at(self.kwargs["slug"]))

    def get_context_data(self, **kwargs):
        official = self.object
        offices = profiles.offices_of(official)
        return super().get_context_data(
            offices=offices,
            tenure=tenure(offices, timezone.localdate()),
            names=official.names.all(),
            appearances=profiles.appearances_of(official),
            sources=gathered(profiles.sources_on_official(official.pk)),
            **kwargs,
        )


class OfficialPartView(PartView):
    """Several lists about an official, of who does not wish to be listed without a row."""

    queryset = Official.objects.published()
    # How the lists are called, what each has for a key, and how its rows are told.
    lists: ClassVar[dict]

    def rows(self):
        official = self.object
        lists = [rows(official.pk) for rows, _tell in self.lists.values()]
        if official.is_unlisted(timezone.localdate()):
            lists = [rows.none() for rows in lists]
        return Chain(*lists)

    def get_context_data(self, **kwargs):
        context = super().get_context_data(**kwargs)
        lists = zip(self.lists.items(), context["rows"], strict=True)
        return context | {name: tell(rows) for (name, (_all, tell)), rows in lists}


class OfficialParticipationView(OfficialPartView):
    template_name = "delegations/official_participation.html"
    heading = _("Participation")
    lists: ClassVar = {
        "memberships": (profiles.memberships, with_principals),
        "speeches": (profiles.speeches, with_principals),
    }


class OfficialRepresentedView(OfficialPartView):
    template_name = "delegations/official_represented.html"
    heading = _("Represented by others")
    lists: ClassVar = {
        "stand_ins": (profiles.stand_ins, with_persons),
        "messages": (profiles.messages, with_persons),
    }

from django.shortcuts import get_object_or_404
from django.utils import timezone
from django.views.decorators.http import require_safe
from django.views.generic import DetailView, ListView

from agreements import pictures
from agreements.filters import AGREEMENT_FACETS
from agreements.models import Agreement, AgreementCitation, Text
from agreements.status import end_of_term
from delegations.models import Institution
from forum.facets import Filters
from forum.files import file_response
from forum.models import Event


class EventAgreementsView(DetailView):
    model = Event
    queryset = Event.objects.published()
    template_name = "agreements/event_agreements.html"


class InstitutionAgreementsView(DetailView):
    model = Institution
    queryset = Institution.objects.published()
    template_name = "agreements/institution_agreements.html"

    def get_context_data(self, **kwargs):
        agreements = Agreement.objects.published().of_institution(self.object)
        return super().get_context_data(
            agreements=agreements.for_listing().newest_first(), **kwargs
        )


class AgreementListView(ListView):
    queryset = Agreement.objects.published()
    paginate_by = 50

    def get_queryset(self):
        published = super().get_queryset()
        self.filters = Filters(self.request.GET, published, AGREEMENT_FACETS, "agreement")
        return self.filters.records.for_listing().newest_first()

    def get_context_data(self, **kwargs):
        agreements = self.filters.records
        return super().get_context_data(
            filters=self.filters,
            years=pictures.by_year(agreements, timezone.localdate()),
            fields=pictures.by_field(agreements),
            **kwargs,
        )


class AgreementDetailView(DetailView):
    model = Agreement
    queryset = Agreement.objects.published().select_related("event", "session")

    def get_queryset(self):
        return super().get_queryset().with_status()

    def get_context_data(self, **kwargs):
        agreement = self.object
        today = timezone.localdate()
        facts = agreement.facts()
        signatories = agreement.signatories.with_names().select_related("party__institution")
        commitments = agreement.commitments.public().for_reading()
        return super().get_context_data(
            today=today,
            end_of_term=end_of_term(facts, today),
            parties=agreement.parties.select_related("institution"),
            signatories=signatories,
            provisions=agreement.provisions.select_related(
                "topic", "from_party__institution", "to_party__institution"
            ),
            texts=agreement.texts.public(),
            validity=pictures.validity(agreement, facts, today),
            chain=pictures.chain(agreement),
            commitments=commitments,
            outcomes=agreement.outcomes.with_roles(),
            citations=AgreementCitation.objects.about(agreement),
            **kwargs,
        )


@require_safe
def text_file(request, slug, pk):
    """Hand out a public text of a published agreement."""
    public = Text.objects.public().filter(agreement__in=Agreement.objects.published())
    text = get_object_or_404(public.exclude(file=""), agreement__slug=slug, pk=pk)
    return file_response(text.file.open, as_attachment=True)

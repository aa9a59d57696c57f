from collections import defaultdict

from django.shortcuts import get_object_or_404
from django.utils import timezone
from django.views.decorators.http import require_safe
from django.views.generic import DetailView, ListView

from agreements import charts, tables
from agreements.dossier.pairs import of_parties
from agreements.filters import Register
from agreements.life.dates import as_told, dates_on, explanation
from agreements.models import Agreement, AgreementCitation, Commitment, Text
from agreements.party_actions import entry_of, party_actions
from agreements.places import places_of
from agreements.reads import documents_of, inherited_by, promises
from agreements.wording import conclusion_label, is_concluded
from delegations.models import Institution
from forum.models import Event
from forum.records.claims import gathered
from forum.records.countries import country_name
from forum.records.files import file_response
from forum.records.pages import fetched
from forum.records.relations import tie
from forum.records.tables import csv_response, separator_of, xlsx_response
from forum.records.texts import alphabetical


class EventAgreementsView(DetailView):
    model = Event
    queryset = Event.objects.published()
    template_name = "agreements/event_agreements.html"

    def get_context_data(self, **kwargs):
        documents = documents_of(self.object, timezone.localdate())
        return super().get_context_data(documents=documents, **kwargs)


class InstitutionAgreementsView(DetailView):
    model = Institution
    queryset = Institution.objects.published()
    template_name = "agreements/institution_agreements.html"

    def get_context_data(self, **kwargs):
        agreements = Agreement.objects.published().of_institution(self.object)
        context = super().get_context_data(
            agreements=agreements.for_listing().newest_first(),
            inherited=inherited_by(self.object, timezone.localdate()),
            **kwargs,
        )
        return fetched(context)


class AgreementListView(ListView):
    model = Agreement
    paginate_by = 50

    def get_queryset(self):
        self.register = Register(self.request.GET)
        return self.register.listed()

    def get_context_data(self, **kwargs):
        register = self.register
        context = super().get_context_data(
            years=charts.by_year(register.records, register.on),
            in_force=charts.in_force_over_time(register.records, register.on),
            fields=charts.by_field(register.records),
            **kwargs,
        )
        return fetched(context) | {"filters": register.shown(context["paginator"].count)}


@require_safe
def register_csv(request):
    """The register as it is narrowed, as CSV."""
    separator = separator_of(request)
    return csv_response(*tables.register(request), file_name="agreements.csv", separator=separator)


@require_safe
def register_xlsx(request):
    """The register as it is narrowed, as a workbook."""
    return xlsx_response(*tables.register(request), file_name="agreements.xlsx")


class AgreementDetailView(DetailView):
    model = Agreement
    queryset = Agreement.objects.published().select_related("event", "session")

    def get_queryset(self):
        return super().get_queryset().with_status()

    def get_context_data(self, **kwargs):
        agreement = self.object
        today = timezone.localdate()
        facts = as_told(agreement.facts(), today)
        parties = agreement.parties.with_names()
        signatories = tie(agreement.signatories.with_dated_names(), "party", parties)
        places = places_of(agreement, signatories)
        provisions = tie(agreement.provisions.select_related("topic"), "from_party", parties)
        citations = AgreementCitation.objects.about(agreement)
        context = super().get_context_data(
            today=today,
            is_concluded=is_concluded(agreement, today),
            conclusion_label=conclusion_label(agreement, today),
            dates=dates_on(facts, today),
            explanation=explanation(facts, today, agreement.end_precision),
            parties=parties,
            party_actions=party_actions(parties, agreement.day),
            entry=entry_of(agreement, parties),
            dossiers=of_parties(parties),
            signatories=signatories,
            places=places,
            signed_in="" if places.is_plain else places.in_words(agreement.mode),
            provisions=tie(provisions, "to_party", parties),
            references=agreement.references.all(),
            texts=agreement.texts.public(),
            steps=agreement.steps.public(),
            validity=charts.validity(agreement, facts, today),
            chain=charts.chain(agreement),
            promises=promises(agreement.commitments.public().for_reading(), today),
            outcomes=agreement.outcomes.with_roles(),
            sources=gathered(tie(citations, "signatory", signatories)),
            **kwargs,
        )
        return fetched(context)


class CommitmentDetailView(DetailView):
    queryset = Commitment.objects.published().for_reading()

    def get_context_data(self, **kwargs):
        commitment = self.object
        responsible = commitment.responsible.published().in_order()
        context = super().get_context_data(
            is_overdue=commitment.is_overdue(timezone.localdate()),
            sides=by_country(responsible),
            notes=commitment.notes.filter(is_public=True),
            sources=gathered(commitment.citations.select_related("source")),
            **kwargs,
        )
        return fetched(context)


def by_country(institutions) -> list[tuple[str, list[Institution]]]:
    """Institutions by the country whose side they are on, as (code, institutions), by its name."""
    sides = defaultdict(list)
    for institution in institutions:
        sides[institution.side].append(institution)
    codes = sorted(sides, key=lambda code: alphabetical(country_name(code)))
    return [(code, sides[code]) for code in codes]


@require_safe
def text_file(request, slug, pk):
    """Hand out a public text of a published agreement."""
    public = Text.objects.public().filter(agreement__in=Agreement.objects.published())
    rows = public.exclude(file="").select_related("agreement")
    text = get_object_or_404(rows, agreement__slug=slug, pk=pk)
    return file_response(text.file.open, as_attachment=True, filename=text.file_name)

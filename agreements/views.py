from collections import defaultdict

from django.core.paginator import Paginator
from django.shortcuts import get_object_or_404
from django.utils import timezone
from django.utils.translation import gettext_lazy
from django.views.decorators.http import require_safe
from django.views.generic import DetailView

from agreements import charts, figures, parts, tables
from agreements.at_event import FEW, PAGE, narrowed
from agreements.dossier.pairs import of_parties
from agreements.filters import Register
from agreements.life.dates import as_told, dates_on, explanation
from agreements.lines import Line, rows_of
from agreements.models import Agreement, Commitment, Text
from agreements.networks import partners_of
from agreements.party_actions import entry_of, party_actions
from agreements.places import places_of
from agreements.querysets import NEWEST_FIRST
from agreements.reads import (
    documents_of,
    owed_by,
    owed_promises,
    promises,
    roles_of,
    roles_of_official,
    signatures,
    signed_for,
)
from agreements.wording import conclusion_label, is_concluded
from delegations.models import Institution, Official
from delegations.reads import with_persons
from forum.lists import PartView, RecordListView
from forum.models import Event
from forum.records.chains import Chain
from forum.records.claims import gathered
from forum.records.countries import country_name
from forum.records.pages import fetched, the_one
from forum.records.relations import tie
from forum.records.tables import csv_response, separator_of, xlsx_response
from forum.records.texts import alphabetical
from forum.uploads.sending import PUBLIC, file_response


class EventAgreementsView(DetailView):
    model = Event
    queryset = Event.objects.published()
    template_name = "agreements/event_agreements.html"

    def get_context_data(self, **kwargs):
        documents = documents_of(self.object, timezone.localdate())
        filters = narrowed(self.request.GET, documents.agreements)
        pages = Paginator(filters.records, PAGE)
        return super().get_context_data(
            documents=documents,
            filters=filters,
            is_long=len(documents.agreements) > FEW,
            page=pages.get_page(self.request.GET.get("page")),
            **kwargs,
        )


class InstitutionAgreementsView(PartView):
    queryset = Institution.objects.published()
    template_name = "agreements/institution_agreements.html"
    heading = gettext_lazy("Agreements")

    def rows(self):
        self.line = Line(self.object)
        return self.line.chain()

    def get_context_data(self, **kwargs):
        context = super().get_context_data(**kwargs)
        own, inherited = map(rows_of, context["rows"])
        return context | {
            "agreements": own,
            "inherited": self.line.with_predecessors(inherited),
        }


class InstitutionPromisesView(PartView):
    queryset = Institution.objects.published()
    template_name = "agreements/institution_promises.html"
    heading = gettext_lazy("Promises")

    def rows(self):
        return owed_by(self.object).for_reading()

    def get_context_data(self, **kwargs):
        context = super().get_context_data(**kwargs)
        shown = owed_promises(context["rows"], self.object, timezone.localdate())
        return context | {"promises": shown}


class InstitutionOutcomesView(PartView):
    queryset = Institution.objects.published()
    template_name = "agreements/institution_outcomes.html"
    heading = gettext_lazy("Outcomes")

    def rows(self):
        return roles_of(self.object.pk)


class OfficialAgreementsView(PartView):
    queryset = Official.objects.published()
    template_name = "agreements/official_agreements.html"
    heading = gettext_lazy("Agreements")

    def rows(self):
        return Chain(signatures(self.object.pk), signed_for(self.object.pk))

    def get_context_data(self, **kwargs):
        context = super().get_context_data(**kwargs)
        own, in_stead = map(with_persons, context["rows"])
        return context | {"signatures": own, "signed_for": in_stead}


class OfficialOutcomesView(PartView):
    queryset = Official.objects.published()
    template_name = "agreements/official_outcomes.html"
    heading = gettext_lazy("Outcomes")

    def rows(self):
        return roles_of_official(self.object.pk)


class InstitutionPartnersView(PartView):
    queryset = Institution.objects.published()
    template_name = "agreements/institution_partners.html"
    heading = gettext_lazy("Partners by agreements")

    def rows(self):
        return partners_of(self.object.pk)


class AgreementListView(RecordListView):
    template_name = "agreements/agreement_list.html"

    def filters_of(self, query):
        return Register(query)

    def order(self):
        return NEWEST_FIRST

    def rows(self, records):
        return records.for_listing(self.filters.on)

    def get_context_data(self, **kwargs):
        return super().get_context_data(**figures.of_register(self.filters), **kwargs)


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

    def get_object(self):
        return the_one(parts.agreement_at(self.kwargs["slug"]))

    def get_context_data(self, **kwargs):
        agreement, key = self.object, self.object.pk
        today = timezone.localdate()
        facts = as_told(agreement.facts(), today)
        parties = [*agreement.parties.all()]
        signatories = _own(parts.signatories_of(key), agreement)
        tie(signatories, "party", parties)
        places = places_of(agreement, signatories)
        provisions = tie(parts.provisions_of(key), "from_party", parties)
        promised = _own(parts.promises_of(key), agreement)
        citations = tie(parts.citations_of(key), "signatory", signatories)
        return super().get_context_data(
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
            references=parts.references_of(key),
            texts=_own(parts.texts_of(key), agreement),
            steps=parts.steps_of(key),
            validity=charts.validity(agreement, facts, today),
            chain=charts.chain(agreement),
            promises=promises(promised, today),
            outcomes=_own(parts.outcomes_of(key), agreement),
            sources=gathered(_own(citations, agreement)),
            **kwargs,
        )


def _own(rows: list, agreement: Agreement) -> list:
    """The rows of an agreement, which know it as it was read."""
    return tie(rows, "agreement", [agreement])


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
    said = {"as_attachment": True, "filename": text.file_name}
    return file_response(text.file.open, caching=PUBLIC, **said)

"""What can be found of an agreement, also by its parties and texts, and of a commitment."""

from agreements.models import (
    Agreement,
    AgreementReference,
    Commitment,
    Party,
    Provision,
    Signatory,
    Text,
    TextWords,
)
from delegations.findable import add_names, names_of_institution, names_of_official
from delegations.models import Institution, InstitutionName, Official, OfficialName
from forum.models import Event, Topic
from forum.records.partial_dates import format_partial
from forum.search.dates import written
from forum.search.index import Content, Kind, choice, country, register, translated


def records():
    return Agreement.objects.select_related("event").prefetch_related(
        "parties__institution__names",
        "signatories__official__names",
        "signatories__institution__names",
        "signatories__also_institution__names",
        "provisions__topic",
        "references",
        "texts__words",
    )


def content(agreement) -> Content:
    found = Content(translated(agreement, "title"), happened_on=agreement.concluded_on)
    found.texts = translated(agreement, "summary", "city") + country(agreement.country)
    found.texts += written(agreement.concluded_on, agreement.concluded_on_precision)
    found.texts += choice(agreement, "instrument")
    found.texts.append(("", agreement.instrument_as_printed))
    for party in agreement.parties.all():
        found.others.append(("", party.name_as_printed))
        found.texts.append(("", party.reference))
        found.texts += translated(party, "unit") + country(party.country)
        add_names(found, party.institution, names_of_institution)
    for signatory in agreement.signatories.all():
        _add_signatory(found, signatory)
    for reference in agreement.references.all():
        found.texts += [("", reference.registry_name), ("", reference.number)]
    for provision in agreement.provisions.all():
        found.texts += translated(provision.topic, "name") + translated(provision, "text")
    for text in agreement.texts.all():
        _add_words(found, text)
    event = agreement.event
    add_names(found, event, lambda event: translated(event, "title"))
    return found


def _add_signatory(found: Content, signatory: Signatory) -> None:
    found.others.append(("", signatory.name_as_printed))
    found.texts += translated(signatory, "office", "also_office", "city")
    add_names(found, signatory.official, names_of_official)
    for body in (signatory.institution, signatory.also_institution):
        add_names(found, body, names_of_institution)


def _add_words(found: Content, text) -> None:
    """Let visitors find the agreement by what its public texts say, and staff by all."""
    words = text.words.words if hasattr(text, "words") else ""
    if text.is_public:
        found.texts.append((text.language, words))
    else:
        found.staff_texts.append(words)


def about(agreement) -> str:
    return format_partial(agreement.concluded_on, agreement.concluded_on_precision)


TO_INSTITUTIONS = (
    "parties__institution",
    "signatories__institution",
    "signatories__also_institution",
)
register(
    Kind(
        name="agreement",
        model=Agreement,
        records=records,
        content=content,
        listing=lambda: Agreement.objects.published().for_listing(),
        row="agreements/_agreement_row.html",
        list_url="agreement-list",
        about=about,
    ),
    read_from={
        Party: ("pk", "agreement_id"),
        Signatory: ("pk", "agreement_id"),
        Provision: ("pk", "agreement_id"),
        AgreementReference: ("pk", "agreement_id"),
        Text: ("pk", "agreement_id"),
        TextWords: ("texts", "text_id"),
        Institution: [*TO_INSTITUTIONS],
        InstitutionName: [(path, "institution_id") for path in TO_INSTITUTIONS],
        Official: "signatories__official",
        OfficialName: ("signatories__official", "official_id"),
        Event: "event",
        Topic: "provisions__topic",
    },
)


def content_of_commitment(commitment) -> Content:
    found = Content(translated(commitment, "text"), happened_on=commitment.due_on)
    found.texts = written(commitment.due_on) + translated(commitment.agreement, "title")
    found.texts += translated(commitment.event, "title")
    for institution in commitment.responsible.all():
        add_names(found, institution, names_of_institution)
    add_names(found, commitment.owner, names_of_official)
    return found


register(
    Kind(
        name="commitment",
        model=Commitment,
        records=lambda: Commitment.objects.select_related(
            "agreement", "event", "owner"
        ).prefetch_related("responsible__names", "owner__names"),
        content=content_of_commitment,
        listing=lambda: Commitment.objects.published().for_reading(),
        row="agreements/_commitment_row.html",
    ),
    read_from={
        Agreement: "agreement",
        Event: "event",
        Institution: "responsible",
        InstitutionName: ("responsible", "institution_id"),
        Official: "owner",
        OfficialName: ("owner", "official_id"),
    },
)

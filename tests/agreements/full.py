"""An agreement with one of everything, for pages that show it all."""

from agreements.models import AgreementCitation
from tests.factories import (
    MAY_1,
    MAY_2,
    everybody,
    make_agreement,
    make_commitment,
    make_event,
    make_institution,
    make_link,
    make_official,
    make_outcome,
    make_outcome_role,
    make_party,
    make_provision,
    make_reference,
    make_session,
    make_signatory,
    make_source,
    make_text,
    make_topic,
)


def make_full_agreement(**fields):
    """An agreement with one of everything that its page can show."""
    event = make_event(title_en="Rectors' Forum")
    agreement = make_agreement(
        **{
            "event": event,
            "session": make_session(event=event),
            "instrument_as_printed": "porozumienie o współpracy",
            "legal_nature": "binding",
            "concluded_on": MAY_1,
            "in_force_on": MAY_2,
            "term_months": 60,
            "renewal": "automatic",
            "renewal_months": 24,
            "notice_months": 6,
            "city_en": "Astana",
            "country": "KZ",
            "languages": "kk, et, en",
            "originals": 2,
            "summary_en": "The parties exchange students.",
        }
        | fields
    )
    add_parts(agreement)
    return agreement


def add_parts(agreement):
    party = make_party(agreement=agreement, reference="12-4/2025", unit_en="School of IT")
    other = make_party(agreement=agreement)
    make_signatory(agreement=agreement, party=party, official=make_official(), signed_on=MAY_1)
    make_signatory(agreement=agreement, institution=make_institution(), role="witnesses")
    make_provision(
        agreement=agreement, topic=make_topic(), amount=5, from_party=party, to_party=other
    )
    make_text(agreement=agreement, language="kk", prevails=True)
    make_reference(agreement=agreement, url="https://treaties.un.org/54113")
    make_link(agreement=agreement, kind="implements")
    make_link(other=agreement, kind="amends")
    commitment = make_commitment(agreement=agreement, paragraph="II.3", due_on=MAY_2)
    commitment.responsible.add(make_institution(), make_institution())
    outcome = make_outcome(agreement=agreement, amount=70, unit="students")
    make_outcome_role(outcome=outcome, official=make_official())
    AgreementCitation.objects.create(agreement=agreement, source=make_source())


def fill(agreement, number):
    """Give an agreement so many rows of every part, each with all its relations."""
    for _ in range(number):
        party = make_party(agreement=agreement)
        make_signatory(agreement=agreement, party=party, **everybody())
        make_provision(agreement=agreement, topic=make_topic(), from_party=party, to_party=party)
        make_text(agreement=agreement)
        make_reference(agreement=agreement, registry="national", registry_name=f"R{_}")
        make_link(agreement=agreement)
        commitment = make_commitment(
            agreement=agreement,
            owner=make_official(),
            state="fulfilled",
            fulfilled_by_agreement=make_agreement(),
        )
        commitment.responsible.add(make_institution())
        AgreementCitation.objects.create(agreement=agreement, source=make_source())

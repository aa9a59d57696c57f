"""Markers in agreements, promises and outcomes."""

from django.core.files.base import ContentFile

from agreements.models import AgreementCitation
from tests.config.site.world.visits import Visits
from tests.factories import (
    make_agreement,
    make_commitment,
    make_link,
    make_note,
    make_outcome,
    make_outcome_role,
    make_party,
    make_provision,
    make_reference,
    make_signatory,
    make_step,
    make_text,
    make_topic,
    pdf_file,
)

# What follows its end is no part of it for a reader, and stands in it as it is.
PDF = pdf_file().read() + b"\n%"


class Documents(Visits):
    def agreements(self):
        self.agreement = make_agreement(
            title_en=self.show("agreement"), event=self.event, session=self.hidden_session
        )
        make_agreement(title_en=self.show("agreement elsewhere"), event=self.hidden_event)
        what = "unpublished agreement"
        self.hidden_agreement = make_agreement(
            event=self.event,
            **self.hidden_record(
                what, "title_en", "title_kk", "city_en", "summary_en", "instrument_as_printed"
            ),
        )
        make_link(agreement=self.hidden_agreement, other=self.agreement, kind="amends")
        make_link(agreement=self.agreement, other=self.hidden_agreement, kind="cites")
        party = make_party(
            agreement=self.agreement, institution=self.institution, unit_en=self.show("unit")
        )
        nameless = make_party(
            agreement=self.agreement,
            institution=self.hidden_institution,
            contact_email=f"{self.hide('contact of a party')}@example.org",
        )
        make_step(
            agreement=self.agreement,
            kind="extended",
            note=self.hide("note of a step"),
            city=self.show("place of a step"),
        )
        make_step(
            agreement=self.agreement,
            kind="amended",
            document=self.hidden_agreement,
            city=self.hide("place of a step by an unpublished document"),
        )
        make_party(
            agreement=self.hidden_agreement,
            institution=self.institution,
            **self.hide_all(f"party to {what}", "name_as_printed", "unit_en", "reference"),
        )
        make_signatory(
            agreement=self.agreement,
            party=party,
            official=self.official,
            institution=self.hidden_institution,
            also_institution=self.hidden_institution,
            also_office_en=self.show("second office of a signatory"),
            office_en=self.show("office of a signatory"),
        )
        make_signatory(
            agreement=self.agreement,
            party=nameless,
            official=self.hidden_official,
            institution=self.hidden_institution,
            on_behalf_of=self.hidden_official,
            office_en=self.show("office of an unpublished signatory"),
        )
        signatory = make_signatory(
            agreement=self.hidden_agreement,
            official=self.official,
            institution=self.institution,
            **self.somebody(f"signatory of {what}"),
        )
        make_provision(
            agreement=self.agreement,
            text_en=self.show("provision"),
            from_party=nameless,
            to_party=nameless,
        )
        make_provision(
            agreement=self.hidden_agreement,
            topic=make_topic(**self.hide_all(f"topic of {what}", "name_en", "slug")),
            **self.hide_all(f"provision of {what}", "text_en", "text_kk"),
        )
        self.cite(AgreementCitation, what, agreement=self.hidden_agreement)
        self.cite(AgreementCitation, f"signatory of {what}", signatory=signatory)
        for agreement, mark in ((self.agreement, self.show), (self.hidden_agreement, self.hide)):
            make_reference(
                agreement=agreement,
                registry="national",
                registry_name=mark("register of another"),
                number=mark("number in another register"),
                url=f"https://example.org/{mark('link to another register')}",
            )
        self.texts()
        self.commitments()
        self.closed.append(f"/agreements/{self.hidden_agreement.slug}/")

    def texts(self):
        make_text(agreement=self.agreement, url=f"https://example.org/{self.show('text')}")
        for agreement, is_public in ((self.agreement, False), (self.hidden_agreement, True)):
            make_text(
                agreement=agreement,
                is_public=is_public,
                url=f"https://example.org/{self.hide('link of a text')}",
                original_location=self.hide("place of an original"),
            )
            text = make_text(
                agreement=agreement,
                is_public=is_public,
                url="",
                file=ContentFile(PDF + self.hide("content of a text").encode(), name="t.pdf"),
            )
            self.closed.append(f"/agreements/{agreement.slug}/texts/{text.pk}/")

    def commitments(self):
        for subject in ({"event": self.event}, {"agreement": self.agreement}):
            what = f"commitment of {next(iter(subject))}"
            public = make_commitment(
                text_en=self.show(what),
                owner=self.hidden_official,
                state="fulfilled",
                fulfilled_by_agreement=self.hidden_agreement,
                **subject,
            )
            public.responsible.add(self.hidden_institution, self.institution)
            make_note(commitment=public, text=self.show(f"note on {what}"))
            make_note(commitment=public, text=self.hide(f"note on {what}"), is_public=False)
            private = make_commitment(
                is_public=False, **self.hide_all(what, "text_en", "text_kk"), **subject
            )
            self.cite(AgreementCitation, f"private {what}", commitment=private)
            self.closed.append(private.get_absolute_url())
        for subject in ({"event": self.hidden_event}, {"agreement": self.hidden_agreement}):
            what = f"commitment of unpublished {next(iter(subject))}"
            commitment = make_commitment(
                owner=self.official, **self.hide_all(what, "text_en", "text_kk"), **subject
            )
            commitment.responsible.add(self.institution)
            self.cite(AgreementCitation, what, commitment=commitment)
            make_note(commitment=commitment, text=self.hide(f"note on {what}"))
            self.closed.append(commitment.get_absolute_url())

    def outcomes(self):
        for subject in ({"event": self.event}, {"agreement": self.agreement}):
            outcome = make_outcome(
                title_en=self.show(f"outcome of {next(iter(subject))}"), **subject
            )
            make_outcome_role(outcome=outcome, official=self.official, institution=self.institution)
            for official in self.unwilling:
                what = f"role of who is {official.listing} until {official.listing_until}"
                make_outcome_role(outcome=outcome, official=official, **self.somebody(what))
            make_outcome_role(
                outcome=outcome,
                official=self.hidden_official,
                institution=self.hidden_institution,
                on_behalf_of=self.hidden_official,
            )
        for subject in ({"event": self.hidden_event}, {"agreement": self.hidden_agreement}):
            what = f"outcome of unpublished {next(iter(subject))}"
            outcome = make_outcome(
                **self.hide_all(what, "title_en", "title_kk", "city_en"), **subject
            )
            make_outcome_role(
                outcome=outcome,
                official=self.official,
                institution=self.institution,
                **self.somebody(f"role in {what}"),
            )
            self.cite(AgreementCitation, what, outcome=outcome)

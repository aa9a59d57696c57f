"""Nothing private leaks: a marker in every private place, and in no page.

A second kind of marker, in public places, shows that the pages were really read.
"""

import re

import pytest
from django.contrib.auth import get_user_model
from django.core.files.base import ContentFile

from agreements.models import AgreementCitation
from delegations.models import DelegationCitation, InstitutionName, OfficialName
from forum.models import EventCitation
from tests.config.site.crawling import body, crawl
from tests.factories import (
    MAY_1,
    make_agreement,
    make_appointment,
    make_attachment,
    make_commitment,
    make_contact,
    make_delegation,
    make_event,
    make_figure,
    make_institution,
    make_link,
    make_meeting,
    make_member,
    make_note,
    make_official,
    make_outcome,
    make_outcome_role,
    make_party,
    make_provision,
    make_rank,
    make_series,
    make_session,
    make_signatory,
    make_source,
    make_speaker,
    make_step,
    make_text,
    make_topic,
)

MARKER = re.compile(r"(?:secret|public)\d+x")


class World:
    """A site with a marker in every place that is private or public."""

    def __init__(self):
        self.secrets: dict[str, str] = {}
        self.shown: dict[str, str] = {}
        # Addresses that nobody but staff may open.
        self.closed: list[str] = []
        self.people_and_institutions()
        self.events()
        self.delegations()
        self.sessions()
        self.meetings()
        self.agreements()
        self.outcomes()

    def hide(self, what: str) -> str:
        marker = f"secret{len(self.secrets)}x"
        self.secrets[marker] = what
        return marker

    def show(self, what: str) -> str:
        marker = f"public{len(self.shown)}x"
        self.shown[marker] = what
        return marker

    def hide_all(self, what: str, *fields: str) -> dict[str, str]:
        """A marker for each field."""
        return {field: self.hide(f"{field} of {what}") for field in fields}

    def hidden_record(self, what: str, *fields: str) -> dict:
        return self.hide_all(what, "slug", *fields) | {"is_published": False}

    def somebody(self, what: str) -> dict[str, str]:
        """The words by which a representation could be known."""
        return self.hide_all(what, "office_en", "office_kk", "name_as_printed")

    def cite(self, model, what: str, **subject):
        """A citation that must not show, about something that must not show."""
        model.objects.create(
            source=make_source(title=self.hide(f"source about {what}")),
            **self.hide_all(f"citation about {what}", "field", "as_printed", "note"),
            **subject,
        )

    def people_and_institutions(self):
        official, institution = "unpublished official", "unpublished institution"
        self.hidden_official = make_official(
            **self.hidden_record(
                official, "name_en", "name_kk", "honorific_en", "distinctions_en", "sort_name_en"
            )
        )
        OfficialName.objects.create(
            official=self.hidden_official, text=self.hide(f"other name of {official}")
        )
        self.cite(DelegationCitation, official, official=self.hidden_official)
        self.hidden_institution = make_institution(
            **self.hidden_record(
                institution, "name_en", "name_kk", "short_name_en", "city_en", "description_en"
            )
        )
        InstitutionName.objects.create(
            institution=self.hidden_institution, text=self.hide(f"other name of {institution}")
        )
        self.cite(DelegationCitation, institution, institution=self.hidden_institution)

        self.official = make_official(name_en=self.show("official"))
        make_contact(
            official=self.official,
            email=f"{self.hide('e-mail')}@example.org",
            **self.hide_all("contact", "phone", "dietary_needs", "access_needs", "notes"),
        )
        self.institution = make_institution(
            name_en=self.show("institution"), parent=self.hidden_institution
        )
        self.institution.successors.add(self.hidden_institution)
        self.hidden_institution.successors.add(self.institution)
        make_institution(
            parent=self.institution, **self.hidden_record("unpublished unit", "name_en", "name_kk")
        )
        make_appointment(
            official=self.hidden_official,
            institution=self.institution,
            **self.hide_all("office of an unpublished official", "office_en", "office_kk"),
        )
        make_appointment(
            official=self.official,
            institution=self.hidden_institution,
            office_en=self.show("office at an unpublished institution"),
        )

    def events(self):
        fields = ("title_en", "title_kk", "theme_en", "city_en", "summary_en", "description_en")
        self.hidden_event = make_event(
            series=make_series(
                **self.hide_all("series without published events", "name_en", "slug")
            ),
            **self.hidden_record("unpublished event above", *fields),
        )
        self.hidden_event.topics.add(
            make_topic(**self.hide_all("topic of an unpublished event", "name_en", "slug"))
        )
        self.event = make_event(
            title_en=self.show("event"), parent=self.hidden_event, status="held"
        )
        make_event(parent=self.event, **self.hidden_record("unpublished part of an event", *fields))
        make_event(parent=self.event, title_en=self.show("part of an event"))
        for is_public in (True, False):
            tell = self.show if is_public else self.hide
            make_attachment(
                event=self.event,
                title_en=tell("title of an attachment"),
                url=f"https://example.org/{tell('link of an attachment')}",
                is_public=is_public,
            )
        make_figure(event=self.event, as_stated_en=self.show("figure"))
        make_figure(event=self.hidden_event, as_stated_en=self.hide("figure of unpublished event"))
        EventCitation.objects.create(
            event=self.event, source=make_source(title=self.show("source of an event"))
        )
        self.cite(EventCitation, "an unpublished event", event=self.hidden_event)
        for event, attachment in (
            (self.event, {"is_public": False}),
            (self.hidden_event, {"is_public": True}),
        ):
            made = make_attachment(
                event=event,
                url="",
                title_en=self.hide("title of a file"),
                file=ContentFile(self.hide("content of a file").encode(), name="a.txt"),
                **attachment,
            )
            self.closed.append(f"/events/{event.slug}/files/{made.pk}/")
        open_file = make_attachment(
            event=self.event,
            url="",
            title_en=self.show("title of a file"),
            file=ContentFile(self.show("content of a file").encode(), name="b.txt"),
        )
        self.open_file = f"/events/{self.event.slug}/files/{open_file.pk}/"
        self.closed += [
            f"/events/{self.hidden_event.slug}/{page}"
            for page in ("", "programme/", "delegations/", "agreements/")
        ]
        self.closed += [
            f"/officials/{self.hidden_official.slug}/",
            f"/institutions/{self.hidden_institution.slug}/",
            f"/institutions/{self.hidden_institution.slug}/agreements/",
            f"/events/{self.hidden_event.slug}/files/{open_file.pk}/",
        ]

    def private_of_delegation(self):
        return self.hide_all(
            "delegation", "focal_point", "liaison", "arrival", "departure", "notes"
        )

    def delegations(self):
        self.delegation = make_delegation(
            event=self.event, name_en=self.show("delegation"), **self.private_of_delegation()
        )
        self.nameless = make_delegation(event=self.event, institution=self.hidden_institution)
        make_member(
            delegation=self.delegation,
            official=self.official,
            office_en=self.show("office of a member"),
            institution=self.institution,
            rank=make_rank(name_en=self.show("rank of a member")),
        )
        # Published as a fact, by office alone.
        make_member(
            delegation=self.delegation,
            official=self.hidden_official,
            institution=self.hidden_institution,
            on_behalf_of=self.hidden_official,
            office_en=self.show("office of an unpublished member"),
        )
        make_member(
            delegation=self.nameless,
            official=self.official,
            on_behalf_of=self.hidden_official,
        )
        for state in (
            {"is_listed": False},
            {"accreditation": "rejected"},
            {"accreditation": "withdrawn"},
        ):
            what = f"member with {state}"
            member = make_member(
                delegation=self.delegation,
                official=self.official,
                institution=self.institution,
                **self.somebody(what),
                **state,
            )
            self.cite(DelegationCitation, what, member=member)
        self.absent = []
        for status in ("declined", "cancelled"):
            what = f"{status} delegation"
            delegation = make_delegation(
                event=self.event,
                status=status,
                country="",
                **self.hide_all(what, "name_en", "name_kk", "stated_size_en"),
                **self.private_of_delegation(),
            )
            member = make_member(
                delegation=delegation,
                official=self.official,
                institution=self.institution,
                **self.somebody(f"member of {what}"),
            )
            self.cite(DelegationCitation, what, delegation=delegation)
            self.cite(DelegationCitation, f"member of {what}", member=member)
            make_delegation(
                event=self.event, parent=delegation, name_en=self.show(f"part of {what}")
            )
            self.absent.append(delegation)
        elsewhere = make_delegation(
            event=self.hidden_event,
            institution=self.institution,
            **self.hide_all("delegation at an unpublished event", "name_en", "name_kk"),
        )
        member = make_member(
            delegation=elsewhere,
            official=self.official,
            institution=self.institution,
            **self.somebody("member at an unpublished event"),
        )
        self.cite(DelegationCitation, "delegation at an unpublished event", delegation=elsewhere)
        self.cite(DelegationCitation, "member at an unpublished event", member=member)

    def sessions(self):
        titles = ("title_en", "title_kk", "original_title", "abstract_en")
        session = make_session(event=self.event, day=MAY_1, title_en=self.show("item"))
        make_speaker(
            session=session,
            official=self.official,
            institution=self.institution,
            office_en=self.show("office of a speaker"),
        )
        make_speaker(
            session=session,
            official=self.hidden_official,
            institution=self.hidden_institution,
            on_behalf_of=self.hidden_official,
            office_en=self.show("office of an unpublished speaker"),
        )
        hidden = [
            (
                f"{visibility} item",
                make_session(
                    event=self.event,
                    visibility=visibility,
                    **self.hide_all(f"{visibility} item", *titles),
                ),
            )
            for visibility in ("internal", "participants")
        ]
        for what, parent in list(hidden):
            above = parent
            for depth in (2, 3, 4):
                what_below = f"public item at depth {depth} under {what}"
                above = make_session(
                    event=self.event, parent=above, **self.hide_all(what_below, *titles)
                )
                hidden.append((what_below, above))
        what = "item of an unpublished event"
        hidden.append((what, make_session(event=self.hidden_event, **self.hide_all(what, *titles))))
        for what, session in hidden:
            speaker = make_speaker(
                session=session,
                official=self.official,
                institution=self.institution,
                on_behalf_of=self.official,
                **self.somebody(f"speaker of {what}"),
            )
            self.cite(EventCitation, what, session=session)
            self.cite(DelegationCitation, f"speaker of {what}", speaker=speaker)
        self.hidden_session = hidden[0][1]

    def meetings(self):
        make_meeting(
            requested_by=self.delegation,
            counterpart=self.nameless,
            status="held",
            topic_en=self.show("topic of a meeting"),
            brief=self.hide("brief of a meeting that was held"),
        )
        for status in ("requested", "accepted", "scheduled", "declined", "cancelled"):
            make_meeting(
                requested_by=self.delegation,
                counterpart=self.nameless,
                status=status,
                **self.hide_all(f"{status} meeting", "topic_en", "topic_kk", "brief"),
            )
        for absent in self.absent:
            make_meeting(
                requested_by=self.delegation,
                counterpart=absent,
                status="held",
                **self.hide_all("meeting with an absent delegation", "topic_en", "brief"),
            )

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
                file=ContentFile(self.hide("content of a text").encode(), name="t.txt"),
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


@pytest.fixture
def world(db):
    return World()


def test_no_public_page_shows_anything_private(client, world):
    get_user_model().objects.create_superuser(world.hide("user name"), "a@example.org", "staff")

    pages = crawl(client, "/") | crawl(client, "/kk/")

    told = {
        f"{world.secrets[marker]}: {url}"
        for url, (_status, text) in pages.items()
        for marker in MARKER.findall(text + url)
        if marker in world.secrets
    }
    assert told == set()
    assert {url: status for url, (status, _text) in pages.items() if status != 200} == {}


@pytest.mark.parametrize("start", ["/", "/kk/"], ids=["English", "Kazakh"])
def test_the_pages_show_everything_public(client, world, start):
    pages = crawl(client, start)

    told = {marker for _status, text in pages.values() for marker in MARKER.findall(text)}
    assert {what for marker, what in world.shown.items() if marker not in told} == set()


def test_addresses_of_what_is_not_public_are_not_found_and_tell_nothing(client, world):
    answers = {url: client.get(url) for url in world.closed}

    assert {url: response.status_code for url, response in answers.items()} == dict.fromkeys(
        world.closed, 404
    )
    for url, response in answers.items():
        assert set(MARKER.findall(body(response))) <= set(MARKER.findall(url))


@pytest.mark.parametrize(
    ("page", "field"),
    [
        ("/events/", "series"),
        ("/events/", "topic"),
        ("/agreements/", "institution"),
        ("/agreements/", "field"),
    ],
)
def test_a_filter_does_not_confirm_a_guess(client, world, page, field):
    guesses = [marker for marker, what in world.secrets.items() if what.startswith("slug of")]

    answers = [body(client.get(page, {field: guess})) for guess in guesses]

    # A wrong guess and a right one read the same, but for the guess in the links to languages.
    shown = body(client.get(page, {field: "nothing"}))
    for guess, answer in zip(guesses, answers, strict=True):
        assert answer.replace(guess, "nothing") == shown

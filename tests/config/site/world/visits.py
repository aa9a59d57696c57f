"""Markers in people, institutions, events and what happens there."""

import datetime as dt

from django.core.files.base import ContentFile
from django.utils import timezone

from delegations.choices import NomineeState
from delegations.models import DelegationCitation, InstitutionName, Look, OfficialName
from forum.models import EventCitation, Intake
from tests.config.site.world.programme import Programme
from tests.factories import (
    make_absence,
    make_accepted,
    make_answer,
    make_appointment,
    make_attachment,
    make_contact,
    make_delegation,
    make_drawing,
    make_event,
    make_figure,
    make_institution,
    make_invitation,
    make_letter,
    make_meeting,
    make_member,
    make_nominee,
    make_official,
    make_question,
    make_rank,
    make_series,
    make_source,
    make_topic,
    make_transfer,
    picture_file,
)

NOMINEE = (
    *("name", "original_name", "office", "institution", "arrival", "departure", "hotel"),
    *("dietary_needs", "access_needs", "remark"),
)


class Visits(Programme):
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
        make_absence(official=self.official, reason=self.hide("reason of an absence"))
        # Their own pages are public; that they took part in anything is not.
        self.unwilling = [
            make_official(listing_source=self.hide("source of a wish"), **wish)
            for wish in (
                {"listing": "unlisted"},
                {"listing": "unlisted", "listing_until": dt.date.max},
                {"listing": "listed", "listing_until": dt.date(2001, 1, 1)},
            )
        ]
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
        self.lists()

    def lists(self):
        intake = Intake.objects.create(
            kind="institutions", **self.hide_all("list", "source", "author_name")
        )
        intake.rows.create(
            position=0,
            raw=[self.hide("cell of a list")],
            values={"name": self.hide("name in a list")},
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
            event=self.event,
            name_en=self.show("delegation"),
            place=1,
            **self.hide_all("delegation placed by hand", "place_reason", "placed_by"),
            **self.private_of_delegation(),
        )
        make_drawing(event=self.event, **self.hide_all("draw", "drawn_by", "reason"))
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
            place=1,
            **self.hide_all("member placed by hand", "place_reason", "placed_by"),
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
            member.accreditation_steps.create(
                act="rejected", before="pending", after="rejected", reason=self.hide("a reason")
            )
        for official in self.unwilling:
            what = f"member who is {official.listing} until {official.listing_until}"
            member = make_member(
                delegation=self.delegation,
                official=official,
                institution=self.institution,
                **self.somebody(what),
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

    def nominations(self):
        """Whom a delegation names, in every state, and what was written to it."""
        invitation = make_invitation(
            delegation=self.delegation, email=f"{self.hide('e-mail of a contact')}@example.org"
        )
        for state in NomineeState:
            make_nominee(
                invitation=invitation,
                state=state,
                photo=picture_file(),
                **self.hide_all(f"{state} nominee", *NOMINEE),
            )
        for delegation in (self.delegation, self.nameless):
            make_transfer(
                delegation=delegation,
                **self.hide_all(
                    "transfer", "origin", "destination", "vehicle", "driver", "driver_phone"
                ),
            )
        Look.objects.create(
            invitation=invitation,
            facts={"arrival": {"more": self.hide("what was seen of a visit")}},
            seen_at=timezone.now(),
        )
        self.questions(invitation)
        make_letter(
            event=self.event,
            recipient=f"{self.hide('recipient of a letter')}@example.org",
            **self.hide_all("letter", "subject", "text"),
        )
        own = f"/nominate/{'x' * 32}/"
        self.closed += [f"{own}{page}" for page in ("", "visit/", "visit.pdf", "visit.ics")]

    def questions(self, invitation):
        """What the host asks, and what is answered for somebody whom everybody sees."""
        member = self.delegation.members.first()
        nominee = make_accepted(
            invitation=invitation, member=member, **self.hide_all("accepted", *NOMINEE)
        )
        for number, shown in enumerate(("text", "choice")):
            choices = self.hide(f"choice of a {shown} question")
            options = {"kind": "choice", "options_en": f"{choices}\nanother"} if number else {}
            question = make_question(
                event=self.event, text_en=self.hide(f"{shown} question"), **options
            )
            value = choices if number else self.hide("answer")
            make_answer(nominee=nominee, question=question, value=value)

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

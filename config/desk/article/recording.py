"""Recording a draft: unpublished, in one revision, with the article as the source of each fact."""

from django.core.exceptions import ValidationError
from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext as _
from reversion.models import Revision

from agreements.choices import Stage
from agreements.models import Agreement, Party
from config.desk.article.citing import Citing
from config.desk.article.drafts import ON_RECORD, Body, Document, Draft, Lecture, NewEvent, Person
from config.desk.article.wording import Wording
from delegations.choices import MemberFunction, usual_role
from delegations.models import (
    Delegation,
    Institution,
    Member,
    Official,
    Speaker,
)
from forum.choices import DatePrecision, EventKind, EventStatus, Fact, SessionKind
from forum.history.bulk import opened
from forum.history.keeping import revision
from forum.models import Event, Session, Topic


@transaction.atomic
def record(draft: Draft, *, to: Event | None = None, by) -> tuple[Event | None, Revision]:
    """Record what an article says, as new events or of one on record: that event, if any.

    Beside it the revision in which all of it stands, to be undone as a whole.

    Raises ValidationError, and changes nothing, if something breaks a rule of the records.
    """
    comment = _("Read from an article: %(title)s") % {"title": draft.publication.title}
    with revision(by=by, comment=comment[:500]):
        return Recording(draft, to).run(), opened()


class Recording(Citing):
    """The records of one draft, by how the draft refers to them."""

    def __init__(self, draft: Draft, to: Event | None):
        super().__init__(draft.publication)
        self.draft = draft
        self.words = Wording(draft.language)
        self.events: dict[str, Event] = {ON_RECORD: to} if to else {}
        self.bodies: dict[str, Institution] = {}
        self.people: dict[str, tuple[Person, Official]] = {}

    def run(self) -> Event | None:
        self._record_events()
        for body in self.draft.bodies:
            self._record_body(body)
        for person in self.draft.people:
            self._record_person(person)
        for body in self.draft.bodies:
            self._record_presence(body)
        for lecture in self.draft.lectures:
            self._record_lecture(lecture)
        for document in self.draft.documents:
            self._record_document(document)
        self._record_topics()
        return self.main

    @property
    def main(self) -> Event | None:
        """The event that the article is about: the last, for a visit comes first."""
        return next(reversed(self.events.values()), None)

    def _record_events(self) -> None:
        """The visit first, for the others are parts of it."""
        visits = [each for each in self.draft.events if each.kind == EventKind.VISIT]
        others = [each for each in self.draft.events if each.kind != EventKind.VISIT]
        for each in (*visits, *others):
            whole = self.events[visits[0].ref] if visits and each not in visits else None
            self.events[each.ref] = self._recorded(each) or self._record_event(each, whole)

    def _recorded(self, new: NewEvent) -> Event | None:
        """The draft that was made of the same article before: what is sent twice is one."""
        drafts = Event.objects.filter(kind=new.kind, is_published=False)
        named = self.words.text("title", new.title)
        return drafts.filter(citations__source=self.source, **named).first()

    def _record_event(self, new: NewEvent, whole: Event | None) -> Event:
        first, precision = new.starts_on or (None, DatePrecision.DAY)
        is_over = first is not None and first < timezone.localdate()
        event = Event(
            kind=new.kind,
            visit_kind=new.visit_kind,
            parent=whole,
            status=EventStatus.HELD if is_over else EventStatus.PLANNED,
            starts_on=first,
            ends_on=new.ends_on[0] if new.ends_on else None,
            date_precision=precision,
            country=new.country,
            time_zone="",  # That of its place, unless somebody says another.
            **self.words.text("title", new.title),
            **self.words.city(new.city, new.country),
        )
        self.save(event)
        self.cite(event, Fact.KIND, new.printed, value=new.kind)
        if new.visit_kind:
            self.cite(event, Fact.VISIT_KIND, new.printed, value=new.visit_kind)
        if new.starts_on:
            self.cite(event, Fact.DATE, new.printed)
        if new.city or new.country:
            self.cite(event, Fact.PLACE, new.printed)
        return event

    def _record_body(self, body: Body) -> None:
        if not body.is_taken:
            return
        if body.key is not None:
            self.bodies[body.ref] = Institution.objects.get(pk=body.key)
            return
        named = self.words.text("name", body.name)
        cited = Institution.objects.filter(citations__source=self.source, **named).first()
        new = cited or self.save(Institution(kind=body.kind, country=body.country, **named))
        self.cite(new, Fact.NAME, body.printed)
        self.bodies[body.ref] = new

    def _record_person(self, person: Person) -> None:
        official = self._official(person)
        self.people[person.ref] = (person, official)
        event = self.events.get(person.event)
        body = self.bodies.get(person.institution)
        country = person.country or (body.side if body else "")
        if event is None or not (country or body):
            return
        known = Member.objects.filter(delegation__event=event, official=official).first()
        if known:
            self.cite(known, Fact.NAME_AND_OFFICE, person.printed)
            return
        delegation = self._delegation(event, country, body)
        is_first = event.kind == EventKind.VISIT and not delegation.members.exists()
        member = Member(
            delegation=delegation,
            function=MemberFunction.HEAD if is_first else MemberFunction.MEMBER,
            **self._representation(person, official, body),
        )
        self.save(member)
        self.cite(member, Fact.NAME_AND_OFFICE, person.printed)

    def _official(self, person: Person) -> Official:
        if person.key is not None:
            return Official.objects.get(pk=person.key)
        named = self.words.text("name", person.name)
        cited = Official.objects.filter(citations__source=self.source, **named).first()
        new = cited or self.save(Official(**named))
        self.cite(new, Fact.NAME, person.printed)
        return new

    def _representation(self, person: Person, official: Official, body: Institution | None) -> dict:
        """Who, in which office, for whom: as the office held is on record, or as it is printed."""
        held = self.words.held(official, body, person.office)
        told = {} if held else self.words.office(person.office)
        is_named = person.name in self.words.names_of(official)
        return {
            "official": official,
            "institution": body,
            "appointment": held,
            "name_as_printed": "" if is_named else person.name,
            **told,
        }

    def _delegation(self, event: Event, country: str, body: Institution | None) -> Delegation:
        """The side of a country, or of an institution that is on none; the host's is theirs."""
        side = {"country": country} if country else {"institution": body}
        known = event.delegations.filter(parent=None, **side).first()
        if known:
            return known
        return self.save(Delegation(event=event, role=usual_role(event, country), **side))

    def _record_presence(self, body: Body) -> None:
        """An institution that takes part without anybody who is named."""
        event, institution = self.events.get(body.event), self.bodies.get(body.ref)
        if event is None or institution is None:
            return
        if Member.objects.filter(delegation__event=event, institution=institution).exists():
            return
        delegation = self._delegation(event, institution.side, institution)
        told = self.words.office(body.office)
        member = self.save(Member(delegation=delegation, institution=institution, **told))
        self.cite(member, Fact.NAME_AND_OFFICE, body.printed)

    def _record_lecture(self, lecture: Lecture) -> None:
        event = self.events[lecture.event]
        if lecture.title and event.sessions.filter(original_title=lecture.title).exists():
            return
        session = Session(
            event=event,
            kind=SessionKind.LECTURE,
            original_title=lecture.title,
            original_language=self.draft.language if lecture.title else "",
        )
        self.save(session)
        self.cite(session, Fact.PROGRAMME, lecture.printed)
        if lecture.speaker in self.people:
            person, official = self.people[lecture.speaker]
            body = self.bodies.get(person.institution)
            told = self._representation(person, official, body)
            speaker = self.save(Speaker(session=session, **told))
            self.cite(speaker, Fact.NAME_AND_OFFICE, person.printed)

    def _record_document(self, document: Document) -> None:
        """A document with its parties; concluded, if so, only when these are on record."""
        named = self.words.text("title", document.title)
        if Agreement.objects.filter(citations__source=self.source, **named).exists():
            return
        agreement = Agreement(
            instrument=document.instrument,
            stage=Stage.NEGOTIATION,
            event=self.main,
            **named,
        )
        self.save(agreement)
        for number, ref in enumerate(document.parties, 1):
            self.save(Party(agreement=agreement, position=number, **self._party(ref)))
        if document.stage == Stage.CONCLUDED:
            self._conclude(agreement)
        self.cite(agreement, Fact.PARTIES, document.printed)

    def _conclude(self, agreement: Agreement) -> None:
        agreement.stage = Stage.CONCLUDED
        event = self.main
        if event and event.starts_on and event.ends_on in (None, event.starts_on):
            agreement.concluded_on = event.starts_on
            agreement.concluded_on_precision = event.date_precision
        self.save(agreement)

    def _party(self, ref: str) -> dict:
        """A country, an institution on record, or a name as printed."""
        if ref.startswith("c"):
            return {"country": ref[1:]}
        if ref in self.bodies:
            return {"institution": self.bodies[ref]}
        named = next(body.name for body in self.draft.bodies if body.ref == ref)
        return {"name_as_printed": named[:300]}

    def _record_topics(self) -> None:
        if self.main is None:
            return
        known = Topic.objects.in_bulk([subject.key for subject in self.draft.topics])
        for subject in self.draft.topics:
            topic = known.get(subject.key)
            if topic is None:
                raise ValidationError(_("A topic is no longer on record: read the text again."))
            if not self.main.topics.filter(pk=topic.pk).exists():
                self.main.topics.add(topic)
                self.cite(self.main, Fact.OTHER, subject.printed)

"""Records for tests: plain functions, fixed values, nothing random.

Each makes the least that is valid and published; what a test is about, it says itself.
"""

import datetime as dt
from io import BytesIO
from itertools import count
from pathlib import PurePosixPath

import typst
from django.contrib.auth import get_user_model
from django.core.files.base import ContentFile
from django.core.files.storage import storages
from django.utils import timezone
from PIL.Image import new, registered_extensions
from pypdf import PdfWriter

from agreements.models import (
    Agreement,
    AgreementLink,
    AgreementReference,
    CalendarAddress,
    Commitment,
    Outcome,
    OutcomeRole,
    Party,
    Period,
    ProgressNote,
    Provision,
    Reminder,
    Signatory,
    Step,
    Subscription,
    Text,
)
from delegations.models import (
    Absence,
    Answer,
    Appointment,
    CommonOffice,
    Delegation,
    Drawing,
    FurtherKind,
    Institution,
    Invitation,
    Meeting,
    Member,
    Nominee,
    OfficeRank,
    Official,
    OfficialContact,
    Question,
    Speaker,
    Transfer,
    Zone,
    ZoneException,
)
from forum.choices import AuditKind
from forum.models import (
    Attachment,
    AuditEntry,
    Closure,
    Event,
    EventCitation,
    Figure,
    Letter,
    Series,
    Session,
    Source,
    Topic,
    Venue,
)
from forum.private_addresses.tokens import give_token, make_address

MAY_1 = dt.date(2030, 5, 1)
NOON = dt.datetime(2030, 5, 1, 12, tzinfo=dt.UTC)
MAY_2 = dt.date(2030, 5, 2)
MAY_3 = dt.date(2030, 5, 3)

_number = count(1)


def _with(name, make, fields: dict) -> dict:
    """The fields with the relation that a test did not care to give."""
    return fields if fields.get(name) else fields | {name: make()}


def make_audit_entry(**fields) -> AuditEntry:
    return AuditEntry.objects.create(**{"kind": AuditKind.REFUSED, "who": "Staff"} | fields)


def make_event(**fields) -> Event:
    n = next(_number)
    defaults = {
        "title_en": f"Forum {n}",
        "slug": f"forum-{n}",
        "starts_on": MAY_1,
        "ends_on": MAY_3,
        "time_zone": "Asia/Almaty",
        "country": "KZ",
        "is_published": True,
    }
    return Event.objects.create(**defaults | fields)


def make_series(**fields) -> Series:
    n = next(_number)
    return Series.objects.create(**{"name_en": f"Series {n}", "slug": f"series-{n}"} | fields)


def make_topic(**fields) -> Topic:
    n = next(_number)
    return Topic.objects.create(**{"name_en": f"Topic {n}", "slug": f"topic-{n}"} | fields)


def make_venue(**fields) -> Venue:
    return Venue.objects.create(**{"name_en": f"Venue {next(_number)}"} | fields)


def make_closure(**fields) -> Closure:
    fields = _with("venue", make_venue, fields)
    return Closure.objects.create(**{"starts_at": NOON} | fields)


def make_source(**fields) -> Source:
    return Source.objects.create(**{"title": f"Source {next(_number)}"} | fields)


def make_session(**fields) -> Session:
    fields = _with("event", make_event, fields)
    return Session.objects.create(**{"title_en": f"Item {next(_number)}"} | fields)


def make_figure(**fields) -> Figure:
    if "country" not in fields:
        fields = _with("event", make_event, fields)
    return Figure.objects.create(**{"value": 6} | fields)


def make_attachment(**fields) -> Attachment:
    fields = _with("event", make_event, fields)
    defaults = {"title_en": "Programme", "url": "https://example.org/p", "is_public": True}
    return Attachment.objects.create(**defaults | fields)


def make_citation(**fields) -> EventCitation:
    return EventCitation.objects.create(
        event=make_event(series=make_series()), source=make_source(), **fields
    )


def make_institution(**fields) -> Institution:
    n = next(_number)
    defaults = {
        "name_en": f"University {n}",
        "slug": f"university-{n}",
        "country": "EE",
        "is_published": True,
    }
    return Institution.objects.create(**defaults | fields)


def make_further_kind(**fields) -> FurtherKind:
    fields = _with("institution", make_institution, fields)
    return FurtherKind.objects.create(**{"kind": "foundation"} | fields)


def make_official(**fields) -> Official:
    n = next(_number)
    defaults = {"name_en": f"Official {n}", "slug": f"official-{n}", "is_published": True}
    return Official.objects.create(**defaults | fields)


def make_absence(**fields) -> Absence:
    fields = _with("official", make_official, fields)
    return Absence.objects.create(**{"starts_at": NOON} | fields)


def make_contact(**fields) -> OfficialContact:
    fields = _with("official", make_official, fields)
    return OfficialContact.objects.create(**fields)


def make_rank(**fields) -> OfficeRank:
    return OfficeRank.objects.create(**{"name_en": "rector", "weight": 50} | fields)


def make_common_office(**fields) -> CommonOffice:
    return CommonOffice.objects.create(**{"name_en": "Rector"} | fields)


def make_appointment(**fields) -> Appointment:
    fields = _with("official", make_official, fields)
    return Appointment.objects.create(**{"office_en": "Rector"} | fields)


def everybody() -> dict:
    """All that a representation can relate to."""
    official, institution, rank = make_official(), make_institution(), make_rank()
    return {
        "official": official,
        "institution": institution,
        "also_institution": make_institution(),
        "rank": rank,
        "on_behalf_of": make_official(),
        "appointment": make_appointment(official=official, institution=institution, rank=rank),
    }


def make_delegation(**fields) -> Delegation:
    fields = _with("event", make_event, fields)
    if not fields.get("institution"):
        fields.setdefault("country", "EE")
    return Delegation.objects.create(**fields)


def make_drawing(**fields) -> Drawing:
    fields = _with("event", make_event, fields)
    return Drawing.objects.create(**{"seed": "5eed", "result": []} | fields)


def make_member(**fields) -> Member:
    fields = _with("delegation", make_delegation, fields)
    return Member.objects.create(**{"office_en": "Rector"} | fields)


def make_zone(**fields) -> Zone:
    fields = _with("event", make_event, fields)
    return Zone.objects.create(**{"code": f"Z{next(_number)}", "name_en": "Hall"} | fields)


def make_zone_exception(**fields) -> ZoneException:
    fields = _with("member", make_member, fields)
    if "zone" not in fields:
        fields["zone"] = make_zone(event=fields["member"].delegation.event)
    return ZoneException.objects.create(**fields)


def make_speaker(**fields) -> Speaker:
    fields = _with("session", make_session, fields)
    return Speaker.objects.create(**{"office_en": "Rector"} | fields)


def make_meeting(**fields) -> Meeting:
    if "requested_by" not in fields:
        event = make_event()
        fields["requested_by"] = make_delegation(event=event)
        fields["counterpart"] = make_delegation(event=event, country="KZ")
    return Meeting.objects.create(**fields)


def make_transfer(**fields) -> Transfer:
    fields = _with("delegation", make_delegation, fields)
    defaults = {"day": MAY_1, "origin": "Airport", "destination": "Hotel"}
    return Transfer.objects.create(**defaults | fields)


def make_agreement(**fields) -> Agreement:
    n = next(_number)
    defaults = {
        "title_en": f"Agreement {n}",
        "slug": f"agreement-{n}",
        "stage": "concluded",
        "is_published": True,
    }
    return Agreement.objects.create(**defaults | fields)


def make_party(**fields) -> Party:
    fields = _with("agreement", make_agreement, fields)
    if "name_as_printed" not in fields and "country" not in fields:
        fields = _with("institution", make_institution, fields)
    return Party.objects.create(**fields)


def make_signatory(**fields) -> Signatory:
    fields = _with("agreement", make_agreement, fields)
    return Signatory.objects.create(**{"office_en": "Rector"} | fields)


def make_provision(**fields) -> Provision:
    fields = _with("agreement", make_agreement, fields)
    return Provision.objects.create(**{"text_en": "Academic mobility"} | fields)


def pdf_file(name: str = "text.pdf", pages: int = 1) -> ContentFile:
    """A real PDF with empty pages."""
    writer, content = PdfWriter(), BytesIO()
    for _ in range(pages):
        writer.add_blank_page(width=595, height=842)
    writer.write(content)
    return ContentFile(content.getvalue(), name)


def stored(name: str, content: bytes, storage: str = "private") -> str:
    """The name of a file that lies on the disk, unchecked, as one of long ago or of an attacker."""
    storages[storage].delete(name)
    return storages[storage].save(name, ContentFile(content))


def picture_file(name: str = "picture.png", size=(40, 20), **options) -> ContentFile:
    """A real picture in one colour, of the kind that its name ends in."""
    content = BytesIO()
    written = registered_extensions()[PurePosixPath(name).suffix]
    new("RGB", size, "navy").save(content, written, **options)
    return ContentFile(content.getvalue(), name)


def pdf_saying(words: str) -> bytes:
    """A real PDF with these words in it."""
    return typst.compile(words.encode())


def make_text(**fields) -> Text:
    fields = _with("agreement", make_agreement, fields)
    return Text.objects.create(**{"url": "https://example.org/t", "is_public": True} | fields)


def make_link(**fields) -> AgreementLink:
    fields = _with("agreement", make_agreement, fields)
    fields = _with("other", make_agreement, fields)
    return AgreementLink.objects.create(**{"kind": "replaces"} | fields)


def make_reference(**fields) -> AgreementReference:
    fields = _with("agreement", make_agreement, fields)
    defaults = {"registry": "un", "number": f"I-{next(_number)}"}
    return AgreementReference.objects.create(**defaults | fields)


def make_outcome(**fields) -> Outcome:
    if not fields.get("agreement"):
        fields = _with("event", make_event, fields)
    return Outcome.objects.create(**{"title_en": "Branch opened"} | fields)


def make_outcome_role(**fields) -> OutcomeRole:
    fields = _with("outcome", make_outcome, fields)
    return OutcomeRole.objects.create(**{"office_en": "Rector"} | fields)


def make_commitment(**fields) -> Commitment:
    if not fields.get("event"):
        fields = _with("agreement", make_agreement, fields)
    return Commitment.objects.create(**{"text_en": "A concert", "is_public": True} | fields)


def make_note(**fields) -> ProgressNote:
    fields = _with("commitment", make_commitment, fields)
    return ProgressNote.objects.create(
        **{"text": "The hall is booked", "noted_on": MAY_1, "is_public": True} | fields
    )


def make_step(**fields) -> Step:
    fields = _with("agreement", make_agreement, fields)
    return Step.objects.create(**{"kind": "signed", "happened_on": MAY_1} | fields)


def make_period(**fields) -> Period:
    """Made by hand only where its table itself is tested: it is derived."""
    fields = _with("agreement", make_agreement, fields)
    defaults = {"status": "signed", "first_on": MAY_1, "last_on": MAY_2}
    return Period.objects.create(**defaults | fields)


def make_staff(**fields):
    n = next(_number)
    defaults = {"username": f"staff-{n}", "email": f"staff-{n}@example.org", "is_staff": True}
    return get_user_model().objects.create_user(**defaults | fields)


def make_reminder(**fields) -> Reminder:
    if not fields.get("commitment"):
        fields = _with("agreement", make_agreement, fields)
    defaults = {"recipient": "staff@example.org", "kind": "expiring", "due_on": MAY_1}
    return Reminder.objects.create(**defaults | {"days_before": 30} | fields)


def make_calendar_address(**fields) -> CalendarAddress:
    fields = _with("owner", make_staff, fields)
    make_address(CalendarAddress, owner=fields["owner"])
    return CalendarAddress.objects.get(owner=fields["owner"])


def make_subscription(**fields) -> Subscription:
    return Subscription.objects.create(**_with("user", make_staff, fields))


def make_letter(**fields) -> Letter:
    defaults = {"recipient": "contact@example.org", "language": "en", "subject": "A letter"}
    return Letter.objects.create(**defaults | {"text": "A letter."} | fields)


def make_invitation(**fields) -> Invitation:
    """An invitation, whose `token` is that of its page."""
    fields = _with("delegation", make_delegation, fields)
    defaults = {"email": "contact@example.org", "language": "en"}
    invitation = Invitation(**defaults | fields)
    invitation.token = give_token(invitation, timezone.now() + dt.timedelta(days=365))
    invitation.save()
    return invitation


def make_nominee(**fields) -> Nominee:
    fields = _with("invitation", make_invitation, fields)
    n = next(_number)
    defaults = {"name": f"Nominee {n}", "office": "Rector", "office_language": "en"}
    return Nominee.objects.create(**defaults | {"consented_on": MAY_1} | fields)


def make_question(**fields) -> Question:
    fields = _with("event", make_event, fields)
    defaults = {"text_en": f"Question {next(_number)}?"}
    return Question.objects.create(**defaults | fields)


def make_accepted(**fields) -> Nominee:
    """Somebody whom the host has accepted: a member of the delegation."""
    fields = _with("invitation", make_invitation, fields)
    if "member" not in fields:
        delegation, official = fields["invitation"].delegation, make_official()
        fields["member"] = make_member(delegation=delegation, official=official)
    return make_nominee(**{"state": "accepted", "submitted_at": timezone.now()} | fields)


def make_answer(**fields) -> Answer:
    fields = _with("nominee", make_accepted, fields)
    if "question" not in fields:
        fields["question"] = make_question(event=fields["nominee"].invitation.delegation.event)
    return Answer.objects.create(**{"value": "An answer."} | fields)

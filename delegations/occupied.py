"""What takes people and rooms, as delegations know it: speaking, meetings, absences."""

from collections.abc import Iterator

from django.db.models import Prefetch

from delegations.choices import MeetingStatus, SpeakerMode, SpeakerStatus
from delegations.models import Absence, Meeting, Member, Speaker
from forum.choices import OFF
from forum.occupied import Window, not_to_be_had, occupies, taken_by
from forum.programme.clashes import Taken

NOT_THERE = (SpeakerStatus.REPLACED, SpeakerStatus.ABSENT)
# Who sends a message need not be there when it is shown or read.
SENT = (SpeakerMode.VIDEO_MESSAGE, SpeakerMode.MESSAGE_READ)
NOT_HELD = (MeetingStatus.DECLINED, MeetingStatus.CANCELLED)


@occupies
def those_who_speak(window: Window) -> Iterator[Taken]:
    """Who speaks by video link is taken, but in no place."""
    rows = Speaker.objects.filter(session__in=window.sessions, official__isnull=False)
    rows = rows.exclude(status__in=NOT_THERE).exclude(mode__in=SENT).order_by("pk")
    for speaker in rows.select_related("official"):
        session = window.sessions[speaker.session_id]
        is_there = speaker.mode == SpeakerMode.IN_PERSON
        place = (session.venue or session.event.venue) if is_there else None
        yield from window.taken_by(session, speaker.official, place=place)


@occupies
def those_who_meet(window: Window) -> Iterator[Taken]:
    """The rooms of bilateral meetings, and who attends them."""
    rows = Meeting.objects.filter(window.on_days).exclude(status__in=NOT_HELD)
    rows = rows.exclude(requested_by__event__status__in=OFF).select_related(
        "requested_by__event__venue__parent",
        "requested_by__institution",
        "counterpart__institution",
        "venue__parent",
    )
    people = Member.objects.select_related("official").order_by("pk")
    for meeting in rows.prefetch_related(Prefetch("attendees", people)).order_by("pk"):
        attendees = meeting.attendees.all()
        if meeting.venue:
            yield from taken_by(
                meeting, meeting.venue, place=meeting.venue, people=len(attendees) or None
            )
        for official in {each.official for each in attendees if each.official}:
            yield from taken_by(meeting, official, place=meeting.venue or meeting.event.venue)


@occupies
def those_who_cannot_come(window: Window) -> Iterator[Taken]:
    for absence in Absence.objects.filter(window.in_time).select_related("official"):
        yield not_to_be_had(absence, absence.official)

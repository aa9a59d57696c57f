"""The host's questions to those who come: to whom which are put, answered, asked for, reworded."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from django.core.exceptions import ValidationError
from django.db import transaction
from django.db.models import Count, Q
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from delegations.choices import InvitationState, QuestionKind
from delegations.models import Answer, Invitation, Nominee, Question
from delegations.nominating import asking, letters
from forum.choices import EventStatus
from forum.history.locking import lock
from forum.late import begin
from forum.models import Event
from forum.records.holding import today_in


def questions_of(event: Event) -> list[Question]:
    """The questions of an event in their order, each with `answer_count`."""
    rows = Question.objects.filter(event=event)
    return list(rows.annotate(answer_count=Count("answers", filter=Q(answers__value__gt=""))))


def keep_questions_as_they_are(event: Event) -> None:
    """Until this transaction is over nobody else rewords a question of this event or answers it."""
    begin()
    lock(event)


@dataclass(frozen=True)
class Questionnaire:
    """Somebody with what they are asked, and the answers so far by question."""

    nominee: Nominee
    questions: Sequence[Question]
    answers: Mapping[int, str]

    @property
    def open(self) -> list[Question]:
        asked = {each.pk: each for each in self.questions}
        found = asking.to_answer(
            (each.asked for each in self.questions), category_of(self.nominee), self.answers
        )
        return [asked[each.key] for each in found]

    @property
    def rows(self) -> list[tuple[Question, str]]:
        """Each question with its answer in the reader's language."""
        return [(each, each.in_words(self.answers.get(each.pk, ""))) for each in self.questions]


def category_of(nominee: Nominee) -> str:
    """As what somebody comes: what staff made of it counts."""
    return nominee.member.function if nominee.member else nominee.category


def questionnaires(
    nominees: Iterable[Nominee], questions: Sequence[Question]
) -> dict[int, Questionnaire]:
    """Of those who come and are asked anything, by key; asks for answers only if there are any."""
    coming = [each for each in nominees if questions and each.is_coming]
    found: dict[int, dict[int, str]] = {each.pk: {} for each in coming}
    rows = Answer.objects.filter(nominee__in=found) if found else ()
    for answer in rows:
        found[answer.nominee_id][answer.question_id] = answer.value
    return {each.pk: sheet for each in coming if (sheet := _of(each, questions, found))}


def _of(nominee: Nominee, questions: Sequence[Question], found) -> Questionnaire | None:
    category = category_of(nominee)
    asked = [each for each in questions if each.asked.is_for(category)]
    return Questionnaire(nominee, asked, found[nominee.pk]) if asked else None


def may_answer(invitation: Invitation) -> bool:
    """Whether its delegation can still answer, by today where the event takes place."""
    event = invitation.delegation.event
    is_postponed = event.status == EventStatus.POSTPONED
    return asking.may_answer(
        is_closed=invitation.state == InvitationState.CLOSED,
        last_day=None if is_postponed else event.last_day,
        on=today_in(event.tz),
    )


@transaction.atomic
def keep_answers(nominee: Nominee, values: Mapping[int, str]) -> None:
    """Keep what is said to each of these questions; empty is kept as left open."""
    for question, value in values.items():
        Answer.objects.update_or_create(
            nominee=nominee, question_id=question, defaults={"value": value}
        )


def waiting(event: Event) -> list[tuple[Invitation, int]]:
    """The invitations of an event that can be asked, each with how many people have to answer."""
    rows = Invitation.objects.filter(delegation__event=event)
    rows = rows.select_related(*Invitation.ends_with)
    invitations = list(rows.order_by("delegation__position", "pk"))
    nominees = Nominee.objects.filter(invitation__in=invitations).select_related("member")
    sheets: dict[int, list[Questionnaire]] = {each.pk: [] for each in invitations}
    for sheet in questionnaires(nominees, questions_of(event)).values():
        sheets[sheet.nominee.invitation_id].append(sheet)
    counted = [(each, people_to_ask(each, sheets[each.pk])) for each in invitations]
    return [(invitation, people) for invitation, people in counted if people]


def people_to_ask(invitation: Invitation, sheets: Iterable[Questionnaire]) -> int:
    """How many people a delegation has to answer for; none if its page is closed to it."""
    if invitation.is_revoked or not may_answer(invitation):
        return 0
    return sum(bool(sheet.open) for sheet in sheets)


@transaction.atomic
def ask(asked: Iterable[tuple[Invitation, int]]) -> int:
    """Let a letter go to each of these delegations; how many go."""
    count = 0
    for invitation, people in asked:
        letters.tell_asked(invitation, people)
        invitation.asked_at = timezone.now()
        invitation.save(update_fields=["asked_at"])
        count += 1
    return count


def moved_answers(question: Question) -> dict[str, str]:
    """What answers become once a question is reworded, where that is something else.

    Raises ValidationError with a sentence if it has answers that would fit it no more.
    """
    before = Question.objects.filter(pk=question.pk).first()
    given = question.answers.exclude(value="").order_by() if before else None
    numbers = dict(given.values_list("value").annotate(Count("pk"))) if given is not None else {}
    if not numbers:
        return {}
    if before.kind != question.kind:
        raise ValidationError({"kind": _answered(sum(numbers.values()))})
    if question.kind != QuestionKind.CHOICE:
        return {}
    return _moved(before.options_given, question.options_given, numbers)


def _moved(before, after, numbers: Mapping[str, int]) -> dict[str, str]:
    moved = {value: asking.carried_over(value, before, after) for value in numbers}
    lost = [_chosen(value, numbers[value]) for value, new in moved.items() if new is None]
    if lost:
        raise ValidationError({"options_en": lost})
    return {value: new for value, new in moved.items() if new and new != value}


def _answered(number: int) -> str:
    text = ngettext(
        "It has %(count)d answer: it can be reworded, but not ask for another kind of answer.",
        "It has %(count)d answers: it can be reworded, but not ask for another kind of answer.",
        number,
    )
    return text % {"count": number}


def _chosen(value: str, number: int) -> str:
    text = ngettext(
        "“%(choice)s” is the answer of %(count)d person: keep it among the choices.",
        "“%(choice)s” is the answer of %(count)d people: keep it among the choices.",
        number,
    )
    return text % {"choice": value, "count": number}


@transaction.atomic
def keep_question(question: Question, moved: Mapping[str, str]) -> None:
    """Save a question, with its answers as they are called now."""
    question.save()
    answers = list(question.answers.filter(value__in=moved))
    for answer in answers:
        answer.value = moved[answer.value]
    Answer.objects.bulk_update(answers, ["value"])


def told(sheet: Questionnaire | None, *, can_answer: bool) -> str:
    """What the list says of somebody's questions; empty if there are none."""
    if sheet is None:
        return ""
    if not can_answer:
        return _("Questions of the host")
    number = len(sheet.open)
    if not number:
        return _("Questions of the host: all answered")
    text = ngettext(
        "Questions of the host: %(count)d to answer",
        "Questions of the host: %(count)d to answer",
        number,
    )
    return text % {"count": number}

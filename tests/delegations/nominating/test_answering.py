"""A delegation answers the host's questions for whoever is accepted, and is asked by letter."""

import datetime as dt

import pytest
from django.utils import timezone

from delegations.models import Answer, Question
from delegations.nominating import questions
from forum.models import Letter
from tests.factories import (
    make_accepted,
    make_delegation,
    make_event,
    make_invitation,
    make_nominee,
    make_question,
)
from tests.reading import body

pytestmark = pytest.mark.django_db
HALLS = {"options_en": "Red hall\nBlue hall", "options_ru": "Красный зал\nСиний зал"}


@pytest.fixture
def event():
    return make_event(starts_on="2099-05-01", ends_on=None)


@pytest.fixture
def invitation(event):
    return make_invitation(delegation=make_delegation(event=event))


def page(invitation, more="", language=""):
    return f"{language}/nominate/{invitation.token}/{more}"


def named(question):
    return f"question-{question.pk}"


def test_somebody_accepted_is_asked_and_answers_in_two_goes(client, event, invitation):
    hall = make_question(event=event, kind="choice", text_ru="Какой зал?", **HALLS)
    lunch = make_question(event=event, kind="yes_no", text_ru="Придёте на обед?")
    nominee = make_accepted(invitation=invitation)
    url = page(invitation, f"{nominee.pk}/questions/", "/ru")
    assert "Questions of the host: 2 to answer" in body(client.get(page(invitation)))

    draft = client.post(url, {named(hall): "Синий зал"}, follow=True)
    assert f'<a href="#id_{named(lunch)}">Придёте на обед?</a>' in body(draft)
    assert "Questions of the host: 1 to answer" in body(client.get(page(invitation)))

    said = {named(hall): "Синий зал", named(lunch): "no"}
    done = client.post(url.removeprefix("/ru"), said | {named(hall): "Blue hall"}, follow=True)

    assert "Saved: all questions are answered." in body(done)
    assert "Questions of the host: all answered" in body(done)
    assert dict(nominee.answers.values_list("question", "value")) == {
        hall.pk: "Blue hall",
        lunch.pk: "no",
    }


def as_shown(client, url):
    """What a browser sends of the page as it is now."""
    form = client.get(url).context["form"]
    said = {field.html_initial_name: field.value() for field in form}
    return said | {field.html_name: field.value() for field in form if field.value()}


def test_of_two_who_answer_at_a_time_neither_empties_what_the_other_said(client, event, invitation):
    first, second = make_question(event=event), make_question(event=event)
    hall = make_question(event=event, kind="choice", **HALLS)
    url = page(invitation, f"{make_accepted(invitation=invitation).pk}/questions/")
    shown = as_shown(client, url)

    client.post(url, shown | {named(first): "by one", named(hall): "Red hall"})
    client.post(url, shown | {named(second): "by the other"})

    said = {first.pk: "by one", second.pk: "by the other", hall.pk: "Red hall"}
    assert dict(Answer.objects.values_list("question", "value")) == said


def test_an_answer_is_taken_back_by_whoever_saw_it(client, event, invitation):
    more, hall = make_question(event=event), make_question(event=event, kind="choice", **HALLS)
    nominee = make_accepted(invitation=invitation)
    for question, value in ((more, "As it was."), (hall, "Red hall")):
        nominee.answers.create(question=question, value=value)
    Question.objects.update(is_required=False)
    url = page(invitation, f"{nominee.pk}/questions/")
    shown = client.get(url)
    assert f'name="initial-{named(more)}" value="As it was."' in body(shown)
    assert f'name="initial-{named(hall)}" value="Red hall"' in body(shown)

    client.post(url, as_shown(client, url) | {named(more): "", named(hall): ""})

    assert {*Answer.objects.values_list("value", flat=True)} == {""}


def test_a_choice_is_read_in_another_language(client, event, invitation):
    hall = make_question(event=event, kind="choice", **HALLS)
    nominee = make_accepted(invitation=invitation)
    client.post(page(invitation, f"{nominee.pk}/questions/"), {named(hall): "Blue hall"})

    shown = body(client.get(page(invitation, f"{nominee.pk}/questions/", "/ru")))

    assert 'value="Синий зал" id="id_question-' in shown
    assert shown.count(" checked") == 1


def test_who_is_not_accepted_or_not_meant_is_asked_nothing(client, event, invitation):
    make_question(event=event, categories="driver")
    for nominee in (make_nominee(invitation=invitation), make_accepted(invitation=invitation)):
        url = page(invitation, f"{nominee.pk}/questions/")
        assert client.get(url).status_code == client.post(url).status_code == 404
    assert "Questions of the host" not in body(client.get(page(invitation)))


def test_as_what_somebody_comes_is_what_staff_made_of_it(client, event, invitation):
    make_question(event=event, categories="driver")
    nominee = make_accepted(invitation=invitation, category="member")
    type(nominee.member).objects.update(function="driver")

    assert client.get(page(invitation, f"{nominee.pk}/questions/")).status_code == 200


def test_an_answer_that_does_not_fit_is_refused_and_nothing_is_lost(client, event, invitation):
    hall, more = make_question(event=event, kind="choice", **HALLS), make_question(event=event)
    nominee = make_accepted(invitation=invitation)
    said = {named(hall): "Green hall", named(more): "Something typed."}

    answer = body(client.post(page(invitation, f"{nominee.pk}/questions/"), said))

    assert "Green hall is not one of the available choices" in answer
    assert "Something typed." in answer
    assert not Answer.objects.exists()


def test_a_choice_that_is_gone_stays_until_another_is_taken(client, event, invitation):
    hall = make_question(event=event, kind="choice", **HALLS)
    more = make_question(event=event, is_required=False)
    nominee = make_accepted(invitation=invitation)
    nominee.answers.create(question=hall, value="Green hall")
    url = page(invitation, f"{nominee.pk}/questions/")
    shown = as_shown(client, url)
    del shown[named(hall)]

    client.post(url, shown | {named(more): "By train."})
    assert nominee.answers.get(question=hall).value == "Green hall"
    assert "Questions of the host: 1 to answer" in body(client.get(page(invitation)))

    client.post(url, shown | {named(hall): "Blue hall"})
    assert nominee.answers.get(question=hall).value == "Blue hall"


@pytest.mark.parametrize("closing", ["page", "event"])
def test_afterwards_answers_can_only_be_read(client, event, invitation, closing):
    question = make_question(event=event)
    nominee = make_accepted(invitation=invitation)
    nominee.answers.create(question=question, value="As it was.")
    if closing == "page":
        type(invitation).objects.update(state="closed")
    else:
        type(event).objects.filter(pk=event.pk).update(starts_on="2020-05-01")
    url = page(invitation, f"{nominee.pk}/questions/")

    answer = body(client.post(url, {named(question): "Another."}))

    assert "This can no longer be changed here" in answer
    assert "As it was." in answer
    assert Answer.objects.get().value == "As it was."


def test_who_can_answer_no_more_is_not_told_that_something_is_open(client, event, invitation):
    make_question(event=event, text_en="Which hotel?")
    make_accepted(invitation=invitation)
    assert "Questions of the host: 1 to answer" in body(client.get(page(invitation)))

    type(invitation).objects.update(state="closed")

    said = body(client.get(page(invitation)))
    assert "to answer" not in said
    assert "Questions of the host" in said


@pytest.mark.parametrize(("zone", "is_open"), [("America/New_York", True), ("Asia/Tokyo", False)])
def test_an_event_is_over_when_its_day_ends_where_it_takes_place(
    client, monkeypatch, zone, is_open
):
    day = timezone.now().date() + dt.timedelta(1)
    event = make_event(starts_on=day, ends_on=None, time_zone=zone)
    question = make_question(event=event)
    invitation = make_invitation(delegation=make_delegation(event=event))
    nominee = make_accepted(invitation=invitation)
    evening = dt.datetime.combine(day, dt.time(20), dt.UTC)
    monkeypatch.setattr(timezone, "now", lambda: evening)

    waiting = bool(questions.waiting(event))
    client.post(page(invitation, f"{nominee.pk}/questions/"), {named(question): "By train."})

    assert waiting is is_open
    assert Answer.objects.filter(value="By train.").exists() is is_open


def test_nobody_of_another_delegation_is_answered_for(client, event, invitation):
    question = make_question(event=event)
    other = make_accepted(invitation=make_invitation(delegation=make_delegation(event=event)))
    url = page(invitation, f"{other.pk}/questions/")

    assert client.post(url, {named(question): "x"}).status_code == 404
    assert not Answer.objects.exists()


def test_staff_ask_a_delegation_once_however_often_it_is_sent(admin_client, event, invitation):
    question = make_question(event=event)
    asked = make_accepted(invitation=invitation, name="Mari Maasikas")
    done = make_accepted(invitation=invitation)
    done.answers.create(question=question, value="Yes, by train.")
    url = f"/admin/delegations/delegation/{invitation.delegation_id}/nominees/"

    shown = body(admin_client.get(url))
    assert "Ask the delegation: 1 person has open questions" in shown
    assert "Yes, by train." in shown
    for _again in range(2):
        admin_client.post(url, {"ask": "on", "once": "a-token"})

    letter = Letter.objects.get()
    assert letter.recipient == invitation.email
    assert "questions about 1 person" in letter.text
    assert asked.name not in letter.text + letter.subject
    assert "Asked last" in body(admin_client.get(url))


def test_a_member_who_is_submitted_anew_is_asked_too(admin_client, event, invitation):
    make_question(event=event)
    make_accepted(invitation=invitation)
    anew = make_accepted(invitation=invitation)
    type(anew).objects.filter(pk=anew.pk).update(state="submitted")
    url = f"/admin/delegations/delegation/{invitation.delegation_id}/nominees/"

    assert "Ask the delegation: 2 people have open questions" in body(admin_client.get(url))
    admin_client.post(url, {"ask": "on", "once": "a-token"})

    assert "questions about 2 people" in Letter.objects.get().text


def test_nobody_is_asked_whose_page_is_closed(admin_client, event, invitation):
    make_question(event=event)
    make_accepted(invitation=invitation)
    type(invitation).objects.update(is_revoked=True)
    url = f"/admin/delegations/delegation/{invitation.delegation_id}/nominees/"

    answer = admin_client.post(url, {"ask": "on", "once": "a-token"}, follow=True)

    assert "Nobody has anything to answer." in body(answer)
    assert not Letter.objects.exists()

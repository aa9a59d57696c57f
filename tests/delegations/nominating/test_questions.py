"""Staff write the questions of an event."""

import pytest
from django.contrib.auth.models import Permission
from django.db import IntegrityError, transaction

from delegations.models import Answer, Question
from forum.models import Letter
from tests.factories import (
    make_accepted,
    make_answer,
    make_delegation,
    make_event,
    make_invitation,
    make_question,
    make_staff,
)
from tests.reading import body

pytestmark = pytest.mark.django_db


@pytest.fixture
def event():
    return make_event(starts_on="2099-05-01", ends_on=None)


def address(event):
    return f"/admin/forum/event/{event.pk}/questions/"


def send(client, event, **changes):
    """Send the form as it is shown, with these fields changed."""
    shown = client.get(address(event)).context["form"]
    data = {"form-TOTAL_FORMS": len(shown.forms), "form-INITIAL_FORMS": shown.initial_form_count()}
    for form in shown.forms:
        for field in form:
            value = field.value()
            if value or (value == 0 and value is not False):
                data[field.html_name] = value.pk if hasattr(value, "pk") else value
    said = {key.replace("form_", "form-", 1).replace("__", "-", 1): v for key, v in changes.items()}
    return client.post(address(event), data | {"seen": shown.seen} | said, follow=True)


def test_questions_are_written_and_changed(admin_client, event):
    send(
        admin_client,
        event,
        form_0__text_ru="Какой зал?",
        form_0__kind="choice",
        form_0__options_ru="Красный\nСиний",
        form_0__categories=["driver", "head"],
    )
    question = Question.objects.get()
    assert (question.event, question.position, question.is_required) == (event, 1, True)
    assert {*question.asked.categories} == {"driver", "head"}

    send(admin_client, event, form_0__text_en="Which hall?", form_0__options_en="Red\nBlue")

    question = Question.objects.get()
    assert question.options_given == {"en": ("Red", "Blue"), "ru": ("Красный", "Синий")}


@pytest.mark.parametrize(
    ("said", "sentence"),
    [
        ({"text_en": "Which?", "kind": "choice"}, "Give at least two choices"),
        ({"kind": "yes_no"}, "Give the text in at least one language."),
        ({"text_en": "Which?", "options_en": "a\nb"}, "Take the choices away"),
    ],
)
def test_what_is_wrong_is_said_and_nothing_is_lost(admin_client, event, said, sentence):
    answer = body(send(admin_client, event, **{f"form_0__{name}": v for name, v in said.items()}))

    assert sentence in answer
    assert all(text.split("\n")[0] in answer for text in said.values())
    assert not Question.objects.exists()


def answered(event, value="Blue", **fields):
    said = {"kind": "choice", "options_en": "Red\nBlue"} | fields
    question = make_question(event=event, text_en="Which hall?", **said)
    delegation = make_delegation(event=event)
    nominee = make_accepted(invitation=make_invitation(delegation=delegation))
    return make_answer(nominee=nominee, question=question, value=value)


def test_a_question_with_answers_is_reworded_and_they_go_along(admin_client, event):
    answer = answered(event)

    send(
        admin_client, event, form_0__text_en="Which room?", form_0__options_en="Red room\nBlue room"
    )

    answer.refresh_from_db()
    assert (str(answer.question), answer.value) == ("Which room?", "Blue room")


def test_a_choice_that_was_taken_stays(admin_client, event):
    answered(event)

    for others in ("Red\nGreen\nYellow", "Green\nRed"):
        refused = send(admin_client, event, form_0__options_en=others)
        assert "“Blue” is the answer of 1 person: keep it among the choices." in body(refused)

    assert Answer.objects.get().value == "Blue"
    assert Question.objects.get().options_en == "Red\nBlue"


def test_the_kind_of_a_question_with_answers_stays(admin_client, event):
    answered(event)

    refused = send(admin_client, event, form_0__kind="text", form_0__options_en="")

    assert "It has 1 answer: it can be reworded" in body(refused)
    assert Question.objects.get().kind == "choice"


def test_it_is_not_deleted_without_saying_how_many_answers_go(admin_client, event):
    answered(event)

    refused = send(admin_client, event, form_0__DELETE="on")
    assert "“Which hall?” has 1 answer: say that it goes too." in body(refused)
    assert Answer.objects.exists()

    send(admin_client, event, form_0__DELETE="on", form_0__answers_go="on")
    assert not Question.objects.exists()
    assert not Answer.objects.exists()


def test_what_a_colleague_changed_meanwhile_is_not_overwritten(admin_client, event):
    question = make_question(event=event, text_en="Mine?")

    refused = send(admin_client, event, seen="of-before", form_0__text_en="Yours?")

    assert "A colleague changed the questions meanwhile" in body(refused)
    assert "Yours?" in body(refused)
    question.refresh_from_db()
    assert question.text_en == "Mine?"


def test_all_delegations_that_wait_are_asked_at_once(admin_client, event):
    make_question(event=event)
    for number in range(3):
        delegation = make_delegation(event=event)
        invitation = make_invitation(delegation=delegation, email=f"c{number}@example.org")
        if number:
            make_accepted(invitation=invitation)

    answer = admin_client.post(address(event), {"ask": "on", "once": "a-token"}, follow=True)

    assert "2 letters are in the outbox" in body(answer)
    assert {each.recipient for each in Letter.objects.all()} == {
        "c1@example.org",
        "c2@example.org",
    }


@pytest.mark.parametrize("missing", ["view_private_delegation", "add_member", "view_unpublished"])
def test_without_the_rights_nobody_writes_or_asks(client, event, missing):
    staff = make_staff()
    staff.user_permissions.set(Permission.objects.exclude(codename=missing))
    client.force_login(staff)

    assert client.get(address(event)).status_code == 403
    assert client.post(address(event), {"ask": "on"}).status_code == 403
    assert address(event) not in body(client.get(f"/admin/forum/event/{event.pk}/delegations/"))


def test_the_workspace_leads_there(admin_client, event):
    assert address(event) in body(admin_client.get(f"/admin/forum/event/{event.pk}/delegations/"))


def test_the_database_knows_that_a_question_is_answered_once():
    answer = make_answer()

    with pytest.raises(IntegrityError), transaction.atomic():
        make_answer(nominee=answer.nominee, question=answer.question)
    with pytest.raises(IntegrityError), transaction.atomic():
        Question.objects.update(kind="bogus")
    with pytest.raises(IntegrityError), transaction.atomic():
        Question.objects.update(text_en="")

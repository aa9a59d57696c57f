"""A delegation answers at the very time at which staff reword the question."""

import threading
import time

import pytest
from django.db import connection, transaction
from django.test import Client

from delegations.models import Answer
from delegations.nominating import questions
from tests.factories import (
    make_accepted,
    make_delegation,
    make_event,
    make_invitation,
    make_question,
)
from tests.reading import body

pytestmark = [pytest.mark.slow, pytest.mark.django_db(transaction=True)]


def test_who_answers_waits_for_whoever_rewords_and_reads_it_anew():
    event = make_event(starts_on="2099-05-01", ends_on=None)
    hall = make_question(event=event, kind="choice", options_en="Red hall\nBlue hall")
    invitation = make_invitation(delegation=make_delegation(event=event))
    url = f"/nominate/{invitation.token}/{make_accepted(invitation=invitation).pk}/questions/"
    said = []

    def answer():
        try:
            said.append(Client().post(url, {f"question-{hall.pk}": "Blue hall"}))
        finally:
            connection.close()

    thread = threading.Thread(target=answer)
    with transaction.atomic():
        questions.keep_questions_as_they_are(event)
        thread.start()
        # Time to come to the lock.
        time.sleep(0.5)
        hall.options_en = "Red hall\nGreen hall"
        questions.keep_question(hall, {})
    thread.join()

    assert "Blue hall is not one of the available choices" in body(said[0])
    assert not Answer.objects.exists()

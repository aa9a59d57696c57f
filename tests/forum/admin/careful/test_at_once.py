"""Two requests at the very same time."""

import threading
from functools import partial

import pytest
from django.contrib.auth import get_user_model
from django.db import connection
from django.test import Client

from forum.models import Event
from tests.admin_forms import admin_url, form_data, open_form
from tests.factories import make_event, make_staff

pytestmark = [
    pytest.mark.slow,
    pytest.mark.django_db(transaction=True),
]

ONCE = {"once": "a-token-of-one-form-0123456789"}


def client_of(user) -> Client:
    client = Client()
    client.force_login(user)
    return client


def at_once(*requests) -> list:
    """What each of these answers, all sent together."""
    answers, together = [], threading.Barrier(len(requests))

    def send(request):
        try:
            together.wait()
            answers.append(request())
        finally:
            connection.close()

    threads = [threading.Thread(target=send, args=[each]) for each in requests]
    for each in threads:
        each.start()
    for each in threads:
        each.join()
    return answers


def test_two_clicks_make_one_record():
    user = get_user_model().objects.create_superuser("staff")
    url = admin_url(Event, "add")
    data = (
        form_data(open_form(client_of(user), url)) | ONCE | {"title_en": "Forum", "_continue": "1"}
    )

    clients = [client_of(user) for _ in range(3)]

    answers = at_once(*(partial(client.post, url, data) for client in clients))

    event = Event.objects.get()
    assert [answer.url for answer in answers] == [admin_url(event, "change")] * 3


def test_of_two_who_save_the_same_field_one_is_asked():
    event = make_event(city_en="Tartu")
    url = admin_url(event, "change")
    clients = [client_of(make_staff(is_superuser=True)) for _ in range(2)]
    sent = [
        form_data(open_form(client, url)) | {"city_en": city}
        for client, city in zip(clients, ["Narva", "Astana"], strict=True)
    ]

    answers = at_once(*(partial(c.post, url, data) for c, data in zip(clients, sent, strict=True)))

    assert sorted(answer.status_code for answer in answers) == [200, 302]
    [choice] = next(a for a in answers if a.status_code == 200).context["choices"]
    event.refresh_from_db()
    assert choice.theirs == event.city_en
    assert choice.was == "Tartu"

"""A request is one revision: its locks are taken late, and let go before its page is drawn."""

import threading
from functools import partial

import pytest
from django.contrib.auth import get_user_model
from django.db import connection
from django.test import Client
from django.test.signals import template_rendered
from reversion.models import Revision

from forum.models import Event, SentForm, Topic
from tests.admin_forms import admin_url, form_data, open_form
from tests.factories import make_event, make_topic

pytestmark = [pytest.mark.slow, pytest.mark.django_db(transaction=True)]

ONCE = {"once": "a-token-of-one-form-0123456789"}


@pytest.fixture
def user():
    return get_user_model().objects.create_superuser("staff")


def client_of(user) -> Client:
    client = Client()
    client.force_login(user)
    return client


def elsewhere(work):
    """Do something on a connection of its own, and wait for it."""

    def run():
        try:
            work()
        finally:
            connection.close()

    thread = threading.Thread(target=run)
    thread.start()
    thread.join(timeout=10)
    assert not thread.is_alive()


@pytest.fixture
def while_drawing():
    """Do something once, as soon as a page is drawn."""
    done = []

    def start(work):
        def draw(**signal):
            if not done:
                done.append(True)
                elsewhere(work)

        done.clear()
        template_rendered.connect(draw)
        started.append(draw)

    started = []
    yield start
    for draw in started:
        template_rendered.disconnect(draw)
    assert done


def test_others_write_while_a_refused_form_is_drawn(user, while_drawing):
    event = make_event()
    client = client_of(user)
    data = form_data(open_form(client, admin_url(event, "change"))) | ONCE
    while_drawing(lambda: Event.objects.filter(pk=event.pk).update(city_en="Narva"))

    answer = client.post(admin_url(event, "change"), data | {"starts_on": "no day"})

    event.refresh_from_db()
    assert (answer.status_code, event.city_en) == (200, "Narva")
    assert not SentForm.objects.exists()


@pytest.mark.skipif(connection.vendor != "sqlite", reason="On Postgres they wait in turn.")
def test_a_form_whose_record_changes_before_its_first_write_is_checked_again(user):
    event = make_event(city_en="Tartu")
    url = admin_url(event, "change")
    mine, theirs = client_of(user), client_of(user)
    sent = form_data(open_form(mine, url)) | {"_continue": "1"}
    others = []

    def let_others_be_faster(execute, sql, *rest):
        if sql.startswith("BEGIN") and not others:
            others.append(sql)
            elsewhere(partial(theirs.post, url, sent | {"city_en": "Narva"}))
        return execute(sql, *rest)

    with connection.execute_wrapper(let_others_be_faster):
        answer = mine.post(url, sent | ONCE | {"city_en": "Astana"})

    event.refresh_from_db()
    [choice] = answer.context["choices"]
    assert (choice.was, choice.theirs, choice.mine) == ("Tartu", "Narva", "Astana")
    assert event.city_en == "Narva"


def test_two_who_take_the_same_address_at_once_are_told_apart(user):
    """Both forms are in order when they are checked; the second is checked again."""
    url, together, answers = admin_url(Topic, "add"), threading.Barrier(2), []
    data = form_data(open_form(client_of(user), url)) | {"slug": "trade"}

    def send(client, name):
        together.wait()
        answers.append(client.post(url, data | {"name_en": name}))
        connection.close()

    clients = [client_of(user), client_of(user)]
    threads = [
        threading.Thread(target=send, args=[client, name])
        for client, name in zip(clients, ["Trade", "Commerce"], strict=True)
    ]
    for each in threads:
        each.start()
    for each in threads:
        each.join()

    assert sorted(answer.status_code for answer in answers) == [200, 302]
    assert Topic.objects.filter(slug="trade").count() == 1


def test_a_request_is_one_revision_of_whoever_is_signed_in(user):
    topics = [make_topic(), make_topic()]
    client = client_of(user)

    client.post(
        admin_url(Topic, "changelist"),
        {
            "action": "delete_selected",
            "_selected_action": [topic.pk for topic in topics],
            "post": "yes",
        },
    )

    assert not Topic.objects.exists()
    assert [revision.user for revision in Revision.objects.filter(user__isnull=False)] == [user]

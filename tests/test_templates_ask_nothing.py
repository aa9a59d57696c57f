"""A view fetches all that its page shows: drawing the template makes no query."""

import pytest
from django.contrib.auth.models import AnonymousUser
from django.test import RequestFactory
from django.urls import resolve

from agreements.models import Agreement, Commitment
from delegations.models import Institution, Official
from forum.derived import catch_up
from forum.models import Event, Session

pytestmark = [pytest.mark.django_db, pytest.mark.slow, pytest.mark.xdist_group("demo")]

LISTS = ["/", "/about/", "/events/", "/institutions/", "/officials/", "/agreements/", "/relations/"]
QUESTIONS = [
    "/search/?q=rector",
    "/events/?country=XX",
    "/agreements/?on=1950-01-01",
    "/relations/kz/",
    "/relations/ee/kz/",
    "/relations/aq/bv/",
]
PARTS = {
    Event: ["", "programme/", "delegations/", "agreements/"],
    Institution: ["", "agreements/"],
    Official: [""],
    Agreement: [""],
    Commitment: [""],
}


def drawn(path: str, assert_num_queries) -> None:
    request = RequestFactory().get(path)
    request.user = AnonymousUser()
    match = request.resolver_match = resolve(request.path)
    response = match.func(request, *match.args, **match.kwargs)

    with assert_num_queries(0):
        response.render()

    assert response.status_code == 200
    assert "<h1>" in response.text


def test_drawing_a_list_asks_the_database_nothing(load_demo, django_assert_num_queries):
    load_demo()
    catch_up()

    for path in LISTS + QUESTIONS:
        drawn(path, django_assert_num_queries)


def test_drawing_a_record_asks_the_database_nothing(load_demo, django_assert_num_queries):
    load_demo()
    catch_up()

    for model, parts in PARTS.items():
        for record in model.objects.published()[:4]:
            for part in parts:
                drawn(f"{record.get_absolute_url()}{part}", django_assert_num_queries)
    for session in Session.objects.public()[:4]:
        drawn(session.get_absolute_url(), django_assert_num_queries)

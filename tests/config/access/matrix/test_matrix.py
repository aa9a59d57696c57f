"""Each role at every address of the admin: what is not allowed is refused, not shown, and noted.

What is expected is computed from what roles are declared to have and from what each address takes.
"""

import pytest
from django.test import override_settings

from config.access.roles import ROLES, set_up
from forum.history.keeping import label
from forum.rights import VIEW_UNPUBLISHED
from tests.config.access.matrix.addresses import routes
from tests.config.access.matrix.asking import (
    BY_ROUTE,
    Asking,
    forgotten,
    shown_though_refused,
    told_of,
)
from tests.config.access.matrix.forms import read
from tests.config.access.matrix.needs import ACTIONS, right, to_open, to_send, viewing
from tests.config.access.matrix.records import Matrix
from tests.config.site.world.markers import MARKER

ROUTES = routes()


def test_of_every_address_it_is_said_what_it_takes():
    unknown = []
    for route in ROUTES:
        try:
            to_open(route), to_send(route)
        except KeyError:
            unknown.append(route.name)

    assert unknown == []
    assert len(ROUTES) > 250


@pytest.fixture(scope="module")
def matrix(undone):
    with undone(), override_settings(REVIEW_BEFORE_PUBLICATION=True):
        set_up()
        yield Matrix()


def _in_a_process(role: str):
    return pytest.param(role, marks=pytest.mark.xdist_group(f"matrix-{role}"))


@pytest.fixture(scope="module", params=[_in_a_process(role.name) for role in ROLES])
def asking(matrix, request):
    with forgotten():
        yield Asking(request.param)


@pytest.fixture(scope="module")
def addresses(matrix, asking):
    """Every address that does not depend on what is asked of it, filled in for this role."""
    return [
        (route, url)
        for route in ROUTES
        if to_open(route) is not None
        for url in matrix.addresses(route, asking.user)
    ]


@pytest.fixture(scope="module")
def pages(addresses, asking):
    """What the role is answered at every address."""
    return [(route, url, asking.get(url)) for route, url in addresses]


@pytest.fixture(scope="module")
def forms(matrix, addresses):
    return [(route, url, matrix.form(url)) for route, url in addresses]


@pytest.mark.slow
@pytest.mark.django_db
class TestMatrix:
    """In this order the pages of a role are asked for once."""

    def test_what_a_role_may_not_open_is_refused_and_noted(self, pages, asking):
        wrong = [
            told_of(answer, url, route, asking, to_open(route, url)) for route, url, answer in pages
        ]

        assert [*filter(None, wrong)] == []

    def test_no_page_leads_a_role_to_what_is_refused(self, pages, asking):
        wrong = {}
        for _route, url, answer in pages:
            if answer.status_code == 200 and answer["Content-Type"].startswith("text/html"):
                for link in shown_though_refused(read(answer.words).links, url, asking):
                    wrong.setdefault(link, url)

        assert wrong == {}

    def test_no_page_tells_a_role_what_is_private(self, matrix, pages, asking):
        hidden = matrix.hidden_from(asking)
        told = {
            f"{marker} ({matrix.world.secrets.get(marker)}): {url}"
            for _route, url, answer in pages
            for marker in {*MARKER.findall(answer.words)} & hidden
        }

        assert told == set()

    def test_what_a_role_may_not_send_is_refused_and_noted(self, forms, asking):
        wrong = []
        for route, url, data in forms:
            answer = asking.post(url, data | {"_save": "on"})
            wrong.append(told_of(answer, url, route, asking, to_send(route, url)))

        assert [*filter(None, wrong)] == []

    def test_what_a_role_may_not_do_with_a_list_is_refused_and_noted(self, matrix, asking):
        wrong = []
        for model, act, url, data in matrix.acts():
            route = BY_ROUTE[f"admin:{label(model).replace('.', '_')}_changelist"]
            rights = to_open(route) | ACTIONS[act](model)
            wrong.append(told_of(asking.post(url, data), f"{url} {act}", route, asking, rights))

        assert [*filter(None, wrong)] == []

    def test_what_a_role_is_offered_while_it_types_is_what_it_may_see(self, matrix, asking):
        hidden, wrong = matrix.hidden_from(asking), []
        for route, model, asked in matrix.choosers():
            answer = asking.get("/admin/autocomplete/", **asked)
            wrong.append(told_of(answer, str(asked), route, asking, viewing(model)))
            told = {*MARKER.findall(answer.words)} & hidden
            wrong += [f"{matrix.world.secrets[marker]}: {asked}" for marker in told]

        assert [*filter(None, wrong)] == []

    def test_a_row_of_a_workspace_is_edited_by_who_may_change_it(self, matrix, asking):
        wrong = []
        for route, model, url, data in matrix.rows():
            rights = to_open(route, url) | {right("change", model)}
            answer = asking.post(url, data)
            # What somebody sees no rows of is not there for them.
            if answer.status_code != 404 or asking.has({VIEW_UNPUBLISHED, right("view", model)}):
                wrong.append(told_of(answer, url, route, asking, rights))

        assert wrong
        assert [*filter(None, wrong)] == []

    def test_private_fields_stay_as_they_are_whatever_is_sent(self, matrix, asking):
        """A form with all of its fields, as a superuser has it, with other values in them."""
        changed = set()
        for model, fields, url, data in matrix.private_forms():
            hidden = {
                name for right, names in fields.items() if not asking.has({right}) for name in names
            }
            before = model._base_manager.values(*hidden).get(pk=matrix.samples[model].pk)
            with forgotten():
                asking.client.post(url, data)
                after = model._base_manager.values(*hidden).get(pk=matrix.samples[model].pk)
            changed |= {name for name in hidden if before[name] != after[name]}

        assert changed == set()

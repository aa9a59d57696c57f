"""Asking as a role: what comes back, whether it was noted, and nothing stays of it."""

from contextlib import contextmanager
from urllib.parse import urldefrag, urljoin, urlsplit

from django.contrib.auth.models import Group, User
from django.db import transaction
from django.test import Client
from django.urls import Resolver404, resolve

from config.access.roles import ROLES
from forum.choices import AuditKind
from forum.models import AuditEntry
from tests.config.access.matrix.addresses import Route, routes
from tests.config.access.matrix.needs import HIDDEN, to_open

BY_NAME = {role.name: role for role in ROLES}
BY_ROUTE = {route.name: route for route in routes()}


@contextmanager
def forgotten():
    """Take back all that is done inside."""
    with transaction.atomic():
        yield
        transaction.set_rollback(True)


class Browser:
    """Somebody who asks, of which nothing stays."""

    def __init__(self, user: User):
        self.user, self.client = user, Client(raise_request_exception=False)
        self.client.force_login(user)

    def get(self, url: str, **asked):
        return self._asked(lambda: self.client.get(url, asked))

    def post(self, url: str, data: dict):
        return self._asked(lambda: self.client.post(url, data))

    def _asked(self, ask):
        """The answer, and what the audit trail notes of a refusal; all of it is taken back."""
        with forgotten():
            last = AuditEntry.objects.order_by("-pk").values_list("pk", flat=True).first() or 0
            response = ask()
            if not response.streaming:
                response.words = response.content.decode(errors="replace")
            else:
                response.words = b"".join(response.streaming_content).decode(errors="replace")
            refusals = AuditEntry.objects.filter(pk__gt=last, kind=AuditKind.REFUSED)
            response.noted = [(each.who, each.subject) for each in refusals]
        return response


class Asking(Browser):
    """Somebody with a role."""

    def __init__(self, role: str):
        self.role = BY_NAME[role]
        user = User.objects.create_user(role.lower().replace(" ", "-"), is_staff=True)
        user.groups.add(Group.objects.get(name=role))
        super().__init__(user)

    def has(self, rights: set[str]) -> bool:
        return rights <= self.role.rights


def told_of(response, url: str, route: Route, asking: Asking, rights: set[str]) -> str:
    """What is wrong with an answer: empty if it is what the rights of the role promise."""
    status, is_allowed = response.status_code, asking.has(rights)
    if status >= 500:
        return f"{status}: {url}"
    # Nobody opens what is only sent, and some are told that there is nothing.
    if status == 405 or (status == 404 and route.page in HIDDEN and not is_allowed):
        return ""
    if is_allowed:
        return f"refused: {url}" if status == 403 else ""
    if status != 403:
        return f"{status} instead of 403: {url}"
    noted = [(asking.user.username, route.name)]
    return "" if response.noted == noted else f"noted {response.noted}: {url}"


def where(link: str, page: str) -> Route | None:
    """The address of the admin to which a link of a page leads."""
    path = urlsplit(urldefrag(urljoin(f"http://testserver{page}", link)).url)
    if path.netloc != "testserver":
        return None
    try:
        return BY_ROUTE.get(resolve(path.path).view_name)
    except Resolver404:
        return None


def shown_though_refused(links: set[str], page: str, asking: Asking) -> set[str]:
    """The links of a page to addresses that the role may not open."""
    leading = {link: where(link, page) for link in links}
    return {
        link
        for link, route in leading.items()
        if route and (rights := to_open(route, link)) is not None and not asking.has(rights)
    }

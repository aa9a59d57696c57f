"""Limits hold across processes that share nothing but the database, and over their restart."""

import re
import sys
from concurrent.futures import ThreadPoolExecutor
from contextlib import ExitStack
from http.cookiejar import CookieJar
from urllib.parse import urlencode
from urllib.request import HTTPCookieProcessor, build_opener

import pytest
from django.conf import settings

from tests.config.access.signing import PASSWORD
from tests.config.operations.servers import environment, free_port, manage, running

pytestmark = pytest.mark.slow
MAKE = (
    "from django.contrib.auth import get_user_model;"
    f"get_user_model().objects.create_user('aigul', password='{PASSWORD}', is_staff=True)"
)


class Visitor:
    """A browser without scripts."""

    def __init__(self):
        self.opener = build_opener(HTTPCookieProcessor(CookieJar()))

    def read(self, url, data=None) -> str:
        body = urlencode(data).encode() if data else None
        with self.opener.open(url, body, timeout=30) as answer:
            return answer.read().decode()

    def sign_in(self, port, password) -> str:
        url = f"http://127.0.0.1:{port}/account/login/"
        token = re.search(r'csrfmiddlewaretoken" value="(\w+)"', self.read(url))[1]
        typed = {"login": "aigul", "password": password, "csrfmiddlewaretoken": token}
        return self.read(url, typed)


def servers(env, stack) -> list[int]:
    """Two servers of the site, each a process of its own: their ports."""
    ports = [free_port(), free_port()]
    for port in ports:
        command = [sys.executable, "-m", "gunicorn", "config.wsgi", "--bind", f"127.0.0.1:{port}"]
        stack.enter_context(running(command, port=port, env=env, cwd=settings.BASE_DIR))
    return ports


@pytest.fixture
def env(tmp_path):
    env = environment(tmp_path)
    manage(env, "migrate", "--verbosity", "0")
    manage(env, "collectstatic", "--no-input", "--verbosity", "0")
    return env


def test_five_wrong_passwords_at_two_servers_are_five_also_after_a_restart(env):
    manage(env, "shell", "--verbosity", "0", "--command", MAKE)
    with ExitStack() as stack:
        ports = servers(env, stack)
        for number in range(5):
            said = Visitor().sign_in(ports[number % 2], f"wrong-{number}")
            assert "correct username and password" in said

        assert all("Too many attempts." in Visitor().sign_in(port, PASSWORD) for port in ports)

    with ExitStack() as stack:
        ports = servers(env, stack)

        assert all("Too many attempts." in Visitor().sign_in(port, PASSWORD) for port in ports)


def test_twenty_attempts_at_once_are_five(env):
    with ExitStack() as stack:
        ports = servers(env, stack)
        with ThreadPoolExecutor(20) as attackers:
            said = attackers.map(lambda n: Visitor().sign_in(ports[n % 2], "wrong"), range(20))

            tried = ["correct username and password" in page for page in said]

    assert 1 <= tried.count(True) <= 5

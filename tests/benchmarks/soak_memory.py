"""Whether the memory of the server stays flat while visitors and staff use it for a while.

Run by `make soak`, for MINUTES (20 if not given) or until so many REQUESTS were answered: gunicorn
with two workers on the demonstration, four who ask for pages and save forms, the private memory of
each worker every ten seconds. It fails if, after a quarter of the time to warm up, a worker grows
by more than MOST_GROWTH.
"""

import http.client
import itertools
import os
import random
import re
import sys
import threading
import time
from contextlib import contextmanager
from pathlib import Path
from statistics import linear_regression
from subprocess import Popen
from urllib.parse import quote, urlencode

import pytest
from django.conf import settings

from tests.config.operations.servers import free_port
from tests.faults.sites import new_site

MINUTES = float(os.environ.get("MINUTES") or 20)
REQUESTS = int(os.environ.get("REQUESTS") or 0)
EVERY = 10  # seconds
CLIENTS = 4
PAUSE = 0 if REQUESTS else 0.05  # seconds between two requests of a client
MOST_GROWTH = 10  # megabytes in the time that is measured
TOKEN = "c" * 32
USUAL = (200, 301, 302, 404)
PAGES = (
    *("/", "/events/", "/agreements/", "/institutions/", "/officials/", "/relations/"),
    *("/search/?q=university", "/search/?q=qazaqstan", "/search/suggestions/?q=tart"),
    *("/kk/", "/ru/events/", "/et/agreements/", "/ru/search/?q=тарту", "/events/calendar.ics"),
    *("/events/feed/", "/sitemap.xml", "/gone/", "/events/?country=EE"),
)
DESK = (
    *("/admin/", "/admin/forum/event/", "/admin/agreements/agreement/", "/admin/forum/event/add/"),
    *("/admin/delegations/official/?q=a", "/admin/delegations/institution/add/"),
)
LINK = re.compile(r'href="(/(?:events|agreements|institutions|officials)/[^"?#]+)"')


@pytest.fixture
def site(tmp_path):
    site = new_site(tmp_path)
    yield site
    site.drop()


@contextmanager
def served(site, port: int):
    command = [sys.executable, "-m", "gunicorn", "--config", "config/gunicorn.py"]
    # A worker that is replaced in between would hide what it has kept.
    command += ["--max-requests", "0", "--bind", f"127.0.0.1:{port}"]
    with Popen(command, cwd=settings.BASE_DIR, env=site.environment) as server:  # noqa: S603
        try:
            time.sleep(5)
            yield server.pid
        finally:
            server.terminate()


def megabytes_of(worker: str) -> float:
    """What a process has for itself alone."""
    lines = Path(f"/proc/{worker}/smaps_rollup").read_text().splitlines()
    return sum(int(line.split()[1]) for line in lines if line.startswith("Private_")) / 1024


def workers_of(server: int) -> list[str]:
    return Path(f"/proc/{server}/task/{server}/children").read_text().split()


class User(threading.Thread):
    """Asks for pages until it is told to stop; every tenth time, staff save a form."""

    def __init__(self, port: int, session: str, seed: int):
        super().__init__()
        self.port, self.session = port, session
        self.choice, self.found = random.Random(seed), [*PAGES]  # noqa: S311 - which page
        self.is_over, self.asked, self.errors = threading.Event(), 0, []

    def run(self):
        for number in itertools.count():
            if self.is_over.wait(PAUSE):
                return
            if number % 10 == 9:
                self.save()
            elif number % 3 == 2:
                self.ask("GET", self.choice.choice(DESK), is_staff=True)
            else:
                self.look_around()

    def look_around(self) -> None:
        page = self.ask("GET", self.choice.choice(self.found))
        self.found = [*{*self.found, *LINK.findall(page)}][:2_000]

    def save(self) -> None:
        number = self.choice.randrange(10**9)
        data = {"name_en": f"Soak {number}", "slug": f"soak-{number}", "_continue": "1"}
        self.ask("POST", "/admin/forum/topic/add/", urlencode(data), is_staff=True)

    def ask(self, method: str, path: str, body: str | None = None, *, is_staff=False) -> str:
        headers = {"Content-Type": "application/x-www-form-urlencoded", "X-CSRFToken": TOKEN}
        headers["Cookie"] = f"csrftoken={TOKEN}"
        if is_staff:
            headers["Cookie"] += f"; sessionid={self.session}"
        self.asked += 1
        try:
            status, page = self.answer(method, quote(path, safe="/?=&%"), body, headers)
        except (OSError, http.client.HTTPException) as error:
            status, page = repr(error), ""
        if status not in ((302,) if method == "POST" else USUAL):
            self.errors.append((status, method, path))
        return page

    def answer(self, method: str, path: str, body: str | None, headers: dict) -> tuple[int, str]:
        connection = http.client.HTTPConnection("127.0.0.1", self.port, timeout=60)
        try:
            connection.request(method, path, body, headers)
            answer = connection.getresponse()
            return answer.status, answer.read().decode(errors="replace")
        finally:
            connection.close()


def is_going_on(users: list[User], begun: float) -> bool:
    if REQUESTS:
        return sum(user.asked for user in users) < REQUESTS
    return time.monotonic() - begun < MINUTES * 60


def growth(samples: list[float]) -> float:
    """How much a worker grew, by the line through its samples after the warming up."""
    measured = samples[len(samples) // 4 :]
    slope = linear_regression(range(len(measured)), measured).slope
    return slope * (len(measured) - 1)


def test_the_memory_of_the_workers_stays_flat(site):
    session, port = site.do("demo"), free_port()
    samples: dict[str, list[float]] = {}
    with served(site, port) as server:
        begun = time.monotonic()
        users = [User(port, session, seed) for seed in range(CLIENTS)]
        for user in users:
            user.start()
        while is_going_on(users, begun):
            time.sleep(EVERY)
            for worker in workers_of(server):
                samples.setdefault(worker, []).append(megabytes_of(worker))
        minutes = (time.monotonic() - begun) / 60
        for user in users:
            user.is_over.set()
            user.join()

    errors = [error for user in users for error in user.errors]
    asked = sum(user.asked for user in users)
    print(f"\n{asked} requests in {minutes:.0f} minutes, {len(errors)} failed")  # noqa: T201
    for worker, sizes in samples.items():
        said = f"{sizes[len(sizes) // 4]:.1f} to {sizes[-1]:.1f} MB, by {growth(sizes):+.1f} MB"
        print(f"worker {worker} grew from {said}")  # noqa: T201 - its purpose
    assert errors == []
    assert len(samples) == 2, "a worker was replaced"
    assert all(growth(sizes) < MOST_GROWTH for sizes in samples.values())

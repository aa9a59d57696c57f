"""Recording what pages show and what they ask the database, for the floors.

Run as a module, in the environment of a site, with the names of the pages; FOLDER says where to.
"""

import os
import pickle
import sys
from dataclasses import dataclass, field
from pathlib import Path

import django
from django.conf import settings
from django.contrib.auth import get_user_model
from django.db import connection
from django.test import Client

from tests.benchmarks.pages.addresses import DESK, PAGES

FOLDER = "BENCH_RECORDED"


@dataclass
class Recorded:
    url: str
    body: bytes = b""
    kind: str = ""
    queries: list[tuple] = field(default_factory=list)
    # What says who asks; empty for a visitor.
    cookie: str = ""


def read(folder: Path, page: str) -> Recorded:
    # Written by ourselves, below.
    return pickle.loads((folder / f"{page}.pickle").read_bytes())  # noqa: S301


def record(folder: Path, pages: list[str]) -> None:
    for page in pages:
        recorded, client = Recorded(PAGES[page]()), Client()
        if page in DESK:
            recorded.cookie = sign_in(client)
        ask(client, recorded)
        # What is kept after the first request, such as content types, is asked for once.
        recorded.queries = ask(client, recorded)
        (folder / f"{page}.pickle").write_bytes(pickle.dumps(recorded))


def sign_in(client: Client) -> str:
    staff = {"is_staff": True, "is_superuser": True}
    user, _is_new = get_user_model().objects.get_or_create(username="bench", defaults=staff)
    client.force_login(user)
    return f"{settings.SESSION_COOKIE_NAME}={client.cookies[settings.SESSION_COOKIE_NAME].value}"


def ask(client: Client, recorded: Recorded) -> list[tuple]:
    queries = []

    def keep(execute, statement, values, many, context):
        if statement.lstrip("( ").upper().startswith(("SELECT", "WITH")):
            queries.append((statement, values))
        return execute(statement, values, many, context)

    with connection.execute_wrapper(keep):
        response = client.get(recorded.url, headers={"host": "localhost"})
        assert response.status_code == 200, (recorded.url, response.status_code)
        recorded.body = b"".join(response) if response.streaming else response.content
    recorded.kind = response["Content-Type"]
    return queries


if __name__ == "__main__":
    # Not as __main__, or what it pickles would be of no module that others know.
    from tests.benchmarks.pages import recording

    django.setup()
    recording.record(Path(os.environ[FOLDER]), sys.argv[1:])

"""Whatever is sent, no answer is an error of the server: `make fuzz` sends 10,000 requests.

FUZZ_REQUESTS says how many, FUZZ_SEED from which seed, FUZZ_FROM from which number on: a request
follows from the seed and its number, and changes nothing.
"""

import os
import sys
import traceback
from contextlib import suppress
from random import Random

import pytest
from django.contrib import admin
from django.core.signals import got_request_exception, request_finished, request_started
from django.db import close_old_connections, transaction
from django.test import Client, TestCase
from django.test.client import FakePayload

from config.wsgi import application
from tests.config.fuzzing.attack import Attack, attack
from tests.config.fuzzing.site import explore
from tests.every_model import MODELS, make
from tests.factories import make_attachment, make_event, make_text, pdf_file, picture_file

REQUESTS = int(os.environ.get("FUZZ_REQUESTS", "1500"))
SEED, FIRST = os.environ.get("FUZZ_SEED", "entente"), int(os.environ.get("FUZZ_FROM", "0"))
IS_TOLD = "FUZZ_REQUESTS" in os.environ
# How much of the site is read, by visitors and by staff, to know what there is to attack.
PAGES, PAGES_OF_STAFF = 60, 220


class _UndoneError(Exception):
    """Nothing that a request changes stays."""


class Fuzzer:
    """Sends requests as somebody, and notes what goes wrong."""

    def __init__(self, most: int, user=None):
        self.client, self.errors = Client(), []
        if user:
            self.client.force_login(user)
        self.site = explore(self.client, most=most)

    def attack(self, number: int) -> Attack:
        return attack(Random(f"{SEED} {number}"), self.site, number)  # noqa: S311 - to be repeated

    def send(self, made: Attack) -> int:
        """The status of the answer; 599 if what follows at commit fails."""
        self.errors.clear()
        environ = self.client._base_environ(**made.environ(FakePayload(made.body)))
        status = 599
        with suppress(_UndoneError), transaction.atomic():
            try:
                with TestCase.captureOnCommitCallbacks() as callbacks:
                    response = application(environ, lambda *_head: None)
                    response.getvalue()
                    status = response.status_code
                if status < 500:
                    for callback in callbacks:
                        callback()
            except Exception as error:
                self.errors.append(traceback.format_exception(error))
                status = 599
            raise _UndoneError
        return status

    def note(self, sender, **_said) -> None:
        self.errors.append(traceback.format_exc().splitlines(keepends=True))


@pytest.fixture
def world(db, load_demo):
    """The demonstration, one record of each model, and files of each sort."""
    load_demo()
    for model in filter(admin.site.is_registered, MODELS):
        make(model)
    event = make_event(image=picture_file())
    make_attachment(event=event, url="", file=pdf_file())
    make_text(url="", file=pdf_file())


@pytest.mark.slow
def test_no_request_makes_an_error_of_the_server(world, staff):
    visitor, member = Fuzzer(PAGES), Fuzzer(PAGES_OF_STAFF, staff)
    fuzzers = [visitor, member, member]
    # Who is not let in would attack nothing but the door.
    assert len(member.site.forms) > 100
    failed = {}
    # The connection holds the transaction in which all of this is undone.
    for signal in (request_started, request_finished):
        signal.disconnect(close_old_connections)
    for number in range(FIRST, FIRST + REQUESTS):
        fuzzer = fuzzers[number % len(fuzzers)]
        got_request_exception.connect(fuzzer.note)
        made = fuzzer.attack(number)
        status = fuzzer.send(made)
        got_request_exception.disconnect(fuzzer.note)
        if status >= 500:
            _tell(failed, number, status, made, fuzzer.errors)
        if IS_TOLD and (number + 1) % 100 == 0:
            sys.stderr.write(f"\r{number + 1 - FIRST} requests, {len(failed)} kinds of errors ")
            sys.stderr.flush()

    for signal in (request_started, request_finished):
        signal.connect(close_old_connections)
    assert not failed, "\n\n".join(failed.values())


def _tell(failed: dict, number: int, status: int, made, errors) -> None:
    """Note one request of each kind of error."""
    said = errors[-1] if errors else ["no exception"]
    kind = "".join(said[-3:])
    if kind not in failed:
        failed[kind] = f"{status} by request {number}: {made!s:.3000}\n{''.join(said[-14:])}"
        if IS_TOLD:
            sys.stderr.write(f"\n{failed[kind]}\n")

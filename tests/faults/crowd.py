"""Sixteen processes that save forms of staff, and one that writes the whole index anew."""

import json
import sys
import time
from multiprocessing import get_context

from django.contrib.auth import get_user_model
from django.db import connection, connections
from django.test import Client
from django.urls import reverse

from delegations.models import Official
from forum.derived import DERIVATIONS
from forum.derived.refresh import rebuild, refresh
from forum.models import Topic
from tests.admin_forms import form_data, open_form
from tests.factories import make_official, make_topic

WRITERS, TURNS, RECORDS = 16, 6, 1_500
# Who waits longer for the lock of SQLite fails.
LONGEST_WAIT = 5


def prepare() -> None:
    get_user_model().objects.create_superuser("staff")
    for number in range(WRITERS):
        make_topic(slug=f"of-a-crowd-{number}")
    make_official()
    Official.objects.bulk_create(
        Official(name_en=f"Given{n} Family{n}", slug=f"of-a-crowd-{n}", is_published=True)
        for n in range(RECORDS)
    )
    refresh()


class Waits:
    """How long the statements took that begin a transaction: that is where they wait."""

    longest = 0.0

    def __call__(self, execute, sql, *rest):
        began = time.monotonic()
        try:
            return execute(sql, *rest)
        finally:
            if sql.startswith("BEGIN"):
                self.longest = max(self.longest, time.monotonic() - began)


def wait_at_most() -> None:
    if connection.vendor == "sqlite":
        connection.settings_dict["OPTIONS"]["timeout"] = LONGEST_WAIT


def save_forms(number: int) -> dict:
    """Save the form of one topic, again and again, and say what came of it."""
    wait_at_most()
    client, waits = Client(), Waits()
    client.force_login(get_user_model().objects.get())
    topic = Topic.objects.get(slug=f"of-a-crowd-{number}")
    url = reverse("admin:forum_topic_change", args=[topic.pk])
    saved, errors = 0, []
    with connection.execute_wrapper(waits):
        for turn in range(TURNS):
            try:
                data = form_data(open_form(client, url)) | {"name_en": f"Topic {number}, {turn}"}
                answer = client.post(url, data)
                saved += answer.status_code == 302
                errors += [answer.status_code] if answer.status_code != 302 else []
            except Exception as error:
                errors.append(repr(error))
    return {"saved": saved, "errors": errors, "longest_wait": waits.longest}


def rebuild_all(_number: int) -> dict:
    wait_at_most()
    done, waits = [], Waits()
    with connection.execute_wrapper(waits):
        rebuild(DERIVATIONS["search-official"], lambda so_far, _all: done.append(so_far))
    return {"batches": len(done), "longest_wait": waits.longest}


def work(number: int) -> dict:
    return rebuild_all(number) if number == WRITERS else save_forms(number)


def broken() -> list[str]:
    """What the database complains of, and topics that do not say what was saved last."""
    names = {*Topic.objects.values_list("name_en", flat=True)}
    said = [n for n in range(WRITERS) if f"Topic {n}, {TURNS - 1}" not in names]
    if connection.vendor == "sqlite":
        with connection.cursor() as cursor:
            said += [str(row) for row in cursor.execute("PRAGMA integrity_check") if row != ("ok",)]
    return said


def write() -> dict:
    connections.close_all()
    with get_context("fork").Pool(WRITERS + 1) as pool:
        *writers, rebuilt = pool.map(work, range(WRITERS + 1), chunksize=1)
    return {
        "writers": WRITERS,
        "turns": TURNS,
        "saved": sum(each["saved"] for each in writers),
        "errors": [error for each in writers for error in each["errors"]],
        "batches": rebuilt["batches"],
        "longest_wait": max(each["longest_wait"] for each in (*writers, rebuilt)),
        "broken": broken(),
    }


def main(part: str) -> None:
    if part == "prepare":
        prepare()
    else:
        sys.stdout.write(json.dumps(write()))

"""Kill a process at every statement of a write, and look at what is left: `KIND` of `writes.py`.

Run in a site of its own. The process that writes is a child, which ends itself by SIGKILL after
the statement of that number; then another one looks, makes up for it, and tries again. Prints
how many kills there were, how many of them inside a transaction that had written something, and
each thing that was not as it should be, as JSON.
"""

import json
import os
import pickle
import re
import shutil
import signal
import sys
import traceback
from functools import partial
from pathlib import Path

from django.apps import apps
from django.conf import settings
from django.core.management import call_command
from django.db import connection, connections, models
from django.urls import get_resolver

from forum.derived.refresh import refresh
from forum.models import Stale
from forum.records.sorting import SortKeyColumn
from tests.derived_rows import ROWS, written
from tests.faults import sites, writes

# At most so many kills of each kind; the statements between them are left out evenly.
MOST = 24
# What is another one each time: when something was written, and the name of a file.
TIME = re.compile(r"\d{4}-\d\d-\d\dT[\d:.]+")
FILE = re.compile(r"attachments/[\w./-]+")
FOLLOWS = {*ROWS, *(apps.get_model("forum", name) for name in ("Stale", "SearchKey"))}
# What is not of the records: who is signed in, and what the cache keeps.
BESIDE = {"sessions.session", "forum.cached", "forum.publicchange"}


class Counter:
    """Counts the statements of this process, and kills it after one of them."""

    def __init__(self, last: int | None):
        self.last = last
        self.inside: list[bool] = []
        self.has_written = False

    def __call__(self, execute, sql, params, many, context):
        result = execute(sql, params, many, context)
        is_open = is_in_a_transaction()
        is_write = sql.startswith(("INSERT", "UPDATE", "DELETE"))
        self.has_written = is_open and (self.has_written or is_write)
        self.inside.append(self.has_written)
        if len(self.inside) - 1 == self.last:
            os.kill(os.getpid(), signal.SIGKILL)
        return result


def is_in_a_transaction() -> bool:
    if connection.vendor == "sqlite":
        return connection.connection.in_transaction
    return connection.connection.info.transaction_status != 0


def in_a_child(work):
    """What the work returns in a process of its own; None if that was killed."""
    reading, writing = os.pipe()
    child = os.fork()
    if child == 0:
        os.close(reading)
        try:
            answer = work()
        except BaseException:
            answer = {"error": traceback.format_exc()}
        with os.fdopen(writing, "wb") as pipe:
            pickle.dump(answer, pipe)
        connections.close_all()
        os._exit(0)
    os.close(writing)
    with os.fdopen(reading, "rb") as pipe:
        said = pipe.read()
    _child, status = os.waitpid(child, 0)
    if os.WIFSIGNALED(status):
        assert os.WTERMSIG(status) == signal.SIGKILL
        return None
    return pickle.loads(said)  # noqa: S301 - from our own child


# The site as it was.


def keep() -> None:
    """Remember the database and the files of the site as they are."""
    folder = settings.MEDIA_ROOT.parent
    settings.MEDIA_ROOT.mkdir(exist_ok=True)
    shutil.copytree(settings.MEDIA_ROOT, folder / "media.kept")
    if sites.server():
        name = settings.DATABASES["default"]["NAME"]
        sites.ask(f'CREATE DATABASE "{name}_kept" TEMPLATE "{name}"')
    else:
        shutil.copy(folder / "db.sqlite3", folder / "kept.sqlite3")


def put_back() -> None:
    folder = settings.MEDIA_ROOT.parent
    shutil.rmtree(settings.MEDIA_ROOT)
    shutil.copytree(folder / "media.kept", settings.MEDIA_ROOT)
    if sites.server():
        name = settings.DATABASES["default"]["NAME"]
        sites.ask(
            f'DROP DATABASE "{name}" WITH (FORCE)',
            f'CREATE DATABASE "{name}" TEMPLATE "{name}_kept"',
        )
    else:
        for ending in ("", "-wal", "-shm"):
            (folder / f"db.sqlite3{ending}").unlink(missing_ok=True)
        shutil.copy(folder / "kept.sqlite3", folder / "db.sqlite3")


# What is in it.


def records() -> dict[str, list[str]]:
    """All rows but those that follow from others, without the times at which they were written."""
    found = {}
    for model in apps.get_models(include_auto_created=True):
        if model in FOLLOWS or model._meta.label_lower in BESIDE or model._meta.proxy:
            continue
        names = [
            field.attname
            for field in model._meta.concrete_fields
            if not isinstance(field, models.DateTimeField | SortKeyColumn)
        ]
        rows = model._base_manager.order_by().values_list(*names)
        found[model._meta.label_lower] = sorted(
            FILE.sub("file", TIME.sub("then", repr(row))) for row in rows
        )
    return found


def comparable(row: tuple) -> str:
    return FILE.sub("file", TIME.sub("then", repr(row)))


def what_follows() -> dict[str, list[str]]:
    return {model._meta.label_lower: sorted(map(repr, rows)) for model, rows in written().items()}


def files() -> list[str]:
    """The files of the site, without what tells two of one name apart."""
    root = settings.MEDIA_ROOT
    return sorted(str(each.parent.relative_to(root)) for each in root.rglob("*") if each.is_file())


def broken() -> list[str]:
    """What the database itself complains of."""
    with connection.cursor() as cursor:
        if connection.vendor != "sqlite":
            cursor.execute("SET CONSTRAINTS ALL IMMEDIATE")
            return []
        said = []
        for check in ("integrity_check", "foreign_key_check"):
            said += [str(row) for row in cursor.execute(f"PRAGMA {check}") if row != ("ok",)]
        cursor.execute("INSERT INTO forum_searchindex(forum_searchindex) VALUES('integrity-check')")
    return said


def look() -> dict:
    call_command("sweep_files", older_than=0, verbosity=0)
    return {"records": records(), "files": files(), "broken": broken()}


def counted_to() -> list[tuple]:
    """Which keys Postgres gives next: it does not take back those of what was undone."""
    if connection.vendor == "sqlite":
        return []
    with connection.cursor() as cursor:
        cursor.execute("SELECT sequencename, last_value FROM pg_sequences")
        return cursor.fetchall()


def count_on_from(sequences: list[tuple]) -> None:
    with connection.cursor() as cursor:
        for name, last in sequences:
            cursor.execute("SELECT setval(%s, %s, %s)", [name, last or 1, last is not None])


def count(write) -> dict:
    """What a write that nobody kills changes, and where its statements are."""
    sequences = counted_to()
    before = look() | {"follows": what_follows()}
    counter = Counter(None)
    with connection.execute_wrapper(counter):
        write()
    refresh()
    return {
        "before": before,
        "after": look() | {"follows": what_follows()},
        "inside": counter.inside,
        "sequences": sequences,
    }


def chosen(inside: list[bool]) -> list[int]:
    """The statements after which to kill: at most a third outside the transaction, evenly."""
    within = evenly([number for number, each in enumerate(inside) if each], MOST * 2 // 3)
    beside = [number for number, each in enumerate(inside) if not each]
    return sorted([*within, *evenly(beside, len(within) // 2)])


def evenly(numbers: list[int], most: int) -> list[int]:
    """So many of them at most, the first and the last among them."""
    most = min(most, len(numbers))
    steps = max(1, most - 1)
    return [numbers[each * (len(numbers) - 1) // steps] for each in range(most)]


def differences(one: dict, other: dict) -> list[str]:
    return [name for name in {*one, *other} if one.get(name) != other.get(name)]


def unlike_after(known: dict) -> list[str]:
    """What is not as if nobody had been killed."""
    now, wanted = look() | {"follows": what_follows()}, known["after"]
    return [
        f"{name}: {each}"
        for name in ("records", "follows")
        for each in differences(now[name], wanted[name])
    ] + [name for name in ("files", "broken") if now[name] != wanted[name]]


def after_a_kill(write, known: dict) -> dict:
    """What is left, and what comes of making up for it and of trying again."""
    found = look()
    wrong = list(found["broken"])
    unlike = {
        when: differences(found["records"], known[when]["records"]) for when in ("before", "after")
    }
    if all(unlike.values()):
        return {"wrong": [*wrong, f"done by half: {unlike}"]}
    was = "after" if not unlike["after"] else "before"
    if found["files"] != known[was]["files"]:
        wrong.append(f"files: {found['files']}")
    refresh()
    if Stale.objects.exclude(derivation__startswith="doubles").exists():
        wrong.append("marks are left")
    if what_follows() != known[was]["follows"]:
        wrong.append(f"what follows: {differences(what_follows(), known[was]['follows'])}")
    if was == "before":
        count_on_from(known["sequences"])
        write()
        refresh()
        wrong += [f"tried again: {each}" for each in unlike_after(known)]
    return {"wrong": wrong, "was": was}


def killed_after(number: int, write) -> None:
    with connection.execute_wrapper(Counter(number)):
        write()


def kill_everywhere(kind: str) -> dict:
    write = writes.WRITES[kind]
    # All modules are read here once, and not by each child.
    get_resolver().url_patterns  # noqa: B018
    keep()
    known = in_a_child(partial(count, write))
    if "error" in known:
        sys.exit(known["error"])
    inside = known["inside"]
    report = {"statements": len(inside), "kills": 0, "inside": 0, "undone": 0, "done": 0}
    report["wrong"] = []
    for number in chosen(inside):
        put_back()
        if in_a_child(partial(killed_after, number, write)) is not None:
            report["wrong"].append(f"{number}: was not killed")
            continue
        found = in_a_child(partial(after_a_kill, write, known))
        report["kills"] += 1
        report["inside"] += inside[number]
        report["done" if found.get("was") == "after" else "undone"] += 1
        wrong = [*found.get("wrong", []), *filter(None, [found.get("error")])]
        report["wrong"] += [f"{number}: {each}" for each in wrong]
    return report


def prepare() -> None:
    writes.prepare()
    refresh()
    Path(settings.EMAIL_FILE_PATH).mkdir(exist_ok=True)


def main(kind: str) -> None:
    if kind == "prepare":
        prepare()
    else:
        sys.stdout.write(json.dumps(kill_everywhere(kind)))

"""What goes on beside a backup or goes wrong in a restore, in processes of their own."""

import os
import signal
from pathlib import Path

from django.core.files.base import ContentFile
from django.core.management import call_command
from django.db import connection, transaction

from config.backup import files, places
from forum.models import AsideFile
from tests import factories


def write(number: int, stop: str) -> None:
    """Record pairs, each in one transaction, and let files come and go, until `stop` is a file."""
    staff = factories.make_staff(username=f"writer-{number}")
    count = 0
    while not Path(stop).exists():
        count += 1
        slug = f"written-{number}-{count}"
        with transaction.atomic():
            event = factories.make_event(slug=slug, title_en="Written")
            content = factories.pdf_file(f"{slug}.pdf")
            factories.make_attachment(event=event, title_en="Written", file=content, url="")
        aside = AsideFile.objects.create(user=staff, file=ContentFile(b"x", name=f"{slug}.txt"))
        aside.drop()


def _die(*_arguments, **_options):
    os.kill(os.getpid(), signal.SIGKILL)


def _die_in_the_transaction(execute, sql, params, many, context):
    """Killed when the old tables are dropped and the new ones moved, but nothing is committed."""
    if sql.startswith("DROP SCHEMA") and connection.in_atomic_block:
        _die()
    return execute(sql, params, many, context)


def _die_at_the_second_renaming() -> None:
    rename, renamed = Path.rename, []

    def rename_once(self, target):
        renamed.append(self)
        return _die() if len(renamed) > 1 else rename(self, target)

    Path.rename = rename_once


POINTS = {
    "before": lambda: setattr(places, "take_over", _die),
    "in the transaction": lambda: connection.execute_wrappers.append(_die_in_the_transaction),
    "after the database": lambda: setattr(files, "place", _die),
    "between two folders": _die_at_the_second_renaming,
    "before cleaning up": lambda: setattr(files, "finish", _die),
}


def restore(point: str, path: str) -> None:
    """Restore, and be killed at some point of the change-over."""
    POINTS[point]()
    call_command("restore", path, "--yes")

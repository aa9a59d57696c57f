"""Fill the disk, as far as this process can see: no file of it may grow larger than some size."""

import json
import resource
import signal
import sys
from pathlib import Path

from django.conf import settings
from django.contrib.auth import get_user_model
from django.core.files.uploadedfile import SimpleUploadedFile
from django.db import connection
from django.test import Client
from django.urls import reverse

from forum.models import Attachment, Event
from tests.admin_forms import form_data, open_form
from tests.factories import make_event


def prepare() -> None:
    get_user_model().objects.create_superuser("staff")
    make_event(slug="forum")


def browser() -> Client:
    client = Client(raise_request_exception=False)
    client.force_login(get_user_model().objects.get())
    return client


def no_file_may_grow_beyond(size: int) -> None:
    """As a disk that is full: what grows further fails with EFBIG."""
    signal.signal(signal.SIGXFSZ, signal.SIG_IGN)
    resource.setrlimit(resource.RLIMIT_FSIZE, (size, resource.RLIM_INFINITY))


def all_files() -> list[str]:
    return [str(each) for each in Path(settings.MEDIA_ROOT).rglob("*") if each.is_file()]


def attach(client: Client, size: int):
    content = b"10:00 Opening\n" * (size // 14)
    data = {
        "event": Event.objects.get().pk,
        "kind": "programme",
        "title_en": "Programme",
        "file": SimpleUploadedFile("programme.txt", content, "text/plain"),
    }
    return client.post(reverse("admin:forum_attachment_add"), data)


def fill_up_files() -> dict:
    """Send a form with a file that finds no room; then, when there is some, once more."""
    client = browser()
    # The database may grow on: it is the file that finds no room.
    room = database_size() + 4_000_000
    no_file_may_grow_beyond(room)
    full = attach(client, room + 1_000_000)
    found = {
        "status": full.status_code,
        "page": full.text,
        "rows": Attachment.objects.count(),
        "files": all_files(),
    }
    later = attach(client, 1_000)
    rows, files = Attachment.objects.count(), len(all_files())
    return found | {"later": {"status": later.status_code, "rows": rows, "files": files}}


def database_size() -> int:
    name = settings.DATABASES["default"]["NAME"]
    return Path(name).stat().st_size if connection.vendor == "sqlite" else 0


def fill_up_database() -> dict:
    """Save an event with ever longer texts until SQLite finds no room; then there is some."""
    client, event = browser(), Event.objects.get()
    url = reverse("admin:forum_event_change", args=[event.pk])
    with connection.cursor() as cursor:
        cursor.execute("PRAGMA page_count")
        [pages] = cursor.fetchone()
        cursor.execute(f"PRAGMA max_page_count = {pages + 60}")
    answers = [save(client, url, f"Text {number} " * 5_000) for number in range(12)]
    with connection.cursor() as cursor:
        cursor.execute("PRAGMA max_page_count = 4294967294")
        cursor.execute("PRAGMA integrity_check")
        broken = [str(row) for row in cursor.fetchall() if row != ("ok",)]
    later = save(client, url, "There is room again.")
    return {"answers": answers, "broken": broken, "later": later[0]}


def save(client: Client, url: str, text: str) -> tuple[int, bool]:
    """What is answered, and whether it was saved."""
    data = form_data(open_form(client, url)) | {"description_en": text}
    answer = client.post(url, data)
    return answer.status_code, Event.objects.get().description_en == text.strip()


def main(part: str) -> None:
    if part == "prepare":
        prepare()
    else:
        fill_up = {"files": fill_up_files, "database": fill_up_database}[part]
        sys.stdout.write(json.dumps(fill_up()))

"""The least that a page could cost: its bytes, its SQL, its SQL in a plain template.

Served beside the site, through the same middleware; what each page showed and asked was recorded
before, see recording.py.
"""

import os
from functools import cache
from pathlib import Path

from django.db import connection
from django.http import HttpResponse
from django.template import Context, Template
from django.urls import path

from config import urls as site
from tests.benchmarks.pages.recording import FOLDER, Recorded, read

# A list shows a few columns of what it reads.
CELLS = 6
PLAIN = Template(
    "{% for rows in results %}<ul>{% for row in rows %}"
    "<li>{% for cell in row %}{{ cell }} {% endfor %}</li>"
    "{% endfor %}</ul>{% endfor %}",
    name="plain",
)


@cache
def recorded(page: str) -> Recorded:
    return read(Path(os.environ[FOLDER]), page)


def results(page: str) -> list[list[tuple]]:
    """What the queries of a page bring, as the database gives it."""
    found = []
    with connection.cursor() as cursor:
        for statement, values in recorded(page).queries:
            cursor.execute(statement, values)
            found.append(cursor.fetchall())
    return found


def fixed(request, page):
    return HttpResponse(recorded(page).body, content_type=recorded(page).kind)


def sql(request, page):
    return HttpResponse(f"{len(results(page))} results")


def plain(request, page):
    shown = [[row[:CELLS] for row in rows] for rows in results(page)]
    return HttpResponse(PLAIN.render(Context({"results": shown})))


FLOORS = {"fixed": fixed, "sql": sql, "plain": plain}

urlpatterns = [
    *(path(f"floor/{name}/<slug:page>", view) for name, view in FLOORS.items()),
    *site.urlpatterns,
]
handler400, handler403 = site.handler400, site.handler403
handler429, handler500 = site.handler429, site.handler500

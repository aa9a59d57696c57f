"""An account of what is held on somebody as one file: to be read, and to be taken elsewhere."""

import json
from collections.abc import Iterable
from io import BytesIO
from zipfile import ZIP_DEFLATED, ZipFile

from django.core.files.storage import default_storage
from django.http import HttpResponse
from django.template.loader import render_to_string
from django.utils import timezone

from forum.personal.account import Section


def packed(name: str, sections: list[Section], pictures: Iterable[str] = ()) -> HttpResponse:
    """A ZIP with a page, the same as JSON, and the pictures that are on the disk."""
    content = BytesIO()
    said = {"name": name, "sections": sections, "on": timezone.localdate()}
    with ZipFile(content, "w", ZIP_DEFLATED) as archive:
        archive.writestr("account.html", render_to_string("admin/persons/account.html", said))
        archive.writestr("account.json", _as_json(name, sections))
        for number, picture in enumerate(pictures, start=1):
            if default_storage.exists(picture):
                with default_storage.open(picture) as file:
                    suffix = picture.rpartition(".")[2]
                    archive.writestr(f"pictures/{number}.{suffix}", file.read())
    response = HttpResponse(content.getvalue(), content_type="application/zip")
    response["Content-Disposition"] = 'attachment; filename="account.zip"'
    response["Cache-Control"] = "private, no-store"
    return response


def _as_json(name: str, sections: list[Section]) -> str:
    rows = [
        {
            "title": str(each.title),
            "rows": [[{"field": label, "value": text} for label, text in row] for row in each.rows],
        }
        for each in sections
    ]
    return json.dumps({"name": name, "sections": rows}, ensure_ascii=False, indent=1, default=str)

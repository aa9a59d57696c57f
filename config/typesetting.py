"""Documents as tagged PDF (PDF/UA-1), set by typst from templates/documents/."""

import json
from functools import lru_cache
from pathlib import Path

import manimgx_fonts
import manimgx_fonts_cjk
import typst
from django.conf import settings
from django.http import HttpResponse
from django.utils.translation import get_language

from forum.records.texts import printable

NOTO = (manimgx_fonts, manimgx_fonts_cjk)
TEMPLATES = settings.BASE_DIR / "templates" / "documents"


def pdf(template: str, content: dict, *, file_name: str) -> HttpResponse:
    """Set a document; its content travels as data, so that no text is taken for markup."""
    data = {"language": get_language(), "site": settings.SITE_NAME} | content
    written = json.dumps(_printable(data), ensure_ascii=False)
    try:
        document = _compiled(template, written, pdf_standards=["ua-1"])
    except typst.TypstError:  # A letter that no font has: the rest can be read all the same.
        document = _compiled(template, written)
    response = HttpResponse(document, content_type="application/pdf")
    response["Content-Disposition"] = f'inline; filename="{file_name}.pdf"'
    return response


def _printable(value):
    if isinstance(value, str):
        return printable(value)
    if isinstance(value, dict):
        return {key: _printable(each) for key, each in value.items()}
    return [_printable(each) for each in value] if isinstance(value, list | tuple) else value


@lru_cache(maxsize=1)
def _fonts() -> typst.Fonts:
    """The fonts of typst and Noto's, read once: the same on every machine, for every script."""
    folders = [str(Path(package.__file__).parent) for package in NOTO]
    return typst.Fonts(include_system_fonts=False, font_paths=folders)


def _compiled(template: str, data: str, **options) -> bytes:
    # By path: typst keeps what it is given as bytes for ever.
    return typst.compile(
        str(TEMPLATES / template),
        root=str(TEMPLATES),
        font_paths=_fonts(),
        sys_inputs={"data": data},
        **options,
    )

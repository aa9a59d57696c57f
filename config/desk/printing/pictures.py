"""Pictures of documents as SVG: a photograph, a flag, a code to scan.

Whatever is drawn travels with the data of a document, so that typst opens no file for it.
"""

from base64 import b64encode
from functools import lru_cache
from io import BytesIO
from pathlib import Path

import segno
from django.contrib.staticfiles import finders
from PIL import Image, ImageOps

from forum.uploads.renditions import rendition

# Of a rendition that is wide enough for a badge, three to four.
WIDTH, SIZE = 640, (360, 480)
SVG = (
    '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {0} {1}">'
    '<image width="{0}" height="{1}" href="data:image/jpeg;base64,{2}"/></svg>'
)


def photo(name: str) -> str:
    """The picture of somebody, cut to the size of a badge; empty if there is none to read."""
    try:
        with rendition(name, WIDTH) as file, Image.open(file) as image:
            # A little more of what is above the middle: there the face is.
            fitted = ImageOps.fit(image.convert("RGB"), SIZE, centering=(0.5, 0.35))
    except OSError:
        return ""
    content = BytesIO()
    # A JPEG goes into a PDF as it is, anything else as a hundred times as many bytes.
    fitted.save(content, "JPEG", quality=85)
    return SVG.format(*SIZE, b64encode(content.getvalue()).decode())


@lru_cache(maxsize=512)
def flag(country: str) -> str:
    """The flag of a country; empty if we have no drawing of it."""
    path = finders.find(f"flags/{country.lower()}.svg") if country else None
    return Path(path).read_text() if path else ""


def flags(countries) -> dict[str, str]:
    """The drawing of each flag that there is, once."""
    return {code: drawn for code in sorted(set(countries)) if (drawn := flag(code))}


def code(text: str) -> str:
    """A QR code that can be read with a seventh of it worn off; empty for nothing."""
    if not text:
        return ""
    content = BytesIO()
    segno.make(text, error="m", micro=False).save(content, kind="svg", border=0, xmldecl=False)
    return content.getvalue().decode()

"""What stands for the software in all that is kept: the same in every worker that runs the same.

Another text, template, translation, static file or setting is another software.
"""

import json
from functools import cache
from hashlib import blake2b
from pathlib import Path

from django.conf import settings

# Where the files stand of which pages are made, and which of them.
FILES = {
    "forum": "*.py",
    "delegations": "*.py",
    "agreements": "*.py",
    "config": "*.py",
    "templates": "*",
    "static": "*",
    "locale": "*.mo",
}
PLAIN = (str, int, float, bool, list, tuple, dict, type(None))
# What no page shows.
SECRET = ("SECRET", "PASSWORD", "KEY", "DSN", "DATABASES", "CACHES", "PAGE_CACHE")


@cache
def software() -> str:
    digest = blake2b(digest_size=12)
    for path in _files(settings.BASE_DIR):
        digest.update(f"{path.relative_to(settings.BASE_DIR)}\n".encode())
        digest.update(path.read_bytes())
    for name in ("ENGINE", "HOST", "PORT", "NAME"):
        digest.update(f"{settings.DATABASE.get(name)}\n".encode())
    for name in sorted(filter(_is_shown, dir(settings))):
        digest.update(f"{name} {_in_words(getattr(settings, name))}\n".encode())
    return digest.hexdigest()


def _files(base: Path) -> list[Path]:
    found = [path for folder, kind in FILES.items() for path in (base / folder).rglob(kind)]
    constraints = base / "constraints.txt"
    return [*sorted(path for path in found if path.is_file()), *filter(Path.exists, [constraints])]


def _is_shown(name: str) -> bool:
    is_plain = name.isupper() and isinstance(getattr(settings, name), PLAIN)
    return is_plain and not any(part in name for part in SECRET)


def _in_words(value) -> str:
    """A setting, the same in every process: of a translated text its place alone."""
    return json.dumps(value, skipkeys=True, default=lambda other: type(other).__name__)

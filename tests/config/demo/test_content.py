"""What the demonstration says, read from its stories."""

from collections.abc import Iterator

import pytest
import yaml

from config.management.commands.load_demo import DEMO
from forum.records.texts import LANGUAGES

STORIES = sorted(DEMO.glob("*.yaml"))
# Names of people and institutions stand only in the languages in which they are known.
TEXTS = {"title", "summary", "description", "abstract", "biography", "text", "office", "as_stated"}


def texts(part, where: str) -> Iterator[tuple[str, dict]]:
    """Every translated text of a story that is not a name, and where it stands."""
    named = part.items() if isinstance(part, dict) else enumerate(part)
    for key, value in named:
        if key in TEXTS and isinstance(value, dict):
            yield f"{where}/{key}", value
        elif isinstance(value, dict | list):
            yield from texts(value, f"{where}/{key}")


@pytest.mark.parametrize("path", STORIES, ids=lambda path: path.stem)
def test_every_text_is_in_every_language(path):
    story = yaml.safe_load(path.read_text(encoding="utf-8"))

    missing = {
        where: sorted({*LANGUAGES} - {*text})
        for where, text in texts(story, "")
        if {*LANGUAGES} != {*text}
    }

    assert missing == {}

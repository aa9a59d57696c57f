"""Words that a page must show, and words that it must not."""

import re

from tests.factories import make_source

MARKER = re.compile(r"(?:secret|public)\d+x")


class Markers:
    """The markers that were given out, and the addresses that nobody but staff may open."""

    def __init__(self):
        self.secrets: dict[str, str] = {}
        self.shown: dict[str, str] = {}
        self.closed: list[str] = []

    def hide(self, what: str) -> str:
        marker = f"secret{len(self.secrets)}x"
        self.secrets[marker] = what
        return marker

    def show(self, what: str) -> str:
        marker = f"public{len(self.shown)}x"
        self.shown[marker] = what
        return marker

    def hide_all(self, what: str, *fields: str) -> dict[str, str]:
        """A marker for each field."""
        return {field: self.hide(f"{field} of {what}") for field in fields}

    def hidden_record(self, what: str, *fields: str) -> dict:
        return self.hide_all(what, "slug", *fields) | {"is_published": False}

    def somebody(self, what: str) -> dict[str, str]:
        """The words by which a representation could be known."""
        return self.hide_all(what, "office_en", "office_kk", "also_office_en", "name_as_printed")

    def cite(self, model, what: str, **subject):
        """A citation that must not show, about something that must not show."""
        model.objects.create(
            source=make_source(title=self.hide(f"source about {what}")),
            **self.hide_all(f"citation about {what}", "value", "as_printed", "note"),
            **subject,
        )

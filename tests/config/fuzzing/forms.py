"""The forms of a page, as a browser would send them if nobody changed anything."""

from dataclasses import dataclass, field
from html.parser import HTMLParser
from urllib.parse import urljoin


@dataclass
class Control:
    """A field of a form: what it sends by itself, and what else it offers."""

    name: str
    kind: str
    sent: list[str] = field(default_factory=list)
    offered: list[str] = field(default_factory=list)


@dataclass
class Form:
    method: str
    address: str
    controls: list[Control] = field(default_factory=list)
    buttons: list[tuple[str, str]] = field(default_factory=list)


class _Forms(HTMLParser):
    """Of the fields that stand outside their form, those of the admin's lists name it."""

    def __init__(self, address: str):
        super().__init__()
        self.address, self.found, self.by_id = address, [], {}
        self.form = self.select = self.area = None

    def handle_starttag(self, tag, attributes):
        said = {name: value or "" for name, value in attributes}
        begin = {"form": self._form, "input": self._input, "select": self._select}
        begin |= {"option": self._option, "textarea": self._textarea, "button": self._button}
        begin.get(tag, lambda _said: None)(said)

    def handle_endtag(self, tag):
        if tag in ("form", "select", "textarea"):
            setattr(self, {"textarea": "area"}.get(tag, tag), None)

    def handle_data(self, data):
        if self.area is not None:
            self.area.sent = [self.area.sent[0] + data]

    def _form(self, said):
        address = urljoin(self.address, said.get("action") or self.address)
        self.form = Form(said.get("method", "get").upper(), address)
        self.by_id[said.get("id")] = self.form
        self.found.append(self.form)

    def _add(self, said, kind, sent=()):
        form = self.by_id.get(said["form"]) if "form" in said else self.form
        control = Control(said.get("name", ""), kind, list(sent))
        if form is not None and control.name:
            form.controls.append(control)
        return control

    def _input(self, said):
        kind = said.get("type", "text")
        value = said.get("value", "on" if kind in ("checkbox", "radio") else "")
        if kind in ("submit", "button", "image", "reset"):
            self._button(said)
        elif kind in ("checkbox", "radio"):
            control = self._add(said, kind, [value] if "checked" in said else [])
            control.offered = [value]
        else:
            self._add(said, kind, [] if kind == "file" else [value])

    def _select(self, said):
        self.select = self._add(said, "select")

    def _option(self, said):
        if self.select is not None:
            self.select.offered.append(said.get("value", ""))
            if "selected" in said:
                self.select.sent.append(said.get("value", ""))

    def _textarea(self, said):
        self.area = self._add(said, "textarea", [""])

    def _button(self, said):
        form = self.by_id.get(said["form"]) if "form" in said else self.form
        if form is not None and said.get("name"):
            form.buttons.append((said["name"], said.get("value", "")))


def forms_of(page: str, address: str) -> list[Form]:
    parser = _Forms(address)
    parser.feed(page)
    return parser.found

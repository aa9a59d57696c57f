"""The forms of a page, as a browser would send them untouched, and where its links lead."""

from html.parser import HTMLParser


class _Page(HTMLParser):
    def __init__(self):
        super().__init__()
        self.forms: list[tuple[dict, dict[str, list[str]]]] = []
        self.links: set[str] = set()
        self.data: dict[str, list[str]] | None = None
        self.select = self.area = None

    def handle_starttag(self, tag, attrs):
        attrs = dict(attrs)
        if attrs.get("href"):
            self.links.add(attrs["href"])
        if tag == "form":
            self.data = {}
            self.forms.append((attrs, self.data))
            if attrs.get("action"):
                self.links.add(attrs["action"])
        elif self.data is not None and (handle := getattr(self, f"_{tag}", None)):
            handle(attrs)

    def handle_endtag(self, tag):
        if tag == "form":
            self.data = None
        elif tag == "select" and self.select:
            self._end_of_select()
        elif tag == "textarea":
            self.area = None

    def handle_data(self, text):
        if self.area is not None:
            self.data[self.area][-1] += text

    def _input(self, attrs):
        name, kind = attrs.get("name"), attrs.get("type", "text")
        is_off = kind in ("checkbox", "radio") and "checked" not in attrs
        if name and not is_off and kind not in ("submit", "file", "button", "image"):
            self.data.setdefault(name, []).append(attrs.get("value") or "")

    def _textarea(self, attrs):
        self.area = attrs.get("name")
        if self.area is not None:
            self.data.setdefault(self.area, []).append("")

    def _select(self, attrs):
        self.select = (attrs.get("name"), "multiple" in attrs, [], [])

    def _option(self, attrs):
        if self.select:
            _name, _several, chosen, offered = self.select
            offered.append(attrs.get("value") or "")
            if "selected" in attrs:
                chosen.append(attrs.get("value") or "")

    def _end_of_select(self):
        name, several, chosen, offered = self.select
        values = chosen or (offered[:1] if not several else [])
        if name and values:
            self.data.setdefault(name, []).extend(values)
        self.select = None


def read(page: str) -> _Page:
    parser = _Page()
    parser.feed(page)
    return parser


def form_on(page: str) -> dict[str, list[str]]:
    """What the main form of a page sends: that with the most in it, empty if it has none."""
    sent = [data for attrs, data in read(page).forms if _is_main(attrs)]
    return max(sent, key=len, default={})


def _is_main(attrs: dict) -> bool:
    return attrs.get("method", "").lower() == "post" and attrs.get("id") != "logout-form"

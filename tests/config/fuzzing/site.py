"""What there is to attack: a few addresses of each kind of page, their questions and forms."""

from collections import Counter, deque
from dataclasses import dataclass, field
from urllib.parse import parse_qsl, urldefrag, urljoin, urlsplit

from django.http import Http404
from django.urls import resolve

from tests.config.fuzzing.forms import Form, forms_of
from tests.reading import links

HOST, TOKEN = "http://testserver", "csrfmiddlewaretoken"
START = ("/", "/admin/", "/robots.txt", "/sitemap.xml", "/healthz", "/readyz", "/accounts/login/")
# What is asked of lists without a form for it.
QUESTIONS = (
    "q",
    "page",
    "p",
    "o",
    "all",
    "e",
    "next",
    "_popup",
    "_to_field",
    "_changelist_filters",
)
QUESTIONS += ("term", "app_label", "model_name", "field_name", "on", "separator", "view", "pk__in")


@dataclass
class Site:
    addresses: list[str] = field(default_factory=list)
    questions: set[str] = field(default_factory=lambda: {*QUESTIONS})
    forms: list[Form] = field(default_factory=list)
    token: str = ""  # What lets a form be sent.


def explore(client, *, most: int, of_a_kind: int = 1) -> Site:
    """Read the site as whoever the client is, a few pages of each kind."""
    site, waiting, known, kinds = Site(), deque(START), {*START}, Counter()
    while waiting and len(site.addresses) < most:
        address = waiting.popleft()
        kind = _kind(address)
        if kind is None or kinds[kind] >= of_a_kind:
            continue
        kinds[kind] += 1
        site.addresses.append(address)
        new = [each for each in dict.fromkeys(_read(client, address, site)) if each not in known]
        known |= {*new}
        waiting += new
    return site


def _kind(address: str):
    """By which rule an address is answered, and with which questions."""
    parts = urlsplit(address)
    try:
        names = tuple(sorted(name for name, _value in parse_qsl(parts.query)))
        return resolve(parts.path).route, names
    except Http404:
        return None


def _read(client, address: str, site: Site) -> list[str]:
    response = client.get(address)
    content = response.getvalue()
    if "Location" in response:
        return [urljoin(address, response["Location"])]
    if not response.get("Content-Type", "").startswith(("text/html", "application/xml")):
        return []
    page = content.decode(errors="replace")
    site.questions |= {name for name, _value in parse_qsl(urlsplit(address).query)}
    for form in forms_of(page, address):
        site.forms.append(form)
        tokens = [each.sent[0] for each in form.controls if each.name == TOKEN and each.sent]
        site.token = tokens[0] if tokens else site.token
        site.questions |= {each.name for each in form.controls if form.method == "GET"}
    targets = (urldefrag(urljoin(HOST + address, link)).url for link in links(page))
    return [url.removeprefix(HOST) for url in targets if url.startswith(f"{HOST}/")]

"""Hostile requests, each made of its number and a seed alone."""

from dataclasses import dataclass, field
from random import Random
from urllib.parse import quote_from_bytes, urlsplit

from tests.config.fuzzing import values
from tests.config.fuzzing.forms import Control, Form
from tests.config.fuzzing.site import Site

BOUNDARY = b"BoUnDaRy"
PREFIXES = ("", "", "", "/kk", "/ru", "/et")
METHODS = (
    "PUT",
    "PATCH",
    "DELETE",
    "HEAD",
    "OPTIONS",
    "TRACE",
    "CONNECT",
    "PROPFIND",
    "get",
    "\x00",
    "",
)
TYPES = (
    *("application/x-www-form-urlencoded; charset=hex", "application/x-www-form-urlencoded"),
    *("application/x-www-form-urlencoded; charset=idna", "multipart/form-data; charset=utf-7"),
    *(
        "multipart/form-data",
        "multipart/form-data; boundary=",
        "multipart/form-data; boundary=\x00",
    ),
    *(
        f"multipart/form-data; boundary={BOUNDARY.decode()}",
        "application/json",
        "text/xml",
        "",
        "/",
    ),
    *("application/json; charset=utf-16", "multipart/mixed; boundary=a", ";;;", "a" * 9000),
)
BODIES = (
    *(b"", b"\x00", b"=", b"&&&=&", b"a=%", b"a=%zz&%00=%ff", b"{", b'{"a": NaN}', b"[" * 5000),
    *(b"&".join(b"f%d=1" % number for number in range(10_050)), b"a" * 3_000_000, b"--" + BOUNDARY),
    b"--" + BOUNDARY + b'\r\nContent-Disposition: form-data; name="a"; filename="b"\r\n\r\n',
    b"--" + BOUNDARY + b"\r\nContent-Disposition: form-data\r\n\r\nx\r\n--" + BOUNDARY + b"--",
    b"--" + BOUNDARY + b'\r\nContent-Disposition: form-data; name="a"\r\n'
    b"Content-Transfer-Encoding: base64\r\n\r\n=!=\r\n--" + BOUNDARY + b"--",
)
HEADERS = (
    *(
        "ACCEPT",
        "ACCEPT_LANGUAGE",
        "ACCEPT_ENCODING",
        "AUTHORIZATION",
        "HOST",
        "IF_MATCH",
        "ORIGIN",
    ),
    *("IF_MODIFIED_SINCE", "IF_NONE_MATCH", "IF_UNMODIFIED_SINCE", "IF_RANGE", "RANGE", "REFERER"),
    *("USER_AGENT", "X_CSRFTOKEN", "X_FORWARDED_FOR", "X_FORWARDED_HOST", "X_FORWARDED_PROTO"),
    *(
        "X_HTTP_METHOD_OVERRIDE",
        "X_REQUESTED_WITH",
        "X_REQUEST_ID",
        "TRANSFER_ENCODING",
        "FORWARDED",
    ),
)
SAID = (
    "bytes=0-",
    "bytes=9-1",
    "*",
    'W/"a"',
    "Thu, 31 Feb 2099 99:99:99 GMT",
    "kk;q=9",
    "*;q=x",
    "null",
)
SAID += (
    "en-" + "a" * 9000,
    "kk," * 3000,
    "testserver:99999",
    "[::1",
    "evil.example",
    "XMLHttpRequest",
)
BROKEN = ("%", "%zz", "%ff", "%ED%A0%80", "%00", "+", "%u0041", "%2", "%%")
COOKIES = ("sessionid", "csrftoken", "messages", "django_language", "a\x07", "")


@dataclass
class Attack:
    """A request as a server would hand it over."""

    method: str = "GET"
    path: str = "/"
    query: str = ""
    body: bytes = b""
    content_type: str = ""
    headers: dict[str, str] = field(default_factory=dict)

    def environ(self, payload) -> dict:
        said = {"REQUEST_METHOD": self.method, "QUERY_STRING": self.query, "wsgi.input": payload}
        said |= {"PATH_INFO": as_sent(self.path), "CONTENT_LENGTH": str(len(self.body))}
        said |= {"CONTENT_TYPE": self.content_type}
        return said | {f"HTTP_{name}": as_sent(value) for name, value in self.headers.items()}

    def __str__(self):
        query = f"?{self.query}" if self.query else ""
        address = f"{self.method} {self.path}{query}"
        parts = (address, self.content_type, self.headers, self.body[:3000])
        return " ".join(repr(part)[:2000] for part in parts if part)


def attack(random: Random, site: Site, number: int) -> Attack:
    """The hostile request of this number: each form has its turn."""
    if site.forms and random.random() < 0.5:
        return _form(random, site.forms[number % len(site.forms)])
    made = Attack(path="")
    path, made.query = _split(random.choice(site.addresses))
    made.path = random.choice(PREFIXES) + path
    random.choice((_path, _query, _query, _headers, _cookies, _body))(random, site, made)
    return made


def as_sent(text: str) -> str:
    """A text as WSGI has it: its bytes, each as a letter."""
    return _bytes(text).decode("latin-1")


def _bytes(text: str) -> bytes:
    return text.encode("utf-8", "surrogatepass")


def _quoted(random: Random, text: str) -> str:
    """Percent-encoded; now and then not quite, as only a broken program does."""
    if random.random() < 0.05:
        return random.choice(BROKEN)
    return quote_from_bytes(_bytes(text), safe="")


def _split(address: str) -> tuple[str, str]:
    parts = urlsplit(address)
    return parts.path, parts.query


def _path(random: Random, _site: Site, made: Attack) -> None:
    steps = made.path.split("/")
    place = random.randrange(1, len(steps)) if len(steps) > 1 else 0
    steps[place] = values.text(random, steps[place])
    made.path = "/".join(steps)


def _query(random: Random, site: Site, made: Attack) -> None:
    names = random.choices(sorted(site.questions), k=random.choice((1, 1, 2, 5)))
    if random.random() < 0.1:
        names.append(values.text(random, names[0]))
    pairs = (f"{_quoted(random, name)}={_quoted(random, values.text(random))}" for name in names)
    made.query = "&".join(filter(None, (made.query, *pairs)))


def _headers(random: Random, _site: Site, made: Attack) -> None:
    for name in random.choices(HEADERS, k=random.choice((1, 2, 4))):
        made.headers[name] = random.choice((random.choice(SAID), values.text(random)))


def _cookies(random: Random, _site: Site, made: Attack) -> None:
    pairs = []
    for name in random.choices(COOKIES, k=random.choice((1, 2, 4))):
        value = values.text(random, "abcdefghijklmnop")
        octal = "".join(f"\\{byte:03o}" for byte in _bytes(value)[:200])
        pairs.append(f"{name}=" + random.choice((value, f'"{octal}"')))
    made.headers["COOKIE"] = "; ".join(pairs)


def _body(random: Random, site: Site, made: Attack) -> None:
    made.method = random.choice(("POST", "POST", "POST", random.choice(METHODS)))
    made.body, made.content_type = random.choice(BODIES), random.choice(TYPES)
    if site.token:  # Or nobody would look at the rest.
        made.headers["X_CSRFTOKEN"] = site.token


def _form(random: Random, form: Form) -> Attack:
    """A form that is filled in as it stands but for some of its fields."""
    hostile = random.choice((1, 1, 2, 4, len(form.controls)))
    chosen = {id(each) for each in random.choices(form.controls or [None], k=max(1, hostile))}
    pairs = [pair for each in form.controls for pair in _sent(random, each, id(each) in chosen)]
    if form.buttons:
        pairs.append(random.choice(form.buttons))
    path, query = _split(form.address)
    path = random.choice(PREFIXES) + path
    if form.method == "GET":
        asked = (f"{_quoted(random, name)}={_quoted(random, str(each))}" for name, each in pairs)
        return Attack("GET", path, "&".join(asked))
    content_type = f"multipart/form-data; boundary={BOUNDARY.decode()}"
    return Attack("POST", path, query, _multipart(random, pairs), content_type)


def _sent(random: Random, control: Control, is_hostile: bool) -> list[tuple[str, object]]:
    if not is_hostile:
        return [(control.name, value) for value in control.sent]
    if control.kind == "file":
        return [(control.name, random.choice(values.files()))]
    if control.offered and random.random() < 0.6:
        return [(control.name, random.choice(control.offered))]
    times = random.choice((0, 1, 1, 1, 1, 1, 2))
    usual = control.sent[0] if control.sent else ""
    return [(control.name, values.text(random, usual)) for _ in range(times)]


def _multipart(random: Random, pairs) -> bytes:
    pieces = []
    for name, value in pairs:
        said = b'form-data; name="' + _bytes(name) + b'"'
        if isinstance(value, bytes):
            said += b'; filename="' + _bytes(random.choice(values.NAMES)) + b'"'
        content = value if isinstance(value, bytes) else _bytes(value)
        head = b"--" + BOUNDARY + b"\r\nContent-Disposition: " + said + b"\r\n\r\n"
        pieces.append(head + content + b"\r\n")
    return b"".join(pieces) + b"--" + BOUNDARY + b"--\r\n"

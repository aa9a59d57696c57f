"""What comes of following docs/deploy.md, as a visitor sees it through nginx."""

import http.client
import re
import shutil
import signal
import socket
import ssl
import subprocess
import time
from concurrent.futures import ThreadPoolExecutor
from contextlib import ExitStack, contextmanager
from http.server import BaseHTTPRequestHandler, HTTPServer
from threading import Thread

import pytest
from django.conf import settings

from tests.config.operations.postgres import BIN
from tests.config.operations.servers import running
from tests.deploy.following import HOST, NGINX, Machine

pytestmark = [
    pytest.mark.slow,
    pytest.mark.xdist_group("deploy"),
    pytest.mark.skipif(NGINX is None, reason="nginx is not installed"),
    pytest.mark.skipif(BIN is None, reason="no Postgres server is installed"),
]

PICTURE = """
from django.core.files.base import ContentFile
from forum.models import Event
from PIL import Image
import io
written = io.BytesIO()
Image.new("RGB", (400, 300), "navy").save(written, "PNG")
picture = ContentFile(written.getvalue(), "test.png")
print(Event.objects.create(title_en="Pictured", is_published=True, image=picture).image.name)
"""


@pytest.fixture(scope="module")
def machine():
    machine = Machine()
    with ExitStack() as served:
        served.callback(machine.remove)
        for heading in ("Install", "Database", "Configuration", "First start", "nginx"):
            machine.follow(heading)
        machine.server = served.enter_context(service(machine, "entente.service"))
        nginx = [NGINX, "-c", machine.folder / "etc/nginx/nginx.conf"]
        served.enter_context(running(nginx, port=machine.ports["https"]))
        yield machine


@contextmanager
def service(machine, name):
    env, [command] = machine.unit(name)
    options = {"env": env, "cwd": machine.folder / "srv/entente"}
    with (
        (machine.folder / "journal").open("ab") as journal,
        running(command, port=machine.ports["gunicorn"], stderr=journal, **options) as server,
    ):
        yield server


def ask(machine, path, method="GET", *, body=None, headers=None, tls=True):
    trusted = ssl.create_default_context(
        cafile=machine.folder / f"etc/letsencrypt/live/{HOST}/fullchain.pem"
    )
    if tls:
        connection = Secure(HOST, machine.ports["https"], context=trusted, timeout=60)
    else:
        connection = http.client.HTTPConnection("127.0.0.1", machine.ports["http"], timeout=60)
    connection.request(method, path, body, {"Host": HOST} | (headers or {}))
    answer = connection.getresponse()
    answer.text = answer.read().decode(errors="replace")
    connection.close()
    return answer


def send_file(machine, content):
    """Send a form with a file: the site reads all of it before it answers."""
    head = b'--edge\r\nContent-Disposition: form-data; name="file"; filename="a.bin"\r\n\r\n'
    return ask(
        machine,
        "/admin/login/",
        "POST",
        body=head + content + b"\r\n--edge--\r\n",
        headers={"Content-Type": "multipart/form-data; boundary=edge"},
    )


class Secure(http.client.HTTPSConnection):
    """A connection to this machine for the name of the site."""

    def connect(self):
        self.host = "127.0.0.1"
        http.client.HTTPConnection.connect(self)
        self.sock = self._context.wrap_socket(self.sock, server_hostname=HOST)


def test_pages_are_answered_with_all_that_keeps_them_safe(machine):
    answer = ask(machine, "/kk/events/")

    assert answer.status == 200
    assert '<html lang="kk">' in answer.text
    assert answer.headers["Strict-Transport-Security"].startswith("max-age=3600")
    assert "default-src 'self'" in answer.headers["Content-Security-Policy"]
    assert answer.headers["X-Content-Type-Options"] == "nosniff"
    assert answer.headers["X-Frame-Options"] == "DENY"
    assert answer.headers["Referrer-Policy"] == "same-origin"
    assert answer.headers["Server"] == "nginx"


def test_a_static_file_keeps_its_name_for_ever_and_is_kept_by_nginx(machine):
    [address] = re.findall(r'href="(/static/css/base\.[0-9a-f]+\.css)"', ask(machine, "/").text)

    answers = [ask(machine, address) for _ in range(2)]

    assert [answer.status for answer in answers] == [200, 200]
    assert answers[0].headers["Cache-Control"] == "max-age=315360000, public, immutable"
    assert [answer.headers["X-Cache"] for answer in answers] == ["MISS", "HIT"]


def test_a_public_picture_is_handed_out(machine):
    load = "set -a; . /etc/entente.env; set +a"
    name = machine.run(f"{load}; .venv/bin/python manage.py shell -v 0 -c '{PICTURE}'").strip()

    assert ask(machine, f"/media/{name}").status == 200
    assert ask(machine, f"/media/../private/{name}").status in (400, 404)


def test_the_site_is_ready_and_its_staff_can_sign_in(machine):
    assert ask(machine, "/readyz").text == "ok"
    form = ask(machine, ask(machine, "/admin/login/").headers["Location"])
    cookie = form.headers["Set-Cookie"]

    assert form.status == 200
    assert "Secure" in cookie
    assert "HttpOnly" in cookie


@pytest.mark.parametrize("path", ["/", "/kk/events/?q=a", "/admin/"])
def test_plain_http_is_led_to_https(machine, path):
    for headers in ({}, {"Host": "evil.example"}, {"X-Forwarded-Proto": "https"}):
        answer = ask(machine, path, headers=headers, tls=False)

        assert (answer.status, answer.headers["Location"]) == (301, f"https://{HOST}{path}")


def test_another_name_is_not_answered(machine):
    assert ask(machine, "/", headers={"Host": "evil.example"}).status == 421
    with pytest.raises(ssl.SSLError):
        ssl.create_default_context().wrap_socket(
            socket.create_connection(("127.0.0.1", machine.ports["https"])),
            server_hostname="evil.example",
        )


def test_what_a_visitor_claims_to_be_does_not_reach_the_site(machine):
    seen = {}

    class Echo(BaseHTTPRequestHandler):
        def do_GET(self):
            seen.update(self.headers)
            self.send_response(204)
            self.end_headers()

        def log_message(self, *arguments):
            pass

    server = HTTPServer(("127.0.0.1", 0), Echo)
    Thread(target=server.serve_forever, daemon=True).start()
    other = machine.beside(gunicorn=server.server_port)
    claimed = {
        "X-Forwarded-For": "198.51.100.7",
        "X-Forwarded-Proto": "ftp",
        "X-Request-ID": "somebody",
    }
    with running([NGINX, "-c", other.conf], port=other.ports["https"]):
        ask(other, "/", headers=claimed)
    server.shutdown()
    server.server_close()

    assert seen["X-Forwarded-For"] == "127.0.0.1"
    assert seen["X-Forwarded-Proto"] == "https"
    assert re.fullmatch("[0-9a-f]{32}", seen["X-Request-ID"])
    assert seen["Host"] == HOST


def test_what_the_site_takes_nginx_takes_too(machine):
    largest = settings.UPLOAD_MAX_MB * 1024 * 1024

    taken = send_file(machine, bytes(largest + 100_000))
    refused = send_file(machine, bytes(101 * 1024 * 1024))

    # It answers itself, not nginx, where it says which contents its page may have.
    assert "Content-Security-Policy" in taken.headers
    assert refused.status == 413
    assert "Content-Security-Policy" not in refused.headers


def test_logs_name_no_visitor_and_no_page(machine):
    number = ask(machine, "/events/secret-marker/?q=secret-marker").headers["X-Request-ID"]

    for log in ("journal", "var/log/nginx/entente.log"):
        written = (machine.folder / log).read_text
        for _ in range(50):  # nginx writes its line after the answer.
            if number in written():
                break
            time.sleep(0.1)
        assert number in written()
        assert "secret-marker" not in written()
        assert "127.0.0.1" not in re.sub("Listening at: .*", "", written())


def test_the_timers_do_their_work(machine):
    for timer in (machine.folder / "etc/systemd/system").glob("*.timer"):
        env, commands = machine.unit(f"{timer.stem}.service")
        for command in commands:
            subprocess.run(command, env=env, cwd=machine.folder / "srv/entente", check=True)

    assert list((machine.folder / "var/backups/entente").glob("*.tar"))


@pytest.mark.skipif(not shutil.which("systemd-analyze"), reason="systemd is not installed")
def test_systemd_understands_the_units(machine):
    units = sorted((machine.folder / "etc/systemd/system").glob("entente*"))

    done = subprocess.run(
        ["systemd-analyze", "verify", "--man=no", *units],
        capture_output=True,
        text=True,
        check=False,
    )

    assert [line for line in done.stderr.splitlines() if "entente" in line] == []


def test_an_upgrade_leaves_no_visitor_without_an_answer(machine):
    machine.follow("Upgrade")
    asked = (machine.folder / "done").read_text().splitlines()
    assert asked[-1] == "systemctl reload entente"

    with ThreadPoolExecutor(4) as visitors:
        answers = visitors.map(lambda _number: ask(machine, "/about/").status, range(200))
        machine.server.send_signal(signal.SIGHUP)  # What ExecReload of the unit does.

        assert set(answers) == {200}
    assert ask(machine, "/readyz").text == "ok"

import gzip
import importlib.util
import json
from http.server import BaseHTTPRequestHandler, HTTPServer
from threading import Thread

import pytest

from tests.config.operations.servers import environment, manage

MARKER = "Zhanar-Marker"
FAIL = f"""
import sentry_sdk
from django.test import Client
from django.urls import path
from config.urls import urlpatterns

def fails(request, token):
    name = request.GET["q"]
    int(token)

urlpatterns.append(path("fails/<str:token>/", fails))
client = Client(raise_request_exception=False)
client.cookies["sessionid"] = "{MARKER}"
headers = {{"Host": "localhost", "User-Agent": "{MARKER}"}}
response = client.post("/fails/{MARKER}/?q={MARKER}", {{"name": "{MARKER}"}}, headers=headers)
sentry_sdk.flush()
print(response["X-Request-ID"])
"""


@pytest.fixture
def collector():
    """A server that keeps what is reported to it."""
    reports = []

    class Handler(BaseHTTPRequestHandler):
        def do_POST(self):
            body = self.rfile.read(int(self.headers["Content-Length"]))
            packed = self.headers.get("Content-Encoding") == "gzip"
            reports.append((gzip.decompress(body) if packed else body).decode())
            self.send_response(200)
            self.end_headers()

        def log_message(self, *arguments):
            pass

    server = HTTPServer(("127.0.0.1", 0), Handler)
    Thread(target=server.serve_forever).start()
    yield server, reports
    server.shutdown()
    server.server_close()


@pytest.mark.slow
@pytest.mark.skipif(not importlib.util.find_spec("sentry_sdk"), reason="no extra ops")
def test_a_report_says_what_failed_and_where_and_nothing_of_who_asked(tmp_path, collector):
    server, reports = collector
    dsn = f"http://key@127.0.0.1:{server.server_port}/1"

    env = environment(tmp_path, SENTRY_DSN=dsn)
    manage(env, "migrate", "--verbosity", "0")

    number = manage(env, "shell", "--verbosity", "0", "--command", FAIL)

    [report] = reports
    assert MARKER not in report
    event = json.loads(report.splitlines()[-1])
    [error] = event["exception"]["values"]
    assert (error["type"], error["value"]) == ("ValueError", "")
    assert error["stacktrace"]["frames"][-1]["function"] == "fails"
    assert event["tags"] == {"request": number}

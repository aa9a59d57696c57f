import socket
import sys

import pytest
from django.conf import settings

from tests.config.operations.servers import environment, free_port, running

pytestmark = pytest.mark.slow

MARKER = "secret-marker"


def send(port, line, *headers):
    """Send what no browser would, and read what comes back."""
    head = "\r\n".join([line, "Host: localhost", *headers, "", ""])
    with socket.create_connection(("127.0.0.1", port), timeout=60) as connection:
        connection.sendall(head.encode())
        return connection.recv(4096).decode()


@pytest.fixture
def port():
    return free_port()


@pytest.fixture
def log(tmp_path, port):
    env = environment(tmp_path, BIND=f"127.0.0.1:{port}", LOG_LEVEL="DEBUG", WEB_CONCURRENCY="1")
    gunicorn = [sys.executable, "-m", "gunicorn", "--config", "config/gunicorn.py"]
    path = tmp_path / "log"
    with (
        path.open("wb") as file,
        running(gunicorn, port=port, cwd=settings.BASE_DIR, env=env, stderr=file),
    ):
        yield path.read_text


def test_what_is_no_request_leaves_nothing_of_itself_in_the_log(log, port):
    answers = [
        send(port, f"GET /{MARKER}?{MARKER} HTTP/9.9"),
        send(port, f"GET /{MARKER} {MARKER} HTTP/1.1"),
        send(port, "GET /healthz HTTP/1.1", f"{MARKER} : a"),
        send(port, "POST /robots.txt HTTP/1.1", f"Content-Length: {MARKER}"),
        send(port, f"{MARKER} /robots.txt HTTP/1.1", "Connection: close"),
        send(port, f"GET /robots.txt?{MARKER} HTTP/1.1", "Connection: close"),
    ]

    statuses = [int(answer.split()[1]) for answer in answers]
    assert statuses[:4] == [400, 400, 400, 400]
    assert statuses[5] == 200
    assert "Invalid request" in log()
    assert MARKER not in log().lower()

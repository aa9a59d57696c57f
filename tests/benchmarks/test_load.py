"""What the benchmark measures depends on where it takes an answer to end."""

import socket
import threading
from contextlib import contextmanager

import pytest

from tests.benchmarks.pages.load import header, load

WHOLE = b'HTTP/1.1 200 OK\r\nETag: "A"\r\nContent-Length: 4\r\n\r\nabcd'
CHUNKED = b"HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n4\r\nabcd\r\n0\r\n\r\n"
UNCHANGED = b"HTTP/1.1 304 Not Modified\r\nContent-Length: 0\r\n\r\n"


@contextmanager
def answering(answer: bytes, pieces: int):
    """A server that sends this to whoever asks, in pieces that come one by one."""
    with socket.create_server(("127.0.0.1", 0)) as server:
        size = len(answer) // pieces + 1

        def serve():
            connection, _address = server.accept()
            with connection:
                connection.setsockopt(socket.IPPROTO_TCP, socket.TCP_NODELAY, 1)
                while connection.recv(1 << 16):
                    for start in range(0, len(answer), size):
                        connection.sendall(answer[start : start + size])

        thread = threading.Thread(target=serve)
        thread.start()
        yield server.getsockname()[1]
        thread.join()


@pytest.mark.parametrize("pieces", [1, 3, 40])
@pytest.mark.parametrize(
    ("answer", "status"),
    [(WHOLE, 200), (CHUNKED, 200), (UNCHANGED, 304)],
    ids=["of a length", "in chunks", "without a body"],
)
def test_an_answer_is_read_to_its_end(answer, status, pieces):
    with answering(answer, pieces) as port:
        loaded = load(port, "/", seconds=0.02, connections=1)

    assert loaded.statuses == {status}
    assert len(loaded.times) > 1
    assert loaded.lost == 0


def test_a_header_is_found_whatever_its_case():
    assert header(WHOLE.partition(b"\r\n\r\n")[0].decode(), "etag") == '"A"'

"""A bounded load: a few connections that are kept, each with one request at a time."""

import selectors
import socket
import time
from dataclasses import dataclass, field

LAST_CHUNK = b"0\r\n\r\n"
# So many seconds without any answer, and no more are waited for.
PATIENCE = 60


@dataclass
class Loaded:
    """What came of a load."""

    seconds: float = 0
    times: list[float] = field(default_factory=list)
    statuses: set[int] = field(default_factory=set)
    # How many requests nobody answered.
    lost: int = 0
    # The head of the last answer.
    head: str = ""

    @property
    def rate(self) -> float:
        return len(self.times) / self.seconds

    def add(self, connection: "Connection") -> None:
        """Count an answer that is whole."""
        self.times.append(time.perf_counter() - connection.begun)
        self.statuses.add(int(connection.head[9:12]))
        self.head = connection.head.decode("latin-1")


class Connection:
    """Sends one request at a time, and takes its answer as it comes."""

    def __init__(self, port: int, request: bytes):
        self.socket = socket.create_connection(("127.0.0.1", port), timeout=120)
        self.socket.setsockopt(socket.IPPROTO_TCP, socket.TCP_NODELAY, 1)
        self.request = request

    def ask(self) -> None:
        self.begun, self.head, self.tail, self.missing = time.perf_counter(), b"", b"", None
        self.socket.sendall(self.request)

    def read(self) -> bool:
        """Take what has come; whether the answer is whole."""
        part = self.socket.recv(1 << 18)
        if not part:
            raise ConnectionError("the server closed the connection")
        if self.missing is None:
            part = self._read_head(part)
            if part is None:
                return False
        self.tail = (self.tail + part)[-len(LAST_CHUNK) :]
        if self.is_chunked:
            return self.tail == LAST_CHUNK
        self.missing -= len(part)
        return self.missing <= 0

    def _read_head(self, part: bytes) -> bytes | None:
        """What follows the head of the answer, as soon as that is whole."""
        self.head += part
        head, end, rest = self.head.partition(b"\r\n\r\n")
        if not end:
            return None
        self.head, known = head, head.lower()
        self.is_chunked = b"\r\ntransfer-encoding: chunked" in known
        _before, _name, length = known.partition(b"\r\ncontent-length: ")
        self.missing = int(length.split(b"\r\n")[0]) if length else 0
        return rest


def load(port: int, path: str, *, seconds: float, connections: int, **headers: str) -> Loaded:
    """Ask for one page, again and again, for so many seconds; each connection at least once."""
    loaded, selector = Loaded(), selectors.DefaultSelector()
    begun = time.perf_counter()
    for _ in range(connections):
        connection = Connection(port, _request(path, headers))
        selector.register(connection.socket, selectors.EVENT_READ, connection)
        connection.ask()
    while ready := selector.get_map() and selector.select(PATIENCE):
        for connection in (key.data for key, _events in ready if key.data.read()):
            loaded.add(connection)
            if time.perf_counter() - begun < seconds:
                connection.ask()
            else:
                selector.unregister(connection.socket)
                connection.socket.close()
    loaded.seconds = time.perf_counter() - begun
    loaded.lost = len(selector.get_map())
    selector.close()
    return loaded


def _request(path: str, headers: dict[str, str]) -> bytes:
    lines = [f"GET {path} HTTP/1.1", "Host: localhost", "Accept: text/html,*/*;q=0.8"]
    lines += [f"{name.replace('_', '-')}: {value}" for name, value in headers.items() if value]
    return "\r\n".join([*lines, "", ""]).encode()


def header(head: str, name: str) -> str:
    """A header of an answer; empty if it has none."""
    for line in head.split("\r\n")[1:]:
        key, _colon, value = line.partition(":")
        if key.lower() == name:
            return value.strip()
    return ""

"""The load: connections that each send a request, wait for its answer and send the next, for so many seconds.

A process of its own: `python -m benchmarks.driving` reads a JSON order from standard input, writes a JSON tally.
Plain sockets and epoll: the load must cost less than what it measures.
"""

import json
import select
import socket
import sys
from base64 import b64decode, b64encode
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, field
from itertools import cycle, islice
from time import perf_counter_ns

CHUNK = 262_144
SHOWN = 500
PATIENCE_SECONDS = 120


@dataclass(frozen=True, slots=True)
class Order:
    """What to do: where to, which requests in turn beginning with which, over how many connections, how long.

    With `count`, so many requests are sent however long that takes.
    """

    port: int
    requests: Sequence[bytes]
    connections: int
    seconds: float = 0.0
    count: int = 0
    first: int = 0

    def written(self) -> str:
        return json.dumps(
            {"port": self.port, "connections": self.connections, "seconds": self.seconds, "count": self.count}
            | {"first": self.first, "requests": [b64encode(each).decode() for each in self.requests]}
        )


def read(text: str) -> Order:
    """Read an order."""
    given = json.loads(text)
    return Order(**given | {"requests": [b64decode(each) for each in given["requests"]]})


@dataclass(slots=True)
class Tally:
    """What came of it: microseconds from request to answer, one each, and how long all took."""

    latencies: list[int] = field(default_factory=list)
    seconds: float = 0.0


class Connection:
    """One connection: at most one request is under way on it."""

    def __init__(self, port: int) -> None:
        self.socket = socket.create_connection(("127.0.0.1", port), timeout=PATIENCE_SECONDS)
        self.socket.setsockopt(socket.IPPROTO_TCP, socket.TCP_NODELAY, 1)
        self._answer = bytearray()
        self._length = 0
        self._sent = 0

    def send(self, request: bytes) -> None:
        self._answer.clear()
        self._length = 0
        self._sent = perf_counter_ns()
        self.socket.sendall(request)

    def receive(self) -> int | None:
        """Take what has come; the microseconds since the request when the answer is whole."""
        chunk = self.socket.recv(CHUNK)
        if not chunk:
            raise ConnectionError(f"the server hung up: {bytes(self._answer[:SHOWN])!r}")
        self._answer += chunk
        if not self._length:
            self._length = whole_length(self._answer)
        if not self._length or len(self._answer) < self._length:
            return None
        if not self._answer.startswith(b"HTTP/1.1 200"):
            raise ConnectionError(f"not an answer: {bytes(self._answer[:SHOWN])!r}")
        return (perf_counter_ns() - self._sent) // 1000

    @property
    def body(self) -> bytes:
        """The body of the last whole answer."""
        return bytes(self._answer).partition(b"\r\n\r\n")[2]


def whole_length(answer: bytearray) -> int:
    """Return the length of head and body together; 0 while the head is not whole."""
    end = answer.find(b"\r\n\r\n")
    if end < 0:
        return 0
    head = bytes(answer[:end]).lower()
    _, _, rest = head.partition(b"content-length:")
    return end + 4 + int(rest.partition(b"\r\n")[0])


def drive(order: Order, keep: Callable[[bytes], object] | None = None) -> Tally:
    """Send requests until the time is over or the count is full, and wait for the last answers; `keep` sees bodies."""
    turn = to_send(order)
    poll = select.epoll()
    connections = {each.socket.fileno(): each for each in (Connection(order.port) for _ in range(order.connections))}
    tally = Tally()
    start = perf_counter_ns()
    until = start + int(order.seconds * 1e9) if order.seconds else None
    busy = 0
    for number, connection in connections.items():
        poll.register(number, select.EPOLLIN)
        if (request := next(turn, None)) is not None:
            connection.send(request)
            busy += 1
    while busy:
        for number, _ in poll.poll(PATIENCE_SECONDS) or silence():
            connection = connections[number]
            taken = connection.receive()
            if taken is None:
                continue
            tally.latencies.append(taken)
            if keep:
                keep(connection.body)
            busy -= 1
            if (until is None or perf_counter_ns() < until) and (request := next(turn, None)) is not None:
                connection.send(request)
                busy += 1
            else:
                poll.unregister(number)  # from now on the server may hang up as it likes
    tally.seconds = (perf_counter_ns() - start) / 1e9
    for connection in connections.values():
        connection.socket.close()
    return tally


def to_send(order: Order) -> Iterator[bytes]:
    """The requests in turn, for ever or as many as are wanted."""
    start = order.first % len(order.requests)
    return islice(cycle([*order.requests[start:], *order.requests[:start]]), order.count or None)


def silence() -> list[tuple[int, int]]:
    """Nothing came for too long."""
    raise TimeoutError(f"no answer within {PATIENCE_SECONDS} seconds")


if __name__ == "__main__":
    done = drive(read(sys.stdin.read()))
    json.dump({"latencies": done.latencies, "seconds": done.seconds}, sys.stdout)

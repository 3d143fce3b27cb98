"""A real server for tests: an application enters, the address at which it is served leaves."""

import threading
import time
from collections.abc import Iterator
from contextlib import contextmanager

import uvicorn
from starlette.types import ASGIApp
from uvicorn.protocols.http.httptools_impl import HttpToolsProtocol

from api.commands.connections import Connection

PATIENCE = 10.0
"""Seconds for starting and for stopping; they pass only when something is wrong."""


@contextmanager
def served(application: ASGIApp, protocol: type[HttpToolsProtocol] = Connection) -> Iterator[str]:
    """Serve an application on a free port of this machine, from a thread of its own; give its address."""
    config = uvicorn.Config(
        application, port=0, log_level="warning", loop="uvloop", http=protocol, ws="websockets-sansio", access_log=False
    )
    server = uvicorn.Server(config)
    thread = threading.Thread(target=server.run, daemon=True)
    thread.start()
    deadline = time.monotonic() + PATIENCE
    while not server.started:
        assert thread.is_alive(), "the server did not start"
        assert time.monotonic() < deadline, f"the server took over {PATIENCE:.0f} seconds to start"
        time.sleep(0.02)
    yield f"http://127.0.0.1:{server.servers[0].sockets[0].getsockname()[1]}"
    server.should_exit = True
    thread.join(PATIENCE)

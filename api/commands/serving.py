"""`parley serve`: makes the database ready where it is ours, says where to look, and serves until told to stop."""

import signal
import socket
import sys
from contextlib import ExitStack, suppress
from typing import TYPE_CHECKING, Annotated

import typer

from api.commands.speaking import note
from api.errors import DatabaseUnavailable, ReloadBusy, StartupError

if TYPE_CHECKING:
    from sqlalchemy import Engine

    from api.settings import Settings

BACKLOG = 2048
GRACE_SECONDS = 10
"""How long a stopping server waits for answers being written."""


def serve(
    host: Annotated[str | None, typer.Option(help="The address to listen on [PARLEY_HOST, else 127.0.0.1].")] = None,
    port: Annotated[
        int | None, typer.Option(min=0, max=65535, help="The port; 0 picks a free one [PARLEY_PORT, else 8000].")
    ] = None,
    workers: Annotated[
        int | None, typer.Option(min=1, help="How many processes share the port [PARLEY_WORKERS, else 1].")
    ] = None,
    access_log: Annotated[bool, typer.Option(help="Write a line for each request to standard error.")] = False,
) -> None:
    """Serve the API. An SQLite file is made, upgraded and, while empty, filled with the bundled corpus first."""
    from api import settings

    given = {"host": host, "port": port, "workers": workers}
    chosen = settings.read().model_copy(update={name: each for name, each in given.items() if each is not None})
    with bound(chosen.host, chosen.port) as listener:
        prepare(chosen)
        listener.listen(BACKLOG)
        announce(chosen.host, listener.getsockname()[1])
        signal.signal(signal.SIGTERM, lambda *_: sys.exit(0))  # heard once serving is over: stopping is no failure
        run(chosen, listener, access_log=access_log)


def bound(host: str, port: int) -> socket.socket:
    """Take the port before anything else; `StartupError` says why it cannot be had."""
    try:
        family, kind, protocol, _, address = socket.getaddrinfo(host, port, type=socket.SOCK_STREAM)[0]
        with ExitStack() as unless_bound:
            listener = unless_bound.enter_context(socket.socket(family, kind, protocol))
            listener.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
            listener.bind(address)
            unless_bound.pop_all()
    except PermissionError as fault:
        raise StartupError(f"port {port} is not for everybody to take; --port 8000 needs no privilege") from fault
    except socket.gaierror as fault:
        raise StartupError(f"there is no address {host} here; --host 127.0.0.1 is this machine alone") from fault
    except OSError as fault:
        raise StartupError(f"cannot listen on {host}:{port} ({fault.strerror}); --port chooses another port") from fault
    return listener


def prepare(chosen: "Settings") -> None:
    """Make a database of ours ready to answer; of a server's, say what its keeper has to run (`DatabaseOutdated`)."""
    from api.database import migrating, opened
    from api.database.owning import owned

    with opened(chosen.database_url, chosen) as reader:
        if not owned(reader):
            migrating.check(reader)
            return
        if not current(reader):
            with opened(chosen.database_url, chosen, writes=True) as writer:
                _, version = migrating.upgrade(writer)
            note(f"the tables are at {version} now")
        if empty(reader):
            note("the dataset is empty: loading the bundled corpus")
            fill(chosen)


def current(engine: "Engine") -> bool:
    """Tell whether the tables are there, and of this version: then there is nothing to write."""
    from api.database import migrating

    try:
        return migrating.current(engine) == migrating.newest()
    except DatabaseUnavailable:
        return False  # a file that is not there yet; any other reason is told when it is opened to write


def empty(engine: "Engine") -> bool:
    """Tell whether nothing was ever loaded."""
    from sqlalchemy import select

    from api.models import Dataset

    with engine.connect() as connection:
        return connection.scalar(select(Dataset.revision)) == 0


def fill(chosen: "Settings") -> None:
    """Load the bundled corpus, unless another process is just doing so."""
    from api.database import opened
    from seeds.loading.reloading import reload

    try:
        with opened(chosen.database_url, chosen, writes=True) as writer:
            reload(writer, None)
    except ReloadBusy:
        note("another process is loading the dataset")


def announce(host: str, port: int) -> None:
    """Say where to look."""
    shown = {"0.0.0.0": "127.0.0.1", "::": "[::1]"}.get(host, f"[{host}]" if ":" in host else host)  # noqa: S104
    root = f"http://{shown}:{port}"
    note(
        f"Parley is served at\n  {root}/         to begin\n  {root}/graphql  to ask\n  {root}/docs     for the REST API"
    )


def run(chosen: "Settings", listener: socket.socket, *, access_log: bool) -> None:
    """Serve on a socket that listens, by one process or several, until a signal comes."""
    import uvicorn
    from uvicorn.supervisors import Multiprocess

    from api.commands.connections import Connection
    from api.commands.logs import configuration

    config = uvicorn.Config(
        "api.app:from_environment",
        factory=True,
        workers=chosen.workers,
        loop="uvloop",
        http=Connection,
        ws="websockets-sansio",
        ws_max_size=chosen.body_limit,
        backlog=BACKLOG,
        access_log=access_log,
        log_config=configuration(terminal=sys.stderr.isatty()),
        server_header=False,
        timeout_graceful_shutdown=GRACE_SECONDS,
        timeout_worker_healthcheck=30,
    )
    with suppress(KeyboardInterrupt):  # raised anew when all is closed, unless that came about while it was
        if chosen.workers > 1:
            Multiprocess(config, [listener]).run()
        else:
            uvicorn.Server(config).run([listener])
    note("stopped")

"""The same glance at a PostgreSQL server, by its driver alone, which is an extra: ImportError where it is not there."""

from contextlib import suppress
from typing import Final

import psycopg

from seeds.loading.holders import HOLDER, LOCK, busy, keep, on_server, reloader

_SECONDS: Final = 2
_SCHEMES: Final = ("postgresql", "postgres", "postgresql+psycopg")
_Holder = tuple[str, int]


def glance_at_server(url: str) -> None:
    """Raise ReloadBusy where another reload runs on the database of that address; anything else is let pass."""
    scheme, _, rest = url.partition(":")
    if scheme not in _SCHEMES:
        return
    holder = None
    with suppress(psycopg.Error):
        holder = _take(psycopg.connect(f"postgresql:{rest}", connect_timeout=_SECONDS))
    if holder is not None:
        raise busy(on_server(*holder))


def _take(connection: psycopg.Connection) -> _Holder | None:
    """Take the lock and keep it, or tell who has it.

    It is a transaction's, not a session's: behind a pool that shares sessions, nobody could give the latter back.
    """
    connection.execute("SELECT set_config('application_name', %s, true)", (reloader(),))
    if connection.execute("SELECT pg_try_advisory_xact_lock(%s)", (LOCK,)).fetchone() == (True,):
        keep(lambda: _give_back(connection))
        return None
    with connection:
        found: _Holder | None = connection.execute(HOLDER).fetchone()
        return found


def _give_back(connection: psycopg.Connection) -> None:
    """End the transaction in so many words: a server notices only a while later that a session is closed."""
    with suppress(psycopg.Error), connection:
        connection.rollback()

"""The same glance at a PostgreSQL server, by its driver alone, which is an extra: ImportError where it is not there."""

from contextlib import suppress
from typing import Final

import psycopg

from seeds.loading.holders import HOLDER, busy, on_server

_SECONDS: Final = 2
_SCHEMES: Final = ("postgresql", "postgres", "postgresql+psycopg")


def glance_at_server(url: str) -> None:
    """Raise ReloadBusy where another reload runs on the database of that address; anything else is let pass."""
    scheme, _, rest = url.partition(":")
    if scheme not in _SCHEMES:
        return
    found = None
    with suppress(psycopg.Error), psycopg.connect(f"postgresql:{rest}", connect_timeout=_SECONDS) as connection:
        found = connection.execute(HOLDER).fetchone()
    if found is not None:
        raise busy(on_server(*found))

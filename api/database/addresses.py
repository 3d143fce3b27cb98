"""Database addresses: what a person writes in, what the driver is given out. No message repeats a password."""

from pathlib import Path
from urllib.parse import quote, urlsplit, urlunsplit

from sqlalchemy import URL, make_url
from sqlalchemy.exc import ArgumentError

from api.errors import SettingsInvalid

FORMS = "write sqlite:///parley.db (relative), sqlite:////srv/parley.db (absolute) or postgresql://user@host/name"
POSTGRESQL = ("postgresql", "postgres", "postgresql+psycopg")


def parse(text: str) -> URL:
    """Read an address; `SettingsInvalid` when it names neither an SQLite file nor a PostgreSQL database."""
    scheme = text.partition(":")[0]
    try:
        if scheme in POSTGRESQL:
            return make_url(spread_hosts(text)).set(drivername="postgresql+psycopg")
        if scheme == "sqlite":
            return whole_path(make_url(text))
    except (ArgumentError, ValueError) as fault:
        raise SettingsInvalid(f"a database address that cannot be read ({scheme}:…): {FORMS}") from fault
    named = f"{scheme}:…" if ":" in text else "no scheme"
    raise SettingsInvalid(f"a database address of a kind Parley does not know ({named}): {FORMS}")


def whole_path(url: URL) -> URL:
    """Make an SQLite file's path absolute, so that a later change of folder does not change the database."""
    if url.host or url.query:
        raise SettingsInvalid(f"an SQLite address is three slashes and a path, without host or options: {FORMS}")
    if not url.database or url.database == ":memory:":
        raise SettingsInvalid(f"a database in memory would not outlive its connection; name a file: {FORMS}")
    return url.set(database=str(Path(url.database).absolute()))


def existing(url: URL) -> URL:
    """Ask SQLite to open the file only if it is there, where it would otherwise create an empty one."""
    return url.set(database=f"file:{quote(url.database or '')}", query={"mode": "rw", "uri": "true"})


def spread_hosts(text: str) -> str:
    """Rewrite libpq's `//user@one:5432,two:5432/name` as SQLAlchemy's `//user@/name?host=one:5432&host=two:5432`."""
    parts = urlsplit(text)
    user, at, hosts = parts.netloc.rpartition("@")
    if "," not in hosts:
        return text
    spread = "&".join(f"host={host}" for host in hosts.split(","))
    query = f"{spread}&{parts.query}" if parts.query else spread
    return urlunsplit(parts._replace(netloc=user + at, query=query))

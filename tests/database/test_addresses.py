"""Addresses: every form a person may write, and what a slip is answered."""

from pathlib import Path

import pytest
from sqlalchemy.dialects.postgresql.psycopg import PGDialect_psycopg

from api.database.addresses import existing, parse
from api.errors import SettingsInvalid


def test_a_relative_file_is_found_from_where_the_process_started(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    assert parse("sqlite:///parley.db").database == str(tmp_path / "parley.db")
    assert parse("sqlite:////srv/parley.db").database == "/srv/parley.db"


@pytest.mark.parametrize("scheme", ["postgresql", "postgres", "postgresql+psycopg"])
def test_every_spelling_of_postgresql_means_psycopg(scheme: str) -> None:
    url = parse(f"{scheme}://parley@db.example:6432/content")
    assert url.drivername == "postgresql+psycopg"
    assert (url.username, url.host, url.port, url.database) == ("parley", "db.example", 6432, "content")


def test_several_hosts_are_given_to_libpq_to_choose_from() -> None:
    url = parse("postgresql://parley:pw@one:5432,two:5433/content?target_session_attrs=prefer-standby")
    _, given = PGDialect_psycopg().create_connect_args(url)  # type: ignore[no-untyped-call]  # the dialect is untyped
    assert given == {
        "user": "parley",
        "password": "pw",
        "dbname": "content",
        "host": "one,two",
        "port": "5432,5433",
        "target_session_attrs": "prefer-standby",
    }


def test_a_file_name_with_signs_of_a_url_stays_one_name() -> None:
    assert existing(parse("sqlite:////srv/a b#c.db")).database == "file:/srv/a%20b%23c.db"


@pytest.mark.parametrize(
    ("address", "says"),
    [
        ("parley.db", "no scheme"),
        ("", "no scheme"),
        ("mysql://root:hunter2@db/parley", "mysql:…"),
        ("sqlite:parley.db", "cannot be read"),
        ("sqlite://parley.db", "three slashes"),
        ("sqlite:///parley.db?mode=ro", "options"),
        ("sqlite://", "memory"),
        ("sqlite:///:memory:", "memory"),
        ("postgresql://u:hunter2@db:port/parley", "cannot be read"),
    ],
)
def test_an_address_that_cannot_be_used_is_refused_without_its_password(address: str, says: str) -> None:
    with pytest.raises(SettingsInvalid, match=says) as caught:
        parse(address)
    assert "sqlite:///parley.db" in caught.value.message
    assert "hunter2" not in caught.value.message

"""Accounts and hashtags as nodes: they come with their first use and go with their last.

An account's handle is written as the seeds describe it, else as they write it of an author (the first spelling by code
points), else as most mentions spell it. Only the first two, and the name displayed, are content of its own.
"""

from collections.abc import Iterable, Iterator, Sequence
from hashlib import sha256

import orjson
from sqlalchemy import Connection, select

from api.models import identify
from seeds.loading.handles import account_key
from seeds.loading.staging import Node, Staging, in_batches
from seeds.loading.stored import BATCH, TABLES, present
from seeds.loading.tables import row
from seeds.records import Account


def stage_tags(connection: Connection, staging: Staging) -> None:
    """Stage the hashtags that are used for the first time."""
    for batch in in_batches(staging.named("Hashtag"), BATCH):
        known = present(connection, "Hashtag", [number for number, _ in batch])
        staging.stage(Node("Hashtag", number, key, "ADDED") for number, key in batch if number not in known)


def stage_accounts(connection: Connection, staging: Staging, described: Iterable[Account]) -> None:
    """Stage the accounts that are new, and those of which the seeds say something else than before."""
    by_key = {account_key(account.handle): account for account in described}
    staging.name("Account", ((identify("Account", key), key) for key in by_key))
    staging.describe((identify("Account", key), key, account.handle) for key, account in by_key.items())
    for batch in in_batches(staging.named("Account"), BATCH):
        known = present(connection, "Account", [number for number, _ in batch])
        handles = staging.spellings([key for _, key in batch])
        for number, key in batch:
            if number not in known:
                name = by_key[key].display_name if key in by_key else None
                handle = handles.get(key, key)
                rows = _rows(number, key, handle, name)
                staging.stage([Node("Account", number, key, "ADDED", digest=_digest(handle, name), rows=rows)])
    for keys in in_batches(_to_compare(connection, staging), BATCH):
        staging.stage(_changed(connection, staging, by_key, keys))


def _rows(number: int, key: str, handle: str, name: str | None) -> bytes:
    own = row("accounts", id=number, handle=handle, handle_folded=key, display_name=name, mention_count=0)
    return orjson.dumps({"accounts": [own]})


def _digest(handle: str, name: str | None) -> str:
    """What an account says of itself; one that says nothing follows from the posts that use it."""
    return "" if name is None else sha256(orjson.dumps([handle, name])).hexdigest()


def _to_compare(connection: Connection, staging: Staging) -> Iterator[str]:
    """The accounts of which the seeds say something now, or did before."""
    accounts = TABLES["accounts"]
    yield from staging.spelt()
    for key in connection.scalars(select(accounts.c.handle_folded).where(accounts.c.display_name.is_not(None))):
        if not staging.spellings([key]):
            yield key


def _changed(
    connection: Connection, staging: Staging, by_key: dict[str, Account], keys: Sequence[str]
) -> Iterator[Node]:
    accounts = TABLES["accounts"]
    spellings = staging.spellings(keys)
    for number, handle, key, name, _ in connection.execute(
        select(accounts).where(accounts.c.handle_folded.in_(keys))
    ).all():
        described = by_key.get(key)
        wanted = spellings.get(key, handle)
        wanted_name = described.display_name if described else None
        pairs = {"handle": (handle, wanted), "displayName": (name, wanted_name)}
        fields = [field for field, (before, after) in pairs.items() if before != after]
        if fields:
            yield Node(
                "Account",
                number,
                key,
                "CHANGED",
                orjson.dumps(fields).decode(),
                _digest(handle, name),
                _digest(wanted, wanted_name),
                _rows(number, key, wanted, wanted_name),
            )

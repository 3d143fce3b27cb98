"""Accounts and hashtags as nodes: they come with their first use and go with their last.

An account's handle is written as the seeds describe it, else as they write it of an author (the first spelling by code
points), else as most mentions spell it. Only the first two, and the name displayed, are content of its own.
"""

from collections.abc import Iterator, Sequence
from hashlib import sha256

import orjson
from sqlalchemy import Connection, select

from api.models import identify
from seeds.loading.batches import in_batches
from seeds.loading.rooms import Staging
from seeds.loading.spellings import Spellings
from seeds.loading.staged_nodes import Node
from seeds.loading.stored import BATCH, TABLES, present
from seeds.loading.tables import row

Names = dict[str, str | None]
"""The names displayed of the accounts that seeds describe, by key."""


def stage_tags(connection: Connection, staging: Staging) -> None:
    """Stage the hashtags that are used for the first time."""
    for batch in in_batches(staging.names.used("Hashtag"), BATCH):
        known = present(connection, "Hashtag", [number for number, _ in batch])
        staging.nodes.stage(Node("Hashtag", number, key, "ADDED") for number, key in batch if number not in known)


def stage_new_accounts(connection: Connection, staging: Staging, names: Names, spellings: Spellings) -> None:
    """Stage the accounts that the seeds use or describe for the first time."""
    staging.names.use("Account", ((identify("Account", key), key) for key in names))
    for batch in in_batches(staging.names.used("Account"), BATCH):
        known = present(connection, "Account", [number for number, _ in batch])
        new = [(number, key) for number, key in batch if number not in known]
        staging.nodes.stage(_added(number, key, spellings.of(key) or key, names.get(key)) for number, key in new)


def stage_changed_accounts(connection: Connection, staging: Staging, names: Names, spellings: Spellings) -> None:
    """Stage the accounts that stay, and of which the seeds say something else than before."""
    for keys in in_batches(_to_compare(connection, names, spellings), BATCH):
        changed = list(_changed(connection, names, spellings, keys))
        staged = staging.nodes.staged("Account", [node.id for node in changed])
        staging.nodes.stage(node for node in changed if node.id not in staged)


def _added(number: int, key: str, handle: str, name: str | None) -> Node:
    rows = _rows(number, key, handle, name)
    return Node("Account", number, key, "ADDED", digest=account_digest(handle, name), rows=rows)


def _rows(number: int, key: str, handle: str, name: str | None) -> bytes:
    own = row("accounts", id=number, handle=handle, handle_folded=key, display_name=name, mention_count=0)
    return orjson.dumps({"accounts": [own]})


def account_digest(handle: str, name: str | None) -> str:
    """What an account says of itself; one that says nothing follows from the posts that use it."""
    return "" if name is None else sha256(orjson.dumps([handle, name])).hexdigest()


def _to_compare(connection: Connection, names: Names, spellings: Spellings) -> Iterator[str]:
    """The accounts of which the seeds say something now, or did before."""
    accounts = TABLES["accounts"]
    named = connection.scalars(select(accounts.c.handle_folded).where(accounts.c.display_name.is_not(None)))
    yield from sorted({*names, *spellings.differing, *named})


def _changed(connection: Connection, names: Names, spellings: Spellings, keys: Sequence[str]) -> Iterator[Node]:
    accounts = TABLES["accounts"]
    columns = (accounts.c.id, accounts.c.handle_folded, accounts.c.handle, accounts.c.display_name)
    for number, key, handle, name in connection.execute(select(*columns).where(accounts.c.handle_folded.in_(keys))):
        new_handle, new_name = spellings.of(key) or handle, names.get(key)
        fields = [
            field for field, old, new in (("handle", handle, new_handle), ("displayName", name, new_name)) if old != new
        ]
        if fields:
            listed, rows = orjson.dumps(fields).decode(), _rows(number, key, new_handle, new_name)
            digests = account_digest(handle, name), account_digest(new_handle, new_name)
            yield Node("Account", number, key, "CHANGED", listed, *digests, rows=rows)

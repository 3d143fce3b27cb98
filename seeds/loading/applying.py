"""Writing a plan: the staged rows of added and changed nodes enter the tables, removed ones leave them."""

from collections.abc import Iterable, Iterator
from typing import Any

import orjson
from sqlalchemy import Connection, Table, bindparam, delete, select, update

from api.models import identify
from seeds.loading import temporary as temp
from seeds.loading.comparing import kept, loaded
from seeds.loading.counting import count_touched
from seeds.loading.dialects import bulk_insert
from seeds.loading.retiring import fill
from seeds.loading.settling import settle
from seeds.loading.staging import Action, Node, Staging, in_batches
from seeds.loading.stored import TABLES, table_of
from seeds.loading.tables import CHILD_TABLES, COLUMNS, NODE_TABLES, Bundle

_BATCH = 500
_KEPT = {"Thread": {"visible"}, "Place": {"post_count"}, "Source": set[str]()}
"""What an update of a row leaves alone: it is counted, not read."""


def apply(connection: Connection, staging: Staging) -> None:
    """Write all staged nodes and what is derived from them."""
    _touch(connection, staging)
    count_touched(connection, -1)
    _add_names(connection, staging)
    for kind in ("Place", "Source", "Thread"):
        _change(connection, staging, kind)
        _insert(connection, kind, staging.nodes(kind, "ADDED"))
    _place_children(connection, staging)
    connection.execute(delete(TABLES["posts"]).where(TABLES["posts"].c.id.in_(select(temp.gone_posts.c.id))))
    _insert(connection, "Post", staging.nodes("Post", "ADDED", "CHANGED"))
    for kind in ("Thread", "Source"):
        _remove(connection, kind, staging)
    _remove_places(connection, staging)
    for kind in ("Hashtag", "Account"):
        _remove(connection, kind, staging)
    count_touched(connection, 1)
    settle(connection)

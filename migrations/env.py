"""Runs migrations over the connection that the caller hands in, one transaction for all steps."""

from typing import Any, Literal

import sqlalchemy as sa
from alembic import context
from alembic.autogenerate.api import AutogenContext
from sqlalchemy import Connection

from api.models import Base


def render_item(kind: str, item: Any, autogen: AutogenContext) -> str | Literal[False]:
    """Write our two column types by name; Alembic renders whatever this answers False to."""
    if kind != "type":
        return False
    name = {"TEXT": "Text", "BIGINT": "Number"}.get(str(item.compile()))
    if name is None or not isinstance(item, sa.Text | sa.BigInteger):
        return False
    autogen.imports.add("from migrations.columns import Number, Text")
    return name


def include_name(name: str | None, kind: str, _parents: object) -> bool:
    """Leave out what models do not show: the indexes of words, with the tables and columns that they are made of."""
    if kind == "table":
        return name is None or not name.startswith(("post_index", "name_index"))
    return name is None or not name.endswith("lexemes")


def run(connection: Connection) -> None:
    """Run the steps Alembic was asked for."""
    context.configure(
        connection=connection,
        target_metadata=Base.metadata,
        compare_type=True,
        compare_server_default=True,
        render_item=render_item,
        include_name=include_name,
        render_as_batch=False,
    )
    with context.begin_transaction():
        context.run_migrations()


given = context.config.attributes.get("connection")
if given is None:
    message = "migrations run through `parley db upgrade`, which knows the database and how to connect"
    raise SystemExit(message)
run(given)

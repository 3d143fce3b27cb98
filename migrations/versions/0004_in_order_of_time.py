"""Posts, and what shares their place in the timeline, lie in its order: a page of posts reads pages that are neighbours.

Every row is copied once. On SQLite that is the only way to give a table another key; on PostgreSQL it moves the rows.
"""

import re

import sqlalchemy as sa
from alembic import op

revision = "0004"
down_revision = "0003"
branch_labels = None
depends_on = None

SHARED = {"post_hashtags": "hashtag_id", "place_mentions": "place_id", "account_mentions": "account_id"}
"""Tables whose rows repeat the order of their post, and what each row leads to."""
TIMELINE = "newest_first, reading_order, id"
IN_TIME, BY_POST = "newest_first, post_id, ordinal", "post_id, ordinal"


def upgrade() -> None:
    for name, other in SHARED.items():  # first, so that posts find room where these were: SQLite maps 2 GB of a file
        give_key(name, IN_TIME)
        op.create_index(op.f(f"ix_{name}_post_id_{other}"), name, ["post_id", other], unique=False)
    if op.get_context().dialect.name == "sqlite":
        rebuild("posts", r"\bid INTEGER NOT NULL", "id BIGINT NOT NULL", TIMELINE)
    else:
        move("posts", "ix_posts_newest_first_reading_order_id")


def downgrade() -> None:
    for name, other in SHARED.items():
        op.drop_index(op.f(f"ix_{name}_post_id_{other}"), table_name=name)
        give_key(name, BY_POST)
    if op.get_context().dialect.name == "sqlite":
        rebuild("posts", r"\bid BIGINT NOT NULL", "id INTEGER NOT NULL", "id")


def give_key(name: str, columns: str) -> None:
    """Give a table another primary key, and its rows that order."""
    if op.get_context().dialect.name == "sqlite":
        rebuild(name, r"PRIMARY KEY \([^)]*\)", f"PRIMARY KEY ({columns})", columns)
        return
    op.drop_constraint(op.f(f"pk_{name}"), name, type_="primary")
    op.create_primary_key(op.f(f"pk_{name}"), name, columns.split(", "))
    move(name, f"pk_{name}")


def move(name: str, index: str) -> None:
    """Have the rows lie in the order of an index, where there are any: not every kin of PostgreSQL can do it."""
    if op.get_bind().scalar(sa.text(f"SELECT EXISTS (SELECT 1 FROM {name})")):  # noqa: S608 (a name of ours)
        op.execute(f"CLUSTER {name} USING {index}")


def rebuild(name: str, old: str, new: str, order: str) -> None:
    """Copy a table of SQLite into one that is declared a little otherwise; what refers to it goes by its name."""
    bind = op.get_bind()
    found = sa.text("SELECT sql FROM sqlite_master WHERE type = :type AND tbl_name = :name AND sql IS NOT NULL")
    indexes = bind.scalars(found, {"type": "index", "name": name}).all()
    declared: str = bind.scalars(found, {"type": "table", "name": name}).one()
    renamed, names = re.subn(rf'^CREATE TABLE "?{name}"?', f"CREATE TABLE {name}_moving", declared)
    changed, places = re.subn(old, new, renamed)
    if (names, places) != (1, 1):
        raise RuntimeError(f"the table {name} is not declared as this upgrade knows it: {declared}")
    bind.exec_driver_sql(changed)
    bind.exec_driver_sql(f"INSERT INTO {name}_moving SELECT * FROM {name} ORDER BY {order}")  # noqa: S608 (names of ours)
    bind.exec_driver_sql(f"DROP TABLE {name}")
    bind.exec_driver_sql(f"ALTER TABLE {name}_moving RENAME TO {name}")
    for index in indexes:
        bind.exec_driver_sql(index)

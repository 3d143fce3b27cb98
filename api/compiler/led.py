"""The join from a driver to the member it leads to: by its number, and in SQLite by its place in the order too.

The driver repeats what its members are ordered by. SQLite, told that both agree on it, walks the index of that order,
where the members of a page lie side by side, instead of that of numbers, where each lies somewhere else. PostgreSQL has
statistics of its own, and takes the conditions for independent: told more, it expects less and plans worse.
"""

from collections.abc import Sequence
from typing import Any

from sqlalchemy import ColumnElement
from sqlalchemy.ext.compiler import compiles
from sqlalchemy.sql.compiler import SQLCompiler

from api.compiler.draft import NUMBER, Expression, Row


class Led(ColumnElement[Any]):
    """Whether a member is the one that ``leading`` names by number; ``order``: columns that both have alike.

    It has no type: SQLAlchemy would compare a Boolean with 1, and SQLite no longer see what it may look up.
    """

    inherit_cache = False
    _traverse_internals = []  # noqa: RUF012  as SQLAlchemy spells it

    def __init__(self, row: Row, leading: Row, target: str, order: Sequence[str]) -> None:
        self.same: Expression = row["id"] == leading[target]
        # these are read inside the join alone: no derived table need carry them
        self.lying = [row.computed(name, NUMBER) == leading.computed(name, NUMBER) for name in order]


@compiles(Led)
def _by_number(element: Led, compiler: SQLCompiler, **kw: Any) -> str:
    return compiler.process(element.same, **kw)


@compiles(Led, "sqlite")
def _by_place(element: Led, compiler: SQLCompiler, **kw: Any) -> str:
    return " AND ".join(compiler.process(part, **kw) for part in (*element.lying, element.same))

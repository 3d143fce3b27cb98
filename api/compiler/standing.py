"""Where the objects of a type stand: the tables, and the prefixes of their columns, that its fields are read from.

A type without a table of its own (a span, a date) stands in the rows of others: followed from the bindings that lead
there, its columns can be looked up, and whether they can be null is known.
"""

from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass

from sqlalchemy import Table

from api.compiler.binding import Bindings, Column, FieldBinding
from api.compiler.objects import Embedded, Rows, ToOne


@dataclass(frozen=True, slots=True)
class Standing:
    """One place of a type's objects. ``perhaps``: they are there only where their columns are."""

    table: Table
    prefix: str = ""
    perhaps: bool = False


class Standings:
    """The places of every type in the bindings."""

    def __init__(self, bindings: Bindings) -> None:
        self._bindings = bindings
        self._of: defaultdict[str, dict[Standing, None]] = defaultdict(dict)
        for name, bound in bindings.types.items():
            if bound.table is not None:
                self._stand(name, Standing(bound.table))
        for bound in bindings.types.values():
            for field in bound.fields.values():
                if isinstance(field, Rows | ToOne):
                    self._stand(field.type, Standing(field.table))

    def _stand(self, name: str, at: Standing) -> None:
        """Note a place of a type, and of the types embedded in it."""
        if at in self._of[name] or name not in self._bindings.types:
            return
        self._of[name][at] = None
        for field in self._bindings.types[name].fields.values():
            if isinstance(field, Embedded):
                self._stand(field.type, Standing(at.table, at.prefix + field.prefix, at.perhaps or field.nullable))

    def faults(self, name: str, field: FieldBinding, must: bool) -> Iterator[str]:
        """Say what is wrong with the columns behind a field; ``must``: it is promised as non-null."""
        column = field.name if isinstance(field, Column) else field.key if isinstance(field, ToOne) else None
        if column is None:
            return
        for at in self._of[name]:
            found = at.table.c.get(at.prefix + column)
            if found is None:
                yield f"is bound to {at.table.name}.{at.prefix}{column}, which is no column"
            elif must and found.nullable and not at.perhaps:
                yield f"is promised as non-null, but {at.table.name}.{found.name} can be null"

"""What an operation costs, before any SQL exists: the sum over its connections of the product of the page sizes above.

A plain list weighs 3 a parent. Page sizes are checked here too, once an operation, whatever reads them later.
"""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field

from api.compiler.binding import Bindings
from api.compiler.selection import Field, Slot, SlotList, Variables
from api.errors import InvalidArgument, PageTooLarge, SelectionTooLarge

PLAIN_LIST = 3
_SIZES = ("first", "last", "size")


@dataclass(slots=True)
class Node:
    """A field that multiplies what is below it: by a page size, or by the weight of a plain list."""

    name: str
    sizes: list[tuple[str, Slot | SlotList]]
    default: int
    below: list["Node"] = field(default_factory=list)

    def cost(self, variables: Variables, page_limit: int) -> int:
        """Return the cost of one such field; raise where a page size is refused."""
        size = self.default
        for argument, slot in self.sizes:
            given = slot.read(variables)
            if not isinstance(given, int):
                continue
            if given < 0:
                raise InvalidArgument(f"`{argument}` of `{self.name}` must not be negative")
            if given > page_limit:
                raise PageTooLarge(
                    f"`{argument}` of `{self.name}` is {given}; a page holds {page_limit}", limit=page_limit
                )
            size = given
        return size * (1 + sum(node.cost(variables, page_limit) for node in self.below))


def measure(bindings: Bindings, cost_limit: int) -> Callable[[Sequence[Field]], Callable[[Mapping[str, object]], None]]:
    """Return the function that makes, of root fields, the check that each request passes."""

    def prepare(fields: Sequence[Field]) -> Callable[[Mapping[str, object]], None]:
        nodes = _nodes(fields, bindings, 0)

        def check(variables: Mapping[str, object]) -> None:
            cost = sum(node.cost(variables, bindings.page_limit) for node in nodes)
            if cost > cost_limit:
                message = (
                    f"this operation costs {cost:,}, more than {cost_limit:,}: ask for smaller pages or fewer levels"
                )
                raise SelectionTooLarge(message, limit=cost_limit, cost=cost)

        return check

    return prepare


def _nodes(fields: Sequence[Field], bindings: Bindings, level: int) -> list[Node]:
    """Return the multiplying fields of a selection, those of fields that do not multiply lifted to this level."""
    found: list[Node] = []
    for each in fields:
        sizes = [(name, slot) for name in _SIZES if (slot := each.slot(name)) is not None]
        deeper = level + (each.kind in {"connection", "list"})
        below = [node for selected in each.selections.values() for node in _nodes(selected, bindings, deeper)]
        if each.kind == "connection":
            found.append(Node(each.name, sizes, bindings.nested_page if level else bindings.default_page, below))
        elif each.kind == "list" and each.name not in {"nodes", "edges"}:
            found.append(Node(each.name, sizes, PLAIN_LIST, below))
        elif sizes:
            found.append(Node(each.name, sizes, 1, below))
        else:
            found.extend(below)
    return found

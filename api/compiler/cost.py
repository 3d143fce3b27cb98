"""What an operation costs, before any SQL exists: the sum over its connections of the product of the page sizes above.

A plain list weighs 3 a parent. Page sizes are checked here too, once an operation, whatever reads them later.
"""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field

from api.compiler.binding import Bindings
from api.compiler.selection import Field, Kind, Slot, SlotList, Variables
from api.errors import APIError, InvalidArgument, PageTooLarge, SelectionTooLarge

PLAIN_LIST = 3
_SIZES = ("first", "last", "size", "ids")
_ITEMS = frozenset({"nodes", "edges"})

Check = Callable[[Mapping[str, object]], None]
"""A request's variables in, an APIError out where the operation is refused with them."""


@dataclass(slots=True)
class Node:
    """A field that multiplies what is below it: by a page size, or by the weight of a plain list."""

    name: str
    sizes: list[tuple[str, Slot | SlotList]]
    default: int
    below: list["Node"] = field(default_factory=list)
    at: str = ""

    @property
    def varies(self) -> bool:
        """Whether the cost of one such field hangs on the request."""
        return any(slot.varies for _, slot in self.sizes) or any(node.varies for node in self.below)

    def cost(self, variables: Variables, page_limit: int) -> int:
        """Return the cost of one such field; raise where a page size is refused."""
        size = self.default
        for argument, slot in self.sizes:
            given = slot.read(variables)
            if isinstance(given, list):
                given = min(len(given), page_limit)  # a longer one is refused by who reads it
            if not isinstance(given, int):
                continue
            if given < 0:
                raise InvalidArgument(f"`{argument}` of `{self.name}` must not be negative").located(self.at)
            if given > page_limit:
                message = f"`{argument}` of `{self.name}` is {given}; a page holds {page_limit}"
                raise PageTooLarge(message, limit=page_limit).located(self.at)
            size = given
        return size * (1 + sum(node.cost(variables, page_limit) for node in self.below))


def measure(bindings: Bindings, cost_limit: int) -> Callable[[Sequence[Field]], Check]:
    """Return the function that makes, of root fields, the check that each request passes."""

    def prepare(fields: Sequence[Field]) -> Check:
        nodes = _nodes(fields, bindings, 0)

        def check(variables: Mapping[str, object]) -> None:
            costs = [node.cost(variables, bindings.page_limit) for node in nodes]
            cost = sum(costs)
            if cost > cost_limit:
                message = (
                    f"this operation costs {cost:,}, more than {cost_limit:,}: ask for smaller pages or fewer levels"
                )
                dearest = nodes[costs.index(max(costs))]
                raise SelectionTooLarge(message, limit=cost_limit, cost=cost).located(dearest.at)

        return check if any(node.varies for node in nodes) or _refuses(check) else _passes

    return prepare


def _refuses(check: Check) -> bool:
    try:
        check({})
    except APIError:
        return True
    return False


def _passes(_: Mapping[str, object]) -> None:
    """Check nothing: what hangs on no request was checked when the plan was written."""


def _nodes(fields: Sequence[Field], bindings: Bindings, level: int, within: Kind = "object") -> list[Node]:
    """Return the multiplying fields of a selection, those of fields that do not multiply lifted to this level.

    ``within`` is the kind of the field around them: a connection has been weighed before its items are met.
    """
    found: list[Node] = []
    for each in fields:
        sizes = [(name, slot) for name in _SIZES if (slot := each.slot(name)) is not None]
        deeper = level + (each.kind in {"connection", "list"})
        sets = each.selections.values()
        below = [node for selected in sets for node in _nodes(selected, bindings, deeper, each.kind)]
        if each.kind == "connection":
            default = bindings.nested_page if level else bindings.default_page
            found.append(Node(each.name, sizes, default, below, each.at))
        elif each.kind == "list" and not (within == "connection" and each.name in _ITEMS):
            found.append(Node(each.name, sizes, PLAIN_LIST, below, each.at))
        elif sizes:
            found.append(Node(each.name, sizes, 1, below, each.at))
        else:
            found.extend(below)
    return found

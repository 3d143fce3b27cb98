"""Pages of lists after the Relay specification: `PageInfo`, and the generic `Connection` and `Edge`.

`Connection[Post]` is printed as `PostConnection`; a subclass of that name gives it a description and fields of its own.
"""

from collections.abc import Sequence
from typing import Generic, TypeVar

from api.schema.promise import object_type, promised

Item = TypeVar("Item")


@object_type
class PageInfo:
    """Where a page stands in its list. Both answers are exact, whichever way you page."""

    has_next_page: bool = promised("Whether the list goes on after this page: ask again with `after: endCursor`.")
    has_previous_page: bool = promised("Whether something stands before this page: `before: startCursor`.")
    start_cursor: str | None = promised("The cursor of the page's first item; null on an empty page.")
    end_cursor: str | None = promised("The cursor of the page's last item; null on an empty page.")


@object_type
class Edge(Generic[Item]):
    """One item of a page, with the cursor that marks its place in the list."""

    cursor: str = promised(
        "The item's place in this list and order; opaque. Pass it as `after` or `before`, with the same `orderBy`."
    )
    node: Item = promised("The item itself.")


@object_type
class Connection(Generic[Item]):
    """One page of a list."""

    edges: Sequence[Edge[Item]] = promised("The page's items, each with its cursor.")
    nodes: Sequence[Item] = promised("The page's items alone: shorter to write where no cursor of each is needed.")
    page_info: PageInfo = promised("Where this page stands, and the cursors to go on with.")
    total_count: int = promised(
        "The exact number of items in the whole filtered list, never only the page. Costs nothing unless selected."
    )

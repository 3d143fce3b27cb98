"""The arguments that many fields share: pages, and the `where` and `orderBy` of each list.

They are groups to spread into a field: `posts: PostConnectionRef = promised("The posts.", **POSTS)`.
"""

from api.schema.conditions import PostWhere, ThreadWhere
from api.schema.enums import MentionRole, TimeUnit
from api.schema.ordering import PostOrder, ThreadOrder
from api.schema.promise import Argument

FIRST_PAGE = 20
NESTED_PAGE = 10
LARGEST_PAGE = 100


def forward(noun: str, size: int | None = None) -> dict[str, Argument]:
    """Return `first` and `after`; a `size` is printed as the default of `first`, else a nested page's is described."""
    described = f"How many {noun} to return, at most {LARGEST_PAGE}"
    return {
        "first": Argument(int | None, f"{described}; {NESTED_PAGE} when left out.")
        if size is None
        else Argument(int | None, f"{described}.", size),
        "after": Argument(str | None, f"Return the {noun} after this cursor, usually the last page's `endCursor`."),
    }


def listing(where: type, order: type, noun: str, size: int = NESTED_PAGE) -> dict[str, Argument]:
    """Return the arguments of a full list; `size` is what its description states as the length of a page."""
    limit = f"at most {LARGEST_PAGE}"
    return {
        "where": Argument(where | None, f"Which {noun} to keep; every condition given must hold."),
        "order_by": Argument(
            list[order] | None,  # type: ignore[valid-type]  # an annotation for Strawberry, never read as a type here
            f"How to sort the {noun}: by the first key, equal ones by the next. Further ties are always settled alike.",
        ),
        "first": Argument(
            int | None,
            f"How many {noun} to return from the start, {limit}; {size} when left out. With `last`: BAD_USER_INPUT.",
        ),
        "after": Argument(str | None, f"Only {noun} after this cursor, usually the last page's `endCursor`."),
        "last": Argument(int | None, f"How many {noun} to return from the end, {limit}. With `first`: BAD_USER_INPUT."),
        "before": Argument(str | None, f"Only {noun} before this cursor, usually the last page's `startCursor`."),
    }


def at_most(noun: str, size: int) -> dict[str, Argument]:
    """Return the `first` of a plain list without cursors."""
    return {"first": Argument(int | None, f"How many {noun} to return at most; {LARGEST_PAGE} is the limit.", size)}


POSTS = listing(PostWhere, PostOrder, "posts")
THREADS = listing(ThreadWhere, ThreadOrder, "threads")
ROLE = {
    "role": Argument(
        list[MentionRole] | None, "Only mentions in one of these roles. When left out, all roles but DEMONYM count."
    )
}
BY_TIME = {"by": Argument(TimeUnit, "The length of each bucket.")}

"""Search over everything at once: posts, threads, hashtags, places, sources and accounts."""

from typing import Annotated

import strawberry

from api.schema.accounts import Account
from api.schema.connections import Edge, PageInfo
from api.schema.enums import SearchType
from api.schema.hashtags import Hashtag
from api.schema.places import Place
from api.schema.posts import Post
from api.schema.promise import object_type, promised
from api.schema.sources import Source
from api.schema.threads import Thread
from api.schema.values import SearchMatch

SearchResult = Annotated[
    Post | Thread | Hashtag | Place | Source | Account,
    strawberry.union("SearchResult", description="What a search can find; `__typename` says which it is."),
]


@object_type
class SearchCount:
    """How much of one type a search found, in the order of the types asked for."""

    type: SearchType = promised("The type.")
    count: int = promised("The exact number of its items found, on this page or not.")


@object_type
class SearchEdge(Edge[SearchResult]):
    """One thing found, with its cursor and why it was found."""

    match: SearchMatch = promised("Why it was found.")


@object_type
class SearchConnection:
    """One page of what a search found: type by type, the best fit first, equal ones the newest or most used first."""

    edges: list[SearchEdge] = promised("The page's items, each with its cursor and match.")
    nodes: list[SearchResult] = promised("The page's items alone.")
    page_info: PageInfo = promised("Where this page stands, and the cursors to go on with.")
    counts: list[SearchCount] = promised("How much was found of each type searched, over the whole result.")
    suggestions: list[str] = promised(
        "Where no hashtag and no place is found: at most five names of them, the most used first, one slip away from a "
        "word of four letters or more that none of them has (a letter too many, too few or another, two swapped)."
    )

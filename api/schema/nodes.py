"""The one interface of the schema: what has an id and can be fetched again by it."""

import strawberry

from api.schema.promise import interface_type, promised


@interface_type
class Node:
    """Anything with an id: sources, threads, posts, hashtags, places, accounts and revisions.

    Fetch it again with `node(id:)` or `nodes(ids:)`; use `id` as the key of a client's cache.
    """

    id: strawberry.ID = promised(
        "Opaque and unique among all types; the same after every reload and on every database. Never take it apart."
    )

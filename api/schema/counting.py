"""Counts over a whole filtered list, never its page: facets by value, buckets by time."""

from api.schema.enums import PostFacet
from api.schema.nodes import Node
from api.schema.promise import object_type, promised
from api.schema.scalars import Date


@object_type
class FacetValue:
    """One value of a facet, with the number of posts that have it."""

    value: str = promised("The value as a filter takes it: a folded tag, a key, a handle, a language, a domain.")
    label: str = promised("The value as people read it, such as a title or a display name.")
    count: int = promised("The number of posts of the filtered list that have this value, each counted once.")
    node: Node | None = promised("The hashtag, place, source or account behind it; null for LANGUAGE, KIND and DOMAIN.")


@object_type
class Facet:
    """The posts of a filtered list counted by one property, the most frequent values first.

    Where one post can have several values, as with hashtags, the counts need not sum to `totalCount`.
    """

    field: PostFacet = promised("The property counted by.")
    values: list[FacetValue] = promised("The most frequent values, at most `size` of them.")
    distinct: int = promised("The number of different values in the whole filtered list, listed here or not.")
    other: int = promised("The sum of the counts of the values beyond `size`.")
    missing: int = promised("The number of posts without any value.")


@object_type
class TimeBucket:
    """The number of items in one stretch of time.

    A date range that does not lie wholly inside one bucket counts with the undated, so that the counts always sum to
    `totalCount`. A bucket with nothing in it, between two with something, is present with 0.
    """

    start: Date | None = promised("The bucket's first day; null for the one that counts the undated.")
    end: Date | None = promised("The bucket's last day; null for the one that counts the undated.")
    count: int = promised("The number of items dated wholly inside the bucket.")

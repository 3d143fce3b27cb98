"""Where promise and storage meet: which table, column, join or expression stands behind each field of the schema."""

from api.bindings.accounts import ACCOUNT
from api.bindings.datasets import CHANGE, DATASET, REVISION, STAMP, TYPE_COUNT
from api.bindings.made import MADE
from api.bindings.places import PLACE, PLACE_MENTION, PLACE_PARTS
from api.bindings.posts import POST, POST_PARTS
from api.bindings.query import QUERY
from api.bindings.sources import RELATED_ITEM, SOURCE, THREAD
from api.bindings.tagging import HASHTAG, HASHTAG_USE, HASHTAG_VARIANT, RELATED_HASHTAG
from api.bindings.values import VALUES
from api.compiler.binding import Bindings

_TYPES = (
    QUERY,
    DATASET,
    REVISION,
    CHANGE,
    TYPE_COUNT,
    SOURCE,
    RELATED_ITEM,
    THREAD,
    POST,
    *POST_PARTS,
    HASHTAG,
    HASHTAG_USE,
    HASHTAG_VARIANT,
    RELATED_HASHTAG,
    PLACE,
    PLACE_MENTION,
    *PLACE_PARTS,
    ACCOUNT,
    *VALUES,
    *MADE,
)


def bindings(
    default_page: int = 20, nested_page: int = 10, page_limit: int = 100, *, stamped: bool = False
) -> Bindings:
    """Return all bindings, for pages of these sizes; `stamped`: statements tell the revision they read as well."""
    stamp = STAMP if stamped else None
    return Bindings({each.name: each for each in _TYPES}, default_page, nested_page, page_limit, stamp)

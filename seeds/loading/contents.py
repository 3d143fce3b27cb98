"""What a node says, field by field: its rows enter, a digest or the names of changed fields leave.

The names are those of the GraphQL schema. Left out is all that says where and when a node was read, and all that is
counted or copied from other nodes: `visible`, counts, the order a thread's rank gives its posts.
"""

from collections.abc import Callable, Iterator
from hashlib import sha256
from operator import itemgetter
from typing import Final

import orjson

from seeds.loading.tables import CHILD_TABLES, COLUMNS, NODE_TABLES, Bundle, Row

_DATE = ("earliest", "latest", "instant", "precision", "basis")
_PUBLISHED = {"published": tuple(f"published_{part}" for part in _DATE)}
_OWN: Final[dict[str, dict[str, tuple[str, ...]]]] = {
    "Source": {
        "kind": ("kind",),
        "title": ("title", "title_folded"),
        "publisher": ("publisher",),
        "url": ("url",),
        "byline": ("byline",),
        "language": ("language",),
        "licence": ("licence",),
        "attribution": ("attribution",),
        "isExcerpt": ("is_excerpt",),
        "retrievedAt": ("retrieved_at",),
        **_PUBLISHED,
    },
    "Thread": {
        "source": ("source_id",),
        "rank": ("rank",),
        "title": ("title",),
        "author": ("author_id",),
        "language": ("language",),
        "url": ("url",),
        "coverage": ("total", "claimed"),
        **_PUBLISHED,
    },
    "Post": {
        "kind": ("kind",),
        "source": ("source_id",),
        "thread": ("thread_id",),
        "position": ("position",),
        "marker": ("marker",),
        "author": ("author_id",),
        "title": ("title",),
        "standfirst": ("standfirst",),
        "text": ("text",),
        "language": ("language",),
        "languageBasis": ("language_basis",),
        "url": ("url",),
        **_PUBLISHED,
    },
    "Place": {
        "kind": ("kind",),
        "name": ("label",),
        "country": ("country",),
        "latitude": ("latitude",),
        "longitude": ("longitude",),
        "precision": ("precision",),
        "geometry": ("geometry",),
        "wikidata": ("wikidata",),
        "geonames": ("geonames",),
    },
}
_CHILDREN: Final = {
    "related_items": "relatedItems",
    "post_texts": "text",
    "post_hashtags": "hashtags",
    "account_mentions": "mentions",
    "place_mentions": "places",
    "links": "links",
    "media": "media",
    "footnotes": "footnotes",
    "place_names": "names",
    "place_parents": "parents",
}
# Copies of the post's own columns, beside its id: they would only repeat what the post's row already says.
_COPIED: Final = frozenset({"newest_first", "oldest_first", "reading_order", "thread_id", "thread_order"})

Reader = Callable[[Row], object]


def _reader(table: str, columns: tuple[str, ...]) -> Reader:
    return itemgetter(*(COLUMNS[table].index(column) for column in columns))


_OWN_READERS: Final = {
    kind: [(field, _reader(NODE_TABLES[kind], columns)) for field, columns in fields.items()]
    for kind, fields in _OWN.items()
}
_CHILD_READERS: Final = {
    kind: [
        (table, _CHILDREN[table], _reader(table, tuple(c for c in COLUMNS[table][1:] if c not in _COPIED)))
        for table in tables
    ]
    for kind, tables in CHILD_TABLES.items()
}


def described(kind: str, bundle: Bundle) -> Iterator[tuple[str, object]]:
    """Yield each field of a node with what its rows say of it; a field may come twice (`text` and its words)."""
    own = bundle[NODE_TABLES[kind]][0]
    for field, read in _OWN_READERS[kind]:
        yield field, read(own)
    for table, field, read in _CHILD_READERS[kind]:
        yield field, [read(child) for child in bundle.get(table, ())]


def digest_of(kind: str, bundle: Bundle) -> str:
    """Return the SHA-256 of what a node says, in hexadecimal; the same on every machine and database."""
    return sha256(orjson.dumps([content for _, content in described(kind, bundle)])).hexdigest()


def differences(kind: str, before: Bundle, after: Bundle) -> list[str]:
    """Return the names of the fields whose content differs, in the schema's order, each once."""
    pairs = zip(described(kind, before), described(kind, after), strict=True)
    return list(dict.fromkeys(field for (field, old), (_, new) in pairs if old != new))

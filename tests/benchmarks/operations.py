"""The five operations that are measured, as GraphQL documents, and the values their variables take in turn."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Final

from sqlalchemy import Engine, func, select

from api.models import Hashtag, Post, Thread

Variables = Mapping[str, object]
SAMPLES: Final = 200
"""How many different values each operation's variables take."""
LAST_PAGES: Final = 5
"""So many samples at the end of the timeline are left out: there, pages would be shorter than asked for."""
TAGS: Final = 40
PAGE_OF_A_TAG: Final = 50
LONG_THREAD: Final = 6

PLAIN: Final = "key text published { earliest latest precision } source { key title }"
TAGGED: Final = "hashtags { spelling hashtag { name } } places { toponym role place { key name latitude longitude } }"


@dataclass(frozen=True, slots=True)
class Operation:
    """One operation: its short name, what it asks in words, and its document."""

    name: str
    title: str
    document: str


OPERATIONS: Final = (
    Operation(
        "latest",
        "20 posts, newest first, with source",
        f"query Latest($after: String) {{ posts(first: 20, after: $after) {{ nodes {{ {PLAIN} }} }} }}",
    ),
    Operation(
        "nested",
        "the same with tags and places",
        f"query Nested($after: String) {{ posts(first: 20, after: $after) {{ nodes {{ {PLAIN} {TAGGED} }} }} }}",
    ),
    Operation(
        "tag",
        "a popular tag's 50 newest posts, with totalCount",
        "query Tag($name: String!) { hashtag(name: $name) { display "
        f"posts(first: {PAGE_OF_A_TAG}) {{ totalCount nodes {{ {PLAIN} }} }} }} }}",
    ),
    Operation(
        "thread",
        "one post with its whole thread, tags and places",
        f"query Thread($key: String!) {{ post(key: $key) {{ key text source {{ key title }} {TAGGED} thread {{ "
        f"key posts(first: 100) {{ nodes {{ key position text {TAGGED} }} }} }} }} }}",
    ),
    Operation(
        "hundred",
        "100 posts with tags and places",
        f"query Hundred($after: String) {{ posts(first: 100, after: $after) {{ nodes {{ {PLAIN} {TAGGED} }} }} }}",
    ),
)

BY_CURSOR: Final = frozenset({"latest", "nested", "hundred"})
SIGNATURE: Final = "{ posts(first: 1) { pageInfo { endCursor } } }"
"""Its cursor shows how this connection signs: the rest of a cursor is the order's values."""


@dataclass(frozen=True, slots=True)
class Samples:
    """Values found in the stored corpus: places in the timeline (newest_first, reading_order, id), tags, keys."""

    keysets: Sequence[tuple[int, int, int]]
    tags: Sequence[str]
    posts: Sequence[str]

    def variables(self, operation: Operation, signature: str) -> list[Variables]:
        """The variables of an operation in GraphQL, one set a request, in turn."""
        if operation.name in BY_CURSOR:
            return [{"after": ".".join([signature, *map(str, keyset)])} for keyset in self.keysets]
        if operation.name == "tag":
            return [{"name": name} for name in self.tags]
        return [{"key": key} for key in self.posts]

    def values(self, operation: Operation) -> list[Variables]:
        """The same as plain values, for those who know nothing of cursors."""
        if operation.name in BY_CURSOR:
            return [{"after": list(keyset)} for keyset in self.keysets]
        return self.variables(operation, "")


def sampled(engine: Engine) -> Samples:
    """Find values in a stored corpus: pages from all along the timeline, the most used tags, posts of long threads."""
    order = (Post.newest_first, Post.reading_order, Post.id)
    tags = select(Hashtag.name).where(Hashtag.post_count >= PAGE_OF_A_TAG).order_by(Hashtag.post_count.desc())
    posts = select(Post.key).join(Thread, Thread.id == Post.thread_id).where(Thread.visible >= LONG_THREAD)
    with engine.connect() as connection:
        stride = (connection.scalar(select(func.count()).select_from(Post)) or 0) // SAMPLES + 1
        spread = select(*order).where(Post.id % stride == 0).order_by(*order)  # numbers are digests: an even spread
        keysets = [(row[0], row[1], row[2]) for row in connection.execute(spread)][:-LAST_PAGES]
        names = connection.scalars(tags.limit(TAGS)).all()
        keys = connection.scalars(posts.order_by(Post.id).limit(SAMPLES)).all()
    return Samples(keysets, names, keys)

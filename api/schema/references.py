"""Names for types that stand in modules which need each other: Strawberry looks them up when the schema is built.

`thread: ThreadRef | None` in `posts.py` and `posts: PostConnectionRef` in `threads.py` need no import of one another.
"""

from typing import TYPE_CHECKING, Annotated

import strawberry

if TYPE_CHECKING:
    from api.schema.accounts import Account
    from api.schema.hashtags import Hashtag
    from api.schema.places import Place, PlaceMention
    from api.schema.posts import Post, PostConnection
    from api.schema.sources import Source
    from api.schema.threads import Thread, ThreadConnection

AccountRef = Annotated["Account", strawberry.lazy("api.schema.accounts")]
HashtagRef = Annotated["Hashtag", strawberry.lazy("api.schema.hashtags")]
PlaceRef = Annotated["Place", strawberry.lazy("api.schema.places")]
PlaceMentionRef = Annotated["PlaceMention", strawberry.lazy("api.schema.places")]
PostRef = Annotated["Post", strawberry.lazy("api.schema.posts")]
PostConnectionRef = Annotated["PostConnection", strawberry.lazy("api.schema.posts")]
SourceRef = Annotated["Source", strawberry.lazy("api.schema.sources")]
ThreadRef = Annotated["Thread", strawberry.lazy("api.schema.threads")]
ThreadConnectionRef = Annotated["ThreadConnection", strawberry.lazy("api.schema.threads")]

"""Hashtags: one folded identity with all its spellings, and its uses in posts."""

from api.schema.arguments import BY_TIME, POSTS, THREADS, at_most
from api.schema.connections import Connection
from api.schema.counting import TimeBucket
from api.schema.enums import Basis, CoOccurrence
from api.schema.nodes import Node
from api.schema.promise import Argument, object_type, promised
from api.schema.references import HashtagRef, PostConnectionRef, ThreadConnectionRef
from api.schema.values import Span, UncertainDate


@object_type
class HashtagVariant:
    """One spelling of a hashtag."""

    spelling: str = promised("The tag as written, without `#`, such as `NKpeace`.")
    post_count: int = promised("The number of posts that write it so.")


@object_type
class RelatedHashtag:
    """A hashtag used together with another."""

    hashtag: HashtagRef = promised("The other hashtag.")
    count: int = promised("The number of posts (or threads, by `scope`) that have both.")
    jaccard: float = promised("Those with both, divided by those with either: 0 to 1, to six places.")


@object_type
class HashtagUse:
    """One use of a hashtag in a post."""

    hashtag: HashtagRef = promised("The hashtag.")
    spelling: str = promised("The tag as written here, without `#`.")
    basis: Basis = promised("IN_TEXT where the text shows it; ASSERTED where only the listing the post came from does.")
    span: Span | None = promised("Where it stands, `#` included; null when ASSERTED.")


@object_type
class Hashtag(Node):
    """A hashtag. All spellings that differ only in case and Latin accents are one; other scripts are kept whole."""

    name: str = promised("The folded name without `#`: small letters, no Latin accents, such as `nkpeace`.")
    display: str = promised("The spelling used most, without `#`.")
    variants: list[HashtagVariant] = promised("All its spellings, the most used first.")
    post_count: int = promised(
        "The number of posts with the tag, in the text or asserted by their listing: always `posts.totalCount`."
    )
    thread_count: int = promised("The number of threads with such a post: always `threads.totalCount`.")
    first_seen: UncertainDate | None = promised("The date of the first dated post with the tag; null if none is dated.")
    last_seen: UncertainDate | None = promised("The date of the last dated post with the tag; null if none is dated.")
    posts: PostConnectionRef = promised("The posts with the tag, in the text or asserted by their listing.", **POSTS)
    threads: ThreadConnectionRef = promised("The threads with such a post.", **THREADS)
    related: list[RelatedHashtag] = promised(
        "The hashtags used together with it, those most often together first.",
        scope=Argument(CoOccurrence, "Where the two must meet.", CoOccurrence.POST),
        **at_most("hashtags", 10),
    )
    buckets: list[TimeBucket] = promised(
        "The posts with the tag counted by date, in order of time, with one bucket for the undated.", **BY_TIME
    )


@object_type
class HashtagConnection(Connection[Hashtag]):
    """One page of a list of hashtags."""

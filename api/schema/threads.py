"""Threads: posts by one author that continue each other."""

from api.schema.arguments import BY_TIME, POSTS, at_most
from api.schema.connections import Connection
from api.schema.counting import TimeBucket
from api.schema.hashtags import HashtagUse
from api.schema.nodes import Node
from api.schema.promise import object_type, promised
from api.schema.references import AccountRef, PostConnectionRef, SourceRef, ThreadRef
from api.schema.values import Coverage, Provenance, UncertainDate


@object_type
class RelatedThread:
    """A thread that shares hashtags or places with another, and why it is here."""

    thread: ThreadRef = promised("The other thread.")
    score: float = promised(
        "The sum of 1 / postCount over the hashtags and places shared: a rare one weighs more. Those with 1,000 posts "
        "or more are left out; ties are settled by key."
    )
    reasons: list[str] = promised("The hashtags and places shared, by name.")


@object_type
class Thread(Node):
    """A thread: posts that continue each other, as one listing shows them."""

    key: str = promised("Its name for people and links, unique among threads and stable, such as `nkpeace/7`.")
    source: SourceRef = promised("The source it came from.")
    rank: int = promised("Its place in its listing, counted from 1: the only order that an undated listing has.")
    title: str | None = promised("Its title; where it has none, the first words of its first post.")
    author: AccountRef | None = promised("Who wrote it; null where the capture does not say. Never guessed.")
    language: str | None = promised("Its language, a BCP 47 tag such as `fr`.")
    published: UncertainDate | None = promised("When it was published; null when undated.")
    posts: PostConnectionRef = promised("Its posts present here.", **POSTS)
    hashtags: list[HashtagUse] = promised("The hashtags of its posts in order of first use, each tag once.")
    coverage: Coverage = promised("How much of it is present here, beside what is said to exist.")
    related: list[RelatedThread] = promised(
        "Threads that share its hashtags or places, the closest first; computed, with the reasons.",
        **at_most("threads", 5),
    )
    provenance: Provenance = promised("Where in the seed files it stands.")


@object_type
class ThreadConnection(Connection[Thread]):
    """One page of a list of threads, with figures over the whole filtered list."""

    coverage: Coverage = promised("How much of the threads of the whole filtered list is present here, summed up.")
    buckets: list[TimeBucket] = promised(
        "The threads of the whole filtered list counted by date, in order of time, with one bucket for the undated.",
        **BY_TIME,
    )

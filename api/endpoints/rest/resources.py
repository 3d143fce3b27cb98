"""The table of resources: which path answers which question of the GraphQL schema.

Everything else about a resource, its parameters and their meaning, what is shown and how, follows from the schema.
"""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Resource:
    """A path below `/api/v1`, and the fields that lead to its answer; `{key}` is the first field's argument."""

    path: str
    steps: tuple[str, ...]
    summary: str


def resource(path: str, steps: str, summary: str) -> Resource:
    """Make a resource of a path and dotted fields."""
    return Resource(path, tuple(steps.split(".")), summary)


RESOURCES = (
    resource("/dataset", "dataset", "What this server holds"),
    resource("/sources", "sources", "Sources"),
    resource("/sources/{key}", "source", "One source"),
    resource("/sources/{key}/threads", "source.threads", "The threads of a source"),
    resource("/sources/{key}/posts", "source.posts", "The posts of a source"),
    resource("/threads", "threads", "Threads"),
    resource("/threads/{key}", "thread", "One thread"),
    resource("/threads/{key}/posts", "thread.posts", "The posts of a thread"),
    resource("/threads/{key}/related", "thread.related", "Threads like this one"),
    resource("/posts", "posts", "Posts, or those that a search finds"),
    resource("/posts/{key}", "post", "One post"),
    resource("/posts/{key}/related", "post.related", "Posts like this one"),
    resource("/hashtags", "hashtags", "Hashtags"),
    resource("/hashtags/{name}", "hashtag", "One hashtag"),
    resource("/hashtags/{name}/posts", "hashtag.posts", "The posts with a hashtag"),
    resource("/hashtags/{name}/threads", "hashtag.threads", "The threads with a hashtag"),
    resource("/hashtags/{name}/related", "hashtag.related", "The hashtags used together with one"),
    resource("/hashtags/{name}/buckets", "hashtag.buckets", "A hashtag through time"),
    resource("/places", "places", "Places"),
    resource("/places/{key}", "place", "One place"),
    resource("/places/{key}/posts", "place.posts", "The posts that mention a place"),
    resource("/places/{key}/mentions", "place.mentions", "The mentions of a place, with their words"),
    resource("/places/{key}/name-usage", "place.nameUsage", "Who writes which of a place's names"),
    resource("/places/{key}/near", "place.near", "The places around a place"),
    resource("/accounts", "accounts", "Accounts"),
    resource("/accounts/{handle}", "account", "One account"),
    resource("/accounts/{handle}/posts", "account.posts", "The posts an account wrote"),
    resource("/accounts/{handle}/mentioned-in", "account.mentionedIn", "The posts that mention an account"),
    resource("/revisions", "revisions", "Revisions of the dataset"),
    resource("/revisions/{number}", "revision", "One revision"),
    resource("/revisions/{number}/changes", "revision.changes", "What a revision changed"),
    resource("/changes", "changes", "What has changed since a revision, with tombstones"),
    resource("/search", "search", "What words find among everything"),
    resource("/nodes/{id}", "node", "Anything by its id"),
    resource("/resource", "resource", "The source, thread or post with an address"),
)

VIEWS = {
    "facets": "counted by hashtag, place, source and more",
    "buckets": "counted by time",
    "coverage": "how much of what was said is here",
}
"""What a list tells of itself as a whole: each is a path below the list's own."""

HOMES = {
    "Source": "/sources/{key}",
    "Thread": "/threads/{key}",
    "Post": "/posts/{key}",
    "Hashtag": "/hashtags/{name}",
    "Place": "/places/{key}",
    "Account": "/accounts/{handle}",
    "Revision": "/revisions/{number}",
}
"""Where a node of each type lives."""

"""Posts: short ones in threads, and whole articles."""

from api.schema.accounts import AccountMention
from api.schema.arguments import BY_TIME, LARGEST_PAGE, at_most
from api.schema.attachments import Footnote, Link, Media
from api.schema.connections import Connection, Edge
from api.schema.counting import Facet, TimeBucket
from api.schema.enums import Basis, MentionRole, PostFacet, PostKind
from api.schema.hashtags import HashtagUse
from api.schema.nodes import Node
from api.schema.places import PlaceMention
from api.schema.promise import Argument, object_type, promised
from api.schema.references import AccountRef, PostRef, SourceRef, ThreadRef
from api.schema.values import Coverage, Provenance, SearchMatch, UncertainDate


@object_type
class RelatedPost:
    """A post that shares hashtags or places with another, and why it is here."""

    post: PostRef = promised("The other post.")
    score: float = promised(
        "The sum of 1 / postCount over the hashtags and places shared: a rare one weighs more. Those with 1,000 posts "
        "or more are left out; ties are settled by key."
    )
    reasons: list[str] = promised("The hashtags and places shared, by name.")


@object_type
class Post(Node):
    """One post, alone or in a thread; or one whole article, which is a single post of kind ARTICLE."""

    key: str = promised("Its name for people and links, unique among posts and stable, such as `nkpeace/7/2`.")
    kind: PostKind = promised("POST, or ARTICLE for a whole article.")
    source: SourceRef = promised("The source it came from.")
    thread: ThreadRef | None = promised("The thread it belongs to; null for an article and for a post on its own.")
    position: int = promised(
        "Its place in its thread or source, counted from 1 by us, whatever the author's marker says."
    )
    marker: str | None = promised("The author's own numbering, exactly as written: `(3/24)`, `2.` or `1️⃣`.")
    author: AccountRef | None = promised("Who wrote it; null where the capture does not say. Never guessed.")
    title: str | None = promised("Its title, as articles have one.")
    standfirst: str | None = promised("The paragraph that stands above an article and sums it up.")
    text: str = promised(
        "The text exactly as captured: markers, reply heads and the word `Image` stay in it. Of an article, the "
        "paragraphs joined by a blank line, without title, standfirst, captions and notes."
    )
    excerpt: str = promised(
        "The beginning of the text on one line, cut at a word.",
        length=Argument(int | None, "How long it may be, in code points.", 140),
    )
    language: str | None = promised("Its language, a BCP 47 tag such as `en`; null where it is not known.")
    language_basis: Basis | None = promised(
        "What `language` rests on: DECLARED by the source, or DETECTED in the text."
    )
    published: UncertainDate | None = promised("When it was published; null when undated.")
    url: str | None = promised("Its canonical address; `resource(url:)` finds it again.")
    hashtags: list[HashtagUse] = promised("Its hashtags in the order of the text, then those its listing asserts.")
    mentions: list[AccountMention] = promised("The accounts it mentions, in the order of the text.")
    places: list[PlaceMention] = promised(
        "The places it mentions, in the order of the text. Each says its `role`.",
        role=Argument(
            list[MentionRole] | None, "Only mentions in one of these roles; all of them, also DEMONYM, when left out."
        ),
    )
    links: list[Link] = promised("Its links, in the order of the text.")
    media: list[Media] = promised("Its images and other media, in order.")
    footnotes: list[Footnote] = promised("Its footnotes, in order.")
    next: PostRef | None = promised("The post after it in its thread.")
    previous: PostRef | None = promised("The post before it in its thread.")
    related: list[RelatedPost] = promised(
        "Posts that share its hashtags or places, the closest first; computed, with the reasons.",
        **at_most("posts", 5),
    )
    provenance: Provenance = promised("Where in the seed files it stands.")


@object_type
class PostEdge(Edge[Post]):
    """One post of a page, with its cursor and, under `search`, why it was found."""

    match: SearchMatch | None = promised("Why the post was found; null unless the list was asked with `search`.")


@object_type
class PostConnection(Connection[Post]):
    """One page of a list of posts, with counts and coverage over the whole filtered list."""

    edges: list[PostEdge] = promised("The page's posts, each with its cursor and match.")
    facets: list[Facet] = promised(
        "The posts of the whole filtered list, never only the page, counted by these properties.",
        fields=Argument(
            list[PostFacet], "What to count by, for example `[HASHTAG, PLACE]`; one facet is returned each."
        ),
        size=Argument(int | None, f"How many values of each facet to return; {LARGEST_PAGE} is the limit.", 10),
    )
    buckets: list[TimeBucket] = promised(
        "The posts of the whole filtered list counted by date, in order of time, with one bucket for the undated.",
        **BY_TIME,
    )
    coverage: Coverage = promised("How much of what the list's threads are said to hold is present here, summed up.")

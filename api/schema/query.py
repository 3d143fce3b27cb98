"""The roots of every question."""

import strawberry

from api.schema.accounts import Account, AccountConnection
from api.schema.arguments import FIRST_PAGE, LARGEST_PAGE, forward, listing
from api.schema.conditions import AccountWhere, HashtagWhere, PlaceWhere, PostWhere, SourceWhere, ThreadWhere
from api.schema.dataset import ChangeConnection, Dataset, Revision, RevisionConnection
from api.schema.enums import SearchType, TagMatch
from api.schema.hashtags import Hashtag, HashtagConnection
from api.schema.nodes import Node
from api.schema.ordering import AccountOrder, HashtagOrder, PlaceOrder, PostOrder, SourceOrder, ThreadOrder
from api.schema.places import Place, PlaceConnection
from api.schema.posts import Post, PostConnection
from api.schema.promise import Argument, object_type, promised
from api.schema.search import SearchConnection
from api.schema.sources import Source, SourceConnection
from api.schema.threads import Thread, ThreadConnection

_WORDS = (
    "The words to look for: all of them, in any order; case and Latin accents do not matter. "
    '`"high valley"` is a phrase, and so is what has no blanks, such as `Nagorno-Karabakh`; `peac*` is the beginning '
    "of a word; `-war` must not be there; `OR` parts alternatives (`lake road OR convoy -rain`). `#` and `@` are no "
    "part of a word, any other sign is a blank. Nothing that is typed is an error, up to 1,000 characters; the first "
    "32 words and phrases count."
)
_OTHER_NAMES = (
    "A bare word that is a name of a place, or a hashtag with curated aliases, is found under its other names too, in "
    "any script: `Azerbaijan` finds `Azerbaïdjan`, `#AZERBAIJAN` and `Ադրբեջան`, `-Azerbaijan` none of them. In "
    'quotation marks (`"Azerbaijan"`), with `*` and behind `@` a word is only itself. `match` shows what is written.'
)
_FOUND = f"{_WORDS} {_OTHER_NAMES} Fills `match` of each edge. Without `orderBy` the best fit comes first."


@object_type
class Query:
    """Every question that can be asked. Whatever one operation asks is answered from one state of the dataset.

    Pages hold 20 items by default, 10 when nested, and at most 100. An operation costs the sum over its lists of the
    product of the page sizes on the way to each (a plain list weighs 3); one that costs too much is refused with the
    code QUERY_TOO_COMPLEX. Selections nest at most sixteen deep, pages within pages at most five.
    """

    node: Node | None = promised(
        "The node with this id; null where there is none.", id=Argument(strawberry.ID, "The id, as some `id` gave it.")
    )
    nodes: list[Node | None] = promised(
        "The nodes with these ids, in the same order; null in the place of each id that nothing has.",
        ids=Argument(list[strawberry.ID], f"The ids, at most {LARGEST_PAGE}."),
    )
    resource: Node | None = promised(
        "The source, thread or post with this canonical address; null where there is none.",
        url=Argument(str, "The whole address, such as a post's `url`."),
    )

    dataset: Dataset = promised("What this server holds: name, size and current revision.")
    revision: Revision | None = promised(
        "One state of the dataset by its number; null where there is none.", number=Argument(int, "The number, from 0.")
    )
    revisions: RevisionConnection = promised(
        "The revisions of the dataset, the newest first.", **forward("revisions", FIRST_PAGE)
    )
    changes: ChangeConnection = promised(
        "What has changed since a revision, the oldest change first, with tombstones for what is gone: enough to keep "
        "a copy up to date.",
        since=Argument(int, "The number of the last revision you know; its own changes are not repeated. 0 for all."),
        **forward("changes", LARGEST_PAGE),
    )

    source: Source | None = promised(
        "The source with this key; null where there is none.", key=Argument(str, "The key, such as `nkpeace`.")
    )
    thread: Thread | None = promised(
        "The thread with this key; null where there is none.", key=Argument(str, "The key, such as `nkpeace/7`.")
    )
    post: Post | None = promised(
        "The post with this key; null where there is none.", key=Argument(str, "The key, such as `nkpeace/7/2`.")
    )
    hashtag: Hashtag | None = promised(
        "The hashtag with this name; null where there is none.",
        name=Argument(str, "The name without `#`, such as `NKpeace`."),
        match=Argument(TagMatch, "How the name is compared.", TagMatch.FOLDED),
    )
    place: Place | None = promised(
        "The place with this key or name; null where there is none. Give exactly one of the two, else BAD_USER_INPUT.",
        key=Argument(str | None, "The key, such as `stepanakert`."),
        name=Argument(str | None, "Any of its names, such as `Stepanakert`."),
    )
    account: Account | None = promised(
        "The account with this handle; null where there is none.",
        handle=Argument(str, "The handle without `@`, such as `CrisisGroup`."),
    )

    sources: SourceConnection = promised("All sources.", **listing(SourceWhere, SourceOrder, "sources", FIRST_PAGE))
    threads: ThreadConnection = promised("All threads.", **listing(ThreadWhere, ThreadOrder, "threads", FIRST_PAGE))
    posts: PostConnection = promised(
        "All posts, or those that a search finds.",
        search=Argument(str | None, _FOUND),
        **listing(PostWhere, PostOrder, "posts", FIRST_PAGE),
    )
    hashtags: HashtagConnection = promised(
        "All hashtags.", **listing(HashtagWhere, HashtagOrder, "hashtags", FIRST_PAGE)
    )
    places: PlaceConnection = promised("All places.", **listing(PlaceWhere, PlaceOrder, "places", FIRST_PAGE))
    accounts: AccountConnection = promised(
        "All accounts.", **listing(AccountWhere, AccountOrder, "accounts", FIRST_PAGE)
    )

    search: SearchConnection = promised(
        "What the words find among everything: type by type, the best fit first. A post is found by its text, title, "
        "standfirst, captions and footnotes, a thread by any of its posts, a hashtag by the beginning of its name, a "
        "place by any of its names, a source by its title, an account by its handle or displayed name. Posts and "
        "threads are found under other names of a word too, as with `posts(search:)`.",
        query=Argument(str, _WORDS),
        types=Argument(list[SearchType] | None, "What to look among, in this order; everything when left out."),
        **forward("items", FIRST_PAGE),
    )

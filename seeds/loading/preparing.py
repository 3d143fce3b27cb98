"""From packed records to nodes ready to be compared: tasks enter a worker process, prepared nodes leave."""

import pickle
from collections.abc import Sequence
from dataclasses import dataclass
from typing import NamedTuple

import orjson

from api.models import identify
from seeds.loading.contents import digest_of
from seeds.loading.mentions import account_of, meant
from seeds.loading.origins import Origin
from seeds.loading.posts import Context, Reader, post_rows
from seeds.loading.tables import COLUMNS, NODE_TABLES, Bundle, Prepared, cell
from seeds.loading.threads import first_words
from seeds.records import Post


class Task(NamedTuple):
    """A post to prepare: its pickled record and origin, and what it takes from its thread and source."""

    located: bytes
    context: Context


def prepared(kind: str, bundle: Bundle, author: str | None = None) -> Prepared:
    """Give a bundle its digest and put it into the form in which it travels."""
    table = NODE_TABLES[kind]
    digest = digest_of(kind, bundle)
    place = COLUMNS[table].index("digest")
    own = (*bundle[table][0][:place], digest, *bundle[table][0][place + 1 :])
    number, key = own[COLUMNS[table].index("id")], own[COLUMNS[table].index("key")]
    assert isinstance(number, int)  # noqa: S101 (a primary key is: for mypy alone)
    handles = (author,) if author else ()
    return Prepared(number, str(key), digest, orjson.dumps({**bundle, table: [own]}), handles=handles, author=author)


@dataclass(frozen=True, slots=True)
class Made:
    """The posts made of some tasks; `count` tasks there were, those of suppressed posts included."""

    posts: list[Prepared]
    count: int


def make_posts(tasks: Sequence[Task], reader: Reader) -> Made:
    """Make the rows of some posts, leaving out what is suppressed."""
    posts: list[Prepared] = []
    for task in tasks:
        post, origin = unpacked(task.located)
        if reader.suppression.post(post.key, post.url, post.author or task.context.author):
            continue
        posts.append(_with_references(post, task.context, post_rows(post, task.context, origin, reader)))
    return Made(posts, len(tasks))


def _with_references(post: Post, context: Context, bundle: Bundle) -> Prepared:
    tags = dict.fromkeys(str(cell("post_hashtags", use, "spelling")) for use in bundle["post_hashtags"])
    accounts, uses = meant(post.mentions), bundle["account_mentions"]
    mentioned = [account_of(str(cell("account_mentions", use, "spelling")), accounts) for use in uses]
    post_alone = prepared("Post", bundle, post.author or context.author)
    newest_first = cell("posts", bundle["posts"][0], "newest_first")
    assert isinstance(newest_first, int)  # noqa: S101 (a sort key is: for mypy alone)
    return post_alone._replace(
        tags=tuple(tags),
        handles=tuple(dict.fromkeys((*post_alone.handles, *mentioned))),
        newest_first=newest_first,
        thread=identify("Thread", post.thread) if post.thread else None,
        position=post.position,
        opening=first_words(post.text),
    )


def unpacked(located: bytes) -> tuple[Post, Origin]:
    """Take a record and its origin out of the bytes that gathering packed."""
    unpickled: tuple[Post, Origin] = pickle.loads(located)  # noqa: S301 (packed by this very run, never from outside)
    return unpickled

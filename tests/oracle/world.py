"""Every row of a database as plain objects, read once, with the few look-ups that all answers need."""

from collections import defaultdict
from collections.abc import Callable, Hashable, Iterable
from dataclasses import dataclass, field
from typing import TypeVar

from sqlalchemy import Engine, inspect, select
from sqlalchemy.orm import Session

from api.models import (
    Account,
    AccountMention,
    Base,
    Change,
    Dataset,
    Footnote,
    Hashtag,
    HashtagAlias,
    Link,
    Media,
    Place,
    PlaceMention,
    PlaceName,
    PlaceParent,
    Post,
    PostHashtag,
    RelatedItem,
    Revision,
    Source,
    Thread,
)

Row = TypeVar("Row", bound=Base)
Key = TypeVar("Key", bound=Hashable)


@dataclass(slots=True)
class World:
    """All that is stored, by table; children are grouped by the node they belong to, in their order."""

    sources: dict[int, Source]
    threads: dict[int, Thread]
    posts: dict[int, Post]
    hashtags: dict[int, Hashtag]
    places: dict[int, Place]
    accounts: dict[int, Account]
    revisions: dict[int, Revision]
    changes: list[Change]
    dataset: Dataset
    aliases: dict[str, str]
    tags: dict[int, list[PostHashtag]]
    mentions: dict[int, list[AccountMention]]
    toponyms: dict[int, list[PlaceMention]]
    links: dict[int, list[Link]]
    media: dict[int, list[Media]]
    footnotes: dict[int, list[Footnote]]
    related_items: dict[int, list[RelatedItem]]
    names: dict[int, list[PlaceName]]
    parents: dict[int, list[PlaceParent]]
    thread_posts: dict[int, list[Post]] = field(default_factory=dict)
    tagged: dict[int, list[Post]] = field(default_factory=dict)

    def within(self, place: int) -> set[int]:
        """A place and all it lies within, by its parents and theirs."""
        found, waiting = {place}, [place]
        while waiting:
            for parent in self.parents[waiting.pop()]:
                if parent.relation in {"PART_OF", "ADMINISTERED_BY"} and parent.parent_id not in found:
                    found.add(parent.parent_id)
                    waiting.append(parent.parent_id)
        return found


def read(engine: Engine) -> World:
    """Read all rows of a database; nothing is asked of it afterwards."""
    with Session(engine) as session:

        def every(model: type[Row]) -> list[Row]:
            return list(session.scalars(select(model).order_by(*inspect(model).primary_key)))

        world = World(
            sources={row.id: row for row in every(Source)},
            threads={row.id: row for row in every(Thread)},
            posts={row.id: row for row in every(Post)},
            hashtags={row.id: row for row in every(Hashtag)},
            places={row.id: row for row in every(Place)},
            accounts={row.id: row for row in every(Account)},
            revisions={row.number: row for row in every(Revision)},
            changes=every(Change),
            dataset=every(Dataset)[0],
            aliases={row.alias: row.concept for row in every(HashtagAlias)},
            tags=grouped(every(PostHashtag), lambda row: row.post_id),
            mentions=grouped(every(AccountMention), lambda row: row.post_id),
            toponyms=grouped(every(PlaceMention), lambda row: row.post_id),
            links=grouped(every(Link), lambda row: row.post_id),
            media=grouped(every(Media), lambda row: row.post_id),
            footnotes=grouped(every(Footnote), lambda row: row.post_id),
            related_items=grouped(every(RelatedItem), lambda row: row.source_id),
            names=grouped(every(PlaceName), lambda row: row.place_id),
            parents=grouped(every(PlaceParent), lambda row: row.place_id),
        )
    in_order = sorted(world.posts.values(), key=lambda post: (post.position, post.id))
    world.thread_posts = grouped([post for post in in_order if post.thread_id], lambda post: post.thread_id or 0)
    for post in world.posts.values():
        for tag in {use.hashtag_id for use in world.tags[post.id]}:
            world.tagged.setdefault(tag, []).append(post)
    return world


def grouped(rows: Iterable[Row], by: Callable[[Row], Key]) -> dict[Key, list[Row]]:
    """Group rows, keeping their order; asked for what it does not hold, it gives an empty list."""
    groups: dict[Key, list[Row]] = defaultdict(list)
    for row in rows:
        groups[by(row)].append(row)
    return groups

"""The titles of threads that have none of their own: the first words of their first post, wherever that stands."""

from collections.abc import Sequence

from sqlalchemy import Connection, select

from seeds.loading.rooms import Staging
from seeds.loading.stored import TABLES
from seeds.loading.threads import first_words

Opening = tuple[int, str | None]
"""The lowest position in a thread, and the words that its post begins with."""


def default_titles(
    connection: Connection, staging: Staging, ids: Sequence[int], *, has_unread: bool
) -> dict[int, str | None]:
    """Return the titles of some untitled threads by id, from the posts just read and from those of unread files."""
    openings = staging.records.openings(list(ids))
    if has_unread:
        openings |= _unread_openings(connection, staging, ids, openings)
    return {number: openings[number][1] if number in openings else None for number in ids}


def _unread_openings(
    connection: Connection, staging: Staging, ids: Sequence[int], openings: dict[int, Opening]
) -> dict[int, Opening]:
    """The openings that posts of unread files have, where they stand before those just read."""
    posts = TABLES["posts"]
    order = (
        select(posts.c.id, posts.c.thread_id, posts.c.position)
        .where(posts.c.thread_id.in_(ids))
        .order_by(posts.c.thread_id, posts.c.position)
    )
    stored = connection.execute(order).all()
    unread = staging.nodes.elsewhere("Post", [number for number, _, _ in stored])
    earlier: dict[int, Opening] = {}
    for number, thread, position in stored:
        first = earlier.get(thread) or openings.get(thread)
        if number in unread and (first is None or position < first[0]):
            text = connection.scalar(select(posts.c.text).where(posts.c.id == number))
            earlier[thread] = (position, first_words(text or ""))
    return earlier

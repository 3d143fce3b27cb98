"""Posts: what their fields answer beyond their own columns."""

from api.models import AccountMention, Footnote, Link, Media, PlaceMention, Post, PostHashtag, Thread
from oracle.asking import Ask, answers
from oracle.kinship import Related, related


@answers("Post.thread")
def thread(ask: Ask, post: Post) -> Thread | None:
    return ask.world.threads.get(post.thread_id or 0)


@answers("Post.excerpt")
def excerpt(_ask: Ask, post: Post, length: int | None = None) -> str:
    """The beginning of the text on one line, cut at a blank."""
    size = 140 if length is None else length
    line = "".join(" " if sign in "\r\n" else sign for sign in post.text)
    if len(line) <= size:
        return line
    kept = line[: size - 1]
    blank = kept.rfind(" ")
    return (kept if blank < 0 else kept[:blank]).rstrip(" ") + "…"


@answers("Post.hashtags")
def hashtags(ask: Ask, post: Post) -> list[PostHashtag]:
    return sorted(ask.world.tags[post.id], key=lambda use: (use.basis != "IN_TEXT", use.ordinal))


@answers("Post.mentions")
def mentions(ask: Ask, post: Post) -> list[AccountMention]:
    return ask.world.mentions[post.id]


@answers("Post.places")
def places(ask: Ask, post: Post, role: list[str] | None = None) -> list[PlaceMention]:
    return [one for one in ask.world.toponyms[post.id] if role is None or one.role in role]


@answers("Post.links")
def links(ask: Ask, post: Post) -> list[Link]:
    return ask.world.links[post.id]


@answers("Post.media")
def media(ask: Ask, post: Post) -> list[Media]:
    return ask.world.media[post.id]


@answers("Post.footnotes")
def footnotes(ask: Ask, post: Post) -> list[Footnote]:
    return ask.world.footnotes[post.id]


@answers("Footnote.places")
def footnote_places(ask: Ask, note: Footnote) -> list[PlaceMention]:
    return [one for one in ask.world.toponyms[note.post_id] if one.footnote == note.ordinal]


@answers("Post.next")
def following(ask: Ask, post: Post) -> Post | None:
    return beside(ask, post, 1)


@answers("Post.previous")
def preceding(ask: Ask, post: Post) -> Post | None:
    return beside(ask, post, -1)


def beside(ask: Ask, post: Post, step: int) -> Post | None:
    """The neighbour of a post in its thread."""
    row = ask.world.thread_posts[post.thread_id or 0]
    at = row.index(post) + step if post in row else -1
    return row[at] if 0 <= at < len(row) else None


@answers("Post.related")
def related_posts(ask: Ask, post: Post, first: int | None = None) -> list[Related]:
    return related(ask.world, post, ask.world.posts.values())[: 5 if first is None else first]

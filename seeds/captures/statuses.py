"""Statuses of a Mastodon server: the JSON of an account, of a tag or of a conversation.

What enters is the answer's text; what leaves is a source of kind FEED whose threads are chains of replies. Statuses
that are not public and boosts of others are left out, with a note. The fields are those of Mastodon's Status entity.
A server names its own accounts without itself (`ann`): here they get its name, as everywhere else (`ann@lake.example`).
"""

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from seeds.captures.accounting import Account
from seeds.captures.answers import Answer, read_answers
from seeds.captures.conversations import Reply, absent, asked_about, chains, conversation, first_status, is_context
from seeds.captures.drafts import PostDraft, SourceDraft, ThreadDraft
from seeds.captures.hosts import Origin, commonest, home_of, host_of
from seeds.captures.naming import (
    name_after_account,
    name_after_file,
    name_after_status,
    name_after_tag,
    shared_tags,
    slug,
)
from seeds.captures.status import left_out, post_of


@dataclass(frozen=True, slots=True)
class _Taken:
    """A status that is kept, the post made of it, and its place among the replies."""

    status: Answer
    post: PostDraft
    reply: Reply


def read_statuses(account: Account, origin: Origin) -> SourceDraft:
    """Read the whole answer; raises CaptureError, with the line, for anything that is no status."""
    source = SourceDraft("", "FEED", "", url=origin.url)
    answers = read_answers(account.text, origin.name)
    home = home_of(answers)
    taken = _taken(account, source, answers, home)
    for start, end in account.gaps():
        account.claim("heading", start, end, "JSON")
    talk_of = conversation if is_context(answers) else chains
    talks = talk_of([one.reply for one in taken.values()])
    first = first_status(answers, talks)
    server = _publish(source, taken, home, guess=first is not None or _writer(taken) is None)
    named = _name(source, taken, first, server)
    if not named:
        name_after_file(source, origin.name, account.text)
    for identity, one in taken.items():
        one.post.key = _key(source.key if named or server is None else slug(server), identity)
    _tell(source, answers, taken, talks)
    if taken and not named:
        source.notes.append("The statuses share neither one writer nor one tag: a reviewer may know a better name.")
    return source


def _taken(account: Account, source: SourceDraft, answers: Sequence[Answer], home: str | None) -> dict[str, _Taken]:
    """Read what is kept, by id; claim it all, and tell what is left out."""
    taken: dict[str, _Taken] = {}
    for status in answers:
        identity = status.identity("id")
        if identity is None:
            raise status.fault("a status has no «id»")
        reason = "it stands in the answer twice" if identity in taken else left_out(status)
        if reason is not None:
            source.notes.append(f"The status {identity} of line {status.line} was left out: {reason}.")
            account.claim("review", status.start, status.end, reason)
            continue
        account.claim("post", status.start, status.end, "status")
        post = post_of(source, status, home)
        reply = Reply(identity, status.identity("in_reply_to_id"), str(post.published))
        taken[identity] = _Taken(status, post, reply)
    return taken


def _name(source: SourceDraft, taken: Mapping[str, _Taken], first: str | None, server: str | None) -> bool:
    """Name the source after its first status, its writer or its tag; False where it shows nothing of the kind."""
    tags = shared_tags([[tag.text("name") for tag in one.status.list("tags")] for one in taken.values()])
    if first is not None:
        name_after_status(source, first, server, taken[first].post if first in taken else None)
    elif writer := _writer(taken):
        name_after_account(source, writer)
        source.byline = source.accounts.get(writer)
    elif len(tags) == 1:
        name_after_tag(source, tags[0], server)
    else:
        return False
    return True


def _writer(taken: Mapping[str, _Taken]) -> str | None:
    writers = {one.post.author for one in taken.values()}
    return writers.pop() if len(writers) == 1 else None


def _publish(source: SourceDraft, taken: Mapping[str, _Taken], home: str | None, *, guess: bool) -> str | None:
    """Say who published the source; returns the server that keys begin with, where need be the commonest host."""
    hosts = [host for one in taken.values() if (host := host_of(one.post.url))]
    server = home or commonest(hosts)
    source.publisher = home or (server if len(set(hosts)) == 1 else None)
    if guess and server != home:
        source.notes.append(
            f"No writer is of the server that gave this; {server}, the commonest host, was taken for it."
        )
    return server


def _tell(
    source: SourceDraft, answers: Sequence[Answer], taken: Mapping[str, _Taken], talks: Sequence[Sequence[Reply]]
) -> None:
    """Make the threads, each with a note on what is missing in it."""
    asked, given = asked_about(answers), {one.identity("id") for one in answers}
    for talk in talks:
        source.threads.append(_thread([taken[reply.identity].post for reply in talk], absent(talk, given, asked)))
    if answers and all(one.under == "ancestors" for one in answers):
        source.notes.append("The status about which the server was asked is not in the capture, nor is its id.")


def _key(above: str, identity: str) -> str | None:
    """A server's id outlives an edit of the text, which the format's default key would not."""
    return f"{above}/{identity.lower()}" if re.fullmatch(r"[A-Za-z0-9][A-Za-z0-9-]{0,60}", identity) else None


def _thread(posts: list[PostDraft], absent: list[str]) -> ThreadDraft:
    first = posts[0]
    thread = ThreadDraft(posts, first.key, first.author, published=first.published, url=first.url, notes=absent)
    languages = {post.language for post in posts}
    thread.language = languages.pop() if len(languages) == 1 else None
    return thread

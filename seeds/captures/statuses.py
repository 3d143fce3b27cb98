"""Statuses of a Mastodon server: the JSON of an account, of a tag or of a conversation.

What enters is the answer's text; what leaves is a source of kind FEED whose threads are chains of replies. Statuses
that are not public and boosts of others are left out, with a note. The fields are those of Mastodon's Status entity.
A server names its own accounts without itself (`ann`): here they get its name, as everywhere else (`ann@lake.example`).
"""

import re
from collections import Counter
from collections.abc import Iterable, Sequence
from datetime import UTC, datetime

from seeds.captures.accounting import Account
from seeds.captures.answers import Answer, read_answers
from seeds.captures.conversations import Reply, chains
from seeds.captures.drafts import PostDraft, Record, SourceDraft, ThreadDraft
from seeds.captures.fitting import fitting_handle, fitting_hashtag, fitting_language, fitting_line, fitting_url
from seeds.captures.hosts import Origin, full_handle, host_of, mentions_in_full
from seeds.captures.markup import plain_text
from seeds.captures.naming import slug
from seeds.extraction.mentions import find_mentions

_MEDIA = {"image": "IMAGE", "gifv": "VIDEO", "video": "VIDEO", "audio": "AUDIO"}
_PUBLIC = ("public", "unlisted")


def read_statuses(account: Account, origin: Origin) -> SourceDraft:
    """Read the whole answer; raises CaptureError, with the line, for anything that is no status."""
    source = SourceDraft(slug(origin.name), "FEED", origin.name, url=origin.url)
    posts: dict[str, PostDraft] = {}
    replies: list[Reply] = []
    answers = read_answers(account.text, origin.name)
    home = _home(answers)
    for status in answers:
        identity = status.identity("id")
        if identity is None:
            raise status.fault("a status has no «id»")
        reason = "it stands in the answer twice" if identity in posts else _left_out(status)
        if reason is not None:
            source.notes.append(f"The status {identity} of line {status.line} was left out: {reason}.")
            account.claim("review", status.start, status.end, reason)
            continue
        account.claim("post", status.start, status.end, "status")
        posts[identity] = _post(source, status, home)
        replies.append(Reply(identity, status.identity("in_reply_to_id"), str(posts[identity].published)))
    for start, end in account.gaps():
        account.claim("heading", start, end, "JSON")
    _name(source, list(posts.values()))
    for identity, post in posts.items():
        post.key = _key(source, identity)
    for chain in chains(replies):
        source.threads.append(_thread([posts[reply.identity] for reply in chain], chain[0]))
    return source


def _key(source: SourceDraft, identity: str) -> str | None:
    """A server's id outlives an edit of the text, which the format's default key would not."""
    return f"{source.key}/{identity.lower()}" if re.fullmatch(r"[A-Za-z0-9][A-Za-z0-9-]{0,60}", identity) else None


def _left_out(status: Answer) -> str | None:
    if status.inner("reblog") is not None:
        return "it repeats another's status (reblog)"
    visibility = status.text("visibility") or "public"
    if visibility not in _PUBLIC:
        return f"it is not public ({visibility})"
    if not plain_text(status.text("content") or "")[0] and not status.list("media_attachments"):
        return "it has neither words nor media"
    return None


def _home(statuses: Sequence[Answer]) -> str | None:
    """Return the host of the server that gave these, which its own accounts tell: their names hold no host."""
    writers = [(writer, status) for status in statuses if (writer := status.inner("account"))]
    hosts = (_host(writer, status) for writer, status in writers if "@" not in (writer.text("acct") or "@"))
    return _commonest(host for host in hosts if host)


def _commonest(words: Iterable[str]) -> str | None:
    """Return what stands most often; of several, the first by letters, as their order may be another one next time."""
    counted = Counter(words)
    return min(counted, key=lambda word: (-counted[word], word), default=None)


def _host(writer: Answer, status: Answer) -> str | None:
    return host_of(writer.text("url"), status.text("url"), status.text("uri"))


def _content(status: Answer, home: str | None) -> str:
    """Return the status's HTML, whose mentions name their servers."""
    known = [(one.text("url"), one.text("acct") or "") for one in status.list("mentions")]
    whole = [(url, full_handle(acct, host_of(url) or home)) for url, acct in known if acct]
    return mentions_in_full(status.text("content") or "", whole)


def _post(source: SourceDraft, status: Answer, home: str | None) -> PostDraft:
    writer = status.inner("account")
    acct = writer.text("acct") if writer else None
    if writer is None or acct is None:
        raise status.fault("a status has no «account» with an «acct»")
    text, links = plain_text(_content(status, home))
    handle = full_handle(acct, _host(writer, status) or home)
    post = PostDraft(text, author=fitting_handle(handle), language=fitting_language(status.text("language")))
    post.url = fitting_url(status.text("url")) or fitting_url(status.text("uri"))
    post.published = _instant(status)
    post.media = [_media(item) for item in status.list("media_attachments")]
    post.hashtags = _asserted(text, [fitting_hashtag(tag.text("name")) for tag in status.list("tags")])
    post.notes = _notes(status)
    if post.author is None:
        post.notes.append(f"Its writer «{acct}» is no handle that a seed can hold.")
    elif display := fitting_line(writer.text("display_name")):
        source.accounts[post.author] = display
    _warn(post, status.text("spoiler_text"))
    _link(post, links)
    post.notes += _without_server(post)
    return post


def _without_server(post: PostDraft) -> list[str]:
    """Tell whose server is not known: the dataset takes a handle without one for another account."""
    mentions = [one.spelling for words in (post.text, post.title or "") for one in find_mentions(words)]
    notes = [f"«@{name}» is linked to no account, so its server is not known." for name in mentions]
    if post.author is not None and "@" not in post.author:
        notes.append(f"The server of its writer «{post.author}» is not known.")
    return notes


def _warn(post: PostDraft, warning: str | None) -> None:
    """The warning above a status is what its readers see first: its title."""
    post.title = fitting_line(warning)
    if warning and post.title is None:
        post.notes.append(f"Its warning is too long for a title: {warning}")


def _link(post: PostDraft, links: Sequence[Record]) -> None:
    post.links = [link for link in links if fitting_url(str(link["url"])) and fitting_line(str(link["displayed"]))]
    if len(post.links) < len(links):
        post.notes.append("A link was left out: its address is not one of the web, or its words are too many.")


def _instant(status: Answer) -> str:
    """Read `created_at` as an instant in UTC."""
    written = status.text("created_at")
    try:
        moment = datetime.fromisoformat(written or "")
    except ValueError as error:
        raise status.fault(f"«created_at» should be an instant (2024-05-01T10:00:00Z), not {written!r}") from error
    if moment.tzinfo is None:
        raise status.fault(f"«created_at» has no zone: {written!r}")
    try:
        moment = moment.astimezone(UTC)
    except OverflowError as error:
        raise status.fault(f"«created_at» is out of range: {written!r}") from error
    return moment.isoformat(timespec="auto" if moment.microsecond else "seconds").replace("+00:00", "Z")


def _media(item: Answer) -> Record:
    """Read an attachment: its description is the text for those who do not see it."""
    media: Record = {"kind": _MEDIA.get(item.text("type") or "", "OTHER")}
    addresses = (fitting_url(item.text(key)) for key in ("url", "remote_url", "preview_url"))
    if url := next(filter(None, addresses), None):
        media["url"] = url
    if description := item.text("description"):
        media["alt"] = description
    return media


def _asserted(text: str, names: Sequence[str | None]) -> list[str]:
    """The tags that a server knows of a status although its text does not show them."""
    written = {found.casefold() for found in re.findall(r"[#＃](\w+)", text)}
    return [name for name in dict.fromkeys(names) if name and name.casefold() not in written]


def _notes(status: Answer) -> list[str]:
    notes = []
    if poll := status.inner("poll"):
        options = "; ".join(option.text("title") or "" for option in poll.list("options"))
        notes.append(f"A poll stands below the text, which is not stored: {options}.")
    if status.fields.get("quote"):
        notes.append("The status quotes another one, which is not stored with it.")
    if edited := status.text("edited_at"):
        notes.append(f"The status was edited at {edited}.")
    return notes


def _thread(posts: list[PostDraft], root: Reply) -> ThreadDraft:
    first = posts[0]
    thread = ThreadDraft(posts, first.key, first.author, published=first.published, url=first.url)
    languages = {post.language for post in posts}
    thread.language = languages.pop() if len(languages) == 1 else None
    if root.parent is not None:
        thread.notes.append(f"Its first post answers the status {root.parent}, which is not in the capture.")
    return thread


def _name(source: SourceDraft, posts: Sequence[PostDraft]) -> None:
    """Name the source after its one writer and server, where there is only one."""
    hosts = {host_of(post.url) for post in posts if post.url}
    host = hosts.pop() if len(hosts) == 1 else None
    writers = {post.author for post in posts}
    source.publisher = host
    if len(writers) == 1 and (writer := writers.pop()):
        source.title, source.key = f"Statuses of @{writer}", slug(writer)
        source.byline = source.accounts.get(writer)

"""One status of a Mastodon server: its JSON enters, a post leaves, or the reason why it is left out.

The fields are those of Mastodon's Status entity. What cannot be stored with it carries a note.
"""

import re
from collections.abc import Sequence
from datetime import UTC, datetime

from seeds.captures.answers import Answer
from seeds.captures.drafts import PostDraft, Record, SourceDraft
from seeds.captures.fitting import fitting_handle, fitting_hashtag, fitting_language, fitting_line, fitting_url
from seeds.captures.hosts import full_handle, home_of
from seeds.captures.markup import plain_text
from seeds.captures.mentioned import tell_mentions

_MEDIA = {"image": "IMAGE", "gifv": "VIDEO", "video": "VIDEO", "audio": "AUDIO"}
_PUBLIC = ("public", "unlisted")


def left_out(status: Answer) -> str | None:
    """Say why a status is not stored; None where it is."""
    if status.inner("reblog") is not None:
        return "it repeats another's status (reblog)"
    visibility = status.text("visibility") or "public"
    if visibility not in _PUBLIC:
        return f"it is not public ({visibility})"
    if not plain_text(status.text("content") or "")[0] and not status.list("media_attachments"):
        return "it has neither words nor media"
    return None


def post_of(source: SourceDraft, status: Answer, home: str | None) -> PostDraft:
    """Read a status; its writer's name goes to the source's accounts. `home` is the server that gave it, if known."""
    writer = status.inner("account")
    acct = writer.text("acct") if writer else None
    if writer is None or acct is None:
        raise status.fault("a status has no «account» with an «acct»")
    text, links = plain_text(status.text("content") or "")
    handle = full_handle(acct, home_of([status]) or home)
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
    tell_mentions(post, status, home)
    if post.author is not None and "@" not in post.author:  # the dataset takes a handle without one for another account
        post.notes.append(f"The server of its writer «{post.author}» is not known.")
    return post


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

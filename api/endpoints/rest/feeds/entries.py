"""What a feed says, whatever its format: the answer to one question enters, a `Feed` with its entries leaves.

Ids are made of ids alone, so that a reader knows an entry again after every reload and from every server. An undated
post has no date of publication; when it was last updated is when the reload that last changed it was committed.
"""

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any, TypeAlias
from uuid import UUID, uuid5

Node: TypeAlias = Mapping[str, Any]  # Any: JSON, as the database wrote it

OURS = UUID("6f7c1a9e-52f4-5b0c-9d55-3f0f6a1b7c21")
"""The name space of our ids: drawn once, never to change."""

SIGNS = {"hashtag": "#", "account": "@"}
NAMES = ("display", "name", "title", "handle")
UNPRINTABLE = re.compile("[^\t\n\r\u0020-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")
"""What XML 1.0 cannot hold."""

DATED = {"INSTANT", "DAY"}


@dataclass(frozen=True, slots=True)
class Entry:
    """One post. Instants are RFC 3339 in UTC."""

    id: str
    url: str
    title: str
    text: str
    published: str | None
    updated: str
    language: str | None
    author: str | None
    tags: tuple[str, ...]
    rights: str


@dataclass(frozen=True, slots=True)
class Feed:
    """A feed: `address` is where it was asked for, `page` the same list as JSON."""

    id: str
    title: str
    description: str
    address: str
    page: str
    updated: str
    revision: int
    rights: str
    entries: tuple[Entry, ...]


def feed_id(path: str) -> str:
    """Return the id of a feed from its path and parameters, without the server's name."""
    return uuid5(OURS, path).urn


def title(data: Node, noun: str, searched: str | None) -> str:
    """Name a feed after the dataset, what its posts hang on, and the words searched for."""
    about = data["data"] or {}
    named = next((about[name] for name in NAMES if isinstance(about.get(name), str)), None)
    parts = [SIGNS.get(noun, "") + named] if named else []
    parts += [f"“{searched}”"] if searched else []
    return f"{data['meta']['name']}: {', '.join(parts) or 'posts'}"


def entries(nodes: Sequence[Node], revisions: Sequence[Node], home: str) -> tuple[Entry, ...]:
    """Make the entries; `home` is the address that a post's key follows."""
    committed = {each["number"]: each["committedAt"] for each in revisions}
    oldest = min(committed.values())
    return tuple(_entry(node, committed.get(node["provenance"]["revision"], oldest), home) for node in nodes)


def _entry(node: Node, updated: str, home: str) -> Entry:
    author, source = node["author"], node["source"]
    return Entry(
        id=uuid5(OURS, node["id"]).urn,
        url=node["url"] or f"{home}/{node['key']}",
        title=printable(node["title"] or node["excerpt"] or node["key"]),
        text=printable(node["text"]),
        published=published(node["published"]),
        updated=updated,
        language=node["language"],
        author=printable(author["displayName"] or f"@{author['handle']}") if author else None,
        tags=tuple(dict.fromkeys(use["hashtag"]["display"] for use in node["hashtags"])),
        rights=printable(" ".join(filter(None, (source["licence"], source["attribution"])))),
    )


def published(date: Node | None) -> str | None:
    """Return when a post was published, where that is known to the day at least."""
    if date is None or date["precision"] not in DATED:
        return None
    return str(date["instant"] or f"{date['earliest']}T00:00:00Z")


def printable(text: str) -> str:
    """Replace what XML cannot hold; JSON gets the same text."""
    return UNPRINTABLE.sub("\ufffd", text)

"""Keys and titles: of sources from a tag, a writer, a title or a name; of threads that begin with the same words.

What enters are words of the page; what leaves is a key of the seed format: lower-case ASCII letters, digits, hyphens.
"""

import hashlib
import re
import unicodedata
from collections.abc import Sequence
from pathlib import PurePath
from typing import Final

from seeds.captures.drafts import PostDraft, SourceDraft
from seeds.captures.fitting import fitting_hashtag
from seeds.captures.hosts import commonest

LONGEST = 80
_OPENING = 60
_NAMELESS: Final = {"FEED": "Statuses", "ARTICLE": "Article without a title", "THREAD_LISTING": "Page without a title"}
_LATIN = str.maketrans({"ə": "e", "Ə": "e", "ı": "i", "ß": "ss", "ø": "o", "Ø": "o", "ł": "l", "Ł": "l", "đ": "d"})


def slug(words: str) -> str:
    """Make a key; words in a script without a Latin form get a short hash, which is as stable."""
    plain = unicodedata.normalize("NFKD", words.translate(_LATIN)).lower()
    plain = re.sub(r"[\u0300-\u036f'’‘]", "", plain)
    parts = re.findall(r"[a-z0-9]+", plain)
    letters = sum(map(str.isalnum, plain))
    if letters == 0 or sum(map(len, parts)) * 2 < letters:
        return f"x-{_digest(words)}"
    return _shortened(parts)


def name_after_account(source: SourceDraft, handle: str) -> None:
    """Name a feed after its one writer."""
    source.key, source.title = slug(handle), f"Statuses of @{handle}"


def name_after_tag(source: SourceDraft, tag: str, server: str | None) -> None:
    """Name a feed after the tag that its statuses share, and the server that was asked for it."""
    source.key = f"{slug(server)}-tags-{slug(tag)}" if server else f"tags-{slug(tag)}"
    source.title = f"#{tag} on {server}" if server else f"#{tag}"


def name_after_status(source: SourceDraft, identity: str, server: str | None, first: PostDraft | None) -> None:
    """Name a conversation after its first status; `first` is None where only the id of that one is known."""
    source.key = f"{slug(server)}-statuses-{slug(identity)}" if server else f"statuses-{slug(identity)}"
    source.title = f"Conversation about the status {identity}" + (f" on {server}" if server else "")
    if first is not None:
        who = f" begun by @{first.author}" if first.author else ""
        words = " ".join(first.text.split())
        words = words if len(words) <= _OPENING else f"{words[: _OPENING - 1].rstrip()}…"
        source.title = f"Conversation{who}: {words}" if words else f"Conversation{who}"


def shared_tags(tagged: Sequence[Sequence[str | None]]) -> list[str]:
    """Return the tags that all statuses have, each as most of them spell it; what enters are the tags of each."""
    names = [[name for name in one if fitting_hashtag(name)] for one in tagged]
    spelt = [name for one in names for name in one if name]
    shared = set.intersection(*({name.casefold() for name in one if name} for one in names)) if names else set()
    found = [commonest(name for name in spelt if name.casefold() == tag) for tag in sorted(shared)]
    return [name for name in found if name]


def name_after_file(source: SourceDraft, name: str, text: str) -> None:
    """Name a source that does not name itself: after its file, wherever that lies; else by a digest of the capture.

    What comes through a pipe has no name: `-`, or one of the system's own such as /dev/fd/63, another one next time.
    """
    base = PurePath(name).name
    if base in ("", "-") or name.startswith("/dev/"):
        place = f" on {source.publisher}" if source.publisher else ""
        source.key, source.title = f"x-{_digest(text)}", f"{_NAMELESS[source.kind]}{place}"
    else:
        source.key, source.title = slug(base), base


def tell_apart(source: SourceDraft) -> None:
    """Give a thread a key of its own where one below it begins with the same words, as the default key would clash.

    Pages list the newest first: what stood alone when the page was last saved stands below now, and keeps its key. The
    other's is made of all its words, so that it holds wherever the thread is listed. A thread whose first post has
    blanks at a line's end, or composed letters in parts, gets the key that the default would be without these.
    """
    openings: set[str] = set()
    keys: set[str] = set()
    for number, thread in enumerate(reversed(source.threads), 1):
        opening = normal(thread.posts[0].text)
        if thread.key is None and opening in openings:
            key = f"{source.key}/{_digest(chr(10).join(post.text for post in thread.posts))}-again"
            thread.key = key if key not in keys else f"{key}-{number}"
            thread.notes.append("A thread below begins with the same words; it may be the same one.")
        elif thread.key is None and opening != thread.posts[0].text:
            thread.key = f"{source.key}/{_digest(opening)}"
        openings.add(opening)
        keys.add(thread.key or "")


def normal(words: str) -> str:
    """Return the words as keys see them: composed letters whole (NFC), no blanks at a line's end.

    These differ between two savings of one page, and no reader sees them.
    """
    return "\n".join(line.rstrip() for line in unicodedata.normalize("NFC", words).split("\n"))


def _digest(words: str) -> str:
    return hashlib.sha256(normal(words).encode()).hexdigest()[:10]


def _shortened(parts: list[str]) -> str:
    key = parts[0][:LONGEST]
    for part in parts[1:]:
        if len(key) + 1 + len(part) > LONGEST:
            break
        key += f"-{part}"
    return key

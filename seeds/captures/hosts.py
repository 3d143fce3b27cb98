"""What an address says: the site, the kind of page, the writer, the thread's number, the server of an account.

What enters is the address, when the caller knows it; what leaves is never guessed: an unknown host says nothing.
"""

import re
from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Final
from urllib.parse import urlsplit

from seeds.captures.answers import Answer
from seeds.captures.kinds import Kind

_PUBLISHERS: Final = {
    "threadreaderapp.com": "Thread Reader",
    "staging.threadreaderapp.com": "Thread Reader",
    "tttthreads.com": "Thread Reader",
    "twtext.com": "twtext",
    "twunroll.com": "Twunroll",
    "threader.app": "Threader",
}
_ADDRESS = re.compile(r"(?:https?://)?(?:www\.)?(?P<host>[^/\s]+)/(?P<room>\w+)/(?P<item>[^/?#\s]+)")
_HOST = re.compile(r"[a-z0-9][a-z0-9.-]*")
_ROOMS: Final = {
    "hashtag": Kind.HASHTAG_PAGE,
    "user": Kind.USER_PAGE,
    "thread": Kind.THREAD_PAGE,
    "article": Kind.THREAD_PAGE,
    "scrolly": Kind.SCROLLY_PAGE,
}


@dataclass(frozen=True, slots=True)
class Origin:
    """Where a capture comes from: its file's name, and its address when that is known."""

    name: str
    url: str | None = None

    @property
    def publisher(self) -> str | None:
        """The site's name, for the hosts that unroll threads."""
        found = self._address()
        return _PUBLISHERS.get(found["host"].lower()) if found else None

    @property
    def kind(self) -> Kind | None:
        """The kind of page that lives at such an address."""
        found = self._address()
        return _ROOMS.get(found["room"]) if found and self.publisher else None

    @property
    def handle(self) -> str | None:
        """The writer, where the address is a writer's page."""
        found = self._address()
        return found["item"] if found and self.kind is Kind.USER_PAGE else None

    @property
    def thread(self) -> str | None:
        """The number of the thread's first post, where the address is a thread's page."""
        found = self._address()
        number = re.match(r"\d+", found["item"]) if found and self.publisher else None
        return number.group() if number else None

    def _address(self) -> re.Match[str] | None:
        return _ADDRESS.match(self.url) if self.url else None


def host_of(*urls: str | None) -> str | None:
    """Return the host of the first address that has one, in the small ASCII letters that a handle can hold."""
    for url in urls:
        try:
            host = (urlsplit(url or "").hostname or "").encode("idna").decode()
        except ValueError:  # brackets that hold no number, a label that is too long
            continue
        if _HOST.fullmatch(host):
            return host
    return None


def full_handle(acct: str, host: str | None) -> str:
    """Give a handle its server: a server leaves its own name off, and nobody else's."""
    return acct if "@" in acct or host is None else f"{acct}@{host}"


def home_of(statuses: Sequence[Answer]) -> str | None:
    """Return the host of the server that gave these, which its own accounts tell: their names hold no host."""
    writers = [(writer, status) for status in statuses if (writer := status.inner("account"))]
    urls = [
        (writer.text("url"), status.text("url"), status.text("uri"))
        for writer, status in writers
        if "@" not in (writer.text("acct") or "@")
    ]
    return commonest(host for one in urls if (host := host_of(*one)))


def commonest(words: Iterable[str]) -> str | None:
    """Return what stands most often; of several, the first by letters, as their order may be another one next time."""
    counted = Counter(words)
    return min(counted, key=lambda word: (-counted[word], word), default=None)

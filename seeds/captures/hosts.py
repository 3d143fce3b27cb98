"""What a page's address says: the site, the kind of page, the writer, the thread's number.

What enters is the address, when the caller knows it; what leaves is never guessed: an unknown host says nothing.
"""

import re
from dataclasses import dataclass
from typing import Final

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

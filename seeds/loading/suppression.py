"""What is never loaded, whatever the seeds hold: accounts by handle, anything by its address, posts by key.

A suppressed account's threads and posts are left out, and its mentions by others name nobody; a suppressed source or
thread is left out with all its posts. The texts of others stay verbatim.
"""

from collections.abc import Iterable
from dataclasses import dataclass
from hashlib import sha256

import orjson

from seeds.loading.handles import account_key
from seeds.records import Source, Suppress, Thread


@dataclass(frozen=True, slots=True)
class Suppression:
    """All suppression lists of a dataset as one; handles are case folded, addresses are compared as written."""

    handles: frozenset[str] = frozenset()
    urls: frozenset[str] = frozenset()
    posts: frozenset[str] = frozenset()

    @property
    def digest(self) -> str:
        """The same for the same lists, however they are spread over files."""
        return sha256(orjson.dumps([sorted(self.handles), sorted(self.urls), sorted(self.posts)])).hexdigest()

    def account(self, handle: str | None) -> bool:
        """Tell whether the account of that handle is suppressed."""
        return handle is not None and account_key(handle) in self.handles

    def source(self, source: Source) -> bool:
        """Tell whether a source is left out."""
        return source.url in self.urls

    def thread(self, thread: Thread) -> bool:
        """Tell whether a thread is left out; its source is looked at elsewhere."""
        return thread.url in self.urls or self.account(thread.author)

    def post(self, key: str, url: str | None, author: str | None) -> bool:
        """Tell whether a post is left out; its thread and source are looked at elsewhere."""
        return key in self.posts or url in self.urls or self.account(author)


def united(lists: Iterable[Suppress]) -> Suppression:
    """Unite the lists of all files."""
    every = list(lists)
    return Suppression(
        frozenset(account_key(handle) for one in every for handle in one.handles),
        frozenset(url for one in every for url in one.urls),
        frozenset(key for one in every for key in one.posts),
    )

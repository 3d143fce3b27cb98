"""Answers remembered in this process: a question enters, its answer leaves with the revision it was read from.

A statement tells its data and the *stamp* of the revision in one snapshot, so that an answer never goes under a tag
that is not its own, whatever is reloaded meanwhile. All this happens on the event loop: nothing here locks.
"""

from collections.abc import Awaitable, Callable
from hashlib import blake2b
from typing import NamedTuple

from api.compiler.recent import Recent
from api.endpoints.current import NOTHING_READ, Current
from api.endpoints.preconditions import ANY, matches
from api.endpoints.questions import Key, Question

OVERHEAD = 600
"""Bytes that an entry takes beside its texts, rounded up."""
LARGEST_SHARE = 8
"""An answer of more than this part of the whole memory would push out too many others."""

NO_KEY: Key = ("", None, b"")


class Answer(NamedTuple):
    """The JSON text of `data`, and the stamp of the revision it was read from: the same only for the same dataset."""

    data: bytes
    stamp: str


class Validated(NamedTuple):
    """An answer to a conditional request. Without `data` the client has it already: 304."""

    tag: str
    data: bytes | None


class Remembered:
    """Answers of one revision, the least used forgotten first, of at most so many bytes together."""

    def __init__(self, limit: int) -> None:
        self._limit = limit
        self._stamp = NOTHING_READ
        self.kept: Recent[Key, Answer] = Recent(limit)

    def turn(self, stamp: str) -> None:
        """Forget everything when the revision is another."""
        if stamp != self._stamp and self._stamp != NOTHING_READ:
            self.kept.clear()
        self._stamp = stamp

    def put(self, key: Key, answer: Answer) -> Answer:
        """Keep an answer, unless it is of another revision or too long, and return it."""
        weight = OVERHEAD + 4 * len(key[0]) + len(key[2]) + len(answer.data)  # a text takes up to 4 bytes a character
        if answer.stamp not in {self._stamp, NOTHING_READ} or weight > self._limit // LARGEST_SHARE:
            return answer
        return self.kept.put(key, answer, weight)


class Caching:
    """The mill behind a memory of `limit` bytes (0: none). `salt` is what answers depend on beside the dataset."""

    def __init__(
        self,
        answer: Callable[[Question], Awaitable[Answer]],
        current: Current,
        limit: int,
        salt: str,
    ) -> None:
        self._answer = answer
        self._current = current
        self._limit = limit
        self._salt = salt.encode()
        self._remembered = Remembered(limit)

    def at_hand(self, asked: Question) -> bytes | None:
        """Return the JSON text of `data` if it is remembered, and known to be current without a look."""
        current = self._current
        if not self._limit or not current.fresh or (key := asked.key) is None:
            return None
        self._remembered.turn(current.latest)
        kept = self._remembered.kept.get(key)
        return None if kept is None else kept.data

    async def data(self, asked: Question) -> bytes:
        """Return the JSON text of `data`, remembered or new; raises what the mill raises, and remembers no error."""
        return (await self._found(asked, asked.key if self._limit else None)).data

    async def validated(self, asked: Question, form: bytes, known: str) -> Validated:
        """Answer a GET request: `form` is the representation (media type, encoding), `known` its If-None-Match.

        A tag the client knows is compared with the current revision's, before anything is asked (RFC 9110, 13.1.2).
        """
        key = asked.key
        if key and known not in {"", ANY} and matches(known, tag := self._tag(await self._current.stamp(), key, form)):
            return Validated(tag, None)
        answer = await self._found(asked, key if self._limit else None)
        tag = self._tag(answer.stamp, key or NO_KEY, form)
        return Validated(tag, None if known == ANY else answer.data)

    async def _found(self, asked: Question, key: Key | None) -> Answer:
        if key is None:
            return await self._new(asked)
        if self._remembered.kept.get(key) is not None:
            self._remembered.turn(await self._current.stamp())
            if (kept := self._remembered.kept.get(key)) is not None:
                return kept
        return self._remembered.put(key, await self._new(asked))

    async def _new(self, asked: Question) -> Answer:
        since = self._current.clock()
        answer = await self._answer(asked)
        self._current.met(answer.stamp, since)
        self._remembered.turn(self._current.latest)
        return answer

    def _tag(self, stamp: str, key: Key, form: bytes) -> str:
        """Return the entity tag of an answer: strong, since these make its bytes; quoted as HTTP wants it."""
        query, operation, variables = key
        parts = (self._salt, stamp.encode(), form, query.encode(), (operation or "").encode(), variables)
        digest = blake2b(b"".join(b"%d:%b" % (len(part), part) for part in parts), digest_size=12)
        return f'"{digest.hexdigest()}"'

"""Answers remembered in this process: a question enters, its answer leaves with the revision it was read from.

A statement tells its data and the *stamp* of the revision in one snapshot, so that an answer never goes under a tag
that is not its own, whatever is reloaded meanwhile. Which revision is current is looked up when somebody asks and the
last look is `FRESH` seconds old. All this happens on the event loop: nothing here waits or locks.
"""

from collections import OrderedDict
from collections.abc import Awaitable, Callable
from hashlib import blake2b
from time import monotonic
from typing import NamedTuple

import orjson

from api.endpoints.questions import Question

FRESH = 0.4
"""Seconds between two looks at the current revision: with the look and the answer, a reload is seen within a second."""
OVERHEAD = 600
"""Bytes that an entry takes beside its texts, rounded up."""
LARGEST_SHARE = 8
"""An answer of more than this part of the whole memory would push out too many others."""

NOTHING_READ = ""
"""The stamp of an answer that read nothing stored: what a schema says of itself is the same in every revision."""

Key = tuple[str, str | None, bytes]


class Answer(NamedTuple):
    """The JSON text of `data`, and the stamp of the revision it was read from: the same only for the same dataset."""

    data: bytes
    stamp: str


class Validated(NamedTuple):
    """An answer to a conditional request. Without `data` the client has it already: 304."""

    tag: bytes
    data: bytes | None


def key_of(asked: Question) -> Key:
    """Make the key of a question: equal only where document, operation and variables are."""
    variables = orjson.dumps(asked.variables, option=orjson.OPT_SORT_KEYS) if asked.variables else b""
    return asked.query or "", asked.operation_name, variables


class Remembered:
    """Answers of one revision, the least used forgotten first, of at most so many bytes together."""

    def __init__(self, limit: int) -> None:
        self._limit = limit
        self._kept: OrderedDict[Key, Answer] = OrderedDict()
        self._stamp = ""
        self.size = 0

    def turn(self, stamp: str) -> None:
        """Forget everything when the revision is another."""
        if stamp != self._stamp:
            self._stamp = stamp
            self._kept.clear()
            self.size = 0

    def get(self, key: Key) -> Answer | None:
        found = self._kept.get(key)
        if found is not None:
            self._kept.move_to_end(key)
        return found

    def put(self, key: Key, answer: Answer) -> None:
        """Keep an answer, unless it is of another revision or too long."""
        size = _size(key, answer)
        if answer.stamp not in {self._stamp, NOTHING_READ} or size > self._limit // LARGEST_SHARE:
            return
        before = self._kept.pop(key, None)
        self.size += size - (0 if before is None else _size(key, before))
        self._kept[key] = answer
        while self.size > self._limit:
            self.size -= _size(*self._kept.popitem(last=False))


def _size(key: Key, answer: Answer) -> int:
    return OVERHEAD + 4 * len(key[0]) + len(key[2]) + len(answer.data)  # a text takes up to four bytes a character


class Current:
    """The stamp of the current revision, at most `FRESH` seconds old; `read` looks it up."""

    def __init__(self, read: Callable[[], Awaitable[str]], clock: Callable[[], float] = monotonic) -> None:
        self._read = read
        self._clock = clock
        self._stamp = ""
        self._looked = float("-inf")

    async def stamp(self) -> str:
        """Return the stamp; raises what `read` raises."""
        now = self._clock()
        if now - self._looked >= FRESH:
            self._stamp = await self._read()
            self._looked = now  # the moment before the look: what is committed during it counts as not seen
        return self._stamp

    def met(self, stamp: str) -> None:
        """An answer came from this revision. If it is another one, the next question looks again."""
        if stamp not in {self._stamp, NOTHING_READ}:
            self._looked = float("-inf")


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

    async def answer(self, asked: Question) -> Answer:
        """Return the answer, remembered or new; raises what the mill raises, and remembers no error."""
        if not self._limit:
            return await self._answer(asked)
        key = key_of(asked)
        self._remembered.turn(await self._current.stamp())
        found = self._remembered.get(key)
        if found is None:
            found = await self._answer(asked)
            self._current.met(found.stamp)
            self._remembered.put(key, found)
        return found

    async def data(self, asked: Question) -> bytes:
        """Return the JSON text of `data` alone, remembered or new."""
        return (await self.answer(asked)).data

    async def validated(self, asked: Question, form: bytes, known: bytes) -> Validated:
        """Answer a GET request: `form` is the representation (media type, encoding), `known` its If-None-Match.

        A tag the client knows is compared with the current revision's, before anything is asked (RFC 9110, 13.1.2).
        """
        if known:
            tag = self._tag(await self._current.stamp(), asked, form)
            if _names(known, tag):
                return Validated(tag, None)
        answer = await self.answer(asked)
        return Validated(self._tag(answer.stamp, asked, form), answer.data)

    def _tag(self, stamp: str, asked: Question, form: bytes) -> bytes:
        """Return the entity tag of an answer: strong, since these make its bytes; quoted as HTTP wants it."""
        query, operation, variables = key_of(asked)
        parts = (self._salt, stamp.encode(), form, query.encode(), (operation or "").encode(), variables)
        digest = blake2b(b"".join(b"%d:%b" % (len(part), part) for part in parts), digest_size=12)
        return f'"{digest.hexdigest()}"'.encode()


def _names(known: bytes, tag: bytes) -> bool:
    """Tell whether an If-None-Match header names a tag; the comparison is the weak one."""
    listed = [each.strip().removeprefix(b"W/") for each in known.split(b",")]
    return tag in listed or listed == [b"*"]

"""One seed file on its way into the private database: a file enters, batches of packed records leave, then its end.

Pure and picklable, so that it may run in any process.
"""

import pickle
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from typing import Final

from api.errors import Fault
from api.models import identify
from seeds.loading.batches import in_batches
from seeds.loading.holdings import Holding
from seeds.loading.origins import Origin
from seeds.loading.staged_records import PackedPost, PackedThread
from seeds.loading.surveying import Input
from seeds.reading import Fact, Located, SeedPath, SeedStream, facts_of
from seeds.records import Post, Record, Thread

_BATCH: Final = 1000


@dataclass(slots=True)
class Batch:
    """Some records of a file: threads and posts packed, all others as they are, and the facts of all."""

    threads: list[PackedThread] = field(default_factory=list)
    posts: list[PackedPost] = field(default_factory=list)
    others: list[tuple[Record, Origin]] = field(default_factory=list)
    facts: list[Fact] = field(default_factory=list)


@dataclass(frozen=True, slots=True)
class Ending:
    """What is known of a file when it is read: what it holds, and what is wrong with it.

    `broken` are the keys of records with faults, which are taken all the same; `partial`: some could not be parsed.
    """

    holding: Holding
    faults: list[Fault]
    total: int
    broken: list[Fact]
    partial: bool


def batches(given: Input) -> Iterator[Batch | Ending]:
    """Read a file; its Ending comes last."""
    stream, holding = SeedStream(SeedPath(given.path, given.file)), Holding()
    for some in in_batches(stream, _BATCH):
        yield _batch(some, given.sha256, holding)
    if stream.sha256 not in ("", given.sha256):
        hint = "try again when nobody writes to it"
        stream.faults.add(Fault(given.file, 0, 0, "", "was changed while it was read", hint))
    holding.close()
    yield Ending(holding, stream.faults.listed, stream.faults.total, stream.broken, stream.partial)


def whole(given: Input) -> list[bytes]:
    """Read a file at once, in a process of its own; each batch stays packed until it is wanted."""
    return [pickle.dumps(batch, pickle.HIGHEST_PROTOCOL) for batch in batches(given)]


def unpacked(packed: Iterable[bytes]) -> Iterator[Batch | Ending]:
    """Take out what `whole` packed, batch by batch."""
    return map(pickle.loads, packed)


def _batch(some: list[Located], sha256: str, holding: Holding) -> Batch:
    batch = Batch()
    for located in some:
        origin = Origin(located.file, located.line, located.column, sha256)
        holding.take(located.record)
        batch.facts.extend(facts_of(located))
        match located.record:
            case Post() as post:
                thread = identify("Thread", post.thread) if post.thread is not None else None
                packed = _packed(post, origin)
                batch.posts.append((identify("Post", post.key), packed, thread, post.position, post.source))
            case Thread() as one:
                number, packed = identify("Thread", one.key), _packed(one, origin)
                batch.threads.append((number, packed, one.source, one.rank, one.language, one.author))
            case other:
                batch.others.append((other, origin))
    return batch


def _packed(record: Record, origin: Origin) -> bytes:
    return pickle.dumps((record, origin), pickle.HIGHEST_PROTOCOL)

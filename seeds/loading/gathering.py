"""Reading seeds into the private database: files enter; threads and posts are staged, all else is kept at hand."""

import pickle
from collections.abc import Iterable
from dataclasses import dataclass, field

from api.errors import Fault
from api.models import identify
from seeds.loading.origins import Origin
from seeds.loading.staging import Staging, in_batches
from seeds.loading.surveying import Input
from seeds.reading import Crossing, Faults, Located, SeedPath, SeedStream, facts_of
from seeds.records import Account, Dataset, HashtagAlias, PlaceRecord, Post, Source, Suppress, Thread

_BATCH = 1000


@dataclass(slots=True)
class Gathered:
    """What seeds hold beside threads and posts: little enough to be kept in memory."""

    dataset: Dataset | None = None
    sources: list[tuple[Source, Origin]] = field(default_factory=list)
    places: list[tuple[PlaceRecord, Origin]] = field(default_factory=list)
    accounts: list[Account] = field(default_factory=list)
    aliases: list[HashtagAlias] = field(default_factory=list)
    suppressed: list[Suppress] = field(default_factory=list)


def gather(inputs: Iterable[Input], staging: Staging, crossing: Crossing, faults: Faults) -> Gathered:
    """Read all files; what is wrong in one goes to `faults`, what may be wrong between them to `crossing`."""
    gathered = Gathered()
    for given in inputs:
        stream = SeedStream(SeedPath(given.path, given.file), faults)
        facts = []
        for batch in in_batches(stream, _BATCH):
            _keep(batch, given.sha256, gathered, staging)
            facts.extend(fact for located in batch for fact in facts_of(located))
        crossing.add(facts)
        if stream.sha256 not in ("", given.sha256):
            faults.add(Fault(given.file, 0, 0, "", "was changed while it was read", "try again when nobody writes to it"))
    return gathered


def _keep(batch: Iterable[Located], sha256: str, gathered: Gathered, staging: Staging) -> None:
    threads, posts = [], []
    for located in batch:
        origin = Origin(located.file, located.line, located.column, sha256)
        match located.record:
            case Post():
                posts.append((located.record, origin))
            case Thread():
                threads.append((located.record, origin))
            case Source():
                gathered.sources.append((located.record, origin))
            case PlaceRecord():
                gathered.places.append((located.record, origin))
            case Account():
                gathered.accounts.append(located.record)
            case HashtagAlias():
                gathered.aliases.append(located.record)
            case Suppress():
                gathered.suppressed.append(located.record)
            case Dataset():
                gathered.dataset = located.record
    staging.keep_threads(
        (identify("Thread", thread.key), packed(thread, origin), thread.source, thread.rank, thread.language, thread.author)
        for thread, origin in threads
    )
    staging.keep_posts(
        (identify("Post", post.key), packed(post, origin), post.thread and identify("Thread", post.thread), post.source)
        for post, origin in posts
    )


def packed(record: Post | Thread, origin: Origin) -> bytes:
    """Put a record and its origin into bytes, for this process and its workers only."""
    return pickle.dumps((record, origin), pickle.HIGHEST_PROTOCOL)

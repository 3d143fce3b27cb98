"""What is here beside what is said to exist, for one thread and summed up over several."""

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass

from api.models import Post, Thread
from oracle.world import World


@dataclass(frozen=True, slots=True)
class Coverage:
    """The posts here, and two statements of how many there are."""

    visible: int
    total: int | None
    claimed: int | None
    mismatch: bool

    @property
    def ratio(self) -> float | None:
        return round(self.visible / self.total, 6) if self.total else None

    @property
    def is_complete(self) -> bool | None:
        return None if self.total is None else self.visible >= self.total


def of_thread(world: World, thread: Thread) -> Coverage:
    return part(len(world.thread_posts[thread.id]), thread)


def of_threads(world: World, threads: Iterable[Thread]) -> Coverage:
    return summed([of_thread(world, thread) for thread in threads])


def of_posts(world: World, posts: Iterable[Post]) -> Coverage:
    """Posts by thread; those without one are a part of which nothing is known."""
    groups = Counter(post.thread_id for post in posts)
    return summed([part(count, world.threads.get(number or 0)) for number, count in groups.items()])


def part(visible: int, thread: Thread | None) -> Coverage:
    if thread is None:
        return Coverage(visible, None, None, mismatch=False)
    both = thread.total is not None and thread.claimed is not None
    return Coverage(visible, thread.total, thread.claimed, mismatch=both and thread.total != thread.claimed)


def summed(parts: list[Coverage]) -> Coverage:
    return Coverage(
        sum(one.visible for one in parts),
        added([one.total for one in parts]),
        added([one.claimed for one in parts]),
        mismatch=any(one.mismatch for one in parts),
    )


def added(numbers: list[int | None]) -> int | None:
    """The sum where every part states a number; over no parts nothing is stated."""
    known = [number for number in numbers if number is not None]
    return sum(known) if known and len(known) == len(numbers) else None

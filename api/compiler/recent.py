"""A cache with two bounds: things and what each weighs enter, the most recently used ones stay."""

from collections import OrderedDict
from sys import maxsize
from threading import Lock
from typing import Generic, TypeVar

Key = TypeVar("Key")
Kept = TypeVar("Kept")


class Recent(Generic[Key, Kept]):
    """The most recently used things, at most `most_bytes` and `most` of them. Safe to share among threads."""

    def __init__(self, most_bytes: int, most: int = maxsize) -> None:
        self._most_bytes = most_bytes
        self._most = most
        self.size = 0
        self._kept: OrderedDict[Key, tuple[Kept, int]] = OrderedDict()
        self._lock = Lock()

    def get(self, key: Key) -> Kept | None:
        with self._lock:
            found = self._kept.get(key)
            if found is None:
                return None
            self._kept.move_to_end(key)
            return found[0]

    def put(self, key: Key, kept: Kept, weight: int) -> Kept:
        """Keep a thing that takes about `weight` bytes, and return it; one over the whole bound is not kept."""
        if weight > self._most_bytes:
            return kept
        with self._lock:
            self._forget(self._kept.pop(key, None))
            self._kept[key] = kept, weight
            self.size += weight
            while len(self._kept) > self._most or self.size > self._most_bytes:
                self._forget(self._kept.popitem(last=False)[1])
            return kept

    def clear(self) -> None:
        """Forget everything."""
        with self._lock:
            self._kept.clear()
            self.size = 0

    def _forget(self, gone: tuple[Kept, int] | None) -> None:
        if gone is not None:
            self.size -= gone[1]

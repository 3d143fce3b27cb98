"""Checks across records and files: facts enter, file by file; complaints leave: names taken twice, dangling names.

A post costs 16 bytes for its key and 16 for its position, a thread as much and some 80 more; names in full are kept
of sources and places, and of what is needed before it is met.
"""

from collections.abc import Collection, Iterable, Iterator
from dataclasses import dataclass
from typing import Final, Literal, NamedTuple

from seeds.reading.ancestry import loop
from seeds.reading.facts import Fact, FactKind
from seeds.reading.taken import Spot, TakenNames
from seeds.reading.trees import Path

_TWICE: Final = {
    "account": "this account is described already, in other words",
    "tag": "one of its tags is in an alias already",
    "dataset": "the dataset is described already",
    **{kind: f"the key of this {kind} is taken" for kind in ("source", "thread", "post", "place")},
}
_HINTS: Final = {
    "tag": "a tag belongs to one alias; join the two",
    "dataset": "keep one of them",
    "account": "keep one, or let both give the same handle and display name; large and small letters are the same here",
}


class Complaint(NamedTuple):
    """A fault of a valid record, before its place is looked up. `about` is the other place it speaks of."""

    spot: Spot
    path: Path
    message: str
    hint: str | None = None
    about: Spot | None = None


@dataclass(slots=True)
class _Reference:
    """A name that is needed and was not met yet: where it is needed first, and how often."""

    spot: Spot
    path: Path
    users: int = 1


class Crossing:
    """Takes the facts of all files, then says what does not fit together."""

    def __init__(self) -> None:
        self._keys: dict[FactKind, TakenNames] = {}
        self._orders: dict[Literal["thread", "post"], TakenNames] = {"thread": TakenNames(), "post": TakenNames()}
        self._known: dict[str, dict[int, int]] = {"source": {}, "thread": {}, "place": {}}
        """By kind the hashes of the keys that were met, each with the number of its source."""
        self._sources: dict[str | None, int] = {None: 0}
        self._needed: dict[tuple[str, str], _Reference] = {}
        self._homes: dict[tuple[str, str], Spot] = {}
        """Threads and the sources that posts say these have, where the thread is not known to have that one."""
        self._parents: dict[str, tuple[Spot, tuple[str, ...]]] = {}
        self._said: dict[str, tuple[str | None, ...]] = {}
        """What accounts are said to be: imports of two pages may well describe the same writer."""
        self._files = 0

    def add(self, facts: Iterable[Fact]) -> None:
        """Take the facts of one more file."""
        number = self._files
        self._files += 1
        for fact in facts:
            self._take(fact, Spot(number, fact.line, fact.column))

    @property
    def has_places(self) -> bool:
        """True when the seeds bring a gazetteer of their own."""
        return bool(self._known["place"])

    def _take(self, fact: Fact, spot: Spot) -> None:
        if fact.kind == "account" and self._is_said(fact):
            return
        if fact.kind not in self._keys:
            self._keys[fact.kind] = TakenNames()
        self._keys[fact.kind].add((fact.kind, fact.key), spot)
        if fact.kind in self._known:
            self._known[fact.kind][hash(fact.key)] = self._number(fact.source)
            self._needed.pop((fact.kind, fact.key), None)
        if fact.kind == "thread" and fact.source is not None:
            self._orders["thread"].add((fact.source, str(fact.order)), spot)
        elif fact.kind == "post" and fact.thread is not None:
            self._orders["post"].add((fact.thread, str(fact.order)), spot)
            self._need("thread", fact.thread, spot, ("thread",))
            if fact.source is not None and self._home(fact.thread) != self._number(fact.source):
                self._homes.setdefault((fact.thread, fact.source), spot)
        if fact.source is not None:
            self._need("source", fact.source, spot, ("source",))
        if fact.kind == "place" and fact.places:
            self._parents[fact.key] = (spot, fact.places)
        field = "parents" if fact.kind == "place" else "places"
        for place in fact.places:
            self._need("place", place, spot, (field, place))

    def _is_said(self, account: Fact) -> bool:
        """Whether the same was said of an account before."""
        known = self._said.get(account.key)
        self._said.setdefault(account.key, account.said)
        return known == account.said

    def _number(self, source: str | None) -> int:
        return self._sources.setdefault(source, len(self._sources))

    def _home(self, thread: str) -> int:
        """The number of a thread's source; 0 where none is known."""
        return self._known["thread"].get(hash(thread), 0)

    def _need(self, kind: str, key: str, spot: Spot, path: Path) -> None:
        if hash(key) in self._known[kind]:
            return
        waiting = self._needed.get((kind, key))
        if waiting is None:
            self._needed[kind, key] = _Reference(spot, path)
        else:
            waiting.users += 1

    def complaints(self, gazetteer: Collection[str] = (), *, partial: bool = False) -> Iterator[Complaint]:
        """All complaints. `gazetteer` names places that are known although no file brings them.

        With `partial` a part of the seeds could not be read: what seems to be missing may stand there, and is not told.
        """
        yield from self._twice()
        if not partial:
            yield from self._nowhere(gazetteer)
        yield from self._astray()
        yield from self._circles()

    def _twice(self) -> Iterator[Complaint]:
        for kind, names in self._keys.items():
            path: Path = {"account": ("handle",), "tag": (), "dataset": ()}.get(kind, ("key",))
            for first, spot in names.taken_twice():
                yield Complaint(
                    spot, path, _TWICE.get(kind, f"this {kind} is written already"), _HINTS.get(kind), first
                )
        for kind, field in (("thread", "rank"), ("post", "position")):
            for first, spot in self._orders["thread" if kind == "thread" else "post"].taken_twice():
                parent = "source" if kind == "thread" else "thread"
                message, hint = (
                    f"another {kind} of this {parent} has the same {field}",
                    f"write `{field}:` in one of them",
                )
                yield Complaint(spot, (field,), message, hint, first)

    def _nowhere(self, gazetteer: Collection[str]) -> Iterator[Complaint]:
        for (kind, key), needed in self._needed.items():
            if kind == "place" and key in gazetteer:
                continue
            others = needed.users - 1
            more = f" ({others:,} more need it)" if others else ""
            message, hint = f"there is no {kind} `{key}`{more}", f"add the {kind}, or correct the key"
            yield Complaint(needed.spot, needed.path, message, hint)

    def _astray(self) -> Iterator[Complaint]:
        names = dict(zip(self._sources.values(), self._sources, strict=True))
        for (thread, source), spot in self._homes.items():
            home = names[self._home(thread)]
            if home is not None and home != source:
                message = f"the thread `{thread}` belongs to `{home}`, not to `{source}`"
                yield Complaint(spot, ("source",), message, "leave `source` out: the thread says it")

    def _circles(self) -> Iterator[Complaint]:
        for keys in loop({key: parents for key, (_, parents) in self._parents.items()}):
            spot, _ = self._parents[keys[0]]
            circle = " in ".join(f"`{key}`" for key in (*keys, keys[0]))
            yield Complaint(
                spot, ("parents", keys[1 % len(keys)]), f"the places lie in a circle: {circle}", "remove one"
            )

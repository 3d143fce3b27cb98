"""Checks across records and files: facts enter, file by file; complaints leave: names taken twice, dangling names.

A million posts cost 16 bytes for each key and each position; everything else grows with threads, sources and places.
"""

from array import array
from collections import defaultdict
from collections.abc import Collection, Iterable, Iterator
from itertools import pairwise
from typing import Final, Literal, NamedTuple

from seeds.reading.ancestry import loop
from seeds.reading.facts import Fact, FactKind
from seeds.reading.trees import Path

_MASK: Final = 2**64 - 1
_TWICE: Final = {
    "account": "this handle is written already",
    "tag": "one of its tags is in an alias already",
    "dataset": "the dataset is described already",
    **{kind: f"the key of this {kind} is taken" for kind in ("source", "thread", "post", "place")},
}
_HINTS: Final = {
    "tag": "a tag belongs to one alias; join the two",
    "dataset": "keep one of them",
    "account": "keep one of them; handles are the same in large and small letters",
}


class Spot(NamedTuple):
    """A record's place: the file's number in order of adding, line and column."""

    file: int
    line: int
    column: int


class Complaint(NamedTuple):
    """A fault of a valid record, before its place is looked up. `about` is the other place it speaks of."""

    spot: Spot
    path: Path
    message: str
    hint: str | None = None
    about: Spot | None = None


class _Names:
    """Which names are taken: eight bytes for the name, eight for the place, found again by sorting."""

    def __init__(self) -> None:
        self._hashes = array("Q")
        self._spots = array("Q")

    def add(self, name: tuple[str, str], spot: Spot) -> None:
        self._hashes.append(hash(name) & _MASK)
        self._spots.append(spot.file << 44 | spot.line << 12 | min(spot.column, 4095))

    def taken_twice(self) -> Iterator[tuple[Spot, Spot]]:
        """The first place of a name and each further one."""
        ordered = sorted(self._hashes)
        twice = {one for one, other in pairwise(ordered) if one == other}
        if not twice:
            return
        spots: defaultdict[int, list[Spot]] = defaultdict(list)
        for name, packed in zip(self._hashes, self._spots, strict=True):
            if name in twice:
                spots[name].append(Spot(packed >> 44, packed >> 12 & (2**32 - 1), packed & 4095))
        for first, *others in map(sorted, spots.values()):
            yield from ((first, spot) for spot in others)


class _Reference(NamedTuple):
    spot: Spot
    path: Path


class Crossing:
    """Takes the facts of all files, then says what does not fit together."""

    def __init__(self) -> None:
        self._keys: dict[FactKind, _Names] = {}
        self._orders: dict[Literal["thread", "post"], _Names] = {"thread": _Names(), "post": _Names()}
        self._known: dict[str, dict[str, str | None]] = {"source": {}, "thread": {}, "place": {}}
        self._needed: dict[tuple[str, str], _Reference] = {}
        self._users: dict[tuple[str, str], int] = {}
        self._homes: dict[tuple[str, str], Spot] = {}
        self._parents: dict[str, tuple[Spot, tuple[str, ...]]] = {}
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
        if fact.kind not in self._keys:
            self._keys[fact.kind] = _Names()
        self._keys[fact.kind].add((fact.kind, fact.key), spot)
        if fact.kind in self._known:
            self._known[fact.kind][fact.key] = fact.source
        if fact.kind == "thread" and fact.source is not None:
            self._orders["thread"].add((fact.source, str(fact.order)), spot)
        elif fact.kind == "post" and fact.thread is not None:
            self._orders["post"].add((fact.thread, str(fact.order)), spot)
            self._need("thread", fact.thread, spot, ("thread",))
            if fact.source is not None:
                self._homes.setdefault((fact.thread, fact.source), spot)
        if fact.source is not None:
            self._need("source", fact.source, spot, ("source",))
        if fact.kind == "place" and fact.places:
            self._parents[fact.key] = (spot, fact.places)
        field = "parents" if fact.kind == "place" else "places"
        for place in fact.places:
            self._need("place", place, spot, (field, place))

    def _need(self, kind: str, key: str, spot: Spot, path: Path) -> None:
        name = (kind, key)
        if name not in self._needed:
            self._needed[name] = _Reference(spot, path)
        self._users[name] = self._users.get(name, 0) + 1

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
        for (kind, key), (spot, path) in self._needed.items():
            if key in self._known[kind] or (kind == "place" and key in gazetteer):
                continue
            others = self._users[kind, key] - 1
            more = f" ({others:,} more need it)" if others else ""
            yield Complaint(spot, path, f"there is no {kind} `{key}`{more}", f"add the {kind}, or correct the key")

    def _astray(self) -> Iterator[Complaint]:
        for (thread, source), spot in self._homes.items():
            home = self._known["thread"].get(thread)
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

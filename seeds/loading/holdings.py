"""What a seed file holds, remembered beside its hash so that it need not be read again to know: ids, not texts.

A `Holding` is stored as JSON in `seed_files.contents`; its ids travel as base64 of 64-bit numbers, eight bytes each.
"""

from __future__ import annotations

from array import array
from base64 import b64decode, b64encode
from dataclasses import dataclass, field
from sys import byteorder
from typing import Final

import orjson

from api.models import identify
from seeds.loading.handles import account_key
from seeds.records import Account, PlaceRecord, Post, Record, Source, Thread

KINDS: Final = ("Source", "Thread", "Post", "Place")


def _no_ids() -> dict[str, array[int]]:
    return {kind: array("q") for kind in KINDS}


@dataclass(slots=True)
class Holding:
    """What one file holds. Suppressed records count too: the file holds them, though the dataset does not."""

    defined: dict[str, array[int]] = field(default_factory=_no_ids)
    """Ids of the nodes it defines, by type."""
    needed: array[int] = field(default_factory=lambda: array("q"))
    """Ids of sources and threads that its records refer to, and that stand in other files."""
    untitled: array[int] = field(default_factory=lambda: array("q"))
    """Ids of its threads without a title, which take their first post's words."""
    sources: dict[str, tuple[str | None, tuple[str, ...]]] = field(default_factory=dict)
    """What posts take from its sources, by key: language and hashtags."""
    authors: dict[str, str] = field(default_factory=dict)
    """How it spells authors, and whom mentions mean, by account key: the first spelling by code points."""
    described: dict[str, str] = field(default_factory=dict)
    """How it spells the accounts that it describes."""
    is_shared: bool = False
    """True where it says something that any other file may depend on: it is read whenever anything changed."""

    def take(self, record: Record) -> None:
        """Add a record."""
        match record:
            case Post():
                self._define("Post", record.key, record.author, *(hint.account for hint in record.mentions))
                if record.thread is not None:
                    self.needed.append(identify("Thread", record.thread))
                if record.source is not None:
                    self.needed.append(identify("Source", record.source))
            case Thread():
                self._define("Thread", record.key, record.author)
                self.needed.append(identify("Source", record.source))
                if record.title is None:
                    self.untitled.append(identify("Thread", record.key))
            case Source():
                self._define("Source", record.key)
                self.sources[record.key] = (record.language, record.hashtags)
            case _:
                self._share(record)

    def _define(self, kind: str, key: str, *handles: str | None) -> None:
        self.defined[kind].append(identify(kind, key))
        for handle in filter(None, handles):
            account = account_key(handle)
            self.authors[account] = min(handle, self.authors.get(account, handle))

    def _share(self, record: Record) -> None:
        self.is_shared = True
        if isinstance(record, PlaceRecord):
            self._define("Place", record.key)
        elif isinstance(record, Account):
            self.described[account_key(record.handle)] = record.handle

    def close(self) -> None:
        """Forget what the file needs of itself."""
        own = {*self.defined["Source"], *self.defined["Thread"]}
        self.needed = array("q", {*self.needed} - own)


def written(holding: Holding) -> str:
    """Return a holding as JSON text, the same for the same holding."""
    form = {
        "defined": {kind: _packed(ids) for kind, ids in holding.defined.items()},
        "needed": _packed(holding.needed),
        "untitled": _packed(holding.untitled),
        "sources": holding.sources,
        "authors": holding.authors,
        "described": holding.described,
        "is_shared": holding.is_shared,
    }
    return orjson.dumps(form, option=orjson.OPT_SORT_KEYS).decode()


def read(text: str) -> Holding:
    """Read a holding back."""
    form = orjson.loads(text)
    return Holding(
        {kind: _unpacked(ids) for kind, ids in form["defined"].items()},
        _unpacked(form["needed"]),
        _unpacked(form["untitled"]),
        {key: (language, tuple(tags)) for key, (language, tags) in form["sources"].items()},
        form["authors"],
        form["described"],
        form["is_shared"],
    )


def _packed(ids: array[int]) -> str:
    ordered = array("q", sorted(ids))
    if byteorder == "big":
        ordered.byteswap()
    return b64encode(ordered.tobytes()).decode()


def _unpacked(text: str) -> array[int]:
    ids = array("q", b64decode(text))
    if byteorder == "big":
        ids.byteswap()
    return ids

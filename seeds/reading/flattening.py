"""Taking nested seeds apart: a parsed file or line enters, drafts of single records leave, their defaults filled in.

Everything here is local to a file: the order of appearance that fills ranks and positions starts anew with each, and
a file reads the same whatever lies beside it.
"""

import hashlib
import re
from collections import Counter
from collections.abc import Callable, Iterator, Mapping
from typing import Final, Literal, NamedTuple

from seeds.reading.phrasing import closest
from seeds.reading.trees import Path
from seeds.records import FORMAT_VERSION, Unquoted

Kind = Literal["source", "thread", "post", "place", "account", "hashtag_alias", "dataset", "suppress"]
Fields = dict[str, object]
Refuse = Callable[[Path, str, str | None, bool], None]
"""Takes a fault: path, message, hint, and whether the key rather than its value is meant."""

LISTS: Final[dict[str, Kind]] = {
    "sources": "source",
    "threads": "thread",
    "posts": "post",
    "places": "place",
    "accounts": "account",
    "hashtag_aliases": "hashtag_alias",
}
SINGLES: Final[dict[str, Kind]] = {"dataset": "dataset", "suppress": "suppress"}
KINDS: Final = frozenset((*LISTS.values(), *SINGLES.values()))
TOP_LEVEL: Final = ("parley", *SINGLES, *LISTS, "review")
_KEY: Final = re.compile(r"[a-z0-9][a-z0-9-]*(/[a-z0-9][a-z0-9-]*)*")
UNKNOWN: Final = "unknown"  # stands in for a parent's key that has its own fault already


class Draft(NamedTuple):
    """A record before it is validated. The parent of an `orphan` has a fault of its own."""

    kind: Kind
    path: Path
    fields: Fields
    orphan: bool


def usable_key(key: object) -> str | None:
    """The key, where it has the form of one."""
    return str(key) if isinstance(key, str) and _KEY.fullmatch(key) else None


def _ordinal(value: object) -> int | None:
    if type(value) is int and value > 0:
        return value
    return int(value) if isinstance(value, Unquoted) and re.fullmatch(r"[1-9][0-9]{0,9}", value) else None


def _first_text(posts: list[object]) -> str | None:
    first = posts[0] if posts else None
    text = first.get("text") if isinstance(first, Mapping) else None
    return text if isinstance(text, str) else None


class Flattening:
    """Takes the values of one file apart, in the order in which it has them.

    `lost` says that something was refused in which records may have been: others may miss them.
    """

    def __init__(self, refuse: Refuse) -> None:
        self._refuse = refuse
        self.lost = False
        self._seen: Counter[tuple[str, str | None]] = Counter()

    def file(self, root: object) -> Iterator[Draft]:
        """The drafts of a whole YAML or JSON file."""
        if not isinstance(root, Mapping):
            self._lose((), "is not a mapping with `parley: 1` and lists of records", None)
            return
        self._version(root)
        for name, value in root.items():
            if name in LISTS:
                for index, item in enumerate(self._list(value, (name,))):
                    yield from self.record(LISTS[name], item, (name, index))
            elif name in SINGLES and value is not None:
                yield from self.record(SINGLES[name], value, (name,))
            elif name == "review" and not isinstance(value, str | None):
                self._refuse((name,), "must be text", None, False)
            elif name not in TOP_LEVEL:
                self._lose((name,), "is not a field here", closest(name, TOP_LEVEL), at_key=True)

    def line(self, value: object) -> Iterator[Draft]:
        """The drafts of one line of NDJSON: one, but for a thread or a source that brings its posts."""
        if not isinstance(value, dict):
            self._lose((), 'is not a record: {"type": "post", ...}', None)
            return
        kind = value.get("type")
        if not isinstance(kind, str) or kind not in KINDS:
            known = ", ".join(sorted(KINDS))
            message = f"`{kind}` is no type of record" if "type" in value else "is missing"
            self._lose(("type",), message, closest(kind, KINDS) or f"one of {known}")
            return
        fields = {name: item for name, item in value.items() if name != "type"}
        yield from self.record(kind, fields, ())

    def record(self, kind: Kind, value: object, path: Path) -> Iterator[Draft]:
        """The draft of a record, and those of what it brings."""
        if not isinstance(value, dict):
            self._lose(path, "is not a mapping of fields", None)
            return
        fields: Fields = {name: item for name, item in value.items() if item is not None}
        if kind == "post":
            yield self._flat_post(fields, path)
        elif kind == "thread":
            source = usable_key(fields.get("source"))
            yield from self._thread(fields, path, source)
        elif kind == "source":
            yield from self._source(fields, path)
        else:
            yield Draft(kind, path, fields, orphan=False)

    def _source(self, fields: Fields, path: Path) -> Iterator[Draft]:
        threads = self._list(fields.pop("threads", None), (*path, "threads"))
        posts = self._list(fields.pop("posts", None), (*path, "posts"))
        yield Draft("source", path, fields, orphan=False)
        key = usable_key(fields.get("key"))
        for inner, thread in self._inner(threads, (*path, "threads"), ("source",)):
            yield from self._thread({**thread, "source": key or UNKNOWN}, inner, key)
        for inner, post in self._inner(posts, (*path, "posts"), ("source", "thread")):
            yield self._post({**post, "source": key or UNKNOWN}, inner, key)

    def _thread(self, fields: Fields, path: Path, source: str | None) -> Iterator[Draft]:
        posts = self._list(fields.pop("posts", None), (*path, "posts"))
        rank = self._next("thread", source)
        fields.setdefault("rank", rank)
        if "key" not in fields:
            fields["key"] = self._thread_key(posts, path, source)
        key = None if fields["key"] == UNKNOWN else usable_key(fields["key"])
        yield Draft("thread", path, fields, orphan=source is None or key is None)
        for inner, post in self._inner(posts, (*path, "posts"), ("source", "thread")):
            home = {"thread": key or UNKNOWN, "source": source or UNKNOWN}
            yield self._post({**post, **home}, inner, key, orphan=source is None)

    def _thread_key(self, posts: list[object], path: Path, source: str | None) -> str:
        text = _first_text(posts)
        if not posts:
            self._refuse((*path, "key"), "is missing", "only a thread with its posts inside can do without", False)
        if source is None or text is None:
            return UNKNOWN
        return f"{source}/{hashlib.sha256(text.encode('utf-8', 'surrogatepass')).hexdigest()[:10]}"

    def _flat_post(self, fields: Fields, path: Path) -> Draft:
        parent = fields.get("thread") or fields.get("source")
        return self._post(fields, path, usable_key(parent))

    def _post(self, fields: Fields, path: Path, parent: str | None, *, orphan: bool = False) -> Draft:
        order = self._next("post", parent)
        fields.setdefault("position", order)
        if "key" not in fields:
            fields["key"] = f"{parent or UNKNOWN}/{_ordinal(fields['position']) or order}"
        return Draft("post", path, fields, orphan=orphan or parent is None)

    def _next(self, kind: str, parent: str | None) -> int:
        self._seen[kind, parent] += 1
        return self._seen[kind, parent]

    def _list(self, value: object, path: Path) -> list[object]:
        if value is None or isinstance(value, list):
            return value or []
        self._lose(path, "must be a list", "put a hyphen before each of its records")
        return []

    def _inner(self, items: list[object], path: Path, given: tuple[str, ...]) -> Iterator[tuple[Path, Fields]]:
        """Nested records without their nulls. What the nesting says already is refused."""
        for index, item in enumerate(items):
            inner = (*path, index)
            if not isinstance(item, dict):
                self._lose(inner, "is not a mapping of fields", None)
                continue
            for name in given:
                if name in item:
                    self._refuse((*inner, name), "is said by the nesting already", "leave it out", True)
            yield inner, {name: value for name, value in item.items() if value is not None and name not in given}

    def _lose(self, path: Path, message: str, hint: str | None, *, at_key: bool = False) -> None:
        self.lost = True
        self._refuse(path, message, hint, at_key)

    def _version(self, root: Mapping[object, object]) -> None:
        version = root.get("parley")
        if "parley" not in root:
            self._refuse((), "`parley: 1` is missing", "begin the file with it: it names the format's version", False)
        elif not (type(version) is int or isinstance(version, Unquoted)) or str(version) != str(FORMAT_VERSION):
            self._refuse(("parley",), f"`{version}` is no version of the format known here", "write `parley: 1`", False)

"""Reading one seed file: a path enters, located records leave as they are met; faults gather beside them.

NDJSON takes a fast road: orjson and pydantic, without places. Only a line that something is wrong with, or seems to be,
is parsed again by the parser that knows places.
"""

import re
from collections.abc import Iterator
from contextlib import suppress
from pathlib import PurePath
from typing import Final

import orjson
from pydantic import ValidationError

from api.errors import Fault
from seeds.reading.collecting import SeedPath
from seeds.reading.decoding import Undecodable, decode
from seeds.reading.facts import Fact, Located
from seeds.reading.faults import Faults
from seeds.reading.flattening import UNKNOWN, Draft, Flattening, Kind, usable_key
from seeds.reading.json_tree import parse_json
from seeds.reading.opening import MAX_DOCUMENT, OpenSeed, Unreadable, opened
from seeds.reading.phrasing import phrase
from seeds.reading.trees import MAX_DEPTH, Malformed, Page, Path
from seeds.reading.yaml_tree import parse_yaml
from seeds.records import Account, Dataset, HashtagAlias, PlaceRecord, Post, Record, Source, Suppress, Thread

RECORDS: Final[dict[Kind, type[Record]]] = {
    "source": Source,
    "thread": Thread,
    "post": Post,
    "place": PlaceRecord,
    "account": Account,
    "hashtag_alias": HashtagAlias,
    "dataset": Dataset,
    "suppress": Suppress,
}
_EXTRA: Final = {"source": ("threads", "posts"), "thread": ("posts",)}
_SPACED_COLON: Final = re.compile(rb'"\s+:')


def _names(value: object, depth: int = 1) -> int:
    """How many fields a parsed value holds, at all depths; less than none where it is nested too deep."""
    if depth > MAX_DEPTH:
        return -(2**40)
    if isinstance(value, dict):
        inner = [item for item in value.values() if item.__class__ is dict or item.__class__ is list]
        return len(value) + sum(_names(item, depth + 1) for item in inner)
    return sum(_names(item, depth + 1) for item in value) if isinstance(value, list) else 0


class SeedStream:
    """One file, to be iterated once. Afterwards `faults` holds what was wrong, and `sha256` the digest of the file.

    `broken` then names the records that have a fault but a key, and `partial` says that something could not be parsed.
    """

    def __init__(self, seed: SeedPath, faults: Faults | None = None) -> None:
        self.seed = seed
        self.faults = Faults() if faults is None else faults
        self.sha256 = ""
        self.broken: list[Fact] = []
        self.partial = False
        self._flattening = Flattening(self._refuse)
        self._page: Page | None = None
        self._line = (b"", 0)

    def __iter__(self) -> Iterator[Located]:
        for draft in self.drafts():
            located = self._validated(draft)
            if located is not None:
                yield located

    def drafts(self) -> Iterator[Draft]:
        """The records before validation. While one is at hand, `position` and `fault` speak of it."""
        suffix = PurePath(self.seed.file).suffix.lower()
        try:
            with opened(self.seed.path) as source:
                yield from self._document(source, suffix) if suffix in MAX_DOCUMENT else self._lines(source)
                self.sha256 = source.sha256
                self.partial |= self._flattening.lost
        except Unreadable as problem:
            self._unparsed(Fault(self.seed.file, 0, 0, "", problem.message, problem.hint))

    def position(self, path: Path) -> tuple[int, int]:
        """Line and column of a value of the record at hand."""
        if self._page is None and not path:
            raw, number = self._line
            return number, len(raw) - len(raw.lstrip()) + 1
        return self._placed().position(path)

    def fault(self, path: Path, message: str, hint: str | None, *, at_key: bool = False) -> Fault:
        """A fault of a value of the record at hand."""
        return self._placed().fault(path, message, hint, at_key=at_key)

    def _refuse(self, path: Path, message: str, hint: str | None, at_key: bool) -> None:
        if self.faults.full:
            self.faults.count(1)
        else:
            self.faults.add(self.fault(path, message, hint, at_key=at_key))

    def _document(self, source: OpenSeed, suffix: str) -> Iterator[Draft]:
        data = source.whole(MAX_DOCUMENT[suffix])
        page = self._parsed(data, 1, is_json=suffix == ".json")
        if page is not None:
            yield from self._flattening.file(page.root)

    def _parsed(self, data: bytes, first_line: int, *, is_json: bool) -> Page | None:
        """The page of a text and its tree, or None where it has none; then its fault is told."""
        try:
            page = Page(self.seed.file, decode(data, self.seed.file, first_line), first_line)
        except Undecodable as problem:
            self._unparsed(problem.fault)
            return None
        self._page = page
        if not page.text.strip():
            self.faults.add(Fault(self.seed.file, 0, 0, "", "is empty", "a seed begins with `parley: 1`"))
            return None

        def complain(path: Path, at: int, message: str, hint: str | None) -> None:
            self.faults.add(page.fault_at(at, path, message, hint))

        try:
            page.root = (parse_json if is_json else parse_yaml)(page.text, complain)
        except Malformed as problem:
            self._unparsed(page.fault_at(problem.offset, problem.path, problem.message, problem.hint))
            return None
        return page

    def _lines(self, source: OpenSeed) -> Iterator[Draft]:
        records = 0
        for number, raw in enumerate(source.lines(), 1):
            if number == 1:
                raw = raw.removeprefix(b"\xef\xbb\xbf")
            if not raw.strip():
                continue
            records += 1
            self._page, self._line = None, (raw.rstrip(b"\r\n"), number)
            value = self._quickly(raw)
            if value is None:
                page = self._parsed(self._line[0], number, is_json=True)
                if page is None:
                    continue
                value = page.root
            yield from self._flattening.line(value)
        if not records:
            self.faults.add(Fault(self.seed.file, 0, 0, "", "is empty", "NDJSON is one record a line"))

    @staticmethod
    def _quickly(raw: bytes) -> object | None:
        """The line's value, if it is sure that no field is written twice: as many fields as names before a colon."""
        try:
            value: object = orjson.loads(raw)
        except orjson.JSONDecodeError:
            return None
        sure = raw.count(b'":') == _names(value) and not _SPACED_COLON.search(raw)
        return value if sure else None

    def _placed(self) -> Page:
        """The page of the record at hand; a line of NDJSON becomes one only here."""
        if self._page is None:
            raw, number = self._line
            page = Page(self.seed.file, raw.decode("utf-8", "replace"), number)
            with suppress(Malformed):  # what orjson read and our parser does not: the fault is told without its place
                page.root = parse_json(page.text, lambda *_: None)
            self._page = page
        return self._page

    def _validated(self, draft: Draft) -> Located | None:
        model = RECORDS[draft.kind]
        try:
            record = model.__pydantic_validator__.validate_python(draft.fields)
        except ValidationError as error:
            self._explain(draft, model, error)
            self._name_broken(draft)
            return None
        if draft.orphan:
            self._name_broken(draft)
            return None
        line, column = self.position(draft.path)
        return Located(draft.kind, record, self.seed.file, line, column)

    def _unparsed(self, fault: Fault) -> None:
        self.partial = True
        self.faults.add(fault)

    def _name_broken(self, draft: Draft) -> None:
        key = usable_key(draft.fields.get("key"))
        if key and key.split("/")[0] != UNKNOWN and draft.kind in ("source", "thread", "post", "place"):
            self.broken.append(Fact(draft.kind, key, *self.position(draft.path)))

    def _explain(self, draft: Draft, model: type[Record], error: ValidationError) -> None:
        if self.faults.full:
            self.faults.count(error.error_count())
            return
        for details in error.errors(include_url=False):
            found = phrase(details, model, _EXTRA.get(draft.kind, ()))
            self._refuse((*draft.path, *found.path), found.message, found.hint, found.at_key)

"""Which operation a path asks for: the path as it was sent enters; an operation, its key and a format leave.

A key may hold slashes, plain (`/threads/nkpeace/7/posts`) or encoded (`/threads/nkpeace%2F7/posts`). A list's last
name may carry a format, as in `/posts.csv`. A key that ends like a list's name is asked for with its slashes encoded.
"""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from urllib.parse import unquote

from api.endpoints.rest.operations import Operation
from api.errors import NotFound

JSON = "json"


@dataclass(frozen=True, slots=True)
class Found:
    """What a path asks for."""

    operation: Operation
    key: str | None
    format: str


@dataclass(frozen=True, slots=True)
class Pattern:
    """A path in segments: a noun, whether a key follows, and what follows the key."""

    operation: Operation
    noun: str
    keyed: bool
    tail: tuple[str, ...]


class Routes:
    """All paths; those with the longest end are tried first, so that a key never swallows one."""

    def __init__(self, operations: Iterable[Operation], formats: Mapping[Operation, Sequence[str]]) -> None:
        self._formats = formats
        patterns = sorted(map(pattern, operations), key=lambda each: -len(each.tail))
        self._by_noun: dict[str, list[Pattern]] = {}
        for each in patterns:
            self._by_noun.setdefault(each.noun, []).append(each)

    def find(self, path: str) -> Found:
        """Find what a raw path below `/api/v1` asks for; raises NotFound."""
        noun, *rest = path.removeprefix("/").split("/")
        stem, _, suffix = noun.partition(".")
        for each in self._by_noun.get(stem if not rest else noun, ()):
            if (found := self._fits(each, [suffix, *rest] if rest else [suffix])) is not None:
                return found
        raise NotFound(f"nothing is served at {unquote(path)}; GET /api/v1 lists what there is")

    def _fits(self, each: Pattern, given: list[str]) -> Found | None:
        """Fit the segments behind the noun; the first one is the suffix of the noun itself."""
        suffix, *segments = given
        *middle, last = each.tail or ("",)
        if each.tail:
            name, _, suffix = (segments[-1] if segments else "").partition(".")
            if name != last or segments[len(segments) - len(each.tail) : -1] != middle:
                return None
            segments = segments[: len(segments) - len(each.tail)]
        if each.keyed != bool(segments) or (suffix and suffix not in self._formats[each.operation]):
            return None
        key = unquote("/".join(segments), errors="replace") if each.keyed else None
        return Found(each.operation, key, suffix or JSON)


def pattern(operation: Operation) -> Pattern:
    """Take a path such as `/threads/{key}/posts` to pieces."""
    noun, *rest = operation.path.removeprefix("/").split("/")
    keyed = bool(rest) and rest[0].startswith("{")
    return Pattern(operation, noun, keyed, tuple(rest[1:] if keyed else rest))

"""What the test corpus states, before it becomes rows: sources, threads, posts and places as plain facts."""

from calendar import monthrange
from dataclasses import dataclass, field

Json = dict[str, object]


@dataclass(frozen=True, slots=True)
class When:
    """An uncertain date: the first and last day it can be, the instant where known."""

    earliest: str
    latest: str
    precision: str
    basis: str = "DECLARED"
    instant: str | None = None


def day(date: str, basis: str = "DECLARED") -> When:
    return When(date, date, "DAY", basis)


def month(text: str, basis: str = "DECLARED") -> When:
    last = monthrange(int(text[:4]), int(text[5:]))[1]
    return When(f"{text}-01", f"{text}-{last}", "MONTH", basis)


def year(text: str, basis: str = "IN_TEXT") -> When:
    return When(f"{text}-01-01", f"{text}-12-31", "YEAR", basis)


def between(earliest: str, latest: str, basis: str = "DETECTED") -> When:
    return When(earliest, latest, "RANGE", basis)


def moment(instant: str) -> When:
    return When(instant[:10], instant[:10], "INSTANT", "DECLARED", instant)


@dataclass(frozen=True, slots=True)
class Named:
    """Words of a post that name a place. `note` counts footnotes, and captions, from 1."""

    toponym: str
    place: str
    role: str = "LOCATION"
    part: str = "TEXT"
    note: int = 1
    occurrence: int = 1
    method: str = "gazetteer"
    confidence: float = 1.0


@dataclass(frozen=True, slots=True)
class Linked:
    """A link of a post as written; one that no part shows has no span."""

    displayed: str
    url: str | None = None
    domain: str | None = None


@dataclass(frozen=True, slots=True)
class Pictured:
    """A medium beside a post."""

    kind: str = "IMAGE"
    url: str | None = None
    alt: str | None = None
    caption: str | None = None
    credit: str | None = None
    licence: str | None = None
    is_placeholder: bool = False


@dataclass(frozen=True, slots=True)
class PostFacts:
    """A post; its hashtags and mentions are read from its parts, `asserted` are those it does not show."""

    key: str
    text: str
    when: When | None = None
    kind: str = "POST"
    author: str | None = None
    language: str | None = None
    language_basis: str | None = "DECLARED"
    url: str | None = None
    marker: str | None = None
    title: str | None = None
    standfirst: str | None = None
    asserted: tuple[str, ...] = ()
    places: tuple[Named, ...] = ()
    links: tuple[Linked, ...] = ()
    media: tuple[Pictured, ...] = ()
    notes: tuple[tuple[str, str], ...] = ()


@dataclass(frozen=True, slots=True)
class ThreadFacts:
    """A thread with its posts in order."""

    key: str
    rank: int
    posts: tuple[PostFacts, ...]
    title: str | None = None
    author: str | None = None
    language: str | None = None
    when: When | None = None
    total: int | None = None
    claimed: int | None = None
    url: str | None = None


@dataclass(frozen=True, slots=True)
class SourceFacts:
    """A source with its threads, and the posts that stand in no thread."""

    key: str
    kind: str
    title: str
    threads: tuple[ThreadFacts, ...] = ()
    posts: tuple[PostFacts, ...] = ()
    when: When | None = None
    publisher: str | None = None
    url: str | None = None
    byline: str | None = None
    language: str | None = None
    licence: str | None = None
    attribution: str | None = None
    is_excerpt: bool = False
    retrieved_at: str | None = None
    related: tuple[tuple[str, str | None, str | None, str | None], ...] = ()


@dataclass(frozen=True, slots=True)
class NameFacts:
    """A name of a place."""

    text: str
    language: str | None = None
    script: str | None = None
    perspective: str | None = None
    status: str = "PREFERRED"
    valid_from: str | None = None
    valid_to: str | None = None


@dataclass(frozen=True, slots=True)
class ParentFacts:
    """What a place belongs to, and who says so."""

    place: str
    relation: str = "PART_OF"
    claimant: str | None = None
    valid_from: str | None = None
    valid_to: str | None = None


@dataclass(frozen=True, slots=True)
class PlaceFacts:
    """A place of the gazetteer. `at` is latitude and longitude; its geometry is that point unless given."""

    key: str
    label: str
    kind: str
    at: tuple[float, float] | None = None
    precision: str = "NONE"
    country: str | None = None
    geometry: Json | None = None
    wikidata: str | None = None
    geonames: int | None = None
    names: tuple[NameFacts, ...] = ()
    parents: tuple[ParentFacts, ...] = field(default=())

"""Small values that many types share: spans, uncertain dates, provenance, coverage, and what a search matched."""

from api.schema.enums import Basis, DatePrecision, SpanUnit, TextPart
from api.schema.promise import Argument, object_type, promised
from api.schema.scalars import Date, DateTime

_UNIT = {"unit": Argument(SpanUnit, "What the offset counts. JavaScript needs UTF16.", SpanUnit.CODE_POINT)}


@object_type
class Span:
    """A stretch of one part of a post, from `start` up to but not including `end`.

    Offsets count Unicode code points from the start of the part, unless `unit` says otherwise. The span of a hashtag
    or a mention includes its `#` or `@`.
    """

    part: TextPart = promised("The part of the post that the offsets count in.")
    start: int = promised("The offset of the first character, counted from 0.", **_UNIT)
    end: int = promised("The offset behind the last character, counted from 0.", **_UNIT)
    text: str = promised("The words of the stretch, exactly as written, sign included.")


@object_type
class UncertainDate:
    """A date as exactly as it is known: a range of days, with its precision and what it rests on.

    A null in place of an uncertain date means undated, which is itself counted and can be filtered for.
    """

    earliest: Date = promised("The first day it can be.")
    latest: Date = promised("The last day it can be; the same as `earliest` where the day is known.")
    instant: DateTime | None = promised("The moment in UTC, where it is known.")
    precision: DatePrecision = promised("How exactly it is known.")
    basis: Basis = promised("What it rests on: stated by the source, found in the text, concluded or asserted.")


@object_type
class Provenance:
    """Where a record came from: the place in the seed files where it stood when it last changed."""

    file: str = promised("The seed file, as a path within the seed folder.")
    line: int = promised("The line in that file, counted from 1.")
    column: int | None = promised("The column in that line, counted from 1 in code points, where it is known.")
    sha256: str = promised("The SHA-256 digest of that file, 64 hexadecimal digits.")
    importer: str = promised("The program that read it, with its version.")
    revision: int = promised("The number of the revision in which the record last changed; see `revision(number:)`.")


@object_type
class Coverage:
    """What is present here, beside what is said to exist: two statements that may disagree, kept apart."""

    visible: int = promised("The number of posts in this dataset.")
    total: int | None = promised("The number the platform states (“Read 14 tweets”); null where it states none.")
    claimed: int | None = promised("The number the author's own count states (“1/8”); null where there is none.")
    ratio: float | None = promised("`visible` divided by `total`, to six places; null where `total` is not known.")
    is_complete: bool | None = promised("Whether everything said to exist is present; null where nothing is said.")
    mismatch: bool = promised("Whether `total` and `claimed` are both known and disagree.")


@object_type
class SearchMatch:
    """Why an item was found: its score, a snippet and the words that matched."""

    score: float = promised(
        "How well it fits: n / (n + 1) for each word or phrase that is there n times, each spelling of a name for "
        "itself, summed up: a word that is there once adds 0.5, and none adds more than 1. The same on every "
        "database; compare it only within one search and type."
    )
    snippet: str = promised(
        "At most 160 characters around the first match of a post's text, else of its first part with a match: as "
        "written, cut between words, with `…` where it is cut. Of what is no post, its name or title."
    )
    spans: list[Span] = promised(
        "Where the matching words and phrases stand in a post, part by part; those that overlap are one. At most 100, "
        "and none for what is no post."
    )

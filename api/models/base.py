"""What every table shares: naming of constraints, column types that mean the same on both databases, and mixins.

Dates and instants are ISO 8601 text and JSON is text: both databases then compare, sort and return them alike.
"""

from typing import Annotated

from sqlalchemy import BigInteger, CheckConstraint, Integer, MetaData, PrimaryKeyConstraint
from sqlalchemy import Text as AnyText
from sqlalchemy.dialects.postgresql import TEXT
from sqlalchemy.orm import DeclarativeBase, Mapped, mapped_column

# Code point order on both databases, whatever the locale a PostgreSQL cluster was made with.
Text = AnyText().with_variant(TEXT(collation="C"), "postgresql")
# SQLite gives a row its number only where the type is spelt INTEGER; PostgreSQL needs 64 bits said.
Number = BigInteger().with_variant(Integer(), "sqlite")

Id = Annotated[int, mapped_column(Number, primary_key=True, autoincrement=False)]
Day = Annotated[str, mapped_column(Text)]  # "2023-03-15"
Instant = Annotated[str, mapped_column(Text)]  # "2023-03-15T10:00:00Z", always UTC
Json = Annotated[str, mapped_column(Text)]  # JSON text, written by the loader
Big = Annotated[int, mapped_column(Number)]

UNDATED = 2**62  # the sort key of what has no date: last, whichever way the order runs


class Base(DeclarativeBase):
    """The declarative base; constraint names follow one convention so that migrations can name them."""

    type_annotation_map = {str: Text}  # noqa: RUF012  read by SQLAlchemy as a class attribute
    metadata = MetaData(
        naming_convention={
            "pk": "pk_%(table_name)s",
            "fk": "fk_%(table_name)s_%(column_0_N_name)s",
            "uq": "uq_%(table_name)s_%(column_0_N_name)s",
            "ix": "ix_%(table_name)s_%(column_0_N_name)s",
            "ck": "ck_%(table_name)s_%(constraint_name)s",
        }
    )


def one_of(column: str, *values: str) -> CheckConstraint:
    """Allow only these values in a text column (NULL passes, as SQL has it)."""
    listed = ", ".join(f"'{value}'" for value in values)
    return CheckConstraint(f"{column} IN ({listed})", name=f"{column}_known")


def in_order_of_time() -> PrimaryKeyConstraint:
    """The primary key of what belongs to a post and shares its place in the timeline."""
    return PrimaryKeyConstraint("newest_first", "post_id", "ordinal")


class Provenanced:
    """Where a node stood in the seed files when it last changed, and the digest of its content."""

    file: Mapped[str]
    line: Mapped[int]
    column: Mapped[int | None]
    sha256: Mapped[str]
    importer: Mapped[str]
    revision: Mapped[int]
    digest: Mapped[str]


class Published:
    """An uncertain date of publication: a range of days, the instant where known, precision and basis.

    All null where nothing is known. ``oldest_first`` and ``newest_first`` are its sort keys, microseconds
    since 1970 and their negative; without a date both are ``UNDATED``, so the undated come last both ways.
    """

    published_earliest: Mapped[Day | None]
    published_latest: Mapped[Day | None]
    published_instant: Mapped[Instant | None]
    published_precision: Mapped[str | None]
    published_basis: Mapped[str | None]
    oldest_first: Mapped[Big]
    newest_first: Mapped[Big]


class Spanned:
    """A stretch of one part of a post: half-open offsets in code points, UTF-16 and UTF-8 units, and its words."""

    span_part: Mapped[str]
    span_start: Mapped[int]
    span_end: Mapped[int]
    span_start_utf16: Mapped[int]
    span_end_utf16: Mapped[int]
    span_start_utf8: Mapped[int]
    span_end_utf8: Mapped[int]
    span_text: Mapped[str]


class MaybeSpanned:
    """A span that may be absent: all null then."""

    span_part: Mapped[str | None]
    span_start: Mapped[int | None]
    span_end: Mapped[int | None]
    span_start_utf16: Mapped[int | None]
    span_end_utf16: Mapped[int | None]
    span_start_utf8: Mapped[int | None]
    span_end_utf8: Mapped[int | None]
    span_text: Mapped[str | None]


class Timeline:
    """The order columns of a post, repeated beside a join so that one tag's timeline is one range of an index.

    Rows lie in the order of the timeline, so that a page of posts finds what belongs to them side by side.
    """

    newest_first: Mapped[int] = mapped_column(Number, primary_key=True, autoincrement=False)
    oldest_first: Mapped[Big]
    reading_order: Mapped[Big]
    is_first: Mapped[bool]  # the first use in that post: one row a post where this is true

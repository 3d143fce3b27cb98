"""The dataset itself: its name, its revisions and their changes, what the reload keeps counted, and the files read."""

from sqlalchemy import CheckConstraint, ForeignKey, Index
from sqlalchemy.orm import Mapped, mapped_column

from api.models.base import Base, Day, Id, Instant, Json, Number, one_of


class Dataset(Base):
    """The one row that says what this dataset is. ``revision`` is the current revision's number."""

    __tablename__ = "datasets"
    __table_args__ = (CheckConstraint("id = 1", name="only_one"),)

    id: Mapped[Id]
    name: Mapped[str]
    citation: Mapped[str]
    licences: Mapped[Json]  # a JSON list of the sources' licences, in code point order
    revision: Mapped[int] = mapped_column(ForeignKey("revisions.number"))


class Revision(Base):
    """One reload that changed something. Revision 0 is the empty dataset, made by the first migration."""

    __tablename__ = "revisions"

    number: Mapped[int] = mapped_column(primary_key=True, autoincrement=False)
    digest: Mapped[str]
    committed_at: Mapped[Instant]
    added: Mapped[int]
    changed: Mapped[int]
    removed: Mapped[int]


class Change(Base):
    """One node added, changed or removed by a revision; a removed one keeps its key here as a tombstone."""

    __tablename__ = "changes"
    __table_args__ = (
        one_of("action", "ADDED", "CHANGED", "REMOVED"),
        Index(None, "type", "node_number"),
        {"sqlite_with_rowid": False},
    )

    revision: Mapped[int] = mapped_column(ForeignKey("revisions.number"), primary_key=True)
    ordinal: Mapped[int] = mapped_column(primary_key=True)
    action: Mapped[str]
    type: Mapped[str]
    node_number: Mapped[int] = mapped_column(Number)
    key: Mapped[str]
    fields: Mapped[Json]


class Tally(Base):
    """How many nodes of a type there are, kept by the reload."""

    __tablename__ = "tallies"

    type: Mapped[str] = mapped_column(primary_key=True)
    ordinal: Mapped[int]
    count: Mapped[int]


class Period(Base):
    """A calendar day, ISO week, month, quarter or year between the dataset's first and last date, days inclusive."""

    __tablename__ = "periods"
    __table_args__ = (
        one_of("unit", "DAY", "WEEK", "MONTH", "QUARTER", "YEAR"),
        {"sqlite_with_rowid": False},
    )

    unit: Mapped[str] = mapped_column(primary_key=True)
    starts: Mapped[Day] = mapped_column(primary_key=True)
    ends: Mapped[Day]


class SeedFile(Base):
    """A seed file as it was when last read: unchanged ones are not parsed again."""

    __tablename__ = "seed_files"

    path: Mapped[str] = mapped_column(primary_key=True)
    sha256: Mapped[str]
    contents: Mapped[Json]  # what the file defines and refers to, so that it need not be read to know
    reader: Mapped[str]  # digest of what else the rows depend on: extractor version, gazetteer, suppression list

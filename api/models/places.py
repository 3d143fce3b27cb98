"""Places of the gazetteer with their names and parents, and their mentions in posts."""

from sqlalchemy import CheckConstraint, ForeignKey, Index, true
from sqlalchemy.orm import Mapped, mapped_column

from api.models.base import Base, Big, Day, Id, Json, Provenanced, Spanned, Timeline, in_order_of_time, one_of


class Place(Provenanced, Base):
    """A gazetteer entry. ``x, y, z`` is the unit vector of its coordinate: distance is a dot product."""

    __tablename__ = "places"
    __table_args__ = (
        one_of("kind", "COUNTRY", "REGION", "CITY", "TOWN", "VILLAGE", "WATER", "OTHER"),
        one_of("precision", "EXACT", "CENTROID", "APPROXIMATE", "NONE"),
        CheckConstraint("(latitude IS NULL) = (longitude IS NULL)", name="coordinates_whole"),
        CheckConstraint("latitude BETWEEN -90 AND 90", name="latitude_in_range"),
        CheckConstraint("longitude BETWEEN -180 AND 180", name="longitude_in_range"),
        Index(None, "label", "id"),
        Index(None, "post_count", "id"),
        Index(None, "latitude", "longitude"),
    )

    id: Mapped[Id]
    key: Mapped[str] = mapped_column(unique=True)
    kind: Mapped[str]
    label: Mapped[str]
    country: Mapped[str | None]
    latitude: Mapped[float | None]
    longitude: Mapped[float | None]
    x: Mapped[float | None]
    y: Mapped[float | None]
    z: Mapped[float | None]
    precision: Mapped[str]
    geometry: Mapped[Json | None]
    wikidata: Mapped[str | None]
    geonames: Mapped[int | None]
    post_count: Mapped[int]


class PlaceName(Base):
    """A name of a place: its language (BCP 47), script (ISO 15924), whose perspective it is, and when it held.

    ``is_searched``: a search for another name of the place finds this one too; not where it is another word too often.
    """

    __tablename__ = "place_names"
    __table_args__ = (
        one_of("status", "PREFERRED", "VARIANT", "HISTORIC"),
        Index(None, "folded", "place_id"),
        {"sqlite_with_rowid": False},
    )

    place_id: Mapped[int] = mapped_column(ForeignKey("places.id", ondelete="CASCADE"), primary_key=True)
    ordinal: Mapped[int] = mapped_column(primary_key=True)
    text: Mapped[str]
    folded: Mapped[str]
    language: Mapped[str | None]
    script: Mapped[str | None]
    perspective: Mapped[str | None]
    status: Mapped[str]
    valid_from: Mapped[Day | None]
    valid_to: Mapped[Day | None]
    is_searched: Mapped[bool] = mapped_column(server_default=true())


class PlaceParent(Base):
    """What a place is part of, administered or claimed by, according to whom. Several may hold at once."""

    __tablename__ = "place_parents"
    __table_args__ = (
        one_of("relation", "PART_OF", "ADMINISTERED_BY", "CLAIMED_BY", "RECOGNISED_AS"),
        Index(None, "parent_id", "place_id"),
        {"sqlite_with_rowid": False},
    )

    place_id: Mapped[int] = mapped_column(ForeignKey("places.id", ondelete="CASCADE"), primary_key=True)
    ordinal: Mapped[int] = mapped_column(primary_key=True)
    parent_id: Mapped[int] = mapped_column(ForeignKey("places.id"))
    relation: Mapped[str]
    claimant: Mapped[str | None]
    valid_from: Mapped[Day | None]
    valid_to: Mapped[Day | None]


class PlaceAncestor(Base):
    """The closure of PART_OF and ADMINISTERED_BY: a place and each place it lies within, itself included."""

    __tablename__ = "place_ancestors"
    __table_args__ = (Index(None, "ancestor_id", "place_id"), {"sqlite_with_rowid": False})

    place_id: Mapped[int] = mapped_column(ForeignKey("places.id", ondelete="CASCADE"), primary_key=True)
    ancestor_id: Mapped[int] = mapped_column(ForeignKey("places.id", ondelete="CASCADE"), primary_key=True)


class PlaceMention(Spanned, Timeline, Base):
    """Words of a post that name a place. ``is_first``: the first mention of that place in that post, demonyms apart.

    ``footnote`` is the ordinal of the footnote it stands in, null elsewhere.
    """

    __tablename__ = "place_mentions"
    __table_args__ = (
        one_of("role", "LOCATION", "METONYM", "DEMONYM", "HASHTAG", "FLAG", "ORGANISATION"),
        CheckConstraint("confidence BETWEEN 0 AND 1", name="confidence_in_range"),
        in_order_of_time(),
        Index(None, "post_id", "place_id"),
        Index("ix_place_mentions_newest", "place_id", "is_first", "newest_first", "reading_order", "post_id"),
        Index("ix_place_mentions_oldest", "place_id", "is_first", "oldest_first", "reading_order", "post_id"),
        Index("ix_place_mentions_thread", "thread_id", "place_id"),
        {"sqlite_with_rowid": False},
    )

    post_id: Mapped[Big] = mapped_column(ForeignKey("posts.id", ondelete="CASCADE"), primary_key=True)
    ordinal: Mapped[int] = mapped_column(primary_key=True)
    place_id: Mapped[int] = mapped_column(ForeignKey("places.id"))
    thread_id: Mapped[int | None] = mapped_column(ForeignKey("threads.id"))
    footnote: Mapped[int | None]
    toponym: Mapped[str]
    role: Mapped[str]
    method: Mapped[str]
    confidence: Mapped[float]

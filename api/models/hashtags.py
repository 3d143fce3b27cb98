"""Hashtags: one folded identity, all its spellings, each use in a post, and which tags go together."""

from sqlalchemy import ForeignKey, Index
from sqlalchemy.orm import Mapped, mapped_column

from api.models.base import Base, Big, Day, Id, Instant, MaybeSpanned, Timeline, in_order_of_time, one_of


class Hashtag(Base):
    """A tag by its folded name, without ``#``. Counts and dates are kept by the reload.

    ``concept`` is the name that curated aliases share; a tag without aliases is its own concept.
    """

    __tablename__ = "hashtags"
    __table_args__ = (
        Index(None, "concept"),
        Index(None, "post_count", "id"),
        Index(None, "last_seen_newest_first", "id"),
    )

    id: Mapped[Id]
    name: Mapped[str] = mapped_column(unique=True)
    display: Mapped[str]
    concept: Mapped[str]
    post_count: Mapped[int]
    thread_count: Mapped[int]
    first_seen_earliest: Mapped[Day | None]
    first_seen_latest: Mapped[Day | None]
    first_seen_instant: Mapped[Instant | None]
    first_seen_precision: Mapped[str | None]
    first_seen_basis: Mapped[str | None]
    last_seen_earliest: Mapped[Day | None]
    last_seen_latest: Mapped[Day | None]
    last_seen_instant: Mapped[Instant | None]
    last_seen_precision: Mapped[str | None]
    last_seen_basis: Mapped[str | None]
    last_seen_oldest_first: Mapped[Big]
    last_seen_newest_first: Mapped[Big]


class HashtagVariant(Base):
    """A spelling of a tag, verbatim and case folded, and the number of posts that use it."""

    __tablename__ = "hashtag_variants"
    __table_args__ = (Index(None, "spelling"), Index(None, "spelling_cased"), {"sqlite_with_rowid": False})

    hashtag_id: Mapped[int] = mapped_column(ForeignKey("hashtags.id", ondelete="CASCADE"), primary_key=True)
    spelling: Mapped[str] = mapped_column(primary_key=True)
    spelling_cased: Mapped[str]
    post_count: Mapped[int]


class HashtagAlias(Base):
    """A curated alias: the folded ``alias`` asks for every tag of the same ``concept``."""

    __tablename__ = "hashtag_aliases"

    alias: Mapped[str] = mapped_column(primary_key=True)
    concept: Mapped[str]


class HashtagPair(Base):
    """How often two tags stand together, by post and by thread; each pair is stored both ways round."""

    __tablename__ = "hashtag_pairs"
    __table_args__ = (
        Index("ix_hashtag_pairs_by_post", "hashtag_id", "post_count"),
        Index("ix_hashtag_pairs_by_thread", "hashtag_id", "thread_count"),
        {"sqlite_with_rowid": False},
    )

    hashtag_id: Mapped[int] = mapped_column(ForeignKey("hashtags.id", ondelete="CASCADE"), primary_key=True)
    other_id: Mapped[int] = mapped_column(ForeignKey("hashtags.id", ondelete="CASCADE"), primary_key=True)
    post_count: Mapped[int]
    thread_count: Mapped[int]


class PostHashtag(MaybeSpanned, Timeline, Base):
    """One use of a tag in a post. ``thread_order`` puts a thread's uses in order: shown ones first, asserted last."""

    __tablename__ = "post_hashtags"
    __table_args__ = (
        one_of("basis", "IN_TEXT", "ASSERTED"),
        in_order_of_time(),
        Index(None, "post_id", "hashtag_id"),
        Index("ix_post_hashtags_newest", "hashtag_id", "is_first", "newest_first", "reading_order", "post_id"),
        Index("ix_post_hashtags_oldest", "hashtag_id", "is_first", "oldest_first", "reading_order", "post_id"),
        Index("ix_post_hashtags_thread", "thread_id", "hashtag_id", "thread_order"),
        Index("ix_post_hashtags_tag_thread", "hashtag_id", "thread_id"),
        Index(None, "spelling", "post_id"),
        Index(None, "spelling_cased", "post_id"),
        {"sqlite_with_rowid": False},
    )

    post_id: Mapped[Big] = mapped_column(ForeignKey("posts.id", ondelete="CASCADE"), primary_key=True)
    ordinal: Mapped[int] = mapped_column(primary_key=True)
    hashtag_id: Mapped[int] = mapped_column(ForeignKey("hashtags.id"))
    thread_id: Mapped[int | None] = mapped_column(ForeignKey("threads.id"))
    thread_order: Mapped[Big]
    spelling: Mapped[str]
    spelling_cased: Mapped[str]
    basis: Mapped[str]

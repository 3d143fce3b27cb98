"""Sources: the listings, articles, feeds and archives posts come from, and what a publisher lists beside them."""

from sqlalchemy import ForeignKey, Index
from sqlalchemy.orm import Mapped, mapped_column

from api.models.base import Base, Id, Instant, Provenanced, Published, one_of


class Source(Published, Provenanced, Base):
    """One capture's origin: a hashtag listing, an article, a feed."""

    __tablename__ = "sources"
    __table_args__ = (
        one_of("kind", "THREAD_LISTING", "ARTICLE", "FEED", "ARCHIVE", "DATASET"),
        Index(None, "url"),
        Index(None, "title", "id"),
        Index(None, "newest_first", "id"),
        Index(None, "oldest_first", "id"),
    )

    id: Mapped[Id]
    key: Mapped[str] = mapped_column(unique=True)
    kind: Mapped[str]
    title: Mapped[str]
    title_folded: Mapped[str]
    publisher: Mapped[str | None]
    url: Mapped[str | None]
    byline: Mapped[str | None]
    language: Mapped[str | None]
    licence: Mapped[str | None]
    attribution: Mapped[str | None]
    is_excerpt: Mapped[bool]
    retrieved_at: Mapped[Instant | None]


class RelatedItem(Base):
    """Something the publisher itself lists beside a source: "Read these next"."""

    __tablename__ = "related_items"

    source_id: Mapped[int] = mapped_column(ForeignKey("sources.id", ondelete="CASCADE"), primary_key=True)
    ordinal: Mapped[int] = mapped_column(primary_key=True)
    title: Mapped[str]
    author: Mapped[str | None]
    url: Mapped[str | None]
    excerpt: Mapped[str | None]

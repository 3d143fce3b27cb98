"""Threads: runs of posts by one author, as a listing shows them, with what is said to exist beside what is here."""

from sqlalchemy import CheckConstraint, ForeignKey, Index
from sqlalchemy.orm import Mapped, mapped_column

from api.models.base import Base, Id, Provenanced, Published


class Thread(Published, Provenanced, Base):
    """A thread: ``visible`` posts are here, the platform states ``total``, the author's numbering ``claimed``."""

    __tablename__ = "threads"
    __table_args__ = (
        CheckConstraint("rank >= 1", name="rank_from_one"),
        CheckConstraint("visible >= 0", name="visible_not_negative"),
        Index(None, "source_id", "rank", "id"),
        Index(None, "rank", "id"),
        Index(None, "newest_first", "rank", "id"),
        Index(None, "oldest_first", "rank", "id"),
        Index(None, "visible", "id"),
        Index(None, "author_id"),
        Index(None, "url"),
    )

    id: Mapped[Id]
    key: Mapped[str] = mapped_column(unique=True)
    source_id: Mapped[int] = mapped_column(ForeignKey("sources.id"))
    rank: Mapped[int]
    title: Mapped[str | None]
    author_id: Mapped[int | None] = mapped_column(ForeignKey("accounts.id"))
    language: Mapped[str | None]
    url: Mapped[str | None]
    visible: Mapped[int]
    total: Mapped[int | None]
    claimed: Mapped[int | None]

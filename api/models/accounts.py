"""Accounts that write or are mentioned, and each mention in a post."""

from sqlalchemy import ForeignKey, Index
from sqlalchemy.orm import Mapped, mapped_column

from api.models.base import Base, Big, Id, Spanned, Timeline, in_order_of_time


class Account(Base):
    """An account. ``handle`` is as first written, ``handle_folded`` (case folded) is its identity and key."""

    __tablename__ = "accounts"
    __table_args__ = (Index(None, "mention_count", "id"),)

    id: Mapped[Id]
    handle: Mapped[str]
    handle_folded: Mapped[str] = mapped_column(unique=True)
    display_name: Mapped[str | None]
    mention_count: Mapped[int]


class AccountMention(Spanned, Timeline, Base):
    """An @mention in a post."""

    __tablename__ = "account_mentions"
    __table_args__ = (
        in_order_of_time(),
        Index(None, "post_id", "account_id"),
        Index("ix_account_mentions_newest", "account_id", "is_first", "newest_first", "reading_order", "post_id"),
        Index("ix_account_mentions_thread", "thread_id", "account_id"),
        {"sqlite_with_rowid": False},
    )

    post_id: Mapped[Big] = mapped_column(ForeignKey("posts.id", ondelete="CASCADE"), primary_key=True)
    ordinal: Mapped[int] = mapped_column(primary_key=True)
    account_id: Mapped[int] = mapped_column(ForeignKey("accounts.id"))
    thread_id: Mapped[int | None] = mapped_column(ForeignKey("threads.id"))
    spelling: Mapped[str]

"""Posts and what belongs to one post alone: its links, media, footnotes and folded text."""

from sqlalchemy import BigInteger, CheckConstraint, ForeignKey, Index
from sqlalchemy.orm import Mapped, mapped_column

from api.models.base import Base, Big, Json, MaybeSpanned, Provenanced, Published, one_of


class Post(Published, Provenanced, Base):
    """A post of a thread, or an article; ``text`` is verbatim, ``reading_order``: thread rank, then position.

    On SQLite ``id`` is no row number, as it is elsewhere: the loader writes rows in the order of the timeline, and in
    that order they lie, a page of posts on a few pages of the file.
    """

    __tablename__ = "posts"
    __table_args__ = (
        one_of("kind", "POST", "ARTICLE"),
        CheckConstraint("position >= 1", name="position_from_one"),
        CheckConstraint("published_earliest <= published_latest", name="published_in_order"),
        Index(None, "newest_first", "reading_order", "id"),
        Index(None, "oldest_first", "reading_order", "id"),
        Index(None, "reading_order", "id"),
        Index(None, "thread_id", "position", "id"),
        Index(None, "source_id", "newest_first", "reading_order", "id"),
        Index(None, "author_id", "newest_first", "reading_order", "id"),
        Index(None, "language", "newest_first", "reading_order", "id"),
        Index(None, "url"),
    )

    id: Mapped[int] = mapped_column(BigInteger, primary_key=True, autoincrement=False)
    key: Mapped[str] = mapped_column(unique=True)
    kind: Mapped[str]
    source_id: Mapped[int] = mapped_column(ForeignKey("sources.id"))
    thread_id: Mapped[int | None] = mapped_column(ForeignKey("threads.id"))
    position: Mapped[int]
    reading_order: Mapped[Big]
    marker: Mapped[str | None]
    author_id: Mapped[int | None] = mapped_column(ForeignKey("accounts.id"))
    title: Mapped[str | None]
    standfirst: Mapped[str | None]
    text: Mapped[str]
    language: Mapped[str | None]
    language_basis: Mapped[str | None]
    url: Mapped[str | None]


class PostText(Base):
    """What search and text filters read: the folded text, and the folded words of all parts with their places.

    ``words`` and ``searched`` are as `api.text.indexing` writes them. An index of words finds posts by ``searched``:
    ``post_index`` (FTS5) on SQLite, the generated column ``lexemes`` on PostgreSQL; no model shows either.
    """

    __tablename__ = "post_texts"

    post_id: Mapped[Big] = mapped_column(ForeignKey("posts.id", ondelete="CASCADE"), primary_key=True)
    folded: Mapped[str]
    words: Mapped[Json]
    searched: Mapped[str]


class Link(MaybeSpanned, Base):
    """A link in a post: ``displayed`` as written, ``url`` where it is known, no span where the capture erased it."""

    __tablename__ = "links"
    __table_args__ = (Index(None, "domain", "post_id"), {"sqlite_with_rowid": False})

    post_id: Mapped[Big] = mapped_column(ForeignKey("posts.id", ondelete="CASCADE"), primary_key=True)
    ordinal: Mapped[int] = mapped_column(primary_key=True)
    url: Mapped[str | None]
    displayed: Mapped[str]
    is_truncated: Mapped[bool]
    domain: Mapped[str | None]


class Media(Base):
    """A picture, film or sound beside a post; ``is_placeholder`` where only the word ``Image`` was left of it."""

    __tablename__ = "media"
    __table_args__ = (one_of("kind", "IMAGE", "VIDEO", "AUDIO", "OTHER"), {"sqlite_with_rowid": False})

    post_id: Mapped[Big] = mapped_column(ForeignKey("posts.id", ondelete="CASCADE"), primary_key=True)
    ordinal: Mapped[int] = mapped_column(primary_key=True)
    kind: Mapped[str]
    url: Mapped[str | None]
    alt: Mapped[str | None]
    caption: Mapped[str | None]
    credit: Mapped[str | None]
    licence: Mapped[str | None]
    is_placeholder: Mapped[bool]


class Footnote(MaybeSpanned, Base):
    """A note of an article; its span is the anchor in the text, where the marker stands there."""

    __tablename__ = "footnotes"
    __table_args__ = ({"sqlite_with_rowid": False},)

    post_id: Mapped[Big] = mapped_column(ForeignKey("posts.id", ondelete="CASCADE"), primary_key=True)
    ordinal: Mapped[int] = mapped_column(primary_key=True)
    marker: Mapped[str]
    text: Mapped[str]

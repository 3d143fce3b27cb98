"""What search reads beside the posts' own words: the names of everything else, misspelt ones, and names of the same."""

from sqlalchemy import Index
from sqlalchemy.orm import Mapped, mapped_column

from api.models.base import Base, Id, Number, one_of


class NameText(Base):
    """The folded words of a hashtag, of all names of a place, of a source's title, of an account's handle and name.

    ``searched`` is written as that of a post is; each name is a part of its own.
    """

    __tablename__ = "name_texts"
    __table_args__ = (one_of("type", "Hashtag", "Place", "Source", "Account"),)

    node_id: Mapped[Id]
    type: Mapped[str]
    searched: Mapped[str]


class Suggestion(Base):
    """A word of a hashtag or of a name of a place, whole or without one of its letters (Garbe's SymSpell).

    ``remainder`` is what is left without ``letter`` at ``position``; the whole word has position -1. ``ordinal`` is
    that of the name of the place, null for a hashtag.
    """

    __tablename__ = "suggestions"
    __table_args__ = (Index(None, "remainder"), {"sqlite_with_rowid": False})

    node_id: Mapped[int] = mapped_column(Number, primary_key=True)
    word: Mapped[str] = mapped_column(primary_key=True)
    position: Mapped[int] = mapped_column(primary_key=True)
    letter: Mapped[str]
    remainder: Mapped[str]
    ordinal: Mapped[int | None]


class Synonym(Base):
    """A name as a line of folded words, like ``searched``: all lines of one ``concept`` are names of the same.

    A concept is a place, or the tags that curated aliases join. ``spelt`` is the line word by word, as JSON (see
    ``api.text.queries.Term``). ``is_longer``: a shorter name of the concept stands in it, and finds all that it finds.
    """

    __tablename__ = "synonyms"
    __table_args__ = (Index(None, "concept"), {"sqlite_with_rowid": False})

    words: Mapped[str] = mapped_column(primary_key=True)
    concept: Mapped[str] = mapped_column(primary_key=True)
    spelt: Mapped[str]
    is_longer: Mapped[bool]

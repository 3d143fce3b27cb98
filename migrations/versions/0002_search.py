"""Search: an index of the posts' words, the names of everything else with an index of theirs, and misspellings."""

import sqlalchemy as sa
from alembic import op

from migrations.columns import Number, Text

revision = "0002"
down_revision = "0001"
branch_labels = None
depends_on = None

INDEXED = {"post_texts": ("post_id", "post_index"), "name_texts": ("node_id", "name_index")}


def upgrade() -> None:
    op.create_table(
        "name_texts",
        sa.Column("node_id", Number, autoincrement=False, nullable=False),
        sa.Column("type", Text, nullable=False),
        sa.Column("searched", Text, nullable=False),
        sa.CheckConstraint("type IN ('Hashtag', 'Place', 'Source', 'Account')", name=op.f("ck_name_texts_type_known")),
        sa.PrimaryKeyConstraint("node_id", name=op.f("pk_name_texts")),
    )
    op.create_table(
        "suggestions",
        sa.Column("node_id", Number, nullable=False),
        sa.Column("word", Text, nullable=False),
        sa.Column("position", sa.Integer(), nullable=False),
        sa.Column("letter", Text, nullable=False),
        sa.Column("remainder", Text, nullable=False),
        sa.Column("ordinal", sa.Integer(), nullable=True),
        sa.PrimaryKeyConstraint("node_id", "word", "position", name=op.f("pk_suggestions")),
        sqlite_with_rowid=False,
    )
    op.create_index(op.f("ix_suggestions_remainder"), "suggestions", ["remainder"], unique=False)
    for texts, (key, index) in INDEXED.items():
        index_words(texts, key, index)


def index_words(texts: str, key: str, index: str) -> None:
    """Index the words of `searched`, which stand between blanks, exactly as they are: no stemming, no stop words."""
    if op.get_bind().dialect.name == "sqlite":
        # The words are in no column of the index's own; it keeps no positions either: phrases are read from the line.
        # One or two first letters begin so many words that their posts are kept together.
        # Of ASCII, folded words hold letters, digits and these signs; all that is not ASCII belongs to a word anyway.
        op.execute(
            f"""CREATE VIRTUAL TABLE {index} USING fts5(searched, content='{texts}', content_rowid='{key}',
            detail=none, columnsize=0, prefix='1 2', tokenize="ascii tokenchars '.,()'''")"""
        )
        op.execute(f"INSERT INTO {index} ({index}) VALUES ('rebuild')")  # noqa: S608
        return
    op.execute(
        f"ALTER TABLE {texts} ADD COLUMN lexemes tsvector NOT NULL"
        " GENERATED ALWAYS AS (array_to_tsvector(array_remove(string_to_array(searched, ' '), ''))) STORED"
    )
    op.execute(f"CREATE INDEX ix_{texts}_lexemes ON {texts} USING gin (lexemes)")


def downgrade() -> None:
    for texts, (_, index) in INDEXED.items():
        if op.get_bind().dialect.name == "sqlite":
            op.execute(f"DROP TABLE {index}")
        else:
            op.execute(f"DROP INDEX ix_{texts}_lexemes")
            op.execute(f"ALTER TABLE {texts} DROP COLUMN lexemes")
    op.drop_index(op.f("ix_suggestions_remainder"), table_name="suggestions")
    op.drop_table("suggestions")
    op.drop_table("name_texts")

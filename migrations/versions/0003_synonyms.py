"""Names of the same, for search: filled by the next reload, whose loader reads all seeds anew."""

import sqlalchemy as sa
from alembic import op

from migrations.columns import Text

revision = "0003"
down_revision = "0002"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.add_column("place_names", sa.Column("is_searched", sa.Boolean(), server_default=sa.true(), nullable=False))
    op.create_table(
        "synonyms",
        sa.Column("words", Text, nullable=False),
        sa.Column("concept", Text, nullable=False),
        sa.Column("spelt", Text, nullable=False),
        sa.Column("is_longer", sa.Boolean(), nullable=False),
        sa.PrimaryKeyConstraint("words", "concept", name=op.f("pk_synonyms")),
        sqlite_with_rowid=False,
    )
    op.create_index(op.f("ix_synonyms_concept"), "synonyms", ["concept"], unique=False)


def downgrade() -> None:
    op.drop_index(op.f("ix_synonyms_concept"), table_name="synonyms")
    op.drop_table("synonyms")
    op.drop_column("place_names", "is_searched")

"""The first tables, and revision 0: the empty dataset."""

from datetime import UTC, datetime

import sqlalchemy as sa
from alembic import op

from migrations.columns import Number, Text

revision = "0001"
down_revision = None
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.create_table(
        "accounts",
        sa.Column("id", Number, autoincrement=False, nullable=False),
        sa.Column("handle", Text, nullable=False),
        sa.Column("handle_folded", Text, nullable=False),
        sa.Column("display_name", Text, nullable=True),
        sa.Column("mention_count", sa.Integer(), nullable=False),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_accounts")),
        sa.UniqueConstraint("handle_folded", name=op.f("uq_accounts_handle_folded")),
    )
    op.create_index(op.f("ix_accounts_mention_count_id"), "accounts", ["mention_count", "id"], unique=False)
    op.create_table(
        "hashtag_aliases",
        sa.Column("alias", Text, nullable=False),
        sa.Column("concept", Text, nullable=False),
        sa.PrimaryKeyConstraint("alias", name=op.f("pk_hashtag_aliases")),
    )
    op.create_table(
        "hashtags",
        sa.Column("id", Number, autoincrement=False, nullable=False),
        sa.Column("name", Text, nullable=False),
        sa.Column("display", Text, nullable=False),
        sa.Column("concept", Text, nullable=False),
        sa.Column("post_count", sa.Integer(), nullable=False),
        sa.Column("thread_count", sa.Integer(), nullable=False),
        sa.Column("first_seen_earliest", Text, nullable=True),
        sa.Column("first_seen_latest", Text, nullable=True),
        sa.Column("first_seen_instant", Text, nullable=True),
        sa.Column("first_seen_precision", Text, nullable=True),
        sa.Column("first_seen_basis", Text, nullable=True),
        sa.Column("last_seen_earliest", Text, nullable=True),
        sa.Column("last_seen_latest", Text, nullable=True),
        sa.Column("last_seen_instant", Text, nullable=True),
        sa.Column("last_seen_precision", Text, nullable=True),
        sa.Column("last_seen_basis", Text, nullable=True),
        sa.Column("last_seen_oldest_first", Number, nullable=False),
        sa.Column("last_seen_newest_first", Number, nullable=False),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_hashtags")),
        sa.UniqueConstraint("name", name=op.f("uq_hashtags_name")),
    )
    op.create_index(op.f("ix_hashtags_concept"), "hashtags", ["concept"], unique=False)
    op.create_index(
        op.f("ix_hashtags_last_seen_newest_first_id"), "hashtags", ["last_seen_newest_first", "id"], unique=False
    )
    op.create_index(op.f("ix_hashtags_post_count_id"), "hashtags", ["post_count", "id"], unique=False)
    op.create_table(
        "periods",
        sa.Column("unit", Text, nullable=False),
        sa.Column("starts", Text, nullable=False),
        sa.Column("ends", Text, nullable=False),
        sa.CheckConstraint("unit IN ('DAY', 'WEEK', 'MONTH', 'QUARTER', 'YEAR')", name=op.f("ck_periods_unit_known")),
        sa.PrimaryKeyConstraint("unit", "starts", name=op.f("pk_periods")),
        sqlite_with_rowid=False,
    )
    op.create_table(
        "places",
        sa.Column("id", Number, autoincrement=False, nullable=False),
        sa.Column("key", Text, nullable=False),
        sa.Column("kind", Text, nullable=False),
        sa.Column("label", Text, nullable=False),
        sa.Column("country", Text, nullable=True),
        sa.Column("latitude", sa.Double(), nullable=True),
        sa.Column("longitude", sa.Double(), nullable=True),
        sa.Column("x", sa.Double(), nullable=True),
        sa.Column("y", sa.Double(), nullable=True),
        sa.Column("z", sa.Double(), nullable=True),
        sa.Column("precision", Text, nullable=False),
        sa.Column("geometry", Text, nullable=True),
        sa.Column("wikidata", Text, nullable=True),
        sa.Column("geonames", sa.Integer(), nullable=True),
        sa.Column("post_count", sa.Integer(), nullable=False),
        sa.Column("file", Text, nullable=False),
        sa.Column("line", sa.Integer(), nullable=False),
        sa.Column("column", sa.Integer(), nullable=True),
        sa.Column("sha256", Text, nullable=False),
        sa.Column("importer", Text, nullable=False),
        sa.Column("revision", sa.Integer(), nullable=False),
        sa.Column("digest", Text, nullable=False),
        sa.CheckConstraint(
            "kind IN ('COUNTRY', 'REGION', 'CITY', 'TOWN', 'VILLAGE', 'WATER', 'OTHER')",
            name=op.f("ck_places_kind_known"),
        ),
        sa.CheckConstraint(
            "precision IN ('EXACT', 'CENTROID', 'APPROXIMATE', 'NONE')", name=op.f("ck_places_precision_known")
        ),
        sa.CheckConstraint("(latitude IS NULL) = (longitude IS NULL)", name=op.f("ck_places_coordinates_whole")),
        sa.CheckConstraint("latitude BETWEEN -90 AND 90", name=op.f("ck_places_latitude_in_range")),
        sa.CheckConstraint("longitude BETWEEN -180 AND 180", name=op.f("ck_places_longitude_in_range")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_places")),
        sa.UniqueConstraint("key", name=op.f("uq_places_key")),
    )
    op.create_index(op.f("ix_places_label_id"), "places", ["label", "id"], unique=False)
    op.create_index(op.f("ix_places_latitude_longitude"), "places", ["latitude", "longitude"], unique=False)
    op.create_index(op.f("ix_places_post_count_id"), "places", ["post_count", "id"], unique=False)
    op.create_table(
        "revisions",
        sa.Column("number", sa.Integer(), autoincrement=False, nullable=False),
        sa.Column("digest", Text, nullable=False),
        sa.Column("committed_at", Text, nullable=False),
        sa.Column("added", sa.Integer(), nullable=False),
        sa.Column("changed", sa.Integer(), nullable=False),
        sa.Column("removed", sa.Integer(), nullable=False),
        sa.PrimaryKeyConstraint("number", name=op.f("pk_revisions")),
    )
    op.create_table(
        "seed_files",
        sa.Column("path", Text, nullable=False),
        sa.Column("sha256", Text, nullable=False),
        sa.Column("contents", Text, nullable=False),
        sa.Column("reader", Text, nullable=False),
        sa.PrimaryKeyConstraint("path", name=op.f("pk_seed_files")),
    )
    op.create_table(
        "sources",
        sa.Column("id", Number, autoincrement=False, nullable=False),
        sa.Column("key", Text, nullable=False),
        sa.Column("kind", Text, nullable=False),
        sa.Column("title", Text, nullable=False),
        sa.Column("title_folded", Text, nullable=False),
        sa.Column("publisher", Text, nullable=True),
        sa.Column("url", Text, nullable=True),
        sa.Column("byline", Text, nullable=True),
        sa.Column("language", Text, nullable=True),
        sa.Column("licence", Text, nullable=True),
        sa.Column("attribution", Text, nullable=True),
        sa.Column("is_excerpt", sa.Boolean(), nullable=False),
        sa.Column("retrieved_at", Text, nullable=True),
        sa.Column("published_earliest", Text, nullable=True),
        sa.Column("published_latest", Text, nullable=True),
        sa.Column("published_instant", Text, nullable=True),
        sa.Column("published_precision", Text, nullable=True),
        sa.Column("published_basis", Text, nullable=True),
        sa.Column("oldest_first", Number, nullable=False),
        sa.Column("newest_first", Number, nullable=False),
        sa.Column("file", Text, nullable=False),
        sa.Column("line", sa.Integer(), nullable=False),
        sa.Column("column", sa.Integer(), nullable=True),
        sa.Column("sha256", Text, nullable=False),
        sa.Column("importer", Text, nullable=False),
        sa.Column("revision", sa.Integer(), nullable=False),
        sa.Column("digest", Text, nullable=False),
        sa.CheckConstraint(
            "kind IN ('THREAD_LISTING', 'ARTICLE', 'FEED', 'ARCHIVE', 'DATASET')", name=op.f("ck_sources_kind_known")
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_sources")),
        sa.UniqueConstraint("key", name=op.f("uq_sources_key")),
    )
    op.create_index(op.f("ix_sources_newest_first_id"), "sources", ["newest_first", "id"], unique=False)
    op.create_index(op.f("ix_sources_oldest_first_id"), "sources", ["oldest_first", "id"], unique=False)
    op.create_index(op.f("ix_sources_title_id"), "sources", ["title", "id"], unique=False)
    op.create_index(op.f("ix_sources_url"), "sources", ["url"], unique=False)
    op.create_table(
        "tallies",
        sa.Column("type", Text, nullable=False),
        sa.Column("ordinal", sa.Integer(), nullable=False),
        sa.Column("count", sa.Integer(), nullable=False),
        sa.PrimaryKeyConstraint("type", name=op.f("pk_tallies")),
    )
    op.create_table(
        "changes",
        sa.Column("revision", sa.Integer(), nullable=False),
        sa.Column("ordinal", sa.Integer(), nullable=False),
        sa.Column("action", Text, nullable=False),
        sa.Column("type", Text, nullable=False),
        sa.Column("node_number", Number, nullable=False),
        sa.Column("key", Text, nullable=False),
        sa.Column("fields", Text, nullable=False),
        sa.CheckConstraint("action IN ('ADDED', 'CHANGED', 'REMOVED')", name=op.f("ck_changes_action_known")),
        sa.ForeignKeyConstraint(["revision"], ["revisions.number"], name=op.f("fk_changes_revision")),
        sa.PrimaryKeyConstraint("revision", "ordinal", name=op.f("pk_changes")),
        sqlite_with_rowid=False,
    )
    op.create_index(op.f("ix_changes_type_node_number"), "changes", ["type", "node_number"], unique=False)
    op.create_table(
        "datasets",
        sa.Column("id", Number, autoincrement=False, nullable=False),
        sa.Column("name", Text, nullable=False),
        sa.Column("citation", Text, nullable=False),
        sa.Column("licences", Text, nullable=False),
        sa.Column("revision", sa.Integer(), nullable=False),
        sa.CheckConstraint("id = 1", name=op.f("ck_datasets_only_one")),
        sa.ForeignKeyConstraint(["revision"], ["revisions.number"], name=op.f("fk_datasets_revision")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_datasets")),
    )
    op.create_table(
        "hashtag_pairs",
        sa.Column("hashtag_id", Number, nullable=False),
        sa.Column("other_id", Number, nullable=False),
        sa.Column("post_count", sa.Integer(), nullable=False),
        sa.Column("thread_count", sa.Integer(), nullable=False),
        sa.ForeignKeyConstraint(
            ["hashtag_id"], ["hashtags.id"], name=op.f("fk_hashtag_pairs_hashtag_id"), ondelete="CASCADE"
        ),
        sa.ForeignKeyConstraint(
            ["other_id"], ["hashtags.id"], name=op.f("fk_hashtag_pairs_other_id"), ondelete="CASCADE"
        ),
        sa.PrimaryKeyConstraint("hashtag_id", "other_id", name=op.f("pk_hashtag_pairs")),
        sqlite_with_rowid=False,
    )
    op.create_index("ix_hashtag_pairs_by_post", "hashtag_pairs", ["hashtag_id", "post_count"], unique=False)
    op.create_index("ix_hashtag_pairs_by_thread", "hashtag_pairs", ["hashtag_id", "thread_count"], unique=False)
    op.create_table(
        "hashtag_variants",
        sa.Column("hashtag_id", Number, nullable=False),
        sa.Column("spelling", Text, nullable=False),
        sa.Column("spelling_cased", Text, nullable=False),
        sa.Column("post_count", sa.Integer(), nullable=False),
        sa.ForeignKeyConstraint(
            ["hashtag_id"], ["hashtags.id"], name=op.f("fk_hashtag_variants_hashtag_id"), ondelete="CASCADE"
        ),
        sa.PrimaryKeyConstraint("hashtag_id", "spelling", name=op.f("pk_hashtag_variants")),
        sqlite_with_rowid=False,
    )
    op.create_index(op.f("ix_hashtag_variants_spelling"), "hashtag_variants", ["spelling"], unique=False)
    op.create_index(op.f("ix_hashtag_variants_spelling_cased"), "hashtag_variants", ["spelling_cased"], unique=False)
    op.create_table(
        "place_ancestors",
        sa.Column("place_id", Number, nullable=False),
        sa.Column("ancestor_id", Number, nullable=False),
        sa.ForeignKeyConstraint(
            ["ancestor_id"], ["places.id"], name=op.f("fk_place_ancestors_ancestor_id"), ondelete="CASCADE"
        ),
        sa.ForeignKeyConstraint(
            ["place_id"], ["places.id"], name=op.f("fk_place_ancestors_place_id"), ondelete="CASCADE"
        ),
        sa.PrimaryKeyConstraint("place_id", "ancestor_id", name=op.f("pk_place_ancestors")),
        sqlite_with_rowid=False,
    )
    op.create_index(
        op.f("ix_place_ancestors_ancestor_id_place_id"), "place_ancestors", ["ancestor_id", "place_id"], unique=False
    )
    op.create_table(
        "place_names",
        sa.Column("place_id", Number, nullable=False),
        sa.Column("ordinal", sa.Integer(), nullable=False),
        sa.Column("text", Text, nullable=False),
        sa.Column("folded", Text, nullable=False),
        sa.Column("language", Text, nullable=True),
        sa.Column("script", Text, nullable=True),
        sa.Column("perspective", Text, nullable=True),
        sa.Column("status", Text, nullable=False),
        sa.Column("valid_from", Text, nullable=True),
        sa.Column("valid_to", Text, nullable=True),
        sa.CheckConstraint("status IN ('PREFERRED', 'VARIANT', 'HISTORIC')", name=op.f("ck_place_names_status_known")),
        sa.ForeignKeyConstraint(["place_id"], ["places.id"], name=op.f("fk_place_names_place_id"), ondelete="CASCADE"),
        sa.PrimaryKeyConstraint("place_id", "ordinal", name=op.f("pk_place_names")),
        sqlite_with_rowid=False,
    )
    op.create_index(op.f("ix_place_names_folded_place_id"), "place_names", ["folded", "place_id"], unique=False)
    op.create_table(
        "place_parents",
        sa.Column("place_id", Number, nullable=False),
        sa.Column("ordinal", sa.Integer(), nullable=False),
        sa.Column("parent_id", Number, nullable=False),
        sa.Column("relation", Text, nullable=False),
        sa.Column("claimant", Text, nullable=True),
        sa.Column("valid_from", Text, nullable=True),
        sa.Column("valid_to", Text, nullable=True),
        sa.CheckConstraint(
            "relation IN ('PART_OF', 'ADMINISTERED_BY', 'CLAIMED_BY', 'RECOGNISED_AS')",
            name=op.f("ck_place_parents_relation_known"),
        ),
        sa.ForeignKeyConstraint(["parent_id"], ["places.id"], name=op.f("fk_place_parents_parent_id")),
        sa.ForeignKeyConstraint(
            ["place_id"], ["places.id"], name=op.f("fk_place_parents_place_id"), ondelete="CASCADE"
        ),
        sa.PrimaryKeyConstraint("place_id", "ordinal", name=op.f("pk_place_parents")),
        sqlite_with_rowid=False,
    )
    op.create_index(
        op.f("ix_place_parents_parent_id_place_id"), "place_parents", ["parent_id", "place_id"], unique=False
    )
    op.create_table(
        "related_items",
        sa.Column("source_id", Number, nullable=False),
        sa.Column("ordinal", sa.Integer(), nullable=False),
        sa.Column("title", Text, nullable=False),
        sa.Column("author", Text, nullable=True),
        sa.Column("url", Text, nullable=True),
        sa.Column("excerpt", Text, nullable=True),
        sa.ForeignKeyConstraint(
            ["source_id"], ["sources.id"], name=op.f("fk_related_items_source_id"), ondelete="CASCADE"
        ),
        sa.PrimaryKeyConstraint("source_id", "ordinal", name=op.f("pk_related_items")),
    )
    op.create_table(
        "threads",
        sa.Column("id", Number, autoincrement=False, nullable=False),
        sa.Column("key", Text, nullable=False),
        sa.Column("source_id", Number, nullable=False),
        sa.Column("rank", sa.Integer(), nullable=False),
        sa.Column("title", Text, nullable=True),
        sa.Column("author_id", Number, nullable=True),
        sa.Column("language", Text, nullable=True),
        sa.Column("url", Text, nullable=True),
        sa.Column("visible", sa.Integer(), nullable=False),
        sa.Column("total", sa.Integer(), nullable=True),
        sa.Column("claimed", sa.Integer(), nullable=True),
        sa.Column("published_earliest", Text, nullable=True),
        sa.Column("published_latest", Text, nullable=True),
        sa.Column("published_instant", Text, nullable=True),
        sa.Column("published_precision", Text, nullable=True),
        sa.Column("published_basis", Text, nullable=True),
        sa.Column("oldest_first", Number, nullable=False),
        sa.Column("newest_first", Number, nullable=False),
        sa.Column("file", Text, nullable=False),
        sa.Column("line", sa.Integer(), nullable=False),
        sa.Column("column", sa.Integer(), nullable=True),
        sa.Column("sha256", Text, nullable=False),
        sa.Column("importer", Text, nullable=False),
        sa.Column("revision", sa.Integer(), nullable=False),
        sa.Column("digest", Text, nullable=False),
        sa.CheckConstraint("rank >= 1", name=op.f("ck_threads_rank_from_one")),
        sa.CheckConstraint("visible >= 0", name=op.f("ck_threads_visible_not_negative")),
        sa.ForeignKeyConstraint(["author_id"], ["accounts.id"], name=op.f("fk_threads_author_id")),
        sa.ForeignKeyConstraint(["source_id"], ["sources.id"], name=op.f("fk_threads_source_id")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_threads")),
        sa.UniqueConstraint("key", name=op.f("uq_threads_key")),
    )
    op.create_index(op.f("ix_threads_author_id"), "threads", ["author_id"], unique=False)
    op.create_index(op.f("ix_threads_newest_first_rank_id"), "threads", ["newest_first", "rank", "id"], unique=False)
    op.create_index(op.f("ix_threads_oldest_first_rank_id"), "threads", ["oldest_first", "rank", "id"], unique=False)
    op.create_index(op.f("ix_threads_rank_id"), "threads", ["rank", "id"], unique=False)
    op.create_index(op.f("ix_threads_source_id_rank_id"), "threads", ["source_id", "rank", "id"], unique=False)
    op.create_index(op.f("ix_threads_url"), "threads", ["url"], unique=False)
    op.create_index(op.f("ix_threads_visible_id"), "threads", ["visible", "id"], unique=False)
    op.create_table(
        "posts",
        sa.Column("id", Number, autoincrement=False, nullable=False),
        sa.Column("key", Text, nullable=False),
        sa.Column("kind", Text, nullable=False),
        sa.Column("source_id", Number, nullable=False),
        sa.Column("thread_id", Number, nullable=True),
        sa.Column("position", sa.Integer(), nullable=False),
        sa.Column("reading_order", Number, nullable=False),
        sa.Column("marker", Text, nullable=True),
        sa.Column("author_id", Number, nullable=True),
        sa.Column("title", Text, nullable=True),
        sa.Column("standfirst", Text, nullable=True),
        sa.Column("text", Text, nullable=False),
        sa.Column("language", Text, nullable=True),
        sa.Column("language_basis", Text, nullable=True),
        sa.Column("url", Text, nullable=True),
        sa.Column("published_earliest", Text, nullable=True),
        sa.Column("published_latest", Text, nullable=True),
        sa.Column("published_instant", Text, nullable=True),
        sa.Column("published_precision", Text, nullable=True),
        sa.Column("published_basis", Text, nullable=True),
        sa.Column("oldest_first", Number, nullable=False),
        sa.Column("newest_first", Number, nullable=False),
        sa.Column("file", Text, nullable=False),
        sa.Column("line", sa.Integer(), nullable=False),
        sa.Column("column", sa.Integer(), nullable=True),
        sa.Column("sha256", Text, nullable=False),
        sa.Column("importer", Text, nullable=False),
        sa.Column("revision", sa.Integer(), nullable=False),
        sa.Column("digest", Text, nullable=False),
        sa.CheckConstraint("kind IN ('POST', 'ARTICLE')", name=op.f("ck_posts_kind_known")),
        sa.CheckConstraint("position >= 1", name=op.f("ck_posts_position_from_one")),
        sa.CheckConstraint("published_earliest <= published_latest", name=op.f("ck_posts_published_in_order")),
        sa.ForeignKeyConstraint(["author_id"], ["accounts.id"], name=op.f("fk_posts_author_id")),
        sa.ForeignKeyConstraint(["source_id"], ["sources.id"], name=op.f("fk_posts_source_id")),
        sa.ForeignKeyConstraint(["thread_id"], ["threads.id"], name=op.f("fk_posts_thread_id")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_posts")),
        sa.UniqueConstraint("key", name=op.f("uq_posts_key")),
    )
    op.create_index(
        op.f("ix_posts_author_id_newest_first_reading_order_id"),
        "posts",
        ["author_id", "newest_first", "reading_order", "id"],
        unique=False,
    )
    op.create_index(
        op.f("ix_posts_language_newest_first_reading_order_id"),
        "posts",
        ["language", "newest_first", "reading_order", "id"],
        unique=False,
    )
    op.create_index(
        op.f("ix_posts_newest_first_reading_order_id"), "posts", ["newest_first", "reading_order", "id"], unique=False
    )
    op.create_index(
        op.f("ix_posts_oldest_first_reading_order_id"), "posts", ["oldest_first", "reading_order", "id"], unique=False
    )
    op.create_index(op.f("ix_posts_reading_order_id"), "posts", ["reading_order", "id"], unique=False)
    op.create_index(
        op.f("ix_posts_source_id_newest_first_reading_order_id"),
        "posts",
        ["source_id", "newest_first", "reading_order", "id"],
        unique=False,
    )
    op.create_index(op.f("ix_posts_thread_id_position_id"), "posts", ["thread_id", "position", "id"], unique=False)
    op.create_index(op.f("ix_posts_url"), "posts", ["url"], unique=False)
    op.create_table(
        "account_mentions",
        sa.Column("post_id", Number, nullable=False),
        sa.Column("ordinal", sa.Integer(), nullable=False),
        sa.Column("account_id", Number, nullable=False),
        sa.Column("thread_id", Number, nullable=True),
        sa.Column("spelling", Text, nullable=False),
        sa.Column("span_part", Text, nullable=False),
        sa.Column("span_start", sa.Integer(), nullable=False),
        sa.Column("span_end", sa.Integer(), nullable=False),
        sa.Column("span_start_utf16", sa.Integer(), nullable=False),
        sa.Column("span_end_utf16", sa.Integer(), nullable=False),
        sa.Column("span_start_utf8", sa.Integer(), nullable=False),
        sa.Column("span_end_utf8", sa.Integer(), nullable=False),
        sa.Column("span_text", Text, nullable=False),
        sa.Column("newest_first", Number, nullable=False),
        sa.Column("oldest_first", Number, nullable=False),
        sa.Column("reading_order", Number, nullable=False),
        sa.Column("is_first", sa.Boolean(), nullable=False),
        sa.ForeignKeyConstraint(["account_id"], ["accounts.id"], name=op.f("fk_account_mentions_account_id")),
        sa.ForeignKeyConstraint(
            ["post_id"], ["posts.id"], name=op.f("fk_account_mentions_post_id"), ondelete="CASCADE"
        ),
        sa.ForeignKeyConstraint(["thread_id"], ["threads.id"], name=op.f("fk_account_mentions_thread_id")),
        sa.PrimaryKeyConstraint("post_id", "ordinal", name=op.f("pk_account_mentions")),
        sqlite_with_rowid=False,
    )
    op.create_index(
        "ix_account_mentions_newest",
        "account_mentions",
        ["account_id", "is_first", "newest_first", "reading_order", "post_id"],
        unique=False,
    )
    op.create_index("ix_account_mentions_thread", "account_mentions", ["thread_id", "account_id"], unique=False)
    op.create_table(
        "footnotes",
        sa.Column("post_id", Number, nullable=False),
        sa.Column("ordinal", sa.Integer(), nullable=False),
        sa.Column("marker", Text, nullable=False),
        sa.Column("text", Text, nullable=False),
        sa.Column("span_part", Text, nullable=True),
        sa.Column("span_start", sa.Integer(), nullable=True),
        sa.Column("span_end", sa.Integer(), nullable=True),
        sa.Column("span_start_utf16", sa.Integer(), nullable=True),
        sa.Column("span_end_utf16", sa.Integer(), nullable=True),
        sa.Column("span_start_utf8", sa.Integer(), nullable=True),
        sa.Column("span_end_utf8", sa.Integer(), nullable=True),
        sa.Column("span_text", Text, nullable=True),
        sa.ForeignKeyConstraint(["post_id"], ["posts.id"], name=op.f("fk_footnotes_post_id"), ondelete="CASCADE"),
        sa.PrimaryKeyConstraint("post_id", "ordinal", name=op.f("pk_footnotes")),
        sqlite_with_rowid=False,
    )
    op.create_table(
        "links",
        sa.Column("post_id", Number, nullable=False),
        sa.Column("ordinal", sa.Integer(), nullable=False),
        sa.Column("url", Text, nullable=True),
        sa.Column("displayed", Text, nullable=False),
        sa.Column("is_truncated", sa.Boolean(), nullable=False),
        sa.Column("domain", Text, nullable=True),
        sa.Column("span_part", Text, nullable=True),
        sa.Column("span_start", sa.Integer(), nullable=True),
        sa.Column("span_end", sa.Integer(), nullable=True),
        sa.Column("span_start_utf16", sa.Integer(), nullable=True),
        sa.Column("span_end_utf16", sa.Integer(), nullable=True),
        sa.Column("span_start_utf8", sa.Integer(), nullable=True),
        sa.Column("span_end_utf8", sa.Integer(), nullable=True),
        sa.Column("span_text", Text, nullable=True),
        sa.ForeignKeyConstraint(["post_id"], ["posts.id"], name=op.f("fk_links_post_id"), ondelete="CASCADE"),
        sa.PrimaryKeyConstraint("post_id", "ordinal", name=op.f("pk_links")),
        sqlite_with_rowid=False,
    )
    op.create_index(op.f("ix_links_domain_post_id"), "links", ["domain", "post_id"], unique=False)
    op.create_table(
        "media",
        sa.Column("post_id", Number, nullable=False),
        sa.Column("ordinal", sa.Integer(), nullable=False),
        sa.Column("kind", Text, nullable=False),
        sa.Column("url", Text, nullable=True),
        sa.Column("alt", Text, nullable=True),
        sa.Column("caption", Text, nullable=True),
        sa.Column("credit", Text, nullable=True),
        sa.Column("licence", Text, nullable=True),
        sa.Column("is_placeholder", sa.Boolean(), nullable=False),
        sa.CheckConstraint("kind IN ('IMAGE', 'VIDEO', 'AUDIO', 'OTHER')", name=op.f("ck_media_kind_known")),
        sa.ForeignKeyConstraint(["post_id"], ["posts.id"], name=op.f("fk_media_post_id"), ondelete="CASCADE"),
        sa.PrimaryKeyConstraint("post_id", "ordinal", name=op.f("pk_media")),
        sqlite_with_rowid=False,
    )
    op.create_table(
        "place_mentions",
        sa.Column("post_id", Number, nullable=False),
        sa.Column("ordinal", sa.Integer(), nullable=False),
        sa.Column("place_id", Number, nullable=False),
        sa.Column("thread_id", Number, nullable=True),
        sa.Column("footnote", sa.Integer(), nullable=True),
        sa.Column("toponym", Text, nullable=False),
        sa.Column("role", Text, nullable=False),
        sa.Column("method", Text, nullable=False),
        sa.Column("confidence", sa.Double(), nullable=False),
        sa.Column("span_part", Text, nullable=False),
        sa.Column("span_start", sa.Integer(), nullable=False),
        sa.Column("span_end", sa.Integer(), nullable=False),
        sa.Column("span_start_utf16", sa.Integer(), nullable=False),
        sa.Column("span_end_utf16", sa.Integer(), nullable=False),
        sa.Column("span_start_utf8", sa.Integer(), nullable=False),
        sa.Column("span_end_utf8", sa.Integer(), nullable=False),
        sa.Column("span_text", Text, nullable=False),
        sa.Column("newest_first", Number, nullable=False),
        sa.Column("oldest_first", Number, nullable=False),
        sa.Column("reading_order", Number, nullable=False),
        sa.Column("is_first", sa.Boolean(), nullable=False),
        sa.CheckConstraint(
            "role IN ('LOCATION', 'METONYM', 'DEMONYM', 'HASHTAG', 'FLAG', 'ORGANISATION')",
            name=op.f("ck_place_mentions_role_known"),
        ),
        sa.CheckConstraint("confidence BETWEEN 0 AND 1", name=op.f("ck_place_mentions_confidence_in_range")),
        sa.ForeignKeyConstraint(["place_id"], ["places.id"], name=op.f("fk_place_mentions_place_id")),
        sa.ForeignKeyConstraint(["post_id"], ["posts.id"], name=op.f("fk_place_mentions_post_id"), ondelete="CASCADE"),
        sa.ForeignKeyConstraint(["thread_id"], ["threads.id"], name=op.f("fk_place_mentions_thread_id")),
        sa.PrimaryKeyConstraint("post_id", "ordinal", name=op.f("pk_place_mentions")),
        sqlite_with_rowid=False,
    )
    op.create_index(
        "ix_place_mentions_newest",
        "place_mentions",
        ["place_id", "is_first", "newest_first", "reading_order", "post_id"],
        unique=False,
    )
    op.create_index(
        "ix_place_mentions_oldest",
        "place_mentions",
        ["place_id", "is_first", "oldest_first", "reading_order", "post_id"],
        unique=False,
    )
    op.create_index("ix_place_mentions_thread", "place_mentions", ["thread_id", "place_id"], unique=False)
    op.create_table(
        "post_hashtags",
        sa.Column("post_id", Number, nullable=False),
        sa.Column("ordinal", sa.Integer(), nullable=False),
        sa.Column("hashtag_id", Number, nullable=False),
        sa.Column("thread_id", Number, nullable=True),
        sa.Column("thread_order", Number, nullable=False),
        sa.Column("spelling", Text, nullable=False),
        sa.Column("spelling_cased", Text, nullable=False),
        sa.Column("basis", Text, nullable=False),
        sa.Column("span_part", Text, nullable=True),
        sa.Column("span_start", sa.Integer(), nullable=True),
        sa.Column("span_end", sa.Integer(), nullable=True),
        sa.Column("span_start_utf16", sa.Integer(), nullable=True),
        sa.Column("span_end_utf16", sa.Integer(), nullable=True),
        sa.Column("span_start_utf8", sa.Integer(), nullable=True),
        sa.Column("span_end_utf8", sa.Integer(), nullable=True),
        sa.Column("span_text", Text, nullable=True),
        sa.Column("newest_first", Number, nullable=False),
        sa.Column("oldest_first", Number, nullable=False),
        sa.Column("reading_order", Number, nullable=False),
        sa.Column("is_first", sa.Boolean(), nullable=False),
        sa.CheckConstraint("basis IN ('IN_TEXT', 'ASSERTED')", name=op.f("ck_post_hashtags_basis_known")),
        sa.ForeignKeyConstraint(["hashtag_id"], ["hashtags.id"], name=op.f("fk_post_hashtags_hashtag_id")),
        sa.ForeignKeyConstraint(["post_id"], ["posts.id"], name=op.f("fk_post_hashtags_post_id"), ondelete="CASCADE"),
        sa.ForeignKeyConstraint(["thread_id"], ["threads.id"], name=op.f("fk_post_hashtags_thread_id")),
        sa.PrimaryKeyConstraint("post_id", "ordinal", name=op.f("pk_post_hashtags")),
        sqlite_with_rowid=False,
    )
    op.create_index(
        "ix_post_hashtags_newest",
        "post_hashtags",
        ["hashtag_id", "is_first", "newest_first", "reading_order", "post_id"],
        unique=False,
    )
    op.create_index(
        "ix_post_hashtags_oldest",
        "post_hashtags",
        ["hashtag_id", "is_first", "oldest_first", "reading_order", "post_id"],
        unique=False,
    )
    op.create_index(
        op.f("ix_post_hashtags_spelling_cased_post_id"), "post_hashtags", ["spelling_cased", "post_id"], unique=False
    )
    op.create_index(op.f("ix_post_hashtags_spelling_post_id"), "post_hashtags", ["spelling", "post_id"], unique=False)
    op.create_index("ix_post_hashtags_tag_thread", "post_hashtags", ["hashtag_id", "thread_id"], unique=False)
    op.create_index(
        "ix_post_hashtags_thread", "post_hashtags", ["thread_id", "hashtag_id", "thread_order"], unique=False
    )
    op.create_table(
        "post_texts",
        sa.Column("post_id", Number, nullable=False),
        sa.Column("folded", Text, nullable=False),
        sa.Column("words", Text, nullable=False),
        sa.Column("searched", Text, nullable=False),
        sa.ForeignKeyConstraint(["post_id"], ["posts.id"], name=op.f("fk_post_texts_post_id"), ondelete="CASCADE"),
        sa.PrimaryKeyConstraint("post_id", name=op.f("pk_post_texts")),
    )
    made = datetime.now(UTC).strftime("%Y-%m-%dT%H:%M:%SZ")
    revision_0 = (
        "INSERT INTO revisions (number, digest, committed_at, added, changed, removed) VALUES (0, '', :made, 0, 0, 0)"
    )
    op.execute(sa.text(revision_0).bindparams(made=made))
    op.execute("INSERT INTO datasets (id, name, citation, licences, revision) VALUES (1, '', '', '[]', 0)")


def downgrade() -> None:
    op.drop_table("post_texts")
    op.drop_index("ix_post_hashtags_thread", table_name="post_hashtags")
    op.drop_index("ix_post_hashtags_tag_thread", table_name="post_hashtags")
    op.drop_index(op.f("ix_post_hashtags_spelling_post_id"), table_name="post_hashtags")
    op.drop_index(op.f("ix_post_hashtags_spelling_cased_post_id"), table_name="post_hashtags")
    op.drop_index("ix_post_hashtags_oldest", table_name="post_hashtags")
    op.drop_index("ix_post_hashtags_newest", table_name="post_hashtags")
    op.drop_table("post_hashtags")
    op.drop_index("ix_place_mentions_thread", table_name="place_mentions")
    op.drop_index("ix_place_mentions_oldest", table_name="place_mentions")
    op.drop_index("ix_place_mentions_newest", table_name="place_mentions")
    op.drop_table("place_mentions")
    op.drop_table("media")
    op.drop_index(op.f("ix_links_domain_post_id"), table_name="links")
    op.drop_table("links")
    op.drop_table("footnotes")
    op.drop_index("ix_account_mentions_thread", table_name="account_mentions")
    op.drop_index("ix_account_mentions_newest", table_name="account_mentions")
    op.drop_table("account_mentions")
    op.drop_index(op.f("ix_posts_url"), table_name="posts")
    op.drop_index(op.f("ix_posts_thread_id_position_id"), table_name="posts")
    op.drop_index(op.f("ix_posts_source_id_newest_first_reading_order_id"), table_name="posts")
    op.drop_index(op.f("ix_posts_reading_order_id"), table_name="posts")
    op.drop_index(op.f("ix_posts_oldest_first_reading_order_id"), table_name="posts")
    op.drop_index(op.f("ix_posts_newest_first_reading_order_id"), table_name="posts")
    op.drop_index(op.f("ix_posts_language_newest_first_reading_order_id"), table_name="posts")
    op.drop_index(op.f("ix_posts_author_id_newest_first_reading_order_id"), table_name="posts")
    op.drop_table("posts")
    op.drop_index(op.f("ix_threads_visible_id"), table_name="threads")
    op.drop_index(op.f("ix_threads_url"), table_name="threads")
    op.drop_index(op.f("ix_threads_source_id_rank_id"), table_name="threads")
    op.drop_index(op.f("ix_threads_rank_id"), table_name="threads")
    op.drop_index(op.f("ix_threads_oldest_first_rank_id"), table_name="threads")
    op.drop_index(op.f("ix_threads_newest_first_rank_id"), table_name="threads")
    op.drop_index(op.f("ix_threads_author_id"), table_name="threads")
    op.drop_table("threads")
    op.drop_table("related_items")
    op.drop_index(op.f("ix_place_parents_parent_id_place_id"), table_name="place_parents")
    op.drop_table("place_parents")
    op.drop_index(op.f("ix_place_names_folded_place_id"), table_name="place_names")
    op.drop_table("place_names")
    op.drop_index(op.f("ix_place_ancestors_ancestor_id_place_id"), table_name="place_ancestors")
    op.drop_table("place_ancestors")
    op.drop_index(op.f("ix_hashtag_variants_spelling_cased"), table_name="hashtag_variants")
    op.drop_index(op.f("ix_hashtag_variants_spelling"), table_name="hashtag_variants")
    op.drop_table("hashtag_variants")
    op.drop_index("ix_hashtag_pairs_by_thread", table_name="hashtag_pairs")
    op.drop_index("ix_hashtag_pairs_by_post", table_name="hashtag_pairs")
    op.drop_table("hashtag_pairs")
    op.drop_table("datasets")
    op.drop_index(op.f("ix_changes_type_node_number"), table_name="changes")
    op.drop_table("changes")
    op.drop_table("tallies")
    op.drop_index(op.f("ix_sources_url"), table_name="sources")
    op.drop_index(op.f("ix_sources_title_id"), table_name="sources")
    op.drop_index(op.f("ix_sources_oldest_first_id"), table_name="sources")
    op.drop_index(op.f("ix_sources_newest_first_id"), table_name="sources")
    op.drop_table("sources")
    op.drop_table("seed_files")
    op.drop_table("revisions")
    op.drop_index(op.f("ix_places_post_count_id"), table_name="places")
    op.drop_index(op.f("ix_places_latitude_longitude"), table_name="places")
    op.drop_index(op.f("ix_places_label_id"), table_name="places")
    op.drop_table("places")
    op.drop_table("periods")
    op.drop_index(op.f("ix_hashtags_post_count_id"), table_name="hashtags")
    op.drop_index(op.f("ix_hashtags_last_seen_newest_first_id"), table_name="hashtags")
    op.drop_index(op.f("ix_hashtags_concept"), table_name="hashtags")
    op.drop_table("hashtags")
    op.drop_table("hashtag_aliases")
    op.drop_index(op.f("ix_accounts_mention_count_id"), table_name="accounts")
    op.drop_table("accounts")

"""The test corpus agrees with itself: what is kept counted is what a count finds, and spans hold their words."""

from collections import Counter
from collections.abc import Iterator
from typing import Any

import pytest
from sqlalchemy import Engine, text

from corpus import fill, tables

Row = dict[str, Any]  # Any: a column's value
TABLES: dict[str, list[Row]] = tables()
SPANNED = ("post_hashtags", "account_mentions", "place_mentions", "links", "footnotes")


def parts_of(post: Row) -> dict[str, list[str]]:
    """The texts of a post by part; captions and notes are several."""
    mine = {name: [row for row in TABLES[name] if row["post_id"] == post["id"]] for name in ("media", "footnotes")}
    return {
        "TEXT": [post["text"]],
        "TITLE": [post["title"]],
        "STANDFIRST": [post["standfirst"]],
        "CAPTION": [row["caption"] for row in mine["media"] if row["caption"]],
        "FOOTNOTE": [row["text"] for row in mine["footnotes"]],
    }


def spans() -> Iterator[tuple[Row, list[str]]]:
    posts = {post["id"]: parts_of(post) for post in TABLES["posts"]}
    for table in SPANNED:
        for row in TABLES[table]:
            if row["span_part"] is not None:
                yield row, posts[row["post_id"]][row["span_part"]]


def test_every_span_holds_its_words_in_all_three_units() -> None:
    checked = list(spans())
    assert len(checked) > 80
    for row, texts in checked:
        words, code, utf16, utf8 = row["span_text"], slice(*cut(row, "")), cut(row, "_utf16"), cut(row, "_utf8")
        holding = [one for one in texts if one[code] == words]
        assert any(one.encode("utf-16-le")[2 * utf16[0] : 2 * utf16[1]].decode("utf-16-le") == words for one in holding)
        assert any(one.encode()[slice(*utf8)].decode() == words for one in holding)


def cut(row: Row, unit: str) -> tuple[int, int]:
    return row[f"span_start{unit}"], row[f"span_end{unit}"]


def test_every_kind_of_thing_occurs() -> None:
    """Each word that a checked column may hold, and null in every column that may be null, stands somewhere."""
    seen = {table: {column: {row[column] for row in rows} for column in rows[0]} for table, rows in TABLES.items()}
    assert seen["posts"]["published_precision"] == {"INSTANT", "DAY", "MONTH", "YEAR", "RANGE", None}
    assert seen["place_mentions"]["role"] == {"LOCATION", "METONYM", "DEMONYM", "HASHTAG", "FLAG", "ORGANISATION"}
    assert {row["span_part"] for row, _ in spans()} == {"TEXT", "TITLE", "STANDFIRST", "CAPTION", "FOOTNOTE"}
    assert seen["sources"]["kind"] == {"THREAD_LISTING", "ARTICLE", "FEED", "ARCHIVE", "DATASET"}
    assert seen["places"]["kind"] == {"COUNTRY", "REGION", "CITY", "TOWN", "VILLAGE", "WATER", "OTHER"}
    assert seen["place_parents"]["relation"] == {"PART_OF", "ADMINISTERED_BY", "CLAIMED_BY", "RECOGNISED_AS"}
    assert seen["changes"]["action"] == {"ADDED", "CHANGED", "REMOVED"}
    assert seen["media"]["kind"] == {"IMAGE", "VIDEO", "AUDIO", "OTHER"}


def test_the_first_and_last_post_of_a_tag_are_no_matter_of_chance() -> None:
    dates = {post["id"]: post["oldest_first"] for post in TABLES["posts"] if post["published_earliest"]}
    for tag in TABLES["hashtags"]:
        used_in = {use["post_id"] for use in TABLES["post_hashtags"] if use["hashtag_id"] == tag["id"]}
        days = Counter(dates[post] for post in used_in if post in dates)
        assert not days or (days[min(days)] == days[max(days)] == 1)


@pytest.mark.parametrize(
    ("counted", "kept"),
    [
        ("SELECT count(DISTINCT post_id) FROM post_hashtags WHERE hashtag_id = node.id", "hashtags.post_count"),
        ("SELECT count(DISTINCT thread_id) FROM post_hashtags WHERE hashtag_id = node.id", "hashtags.thread_count"),
        ("SELECT count(*) FROM account_mentions WHERE account_id = node.id AND is_first", "accounts.mention_count"),
        ("SELECT count(*) FROM place_mentions WHERE place_id = node.id AND is_first", "places.post_count"),
        ("SELECT count(*) FROM posts WHERE thread_id = node.id", "threads.visible"),
    ],
)
def test_what_is_kept_counted_is_what_a_count_finds(engine: Engine, counted: str, kept: str) -> None:
    fill(engine)
    table, column = kept.split(".")
    with engine.connect() as connection:
        rows = connection.execute(text(f"SELECT node.{column}, ({counted}) FROM {table} AS node")).all()  # noqa: S608  ours
    assert rows
    assert [row[0] for row in rows] == [row[1] for row in rows]


def test_filling_again_replaces_everything(engine: Engine) -> None:
    fill(engine)
    fill(engine)
    with engine.connect() as connection:
        assert connection.scalar(text("SELECT count(*) FROM posts")) == len(TABLES["posts"])
        assert connection.scalar(text("SELECT max(number) FROM revisions")) == 3

"""What the reload keeps counted, against a recount in plain Python."""

from collections import Counter, defaultdict
from collections.abc import Iterator
from itertools import permutations
from pathlib import Path
from typing import Any

from sqlalchemy import Engine, select

from seeds.generating import generate
from seeds.loading.reloading import reload
from seeds.loading.stored import TABLES

Rows = list[Any]  # Any: rows of SQLAlchemy


def rows(engine: Engine, name: str) -> Rows:
    with engine.connect() as connection:
        return list(connection.execute(select(TABLES[name])))


def pairs_of(groups: dict[int, set[int]]) -> Counter[tuple[int, int]]:
    return Counter(pair for tags in groups.values() for pair in permutations(sorted(tags), 2))


def by(uses: Rows, key: str) -> dict[int, set[int]]:
    groups: defaultdict[int, set[int]] = defaultdict(set)
    for use in uses:
        if getattr(use, key) is not None:
            groups[getattr(use, key)].add(use.hashtag_id)
    return groups


def seen(uses: Rows, posts: dict[int, Any], order: str) -> Iterator[tuple[int, str | None]]:
    """Each tag with the earliest day of its first (or last) dated post."""
    ends: dict[int, Any] = {}
    for use in uses:
        candidate = (getattr(use, order), use.reading_order, use.post_id)
        ends[use.hashtag_id] = min(candidate, ends.get(use.hashtag_id, candidate))
    for tag, (_, _, post) in ends.items():
        yield tag, posts[post].published_earliest


def test_counts_dates_and_spellings_of_tags_equal_a_recount(engine: Engine, tmp_path: Path) -> None:
    generate(400, tmp_path / "seeds")
    reload(engine, tmp_path / "seeds")
    uses, tags = rows(engine, "post_hashtags"), {tag.id: tag for tag in rows(engine, "hashtags")}
    posts = {post.id: post for post in rows(engine, "posts")}
    in_posts, in_threads = by(uses, "post_id"), by(uses, "thread_id")
    counted = Counter(tag for found in in_posts.values() for tag in found)
    assert {tag.id: tag.post_count for tag in tags.values()} == counted
    threads = Counter(tag for found in in_threads.values() for tag in found)
    assert {tag.id: tag.thread_count for tag in tags.values() if tag.thread_count} == threads
    stored = {(pair.hashtag_id, pair.other_id): pair for pair in rows(engine, "hashtag_pairs")}
    assert {pair: row.post_count for pair, row in stored.items() if row.post_count} == pairs_of(in_posts)
    assert {pair: row.thread_count for pair, row in stored.items() if row.thread_count} == pairs_of(in_threads)
    assert {tag.id: tag.first_seen_earliest for tag in tags.values()} == dict(seen(uses, posts, "oldest_first"))
    assert {tag.id: tag.last_seen_earliest for tag in tags.values()} == dict(seen(uses, posts, "newest_first"))
    spelt = Counter({(use.post_id, use.hashtag_id, use.spelling) for use in uses})
    variants = Counter((tag, spelling) for _, tag, spelling in spelt)
    assert {(one.hashtag_id, one.spelling): one.post_count for one in rows(engine, "hashtag_variants")} == variants
    for tag in tags.values():
        ordered = sorted((-count, spelling) for (owner, spelling), count in variants.items() if owner == tag.id)
        assert tag.display == ordered[0][1]


def test_counts_of_places_accounts_threads_and_types_equal_a_recount(engine: Engine, tmp_path: Path) -> None:
    generate(400, tmp_path / "seeds")
    outcome = reload(engine, tmp_path / "seeds")
    places = {(one.post_id, one.place_id) for one in rows(engine, "place_mentions") if one.role != "DEMONYM"}
    counted = Counter(place for _, place in places)
    assert {one.id: one.post_count for one in rows(engine, "places") if one.post_count} == counted
    accounts = Counter(one for _, one in {(one.post_id, one.account_id) for one in rows(engine, "account_mentions")})
    assert {one.id: one.mention_count for one in rows(engine, "accounts") if one.mention_count} == accounts
    threads = Counter(post.thread_id for post in rows(engine, "posts") if post.thread_id is not None)
    assert {one.id: one.visible for one in rows(engine, "threads")} == threads
    tallies = {one.type: one.count for one in sorted(rows(engine, "tallies"), key=lambda one: one.ordinal)}
    assert list(tallies.items()) == list(outcome.counts.items())
    assert tallies["Post"] == len(rows(engine, "posts")) == 400

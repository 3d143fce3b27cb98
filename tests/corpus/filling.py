"""The whole dataset as rows of every table, and their way into a database."""

import json
from collections import defaultdict
from copy import deepcopy
from functools import cache

from sqlalchemy import Engine, delete, insert

from api.models import Base
from corpus import counting
from corpus.dating import periods
from corpus.facts import PostFacts, SourceFacts, When
from corpus.feeds import OTHERS
from corpus.gazetteer import PLACES
from corpus.history import TYPES, record
from corpus.listings import LISTING
from corpus.posts import Standing, post_rows
from corpus.rows import Row, Rows, place_rows, source_rows, thread_row
from corpus.spanning import MENTION, found
from seeds.loading.searching import rebuild_search

SOURCES: tuple[SourceFacts, ...] = (LISTING, *OTHERS)
UNWRITTEN = ("Quiet_One",)
"""An account that neither writes nor is mentioned."""


def fill(engine: Engine) -> None:
    """Replace whatever a migrated database holds, revision 0 included, by the test corpus."""
    content = tables()
    with engine.begin() as connection:
        for table in reversed(Base.metadata.sorted_tables):
            connection.execute(delete(table))
        for table in Base.metadata.sorted_tables:
            if rows := content.get(table.name):
                connection.execute(insert(table), rows)
        rebuild_search(connection)


def tables() -> Rows:
    """Return the rows of every table, a copy of your own."""
    return deepcopy(_tables())


@cache
def _tables() -> Rows:
    rows = told()
    rows["accounts"] = counting.account_rows(rows, handles())
    rows["hashtags"] = counting.hashtag_rows(rows)
    rows["hashtag_variants"] = counting.variant_rows(rows)
    rows["hashtag_aliases"] = counting.alias_rows()
    rows["hashtag_pairs"] = counting.pair_rows(rows)
    rows["place_ancestors"] = counting.ancestor_rows(rows)
    rows["periods"] = list(periods(dates()))
    counting.count_places(rows)
    rows |= record(rows)
    rows["tallies"] = [
        {"type": kind, "ordinal": n, "count": len(rows[table])} for n, (kind, (table, _)) in enumerate(TYPES.items(), 1)
    ]
    rows["datasets"] = [dataset_row()]
    return rows


def told() -> Rows:
    """The rows that facts state by themselves."""
    rows: Rows = defaultdict(list)
    bundles = [place_rows(place) for place in PLACES]
    for source in SOURCES:
        bundles.append(source_rows(source))
        bundles += [{"threads": [thread_row(source, thread)]} for thread in source.threads]
        bundles += [post_rows(post, at) for post, at in posts(source)]
    for bundle in bundles:
        for table, more in bundle.items():
            rows[table] += more
    return rows


def posts(source: SourceFacts) -> list[tuple[PostFacts, Standing]]:
    """Every post of a source with its place: the threads' first, then those on their own."""
    threaded = [
        (post, Standing(source.key, thread.key, thread.rank, position))
        for thread in source.threads
        for position, post in enumerate(thread.posts, 1)
    ]
    alone = [(post, Standing(source.key, None, 0, position)) for position, post in enumerate(source.posts, 1)]
    return threaded + alone


def handles() -> list[str]:
    """Every handle as written: authors of threads, then of posts with those they mention."""
    written = [thread.author for source in SOURCES for thread in source.threads]
    for source in SOURCES:
        for post, _ in posts(source):
            written += [post.author, *(spelling for spelling, _ in found(MENTION, post))]
    return [handle for handle in (*written, *UNWRITTEN) if handle]


def dates() -> list[When]:
    threads = [thread.when for source in SOURCES for thread in source.threads]
    every = [*threads, *(source.when for source in SOURCES), *(post.when for one in SOURCES for post, _ in posts(one))]
    return [when for when in every if when]


def dataset_row() -> Row:
    licences = sorted({source.licence for source in SOURCES if source.licence})
    citation = "Invented for the tests of Parley."
    return {"id": 1, "name": "Lake road", "citation": citation, "licences": json.dumps(licences), "revision": 3}

"""The records of a generated corpus, in order: sources and accounts, then threads and articles with their posts.

Threads are dealt to the sources in turn, so each source's ranks are whole; the last thread ends with the last post.
"""

from collections import Counter
from collections.abc import Iterator
from random import Random
from typing import Final

from seeds.generating.posts import Fields, article, instant, media, published, text
from seeds.generating.vocabulary import Drawn, Tongue, Vocabulary

SOURCES: Final = (
    ("open-roads", "THREAD_LISTING", "#OpenRoads, as listed", "Thread Shelf", "en"),
    ("letters-home", "THREAD_LISTING", "#LettersHome, as listed", "Thread Shelf", "en"),
    ("carnets", "FEED", "Carnets de voyage", "La Revue du Canal", "fr"),
    ("dnevnik", "FEED", "Дневник дорог", "Чайная", "ru"),
    ("namakner", "ARCHIVE", "Նամակներ", "Երկու գետ", "hy"),
    ("town-archive", "ARCHIVE", "The town archive", "The Archive Society", "en"),
    ("mixed-post", "DATASET", "Mixed post", "The Archive Society", None),
    ("weekly", "ARTICLE", "The Slow Weekly", "The Slow Weekly", "en"),
)
LISTING_TAGS: Final = {"open-roads": ["OpenRoads"], "letters-home": ["LettersHome"]}
ARTICLES: Final = 0.01
ARTICLES_IN: Final = "weekly"
LENGTHS: Final = Drawn(range(1, 13), (30, 18, 13, 9, 7, 6, 5, 4, 3, 2, 2, 1))
SIGNED: Final = 0.9
NUMBERED: Final = 0.4
PACE_SECONDS: Final = 70


def heading(posts: int, seed: int) -> Iterator[Fields]:
    """The records that say what the corpus is: its dataset, its sources, some accounts."""
    name = f"Generated: {posts:,} posts"
    yield {"type": "dataset", "name": name, "citation": f"Made by parley seed generate --posts {posts} --seed {seed}"}
    for key, kind, title, publisher, language in SOURCES:
        source: Fields = {"type": "source", "key": key, "kind": kind, "title": title, "publisher": publisher}
        source |= {"url": f"https://{key}.example/", "licence": "CC0-1.0", "attribution": "Generated for load tests"}
        source |= {"language": language} if language else {}
        source |= {"hashtags": LISTING_TAGS[key]} if key in LISTING_TAGS else {}
        yield source


class Corpus:
    """Draws threads and articles until all posts are written; `records` yields each with its number of posts (0, 1)."""

    def __init__(self, posts: int, seed: int, words: Vocabulary) -> None:
        self._left = posts
        self._random = Random(seed)  # noqa: S311 (nobody's secret)
        self._words = words
        self._ranks: Counter[str] = Counter()
        self._articles = 0

    def records(self) -> Iterator[tuple[Fields, int]]:
        """Yield the records in order; a thread comes before its posts."""
        draw = self._random.random
        listing = [key for key, *_ in SOURCES if key != ARTICLES_IN]
        while self._left:
            if draw() < ARTICLES:
                self._left -= 1
                yield self._article(), 1
            else:
                yield from self._thread(listing[int(draw() * len(listing))])

    def _article(self) -> Fields:
        self._articles += 1
        number = self._articles
        tongue = self._words.tongues.draw(self._random.random())
        post: Fields = {"type": "post", "key": f"{ARTICLES_IN}/{number}", "source": ARTICLES_IN, "position": number}
        post |= article(self._random, self._words, tongue)
        post["language"] = tongue.phrases.language
        if when := published(self._random, self._words):
            post["published"] = when
        return post

    def _thread(self, source: str) -> Iterator[tuple[Fields, int]]:
        random, words = self._random, self._words
        self._ranks[source] += 1
        rank = self._ranks[source]
        key = f"{source}/{rank}"
        tongue = words.tongues.draw(random.random())
        length = min(LENGTHS.draw(random.random()), self._left)
        self._left -= length
        shared: Fields = {"language": tongue.phrases.language}
        if random.random() < SIGNED:
            shared["author"] = words.handles.draw(random.random())
        when = published(random, words)
        thread: Fields = {"type": "thread", "key": key, "source": source, "rank": rank, "total": length, **shared}
        numbered = length > 1 and random.random() < NUMBERED
        if numbered:
            thread["claimed"] = length
        if when is not None:
            thread["published"] = when
        yield thread, 0
        for position in range(1, length + 1):
            yield self._post(key, position, length if numbered else 0, shared, when, tongue), 1

    def _post(
        self, thread: str, position: int, claimed: int, shared: Fields, when: str | Fields | None, tongue: Tongue
    ) -> Fields:
        said = text(self._random, self._words, tongue)
        post: Fields = {"type": "post", "key": f"{thread}/{position}", "thread": thread, "position": position, **shared}
        post["text"] = said
        if claimed:
            marker = f"({position}/{claimed})"
            post["marker"], post["text"] = marker, f"{marker} {said}"
        if when is not None:
            post["published"] = later(when, position)
        post.update(media(self._random))
        return post


def later(when: str | Fields, position: int) -> str | Fields:
    """The date of a thread's n-th post: of an instant, a little later, but never past midnight."""
    if not isinstance(when, str) or len(when) <= len("2015-01-01"):
        return when
    second = int(when[11:13]) * 3600 + int(when[14:16]) * 60 + int(when[17:19])
    return instant(when[:10], min(second + (position - 1) * PACE_SECONDS, 86_399))

"""Filters: most of them hold for a row of the corpus picked beforehand, so that answers are seldom empty."""

from collections.abc import Callable, Sequence
from random import Random
from typing import Any

from documents.filters import (
    bbox,
    dates,
    floats,
    handles,
    kinds,
    near,
    numbers,
    place_set,
    tag_set,
    texts,
    words,
)
from documents.material import Material, Row, handle, tag
from documents.tracking import Tracker

Where = dict[str, Any]  # Any: JSON
Condition = Callable[[], Any]  # Any: JSON, most often a filter
SOURCE_KINDS = ("THREAD_LISTING", "ARTICLE", "FEED", "ARCHIVE", "DATASET")
PLACE_KINDS = ("COUNTRY", "REGION", "CITY", "TOWN", "VILLAGE", "WATER", "OTHER")
COMBINED, DEEPEST = 3, 4
"""How deep `and`, `or` and `not` may stand, and any `where` at all: five levels, counted from 0."""


class Wheres:
    """Writes the `where` of any list."""

    def __init__(self, rng: Random, material: Material, tracker: Tracker) -> None:
        self.rng, self.material, self.tracker = rng, material, tracker

    def write(self, kind: str, depth: int = 0, row: Row | None = None) -> Where:
        """A filter for a type; `row` is what it should keep, where that is settled already."""
        if depth and self.rng.random() < 0.03:
            return {}
        target = row if row is not None else self.rng.choice(self.material.nodes(kind))
        conditions = self.conditions(kind, target, depth)
        names = [name for name in conditions if depth < DEEPEST or name not in {"source", "thread"}]
        names += ["and", "or", "not"] if depth < COMBINED else []
        weights = [self.tracker.weight(f"{kind}Where.{name}") for name in names]
        chosen = dict.fromkeys(self.rng.choices(names, weights, k=self.rng.choice((1, 1, 1, 2, 3))))
        return {
            name: conditions[name]() if name in conditions else self.combined(kind, name, depth, target)
            for name in chosen
        }

    def combined(self, kind: str, name: str, depth: int, target: Row) -> Where | list[Where]:
        if name == "and":
            return [self.write(kind, depth + 1, target) for _ in range(self.rng.randint(1, 2))]
        if name == "or":
            return [self.write(kind, depth + 1, target), self.write(kind, depth + 1)]
        return self.write(kind, depth + 1)

    def conditions(self, kind: str, row: Row, depth: int) -> dict[str, Condition]:
        writers = {
            "Source": self.source,
            "Thread": self.thread,
            "Post": self.post,
            "Hashtag": self.hashtag,
            "Place": self.place,
            "Account": self.account,
        }
        return writers[kind](row, depth)

    def weighed(self, enum: str, every: Sequence[str]) -> dict[str, float]:
        """Weigh the words of an enum: what was asked for least deserves it most."""
        return {word: self.tracker.weight(f"{enum}.{word}") for word in every}

    def source(self, row: Row, _depth: int) -> dict[str, Condition]:
        rng, rows = self.rng, self.material.nodes("Source")
        return {
            "key": lambda: texts(rng, row["key"], [one["key"] for one in rows]),
            "title": lambda: words(rng, [row["title"]]),
            "kind": lambda: kinds(rng, row["kind"], self.weighed("SourceKind", SOURCE_KINDS)),
            "publisher": lambda: texts(rng, row["publisher"], [one["publisher"] for one in rows]),
            "language": lambda: texts(rng, row["language"], ["en", "fr", "hy"]),
            "published": lambda: dates(rng, row),
        }

    def thread(self, row: Row, depth: int) -> dict[str, Condition]:
        rng, known = self.rng, self.material
        posts = known.posts_of(row)
        uses = {name: [use for post in posts for use in known.of_post[name][post["id"]]] for name in known.of_post}
        ratio = row["visible"] / row["total"] if row["total"] else None
        return {
            "key": lambda: texts(rng, row["key"], [one["key"] for one in known.nodes("Thread")]),
            "language": lambda: texts(rng, row["language"], ["en", "fr", "fj"]),
            "published": lambda: dates(rng, row),
            "hashtags": lambda: tag_set(rng, known, uses["post_hashtags"]),
            "places": lambda: place_set(rng, known, uses["place_mentions"]),
            "mentions": lambda: handles(rng, known, uses["account_mentions"]),
            "source": lambda: self.write("Source", depth + 1, known.by_id[row["source_id"]]),
            "coverage": lambda: floats(rng, ratio),
            "isComplete": lambda: rng.random() < 0.5,
            "length": lambda: numbers(rng, row["visible"]),
        }

    def post(self, row: Row, depth: int) -> dict[str, Condition]:
        rng, known = self.rng, self.material
        uses = {name: found[row["id"]] for name, found in known.of_post.items()}
        author = known.by_id.get(row["author_id"])
        thread = known.by_id.get(row["thread_id"]) or rng.choice(known.nodes("Thread"))
        domains = [link["domain"] for link in known.rows["links"] if link["domain"]]
        handles_known = [handle(rng, one["handle"]) for one in known.nodes("Account")]
        mine = [link["domain"] for link in uses["links"] if link["domain"]]
        return {
            "kind": lambda: kinds(rng, row["kind"], self.weighed("PostKind", ("POST", "ARTICLE"))),
            "language": lambda: texts(rng, row["language"], ["en", "en-GB", "fr", "hy", "ar"]),
            "position": lambda: numbers(rng, row["position"]),
            "published": lambda: dates(rng, row),
            "text": lambda: words(rng, [row["text"]]),
            "hashtags": lambda: tag_set(rng, known, uses["post_hashtags"]),
            "places": lambda: place_set(rng, known, uses["place_mentions"]),
            "mentions": lambda: handles(rng, known, uses["account_mentions"]),
            "author": lambda: texts(rng, handle(rng, author["handle"]) if author else None, handles_known),
            "domain": lambda: texts(rng, mine[0] if mine else None, domains, together=1),
            "key": lambda: texts(rng, row["key"], [one["key"] for one in known.nodes("Post")]),
            "source": lambda: self.write("Source", depth + 1, known.by_id[row["source_id"]]),
            "thread": lambda: self.write("Thread", depth + 1, thread),
        }

    def hashtag(self, row: Row, _depth: int) -> dict[str, Condition]:
        names = [one["name"] for one in self.material.nodes("Hashtag")]
        return {
            "name": lambda: texts(self.rng, tag(self.rng, row["name"]), names, null=False),
            "postCount": lambda: numbers(self.rng, row["post_count"]),
        }

    def place(self, row: Row, _depth: int) -> dict[str, Condition]:
        rng, known = self.rng, self.material
        above = [one["ancestor_id"] for one in known.rows["place_ancestors"] if one["place_id"] == row["id"]]
        names = [one["text"] for one in known.names[row["id"]]] or ["a"]
        return {
            "key": lambda: texts(rng, row["key"], [one["key"] for one in known.nodes("Place")]),
            "kind": lambda: kinds(rng, row["kind"], self.weighed("PlaceKind", PLACE_KINDS)),
            "name": lambda: words(rng, names),
            "country": lambda: texts(rng, row["country"], ["AM", "FJ", "GE"]),
            "within": lambda: known.place_word(rng, known.by_id[rng.choice(above)]),
            "bbox": lambda: bbox(rng, row),
            "near": lambda: near(rng, row),
            "postCount": lambda: numbers(rng, row["post_count"]),
        }

    def account(self, row: Row, _depth: int) -> dict[str, Condition]:
        handles_known = [handle(self.rng, one["handle"]) for one in self.material.nodes("Account")]
        return {
            "handle": lambda: texts(self.rng, handle(self.rng, row["handle"]), handles_known, null=False),
            "mentionCount": lambda: numbers(self.rng, row["mention_count"]),
        }

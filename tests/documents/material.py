"""Values that a dataset really holds, to ask for: rows by type, and what belongs to each."""

import re
from collections import defaultdict
from collections.abc import Sequence
from functools import cache
from random import Random
from typing import Any

from sqlalchemy import Engine, select

from api.models import Base, node_id
from corpus import tables

Row = dict[str, Any]  # Any: a column's value
NODES = {
    "Source": "sources",
    "Thread": "threads",
    "Post": "posts",
    "Hashtag": "hashtags",
    "Place": "places",
    "Account": "accounts",
}
OF_POST = ("post_hashtags", "place_mentions", "account_mentions", "links")


class Material:
    """A dataset by type, and by post what it uses."""

    def __init__(self, rows: dict[str, list[Row]]) -> None:
        self.rows = rows
        self.by_id = {row["id"]: row for kind in NODES.values() for row in self.rows[kind]}
        self.of_post: dict[str, dict[int, list[Row]]] = {name: defaultdict(list) for name in OF_POST}
        for name in OF_POST:
            for row in self.rows[name]:
                self.of_post[name][row["post_id"]].append(row)
        self.names: dict[int, list[Row]] = defaultdict(list)
        for row in self.rows["place_names"]:
            self.names[row["place_id"]].append(row)

    def nodes(self, kind: str) -> list[Row]:
        return self.rows[NODES[kind]]

    def posts_of(self, thread: Row) -> list[Row]:
        return [post for post in self.rows["posts"] if post["thread_id"] == thread["id"]]

    def ids(self, kind: str) -> list[str]:
        if kind == "Revision":
            return [node_id(kind, row["number"]) for row in self.rows["revisions"]]
        return [node_id(kind, row["id"]) for row in self.nodes(kind)]

    def place_word(self, rng: Random, place: Row) -> str:
        """A place's key, or one of its names as a person may type it."""
        names = [row["text"] for row in self.names[place["id"]]]
        return str(rng.choice([place["key"], *names, *[name.upper() for name in names]]))


@cache
def of_corpus() -> Material:
    return Material({name: list(rows) for name, rows in tables().items()})


def stored(engine: Engine) -> Material:
    """What any database holds, whoever filled it."""
    with engine.connect() as connection:
        every = Base.metadata.sorted_tables
        return Material({t.name: [dict(row) for row in connection.execute(select(t)).mappings()] for t in every})


def parts(rng: Random, words: str) -> str:
    """A stretch of a text, as written."""
    start = rng.randrange(max(1, len(words) - 3))
    return words[start : start + rng.randint(1, 9)]


def handle(rng: Random, written: str) -> str:
    return str(rng.choice([written, written, f"@{written}", written.upper()]))


def tag(rng: Random, spelling: str) -> str:
    return str(rng.choice([spelling, spelling, f"#{spelling}", spelling.upper(), spelling.lower()]))


def query(rng: Random, text: str) -> str:
    """Something to search for: words of a text, together or apart, now and then with something else."""
    words = re.findall(r"[\w'.-]+", text) or ["nothing"]
    at = rng.randrange(len(words))
    word, run = rng.choice(words), " ".join(words[at : at + 2])
    other = rng.choice(("lake", "peace", "vard*", "Երևան"))
    ways = (word, f"{word} {words[at]}", f'"{run}"', f"{word[:3]}*", f"{word} -{other}", f"{word} OR {other}")
    return str(rng.choice((*ways, *ways, word.upper(), f'{word} "{run}" {word[:2]}*', f"#{word}", f'"{word}', "-", "")))


def some(rng: Random, values: Sequence[Any], most: int = 3) -> list[Any]:  # Any: whatever is listed
    """One to `most` of these, each once."""
    return rng.sample(values, min(len(values), rng.randint(1, most)))


def slipped(rng: Random, text: str) -> str:
    """A name with a letter too many, too few or another, or with two letters swapped."""
    at = rng.randrange(max(1, len(text) - 1))
    head, one, rest = text[:at], text[at : at + 1], text[at + 1 :]
    return str(rng.choice((head + rest, head + one + one + rest, head + "x" + rest, head + rest[:1] + one + rest[1:])))

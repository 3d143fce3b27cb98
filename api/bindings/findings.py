"""What a query finds, type by type: posts by their words, threads by their posts, all else by what it is called."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from json import dumps
from typing import Any

from sqlalchemy import Select, Table, false, func, select

from api.bindings.searching import FoundPosts
from api.bindings.values import table
from api.compiler.draft import NUMBER, TEXT, Draft, Expression, Row, raw
from api.compiler.matching import Asked, Searchable
from api.compiler.widening import Widened
from api.models import Account, Hashtag, NameText, Place, Source, Thread
from api.text.queries import Query

NAME_TEXTS = Searchable(table(NameText), "node_id", "name_index")
TYPES = {name.upper(): name for name in ("Post", "Thread", "Hashtag", "Place", "Source", "Account")}
COLUMNS = ("place", "kind", "id", "score", "one", "two", "key", "label")
"""Of each thing found: the place of its type among those asked for, its type, id and score; what sorts equal scores;
its key, and what is shown of it where it has no text."""

_ZERO = raw("0", NUMBER)


@dataclass(frozen=True, slots=True)
class Named:
    """What is found by its name: its table; what sorts it, its key and what is shown of it, read from a row."""

    table: Table
    sort: Callable[[Row], Expression]
    key: str
    label: Callable[[Row], Expression]


NAMED = {
    "Hashtag": Named(
        table(Hashtag), lambda row: -row["post_count"], "name", lambda row: raw("'#'", TEXT).concat(row["display"])
    ),
    "Place": Named(table(Place), lambda row: -row["post_count"], "key", lambda row: row["label"]),
    "Source": Named(table(Source), lambda row: row["newest_first"], "key", lambda row: row["title"]),
    "Account": Named(
        table(Account),
        lambda row: -row["mention_count"],
        "handle_folded",
        lambda row: func.coalesce(row["display_name"], raw("'@'", TEXT).concat(row["handle"])),
    ),
}


class Findings:
    """Writes, one for each type, the SELECTs of what fits the query: posts under other names of what it says, too."""

    def __init__(self, draft: Draft, query: Asked, widened: Widened) -> None:
        self.draft = draft
        self.query = query
        self.widened = widened
        self._posts: FoundPosts | None = None

    def arms(self, types: tuple[str, ...]) -> list[Select[Any]]:
        """Return a SELECT a type, all with the same columns; one that finds nothing where no type is asked for."""
        ways = {"POST": self._found_posts, "THREAD": self._found_threads}
        made = [ways[each](n) if each in ways else self._named(n, TYPES[each]) for n, each in enumerate(types)]
        nothing = {"id": _ZERO, "score": _ZERO, "one": _ZERO, "two": _ZERO, "key": raw("''"), "label": raw("''")}
        return made or [_arm(0, "", nothing).where(false())]

    def _posts_row(self) -> Row:
        if self._posts is None:
            self._posts = FoundPosts(self.draft, self.widened, {})
        return self._posts.row()

    def _found_posts(self, place: int) -> Select[Any]:
        row = self._posts_row()
        read = {each: row[each] for each in ("id", "score", "key")}
        sorts = {"one": row["newest_first"], "two": row["reading_order"], "label": raw("''")}
        return _arm(place, "Post", read | sorts).select_from(row.source)

    def _found_threads(self, place: int) -> Select[Any]:
        """A thread is found by any of its posts, and fits as well as the best of them."""
        post, thread = self._posts_row(), self.draft.row(table(Thread))
        name = f"g{self.draft.number()}"
        best = select(post["thread_id"].label("id"), func.max(post["score"]).label("score")).select_from(post.source)
        grouped = best.where(post["thread_id"].is_not(None)).group_by(post["thread_id"]).subquery(name)
        read = {
            "id": thread["id"],
            "score": raw(f"{name}.score"),
            "one": thread["newest_first"],
            "two": thread["rank"],
            "key": thread["key"],
            "label": func.coalesce(thread["title"], thread["key"]),
        }
        return _arm(place, "Thread", read).select_from(
            grouped.join(thread.source, thread["id"] == raw(f"{name}.id", NUMBER))
        )

    def _named(self, place: int, kind: str) -> Select[Any]:
        named, text = NAMED[kind], self.draft.row(NAME_TEXTS.table)
        row = self.draft.row(named.table)
        query = begun(self.query) if kind == "Hashtag" else self.query
        read = {
            "id": row["id"],
            "score": query.score(text, whole_and_begun if kind == "Hashtag" else None),
            "one": named.sort(row),
            "two": _ZERO,
            "key": row[named.key],
            "label": named.label(row),
        }
        source = text.source.join(row.source, row["id"] == text["node_id"])
        return _arm(place, kind, read).select_from(source).where(*named_so(query, text, kind))


def _arm(place: int, kind: str, read: dict[str, Expression]) -> Select[Any]:
    own = {"place": raw(str(place), NUMBER), "kind": raw(f"'{kind}'", TEXT)} | read
    return select(*(own[each].label(each) for each in COLUMNS))


def named_so(query: Asked, text: Row, kind: str) -> list[Expression]:
    """Return the conditions that something of a kind has a name that fits."""
    return [*query.finds(NAME_TEXTS, text), text["type"] == raw(f"'{kind}'", TEXT)]


def begun(query: Asked) -> Asked:
    """Return the same query for hashtags, which are found by their beginnings too."""
    read = query.read
    return Asked(query.draft, query.slot, lambda given: read(given).begun())


def whole_and_begun(query: Query) -> str:
    """Write the stretches that score a hashtag: a whole word counts twice, so that it comes first."""
    return dumps([needle for term in query.wanted for needle in (term.needle, f"{term.needle} ")])

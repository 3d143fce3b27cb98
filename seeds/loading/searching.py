"""Keeps what search reads in step with a reload: the index of the posts' words, the words of names, misspellings.

Before the posts of `gone_posts` are deleted `forget_posts` is called, after all is written `keep_search`.
"""

from collections.abc import Callable, Iterable, Iterator, Mapping
from itertools import groupby
from operator import itemgetter
from typing import Any, Final

from sqlalchemy import Connection, Select, delete, literal, select, text, union_all

from api.text.indexing import Part, index
from api.text.misspelling import can_be_meant, remainders
from api.text.words import words
from seeds.loading import indexing
from seeds.loading import temporary as temp
from seeds.loading.batches import in_batches
from seeds.loading.dialects import bulk_insert
from seeds.loading.rooms import Staging
from seeds.loading.stored import BATCH, TABLES
from seeds.loading.synonyms import settle_synonyms
from seeds.loading.tables import Row, row

Named = tuple[int, Mapping[int, str]]
"""A node and its names by their ordinals."""

_KINDS: Final = ("Hashtag", "Place", "Source", "Account")
_MISSPELT: Final = {"Hashtag", "Place"}


def forget_posts(connection: Connection) -> None:
    """Take the posts of `gone_posts` out of the index, while their rows are still there."""
    indexing.forget(connection, "post_texts", select(temp.gone_posts.c.id))


def keep_search(connection: Connection, staging: Staging) -> None:
    """Bring the index of posts, the words of names and the misspellings to what the plan has written."""
    indexing.add(connection, "post_texts", select(temp.touched_posts.c.id))
    for kind in _KINDS:
        temp.fill(connection, temp.touched_names, staging.nodes.ids(kind, "ADDED", "CHANGED", "REMOVED"))
    touched = select(temp.touched_names.c.id)
    indexing.forget(connection, "name_texts", touched)
    for name in ("name_texts", "suggestions"):
        connection.execute(delete(TABLES[name]).where(TABLES[name].c.node_id.in_(touched)))
    _write_names(connection, lambda found, node: found.where(node.in_(touched)))
    indexing.add(connection, "name_texts", touched)


def rebuild_search(connection: Connection) -> None:
    """Make all that search reads anew, from the rows of posts, places and everything else that has names."""
    for name in ("name_texts", "suggestions"):
        connection.execute(delete(TABLES[name]))
    _write_names(connection, lambda found, _: found)
    for texts in ("post_texts", "name_texts"):
        indexing.rebuild(connection, texts)
    settle_synonyms(connection)


def _write_names(connection: Connection, narrowed: Callable[[Select[Any], Any], Select[Any]]) -> None:
    """Write the words and the misspellings of what has names, narrowed to some nodes."""
    for kind, names in _names(narrowed).items():
        found = connection.execute(names.execution_options(yield_per=BATCH))
        for batch in in_batches(_by_node(map(tuple, found)), BATCH):
            _write(connection, kind, batch)


def _by_node(found: Iterable[tuple[int, int, str]]) -> Iterator[Named]:
    for node, rows in groupby(found, itemgetter(0)):
        yield node, {ordinal: name for _, ordinal, name in rows}


def _names(narrowed: Callable[[Select[Any], Any], Select[Any]]) -> dict[str, Any]:  # Any: selects and a union of them
    """Select by kind of node: its id, the ordinal of a name, the name; in this order."""
    tags, places, sources, accounts = (TABLES[name].c for name in ("hashtags", "place_names", "sources", "accounts"))
    handles = narrowed(select(accounts.id, literal(1), accounts.handle_folded), accounts.id)
    displayed = select(accounts.id, literal(2), accounts.display_name).where(accounts.display_name.is_not(None))
    placed = narrowed(select(places.place_id, places.ordinal, places.text), places.place_id)
    return {
        "Hashtag": narrowed(select(tags.id, literal(1), tags.name), tags.id),
        "Place": placed.order_by(places.place_id, places.ordinal),
        "Source": narrowed(select(sources.id, literal(1), sources.title), sources.id),
        "Account": union_all(handles, narrowed(displayed, accounts.id)).order_by(text("1, 2")),
    }


def _write(connection: Connection, kind: str, nodes: Iterable[Named]) -> None:
    texts: list[Row] = []
    misspelt: list[Row] = []
    for node, names in nodes:
        searched = index(Part("TEXT", None, name) for name in names.values()).searched
        texts.append(row("name_texts", node_id=node, type=kind, searched=searched))
        if kind in _MISSPELT:
            misspelt.extend(_misspellings(kind, node, names))
    bulk_insert(connection, TABLES["name_texts"], texts)
    bulk_insert(connection, TABLES["suggestions"], misspelt)


def _misspellings(kind: str, node: int, names: Mapping[int, str]) -> Iterator[Row]:
    """Yield each word of a node's names, with the first name that has it, whole and without each of its letters."""
    first: dict[str, int] = {}
    for ordinal, name in names.items():
        for one in words(name):
            if can_be_meant(one.folded):
                first.setdefault(one.folded, ordinal)
    for word, ordinal in first.items():
        for position, letter, left in remainders(word):
            yield row(
                "suggestions",
                node_id=node,
                word=word,
                position=position,
                letter=letter,
                remainder=left,
                ordinal=ordinal if kind == "Place" else None,
            )

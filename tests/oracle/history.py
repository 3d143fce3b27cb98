"""The dataset itself: what it holds, its revisions and their changes."""

import json
from dataclasses import dataclass

from api.models import Base, Change, Dataset, Revision, node_id
from oracle.asking import Ask, Given, answers
from oracle.lists import page_of
from oracle.ordering import Order, column
from oracle.paging import Connection, Page, connect
from oracle.roots import TABLES, found

NEWEST: Order = (column("number", falling=True),)
AS_MADE: Order = (column("revision"), column("ordinal"))
COUNTED = ("Source", "Thread", "Post", "Hashtag", "Place", "Account")


@dataclass(frozen=True, slots=True)
class TypeCount:
    """How many nodes of a type there are."""

    type: str
    count: int


@answers("Query.dataset")
def dataset(ask: Ask, _root: None) -> Dataset:
    return ask.world.dataset


@answers("Dataset.revision")
def current(ask: Ask, dataset: Dataset) -> Revision:
    return ask.world.revisions[dataset.revision]


@answers("Dataset.counts")
def counts(ask: Ask, _dataset: Dataset) -> list[TypeCount]:
    return [TypeCount(kind, len(TABLES[kind](ask.world))) for kind in COUNTED]


@answers("Dataset.licences")
def licences(ask: Ask, _dataset: Dataset) -> list[str]:
    return sorted({source.licence for source in ask.world.sources.values() if source.licence})


@answers("Query.revisions")
def revisions(ask: Ask, _root: None, **given: Given) -> Connection:
    return connect(ask, ask.world.revisions.values(), NEWEST, sized(given, 20))


@answers("Query.changes")
def changes(ask: Ask, _root: None, since: int, **given: Given) -> Connection:
    return connect(ask, [one for one in ask.world.changes if one.revision > since], AS_MADE, sized(given, 100))


@answers("Revision.changes")
def own_changes(ask: Ask, revision: Revision, **given: Given) -> Connection:
    return connect(ask, [one for one in ask.world.changes if one.revision == revision.number], AS_MADE, page_of(given))


def sized(given: Given, default: int) -> Page:
    """Page arguments whose printed default also holds when null is given."""
    page = page_of(given)
    return Page(default if page.first is None else page.first, page.after)


@answers("Change.nodeId")
def changed_id(_ask: Ask, change: Change) -> str:
    return node_id(change.type, change.node_number)


@answers("Change.fields")
def changed_fields(_ask: Ask, change: Change) -> object:
    return json.loads(change.fields)


@answers("Change.node")
def changed_node(ask: Ask, change: Change) -> Base | None:
    return found(ask.world, node_id(change.type, change.node_number))

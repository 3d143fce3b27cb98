"""Bindings of the root fields: one node by what names it, and the connections over everything."""

from collections.abc import Sequence
from typing import Any

from sqlalchemy import Column, MetaData, Table, func, select, union_all

from api.bindings.everything import ResultsOf
from api.bindings.searching import SearchedMembersOf
from api.bindings.sets import TAG_MATCHES, account_number
from api.bindings.values import table
from api.compiler.binding import FieldBinding, Term, TypeBinding
from api.compiler.connections import Connection
from api.compiler.draft import NUMBER, TEXT, Draft, Expression, Row, Scope, raw, scalar
from api.compiler.entries import pair_entries
from api.compiler.filtering import json_list
from api.compiler.json import JsonArray
from api.compiler.members import MembersOf
from api.compiler.objects import AnyNode, Lookup, RootNode
from api.compiler.selection import Field, Slot, SlotList
from api.errors import InvalidArgument, PageTooLarge
from api.models import (
    Account,
    Dataset,
    Hashtag,
    HashtagVariant,
    Place,
    PlaceName,
    Post,
    Revision,
    Source,
    Tally,
    Thread,
    parse_node_id,
)
from api.text.fold import fold


def _slot(field: Field, name: str) -> Slot | SlotList:
    slot = field.slot(name)
    if slot is None:
        raise InvalidArgument(f"`{field.name}` needs `{name}`")
    return slot


def _keyed(draft: Draft, row: Row, field: Field) -> Sequence[Expression]:
    return [row["key"] == draft.value(_slot(field, "key"))]


def _tag(draft: Draft, row: Row, field: Field) -> Sequence[Expression]:
    """Find a tag as asked; where several spellings or aliases fit, the Lookup's order chooses."""
    match, slot = field.word("match") or "FOLDED", _slot(field, "name")
    encode = TAG_MATCHES[match].encode
    if match == "FOLDED":
        return [row["id"] == draft.value(slot, NUMBER, encode)]
    listed = select(draft.value(slot, TEXT, lambda given: str(encode(given)))).scalar_subquery()
    if match == "ALIAS":
        use = _Renamed(row, {"hashtag_id": "id"})
        return [TAG_MATCHES["ALIAS"].condition(draft, use, listed)]
    variant = draft.row(table(HashtagVariant))
    column = variant["spelling"] if match == "EXACT" else variant["spelling_cased"]
    spelt = select(variant["hashtag_id"]).select_from(variant.source).where(column == listed)
    return [row["id"].in_(spelt)]


class _Renamed(Row):
    """A row some of whose columns go by other names."""

    def __init__(self, row: Row, names: dict[str, str]) -> None:
        super().__init__(row.name, row.table)
        self._row, self._names = row, names

    def __getitem__(self, column: str) -> Expression:
        return self._row[self._names.get(column, column)]


def _place(draft: Draft, row: Row, field: Field) -> Sequence[Expression]:
    key, name = field.slot("key"), field.slot("name")
    if (key is None) == (name is None):
        raise InvalidArgument("ask `place` for a `key` or for a `name`: exactly one of the two")
    if name is None:
        return _keyed(draft, row, field)
    named = draft.row(table(PlaceName))
    fits = named["folded"] == draft.value(name, TEXT, lambda given: fold(str(given)))
    return [row["id"].in_(select(named["place_id"]).select_from(named.source).where(fits))]


def _account(draft: Draft, row: Row, field: Field) -> Sequence[Expression]:
    return [row["id"] == draft.value(_slot(field, "handle"), NUMBER, account_number)]


def _revision(draft: Draft, row: Row, field: Field) -> Sequence[Expression]:
    return [row["number"] == draft.value(_slot(field, "number"), NUMBER)]


def _identified(scope: Scope, field: Field) -> tuple[Expression, Expression]:
    slot = _slot(field, "id")

    def part(index: int) -> Any:
        def read(given: object) -> object:
            found = parse_node_id(str(given))
            return found[index] if found else ("", 0)[index]

        return read

    return scope.draft.value(slot, TEXT, part(0)), scope.draft.value(slot, NUMBER, part(1))


def _addressed(scope: Scope, field: Field) -> tuple[Expression, Expression]:
    """Find the source, thread or post of an address, in this order."""
    draft = scope.draft
    url = draft.value(_slot(field, "url"))
    found = []
    for place, model in enumerate((Source, Thread, Post)):
        row = draft.row(table(model))
        columns = (
            raw(f"'{model.__name__}'").label("kind"),
            row["id"].label("number"),
            raw(str(place)).label("place"),
        )
        found.append(select(*columns).select_from(row.source).where(row["url"] == url))
    name = f"u{draft.number()}"

    def first(column: str) -> Expression:
        rows = union_all(*found).subquery(name)
        kinds = select(raw(column)).select_from(rows).order_by(raw("place"), raw("number"))
        return kinds.limit(raw("1", NUMBER)).scalar_subquery()

    return first("kind"), first("number")


_PAIRS = Table("pairs", MetaData(), Column("ordinal", NUMBER), Column("type", TEXT), Column("number", NUMBER))


class Nodes:
    """``nodes(ids:)``: in the order of the ids, null where nothing has one."""

    nullable = False

    def build(self, scope: Scope, field: Field) -> Expression:
        slot, draft = _slot(field, "ids"), scope.draft
        most = draft.bindings.page_limit

        def pairs(given: Any) -> str:
            if len(given) > most:
                raise PageTooLarge(f"`nodes` takes at most {most} ids, not {len(given)}", limit=most)
            return json_list([parse_node_id(str(each)) or ("", 0) for each in given])

        row = Row(f"n{draft.number()}", _PAIRS)
        listed = pair_entries(draft.value(slot, TEXT, pairs), row.name)
        inner = Scope(draft, row, scope.level + 1)
        node = AnyNode(lambda *_: (row["type"], row["number"])).build(inner, field)
        ordinal = row["ordinal"]
        rows = inner.derived(lambda own: select(*own).select_from(listed).order_by(ordinal))
        return scalar(JsonArray(node, [(ordinal, False)]), inner.joined(rows))


def _tallied(name: str) -> Any:
    def count(scope: Scope, _: Field) -> Expression:
        tally = scope.draft.row(table(Tally))
        kept = select(tally["count"]).select_from(tally.source).where(tally["type"] == raw(f"'{name}'"))
        return func.coalesce(kept.scalar_subquery(), raw("0"))

    return count


def _all(name: str) -> Connection:
    return Connection(MembersOf(name, known_count=_tallied(name)))


def _since(row: Row, scope: Scope, field: Field) -> Sequence[Expression]:
    return [row["revision"] > scope.draft.value(_slot(field, "since"), NUMBER)]


_POPULAR = (Term("post_count", True),)


def _lookup(name: str, model: Table, where: Any, *order: Term) -> FieldBinding:
    return Lookup(name, model, where, order=order)


QUERY = TypeBinding(
    "Query",
    fields={
        "node": RootNode(_identified),
        "nodes": Nodes(),
        "resource": RootNode(_addressed),
        "dataset": Lookup("Dataset", table(Dataset), lambda *_: [], nullable=False),
        "revision": Lookup("Revision", table(Revision), _revision),
        "revisions": Connection(MembersOf("Revision")),
        "changes": Connection(MembersOf("Change", _since)),
        "source": Lookup("Source", table(Source), _keyed),
        "thread": Lookup("Thread", table(Thread), _keyed),
        "post": Lookup("Post", table(Post), _keyed),
        "hashtag": _lookup("Hashtag", table(Hashtag), _tag, *_POPULAR, Term("name")),
        "place": _lookup("Place", table(Place), _place, *_POPULAR, Term("key")),
        "account": Lookup("Account", table(Account), _account),
        **{f"{name.lower()}s": _all(name) for name in ("Source", "Thread", "Hashtag", "Place", "Account")},
        "search": Connection(ResultsOf("Search")),
        "posts": Connection(SearchedMembersOf("Post", known_count=_tallied("Post"))),
    },
)

from collections.abc import Mapping

import pytest
from graphql import GraphQLSchema, build_schema
from sqlalchemy import Column as Stored
from sqlalchemy import ForeignKey, Integer, MetaData, Table, Text

from api.bindings import bindings
from api.compiler.binding import Bindings, Column, Computed, FieldBinding, Part, Term, TypeBinding
from api.compiler.connections import Connection
from api.compiler.draft import Draft, Row, Scope
from api.compiler.members import MembersOf
from api.compiler.objects import Embedded, Rows, ToOne
from api.compiler.proof import prove
from api.compiler.selection import Field
from api.errors import BindingError
from api.schema import promise
from mills import SCHEMA

PROMISE = build_schema("""
type Query { books(where: BookWhere, orderBy: [BookOrder!]): BookConnection! }
type Subscription { bookAdded: Book! }
type BookConnection { nodes: [Book!]! edges: [BookEdge!]! pageInfo: PageInfo! totalCount: Int! shelves: [Shelf!]! }
type BookEdge { cursor: String! node: Book! reason: String }
type PageInfo { hasNextPage: Boolean! hasPreviousPage: Boolean! startCursor: String endCursor: String }
type Shelf { room: String! books: Int }
type Book { title: String! subtitle: String author: Person! printed: Year lent: Year! chapters: [Chapter!]! }
type Person { fullName: String! }
type Year { first: Int! last: Int }
type Chapter { heading: String! }
input BookWhere { and: [BookWhere!] or: [BookWhere!] not: BookWhere title: String pages: Int }
input BookOrder { by: BookKey! direction: Direction! }
enum BookKey { TITLE PAGES }
enum Direction { ASC DESC }
""")

META = MetaData()
PEOPLE = Table("people", META, Stored("id", Integer, primary_key=True), Stored("full_name", Text, nullable=False))
CHAPTERS = Table("chapters", META, Stored("heading", Text, nullable=False))
BOOKS = Table(
    "books",
    META,
    Stored("id", Integer, primary_key=True),
    Stored("title", Text, nullable=False),
    Stored("subtitle", Text),
    Stored("author_id", ForeignKey("people.id"), nullable=False),
    *(Stored(f"printed_{edge}", Integer) for edge in ("first", "last")),
    *(Stored(f"lent_{edge}", Integer, nullable=False) for edge in ("first", "last")),
)

_TITLE = Term("title", kind=Text())
BOOK_FIELDS: Mapping[str, FieldBinding] = {
    "author": ToOne("Person", PEOPLE, "author_id"),
    "printed": Embedded("Year", "printed_", unless="first"),
    "lent": Embedded("Year", "lent_"),
    "chapters": Rows("Chapter", CHAPTERS, lambda *_: [], ()),
}
BOOK = TypeBinding(
    "Book",
    BOOKS,
    fields=BOOK_FIELDS,
    filters=dict.fromkeys(("title", "pages"), lambda *_: BOOKS.c.id.is_(None)),
    orders=dict.fromkeys(
        [(key, direction) for key in ("TITLE", "PAGES") for direction in ("ASC", "DESC")],
        (_TITLE,),
    ),
    unique=(_TITLE,),
    extras={"shelves": lambda *_: BOOKS.c.id},
    edge_extras={"reason": lambda *_: BOOKS.c.id},
)


def bound(*, without: str = "", book: TypeBinding = BOOK, **others: TypeBinding) -> Bindings:
    types = {
        "Query": TypeBinding("Query", fields={"books": Connection(MembersOf("Book"))}),
        "Person": TypeBinding("Person", PEOPLE),
        "Year": TypeBinding("Year", fields={"first": Column("first"), "last": Column("last", nullable=True)}),
        "Chapter": TypeBinding("Chapter", fields={"heading": Column("heading")}),
        "Shelf": TypeBinding("Shelf", fields={"room": Part(), "books": Part(nullable=True)}),
        "Book": book,
        **others,
    }
    return Bindings({name: each for name, each in types.items() if name != without})


def faults(found: Bindings, schema: GraphQLSchema = PROMISE) -> list[str]:
    with pytest.raises(BindingError) as caught:
        prove(schema, found)
    return caught.value.message.splitlines()


def changed(
    fields: Mapping[str, FieldBinding] | None = None,
    filters: tuple[str, ...] = ("title", "pages"),
    orders: tuple[tuple[str, str], ...] = tuple(BOOK.orders),
    extras: tuple[str, ...] = ("shelves",),
    edge_extras: tuple[str, ...] = ("reason",),
    unique: tuple[Term, ...] = (_TITLE,),
) -> Bindings:
    book = TypeBinding(
        "Book",
        BOOKS,
        fields={**BOOK_FIELDS, **(fields or {})},
        filters=dict.fromkeys(filters, BOOK.filters["title"]),
        orders=dict.fromkeys(orders, (_TITLE,)),
        unique=unique,
        extras=dict.fromkeys(extras, BOOK.extras["shelves"]),
        edge_extras=dict.fromkeys(edge_extras, BOOK.edge_extras["reason"]),
    )
    return bound(book=book)


def test_bindings_that_keep_the_promise_pass() -> None:
    prove(PROMISE, bound())


def test_a_type_without_a_binding_is_named() -> None:
    assert faults(bound(without="Chapter")) == ["Chapter is promised, but not bound"]


def test_a_binding_of_no_promised_type_is_named() -> None:
    assert faults(bound(Film=TypeBinding("Film"))) == ["Film is bound, but no type of the schema"]


def test_a_field_without_a_column_is_named() -> None:
    assert faults(bound(Person=TypeBinding("Person"))) == ["Person.fullName is promised, but not bound"]


def test_a_bound_field_that_is_not_promised_is_named() -> None:
    assert faults(changed({"isbn": Column("isbn")})) == ["Book.isbn is bound, but not promised"]


def test_a_binding_to_a_column_that_is_not_there_is_named() -> None:
    assert faults(changed({"subtitle": Column("subheading", nullable=True)})) == [
        "Book.subtitle is bound to books.subheading, which is no column"
    ]


@pytest.mark.parametrize(
    ("name", "found"),
    [
        ("title", Column("title", nullable=True)),
        ("title", Computed(lambda scope, _: scope.row["title"], nullable=True)),
        ("author", ToOne("Person", PEOPLE, "author_id", nullable=True)),
        ("lent", Embedded("Year", "lent_", unless="first")),
    ],
)
def test_a_non_null_field_bound_to_what_can_be_null_is_named(name: str, found: FieldBinding) -> None:
    assert faults(changed({name: found})) == [
        f"Book.{name} is promised as non-null, but what it is bound to can be null"
    ]


def test_a_binding_that_claims_more_than_its_column_is_named() -> None:
    assert faults(changed({"title": Column("subtitle")})) == [
        "Book.title is promised as non-null, but books.subtitle can be null"
    ]
    assert faults(changed({"author": ToOne("Person", PEOPLE, "subtitle")})) == [
        "Book.author is promised as non-null, but books.subtitle can be null"
    ]


def test_embedded_objects_are_followed_to_the_columns_of_the_row_they_stand_in() -> None:
    assert faults(changed({"lent": Embedded("Year", "printed_")})) == [
        "Year.first is promised as non-null, but books.printed_first can be null"
    ]
    assert faults(changed({"printed": Embedded("Year", "reprinted_", unless="first")})) == [
        "Year.first is bound to books.reprinted_first, which is no column",
        "Year.last is bound to books.reprinted_last, which is no column",
    ]


def test_filters_are_held_to_the_fields_of_their_input_type() -> None:
    assert faults(changed(filters=("title",))) == ["BookWhere.pages is promised, but has no filter"]
    assert faults(changed(filters=("title", "pages", "colour"))) == ["BookWhere.colour is bound, but not promised"]


def test_orders_are_held_to_every_key_in_both_directions() -> None:
    three = tuple(each for each in BOOK.orders if each != ("PAGES", "DESC"))
    assert faults(changed(orders=three)) == ["BookOrder PAGES DESC is promised, but not bound"]
    assert faults(changed(orders=(*BOOK.orders, ("COLOUR", "ASC")))) == [
        "BookOrder COLOUR ASC is bound, but not promised"
    ]
    assert faults(changed(unique=())) == ["Book has no unique order to end every other one with"]


def test_what_a_connection_and_its_edges_offer_beside_relays_fields_is_proven() -> None:
    assert faults(changed(extras=())) == ["BookConnection.shelves is promised, but not bound"]
    assert faults(changed(extras=("shelves", "rooms"))) == ["BookConnection.rooms is bound, but not promised"]
    assert faults(changed(edge_extras=())) == ["BookEdge.reason is promised, but not bound"]
    assert faults(changed(edge_extras=("reason", "page"))) == ["BookEdge.page is bound, but not promised"]


def test_all_faults_are_named_at_once() -> None:
    assert len(faults(changed(filters=(), orders=(), extras=()))) == 2 + 4 + 1


def test_parts_are_written_with_their_whole_and_never_alone() -> None:
    with pytest.raises(LookupError):
        Part().build(Scope(Draft(bound()), Row("t0", BOOKS), 0), Field("room", "room", "leaf"))


def test_our_own_bindings_keep_our_own_promise() -> None:
    prove(promise(SCHEMA), bindings())

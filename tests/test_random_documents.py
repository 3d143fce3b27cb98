"""The random documents, and what holds answers to them side by side."""

from dataclasses import replace
from itertools import islice

import pytest
from graphql import GraphQLSchema, build_schema, parse, validate

from api.schema import build, sdl
from comparing import difference, sort_of
from documents import CursorAt, Document, Tracker, documents
from shrinking import shrunk


@pytest.fixture(scope="module")
def schema() -> GraphQLSchema:
    return build_schema(sdl(build()))


def first(schema: GraphQLSchema, count: int, seed: int = 1) -> list[Document]:
    return list(islice(documents(schema, seed, Tracker(schema)), count))


def test_the_same_seed_writes_the_same_documents(schema: GraphQLSchema) -> None:
    assert first(schema, 25) == first(schema, 25)
    assert first(schema, 25) != first(schema, 25, seed=2)


def test_every_document_and_every_walk_is_valid(schema: GraphQLSchema) -> None:
    for document in first(schema, 60):
        assert validate(schema, parse(document.text)) == []
        for value in document.variables.values():
            assert not isinstance(value, CursorAt) or validate(schema, parse(value.walk.text)) == []


def test_the_documents_know_all_the_ways_to_write_one(schema: GraphQLSchema) -> None:
    texts = "\n".join(document.text for document in first(schema, 80))
    for way in (
        "fragment F1 on ",
        "... on Node",
        "@include(if: $",
        "@skip(if: ",
        "query Asked",
        "__typename",
        " = {",
        "!]!",
    ):
        assert way in texts, way


def test_a_few_hundred_documents_ask_for_nearly_everything(schema: GraphQLSchema) -> None:
    tracker = Tracker(schema)
    list(islice(documents(schema, 1, tracker), 300))
    assert len(tracker.uncovered) < 10


@pytest.mark.parametrize(
    ("mine", "theirs", "path"),
    [
        ({"a": 1.0}, {"a": 1}, None),
        ({"a": 1}, {"a": True}, "data.a"),
        ({"a": 0.1}, {"a": 0.1000001}, "data.a"),
        ({"a": None}, {"a": ""}, "data.a"),
        ({"a": 1, "b": 2}, {"b": 2, "a": 1}, "data"),
        ({"a": [1, 2]}, {"a": [1]}, "data.a.length"),
        ({"a": {"e": [{"c": "oracle:x"}]}}, {"a": {"e": [{"c": "opaque"}]}}, None),
        ({"a": {"e": [{"c": "oracle:x"}]}}, {"a": {"e": [{"c": None}]}}, "data.a.e[0].c"),
        (
            {"a": {"e": [{"c": "oracle:x"}], "p": {"s": "oracle:x"}}},
            {"a": {"e": [{"c": "1"}], "p": {"s": "2"}}},
            "data.a.p.s",
        ),
    ],
)
def test_answers_are_compared_strictly(mine: object, theirs: object, path: str | None) -> None:
    found = difference({"data": mine}, {"data": theirs})
    assert (found and found[0]) == path


def test_any_of_several_reasons_to_refuse_will_do() -> None:
    one, other, third = ({"extensions": {"code": code}} for code in ("A", "B", "C"))
    assert difference({"errors": [one, other]}, {"errors": [other]}) is None
    assert sort_of(difference({"errors": [one]}, {"errors": [third]})) == "errors: list, list"
    assert difference({"errors": [one]}, {"data": {}}) is not None


def test_a_document_shrinks_to_what_shows_the_fault(schema: GraphQLSchema) -> None:
    text = """
    query Other { dataset { name } }
    query Asked($first: Int, $key: String) {
      posts(first: $first, where: {key: {eq: $key}, or: [{kind: {eq: POST}}]}) { totalCount ...F nodes { id } }
    }
    fragment F on PostConnection { nodes { key title } }
    """
    document = Document(text, {"first": 3, "key": "x"}, "Asked")
    small = shrunk(schema, document, lambda one: "title" in one.text and "$key" in one.text)
    assert "".join(small.text.split()) == (
        "queryAsked($key:String){posts(where:{key:{eq:$key}}){...F}}fragmentFonPostConnection{nodes{title}}"
    )
    assert small == replace(small, variables={"key": "x"}, operation="Asked")

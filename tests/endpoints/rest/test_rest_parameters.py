"""Query strings: what they mean as variables of GraphQL, and how everything wrong in one is told at once."""

from contextlib import suppress
from typing import cast

import pytest
from graphql import GraphQLEnumType, GraphQLInputObjectType
from graphql.utilities import coerce_input_value
from hypothesis import given
from hypothesis import strategies as st

from api.endpoints.rest.filtering import filters
from api.endpoints.rest.operations import Operation, operations
from api.endpoints.rest.parameters import Parameter, ParametersRefused, Tree, merged, read
from api.errors import RequestError
from api.schema import build, promise

SCHEMA = promise(build())
OPERATIONS = {each.path: each for each in operations(SCHEMA)}
POSTS = OPERATIONS["/posts"].parameters


def variables(query: str, path: str = "/posts") -> Tree:
    return read(query.encode(), OPERATIONS[path].parameters).variables


def faults(query: str, path: str = "/posts") -> dict[str, str]:
    with pytest.raises(ParametersRefused) as refused:
        variables(query, path)
    return {fault["parameter"]: fault["detail"] for fault in refused.value.faults}


@pytest.mark.parametrize(
    ("query", "where"),
    [
        ("hashtag=a&hashtag=b", {"hashtags": {"any": ["a", "b"]}}),
        ("hashtag.all=a&hashtag.none=b", {"hashtags": {"all": ["a"], "none": ["b"]}}),
        ("hashtag.match=ALIAS&hashtag.basis=IN_TEXT", {"hashtags": {"match": "ALIAS", "basis": ["IN_TEXT"]}}),
        ("language=fr", {"language": {"eq": "fr"}}),
        ("language=fr&language=de", {"language": {"in": ["fr", "de"]}}),
        ("language.not=fr", {"language": {"notIn": ["fr"]}}),
        ("author.isNull=true", {"author": {"isNull": True}}),
        ("source=nkpeace", {"source": {"key": {"eq": "nkpeace"}}}),
        ("source.kind=FEED", {"source": {"kind": {"eq": "FEED"}}}),
        ("thread.length.gte=2", {"thread": {"length": {"gte": 2}}}),
        ("text=50%25+off", {"text": {"contains": "50% off"}}),
        ("published=2024-02", {"and": [{"published": {"gte": "2024-02-01", "lte": "2024-02-29"}}]}),
        ("published=2023&published.gte=2023-03-15",
         {"and": [{"published": {"gte": "2023-01-01", "lte": "2023-12-31"}}], "published": {"gte": "2023-03-15"}}),
        ("place.bbox=44,38.8,-46.6,41", {"places": {"bbox": {"west": 44, "south": 38.8, "east": -46.6, "north": 41}}}),
        ("place.near=40.37,47.13,50", {"places": {"near": {"latitude": 40.37, "longitude": 47.13, "kilometres": 50}}}),
    ],
)  # fmt: skip
def test_filters_become_a_where(query: str, where: Tree) -> None:
    assert variables(query) == {"where": where}


@pytest.mark.parametrize(
    ("query", "expected"),
    [
        ("limit=5&after=0123abcd.2F", {"first": 5, "after": "0123abcd.2F"}),
        ("order=-published,key",
         {"orderBy": [{"by": "PUBLISHED", "direction": "DESC"}, {"by": "KEY", "direction": "ASC"}]}),
        ("q=road&fields=key&include=hashtags", {"search": "road"}),
        ("name.languages=hy,en&span.unit=UTF16", {"languages": ["hy", "en"], "unit": "UTF16"}),
        ("", {}),
    ],
)  # fmt: skip
def test_what_is_no_filter_becomes_an_argument(query: str, expected: Tree) -> None:
    assert variables(query) == expected


def test_everything_wrong_is_told_at_once_with_what_to_do() -> None:
    told = faults("hashtags=x&lim=3&kind=post&published.gte=20230101&position=1&position=2&limit=1000&zzz=1")
    assert told["hashtags"] == "is no parameter here: did you mean `hashtag`?"
    assert told["lim"] == "is no parameter here: did you mean `limit`?"
    assert told["kind"] == "`post` is not known here: did you mean `POST`?"
    assert told["published.gte"] == "must be a day of the calendar, such as `2023-03-15`"
    assert told["position"] == "is given more than once"
    assert told["limit"] == "must be a whole number from 0 to 100"
    assert told["zzz"].startswith("is no parameter here: there is q, kind, language")
    assert len(told) == 7


def test_what_must_be_given_is_missed() -> None:
    assert faults("", "/changes") == {"since": "must be given"}
    assert faults("limit=x", "/search") == {"limit": "must be a whole number from 0 to 100", "q": "must be given"}


@pytest.mark.parametrize(
    ("name", "value"),
    [
        ("published", "2023-3"),
        ("published", "0000"),
        ("published.lte", "2023-02-29"),
        ("position", "1.5"),
        ("position", "99999999999"),
        ("thread.coverage.gte", "much"),
        ("thread.coverage.gte", "1e999"),
        ("thread.isComplete", "yes"),
        ("place.near", "91,0,5"),
        ("place.near", "40,47"),
        ("place.near", "40,47,-1"),
        ("place.bbox", "1,2,3"),
        ("place.bbox", "181,0,0,0"),
        ("order", "length"),
        ("order", ""),
        ("fields", "key,nothing"),
        ("include", "related"),
        ("after", "not a cursor"),
        ("q", "x" * 1001),
        ("key", "x" * 201),
        ("excerpt.length", "0"),
    ],
)
def test_a_value_that_cannot_be_is_refused(name: str, value: str) -> None:
    assert faults(f"{name}={value}").keys() == {name}


def test_a_query_string_that_is_not_text_is_refused() -> None:
    with pytest.raises(RequestError, match="not UTF-8"):
        read(b"q=%ff", POSTS)
    with pytest.raises(RequestError, match="not UTF-8"):
        read("q=é".encode(), POSTS)
    with pytest.raises(RequestError, match="more than 400"):
        read(b"&".join([b"hashtag=a"] * 401), POSTS)


CURSOR = "0123abcd.2F"
EXAMPLES = {"integer": "3", "number": "0.5", "boolean": "true", "string": "x"}
SHAPED = {"bbox": "44,38,46,41", "near": "40,44,50", "published": "2023", "gte": "2023-03-15", "lte": "2023-03-15"}


def example(parameter: Parameter) -> str:
    """A value that the parameter takes."""
    schema = parameter.kind.schema
    if "$ref" in schema:
        return str(next(iter(cast("GraphQLEnumType", SCHEMA.type_map[schema["$ref"].rpartition("/")[2]]).values)))
    if "enum" in schema:
        return str(schema["enum"][0])
    if schema.get("format") == "cursor":
        return CURSOR
    last = parameter.name.rpartition(".")[2]
    return SHAPED[last] if last in SHAPED and schema["type"] == "string" else EXAMPLES[schema["type"]]


@pytest.mark.parametrize("name", [name for name in SCHEMA.type_map if name.endswith("Where")])
def test_every_filter_fits_the_where_it_was_made_of(name: str) -> None:
    kind = cast("GraphQLInputObjectType", SCHEMA.type_map[name])
    made = filters(kind)
    assert len({each.name for each in made}) == len(made)
    for parameter in made:
        written = merged([parameter.write(parameter.read([example(parameter)]))])
        coerce_input_value(written["where"], kind)


@pytest.mark.parametrize("operation", OPERATIONS.values(), ids=lambda each: str(each.path))
def test_no_two_parameters_write_to_the_same_place(operation: Operation) -> None:
    shown = {"fields", "include"}
    written = [
        str(each.write(each.read([example(each)]))) for name, each in operation.parameters.items() if name not in shown
    ]
    assert len(set(written)) == len(written)


@given(st.binary(max_size=60))
def test_any_bytes_are_read_or_refused(query: bytes) -> None:
    with suppress(RequestError):
        assert read(query, POSTS).variables is not None

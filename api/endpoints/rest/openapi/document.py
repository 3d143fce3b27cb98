"""The OpenAPI document as a whole: the schema of GraphQL enters, the description of every path leaves."""

from collections.abc import Mapping
from importlib.metadata import version
from typing import Any

from graphql import GraphQLEnumType, GraphQLSchema

from api.endpoints.rest.exporting.choosing import exported
from api.endpoints.rest.feeds.answering import fed
from api.endpoints.rest.formats import EXPORTS, MEDIA_TYPES, formats
from api.endpoints.rest.kinds import Schema
from api.endpoints.rest.openapi.files import FILES, SCHEMAS
from api.endpoints.rest.openapi.parameters import Parameters, in_query
from api.endpoints.rest.openapi.responses import PROBLEM, ending, having, headers, responses
from api.endpoints.rest.openapi.schemas import Schemas
from api.endpoints.rest.openapi.words import ABOUT, TAGS
from api.endpoints.rest.operations import Operation, operations
from api.endpoints.rest.paths import ROOT
from api.endpoints.rest.stored.answering import PATH, WRITERS
from api.endpoints.rest.stored.reading import Stored

Examples = Mapping[str, Any]  # Any: answers, as JSON has them

MARKS = ("ETag", "Cache-Control", "Parley-Revision")


def document(schema: GraphQLSchema, examples: Examples, stored: Mapping[str, Stored]) -> Schema:
    """Describe the REST API with its stored queries; `examples` are true answers, by path."""
    describing = _Describing(schema, examples)
    paths = {ROOT + path: item for each in operations(schema) for path, item in describing.paths(each).items()}
    paths |= {ROOT + path: item for each in stored.values() for path, item in query_paths(each, examples).items()}
    return {
        "openapi": "3.1.1",
        "info": {
            "title": "Parley",
            "version": version("parley"),
            "summary": "A content API for public conversations",
            "description": ABOUT,
            "license": {"name": "MIT", "identifier": "MIT"},
        },
        "servers": [{"url": "/"}],
        "security": [],
        "tags": [{"name": name, "description": said} for name, said in TAGS.items()],
        "paths": paths,
        "components": describing.components(),
    }


class _Describing:
    """Describes operations one by one, and gathers what they share."""

    def __init__(self, schema: GraphQLSchema, examples: Examples) -> None:
        self._schema = schema
        self._examples = examples
        self._schemas = Schemas()
        self._parameters = Parameters()

    def paths(self, operation: Operation) -> dict[str, Schema]:
        """Describe the paths of an operation: as JSON, and one for each other format."""
        found = {operation.path: self._item(operation, operation, "json")}
        for suffix in formats(operation):
            asked = exported(operation, suffix) if suffix in EXPORTS else fed(operation)
            found[f"{operation.path}.{suffix}"] = self._item(operation, asked, suffix)
        return found

    def _item(self, operation: Operation, asked: Operation, suffix: str) -> Schema:
        path = operation.path if suffix == "json" else f"{operation.path}.{suffix}"
        noun = operation.path.split("/")[1]
        summary = operation.summary if suffix == "json" else f"{operation.summary}, {FILES[suffix].summary}"
        item: Schema = {
            "operationId": identifier(path),
            "tags": [noun],
            "summary": summary,
            **({} if suffix == "json" else {"description": FILES[suffix].description}),
            "parameters": [
                *self._parameters.in_path(operation),
                *self._parameters.of(asked, suffix),
            ],
            "responses": {"200": self._answer(operation, path, suffix)},
        }
        item["responses"].update(ending(keyed=operation.key is not None or operation.form == "reference"))
        return {"get": item}

    def _answer(self, operation: Operation, path: str, suffix: str) -> Schema:
        names = [*MARKS, *(["Link"] if suffix == "json" and operation.form == "page" else [])]
        names += ["Content-Disposition"] if suffix in EXPORTS else []
        schema = self._schemas.answer(operation) if suffix == "json" else FILES[suffix].schema
        content = {media_type(suffix): {"schema": schema, **exampled(self._examples, path)}}
        return {"description": operation.summary, "headers": having(*names), "content": content}

    def components(self) -> Schema:
        """Return everything that paths point at."""
        enums = [each for each in self._schema.type_map.values() if isinstance(each, GraphQLEnumType)]
        for each in enums:
            if not each.name.startswith("__") and not each.name.endswith(("OrderKey", "Direction")):
                self._schemas.enum(each)
        named = {**self._schemas.components, **SCHEMAS, "Problem": PROBLEM}
        return {
            "schemas": dict(sorted(named.items())),
            "parameters": dict(sorted(self._parameters.components.items())),
            "headers": headers(),
            "responses": responses(),
        }


def media_type(suffix: str) -> str:
    """Return a format's media type without its parameters."""
    return MEDIA_TYPES[suffix].partition(";")[0]


def exampled(examples: Examples, path: str) -> Schema:
    """Return the example of a path, if it has one."""
    if path not in examples:
        return {}
    said = f"GET {ROOT}{examples[path]['url']}"
    return {"examples": {"bundled": {"summary": said, "value": examples[path]["answer"]}}}


def query_paths(stored: Stored, examples: Examples) -> dict[str, Schema]:
    """Describe the paths of a stored query."""
    return {
        path: _query(stored, examples, path, suffix)
        for suffix in WRITERS
        for path in [f"{PATH}/{stored.name}" + ("" if suffix == "json" else f".{suffix}")]
    }


def _query(stored: Stored, examples: Examples, path: str, suffix: str) -> Schema:
    schema: Schema = {"type": "object" if suffix == "json" else "string"}
    content = {media_type(suffix): {"schema": schema, **exampled(examples, path)}}
    answer = {"description": "The query's data.", "headers": having(*MARKS), "content": content}
    item = {
        "operationId": identifier(path),
        "tags": ["queries"],
        "summary": stored.description or stored.name,
        "parameters": [in_query(each) for each in stored.parameters.values()],
        "responses": {"200": answer, **ending(keyed=suffix != "json")},
    }
    return {"get": item}


def identifier(path: str) -> str:
    """Name an operation after its path: `/threads/{key}/posts.csv` is `threads_key_posts_csv`."""
    plain = path.replace("{", "").replace("}", "").strip("/")
    return plain.replace("/", "_").replace("-", "_").replace(".", "_")

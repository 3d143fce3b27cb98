"""The OpenAPI document as a whole: the schema of GraphQL enters, the description of every path leaves."""

from collections.abc import Mapping
from importlib.metadata import version
from typing import Any

from graphql import GraphQLEnumType, GraphQLSchema

from api.endpoints.rest.arguments import camel
from api.endpoints.rest.exporting.choosing import exported
from api.endpoints.rest.feeds.answering import fed
from api.endpoints.rest.formats import EXPORTS, MEDIA_TYPES, formats
from api.endpoints.rest.kinds import Schema
from api.endpoints.rest.openapi.files import FILES, SCHEMAS
from api.endpoints.rest.openapi.parameters import Parameters
from api.endpoints.rest.openapi.responses import PROBLEM, ending, having, headers, responses
from api.endpoints.rest.openapi.schemas import Schemas
from api.endpoints.rest.openapi.words import ABOUT, TAGS
from api.endpoints.rest.operations import Operation, operations
from api.endpoints.rest.paths import ROOT

Examples = Mapping[str, Any]  # Any: answers, as JSON has them

MARKS = ("ETag", "Cache-Control", "Parley-Revision")


def document(schema: GraphQLSchema, examples: Examples) -> Schema:
    """Describe the REST API; `examples` are true answers, by path."""
    describing = _Describing(schema, examples)
    paths = {ROOT + path: item for each in operations(schema) for path, item in describing.paths(each).items()}
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
        item = {
            "operationId": identifier(path),
            "tags": [noun],
            "summary": summary,
            **({} if suffix == "json" else {"description": FILES[suffix].description}),
            "parameters": [
                *self._parameters.in_path(operation),
                *self._parameters.of(asked, _scope(operation, suffix)),
            ],
            "responses": {"200": self._answer(operation, path, suffix)},
        }
        item["responses"] |= ending(keyed=operation.key is not None or operation.form == "reference")
        return {"get": item}

    def _answer(self, operation: Operation, path: str, suffix: str) -> Schema:
        names = [*MARKS, *(["Link"] if suffix == "json" and operation.form == "page" else [])]
        names += ["Content-Disposition"] if suffix in EXPORTS else []
        schema = self._schemas.answer(operation) if suffix == "json" else FILES[suffix].schema
        content: Schema = {"schema": schema}
        if path in self._examples:
            example = self._examples[path]
            content["examples"] = {"bundled": {"summary": f"GET {example['url']}", "value": example["answer"]}}
        media_type = MEDIA_TYPES[suffix].partition(";")[0]
        return {"description": operation.summary, "headers": having(*names), "content": {media_type: content}}

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


def _scope(operation: Operation, suffix: str) -> str:
    """Name what tells parameters of one name apart: what is listed, and whether all of it is."""
    holder = operation.node.name if operation.node else operation.holder.name
    view = operation.path.rpartition("/")[2] if operation.form != "page" else ""
    return ".".join(
        part for part in (holder, camel(view.replace("-", "_")), "" if suffix == "json" else suffix) if part
    )


def identifier(path: str) -> str:
    """Name an operation after its path: `/threads/{key}/posts.csv` is `threads_key_posts_csv`."""
    plain = path.replace("{", "").replace("}", "").strip("/")
    return plain.replace("/", "_").replace("-", "_").replace(".", "_")

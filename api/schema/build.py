"""The promise as a whole: the types enter, an executable Strawberry schema or its printed SDL leaves."""

from collections.abc import Callable

import strawberry
from graphql import GraphQLSchema
from strawberry.extensions import SchemaExtension
from strawberry.schema.config import StrawberryConfig

from api.schema.answering import read_answers
from api.schema.query import Query
from api.schema.scalars import SCALARS
from api.schema.subscription import Subscription


def build(*extensions: type[SchemaExtension] | Callable[[], SchemaExtension]) -> strawberry.Schema:
    """Return the schema, with these extensions made anew for each operation. The types are built once, on import."""
    schema = strawberry.Schema(
        query=Query,
        subscription=Subscription,
        extensions=extensions,
        config=StrawberryConfig(scalar_map=SCALARS),
    )
    read_answers(promise(schema))
    return schema


def promise(schema: strawberry.Schema) -> GraphQLSchema:
    """Return the graphql-core schema that Strawberry built: what the compiler reads, and validation checks against."""
    return schema._schema


def sdl(schema: strawberry.Schema) -> str:
    """Return the schema in GraphQL's definition language: types sorted by name, fields as declared here."""
    return f"{schema.as_str()}\n"

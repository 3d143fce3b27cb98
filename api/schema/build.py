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

DESCRIPTION = """\
Public conversations: sources, threads and posts, with the hashtags, accounts and places they mention. Read only.

Begin with `dataset`, which says what is here, then with `posts` or `threads`: `{ posts(first: 3) { totalCount nodes {
text } } }`. Lists take `where`, `orderBy` and a page (`first` with `after`, or `last` with `before`); beside `nodes`
they tell `totalCount`, and posts `facets`, `buckets` and `coverage`, always exactly, over the whole list and not the
page. A `key` names something in the seeds, such as `nkpeace/7`; an `id` stays the same in every dataset that holds it.
What is not known is null, or said to be uncertain (`UncertainDate`, `Coverage`). Errors carry `extensions.code`;
/problems tells what each code means, /limits how much one operation may ask."""
"""What a newcomer reads first in GraphiQL's documentation."""


def build(*extensions: type[SchemaExtension] | Callable[[], SchemaExtension]) -> strawberry.Schema:
    """Return the schema, with these extensions made anew for each operation. The types are built once, on import."""
    schema = strawberry.Schema(
        query=Query,
        subscription=Subscription,
        extensions=extensions,
        config=StrawberryConfig(scalar_map=SCALARS),
    )
    promise(schema).description = DESCRIPTION
    read_answers(promise(schema))
    return schema


def promise(schema: strawberry.Schema) -> GraphQLSchema:
    """Return the graphql-core schema that Strawberry built: what the compiler reads, and validation checks against."""
    return schema._schema


def sdl(schema: strawberry.Schema) -> str:
    """Return the schema in GraphQL's definition language: itself, types sorted by name, fields as declared here.

    Strawberry prints no description of the schema as a whole, nor its roots where they have their usual names.
    """
    built = promise(schema)
    roots = [("query", built.query_type), ("subscription", built.subscription_type)]
    listed = "\n".join([f"  {operation}: {root.name}" for operation, root in roots if root is not None])
    return f'"""\n{built.description}\n"""\nschema {{\n{listed}\n}}\n\n{schema.as_str()}\n'

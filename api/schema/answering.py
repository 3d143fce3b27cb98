"""How graphql-core reads a finished answer when it runs a subscription: by response name, as the compiler wrote it."""

from collections.abc import Mapping

from graphql import GraphQLObjectType, GraphQLResolveInfo, GraphQLSchema


def read_answers(schema: GraphQLSchema) -> None:
    """Make every field of the schema read its value from a mapping, under the alias it was selected by.

    Strawberry's own resolvers read attributes by the field's name and check the Python class of each object; an answer
    has neither. Its objects are told apart by `__typename`, which graphql-core looks for by itself.
    """
    for each in schema.type_map.values():
        if isinstance(each, GraphQLObjectType) and each is not schema.subscription_type and each.name[:2] != "__":
            each.is_type_of = None
            for field in each.fields.values():
                field.resolve = _answered


def _answered(answer: Mapping[str | int, object], info: GraphQLResolveInfo[object], /, **_arguments: object) -> object:
    """Return a field's value; its arguments were obeyed when the answer was made."""
    return answer[info.path.key]

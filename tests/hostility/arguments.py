"""Every argument of the schema, with a document that reaches it: a schema enters, places to put a value leave."""

from collections import deque
from collections.abc import Iterator
from dataclasses import dataclass

from graphql import (
    GraphQLEnumType,
    GraphQLField,
    GraphQLObjectType,
    GraphQLSchema,
    get_named_type,
    is_abstract_type,
    is_leaf_type,
    is_required_argument,
)

GIVEN = {
    "key": '"nkpeace"',
    "name": '"Armenia"',
    "handle": '"CrisisGroup"',
    "url": '"https://a.example"',
    "id": '"post_1"',
    "ids": '["post_1"]',
    "number": "1",
    "since": "0",
    "query": '"peace"',
    "fields": "[HASHTAG]",
}
"""What the other arguments of a field are given where the field does not do without them."""
CONNECTION = "{ totalCount nodes { __typename } pageInfo { startCursor endCursor hasNextPage } }"


@dataclass(frozen=True, slots=True)
class Argument:
    """An argument: its name as `Type.field.argument`, its type, and the document around it."""

    name: str
    type: str
    before: str
    after: str

    def literal(self, value: str) -> str:
        return f"{{ {self.before}{value}{self.after} }}"

    @property
    def variable(self) -> str:
        """The document with the value in the variable `$v`."""
        return f"query($v: {self.type}) {{ {self.before}$v{self.after} }}"


def every_argument(schema: GraphQLSchema) -> Iterator[Argument]:
    """Yield every argument of every field that a query can reach."""
    for name, (before, after) in ways(schema).items():
        kind = schema.type_map[name]
        assert isinstance(kind, GraphQLObjectType)
        for field_name, field in kind.fields.items():
            for argument, taken in field.args.items():
                others = "".join(f"{each} " for each in given(field_name, field) if not each.startswith(f"{argument}:"))
                start = f"{before}{field_name}({others}{argument}: "
                yield Argument(f"{name}.{field_name}.{argument}", str(taken.type), start, f"){below(field)}{after}")


def ways(schema: GraphQLSchema) -> dict[str, tuple[str, str]]:
    """Find the shortest way from the root to each type: what is written before its fields, and after them."""
    assert schema.query_type
    found, waiting = {schema.query_type.name: ("", "")}, deque([schema.query_type])
    while waiting:
        parent = waiting.popleft()
        for field_name, field in parent.fields.items():
            kind = get_named_type(field.type)
            abstract = is_abstract_type(kind)
            for member in schema.get_possible_types(kind) if is_abstract_type(kind) else [kind]:
                if isinstance(member, GraphQLObjectType) and member.name not in found:
                    before, after = found[parent.name]
                    opened, closed = (f"{{ ... on {member.name} ", "} }") if abstract else ("", "}")
                    found[member.name] = (f"{before}{called(field_name, field)} {opened}{{ ", f" {closed}{after}")
                    waiting.append(member)
    return found


def called(name: str, field: GraphQLField) -> str:
    arguments = given(name, field)
    return f"{name}({' '.join(arguments)})" if arguments else name


def given(name: str, field: GraphQLField) -> list[str]:
    """Write the arguments that a field does not do without; a place wants one of two."""
    needed = [each for each, argument in field.args.items() if is_required_argument(argument)]
    if name == "place" and not needed and "name" in field.args and "key" in field.args:
        needed = ["name"]
    return [f"{each}: {GIVEN.get(each) or first_word(field, each)}" for each in needed]


def first_word(field: GraphQLField, argument: str) -> str:
    kind = get_named_type(field.args[argument].type)
    return next(iter(kind.values)) if isinstance(kind, GraphQLEnumType) else '"a"'


def below(field: GraphQLField) -> str:
    """Write what to select of a field."""
    if is_leaf_type(get_named_type(field.type)):
        return ""
    return CONNECTION if "Connection" in str(field.type) else "{ __typename }"

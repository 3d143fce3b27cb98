"""JSON Schemas of answers: types of the promise enter, `components.schemas` leave, with the promise's own words."""

from typing import Any, cast

from graphql import (
    GraphQLEnumType,
    GraphQLField,
    GraphQLInterfaceType,
    GraphQLList,
    GraphQLNamedType,
    GraphQLNonNull,
    GraphQLObjectType,
    GraphQLOutputType,
    GraphQLUnionType,
    get_named_type,
    is_leaf_type,
)

from api.endpoints.rest.kinds import Schema
from api.endpoints.rest.operations import Operation
from api.endpoints.rest.showing import LEFT_OUT, REFERENCES, fields_of, is_node, shown

SCALARS: dict[str, Schema] = {
    "Int": {"type": "integer"},
    "Float": {"type": "number"},
    "String": {"type": "string"},
    "Boolean": {"type": "boolean"},
    "ID": {"type": "string"},
    "Date": {"type": "string", "format": "date"},
    "DateTime": {"type": "string", "format": "date-time"},
    "GeoJSON": {"type": "object", "required": ["type"], "properties": {"type": {"type": "string"}}},
}

ANY_NODE: Schema = {
    "type": "object",
    "description": "A node of any type, by its id; `/nodes/{id}` tells more of it.",
    "properties": {"__typename": {"type": "string"}, "id": {"type": "string"}},
    "required": ["__typename", "id"],
}
PART = "Which fields are there is chosen by `fields` and `include`."


class Schemas:
    """The component schemas named so far; asking for one by its type adds it, and what it needs."""

    def __init__(self) -> None:
        self.components: dict[str, Schema] = {}

    def answer(self, operation: Operation) -> Schema:
        """Return the schema of an operation's answer in JSON."""
        if operation.form == "reference":
            return self.references(operation.types)
        if operation.form == "page":
            return self.page(operation)
        if operation.form == "list":
            return self._named(f"{operation.holder.name}List", self._list_of(operation.holder))
        if is_node(operation.holder):
            return self.node(cast("GraphQLObjectType", operation.holder))
        return self.value(operation.holder, operation.holder.name)

    def node(self, kind: GraphQLObjectType) -> Schema:
        """Return the schema of a node with every field that can be shown of it."""
        if kind.name not in self.components:
            self.components[kind.name] = {}
            fields = {name: self.field(each.field, kind.name) for name, each in shown(kind).items()}
            self.components[kind.name] = {
                "type": "object",
                "description": f"{kind.description} {PART}",
                "properties": fields,
            }
        return ref(kind.name)

    def page(self, operation: Operation) -> Schema:
        """Return the schema of a page of nodes, or of what a search found."""
        holder = cast("GraphQLObjectType", operation.holder)
        name = f"{holder.name.removesuffix('Connection')}Page"
        if name not in self.components:
            self.components[name] = self._page(operation, holder)
        return ref(name)

    def _page(self, operation: Operation, holder: GraphQLObjectType) -> Schema:
        page = self.object(holder, [each for each in ("pageInfo", "counts", "suggestions") if each in holder.fields])
        if operation.node is None:
            found = self.object(cast("GraphQLObjectType", get_named_type(holder.fields["edges"].type)), None)
            page["properties"] = {"edges": listed(found), **page["properties"]}
        else:
            beside = self.object(holder, ["totalCount"])["properties"]
            edge = cast("GraphQLObjectType", get_named_type(holder.fields["edges"].type))
            edges = listed(self.object(edge, [each for each in edge.fields if each != "node"]))
            page["properties"] = {"nodes": listed(self.node(operation.node)), **page["properties"], **beside}
            page["properties"]["edges"] = edges | {"description": "With `include=edges`: one for each node, in order."}
        page["required"] = ["edges" if operation.node is None else "nodes", *page["required"]]
        return page

    def _list_of(self, kind: GraphQLNamedType) -> Schema:
        nodes = listed(self.value(kind, kind.name))
        return {"type": "object", "properties": {"nodes": nodes}, "required": ["nodes"]}

    def references(self, types: tuple[GraphQLObjectType, ...]) -> Schema:
        """Return the schema of a node that can be of any of these types."""
        href: Schema = {"type": "string", "format": "uri-reference", "description": "Where it lives."}
        found = []
        for kind in types:
            schema = self.object(kind, list(REFERENCES[kind.name]))
            named: Schema = {"type": "string", "const": kind.name}
            schema["properties"] = {"__typename": named, **schema["properties"], "href": href}
            schema["required"] = ["__typename", *schema["required"], "href"]
            found.append(self._named(f"{kind.name}AtHome", schema))
        return {"oneOf": found}

    def value(self, kind: GraphQLNamedType, top: str) -> Schema:
        """Return the schema of whatever stands inside a node of the type `top`."""
        if isinstance(kind, GraphQLUnionType):
            return self.references(tuple(kind.types))
        if isinstance(kind, GraphQLInterfaceType):
            return self._named("AnyNode", ANY_NODE)
        if isinstance(kind, GraphQLEnumType):
            return self.enum(kind)
        if is_leaf_type(kind):
            return dict(SCALARS[kind.name])
        found = cast("GraphQLObjectType", kind)
        shortened = any(holder == top and name == kind.name for holder, name, _ in LEFT_OUT)
        name = f"{kind.name}Reference" if kind.name in REFERENCES else f"{top}{kind.name}" if shortened else kind.name
        if name not in self.components:
            self.components[name] = {}
            self.components[name] = self.object(found, fields_of(found, top), top)
        return ref(name)

    def enum(self, kind: GraphQLEnumType) -> Schema:
        """Return the schema of an enum: its words, each with its meaning."""
        meanings = "\n".join(f"- `{name}`: {value.description}" for name, value in kind.values.items())
        schema: Schema = {"type": "string", "description": f"{kind.description}\n\n{meanings}", "enum": [*kind.values]}
        return self._named(kind.name, schema)

    def object(self, kind: GraphQLObjectType, names: list[str] | None, top: str = "") -> Schema:
        """Return the schema of an object with these fields, all of which are always there."""
        chosen = list(kind.fields) if names is None else names
        fields = {name: self.field(kind.fields[name], top or kind.name) for name in chosen}
        described = kind.description or ""
        return {"type": "object", "description": described, "properties": fields, "required": list(fields)}

    def field(self, field: GraphQLField, top: str) -> Schema:
        """Return the schema of a field, with its description."""
        return described(self._of(field.type, top), field.description or "")

    def _of(self, kind: GraphQLOutputType, top: str) -> Schema:
        if isinstance(kind, GraphQLNonNull):
            inner = kind.of_type
            return listed(self._of(inner.of_type, top)) if isinstance(inner, GraphQLList) else self._plain(inner, top)
        found = listed(self._of(kind.of_type, top)) if isinstance(kind, GraphQLList) else self._plain(kind, top)
        return nullable(found)

    def _plain(self, kind: GraphQLOutputType, top: str) -> Schema:
        return self.value(get_named_type(kind), top)

    def _named(self, name: str, schema: Schema) -> Schema:
        self.components.setdefault(name, schema)
        return ref(name)


def ref(name: str) -> Schema:
    """Point at a component."""
    return {"$ref": f"#/components/schemas/{name}"}


def listed(items: Schema) -> Schema:
    """Return the schema of a list."""
    return {"type": "array", "items": items}


def nullable(schema: Schema) -> Schema:
    """Return the schema that also takes null."""
    if "$ref" in schema or "oneOf" in schema:
        return {"anyOf": [schema, {"type": "null"}]}
    return {**schema, "type": [schema["type"], "null"]}


def described(schema: Schema, text: str) -> Schema:
    """Put a description beside a schema; beside a pointer it stands for this use of what is pointed at."""
    known: dict[str, Any] = {"description": text} if text else {}
    return {**schema, **known}

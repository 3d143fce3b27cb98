"""Parameters as OpenAPI describes them: those of an operation enter, pointers to `components.parameters` leave."""

from collections.abc import Iterable

from graphql import get_named_type

from api.endpoints.rest.kinds import Schema
from api.endpoints.rest.operations import Operation
from api.endpoints.rest.parameters import Parameter


class Parameters:
    """The component parameters named so far; two that are described alike are one."""

    def __init__(self) -> None:
        self.components: dict[str, Schema] = {}

    def of(self, operation: Operation, suffix: str) -> list[Schema]:
        """Return pointers to the parameters of an operation, written in the format of a suffix."""
        return [
            self._pointer(in_query(each), names(operation, suffix, each.name)) for each in operation.parameters.values()
        ]

    def in_path(self, operation: Operation) -> list[Schema]:
        """Return the parameter in a path, if there is one."""
        if operation.key is None:
            return []
        name, kind = operation.key
        noun = operation.steps[0].name
        said = f"The {name} of the {noun}."
        if name == "key":
            said += " Its slashes may be encoded (`%2F`) or stand as they are."
        made = {"name": name, "in": "path", "required": True, "description": said, "schema": kind.schema}
        return [self._pointer(made, (f"{noun}.{name}",))]

    def _pointer(self, made: Schema, names: Iterable[str]) -> Schema:
        for name in names:
            if self.components.setdefault(name, made) == made:
                return {"$ref": f"#/components/parameters/{name}"}
        raise ValueError(f"two parameters are called {name}")


def names(operation: Operation, suffix: str, name: str) -> tuple[str, ...]:
    """Name a parameter: plainly, else with what is filtered or shown, else with how it is written too."""
    wheres = [
        get_named_type(each.field.args["where"].type).name for each in operation.steps if "where" in each.arguments
    ]
    shown = operation.node.name if operation.node else operation.holder.name
    scope = wheres[-1].removesuffix("Where") if wheres else shown
    form = operation.form if suffix == "json" else suffix
    return name, f"{scope}.{name}", f"{scope}.{form}.{name}"


def in_query(parameter: Parameter) -> Schema:
    """Describe one parameter of the query string."""
    schema: Schema = dict(parameter.kind.schema)
    written: Schema = {"name": parameter.name, "in": "query", "description": parameter.description}
    if parameter.required:
        written["required"] = True
    if parameter.repeated or parameter.listed:
        schema = {"type": "array", "items": schema, "minItems": 1, "maxItems": parameter.most}
        written |= {"style": "form", "explode": parameter.repeated}
    return written | {"schema": schema}

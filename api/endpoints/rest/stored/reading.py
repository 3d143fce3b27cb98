"""Reads stored queries: named documents enter, what each needs to be a URL leaves."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from graphql import (
    DocumentNode,
    GraphQLError,
    GraphQLNonNull,
    GraphQLSchema,
    NameNode,
    OperationDefinitionNode,
    OperationType,
    SelectionSetNode,
    Undefined,
    VariableDefinitionNode,
    get_named_type,
    is_input_object_type,
    is_input_type,
    parse,
    print_ast,
    type_from_ast,
    validate,
    value_from_ast,
)

from api.endpoints.rest import kinds
from api.endpoints.rest.arguments import is_list, kind_of
from api.endpoints.rest.parameters import Parameter, all_at, at
from api.errors import SettingsInvalid

META = "parleyMeta"
_BESIDE = f"{{ {META}: dataset {{ name citation licences revision {{ number digest committedAt }} }} }}"


@dataclass(frozen=True, slots=True)
class Stored:
    """One stored query. `document` asks for the revision too, under the name `META`."""

    name: str
    description: str
    document: str
    parameters: Mapping[str, Parameter]


def stored(schema: GraphQLSchema, documents: Mapping[str, str]) -> dict[str, Stored]:
    """Read the documents that hold exactly one query; `SettingsInvalid` names one that does not fit the schema."""
    found = {}
    for name, text in sorted(documents.items()):
        document = _checked(schema, name, text)
        operations = [each for each in document.definitions if isinstance(each, OperationDefinitionNode)]
        if len(operations) == 1 and operations[0].operation is OperationType.QUERY:
            found[name] = _stored(schema, name, text, document, operations[0])
    return found


def _checked(schema: GraphQLSchema, name: str, text: str) -> DocumentNode:
    try:
        document = parse(text)
        errors = validate(schema, document, max_errors=1)
    except GraphQLError as error:
        errors = [error]
    if errors:
        place = errors[0].locations[0] if errors[0].locations else None
        where = f":{place.line}:{place.column}" if place else ""
        raise SettingsInvalid(f"{name}.graphql{where}: {errors[0].message}")
    return document


def _stored(
    schema: GraphQLSchema, name: str, text: str, document: DocumentNode, operation: OperationDefinitionNode
) -> Stored:
    [beside] = parse(_BESIDE).definitions
    added = beside.selection_set.selections if isinstance(beside, OperationDefinitionNode) else ()
    whole = SelectionSetNode(selections=(*operation.selection_set.selections, *added))
    asking = OperationDefinitionNode(
        operation=OperationType.QUERY,
        name=operation.name or NameNode(value="Stored"),
        variable_definitions=operation.variable_definitions,
        directives=operation.directives,
        selection_set=whole,
    )
    definitions = tuple(asking if each is operation else each for each in document.definitions)
    parameters = [_parameter(schema, each) for each in operation.variable_definitions or ()]
    return Stored(
        name,
        _described(text),
        print_ast(DocumentNode(definitions=definitions)),
        {each.name: each for each in parameters},
    )


def _described(text: str) -> str:
    """Return what the comment at the head of a document says."""
    return " ".join(_comment(text))


def _comment(text: str) -> Iterator[str]:
    for line in text.lstrip("\ufeff \n").splitlines():
        if not line.startswith("#"):
            return
        yield line.removeprefix("#").strip()


def _parameter(schema: GraphQLSchema, variable: VariableDefinitionNode) -> Parameter:
    """Return the parameter of a variable: a list is given once a value, an input object as JSON."""
    name = variable.variable.name.value
    given = type_from_ast(schema, variable.type)
    if given is None or not is_input_type(given):  # pragma: no cover  (validation has seen to it)
        raise SettingsInvalid(f"${name} is of no type that can be given")
    several, named = is_list(given), get_named_type(given)
    kind = kinds.json_object() if is_input_object_type(named) else kind_of(given)
    default = value_from_ast(variable.default_value, given) if variable.default_value else Undefined
    required = isinstance(given, GraphQLNonNull) and default is Undefined
    said = f"`${name}: {print_ast(variable.type)}`"
    if default is not Undefined:
        said += f", {print_ast(variable.default_value)} when left out" if variable.default_value else ""
    return Parameter(name, kind, f"{said}.", (all_at if several else at)(name), repeated=several, required=required)

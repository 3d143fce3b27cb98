import json

import pytest
from graphql import execute_sync, get_introspection_query, parse

from api.endpoints.mill import Mill
from api.errors import SelectionTooLarge
from api.schema import promise
from databases import Statements
from mills import SCHEMA, Ask

PROMISE = promise(SCHEMA)
WHOLE = get_introspection_query(
    descriptions=True,
    specified_by_url=True,
    directive_is_repeatable=True,
    schema_description=True,
    input_value_deprecation=True,
)
EVERY_FIELD = """
query($name: String = "Post", $old: Boolean = true, $shown: Boolean! = false) {
  __schema { __typename description mutationType { name } subscriptionType { name } queryType { ...Kind } }
  post: __type(name: $name) {
    ...Kind isOneOf specifiedByURL
    interfaces { name possibleTypes { name } }
    fields(includeDeprecated: $old) { name isDeprecated deprecationReason args { name defaultValue type { ...Kind } } }
    description @include(if: $shown)
  }
  basis: __type(name: "Basis") { enumValues { name description isDeprecated } inputFields { name } }
  order: __type(name: "PostOrder") { inputFields { name defaultValue isDeprecated type { ...Kind } } __typename }
  none: __type(name: "Nothing") { name }
}
fragment Kind on __Type { kind name ofType { kind name ofType { kind name } } }
"""


@pytest.mark.parametrize("query", [WHOLE, EVERY_FIELD], ids=["whole", "every field"])
def test_the_schema_is_described_as_graphql_core_describes_it(mill: Mill, statements: Statements, query: str) -> None:
    told = execute_sync(PROMISE, parse(query))
    assert told.errors is None
    assert mill.answer(query).decode() == json.dumps(told.data, ensure_ascii=False, separators=(",", ":"))
    assert statements == []


def test_variables_reach_the_schema_each_time_anew(mill: Mill) -> None:
    query = "query($name: String!) { __type(name: $name) { name } }"
    for name in ("Post", "Thread"):
        assert json.loads(mill.answer(query, {"name": name})) == {"__type": {"name": name}}


def test_data_and_its_description_come_in_one_answer_in_the_order_of_the_selection(ask: Ask) -> None:
    query = '{ __typename first: __type(name: "Post") { name } dataset { name } last: __schema { queryType { name } } }'
    assert list(ask(query).items()) == [
        ("__typename", "Query"),
        ("first", {"name": "Post"}),
        ("dataset", {"name": "Lake road"}),
        ("last", {"queryType": {"name": "Query"}}),
    ]


@pytest.mark.parametrize(("variables", "name"), [("", '"a"'), ('($name: String = "a")', "$name")])
def test_an_endless_description_is_refused_on_the_way(mill: Mill, variables: str, name: str) -> None:
    fields = " ".join(f"a{n}: fields {{ name type {{ ofType {{ fields {{ name }} }} }} }}" for n in range(90))
    with pytest.raises(SelectionTooLarge, match="holds 20,000 fields at most") as caught:
        mill.answer(f"query{variables} {{\n __schema {{ types {{ {fields} }} }} __type(name: {name}) {{ name }} }}")
    assert caught.value.members["locations"] == ["2:2"]

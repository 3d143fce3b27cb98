import pytest
from graphql import parse
from sqlalchemy.dialects.sqlite import dialect

from api.bindings import bindings
from api.compiler.cost import measure
from api.compiler.planning import Planner, Recent
from api.errors import PageTooLarge, SelectionTooLarge
from api.schema import promise
from api.settings import Settings
from mills import SCHEMA, Ask


@pytest.fixture
def planner() -> Planner:
    bound = bindings()
    return Planner(promise(SCHEMA), bound, dialect(), measure(bound, 10_000), Settings())


FILTERED = "query($w: PostWhere, $n: Int) { posts(where: $w, first: $n) { nodes { key } } }"


def test_one_plan_serves_all_variables_of_one_shape(planner: Planner) -> None:
    prepared = planner.prepare(parse(FILTERED), None)
    first, _ = planner.plan(prepared, {"w": {"hashtags": {"any": ["a"]}}, "n": 3})
    second, variables = planner.plan(prepared, {"w": {"hashtags": {"any": ["b", "c", "d"]}}, "n": 50})
    assert first is second
    assert second.plan is not None
    assert 50 in tuple(second.plan.parameters(variables))


@pytest.mark.parametrize(
    "other",
    [
        {"w": {"hashtags": {"all": ["a"]}}, "n": 3},
        {"w": {"hashtags": {"any": ["a"], "match": "EXACT"}}, "n": 3},
        {"w": None, "n": 3},
        {"n": 3},
        {"w": {"hashtags": {"any": ["a"]}}, "n": None},
        {"w": {"and": [{"hashtags": {"any": ["a"]}}]}, "n": 3},
    ],
)
def test_another_shape_has_another_plan(planner: Planner, other: dict[str, object]) -> None:
    prepared = planner.prepare(parse(FILTERED), None)
    first, _ = planner.plan(prepared, {"w": {"hashtags": {"any": ["a"]}}, "n": 3})
    assert planner.plan(prepared, other)[0] is not first


def test_the_same_selection_always_gives_the_same_sql(planner: Planner) -> None:
    plans = [planner.plan(planner.prepare(parse(FILTERED), None), {"n": 1})[0].plan for _ in range(2)]
    assert plans[0] is not None
    assert plans[1] is not None
    assert plans[0].sql == plans[1].sql


def test_a_page_size_in_a_variable_is_checked_on_a_warm_plan_too(ask: Ask) -> None:
    ask(FILTERED, {"n": 1})
    with pytest.raises(PageTooLarge):
        ask(FILTERED, {"n": 101})


def test_an_operation_that_costs_too_much_is_refused_before_any_sql(ask: Ask) -> None:
    query = (
        "query($n: Int) { sources(first: $n) { nodes { posts(first: $n) { nodes { related(first: 5) { score } } } } } }"
    )
    assert ask(query, {"n": 10})
    with pytest.raises(SelectionTooLarge, match="10,000"):
        ask(query, {"n": 100})


def test_only_the_most_recent_are_kept() -> None:
    recent: Recent[int, str] = Recent(2)
    for number in (1, 2):
        recent.put(number, str(number))
    recent.get(1)
    recent.put(3, "3")
    assert [recent.get(number) for number in (1, 2, 3)] == ["1", None, "3"]

import gc
import tracemalloc

import pytest
from graphql import parse
from sqlalchemy.dialects.sqlite import dialect

from api.bindings import bindings
from api.compiler import planning
from api.compiler.cost import measure
from api.compiler.draft import Draft
from api.compiler.parsing import weight_of
from api.compiler.planning import Planner
from api.errors import InvalidArgument, PageTooLarge, SelectionTooLarge
from api.schema import promise
from api.settings import Settings
from mills import SCHEMA, Ask


@pytest.fixture
def planner() -> Planner:
    bound = bindings()
    return Planner(promise(SCHEMA), bound, dialect(), measure(bound, 10_000), Settings())


FILTERED = "query($w: PostWhere, $n: Int) { posts(where: $w, first: $n) { nodes { key } } }"


NESTED = """query($n: Int = 3) { threads { nodes { ...Last } } hashtag(name: "a") { ...Newest } }
fragment Last on Thread { posts(last: $n) { nodes { id } } }
fragment Newest on Hashtag { posts(first: $n) { nodes { id } } }
"""


def test_one_plan_serves_all_variables_of_one_shape(planner: Planner) -> None:
    prepared = planner.prepare(parse(FILTERED), None)
    first, _ = planner.plan(prepared, {"w": {"hashtags": {"any": ["a"]}}, "n": 3})
    second, variables = planner.plan(prepared, {"w": {"hashtags": {"any": ["b", "c", "d"]}}, "n": 3})
    assert first is second
    assert second.plan is not None
    assert any(str(each).count(",") == 2 for each in second.plan.parameters(variables))  # three tags, by their numbers


def test_the_size_of_a_page_of_everything_is_written_into_the_statement(planner: Planner) -> None:
    prepared = planner.prepare(parse(FILTERED), None)
    for size in (3, 50):
        ready, variables = planner.plan(prepared, {"n": size})
        assert ready.plan is not None
        assert f" LIMIT {size}" in ready.plan.sql
        assert size not in tuple(ready.plan.parameters(variables))


def test_the_size_of_a_page_that_hangs_on_a_row_is_a_parameter(planner: Planner) -> None:
    prepared = planner.prepare(parse(NESTED), None)
    ready, variables = planner.plan(prepared, {"n": 37})
    assert ready.plan is not None
    assert "LIMIT 37" not in ready.plan.sql
    assert 37 in tuple(ready.plan.parameters(variables))


def test_sizes_that_will_be_refused_have_no_plans_of_their_own(
    planner: Planner, monkeypatch: pytest.MonkeyPatch
) -> None:
    written: list[object] = []
    monkeypatch.setattr(planning, "write", lambda *given: written.append(given))
    prepared = planner.prepare(parse(FILTERED), None)
    for size in (101, 102, -1, 2**31 - 1):
        with pytest.raises((PageTooLarge, InvalidArgument)):
            planner.plan(prepared, {"n": size})
    assert len(written) == 1


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


PARTS = " ".join(
    f"""p{n}: posts(search: "lake road", where: {{hashtags: {{any: ["a"]}}}}, first: 1, after: "x") {{
      totalCount facets(fields: [HASHTAG, PLACE]) {{ field values {{ value count }} }} buckets(by: MONTH) {{ start }}
      edges {{ cursor node {{ key text places {{ toponym }} related(first: 1) {{ score }} }} match {{ snippet }} }} }}
    s{n}: search(query: "lake", first: 1) {{ counts {{ count }} suggestions nodes {{ __typename }} }}"""
    for n in range(3)
)
WIDE = f"{{ {PARTS} }}"
DESCRIBING = "{ __schema { types { name fields { name type { name } } } } }"


def test_a_plan_keeps_nothing_of_what_it_was_written_with(planner: Planner) -> None:
    ready, _ = planner.plan(planner.prepare(parse(WIDE), None), {})
    gc.collect()
    assert ready.plan is not None
    assert [each for each in gc.get_objects() if isinstance(each, Draft)] == []


@pytest.mark.parametrize("query", [WIDE, DESCRIBING])
def test_documents_and_plans_weigh_about_what_is_said(planner: Planner, query: str) -> None:
    planner.plan(planner.prepare(parse(query), None), {})  # what is made once, and kept
    tracemalloc.start()
    try:
        document = parse(query)
        prepared = planner.prepare(document, None)
        parsed, _ = tracemalloc.get_traced_memory()
        ready, _ = planner.plan(prepared, {})
        gc.collect()
        planned = tracemalloc.get_traced_memory()[0] - parsed
    finally:
        tracemalloc.stop()
    assert parsed < weight_of(document) < 3 * parsed
    assert planned < ready.weight < 5 * planned


def test_plans_give_way_when_their_room_is_full() -> None:
    bound = bindings()
    settings = Settings(plan_cache_bytes=100_000)
    narrow = Planner(promise(SCHEMA), bound, dialect(), measure(bound, 10_000), settings)
    documents = [narrow.prepare(parse(f"{{ a{n}: posts {{ nodes {{ key text }} }} }}"), None) for n in range(40)]
    plans = [narrow.plan(each, {})[0] for each in documents]
    assert narrow.plan(documents[-1], {})[0] is plans[-1]
    assert narrow.plan(documents[0], {})[0] is not plans[0]


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

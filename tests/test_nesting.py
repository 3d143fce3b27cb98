"""Five levels of lists answer, whatever they are lists of and whatever is asked for at their end; six are refused."""

import json
import re
from collections.abc import Iterator

import pytest
from sqlalchemy import Engine, event

from api.endpoints.mill import Mill
from api.errors import APIError
from api.schema import promise
from mills import PATIENT, SCHEMA
from nesting import Nesting

GENEROUS = PATIENT.model_copy(update={"cost_limit": 10**9, "selection_depth": 40})
PROMISE = promise(SCHEMA)
CHAINS = 2
NOT_KEPT = re.compile(r"\b(f\d+) AS NOT MATERIALIZED")


@pytest.fixture
def generous(corpus_reader: Engine) -> Mill:
    """A mill that refuses nothing but too many levels."""
    return Mill(SCHEMA, corpus_reader, GENEROUS)


@pytest.fixture
def sent(corpus_reader: Engine) -> Iterator[list[tuple[str, object]]]:
    """The statements that were sent, with what they were asked with."""
    record: list[tuple[str, object]] = []

    def note(_connection: object, _cursor: object, statement: str, parameters: object, *_: object) -> None:
        record.append((statement, parameters))

    event.listen(corpus_reader, "before_cursor_execute", note)
    yield record
    event.remove(corpus_reader, "before_cursor_execute", note)


@pytest.mark.parametrize("levels", [2, 5])
def test_every_list_answers_with_all_it_holds_at_any_level(generous: Mill, levels: int) -> None:
    asked = set()
    for name, document in Nesting(PROMISE, levels).documents(levels, CHAINS):
        asked.add(name)
        try:
            json.loads(generous.answer(document))
        except APIError as error:
            pytest.fail(f"{error.code} {error.message}\n{document}")
    assert len(asked) >= 25


def test_a_sixth_level_is_refused_alike_on_both_databases(generous: Mill) -> None:
    for name, document in Nesting(PROMISE, 6).documents(6, 1):
        with pytest.raises(APIError) as caught:
            generous.answer(document)
        assert caught.value.code == "QUERY_TOO_COMPLEX", name
        assert caught.value.message == "lists nest more than 5 deep here: ask for the inner ones by themselves"


@pytest.mark.parametrize("field", ["next", "previous"])
@pytest.mark.parametrize("times", [1, 3, 6, 9, 12])
def test_posts_follow_each_other_as_far_as_selections_may_nest(mill: Mill, field: str, times: int) -> None:
    inner = "key excerpt published { earliest } thread { coverage { ratio isComplete } }"
    around = '{ post(key: "lakeroad/1/1") { ' + f"{field} {{ " * times
    json.loads(mill.answer(around + inner + "}" * (times + 2)))


def test_more_tables_than_one_from_takes_are_joined_apart(generous: Mill) -> None:
    def both(times: int) -> str:
        inner = both(times - 1) if times else "key"
        beside = "author { handle } source { key } thread { author { handle } source { key } }"
        return f"key {beside} next {{ {inner} }} previous {{ {inner} }}"

    for times in (1, 2, 3, 4):
        json.loads(generous.answer(f'{{ post(key: "lakeroad/1/2") {{ {both(times)} }} }}'))
        json.loads(generous.answer(f"{{ posts(first: 2) {{ nodes {{ {both(times)} }} }} }}"))


def test_what_stands_at_the_head_is_worked_out_only_where_it_is_looked_up(
    generous: Mill, corpus_reader: Engine, sent: list[tuple[str, object]]
) -> None:
    """SQLite must put each such subquery back in its place: working one out whole would read a table through."""
    if corpus_reader.dialect.name != "sqlite":
        return
    for _, document in Nesting(PROMISE, 5).documents(5, 1):
        generous.answer(document)
    asked = list(sent)
    assert any(NOT_KEPT.search(statement) for statement, _ in asked)
    with corpus_reader.connect() as connection:
        for statement, parameters in asked:
            names = set(NOT_KEPT.findall(statement))
            rows = connection.exec_driver_sql(f"EXPLAIN QUERY PLAN {statement}", parameters)  # type: ignore[arg-type]  # as they were sent
            for *_, detail in rows:
                worked_out = re.match(r"(?:MATERIALIZE|CO-ROUTINE|SCAN|SEARCH) (f\d+)\b", str(detail))
                assert not worked_out or worked_out[1] not in names, f"{detail}\n{statement}"

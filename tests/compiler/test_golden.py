from collections.abc import Iterator

import pytest
from sqlalchemy import Engine, event

from api.endpoints.mill import Mill
from golden import Case, Parameters, cases, pretty, readable
from layout import TOKEN, laid_out

Sent = list[tuple[str, Parameters]]

ANSWERED: dict[str, str] = {}
"""What the first database answered in this run: the second may not overwrite it."""


@pytest.fixture
def sent(corpus_reader: Engine) -> Iterator[Sent]:
    """Every statement sent to the corpus, with what it was asked with."""
    record: Sent = []

    def note(_connection: object, _cursor: object, statement: str, parameters: Parameters, *_: object) -> None:
        record.append((statement, parameters))

    event.listen(corpus_reader, "before_cursor_execute", note)
    yield record
    event.remove(corpus_reader, "before_cursor_execute", note)


@pytest.mark.parametrize("case", cases(), ids=lambda case: case.name)
def test_a_golden_case_is_asked_and_answered_as_it_is_written(
    mill: Mill, corpus_reader: Engine, sent: Sent, case: Case
) -> None:
    answer = pretty(mill.answer(case.query, case.variables))
    assert len(sent) == 1
    sql = readable(*sent[0])
    assert sql == case.told(f"{corpus_reader.dialect.name}.sql", sql)
    write_response = {"write": False} if case.name in ANSWERED else {}
    ANSWERED[case.name] = answer
    assert answer == case.told("response.json", answer, **write_response)


def test_laying_out_a_statement_changes_none_of_its_words(mill: Mill, sent: Sent) -> None:
    for case in cases():
        mill.answer(case.query, case.variables)
    assert len(sent) == len(cases())
    for sql, _ in sent:
        assert TOKEN.findall(laid_out(sql)) == TOKEN.findall(sql)


def test_there_are_enough_cases_to_read() -> None:
    assert len(cases()) >= 30

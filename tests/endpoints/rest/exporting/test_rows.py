"""Answers as lines: which list is meant, and what becomes of nesting, lists, nulls and formulas."""

import csv
import io

import pytest

from api.endpoints.rest.exporting.rows import csv_of, ndjson_of, rows_of
from api.errors import NotFound

NODES = [{"key": "a", "source": {"key": "s", "title": "Ս"}}, {"key": "b", "source": None}]
ANSWER = {"dataset": {"name": "letters"}, "threads": {"totalCount": 2, "nodes": NODES}}


def table(data: dict[str, object]) -> list[list[str]]:
    return list(csv.reader(io.StringIO(csv_of(data).decode())))


def test_the_nodes_of_a_connection_are_rows() -> None:
    assert rows_of(ANSWER) == NODES
    assert rows_of({"threads": {"edges": [{"cursor": "x", "node": each} for each in NODES]}}) == NODES
    assert rows_of({"nodes": [*NODES, None]}) == NODES


def test_the_outermost_list_is_meant_and_of_several_the_first() -> None:
    deep = {"thread": {"posts": {"nodes": [{"key": "p"}]}}, "counts": [{"type": "Post"}], "more": [{"type": "Place"}]}
    assert rows_of(deep) == [{"type": "Post"}]


@pytest.mark.parametrize("answer", [{}, {"dataset": None}, {"dataset": {"licences": ["a", "b"]}}])
def test_an_answer_without_a_list_of_objects_is_refused(answer: dict[str, object]) -> None:
    with pytest.raises(NotFound, match="as JSON"):
        ndjson_of(answer)


def test_each_object_is_a_line_as_it_was_answered() -> None:
    assert ndjson_of(ANSWER) == '{"key":"a","source":{"key":"s","title":"Ս"}}\n{"key":"b","source":null}\n'.encode()


def test_nested_fields_are_columns_of_their_own() -> None:
    assert table(ANSWER) == [["key", "source.key", "source.title"], ["a", "s", "Ս"], ["b", "", ""]]
    assert table({"nodes": [{"source": None}]})[0] == ["source"]


def test_lists_are_json_and_booleans_are_words() -> None:
    row = {"tags": ["a", "b"], "uses": [{"spelling": "A"}], "complete": True, "count": 7, "ratio": 0.5}
    expected = ['["a","b"]', '[{"spelling":"A"}]', "true", "7", "0.5"]
    assert table({"nodes": [row]})[1] == expected


@pytest.mark.parametrize("text", ["=1+1", "+1", "-1", "@import", "\ttab"])
def test_no_text_is_a_formula(text: str) -> None:
    assert table({"nodes": [{"text": text, "count": -1}]})[1] == [f"'{text}", "-1"]


def test_an_empty_list_is_no_lines() -> None:
    assert csv_of({"nodes": []}) == ndjson_of({"nodes": []}) == b""

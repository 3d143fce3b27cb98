from collections.abc import Mapping

import pytest

from api.endpoints.mill import MOST_ERRORS, Mill
from api.endpoints.refusals import wire
from api.errors import APIError, InvalidArgument

WIDE = "{ dataset { name }\n threads(first: 100) { nodes { posts(first: 100) { totalCount } } } }"

REFUSED: list[tuple[str, str, Mapping[str, object], str]] = [
    ("BAD_USER_INPUT", "query(\n $n: Int!) { posts(first: $n) { totalCount } }", {}, "2:2"),
    ("BAD_USER_INPUT", "query($w: PostWhere) {\n posts(where: $w) { totalCount } }", {"w": {"a": 1}}, "1:7"),
    ("BAD_USER_INPUT", "query($n: Int = 1) { dataset { name }\n posts(first: 1, last: $n) { totalCount } }", {}, "2:2"),
    ("BAD_USER_INPUT", "{\n posts(first: 1, last: 1) { nodes { key } } }", {}, "2:2"),
    ("BAD_USER_INPUT", "{ dataset { name }\n\n   place { key } }", {}, "3:4"),
    ("BAD_USER_INPUT", "{ posts {\n nodes {\n x: excerpt(length: 0) } } }", {}, "3:2"),
    ("BAD_USER_INPUT", "{ places(where: {bbox: {west: 0, south: -91, east: 1, north: 1}}) { totalCount } }", {}, "1:3"),
    ("BAD_CURSOR", '{ sources { nodes {\n posts(after: "x") { nodes { key } } } } }', {}, "2:2"),
    ("PAGE_TOO_LARGE", "{ sources { nodes {\n  posts(first: 101) { totalCount } } } }", {}, "2:3"),
    ("BAD_USER_INPUT", "{ sources { nodes {\n  posts(first: -1) { totalCount } } } }", {}, "2:3"),
    ("PAGE_TOO_LARGE", "query($ids: [ID!]!) { nodes(ids: $ids) { id } }", {"ids": ["a"] * 101}, "1:23"),
    ("QUERY_TOO_COMPLEX", WIDE, {}, "2:2"),
]  # fmt: skip


@pytest.mark.parametrize(("code", "query", "variables", "where"), REFUSED)
def test_a_refusal_says_where_in_the_document(
    mill: Mill, code: str, query: str, variables: Mapping[str, object], where: str
) -> None:
    with pytest.raises(APIError) as caught:
        mill.answer(query, variables)
    (told,) = wire(caught.value)
    extensions = told["extensions"]
    assert isinstance(extensions, dict)
    line, column = map(int, where.split(":"))
    assert extensions["code"] == code
    assert told["locations"] == [{"line": line, "column": column}]


def test_all_that_does_not_fit_the_schema_is_told_at_once(mill: Mill) -> None:
    with pytest.raises(APIError) as caught:
        mill.answer("{\n nothing\n post(id: 1) { key }\n dataset { name { a } } }")
    places = {str(each["message"]).split("'")[1]: each["locations"] for each in wire(caught.value)}
    assert places == {
        "nothing": [{"line": 2, "column": 2}],
        "id": [{"line": 3, "column": 7}],
        "Query.post(key:)": [{"line": 3, "column": 2}],
        "name": [{"line": 4, "column": 17}],
    }


def test_no_more_is_told_than_a_person_reads(mill: Mill) -> None:
    with pytest.raises(APIError) as caught:
        mill.answer("{ dataset { " + " ".join(f"nothing{n}" for n in range(50)) + " } }")
    told = wire(caught.value)
    assert len(told) == MOST_ERRORS + 1
    assert "Too many validation errors" in str(told[-1]["message"])


def test_the_innermost_place_is_kept() -> None:
    error = InvalidArgument("no").located("").located("3:4").located("1:1")
    assert error.members == {"locations": ["3:4"]}

"""How a search is run: by the index of words, never by reading all posts; on a plan that any text shares."""

from collections.abc import Iterator
from typing import Any

import pytest
from sqlalchemy import Engine, event

from api.endpoints.mill import Mill
from mills import Ask

POSTS = """query($text: String) { posts(search: $text) {
    totalCount pageInfo { hasNextPage }
    edges { cursor node { key source { key } } match { score snippet spans { text } } }
} }"""
FILTERED = """query($text: String) {
    posts(search: $text, where: {hashtags: {any: ["peace"]}}, orderBy: [{by: PUBLISHED}]) { nodes { key } }
}"""
EVERYTHING = "query($text: String!) { search(query: $text) { counts { count } nodes { __typename } suggestions } }"
BIG = ("posts", "post_texts", "name_texts", "hashtags", "places", "accounts", "sources", "threads", "suggestions")


@pytest.fixture
def sent(corpus_reader: Engine) -> Iterator[list[tuple[str, Any]]]:
    """Every statement with its parameters."""
    record: list[tuple[str, Any]] = []

    def note(_connection: object, _cursor: object, statement: str, parameters: object, *_: object) -> None:
        record.append((statement, parameters))

    event.listen(corpus_reader, "before_cursor_execute", note)
    yield record
    event.remove(corpus_reader, "before_cursor_execute", note)


def explained(engine: Engine, statement: str, parameters: Any) -> list[str]:
    """The lines of the plan; PostgreSQL, which would rather read tables as small as these, is kept from it."""
    connection = engine.raw_connection()
    try:
        driver: Any = connection.driver_connection
        if engine.dialect.name == "sqlite":
            return [line[3] for line in driver.execute(f"EXPLAIN QUERY PLAN {statement}", parameters)]
        driver.execute("SET enable_seqscan = off")
        try:
            return [line[0] for line in driver.execute(f"EXPLAIN {statement}", parameters)]
        finally:
            driver.execute("RESET enable_seqscan")
    finally:
        connection.close()


@pytest.mark.parametrize("question", [POSTS, FILTERED, EVERYTHING])
def test_no_table_is_read_from_end_to_end_for_a_word(
    mill: Mill, corpus_reader: Engine, sent: list[tuple[str, Any]], question: str
) -> None:
    mill.answer(question, {"text": "ledger"})
    lines = explained(corpus_reader, *sent[0])
    if corpus_reader.dialect.name == "sqlite":
        assert any("post_index VIRTUAL TABLE" in line for line in lines)
        for alias in {alias for name in BIG for alias in aliases(sent[0][0], name)}:
            # a page's rows go by the alias of their table: they may be read from end to end
            assert sum(line.split()[:2] == ["SCAN", alias] for line in lines) <= sent[0][0].count(f") AS {alias}")
    else:
        assert any("ix_post_texts_lexemes" in line for line in lines)
        assert [line for line in lines if "Seq Scan on" in line and line.split(" on ")[1].split()[0] in BIG] == []


def aliases(statement: str, table: str) -> list[str]:
    words = statement.replace("(", " ").split()
    return [words[at + 2] for at, word in enumerate(words[:-2]) if word == table and words[at + 1] == "AS"]


@pytest.mark.parametrize("question", [POSTS, EVERYTHING])
def test_every_text_is_asked_with_the_same_statement(mill: Mill, sent: list[tuple[str, Any]], question: str) -> None:
    for text in ("ledger", '"a phrase" OR peac* -x', "'; DROP TABLE posts; --", ""):
        mill.answer(question, {"text": text})
    assert len({statement for statement, _ in sent}) == 1
    assert "ledger" not in sent[0][0]


def test_a_count_alone_sorts_and_scores_nothing(ask: Ask, sent: list[tuple[str, Any]]) -> None:
    assert ask('{ posts(search: "noon") { totalCount } }') == {"posts": {"totalCount": 2}}
    assert "score" not in sent[0][0]
    assert "newest_first" not in sent[0][0]

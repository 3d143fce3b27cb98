"""`parley query`: an answer and nothing else on standard output, a sentence with its place for every mistake."""

import io
import json
import sys
from collections.abc import Callable
from pathlib import Path
from typing import NamedTuple

import pytest

from api.__main__ import main


class Said(NamedTuple):
    code: object
    out: str
    err: str


Query = Callable[..., Said]
SOURCES = "query Sources($first: Int) { sources(first: $first) { totalCount nodes { key isExcerpt } } }"


@pytest.fixture
def query(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str], sqlite_corpus: str
) -> Query:
    """Run `parley query` over the invented corpus, in an empty folder."""
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("PARLEY_DATABASE_URL", sqlite_corpus)

    def run(*words: str, text: str | None = None) -> Said:
        monkeypatch.setattr(sys, "argv", ["parley", "query", *words])
        monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO((text or "").encode())))
        with pytest.raises(SystemExit) as ended:
            main()
        return Said(ended.value.code or 0, *capsys.readouterr())

    return run


def test_a_file_is_asked_and_its_answer_printed(query: Query, tmp_path: Path) -> None:
    (tmp_path / "sources.graphql").write_text(SOURCES)
    said = query("sources.graphql", "--variables", '{"first": 2}')
    assert (said.code, said.err) == (0, "")
    assert len(json.loads(said.out)["sources"]["nodes"]) == 2
    assert said.out.startswith('{\n  "sources": {')


def test_standard_input_is_asked_with_variables_of_a_file(query: Query, tmp_path: Path) -> None:
    (tmp_path / "values.json").write_text('{"first": 1}')
    said = query("-", "--variables", "@values.json", text=SOURCES)
    assert len(json.loads(said.out)["sources"]["nodes"]) == 1


def test_one_of_several_operations_is_chosen(query: Query) -> None:
    said = query("-", "--operation", "B", text="query A { __typename } query B { which: __typename }")
    assert json.loads(said.out) == {"which": "Query"}
    assert query("-", text="query A { __typename } query B { __typename }").code == 1


def test_the_list_comes_line_by_line(query: Query) -> None:
    whole = json.loads(query("-", text=SOURCES).out)["sources"]["nodes"]
    assert [json.loads(line) for line in query("-", "--format", "ndjson", text=SOURCES).out.splitlines()] == whole
    names, *rows = query("-", "--format", "csv", text=SOURCES).out.splitlines()
    assert names == "key,isExcerpt"
    assert len(rows) == len(whole)


@pytest.mark.parametrize(
    ("text", "words", "complaint"),
    [
        ("{\n  nothing\n}", [], "-:2:3: Cannot query field 'nothing'"),
        ("{\n  dataset {", [], "-:2:12: Syntax Error"),
        ("query ($n: Int!) { revision(number: $n) { number } }", [], "-:"),
        (SOURCES, ["--variables", "{"], "--variables are not JSON"),
        (SOURCES, ["--variables", "[]"], "--variables must be a JSON object"),
        (SOURCES, ["--variables", "@nowhere.json"], "No such file"),
        ("{ dataset { name } }", ["--format", "csv"], "holds no list"),
        ("{ sources(first: 1000) { totalCount } }", [], "1000"),
    ],
)
def test_a_mistake_is_told_in_a_sentence(query: Query, text: str, words: list[str], complaint: str) -> None:
    said = query("-", *words, text=text)
    assert (said.code, said.out) == (1, "")
    assert said.err.startswith("parley: ")
    assert complaint in said.err


def test_a_file_that_cannot_be_read_is_told(query: Query, tmp_path: Path) -> None:
    assert "nowhere.graphql: No such file" in query("nowhere.graphql").err
    (tmp_path / "latin.graphql").write_bytes(b"\xe9")
    assert "not UTF-8" in query("latin.graphql").err

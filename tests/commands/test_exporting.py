"""`parley export` on the terminal: a whole list in a file or on standard output, and sentences for what goes wrong."""

import json
from pathlib import Path

import pytest
from typer.testing import CliRunner

from api.cli import app
from api.errors import InvalidArgument, NotFound


@pytest.fixture(autouse=True)
def _corpus(sqlite_corpus: str, monkeypatch: pytest.MonkeyPatch) -> None:
    """The commands read the invented corpus."""
    monkeypatch.setenv("PARLEY_DATABASE_URL", sqlite_corpus)


def test_a_list_is_written_to_standard_output() -> None:
    result = CliRunner().invoke(app, ["export", "posts.ndjson", "hashtag=peace", "limit=2", "fields=key"])
    assert result.exit_code == 0
    assert len([json.loads(line)["key"] for line in result.stdout.splitlines()]) == 2
    assert result.stderr == "2 rows of revision 3\n"


def test_a_file_bears_its_name_only_when_it_is_whole(tmp_path: Path) -> None:
    path = tmp_path / "places.geojson"
    result = CliRunner().invoke(app, ["export", "places.geojson", "--output", str(path)])
    assert result.exit_code == 0
    assert json.loads(path.read_text())["type"] == "FeatureCollection"
    assert list(tmp_path.iterdir()) == [path]


def test_a_list_that_hangs_on_a_node_is_written_too() -> None:
    result = CliRunner().invoke(app, ["export", "/threads/lakeroad/1/posts.csv", "fields=key"])
    assert result.stdout.splitlines()[:2] == ["key", "lakeroad/1/1"]


@pytest.mark.parametrize(
    ("words", "kind", "said"),
    [
        (["posts"], NotFound, "is no export: end it with .ndjson, .csv, .geojson"),
        (["posts.atom"], NotFound, "is no export"),
        (["nothing.csv"], NotFound, "nothing is served at /nothing.csv"),
        (["threads/nowhere/posts.csv"], NotFound, "there is no thread `nowhere`"),
        (["posts.csv", "limit"], InvalidArgument, "write it as name=value"),
        (["posts.csv", "lim=1"], InvalidArgument, "did you mean `limit`"),
    ],
)
def test_what_cannot_be_exported_is_said(words: list[str], kind: type[Exception], said: str) -> None:
    result = CliRunner().invoke(app, ["export", *words])
    assert isinstance(result.exception, kind)
    assert said in str(result.exception)

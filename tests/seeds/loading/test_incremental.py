"""What is read again and what is not: a change reaches whatever takes something from it, and nothing else."""

from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from sqlalchemy import Engine

from api.errors import SeedInvalid
from drawn_seeds import write
from seeds.loading.reading import whole
from seeds.loading.reloading import reload
from small_seeds import Record, changes, column, dataset, place, post, source, thread


@pytest.fixture
def read_files(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """The names of the files that were parsed, as it happens."""
    parsed: list[str] = []

    def noting(reading: Callable[[Any], Any]) -> Callable[[Any], Any]:
        def read(given: Any) -> Any:  # Any: passed through
            parsed.append(given.file)
            return reading(given)

        return read

    monkeypatch.setattr("seeds.loading.waves.whole", noting(whole))
    return parsed


def test_unchanged_files_are_not_parsed_again(engine: Engine, tmp_path: Path, read_files: list[str]) -> None:
    files = {"places.ndjson": [place("northmark")], **dataset()}
    files["first.ndjson"] = files["first.ndjson"][1:]
    reload(engine, write(files, tmp_path / "seeds"))
    read_files.clear()
    reload(engine, tmp_path / "seeds")
    assert read_files == []
    files["second.ndjson"][1]["text"] = "Other words"
    assert reload(engine, write(files, tmp_path / "seeds")).plan.counts["Post"]["CHANGED"] == 1
    assert read_files == ["places.ndjson", "second.ndjson"]


def test_what_a_source_gives_its_posts_reaches_them_in_unchanged_files(engine: Engine, tmp_path: Path) -> None:
    files = dataset()
    reload(engine, write(files, tmp_path / "seeds"))
    files["first.ndjson"][1]["hashtags"] = ["War"]
    reload(engine, write(files, tmp_path / "seeds"))
    assert column(engine, "hashtags", "name") == ["hills", "lakes", "war"]
    assert column(engine, "posts", "revision") == [2] * 6


@pytest.mark.parametrize(
    ("given", "changed"),
    [({"hashtags": ["Peace"]}, '["hashtags"]'), ({"language": "en"}, '["language","languageBasis"]')],
)
def test_what_a_source_gives_reaches_posts_in_a_third_file_that_names_the_thread_alone(
    engine: Engine, tmp_path: Path, given: Record, changed: str
) -> None:
    others = {"b.ndjson": [thread("a/1", "a", 1)], "c.ndjson": [post("a/1/1", "a/1", 1, "calm")]}
    reload(engine, write({"a.ndjson": [source("a")], **others}, tmp_path / "seeds"))
    reload(engine, write({"a.ndjson": [source("a", **given)], **others}, tmp_path / "seeds"))
    assert ("CHANGED", "Post", "a/1/1", changed) in changes(engine, 2)


def test_a_key_that_an_unread_file_holds_is_refused(engine: Engine, tmp_path: Path) -> None:
    files = {"places.ndjson": [place("northmark")], **dataset()}
    files["first.ndjson"] = files["first.ndjson"][1:]
    reload(engine, write(files, tmp_path / "seeds"))
    files["third.ndjson"] = [post("a/1/1", "a/2", 1, "Taken twice"), thread("a/3", "a", 1)]
    with pytest.raises(SeedInvalid) as caught:
        reload(engine, write(files, tmp_path / "seeds"))
    assert {(fault.line, fault.path) for fault in caught.value.faults} >= {(1, "key"), (2, "rank")}


def test_a_thread_that_moves_takes_its_posts_along(engine: Engine, tmp_path: Path) -> None:
    files = dataset()
    reload(engine, write(files, tmp_path / "seeds"))
    files["second.ndjson"][0]["rank"] = 9
    reload(engine, write(files, tmp_path / "seeds"))
    assert changes(engine, 2) == [("CHANGED", "Thread", "a/2", '["rank"]')]
    for table in ("posts", "post_hashtags", "account_mentions"):
        assert max(column(engine, table, "reading_order")) == 9 << 20 | 1

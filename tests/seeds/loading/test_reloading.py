"""The whole reload, on both databases."""

from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from sqlalchemy import Engine, inspect, select, text

from api.errors import DatabaseOutdated, DeletionRefused, ReloadBusy, SeedInvalid
from api.models import identify
from drawn_seeds import Files, write
from seeds.loading import applying
from seeds.loading.reading import whole
from seeds.loading.reloading import reload
from seeds.loading.stored import TABLES

Record = dict[str, Any]  # Any: JSON, as seeds hold it


def place(key: str, **more: object) -> Record:
    return {"type": "place", "key": key, "kind": "CITY", "label": key.title(), **more}


def source(key: str, **more: object) -> Record:
    return {"type": "source", "key": key, "kind": "THREAD_LISTING", "title": key.title(), **more}


def thread(key: str, home: str, rank: int, **more: object) -> Record:
    return {"type": "thread", "key": key, "source": home, "rank": rank, **more}


def post(key: str, home: str, position: int, words: str, **more: object) -> Record:
    return {"type": "post", "key": key, "thread": home, "position": position, "text": words, **more}


def dataset() -> Files:
    """Two files: one with places, a source and its first thread, one with another thread."""
    first = [place("northmark"), source("a", hashtags=["Peace"]), thread("a/1", "a", 1)]
    first += [post(f"a/1/{number}", "a/1", number, f"Day {number} in Northmark #lakes") for number in range(1, 6)]
    second = [thread("a/2", "a", 2), post("a/2/1", "a/2", 1, "@Ann writes #Hills", author="Bo")]
    return {"first.ndjson": first, "second.ndjson": second}


def column(engine: Engine, table: str, name: str) -> list[Any]:
    found = TABLES[table].columns[name]
    with engine.connect() as connection:
        return sorted(connection.scalars(select(found)))


def changes(engine: Engine, revision: int) -> list[tuple[Any, ...]]:
    table = TABLES["changes"].c
    order = select(table.action, table.type, table.key, table.fields).where(table.revision == revision)
    with engine.connect() as connection:
        return [tuple(found) for found in connection.execute(order.order_by(table.ordinal))]


def test_the_bundled_seeds_load_into_an_empty_database(engine: Engine) -> None:
    outcome = reload(engine, None)
    assert outcome.wrote
    assert outcome.revision == 1
    assert outcome.counts["Source"] == 3


def test_the_same_seeds_again_write_nothing(engine: Engine) -> None:
    first = reload(engine, None)
    again = reload(engine, None)
    assert not again.wrote
    assert again.plan.empty
    assert (again.revision, again.digest) == (1, first.digest)


def test_a_dry_run_tells_the_plan_and_writes_nothing(engine: Engine, tmp_path: Path) -> None:
    seeds = write(dataset(), tmp_path / "seeds")
    planned = reload(engine, seeds, dry_run=True)
    assert not planned.wrote
    assert planned.plan.counts["Post"] == {"ADDED": 6, "CHANGED": 0, "REMOVED": 0}
    assert column(engine, "posts", "id") == column(engine, "seed_files", "path") == []
    assert reload(engine, seeds).digest == planned.digest


def test_tags_and_accounts_come_with_their_first_use_and_go_with_their_last(engine: Engine, tmp_path: Path) -> None:
    files = dataset()
    reload(engine, write(files, tmp_path / "seeds"))
    assert column(engine, "hashtags", "name") == ["hills", "lakes", "peace"]
    assert column(engine, "accounts", "handle") == ["Ann", "Bo"]
    files["second.ndjson"][1] |= {"text": "Nothing named", "author": None}
    assert reload(engine, write(files, tmp_path / "seeds")).wrote
    assert changes(engine, 2) == [
        ("CHANGED", "Thread", "a/2", '["title"]'),
        ("CHANGED", "Post", "a/2/1", '["author","text","hashtags","mentions"]'),
        ("REMOVED", "Hashtag", "hills", "[]"),
        ("REMOVED", "Account", "ann", "[]"),
        ("REMOVED", "Account", "bo", "[]"),
    ]


def test_a_removed_post_leaves_a_tombstone_with_its_id(engine: Engine, tmp_path: Path) -> None:
    files = dataset()
    reload(engine, write(files, tmp_path / "seeds"))
    del files["first.ndjson"][-1]
    reload(engine, write(files, tmp_path / "seeds"))
    assert changes(engine, 2) == [("REMOVED", "Post", "a/1/5", "[]")]
    numbers = TABLES["changes"].c
    with engine.connect() as connection:
        found = connection.scalar(select(numbers.node_number).where(numbers.revision == 2))
    assert found == identify("Post", "a/1/5")


def test_more_than_a_fifth_is_removed_only_when_that_is_allowed(engine: Engine, tmp_path: Path) -> None:
    files = dataset()
    reload(engine, write(files, tmp_path / "seeds"))
    del files["first.ndjson"][-2:]
    seeds = write(files, tmp_path / "seeds")
    with pytest.raises(DeletionRefused, match="2 of 6 posts"):
        reload(engine, seeds)
    planned = reload(engine, seeds, dry_run=True)
    assert planned.plan.counts["Post"]["REMOVED"] == 2
    assert "2 of 6 posts" in str(planned.refusal)
    assert reload(engine, seeds, dry_run=True, allow_delete=True).refusal is None
    assert len(column(engine, "posts", "id")) == 6
    assert reload(engine, seeds, allow_delete=True).counts["Post"] == 4


def test_what_goes_wrong_while_writing_leaves_the_old_dataset(
    engine: Engine, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    files = dataset()
    before = reload(engine, write(files, tmp_path / "seeds"))
    files["second.ndjson"][1]["text"] = "Other words"

    def fail(*_: object) -> None:
        raise OSError("the disk is full")

    with monkeypatch.context() as patched:
        patched.setattr(applying, "settle", fail)
        with pytest.raises(OSError, match="full"):
            reload(engine, write(files, tmp_path / "seeds"))
    assert "@Ann writes #Hills" in column(engine, "posts", "text")
    assert column(engine, "revisions", "number") == [0, 1]
    after = reload(engine, tmp_path / "seeds")
    assert after.wrote
    assert after.digest != before.digest


def test_faults_in_seeds_are_all_told_and_nothing_is_written(engine: Engine, tmp_path: Path) -> None:
    files = dataset()
    files["first.ndjson"].append(post("a/1/6", "nowhere", 1, "Lost"))
    files["second.ndjson"].append(post("a/2/2", "a/2", 2, "Here", places=[{"place": "northmark", "toponym": "there"}]))
    with pytest.raises(SeedInvalid) as caught:
        reload(engine, write(files, tmp_path / "seeds"))
    assert [fault.path for fault in caught.value.faults] == ["thread", "places[0].toponym"]
    assert column(engine, "seed_files", "path") == []


def test_a_suppression_list_takes_posts_away_and_leaves_tombstones(engine: Engine, tmp_path: Path) -> None:
    files = dataset()
    reload(engine, write(files, tmp_path / "seeds"))
    files["third.ndjson"] = [{"type": "suppress", "posts": ["a/1/3"], "handles": ["ANN"]}]
    reload(engine, write(files, tmp_path / "seeds"))
    assert ("REMOVED", "Post", "a/1/3", "[]") in changes(engine, 2)
    assert ("REMOVED", "Account", "ann", "[]") in changes(engine, 2)
    assert "@Ann writes #Hills" in column(engine, "posts", "text")


def test_a_suppressed_post_that_no_seed_holds_is_told_until_one_holds_it(engine: Engine, tmp_path: Path) -> None:
    files = dataset() | {"third.ndjson": [{"type": "suppress", "posts": ["a/2/1", "a/9/9", "a/1/3"]}]}
    assert reload(engine, write(files, tmp_path / "seeds")).missed == ("a/9/9",)
    files["second.ndjson"][1]["key"] = "a/2/first"
    planned = reload(engine, write(files, tmp_path / "seeds"), dry_run=True)
    assert planned.missed == ("a/2/1", "a/9/9")
    files["third.ndjson"][0]["posts"] = ["a/1/3"]  # the file that holds it is not read again
    assert reload(engine, write(files, tmp_path / "seeds")).missed == ()


def test_a_mention_leads_to_whom_a_hint_says_it_means(engine: Engine, tmp_path: Path) -> None:
    accounts, mentions = TABLES["accounts"].c, TABLES["account_mentions"].c
    order = select(mentions.spelling, accounts.handle, accounts.mention_count).join(
        TABLES["accounts"], accounts.id == mentions.account_id
    )

    def found() -> list[tuple[Any, ...]]:
        with engine.connect() as connection:
            return [tuple(each) for each in connection.execute(order)]

    files = dataset()
    files["second.ndjson"][1]["mentions"] = [{"mention": "ann", "account": "Ann@lake.example"}]
    reload(engine, write(files, tmp_path / "seeds"))
    assert found() == [("Ann", "Ann@lake.example", 1)]
    files["second.ndjson"][1]["mentions"][0]["account"] = "ann@hill.example"
    reload(engine, write(files, tmp_path / "seeds"))
    assert ("CHANGED", "Post", "a/2/1", '["mentions"]') in changes(engine, 2)
    assert ("REMOVED", "Account", "ann@lake.example", "[]") in changes(engine, 2)
    assert found() == [("Ann", "ann@hill.example", 1)]
    files["third.ndjson"] = [{"type": "suppress", "handles": ["ANN@hill.example"]}]
    reload(engine, write(files, tmp_path / "seeds"))
    assert found() == []
    del files["third.ndjson"], files["second.ndjson"][1]["mentions"]
    reload(engine, write(files, tmp_path / "seeds"))
    assert found() == [("Ann", "Ann", 1)]
    files["second.ndjson"][1]["mentions"] = [{"mention": "cy", "account": "cy@lake.example"}]
    with pytest.raises(SeedInvalid) as caught:
        reload(engine, write(files, tmp_path / "seeds"))
    assert [(fault.path, fault.message) for fault in caught.value.faults] == [
        ("mentions[0].mention", "the post mentions no `@cy`")
    ]


def test_many_posts_at_once_leave_the_same_dataset_and_the_same_indexes(
    engine: Engine, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    planned = reload(engine, write(dataset(), tmp_path / "seeds"), dry_run=True)
    before = {name: inspect(engine).get_indexes(name) for name in TABLES}
    monkeypatch.setattr(applying, "MANY", 1)
    assert reload(engine, tmp_path / "seeds").digest == planned.digest
    assert {name: inspect(engine).get_indexes(name) for name in TABLES} == before
    seeds = dataset()
    seeds["first.ndjson"][3]["text"] = "Another day in Northmark #Lakes"
    assert reload(engine, write(seeds, tmp_path / "seeds")).plan.counts["Post"]["CHANGED"] == 1
    assert column(engine, "hashtags", "post_count") == [1, 5, 6]


def test_files_split_and_named_otherwise_make_the_same_dataset(engine: Engine, tmp_path: Path) -> None:
    files = dataset()
    first = reload(engine, write(files, tmp_path / "seeds"))
    records = [record for name in sorted(files) for record in files[name]]
    again = reload(engine, write({"z.ndjson": records[:4], "a.ndjson": records[4:]}, tmp_path / "seeds"))
    assert not again.wrote
    assert again.digest == first.digest
    assert column(engine, "seed_files", "path") == ["a.ndjson", "z.ndjson"]
    assert not reload(engine, tmp_path / "seeds").wrote


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


def test_a_second_reload_names_the_one_that_runs(engine: Engine, tmp_path: Path) -> None:
    seeds = write(dataset(), tmp_path / "seeds")
    seen: list[str] = []

    def meanwhile(*_: object) -> None:
        if not seen:
            with pytest.raises(ReloadBusy, match="another reload is running") as caught:
                reload(engine, seeds)
            seen.append(str(caught.value))

    assert reload(engine, seeds, progress=meanwhile).wrote
    assert "process" in seen[0]


def test_every_connection_is_left_as_it_was(engine: Engine, tmp_path: Path) -> None:
    reload(engine, write(dataset(), tmp_path / "seeds"))
    with engine.connect() as connection:
        for name in ("touched_posts", "pair_counts"):
            with pytest.raises(DatabaseOutdated):
                connection.execute(text(f"SELECT * FROM {name}"))  # noqa: S608
            connection.rollback()

"""The whole reload, on both databases."""

from pathlib import Path

import pytest
from sqlalchemy import Engine, inspect, select, text

from api.errors import DatabaseOutdated, DeletionRefused, ReloadBusy, SeedInvalid
from api.models import identify
from drawn_seeds import write
from seeds.loading import applying
from seeds.loading.reloading import reload
from seeds.loading.stored import TABLES
from small_seeds import changes, column, dataset, post


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

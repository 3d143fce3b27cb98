"""Suppression lists and hints about mentions, through the whole reload."""

from pathlib import Path
from typing import Any

import pytest
from sqlalchemy import Engine, select

from api.errors import SeedInvalid
from drawn_seeds import write
from seeds.loading.reloading import reload
from seeds.loading.stored import TABLES
from small_seeds import changes, dataset


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

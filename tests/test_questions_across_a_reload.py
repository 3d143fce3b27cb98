"""People's questions whose answers lie on both sides of a reload: the next page, and what changed."""

import json
import shutil
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from sqlalchemy import Engine

from api.endpoints.mill import Mill
from mills import PATIENT, SCHEMA
from seeds.loading.reloading import reload

BUNDLED = Path(__file__).parent.parent / "seeds" / "data"
PAGE = """query($after: String, $before: String) {
  posts(first: 20, after: $after, before: $before, orderBy: [{by: PUBLISHED, direction: DESC}]) {
    totalCount nodes { key } pageInfo { endCursor hasNextPage hasPreviousPage }
  }
}"""
CHANGES = """query($since: Int!) {
  changes(since: $since) { totalCount nodes { action type key fields node { id } revision } }
}"""
SHOWN, TO_COME = "nkpeace/1/1", "nkpeace/24/3"
"""Keys of a post that the first page shows, and of one that comes late."""
NEWS = """parley: 1
sources:
  - key: newsroom
    kind: FEED
    title: A newsroom
    posts:
      - {key: newsroom/new, text: Fresh news from Baku, published: 2024-05-06}
      - {key: newsroom/undated, text: Old news without a date}
"""

Question = Callable[..., dict[str, Any]]


@pytest.fixture
def folder(engine: Engine, tmp_path: Path) -> Path:
    """The bundled corpus in a folder of our own, loaded."""
    copy = tmp_path / "seeds"
    shutil.copytree(BUNDLED, copy)
    reload(engine, copy)
    return copy


@pytest.fixture
def ask(folder: Path, reader: Engine) -> Question:
    """Ask a mill over it."""
    assert folder.is_dir()
    mill = Mill(SCHEMA, reader, PATIENT)
    return lambda query, **variables: json.loads(mill.answer(query, variables))


def change(folder: Path, engine: Engine) -> None:
    """Two posts come, one before every page and one among the undated; one goes that was already shown; one changes."""
    (folder / "news.yaml").write_text(NEWS)
    suppressed = f"\nsuppress: {{posts: [{SHOWN}]}}\n"
    dataset = folder / "dataset.yaml"
    dataset.write_text(dataset.read_text() + suppressed)
    article = folder / "invitation.yaml"
    article.write_text(article.read_text().replace("modest but useful", "modest and useful"))
    reload(engine, folder)


def test_the_next_page_after_a_reload_goes_on_where_the_first_one_ended(
    ask: Question, folder: Path, engine: Engine
) -> None:
    everything = walked(ask)
    first = ask(PAGE)["posts"]
    shown = [post["key"] for post in first["nodes"]]
    assert SHOWN in shown
    assert TO_COME not in shown
    change(folder, engine)
    rest, cursor = [], first["pageInfo"]["endCursor"]
    while cursor:
        page = ask(PAGE, after=cursor)["posts"]
        assert page["pageInfo"]["hasPreviousPage"]
        assert page["totalCount"] == 73 + 2 - 1
        rest += [post["key"] for post in page["nodes"]]
        cursor = page["pageInfo"]["endCursor"] if page["pageInfo"]["hasNextPage"] else None
    old = [key for key in rest if key != "newsroom/undated"]
    assert shown + old == everything
    assert walked(ask)[0] == "newsroom/new"


def walked(ask: Question) -> list[str]:
    """The keys of all posts, page by page."""
    keys: list[str] = []
    cursor: str | None = None
    while True:
        page = ask(PAGE, after=cursor)["posts"]
        keys += [post["key"] for post in page["nodes"]]
        if not page["pageInfo"]["hasNextPage"]:
            return keys
        cursor = page["pageInfo"]["endCursor"]


def test_what_changed_since_a_revision_is_told_with_the_fields_and_without_what_is_gone(
    ask: Question, folder: Path, engine: Engine
) -> None:
    assert ask(CHANGES, since=1)["changes"] == {"totalCount": 0, "nodes": []}
    change(folder, engine)
    changes = ask(CHANGES, since=1)["changes"]["nodes"]
    posts = {each["key"]: each for each in changes if each["type"] == "Post"}
    assert {key: each["action"] for key, each in posts.items()} == {
        "newsroom/new": "ADDED",
        "newsroom/undated": "ADDED",
        SHOWN: "REMOVED",
        "caspianpost-invitation/1": "CHANGED",
    }
    assert posts["caspianpost-invitation/1"]["fields"] == ["text"]
    assert [key for key, each in posts.items() if each["node"] is None] == [SHOWN]
    assert {each["revision"] for each in changes} == {2}

"""A suppression list, from a seed to the API: what it names is gone, leaves tombstones, and stays away."""

import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from sqlalchemy import Engine

from api.endpoints.mill import Mill
from api.schema import build
from api.settings import Settings
from seeds.loading.reloading import reload

SOURCE = {"type": "source", "key": "board", "kind": "THREAD_LISTING", "title": "A board", "language": "en"}
QUOTED = "As @Loud has it: see https://example.org/secret #peace"
RECORDS: list[dict[str, Any]] = [
    SOURCE,
    {"type": "thread", "key": "board/1", "source": "board", "rank": 1, "title": "One", "author": "Quiet"},
    {"type": "post", "key": "board/1/1", "thread": "board/1", "text": QUOTED},
    {"type": "post", "key": "board/1/2", "thread": "board/1", "text": "A word too many. #slip"},
    {
        "type": "post",
        "key": "board/1/3",
        "thread": "board/1",
        "text": "A second page.",
        "url": "https://example.org/p3",
    },
    {"type": "thread", "key": "board/2", "source": "board", "rank": 2, "title": "Two", "author": "LOUD"},
    {"type": "post", "key": "board/2/1", "thread": "board/2", "text": "Shouting. #noise"},
    {"type": "thread", "key": "board/3", "source": "board", "rank": 3, "title": "Three", "author": "Quiet"},
    *({"type": "post", "key": f"board/3/{n}", "thread": "board/3", "text": f"Remark {n}."} for n in range(1, 5)),
    {"type": "post", "key": "board/3/5", "thread": "board/3", "author": "loud", "text": "Interrupting."},
    {"type": "account", "handle": "Loud", "display_name": "Somebody"},
]
LIST = {
    "type": "suppress",
    "handles": ["Loud"],
    "urls": ["https://example.org/p3"],
    "posts": ["board/1/2"],
}
GONE = {
    ("Thread", "board/2"),
    *(("Post", key) for key in ("board/1/2", "board/1/3", "board/2/1", "board/3/5")),
    *(("Hashtag", name) for name in ("slip", "noise")),
    ("Account", "loud"),
}

Ask = Callable[[str], dict[str, Any]]


@pytest.fixture
def asked(reader: Engine) -> Ask:
    """Ask the API, as a client does."""
    settings = Settings()
    mill = Mill(build(), reader, settings)

    def ask(query: str) -> dict[str, Any]:
        answer: dict[str, Any] = json.loads(mill.answer(query))
        return answer

    return ask


@pytest.fixture
def folder(tmp_path: Path, engine: Engine) -> Path:
    """The seeds, loaded once without a suppression list."""
    seeds = tmp_path / "seeds"
    seeds.mkdir()
    (seeds / "board.ndjson").write_text("".join(f"{json.dumps(record)}\n" for record in RECORDS))
    assert reload(engine, seeds).wrote
    return seeds


@pytest.fixture
def suppressed(folder: Path, engine: Engine) -> Path:
    """The same seeds with the list beside them, loaded."""
    (folder / "suppress.ndjson").write_text(f"{json.dumps(LIST)}\n")
    assert reload(engine, folder, allow_delete=True).wrote
    return folder


@pytest.mark.usefixtures("suppressed")
def test_what_is_suppressed_is_not_in_the_api_any_more(asked: Ask) -> None:
    found = asked(
        "{ posts(first: 100) { nodes { key } } threads { nodes { key } } hashtags { nodes { name } }"
        ' account(handle: "loud") { handle } byUrl: resource(url: "https://example.org/p3") { id } }'
    )
    kept = ["board/1/1", *(f"board/3/{n}" for n in range(1, 5))]
    assert sorted(post["key"] for post in found["posts"]["nodes"]) == kept
    assert sorted(thread["key"] for thread in found["threads"]["nodes"]) == ["board/1", "board/3"]
    assert [tag["name"] for tag in found["hashtags"]["nodes"]] == ["peace"]
    assert found["account"] is None
    assert found["byUrl"] is None


@pytest.mark.usefixtures("suppressed")
def test_what_is_suppressed_leaves_tombstones(asked: Ask) -> None:
    found = asked("{ changes(since: 1) { nodes { revision action type key node { id } } } }")["changes"]["nodes"]
    removed = [change for change in found if change["action"] == "REMOVED"]
    assert {(change["type"], change["key"]) for change in removed} == GONE
    assert all(change["node"] is None and change["revision"] == 2 for change in removed)


@pytest.mark.usefixtures("suppressed")
def test_others_keep_their_words_and_mention_nobody(asked: Ask) -> None:
    post = asked('{ post(key: "board/1/1") { text mentions { spelling } thread { coverage { visible } } } }')["post"]
    assert post == {"text": QUOTED, "mentions": [], "thread": {"coverage": {"visible": 1}}}


def test_a_second_reload_finds_nothing_to_do(suppressed: Path, engine: Engine) -> None:
    assert not reload(engine, suppressed).wrote


def test_what_is_suppressed_stays_away_when_its_file_is_read_again(
    suppressed: Path, engine: Engine, asked: Ask
) -> None:
    board = suppressed / "board.ndjson"
    board.write_text(board.read_text().replace("Remark 1.", "Another remark."))
    outcome = reload(engine, suppressed)
    assert [(change.action, change.key) for change in outcome.plan.changes] == [("CHANGED", "board/3/1")]
    assert asked("{ posts { totalCount } }") == {"posts": {"totalCount": 5}}


def test_new_posts_of_a_suppressed_account_never_come_in(suppressed: Path, engine: Engine) -> None:
    late = {"type": "post", "key": "board/3/6", "thread": "board/3", "position": 6, "author": "Loud", "text": "Back."}
    (suppressed / "late.ndjson").write_text(f"{json.dumps(late)}\n")
    assert not reload(engine, suppressed).wrote


def test_without_the_list_everything_comes_back_as_it_was(suppressed: Path, engine: Engine, asked: Ask) -> None:
    before = asked("{ revision(number: 1) { digest } }")["revision"]
    (suppressed / "suppress.ndjson").unlink()
    outcome = reload(engine, suppressed)
    added = {(change.type, change.key) for change in outcome.plan.changes if change.action == "ADDED"}
    assert added == GONE
    assert outcome.digest == before["digest"]

"""An export is of one revision, also while the data changes under it; and it takes nothing from other requests."""

import json
import threading
import time
from collections.abc import Iterator
from pathlib import Path

import anyio
import pytest
from sqlalchemy import Engine
from starlette.testclient import TestClient
from starlette.types import Message

from api import app
from api.database import opened
from api.endpoints.current import FRESH
from api.endpoints.mill import Mill
from api.endpoints.rest.exporting import reading, sending
from api.endpoints.rest.exporting.asking import asked
from api.endpoints.rest.exporting.reading import Export, bounds
from api.errors import DatabaseUnavailable
from api.schema import build
from api.settings import Settings
from rest_answers import ROOT
from seeds.loading.reloading import reload

SCHEMA = build()


def seeds(folder: Path, words: str, posts: int) -> Path:
    """A seed file with so many posts that all say the same words."""
    source = {"key": "feed", "kind": "FEED", "title": "A feed"}
    written = [{"key": f"feed/{number}", "text": f"{words} {number}"} for number in range(posts)]
    path = folder / "seeds.json"
    path.write_text(json.dumps({"parley": 1, "sources": [{**source, "posts": written}]}))
    return path


@pytest.fixture
def mill(database_url: str) -> Iterator[Mill]:
    """A mill for exports over an empty database."""
    chosen = bounds(Settings(database_url=database_url))
    with opened(database_url, chosen) as reader:
        yield Mill(SCHEMA, reader, chosen)


@pytest.fixture(autouse=True)
def _small_pages(monkeypatch: pytest.MonkeyPatch) -> None:
    """Read few rows at once, so that a small export takes several pages."""
    monkeypatch.setattr(reading, "PAGE", 3)


def texts(export: Export, chunks: int | None = None) -> list[str]:
    """Read so many stretches of an export, or all that are left."""
    lines: list[bytes] = []
    while chunks is None or chunks > 0:
        chunk = export.chunk()
        if chunk is None:
            break
        lines += chunk.splitlines()
        chunks = None if chunks is None else chunks - 1
    return [json.loads(line)["text"] for line in lines]


def test_an_export_is_of_one_revision_whatever_is_reloaded_meanwhile(
    engine: Engine, mill: Mill, tmp_path: Path
) -> None:
    reload(engine, seeds(tmp_path, "before", 8))
    export = asked(SCHEMA, mill, "posts.ndjson", [("fields", "text")])
    try:
        begun = export.begin()
        told = texts(export, 1)
        reload(engine, seeds(tmp_path, "after", 5), allow_delete=True)
        told += texts(export)
    finally:
        export.end()
    assert begun["meta"]["revision"]["number"] == export.revision == 1
    assert sorted(told) == [f"before {number}" for number in range(8)]
    assert export.rows == 8
    after = asked(SCHEMA, mill, "posts.ndjson", [("fields", "text")])
    after.begin()
    assert sorted(texts(after)) == [f"after {number}" for number in range(5)]
    after.end()


def test_a_copy_is_good_until_a_reload_changes_the_data(engine: Engine, database_url: str, tmp_path: Path) -> None:
    reload(engine, seeds(tmp_path, "before", 2))
    with TestClient(app.create(Settings(database_url=database_url))) as client:
        for path in ("/posts", "/posts.csv", "/posts.atom", "/queries/timeline"):
            tag = client.get(ROOT + path).headers["etag"]
            assert client.get(ROOT + path, headers={"if-none-match": tag}).status_code == 304
        tags = {path: client.get(ROOT + path).headers["etag"] for path in ("/posts", "/posts.csv")}
        reload(engine, seeds(tmp_path, "before", 2))
        assert client.get(f"{ROOT}/posts", headers={"if-none-match": tags["/posts"]}).status_code == 304
        reload(engine, seeds(tmp_path, "after", 3), allow_delete=True)
        time.sleep(FRESH)
        for path, tag in tags.items():
            response = client.get(ROOT + path, headers={"if-none-match": tag})
            assert response.status_code == 200
            assert response.headers["etag"] != tag


def test_exports_beyond_those_that_may_run_wait_and_then_are_told_to_come_again(
    sqlite_corpus: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(sending, "PATIENCE", 0.05)
    held, entered = threading.Event(), threading.Semaphore(0)
    chunk = Export.chunk

    def slow(self: Export) -> bytes | None:
        entered.release()
        held.wait(10)
        return chunk(self)

    monkeypatch.setattr(Export, "chunk", slow)
    with TestClient(app.create(Settings(database_url=sqlite_corpus, pool_size=1))) as client:
        slow_ones = [threading.Thread(target=client.get, args=(f"{ROOT}/posts.ndjson",)) for _ in range(2)]
        for each in slow_ones:
            each.start()
        for _ in slow_ones:
            assert entered.acquire(timeout=10)
        refused = client.get(f"{ROOT}/posts.ndjson")
        assert (refused.status_code, refused.headers["retry-after"]) == (503, "1")
        assert client.get(f"{ROOT}/posts?limit=1").status_code == 200
        held.set()
        for each in slow_ones:
            each.join()
        assert client.get(f"{ROOT}/posts.ndjson").status_code == 200


@pytest.mark.anyio
async def test_a_reader_who_leaves_or_does_not_read_ends_the_export(
    sqlite_corpus: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    ended: list[Export] = []
    end = Export.end

    def ending(self: Export) -> None:
        ended.append(self)
        end(self)

    monkeypatch.setattr(Export, "end", ending)
    monkeypatch.setattr(sending, "STALLED", 0.05)
    application = app.create(Settings(database_url=sqlite_corpus))
    scope = {
        "type": "http", "method": "GET", "scheme": "http", "path": f"{ROOT}/posts.ndjson", "headers": [],
        "raw_path": f"{ROOT}/posts.ndjson".encode(), "query_string": b"", "root_path": "",
    }  # fmt: skip

    async def gone() -> dict[str, object]:
        return {"type": "http.disconnect"}

    async def staying() -> dict[str, object]:
        await anyio.sleep(10)
        return {"type": "http.disconnect"}

    async def ignored(_message: object) -> None:
        await anyio.sleep(0)

    async def stuck(message: Message) -> None:
        if message.get("body"):
            await anyio.sleep(10)

    await application(scope, gone, ignored)
    assert len(ended) == 1
    with pytest.raises(TimeoutError):
        await application(dict(scope), staying, stuck)
    assert len(ended) == 2


def test_a_mill_that_cannot_be_reached_says_so_before_anything_is_written(tmp_path: Path) -> None:
    chosen = bounds(Settings(database_url=f"sqlite:///{tmp_path}/nothing.db"))
    with opened(chosen.database_url, chosen) as reader:
        export = asked(SCHEMA, Mill(SCHEMA, reader, chosen), "posts.csv", [])
        with pytest.raises(DatabaseUnavailable):
            export.begin()
        export.end()

"""A reload keeps all that search reads in step, and touches no more of it than it must."""

import json
from pathlib import Path
from typing import Any

import pytest
from sqlalchemy import Engine, select

from api.endpoints.mill import Mill
from api.settings import Settings
from drawn_seeds import write
from mills import SCHEMA
from seeds.loading.reloading import reload
from seeds.loading.searching import rebuild_search
from seeds.loading.stored import TABLES

Record = dict[str, Any]  # Any: JSON, as seeds hold it


def place(key: str, *names: str) -> Record:
    return {"type": "place", "key": key, "kind": "CITY", "names": [{"text": name, "language": "en"} for name in names]}


def post(key: str, words: str, **more: object) -> Record:
    return {"type": "post", "key": key, "source": "a", "position": int(key[-1]), "text": words, **more}


def seeds(*more: Record, title: str = "Lake letters") -> dict[str, list[Record]]:
    return {"all.ndjson": [{"type": "source", "key": "a", "kind": "FEED", "title": title}, *more]}


def reloaded(engine: Engine, folder: Path, *more: Record, **named: str) -> None:
    reload(engine, write(seeds(*more, **named), folder / "seeds"), allow_delete=True)


def found(engine: Engine, query: str) -> dict[str, int]:
    asked = "query($q: String!) { search(query: $q) { counts { type count } } }"
    counts = json.loads(Mill(SCHEMA, engine, Settings()).answer(asked, {"q": query}))["search"]["counts"]
    return {one["type"]: one["count"] for one in counts if one["count"]}


def kept(engine: Engine) -> dict[str, list[Any]]:
    """What search reads beside the posts' words; on SQLite its indexes must agree with the texts."""
    with engine.begin() as connection:
        if connection.dialect.name == "sqlite":
            for index in ("post_index", "name_index"):
                connection.exec_driver_sql(f"INSERT INTO {index} ({index}, rank) VALUES ('integrity-check', 1)")  # noqa: S608
        return {
            name: sorted(connection.execute(select(TABLES[name]))) for name in ("name_texts", "suggestions", "synonyms")
        }


def made_anew(engine: Engine) -> dict[str, list[Any]]:
    with engine.begin() as connection:
        rebuild_search(connection)
    return kept(engine)


FIRST = (
    place("northmark", "Northmark", "High Mark"),
    post("p/1", "Snow in Northmark #Lakes @Ann", author="Bo"),
    post("p/2", "Rain, rain #Hills"),
)
SECOND = (
    place("northmark", "Northmark", "Low Mark"),
    post("p/1", "Snow in Northmark #Lakes @Ann", author="Bo"),
    post("p/3", "Sun at last #Lakes #Shores @Cem"),
)


@pytest.mark.parametrize(
    ("query", "before", "after"),
    [
        ("rain", {"POST": 1}, {}),
        ("sun", {}, {"POST": 1}),
        ("snow", {"POST": 1}, {"POST": 1}),
        ("hills", {"POST": 1, "HASHTAG": 1}, {}),
        ("shore*", {}, {"POST": 1, "HASHTAG": 1}),
        ('"high mark"', {"PLACE": 1}, {}),
        ('"low mark"', {}, {"PLACE": 1}),
        ("letters", {"SOURCE": 1}, {}),
        ("postcards", {}, {"SOURCE": 1}),
        ("cem", {}, {"POST": 1, "ACCOUNT": 1}),
        ("bo", {"ACCOUNT": 1}, {"ACCOUNT": 1}),
    ],
)
def test_what_is_found_follows_the_seeds(
    engine: Engine, tmp_path: Path, query: str, before: dict[str, int], after: dict[str, int]
) -> None:
    reloaded(engine, tmp_path, *FIRST)
    assert found(engine, query) == before
    reloaded(engine, tmp_path, *SECOND, title="Lake postcards")
    assert found(engine, query) == after


def test_after_each_reload_it_is_as_if_made_anew(engine: Engine, tmp_path: Path) -> None:
    for records, title in ((FIRST, "Lake letters"), (SECOND, "Postcards"), ((), "Nothing"), (FIRST, "Lake letters")):
        reloaded(engine, tmp_path, *records, title=title)
        assert kept(engine) == made_anew(engine)


def test_the_bundled_seeds_are_found(engine: Engine) -> None:
    reload(engine, None)
    assert kept(engine) == made_anew(engine)
    assert found(engine, "#Azerbaijan") == found(engine, "AZERBAIJAN")
    assert found(engine, "azerbaijan")["HASHTAG"] >= 1
    assert found(engine, "Azerbaïdjan") == found(engine, "azerbaidjan")
    assert found(engine, "Azerbaïdjan")["PLACE"] == 1


def test_the_words_of_captions_and_footnotes_are_found(engine: Engine, tmp_path: Path) -> None:
    media = [{"kind": "IMAGE"}, {"kind": "IMAGE", "caption": "A 🎉 ledger"}]
    told = post(
        "p/1", "Nothing here.[1]", kind="ARTICLE", media=media, footnotes=[{"marker": "[1]", "text": "See below"}]
    )
    reloaded(engine, tmp_path, told)
    asked = '{ posts(search: "ledger below") { edges { match { spans { part start(unit: UTF16) text } } } } }'
    edges = json.loads(Mill(SCHEMA, engine, Settings()).answer(asked))["posts"]["edges"]
    assert edges[0]["match"]["spans"] == [
        {"part": "CAPTION", "start": 5, "text": "ledger"},
        {"part": "FOOTNOTE", "start": 4, "text": "below"},
    ]

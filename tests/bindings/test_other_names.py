"""`posts(search:)` under other names: of a place in any script, of a tag with its aliases; on both databases."""

import json
import shutil
from collections.abc import Callable, Iterator
from typing import Any

import pytest

from api.database import opened
from api.endpoints.mill import Mill
from databases import beside, order
from drawn_seeds import write
from mills import PATIENT, SCHEMA
from seeds.loading.reloading import reload

ASKED = "query($q: String!) { posts(search: $q) { edges { node { text } match { score snippet spans { text } } } } }"
NAMES: dict[str, list[str]] = {
    "azerbaijan": ["Azerbaijan", "Azerbaïdjan", "Ադրբեջան", "Азербайджан", "Republic of Azerbaijan", "AZ"],
    "georgia": ["Georgia", "საქართველო", "Géorgie"],
    "high-valley": ["High Valley", "Haute-Vallée", "Վերին Հովիտ"],
    "veinfurt": ["Veinfurt", "Vein"],
}
ENGLISH, FRENCH, TAG = "Azerbaijan spoke", "L’Azerbaïdjan a parlé", "Talks, says #AZERBAIJAN"
ARMENIAN, GEORGIAN, OF_GEORGIA = "Ադրբեջան եւ Ադրբեջան", "საქართველო მშვიდობა", "la Géorgie attend"
VALLEY, VALLEY_TAG, NO_VALLEY = "the Haute-Vallée is quiet", "#HighValley and snow", "a vallée that is haute"
PEACE, OTHERS = "la paix, #Frieden", ("an az of az letters", "a vein of ore", "Veinfurt waits")
TEXTS = (ENGLISH, FRENCH, TAG, ARMENIAN, GEORGIAN, OF_GEORGIA, VALLEY, VALLEY_TAG, NO_VALLEY, PEACE, *OTHERS)

Found = Callable[[str], dict[str, Any]]


def records() -> list[dict[str, Any]]:
    places = [
        {
            "type": "place",
            "key": key,
            "kind": "REGION",
            "names": [{"text": name, "match": name != "Vein"} for name in names],
        }
        for key, names in NAMES.items()
    ]
    posts = [{"type": "post", "source": "s", "position": n, "text": text} for n, text in enumerate(TEXTS, 1)]
    alias = {"type": "hashtag_alias", "name": "Frieden", "aliases": ["paix", "Peace"]}
    return [{"type": "source", "key": "s", "kind": "FEED", "title": "S"}, alias, *places, *posts]


@pytest.fixture(scope="module", params=["sqlite", "postgresql"])
def found(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Found]:
    """A function that searches a dataset of this test's own and returns each post's match by its text."""
    folder = tmp_path_factory.mktemp("names")
    if request.param == "sqlite":
        template = request.getfixturevalue("sqlite_template")
        yield from searching(f"sqlite:///{shutil.copy(template, folder / 'names.db')}", folder)
        return
    server, template = (request.getfixturevalue(name) for name in ("postgres", "postgres_template"))
    order(server, f"CREATE DATABASE {template}_names TEMPLATE {template}")
    yield from searching(beside(server, f"{template}_names"), folder)
    order(server, f"DROP DATABASE {template}_names WITH (FORCE)")


def searching(url: str, folder: Any) -> Iterator[Found]:
    with opened(url, PATIENT, writes=True) as writer:
        reload(writer, write({"all.ndjson": records()}, folder / "seeds"))
    with opened(url, PATIENT) as reader:
        mill = Mill(SCHEMA, reader, PATIENT)

        def found(query: str) -> dict[str, Any]:
            edges = json.loads(mill.answer(ASKED, {"q": query}))["posts"]["edges"]
            return {edge["node"]["text"]: edge["match"] for edge in edges}

        yield found


@pytest.mark.parametrize(
    ("query", "texts"),
    [
        ("Azerbaijan", {ENGLISH, FRENCH, TAG, ARMENIAN}),
        ("#azerbaïdjan", {ENGLISH, FRENCH, TAG, ARMENIAN}),
        ("ադրբեջան", {ENGLISH, FRENCH, TAG, ARMENIAN}),
        ("Georgia", {GEORGIAN, OF_GEORGIA}),
        ("ᲡᲐᲥᲐᲠᲗᲕᲔᲚᲝ", {GEORGIAN, OF_GEORGIA}),
        ('"Azerbaijan"', {ENGLISH, TAG}),
        ('"Azerbaïdjan"', {FRENCH}),
        ("Azerbaij*", {ENGLISH, TAG}),
        ("@Azerbaijan", {ENGLISH, TAG}),
        ("Republic-of-Azerbaijan", {ENGLISH, FRENCH, TAG, ARMENIAN}),
        ('"Republic of Azerbaijan"', set()),
        ("Azerbaijan parlé", {FRENCH}),
        ("Azerbaijan -parlé", {ENGLISH, TAG, ARMENIAN}),
        ("Azerbaijan -Azerbaïdjan", set()),
        ('Azerbaijan -"Azerbaïdjan"', {ENGLISH, TAG, ARMENIAN}),
        ("Azerbaijan attend OR Georgia", {GEORGIAN, OF_GEORGIA}),
        ("attend OR spoke -Azerbaïdjan", {OF_GEORGIA}),
        ("quiet OR snow -Haute-Vallée", {VALLEY}),
        ('"Azerbaijan" OR Azerbaijan', {ENGLISH, FRENCH, TAG, ARMENIAN}),
        ("High-Valley", {VALLEY, VALLEY_TAG}),
        ("#HighValley", {VALLEY, VALLEY_TAG}),
        ("high valley", set()),
        ("peace", {PEACE}),
        ("az", {OTHERS[0]}),
        ("vein", {OTHERS[1]}),
        ("Veinfurt", {OTHERS[2]}),
        ("letters", {OTHERS[0]}),
        ("unheard", set()),
    ],
)
def test_a_bare_word_is_found_under_all_names_of_the_same(found: Found, query: str, texts: set[str]) -> None:
    assert set(found(query)) == texts


def test_what_is_shown_is_what_is_written(found: Found) -> None:
    matches = found("Azerbaijan OR High-Valley OR Peace")
    shown = {text: [span["text"] for span in match["spans"]] for text, match in matches.items()}
    assert shown == {
        ENGLISH: ["Azerbaijan"],
        FRENCH: ["Azerbaïdjan"],
        TAG: ["AZERBAIJAN"],
        ARMENIAN: ["Ադրբեջան", "Ադրբեջան"],
        VALLEY: ["Haute-Vallée"],
        VALLEY_TAG: ["HighValley"],
        PEACE: ["paix", "Frieden"],
    }
    assert all(match["snippet"] == text for text, match in matches.items())


def test_each_spelling_counts_as_a_word_of_its_own(found: Found) -> None:
    scores = {text: match["score"] for text, match in found("Azerbaijan OR peace").items()}
    assert scores == {PEACE: 1.0, ARMENIAN: 0.666, ENGLISH: 0.5, FRENCH: 0.5, TAG: 0.5}
    assert list(scores)[:2] == [PEACE, ARMENIAN]

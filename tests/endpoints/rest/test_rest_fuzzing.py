"""Whatever the OpenAPI document allows is answered, whatever it forbids is refused, and both as it describes.

PARLEY_TEST_THOROUGH=100 asks so many questions of every path, where a few of some are asked otherwise.
"""

import os
from collections.abc import Iterator
from typing import Any
from urllib.parse import urlencode

import pytest
import schemathesis
from hypothesis import HealthCheck, Phase, assume, given, settings
from schemathesis import GenerationMode

from api import app
from api.endpoints.documents import Documents
from api.endpoints.rest.openapi.document import document
from api.endpoints.rest.stored.reading import stored
from api.schema import build, promise
from api.settings import Settings
from rest_answers import ROOT
from serving import served

THOROUGH = int(os.environ.get("PARLEY_TEST_THOROUGH", "0"))

SCHEMA = promise(build())
DESCRIBED = document(SCHEMA, {}, stored(SCHEMA, Documents(None).named))

OF_EACH_KIND = [
    "/dataset", "/sources/{key}", "/threads", "/threads/{key}/posts", "/posts", "/posts.csv", "/posts.geojson",
    "/posts.feed.json", "/posts/facets", "/posts/{key}", "/hashtags/{name}/related", "/places",
    "/places/{key}/mentions", "/places/{key}/near", "/changes", "/search", "/nodes/{id}", "/queries/timeline",
]  # fmt: skip
PATHS = list(DESCRIBED["paths"]) if THOROUGH else [ROOT + path for path in OF_EACH_KIND]

CURSORS = {"after", "before"}
"""What no schema can describe: a cursor that fits the pattern is still refused when it is not of this list."""
NEEDING = {"relevance": "q", "distance": "near"}
"""Orders that need another parameter, which no schema can say either."""

LONGEST = 60_000
"""Characters of a query string: past 64 KiB the server refuses an address by itself, before anybody can explain it."""


@pytest.fixture(scope="session")
def described(sqlite_corpus: str) -> Iterator[Any]:  # Any: schemathesis names the type of a schema nowhere public
    """The document of a real server over the invented corpus, as schemathesis reads it."""
    chosen = Settings(database_url=sqlite_corpus, statement_timeout=30)
    with served(app.create(chosen)) as address:
        yield schemathesis.openapi.from_url(f"{address}/openapi.json")


def without_what_no_schema_says(query: dict[str, Any]) -> dict[str, Any]:
    """Leave out of a valid query what may be refused all the same."""
    kept = {name: value for name, value in query.items() if name not in CURSORS}
    if isinstance(order := kept.get("order"), list):
        kept["order"] = [key for key in order if NEEDING.get(key.removeprefix("-"), "order") in kept]
        if not kept["order"]:
            del kept["order"]
    return kept


def questions() -> Iterator[Any]:  # Any: a pair of a path and a mode, as pytest wants parameters
    for path in PATHS:
        yield pytest.param(path, GenerationMode.POSITIVE, id=f"{path} allowed")
        if DESCRIBED["paths"][path]["get"]["parameters"]:
            yield pytest.param(path, GenerationMode.NEGATIVE, id=f"{path} forbidden")


@pytest.mark.parametrize(("path", "mode"), list(questions()))
def test_answers_are_as_described(path: str, mode: GenerationMode, described: Any) -> None:
    @settings(
        max_examples=THOROUGH or 5,
        deadline=None,
        derandomize=not THOROUGH,
        phases=[Phase.generate],
        suppress_health_check=list(HealthCheck),
    )
    @given(case=described[path]["GET"].as_strategy(generation_mode=mode))
    def ask(case: Any) -> None:
        if mode is GenerationMode.POSITIVE:
            case.query = without_what_no_schema_says(case.query)
        assume(len(urlencode(case.query, doseq=True)) < LONGEST)
        case.call_and_validate()

    ask()

"""The OpenAPI document: valid, committed as it is, with examples that are true answers of the bundled corpus."""

import os
import re
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import orjson
import pytest
from jsonschema import Draft202012Validator  # type: ignore[import-untyped]  # it has no types
from openapi_spec_validator import validate
from starlette.testclient import TestClient
from typer.testing import CliRunner

from api import app
from api.cli import app as commands
from api.database import opened
from api.endpoints.documents import Documents
from api.endpoints.rest.formats import formats
from api.endpoints.rest.openapi.document import document
from api.endpoints.rest.openapi.examples import FILE, QUESTIONS, kept
from api.endpoints.rest.openapi.printing import printed
from api.endpoints.rest.operations import operations
from api.endpoints.rest.stored.reading import stored
from api.schema import build, promise
from api.settings import Settings
from rest_answers import ROOT
from seeds.loading.reloading import reload

COMMITTED = Path(__file__).with_name("openapi.json")
REWRITE = "PARLEY_TEST_REWRITE"
HOW = f"look at what differs, and set {REWRITE}=1 for one run of this test to keep it if it is meant"

SCHEMA = promise(build())
QUERIES = stored(SCHEMA, Documents(None).named)
MOMENT = re.compile(r"\d{4}-\d\d-\d\dT\d\d:\d\d:\d\dZ")
"""When the corpus was loaded: the only thing in an answer that is not the corpus's own."""
LOADED = "2026-01-01T00:00:00Z"


@pytest.fixture(scope="session")
def bundled(tmp_path_factory: pytest.TempPathFactory, sqlite_template: Path) -> Iterator[TestClient]:
    """The application over the bundled corpus."""
    path = tmp_path_factory.mktemp("bundled") / "parley.db"
    path.write_bytes(sqlite_template.read_bytes())
    url = f"sqlite:///{path}"
    with opened(url, Settings(), writes=True) as engine:
        reload(engine, None)
    with TestClient(app.create(Settings(database_url=url)), base_url="https://parley.example") as client:
        yield client


def answers(client: TestClient) -> dict[str, Any]:
    """Ask every question that has an example."""
    found = {}
    for path, url in QUESTIONS.items():
        response = client.get(ROOT + url)
        assert response.status_code == 200, (url, response.text)
        text = MOMENT.sub(LOADED, response.content.decode())
        is_json = response.headers["content-type"].endswith("json") and "ndjson" not in response.headers["content-type"]
        found[path] = {"url": url, "answer": orjson.loads(text) if is_json else text}
    return found


def test_every_example_is_a_true_answer(bundled: TestClient) -> None:
    asked = answers(bundled)
    if os.environ.get(REWRITE):
        FILE.write_bytes(orjson.dumps(asked, option=orjson.OPT_INDENT_2 | orjson.OPT_APPEND_NEWLINE))
    assert kept() == asked, HOW


def test_the_committed_document_is_the_one_that_is_made() -> None:
    made = printed(document(SCHEMA, kept(), QUERIES))
    if os.environ.get(REWRITE):
        COMMITTED.write_text(made, encoding="utf-8")
    assert COMMITTED.read_text(encoding="utf-8") == made, HOW


@pytest.fixture(scope="session")
def described() -> dict[str, Any]:
    return document(SCHEMA, kept(), QUERIES)


def test_the_server_and_the_command_tell_the_same_document(bundled: TestClient, described: dict[str, Any]) -> None:
    response = bundled.get("/openapi.json")
    assert response.json() == described
    assert bundled.get("/openapi.json", headers={"if-none-match": response.headers["etag"]}).status_code == 304
    result = CliRunner().invoke(commands, ["schema", "openapi"])
    assert orjson.loads(result.stdout) == described


def test_it_is_valid(described: dict[str, Any]) -> None:
    validate(described)


def test_it_describes_every_path_and_nothing_else(described: dict[str, Any]) -> None:
    every = operations(SCHEMA)
    paths = {ROOT + each.path for each in every}
    paths |= {f"{ROOT}{each.path}.{suffix}" for each in every for suffix in formats(each)}
    paths |= {f"{ROOT}/queries/{name}{suffix}" for name in QUERIES for suffix in ("", ".csv", ".ndjson")}
    assert described["paths"].keys() == paths
    identifiers = [path["get"]["operationId"] for path in described["paths"].values()]
    assert len(set(identifiers)) == len(identifiers)


def test_every_parameter_is_described(described: dict[str, Any]) -> None:
    parameters = described["components"]["parameters"].values()
    assert [each["name"] for each in parameters if not each["description"]] == []


def test_every_example_fits_its_schema(described: dict[str, Any]) -> None:
    shared = {"components": described["components"]}
    seen = 0
    for path in described["paths"].values():
        for content in path["get"]["responses"]["200"]["content"].values():
            for example in content.get("examples", {}).values():
                Draft202012Validator({**content["schema"], **shared}).validate(example["value"])
                seen += 1
    assert seen == len(QUESTIONS)


def test_every_pointer_leads_somewhere_and_everything_shared_is_used(described: dict[str, Any]) -> None:
    pointers = set(re.findall(r'"#/components/(\w+/[^"]+)"', printed(described)))
    named = {f"{kind}/{name}" for kind, each in described["components"].items() for name in each}
    assert pointers == named

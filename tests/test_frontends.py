"""The tools that frontends are built with, let loose on what Parley promises: the committed SDL and OpenAPI document.

They must read both as they are, and what they make of them must hold: types that check, queries that are answered.
"""

import json
import shutil
import subprocess
from pathlib import Path

from sqlalchemy import Engine

from api.database import opened
from api.endpoints.mill import Mill
from api.settings import Settings
from mills import SCHEMA
from tools import NODE, npm_package

TESTS = Path(__file__).parent
SDL = TESTS / "schema" / "schema.graphql"
OPENAPI = TESTS / "endpoints" / "rest" / "openapi.json"
SECONDS = 60

VARIABLES = {"tag": "NKpeace", "words": "peace", "first": 5, "id": "thread_1"}
"""What the operations of `tests/node/relay` ask for, by the names of their variables."""


def project(folder: Path, name: str, contract: Path) -> Path:
    """Lay out a copy of a project of `tests/node`, with its packages and what it is to be built against."""
    made = folder / name
    shutil.copytree(NODE / name, made)
    shutil.copy(contract, made)
    (folder / "node_modules").symlink_to(NODE / "node_modules")
    return made


def run(project: Path, program: str, *words: str) -> None:
    """Run a program of an npm package in a project; it must not complain."""
    command = [str(NODE / "node_modules" / ".bin" / program), *words]
    ended = subprocess.run(command, cwd=project, capture_output=True, text=True, timeout=SECONDS, check=False)
    assert ended.returncode == 0, f"{program}\n{ended.stdout}\n{ended.stderr}"


def test_relay_compiles_connections_and_refetches_into_queries_that_are_answered(
    tmp_path: Path, sqlite_corpus: str
) -> None:
    npm_package("relay-compiler")
    relay = project(tmp_path, "relay", SDL)
    (relay / "artifacts").mkdir()
    (relay / "queries.json").write_text("{}", encoding="utf-8")
    run(relay, "relay-compiler")
    assert len(list((relay / "artifacts").glob("*.graphql.ts"))) == 10
    queries = json.loads((relay / "queries.json").read_text(encoding="utf-8")).values()
    asked = [query for query in queries if query.startswith("query")]
    assert len(asked) == 6
    with opened(sqlite_corpus, Settings()) as reader:
        assert [query for query in asked if not answered(reader, query)] == []


def answered(reader: Engine, query: str) -> bool:
    """Ask what Relay asks; whoever cannot be answered raises."""
    given = {name: value for name, value in VARIABLES.items() if f"${name}:" in query}
    return bool(json.loads(Mill(SCHEMA, reader, Settings()).answer(query, given)))


def test_graphql_codegen_makes_types_of_the_schema_that_check(tmp_path: Path) -> None:
    npm_package("@graphql-codegen/cli")
    made = project(tmp_path, "codegen", SDL)
    run(made, "graphql-codegen", "--config", "codegen.yml")
    assert "export type PlaceMention = {" in (made / "gql" / "graphql.ts").read_text(encoding="utf-8")
    run(made, "tsc", "--project", ".")


def test_openapi_typescript_makes_types_of_the_rest_api_that_check(tmp_path: Path) -> None:
    npm_package("openapi-typescript")
    made = project(tmp_path, "rest", OPENAPI)
    run(made, "openapi-typescript", "openapi.json", "--output", "api.ts")
    run(made, "tsc", "--project", ".")

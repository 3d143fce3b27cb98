"""What the JavaScript world expects of a GraphQL server, asked by its own programs over a real connection."""

import json
import subprocess
from collections.abc import Iterator

import pytest

from api.app import create
from api.settings import Settings
from scripted import SUBSCRIPTION, Script, endpoint
from serving import served
from tools import NODE, npm_package, required

AUDITS = 61
SECONDS = 60


def program(name: str, *words: str) -> list[object]:
    """Run a program of `tests/node`; its output is a JSON value a line."""
    npm_package("graphql-ws")
    command = [required("node"), str(NODE / name), *words]
    ended = subprocess.run(command, capture_output=True, text=True, timeout=SECONDS, check=False)
    assert ended.returncode == 0, ended.stderr
    return [json.loads(line) for line in ended.stdout.splitlines()]


@pytest.fixture(scope="module")
def address(sqlite_corpus: str) -> Iterator[str]:
    """The GraphQL endpoint of a whole server over the invented corpus."""
    with served(create(Settings(database_url=sqlite_corpus))) as root:
        yield f"{root}/graphql"


def test_every_audit_of_graphql_over_http_passes(address: str) -> None:
    (results,) = program("audit.mjs", address)
    assert isinstance(results, list)
    assert [result for result in results if result["status"] != "ok"] == []
    assert len(results) == AUDITS


@pytest.mark.parametrize("transport", ["ws", "sse"])
def test_the_usual_clients_are_answered(address: str, transport: str) -> None:
    (answer,) = program("subscribe.mjs", transport, address, "{ __typename }", "9")
    assert answer == {"data": {"__typename": "Query"}}


@pytest.mark.parametrize("transport", ["ws", "sse"])
def test_the_usual_clients_hear_events(transport: str) -> None:
    with served(endpoint(Script())) as root:
        told = program("subscribe.mjs", transport, f"{root}/graphql", SUBSCRIPTION, "9")
    assert told == [{"data": {"datasetChanged": {"number": number}}} for number in (3, 4)]


@pytest.mark.parametrize("transport", ["ws", "sse"])
def test_the_usual_clients_understand_a_refusal(address: str, transport: str) -> None:
    (told,) = program("subscribe.mjs", transport, address, "{ nothing }", "9")
    assert isinstance(told, dict)
    (error,) = told["refused"] if transport == "ws" else told["errors"]
    assert error["extensions"]["code"] == "GRAPHQL_VALIDATION_FAILED"

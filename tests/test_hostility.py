"""Hostile requests to a whole server on both databases: each is answered or refused in GraphQL's words, never failed.

`PARLEY_TEST_HOSTILITY` says how often more than usual everything is tried (1 unless given); PARLEY_TEST_SEED varies it.
"""

import json
import logging
import os
from collections.abc import Iterator
from itertools import islice
from random import Random

import pytest
from starlette.testclient import TestClient

from api.app import create
from api.schema import promise
from api.settings import Settings
from documents import CursorAt, Tracker, documents
from hostility import LITERALS, VALUES, every_argument, mutated
from mills import SCHEMA

TIMES = int(os.environ.get("PARLEY_TEST_HOSTILITY", "1"))
SEED = int(os.environ.get("PARLEY_TEST_SEED", "1"))
PROMISED = promise(SCHEMA)
JSON = {"content-type": "application/json"}

NESTED = "query($w: PostWhere) { posts(where: $w) { totalCount } }"
BODIES = {
    "nothing": b"",
    "zero bytes": b"\0" * 100,
    "no UTF-8": b'{"query": "\xff"}',
    "half a surrogate pair": b'{"query": "{ hashtag(name: \\"\\ud800\\") { name } }"}',
    "half a surrogate pair in UTF-8": b'{"query": "{ hashtag(name: \\"\xed\xa0\x80\\") { name } }"}',
    "half a surrogate pair for GraphQL": b'{"query": "{ hashtag(name: \\"\\\\udfff\\") { name } }"}',
    "half a surrogate pair in a variable": b'{"query": "{ dataset { name } }", "variables": {"a": "\\udc00"}}',
    "half a surrogate pair as a document's name": b'{"documentId": "\\udc00"}',
    "UTF-16": '{"query": "{ dataset { name } }"}'.encode("utf-16"),
    "an unclosed depth": b'{"a":' * 20_000,
    "a closed depth": b"[" * 20_000 + b"]" * 20_000,
    "a filter's depth": json.dumps({"query": NESTED, "variables": {"w": None}})
    .replace("null", '{"not":' * 400 + "{}" + "}" * 400)
    .encode(),
    "a document's depth": json.dumps({"query": "{a" * 60_000}).encode(),
    "a value's depth": json.dumps({"query": "{a(b:" + "[" * 60_000}).encode(),
    "a number without end": b'{"query": "{ revision(number: ' + b"9" * 5000 + b') { number } }"}',
    "no number": b'{"query": "{ dataset { name } }", "variables": {"a": NaN}}',
    "a name without end": json.dumps({"query": "{" + "a" * 200_000 + "}"}).encode(),
    "a bomb": json.dumps(
        {"query": "{...F0}" + "".join(f"fragment F{n} on Query{{...F{n + 1} ...F{n + 1}}}" for n in range(40))}
    ).encode(),
    "a circle": b'{"query": "{ ...A } fragment A on Query { ...A }"}',
    "a thousand of one": json.dumps({"query": "{" + "dataset{name}" * 400 + "}"}).encode(),
    "too much": json.dumps({"query": "{ dataset { name } }" + " " * 300_000}).encode(),
    "a sign for parameters": b'{"query": "{ post(key: \\"%(a)s :b ? $1\\") { key } }"}',
    "no facets": b'{"query": "{ posts { facets(fields: []) { field } } }"}',
}


@pytest.fixture(scope="module", params=["sqlite_corpus", "postgres_corpus"])
def client(request: pytest.FixtureRequest) -> Iterator[TestClient]:
    """A client of a whole server over the invented corpus."""
    settings = Settings(database_url=request.getfixturevalue(request.param), statement_timeout=5)
    with TestClient(create(settings), raise_server_exceptions=False) as client:
        yield client


@pytest.fixture(autouse=True)
def _quiet_log(caplog: pytest.LogCaptureFixture) -> Iterator[None]:
    """Let no test leave an error in the log."""
    yield
    assert [record.getMessage() for record in caplog.records if record.levelno >= logging.ERROR] == []


def fault(client: TestClient, body: bytes) -> str | None:
    """Ask, and say what is wrong with the answer; None for a good one."""
    response = client.post("/graphql", content=body, headers=JSON)
    if response.status_code >= 500:
        return f"{response.status_code} {response.text}"
    answer = response.json()
    codes = [error.get("extensions", {}).get("code") for error in answer.get("errors", [{}])]
    return None if "data" in answer or all(codes) else f"no code: {answer}"


def asking(query: str, variables: object = None) -> bytes:
    """Write a request; a text may hold what no UTF-8 can, and does so as an escape."""
    return json.dumps({"query": query, "variables": variables}).encode()


@pytest.mark.parametrize("kind", BODIES)
def test_the_worst_bodies_are_answered_or_refused(client: TestClient, kind: str) -> None:
    assert fault(client, BODIES[kind]) is None


def test_every_argument_takes_or_refuses_values_of_every_kind(client: TestClient) -> None:
    rng, faults = Random(SEED), []  # noqa: S311  repeatable, not secret
    for argument in every_argument(PROMISED):
        asked = [asking(argument.literal(each)) for each in rng.sample(LITERALS, min(TIMES, len(LITERALS)))]
        asked += [asking(argument.variable, {"v": each}) for each in rng.sample(VALUES, min(2 * TIMES, len(VALUES)))]
        faults += [(argument.name, body, told) for body in asked if (told := fault(client, body))]
    assert faults == []


def test_documents_bent_out_of_shape_are_answered_or_refused(client: TestClient) -> None:
    rng = Random(SEED)  # noqa: S311  repeatable, not secret
    whole = [
        document
        for document in islice(documents(PROMISED, SEED, Tracker(PROMISED)), 40)
        if not any(isinstance(value, CursorAt) for value in document.variables.values())
    ]
    faults = []
    for _ in range(100 * TIMES):
        document, other = rng.choice(whole), rng.choice(whole)
        body = asking(mutated(rng, document.text, other.text), document.variables)
        if told := fault(client, body):
            faults.append((body, told))
    assert faults == []

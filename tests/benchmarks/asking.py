"""Requests as bytes, ready to be sent: an operation and its values enter, what each kind of server is asked leaves."""

from collections.abc import Mapping
from typing import Final
from urllib.parse import quote, urlencode

import orjson

from benchmarks.operations import Operation, Variables

JSON: Final = "application/json"


def post(path: str, body: object) -> bytes:
    """Write a POST request with a JSON body."""
    content = orjson.dumps(body)
    head = f"POST {path} HTTP/1.1\r\nHost: 127.0.0.1\r\nAccept: {JSON}\r\nContent-Type: {JSON}\r\n"
    return f"{head}Content-Length: {len(content)}\r\n\r\n".encode() + content


def get(path: str, parameters: Mapping[str, str]) -> bytes:
    """Write a GET request."""
    asked = f"?{urlencode(parameters)}" if parameters else ""
    return f"GET {path}{asked} HTTP/1.1\r\nHost: 127.0.0.1\r\nAccept: {JSON}\r\n\r\n".encode()


def graphql(operation: Operation, variables: Variables) -> bytes:
    """Ask by GraphQL."""
    return post("/graphql", {"query": operation.document, "variables": variables})


def by_hand(name: str, values: Variables) -> bytes:
    """Ask the hand-written application."""
    return post(f"/{name}", values)


def segment(text: object) -> str:
    """Write a key as one segment of a path."""
    return quote(str(text), safe="")

"""A GraphQL request as it was sent: a body or a query string enters, a `Question` leaves (GraphQL over HTTP, part 5).

Whatever is not a request at all is refused here, in words that say what to send instead. No GraphQL is read yet.
"""

from collections.abc import Mapping
from dataclasses import dataclass, field
from functools import lru_cache
from typing import NoReturn
from urllib.parse import parse_qsl

import orjson
from starlette.types import Receive

from api.compiler.recent import Recent
from api.errors import BodyTooLarge, RequestError, UnsupportedMediaType

MOST_PARAMETERS = 16


Key = tuple[str, str | None, bytes]
"""What an answer depends on beside the dataset: document, operation, and the variables as JSON in one order."""


@dataclass(slots=True)
class Question:
    """What is asked: a document or the name of one, which of its operations, and the values of its variables.

    Nobody changes one: to make it frozen would take longer than all else that is read of a warm request.
    """

    query: str | None
    variables: Mapping[str, object] | None = None
    operation_name: str | None = None
    extensions: Mapping[str, object] | None = None
    document_id: str | None = None
    _key: Key | None = field(default=None, init=False, repr=False, compare=False)

    @property
    def key(self) -> Key | None:
        """Equal only where document, operation and variables are.

        None where the variables nest too deep to be written: the mill will refuse them, and nothing is remembered.
        """
        if self._key is None:
            try:
                variables = orjson.dumps(self.variables, option=orjson.OPT_SORT_KEYS) if self.variables else b""
            except orjson.JSONEncodeError:
                return None
            self._key = self.query or "", self.operation_name, variables
        return self._key


class Gone(Exception):  # noqa: N818 (it is no error)
    """The client hung up before its body was whole: nobody waits for an answer."""


def question(members: object) -> Question:
    """Read a request's members, wherever they came from; those of other names are not ours to judge."""
    if isinstance(members, list):
        raise RequestError("several requests in one are not answered here: send each by itself")
    if not isinstance(members, dict):
        raise RequestError('the body must be a JSON object such as {"query": "{ dataset { name } }"}')
    asked = Question(
        query=_text(members, "query"),
        variables=_mapping(members, "variables"),
        operation_name=_text(members, "operationName") or None,
        extensions=_mapping(members, "extensions"),
        document_id=_text(members, "documentId"),
    )
    if not asked.query and asked.document_id is None and "persistedQuery" not in (asked.extensions or ()):
        raise RequestError("the request holds no `query`")
    return asked


def _text(members: Mapping[str, object], name: str) -> str | None:
    value = members.get(name)
    return value if value is None or isinstance(value, str) else _refuse(name, "a string", value)


def _mapping(members: Mapping[str, object], name: str) -> dict[str, object] | None:
    value = members.get(name)
    return value if value is None or isinstance(value, dict) else _refuse(name, "an object", value)


def _refuse(name: str, wanted: str, value: object) -> NoReturn:
    raise RequestError(f"`{name}` must be {wanted} or null, not {KINDS.get(type(value), 'a number')}")


KINDS = {str: "a string", bool: "a boolean", list: "a list", dict: "an object"}


def from_body(body: bytes) -> Question:
    """Read the body of a POST request: JSON in UTF-8."""
    return question(_json(body, "the body"))


class Bodies:
    """Bodies that were read before, the least used forgotten first, of at most so many bytes together (0: none).

    Most clients ask the same again and again: reading it anew would take longer than finding a remembered answer.
    """

    def __init__(self, limit: int) -> None:
        self._read: Recent[bytes, Question] = Recent(limit)

    def known(self, body: bytes) -> Question | None:
        """Know a body again; None where it was not read before, or is forgotten."""
        return self._read.get(body)

    def question(self, body: bytes) -> Question:
        """Read a body as `from_body` does, or know it again."""
        asked = self._read.get(body)
        if asked is None:
            asked = self._read.put(body, from_body(body), _READ + _MUCH * len(body))
        return asked


_READ, _MUCH = 1_500, 8
"""Bytes that a body takes when it has been read, beside what its own length costs: texts up to 4 bytes a character."""


def from_query_string(query_string: bytes) -> Question:
    """Read the parameters of a GET request; `variables` and `extensions` are JSON there."""
    members: dict[str, object] = {}
    for name, value in _parameters(query_string):
        if name in members:
            raise RequestError(f"`{name}` is given more than once")
        members[name] = _json(value, f"`{name}`") if name in {"variables", "extensions"} and value else value
        if not value:
            del members[name]
    return question(members)


def _parameters(query_string: bytes) -> list[tuple[str, str]]:
    try:
        text = query_string.decode()
        return parse_qsl(text, keep_blank_values=True, errors="strict", max_num_fields=MOST_PARAMETERS)
    except UnicodeDecodeError:
        raise RequestError("the query string is not UTF-8") from None
    except ValueError:
        raise RequestError(f"the query string has more than {MOST_PARAMETERS} parameters") from None


def _json(text: bytes | str, what: str) -> object:
    try:
        value: object = orjson.loads(text)
    except orjson.JSONDecodeError as fault:
        raise RequestError(f"{what} is not JSON: {fault}") from None
    return value


async def read_body(receive: Receive, announced: bytes, limit: int) -> bytes:
    """Read a body of at most `limit` bytes and no further; `announced` is its Content-Length, empty when not told."""
    if announced.isdigit() and len(announced) < 20 and int(announced) > limit:
        refuse_length(limit)
    message = await receive()
    body: bytes = message.get("body", b"")
    chunks = [body]
    length = len(body)
    while message.get("more_body"):
        if length > limit:
            refuse_length(limit)
        message = await receive()
        body = message.get("body", b"")
        chunks.append(body)
        length += len(body)
    if message["type"] == "http.disconnect":
        raise Gone
    if length > limit:
        refuse_length(limit)
    return b"".join(chunks) if len(chunks) > 1 else body


def refuse_length(limit: int) -> NoReturn:
    """Refuse a body; `BodyTooLarge` says how long it may be."""
    raise BodyTooLarge(f"the body is longer than {limit:,} bytes", limit=limit)


@lru_cache(maxsize=256)
def check_media_type(content_type: bytes, encoding: bytes) -> None:
    """Raise `UnsupportedMediaType` for a body that is not plain JSON in UTF-8."""
    name, *parameters = (part.strip() for part in content_type.decode("latin-1").lower().split(";"))
    if name != "application/json":
        given = f"not `{name}`" if name else "and its Content-Type must say so"
        raise UnsupportedMediaType(f"the body must be `application/json`, {given}")
    charsets = [each.partition("=")[2].strip('" ') for each in parameters if each.startswith("charset")]
    if any(charset not in {"utf-8", "utf8", "us-ascii"} for charset in charsets):
        raise UnsupportedMediaType(f"the body must be in UTF-8, not in `{charsets[0]}`")
    if encoding not in {b"", b"identity"}:
        raise UnsupportedMediaType(f"the body must not be compressed (`{encoding.decode('latin-1')}`)")


@lru_cache(maxsize=256)
def is_json(content_type: bytes, encoding: bytes) -> bool:
    """Tell whether a body is plain JSON in UTF-8."""
    try:
        check_media_type(content_type, encoding)
    except UnsupportedMediaType:
        return False
    return True

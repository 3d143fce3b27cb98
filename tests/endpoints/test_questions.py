"""Requests as they are sent: whole ones become questions, others are refused in words that help."""

import json
from collections.abc import Sequence

import pytest
from hypothesis import given
from hypothesis import strategies as st
from starlette.types import Message, Receive

from api.endpoints.questions import Bodies, Gone, Question, check_media_type, from_body, from_query_string, read_body
from api.errors import BodyTooLarge, RequestError, UnsupportedMediaType

QUERY = "{ dataset { name } }"


def body(**members: object) -> bytes:
    return json.dumps(members).encode()


def test_a_body_says_what_is_asked() -> None:
    asked = from_body(body(query=QUERY, variables={"a": 1}, operationName="A", extensions={"b": 2}, stranger=True))
    assert asked == Question(QUERY, {"a": 1}, "A", {"b": 2})


@pytest.mark.parametrize("absent", ["variables", "operationName", "extensions", "documentId"])
def test_null_is_as_good_as_nothing(absent: str) -> None:
    assert from_body(body(query=QUERY, **{absent: None})) == Question(QUERY)


@pytest.mark.parametrize(
    ("sent", "words"),
    [
        (b"", "not JSON"),
        (b'{"query": ', "not JSON"),
        (b'{"query": "\xff"}', "not JSON"),
        (b"7", "must be a JSON object"),
        (b"[]", "send each by itself"),
        (body(), "no `query`"),
        (body(query=""), "no `query`"),
        (body(query=None), "no `query`"),
        (body(query=7), "`query` must be a string or null, not a number"),
        (body(query=QUERY, variables=[]), "`variables` must be an object or null, not a list"),
        (body(query=QUERY, variables="{}"), "`variables` must be an object or null, not a string"),
        (body(query=QUERY, operationName=True), "`operationName` must be a string or null, not a boolean"),
        (body(query=QUERY, extensions=0.5), "`extensions` must be an object or null, not a number"),
        (body(documentId={}), "`documentId` must be a string or null, not an object"),
    ],
)
def test_what_is_no_request_is_refused(sent: bytes, words: str) -> None:
    with pytest.raises(RequestError, match=words):
        from_body(sent)


def test_a_body_read_before_is_known_again() -> None:
    bodies = Bodies(100_000)
    sent = body(query=QUERY, variables={"a": 1})
    first = bodies.question(sent)
    assert first == from_body(sent)
    assert bodies.question(bytes(bytearray(sent))) is first
    assert bodies.question(body(query=QUERY, variables={"a": 2})).variables == {"a": 2}


def test_bodies_are_forgotten_when_there_is_no_room_and_faults_are_never_kept() -> None:
    sent = [body(query=QUERY, variables={"a": number}) for number in range(9)]
    small, none = Bodies(10_000), Bodies(0)
    first = small.question(sent[0])
    for one in sent:
        assert small.question(one) == none.question(one) == from_body(one)
    assert small.question(sent[0]) is not first
    for _ in range(2):
        with pytest.raises(RequestError):
            small.question(b"[]")


def test_a_query_string_says_the_same() -> None:
    text = b"query=%7B%20dataset%20%7B%20name%20%7D%20%7D&operationName=A&variables=%7B%22a%22%3A1%7D&extensions="
    assert from_query_string(text) == Question(QUERY, {"a": 1}, "A")


@pytest.mark.parametrize(
    ("sent", "words"),
    [
        (b"", "no `query`"),
        (b"query=", "no `query`"),
        (b"query=a&query=b", "`query` is given more than once"),
        (b"query=%ff", "not UTF-8"),
        (b"query=\xff", "not UTF-8"),
        (b"query=a&variables=x", "`variables` is not JSON"),
        (b"query=a&variables=%5B%5D", "`variables` must be an object"),
        (b"&".join([b"a=b"] * 99), "more than 16 parameters"),
    ],
)
def test_what_is_no_query_string_is_refused(sent: bytes, words: str) -> None:
    with pytest.raises(RequestError, match=words):
        from_query_string(sent)


@given(st.binary())
def test_any_bytes_are_a_question_or_refused(sent: bytes) -> None:
    for read in (from_body, from_query_string):
        try:
            assert isinstance(read(sent), Question)
        except RequestError:
            continue


def arriving(*chunks: bytes, whole: bool = True) -> Receive:
    messages: list[Message] = [{"type": "http.request", "body": chunk, "more_body": True} for chunk in chunks]
    messages += [{"type": "http.request"}] if whole else [{"type": "http.disconnect"}]

    async def receive() -> Message:
        return messages.pop(0)

    return receive


@pytest.mark.anyio
async def test_a_body_may_come_in_pieces() -> None:
    assert await read_body(arriving(b"ab", b"", b"c"), b"", 3) == b"abc"


@pytest.mark.anyio
@pytest.mark.parametrize(
    ("chunks", "announced"), [([b"abcd"], b""), ([b"ab", b"cd"], b""), ([], b"4"), ([], b"9" * 18)]
)
async def test_a_long_body_is_not_read_to_its_end(chunks: Sequence[bytes], announced: bytes) -> None:
    with pytest.raises(BodyTooLarge) as refused:
        await read_body(arriving(*chunks, whole=False), announced, 3)
    assert refused.value.members == {"limit": 3}


@pytest.mark.anyio
async def test_whoever_hangs_up_before_the_end_waits_for_nothing() -> None:
    with pytest.raises(Gone):
        await read_body(arriving(b"a", whole=False), b"3", 3)


@pytest.mark.parametrize(
    "content_type", ["application/json", "Application/JSON; Charset=UTF-8", 'application/json;charset="utf-8"']
)
def test_json_in_utf_8_is_read(content_type: str) -> None:
    check_media_type(content_type.encode(), b"")


@pytest.mark.parametrize(
    ("content_type", "encoding", "words"),
    [
        ("", "", "must say so"),
        ("text/plain", "", "not `text/plain`"),
        ("application/x-www-form-urlencoded", "", "must be `application/json`"),
        ("application/json; charset=utf-16", "", "not in `utf-16`"),
        ("application/json", "gzip", "not be compressed"),
    ],
)
def test_bodies_of_other_types_are_refused(content_type: str, encoding: str, words: str) -> None:
    with pytest.raises(UnsupportedMediaType, match=words):
        check_media_type(content_type.encode(), encoding.encode())

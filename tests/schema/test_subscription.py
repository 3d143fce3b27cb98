"""The subscription, run by Strawberry with a stand-in for the event source and the compiler."""

from collections.abc import AsyncGenerator, AsyncIterator, Mapping
from typing import Any

import pytest
from graphql import ExecutionResult, parse, validate

from api.errors import DeadlineExceeded
from api.schema import build, promise

pytestmark = pytest.mark.anyio

SCHEMA = build()

Answer = Mapping[str, Any]  # Any: whatever a test selects


class Stage:
    """Numbers to announce and answers to give; it notes what was asked, and whether the source was closed."""

    def __init__(self, answers: Mapping[int, Answer | Exception | None]) -> None:
        self.answers = answers
        self.asked: list[str] = []
        self.closed = False

    async def changes(self) -> AsyncGenerator[int, None]:
        try:
            for number in self.answers:
                yield number
        finally:
            self.closed = True

    async def answer(self, document: str, variables: Mapping[str, object]) -> Answer:
        assert not validate(promise(SCHEMA), parse(document))
        self.asked.append(document)
        number = variables["number"]
        assert isinstance(number, int)
        answer = self.answers[number]
        if isinstance(answer, Exception):
            raise answer
        return {"revision": answer}

    async def heard(self, document: str) -> AsyncIterator[ExecutionResult]:
        context = {"changes": self.changes, "answer": self.answer}
        stream = await SCHEMA.subscribe(document, context_value=context)
        assert not isinstance(stream, ExecutionResult)
        async for each in stream:
            yield each  # type: ignore[misc]  # its results are ExecutionResults in all but name


async def test_each_event_is_told_as_it_was_selected() -> None:
    stage = Stage({3: {"n": 3, "digest": "a"}, 4: {"n": 4, "digest": "b"}})
    told = [each.data async for each in stage.heard("subscription { now: datasetChanged { n: number digest } }")]
    assert told == [{"now": {"n": 3, "digest": "a"}}, {"now": {"n": 4, "digest": "b"}}]
    assert stage.closed


async def test_aliases_fragments_and_nodes_of_any_type_are_read_from_the_answer() -> None:
    post = {"__typename": "Post", "words": "Hello", "origin": {"key": "s"}}
    nodes = [{"action": "ADDED", "node": post}, {"action": "REMOVED", "node": None}]
    stage = Stage({3: {"few": {"nodes": nodes}, "all": {"totalCount": 9}}})
    document = """
        subscription { datasetChanged { few: changes(first: 2) { nodes { ...Each } } all: changes { totalCount } } }
        fragment Each on Change { action node { ...Words ... on Place { key } } }
        fragment Words on Post { words: text origin: source { key } }
    """
    (told,) = [each async for each in stage.heard(document)]
    del post["__typename"]
    assert told.errors is None
    assert told.data == {"datasetChanged": {"few": {"nodes": nodes}, "all": {"totalCount": 9}}}


async def test_a_failed_answer_is_one_error_and_the_stream_goes_on() -> None:
    stage = Stage({3: DeadlineExceeded("It took too long."), 4: {"number": 4}})
    first, second = [each async for each in stage.heard("subscription { datasetChanged { number } }")]
    assert first.errors is not None
    assert isinstance(first.errors[0].original_error, DeadlineExceeded)
    assert first.data is None
    assert second.data == {"datasetChanged": {"number": 4}}


async def test_a_revision_that_is_gone_is_not_told() -> None:
    stage = Stage({3: None, 4: {"number": 4}})
    told = [each.data async for each in stage.heard("subscription { datasetChanged { number } }")]
    assert told == [{"datasetChanged": {"number": 4}}]


async def test_the_source_is_closed_when_the_subscriber_leaves() -> None:
    stage = Stage({3: {"number": 3}, 4: {"number": 4}})
    stream = stage.heard("subscription { datasetChanged { number } }")
    await anext(stream)
    await stream.aclose()  # type: ignore[attr-defined]  # an async generator, told as what it is used for
    assert len(stage.asked) == 1

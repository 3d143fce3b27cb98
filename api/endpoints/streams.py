"""Subscriptions: a question enters, the JSON texts of its results leave one by one, for as long as they are read.

graphql-core only listens and shapes; what each event tells is a query that the mill answers.
"""

from collections.abc import AsyncGenerator, AsyncIterator, Mapping
from contextlib import aclosing
from inspect import isawaitable
from typing import Any

import orjson
from graphql import ExecutionResult, GraphQLError, GraphQLSchema, OperationType, parse, subscribe

from api.endpoints.milling import Milling
from api.endpoints.questions import Question
from api.endpoints.refusals import NotAQuery, wire_result
from api.endpoints.watching import Watcher
from api.errors import APIError, InvalidArgument
from api.schema.subscription import Hearing


class Streams:
    """Answers a question with as many results as it has: one for a query, one an event for a subscription."""

    def __init__(self, schema: GraphQLSchema, milling: Milling, watcher: Watcher) -> None:
        self._schema = schema
        self._milling = milling
        self._hearing = Hearing(changes=watcher.changes, answer=self._answer)

    async def results(self, asked: Question) -> AsyncGenerator[bytes, None]:
        """Yield each result as JSON; raises an APIError before the first one when the question cannot be answered."""
        try:
            yield b'{"data":%b}' % await self._milling.data(asked)
        except NotAQuery as other:
            if other.kind is not OperationType.SUBSCRIPTION:
                raise
        else:
            return
        async with aclosing(self.events(asked)) as events:
            async for event in events:
                yield event

    async def events(self, asked: Question) -> AsyncGenerator[bytes, None]:
        """Yield the results of a subscription that the mill has parsed, measured and validated."""
        async with aclosing(await self._listening(asked)) as results:
            async for result in results:
                yield orjson.dumps(told(result))

    async def _listening(self, asked: Question) -> AsyncGenerator[ExecutionResult, None]:
        begun = subscribe(
            self._schema,
            parse(asked.query or ""),
            context_value=self._hearing,
            variable_values=dict(asked.variables or {}),
            operation_name=asked.operation_name,
        )
        stream: AsyncIterator[ExecutionResult] | ExecutionResult = await begun if isawaitable(begun) else begun
        if isinstance(stream, ExecutionResult):
            raise refusal(stream.errors or [])
        return stream  # type: ignore[return-value]  # graphql-core maps the source by an async generator

    async def _answer(self, document: str, variables: Mapping[str, object]) -> Mapping[str, Any]:
        """Answer the query that an event is told by; Any: whatever the subscriber selected."""
        answer: Mapping[str, Any] = orjson.loads(await self._milling.data(Question(document, dict(variables))))
        return answer


def told(result: ExecutionResult) -> dict[str, object]:
    """Write a result as the wire has it."""
    errors = {"errors": wire_result(result.errors)} if result.errors else {}
    return {"data": result.data, **errors}


def refusal(errors: list[GraphQLError]) -> APIError:
    """Say why a valid subscription cannot begin: an error of ours, or variables that do not fit."""
    first = errors[0]
    if isinstance(first.original_error, APIError):
        return first.original_error
    refused = InvalidArgument(first.message)
    refused.__cause__ = first
    return refused

"""The mill, asked from the event loop: a question waits for a free worker thread, the bytes of its `data` come back.

There are as many threads as pooled connections, so that nobody holds a thread while waiting for the database. A plain
executor hands over in half the time of anyio's `to_thread`, and there is nothing here to cancel.
"""

import asyncio
from collections.abc import Callable, Mapping
from concurrent.futures import ThreadPoolExecutor
from typing import Protocol, TypeVar

from graphql import GraphQLSyntaxError, OperationType, get_operation_ast, parse

from api.endpoints.questions import Question
from api.endpoints.refusals import NotAQuery
from api.errors import OperationUnresolved, ValidationFailed

Result = TypeVar("Result")


class Answering(Protocol):
    """What the mill is to those who ask: see `mill.Mill`."""

    def answer(
        self, query: str, variables: Mapping[str, object] | None = None, operation_name: str | None = None
    ) -> bytes: ...


class Milling:
    """A mill and the threads it works in; one a process."""

    def __init__(self, mill: Answering, threads: int) -> None:
        self._mill = mill
        self._executor = ThreadPoolExecutor(threads, thread_name_prefix="mill")

    async def data(self, asked: Question) -> bytes:
        """Return the JSON text of `data`; raises an APIError, `NotAQuery` for valid operations of another kind."""
        loop = asyncio.get_running_loop()
        query, answer = asked.query or "", self._mill.answer
        try:
            return await loop.run_in_executor(self._executor, answer, query, asked.variables, asked.operation_name)
        except (OperationUnresolved, ValidationFailed) as refused:
            kind = _kind(asked)
            invalid = isinstance(refused, ValidationFailed) and kind is not OperationType.MUTATION  # never valid here
            if kind is None or kind is OperationType.QUERY or invalid:
                raise
            raise NotAQuery(kind) from refused

    async def run(self, work: Callable[[], Result]) -> Result:
        """Run other blocking work in the same threads."""
        return await asyncio.get_running_loop().run_in_executor(self._executor, work)

    def close(self) -> None:
        """Let the threads end when their work is done."""
        self._executor.shutdown(wait=False)


def _kind(asked: Question) -> OperationType | None:
    """Tell of what kind the operation is that the mill would not answer; None where it is not clear which is meant."""
    try:
        operation = get_operation_ast(parse(asked.query or "", no_location=True), asked.operation_name)
    except GraphQLSyntaxError:  # not reached by way of the mill, which parsed it
        return None
    return operation.operation if operation else None

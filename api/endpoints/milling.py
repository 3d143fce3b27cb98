"""The mill, asked from the event loop: a question waits for a free worker thread, the bytes of its `data` come back.

There are as many threads as pooled connections, so that nobody holds a thread while waiting for the database. Work is
never cancelled: the statement's own deadline ends it.
"""

from collections.abc import Callable, Mapping
from typing import Protocol, TypeVar

from graphql import GraphQLSyntaxError, OperationType, get_operation_ast, parse

from api.endpoints.caching import Answer
from api.endpoints.questions import Question
from api.endpoints.refusals import NotAQuery
from api.endpoints.threads import Threads
from api.errors import OperationUnresolved, ValidationFailed

SHORTEST = Question("{ __typename }")

Result = TypeVar("Result")


class Answering(Protocol):
    """What the mill is to those who ask: see `mill.Mill`."""

    def stamped(
        self, query: str, variables: Mapping[str, object] | None = None, operation_name: str | None = None
    ) -> tuple[bytes, str]: ...


class Milling:
    """A mill and the threads it works in; one a process."""

    def __init__(self, mill: Answering, threads: int) -> None:
        self._mill = mill
        self._threads = Threads(threads, "mill")

    async def answer(self, asked: Question) -> Answer:
        """Ask the mill; raises an APIError, `NotAQuery` for valid operations of another kind."""
        stamped = self._mill.stamped
        try:
            return Answer(*await self._threads.run(stamped, asked.query or "", asked.variables, asked.operation_name))
        except (OperationUnresolved, ValidationFailed) as refused:
            kind = _kind(asked)
            invalid = isinstance(refused, ValidationFailed) and kind is not OperationType.MUTATION  # never valid here
            if kind is None or kind is OperationType.QUERY or invalid:
                raise
            raise NotAQuery(kind) from refused

    async def data(self, asked: Question) -> bytes:
        """Return the JSON text of `data` alone, read now."""
        return (await self.answer(asked)).data

    async def stamp(self) -> str:
        """Look which revision is current, by the shortest question there is."""
        return (await self.answer(SHORTEST)).stamp

    async def run(self, work: Callable[[], Result]) -> Result:
        """Run other blocking work in the same threads."""
        return await self._threads.run(work)

    def close(self) -> None:
        """Let the threads end when their work is done."""
        self._threads.close()


def _kind(asked: Question) -> OperationType | None:
    """Tell of what kind the operation is that the mill would not answer; None where it is not clear which is meant."""
    try:
        operation = get_operation_ast(parse(asked.query or "", no_location=True), asked.operation_name)
    except GraphQLSyntaxError:  # not reached by way of the mill, which parsed it
        return None
    return operation.operation if operation else None

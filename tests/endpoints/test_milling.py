"""Asking the mill from the event loop: in threads of its own, as many as there are connections."""

import asyncio
import threading
from collections.abc import Mapping

import pytest
from graphql import OperationType

from api.endpoints.milling import Milling
from api.endpoints.questions import Question
from api.endpoints.refusals import NotAQuery
from api.errors import OperationUnresolved, ValidationFailed

pytestmark = pytest.mark.anyio


class Counting:
    """A mill that notes how many ask it at once, and from which threads."""

    def __init__(self) -> None:
        self.inside = self.most = 0
        self.threads: set[str] = set()
        self.gate = threading.Barrier(2, timeout=5)

    def stamped(
        self, query: str, variables: Mapping[str, object] | None = None, operation_name: str | None = None
    ) -> tuple[bytes, str]:
        self.inside += 1
        self.most = max(self.most, self.inside)
        self.threads.add(threading.current_thread().name)
        self.gate.wait()
        self.inside -= 1
        return f"{query} {variables} {operation_name}".encode(), "stamp"


async def test_as_many_are_answered_at_once_as_there_are_threads() -> None:
    mill = Counting()
    milling = Milling(mill, threads=2)
    answers = await asyncio.gather(*(milling.data(Question(str(each))) for each in range(8)))
    assert answers[7] == b"7 None None"
    assert mill.most == 2
    assert mill.threads == {"mill_0", "mill_1"}
    milling.close()


class Refusing:
    """A mill that refuses."""

    def __init__(self, error: Exception) -> None:
        self.error = error

    def stamped(self, *_: object, **__: object) -> tuple[bytes, str]:
        raise self.error


@pytest.mark.parametrize(
    ("error", "query", "kind"),
    [
        (OperationUnresolved(), "subscription { a }", OperationType.SUBSCRIPTION),
        (OperationUnresolved(), "mutation { a }", OperationType.MUTATION),
        (ValidationFailed(), "mutation { a }", OperationType.MUTATION),
    ],
)
async def test_an_operation_of_another_kind_is_told_apart(error: Exception, query: str, kind: OperationType) -> None:
    with pytest.raises(NotAQuery) as refused:
        await Milling(Refusing(error), threads=1).data(Question(query))
    assert refused.value.kind is kind


@pytest.mark.parametrize(
    ("error", "query"),
    [
        (OperationUnresolved(), "query A { a } query B { b }"),
        (OperationUnresolved(), "{ a }"),
        (OperationUnresolved(), "no graphql"),
        (ValidationFailed(), "subscription { a }"),
        (ValidationFailed(), "{ a }"),
        (RuntimeError(), "subscription { a }"),
    ],
)
async def test_every_other_error_stays_as_it_is(error: Exception, query: str) -> None:
    with pytest.raises(type(error)) as raised:
        await Milling(Refusing(error), threads=1).data(Question(query))
    assert raised.value is error


async def test_other_work_is_done_in_the_same_threads() -> None:
    milling = Milling(Counting(), threads=1)
    assert (await milling.run(lambda: threading.current_thread().name)).startswith("mill")
    milling.close()

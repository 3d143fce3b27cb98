"""The one subscription. It hears that a reload was committed, and tells the new revision as each subscriber asked.

The endpoint puts the two callables of `Hearing` into the context of an operation. Without a subscriber nothing runs.
"""

from collections.abc import AsyncGenerator, Awaitable, Callable, Mapping
from contextlib import aclosing
from typing import Any, TypedDict, cast

import strawberry

from api.errors import APIError
from api.schema.dataset import Revision
from api.schema.promise import object_type
from api.schema.revision_query import revision_query


class Hearing(TypedDict):
    """What the subscription needs of the operation's context.

    `changes()` gives an async generator of revision numbers, one for each committed reload from now on; it is closed
    when the subscriber leaves. `answer(document, variables)` answers a query with its data, a mapping by response
    names, or raises an APIError, which then is the answer to this event alone.
    """

    changes: Callable[[], AsyncGenerator[int, None]]
    answer: Callable[[str, Mapping[str, object]], Awaitable[Mapping[str, Any]]]  # Any: whatever the operation selects


async def tell_changes(info: strawberry.Info[Hearing, None]) -> AsyncGenerator[Revision, None]:
    """Yield, for each event, the finished answer to what was selected; `answering.py` reads it field by field."""
    question = revision_query(info._raw_info, info.variable_values)  # the public Info does not hold the fragments
    async with aclosing(info.context["changes"]()) as numbers:
        async for number in numbers:
            try:
                answer = await info.context["answer"](question.document, question.variables_for(number))
            except APIError as error:
                yield cast("Revision", error)  # graphql-core reports it as this event's error, and the stream goes on
                continue
            if answer["revision"] is not None:  # null: an older database was put back in the meantime
                yield cast("Revision", answer["revision"])


@object_type
class Subscription:
    """What the server tells by itself, over WebSocket or server-sent events."""

    dataset_changed: AsyncGenerator[Revision, None] = strawberry.subscription(
        resolver=tell_changes,
        description=(
            "The new revision, once for every committed reload that changed anything, from whichever process it came. "
            "Ask again for what you show when it arrives, or read `changes` to learn what differs."
        ),
    )

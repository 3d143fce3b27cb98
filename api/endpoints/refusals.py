"""Errors as GraphQL's wire has them: an exception enters, the objects of `errors` and a status leave.

Our own errors are told as they are. Everything else wears the mask of `InternalError` and is logged once, with the
request's id beside it.
"""

import logging
from collections.abc import Iterable, Sequence

from graphql import GraphQLError, OperationType

from api.endpoints.negotiation import JSON
from api.endpoints.request_ids import request_id
from api.errors import (
    APIError,
    InternalError,
    InvalidArgument,
    InvalidCursor,
    OperationUnresolved,
    PageTooLarge,
    ParseFailed,
    PersistedQueryNotFound,
    SelectionTooLarge,
    ValidationFailed,
)

log = logging.getLogger("parley")

Wire = dict[str, object]

ANSWERED_WITH_200 = (
    InvalidArgument,
    InvalidCursor,
    OperationUnresolved,
    PageTooLarge,
    ParseFailed,
    PersistedQueryNotFound,
    SelectionTooLarge,
    ValidationFailed,
)
"""Refusals of a well-formed request: under plain `application/json` the old clients expect 200 for them."""


class DocumentInvalid(ValidationFailed):
    """A document that does not fit the schema, in every way that was found."""

    def __init__(self, errors: Sequence[GraphQLError]) -> None:
        self.errors = tuple(errors)
        super().__init__(self.errors[0].message)


class NotAQuery(OperationUnresolved):
    """A valid operation of another kind, where one answer is expected."""

    def __init__(self, kind: OperationType) -> None:
        self.kind = kind
        super().__init__(_KINDS[kind])


_KINDS = {
    OperationType.SUBSCRIPTION: (
        "a subscription goes over WebSocket (graphql-transport-ws), or over HTTP with `Accept: text/event-stream`"
    ),
    OperationType.MUTATION: "nothing can be changed here: the content is loaded by `parley seed reload`",
    OperationType.QUERY: "a query is expected",
}


def status(error: APIError, media_type: str) -> int:
    """Return the status of an answer that is only errors (GraphQL over HTTP, section 6.4)."""
    return 200 if media_type == JSON and isinstance(error, ANSWERED_WITH_200) else error.status


def known(error: BaseException) -> APIError:
    """Return an error of our tree as it is; log any other, and return the mask."""
    if isinstance(error, APIError) and not isinstance(error, InternalError):
        return error
    log.error("unexpected error while answering request %s", request_id(), exc_info=error)
    return error if isinstance(error, InternalError) else InternalError()


def wire(error: APIError) -> list[Wire]:
    """Write an error as GraphQL has it: one object for each fault that it carries."""
    if isinstance(error, DocumentInvalid):
        return [_fault(each.message, error, _places(each)) for each in error.errors]
    return [_fault(error.message, error, _stated(error) or _places(error.__cause__))]


def wire_result(errors: Iterable[GraphQLError]) -> list[Wire]:
    """Write what graphql-core reports of an execution: our errors behind it as they are, any other masked."""
    return [_located(error, known(error.original_error or error)) for error in errors]


def _located(error: GraphQLError, behind: APIError) -> Wire:
    fault = _fault(behind.message, behind, _places(error))
    return {**fault, "path": error.path} if error.path else fault


def _fault(message: str, error: APIError, places: list[dict[str, int]]) -> Wire:
    extensions: Wire = {"code": error.code, **{name: each for name, each in error.members.items() if name != LOCATIONS}}
    if isinstance(error, InternalError):
        extensions["requestId"] = request_id()
    return {"message": message, **({"locations": places} if places else {}), "extensions": extensions}


LOCATIONS = "locations"


def _places(error: BaseException | None) -> list[dict[str, int]]:
    located = error.locations if isinstance(error, GraphQLError) else None
    return [{"line": place.line, "column": place.column} for place in located or ()]


def _stated(error: APIError) -> list[dict[str, int]]:
    """Read the places that an error states itself, as `line:column`."""
    stated = error.members.get(LOCATIONS)
    pairs = (each.partition(":") for each in stated) if isinstance(stated, list) else ()
    return [{"line": int(line), "column": int(column)} for line, _, column in pairs]

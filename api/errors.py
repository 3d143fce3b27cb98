"""Every error Parley raises on purpose: one tree, met once, written to the wire in one place.

What enters is a sentence for a person; what leaves is that sentence with a code, a status, a title and an exit code.

    ParleyError
    ├── APIError                          the read river
    │   ├── RequestError 400              the caller can fix it
    │   │   ├── InvalidArgument           a variable, argument, filter or parameter is refused
    │   │   ├── InvalidCursor             malformed, or made for another order
    │   │   ├── PageTooLarge              more than 100 asked for at once
    │   │   ├── SelectionTooLarge         too deep, too wide or too costly
    │   │   ├── ParseFailed               not a GraphQL document
    │   │   ├── ValidationFailed          a document that does not fit the schema
    │   │   ├── OperationUnresolved       which of the document's operations to run is not said
    │   │   ├── PersistedQueryNotFound    the hash is unknown here: send the query with it
    │   │   ├── MethodNotAllowed 405
    │   │   ├── NotAcceptable 406
    │   │   ├── BodyTooLarge 413
    │   │   └── UnsupportedMediaType 415
    │   ├── NotFound 404                  REST only; GraphQL answers null
    │   ├── DatabaseUnavailable 503       no connection
    │   │   └── DatabaseOutdated          its tables are not those of this version
    │   ├── DeadlineExceeded 503          an operation's SQL ran past its time
    │   └── InternalError 500             the mask worn by everything unexpected
    ├── StartupError                      boot only: the process does not start
    │   ├── BindingError                  promise and storage disagree
    │   └── SettingsInvalid               a PARLEY_* variable cannot be used
    └── SeedError                         the write river
        ├── SeedInvalid                   the seeds have faults: all of them, each with its place
        ├── ChangesPending                a dry run found something to do (exit 2)
        ├── ReloadBusy                    another reload holds the lock (exit 75)
        ├── DeletionRefused               too much would be deleted without --allow-delete
        └── CaptureError                  a capture that no importer can read
"""

# ruff: noqa: N818 (GraphQL and REST speak of NotFound and InvalidCursor; "Error" at the end of each says nothing)

from collections.abc import Sequence
from dataclasses import dataclass
from typing import ClassVar, Self

Member = str | int | float | bool | list[str] | None
"""A value that an error carries beside its message, as the wire can write it."""


@dataclass(frozen=True, slots=True)
class Fault:
    """One thing wrong in one place of a seed.

    `line` and `column` are 1-based, the column in code points; 0 means the file as a whole. `path` leads to the value
    (`sources[0].threads[2].posts[0].text`), `hint` says what to do, `source_line` quotes the line; of a long line only
    a stretch, which begins at its column `window`.
    """

    file: str
    line: int
    column: int
    path: str
    message: str
    hint: str | None = None
    source_line: str | None = None
    window: int = 1


class ParleyError(Exception):
    """The root: `message` is for a person, `members` for a program (`limit=100`)."""

    code: ClassVar[str] = "INTERNAL_SERVER_ERROR"
    status: ClassVar[int] = 500
    title: ClassVar[str] = "Something went wrong"
    exit_code: ClassVar[int] = 1

    def __init__(self, message: str | None = None, **members: Member) -> None:
        self.message = message or self.title
        self.members = members
        super().__init__(self.message)


class APIError(ParleyError):
    """A question could not be answered. Its member `locations` says where in the document, as `line:column`."""

    def located(self, *places: str) -> Self:
        """Add where it was met, unless it says so itself; empty places are none."""
        if any(places):
            self.members.setdefault("locations", list(places))
        return self


class RequestError(APIError):
    """The caller can fix it."""

    code = "BAD_REQUEST"
    status = 400
    title = "The request cannot be read"


class InvalidArgument(RequestError):
    """A variable, an argument, a filter or a parameter is refused."""

    code = "BAD_USER_INPUT"
    title = "An argument is not acceptable"


class InvalidCursor(RequestError):
    """A cursor is malformed, or was made for another order."""

    code = "BAD_CURSOR"
    title = "The cursor does not fit here"


class PageTooLarge(RequestError):
    """More was asked for at once than a page holds."""

    code = "PAGE_TOO_LARGE"
    title = "The page is too large"


class SelectionTooLarge(RequestError):
    """The operation is too deep, too wide or too costly."""

    code = "QUERY_TOO_COMPLEX"
    title = "The query asks for too much at once"


class ParseFailed(RequestError):
    """The text is not a GraphQL document."""

    code = "GRAPHQL_PARSE_FAILED"
    title = "The query is not GraphQL"


class ValidationFailed(RequestError):
    """The document does not fit the schema."""

    code = "GRAPHQL_VALIDATION_FAILED"
    title = "The query does not fit the schema"


class OperationUnresolved(RequestError):
    """The document holds several operations, or none, and `operationName` does not settle which to run."""

    code = "OPERATION_RESOLUTION_FAILURE"
    title = "Which operation to run is not clear"


class PersistedQueryNotFound(RequestError):
    """The hash of a persisted query is unknown here; the client sends the query with it and goes on."""

    code = "PERSISTED_QUERY_NOT_FOUND"
    title = "PersistedQueryNotFound"  # the word that Apollo's clients look for


class MethodNotAllowed(RequestError):
    """The path is right, the method is not."""

    code = "METHOD_NOT_ALLOWED"
    status = 405
    title = "This method is not allowed here"


class NotAcceptable(RequestError):
    """No media type that the client accepts can be written."""

    code = "NOT_ACCEPTABLE"
    status = 406
    title = "None of the accepted media types is available"


class BodyTooLarge(RequestError):
    """The body is longer than the server reads."""

    code = "BODY_TOO_LARGE"
    status = 413
    title = "The request body is too large"


class UnsupportedMediaType(RequestError):
    """The body is of a type that is not read here."""

    code = "UNSUPPORTED_MEDIA_TYPE"
    status = 415
    title = "This media type is not supported"


class NotFound(APIError):
    """Nothing has that key or path. REST only: GraphQL answers null."""

    code = "NOT_FOUND"
    status = 404
    title = "Nothing was found here"


class DatabaseUnavailable(APIError):
    """The database cannot be reached, or does not take another connection."""

    code = "DATABASE_UNAVAILABLE"
    status = 503
    title = "The database is not available"


class DatabaseOutdated(DatabaseUnavailable):
    """The tables are not those of this version: `parley db upgrade` brings them up."""

    code = "DATABASE_OUTDATED"
    title = "The database needs an upgrade"


class DeadlineExceeded(APIError):
    """An operation's SQL ran past its time and was stopped: never an estimate instead."""

    code = "DEADLINE_EXCEEDED"
    status = 503
    title = "The query took too long"


class InternalError(APIError):
    """The mask that every unexpected exception wears outside; the cause is in the log under the request's id."""

    title = "Something went wrong on our side"


class StartupError(ParleyError):
    """The process does not start."""

    code = "STARTUP_FAILED"
    title = "Parley cannot start"


class BindingError(StartupError):
    """Promise and storage disagree: a field without a column, or a non-null field that storage cannot prove."""

    code = "BINDING_FAILED"
    title = "The schema and the tables disagree"


class SettingsInvalid(StartupError):
    """A setting cannot be used."""

    code = "SETTINGS_INVALID"
    title = "A setting cannot be used"


class SeedError(ParleyError):
    """The write river stopped; the dataset is as it was before."""

    code = "SEED_FAILED"
    title = "The seeds were not loaded"


class SeedInvalid(SeedError):
    """The seeds have faults. `faults` lists them (1,000 at most), `total` counts them all."""

    code = "SEED_INVALID"
    title = "The seeds have faults"

    def __init__(self, faults: Sequence[Fault], total: int | None = None) -> None:
        self.faults = tuple(faults)
        self.total = len(self.faults) if total is None else total
        super().__init__(f"{self.total:,} {'fault' if self.total == 1 else 'faults'} in the seeds")


class ChangesPending(SeedError):
    """A dry run found something to do. Nothing is wrong: it only gives a script its answer."""

    code = "CHANGES_PENDING"
    title = "Changes are pending"
    exit_code = 2


class ReloadBusy(SeedError):
    """Another reload holds the lock. The exit code is EX_TEMPFAIL of sysexits.h: try again later."""

    code = "RELOAD_BUSY"
    status = 503
    title = "Another reload is running"
    exit_code = 75


class DeletionRefused(SeedError):
    """The reload would delete more than it may without `--allow-delete`."""

    code = "DELETION_REFUSED"
    title = "Too much would be deleted"


class CaptureError(SeedError):
    """A capture that no importer can read, or that cannot be opened."""

    code = "CAPTURE_UNREADABLE"
    title = "The capture cannot be read"

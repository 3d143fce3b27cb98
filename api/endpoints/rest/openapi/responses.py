"""What answers have in common: headers, and the problems that stand in for answers."""

from typing import Any

from api.endpoints.problems import MEDIA_TYPE, slug
from api.endpoints.rest.kinds import Schema
from api.errors import (
    APIError,
    DatabaseUnavailable,
    InternalError,
    InvalidArgument,
    MethodNotAllowed,
    NotAcceptable,
    NotFound,
)

TEXT: Schema = {"type": "string"}

HEADERS: dict[str, Schema] = {
    "ETag": {"description": "What the answer was read from and what was asked; send it back as `If-None-Match`."},
    "Cache-Control": {"description": "Answers may be kept, and are to be asked for again each time: 304 costs little."},
    "Parley-Revision": {
        "description": "The number of the revision that the answer was read from.",
        "schema": {"type": "integer", "minimum": 0},
    },
    "Link": {"description": "The pages before and after this one, and the first (RFC 8288)."},
    "Content-Disposition": {"description": "A name for the file, with the revision in it."},
    "Retry-After": {"description": "Seconds to wait before asking again."},
    "Allow": {"description": "The methods of this path."},
}

PROBLEM: Schema = {
    "type": "object",
    "description": "A problem (RFC 9457). `type` leads to a page that explains it.",
    "properties": {
        "type": {"type": "string", "format": "uri-reference"},
        "title": TEXT,
        "status": {"type": "integer"},
        "detail": {"type": "string", "description": "What is the matter here, and what to do."},
        "code": {"type": "string", "description": "The same code as in GraphQL's `extensions.code`."},
        "instance": {"type": "string", "format": "uri-reference"},
        "errors": {
            "type": "array",
            "description": "Every parameter that cannot be used.",
            "items": {
                "type": "object",
                "properties": {"parameter": TEXT, "detail": TEXT},
                "required": ["parameter", "detail"],
            },
        },
        "requestId": {"type": "string", "description": "The id under which the server logged what happened."},
    },
    "required": ["type", "title", "status", "detail", "code"],
}

PROBLEMS: dict[str, tuple[type[APIError], str, str]] = {
    "Refused": (InvalidArgument, "Parameters cannot be used; all of them are named.", "one parameter cannot be used"),
    "NotFound": (NotFound, "Nothing has that key.", "there is no thread `nkpeace/99`"),
    "MethodNotAllowed": (MethodNotAllowed, "Only GET and HEAD are answered.", "POST is not for this path"),
    "NotAcceptable": (NotAcceptable, "`Accept` rules this path's format out.", "this path answers in `text/csv`"),
    "Unavailable": (DatabaseUnavailable, "The database is away, or the answer took too long.", "try again in a moment"),
    "Broken": (InternalError, "Something went wrong on our side; it is in the log.", "Something went wrong"),
}


def headers() -> dict[str, Schema]:
    """Return `components.headers`."""
    return {name: {"schema": TEXT, **each} for name, each in HEADERS.items()}


def having(*names: str) -> dict[str, Schema]:
    """Point at headers."""
    return {name: {"$ref": f"#/components/headers/{name}"} for name in names}


def responses() -> dict[str, Schema]:
    """Return `components.responses`: every problem, and 304."""
    made = {name: _problem(*each) for name, each in PROBLEMS.items()}
    made["Unavailable"]["headers"] = having("Retry-After")
    made["MethodNotAllowed"]["headers"] = having("Allow")
    made["NotModified"] = {
        "description": "The client's copy is still good.",
        "headers": having("ETag", "Cache-Control", "Parley-Revision"),
    }
    return made


def _problem(kind: type[APIError], description: str, detail: str) -> Schema:
    example: dict[str, Any] = {  # Any: JSON
        "type": f"/problems/{slug(kind.code)}",
        "title": kind.title,
        "status": kind.status,
        "detail": detail,
        "code": kind.code,
    }
    if kind is InvalidArgument:
        fault = {"parameter": "hashtags", "detail": "is no parameter here: did you mean `hashtag`?"}
        example |= {"detail": f"one parameter cannot be used: `hashtags` {fault['detail']}", "errors": [fault]}
    content = {MEDIA_TYPE: {"schema": {"$ref": "#/components/schemas/Problem"}, "example": example}}
    return {"description": description, "content": content}


def ending(*, keyed: bool) -> dict[str, Schema]:
    """Return what may come instead of an answer, by status."""
    told = {"304": "NotModified", "400": "Refused", **({"404": "NotFound"} if keyed else {})}
    told |= {"405": "MethodNotAllowed", "406": "NotAcceptable", "500": "Broken", "503": "Unavailable"}
    return {status: {"$ref": f"#/components/responses/{name}"} for status, name in told.items()}

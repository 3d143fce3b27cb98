"""Two answers to one question held side by side: the first path where they differ leaves, or None."""

import json
import re
from collections.abc import Callable, Iterator, Mapping
from itertools import chain
from typing import Any

from api.endpoints.mill import Mill
from api.errors import APIError
from documents import CursorAt, Document
from oracle.paging import PREFIX
from oracle.searching import SNIPPET

Response = dict[str, Any]  # Any: JSON
Answerer = Callable[[str, Mapping[str, object], str | None], Response]
Difference = tuple[str, object, object]
SNIPPED = 160


def milled(mill: Mill) -> Answerer:
    """Make a mill answer as the oracle does: a response with `data`, or with `errors` and their codes."""

    def answer(document: str, variables: Mapping[str, object], operation: str | None) -> Response:
        try:
            return {"data": strictly(mill.answer(document, variables, operation))}
        except APIError as error:
            return {"errors": [{"message": error.message, "extensions": {"code": error.code}}]}

    return answer


def strictly(text: bytes) -> Any:  # Any: JSON
    """Read JSON without the liberties Python takes: no name twice, no NaN, nothing that is not UTF-8."""

    def once(pairs: list[tuple[str, object]]) -> dict[str, object]:
        if len(dict(pairs)) < len(pairs):
            raise ValueError(f"a name stands twice among {[name for name, _ in pairs]}")
        return dict(pairs)

    def never(constant: str) -> None:
        raise ValueError(f"{constant} is not JSON")

    return json.loads(text.decode(), object_pairs_hook=once, parse_constant=never)


def ask(answerer: Answerer, document: Document) -> Response:
    """Ask one question, with this answerer's own cursors where the document goes on from one."""
    given = {name: cursor(answerer, value) for name, value in document.variables.items()}
    return answerer(document.text, given, document.operation)


def cursor(answerer: Answerer, value: object) -> object:
    """Find a cursor by walking to it: null where the list is empty. Any other value is what it is."""
    if not isinstance(value, CursorAt):
        return value
    found = answerer(value.walk.text, {}, None)["data"]
    for name in value.walk.path:
        found = (found or {}).get(name)
    edges = (found or {}).get("list", {}).get("edges", [])
    return edges[min(int(value.part * len(edges)), len(edges) - 1)]["cursor"] if edges else None


def compared(oracle: Answerer, other: Answerer, document: Document) -> Difference | None:
    """Ask both the same question."""
    return against(ask(oracle, document), other, document)


def against(mine: Response, other: Answerer, document: Document) -> Difference | None:
    """Hold an answer against another's. One that breaks down differs, too: its fault is shown with the document."""
    try:
        return difference(mine, ask(other, document))
    except Exception as fault:
        return ("", "an answer", f"{type(fault).__name__}: {fault}"[:500])


def sort_of(found: Difference | None) -> str:
    """Name the sort of a difference, so that a smaller document shows the same fault and not just any."""
    if found is None:
        return ""
    path, mine, theirs = found
    if path:
        return f"{re.sub(r'[^a-zA-Z_]', '', path.rpartition('.')[2])}: {type(mine).__name__}, {type(theirs).__name__}"
    return re.sub(r"[0-9,]+|(?<=BIND )[^\n]*", "", str(theirs).partition("\n")[0])[:120]


def is_too_deep(found: Difference | None) -> bool:
    """Whether all that differs is that the mill refuses the question for its size, which the oracle never does.

    Only what the language itself counts is a size: a valid question that a database cannot read is a difference.
    """
    theirs = found[2] if found else None
    told = str(theirs[0]) if isinstance(theirs, list) and theirs else ""
    return "QUERY_TOO_COMPLEX" in told and "than the database can read" not in told


def difference(mine: Response, theirs: Response) -> Difference | None:
    """Compare the oracle's answer with another one; of several reasons to refuse a question, any will do."""
    if "errors" in mine and "errors" in theirs:
        allowed = [error["extensions"]["code"] for error in mine["errors"]]
        strange = [code for error in theirs["errors"] if (code := error["extensions"]["code"]) not in allowed]
        return ("errors", allowed, strange) if strange else None
    if mine.keys() != theirs.keys():
        return "", next(iter(mine.values())), next(iter(theirs.values()))
    return next(differences("data", mine["data"], theirs["data"], {}), None)


def differences(
    path: str, mine: object, theirs: object, cursors: dict[tuple[str, str], object]
) -> Iterator[Difference]:
    """Yield every path where two values differ: 1.0 is 1, true is not; the order of names counts.

    A cursor may be any text, but for the same place of one list always the same.
    """
    if isinstance(mine, dict) and isinstance(theirs, dict):
        if list(mine) != list(theirs):
            yield path, list(mine), list(theirs)
        else:
            yield from chain(*(differences(f"{path}.{name}", mine[name], theirs[name], cursors) for name in mine))
    elif isinstance(mine, list) and isinstance(theirs, list):
        if len(mine) != len(theirs):
            yield f"{path}.length", len(mine), len(theirs)
        pairs = enumerate(zip(mine, theirs, strict=False))
        yield from chain(*(differences(f"{path}[{n}]", one, other, cursors) for n, (one, other) in pairs))
    elif isinstance(mine, str) and mine.startswith(PREFIX):
        connection = path.rsplit(".", 2)[0]  # two names above: `edges[0].cursor`, `pageInfo.endCursor`
        if not isinstance(theirs, str) or cursors.setdefault((connection, mine), theirs) != theirs:
            yield path, mine, theirs
    elif isinstance(mine, str) and mine.startswith(SNIPPET):
        if not isinstance(theirs, str) or not is_snippet(theirs, *json.loads(mine.removeprefix(SNIPPET))):
            yield path, mine, theirs
    elif isinstance(mine, bool) is not isinstance(theirs, bool) or mine != theirs:
        yield path, mine, theirs


def is_snippet(shown: str, words: str, texts: list[str]) -> bool:
    """Whether this is a stretch of one of the texts, at most 160 code points, cut where it says so, with the words."""
    cut = shown.removeprefix("…").removesuffix("…")
    whole = shown in texts
    return words[:SNIPPED] in shown and (whole or len(cut) <= SNIPPED) and any(cut in text for text in texts)


def told(document: Document, found: Difference) -> str:
    """Say what differs, with all that is needed to ask again."""
    path, mine, theirs = found
    variables = {
        name: str(value) if isinstance(value, CursorAt) else value for name, value in document.variables.items()
    }
    return "\n".join([
        "", document.text,
        f"variables: {json.dumps(variables, ensure_ascii=False)}",
        f"operation: {document.operation}",
        f"differs at: {path}",
        f"    oracle: {json.dumps(mine, ensure_ascii=False)[:600]}",
        f"     other: {json.dumps(theirs, ensure_ascii=False)[:600]}",
    ])  # fmt: skip

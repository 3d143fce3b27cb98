"""Writes rows: nodes enter page by page, the bytes of a file leave. One kind of writer for each format."""

from collections.abc import Iterable, Mapping
from typing import Any, Protocol, TypeAlias

import orjson

Node: TypeAlias = Mapping[str, Any]  # Any: JSON, as the database wrote it


class Writer(Protocol):
    """Writes one file: what stands before the rows, rows as they come, and what stands behind them."""

    def head(self, dataset: Node) -> bytes: ...

    def rows(self, nodes: Iterable[Node]) -> bytes: ...

    def tail(self) -> bytes: ...


class Lines:
    """NDJSON: one JSON object a line, and nothing else."""

    def head(self, _dataset: Node) -> bytes:
        return b""

    def rows(self, nodes: Iterable[Node]) -> bytes:
        return b"".join(orjson.dumps(node, option=orjson.OPT_APPEND_NEWLINE) for node in nodes)

    def tail(self) -> bytes:
        return b""

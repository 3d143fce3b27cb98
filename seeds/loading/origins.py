"""Where a record stood, and the columns of provenance that say so."""

from typing import NamedTuple

from seeds.loading.tables import Value


class Origin(NamedTuple):
    """A place in a seed file: 1-based line and column (in code points), and the hash of the whole file."""

    file: str
    line: int
    column: int | None
    sha256: str
    importer: str = "seed"


def provenance(origin: Origin, revision: int) -> dict[str, Value]:
    """Return the columns of provenance; the digest, made from the finished rows, is still empty."""
    return {
        "file": origin.file,
        "line": origin.line,
        "column": origin.column,
        "sha256": origin.sha256,
        "importer": origin.importer,
        "revision": revision,
        "digest": "",
    }

"""Who imports whom, read from source text without running it: paths and sources in, arrows between modules out."""

import ast
from collections.abc import Iterator, Mapping
from functools import cache
from typing import NamedTuple

Sources = Mapping[str, str]
"""Paths from the top of the repository, and what the files hold."""


class Arrow(NamedTuple):
    """One import: the file and line where it stands, the module that imports and the one imported."""

    path: str
    line: int
    importer: str
    imported: str


@cache
def parsed(source: str) -> ast.Module:
    """Parse a source once for all rules."""
    return ast.parse(source)


def module(path: str) -> str:
    """Name the module that a path holds: `api/text/__init__.py` is `api.text`."""
    return path.removesuffix(".py").removesuffix("/__init__").replace("/", ".")


def arrows(sources: Sources) -> list[Arrow]:
    """List the imports of our own modules that happen when a module is run; imports for types alone are none."""
    known = {module(path) for path in sources}
    return [
        Arrow(path, node.lineno, module(path), target)
        for path, source in sources.items()
        for node in executed(parsed(source))
        for name in named(node, path)
        if (target := resolved(name, known))
    ]


def executed(node: ast.AST) -> Iterator[ast.Import | ast.ImportFrom]:
    """Walk to every import except those under `if TYPE_CHECKING:`."""
    for child in ast.iter_child_nodes(node):
        if isinstance(child, ast.Import | ast.ImportFrom):
            yield child
        elif isinstance(child, ast.If) and "TYPE_CHECKING" in ast.unparse(child.test):
            for otherwise in child.orelse:
                yield from executed(otherwise)
        else:
            yield from executed(child)


def named(node: ast.Import | ast.ImportFrom, path: str) -> list[str]:
    """List the dotted names an import asks for, relative ones made whole."""
    if isinstance(node, ast.Import):
        return [alias.name for alias in node.names]
    package = path.removesuffix(".py").split("/")[: -node.level] if node.level else []
    start = ".".join([*package, *([node.module] if node.module else [])])
    return [f"{start}.{alias.name}" for alias in node.names]


def resolved(name: str, known: set[str]) -> str | None:
    """Find the module a dotted name leads to: itself, or the one that holds it; None when it is not ours."""
    if name in known:
        return name
    holder = name.rpartition(".")[0]
    return holder if holder in known else None

"""The house keeps its walls: a rule takes paths and sources, lists what breaks it, and is shown a break to see."""

import ast
import re
from collections.abc import Callable, Iterator
from graphlib import CycleError, TopologicalSorter
from pathlib import Path

import pytest

from imports import Sources, arrows, module, parsed

ROOT = Path(__file__).parent.parent
LINES_IN_A_FILE, LINES_IN_A_FUNCTION = 300, 60

GROUND = {"errors", "settings", "text"}
FLOOR = {"models", "schema", "compiler", "database"}
MAY_IMPORT = {
    "api": set[str](),
    "errors": set[str](),
    "settings": {"errors"},
    "text": {"errors"},
    **dict.fromkeys(FLOOR, GROUND),
    "bindings": GROUND | FLOOR,
    "endpoints": GROUND | FLOOR | {"bindings"},
    "app": GROUND | FLOOR | {"bindings", "endpoints"},
    "cli": GROUND | FLOOR | {"bindings", "endpoints", "app", "seeds"},
    "__main__": {"errors", "cli", "seeds"},
    "seeds": GROUND | {"models", "database"},
    "migrations": {"models"},
}
"""Every room and the rooms it may know. The four of the floor do not know each other; only `cli` and what leads to it
know `seeds`."""

STARTS_QUICKLY = ("api/__main__.py", "api/cli.py", "api/commands/")
"""Here alone an import may wait inside a function: a command loads only what it needs."""

NAMES_A_DIALECT = {
    "api/compiler/json.py": "knows whose parser takes deep statements only when they are written flat",
    "api/compiler/json_sqlite.py": "writes JSON as SQLite does",
    "api/compiler/json_postgresql.py": "writes JSON as PostgreSQL does",
    "api/compiler/led.py": "looks posts up as each database does best",
    "api/compiler/entries.py": "opens a bound JSON list into rows, the other way round",
    "api/compiler/matching.py": "asks an index of words, which each database keeps and is asked in its own way",
    "api/compiler/signs.py": "writes the questions to those indexes inside a statement",
    "api/database/": "opens the one or the other",
    "api/models/base.py": "column types that need another name on one of them",
    "api/settings.py": "the address of the default database",
    "migrations/columns.py": "the same column types, frozen for the migrations",
    "migrations/versions/0002_search.py": "makes those indexes of words",
    "migrations/versions/0004_in_order_of_time.py": "moves rows, which each database does in its own way",
    "seeds/loading/indexing.py": "keeps one of the two indexes of words in step, which the other does by itself",
    "seeds/loading/dialects.py": "writes many rows at once, each database its fastest way",
    "seeds/loading/locking.py": "takes the lock of reloads, which each database keeps in its own way",
    "seeds/loading/glancing.py": "asks an SQLite file for it before anything else is loaded",
    "seeds/loading/glancing_far.py": "asks a PostgreSQL server",
    "seeds/loading/staging.py": "sorts a reload's rows in a scratch file of its own, which is never the dataset",
}
"""The only places that may tell the databases apart, and why."""

STEPS = "migrations/versions/"
"""Migrations are read top to bottom, one table after the other, however many: they have no bounds of size."""

DIALECT = re.compile(r"\b(sqlite3?|postgres|postgresql|psycopg)\b")


def house(*folders: str) -> Sources:
    return {
        path.relative_to(ROOT).as_posix(): path.read_text(encoding="utf-8")
        for folder in folders
        for path in sorted((ROOT / folder).rglob("*.py"))
        if "node_modules" not in path.parts
    }


def room(name: str) -> str:
    """Name the room a module lies in; `api/commands` is a part of `cli`."""
    first, *rest = name.split(".")
    inner = rest[0] if first == "api" and rest else first
    return "cli" if inner == "commands" else inner


def forbidden_arrows(sources: Sources) -> list[str]:
    return [
        f"{arrow.path}:{arrow.line}: {room(arrow.importer)} may not know {room(arrow.imported)} ({arrow.imported})"
        for arrow in arrows(sources)
        if room(arrow.importer) != room(arrow.imported)
        and room(arrow.imported) not in MAY_IMPORT.get(room(arrow.importer), set())
    ]


def cycles(sources: Sources) -> list[str]:
    graph: dict[str, set[str]] = {module(path): set() for path in sources}
    for arrow in arrows(sources):
        graph[arrow.importer].add(arrow.imported)
    try:
        TopologicalSorter(graph).prepare()
    except CycleError as found:
        return [" <- ".join(found.args[1])]
    return []


def late_imports(sources: Sources) -> list[str]:
    return [
        f"{path}:{node.lineno}: an import inside {function.name}()"
        for path, source in sources.items()
        if not path.startswith(STARTS_QUICKLY)
        for function in functions(source)
        for node in ast.walk(function)
        if isinstance(node, ast.Import | ast.ImportFrom)
    ]


def dialect_names(sources: Sources) -> list[str]:
    return [
        f"{path}:{line}: names a database ({words})"
        for path, source in sources.items()
        if not path.startswith(tuple(NAMES_A_DIALECT))
        for line, words in told_apart(source)
    ]


def told_apart(source: str) -> Iterator[tuple[int, str]]:
    """Find strings and imports that name a database; docstrings are prose, and prose may."""
    tree = parsed(source)
    prose = {id(node.value) for node in ast.walk(tree) if isinstance(node, ast.Expr)}
    for node in ast.walk(tree):
        if isinstance(node, ast.Constant) and isinstance(node.value, str) and id(node) not in prose:
            if found := DIALECT.search(node.value):
                yield node.lineno, found.group()
        elif isinstance(node, ast.Import | ast.ImportFrom) and DIALECT.search(ast.unparse(node)):
            yield node.lineno, ast.unparse(node)


def long_files(sources: Sources) -> list[str]:
    counted = {path: len(source.splitlines()) for path, source in sources.items() if not path.startswith(STEPS)}
    return [f"{path}: {lines} lines" for path, lines in counted.items() if lines > LINES_IN_A_FILE]


def long_functions(sources: Sources) -> list[str]:
    return [
        f"{path}:{function.lineno}: {function.name}() has {lines} lines"
        for path, source in sources.items()
        if not path.startswith(STEPS)
        for function in functions(source)
        if (lines := (function.end_lineno or function.lineno) - function.lineno + 1) > LINES_IN_A_FUNCTION
    ]


def without_docstring(sources: Sources) -> list[str]:
    return [path for path, source in sources.items() if source.strip() and not ast.get_docstring(parsed(source))]


def functions(source: str) -> Iterator[ast.FunctionDef | ast.AsyncFunctionDef]:
    for node in ast.walk(parsed(source)):
        if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef):
            yield node


Rule = Callable[[Sources], list[str]]
WALLS: tuple[Rule, ...] = (forbidden_arrows, cycles, late_imports, dialect_names, without_docstring)
SIZES: tuple[Rule, ...] = (long_files, long_functions)


@pytest.mark.parametrize("rule", [*WALLS, *SIZES], ids=lambda rule: rule.__name__)
def test_the_house_keeps_the_rule(rule: Rule) -> None:
    assert rule(house("api", "seeds", "migrations")) == []


@pytest.mark.parametrize("rule", SIZES, ids=lambda rule: rule.__name__)
def test_the_tests_keep_to_the_same_sizes(rule: Rule) -> None:
    assert rule(house("tests")) == []


def test_every_room_has_its_walls() -> None:
    rooms = {room(module(path)) for path in house("api", "seeds", "migrations")}
    assert rooms <= MAY_IMPORT.keys()


@pytest.mark.parametrize("place", NAMES_A_DIALECT)
def test_every_exception_is_still_needed(place: str) -> None:
    sources = {path: source for path, source in house("api", "seeds", "migrations").items() if path.startswith(place)}
    assert any(list(told_apart(source)) for source in sources.values())


LONG = "def walk() -> None:\n" + "    pass\n" * 60

PLANTED = [
    pytest.param(forbidden_arrows, "api/compiler/a.py", "from api.models import b", id="a sideways arrow"),
    pytest.param(forbidden_arrows, "api/text/a.py", "import api.app.b", id="an upward arrow"),
    pytest.param(forbidden_arrows, "api/endpoints/a.py", "from seeds import b", id="a reader that knows the seeds"),
    pytest.param(forbidden_arrows, "seeds/a.py", "from api.compiler.b import c", id="seeds that know the compiler"),
    pytest.param(forbidden_arrows, "api/schema/a.py", "from ..bindings import b", id="a relative arrow"),
    pytest.param(forbidden_arrows, "api/errors.py", "def f():\n    import api.text.b", id="an arrow in a function"),
    pytest.param(cycles, "api/models/b.py", "from api.models.b import c", id="a module that imports itself"),
    pytest.param(late_imports, "api/app.py", "async def f():\n    import json", id="a late import"),
    pytest.param(dialect_names, "api/bindings/a.py", "if name == 'sqlite':\n    pass", id="a dialect in a string"),
    pytest.param(dialect_names, "seeds/a.py", "from sqlalchemy.dialects import postgresql", id="a dialect import"),
    pytest.param(long_files, "api/app.py", "\n" * 301, id="a long file"),
    pytest.param(long_functions, "api/app.py", LONG, id="a long function"),
    pytest.param(without_docstring, "api/app.py", "import json", id="a module that does not say what it is for"),
]


@pytest.mark.parametrize(("rule", "path", "source"), PLANTED)
def test_a_planted_break_is_seen(rule: Rule, path: str, source: str) -> None:
    neighbours = ["api/app/b.py", "api/bindings/b.py", "api/compiler/b.py", "api/models/b.py", "api/text/b.py"]
    empty = dict.fromkeys([*neighbours, "seeds/b.py", "seeds/__init__.py"], '"""Nothing."""')
    assert rule(empty | {path: '"""Nothing."""'}) == []
    assert len(rule(empty | {path: source})) == 1


def test_a_cycle_through_three_modules_is_seen() -> None:
    ring = {f"api/models/{name}.py": f"from api.models import {other}" for name, other in ("ab", "bc", "ca")}
    assert len(cycles(ring)) == 1


def test_an_import_for_types_alone_is_no_arrow() -> None:
    source = "from typing import TYPE_CHECKING\nif TYPE_CHECKING:\n    from api.models import b\n"
    assert forbidden_arrows({"api/compiler/a.py": source, "api/models/b.py": ""}) == []


def test_a_command_may_import_late() -> None:
    assert late_imports({"api/cli.py": "def serve():\n    import uvicorn"}) == []


def test_a_docstring_may_speak_of_a_database() -> None:
    assert dialect_names({"api/app.py": '"""On sqlite and postgresql alike."""'}) == []

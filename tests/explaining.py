"""Plans as the databases explain them: a statement enters, what it would read and sort leaves."""

import re
from collections.abc import Iterator, Mapping, Sequence
from typing import Any, NamedTuple

from psycopg import Connection
from psycopg.sql import SQL, Composed, Literal

Node = dict[str, Any]  # Any: a node of a plan is JSON
Line = tuple[int, int, int, str]

GROWING = {"posts", "threads", "hashtags", "post_hashtags", "place_mentions", "account_mentions", "post_texts"}
ROWS_OF_A_PAGE = 500
"""What a plan may read: of the largest page, a hundred posts with what hangs on them."""
EXECUTIONS = 6
"""From the sixth execution on, PostgreSQL keeps a prepared statement's plan if that is no worse."""


class Asked(NamedTuple):
    """A statement as the driver was given it."""

    sql: str
    parameters: Any  # Any: a sequence for the one driver, names for the other


def scans(plan: list[Line]) -> list[str]:
    """The lines of SQLite's plan that read a whole table.

    A subquery run as a co-routine is scanned under its alias too: that is its rows, not the table's.
    """
    made = {(parent, detail.split()[1]) for _, parent, _, detail in plan if detail.startswith(("CO-R", "MATERIALIZE"))}
    whole = []
    for _, parent, _, detail in plan:
        words = detail.split()
        scanned = words[0] == "SCAN" and words[1] != "CONSTANT" and (parent, words[1]) not in made
        if scanned and "INDEX" not in words and "VIRTUAL" not in words:
            whole.append(detail)
    return whole


def prepared(sql: str, parameters: Mapping[str, object]) -> tuple[str, Composed]:
    """Spell a statement for PREPARE and EXECUTE, as the driver does by itself after some uses."""
    names = list(dict.fromkeys(re.findall(r"%\((\w+)\)s", sql)))
    spelt = re.sub(r"%\((\w+)\)s", lambda found: f"${names.index(found[1]) + 1}", sql).replace("%%", "%")
    values = SQL(", ").join(Literal(parameters[name]) for name in names)
    execute = "EXECUTE explained ({})" if names else "EXECUTE explained {}"
    return f"PREPARE explained AS {spelt}", SQL(execute).format(values)


def nodes(plan: Node) -> Iterator[Node]:
    """Every node of PostgreSQL's plan."""
    yield plan
    for below in plan.get("Plans", ()):
        yield from nodes(below)


def explained(connection: "Connection[Any]", asked: Asked) -> list[Node]:
    """Run a statement as often as a busy server does, then explain the plan that it has come to."""
    prepare, execute = prepared(*asked)
    connection.execute(prepare.encode(), prepare=False)
    for _ in range(EXECUTIONS):
        connection.execute(execute, prepare=False)
    row = connection.execute(
        SQL("EXPLAIN (ANALYZE, TIMING OFF, FORMAT JSON) {}").format(execute), prepare=False
    ).fetchone()
    connection.execute("DEALLOCATE explained", prepare=False)
    assert row
    return list(nodes(row[0][0]["Plan"]))


def rows_read(node: Node) -> float:
    """How many rows a node gave or threw away, all its runs together."""
    kept: float = (
        node["Actual Rows"] + node.get("Rows Removed by Filter", 0) + node.get("Rows Removed by Index Recheck", 0)
    )
    loops: float = node["Actual Loops"]
    return kept * loops


def greedy(plan: Sequence[Node]) -> list[Node]:
    """The nodes that read or sort more of what grows than a page needs."""
    of_interest = (node for node in plan if node["Node Type"] == "Sort" or node.get("Relation Name") in GROWING)
    return [node for node in of_interest if rows_read(node) > ROWS_OF_A_PAGE]


def whole_tables(plan: Sequence[Node]) -> list[Node]:
    """The nodes that read all of what grows."""
    return [node for node in plan if node["Node Type"] == "Seq Scan" and node["Relation Name"] in GROWING]

"""The benchmark runs: on a small corpus, for a moment, over two rows. What it measures then means nothing."""

import json
import subprocess
import sys
from pathlib import Path

import pytest

from benchmarks.driving import Order, read, to_send, whole_length
from benchmarks.handwritten import STATEMENTS
from benchmarks.operations import OPERATIONS

BENCHMARKS = Path(__file__).with_name("benchmarks")
QUICK = ["--posts", "300", "--rounds", "1", "--seconds", "0.1", "--sqlite-only", "--row", "GraphQL, SQLite"]


def test_a_run_compares_rows_by_what_the_kernel_counted(tmp_path: Path) -> None:
    figures = tmp_path / "figures.json"
    command = [sys.executable, str(BENCHMARKS), *QUICK, "--operation", "latest", "--operation", "thread"]
    done = subprocess.run(
        [*command, "--folder", str(tmp_path), "--json", str(figures)],
        capture_output=True,
        text=True,
        check=False,
        cwd=tmp_path,
    )
    assert done.returncode == 0, done.stderr
    assert "| by hand, SQLite |" in done.stdout
    (report,) = json.loads(figures.read_text())
    assert report["posts"] == 300
    assert {(row["row"], row["operation"]) for row in report["rows"]} >= {
        (f"{how}, SQLite", operation) for how in ("Parley GraphQL", "by hand") for operation in ("latest", "thread")
    }
    assert all(row["cpu_ms"] > 0 and row["p99_ms"] >= row["p50_ms"] > 0 for row in report["rows"])


def test_a_reload_is_compared_with_its_rows_written_plainly(tmp_path: Path) -> None:
    done = subprocess.run(
        [sys.executable, "-m", "benchmarks.loading", "--posts", "300", "--sqlite-only", "--folder", str(tmp_path)],
        capture_output=True,
        text=True,
        check=False,
        cwd=BENCHMARKS.parent,
    )
    assert done.returncode == 0, done.stderr
    assert "| first reload | apply |" in done.stdout
    assert "| its rows, plainly | apply |" in done.stdout
    assert "times as long as its rows do plainly" in done.stdout
    assert list(tmp_path.iterdir()) == []


def test_requests_are_sent_in_turn_and_begin_where_they_are_told() -> None:
    order = Order(1, [b"a", b"b", b"c"], 1, count=5, first=2)
    assert list(to_send(order)) == [b"c", b"a", b"b", b"c", b"a"]
    assert read(order.written()) == order


@pytest.mark.parametrize(
    ("answer", "length"), [(b"HTTP/1.1 200 OK\r\nContent-Le", 0), (b"x\r\nContent-Length: 5\r\n\r\n", 29)]
)
def test_an_answer_is_as_long_as_its_head_says(answer: bytes, length: int) -> None:
    assert whole_length(bytearray(answer)) == length


@pytest.mark.parametrize("database", STATEMENTS)
def test_each_operation_is_written_by_hand_for_each_database(database: str) -> None:
    assert STATEMENTS[database].keys() == {operation.name for operation in OPERATIONS} | {"joined"}
    assert not any("{" in statement for statement in STATEMENTS[database].values())

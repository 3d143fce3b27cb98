"""Taking nested seeds apart: keys, ranks and positions that are filled in, and what nesting refuses."""

import hashlib
from collections.abc import Iterator
from pathlib import Path

import pytest

from seeds.reading import Located, read_file
from seeds.reading.flattening import Draft, Flattening
from seeds.reading.trees import written
from seeds.records import Post, Source, Thread

FEED = {"key": "s", "kind": "FEED", "title": "T"}


def flattened(root: object) -> tuple[list[Draft], list[str]]:
    told: list[str] = []
    flattening = Flattening(lambda path, message, *_: told.append(f"{written(path)}: {message}"))
    return list(flattening.file(root)), told


def names(drafts: list[Draft]) -> Iterator[tuple[str, object, object]]:
    return (
        (draft.kind, draft.fields.get("key"), draft.fields.get("rank", draft.fields.get("position")))
        for draft in drafts
    )


def test_keys_ranks_and_positions_are_filled_in() -> None:
    first = hashlib.sha256(b"Hello").hexdigest()[:10]
    posts = [{"text": "Hello"}, {"text": "b", "position": 5}, {"text": "c"}, {"text": "d", "key": "own"}]
    threads = [{"posts": posts}, {"key": "s/x", "rank": 9, "posts": [{"text": "e"}]}]
    drafts, told = flattened({"parley": 1, "sources": [{**FEED, "threads": threads, "posts": [{"text": "f"}]}]})
    assert told == []
    assert list(names(drafts)) == [
        ("source", "s", None),
        ("thread", f"s/{first}", 1),
        ("post", f"s/{first}/1", 1),
        ("post", f"s/{first}/5", 5),
        ("post", f"s/{first}/3", 3),
        ("post", "own", 4),
        ("thread", "s/x", 9),
        ("post", "s/x/1", 1),
        ("post", "s/1", 1),
    ]
    assert [draft.fields.get("source") for draft in drafts[1:]] == ["s"] * 8
    assert written(drafts[7].path) == "sources[0].threads[1].posts[0]"


def test_flat_records_are_numbered_in_the_order_of_their_appearance() -> None:
    drafts, told = flattened(
        {
            "parley": 1,
            "threads": [{"key": "a", "source": "s"}, {"key": "b", "source": "t"}, {"key": "c", "source": "s"}],
            "posts": [{"thread": "a", "text": "1"}, {"source": "s", "text": "2"}, {"thread": "a", "text": "3"}],
        }
    )
    assert told == []
    assert list(names(drafts)) == [
        ("thread", "a", 1),
        ("thread", "b", 1),
        ("thread", "c", 2),
        ("post", "a/1", 1),
        ("post", "s/1", 1),
        ("post", "a/2", 2),
    ]


def test_a_flat_thread_may_bring_its_posts() -> None:
    drafts, told = flattened({"parley": 1, "threads": [{"source": "s", "posts": [{"text": "x"}]}]})
    assert told == []
    assert [draft.fields.get("source") for draft in drafts] == ["s", "s"]
    assert drafts[1].fields["thread"] == drafts[0].fields["key"]


def test_a_thread_without_posts_and_key_is_told_to_take_one() -> None:
    drafts, told = flattened({"parley": 1, "threads": [{"source": "s"}]})
    assert told == ["threads[0].key: is missing"]
    assert drafts[0].orphan


def test_nulls_and_empty_lists_are_as_good_as_nothing() -> None:
    drafts, told = flattened(
        {"parley": 1, "sources": [{**FEED, "publisher": None, "threads": None}], "places": None, "dataset": None}
    )
    assert (len(drafts), told) == (1, [])
    assert "publisher" not in drafts[0].fields


def test_what_the_nesting_says_is_not_said_again() -> None:
    thread = {"source": "t", "posts": [{"text": "x", "thread": "u", "source": "t"}]}
    drafts, told = flattened({"parley": 1, "sources": [{**FEED, "threads": [thread]}]})
    assert told == [
        "sources[0].threads[0].source: is said by the nesting already",
        "sources[0].threads[0].posts[0].source: is said by the nesting already",
        "sources[0].threads[0].posts[0].thread: is said by the nesting already",
    ]
    assert {draft.fields.get("source") for draft in drafts[1:]} == {"s"}


def test_the_children_of_a_faulty_parent_are_orphans_without_faults_of_their_own() -> None:
    drafts, told = flattened(
        {
            "parley": 1,
            "sources": [{"key": "NOT A KEY", "threads": [{"posts": [{"text": "x"}]}], "posts": [{"text": "y"}]}],
        }
    )
    assert told == []
    assert [(draft.kind, draft.orphan) for draft in drafts] == [
        ("source", False),
        ("thread", True),
        ("post", True),
        ("post", True),
    ]


def test_the_order_of_files_and_formats_makes_no_difference(tmp_path: Path) -> None:
    forms = {
        "a.yaml": "parley: 1\nsources:\n"
        "- {key: s, kind: FEED, title: T, threads: [{posts: [{text: Hello}, {text: No}]}]}",
        "a.json": '{"parley": 1, "sources": [{"key": "s", "kind": "FEED", "title": "T", "threads": [{"posts":'
        ' [{"text": "Hello"}, {"text": "No"}]}]}]}',
        "a.ndjson": '{"type": "source", "key": "s", "kind": "FEED", "title": "T", "threads": [{"posts":'
        ' [{"text": "Hello"}, {"text": "No"}]}]}',
        "a.jsonl": '{"type": "source", "key": "s", "kind": "FEED", "title": "T"}\n'
        '{"type": "thread", "source": "s", "posts": [{"text": "Hello"}, {"text": "No"}]}',
    }
    read: list[list[Located]] = []
    for name, text in forms.items():
        (tmp_path / name).write_text(text)
        reading = read_file(str(tmp_path / name), name)
        assert reading.total == 0
        read.append(reading.records)
    records = [[located.record for located in located_records] for located_records in read]
    assert records[0] == records[1] == records[2] == records[3]
    assert [type(record) for record in records[0]] == [Source, Thread, Post, Post]


@pytest.mark.parametrize(
    ("name", "text", "places"),
    [
        ("a.yaml", "parley: 1\nposts:\n  - source: s\n    text: x\n  - {source: s, text: y}\n", [(3, 5), (5, 5)]),
        (
            "a.json",
            '{"parley": 1,\n "posts": [{"source": "s", "text": "x"},\n\n  {"source": "s", "text": "y"}]}',
            [(2, 12), (4, 3)],
        ),
        (
            "a.ndjson",
            '{"type":"post","source":"s","text":"x"}\r\n\n \t{"type":"post","source":"s","text":"y"}',
            [(1, 1), (3, 3)],
        ),
    ],
)
def test_every_record_knows_its_line_and_column(
    tmp_path: Path, name: str, text: str, places: list[tuple[int, int]]
) -> None:
    (tmp_path / name).write_bytes(text.encode())
    reading = read_file(str(tmp_path / name), name)
    assert [(located.line, located.column) for located in reading.records] == places

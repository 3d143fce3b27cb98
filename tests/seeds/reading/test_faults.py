"""Faults on the terminal and as JSON: the headline, the caret, the bound, and nothing that harms a terminal."""

import json

import pytest

from api.errors import Fault
from seeds.reading import Faults, as_json, headline, printable, render


def fault(**changes: object) -> Fault:
    fields: dict[str, object] = {
        "file": "a.yaml",
        "line": 3,
        "column": 5,
        "path": "sources[0].title",
        "message": "is missing",
    }
    return Fault(**{**fields, **changes})  # type: ignore[arg-type]  # the defaults above have the right types


def test_a_fault_is_a_headline_a_line_with_a_caret_and_a_hint() -> None:
    text = render([fault(source_line="    kind: FEED", hint="add it")])
    assert text.splitlines() == [
        "a.yaml:3:5: sources[0].title: is missing",
        "        kind: FEED",
        "        ^",
        "    hint: add it",
    ]


def test_a_fault_of_a_whole_file_names_no_line() -> None:
    assert headline(fault(line=0, column=0, path="", message="does not exist")) == "a.yaml: does not exist"
    assert render([fault(line=0, column=0, source_line=None)]) == "a.yaml: sources[0].title: is missing"


@pytest.mark.parametrize(
    ("line", "column", "indent"),
    [("\tab", 3, 2), ("日本x", 3, 4), ("e\u0301x", 3, 1), ("🇦🇲x", 3, 2), ("🙂x", 2, 2)],
)
def test_the_caret_stands_below_its_sign_whatever_its_width(line: str, column: int, indent: int) -> None:
    assert render([fault(source_line=line, column=column)]).splitlines()[2] == " " * (4 + indent) + "^"


def test_a_stretch_of_a_long_line_begins_with_dots() -> None:
    lines = render([fault(source_line="abc", column=102, window=101)]).splitlines()
    assert lines[1:] == ["    …abc", "      ^"]


def test_no_control_character_reaches_the_terminal() -> None:
    hostile = "\x1b[31m\u202e\x00\x9b\r\n\ud800\ufeff"
    text = render([fault(file=hostile, path=hostile, message=hostile, hint=hostile, source_line=hostile)])
    assert all(sign.isprintable() or sign == "\n" for sign in text)
    assert len(text.splitlines()) == 4
    assert printable("a\tb") == "a b"


def test_json_carries_every_field_and_replaces_what_has_no_encoding() -> None:
    row = json.loads(as_json([fault(hint="h", source_line="\ud800x", file="\udcff.yaml")], total=7))
    assert row["total"] == 7
    assert row["faults"] == [
        {
            "file": "\ufffd.yaml",
            "line": 3,
            "column": 5,
            "path": "sources[0].title",
            "message": "is missing",
            "hint": "h",
            "source_line": "\ufffdx",
        }
    ]


def test_faults_beyond_the_bound_are_counted_and_said() -> None:
    faults = Faults(limit=2)
    for line in (3, 2, 1):
        faults.add(fault(line=line))
    faults.count(1000)
    faults.extend([fault(), fault()], 5)
    assert (len(faults.listed), faults.total, faults.full) == (2, 1008, True)
    assert [one.line for one in faults.in_order()] == [2, 3]
    assert render(faults.listed, faults.total).endswith("... and 1,006 more")


def test_as_many_faults_as_listed_need_no_count() -> None:
    assert "more" not in render([fault()], 1)
    assert json.loads(as_json([fault()]))["total"] == 1

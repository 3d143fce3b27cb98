"""Wild values in every field of every record: reading ends in records or faults, and both can be written down."""

import json
from collections.abc import Callable
from pathlib import Path

import pytest
import yaml
from hypothesis import given, settings
from hypothesis import strategies as st

from seeds.reading import as_json, check, read, render
from seeds.reading.flattening import LISTS, SINGLES
from seeds.reading.streaming import RECORDS

WORDS = [
    "",
    "x",
    "a/b",
    "2023",
    "2023-03-15",
    "Point",
    "Polygon",
    "IMAGE",
    "en",
    "AM",
    "#x",
    "\x07",
    "\ud800",
    "FEED",
    "x" * 300,
]
FIELDS = sorted(
    {name for model in RECORDS.values() for name in model.model_fields} | {"threads", "posts", "value", "earliest"}
)
VALUES = st.recursive(
    st.sampled_from([*WORDS, 0, 1, -1, 2**40, 2**70, 1.5, 1e308, True, None, 2023]),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.sampled_from([*FIELDS, *WORDS]), inner, max_size=4),
    max_leaves=8,
)
SOUND = st.sampled_from([{}, {"key": "k", "kind": "FEED", "title": "t", "text": "x", "source": "k"}])
RECORD = st.builds(
    lambda sound, wild: {**sound, **wild}, SOUND, st.dictionaries(st.sampled_from(FIELDS), VALUES, max_size=4)
)
LINES = st.lists(
    st.builds(lambda kind, fields: {**fields, "type": kind}, st.sampled_from([*RECORDS, "x"]), RECORD), max_size=3
)
FILES = st.fixed_dictionaries(
    {"parley": st.just(1)},
    optional={
        **{name: st.lists(RECORD, max_size=2) | VALUES for name in LISTS},
        **dict.fromkeys(SINGLES, RECORD | VALUES),
    },
)


def as_yaml(value: object) -> str:
    try:
        return yaml.dump(value, Dumper=yaml.CSafeDumper, allow_unicode=True)
    except UnicodeEncodeError:
        return json.dumps(value)


@pytest.mark.parametrize(("name", "dump"), [("a.json", json.dumps), ("a.yaml", as_yaml)])
@given(content=FILES, lines=LINES)
@settings(max_examples=40, deadline=None)
def test_whatever_the_fields_hold_reading_ends_in_records_or_faults(
    tmp_path_factory: pytest.TempPathFactory,
    name: str,
    dump: Callable[[object], str],
    content: object,
    lines: list[object],
) -> None:
    folder: Path = tmp_path_factory.getbasetemp() / f"wild-{name}"
    folder.mkdir(exist_ok=True)
    (folder / name).write_text(dump(content), encoding="utf-8")
    (folder / "b.ndjson").write_text("\n".join(map(json.dumps, lines)) + "\n", encoding="utf-8")
    checked, reading = check(folder), read(folder)
    assert checked.faults == reading.faults
    assert render(checked.faults).isprintable() or "\n" in render(checked.faults)
    assert json.loads(as_json(checked.faults, checked.total))["total"] == checked.total

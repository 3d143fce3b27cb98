"""A reload tells the faults that a check tells, all at once, whatever is wrong."""

import json
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from sqlalchemy import Engine

from api.errors import SeedInvalid
from seeds.loading.reloading import reload
from seeds.reading import check

TWICE_AND_UNSOUND = """\
parley: 1
sources:
  - key: letters
    kind: ARTICLE
    title: Letters
    posts:
      - {key: letters/1, text: One.}
      - {key: letters/1, text: Two., published: 2023-02-30}
      - {key: letters/3, text: Three., source: nowhere}
"""
UNPARSED = '{"type": "post", "key": "letters/9", "thread": "letters/t", "position": 1, "text": "Nine."}\n{"type":\n'

KEYS = st.sampled_from(["a", "a/1", "a/2", "b", "no such", ""])
RECORDS = st.fixed_dictionaries(
    {"type": st.sampled_from(["source", "thread", "post", "place"])},
    optional={
        "key": KEYS,
        "kind": st.sampled_from(["FEED", "CITY", "x"]),
        "title": st.sampled_from(["t", ""]),
        "source": KEYS,
        "thread": KEYS,
        "rank": st.integers(0, 2),
        "position": st.integers(0, 2),
        "text": st.sampled_from(["Hello.", ""]),
        "places": st.lists(
            st.fixed_dictionaries({"place": KEYS, "toponym": st.sampled_from(["Hello", "ell", "He", "o"])}), max_size=3
        ),
        "published": st.sampled_from(["2023-02-30", "2023-02-28"]),
    },
)


def told(engine: Engine, folder: Path) -> tuple[int, list[tuple[str, int, int, str, str]]]:
    with pytest.raises(SeedInvalid) as invalid:
        reload(engine, folder, allow_delete=True)
    return invalid.value.total, [(f.file, f.line, f.column, f.path, f.message) for f in invalid.value.faults]


def checked(folder: Path) -> tuple[int, list[tuple[str, int, int, str, str]]]:
    found = check(folder)
    return found.total, [(f.file, f.line, f.column, f.path, f.message) for f in found.faults]


def test_a_key_taken_twice_is_told_with_what_else_is_wrong_with_the_post(engine: Engine, tmp_path: Path) -> None:
    (tmp_path / "letters.yaml").write_text(TWICE_AND_UNSOUND)
    total, faults = told(engine, tmp_path)
    assert total == 3
    assert "the key of this post is taken" in str(faults)
    assert (total, faults) == checked(tmp_path)


def test_what_may_stand_in_a_part_that_cannot_be_parsed_is_not_missing(engine: Engine, tmp_path: Path) -> None:
    (tmp_path / "letters.ndjson").write_text(UNPARSED)
    total, faults = told(engine, tmp_path)
    assert total == 1
    assert (total, faults) == checked(tmp_path)


@given(records=st.lists(RECORDS, min_size=1, max_size=4), cut=st.booleans())
@settings(max_examples=80, deadline=None, suppress_health_check=list(HealthCheck))
def test_whatever_is_wrong_both_tell_the_same(
    engine: Engine, tmp_path: Path, records: list[dict[str, object]], cut: bool
) -> None:
    lines = "\n".join(map(json.dumps, records))
    (tmp_path / "wild.ndjson").write_text(lines[: -1 if cut else None] + "\n")
    expected = checked(tmp_path)
    if expected[0]:
        assert told(engine, tmp_path) == expected

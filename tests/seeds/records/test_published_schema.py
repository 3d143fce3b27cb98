"""The published JSON Schema: the committed copy, and its agreement with what reading takes."""

import json
import re

from seeds.records import SeedFile, json_schema, schema_text
from seeds.records.publishing import SCHEMA_FILE

SAMPLE = {
    "parley": 1,
    "dataset": {"name": "Sample"},
    "sources": [
        {
            "key": "list",
            "kind": "THREAD_LISTING",
            "title": "A list",
            "published": 2023,
            "threads": [{"posts": [{"text": "One"}, {"text": "Two", "published": {"value": "2023-03"}}]}],
            "posts": [{"kind": "ARTICLE", "text": "Three"}],
        }
    ],
    "threads": [{"source": "list", "key": "list/x"}],
    "posts": [{"thread": "list/x", "text": "Four"}],
    "places": [{"key": "here", "kind": "CITY", "label": "Here"}],
}


def test_the_committed_schema_is_the_one_the_records_make() -> None:
    assert SCHEMA_FILE.read_text(encoding="utf-8") == schema_text()


def test_the_nested_form_takes_what_a_person_leaves_out() -> None:
    seed = SeedFile.model_validate(SAMPLE)
    assert seed.sources[0].threads[0].posts[1].published is not None


def test_every_pattern_can_be_read_by_an_editor() -> None:
    patterns = re.findall(r'"pattern": (".*")', schema_text())
    assert patterns
    for pattern in map(json.loads, patterns):
        # Unicode classes are the editor's own; all else is read alike by Python.
        re.compile(re.sub(r"\\p\{..?\}", "a", pattern))


def test_every_type_and_reference_of_the_schema_is_described_and_defined() -> None:
    schema = json_schema()
    definitions = schema["$defs"]
    assert isinstance(definitions, dict)
    assert set(re.findall(r"#/\$defs/(\w+)", json.dumps(schema))) == set(definitions)
    assert [name for name, body in definitions.items() if "description" not in body and name != "Published"] == []

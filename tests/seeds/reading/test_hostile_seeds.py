"""Hostile and broken seeds: each gives clear faults with their places, in little memory; none gives a traceback."""

import json
import subprocess
import sys
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from seeds.reading import MAX_DOCUMENT, MAX_LINE, check, read_file

YAML = "a.yaml"
JSON = "a.json"
LINES = "a.ndjson"
HEAD = "parley: 1\n"
SOURCE = HEAD + "sources:\n  - key: s\n    kind: FEED\n    title: t\n"
POST = '{"type": "post", "source": "s", "text": "x"'

HOSTILE: list[tuple[str, str | bytes, str]] = [
    # bytes and characters
    (YAML, b"", "a.yaml: is empty"),
    (JSON, b" \n ", "a.json: is empty"),
    (LINES, b"\n\r\n", "a.ndjson: is empty"),
    (YAML, b"\xef\xbb\xbf", "a.yaml: is empty"),
    (YAML, b"parley: 1\nreview: caf\xe9\n", "a.yaml:2:12: holds a byte that is not UTF-8, 0xe9"),
    (JSON, b'{"parley": 1,\n "review": "\xc3\x28"}', "a.json:2:13: holds a byte that is not UTF-8, 0xc3"),
    (LINES, b'{"type": "post"}\n\xff\n', "a.ndjson:2:1: holds a byte that is not UTF-8, 0xff"),
    (YAML, "parley: 1\n".encode("utf-16"), "a.yaml:1:1: is UTF-16, not UTF-8"),
    (JSON, "{}".encode("utf-32"), "a.json:1:1: is UTF-32, not UTF-8"),
    (YAML, b"\xed\xa0\x80", "a.yaml:1:1: holds a byte that is not UTF-8, 0xed"),
    (YAML, HEAD + "review: a\x00b\n", "a.yaml:2:10: holds a control character, U+0000"),
    (YAML, HEAD + "review: a\x1b[31mb\n", "a.yaml:2:10: holds a control character, U+001B"),
    (YAML, HEAD + 'review: "a\x85b"\n', "a.yaml:2:11: holds a control character, U+0085"),
    (YAML, HEAD + "review: a\ufeffb\n", "a.yaml:2:10: holds a control character, U+FEFF"),
    (
        YAML,
        HEAD + 'dataset: {name: "a\\0b"}\n',
        "a.yaml:2:17: dataset.name: `a\ufffdb` is empty, or holds a control character",
    ),
    (YAML, HEAD + 'dataset: "\\ud800"\n', "a.yaml:2:13: this is not YAML: found invalid Unicode character escape code"),
    (JSON, '{"parley": 1, "review": "a\x00b"}', "a.json:1:27: review: this is not JSON: invalid control character at"),
    (
        JSON,
        '{"parley": 1, "dataset": {"name": "\\ud800"}}',
        "a.json:1:35: dataset.name: holds half of a surrogate pair",
    ),
    (JSON, '{"parley": 1, "\\ud800": 1}', "a.json:1:15: \ufffd: is not a field here"),
    (LINES, POST + ', "title": "\\u0007"}', "a.ndjson:1:55: title: `\ufffd` is empty, or holds a control character"),
    (LINES, POST + ', "title": "\\udfff"}', "a.ndjson:1:55: title: holds half of a surrogate pair"),
    # not the format
    (YAML, "just words\n", "a.yaml:1:1: is not a mapping with `parley: 1`"),
    (YAML, "- a\n- b\n", "a.yaml:1:1: is not a mapping with `parley: 1`"),
    (YAML, "~\n", "a.yaml:1:1: is not a mapping with `parley: 1`"),
    (YAML, "# nothing but a remark\n", "a.yaml:1:1: is not a mapping with `parley: 1`"),
    (JSON, "[]", "a.json:1:1: is not a mapping with `parley: 1`"),
    (LINES, "[1]\n", "a.ndjson:1:1: is not a record"),
    (LINES, "{}\n", "a.ndjson:1:1: type: is missing"),
    (LINES, '{"type": []}\n', "a.ndjson:1:10: type: `[]` is no type of record"),
    (LINES, '{"type": "pots"}\n', "a.ndjson:1:10: type: `pots` is no type of record"),
    (YAML, "sources: []\n", "a.yaml:1:1: `parley: 1` is missing"),
    (YAML, "parley: 2\n", "a.yaml:1:9: parley: `2` is no version of the format known here"),
    (YAML, "parley: '1'\n", "a.yaml:1:9: parley: `1` is no version of the format known here"),
    (JSON, '{"parley": true}', "a.json:1:12: parley: `True` is no version of the format known here"),
    (YAML, HEAD + "soures: []\n", "a.yaml:2:1: soures: is not a field here"),
    (YAML, HEAD + "sources: {key: s}\n", "a.yaml:2:10: sources: must be a list"),
    (YAML, HEAD + "sources: [s]\n", "a.yaml:2:11: sources[0]: is not a mapping of fields"),
    (YAML, SOURCE + "    threads: {a: 1}\n", "a.yaml:6:14: sources[0].threads: must be a list"),
    (YAML, SOURCE + "    threads: [1]\n", "a.yaml:6:15: sources[0].threads[0]: is not a mapping of fields"),
    (
        YAML,
        SOURCE + "    posts: [{text: x, source: t}]\n",
        "a.yaml:6:23: sources[0].posts[0].source: is said by the nesting",
    ),
    (YAML, HEAD + "dataset: [x]\n", "a.yaml:2:10: dataset: is not a mapping of fields"),
    # YAML's own traps
    (YAML, HEAD + "review: a\nreview: b\n", "a.yaml:3:1: review: is written twice"),
    (YAML, SOURCE + "    title: u\n", "a.yaml:6:5: sources[0].title: is written twice"),
    (YAML, HEAD + "review: &a x\n", "a.yaml:2:9: review: anchors are not read: `&a`"),
    (YAML, HEAD + "review: *a\n", "a.yaml:2:9: review: aliases are not read: `*a`"),
    (YAML, HEAD + "<<: {review: x}\n", "a.yaml:2:1: <<: merge keys are not read"),
    (YAML, HEAD + "review: !!python/object/apply:os.system [ls]\n", "a.yaml:2:9: review: tags (!...) are not read"),
    (YAML, HEAD + "review: !x y\n", "a.yaml:2:9: review: tags (!...) are not read"),
    (YAML, HEAD + "? [a]\n: b\n", "a.yaml:2:3: a key is text, not a mapping or a list"),
    (YAML, HEAD + "---\nparley: 1\n", "a.yaml:2:1: a second document begins here"),
    (YAML, "%YAML 1.1\n---\nparley: 1\n", "a.yaml:1:1: directives (%...) are not read"),
    (YAML, HEAD + "...\n" + "%TAG !a! b\n" * 100_000, "a.yaml:3:1: directives (%...) are not read"),
    (YAML, HEAD + "review: a: b\n", "a.yaml:2:10: this is not YAML: mapping values are not allowed in this context"),
    (
        YAML,
        HEAD + "sources:\n\t- key: a\n",
        "a.yaml:3:1: this is not YAML: found character that cannot start any token",
    ),
    (YAML, HEAD + "review: @me\n", "a.yaml:2:9: this is not YAML: found character that cannot start any token"),
    (YAML, HEAD + "review: 'a\n", "this is not YAML: found unexpected end of stream"),
    (YAML, HEAD + "<<<<<<< HEAD\n", "this is not YAML: could not find expected ':'"),
    (YAML, SOURCE + "    excerpt: no\n", "a.yaml:6:14: sources[0].excerpt: `no` is neither true nor false"),
    (YAML, SOURCE + "    hashtags: [#NKpeace]\n", "a.yaml:7:1: this is not YAML: did not find expected node content"),
    (YAML, SOURCE + "    hashtags: NKpeace\n", "a.yaml:6:15: sources[0].hashtags: must be a list, not text"),
    (
        YAML,
        SOURCE + "    threads: [{rank: 012}]\n",
        "a.yaml:6:22: sources[0].threads[0].rank: `012` is not a whole number",
    ),
    (YAML, HEAD + "sources: " + "[" * 10_000, "a.yaml:2:73: is nested deeper than 64 levels"),
    (YAML, "- " * 10_000, "is nested deeper than 64 levels"),
    (
        YAML,
        HEAD + "a: &a [x]\n" + "".join(f"a{n}: &a{n} [{'*a, ' * 9}*a]\n" for n in range(999)),
        "anchors are not read",
    ),
    # JSON's own traps
    (JSON, '{"parley": 1, "review": "a", "review": "b"}', "a.json:1:30: review: is written twice"),
    (JSON, '{"parley": 1,}', "a.json:1:14: this is not JSON: a key in double quotes is expected"),
    (JSON, "{'parley': 1}", "a.json:1:2: this is not JSON: a key in double quotes is expected"),
    (JSON, '{"parley" 1}', "a.json:1:11: this is not JSON: `:` is expected after a key"),
    (JSON, '{"parley": 1 "review": "x"}', "a.json:1:14: this is not JSON: `,` or a closing bracket is expected"),
    (JSON, '{"parley": 01}', "a.json:1:12: parley: this is not JSON: unexpected `01`"),
    (JSON, '{"parley": NaN}', "a.json:1:12: parley: this is not JSON: unexpected `NaN`"),
    (JSON, '{"parley": 1} {}', "a.json:1:15: this is not JSON: something follows its end"),
    (JSON, '{"parley": 1', "a.json:1:13: this is not JSON: it ends too early"),
    (JSON, '{"parley": "\\x"}', "a.json:1:13: parley: this is not JSON: invalid \\escape"),
    (JSON, '{"parley": ' + "9" * 5000 + "}", "a.json:1:12: parley: this number is too long"),
    (JSON, '{"parley": ' + "[" * 10_000, "is nested deeper than 64 levels"),
    (LINES, "[" * 10_000 + "]" * 10_000, "is nested deeper than 64 levels"),
    (LINES, '{"a": ' * 900 + "1" + "}" * 900, "is nested deeper than 64 levels"),
    (LINES, POST + ', "published": ' + "[" * 500 + "]" * 500 + "}", "is nested deeper than 64 levels"),
    (LINES, POST + ', "text": "y"}', "a.ndjson:1:46: text: is written twice"),
    (LINES, POST + ', "text" : "y"}', "a.ndjson:1:46: text: is written twice"),
    (LINES, POST + ', "position": 1e999}', "a.ndjson:1:58: position: must be a whole number"),
    (LINES, POST + ', "position": 123456789012345678901234567890}', "a.ndjson:1:58: position: must be a whole number"),
    (LINES, POST + ', "position": ' + "9" * 5000 + "}", "a.ndjson:1:58: position: this number is too long"),
    (LINES, POST + "}" + POST + "}", "a.ndjson:1:45: this is not JSON: something follows its end"),
    (LINES, "\ufeff" + POST + "}\n\ufeff" + POST + "}", "a.ndjson:2:1: this is not JSON: unexpected"),
    # values
    (LINES, '{"type": "post", "source": "s"}', "a.ndjson:1:1: text: is missing"),
    (LINES, '{"type": "post", "text": "x"}', "a.ndjson:1:1: belongs to no thread and no source"),
    (LINES, POST + ', "published": "15 March"}', "a.ndjson:1:59: published: `15 March` is not a date"),
    (LINES, POST + ', "kind": "Article"}', "a.ndjson:1:54: kind: `Article` is not one of POST, ARTICLE"),
    (LINES, POST + ', "kind": 1}', "a.ndjson:1:54: kind: must be one of POST, ARTICLE, not a number"),
    (LINES, POST + ', "title": 5}', "a.ndjson:1:55: title: must be text, not a number"),
    (LINES, POST + ', "media": [{"kidn": "IMAGE"}]}', "a.ndjson:1:57: media[0].kidn: is not a field here"),
    (LINES, POST + ', "media": ["x"]}', "a.ndjson:1:56: media[0]: must be a mapping of fields, not text"),
    (LINES, POST + ', "url": "javascript:alert(1)"}', "a.ndjson:1:53: url: `javascript:alert(1)` is not an address"),
    (LINES, POST + ', "' + "k" * 100_000 + '": 1}', "a.ndjson:1:46: " + "k" * 80 + ": is not a field here"),
    (LINES, POST + ', "key": "' + "k" * 100_000 + '"}', "a.ndjson:1:53: key: is longer than 200 characters"),
    (LINES, POST + ', "language": "' + "k" * 100_000 + '"}', "a.ndjson:1:58: language: `kkk"),
]


READER = """
import json, resource, sys
from seeds.reading import headline, read_file

resource.setrlimit(resource.RLIMIT_CPU, (int(sys.argv[2]), -1))
if sys.platform == "linux":  # others count shared libraries in other ways
    used = resource.getpagesize() * int(open("/proc/self/statm").read().split()[0])
    resource.setrlimit(resource.RLIMIT_AS, (used + int(sys.argv[1]), -1))
for path in sys.stdin.read().splitlines():
    reading = read_file(path, path.rpartition("/")[2])
    told = [headline(fault) for fault in reading.faults]
    print(json.dumps([path, told, len(reading.records)]), flush=True)
"""
MEMORY = 256 * 1024 * 1024
"""Bytes that reading may take beside the program itself."""
SECONDS = 60
"""Processor time for all files together; all but the largest take milliseconds."""

Told = tuple[list[str], int]


@pytest.fixture(scope="module")
def told(tmp_path_factory: pytest.TempPathFactory) -> dict[str, Told]:
    """Headlines and the number of records of every hostile file, read in a process that may take little memory."""
    folder = tmp_path_factory.mktemp("hostile")
    paths = [folder / str(number) / name for number, (name, _, _) in enumerate(HOSTILE)]
    for path, (_, content, _) in zip(paths, HOSTILE, strict=True):
        path.parent.mkdir()
        path.write_bytes(content if isinstance(content, bytes) else content.encode())
    huge, endless = folder / "huge.yaml", folder / "endless.ndjson"
    for path, start in ((huge, b""), (endless, POST.encode() + b"}\n")):
        with path.open("wb") as file:
            file.write(start)
            file.truncate(2**30)
    done = subprocess.run(
        [sys.executable, "-c", READER, str(MEMORY), str(SECONDS)],
        input="\n".join(map(str, [*paths, huge, endless])),
        capture_output=True,
        text=True,
        check=False,
    )
    assert done.returncode == 0, done.stderr
    read = [json.loads(line) for line in done.stdout.splitlines()]
    return {str(Path(path).relative_to(folder)): (lines, records) for path, lines, records in read}


@pytest.mark.parametrize(
    ("number", "name", "expected"),
    [(number, name, expected) for number, (name, _, expected) in enumerate(HOSTILE)],
    ids=[row[2][:50] for row in HOSTILE],
)
def test_a_hostile_seed_gives_a_clear_fault(told: dict[str, Told], number: int, name: str, expected: str) -> None:
    lines, _ = told[f"{number}/{name}"]
    assert any(expected in line for line in lines), lines
    assert all(len(line) < 700 and line.isprintable() for line in lines)


def test_a_file_too_large_is_refused_before_it_is_read(told: dict[str, Told]) -> None:
    assert "is larger than 32 MiB" in told["huge.yaml"][0][0]
    assert MAX_DOCUMENT[".yaml"] == 32 * 1024 * 1024


def test_an_endless_line_is_refused_at_its_bound(told: dict[str, Told]) -> None:
    lines, records = told["endless.ndjson"]
    assert records == 1
    assert f"line 2 is longer than {MAX_LINE // 1024 // 1024} MiB" in lines[0]


def test_a_hundred_thousand_faults_are_counted_and_a_thousand_listed(tmp_path: Path) -> None:
    path = tmp_path / "bad.ndjson"
    path.write_text('{"type": "post", "txt": 1}\n' * 100_000)
    checked = check(path)
    assert len(checked.faults) == 1000
    assert checked.total == 200_000  # text is missing, and txt is unknown


EDITS = st.lists(
    st.tuples(st.integers(0, 600), st.one_of(st.sampled_from(list('{}[]",:\\ \n\t-#&*!%?|>~')), st.characters())),
    max_size=6,
)
WHOLE = {
    YAML: SOURCE + "    threads:\n      - posts: [{text: |-\n          a\n        , published: 2023}]\nplaces: []\n",
    JSON: '{"parley": 1, "sources": [{"key": "s", "kind": "FEED", "title": "t", "posts": [{"text": "x"}]}]}',
    LINES: POST + ', "published": {"earliest": "2022", "latest": "2023"}, "media": [{"kind": "IMAGE"}]}\n' + POST + "}",
}


@pytest.mark.parametrize("name", WHOLE)
@given(edits=EDITS)
@settings(max_examples=150, deadline=None)
def test_whatever_a_slip_of_the_finger_does_reading_ends_in_records_or_faults(
    tmp_path_factory: pytest.TempPathFactory, name: str, edits: list[tuple[int, str]]
) -> None:
    text = WHOLE[name]
    for place, sign in edits:
        text = text[: place % len(text)] + sign + text[place % len(text) + place % 2 :]
    path = tmp_path_factory.getbasetemp() / f"slip-{name}"
    path.write_bytes(text.encode("utf-8", "surrogatepass"))
    reading = read_file(str(path), name)
    assert reading.total == len(reading.faults)
    assert all(fault.line >= 0 and fault.message for fault in reading.faults)

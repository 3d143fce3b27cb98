"""Whole seeds: every planted fault is told, in order; what is right is read; a worker's answer can be sent."""

import pickle
from pathlib import Path

import pytest

from api.errors import SeedInvalid
from seeds.reading import (
    BUNDLED,
    Crossing,
    Faults,
    SeedPath,
    SeedStream,
    bundled_place_keys,
    check,
    checking,
    collect,
    cross_check,
    facts_of,
    headline,
    read,
    read_file,
    render,
)
from seeds.records import Post

PLANTED = {
    "a.yaml": """parley: 1
sources:
  - key: list
    kind: THREAD_LIST
    title: A list
    publised: 2023
    threads:
      - key: list/7
        rank: 7
        published: 15 March
        posts:
          - text: One
            hashtags: ["#NKpeace"]
            places: [{place: nowhere, toponym: One}]
      - key: list/7
        rank: 8
        posts: [{text: Two}]
places:
  - {key: here, kind: CITY, label: Here, latitude: 95, longitude: 46}
""",
    "b.json": """{"parley": 1, "posts": [{"source": "list", "text": "Three", "position": 0},
 {"source": "list", "text": ""}]}""",
    "sub/c.ndjson": """{"type": "post", "thread": "list/9", "text": "Four"}
{"type": "post", "thread": "list/7", "key": "x", "text": 4}
""",
}
EXPECTED = [
    "a.yaml:4:11: sources[0].kind: `THREAD_LIST` is not one of THREAD_LISTING, ARTICLE, FEED, ARCHIVE, DATASET",
    "a.yaml:6:5: sources[0].publised: is not a field here",
    "a.yaml:10:20: sources[0].threads[0].published: `15 March` is not a date",
    'a.yaml:13:24: sources[0].threads[0].posts[0].hashtags[0]: `#NKpeace` is not a hashtag',
    "a.yaml:15:14: sources[0].threads[1].key: the key of this thread is taken; the first is at a.yaml:8:9 (`list/7`)",
    "a.yaml:19:52: places[0].latitude: must be 90 or less",
    "b.json:1:73: posts[0].position: must be 1 or more",
    "b.json:2:29: posts[1].text: is empty",
    "sub/c.ndjson:1:28: thread: there is no thread `list/9`",
    "sub/c.ndjson:2:58: text: must be text, not a number",
]  # fmt: skip


def planted(folder: Path, files: dict[str, str]) -> Path:
    for name, text in files.items():
        (folder / name).parent.mkdir(exist_ok=True)
        (folder / name).write_text(text)
    return folder


def test_ten_planted_faults_are_told_all_at_once(tmp_path: Path) -> None:
    checked = check(planted(tmp_path, PLANTED))
    assert [headline(fault) for fault in checked.faults] == EXPECTED
    assert checked.total == 10
    assert "did you mean `published`?" in render(checked.faults)


def test_reading_and_checking_tell_the_same(tmp_path: Path) -> None:
    reading = read(planted(tmp_path, PLANTED))
    assert reading.faults == check(tmp_path).faults
    with pytest.raises(SeedInvalid, match="10 faults") as caught:
        reading.require()
    assert list(caught.value.faults) == reading.faults


def test_a_file_that_cannot_be_parsed_does_not_make_its_records_missing(tmp_path: Path) -> None:
    files = {"a.yaml": "parley: 1\nsources: [\n", "b.ndjson": '{"type": "post", "source": "s", "text": "x"}\n'}
    assert [fault.file for fault in check(planted(tmp_path, files)).faults] == ["a.yaml"]


def test_a_faulty_record_is_not_missing_for_those_who_refer_to_it(tmp_path: Path) -> None:
    lines = '{"type": "source", "key": "s"}\n{"type": "post", "source": "s", "text": "x"}\n'
    told = check(planted(tmp_path, {"a.ndjson": lines})).faults
    assert [fault.path for fault in told] == ["kind", "title"]


def test_what_is_right_is_counted_and_read(tmp_path: Path) -> None:
    lines = (
        '{"type": "source", "key": "s", "kind": "FEED", "title": "T"}\n{"type": "post", "source": "s", "text": "x"}\n'
    )
    folder = planted(tmp_path, {"a.ndjson": lines})
    checked, reading = check(folder), read(folder)
    assert (checked.counts, checked.total, checked.files) == ({"source": 1, "post": 1}, 0, 1)
    reading.require()
    assert [located.kind for located in reading.records] == ["source", "post"]


def test_a_worker_can_send_what_it_read(tmp_path: Path) -> None:
    (tmp_path / "a.ndjson").write_text('{"type": "post", "source": "s", "text": "x", "published": "2023"}\n')
    reading = pickle.loads(pickle.dumps(read_file(str(tmp_path / "a.ndjson"), "a.ndjson")))  # noqa: S301 (our own bytes)
    assert isinstance(reading.records[0].record, Post)
    assert reading == read_file(str(tmp_path / "a.ndjson"), "a.ndjson")


def test_a_complaint_about_a_file_that_is_gone_keeps_its_place(tmp_path: Path) -> None:
    (tmp_path / "a.ndjson").write_text('{"type": "post", "source": "s", "text": "x"}\n')
    faults, crossing = Faults(), Crossing()
    seeds = collect(tmp_path, faults)
    crossing.add(fact for located in SeedStream(seeds[0]) for fact in facts_of(located))
    cross_check(crossing, [SeedPath("/nowhere/a.ndjson", "a.ndjson")], faults)
    assert [headline(fault) for fault in faults.listed] == ["a.ndjson:1:1: there is no source `s`"]


def test_more_complaints_than_are_listed_are_counted(tmp_path: Path) -> None:
    lines = "".join(f'{{"type": "post", "source": "s{n}", "text": "x"}}\n' for n in range(1500))
    checked = check(planted(tmp_path, {"a.ndjson": lines}))
    assert (len(checked.faults), checked.total) == (1000, 1500)


def test_seeds_without_places_lean_on_the_bundled_gazetteer(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    bundle = tmp_path / "bundle"
    bundle.mkdir()
    (bundle / "places.yaml").write_text("parley: 1\nplaces: [{key: here, kind: CITY, label: Here}]\n")
    monkeypatch.setattr(checking, "BUNDLED", bundle)
    seed = tmp_path / "a.yaml"
    posts = "posts: [{text: x, places: [{place: here, toponym: x}]}]"
    text = f"parley: 1\nsources: [{{key: s, kind: FEED, title: T, {posts}}}]\n"
    seed.write_text(text)
    assert bundled_place_keys() == {"here"}
    assert check(seed).total == 0
    seed.write_text(text + "places: [{key: there, kind: CITY, label: There}]\n")
    assert [fault.message for fault in check(seed).faults] == ["there is no place `here`"]
    (bundle / "places.yaml").write_text("parley: 2\n")
    with pytest.raises(SeedInvalid):
        bundled_place_keys()


def test_the_bundled_corpus_has_no_fault() -> None:
    checked = check(BUNDLED)
    assert render(checked.faults) == ""
